/** What a reader can set beside language, theme and size: how texts are set, how the library is listed, what the window remembers. */
import { z } from 'zod';

export const hints = ['rows', 'note', 'check'] as const;
export type Hint = (typeof hints)[number];
export const librarySorts = ['opened', 'created', 'title', 'notes'] as const;

/** Each is a row of its own in the library; one that is missing or of an older kind takes its default. */
export const moreSettings = {
  /** Factor on the usual distance between lines. */
  lineHeight: z.number().min(0.8).max(1.6),
  /** Widest line. */
  measure: z.enum(['full', 'wide', 'medium', 'narrow']),
  justifyLatin: z.boolean(),
  justifyArabic: z.boolean(),
  latinFont: z.enum(['serif', 'sans']),
  arabicFont: z.enum(['naskh', 'sans']),
  librarySort: z.enum(librarySorts),
  /** Ids of commands, the last used first. */
  recentCommands: z.array(z.string().max(80)).max(8),
  /** Queries that were of use, the last one first. */
  recentSearches: z.array(z.string().max(200)).max(12),
  /** Hints of the first tour that were put away. */
  hintsSeen: z.array(z.enum(hints)).max(hints.length),
};

type More = z.infer<z.ZodObject<typeof moreSettings>>;

export const moreDefaults = (): More => ({
  lineHeight: 1,
  measure: 'full',
  justifyLatin: false,
  justifyArabic: false,
  latinFont: 'serif',
  arabicFont: 'naskh',
  librarySort: 'opened',
  recentCommands: [],
  recentSearches: [],
  hintsSeen: [],
});
