import { setTimeout as sleep } from 'node:timers/promises';
import { InvalidArgumentError, Option, type Command } from 'commander';
import type { ExchangeVersion } from '../plugin/exchange/exchange-version';
import type { SessionDependencies } from '../plugin/transports/session-dependencies';
import { TASK_NAMES, hasErrors, type TaskName } from '../protocol';
import { DEFAULT_DATA_DIR, parseTask, wholeNumber } from './arguments';
import { CliError } from './cli-error';
import { compareTransports } from './doctor/conformance/compare-transports';
import { comparisonLines, conformanceExitCode, transportLines } from './doctor/conformance/conformance-lines';
import { closingLine, doctorExitCode, stepLines } from './doctor/doctor-lines';
import { examine } from './doctor/examine';
import type { StepResult } from './doctor/examination';
import { DUTIES, dutiesOf, type Duty } from './doctor/needed-commands';
import { roleScript } from './doctor/role-script';
import { readTaskSettings, type TaskSettings } from './doctor/task-settings';
import { EXIT } from './exit-codes';
import { packageVersion } from './package-version';
import { runFolders } from './run-directly';
import { listenForStop } from './stop-signal';
import { layoutFor } from './terminal/layout';
import { writeWhole } from './write-whole';

const VERSIONS: readonly ExchangeVersion[] = ['2010', '2013', '2016', '2019', 'SE', 'Online'];

interface DoctorOptions {
  readonly settings: string;
  readonly task?: TaskName;
  readonly dataDir: string;
  readonly json?: true;
  readonly rights?: true;
  readonly conformance?: true;
  readonly sample: number;
  readonly out?: string;
  readonly exchange?: ExchangeVersion;
  readonly duties?: readonly Duty[];
}

/** Adds `doctor`. */
export function register(program: Command): void {
  program
    .command('doctor')
    .description('Goes from name resolution to the rights of the account, step by step, and changes nothing.')
    .requiredOption('--settings <file>', 'the settings: JSON, or a binary ManageSettings or SecuritySettings')
    .option('--task <task>', 'whose settings they are, if they could be of both tasks', parseTask)
    .option('--data-dir <folder>', "the client's data folder", DEFAULT_DATA_DIR)
    .option('--json', 'print the steps as JSON')
    .option('--rights', 'print the script that gives the account just the rights that it needs, and contact nothing')
    .addOption(new Option('--exchange <version>', 'with --rights: the version of Exchange').choices(VERSIONS))
    .option('--duties <list>', `with --rights: only these of ${Object.keys(DUTIES).join(', ')}`, parseDuties)
    .option('--conformance', 'read the same objects over every transport that can be used, and compare them')
    .option('--sample <n>', 'with --conformance: how many partnerships and mailboxes', wholeNumber(0, 1000), 10)
    .option('--out <file>', 'with --conformance: write the report, which has no value of the organization in it')
    .addHelpText('after', '\nExit codes: 0 in order, 1 something failed, 2 something to look at, 3 cancelled')
    .action(async (options: DoctorOptions, command: Command) => {
      refuseUseless(options, command);
      const read = await readTaskSettings(options.settings, options.task);
      if (options.rights) process.exitCode = printRights(options, read);
      else process.exitCode = await (options.conformance ? conformance(options, read) : examineAll(options, read));
    });
}

/** @throws CliError for an option that would have no effect */
function refuseUseless({ rights, conformance: compare }: DoctorOptions, command: Command): void {
  if (rights && compare) throw new CliError(EXIT.usage, 'Give either --rights or --conformance.');
  const needs = { exchange: '--rights', duties: '--rights', sample: '--conformance', out: '--conformance' } as const;
  for (const [name, needed] of Object.entries(needs)) {
    const isWithout = needed === '--rights' ? !rights : !compare;
    if (isWithout && command.getOptionValueSource(name) === 'cli')
      throw new CliError(EXIT.usage, `--${name} has an effect only with ${needed}.`);
  }
}

