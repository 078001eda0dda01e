import { LimitError } from '../errors/limit-error';
import { type Primitive, PSDateTime, PSGuid, PSObject, PSTimeSpan, type PSValue } from '../ps-object';
import { PSDictionary } from '../values/ps-dictionary';
import { OBJECT_ARRAY, PSList } from '../values/ps-list';
import { PSPrimitive } from '../values/ps-primitive';
import { PSSecureString, type SecureStringCipher } from '../values/ps-secure-string';
import { xmlText } from './escape';
import { writePrimitive } from './write-primitive';

/** How CLIXML is written. */
export interface ClixmlWriterOptions {
  /** Seals secure strings; without it one is refused. */
  readonly cipher?: SecureStringCipher | undefined;
  /** Objects within each other, 50 by default: PowerShell reads no deeper. */
  readonly maxDepth?: number;
}

/** Writes one document: references and lists of type names are counted within it. */
export class ClixmlWriter {
  private readonly objects = new Map<object, number>();
  private readonly types = new Map<string, number>();
  private readonly cipher: SecureStringCipher | undefined;
  private readonly maxDepth: number;
  private depth = 0;
  /** RefIds given so far. */
  private count = 0;

  constructor(options: ClixmlWriterOptions = {}) {
    this.cipher = options.cipher;
    this.maxDepth = options.maxDepth ?? 50;
  }

  /**
   * The element of a value.
   * @param name of the property that it is the value of
   * @throws SessionKeyError for a SecureString without a cipher; LimitError; RangeError for a value of no type
   */
  write(value: PSValue, name?: string): string {
    const attributes = name === undefined ? '' : ` N="${xmlText(name)}"`;
    if (isPrimitive(value)) return writePrimitive(value, attributes, this.cipher);
    const known = this.objects.get(value);
    if (known !== undefined) return `<Ref${attributes} RefId="${known}" />`;
    const refId = this.count++;
    this.objects.set(value, refId);
    if (++this.depth > this.maxDepth) throw new LimitError('maxDepth', this.maxDepth);
    const written = `<Obj${attributes} RefId="${refId}">${this.content(value)}</Obj>`;
    this.depth--;
    return written;
  }

  private content(value: Container): string {
    if (value instanceof PSObject) return this.object(value);
    if (value instanceof PSDictionary) return this.dictionary(value);
    return value instanceof PSList ? this.list(value) : this.typeNames(OBJECT_ARRAY) + this.members('LST', value);
  }

  private object(object: PSObject): string {
    const { properties, value } = object;
    const text = isDerivedText(object) ? undefined : object.text;
    const adapted = object.adapted ?? (isBag(object) ? 0 : properties.size);
    let out = this.typeNames(object.typeNames);
    if (text !== undefined) out += `<ToString>${xmlText(text)}</ToString>`;
    if (value !== undefined) out += this.inner(value);
    let at = 0;
    for (const [name, property] of properties) {
      if (at === 0 && adapted > 0) out += '<Props>';
      if (at === adapted) out += adapted > 0 ? '</Props><MS>' : '<MS>';
      out += this.write(property, name);
      at++;
    }
    if (at > 0) out += at <= adapted ? '</Props>' : '</MS>';
    return out;
  }

  /** What is inside an object: a container stands there without an element of its own. */
  private inner(value: PSValue): string {
    if (value instanceof PSDictionary) return this.entries(value);
    if (!isPrimitive(value) && !(value instanceof PSObject)) {
      return this.members(value instanceof PSList ? value.tag : 'LST', value);
    }
    return this.write(value);
  }

  private list(list: PSList): string {
    const text = list.text === undefined ? '' : `<ToString>${xmlText(list.text)}</ToString>`;
    return this.typeNames(list.typeNames) + text + this.members(list.tag, list) + this.notes(list.properties);
  }

  private dictionary(dictionary: PSDictionary): string {
    return this.typeNames(dictionary.typeNames) + this.entries(dictionary) + this.notes(dictionary.properties);
  }

  private members(tag: string, members: readonly PSValue[]): string {
    let out = '';
    for (const member of members) out += this.write(member);
    return out === '' ? `<${tag} />` : `<${tag}>${out}</${tag}>`;
  }

  private entries(dictionary: PSDictionary): string {
    let out = '';
    for (const [key, value] of dictionary.entries) {
      out += `<En>${this.write(key, 'Key')}${this.write(value, 'Value')}</En>`;
    }
    return out === '' ? '<DCT />' : `<DCT>${out}</DCT>`;
  }

  private notes(properties: ReadonlyMap<string, PSValue>): string {
    let out = '';
    for (const [name, value] of properties) out += this.write(value, name);
    return out === '' ? '' : `<MS>${out}</MS>`;
  }

  private typeNames(names: readonly string[]): string {
    if (names.length === 0) return '';
    const key = names.join('\n');
    const known = this.types.get(key);
    if (known !== undefined) return `<TNRef RefId="${known}" />`;
    const refId = this.types.size;
    this.types.set(key, refId);
    return `<TN RefId="${refId}">${names.map((name) => `<T>${xmlText(name)}</T>`).join('')}</TN>`;
  }
}

type Container = PSObject | PSDictionary | readonly PSValue[];

function isPrimitive(value: PSValue): value is Primitive {
  if (value === null || typeof value !== 'object') return true;
  return (
    value instanceof PSDateTime ||
    value instanceof PSGuid ||
    value instanceof PSPrimitive ||
    value instanceof PSTimeSpan ||
    value instanceof PSSecureString ||
    value instanceof Uint8Array
  );
}

/** Whether the text is only that of the primitive inside, which PowerShell does not write. */
function isDerivedText({ text, value, typeNames }: PSObject): boolean {
  return typeNames.length === 0 && value !== undefined && isPrimitive(value) && text === String(value);
}

/** Whether an object has no .NET object behind it: all its properties are notes. */
function isBag({ typeNames }: PSObject): boolean {
  const type = typeNames[0]?.replace(/^Deserialized\./, '');
  return type === undefined || type === 'System.Management.Automation.PSCustomObject';
}
