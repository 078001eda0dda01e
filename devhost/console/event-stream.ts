import type { ServerResponse } from 'node:http';

/** How often progress is passed on at most. */
const MIN_INTERVAL_MS = 200;
/** Keeps the connection from being taken for dead. */
const HEARTBEAT_MS = 15_000;
/** Pages that can be open at once. */
const MAX_READERS = 50;

/** Server-sent events: everybody who is connected gets the state now, and again after each change. */
export class EventStream {
  readonly #state: () => unknown;
  readonly #readers = new Set<ServerResponse>();
  #timer: NodeJS.Timeout | undefined;
  #heartbeat: NodeJS.Timeout | undefined;

  constructor(state: () => unknown) {
    this.#state = state;
  }

  /** Connects a page; false if there are too many. */
  add(response: ServerResponse): boolean {
    if (this.#readers.size >= MAX_READERS) return false;
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    this.#readers.add(response);
    response.on('close', () => {
      this.#readers.delete(response);
      if (this.#readers.size === 0) clearInterval(this.#heartbeat);
    });
    if (this.#readers.size === 1) {
      this.#heartbeat = setInterval(() => {
        this.#send(': here\n\n');
      }, HEARTBEAT_MS);
    }
    response.write(this.#event());
    return true;
  }

  /** Tells everybody, soon: changes that follow each other quickly become one event. */
  changed(): void {
    if (this.#timer || this.#readers.size === 0) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#send(this.#event());
    }, MIN_INTERVAL_MS);
  }

  /** Ends all connections. */
  close(): void {
    clearTimeout(this.#timer);
    clearInterval(this.#heartbeat);
    for (const reader of this.#readers) reader.end();
    this.#readers.clear();
  }

  #event(): string {
    return `event: state\ndata: ${JSON.stringify(this.#state())}\n\n`;
  }

  /** A page that does not read is let go: it connects again when it wakes up. */
  #send(text: string): void {
    for (const reader of this.#readers) {
      if (reader.writableLength > 1_000_000) reader.destroy();
      else reader.write(text);
    }
  }
}
