import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { valueText } from '../../../plugin/exchange/properties';
import { openKeyedStore, type KeyedStore, type KeyedTable } from '../../../plugin/state/keyed-store';
import type { Mailbox, Partnership } from '../../../protocol';
import { PSObject } from '../../../psrp';
import { guidKey, guidOf, nameKey, numberKey } from '../state/keys';
import { MAILBOX_FIELDS, PARTNERSHIP_FIELDS } from '../state/partnership-fields';

/** One mailbox with its partnerships, or one partnership whose mailbox is out of sight. */
export interface Group {
  readonly number: number;
  readonly mailbox: Mailbox | undefined;
  /** As Get-MobileDevice gave them: not yet joined to the mailbox. */
  readonly partnerships: readonly Partnership[];
}

/** From this number on, a group is a partnership without a mailbox. */
const UNPLACED = 0x8000_0000;

/** The values of an object's fields, in their order. */
type Row = readonly unknown[];

/**
 * The lists as they were read, on disk, so that an organization of any size can be joined without holding it in memory:
 * mailboxes by a number of their own, partnerships by their mailbox's number, so that those of one mailbox lie together.
 * A spool belongs to one inventory and is removed with it.
 */
export class Spool {
  readonly #places: KeyedTable<readonly (readonly [string, string])[]>;
  readonly #mailboxes: KeyedTable<Row>;
  readonly #partnerships: KeyedTable<Row>;
  readonly #numbersByGuid: KeyedTable<Buffer>;
  readonly #numbersByName: KeyedTable<Buffer>;
  readonly #listed: KeyedTable<Buffer>;
  #nextNumber = 0;
  #nextUnplaced = UNPLACED;

  private constructor(
    private readonly store: KeyedStore,
    private readonly folder: string,
  ) {
    this.#places = store.records('places');
    this.#mailboxes = store.records('mailboxes');
    this.#partnerships = store.records('partnerships');
    this.#numbersByGuid = store.bytes('numbers-by-guid');
    this.#numbersByName = store.bytes('numbers-by-name');
    this.#listed = store.bytes('listed');
  }

  /** Opens the spool of an inventory, or makes it. @throws StateError */
  static async open(parent: string, id: string): Promise<Spool> {
    const folder = join(parent, `spool-${id}`);
    return new Spool(await openKeyedStore(folder, { isScratch: true }), folder);
  }

  /** Removes the spool of an inventory that is not gone on with. */
  static discard(parent: string, id: string): void {
    rmSync(join(parent, `spool-${id}`), { recursive: true, force: true });
  }

  close(): Promise<void> {
    return this.store.close();
  }

  async remove(): Promise<void> {
    await this.store.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Empties the tables of mailboxes, before their lists are read. */
  async beginMailboxes(): Promise<void> {
    for (const table of ['places', 'mailboxes', 'numbers-by-guid', 'numbers-by-name']) await this.store.clear(table);
    this.#nextNumber = 0;
  }

  /** Empties the tables of partnerships, before their list is read. */
  async beginPartnerships(): Promise<void> {
    for (const table of ['partnerships', 'listed']) await this.store.clear(table);
    this.#nextUnplaced = UNPLACED;
  }

  /** Makes the changes of a page of a list in one transaction. */
  write(change: () => void): void {
    this.store.writeNow(change);
  }

  /** What Get-Mailbox says of a mailbox, kept until the other list comes. */
  addPlace(guid: string, place: PSObject): void {
    const number = this.#numberOf(guidKey(guid, 'a mailbox'));
    this.#places.put(
      number,
      [...place.properties].map(([name, value]) => [name, valueText(value)] as const),
    );
  }

  /** What Get-Mailbox said of a mailbox. */
  place(guid: string): PSObject | undefined {
    const number = this.#numbersByGuid.get(guidKey(guid, 'a mailbox'));
    const kept = number && this.#places.get(number);
    return kept && new PSObject(new Map(kept), []);
  }

