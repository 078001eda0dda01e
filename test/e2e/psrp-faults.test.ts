import assert from 'node:assert/strict';
import type { ConnectionWish } from '../../lab';
import { RemoteWire } from '../lab/wsman-wire';
import { LabRun } from './lab-run';
import { weather } from './psrp-storm';
import { runTask } from './task-runs';

const PSRP: ConnectionWish = { connection: 'remotePowerShell', transport: 'psrp' };

describe('Both tasks over psrp, whatever happens to the connections', function () {
  this.timeout(60_000);

  it('report everything once or say that they cannot, wipe once, and leave no shell', async () => {
    const { strikes } = await weather('SE', 11, 20);
    assert.ok(strikes > 5, `only ${String(strikes)} faults struck`);
  });

  it('need no more than two of an account’s eighteen shells when both run at once', async () => {
    const run = await LabRun.start({ devices: 30, version: 'SE' });
    const others = new RemoteWire(run.lab);
    const sessions = Array.from({ length: 16 }, () => others.session());
    for (const session of sessions) await session.open();
    let most = 0;
    const watch = setInterval(() => {
      most = Math.max(most, run.lab.openShells());
    }, 1);
    try {
      const both = await Promise.all([
        runTask(run, PSRP, 'EASConnectorManage'),
        runTask(run, PSRP, 'EASConnectorSecurity'),
      ]);
      assert.deepEqual(
        both.map(({ completed }) => completed.outcome),
        ['succeeded', 'succeeded'],
      );
      assert.ok(most > 16 && most <= 18, `${String(most)} shells`);
      assert.equal(run.lab.openShells(), 16);
      for (const session of sessions) await session.close();
      assert.equal(run.lab.openShells(), 0);
    } finally {
      clearInterval(watch);
      await others.disconnect();
      await run.close();
    }
  });
});
