import { resolve } from 'node:path';
import type { Command } from 'commander';
import { wholeNumber } from './arguments';
import { addLabOptions, type LabOptions } from './lab-options';
import { openLab } from './lab-start';
import { listenForStop, stopped } from './stop-signal';

interface Options extends LabOptions {
  readonly port?: number;
  readonly dataDir?: string;
}

/** Adds `lab`. */
export function register(program: Command): void {
  const command = program
    .command('lab')
    .description(
      'Runs a simulated Exchange organization until it is told to stop. Prints one line of JSON: where it is reached, and ready-made settings files.',
    );
  addLabOptions(command, 50)
    .option('--port <n>', 'the port to listen on (default: any that is free)', wholeNumber(1, 65535))
    .option('--data-dir <folder>', 'where the lab keeps what was changed, and its clock (default: a temporary folder)')
    .action(async ({ dataDir, ...options }: Options) => {
      const stop = listenForStop(process.env);
      const lab = await openLab({ ...options, ...(dataDir === undefined ? {} : { dataDir: resolve(dataDir) }) });
      process.stdout.write(`${JSON.stringify(lab.description)}\n`);
      await stopped(stop.signal);
      await lab.close();
      stop.dispose();
    });
}
