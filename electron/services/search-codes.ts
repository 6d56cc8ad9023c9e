/** Codes as something to be found: by their names and descriptions. A codebook is small, so that it needs no index. */
import type { FoundCode } from '../../core/contract/search';
import type { CodeId } from '../../core/model/ids';
import type { Span } from '../../core/model/text';
import type { SearchQuery } from '../../core/search/query';
import { answersQuery, querySpans } from '../../core/search/spans';
import type { PassageFilter, SearchableCode, SearchableTable } from '../library/search/searchable';

const most = 50;
/** Longer ones are looked through to here. */
const descriptionLength = 5000;

function spansIn(text: string, query: SearchQuery, literal: boolean): Span[] {
  const { key, others } = querySpans(text, query, literal);
  return [...key, ...others].sort((a, b) => a[0] - b[0]);
}

/** Codes whose name and description together answer the query, in the order of the codebook. */
export function findCodes(table: SearchableTable, query: SearchQuery, literal: boolean, filter: PassageFilter): FoundCode[] {
  const all = table.codes();
  const byId = new Map<CodeId, SearchableCode>(all.map((code) => [code.id, code]));
  const pathOf = ({ parentId, depth }: SearchableCode): string[] => {
    const path: string[] = [];
    let above = parentId === null ? undefined : byId.get(parentId);
    for (let i = 0; above && i < depth; i += 1) {
      path.unshift(above.name);
      above = above.parentId === null ? undefined : byId.get(above.parentId);
    }
    return path;
  };
  return all
    .map((code) => ({ ...code, description: code.description.slice(0, descriptionLength) }))
    .filter(({ name, description }) => answersQuery(`${name}\n${description}`, query, literal))
    .slice(0, most)
    .map((code) => ({
      id: code.id,
      name: code.name,
      description: code.description,
      colour: code.colour,
      path: pathOf(code),
      passages: table.passageCount([code.id], filter),
      nameSpans: spansIn(code.name, query, literal),
      descriptionSpans: spansIn(code.description, query, literal),
    }));
}
