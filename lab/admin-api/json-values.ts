import { ListChange } from '../../plugin/exchange/command';
import { PSDateTime, PSGuid, PSObject, PSTimeSpan, type PSValue } from '../../psrp';

/** Writes objects as the admin API does: beside each typed value a key that names its .NET type. */
export class ObjectWriter {
  /** Property names as JSON, each with its colon: they are the same for all objects of a list. */
  private readonly keys = new Map<string, string>();

  /** The object's JSON. */
  write(object: PSObject): string {
    const members: string[] = [];
    for (const [name, value] of object.properties) {
      for (const [kind, type] of typesOf(value)) members.push(`${this.key(name + kind)}"${type}"`);
      members.push(this.key(name) + valueJson(value));
    }
    return `{${members.join(',')}}`;
  }

  private key(name: string): string {
    const known = this.keys.get(name);
    if (known !== undefined) return known;
    const made = `${JSON.stringify(name)}:`;
    this.keys.set(name, made);
    return made;
  }
}

type TypeMarks = readonly (readonly ['@data.type' | '@odata.type', string])[];

const NO_MARKS: TypeMarks = [];
const GUID_MARKS: TypeMarks = [
  ['@data.type', 'System.Guid'],
  ['@odata.type', '#Guid'],
];
const DATE_MARKS: TypeMarks = [['@data.type', 'System.DateTime']];
const INT32_MARKS: TypeMarks = [['@data.type', 'System.Int32']];
const INT64_MARKS: TypeMarks = [
  ['@data.type', 'System.Int64'],
  ['@odata.type', '#Int64'],
];
const LIST_MARKS: TypeMarks = [['@odata.type', '#Collection(String)']];

function typesOf(value: PSValue): TypeMarks {
  if (typeof value === 'string') return NO_MARKS;
  if (value instanceof PSGuid) return GUID_MARKS;
  if (value instanceof PSDateTime) return DATE_MARKS;
  if (typeof value === 'number') return INT32_MARKS;
  if (typeof value === 'bigint') return INT64_MARKS;
  return Array.isArray(value) ? LIST_MARKS : NO_MARKS;
}

function valueJson(value: PSValue): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (value instanceof PSGuid) return `"${value.text}"`;
  if (value instanceof PSDateTime) return `"${value.toString().slice(0, -1)}+00:00"`;
  if (value instanceof PSTimeSpan) return `"${value.seconds}"`;
  if (value instanceof PSObject) return new ObjectWriter().write(value);
  if (value instanceof Uint8Array) return JSON.stringify(Buffer.from(value).toString('base64'));
  if (Array.isArray(value)) return `[${(value as readonly PSValue[]).map(valueJson).join(',')}]`;
  return typeof value === 'bigint' ? value.toString() : JSON.stringify(value);
}

/** Parameters as they came, for the cmdlets: a GenericHashTable with Add and Remove becomes a ListChange. */
export function readParameters(parameters: Readonly<Record<string, unknown>>): Map<string, unknown> {
  return new Map(Object.entries(parameters).map(([name, value]) => [name, readValue(value)]));
}

function readValue(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const members = new Map(Object.entries(value).map(([name, member]) => [name.toLowerCase(), member as unknown]));
  const list = (name: string): string[] => {
    const member = members.get(name);
    if (member === undefined || member === null) return [];
    return (Array.isArray(member) ? member : [member]).map(String);
  };
  if (members.get('@odata.type') !== '#Exchange.GenericHashTable') return value;
  // An empty hash table is an empty multi-valued property.
  return members.has('add') || members.has('remove') ? new ListChange(list('add'), list('remove')) : [];
}
