import assert from 'node:assert/strict';
import { ChildLab } from '../support/child-lab';
import { describeWithPowerShell } from '../support/real-power-shell';
import { playMany } from '../tasks/histories/play';

/** A few: each has hundreds of commands, and every one goes through PowerShell. `npm run soak` plays more. */
const HISTORIES = Number(process.env['EAS_CHILD_HISTORIES'] ?? 5);

describeWithPowerShell(
  'Whatever happens over child, no wipe is lost, doubled, widened or sent for a phone that came back',
  () => {
    for (const version of ['SE', '2010'] as const) {
      it(`in random histories on Exchange ${version}, all through one PowerShell`, async () => {
        const lab = await ChildLab.open(version);
        try {
          await playMany(version, HISTORIES, undefined, lab.carrier);
          assert.ok(lab.commands > HISTORIES, `only ${String(lab.commands)} commands`);
        } finally {
          await lab.close();
        }
      }).timeout(120_000 + HISTORIES * 60_000);
    }
  },
);
