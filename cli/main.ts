#!/usr/bin/env node
import { createRequire } from 'node:module';
import { EXIT } from './exit-codes';
import { main } from './program';

// Subcommands are loaded when they are called, so that --help and serve start quickly.
const load = createRequire(__filename);

// Whoever reads has had enough, for example `head`: no reason to crash. Results tell by themselves that they are not read.
let isLost = false;
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE' || isLost) return;
    isLost = true;
    if (stream === process.stdout) {
      process.stderr.write(`eas-connector: The output cannot be written: ${error.message}\n`);
    }
  });
}
// Whatever the command came to, what it had to say is lost.
process.on('exit', (exitCode) => {
  if (isLost && exitCode === EXIT.succeeded) process.exitCode = EXIT.cannotCreate;
});

void main(process.argv.slice(2), (module) => load(module)).then((exitCode) => {
  // Not process.exit: what is still in the pipes has to go out first.
  if (exitCode !== undefined) process.exitCode = exitCode;
});
