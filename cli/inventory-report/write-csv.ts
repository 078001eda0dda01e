import { BYTE_ORDER_MARK, csvLine, type CsvSeparator } from './csv';
import { csvCells, csvHeader } from './csv-columns';
import type { PartnershipJson } from './inventory-json';

/** How the CSV is written. */
export interface CsvOptions {
  readonly separator: CsvSeparator;
  /** Whether it begins with a byte order mark. */
  readonly byteOrderMark: boolean;
}

/** Lines that are written together. */
const LINES_PER_WRITE = 500;

/** Writes a CSV line by line as the partnerships come; nothing of it stays in memory. */
export class CsvWriter {
  #lines: string[] = [];

  constructor(
    private readonly write: (text: string) => Promise<void>,
    private readonly options: CsvOptions,
  ) {
    if (options.byteOrderMark) this.#lines.push(BYTE_ORDER_MARK);
    this.#lines.push(csvLine(csvHeader(), options.separator));
  }

  async add(partnership: PartnershipJson): Promise<void> {
    this.#lines.push(csvLine(csvCells(partnership), this.options.separator));
    if (this.#lines.length >= LINES_PER_WRITE) await this.#flush();
  }

  /** Writes what is left. */
  end(): Promise<void> {
    return this.#flush();
  }

  async #flush(): Promise<void> {
    const text = this.#lines.join('');
    this.#lines = [];
    await this.write(text);
  }
}
