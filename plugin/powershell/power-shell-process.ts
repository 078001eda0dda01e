import { execFile, type ChildProcess } from 'node:child_process';
import { ExchangeError } from '../exchange/exchange-error';
import type { FoundPowerShell } from './find-power-shell';

/** A PowerShell in server mode: bytes in, bytes out, and an end. */
export interface PowerShellProcess {
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
  /** Ends it, with its children. */
  kill(): Promise<void>;
}

/** Of node-powershell's Shell, which keeps these to itself. */
interface ShellInternals {
  readonly process: ChildProcess;
  readonly exitPromise: Promise<void>;
}

const STDERR_BYTES = 8 * 1024;

/**
 * Starts a PowerShell in server mode (`-s`): it speaks the remoting protocol on its standard input and output, as
 * PowerShell's own background jobs do. node-powershell finds its program and owns the process; its own way to run
 * commands is not used.
 * @throws ExchangeError transport.unavailable
 */
export async function startPowerShell(found: FoundPowerShell): Promise<PowerShellProcess> {
  const { PowerShell } = await import('node-powershell');
  // Escape sequences for terminals do not belong into the stream.
  const env = { ...process.env, NO_COLOR: '1', TERM: 'dumb' };
  const executableOptions = { '-NoProfile': true, '-s': true };
  const shell = new PowerShell({ ...program(found), executableOptions, spawnOptions: { env, windowsHide: true } });
  // node-powershell has no public way to its process; it has kept these names since version 5.0.
  const { process: child, exitPromise } = shell as unknown as ShellInternals;
  const { stdin, stdout, stderr } = shell.streams;
  let said = '';
  stderr.on('data', (text: string) => (said = (said + text).slice(-STDERR_BYTES)));
  // Writing to a process that has ended fails; its exit says so better.
  stdin.on('error', () => undefined);
  const exited = exitPromise.then(
    () => endOf(child),
    (error: unknown) => startError(error) ?? endOf(child),
  );
  return {
    pid: child.pid,
    write: (bytes) =>
      new Promise((resolve, reject) => {
        stdin.write(bytes, (error) => {
          if (error) reject(error);
          else resolve();
        });
      }),
    onData: (receive) => {
      // node-powershell reads the output as UTF-8 text; the protocol's lines are ASCII.
      stdout.on('data', (text: string) => {
        receive(Buffer.from(text, 'utf8'));
      });
    },
    pause: () => stdout.pause(),
    resume: () => stdout.resume(),
    stderr: () => said.trim(),
    exited,
    kill: async () => {
      await killTree(child);
      await exited;
    },
  };
}

/** node-powershell takes a path as it is; on Windows it knows `powershell` by name only. */
function program({ executable }: FoundPowerShell): { executable: string } {
  return { executable };
}

function endOf(child: ChildProcess): string {
  if (child.signalCode !== null) return `it was ended by ${child.signalCode}`;
  return `it ended with the exit code ${String(child.exitCode)}`;
}

function startError(error: unknown): string | undefined {
  const original = (error as { originalError?: unknown }).originalError;
  return original instanceof Error && 'code' in original ? original.message : undefined;
}

/** A PowerShell has children of its own (for remoting, native programs); none of them outlives it. */
async function killTree(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  if (process.platform === 'win32') {
    await new Promise<void>((resolve) => {
      execFile('taskkill', ['/pid', String(child.pid), '/T', '/F'], { windowsHide: true }, () => {
        resolve();
      });
    });
    return;
  }
  for (const pid of (await descendants(child.pid)).reverse()) kill(pid);
  child.kill('SIGKILL');
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** The processes below one, parents first. */
async function descendants(root: number): Promise<number[]> {
  const table = await new Promise<string>((resolve) => {
    execFile('ps', ['-A', '-o', 'pid=,ppid='], (error, stdout) => {
      resolve(error ? '' : stdout);
    });
  });
  const rows = table.split('\n').map((line) => line.trim().split(/\s+/).map(Number));
  const found: number[] = [];
  for (let parents = [root]; parents.length > 0;) {
    const children = rows.flatMap(([pid, ppid]) => (pid && ppid && parents.includes(ppid) ? [pid] : []));
    found.push(...children);
    parents = children;
  }
  return found;
}

/** The error for a PowerShell that did not start or ended before its time. */
export function powerShellEnded(found: FoundPowerShell, why: string, stderr: string): ExchangeError {
  return new ExchangeError({
    code: 'transport.unavailable',
    summary: `PowerShell (${found.executable}) did not serve: ${why}.`,
    detail: stderr === '' ? 'It said nothing on stderr.' : `It said: ${stderr}`,
  });
}
