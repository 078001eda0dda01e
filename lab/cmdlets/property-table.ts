import { PSDateTime, PSGuid, PSObject, type PSValue } from '../../psrp';

/** The properties of a type of object: a name and how its value is worked out, so that only what is wanted costs. */
export interface PropertyTable<T> {
  /** The .NET type, for example Microsoft.Exchange.Data.Directory.Management.Mailbox. */
  readonly typeName: string;
  readonly properties: readonly (readonly [name: string, read: (item: T) => PSValue])[];
  /** The names that -Filter takes, where Microsoft lists them; all properties, if absent. */
  readonly filterable?: readonly string[];
  /** Names under which -Filter alone knows a property. */
  readonly filterNames?: PropertyTable<T>['properties'];
  /** The names that -SortBy takes, where Microsoft lists them; all properties, if absent. */
  readonly sortable?: readonly string[];
}

/** Makes objects of a table, with all properties or those that are wanted. */
export function objectMaker<T>(table: PropertyTable<T>, wanted: readonly string[] | undefined): (item: T) => PSObject {
  const names = wanted === undefined ? undefined : new Set(wanted.map((name) => name.toLowerCase()));
  const kept = table.properties.filter(([name]) => names?.has(name.toLowerCase()) !== false);
  const typeNames = [table.typeName, 'System.Object'];
  return (item) => new PSObject(new Map(kept.map(([name, read]) => [name, read(item)])), typeNames);
}

/** Reads one property of an item, whatever the case of its name; undefined if it knows none of that name. */
export type PropertyReader<T> = (item: T, name: string) => PSValue | undefined;

/** Reads the properties that a table shows. */
export function propertyReader<T>({ properties }: PropertyTable<T>): PropertyReader<T> {
  return readerOf(properties, undefined);
}

/** Reads the properties that -Filter takes. */
export function filterReader<T>({ properties, filterNames = [], filterable }: PropertyTable<T>): PropertyReader<T> {
  return readerOf([...properties, ...filterNames], filterable);
}

/** Reads the properties that -SortBy takes. */
export function sortReader<T>({ properties, sortable }: PropertyTable<T>): PropertyReader<T> {
  return readerOf(properties, sortable);
}

function readerOf<T>(
  properties: PropertyTable<T>['properties'],
  allowed: readonly string[] | undefined,
): PropertyReader<T> {
  const known = properties.filter(([name]) => allowed?.includes(name) !== false);
  const readers = new Map(known.map(([name, read]) => [name.toLowerCase(), read]));
  return (item, name) => readers.get(name.toLowerCase())?.(item);
}

/** A time in milliseconds as a DateTime; null if there is none. */
export function dateTime(ms: number | null | undefined): PSDateTime | null {
  if (ms === null || ms === undefined) return null;
  const seconds = Math.floor(ms / 1000);
  return new PSDateTime(seconds, Math.round((ms - seconds * 1000) * 1e6));
}

/** What every object of the directory shows, in this order. */
export interface DirectoryObject {
  readonly name: string;
  readonly identity: string;
  readonly distinguishedName: string;
  readonly guid: string;
  readonly whenCreated: number;
  readonly whenChanged: number;
  readonly organizationId: string;
  readonly originatingServer: string;
  readonly objectClass: readonly string[];
}

/** The properties of every object of the directory. */
export function directoryProperties<T>(
  describe: (item: T) => DirectoryObject,
): (readonly [string, (item: T) => PSValue])[] {
  // The properties of one object are read one after the other: it is described once.
  let last: { readonly item: T; readonly described: DirectoryObject } | undefined;
  const of = (item: T): DirectoryObject => {
    if (last?.item !== item) last = { item, described: describe(item) };
    return last.described;
  };
  return [
    ['Identity', (item) => of(item).identity],
    ['Id', (item) => of(item).identity],
    ['Name', (item) => of(item).name],
    ['DistinguishedName', (item) => of(item).distinguishedName],
    ['Guid', (item) => new PSGuid(of(item).guid)],
    ['ExchangeObjectId', (item) => new PSGuid(of(item).guid)],
    ['AdminDisplayName', () => ''],
    ['ExchangeVersion', () => '0.10 (14.0.100.0)'],
    ['ObjectCategory', (item) => of(item).objectClass.at(-1) ?? ''],
    ['ObjectClass', (item) => of(item).objectClass],
    ['WhenChanged', (item) => dateTime(of(item).whenChanged)],
    ['WhenCreated', (item) => dateTime(of(item).whenCreated)],
    ['WhenChangedUTC', (item) => dateTime(of(item).whenChanged)],
    ['WhenCreatedUTC', (item) => dateTime(of(item).whenCreated)],
    ['OrganizationId', (item) => of(item).organizationId],
    ['OriginatingServer', (item) => of(item).originatingServer],
    ['IsValid', () => true],
    ['ObjectState', () => 'Unchanged'],
  ];
}
