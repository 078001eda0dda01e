import type { ChildProcessByStdio } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { encodeFrame, encodeHostMessage, type HostMessage } from '../protocol';

const LINES_KEPT = 20;
const MAX_LINE = 500;

/** A process of the plugin: writes frames to it, listens to its stderr, and ends it. */
export class PluginProcess {
  readonly #child: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly #exited: Promise<void>;
  readonly #stderr: string[] = [];
  #spawnError = '';
  #killReason = '';

  /** @param onStderr is given each line that the plugin writes for humans */
  constructor(child: ChildProcessByStdio<Writable, Readable, Readable>, onStderr: (line: string) => void) {
    this.#child = child;
    this.#exited = new Promise((resolve) => {
      child.once('close', () => {
        resolve();
      });
      child.once('error', (error) => {
        this.#spawnError = error.message;
        resolve();
      });
    });
    // A plugin that is gone cannot be written to; that it is gone is seen on its stdout.
    child.stdin.on('error', () => undefined);
    createInterface({ input: child.stderr }).on('line', (line) => {
      const short = line.slice(0, MAX_LINE);
      this.#stderr.push(short);
      if (this.#stderr.length > LINES_KEPT) this.#stderr.shift();
      onStderr(short);
    });
  }

  /** Writes a message. */
  send(message: HostMessage): void {
    if (this.#child.stdin.writable) this.#child.stdin.write(encodeFrame(encodeHostMessage(message)));
  }

  /** Tells the plugin to end, in order. */
  closeInput(): void {
    this.#child.stdin.end();
  }

  /** Ends the process at once. */
  kill(reason: string): void {
    this.#killReason ||= reason;
    this.#child.kill('SIGKILL');
  }

  /** Closes stdin and waits for the process to end; kills it after the grace time. */
  async end(graceMs: number): Promise<void> {
    this.closeInput();
    const timer = setTimeout(() => {
      this.kill(`It did not end within ${graceMs / 1000} s.`);
    }, graceMs);
    await this.#exited;
    clearTimeout(timer);
  }

  /** How the process ended, for a problem's detail. */
  get ending(): string {
    const { exitCode, signalCode } = this.#child;
    const how = this.#spawnError
      ? `It could not be started: ${this.#spawnError}`
      : signalCode
        ? `It was ended by ${signalCode}.`
        : `Its exit code is ${String(exitCode)}.`;
    const said = this.#stderr.length > 0 ? `It said: ${this.#stderr.join(' / ')}` : 'It said nothing on stderr.';
    return [this.#killReason, how, said].filter((part) => part !== '').join(' ');
  }
}
