import type { PSValue } from '../ps-object';

/** The element that a list travels in: a list, any other enumerable, a stack, a queue. */
export type ListTag = 'LST' | 'IE' | 'STK' | 'QUE';

/** The types of an `object[]`, which is what a plain array is written as. */
export const OBJECT_ARRAY: readonly string[] = ['System.Object[]', 'System.Array', 'System.Object'];

const NO_PROPERTIES: ReadonlyMap<string, PSValue> = new Map();

/** What is said of a list beside its members. */
export interface ListInfo {
  readonly tag?: ListTag;
  readonly typeNames?: readonly string[];
  /** The list's own properties. */
  readonly properties?: ReadonlyMap<string, PSValue>;
  readonly text?: string | undefined;
}

/** An array that also remembers its .NET type, its kind and its own properties. A plain array is an `object[]`. */
export class PSList extends Array<PSValue> {
  /** map, filter and the others give plain arrays. */
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }

  tag: ListTag = 'LST';
  typeNames: readonly string[] = OBJECT_ARRAY;
  properties: ReadonlyMap<string, PSValue> = NO_PROPERTIES;
  text: string | undefined = undefined;

  /** A list with these members. */
  static with(members: Iterable<PSValue>, info: ListInfo = {}): PSList {
    const list = new PSList();
    for (const member of members) list.push(member);
    list.tag = info.tag ?? 'LST';
    list.typeNames = info.typeNames ?? OBJECT_ARRAY;
    list.properties = info.properties ?? NO_PROPERTIES;
    list.text = info.text;
    return list;
  }
}