  addMailbox(mailbox: Mailbox, isInScope: boolean): void {
    const number = this.#numberOf(guidKey(mailbox.guid, 'a mailbox'));
    // Lists of units that lie in one another show a mailbox twice.
    if (this.#mailboxes.has(number)) return;
    this.#places.remove(number);
    this.#mailboxes.put(number, [isInScope, ...MAILBOX_FIELDS.map((name) => mailbox[name])]);
    if (mailbox.distinguishedName === '') return;
    this.#numbersByName.put(nameKey(mailbox.distinguishedName), Buffer.concat([number, Buffer.of(isInScope ? 1 : 0)]));
  }

  /** The number of the mailbox with this distinguished name, and whether it is in scope. */
  findMailbox(distinguishedName: string): { readonly number: Buffer; readonly isInScope: boolean } | undefined {
    const found = distinguishedName === '' ? undefined : this.#numbersByName.get(nameKey(distinguishedName));
    return found && { number: found.subarray(0, 4), isInScope: found[4] === 1 };
  }

  /** Adds a partnership to a mailbox; to none, if it is out of sight. */
  addPartnership(partnership: Partnership, mailbox: Buffer | undefined): void {
    const guid = guidKey(partnership.guid, 'a partnership');
    // A list that is paged while it changes may show one twice.
    if (this.#listed.get(guid)?.[0] === 1) return;
    const number = mailbox ?? numberKey(this.#nextUnplaced++);
    this.#partnerships.put(Buffer.concat([number, guid]), rowOf(partnership));
    this.#listed.put(guid, Buffer.of(1));
  }

  /** Notes a partnership that Exchange lists and the scope leaves out. */
  leaveOut(partnership: Partnership): void {
    const guid = guidKey(partnership.guid, 'a partnership');
    if (!this.#listed.has(guid)) this.#listed.put(guid, Buffer.of(0));
  }

  /** Whether Exchange lists a partnership, and whether it is in scope. */
  listing(guid: Buffer): 'in scope' | 'left out' | 'not listed' {
    const found = this.#listed.get(guid);
    return found ? (found[0] === 1 ? 'in scope' : 'left out') : 'not listed';
  }

  /** Whether a mailbox exists and is in scope. */
  hasMailboxInScope(guid: Buffer): boolean {
    const number = this.#numbersByGuid.get(guid);
    return number !== undefined && this.#mailboxes.get(number)?.[0] === true;
  }

  get partnerships(): number {
    return this.#partnerships.count();
  }

  /** One group. */
  group(number: number): Group {
    const key = numberKey(number);
    const range = number === 0xffff_ffff ? { from: key } : { from: key, below: numberKey(number + 1) };
    const rows = [...this.#partnerships.entries(range)];
    const mailbox = number < UNPLACED ? this.#mailboxes.get(key) : undefined;
    return {
      number,
      mailbox: mailbox && mailboxOf(mailbox),
      partnerships: rows.map(([at, row]) => partnershipOf(guidOf(at.subarray(4)), row)),
    };
  }

  /** Every mailbox in scope with its partnerships, then those without a mailbox. */
  *groups(): Iterable<Group> {
    const partnerships = this.#partnerships.entries()[Symbol.iterator]();
    let next = partnerships.next();
    const ofNumber = (number: number): Partnership[] => {
      const found: Partnership[] = [];
      while (!next.done && next.value[0].readUInt32BE() === number) {
        found.push(partnershipOf(guidOf(next.value[0].subarray(4)), next.value[1]));
        next = partnerships.next();
      }
      return found;
    };
    for (const [key, row] of this.#mailboxes.entries()) {
      const number = key.readUInt32BE();
      if (row[0] === true) yield { number, mailbox: mailboxOf(row), partnerships: ofNumber(number) };
    }
    while (!next.done) {
      const number = next.value[0].readUInt32BE();
      yield { number, mailbox: undefined, partnerships: ofNumber(number) };
    }
  }

  #numberOf(guid: Buffer): Buffer {
    const known = this.#numbersByGuid.get(guid);
    if (known) return known;
    const number = numberKey(this.#nextNumber++);
    this.#numbersByGuid.put(guid, number);
    return number;
  }
}

/** A partnership without the names of its fields: half the size. */
function rowOf(partnership: Partnership): Row {
  return PARTNERSHIP_FIELDS.map((name) => partnership[name]);
}

function mailboxOf([, ...row]: Row): Mailbox {
  return filled(MAILBOX_SHAPE, MAILBOX_FIELDS, row) as unknown as Mailbox;
}

function partnershipOf(guid: string, row: Row): Partnership {
  return { ...(filled(PARTNERSHIP_SHAPE, PARTNERSHIP_FIELDS, row) as unknown as Partnership), guid };
}

/** An object of named values. */
type Named = Readonly<Record<string, unknown>>;

const MAILBOX_SHAPE = shapeOf(MAILBOX_FIELDS);
const PARTNERSHIP_SHAPE = shapeOf(['guid', ...PARTNERSHIP_FIELDS, 'statistics']);

/**
 * An object with all names and no values. JSON.parse makes one whose copies the engine handles by its shape; objects that
 * are put together name by name become dictionaries, and copying those costs six times as much. Measured.
 */
function shapeOf(names: readonly string[]): Named {
  const nulls = JSON.stringify(Object.fromEntries(names.map((name) => [name, null])));
  return filled(JSON.parse(nulls) as Named, names, []);
}

/** A copy of a shape with the values of a row. JSON has null for undefined. */
function filled(shape: Named, names: readonly string[], row: Row): Named {
  const object: Record<string, unknown> = { ...shape };
  let place = 0;
  for (const name of names) object[name] = row[place++] ?? undefined;
  return object;
}
