/** One step from a schema to the next. Never changed once it is released. */
export interface Migration {
  /** The schema version that the step leads to. */
  version: number;
  sql: string;
}
