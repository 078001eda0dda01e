import type { ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import type { FoundPowerShell } from './find-power-shell';
import { killTree } from './process-tree';

/** A PowerShell in server mode: bytes in, bytes out, and an end. */
export interface PowerShellProcess {
  readonly executable: string;
  readonly pid: number | undefined;
  /** Resolves when the bytes are with the operating system. */
  write(bytes: Uint8Array): Promise<void>;
  onData(receive: (bytes: Uint8Array) => void): void;
  /** Stops and continues reading its output: what it writes meanwhile makes it wait. */
  pause(): void;
  resume(): void;
  /** What it wrote to stderr, its last few kilobytes. */
  stderr(): string;
  /** Resolves when it has ended, with why. Never rejects. */
  readonly exited: Promise<string>;
  /** Ends it, with its children. Never throws. */
  kill(): Promise<void>;
}

/** Of node-powershell's Shell, which keeps these to itself. */
interface ShellInternals {
  readonly process: ChildProcess;
  readonly exitPromise: Promise<void>;
}

/**
 * The bytes, in hexadecimal, that .NET hands out before it collects garbage: with 64 MiB PowerShell 7 spends a third less
 * on an object of a list. Windows PowerShell does not read it.
 */
const GENERATION = { DOTNET_GCgen0size: '4000000' };
const STDERR_BYTES = 8 * 1024;
/** How long a killed process may take to be gone. */
const KILL_MS = 5_000;

/**
 * Starts a PowerShell in server mode (`-s`): it speaks the remoting protocol on its standard input and output, as
 * PowerShell's own background jobs do. node-powershell starts and watches the process; its own way to run commands is
 * not used. A PowerShell that cannot be started shows by its end.
 */
export async function startPowerShell({ executable }: FoundPowerShell): Promise<PowerShellProcess> {
  const { PowerShell } = await import('node-powershell');
  class ServerPowerShell extends PowerShell {
    /** Its own choice puts an environment variable before what it is told. */
    protected override setExecutable(): string {
      return executable;
    }
  }
  const shell = new ServerPowerShell({
    executable,
    executableOptions: { '-NoProfile': true, '-s': true },
    // Escape sequences for terminals do not belong into the stream.
    spawnOptions: { env: { ...GENERATION, ...process.env, NO_COLOR: '1', TERM: 'dumb' }, windowsHide: true },
    // One character a byte: the protocol's lines are ASCII, and whatever else comes is kept as it is.
    outputEncoding: 'latin1',
  });
  // node-powershell has no public way to its process; it has kept these names since version 5.0.
  const { process: child, exitPromise } = shell as unknown as ShellInternals;
  return watch(executable, child, shell.streams, exitPromise);
}

function watch(
  executable: string,
  child: ChildProcess,
  { stdin, stdout, stderr }: { readonly stdin: Writable; readonly stdout: Readable; readonly stderr: Readable },
  exitPromise: Promise<void>,
): PowerShellProcess {
  let said = '';
  stderr.on('data', (text: string) => (said = (said + text).slice(-STDERR_BYTES)));
  // node-powershell pipes the first pieces elsewhere; unpiping pauses a stream, and one that nobody reads blocks.
  stderr.on('pause', () => stderr.resume());
  // Writing to a process that has ended fails; its exit says so better.
  stdin.on('error', () => undefined);
  const exited = exitPromise.then(
    () => endOf(child),
    (error: unknown) => startError(error) ?? endOf(child),
  );
  return {
    executable,
    pid: child.pid,
    write: (bytes) =>
      new Promise((resolve, reject) => {
        stdin.write(bytes, (error) => {
          if (error) reject(error);
          else resolve();
        });
      }),
    onData: (receive) => {
      stdout.on('data', (text: string) => {
        receive(Buffer.from(text, 'latin1'));
      });
    },
    pause: () => stdout.pause(),
    resume: () => stdout.resume(),
    stderr: () => Buffer.from(said, 'latin1').toString('utf8').trim(),
    exited,
    kill: async () => {
      await killTree(child);
      await settled(exited, KILL_MS);
      // A process that escaped may hold the other ends open; it shall not hold ours.
      for (const stream of [stdin, stdout, stderr]) stream.destroy();
    },
  };
}

async function settled(promise: Promise<unknown>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)));
  await Promise.race([promise, late]);
  clearTimeout(timer);
}

function endOf(child: ChildProcess): string {
  if (child.signalCode !== null) return `it was ended by ${child.signalCode}`;
  return `it ended with the exit code ${String(child.exitCode)}`;
}

function startError(error: unknown): string | undefined {
  const original = (error as { originalError?: unknown }).originalError;
  return original instanceof Error && 'code' in original ? `it could not be started (${original.message})` : undefined;
}
