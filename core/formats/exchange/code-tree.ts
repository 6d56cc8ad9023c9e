/** Order in trees of codes: parents before children, siblings by their place; parents that are missing or go in circles are cut off. */
import type { Code } from '../../model/code';
import type { CodeId } from '../../model/ids';

/** Deeper than any codebook; keeps every walk short. */
export const maxCodeDepth = 50;

export function orderCodes(codes: readonly Code[]): Code[] {
  const byId = new Map<CodeId, Code>();
  for (const code of codes) if (!byId.has(code.id)) byId.set(code.id, code);
  const children = new Map<CodeId | null, Code[]>();
  for (const code of byId.values()) {
    const parentId = code.parentId !== null && byId.has(code.parentId) ? code.parentId : null;
    const siblings = children.get(parentId) ?? [];
    siblings.push(parentId === code.parentId ? code : { ...code, parentId });
    children.set(parentId, siblings);
  }
  const ordered: Code[] = [];
  const seen = new Set<CodeId>();
  const visit = (root: Code): void => {
    const stack = [{ code: root, depth: 0 }];
    for (let next = stack.pop(); next; next = stack.pop()) {
      const { code } = next;
      if (seen.has(code.id)) continue;
      seen.add(code.id);
      // What nests too deeply hangs at the top, so that it is not lost.
      const cutOff = next.depth > maxCodeDepth;
      ordered.push(cutOff ? { ...code, parentId: null } : code);
      const depth = cutOff ? 1 : next.depth + 1;
      const below = (children.get(code.id) ?? []).sort((a, b) => b.order - a.order);
      stack.push(...below.map((child) => ({ code: child, depth })));
    }
  };
  for (const code of (children.get(null) ?? []).sort((a, b) => a.order - b.order)) visit(code);
  // Only codes whose parents go round in a circle are left: the first of each circle becomes a top one.
  for (const code of byId.values()) if (!seen.has(code.id)) visit({ ...code, parentId: null });
  return ordered;
}
