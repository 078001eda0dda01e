import { ListChange } from '../../plugin/exchange/command';
import { CmdletError, type CmdletRunner } from '../cmdlets';
import type { Journal, JournalEntry } from '../control/journal';
import type { CmdletReference } from '../reference/reference';
import { wireError } from './error-record';
import { ObjectLines } from './object-lines';
import { textKind } from './property-kinds';

/** A call of a cmdlet, as PowerShell sends it. */
export interface CmdletRequest {
  readonly cmdlet: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** The properties that are wanted; all, if absent. */
  readonly properties?: readonly string[];
}

/** What calls of cmdlets need. */
export interface CmdletCallOptions {
  readonly runner: CmdletRunner;
  readonly journal: Journal;
  readonly reference: CmdletReference;
}

/** Reads the body of a call; undefined if it is none. */
export function readRequest(body: unknown): CmdletRequest | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { cmdlet, parameters, properties } = body as Readonly<Record<string, unknown>>;
  if (typeof cmdlet !== 'string' || !isRecord(parameters ?? {})) return undefined;
  const given = (parameters ?? {}) as Readonly<Record<string, unknown>>;
  return Array.isArray(properties)
    ? { cmdlet, parameters: given, properties: properties.map(String) }
    : { cmdlet, parameters: given };
}

/**
 * Runs a cmdlet and gives its answer as lines of JSON: shapes and rows of objects, warnings, errors, and `{"end":…}` at
 * last. Whoever stops reading ends the cmdlet. It is in the journal before the last line is given.
 */
export function* answerLines(
  request: CmdletRequest,
  user: string,
  options: CmdletCallOptions,
  fault?: string,
): Generator<string, void> {
  const { site, clock } = options.runner.organization;
  const writer = new ObjectLines((property) =>
    site.version === 'Online' ? undefined : textKind(property, options.reference),
  );
  let isJournalled = false;
  const write = (outcome: Pick<JournalEntry, 'result' | 'error'>): void => {
    if (isJournalled) return;
    isJournalled = true;
    const { cmdlet, parameters } = request;
    const entry = { front: 'powershell', user, cmdlet, parameters, ...outcome };
    options.journal.write(fault === undefined ? entry : { ...entry, fault });
  };
  try {
    yield* objectLines(request, user, options.runner, writer);
    write({ result: { objects: writer.count, hasMore: false } });
  } catch (error) {
    const failure = error instanceof CmdletError ? error : unexpected(error);
    write({ error: { className: failure.className, message: failure.message } });
    yield* writer.flush();
    yield `${JSON.stringify({ error: wireError(failure, site, clock.now()) })}\n`;
  } finally {
    write({ result: { objects: writer.count, hasMore: true } });
  }
  yield endLine(writer.count);
}

/** The line without which an answer is not whole. */
export function endLine(objects: number): string {
  return `${JSON.stringify({ end: true, objects })}\n`;
}

/** A warning. */
export function warningLine(warning: string): string {
  return `${JSON.stringify({ warning })}\n`;
}

function* objectLines(
  request: CmdletRequest,
  user: string,
  runner: CmdletRunner,
  writer: ObjectLines,
): Iterable<string> {
  if (!runner.knows(request.cmdlet)) throw notRecognized(request.cmdlet);
  const warnings: string[] = [];
  const objects = runner.run({
    cmdlet: request.cmdlet,
    parameters: readParameters(request.parameters),
    user,
    select: request.properties,
    warn: (message) => warnings.push(message),
  });
  const takeWarnings = (): string[] => warnings.splice(0).map(warningLine);
  for (const object of objects) {
    yield* takeWarnings();
    yield* writer.add(object);
  }
  yield* writer.flush();
  yield* takeWarnings();
}

/** The error for a cmdlet that does not exist, or that no role allows: Exchange makes no difference. */
export function notRecognized(cmdlet: string): CmdletError {
  return new CmdletError(
    'System.Management.Automation.CommandNotFoundException',
    `The term '${cmdlet}' is not recognized as the name of a cmdlet, function, script file, or operable program. ` +
      'Check the spelling of the name, or if a path was included, verify that the path is correct and try again.',
    'ObjectNotFound',
    cmdlet,
  );
}

function unexpected(error: unknown): CmdletError {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new CmdletError('System.InvalidOperationException', `The lab itself failed: ${message}`, 'NotSpecified');
}

function readParameters(parameters: Readonly<Record<string, unknown>>): Map<string, unknown> {
  return new Map(Object.entries(parameters).map(([name, value]) => [name, readValue(value)]));
}

/** `{ "change": { "add": [], "remove": [] } }` is what PowerShell's @{Add=…; Remove=…} is sent as. */
function readValue(value: unknown): unknown {
  if (!isRecord(value) || !isRecord(value['change'])) return value;
  const { add, remove } = value['change'];
  const list = (items: unknown): string[] => (Array.isArray(items) ? items.map(String) : []);
  return new ListChange(list(add), list(remove));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
