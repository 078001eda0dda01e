import { type Dice, TOPIC } from './dice';

/**
 * How many partnerships the mailboxes of a block have: some none, most one or two, a few many. Every block has the
 * same counts, rotated by the seed, so that a partnership's mailbox is found by arithmetic.
 */
const COUNTS = [1, 2, 0, 1, 1, 3, 0, 1, 2, 4, 1, 0, 2, 1, 1, 8, 0, 2, 1, 1, 3, 0, 2, 1, 2] as const;
const MAILBOXES_PER_BLOCK = COUNTS.length;
const PARTNERSHIPS_PER_BLOCK = COUNTS.reduce<number>((sum, count) => sum + count, 0);

/** Which of the partnerships 0 … N-1 belongs to which mailbox. */
export class Layout {
  /** How many mailboxes there are: whole blocks, at least one. */
  readonly mailboxes: number;

  constructor(
    readonly partnerships: number,
    private readonly dice: Dice,
  ) {
    this.mailboxes = Math.max(1, Math.ceil(partnerships / PARTNERSHIPS_PER_BLOCK)) * MAILBOXES_PER_BLOCK;
  }

  /** The mailbox of a partnership. */
  mailboxOf(partnership: number): number {
    const block = Math.floor(partnership / PARTNERSHIPS_PER_BLOCK);
    let left = partnership % PARTNERSHIPS_PER_BLOCK;
    const rotation = this.rotation(block);
    for (let position = 0; position < MAILBOXES_PER_BLOCK; position++) {
      left -= COUNTS[(position + rotation) % MAILBOXES_PER_BLOCK] ?? 0;
      if (left < 0) return block * MAILBOXES_PER_BLOCK + position;
    }
    throw new RangeError(`Partnership ${partnership} has no mailbox.`);
  }

  /** The partnerships of a mailbox: the first, and the first that is not its own. */
  partnershipsOf(mailbox: number): readonly [begin: number, end: number] {
    const block = Math.floor(mailbox / MAILBOXES_PER_BLOCK);
    const position = mailbox % MAILBOXES_PER_BLOCK;
    const rotation = this.rotation(block);
    let begin = block * PARTNERSHIPS_PER_BLOCK;
    for (let before = 0; before < position; before++) begin += COUNTS[(before + rotation) % MAILBOXES_PER_BLOCK] ?? 0;
    const end = begin + (COUNTS[(position + rotation) % MAILBOXES_PER_BLOCK] ?? 0);
    return [Math.min(begin, this.partnerships), Math.min(end, this.partnerships)];
  }

  private rotation(block: number): number {
    return this.dice.below(MAILBOXES_PER_BLOCK, TOPIC.layout, block);
  }
}
