'use strict';
// A process of its own that takes the lock and keeps it until it is killed.
const { openStore } = require('../../../plugin/state/store');
const { processIsAlive, takeRunLock } = require('../../../plugin/state/run-lock');

async function main() {
  const store = await openStore(process.argv[2], 'c');
  const world = { pid: process.pid, clock: Date.now, isAlive: processIsAlive };
  try {
    await takeRunLock(store, 'T', 'holder', world);
    process.stdout.write('held\n');
  } catch (error) {
    process.stdout.write(`${error.code}\n`);
  }
  setInterval(() => undefined, 1000);
}

void main();
