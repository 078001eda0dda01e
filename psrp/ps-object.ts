/**
 * Values as PowerShell has them. Whatever a transport carries, it hands out these, so that no type is lost on the way:
 * 64-bit integers are bigint when they do not fit a number, times keep their 100 ns.
 */
import type { PSDictionary } from './values/ps-dictionary';
import type { PSPrimitive } from './values/ps-primitive';
import type { PSSecureString } from './values/ps-secure-string';

/** What .NET's DateTimeKind says of a time. */
export type DateTimeKind = 'Utc' | 'Local' | 'Unspecified';

/** A point in time as .NET's DateTime has it: whole seconds since 1970-01-01 UTC and nanoseconds (steps of 100). */
export class PSDateTime {
  /**
   * @param kind `Unspecified`: the time was written without a zone; `seconds` then is its wall clock read as UTC
   * @param offsetMinutes of a `Local` time: how far its clock was ahead of UTC. `seconds` is in UTC all the same
   */
  constructor(
    readonly seconds: number,
    readonly nanos: number,
    readonly kind: DateTimeKind = 'Utc',
    readonly offsetMinutes = 0,
  ) {}

  /** ISO 8601 in UTC with seven fraction digits, as XmlConvert writes it. */
  toString(): string {
    const whole = new Date(this.seconds * 1000).toISOString().slice(0, 19);
    return `${whole}.${String(Math.floor(this.nanos / 100)).padStart(7, '0')}Z`;
  }
}

/** A span of time, in seconds and nanoseconds of the same sign. */
export class PSTimeSpan {
  constructor(
    readonly seconds: number,
    readonly nanos: number,
  ) {}

  /** As TimeSpan.ToString() shows it: [-][d.]hh:mm:ss[.fffffff]. */
  toString(): string {
    const total = Math.abs(this.seconds);
    const two = (part: number): string => String(Math.floor(part)).padStart(2, '0');
    const days = Math.floor(total / 86_400);
    const clock = `${two((total % 86_400) / 3600)}:${two((total % 3600) / 60)}:${two(total % 60)}`;
    const ticks = Math.floor(Math.abs(this.nanos) / 100);
    const sign = this.seconds < 0 || this.nanos < 0 ? '-' : '';
    return `${sign}${days > 0 ? `${days}.` : ''}${clock}${ticks > 0 ? `.${String(ticks).padStart(7, '0')}` : ''}`;
  }
}

/** A GUID in lower case with hyphens. */
export class PSGuid {
  readonly text: string;

  constructor(text: string) {
    this.text = text.toLowerCase();
  }

  toString(): string {
    return this.text;
  }
}

/** Values that hold no others: one element of CLIXML with a text. */
export type Primitive =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | PSDateTime
  | PSTimeSpan
  | PSGuid
  | PSPrimitive
  | PSSecureString;

/** Anything that a property can hold. Lists that are more than an `object[]` are a PSList, which is an array too. */
export type PSValue = Primitive | PSDictionary | PSObject | readonly PSValue[];

/** The value of a name, in a map with names as PowerShell has them: whatever their case. */
export function findByName<T>(values: ReadonlyMap<unknown, T>, name: string): T | undefined {
  const exact = values.get(name);
  if (exact !== undefined) return exact;
  const wanted = name.toLowerCase();
  for (const [key, value] of values) {
    if (typeof key === 'string' && key.length === name.length && key.toLowerCase() === wanted) return value;
  }
  return undefined;
}

/**
 * An object with properties. Names keep their spelling and are found whatever their case, as in PowerShell. They live
 * in a Map, never as keys of an ordinary object, so a property called `__proto__` is only a property.
 */
export class PSObject {
  constructor(
    readonly properties: ReadonlyMap<string, PSValue>,
    /** The .NET type names as they travelled, most derived first; `Deserialized.` says that they had travelled before. */
    readonly typeNames: readonly string[] = [],
    /** What the object's ToString gave, if it travelled. */
    readonly text?: string,
    /** The value inside: an enum's number, or the primitive that carries properties of its own. */
    readonly value?: PSValue,
    /**
     * How many of the properties, from the first, are the .NET object's own (adapted); the rest are notes. If it is not
     * said, those of an object with a type are adapted, and those of a property bag are notes.
     */
    readonly adapted?: number,
  ) {}

  /** The value of a property; undefined if there is none of that name. */
  get(name: string): PSValue | undefined {
    return findByName(this.properties, name);
  }

  /** Whether the object is of a .NET type, or was before it crossed a wire. */
  isOfType(typeName: string): boolean {
    const wanted = typeName.toLowerCase();
    return this.typeNames.some((name) => {
      const given = name.toLowerCase();
      return given === wanted || given === `deserialized.${wanted}`;
    });
  }

  /** What PowerShell would show. */
  toString(): string {
    if (this.text !== undefined) return this.text;
    return valueHasText(this.value) ? String(this.value) : (this.typeNames[0] ?? '');
  }
}

/** Whether the value within an object has a text of its own. An object within an object may be itself: not that. */
export function valueHasText(value: PSValue | undefined): value is PSValue {
  if (value === undefined || value === null || value instanceof PSObject) return false;
  return !Array.isArray(value) && !(value instanceof Uint8Array);
}
