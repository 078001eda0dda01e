import { ExchangeError } from '../../plugin/exchange/exchange-error';

/** How a step came out: `note` is neither good nor bad; `unknown` could not be found out. */
export type Verdict = 'ok' | 'note' | 'warning' | 'failed' | 'unknown' | 'notTried';

/** What a step found. */
export interface Finding {
  /** Left out: ok. */
  readonly verdict?: Exclude<Verdict, 'notTried'>;
  readonly found: string;
  /** What to do; needed where something is to be done. */
  readonly remedy?: string;
}

/** A step, and how it came out. */
export interface StepResult {
  /** Stable, for programs: network.signIn.tls. */
  readonly id: string;
  readonly title: string;
  readonly verdict: Verdict;
  readonly found: string;
  readonly remedy: string;
  readonly durationMs: number;
}

/** A step to be taken. */
export interface Step {
  readonly id: string;
  readonly title: string;
  /** Steps without which this one makes no sense. */
  readonly needs?: readonly string[];
  /** Steps of which one is enough. */
  readonly needsOneOf?: readonly string[];
  /** How long it may take. */
  readonly limitMs?: number;
}

/** What a step's work gives: what it found, and a value for the steps after it. */
export type Found<T> = Finding & { readonly value?: T };

const DEFAULT_LIMIT_MS = 60_000;

/**
 * Takes steps one after the other. A step whose predecessor failed is not tried; a step that throws has failed, and the
 * error says why; a step that takes too long has failed as well.
 */
export class Examination {
  readonly #results: StepResult[] = [];

  constructor(
    private readonly options: {
      readonly clock: () => number;
      readonly signal: AbortSignal;
      readonly onResult?: (result: StepResult) => void;
    },
  ) {}

  get results(): readonly StepResult[] {
    return this.#results;
  }

  /** True if the step was taken and did not fail. */
  passed(id: string): boolean {
    return this.#results.some((result) => result.id === id && isGood(result.verdict));
  }

  /**
   * Takes a step.
   * @returns the value that its work gave; undefined if there is none
   */
  async step<T = undefined>(step: Step, work: (signal: AbortSignal) => Promise<Found<T>>): Promise<T | undefined> {
    const { clock, signal } = this.options;
    const why = this.#obstacle(step);
    if (why !== undefined) {
      this.#add(step, { found: why }, 'notTried', 0);
      return undefined;
    }
    const begun = clock();
    try {
      const found = await within(work, step.limitMs ?? DEFAULT_LIMIT_MS, signal);
      this.#add(step, found, found.verdict ?? 'ok', clock() - begun);
      return found.value;
    } catch (error) {
      if (signal.aborted) throw error;
      this.#add(step, findingOf(error), 'failed', clock() - begun);
      return undefined;
    }
  }

  #obstacle({ needs = [], needsOneOf = [] }: Step): string | undefined {
    const missing = needs.find((id) => !this.passed(id));
    if (missing !== undefined) return `not tried: ${this.#titleOf(missing)} comes first`;
    if (needsOneOf.length === 0 || needsOneOf.some((id) => this.passed(id))) return undefined;
    return `not tried: ${this.#titleOf(String(needsOneOf[0]))} comes first`;
  }

  #titleOf(id: string): string {
    return this.#results.find((result) => result.id === id)?.title ?? id;
  }

  #add({ id, title }: Step, { found, remedy = '' }: Finding, verdict: Verdict, durationMs: number): void {
    const result = { id, title, verdict, found, remedy, durationMs };
    this.#results.push(result);
    this.options.onResult?.(result);
  }
}

/** Whether the steps after it make sense. */
function isGood(verdict: Verdict): boolean {
  return verdict !== 'failed' && verdict !== 'notTried';
}

function findingOf(error: unknown): Finding {
  if (error instanceof ExchangeError) return { found: `${error.message} (${error.code})`, remedy: error.detail };
  return { found: error instanceof Error ? error.message : String(error) };
}

async function within<T>(work: (signal: AbortSignal) => Promise<T>, limitMs: number, outer: AbortSignal): Promise<T> {
  const limit = new AbortController();
  const signal = AbortSignal.any([outer, limit.signal]);
  const tooLong = new ExchangeError({
    code: 'command.timeout',
    summary: `It took longer than ${String(limitMs / 1000)} s.`,
    detail: 'Something answers too slowly, or drops what is sent: look at firewalls and at the load of the server.',
  });
  let onAbort: () => void = () => undefined;
  const over = new Promise<never>((_, reject) => {
    onAbort = () => {
      reject(limit.signal.aborted ? tooLong : new ExchangeError({ code: 'cancelled', summary: 'Cancelled.' }));
    };
    signal.addEventListener('abort', onAbort, { once: true });
  });
  const timer = setTimeout(() => {
    limit.abort(tooLong);
  }, limitMs);
  try {
    return await Promise.race([work(signal), over]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  }
}
