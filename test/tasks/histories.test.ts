import { playMany } from './histories/play';

/** How many histories are tried of each version; `npm run soak` tries more. */
const HISTORIES = Number(process.env['EAS_HISTORIES'] ?? 90);

describe('Whatever happens, no wipe is lost, doubled, widened or sent for a phone that came back', () => {
  for (const version of ['SE', 'Online', '2013'] as const) {
    it(`in random histories on Exchange ${version}`, async () => {
      await playMany(version, HISTORIES);
    }).timeout(60_000 + HISTORIES * 200);
  }
});
