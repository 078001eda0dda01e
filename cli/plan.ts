import type { Command } from 'commander';
import { reportOnly, type Completed } from '../protocol';
import { DEFAULT_DATA_DIR } from './arguments';
import { CliError } from './cli-error';
import { EXIT, exitCodeOf } from './exit-codes';
import { planLines } from './report/plan-lines';
import { collectResults, type SecurityReport } from './report/result-collector';
import { actionsOf } from './run';
import { runDirectly, runFolders } from './run-directly';
import { readSettingsFile } from './settings-file';
import { listenForStop } from './stop-signal';
import { openDisplay } from './terminal/display';
import { layoutFor } from './terminal/layout';
import { renderProblems } from './terminal/problem-list';

const TASK = 'EASConnectorSecurity';

interface PlanOptions {
  readonly settings: string;
  readonly dataDir: string;
  readonly logDir?: string;
  readonly json?: true;
}

/** Adds `plan`. */
export function register(program: Command): void {
  program
    .command('plan')
    .description('Shows what the next security run would do. It reads from Exchange and changes nothing.')
    .requiredOption('--settings <file>', 'the settings: JSON, or a binary SecuritySettings')
    .option('--data-dir <folder>', "the client's data folder, which knows what was done already", DEFAULT_DATA_DIR)
    .option('--log-dir <folder>', "the task's own log folder (default: Client/Tasks/Inv/TASK in the data folder)")
    .option('--json', 'print JSON')
    .action(async (options: PlanOptions) => {
      process.exitCode = await planCommand(options);
    });
}

async function planCommand(options: PlanOptions): Promise<number> {
  const { bytes, problems } = await readSettingsFile(TASK, options.settings);
  const errors = layoutFor(process.stderr, process.env);
  const display = openDisplay(process.stdout, process.stderr, Date.now);
  if (problems.length > 0) printErrors(renderProblems(problems, errors.style, errors.width));
  if (!bytes)
    throw new CliError(EXIT.failed, `The settings in ${options.settings} cannot be used. Nothing was contacted.`);
  const settings = withReportOnly(bytes);
  const collector = collectResults(TASK);
  const stop = listenForStop(process.env);
  let completed: Completed;
  try {
    completed = await runDirectly({
      task: TASK,
      settings,
      folders: runFolders(TASK, options.dataDir, options.logDir),
      signal: stop.signal,
      emit: (result) => {
        collector.add(result);
        return Promise.resolve();
      },
      progress: (progress) => {
        display.progress('plan', progress);
      },
      log: () => undefined,
    });
  } finally {
    stop.dispose();
    display.end('plan');
  }
  const report = collector.report() as SecurityReport;
  if (options.json) display.print([JSON.stringify(planJson(report, completed), undefined, 2)]);
  else display.print(planLines(report, completed, actionsOf(TASK, settings), layoutFor(process.stdout, process.env)));
  return exitCodeOf(completed.outcome);
}

/** Bytes that are no settings at all go on as they are: the task refuses them with its own problems. */
function withReportOnly(bytes: Uint8Array): Uint8Array {
  try {
    return reportOnly(bytes);
  } catch {
    throw new CliError(EXIT.failed, 'The settings are not a SecuritySettings message. Nothing was contacted.');
  }
}

function printErrors(lines: readonly string[]): void {
  process.stderr.write(lines.map((line) => `${line}\n`).join(''));
}

function planJson(report: SecurityReport, { outcome, problems }: Completed): unknown {
  const { outcomes: actions, desiredAccess, accessImpact, drift } = report;
  return { outcome, problems, actions, desiredAccess, accessImpact, drift };
}
