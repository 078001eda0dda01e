/** Bytes that grow at the end. Capacity doubles, so many small pieces cost no more than one large one. */
export class ByteBuffer {
  private bytes = new Uint8Array(0);
  private used = 0;

  get length(): number {
    return this.used;
  }

  append(piece: Uint8Array): void {
    const needed = this.used + piece.length;
    if (needed > this.bytes.length) {
      const larger = new Uint8Array(Math.max(needed, this.bytes.length * 2, 1024));
      larger.set(this.bytes.subarray(0, this.used));
      this.bytes = larger;
    }
    this.bytes.set(piece, this.used);
    this.used = needed;
  }

  /** What has been appended. It shares memory with the buffer until the next append or clear. */
  view(): Uint8Array {
    return this.bytes.subarray(0, this.used);
  }

  /** Forgets everything, its memory included: what view gave stays as it is. */
  clear(): void {
    this.bytes = new Uint8Array(0);
    this.used = 0;
  }
}
