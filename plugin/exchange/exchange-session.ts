import type { PSObject } from '../../psrp';
import type { Command } from './command';
import type { ExchangeVersion } from './exchange-version';

/** What happens besides objects while a command runs. */
export type SessionEvent =
  | { readonly kind: 'warning'; readonly message: string }
  /** Exchange asked to wait; the session waits and goes on by itself. */
  | { readonly kind: 'throttled'; readonly waitMs: number; readonly reason: string }
  /** The session sends the command once more after a fault of the connection. Reads only. */
  | { readonly kind: 'retry'; readonly attempt: number; readonly reason: string };

/** How a command is to run. */
export interface InvokeOptions {
  readonly signal: AbortSignal;
  /** When the command must be over, in milliseconds since 1970. */
  readonly deadline: number;
  /** How long it may wait before it is sent because Exchange wants that, in milliseconds; as long as any, if left out. */
  readonly maxWaitMs?: number | undefined;
  readonly onEvent?: (event: SessionEvent) => void;
}

/** A connection to one Exchange organization, over whatever transport. */
export interface ExchangeSession {
  readonly version: ExchangeVersion;
  /** The version as Exchange states it; empty if it does not. */
  readonly build: string;
  /** The name of the transport, for logs and results: adminApi, child, inProcess or psrp. */
  readonly transport: string;
  /**
   * Runs a command and gives its objects one by one. A list that could not be read to its end throws an ExchangeError
   * with the code `truncated`: what was given until then must not be used as the whole.
   * @throws ExchangeError
   */
  invoke(command: Command, options: InvokeOptions): AsyncIterable<PSObject>;
  /** Ends the session and frees what it holds at the server. Never throws. */
  close(): Promise<void>;
}
