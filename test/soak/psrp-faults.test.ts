import { weather } from '../e2e/psrp-storm';

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
