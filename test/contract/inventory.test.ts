import assert from 'node:assert/strict';
import type { ConnectionWish } from '../../lab';
import type { ExchangeVersion } from '../../plugin/exchange/exchange-version';
import { LabRun } from '../e2e/lab-run';
import { assertSame, expectedInventory, inventoryOf, runTask } from '../e2e/task-runs';

const START = Date.UTC(2026, 10, 22, 8, 0, 0);

/** The transports that need no PowerShell. The others give the same: test/e2e/child-tasks.test.ts. */
const WAYS: readonly (readonly [ExchangeVersion, ConnectionWish])[] = [
  ['Online', { connection: 'exchangeOnline', transport: 'adminApi' }],
  ['2019', { connection: 'remotePowerShell', transport: 'psrp' }],
  ['SE', { connection: 'remotePowerShell', transport: 'auto' }],
];

describe('Whichever transport reads it, an inventory has the same objects', function () {
  this.timeout(60_000);

  for (const [version, wish] of WAYS) {
    it(`of Exchange ${version} over ${wish.transport}, as without any transport, to the last property`, async () => {
      const run = await LabRun.start({ devices: 60, seed: 5, version, clock: { start: START } });
      try {
        const read = await runTask(run, wish, 'EASConnectorManage');
        assert.deepEqual(read.completed, { outcome: 'succeeded', problems: [] });
        const found = inventoryOf(read);
        assert.equal(found['partnerships']?.size, 60);
        assertSame(found, await expectedInventory(run));
        assert.equal(run.lab.openShells(), 0);
      } finally {
        await run.close();
      }
    });
  }
});
