/**
 * JSON from strangers: `__proto__` as a key is refused wherever it stands, and so is what nests too deeply to be walked.
 * Gives undefined for what is not JSON or not safe.
 */
export function parseJson(json: string): unknown {
  try {
    return JSON.parse(json, (key, value) => {
      if (key === '__proto__') throw new SyntaxError('__proto__');
      return value;
    });
  } catch {
    return undefined;
  }
}
