/** XML from strangers: no document type, hence no entities of its own, no external ones, no billion laughs. */

const doctype = '<!DOCTYPE';

/** Looks at the bytes as ASCII and as both kinds of UTF-16, wherever the declaration stands. */
export function isUnsafeXml(bytes: Uint8Array): boolean {
  return holds(bytes, 1, 0) || holds(bytes, 2, 0) || holds(bytes, 2, 1);
}

/** True where the declaration's letters, in any case, stand `step` bytes apart. */
function holds(bytes: Uint8Array, step: number, offset: number): boolean {
  const last = bytes.length - doctype.length * step;
  for (let at = bytes.indexOf(0x3c, offset); at >= 0 && at <= last; at = bytes.indexOf(0x3c, at + 1)) {
    let same = 1;
    while (same < doctype.length && ((bytes[at + same * step] ?? 0) & ~(same > 1 ? 0x20 : 0)) === doctype.charCodeAt(same))
      same += 1;
    if (same === doctype.length) return true;
  }
  return false;
}
