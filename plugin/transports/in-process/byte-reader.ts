/** Up to this length a text is put together here, which is faster than asking Node's native code for it. */
const SHORT = 12;

/** Reads what ByteWriter.cs writes. Reading past the end throws a RangeError. */
export class ByteReader {
  private readonly buffer: Buffer;
  private at = 0;

  constructor(bytes: Uint8Array) {
    this.buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get isAtEnd(): boolean {
    return this.at >= this.buffer.length;
  }

  byte(): number {
    const value = this.buffer[this.at];
    if (value === undefined) throw new RangeError('The answer ends too early.');
    this.at++;
    return value;
  }

  flag(): boolean {
    return this.byte() === 1;
  }

  count(): number {
    let value = this.byte();
    if (value <= 0x7f) return value;
    value &= 0x7f;
    let shift = 7;
    for (;;) {
      const part = this.byte();
      value |= (part & 0x7f) << shift;
      if (part <= 0x7f) return value;
      shift += 7;
    }
  }

  int32(): number {
    const value = this.buffer.readInt32LE(this.at);
    this.at += 4;
    return value;
  }

  /** A 64-bit integer: a number where that holds it exactly. */
  int64(): number | bigint {
    const low = this.buffer.readUInt32LE(this.at);
    const high = this.buffer.readInt32LE(this.at + 4);
    return this.whole(high, low, () => this.buffer.readBigInt64LE(this.at - 8));
  }

  /** The same without a sign. */
  uint64(): number | bigint {
    const low = this.buffer.readUInt32LE(this.at);
    const high = this.buffer.readUInt32LE(this.at + 4);
    return this.whole(high, low, () => this.buffer.readBigUInt64LE(this.at - 8));
  }

  double(): number {
    const value = this.buffer.readDoubleLE(this.at);
    this.at += 8;
    return value;
  }

  bytes(): Uint8Array {
    const start = this.skip(this.count());
    // A copy of its own: a view would keep the whole batch in memory.
    return new Uint8Array(this.buffer.subarray(start, this.at));
  }

  text(): string {
    const wide = this.byte() === 1;
    const length = this.count();
    const start = this.skip(wide ? length * 2 : length);
    if (wide) return this.buffer.toString('utf16le', start, this.at);
    if (length > SHORT) return this.buffer.toString('latin1', start, this.at);
    let text = '';
    for (let at = start; at < this.at; at++) text += String.fromCharCode(this.buffer[at] ?? 0);
    return text;
  }

  texts(): string[] {
    return Array.from({ length: this.count() }, () => this.text());
  }

  private whole(high: number, low: number, exact: () => bigint): number | bigint {
    this.at += 8;
    const value = high * 0x1_0000_0000 + low;
    return Number.isSafeInteger(value) ? value : exact();
  }

  /** @returns where the skipped bytes begin */
  private skip(count: number): number {
    const start = this.at;
    if (count < 0 || start + count > this.buffer.length) throw new RangeError('The answer ends too early.');
    this.at += count;
    return start;
  }
}
