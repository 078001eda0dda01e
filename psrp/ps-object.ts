/**
 * Values as PowerShell has them. Whatever a transport carries, it hands out these, so that no type is lost on the way:
 * 64-bit integers are bigint when they do not fit a number, times keep their 100 ns.
 */

/** A point in time as .NET's DateTime has it: whole seconds since 1970-01-01 UTC and nanoseconds (steps of 100). */
export class PSDateTime {
  constructor(
    readonly seconds: number,
    readonly nanos: number,
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

/** Anything that a property can hold. */
export type PSValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | PSDateTime
  | PSTimeSpan
  | PSGuid
  | PSObject
  | readonly PSValue[];

/**
 * An object with properties. Names keep their spelling and are found whatever their case, as in PowerShell. They live
 * in a Map, never as keys of an ordinary object, so a property called `__proto__` is only a property.
 */
export class PSObject {
  constructor(
    readonly properties: ReadonlyMap<string, PSValue>,
    /** The .NET type names, most derived first; `Deserialized.` stands before those that came over a wire. */
    readonly typeNames: readonly string[] = [],
    /** What the object's ToString gave, if it travelled. */
    readonly text?: string,
  ) {}

  /** The value of a property; undefined if there is none of that name. */
  get(name: string): PSValue | undefined {
    const exact = this.properties.get(name);
    if (exact !== undefined) return exact;
    const wanted = name.toLowerCase();
    for (const [key, value] of this.properties) {
      if (key.toLowerCase() === wanted) return value;
    }
    return undefined;
  }
}
