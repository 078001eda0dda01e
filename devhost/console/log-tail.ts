import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClientFolders } from '../client-folders';
import type { Manifest } from '../manifest';
import type { ApiLog, ApiLogLine, ApiLogLines } from './api-types';

/** What of a log is asked for. */
export interface LogQuery {
  /** What was read already; empty for the newest lines. */
  readonly cursor: string;
  /** The least severe level; empty for all. */
  readonly level: string;
  readonly text: string;
  readonly limit: number;
}

const LEVELS = ['DEBUG', 'INFO', 'WARN', 'ERROR'];
/** How much of a log is looked through for its newest lines. */
const TAIL_BYTES = 1_048_576;
const LINE = /^(\d{4}-\d\d-\d\dT[\d:.]+Z) (DEBUG|INFO|WARN|ERROR) +\[([^\]]*)\] (.*)$/;

/** The logs that can be read: by name, never by path. */
export class LogTail {
  readonly #logs: ReadonlyMap<string, { readonly title: string; file(): Promise<string | undefined> }>;

  constructor(folders: ClientFolders, manifest: Manifest) {
    this.#logs = new Map([
      ['scheduler', { title: 'scheduler.log', file: () => Promise.resolve(folders.schedulerLog) }],
      ...manifest.tasks.map(
        (task) => [task.name, { title: task.name, file: () => newestFile(folders.taskLogs(task)) }] as const,
      ),
    ]);
  }

  names(): readonly ApiLog[] {
    return [...this.#logs].map(([name, { title }]) => ({ name, title }));
  }

  /** Lines of a log; undefined if there is none of that name. */
  async read(name: string, query: LogQuery): Promise<ApiLogLines | undefined> {
    const log = this.#logs.get(name);
    if (!log) return undefined;
    const path = await log.file();
    const found = path === undefined ? undefined : await stat(path).catch(() => undefined);
    if (path === undefined || !found) return { lines: [], cursor: '', isCut: false };
    const [inode, offset] = query.cursor.split(':');
    // A log that was begun anew is another file: it is read from its beginning.
    const isSame = inode === String(found.ino) && Number(offset) <= found.size;
    const from = isSame ? Number(offset) : query.cursor === '' ? Math.max(0, found.size - TAIL_BYTES) : 0;
    const { text, end } = await wholeLines(path, Math.max(from, found.size - TAIL_BYTES), found.size);
    const lines = text.split('\n').flatMap((line) => parsed(line) ?? []);
    const wanted = lines.filter((line) => matches(line, query));
    return { lines: wanted.slice(-query.limit), cursor: `${found.ino}:${end}`, isCut: wanted.length > query.limit };
  }
}

/** The file of a task's logs that was written last. */
async function newestFile(folder: string): Promise<string | undefined> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => /\.log(\.\d+)?$/.test(name));
  const files = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join(folder, name)).catch(() => undefined))?.mtimeMs ?? 0 })),
  );
  const newest = files.sort((a, b) => b.at - a.at || (a.name < b.name ? 1 : -1))[0];
  return newest && join(folder, newest.name);
}

/** The lines between two places of a file that are there as a whole, and where they end. */
async function wholeLines(path: string, from: number, to: number): Promise<{ text: string; end: number }> {
  const file = await open(path, 'r');
  try {
    const bytes = Buffer.alloc(Math.max(0, to - from));
    const { bytesRead } = await file.read(bytes, 0, bytes.length, from);
    const read = bytes.subarray(0, bytesRead);
    const end = read.lastIndexOf(10) + 1;
    return { text: read.subarray(0, end).toString('utf8'), end: from + end };
  } finally {
    await file.close();
  }
}

function parsed(line: string): ApiLogLine | undefined {
  const found = LINE.exec(line);
  if (!found) return undefined;
  const [, at = '', level = '', source = '', text = ''] = found;
  return { at, level, source, text };
}

function matches({ level, source, text }: ApiLogLine, query: LogQuery): boolean {
  if (LEVELS.indexOf(level) < LEVELS.indexOf(query.level)) return false;
  const wanted = query.text.toLowerCase();
  return wanted === '' || `${source} ${text}`.toLowerCase().includes(wanted);
}
