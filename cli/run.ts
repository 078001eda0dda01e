import type { Command } from 'commander';
import {
  decodeManageSettings,
  decodeSecuritySettings,
  withHostInventory,
  type Action,
  type Completed,
  type TaskName,
} from '../protocol';
import { DEFAULT_DATA_DIR, parseTask } from './arguments';
import { EXIT, exitCodeOf } from './exit-codes';
import { collectResults } from './report/result-collector';
import { runLines } from './report/run-lines';
import { openResultOutput } from './result-output';
import { runDirectly, runFolders } from './run-directly';
import { readSettingsFile } from './settings-file';
import { listenForStop } from './stop-signal';
import { openDisplay, type Display } from './terminal/display';
import { layoutFor } from './terminal/layout';
import { renderProblems } from './terminal/problem-list';
import { safe } from './terminal/words';

interface RunOptions {
  readonly settings: string;
  readonly dataDir: string;
  readonly logDir?: string;
  readonly out?: string;
  readonly verbose?: true;
}

/** Adds `run`. */
export function register(program: Command): void {
  program
    .command('run')
    .description('Runs a task once, with the settings in a file. The summary goes to stderr.')
    .argument('<task>', 'EASConnectorManage or EASConnectorSecurity', parseTask)
    .requiredOption('--settings <file>', 'the settings: JSON, or a binary ManageSettings or SecuritySettings')
    .option('--data-dir <folder>', "the client's data folder; state and logs are kept below it", DEFAULT_DATA_DIR)
    .option('--log-dir <folder>', "the task's own log folder (default: Client/Tasks/Inv/TASK in the data folder)")
    .option('--out <file>', 'where the results go, as delimited messages; - is stdout')
    .option('--verbose', 'print log records to stderr')
    .addHelpText('after', '\nExit codes: 0 succeeded, 1 failed, 2 succeeded in part, 3 cancelled; others: docs/cli.md')
    .action(async (task: TaskName, options: RunOptions) => {
      process.exitCode = await runCommand(task, options);
    });
}

async function runCommand(task: TaskName, options: RunOptions): Promise<number> {
  const layout = layoutFor(process.stderr, process.env);
  const { bytes, problems } = await readSettingsFile(task, options.settings);
  const display = openDisplay(process.stderr, process.stderr, Date.now);
  if (problems.length > 0) display.print(renderProblems(problems, layout.style, layout.width));
  if (!bytes) {
    display.print([`The settings in ${options.settings} cannot be used. Nothing was contacted.`]);
    return EXIT.failed;
  }
  const output = await openResultOutput(options.out, process.stdout);
  const collector = collectResults(task);
  const stop = listenForStop(process.env);
  const begun = Date.now();
  let completed: Completed;
  try {
    completed = await runDirectly({
      task,
      settings: wholeByItself(task, bytes),
      folders: runFolders(task, options.dataDir, options.logDir),
      signal: stop.signal,
      async emit(result) {
        await output.write(result);
        collector.add(result);
      },
      progress: (progress) => {
        display.progress(task, progress);
      },
      log: (record) => {
        if (options.verbose) printRecord(display, record);
      },
    });
  } finally {
    stop.dispose();
    display.end(task);
    await output.close();
  }
  const report = collector.report();
  const ended = { task, ...completed, durationMs: Date.now() - begun, report, actions: actionsOf(task, bytes) };
  display.print(runLines(ended, layout));
  return exitCodeOf(completed.outcome);
}

/**
 * Nobody here has kept what an interrupted run has delivered: the results of this one are whole by themselves, unless the
 * settings say what is held.
 */
function wholeByItself(task: TaskName, bytes: Uint8Array): Uint8Array {
  if (task !== 'EASConnectorManage') return bytes;
  const { hostStateId, hostStored } = decodeManageSettings(bytes).settings?.inventory ?? {};
  return hostStateId === '' && !hostStored ? withHostInventory(bytes, '', undefined) : bytes;
}

/** The actions that the settings order; none if they order none, or cannot be read. */
export function actionsOf(task: TaskName, settings: Uint8Array): readonly Action[] {
  return task === 'EASConnectorSecurity' ? (decodeSecuritySettings(settings).settings?.actions ?? []) : [];
}

function printRecord(display: Display, record: Parameters<Parameters<typeof runDirectly>[0]['log']>[0]): void {
  const fields = Object.entries(record.fields ?? {}).map(([name, value]) => ` ${name}=${safe(value)}`);
  display.print([`${record.level.padEnd(5)} ${safe(record.message)}${fields.join('')}`]);
}
