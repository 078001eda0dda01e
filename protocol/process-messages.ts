import { enumNumber, problemFields, stated } from './encode-parts';
import { LOG_LEVELS, RUN_OUTCOMES, SEVERITIES } from './enum-words';
import { easconnector } from './generated/easconnector';
import type { Completed, Problem } from './problem';
import { PROBLEM_CODES, type ProblemCode } from './problem-codes';
import type { Logging } from './settings';
import type { Timestamp } from './timestamp';

import v1 = easconnector.v1;

/** Who is speaking: the first message of both sides. */
export interface Hello {
  readonly kind: 'hello';
  /** "MAJOR.MINOR". */
  readonly contractVersion: string;
  readonly name: string;
  readonly version: string;
  /** Empty from a host. */
  readonly tasks: readonly string[];
}

/** What a host says. */
export type HostMessage =
  | Hello
  | {
      readonly kind: 'run';
      readonly task: string;
      readonly runId: string;
      readonly settings: Uint8Array;
      readonly dataDir: string;
      readonly logDir: string;
    }
  | { readonly kind: 'ack'; readonly sequence: number }
  | { readonly kind: 'cancel'; readonly reason: string }
  /** Of a kind that a newer contract has added; to be ignored. */
  | { readonly kind: 'unknown' };

/** A host's message of one kind. */
export type HostMessageOf<K extends HostMessage['kind']> = Extract<HostMessage, { kind: K }>;

/** What the plugin says. */
export type PluginMessage =
  | Hello
  | {
      readonly kind: 'log';
      readonly at: Timestamp;
      readonly level: Logging['level'];
      readonly message: string;
      readonly fields: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'progress'; readonly phase: string; readonly done: number; readonly total: number }
  | { readonly kind: 'result'; readonly sequence: number; readonly payload: Uint8Array }
  | ({ readonly kind: 'completed' } & Completed)
  /** Of a kind that a newer contract has added; to be ignored. */
  | { readonly kind: 'unknown' };

/** A message of the plugin of one kind. */
export type PluginMessageOf<K extends PluginMessage['kind']> = Extract<PluginMessage, { kind: K }>;

/** Thrown when bytes are not the message that they should be. */
export class MalformedMessageError extends Error {
  override readonly name = 'MalformedMessageError';
}

/** The bytes of a host's message. */
export function encodeHostMessage(message: HostMessage): Uint8Array {
  return v1.HostMessage.encode(hostMessageFields(message)).finish();
}

/** The bytes of a message of the plugin. */
export function encodePluginMessage(message: PluginMessage): Uint8Array {
  return v1.PluginMessage.encode(pluginMessageFields(message)).finish();
}

/** @throws MalformedMessageError */
export function decodeHostMessage(bytes: Uint8Array): HostMessage {
  const { hello, run, ack, cancel } = decodeWith((all) => v1.HostMessage.decode(all), bytes, 'HostMessage');
  if (hello) return helloOf(hello);
  if (run) {
    return {
      kind: 'run',
      task: run.task ?? '',
      runId: run.runId ?? '',
      settings: run.settings ?? new Uint8Array(),
      dataDir: run.dataDir ?? '',
      logDir: run.logDir ?? '',
    };
  }
  if (ack) return { kind: 'ack', sequence: safeNumber(ack.sequence, 'Ack.sequence') };
  if (cancel) return { kind: 'cancel', reason: cancel.reason ?? '' };
  return { kind: 'unknown' };
}

/** @throws MalformedMessageError */
export function decodePluginMessage(bytes: Uint8Array): PluginMessage {
  const { hello, log, progress, result, completed } = decodeWith(
    (all) => v1.PluginMessage.decode(all),
    bytes,
    'PluginMessage',
  );
  if (hello) return helloOf(hello);
  if (log) {
    return {
      kind: 'log',
      at: { seconds: safeNumber(log.at?.seconds, 'LogRecord.at'), nanos: log.at?.nanos ?? 0 },
      level: wordOf(LOG_LEVELS, log.level) ?? 'info',
      message: log.message ?? '',
      fields: { ...log.fields },
    };
  }
  if (progress) {
    const { phase, done, total } = progress;
    const counts = { done: safeNumber(done, 'Progress.done'), total: safeNumber(total, 'Progress.total') };
    return { kind: 'progress', phase: phase ?? '', ...counts };
  }
  if (result) {
    const sequence = safeNumber(result.sequence, 'Result.sequence');
    return { kind: 'result', sequence, payload: result.payload ?? new Uint8Array() };
  }
  if (completed) {
    const outcome = wordOf(RUN_OUTCOMES, completed.outcome);
    if (outcome === undefined) throw new MalformedMessageError('Completed.outcome is not stated, or not known.');
    return { kind: 'completed', outcome, problems: (completed.problems ?? []).map(problemOf) };
  }
  return { kind: 'unknown' };
}

