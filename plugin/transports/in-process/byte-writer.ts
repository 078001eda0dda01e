/** Writes what ByteReader.cs reads. */
export class ByteWriter {
  private buffer = Buffer.alloc(256);
  private length = 0;

  /** The bytes; the writer is not used after it. */
  finish(): Buffer {
    return this.buffer.subarray(0, this.length);
  }

  /** Overwrites what was written: it may hold a password. */
  erase(): void {
    this.buffer.fill(0);
  }

  byte(value: number): void {
    const at = this.reserve(1);
    this.length = this.buffer.writeUInt8(value, at);
  }

  /** A whole number that is not negative, seven bits a byte. */
  count(value: number): void {
    let rest = value;
    while (rest > 0x7f) {
      this.byte((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    this.byte(rest);
  }

  int32(value: number): void {
    const at = this.reserve(4);
    this.length = this.buffer.writeInt32LE(value, at);
  }

  int64(value: bigint): void {
    const at = this.reserve(8);
    this.length = this.buffer.writeBigInt64LE(BigInt.asIntN(64, value), at);
  }

  double(value: number): void {
    const at = this.reserve(8);
    this.length = this.buffer.writeDoubleLE(value, at);
  }

  bytes(value: Uint8Array): void {
    this.count(value.length);
    const at = this.reserve(value.length);
    this.buffer.set(value, at);
    this.length += value.length;
  }

  /** A text as UTF-16, which keeps half a surrogate pair too; one byte a character where that is enough. */
  text(value: string): void {
    const wide = /[^\0-\x7f]/.test(value);
    this.byte(wide ? 1 : 0);
    this.count(value.length);
    const start = this.reserve(wide ? value.length * 2 : value.length);
    this.length += this.buffer.write(value, start, wide ? 'utf16le' : 'latin1');
  }

  private reserve(count: number): number {
    const needed = this.length + count;
    if (needed > this.buffer.length) {
      const larger = Buffer.alloc(Math.max(needed, this.buffer.length * 2));
      larger.set(this.buffer);
      this.buffer.fill(0);
      this.buffer = larger;
    }
    return this.length;
  }
}
