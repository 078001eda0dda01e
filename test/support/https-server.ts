import { createServer, type Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CertificatePair } from './certificates';

/** A request with its whole body. */
export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export type Responder = (request: ReceivedRequest, response: ServerResponse) => void;

/** A real HTTPS server on this computer. */
export interface TestServer {
  readonly url: string;
  readonly port: number;
  /** Every request that came, in order. */
  readonly requests: ReceivedRequest[];
  /** How many TCP connections were made. */
  readonly connections: () => number;
  close(): Promise<void>;
}

/** Starts a server on loopback, on a port that is free. */
export async function startHttpsServer(pair: CertificatePair, respond: Responder): Promise<TestServer> {
  const requests: ReceivedRequest[] = [];
  let connections = 0;
  const server = createServer({ cert: pair.certificate, key: pair.key }, (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('error', () => undefined);
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const received = { method, path: url, headers, body: Buffer.concat(chunks).toString('utf8') };
      requests.push(received);
      respond(received, response);
    });
  });
  server.on('connection', () => connections++);
  server.on('tlsClientError', () => undefined);
  server.on('clientError', (_, socket) => socket.destroy());
  await listen(server);
  const { port } = server.address() as AddressInfo;
  return { url: `https://localhost:${port}`, port, requests, connections: () => connections, close: () => end(server) };
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
}

function end(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}

/** Answers with JSON. */
export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string | string[]>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body));
}
