import { createHash } from 'node:crypto';
import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync, readdirSync } from 'node:fs';
import { release } from 'node:os';
import { join } from 'node:path';
import { readCollection, storedConnections } from '../../plugin/state/read-store';
import { StateError } from '../../plugin/state/state-error';
import type { TaskName } from '../../protocol';
import { RECORDS } from '../../tasks/eas-connector-security/journal';
import { packageRoot, packageVersion } from '../package-version';
import type { Redaction } from './redaction';

/** A file of the bundle. */
export interface BundleFile {
  readonly name: string;
  /** What it is, for whoever looks before sending it. */
  readonly what: string;
  readonly text: string;
}

/** Settings that go into the bundle. */
export interface BundleSettings {
  readonly task: TaskName;
  /** Typed settings, whose secrets print as [secret]; or the problems, if they cannot be used. */
  readonly content: unknown;
}

/** Where the bundle's content comes from. */
export interface BundleSources {
  /** The client's data folder. */
  readonly dataDir: string;
  /** The plugin's own folder in it. */
  readonly pluginDir: string;
  readonly settings: readonly BundleSettings[];
  /** How much of the end of each log is taken, in bytes. */
  readonly logBytes: number;
}

const COMMAND_LINE = /^(\S+) DEBUG \[[^\]]*\] ((?:Get|Set|Clear|Remove|New|Connect|Disconnect)-[A-Za-z]+)\b/;
const TROUBLE_LINE = /^\S+ (?:WARN |ERROR)/;
const MOST_RUNS = 200;

/** Everything that goes into the bundle, with what is somebody's replaced. */
export async function collect(sources: BundleSources, redaction: Redaction): Promise<readonly BundleFile[]> {
  const logs = logFiles(sources.dataDir).map(({ name, path }) => ({
    name,
    lines: [readableOr(() => lastLines(path, sources.logBytes))].flat().map((line) => redaction.text(line)),
  }));
  return [
    { name: 'about.json', what: 'versions of the connector, of Node and of the system', text: jsonText(about()) },
    ...sources.settings.map(({ task, content }) => ({
      name: `settings/${task}.json`,
      what: 'settings without secrets',
      text: jsonText(redaction.json(plain(content))),
    })),
    ...logs.map(({ name, lines }) => ({ name, what: 'the end of a log', text: joined(lines) })),
    problemsFile(logs),
    transcriptFile(logs),
    ...runsFile(sources.dataDir, redaction),
    ...(await journalFiles(sources.pluginDir, redaction)),
  ];
}

function about(): unknown {
  const { versions, platform, arch } = process;
  const root = packageRoot();
  const { dependencies = {} } =
    root === undefined
      ? {}
      : (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies?: Record<string, string> });
  return {
    connector: packageVersion(),
    node: versions.node,
    platform,
    arch,
    system: release(),
    timeZoneOffsetMinutes: -new Date().getTimezoneOffset(),
    dependencies,
  };
}

function logFiles(dataDir: string): { name: string; path: string }[] {
  const client = join(dataDir, 'Client');
  return ['Logs', 'Tasks'].flatMap((folder) => {
    const from = join(client, folder);
    if (!existsSync(from)) return [];
    return readdirSync(from, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.log'))
      .sort()
      .map((name) => ({ name: `logs/${folder}/${name.replaceAll('\\', '/')}`, path: join(from, name) }));
  });
}

/** What is read; or, for a bundle without it, why it cannot be. */
export function readableOr<T>(read: () => T): T | string {
  try {
    return read();
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    return `It cannot be read (${code}).`;
  }
}

/** The end of a file; a line that is cut at its beginning is left out. */
function lastLines(path: string, bytes: number): string[] {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const from = Math.max(0, size - bytes);
    const buffer = Buffer.alloc(size - from);
    const read = readSync(file, buffer, 0, buffer.length, from);
    const lines = buffer.subarray(0, read).toString('utf8').split(/\r?\n/);
    return (from > 0 ? lines.slice(1) : lines).filter((line) => line !== '');
  } finally {
    closeSync(file);
  }
}

interface RedactedLog {
  readonly name: string;
  readonly lines: readonly string[];
}

function problemsFile(logs: readonly RedactedLog[]): BundleFile {
  const lines = logs.flatMap(({ name, lines: own }) =>
    own.filter((line) => TROUBLE_LINE.test(line)).map((line) => `${name}: ${line}`),
  );
  return { name: 'problems.txt', what: 'warnings and errors of the logs', text: joined(lines) };
}

/** Commands are logged at the level debug; without it the journal tells of the changes alone. */
function transcriptFile(logs: readonly RedactedLog[]): BundleFile {
  const lines = logs.flatMap(({ lines: own }) => own.filter((line) => COMMAND_LINE.test(line))).sort();
  const none = 'The logs have no commands: they are logged when logging.level is LOG_LEVEL_DEBUG.';
  return {
    name: 'commands.txt',
    what: 'commands that were sent to Exchange',
    text: joined(lines.length > 0 ? lines : [none]),
  };
}

function runsFile(dataDir: string, redaction: Redaction): BundleFile[] {
  const path = join(dataDir, 'Client', 'Results', 'runs.jsonl');
  if (!existsSync(path)) return [];
  const lines = readableOr(() => readFileSync(path, 'utf8'))
    .split('\n')
    .slice(-MOST_RUNS - 1);
  const runs = lines.filter((line) => line !== '').map((line) => redaction.text(line));
  return [{ name: 'runs.jsonl', what: 'the last runs with their outcomes', text: joined(runs) }];
}

async function journalFiles(pluginDir: string, redaction: Redaction): Promise<BundleFile[]> {
  const files: BundleFile[] = [];
  for (const connection of storedConnections(pluginDir)) {
    const records = await readCollection(pluginDir, connection, RECORDS).catch((error: unknown) => {
      if (error instanceof StateError) return [['error', { summary: error.message, detail: error.detail }] as const];
      throw error;
    });
    const text = jsonText(redaction.json(records.map(([, record]) => record)));
    const name = `journal/${redaction.text(connection)}.json`;
    files.push({ name, what: 'what was written down of every action', text });
  }
  return files;
}

/** What is inside, for whoever reads the bundle and for whoever decides whether to send it. */
export function manifestOf(files: readonly BundleFile[], counts: Readonly<Record<string, number>>): BundleFile {
  const listed = files.map(({ name, what, text }) => ({
    name,
    what,
    bytes: Buffer.byteLength(text),
    sha256: createHash('sha256').update(text).digest('hex'),
  }));
  const note =
    'What is not a word of the connector was replaced; the same value has the same stand-in within this bundle.';
  return { name: 'manifest.json', what: 'what is inside', text: jsonText({ note, replaced: counts, files: listed }) };
}

/** Through JSON, where secrets are [secret]. */
function plain(content: unknown): unknown {
  return JSON.parse(JSON.stringify(content)) as unknown;
}

const jsonText = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;
const joined = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');
