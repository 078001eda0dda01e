import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { EncodedAnswer } from '../../psrp';

/** The type of every envelope. */
export const SOAP = 'application/soap+xml;charset=UTF-8';

/** An answer before it is sent. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: Buffer;
}

/** Small bodies are not worth compressing. */
const WORTH_COMPRESSING = 2048;

/** An envelope as HTTP has it; compressed for a client that says it can read that, as IIS does. */
export function soapAnswer({ status, body }: EncodedAnswer, request: IncomingMessage): HttpAnswer {
  const plain = Buffer.from(body.buffer, body.byteOffset, body.length);
  const accepts = request.headers['accept-encoding'] ?? '';
  if (!/\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\b)/i.test(accepts) || plain.length < WORTH_COMPRESSING) {
    return { status, headers: { 'Content-Type': SOAP }, body: plain };
  }
  const headers = { 'Content-Type': SOAP, 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' };
  return { status, headers, body: gzipSync(plain, { level: 1 }) };
}

/** An answer of IIS itself. */
export function pageAnswer(status: number, text: string, headers: HttpAnswer['headers'] = {}): HttpAnswer {
  const page = `<!DOCTYPE html><html><head><title>${text}</title></head><body><h2>${text}</h2></body></html>`;
  return { status, headers: { 'Content-Type': 'text/html', ...headers }, body: Buffer.from(page) };
}

/** Sends an answer, unless the connection is gone. */
export function sendAnswer(response: ServerResponse, { status, headers, body }: HttpAnswer): void {
  if (response.destroyed || response.headersSent) return;
  response.writeHead(status, { ...headers, 'Content-Length': body.length });
  response.end(body);
}
