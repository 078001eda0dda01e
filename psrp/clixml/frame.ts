import type { PSValue } from '../ps-object';
import { PSObject, valueHasText } from '../ps-object';
import { HASHTABLE, PSDictionary } from '../values/ps-dictionary';
import { OBJECT_ARRAY, PSList, type ListTag } from '../values/ps-list';

/** Where in an object the reader is. */
export type Place = 'object' | 'adapted' | 'notes' | 'list' | 'dictionary' | 'entry' | 'types' | 'progress';

const NO_TYPES: readonly string[] = [];

/** An object that has begun and not ended. Frames are used again, so nothing in one outlives its object. */
export class Frame {
  place: Place = 'object';
  /** The element that began it: `Obj`, or `MS` for a set of notes with a name of its own. */
  tag = 'Obj';
  /** The name of the property that it is the value of. */
  name = '';
  refId: string | undefined;
  typeNames = NO_TYPES;
  text: string | undefined;
  /** The primitive, enum number or object inside. */
  value: PSValue | undefined;
  /** The number of adapted properties, once they have been read. */
  adapted = 0;
  key: PSValue | undefined;
  entryValue: PSValue | undefined;
  private properties: Map<string, PSValue> | undefined;
  private list: PSValue[] | undefined;
  private dictionary: { entries: Map<PSValue, PSValue>; value: PSDictionary } | undefined;
  /** The object, if something inside has referred to it. */
  private early: PSObject | undefined;

  begin(tag: string, name: string, refId: string | undefined): void {
    this.place = 'object';
    this.tag = tag;
    this.name = name;
    this.refId = refId;
    this.typeNames = NO_TYPES;
    this.text = undefined;
    this.value = undefined;
    this.adapted = 0;
    this.key = undefined;
    this.entryValue = undefined;
    this.properties = undefined;
    this.list = undefined;
    this.dictionary = undefined;
    this.early = undefined;
  }

  /** Whether there is a list or a dictionary already. */
  get hasContainer(): boolean {
    return this.list !== undefined || this.dictionary !== undefined;
  }

  setProperty(name: string, value: PSValue): void {
    this.properties ??= new Map();
    this.properties.set(name, value);
  }

  /** The adapted properties end: how many there are is kept. */
  endAdapted(): void {
    this.adapted = this.properties?.size ?? 0;
  }

  beginList(tag: ListTag): void {
    const plain = tag === 'LST' && (this.typeNames === NO_TYPES || isObjectArray(this.typeNames));
    this.list = plain ? [] : PSList.with([], { tag, typeNames: this.typeNames });
  }

  push(value: PSValue): void {
    this.list?.push(value);
  }

  beginDictionary(): void {
    const entries = new Map<PSValue, PSValue>();
    const typeNames = this.typeNames === NO_TYPES ? HASHTABLE : this.typeNames;
    this.dictionary = { entries, value: new PSDictionary(entries, typeNames) };
  }

  setEntry(key: PSValue, value: PSValue): void {
    this.dictionary?.entries.set(key, value);
  }

  /** The object although it is not complete: something inside refers to it. */
  reference(): PSValue {
    if (this.list) return this.list;
    if (this.dictionary) return this.dictionary.value;
    this.properties ??= new Map();
    this.early ??= new PSObject(this.properties, this.typeNames, this.text, this.value, this.adapted);
    return this.early;
  }

  /** The complete object. */
  end(): PSValue {
    if (this.early) return Object.assign(this.early, this.parts());
    if (this.list) return this.endList(this.list);
    if (this.dictionary) return this.endDictionary(this.dictionary.value);
    const { properties, typeNames, text, value, adapted } = this.parts();
    if (value !== undefined && properties.size === 0 && typeNames.length === 0 && this.text === undefined) return value;
    return new PSObject(properties, typeNames, text, value, adapted);
  }

  private parts(): Pick<PSObject, 'properties' | 'typeNames' | 'text' | 'value' | 'adapted'> & {
    text: string | undefined;
  } {
    const value = this.list ?? this.dictionary?.value ?? this.value;
    const text = this.text ?? (valueHasText(value) ? String(value) : undefined);
    const properties = this.properties ?? new Map<string, PSValue>();
    return { properties, typeNames: this.typeNames, text, value, adapted: this.adapted };
  }

  private endList(list: PSValue[]): PSValue {
    if (!this.properties && this.text === undefined) return list;
    const typed = list instanceof PSList ? list : PSList.with(list, { typeNames: this.typeNames });
    if (this.properties) typed.properties = this.properties;
    typed.text = this.text;
    return typed;
  }

  private endDictionary(dictionary: PSDictionary): PSValue {
    return this.properties ? Object.assign(dictionary, { properties: this.properties }) : dictionary;
  }
}

function isObjectArray(typeNames: readonly string[]): boolean {
  return typeNames.length === OBJECT_ARRAY.length && typeNames.every((name, at) => name === OBJECT_ARRAY[at]);
}
