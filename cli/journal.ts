import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { readCollection, storedConnections } from '../plugin/state/read-store';
import { StateError } from '../plugin/state/state-error';
import type { ActionRecord } from '../tasks/eas-connector-security/action-record';
import { RECORDS } from '../tasks/eas-connector-security/journal';
import { DEFAULT_DATA_DIR } from './arguments';
import { CliError } from './cli-error';
import { EXIT } from './exit-codes';
import { journalLines } from './report/journal-lines';
import { layoutFor } from './terminal/layout';

/** How `journal` is called. */
export interface JournalOptions {
  readonly dataDir: string;
  readonly connection?: string;
  readonly action?: string;
  readonly json?: boolean;
}

/** Adds `journal`. */
export function register(program: Command): void {
  program
    .command('journal')
    .description('Shows what was written down of every action. The connector may run meanwhile.')
    .option('--data-dir <folder>', "the client's data folder, or the plugin's own", DEFAULT_DATA_DIR)
    .option('--connection <id>', 'the connection; may be left out if there is only one')
    .option('--action <id>', 'this action only')
    .option('--json', 'print the records as JSON')
    .action(async (options: JournalOptions) => {
      const { style, width } = layoutFor(process.stdout, process.env);
      for (const line of await journal(options, (found) => journalLines(found, style, width))) {
        process.stdout.write(`${line}\n`);
      }
    });
}

/** The records of one connection. */
export interface Journal {
  readonly connection: string;
  /** In the order in which the connector first saw the actions. */
  readonly records: readonly ActionRecord[];
}

/**
 * Reads a journal and gives the lines to print.
 * @throws CliError if there is none, or no such connection or action
 */
export async function journal(options: JournalOptions, render: (found: Journal) => string[]): Promise<string[]> {
  const dataDir = pluginFolder(options.dataDir);
  const connection = theConnection(options, storedConnections(dataDir));
  const records = await readRecords(dataDir, connection);
  const wanted = records.filter(({ actionId }) => options.action === undefined || actionId === options.action);
  if (options.action !== undefined && wanted.length === 0) {
    throw new CliError(EXIT.noInput, `The journal of ${connection} has no action ${options.action}.`);
  }
  const found = { connection, records: wanted };
  return options.json === true ? [JSON.stringify(found, undefined, 2)] : render(found);
}

/** A client keeps the plugin's data in a folder of its own; a host of another kind names the plugin's folder itself. */
function pluginFolder(dataDir: string): string {
  const own = resolve(dataDir);
  const inClient = join(own, 'Client', 'Data', 'eas-connector');
  return storedConnections(own).length > 0 ? own : inClient;
}

function theConnection({ dataDir, connection }: JournalOptions, connections: readonly string[]): string {
  const [first] = connections;
  if (first === undefined) {
    throw new CliError(
      EXIT.noInput,
      `There is no state of the connector in ${dataDir}. Has it run with this data folder?`,
    );
  }
  const list = connections.join(', ');
  if (connection === undefined) {
    if (connections.length === 1) return first;
    throw new CliError(EXIT.usage, `Which connection? Say --connection. There are: ${list}.`);
  }
  if (connections.includes(connection)) return connection;
  throw new CliError(EXIT.noInput, `There is no connection ${connection} in ${dataDir}. There are: ${list}.`);
}

async function readRecords(dataDir: string, connection: string): Promise<readonly ActionRecord[]> {
  try {
    const records = (await readCollection(dataDir, connection, RECORDS)).map(([, record]) => record as ActionRecord);
    return [...records].sort((a, b) => a.firstSeenAt - b.firstSeenAt);
  } catch (error) {
    if (!(error instanceof StateError)) throw error;
    throw new CliError(EXIT.noInput, `${error.message} ${error.detail}`);
  }
}
