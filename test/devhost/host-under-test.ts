import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  clientFolders,
  readManifest,
  type ClientFolders,
  type Manifest,
  type RunEnd,
  type Runner,
} from '../../devhost';
import type { RunEvents, RunRequest } from '../../devhost';
import {
  FrameDecoder,
  MAX_PLUGIN_FRAME_BYTES,
  settingsFromJson,
  type SettingsBytes,
  type TaskName,
} from '../../protocol';
import type { SchedulerLog } from '../../devhost';
import { scratchFolder } from './scratch-folder';

const project = join(__dirname, '../..');

/** The manifest of the fixture plugin. */
export function fixtureManifest(): Manifest {
  const path = join(__dirname, 'fixtures/plugin/manifest.json');
  return readManifest(path, join(project, 'manifest.schema.json'));
}

/** A client's folders in a scratch folder. */
export function scratchClient(): ClientFolders {
  return clientFolders(scratchFolder(), fixtureManifest());
}

/** Settings in JSON that are good. `behaviour` is what the fixture plugin is to do. */
export function settingsJson(behaviour = 'ok', host: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    contractVersion: '1.0',
    host: { enabled: true, ...host },
    connection: {
      id: 'lab',
      displayName: behaviour,
      exchangeOnline: {
        tenant: 'contoso.onmicrosoft.com',
        clientId: '0a8ab6ad-0000-4000-8000-000000000001',
        clientSecret: 'not-so-secret',
      },
    },
  });
}

/** Settings as a source gives them. */
export function settingsOf(task: TaskName, json = settingsJson()): SettingsBytes {
  return settingsFromJson(task, json);
}

/** The messages in a file of results. */
export function resultsIn(path: string): Uint8Array[] {
  const frames = new FrameDecoder({ maxFrameBytes: MAX_PLUGIN_FRAME_BYTES });
  frames.receive(readFileSync(path));
  const results: Uint8Array[] = [];
  for (let frame = frames.next(); frame; frame = frames.next()) results.push(frame);
  if (!frames.isBetweenFrames) throw new Error(`${path} ends in the middle of a result`);
  return results;
}

/** The names of the files in a folder; none if there is no folder. */
export function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/** A scheduler log that keeps its lines. */
export function memoryLog(): SchedulerLog & { readonly lines: string[] } {
  const lines: string[] = [];
  return {
    lines,
    write: ({ level, message, fields }, task) =>
      lines.push(`${level} ${task ?? 'scheduler'} ${message} ${JSON.stringify(fields ?? {})}`),
    close: () => undefined,
  };
}

/** A runner whose runs end when the test says so. */
export class FakeRunner implements Runner {
  readonly binding = 'fake';
  readonly begun: RunRequest[] = [];
  readonly #open: { readonly task: string; readonly end: (end: RunEnd) => void }[] = [];
  /** How many runs of each task were ever under way at once. */
  readonly most = new Map<string, number>();

  run(request: RunRequest, _events: RunEvents, signal: AbortSignal): Promise<RunEnd> {
    this.begun.push(request);
    const { name } = request.task;
    const atOnce = this.#open.filter(({ task }) => task === name).length + 1;
    this.most.set(name, Math.max(this.most.get(name) ?? 0, atOnce));
    return new Promise((resolve) => {
      const run = {
        task: name,
        end: (end: RunEnd): void => {
          this.#open.splice(this.#open.indexOf(run), 1);
          resolve(end);
        },
      };
      this.#open.push(run);
      signal.addEventListener('abort', () => {
        run.end({ outcome: 'cancelled', problems: [], isReported: true });
      });
    });
  }

  /** How often a task has begun. */
  count(task: TaskName): number {
    return this.begun.filter((request) => request.task.name === task).length;
  }

  /** Ends all runs that are under way. */
  endAll(): void {
    for (const run of [...this.#open]) run.end({ outcome: 'succeeded', problems: [], isReported: true });
  }
}

/** Waits in real time, whatever the clock is faked to be, until something holds. */
export async function until(condition: () => boolean, what: string): Promise<void> {
  const { hrtime } = process;
  const begun = hrtime.bigint();
  while (!condition()) {
    if (hrtime.bigint() - begun > 8_000_000_000n) throw new Error(`It did not come to this: ${what}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
