import { Exchange } from '../../../plugin/exchange/exchange';
import { ExchangeError } from '../../../plugin/exchange/exchange-error';
import { chooseTransport, type TransportName } from '../../../plugin/transports/choose-transport';
import { openSession } from '../../../plugin/transports/open-session';
import type { SessionDependencies } from '../../../plugin/transports/session-dependencies';
import type { CommonSettings } from '../../../protocol';
import { compareReadings, type Comparison } from './compare-readings';
import { chooseSample, readSample, type Reading, type Sample } from './read-sample';

const TRANSPORTS: readonly TransportName[] = ['adminApi', 'psrp', 'child', 'inProcess'];

/** How one transport did. */
export interface TransportOutcome {
  readonly transport: TransportName;
  /** `unusable`: not on this computer, or not with this credential. */
  readonly outcome: 'read' | 'unusable' | 'failed';
  /** The code of the problem, and its words without names; empty if it read. */
  readonly code: string;
  readonly version: string;
  readonly build: string;
  readonly durationMs: number;
  /** Against the first transport that read; undefined for that one itself. */
  readonly comparison: Comparison | undefined;
}

/** The report of a comparison. It has no value of the organization in it. */
export interface ConformanceReport {
  readonly kind: string;
  readonly sampleSize: number;
  readonly transports: readonly TransportOutcome[];
}

/** Told of each transport when it has ended; `error` is for the person in front, and not for the report. */
export type OnTransport = (outcome: TransportOutcome, error: unknown) => void;

/**
 * Reads the same objects over every transport that the connection can use, and compares them with those of the first.
 * It reads and changes nothing.
 */
export async function compareTransports(
  settings: CommonSettings,
  sampleSize: number,
  dependencies: SessionDependencies,
  onTransport: OnTransport,
): Promise<ConformanceReport> {
  const transports: TransportOutcome[] = [];
  let first: { transport: TransportName; sample: Sample; reading: Reading } | undefined;
  const readers: { outcome: TransportOutcome; reading: Reading }[] = [];
  for (const transport of TRANSPORTS.filter((one) => isPossible(settings, one))) {
    const attempt = await readOver(settings, transport, dependencies, async (exchange) => {
      const sample = first?.sample ?? (await chooseSample(exchange, sampleSize));
      return { sample, reading: await readSample(exchange, sample) };
    });
    if (attempt.value) {
      first ??= { transport, ...attempt.value };
      readers.push({ outcome: attempt.outcome, reading: attempt.value.reading });
    }
    transports.push(attempt.outcome);
    onTransport(attempt.outcome, attempt.error);
  }
  if (first && readers.length > 1) {
    const { sample, reading, transport } = first;
    const again = await readOver(settings, transport, dependencies, (exchange) => readSample(exchange, sample));
    for (const { outcome, reading: other } of readers.slice(1)) {
      const comparison = compareReadings(reading, other, again.value ?? reading);
      transports.splice(transports.indexOf(outcome), 1, { ...outcome, comparison });
    }
  }
  return { kind: settings.connection.target.kind, sampleSize, transports };
}

function isPossible(settings: CommonSettings, transport: TransportName): boolean {
  try {
    chooseTransport({ ...settings.connection, transport });
    return true;
  } catch {
    return false;
  }
}

interface Attempt<T> {
  readonly outcome: TransportOutcome;
  readonly value?: T;
  readonly error?: unknown;
}

async function readOver<T>(
  settings: CommonSettings,
  transport: TransportName,
  dependencies: SessionDependencies,
  read: (exchange: Exchange) => Promise<T>,
): Promise<Attempt<T>> {
  const { clock, random, signal } = dependencies;
  const begun = clock();
  let exchange: Exchange | undefined;
  try {
    const session = await openSession({ ...settings.connection, transport }, settings.limits, dependencies);
    exchange = new Exchange(session, { signal, clock, random, commandTimeoutMs: settings.limits.commandTimeoutMs });
    const value = await read(exchange);
    const { version, build } = exchange;
    const outcome = { outcome: 'read', code: '', version, build } as const;
    return { outcome: { transport, ...outcome, durationMs: clock() - begun, comparison: undefined }, value };
  } catch (error) {
    if (!(error instanceof ExchangeError) || signal.aborted) throw error;
    const outcome = error.code === 'transport.unavailable' || error.code === 'settings.invalid' ? 'unusable' : 'failed';
    const durationMs = clock() - begun;
    const { version = '', build = '' } = exchange ?? {};
    return {
      outcome: { transport, outcome, code: error.code, version, build, durationMs, comparison: undefined },
      error,
    };
  } finally {
    await exchange?.close();
  }
}
