/** What a roll of the dice is for. Each purpose has rolls of its own, so that adding one changes no other. */
export const TOPIC = {
  layout: 1,
  firstName: 2,
  lastName: 3,
  organizationalUnit: 4,
  department: 5,
  database: 6,
  mailboxKind: 7,
  policy: 8,
  activeSync: 9,
  deadId: 10,
  created: 11,
  family: 20,
  model: 21,
  system: 22,
  deviceId: 23,
  language: 24,
  subscriber: 25,
  firstSync: 26,
  rhythm: 27,
  silence: 28,
  heartbeat: 29,
  listed: 30,
  newcomer: 31,
  discovery: 32,
  upgrade: 33,
  comeback: 34,
  acknowledgement: 35,
  folders: 36,
  policyRefresh: 37,
  guid: 40,
  action: 50,
} as const;

/** A purpose of rolls. */
export type Topic = (typeof TOPIC)[keyof typeof TOPIC];

/** MurmurHash3's finalizer: every bit of the input changes half of the output's bits. */
function scramble(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Random numbers without a state: a function of (seed, topic, index), so that nothing need be kept to roll again. */
export class Dice {
  private readonly seed: number;

  constructor(seed: number) {
    this.seed = scramble(seed ^ 0x5bd1e995) ^ scramble(Math.floor(seed / 0x1_0000_0000));
  }

  /** 32 random bits. */
  bits(topic: Topic, index: number, more = 0): number {
    const keyed = scramble(this.seed ^ Math.imul(topic, 0x9e3779b1));
    return scramble(scramble(keyed ^ Math.imul(index + 1, 0x7feb352d)) ^ Math.imul(more + 1, 0x846ca68b));
  }

  /** A whole number from 0 to `count` - 1. */
  below(count: number, topic: Topic, index: number, more = 0): number {
    return Math.floor((this.bits(topic, index, more) / 0x1_0000_0000) * count);
  }

  /** True in `share` (0 to 1) of all cases. */
  chance(share: number, topic: Topic, index: number, more = 0): boolean {
    return this.bits(topic, index, more) < share * 0x1_0000_0000;
  }

  /** One of the items. There must be one. */
  pick<T>(items: readonly [T, ...T[]], topic: Topic, index: number, more = 0): T {
    return items[this.below(items.length, topic, index, more)] ?? items[0];
  }

  /** `length` hexadecimal digits. */
  hex(length: number, topic: Topic, index: number, more = 0): string {
    let text = '';
    for (let part = 0; text.length < length; part++) {
      text += this.bits(topic, index, (more << 4) ^ part ^ 0x5000)
        .toString(16)
        .padStart(8, '0');
    }
    return text.slice(0, length);
  }
}
