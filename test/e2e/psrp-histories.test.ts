import assert from 'node:assert/strict';
import { PsrpLab } from '../support/psrp-lab';
import { playMany } from '../tasks/histories/play';

/** A few: most have hundreds of commands, and every one goes over HTTPS. `npm run soak` plays more. */
const HISTORIES = Number(process.env['EAS_PSRP_HISTORIES'] ?? 5);

describe('Whatever happens over psrp, no wipe is lost, doubled, widened or sent for a phone that came back', () => {
  for (const version of ['SE', '2010'] as const) {
    it(`in random histories on Exchange ${version}, all through one session`, async () => {
      const lab = await PsrpLab.open(version);
      try {
        await playMany(version, HISTORIES, undefined, lab.carrier);
        assert.ok(lab.commands > HISTORIES * 5, `only ${String(lab.commands)} commands`);
      } finally {
        assert.equal(await lab.close(), 0, 'no shell is left');
      }
    }).timeout(60_000 + HISTORIES * 10_000);
  }
});
