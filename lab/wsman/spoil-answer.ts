import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { needsReply } from '../faults/deliver';
import type { Fault } from '../faults/fault';
import { type HttpAnswer, SOAP, sendAnswer } from './http-answer';

/** An answer that a fault has struck. */
export interface StruckAnswer {
  /** Handles the request; gives the good answer. */
  readonly answer: () => Promise<HttpAnswer>;
  /** What a caller without credentials gets. */
  readonly unauthorized: HttpAnswer;
  /** The request's MessageID. */
  readonly messageId: string;
}

const PIECES = 10;
const KEEPS_REQUEST: ReadonlySet<string> = new Set(['drip', 'truncated', 'wrongRelatesTo']);

/** Spoils the answer to a request of WSMan. docs/lab.md describes each kind. */
export async function spoilAnswer(response: ServerResponse, fault: Fault, struck: StruckAnswer): Promise<void> {
  const isHandled = needsReply(fault) || KEEPS_REQUEST.has(fault.kind);
  const good = isHandled ? await struck.answer() : undefined;
  if (response.destroyed) return;
  switch (fault.kind) {
    case 'cut':
      cut(response, fault, good);
      return;
    case 'stall':
      await stall(response, fault, good);
      return;
    case 'slow':
      await sendInPieces(response, good ?? nothing(), (fault.delayMs ?? 5000) / PIECES, PIECES);
      return;
    case 'drip':
      await drip(response, good ?? nothing(), fault);
      return;
    case 'latency':
      await delay(fault.delayMs ?? 1000);
      sendAnswer(response, good ?? nothing());
      return;
    case 'endless':
      await sendEndless(response);
      return;
    default:
      sendAnswer(response, wrongAnswer(fault, good ?? nothing(), struck));
  }
}

function wrongAnswer(fault: Fault, good: HttpAnswer, { unauthorized, messageId }: StruckAnswer): HttpAnswer {
  const retryAfter: Record<string, string> =
    fault.retryAfter === undefined ? {} : { 'Retry-After': String(fault.retryAfter) };
  switch (fault.kind) {
    case 'unauthorized':
      return unauthorized;
    case 'html':
      return html(200, 'Sign in');
    case 'nonsense':
      return soap(
        '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Header><a:Action>\u0001&nope;</s:Hea',
      );
    case 'wrongShape':
      return soap(otherEnvelope(messageId));
    case 'emptyBody':
      return soap('');
    case 'truncated':
      return { ...good, body: good.body.subarray(0, fault.atByte ?? Math.floor(good.body.length / 2)) };
    case 'wrongRelatesTo':
      return { ...good, body: Buffer.from(otherRelation(good.body)) };
    case 'bomb':
      return { status: 200, headers: { 'Content-Type': SOAP, 'Content-Encoding': 'gzip' }, body: bomb() };
    case 'redirect': {
      const headers = { Location: 'https://elsewhere.invalid/PowerShell/?PSVersion=5.1', 'Content-Type': 'text/html' };
      return { status: 302, headers, body: Buffer.alloc(0) };
    }
    default:
      return { ...html(503, 'Service Unavailable'), headers: { 'Content-Type': 'text/html', ...retryAfter } };
  }
}

function cut(response: ServerResponse, fault: Fault, good: HttpAnswer | undefined): void {
  if (fault.when !== 'midBody' || good === undefined) {
    response.destroy();
    return;
  }
  const { status, headers, body } = good;
  const sent = Math.min(fault.atByte ?? Math.floor(body.length / 2), Math.max(0, body.length - 1));
  response.writeHead(status, { ...headers, 'Content-Length': Math.max(body.length, 2) });
  response.flushHeaders();
  response.write(body.subarray(0, sent), () => response.destroy());
}

async function stall(response: ServerResponse, fault: Fault, good: HttpAnswer | undefined): Promise<void> {
  if (fault.delayMs !== undefined) {
    await delay(fault.delayMs);
    sendAnswer(response, good ?? nothing());
    return;
  }
  if (!response.destroyed) await new Promise<void>((resolve) => response.once('close', resolve));
}

async function sendInPieces(response: ServerResponse, good: HttpAnswer, waitMs: number, pieces: number): Promise<void> {
  const { status, headers, body } = good;
  response.writeHead(status, { ...headers, 'Content-Length': body.length });
  for (let piece = 0; piece < pieces && !response.destroyed; piece++) {
    response.write(body.subarray((body.length * piece) / pieces, (body.length * (piece + 1)) / pieces));
    await delay(waitMs);
  }
  response.end();
}

/** Byte for byte, so that no pause is long and the whole takes for ever. */
async function drip(response: ServerResponse, good: HttpAnswer, fault: Fault): Promise<void> {
  const { status, headers, body } = good;
  const first = Math.min(fault.atByte ?? 0, body.length);
  response.writeHead(status, { ...headers, 'Content-Length': body.length });
  response.flushHeaders();
  if (first > 0) response.write(body.subarray(0, first));
  for (let at = first; at < body.length && !response.destroyed; at++) {
    await delay(fault.delayMs ?? 100);
    response.write(body.subarray(at, at + 1));
  }
  response.end();
}

/** An answer that begins well and never ends, as fast as it is read. */
async function sendEndless(response: ServerResponse): Promise<void> {
  const more = Buffer.alloc(64 * 1024, 'QUFB');
  response.writeHead(200, { 'Content-Type': SOAP });
  response.write(`<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body><Stream>`);
  const closed = once(response, 'close').catch(() => undefined);
  while (!response.destroyed) {
    if (response.write(more)) await delay(0);
    else await Promise.race([once(response, 'drain').catch(() => undefined), closed]);
  }
}

/** 1 GiB of spaces in about 1 MiB: members of gzip, one after the other. */
function bomb(): Buffer {
  const member = gzipSync(Buffer.alloc(16 * 1024 * 1024, ' '));
  return Buffer.concat(Array.from({ length: 64 }, () => member));
}

function otherRelation(body: Buffer): string {
  return body.toString('utf8').replace(/(RelatesTo[^>]*>)[^<]*/, `$1uuid:${randomUUID().toUpperCase()}`);
}

/** A good envelope that answers something else. */
function otherEnvelope(messageId: string): string {
  return (
    '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" ' +
    'xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing" ' +
    'xmlns:n="http://schemas.xmlsoap.org/ws/2004/09/enumeration"><s:Header>' +
    '<a:Action>http://schemas.xmlsoap.org/ws/2004/09/enumeration/EnumerateResponse</a:Action>' +
    `<a:MessageID>uuid:${randomUUID().toUpperCase()}</a:MessageID><a:RelatesTo>${messageId}</a:RelatesTo></s:Header>` +
    '<s:Body><n:EnumerateResponse><n:EnumerationContext/></n:EnumerateResponse></s:Body></s:Envelope>'
  );
}

function soap(text: string): HttpAnswer {
  return { status: 200, headers: { 'Content-Type': SOAP }, body: Buffer.from(text) };
}

function html(status: number, title: string): HttpAnswer {
  const text = `<!DOCTYPE html><html><head><title>${title}</title></head><body><h2>${title}</h2></body></html>`;
  return { status, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body: Buffer.from(text) };
}

function nothing(): HttpAnswer {
  return soap('');
}
