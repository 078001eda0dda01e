import assert from 'node:assert/strict';
import { KillRound, randomFrom } from '../soak/kills/kill-rounds';

/** So many runs are killed; `npm run soak` kills hundreds. */
const KILLS = 8;

describe('The real program, killed at random moments', () => {
  it('loses no wipe, sends none twice, and takes over the lock of a dead run', async () => {
    const seed = Date.now() % 100_000;
    try {
      const round = new KillRound();
      await round.play({ seed, kills: KILLS, random: randomFrom(seed) });
      assert.ok(round.killedAtWork > 0, 'no run was killed at work');
    } catch (error) {
      throw new Error(`seed ${String(seed)}`, { cause: error });
    }
  }).timeout(120_000);
});
