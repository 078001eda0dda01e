import { ListChange } from '../../plugin/exchange/command';
import { PSDateTime, PSGuid, PSObject, PSTimeSpan, type PSValue } from '../../psrp';

/** An object as the admin API writes it: beside each typed value a key that names its .NET type. */
export function objectJson(object: PSObject): string {
  const members: string[] = [];
  for (const [name, value] of object.properties) {
    for (const [kind, type] of typesOf(value)) members.push(`${JSON.stringify(`${name}@${kind}`)}:"${type}"`);
    members.push(`${JSON.stringify(name)}:${valueJson(value)}`);
  }
  return `{${members.join(',')}}`;
}

function typesOf(value: PSValue): readonly (readonly ['data.type' | 'odata.type', string])[] {
  if (value instanceof PSGuid)
    return [
      ['data.type', 'System.Guid'],
      ['odata.type', '#Guid'],
    ];
  if (value instanceof PSDateTime) return [['data.type', 'System.DateTime']];
  if (typeof value === 'number') return [['data.type', 'System.Int32']];
  if (typeof value === 'bigint')
    return [
      ['data.type', 'System.Int64'],
      ['odata.type', '#Int64'],
    ];
  return Array.isArray(value) ? [['odata.type', '#Collection(String)']] : [];
}

function valueJson(value: PSValue): string {
  if (value instanceof PSGuid) return `"${value.text}"`;
  if (value instanceof PSDateTime) return `"${value.toString().replace('Z', '+00:00')}"`;
  if (value instanceof PSTimeSpan) return `"${value.seconds}"`;
  if (value instanceof PSObject) return objectJson(value);
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
