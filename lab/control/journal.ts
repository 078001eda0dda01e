import { appendFileSync, createReadStream, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';

/** A cmdlet that ran. */
export interface JournalEntry {
  /** The front through which it came, for example adminApi. */
  readonly front: string;
  readonly user: string;
  readonly cmdlet: string;
  readonly parameters: unknown;
  readonly result?: { readonly objects: number; readonly hasMore: boolean };
  readonly error?: { readonly className: string; readonly message: string };
  /** The fault that spoiled the answer, if one did. */
  readonly fault?: string;
}

const KEPT_IN_MEMORY = 100_000;

/** Every cmdlet that ran, one line of JSON each: in a file, or the last ones in memory. */
export class Journal {
  private readonly lines: string[] = [];

  constructor(
    private readonly now: () => number,
    private readonly file: string | undefined,
  ) {
    if (file !== undefined) mkdirSync(dirname(file), { recursive: true });
  }

  write(entry: JournalEntry): void {
    const line = JSON.stringify({ time: new Date(this.now()).toISOString(), ...entry });
    if (this.file !== undefined) {
      appendFileSync(this.file, `${line}\n`);
      return;
    }
    this.lines.push(line);
    if (this.lines.length > KEPT_IN_MEMORY) this.lines.splice(0, KEPT_IN_MEMORY / 10);
  }

  /** All lines, as they are now. */
  read(): Readable {
    if (this.file === undefined) return Readable.from(this.lines.map((line) => `${line}\n`));
    if (!existsSync(this.file)) return Readable.from([]);
    const { size } = statSync(this.file);
    return size === 0 ? Readable.from([]) : createReadStream(this.file, { end: size - 1 });
  }
}
