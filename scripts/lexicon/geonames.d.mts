export function readCatalogue(bytes: Buffer): Map<string, string>;
