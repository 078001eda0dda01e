import { PSDateTime, PSGuid, PSObject, PSTimeSpan, type PSValue } from '../../psrp';
import type { TextKind } from './property-kinds';

/**
 * How the values of a column are written. `plain`: text, true, false or null as in JSON. `mixed`: each value says what
 * it is. `enum:X` and `objectId` are texts that stand for something else in the .NET object.
 */
type ColumnKind =
  'plain' | 'int32' | 'int64' | 'double' | 'guid' | 'ticks' | 'span' | 'list' | 'mixed' | 'objectId' | `enum:${string}`;

const MOST_ROWS = 128;
const FIRST_ROWS = 8;
const UNIX_TICKS = 621_355_968_000_000_000n;

/**
 * Text that JSON readers would change: PowerShell 7 makes what looks like a time into one, Windows PowerShell what looks
 * like a Date of old JavaScript; half a surrogate pair does not survive UTF-8. It is written as numbers.
 */
const DELICATE = /^\d{4}-\d\d-\d\dT|^\/Date\(|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/**
 * Writes objects as lines of JSON: a line with the shape (type and property names) whenever it changes, and lines with
 * rows of values. What PowerShell gets of them has .NET's types again.
 */
export class ObjectLines {
  private names: readonly string[] = [];
  private typeName: string | undefined;
  private textKinds: readonly TextKind[] = [];
  private kinds: (ColumnKind | undefined)[] = [];
  private rows: PSObject[] = [];
  private limit = FIRST_ROWS;
  /** How many objects were given. */
  count = 0;

  /** @param kindOf what the texts of a property stand for; nothing, in a REST client's objects */
  constructor(private readonly kindOf: (property: string) => TextKind) {}

  /** Adds an object; the lines that are complete by now. */
  *add(object: PSObject): Iterable<string> {
    this.count++;
    if (!this.hasShapeOf(object)) {
      yield* this.flush();
      yield this.beginShape(object);
    }
    this.rows.push(object);
    if (this.rows.length >= this.limit) yield* this.flush();
  }

  /** The line of what was held back. */
  *flush(): Iterable<string> {
    if (this.rows.length === 0) return;
    const values = this.rows.map((row) => [...row.properties.values()]);
    for (const [column] of this.names.entries()) this.settleKind(column, values);
    const rows = values.map((row) => `[${row.map((value, column) => this.write(value, column)).join(',')}]`);
    const kinds = JSON.stringify(this.kinds.map((kind) => kind ?? 'plain'));
    this.rows = [];
    this.limit = MOST_ROWS;
    yield `{"kinds":${kinds},"rows":[${rows.join(',')}]}\n`;
  }

  private hasShapeOf(object: PSObject): boolean {
    if (this.typeName !== object.typeNames[0] || this.names.length !== object.properties.size) return false;
    let column = 0;
    for (const name of object.properties.keys()) if (this.names[column++] !== name) return false;
    return true;
  }

  private beginShape(object: PSObject): string {
    this.typeName = object.typeNames[0] ?? 'System.Object';
    this.names = [...object.properties.keys()];
    this.textKinds = this.names.map(this.kindOf);
    this.kinds = this.names.map(() => undefined);
    const enums: Record<string, readonly string[]> = {};
    for (const kind of this.textKinds) if (typeof kind === 'object') enums[kind.enumeration] = kind.members;
    return `${JSON.stringify({ shape: { typeName: this.typeName, names: this.names, enums } })}\n`;
  }

  /** A column keeps its kind, so that PowerShell makes its reader once; it only ever becomes mixed. */
  private settleKind(column: number, values: readonly (readonly PSValue[])[]): void {
    for (const row of values) {
      const kind = kindOfValue(row[column] ?? null, this.textKinds[column]);
      if (kind === undefined || kind === this.kinds[column]) continue;
      this.kinds[column] = this.kinds[column] === undefined ? kind : 'mixed';
    }
  }

  private write(value: PSValue, column: number): string {
    return this.kinds[column] === 'mixed' ? taggedJson(value) : plainJson(value);
  }
}

/** The kind of a column with such a value; undefined if null, which fits all. */
function kindOfValue(value: PSValue, textKind: TextKind): ColumnKind | undefined {
  if (value === null) return undefined;
  if (typeof value === 'string') {
    if (DELICATE.test(value)) return 'mixed';
    if (textKind === undefined) return 'plain';
    return textKind === 'objectId' ? 'objectId' : `enum:${textKind.enumeration}`;
  }
  if (typeof value === 'boolean') return 'plain';
  if (typeof value === 'number')
    return Number.isInteger(value) ? (value === (value | 0) ? 'int32' : 'int64') : 'double';
  if (typeof value === 'bigint') return 'int64';
  if (value instanceof PSGuid) return 'guid';
  if (value instanceof PSDateTime) return 'ticks';
  if (value instanceof PSTimeSpan) return 'span';
  return isPlainList(value) ? 'list' : 'mixed';
}

function isPlainList(value: PSValue): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string' && !DELICATE.test(item));
}

function plainJson(value: PSValue): string {
  if (typeof value === 'bigint') return value.toString();
  if (value instanceof PSGuid) return `"${value.text}"`;
  if (value instanceof PSDateTime) return dateTicks(value).toString();
  if (value instanceof PSTimeSpan) return spanTicks(value).toString();
  return JSON.stringify(value);
}

/** A value that says what it is: an object with one member, whose name is the kind. */
function taggedJson(value: PSValue): string {
  if (value === null || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'string') {
    if (!DELICATE.test(value)) return JSON.stringify(value);
    return `{"chars":[${Array.from({ length: value.length }, (_, place) => value.charCodeAt(place)).join(',')}]}`;
  }
  if (value instanceof PSObject) {
    const names = [...value.properties.keys()];
    const values = [...value.properties.values()].map(taggedJson).join(',');
    const typeName = JSON.stringify(value.typeNames[0] ?? 'System.Object');
    return `{"object":{"typeName":${typeName},"names":${JSON.stringify(names)},"values":[${values}]}}`;
  }
  if (Array.isArray(value)) return `{"items":[${(value as readonly PSValue[]).map(taggedJson).join(',')}]}`;
  if (value instanceof Uint8Array) return `{"bytes":"${Buffer.from(value).toString('base64')}"}`;
  return `{"${kindOfValue(value, undefined) ?? 'plain'}":${plainJson(value)}}`;
}

function dateTicks(value: PSDateTime): bigint {
  return UNIX_TICKS + BigInt(value.seconds) * 10_000_000n + BigInt(Math.floor(value.nanos / 100));
}

function spanTicks(value: PSTimeSpan): bigint {
  return BigInt(value.seconds) * 10_000_000n + BigInt(Math.trunc(value.nanos / 100));
}
