import { existsSync, readFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import { zipSync } from 'fflate';
import { SecretMask } from '../plugin/logs/secret-mask';
import { storedConnections } from '../plugin/state/read-store';
import {
  TASK_NAMES,
  decodeManageSettings,
  decodeSecuritySettings,
  secretsIn,
  settingsFromJson,
  type Secret,
  type TaskName,
} from '../protocol';
import { DEFAULT_DATA_DIR, wholeNumber } from './arguments';
import { CliError } from './cli-error';
import { readTaskSettings } from './doctor/task-settings';
import { EXIT } from './exit-codes';
import { textOf } from './settings-file';
import { collect, manifestOf, readableOr, type BundleFile, type BundleSettings } from './support-bundle/collect';
import { learnPeople } from './support-bundle/known-people';
import { Pseudonyms } from './support-bundle/pseudonyms';
import { createRedaction } from './support-bundle/redaction';
import { readVocabulary } from './support-bundle/vocabulary';
import { writeWhole } from './write-whole';

interface BundleOptions {
  readonly dataDir: string;
  readonly settings: readonly string[];
  readonly out: string;
  readonly logMib: number;
  readonly list?: true;
  readonly yes?: true;
}

const MEBIBYTE = 1024 * 1024;

/** Adds `support-bundle`. */
export function register(program: Command): void {
  program
    .command('support-bundle')
    .description('Packs versions, settings, logs and the journal for support, without secrets and without names.')
    .option('--data-dir <folder>', "the client's data folder", DEFAULT_DATA_DIR)
    .option('--settings <files...>', "settings files, if they are not in the client's own folder", [])
    .option('--out <file>', 'the zip file to write', 'eas-connector-support.zip')
    .option('--log-mib <n>', 'how much of the end of each log, in MiB', wholeNumber(1, 100), 2)
    .option('--list', 'list what would be inside, and write nothing')
    .option('--yes', 'do not ask before it is written')
    .action(async (options: BundleOptions) => {
      process.exitCode = await bundleCommand(options);
    });
}

async function bundleCommand(options: BundleOptions): Promise<number> {
  const files = await makeBundle(options);
  for (const { name, what, text } of files) {
    const size = `${(Buffer.byteLength(text) / 1024).toFixed(1)} KiB`;
    process.stderr.write(`  ${size.padStart(12)}  ${name}  (${what})\n`);
  }
  if (options.list) return EXIT.succeeded;
  if (!(await mayWrite(options))) {
    process.stderr.write('Nothing was written.\n');
    return EXIT.cancelled;
  }
  const entries = files.map(({ name, text }) => [name, Buffer.from(text)] as const);
  writeWhole(options.out, zipSync(Object.fromEntries(entries)), 'The bundle');
  process.stderr.write(`${options.out} was written. Look into it before you send it to somebody.\n`);
  return EXIT.succeeded;
}

/** Where nobody can be asked, listing it was enough. */
async function mayWrite({ yes, out }: BundleOptions): Promise<boolean> {
  if (yes || !process.stdin.isTTY) return true;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test((await terminal.question(`Write ${out}? [y/N] `)).trim());
  } finally {
    terminal.close();
  }
}

/**
 * The files of a bundle.
 * @throws CliError if there is nothing to be packed
 */
export async function makeBundle(options: Omit<BundleOptions, 'out'>): Promise<readonly BundleFile[]> {
  const dataDir = resolve(options.dataDir);
  const pluginDir = join(dataDir, 'Client', 'Data', 'eas-connector');
  const settings = [...clientSettings(dataDir), ...(await namedSettings(options.settings))];
  if (!existsSync(join(dataDir, 'Client')) && settings.length === 0) {
    throw new CliError(EXIT.noInput, `There is nothing of the connector in ${dataDir}. Say --data-dir or --settings.`);
  }
  const mask = new SecretMask();
  mask.add(settings.flatMap(({ secrets }) => secrets));
  const pseudonyms = new Pseudonyms();
  const denied = [...storedConnections(pluginDir), ...settings.flatMap(({ content }) => domainLabels(content))];
  const redaction = createRedaction(readVocabulary(join(__dirname, '..'), denied), pseudonyms, (text) =>
    mask.apply(text),
  );
  learnComputer(pseudonyms);
  await learnPeople(dataDir, pseudonyms);
  const sources = { dataDir, pluginDir, settings, logBytes: options.logMib * MEBIBYTE };
  const files = await collect(sources, redaction);
  return [manifestOf(files, pseudonyms.counts()), ...files];
}

/** Accounts that every computer has say nothing about anybody. */
const EVERYBODY = /^(root|system|administrator|admin|user|node)$/i;

/** The name of this computer and of whoever runs this, which stand in paths. */
function learnComputer(pseudonyms: Pseudonyms): void {
  const { username } = userInfo();
  if (!EVERYBODY.test(username)) pseudonyms.link('person', [], [username]);
  pseudonyms.link('host', [hostname()]);
}

interface ReadSettings extends BundleSettings {
  readonly secrets: readonly Secret[];
}

function clientSettings(dataDir: string): ReadSettings[] {
  return TASK_NAMES.flatMap((task) => {
    const path = join(dataDir, 'Client', 'Settings', `${task}.json`);
    if (!existsSync(path)) return [];
    const bytes = readableOr(() => readFileSync(path));
    if (typeof bytes === 'string') return [{ task, content: bytes, secrets: [] }];
    const read = settingsFromJson(task, textOf(bytes) ?? '');
    if (!read.bytes) return [{ task, content: { problems: read.problems }, secrets: [] }];
    return [decoded(task, read.bytes)];
  });
}

function decoded(task: TaskName, bytes: Uint8Array): ReadSettings {
  const { settings, problems } =
    task === 'EASConnectorManage' ? decodeManageSettings(bytes) : decodeSecuritySettings(bytes);
  return { task, content: { settings, problems }, secrets: secretsIn(settings) };
}

async function namedSettings(paths: readonly string[]): Promise<ReadSettings[]> {
  const read = await Promise.all(paths.map((path) => readTaskSettings(path, undefined)));
  return read.map(({ settings, problems, tasks }) => ({
    task: tasks[0] ?? 'EASConnectorSecurity',
    content: { settings, problems },
    secrets: secretsIn(settings),
  }));
}

/** Parts of the domains and hosts in settings, which may be ordinary words: "sales" of sales.example.org. */
function domainLabels(content: unknown): string[] {
  const found = JSON.stringify(content).matchAll(/[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}/g);
  const ours = /^(connection|host|limits|logging|scope|inventory|safety|hygiene)\./;
  return [...found].flatMap(([name]) =>
    ours.test(name) || name.endsWith('.microsoftonline.com') ? [] : name.split(/[.-]/).slice(0, -1),
  );
}
