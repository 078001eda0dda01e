import { readFileSync, rmSync } from 'node:fs';
import { replaceFile } from './run-history';

/** How other processes of the same user reach a running dev host. */
export interface ControlFile {
  readonly pid: number;
  /** On the loopback interface. */
  readonly url: string;
  /** Goes as a bearer. */
  readonly token: string;
}

/** Writes the file; only this user may read it. */
export function writeControlFile(path: string, content: ControlFile): void {
  replaceFile(path, `${JSON.stringify(content)}\n`);
}

/** Reads the file; undefined if there is none that can be read. */
export function readControlFile(path: string): ControlFile | undefined {
  try {
    const value = JSON.parse(readFileSync(path, 'utf8')) as Partial<ControlFile> | null;
    const { pid, url, token } = value ?? {};
    return typeof pid === 'number' && typeof url === 'string' && typeof token === 'string'
      ? { pid, url, token }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Removes the file, if it is still ours. */
export function removeControlFile(path: string, token: string): void {
  if (readControlFile(path)?.token === token) rmSync(path, { force: true });
}
