const WORDS = 4;
const FIRST_SLOTS = 64;
const FULL = 0.7;

/**
 * GUIDs, for lists of a million objects: 23 to 46 bytes each, where a Set of strings takes some 100. Open addressing; a GUID is
 * random enough to be its own hash. Only the all-zero GUID cannot be kept, and nothing has that.
 */
export class GuidSet {
  private slots = FIRST_SLOTS;
  private words = new Uint32Array(FIRST_SLOTS * WORDS);
  private size = 0;

  /** @returns whether it is new. @param guid with or without hyphens */
  add(guid: string): boolean {
    const hex = guid.replaceAll('-', '');
    const words = [0, 8, 16, 24].map((at) => Number.parseInt(hex.slice(at, at + 8), 16));
    if (!this.insert(this.words, this.slots, words)) return false;
    this.size += 1;
    if (this.size > this.slots * FULL) this.grow();
    return true;
  }

  private insert(table: Uint32Array, slots: number, words: ArrayLike<number>): boolean {
    for (let slot = ((words[0] ?? 0) ^ (words[3] ?? 0)) & (slots - 1); ; slot = (slot + 1) & (slots - 1)) {
      const at = slot * WORDS;
      if (table[at] === 0 && table[at + 1] === 0 && table[at + 2] === 0 && table[at + 3] === 0) {
        table.set(words, at);
        return true;
      }
      let same = 0;
      while (same < WORDS && table[at + same] === words[same]) same += 1;
      if (same === WORDS) return false;
    }
  }

  private grow(): void {
    const slots = this.slots * 2;
    const table = new Uint32Array(slots * WORDS);
    for (let at = 0; at < this.words.length; at += WORDS) {
      const words = this.words.subarray(at, at + WORDS);
      if (words.some((word) => word !== 0)) this.insert(table, slots, words);
    }
    this.words = table;
    this.slots = slots;
  }
}
