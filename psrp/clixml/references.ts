import { ProtocolError } from '../errors/protocol-error';
import type { PSValue } from '../ps-object';
import type { ClixmlBudget } from './clixml-limits';
import type { Frame } from './frame';

/** How many lists of type names are kept from one document for the next. */
const REMEMBERED_TYPES = 1000;

/** The objects and lists of type names of a document that can be referred to. */
export class References {
  private readonly objects = new Map<string, PSValue>();
  private readonly types = new Map<string, readonly string[]>();
  /** Lists of type names by their text: the objects of a list share one. */
  private readonly shared = new Map<string, readonly string[]>();
  private typeNames: string[] = [];
  private typesRefId: string | undefined;

  constructor(private readonly budget: ClixmlBudget) {}

  /** Forgets the document. */
  reset(): void {
    if (this.objects.size > 0) this.objects.clear();
    if (this.types.size > 0) this.types.clear();
  }

  set(refId: string, value: PSValue): void {
    this.budget.addReference();
    this.objects.set(refId, value);
  }

  /** The object of a Ref: a complete one, or one that it stands within. */
  find(refId: string, frames: readonly Frame[], depth: number): PSValue {
    for (let at = depth; at > 0; at--) {
      const frame = frames[at];
      if (frame?.refId === refId) return frame.reference();
    }
    const value = this.objects.get(refId);
    if (value === undefined) throw new ProtocolError('clixml', `no object ${refId.slice(0, 40)} to refer to`);
    return value;
  }

  /** A list of type names begins; what it returns holds until endTypes. */
  beginTypes(refId: string | undefined): readonly string[] {
    this.typeNames = [];
    this.typesRefId = refId;
    return this.typeNames;
  }

  addType(name: string): void {
    if (name !== '') this.typeNames.push(name);
  }

  endTypes(): readonly string[] {
    this.budget.addReference();
    const key = this.typeNames.join('\n');
    let names = this.shared.get(key);
    if (!names) {
      names = this.typeNames;
      if (this.shared.size < REMEMBERED_TYPES && key.length < REMEMBERED_TYPES) this.shared.set(key, names);
    }
    if (this.typesRefId !== undefined) this.types.set(this.typesRefId, names);
    return names;
  }

  findTypes(refId: string): readonly string[] {
    const names = this.types.get(refId);
    if (!names) throw new ProtocolError('clixml', `no type names ${refId.slice(0, 40)} to refer to`);
    return names;
  }
}
