/** The tree of codes as lists: depth, path, siblings. Pure functions. */
import type { Code } from '../../../core/model/code';
import type { CodeId } from '../../../core/model/ids';

export interface TreeLine {
  code: Code;
  /** Zero at the top. */
  depth: number;
  /** Names from the top to the code's parent. */
  path: string[];
}

/** `codes` with parents before children, as the host gives them. */
export function linesOf(codes: readonly Code[]): TreeLine[] {
  const lines = new Map<CodeId, TreeLine>();
  for (const code of codes) {
    const parent = code.parentId === null ? undefined : lines.get(code.parentId);
    lines.set(code.id, {
      code,
      depth: parent ? parent.depth + 1 : 0,
      path: parent ? [...parent.path, parent.code.name] : [],
    });
  }
  return [...lines.values()];
}

export function siblingsOf(codes: readonly Code[], code: Code): Code[] {
  return codes.filter((other) => other.parentId === code.parentId).sort((a, b) => a.order - b.order);
}

/** The code and all below it. */
export function familyOf(codes: readonly Code[], id: CodeId): Set<CodeId> {
  const family = new Set([id]);
  // Parents stand before their children, so one pass is enough.
  for (const code of codes) if (code.parentId !== null && family.has(code.parentId)) family.add(code.id);
  return family;
}
