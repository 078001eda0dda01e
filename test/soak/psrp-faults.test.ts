import assert from 'node:assert/strict';
import { weather } from '../e2e/psrp-storm';
import { PsrpLab } from '../support/psrp-lab';
import { playMany } from '../tasks/histories/play';

/** Storms of each version. */
const STORMS = Number(process.env['EAS_PSRP_STORMS'] ?? 40);
const SEED = process.env['EAS_SEED'];

describe('Both tasks over psrp in storms', () => {
  for (const version of ['2010', '2013', 'SE'] as const) {
    it(`report everything once, wipe once, and leave no shell in ${String(STORMS)} storms on Exchange ${version}`, async () => {
      const first = SEED === undefined ? Date.now() % 0x7fffffff : Number(SEED);
      for (let seed = first; seed < first + STORMS; seed++) {
        process.stdout.write(`      ${version}: EAS_SEED=${String(seed)} EAS_PSRP_STORMS=1\n`);
        await weather(version, seed, 60, 3);
      }
    });
  }
});

/** Histories of each version, all over one session. */
const HISTORIES = Number(process.env['EAS_PSRP_HISTORIES'] ?? 500);

describe('Random histories over psrp', () => {
  for (const version of ['2010', '2013', 'SE'] as const) {
    it(`break no promise on Exchange ${version}, ${String(HISTORIES)} of them`, async () => {
      const seed = SEED === undefined ? Date.now() % 0x7fffffff : Number(SEED);
      process.stdout.write(`      ${version}: EAS_SEED=${String(seed)}\n`);
      const lab = await PsrpLab.open(version);
      try {
        await playMany(version, HISTORIES, seed, lab.carrier);
      } finally {
        assert.equal(await lab.close(), 0, 'no shell is left');
      }
    });
  }
});
