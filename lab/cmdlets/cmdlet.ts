import { PSDateTime, PSGuid, type PSObject, type PSValue } from '../../psrp';
import type { Organization } from '../organization/organization';
import type { Reader } from '../organization/reader';
import type { ReferenceCmdlet } from '../reference/reference';
import { invalidArgument, notFound } from './cmdlet-error';
import { parseFilter } from './opath-filter';
import type { Parameters } from './parameters';
import { filterReader, objectMaker, type PropertyTable, sortReader } from './property-table';

/** A call of a cmdlet that has passed the reference. */
export interface CmdletCall {
  readonly organization: Organization;
  readonly cmdlet: ReferenceCmdlet;
  readonly parameters: Parameters;
  /** Who calls, as LastDeviceWipeRequestor shows it. */
  readonly user: string;
  /** The properties that are wanted; all, if absent. */
  readonly select: readonly string[] | undefined;
  readonly warn: (message: string) => void;
}

/** A cmdlet: gives its objects one by one, so that a long list is never held. */
export type Cmdlet = (call: CmdletCall) => Iterable<PSObject>;

/** The organization as this call sees it. */
export function readerOf(call: CmdletCall): Reader {
  return call.organization.reader(call.parameters.text('DomainController') || undefined);
}

/** The name of the server in error texts. */
function serverName(call: CmdletCall): string {
  const { site } = call.organization;
  return (
    call.parameters.text('DomainController') ||
    (site.version === 'Online' ? `DB3PR01A001DC05.${site.domain}` : 'DC01.contoso.com')
  );
}

/** Lists items as objects: -Filter, -SortBy and -ResultSize applied, the wanted properties only. */
export function* listObjects<T>(
  call: CmdletCall,
  items: Iterable<T>,
  table: PropertyTable<T>,
  defaultSize = 1000,
): Iterable<PSObject> {
  const limit = call.parameters.resultSize(defaultSize);
  const make = objectMaker(table, call.select);
  let count = 0;
  for (const item of sorted(call, filtered(call, items, table), table)) {
    if (count++ === limit) {
      call.warn(moreResults(call));
      return;
    }
    yield make(item);
  }
}

function* filtered<T>(call: CmdletCall, items: Iterable<T>, table: PropertyTable<T>): Iterable<T> {
  const text = call.parameters.text('Filter');
  if (text === '') {
    yield* items;
    return;
  }
  const filter = parseFilter(text);
  const read = filterReader(table);
  for (const item of items) if (filter((name) => read(item, name))) yield item;
}

function sorted<T>(call: CmdletCall, items: Iterable<T>, table: PropertyTable<T>): Iterable<T> {
  const by = call.parameters.text('SortBy');
  if (by === '') return items;
  const read = sortReader(table);
  const keyed = [...items].map((item): [string, T] => {
    const value = read(item, by);
    if (value === undefined) throw invalidArgument(`"${by}" isn't a property to sort by.`, 'SortBy');
    return [sortKey(value), item];
  });
  return keyed.sort(([a], [b]) => (a < b ? -1 : Number(a > b))).map(([, item]) => item);
}

/** A text that sorts as the value does: numbers by size, times by time. */
function sortKey(value: PSValue): string {
  if (typeof value === 'number' || typeof value === 'bigint') return value.toString().padStart(20, '0');
  if (value instanceof PSDateTime || value instanceof PSGuid) return value.toString();
  return typeof value === 'string' ? value.toLowerCase() : JSON.stringify(value);
}

function moreResults(call: CmdletCall): string {
  return call.parameters.has('ResultSize')
    ? 'There are more results available than are currently displayed. To view them, increase the value for the ' +
        'ResultSize parameter.'
    : 'By default, only the first 1000 items are returned. Use the ResultSize parameter to specify the number of items ' +
        'returned. To return all items, specify "-ResultSize Unlimited". Be aware that, depending on the actual number ' +
        "of items, returning all items can take a long time and consume a large amount of memory. Also, we don't " +
        'recommend storing the results in a variable. Instead, pipe the results to another task or script to perform ' +
        'batch changes.';
}

/** The error for an identity that names nothing. */
export function missing(call: CmdletCall, identity: string): Error {
  return notFound(identity, serverName(call));
}
