import assert from 'node:assert/strict';
import { InventoryKillRound } from '../../soak/kills/inventory-kill-round';
import { randomFrom } from '../../soak/kills/kill-rounds';

/** So many runs are killed; `npm run soak` kills hundreds. */
const KILLS = 5;

describe('An inventory of the real program, killed at random moments', () => {
  it('comes together as that of a host whose runs nobody killed, and tells nothing twice', async () => {
    const seed = Date.now() % 100_000;
    try {
      const round = new InventoryKillRound();
      await round.play({ seed, kills: KILLS, random: randomFrom(seed) });
      assert.ok(round.killedAtWork > 0, 'no run was killed at work');
    } catch (error) {
      throw new Error(`seed ${String(seed)}`, { cause: error });
    }
  }).timeout(120_000);
});
