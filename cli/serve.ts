import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { ServeOptions } from '../plugin/host/serve-options';
import { serveProcess } from '../plugin/host/serve-process';
import { EASConnectorManage, EASConnectorSecurity } from '../tasks';
import { EXIT, exitCodeOf } from './exit-codes';

/** Adds `serve`. */
export function register(program: Command): void {
  program
    .command('serve')
    .description('Runs a task for a host program, which speaks the process binding on stdin and stdout.')
    .addHelpText('after', '\nA host starts this; docs/hosts says how to write one. The exit codes are those of run.')
    .action(async () => {
      const exitCode = await serveCommand();
      // Everything is written. A task that was given up may hold the process, and so may a host that keeps stdin open.
      process.exit(exitCode);
    });
}

async function serveCommand(): Promise<number> {
  const end = await serveProcess(process, { EASConnectorManage, EASConnectorSecurity }, pluginIdentity());
  await new Promise<void>((resolve) => {
    process.stderr.write('', () => {
      resolve();
    });
  });
  return end === 'startedByHand' ? EXIT.usage : exitCodeOf(end);
}

/** Name and version, from the manifest. */
function pluginIdentity(): ServeOptions['plugin'] {
  // From dist/cli and from cli alike the manifest is above.
  const path = ['../..', '..']
    .map((up) => join(__dirname, up, 'manifest.json'))
    .find((candidate) => existsSync(candidate));
  if (path === undefined) throw new Error(`There is no manifest.json above ${__dirname}.`);
  const { name, version } = JSON.parse(readFileSync(path, 'utf8')) as ServeOptions['plugin'];
  return { name, version };
}