/**
 * How many results the settings allow to be sent ahead of the host's acknowledgements; undefined if they do not say, or
 * are no settings. This is the one setting that the binding itself needs, and both tasks have it in the same place.
 */
export function maxUnacknowledgedResultsOf(settings: Uint8Array): number | undefined {
  try {
    const stated = v1.ManageSettings.decode(settings).limits?.maxUnacknowledgedResults ?? 0;
    return stated > 0 ? stated : undefined;
  } catch {
    return undefined;
  }
}

function hostMessageFields(message: HostMessage): v1.HostMessage.$Properties {
  switch (message.kind) {
    case 'hello':
      return { hello: helloFields(message) };
    case 'run': {
      const { kind, ...run } = message;
      return { [kind]: stated(run) };
    }
    case 'ack':
      return { ack: { sequence: message.sequence } };
    case 'cancel':
      return { cancel: stated({ reason: message.reason }) };
    case 'unknown':
      return {};
  }
}

function pluginMessageFields(message: PluginMessage): v1.PluginMessage.$Properties {
  switch (message.kind) {
    case 'hello':
      return { hello: helloFields(message) };
    case 'log': {
      const { at, level, message: text, fields } = message;
      return { log: { at, level: enumNumber(LOG_LEVELS, level), message: text, fields } };
    }
    case 'progress': {
      const { phase, done, total } = message;
      return { progress: { phase, done, total } };
    }
    case 'result':
      return { result: { sequence: message.sequence, payload: message.payload } };
    case 'completed': {
      const { outcome, problems } = message;
      return { completed: { outcome: enumNumber(RUN_OUTCOMES, outcome), problems: problems.map(problemFields) } };
    }
    case 'unknown':
      return {};
  }
}

function helloFields({ contractVersion, name, version, tasks }: Hello): v1.Hello.$Properties {
  return stated({ contractVersion, name, version, tasks: [...tasks] });
}

function helloOf({ contractVersion, name, version, tasks }: v1.Hello.$Properties): Hello {
  return {
    kind: 'hello',
    contractVersion: contractVersion ?? '',
    name: name ?? '',
    version: version ?? '',
    tasks: tasks ?? [],
  };
}

/** A problem as the plugin sent it. A code that this version does not know is an internal error by its own account. */
function problemOf({ severity, code, path, summary, detail }: v1.Problem.$Properties): Problem {
  return {
    severity: wordOf(SEVERITIES, severity) ?? 'error',
    code: isProblemCode(code) ? code : 'internal.error',
    path: path ?? '',
    summary: summary ?? '',
    detail: detail ?? '',
  };
}

function isProblemCode(code: string | null | undefined): code is ProblemCode {
  return typeof code === 'string' && Object.hasOwn(PROBLEM_CODES, code);
}

function wordOf<T extends string>(table: ReadonlyMap<string, T>, number: number | null | undefined): T | undefined {
  return [...table.values()].find((word) => enumNumber(table, word) === number);
}

function decodeWith<T>(decode: (bytes: Uint8Array) => T, bytes: Uint8Array, message: string): T {
  try {
    return decode(bytes);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new MalformedMessageError(`${bytes.length} bytes are no easconnector.v1.${message}: ${why}.`, {
      cause: error,
    });
  }
}

/** A 64-bit number, if a JavaScript number holds it exactly. */
function safeNumber(value: number | { toNumber(): number } | null | undefined, what: string): number {
  const number = typeof value === 'object' ? (value?.toNumber() ?? 0) : (value ?? 0);
  if (!Number.isSafeInteger(number)) throw new MalformedMessageError(`${what} is out of range.`);
  return number;
}
