import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { pagingErrorReply, serviceErrorReply } from '../admin-api/error-body';
import { type Reply, unauthorized, unknownOrForbidden } from '../admin-api/reply';
import type { Fault } from './fault';

/** Sends a reply as it is. */
export function send(response: ServerResponse, reply: Reply): void {
  if (response.destroyed) return;
  response.writeHead(reply.status, { ...reply.headers, 'Content-Length': Buffer.byteLength(reply.body) });
  response.end(reply.body);
}

/** Spoils an answer as the fault says. `reply` is the good answer, or undefined if the command was not carried out. */
export async function deliverFault(response: ServerResponse, fault: Fault, reply: Reply | undefined): Promise<void> {
  switch (fault.kind) {
    case 'cut':
      cut(response, fault, reply);
      return;
    case 'stall':
      await stall(response, fault);
      if (reply !== undefined) send(response, reply);
      else response.destroy();
      return;
    case 'slow':
      await sendSlowly(response, reply ?? nothing(), fault.delayMs ?? 5000);
      return;
    case 'latency':
      await delay(fault.delayMs ?? 1000);
      send(response, reply ?? nothing());
      return;
    default:
      send(response, wrongAnswer(fault));
  }
}

/** Whether the good answer is wanted, late or in pieces, so that the command must be carried out. */
export function needsReply(fault: Fault): boolean {
  const isCarriedOut = fault.when === 'after' || fault.when === 'midBody';
  return (
    isCarriedOut ||
    fault.kind === 'slow' ||
    fault.kind === 'latency' ||
    (fault.kind === 'stall' && fault.delayMs !== undefined)
  );
}

function wrongAnswer(fault: Fault): Reply {
  const retryAfter: Record<string, string> =
    fault.retryAfter === undefined ? {} : { 'Retry-After': String(fault.retryAfter) };
  const plain = (status: number, type: string, body: string): Reply => ({
    status,
    headers: { 'Content-Type': type, ...retryAfter },
    body,
  });
  switch (fault.kind) {
    case 'throttle':
      return plain(429, 'application/json', '{"error":{"code":"TooManyRequests","message":"Too many requests."}}');
    case 'unavailable':
      return plain(503, 'text/html', '<html><body><h1>Service Unavailable</h1></body></html>');
    case 'concurrency':
      return plain(
        400,
        'text/plain',
        'You have reached the maximum number of concurrent requests per tenant. Please wait and try again',
      );
    case 'html':
      return plain(200, 'text/html; charset=utf-8', '<!DOCTYPE html><html><head><title>Sign in</title></head></html>');
    case 'nonsense':
      return plain(
        200,
        'application/json',
        '{"@odata.context":"https://outlook.off\u0000ice.com", "value":[{"Identity": tru',
      );
    case 'wrongShape':
      return plain(200, 'application/json', '{"value":{"0":"not a list"},"@odata.nextLink":17}');
    case 'emptyBody':
      return plain(200, 'application/json', '');
    case 'unauthorized':
      return unauthorized(true);
    case 'forbidden':
      return unknownOrForbidden();
    case 'pagingError':
      return pagingErrorReply();
    default:
      return serviceErrorReply(500, 'InternalServerError', 'An error occurred while processing this request.');
  }
}

function cut(response: ServerResponse, fault: Fault, reply: Reply | undefined): void {
  if (fault.when !== 'midBody' || reply === undefined) {
    response.destroy();
    return;
  }
  const body = Buffer.from(reply.body);
  // An answer without a body has to promise one, or there would be nothing to cut.
  const status = reply.status === 204 ? 200 : reply.status;
  response.writeHead(status, { ...reply.headers, 'Content-Length': Math.max(body.length, 2) });
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy());
}

async function stall(response: ServerResponse, fault: Fault): Promise<void> {
  if (fault.delayMs !== undefined) {
    await delay(fault.delayMs);
    return;
  }
  if (!response.destroyed) await new Promise<void>((resolve) => response.once('close', resolve));
}

async function sendSlowly(response: ServerResponse, reply: Reply, totalMs: number): Promise<void> {
  const body = Buffer.from(reply.body);
  const pieces = 10;
  response.writeHead(reply.status, { ...reply.headers, 'Content-Length': body.length });
  for (let piece = 0; piece < pieces && !response.destroyed; piece++) {
    response.write(body.subarray((body.length * piece) / pieces, (body.length * (piece + 1)) / pieces));
    await delay(totalMs / pieces);
  }
  response.end();
}

function nothing(): Reply {
  return { status: 200, headers: {}, body: '' };
}
