export function unpackLexicon(from: string, to: string): void;
