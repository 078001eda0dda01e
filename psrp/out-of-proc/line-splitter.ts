import { LimitError } from '../errors/limit-error';
import { ByteBuffer } from '../wire/byte-buffer';

const LINE_FEED = 0x0a;

/** Cuts a stream of bytes into lines, whatever the pieces that it comes in. */
export class LineSplitter {
  private readonly begun = new ByteBuffer();

  constructor(private readonly maxLineBytes: number) {}

  /**
   * Takes a piece.
   * @returns the lines that it completed, without their line feeds
   * @throws LimitError for a line that is too long, before it is kept
   */
  write(piece: Uint8Array): Uint8Array[] {
    const lines: Uint8Array[] = [];
    let start = 0;
    for (;;) {
      const end = piece.indexOf(LINE_FEED, start);
      const part = piece.subarray(start, end < 0 ? piece.length : end);
      if (this.begun.length + part.length > this.maxLineBytes) throw new LimitError('maxLineBytes', this.maxLineBytes);
      if (end < 0) {
        if (part.length > 0) this.begun.append(part);
        return lines;
      }
      lines.push(this.begun.length === 0 ? part : this.complete(part));
      start = end + 1;
    }
  }

  private complete(part: Uint8Array): Uint8Array {
    this.begun.append(part);
    const line = this.begun.view();
    this.begun.clear();
    return line;
  }
}
