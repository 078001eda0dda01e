import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { CmdletError } from '../cmdlets';
import { needsReply } from '../faults/deliver';
import type { Fault } from '../faults/fault';
import type { Site } from '../organization/sites';
import { endLine, notRecognized, warningLine } from './cmdlet-call';
import { wireError } from './error-record';

/** A call that a fault has struck. */
export interface StruckCall {
  readonly cmdlet: string;
  readonly site: Site;
  /** The lab's time in milliseconds. */
  readonly now: number;
  /** Carries the command out; gives the answer's lines as they are asked for. */
  readonly run: () => Iterable<string>;
}

const PIECES = 10;

/** Sends lines as they are made, no faster than they are read. */
export async function sendLines(response: ServerResponse, lines: Iterable<string>): Promise<void> {
  if (!response.headersSent) response.writeHead(200, { 'Content-Type': 'application/x-ndjson; charset=utf-8' });
  try {
    await pipeline(Readable.from(untilClosed(lines)), response);
  } catch (error) {
    // PowerShell has stopped the command: the pipeline has ended it here too.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}

/** A stream throws a reader's departure into a generator, as if the command had failed. It only has to end. */
function untilClosed(lines: Iterable<string>): Iterable<string> {
  return {
    [Symbol.iterator]: () => {
      const iterator = lines[Symbol.iterator]();
      return {
        next: () => iterator.next(),
        return: () => iterator.return?.() ?? { done: true, value: undefined },
      };
    },
  };
}

/** Spoils the answer of a cmdlet, in the way in which PowerShell would show it. docs/lab.md describes each kind. */
export async function spoilCall(response: ServerResponse, fault: Fault, call: StruckCall): Promise<void> {
  switch (fault.kind) {
    case 'cut':
      return cut(response, fault, call);
    case 'stall':
      return stall(response, fault, call);
    case 'slow':
      return sendSlowly(response, [...call.run()], fault.delayMs ?? 5000);
    case 'latency':
      await delay(fault.delayMs ?? 1000);
      return sendLines(response, call.run());
    case 'throttle':
      if (fault.delayMs === undefined) break;
      await delay(fault.delayMs);
      return sendLines(response, withWarning(microDelay(fault.delayMs), call.run()));
    default:
  }
  // `after`: the command is carried out, and nobody hears of it.
  if (needsReply(fault)) carryOut(call);
  return sendLines(response, wrongLines(fault, call));
}

/** The lines that say that the budget is spent; `seconds` until there is some again. */
export function busyLines(seconds: number, call: Pick<StruckCall, 'site' | 'now'>): string[] {
  const error = new CmdletError(
    'Microsoft.Exchange.Data.Directory.OverBudgetException',
    "This operation has exceeded the throttling budget for policy part 'LocalTime', policy value '60000', Budget " +
      `type: 'PowerShell'. Suggested backoff time ${Math.round(seconds * 1000)} ms. (Server busy)`,
    'ResourceBusy',
  );
  return [errorLine(error, call), endLine(0)];
}

function wrongLines(fault: Fault, call: StruckCall): string[] {
  switch (fault.kind) {
    case 'throttle':
    case 'concurrency':
      return busyLines(fault.retryAfter ?? 30, call);
    case 'html':
    case 'nonsense':
      return strange(['Value'], ['<!DOCTYPE html><html><head><title>Sign in</title></head></html>']);
    case 'wrongShape':
      return strange(['Identity', 'Guid', 'DeviceId'], [17, 'not a GUID', ['a', 'list']]);
    case 'emptyBody':
      return [endLine(0)];
    default:
      return [errorLine(errorOf(fault, call), call), endLine(0)];
  }
}

function errorOf(fault: Fault, call: StruckCall): CmdletError {
  switch (fault.kind) {
    case 'forbidden':
      return notRecognized(call.cmdlet);
    case 'unauthorized':
      return new CmdletError('System.UnauthorizedAccessException', 'Access is denied.', 'PermissionDenied');
    case 'unavailable':
      return new CmdletError(
        'Microsoft.Exchange.Data.Directory.ADTransientException',
        'The Active Directory server DC01.contoso.com is not available. Please retry at a later time.',
        'ResourceUnavailable',
      );
    default:
      return new CmdletError(
        'System.NullReferenceException',
        'An unexpected error has occurred and a Watson dump is being generated: Object reference not set to an ' +
          'instance of an object.',
        'NotSpecified',
      );
  }
}

async function cut(response: ServerResponse, fault: Fault, call: StruckCall): Promise<void> {
  if (needsReply(fault)) {
    const lines = [...call.run()];
    const half = fault.when === 'midBody' ? lines.slice(0, Math.floor(lines.length / 2)) : [];
    response.writeHead(200, { 'Content-Type': 'application/x-ndjson; charset=utf-8' });
    await new Promise((resolve) => response.write(`${half.join('')}\n`, resolve));
  }
  response.destroy();
}

async function stall(response: ServerResponse, fault: Fault, call: StruckCall): Promise<void> {
  if (fault.delayMs !== undefined) {
    await delay(fault.delayMs);
    return sendLines(response, call.run());
  }
  if (needsReply(fault)) carryOut(call);
  if (!response.destroyed) await new Promise<void>((resolve) => response.once('close', resolve));
}

async function sendSlowly(response: ServerResponse, lines: readonly string[], totalMs: number): Promise<void> {
  response.writeHead(200, { 'Content-Type': 'application/x-ndjson; charset=utf-8' });
  const text = Buffer.from(lines.join(''));
  for (let piece = 0; piece < PIECES && !response.destroyed; piece++) {
    response.write(text.subarray((text.length * piece) / PIECES, (text.length * (piece + 1)) / PIECES));
    await delay(totalMs / PIECES);
  }
  response.end();
}

/** Runs the command to its end; what it answers is lost. */
function carryOut(call: StruckCall): void {
  Array.from(call.run());
}

function* withWarning(warning: string, lines: Iterable<string>): Iterable<string> {
  yield warningLine(warning);
  yield* lines;
}

/** Microsoft support's article 2881759 has the beginning of this warning. */
function microDelay(ms: number): string {
  return `Micro delay applied. Actual delayed: ${ms} msecs, Enforced: True, Capped delay: ${ms} msecs, Required: False, Additional info: .`;
}

function strange(names: readonly string[], values: readonly unknown[]): string[] {
  const kinds = values.map((value) => (Array.isArray(value) ? 'list' : typeof value === 'number' ? 'int32' : 'plain'));
  return [
    `${JSON.stringify({ shape: { typeName: 'System.Object', names, enums: {} } })}\n`,
    `${JSON.stringify({ kinds, rows: [values] })}\n`,
    endLine(1),
  ];
}

function errorLine(error: CmdletError, call: Pick<StruckCall, 'site' | 'now'>): string {
  return `${JSON.stringify({ error: wireError(error, call.site, call.now) })}\n`;
}
