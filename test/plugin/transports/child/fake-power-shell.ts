import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How the program misbehaves; `well` is not at all. */
export type FakeMode =
  'well' | 'diesAtStart' | 'printsAtStart' | 'neverOpens' | 'neverStops' | 'oldVersion' | 'withChild';

/** A program that stands in for PowerShell, and what it noted. */
export class FakePowerShell {
  readonly folder = mkdtempSync(join(tmpdir(), 'eas-fake-'));
  readonly executable = join(this.folder, 'pwsh');
  readonly #notes = join(this.folder, 'notes');

  constructor(mode: FakeMode) {
    const fixture = join(__dirname, 'fixtures', 'fake-power-shell.cjs');
    const quoted = [process.execPath, fixture, mode, this.#notes].map((text) => `'${text}'`).join(' ');
    writeFileSync(this.executable, `#!/bin/sh\nexec ${quoted} "$@"\n`, { mode: 0o700 });
  }

  /** What it noted so far. */
  notes(): string[] {
    return existsSync(this.#notes) ? readFileSync(this.#notes, 'utf8').split('\n').filter(Boolean) : [];
  }

  /** The processes that it was, and started. */
  pids(): number[] {
    return this.notes().flatMap((line) => (line.startsWith('pid ') ? [Number(line.slice(4))] : []));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