async function examineAll(options: DoctorOptions, read: TaskSettings): Promise<number> {
  const { settings, problems, tasks } = read;
  const { style, width } = layoutFor(process.stdout, process.env);
  const stop = listenForStop(process.env);
  const print = (lines: readonly string[]): void => {
    process.stdout.write(lines.map((line) => `${line}\n`).join(''));
  };
  const folders = tasks.map((task) => runFolders(task, options.dataDir));
  try {
    const results = await examine({
      settings: settings && !hasErrors(problems) ? settings : undefined,
      problems,
      settingsFile: options.settings,
      tasks,
      folders: { dataDir: folders[0]?.dataDir ?? options.dataDir, logDirs: folders.map(({ logDir }) => logDir) },
      dependencies: sessionDependencies(stop.signal),
      onResult: (result: StepResult) => {
        if (!options.json) print(stepLines(result, style, width));
      },
    });
    const exitCode = doctorExitCode(results);
    if (options.json) print([JSON.stringify({ exitCode, steps: results }, undefined, 2)]);
    else print(['', closingLine(results)]);
    return exitCode;
  } catch (error) {
    return cancelled(stop.signal, error);
  } finally {
    stop.dispose();
  }
}

/** Not on stdout, where a program may be reading JSON. @throws the error, if it is not for the signal */
function cancelled({ aborted }: AbortSignal, error: unknown): number {
  if (!aborted) throw error;
  process.stderr.write('Cancelled. Nothing was changed.\n');
  return EXIT.cancelled;
}

function sessionDependencies(signal: AbortSignal): SessionDependencies {
  return {
    clock: Date.now,
    random: Math.random,
    sleep: async (ms, aborted) => {
      await sleep(ms, undefined, { signal: aborted });
    },
    signal,
    log: () => undefined,
  };
}

async function conformance(options: DoctorOptions, { settings }: TaskSettings): Promise<number> {
  if (!settings) throw unusable(options.settings);
  const { style, width } = layoutFor(process.stdout, process.env);
  const stop = listenForStop(process.env);
  const print = (lines: readonly string[]): void => {
    process.stdout.write(lines.map((line) => `${line}\n`).join(''));
  };
  try {
    const compared = await compareTransports(
      settings,
      options.sample,
      sessionDependencies(stop.signal),
      (outcome, error) => {
        if (!options.json) print(transportLines(outcome, error, style, width));
      },
    );
    const { node } = process.versions;
    const report = { connector: packageVersion(), node, platform: `${process.platform} ${process.arch}`, ...compared };
    const json = JSON.stringify(report, undefined, 2);
    if (options.out !== undefined) writeWhole(options.out, `${json}\n`, 'The report');
    print(options.json ? [json] : ['', ...comparisonLines(compared, style)]);
    return conformanceExitCode(compared);
  } catch (error) {
    return cancelled(stop.signal, error);
  } finally {
    stop.dispose();
  }
}

function unusable(file: string): CliError {
  return new CliError(EXIT.failed, `The settings in ${file} cannot be used. Plain "doctor" says why.`);
}

function printRights({ duties, exchange, settings: file }: DoctorOptions, { settings, tasks }: TaskSettings): number {
  if (!settings) throw unusable(file);
  const { target } = settings.connection;
  const isOnline = target.kind === 'exchangeOnline';
  const version = exchange ?? (isOnline ? 'Online' : 'SE');
  if (isOnline !== (version === 'Online')) {
    throw new CliError(
      EXIT.usage,
      `The settings connect to ${isOnline ? 'Exchange Online' : 'an Exchange server'}: --exchange ${version} does not fit.`,
    );
  }
  const script = roleScript({
    target,
    version,
    // One account serves both tasks, and the security task's settings alone do not say that there is an inventory.
    duties: duties ?? dutiesOf(settings, tasks.includes('EASConnectorSecurity') ? TASK_NAMES : tasks),
    organizationalUnits: settings.scope.include.organizationalUnits,
  });
  process.stdout.write(script);
  return EXIT.succeeded;
}

function parseDuties(text: string): readonly Duty[] {
  const known = Object.keys(DUTIES) as Duty[];
  const wanted = text.split(',').map((word) => word.trim().toLowerCase());
  const wrong = wanted.filter((word) => !known.some((duty) => duty === word));
  if (wrong.length > 0)
    throw new InvalidArgumentError(`There is no ${wrong.join(', ')}. There are: ${known.join(', ')}.`);
  return known.filter((duty) => duty === 'reading' || wanted.includes(duty));
}
