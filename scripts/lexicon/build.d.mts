export function problems(): string[];
