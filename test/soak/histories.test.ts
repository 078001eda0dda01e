import { playMany } from '../tasks/histories/play';

/** Histories of each version. */
const HISTORIES = Number(process.env['EAS_HISTORIES'] ?? 10_000);
/** So many are tried under one seed, which is printed before they begin. */
const BATCH = 500;
const SEED = process.env['EAS_SEED'];

describe('Whatever happens, and however often', () => {
  for (const version of ['SE', 'Online', '2013', '2010'] as const) {
    it(`no promise is broken in ${String(HISTORIES)} random histories on Exchange ${version}`, async () => {
      let seed = SEED === undefined ? Date.now() % 0x7fffffff : Number(SEED);
      for (let left = HISTORIES; left > 0; left -= BATCH) {
        const count = Math.min(left, BATCH);
        process.stdout.write(`      ${version}: ${String(count)} histories, EAS_SEED=${String(seed)}\n`);
        await playMany(version, count, seed);
        seed += 1;
      }
    });
  }
});
