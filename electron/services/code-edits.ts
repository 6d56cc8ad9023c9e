/** What an edit of the codebook changes: the states of all codes and codings concerned, before and after. */
import type { CodeEdit } from '../../core/contract/codes';
import type { HistoryLabel } from '../../core/contract/schemas';
import { maxCodeDepth } from '../../core/formats/exchange/code-tree';
import { type CodeId, newId } from '../../core/model/ids';
import { ExpectedError } from '../../core/model/result';
import type { CodeState, CodesTable, StoredCoding } from '../library/codes';
import type { CodingStates } from '../library/history';
import { codeOf } from './notes-data';

export interface CodePlan {
  codeId: CodeId;
  label: HistoryLabel;
  before: CodingStates;
  after: CodingStates;
}

const placeOf = ({ target: { versionId, position }, coder, reportId }: StoredCoding): string =>
  [reportId, versionId, position.start, position.end, coder].join(' ');

/** Errors: code-not-found, edit-impossible. */
export function planCodeEdit(table: CodesTable, edit: CodeEdit): CodePlan {
  const all = table.list();
  const byId = new Map(all.map((code) => [code.id, code]));
  const live = (id: CodeId): CodeState => {
    const code = byId.get(id);
    if (!code) throw new ExpectedError('code-not-found');
    return code;
  };
  const childrenOf = (id: CodeId | null): CodeState[] =>
    all.filter((code) => (code.parentId !== null && byId.has(code.parentId) ? code.parentId : null) === id);
  const below = (id: CodeId): CodeState[] => {
    const found: CodeState[] = [];
    const seen = new Set<CodeId>();
    const visit = (parent: CodeId): void => {
      for (const child of childrenOf(parent)) {
        if (seen.has(child.id)) continue;
        seen.add(child.id);
        found.push(child);
        visit(child.id);
      }
    };
    visit(id);
    return found;
  };
  const depthOf = (id: CodeId | null): number => {
    let depth = 0;
    for (let at = id; at !== null && depth <= maxCodeDepth; depth += 1) at = byId.get(at)?.parentId ?? null;
    return depth;
  };
  const codes = (before: CodeState[], after: CodeState[]): Pick<CodePlan, 'before' | 'after'> => ({
    before: { codes: before, codings: [], notes: [] },
    after: { codes: after, codings: [], notes: [] },
  });
  /** Only what differs is a change. */
  const changes = (after: readonly CodeState[], was: (code: CodeState) => CodeState = (code) => byId.get(code.id)!) => {
    const changed = after.filter((code) => JSON.stringify(code) !== JSON.stringify(was(code)));
    return codes(changed.map(was), changed);
  };

  switch (edit.type) {
    case 'create': {
      if (edit.parentId !== null) live(edit.parentId);
      if (depthOf(edit.parentId) >= maxCodeDepth) throw new ExpectedError('edit-impossible');
      const { parentId, name, description, colour } = edit;
      const order = Math.max(-1, ...childrenOf(parentId).map((code) => code.order)) + 1;
      const made: CodeState = { id: newId<CodeId>(), parentId, name, description, colour, order, deleted: false };
      return { codeId: made.id, label: 'code-create', ...codes([{ ...made, deleted: true, withdrawn: true }], [made]) };
    }
    case 'update': {
      const old = live(edit.codeId);
      const { name = old.name, description = old.description, colour = old.colour } = edit;
      return { codeId: old.id, label: 'code-update', ...changes([{ ...old, name, description, colour }]) };
    }
    case 'move': {
      const old = live(edit.codeId);
      if (edit.parentId !== null) live(edit.parentId);
      const tree = below(old.id);
      if (edit.parentId === old.id || tree.some((code) => code.id === edit.parentId)) throw new ExpectedError('edit-impossible');
      if (depthOf(edit.parentId) >= maxCodeDepth) throw new ExpectedError('edit-impossible');
      const siblings = childrenOf(edit.parentId).filter((code) => code.id !== old.id);
      siblings.splice(Math.min(edit.order, siblings.length), 0, { ...old, parentId: edit.parentId });
      return { codeId: old.id, label: 'code-move', ...changes(siblings.map((code, order) => ({ ...code, order }))) };
    }
    case 'merge': {
      const old = live(edit.codeId);
      const into = live(edit.into);
      if (old.id === into.id || below(old.id).some((code) => code.id === into.id)) throw new ExpectedError('edit-impossible');
      const taken = new Set(table.codingsOf(into.id).map(placeOf));
      const moving = table.codingsOf(old.id);
      const start = Math.max(-1, ...childrenOf(into.id).map((code) => code.order)) + 1;
      const children = childrenOf(old.id).map((code, k) => ({ ...code, parentId: into.id, order: start + k }));
      const plan = changes([...children, { ...old, deleted: true }]);
      plan.before.codings = moving.map(({ id }) => ({ id, codeId: old.id, deleted: false }));
      plan.after.codings = moving.map((coding) => {
        // A passage that has both codes keeps the one.
        const twice = taken.has(placeOf(coding));
        taken.add(placeOf(coding));
        return { id: coding.id, codeId: twice ? old.id : into.id, deleted: twice };
      });
      return { codeId: into.id, label: 'code-merge', ...plan };
    }
    case 'delete': {
      const old = live(edit.codeId);
      return {
        codeId: old.id,
        label: 'code-delete',
        ...changes([old, ...below(old.id)].map((code) => ({ ...code, deleted: true }))),
      };
    }
    case 'restore': {
      const old = table.get(edit.codeId);
      if (!old.deleted) throw new ExpectedError('code-not-found');
      const parentId = old.parentId !== null && byId.has(old.parentId) ? old.parentId : null;
      return { codeId: old.id, label: 'code-restore', ...changes([{ ...codeOf(old), parentId, deleted: false }], () => old) };
    }
  }
}
