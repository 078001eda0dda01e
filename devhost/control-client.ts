import { request } from 'node:http';
import type { TaskName } from '../protocol';
import { readControlFile, type ControlFile } from './control-file';
import type { RunRecord } from './run-record';
import type { TaskStatus } from './task-slot';

/** No dev host runs on the data folder. */
export class NotRunningError extends Error {
  override readonly name = 'NotRunningError' as const;
}

/** What a running dev host says of itself. */
export interface DevHostStatus {
  readonly pid: number;
  /** The console's address with its token; absent if there is none. */
  readonly console?: string;
  readonly tasks: readonly TaskStatus[];
}

/**
 * Asks the dev host whose control file this is how it stands.
 * @throws NotRunningError
 */
export async function fetchStatus(file: string): Promise<DevHostStatus> {
  return (await call(control(file), 'GET', '/status', STATUS_TIMEOUT_MS)) as DevHostStatus;
}

/**
 * Asks the dev host to run a task now, and waits for its end.
 * @throws NotRunningError
 */
export async function requestRunNow(file: string, task: TaskName): Promise<RunRecord> {
  return (await call(control(file), 'POST', `/run-now/${task}`, 0)) as RunRecord;
}

const STATUS_TIMEOUT_MS = 5_000;

function control(file: string): ControlFile {
  const found = readControlFile(file);
  if (found) return found;
  throw new NotRunningError(`No dev host is running here: there is no ${file}. Start one with: eas-connector devhost`);
}

/** @param timeoutMs how long the answer may take; 0 is for ever, because a run may take hours */
function call({ url, token }: ControlFile, method: string, path: string, timeoutMs: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const options = { method, headers: { authorization: `Bearer ${token}` }, timeout: timeoutMs, agent: false };
    const outgoing = request(url + path, options, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('error', reject);
      response.on('end', () => {
        if (response.statusCode === 200) resolve(JSON.parse(text));
        else if (response.statusCode === 401) reject(gone(url, 'Something else answers there now.'));
        else reject(new Error(`The dev host answered ${response.statusCode ?? 0}: ${text}`));
      });
    });
    outgoing.on('timeout', () => outgoing.destroy(new Error('no answer')));
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'ECONNRESET' ? new Error('The dev host stopped before it answered.') : gone(url, error.message),
      );
    });
    outgoing.end();
  });
}

const gone = (url: string, why: string): NotRunningError =>
  new NotRunningError(`No dev host answers at ${url} (${why}). It has probably been killed; start it again.`);
