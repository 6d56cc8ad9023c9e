/** The words that make the app a command line. Apart from the commands, so that starting the window loads none of them. */
export const commandNames = ['align', 'import', 'export', 'search', 'check'] as const;
export type CommandName = (typeof commandNames)[number];

/** What an installed app was asked: the arguments from the command word on; null when it is to open its window. */
export function commandIn(args: readonly string[]): string[] | null {
  const words: readonly string[] = [...commandNames, 'help', '--help', '-h'];
  const at = args.findIndex((arg) => !arg.startsWith('--') || arg === '--help');
  return at >= 0 && words.includes(args[at]!) ? args.slice(at) : null;
}
