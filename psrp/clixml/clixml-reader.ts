import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { ProtocolError } from '../errors/protocol-error';
import { PSRPError } from '../errors/psrp-error';
import type { PSValue } from '../ps-object';
import type { ListTag } from '../values/ps-list';
import type { SecureStringCipher } from '../values/ps-secure-string';
import { ClixmlBudget, DEFAULT_CLIXML_LIMITS, type ClixmlLimits } from './clixml-limits';
import { decodeString, withoutNonCharacters } from './escape';
import { Frame } from './frame';
import { progressProperty, PROGRESS_RECORD } from './progress-element';
import { PRIMITIVE_READERS, type PrimitiveContext, type PrimitiveReader } from './read-primitive';
import { References } from './references';

/** How CLIXML is read. */
export interface ClixmlReaderOptions {
  readonly limits?: Partial<ClixmlLimits>;
  /** Opens secure strings; without it they come sealed. */
  readonly cipher?: SecureStringCipher | undefined;
  /**
   * Numbers come as number or bigint, whatever their type. When this is set, one whose type a plain number would not
   * tell (a Byte, a Single, a Double that is whole) comes as a PSPrimitive, so that writing it again gives the same.
   */
  readonly exactNumbers?: boolean;
}

/** A value of a document, with the stream that an `Objs` document names for it. */
export interface ClixmlItem {
  readonly value: PSValue;
  /** `Error`, `Warning`, `verbose` … as written; undefined for output. */
  readonly stream: string | undefined;
}

/** Elements that hold one text and nothing else. */
const LEAVES = new Set(['T', 'ToString']);
/** Characters of `&#xFFFF;`, with room for zeros before the digits. */
const LONGEST_REFERENCE = 16;
const ENOUGH_FOR_ELEMENT = 64;
const ENOUGH_FOR_OBJECT = 320;

/**
 * Reads CLIXML as it comes: `write` takes pieces of any size and gives the values that they completed. A document is one
 * element, or an `Objs` with any number of them. After an error the reader is of no more use.
 */
export class ClixmlReader {
  private readonly parser: SaxesParser<{ position: false; xmlns: false }>;
  private readonly budget: ClixmlBudget;
  private readonly context: PrimitiveContext;
  private readonly frames: Frame[] = [new Frame()];
  private readonly references: References;
  private depth = 0;
  private inObjs = false;
  private ended = false;
  private text = '';
  /** The start of a character reference that the last piece cut. */
  private carried = '';
  /** The reader of the primitive that has begun. */
  private primitive: PrimitiveReader | undefined;
  private leaf = '';
  private name = '';
  private stream: string | undefined;
  private items: ClixmlItem[] = [];

  constructor(options: ClixmlReaderOptions = {}) {
    this.budget = new ClixmlBudget({ ...DEFAULT_CLIXML_LIMITS, ...options.limits });
    this.references = new References(this.budget);
    this.context = { cipher: options.cipher, exactNumbers: options.exactNumbers ?? false };
    this.parser = new SaxesParser({ position: false, xmlns: false });
    this.parser.on('opentag', (tag) => {
      this.open(tag);
    });
    this.parser.on('closetag', (tag) => {
      this.close(tag.name);
    });
    this.parser.on('text', (text) => {
      this.addText(text);
    });
    this.parser.on('cdata', (text) => {
      this.addText(text);
    });
    this.parser.on('doctype', () => {
      throw new ProtocolError('clixml', 'a document type is not allowed');
    });
    this.parser.on('error', (error) => {
      throw new ProtocolError('clixml', error.message);
    });
  }

  /**
   * Takes a piece of the document.
   * @returns the values that it completed
   * @throws ProtocolError, LimitError
   */
  write(piece: string): ClixmlItem[] {
    this.budget.addCharacters(piece.length);
    const whole = this.carried === '' ? piece : this.carried + piece;
    const end = startOfCutReference(whole);
    this.carried = whole.slice(end);
    return this.guarded(() => this.parser.write(withoutNonCharacters(whole.slice(0, end))));
  }

  /** Ends the document; the reader is ready for another one. */
  end(): ClixmlItem[] {
    const { carried } = this;
    this.carried = '';
    const items = this.guarded(() => this.parser.write(carried).close());
    if (!this.ended) throw new ProtocolError('clixml', 'the document has no value');
    this.ended = false;
    this.inObjs = false;
    this.references.reset();
    this.budget.reset();
    return items;
  }

