import { MultiBar, type SingleBar } from 'cli-progress';
import type { Progress } from '../../plugin/host/host';
import type { Terminal } from './style';
import { count, fit, safe } from './words';

/** A stream that text can be written to. */
export interface TextStream extends Terminal {
  write(text: string): unknown;
}

/** Shows how far work has come, and prints what is to stay. */
export interface Display {
  /** Shows progress of the work named `label`. */
  progress(label: string, progress: Progress): void;
  /** The work named `label` has ended. */
  end(label: string): void;
  /** Prints lines. */
  print(lines: readonly string[]): void;
}

/** Without a terminal: a line for each new phase, and for one that lasts every so often. */
const LINE_EVERY_MS = 10_000;

/**
 * @param out where lines go
 * @param progressTo where progress goes: bars if it is a terminal, otherwise now and then a line
 */
export function openDisplay(out: TextStream, progressTo: NodeJS.WriteStream, now: () => number): Display {
  return progressTo.isTTY ? new BarDisplay(out, progressTo) : new LineDisplay(out, progressTo, now);
}

/** Progress as lines. */
export class LineDisplay implements Display {
  readonly #out: TextStream;
  readonly #progressTo: TextStream;
  readonly #now: () => number;
  readonly #shown = new Map<string, { readonly phase: string; readonly at: number }>();

  constructor(out: TextStream, progressTo: TextStream, now: () => number) {
    this.#out = out;
    this.#progressTo = progressTo;
    this.#now = now;
  }

  progress(label: string, progress: Progress): void {
    const shown = this.#shown.get(label);
    const at = this.#now();
    if (shown?.phase === progress.phase && at - shown.at < LINE_EVERY_MS) return;
    this.#shown.set(label, { phase: progress.phase, at });
    this.#progressTo.write(`${label}: ${progressText(progress)}\n`);
  }

  end(label: string): void {
    this.#shown.delete(label);
  }

  print(lines: readonly string[]): void {
    this.#out.write(lines.map((line) => `${line}\n`).join(''));
  }
}

const LABEL_WIDTH = 22;
const PHASE_WIDTH = 22;
const BAR_WIDTH = 16;

/** Progress as bars, one for each work; they vanish when it ends. */
class BarDisplay implements Display {
  readonly #out: TextStream;
  readonly #terminal: NodeJS.WriteStream;
  readonly #bars = new Map<string, SingleBar>();
  #all: MultiBar | undefined;

  constructor(out: TextStream, terminal: NodeJS.WriteStream) {
    this.#out = out;
    this.#terminal = terminal;
  }

  progress(label: string, progress: Progress): void {
    this.#all ??= new MultiBar({
      stream: this.#terminal,
      clearOnComplete: true,
      hideCursor: true,
      emptyOnZero: true,
      format: (_options, _params, payload: BarPayload) => barText(payload),
    });
    const bar = this.#bars.get(label);
    if (bar) bar.update(progress.done, { label, progress });
    else this.#bars.set(label, this.#all.create(1, 0, { label, progress }));
  }

  end(label: string): void {
    const bar = this.#bars.get(label);
    if (!bar) return;
    this.#bars.delete(label);
    if (this.#bars.size === 0) this.#clear();
    else this.#all?.remove(bar);
  }

  print(lines: readonly string[]): void {
    // Bars that are still needed come back with the next progress.
    this.#clear();
    this.#out.write(lines.map((line) => `${line}\n`).join(''));
  }

  #clear(): void {
    this.#all?.stop();
    this.#all = undefined;
    this.#bars.clear();
  }
}

interface BarPayload {
  readonly label: string;
  readonly progress: Progress;
}

/** One bar as text. */
export function barText({ label, progress }: BarPayload): string {
  const { phase, done, total } = progress;
  const start = `${fit(label, LABEL_WIDTH).padEnd(LABEL_WIDTH)}  ${fit(safe(phase), PHASE_WIDTH).padEnd(PHASE_WIDTH)}`;
  if (total <= 0) return `${start}  ${done > 0 ? count(done) : '…'}`;
  const filled = Math.round(Math.min(1, done / total) * BAR_WIDTH);
  return `${start}  ${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)}  ${count(done)} of ${count(total)}`;
}

function progressText({ phase, done, total }: Progress): string {
  if (total > 0) return `${safe(phase)}, ${count(done)} of ${count(total)}`;
  return done > 0 ? `${safe(phase)}, ${count(done)}` : safe(phase);
}
