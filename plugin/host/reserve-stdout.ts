import { Writable } from 'node:stream';

/** A process's stdout, kept for one purpose. */
export interface ReservedStdout {
  /** Writes to stdout. */
  readonly output: Writable;
  /** Gives stdout back. */
  release(): void;
}

/**
 * Keeps stdout for the protocol: whatever else in the process writes there (console.log, a library) goes to stderr from
 * now on. A host that is gone is told through the output's error, and is no reason to crash.
 */
export function reserveStdout(stdout: NodeJS.WriteStream, stderr: NodeJS.WriteStream): ReservedStdout {
  const write = stdout.write.bind(stdout);
  const output = new Writable({
    write(chunk: Uint8Array, _encoding, callback) {
      write(chunk, callback);
    },
  });
  const broken = (error: Error): void => {
    output.destroy(error);
  };
  const ignored = (): void => undefined;
  stdout.on('error', broken);
  stderr.on('error', ignored);
  stdout.write = stderr.write.bind(stderr);
  return {
    output,
    release() {
      stdout.write = write;
      stdout.off('error', broken);
      stderr.off('error', ignored);
    },
  };
}