  private guarded(parse: () => unknown): ClixmlItem[] {
    try {
      parse();
    } catch (error) {
      if (error instanceof PSRPError) throw error;
      throw new ProtocolError('clixml', 'the XML cannot be parsed', { cause: error });
    }
    const { items } = this;
    if (items.length > 0) this.items = [];
    return items;
  }

  private addText(text: string): void {
    if (this.primitive || this.leaf !== '') this.text = this.text === '' ? text : this.text + text;
    else if (text.trim() !== '') throw new ProtocolError('clixml', `text outside of a value: ${text.slice(0, 40)}`);
  }

  private open(tag: SaxesTagPlain): void {
    if (this.primitive || this.leaf !== '') throw new ProtocolError('clixml', `${tag.name} within a primitive`);
    const reader = PRIMITIVE_READERS.get(tag.name);
    const place = this.depth === 0 ? undefined : this.top().place;
    this.budget.addMemory(ENOUGH_FOR_ELEMENT);
    if (reader && place !== 'types' && place !== 'progress') {
      this.beginValue(tag);
      this.primitive = reader;
      return;
    }
    if (place === 'progress' || LEAVES.has(tag.name)) this.openLeaf(tag.name, place);
    else this.openStructure(tag);
  }

  private openLeaf(name: string, place: string | undefined): void {
    const expected = name === 'T' ? 'types' : 'object';
    if (place !== expected && place !== 'progress') throw misplaced(name);
    this.leaf = name;
  }

  private openStructure(tag: SaxesTagPlain): void {
    switch (tag.name) {
      case 'Obj':
      case 'PR':
        this.beginObject(tag);
        return;
      case 'Ref':
        this.beginValue(tag);
        this.attach(this.name, this.references.find(attribute(tag, 'RefId'), this.frames, this.depth));
        return;
      case 'MS':
        this.openNotes(tag);
        return;
      case 'Objs':
        if (this.depth > 0 || this.inObjs || this.ended) throw misplaced(tag.name);
        this.inObjs = true;
        this.ended = true;
        return;
      default:
        this.openPart(tag);
    }
  }

  /** A part of an object: it changes the place within it. */
  private openPart(tag: SaxesTagPlain): void {
    const frame = this.depth === 0 ? undefined : this.top();
    if (frame?.place === 'dictionary' && tag.name === 'En') {
      frame.place = 'entry';
      return;
    }
    if (frame?.place !== 'object') throw misplaced(tag.name);
    switch (tag.name) {
      case 'TN':
        frame.place = 'types';
        frame.typeNames = this.references.beginTypes(tag.attributes['RefId']);
        return;
      case 'TNRef':
        frame.typeNames = this.references.findTypes(attribute(tag, 'RefId'));
        return;
      case 'Props':
        frame.place = 'adapted';
        return;
      case 'LST':
      case 'IE':
      case 'STK':
      case 'QUE':
      case 'DCT':
        this.openContainer(frame, tag.name);
        return;
      default:
        throw misplaced(tag.name);
    }
  }

  private openContainer(frame: Frame, tag: ListTag | 'DCT'): void {
    if (frame.hasContainer) throw misplaced(tag);
    frame.place = tag === 'DCT' ? 'dictionary' : 'list';
    if (tag === 'DCT') frame.beginDictionary();
    else frame.beginList(tag);
  }

  /** Notes of the object; within notes, a set of them that has a name, which is read as an object of its own. */
  private openNotes(tag: SaxesTagPlain): void {
    const frame = this.depth === 0 ? undefined : this.top();
    if (frame?.place === 'object') frame.place = 'notes';
    else if (frame?.place === 'notes') {
      this.beginObject(tag);
      this.top().place = 'notes';
    } else throw misplaced(tag.name);
  }

  private beginObject(tag: SaxesTagPlain): void {
    this.beginValue(tag);
    this.budget.addMemory(ENOUGH_FOR_OBJECT);
    this.budget.checkDepth(++this.depth);
    const frame = (this.frames[this.depth] ??= new Frame());
    frame.begin(tag.name, this.name, tag.attributes['RefId']);
    if (tag.name === 'PR') {
      frame.place = 'progress';
      frame.typeNames = PROGRESS_RECORD;
    }
  }

