/** Every event from host to window: name and payload schema. Events carry ids and counts; the stores re-read. */
import { z } from 'zod';
import { exportFormats, exportPhases, exportPurposes } from '../model/exchange';
import { changeOutcome, failure, jobId, reportId, settings } from './schemas';

export const jobOutcome = z.discriminatedUnion('type', [
  /** `change`: what a job did to an open report, where that is less than all. */
  z.object({ type: z.literal('stored'), reportId, change: changeOutcome.optional() }),
  /** Nothing was stored: these versions (indices into the job's input) look like texts about something else. */
  z.object({ type: z.literal('unrelated'), versions: z.array(z.int().nonnegative()) }),
  z.object({ type: z.literal('failed'), error: failure }),
]);

/** What a menu item, a key or the system asks the window to do. */
export const menuCommands = [
  'new-report',
  'export',
  'library',
  'undo',
  'redo',
  'note',
  'find',
  'search',
  'palette',
  'settings',
  'keys',
  'about',
  'hints',
  'text-larger',
  'text-smaller',
  'text-reset',
] as const;

export const events = {
  'job.progress': z.object({ jobId, phase: z.enum(['segment', 'load', 'align', 'store']), done: z.number().min(0).max(1) }),
  'job.done': z.object({ jobId, outcome: jobOutcome }),
  /** How far an export or its preview is, in rows and paragraphs. */
  'export.progress': z.object({
    reportId,
    format: z.enum(exportFormats),
    purpose: z.enum(exportPurposes),
    phase: z.enum(exportPhases),
    done: z.int().nonnegative(),
    total: z.int().nonnegative(),
  }),
  /** `edit`: the window that asked has the outcome; only lists of reports need to be read again. */
  'reports.changed': z.object({ reportId: reportId.nullable(), reason: z.literal('edit').optional() }),
  'settings.changed': settings,
  /** Files wait for call files.opened. */
  'files.opened': z.object({}),
  'menu.command': z.object({ command: z.enum(menuCommands) }),
  /** The app is about to close: flush what is unsaved, then answer with the window's `app.flushed` message. */
  'app.closing': z.object({}),
} as const;

export type EventName = keyof typeof events;
export type EventPayload<N extends EventName> = z.output<(typeof events)[N]>;
export type MenuCommand = (typeof menuCommands)[number];
export const eventNames = Object.keys(events) as EventName[];
