import { type Dice, TOPIC } from './dice';

/** What a GUID names. */
export type GuidKind = 'mailbox' | 'device' | 'directoryObject' | 'policy' | 'rule' | 'group' | 'other';

const KIND_CODES: Readonly<Record<GuidKind, number>> = {
  mailbox: 1,
  device: 2,
  directoryObject: 3,
  policy: 4,
  rule: 5,
  group: 6,
  other: 7,
};

/** What a GUID of the lab stands for. */
export interface GuidContent {
  /** The object's number. */
  readonly index: number;
  /** How many objects had this number before it. */
  readonly generation: number;
}

/**
 * GUIDs that look random and can be read back: they carry the object's number, enciphered with the seed. So a million
 * objects can be found by GUID without a table of them.
 */
export class GuidCodec {
  constructor(private readonly dice: Dice) {}

  /** The GUID of an object, in lower case. */
  encode(kind: GuidKind, index: number, generation = 0): string {
    const code = KIND_CODES[kind];
    const head = this.encipher(index >>> 0, code);
    const second = ((generation & 0xffff) ^ (this.dice.bits(TOPIC.guid, head, code) & 0xffff)) >>> 0;
    const rest = this.dice.hex(20, TOPIC.guid, head ^ second, code + 16);
    const variant = (8 + (parseInt(rest.charAt(3), 16) & 3)).toString(16);
    const groups = [
      hex(head, 8),
      hex(second, 4),
      `4${rest.slice(0, 3)}`,
      variant + rest.slice(4, 7),
      rest.slice(7, 19),
    ];
    return groups.join('-');
  }

  /** What the GUID stands for; undefined if it is none of this lab's of this kind. */
  decode(kind: GuidKind, guid: string): GuidContent | undefined {
    const text = guid.toLowerCase();
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) return undefined;
    const code = KIND_CODES[kind];
    const head = parseInt(text.slice(0, 8), 16);
    const generation = (parseInt(text.slice(9, 13), 16) ^ (this.dice.bits(TOPIC.guid, head, code) & 0xffff)) >>> 0;
    const index = this.decipher(head, code);
    return this.encode(kind, index, generation) === text ? { index, generation } : undefined;
  }

  /** A Feistel network of four rounds: a permutation of the 32-bit numbers. */
  private encipher(value: number, code: number): number {
    let left = value >>> 16;
    let right = value & 0xffff;
    for (let round = 0; round < 4; round++) {
      [left, right] = [right, left ^ (this.dice.bits(TOPIC.guid, right, code * 64 + round) & 0xffff)];
    }
    return ((left << 16) | right) >>> 0;
  }

  private decipher(value: number, code: number): number {
    let left = value >>> 16;
    let right = value & 0xffff;
    for (let round = 3; round >= 0; round--) {
      [left, right] = [right ^ (this.dice.bits(TOPIC.guid, left, code * 64 + round) & 0xffff), left];
    }
    return ((left << 16) | right) >>> 0;
  }
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
