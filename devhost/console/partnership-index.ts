import { osName } from '../../tasks/eas-connector-manage/tally';
import type { ApiPage, ApiRow, ApiSort } from './api-types';

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

/** A row with what it is found by. */
interface Entry {
  row: ApiRow;
  /** Everything that is searched, in lower case. */
  text: string;
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
  readonly #entries: Entry[];
  readonly #places: ReadonlyMap<string, number>;
  readonly #orders = new Map<ApiSort, Uint32Array>();

  constructor(rows: readonly ApiRow[], searchText: SearchText) {
    this.#entries = rows.map((row) => entryOf(row, searchText(row.guid)));
    this.#places = new Map(rows.map(({ guid }, place) => [guid, place]));
  }

  get size(): number {
    return this.#entries.length;
  }

  row(guid: string): ApiRow | undefined {
    const place = this.#places.get(guid);
    return place === undefined ? undefined : this.#entries[place]?.row;
  }

  *rows(): Generator<ApiRow> {
    for (const { row } of this.#entries) yield row;
  }

  /** Replaces a row that is there. */
  update(row: ApiRow, searchText: string): void {
    const place = this.#places.get(row.guid);
    if (place === undefined) return;
    this.#entries[place] = entryOf(row, searchText);
    this.#orders.clear();
  }

  /** The rows that match, one page of them. */
  page(query: PageQuery): ApiPage {
    const order = this.#order(query.sort);
    const words = query.search.toLowerCase().split(/\s+/).filter(Boolean);
    const rows: ApiRow[] = [];
    let matched = 0;
    for (let step = 0; step < order.length; step += 1) {
      const entry = this.#entries[order[query.isDescending ? order.length - 1 - step : step] ?? 0];
      if (!entry || !matches(entry, query, words)) continue;
      if (matched >= query.offset && rows.length < query.limit) rows.push(entry.row);
      matched += 1;
    }
    return { total: this.#entries.length, matched, offset: query.offset, rows };
  }

  #order(sort: ApiSort): Uint32Array {
    const known = this.#orders.get(sort);
    if (known) return known;
    const keys = this.#entries.map(({ row }) => SORT_KEYS[sort](row));
    const order = Uint32Array.from(this.#entries.keys());
    // Places break ties, so that pages do not overlap.
    order.sort((a, b) => {
      const [left = '', right = ''] = [keys[a], keys[b]];
      return left < right ? -1 : left > right ? 1 : a - b;
    });
    this.#orders.set(sort, order);
    return order;
  }
}

function entryOf(row: ApiRow, more: string): Entry {
  const text = [row.user, row.address, row.device, row.model, row.os, row.family, row.guid, more].join('\n');
  return { row, text: text.toLowerCase() };
}

function matches({ row, text }: Entry, query: PageQuery, words: readonly string[]): boolean {
  if (query.access !== '' && row.access !== query.access) return false;
  if (query.family !== '' && row.family !== query.family) return false;
  if (query.os !== '' && osName(row.os) !== query.os) return false;
  if (query.easVersion !== '' && row.easVersion !== query.easVersion) return false;
  if (query.online !== '' && row.isOnline !== (query.online === 'online')) return false;
  if (query.wipe !== '' && row.wipe === '') return false;
  if (query.attention !== '' && !isNoted(row, query.attention)) return false;
  return words.every((word) => text.includes(word));
}

function isNoted({ attention }: ApiRow, wanted: string): boolean {
  return wanted === 'any' ? attention.length > 0 : attention.includes(wanted);
}