  /** Checks that a value may stand here, and keeps the name that it will be attached by. */
  private beginValue(tag: SaxesTagPlain): void {
    const given = tag.attributes['N'];
    this.name = given === undefined ? '' : given.includes('_') ? decodeString(given) : given;
    if (this.depth === 0) {
      if (this.ended && !this.inObjs) throw new ProtocolError('clixml', 'more than one value');
      this.ended = true;
      this.stream = tag.attributes['S'];
      return;
    }
    const { place } = this.top();
    if (place === 'types' || place === 'dictionary') throw misplaced(tag.name);
    if (given === undefined && place !== 'object' && place !== 'list') {
      throw new ProtocolError('clixml', `${tag.name} has no name`);
    }
  }

  private close(tag: string): void {
    if (this.primitive) {
      const { text, primitive } = this;
      this.primitive = undefined;
      this.text = '';
      this.budget.addMemory(text.length * 2);
      const value = primitive(text, this.context);
      if (value === undefined) throw new ProtocolError('clixml', `not a value of ${tag}: ${text.slice(0, 40)}`);
      this.attach(this.name, value);
    } else if (this.leaf !== '') this.closeLeaf();
    else if (tag !== 'Ref' && tag !== 'TNRef' && tag !== 'Objs') this.closePart(tag);
  }

  private closeLeaf(): void {
    const { leaf, text } = this;
    this.leaf = '';
    this.text = '';
    this.budget.addMemory(text.length * 2);
    const frame = this.top();
    if (frame.place === 'types') this.references.addType(decodeString(text));
    else if (frame.place === 'progress') frame.setProperty(...progressProperty(leaf, text));
    else frame.text = decodeString(text);
  }

  private closePart(tag: string): void {
    const frame = this.top();
    if (tag === frame.tag) {
      this.endObject(frame);
      return;
    }
    if (frame.place === 'entry') this.endEntry(frame);
    else if (frame.place === 'types') frame.typeNames = this.references.endTypes();
    else if (frame.place === 'adapted') frame.endAdapted();
    frame.place = frame.place === 'entry' ? 'dictionary' : 'object';
  }

  private endEntry(frame: Frame): void {
    if (frame.key === undefined || frame.entryValue === undefined) {
      throw new ProtocolError('clixml', 'an entry of a dictionary needs a Key and a Value');
    }
    frame.setEntry(frame.key, frame.entryValue);
    frame.key = undefined;
    frame.entryValue = undefined;
  }

  private endObject(frame: Frame): void {
    const value = frame.end();
    if (frame.refId !== undefined) this.references.set(frame.refId, value);
    this.depth--;
    this.attach(frame.name, value);
  }

  private top(): Frame {
    const frame = this.frames[this.depth];
    if (!frame || this.depth === 0) throw new ProtocolError('clixml', 'a part of an object outside of one');
    return frame;
  }

  /** Puts a value where it belongs: into the object that is open, or out. */
  private attach(name: string, value: PSValue): void {
    if (this.depth === 0) {
      this.items.push({ value, stream: this.stream });
      return;
    }
    const frame = this.top();
    if (frame.place === 'adapted' || frame.place === 'notes') frame.setProperty(name, value);
    else if (frame.place === 'list') frame.push(value);
    else if (frame.place === 'entry') {
      if (name === 'Key') frame.key = value;
      else if (name === 'Value') frame.entryValue = value;
      else throw new ProtocolError('clixml', `an entry of a dictionary has a ${name}`);
    } else frame.value = value;
  }
}

/** Where a character reference begins that the end of a piece cuts; the length if there is none. */
function startOfCutReference(piece: string): number {
  const at = piece.lastIndexOf('&');
  return at >= 0 && at > piece.length - LONGEST_REFERENCE && !piece.includes(';', at) ? at : piece.length;
}

function attribute(tag: SaxesTagPlain, name: string): string {
  const value = tag.attributes[name];
  if (value === undefined) throw new ProtocolError('clixml', `${tag.name} has no ${name}`);
  return value;
}

function misplaced(tag: string): ProtocolError {
  return new ProtocolError('clixml', `${tag} where it cannot stand`);
}
