import { osName } from '../../tasks/eas-connector-manage/tally';
import type { ApiPage, ApiRow, ApiSort } from './api-types';
import { TextSearch } from './text-search';

/** What a page of the list is asked for with. Empty texts do not filter. */
export interface PageQuery {
  readonly search: string;
  readonly access: string;
  readonly family: string;
  readonly os: string;
  readonly easVersion: string;
  readonly attention: string;
  /** `online`, `offline`, or empty. */
  readonly online: string;
  /** `any`: a wipe stands, or did. */
  readonly wipe: string;
  readonly sort: ApiSort;
  readonly isDescending: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** What else a row is found by, besides what it shows. */
export type SearchText = (guid: string) => string;

/** The columns that sort, each by one text. */
const SORT_KEYS: Readonly<Record<ApiSort, (row: ApiRow) => string>> = {
  user: ({ user, address }) => (user || address).toLowerCase(),
  device: ({ device, model }) => `${device} ${model}`.toLowerCase(),
  os: ({ os }) => os.toLowerCase(),
  family: ({ family }) => family,
  access: ({ access }) => access,
  lastSync: ({ lastSync }) => lastSync,
  firstSync: ({ firstSync }) => firstSync,
  easVersion: ({ easVersion }) => easVersion.padStart(6, '0'),
};

/** The columns that can be sorted by. */
export const SORTS = Object.keys(SORT_KEYS) as readonly ApiSort[];

/**
 * Partnerships, to be searched, filtered, sorted and paged. The order by a column is worked out when it is first asked
 * for and kept until a row changes; a page is then one walk along it.
 */
export class PartnershipIndex {
  readonly #rows: ApiRow[];
  readonly #search: TextSearch;
  readonly #places: ReadonlyMap<string, number>;
  readonly #orders = new Map<ApiSort, Uint32Array>();

  constructor(rows: readonly ApiRow[], searchText: SearchText) {
    this.#rows = [...rows];
    this.#search = new TextSearch(rows.map((row) => textOf(row, searchText(row.guid))));
    this.#places = new Map(rows.map(({ guid }, place) => [guid, place]));
  }

  get size(): number {
    return this.#rows.length;
  }

  row(guid: string): ApiRow | undefined {
    const place = this.#places.get(guid);
    return place === undefined ? undefined : this.#rows[place];
  }

  rows(): Iterable<ApiRow> {
    return this.#rows;
  }

  /** Replaces a row that is there. */
  update(row: ApiRow, searchText: string): void {
    const place = this.#places.get(row.guid);
    if (place === undefined) return;
    this.#rows[place] = row;
    this.#search.replace(place, textOf(row, searchText));
    this.#orders.clear();
  }

  /** The rows that match, one page of them; the last page, for an offset past the end. */
  page(query: PageQuery): ApiPage {
    const order = this.#order(query.sort);
    const found = this.#search.matching(query.search.split(/\s+/));
    const rows: ApiRow[] = [];
    let matched = 0;
    for (let step = 0; step < order.length; step += 1) {
      const place = order[query.isDescending ? order.length - 1 - step : step] ?? 0;
      if (found?.[place] === 0) continue;
      const row = this.#rows[place];
      if (!row || !matches(row, query)) continue;
      if (matched >= query.offset && rows.length < query.limit) rows.push(row);
      matched += 1;
    }
    const isPastEnd = rows.length === 0 && matched > 0 && query.limit > 0;
    // There are fewer than there were when the address was made.
    if (isPastEnd) return this.page({ ...query, offset: matched - 1 - ((matched - 1) % query.limit) });
    return { total: this.#rows.length, matched, offset: query.offset, rows };
  }

  #order(sort: ApiSort): Uint32Array {
    const known = this.#orders.get(sort);
    if (known) return known;
    const order = orderOf(this.#rows.map(SORT_KEYS[sort]));
    this.#orders.set(sort, order);
    return order;
  }
}

/** The places of keys in their order; equal ones stay as they came, so that pages do not overlap. */
function orderOf(keys: readonly string[]): Uint32Array {
  const ranks = new Map([...new Set(keys)].sort().map((key, rank) => [key, rank]));
  const next = new Uint32Array(ranks.size + 1);
  const rankOf = (key: string): number => ranks.get(key) ?? 0;
  for (const key of keys) next[rankOf(key) + 1] = (next[rankOf(key) + 1] ?? 0) + 1;
  for (let rank = 1; rank < next.length; rank += 1) next[rank] = (next[rank] ?? 0) + (next[rank - 1] ?? 0);
  const order = new Uint32Array(keys.length);
  for (const [place, key] of keys.entries()) {
    const rank = rankOf(key);
    const at = next[rank] ?? 0;
    order[at] = place;
    next[rank] = at + 1;
  }
  return order;
}

function textOf(row: ApiRow, more: string): string {
  return [row.user, row.address, row.device, row.model, row.os, row.family, row.guid, more].join('\n');
}

function matches(row: ApiRow, query: PageQuery): boolean {
  if (query.access !== '' && row.access !== query.access) return false;
  if (query.family !== '' && row.family !== query.family) return false;
  if (query.os !== '' && osName(row.os) !== query.os) return false;
  if (query.easVersion !== '' && row.easVersion !== query.easVersion) return false;
  if (query.online !== '' && row.isOnline !== (query.online === 'online')) return false;
  if (query.wipe !== '' && row.wipe === '') return false;
  return query.attention === '' || isNoted(row, query.attention);
}

function isNoted({ attention }: ApiRow, wanted: string): boolean {
  return wanted === 'any' ? attention.length > 0 : attention.includes(wanted);
}
