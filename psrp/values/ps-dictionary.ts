import { findByName, type PSValue } from '../ps-object';

/** What PowerShell calls the type of `@{}`. */
export const HASHTABLE: readonly string[] = ['System.Collections.Hashtable', 'System.Object'];

/** A dictionary (`DCT`): keys of any type in a Map, never keys of an ordinary object. */
export class PSDictionary {
  constructor(
    readonly entries: ReadonlyMap<PSValue, PSValue>,
    readonly typeNames: readonly string[] = HASHTABLE,
    /** Notes that the dictionary itself carries. */
    readonly properties: ReadonlyMap<string, PSValue> = new Map(),
  ) {}

  /** The value of a text key, whatever its case, as a hashtable of PowerShell finds it. */
  get(key: string): PSValue | undefined {
    return findByName(this.entries, key);
  }

  toString(): string {
    return this.typeNames[0] ?? '';
  }
}
