import { dirname, join, resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { clientFolders, findManifest, readManifest, type ClientFolders, type Manifest } from '../devhost';
import type { ConnectionKind } from '../lab';
import type { TaskName, TransportChoice } from '../protocol';
import { DEFAULT_DATA_DIR, parseTask, wholeNumber } from './arguments';
import { CliError } from './cli-error';
import { runNowCommand, statusCommand } from './devhost-control';
import { runDevHost } from './devhost-session';
import { EXIT } from './exit-codes';
import { addLabOptions, type LabOptions } from './lab-options';

/** What `devhost` was asked. */
export interface DevHostCommandOptions extends LabOptions {
  readonly once?: true;
  readonly dataDir?: string;
  readonly connection?: ConnectionKind;
  readonly transport: TransportChoice;
  readonly process?: true;
  /** False: no console. */
  readonly console?: boolean;
  readonly consolePort?: number;
  readonly settingsManage?: string;
  readonly settingsSecurity?: string;
}

/** The plugin that the dev host runs, and where it does. */
export interface DevHostPlace {
  readonly manifest: Manifest;
  readonly folders: ClientFolders;
}

/** Adds `devhost`, with `run-now` and `status`. */
export function register(program: Command): void {
  const command = program
    .command('devhost')
    .description(
      'Runs both tasks as a management client does: now, and then at their intervals. Without settings it starts a lab and runs them against it.',
    )
    .option('--once', 'run both tasks once and end with the exit code of the worse one')
    .option('--data-dir <folder>', `the client's data folder (default: ${DEFAULT_DATA_DIR})`)
    .option('--process', 'run the plugin in the process binding, one process a run')
    .option('--console-port <n>', 'the port of the console (default: any)', wholeNumber(1, 65535))
    .option('--no-console', 'open no console')
    .addOption(settingsOption('--settings-manage <file>', 'EASConnectorManage'))
    .addOption(settingsOption('--settings-security <file>', 'EASConnectorSecurity'))
    .addOption(
      new Option(
        '--connection <kind>',
        'how the lab is reached (default: exchangeOnline, or remotePowerShell for another version); its version is SE if none is given',
      ).choices(['exchangeOnline', 'remotePowerShell', 'managementTools']),
    )
    .addOption(
      new Option('--transport <name>', 'what carries the commands; auto lets the connector choose')
        .choices(['auto', 'adminApi', 'child', 'inProcess', 'psrp'])
        .default('auto'),
    )
    .addHelpText('after', '\nExit codes of --once: 0 succeeded, 1 failed, 2 succeeded in part, 3 cancelled or disabled')
    .action(async (options: DevHostCommandOptions) => {
      process.exitCode = await runDevHost(placeOf(options.dataDir), options);
    });
  addLabOptions(command, 200);
  addControlCommands(command);
}

/** With settings there is no lab, and what says how a lab is to be would have no effect. */
function settingsOption(flags: string, task: TaskName): Option {
  const ofLab = ['devices', 'seed', 'version', 'wipes', 'connection', 'transport'];
  return new Option(flags, `settings of ${task}; no lab is started`).conflicts(ofLab);
}

function addControlCommands(parent: Command): void {
  const dataDirOf = (own: { readonly dataDir?: string }): string | undefined =>
    own.dataDir ?? parent.opts<{ readonly dataDir?: string }>().dataDir;
  parent
    .command('run-now')
    .description('Asks the running dev host to fetch the settings and run a task now, and waits for its end.')
    .argument('<task>', 'EASConnectorManage or EASConnectorSecurity', parseTask)
    .option('--data-dir <folder>', `the dev host's data folder (default: ${DEFAULT_DATA_DIR})`)
    .action(async (task: TaskName, options: { readonly dataDir?: string }) => {
      process.exitCode = await runNowCommand(placeOf(dataDirOf(options)), task);
    });
  parent
    .command('status')
    .description('Shows how the tasks of the running dev host stand.')
    .option('--data-dir <folder>', `the dev host's data folder (default: ${DEFAULT_DATA_DIR})`)
    .option('--json', 'print JSON')
    .action(async (options: { readonly dataDir?: string; readonly json?: true }) => {
      await statusCommand(placeOf(dataDirOf(options)), options.json === true);
    });
}

/** This package's own plugin, with the client's folders below `dataDir`. */
function placeOf(dataDir = DEFAULT_DATA_DIR): DevHostPlace {
  try {
    const path = findManifest(__dirname);
    const manifest = readManifest(path, join(dirname(path), 'manifest.schema.json'));
    return { manifest, folders: clientFolders(resolve(dataDir), manifest) };
  } catch (error) {
    throw new CliError(EXIT.unavailable, error instanceof Error ? error.message : String(error));
  }
}
