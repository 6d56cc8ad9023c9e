export function glossesOf(lines: readonly string[]): string[];
