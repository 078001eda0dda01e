import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request that cannot be answered as it was meant, with what to say about it. */
export class HttpError extends Error {
  override readonly name = 'HttpError' as const;

  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** The largest body that is read: settings with many orders are far below it. */
const MAX_BODY_BYTES = 1_048_576;

/** How long a body may take to arrive. */
const BODY_TIMEOUT_MS = 10_000;

/**
 * Reads a body of JSON: an object.
 * @throws HttpError 413, 408 or 400
 */
export async function readJson(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > MAX_BODY_BYTES) throw tooLarge();
  const timer = setTimeout(() => {
    request.destroy();
  }, BODY_TIMEOUT_MS);
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    for await (const piece of request as AsyncIterable<Buffer>) {
      size += piece.length;
      if (size > MAX_BODY_BYTES) throw tooLarge();
      pieces.push(piece);
    }
  } finally {
    clearTimeout(timer);
  }
  return parsed(Buffer.concat(pieces).toString('utf8'));
}

const tooLarge = (): HttpError => new HttpError(413, `The body is larger than ${MAX_BODY_BYTES} bytes.`);

function parsed(text: string): Readonly<Record<string, unknown>> {
  if (text === '') return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new HttpError(400, 'The body is not JSON.');
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new HttpError(400, 'The body is not a JSON object.');
}

/** Answers with JSON. */
export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}
