import { InventoryKillRound } from './kills/inventory-kill-round';
import { randomFrom } from './kills/kill-rounds';

const ROUNDS = Number(process.env['EAS_KILL_ROUNDS'] ?? 10);
const KILLS_PER_ROUND = 20;

describe('Inventories of the real program, killed at random moments', () => {
  for (let number = 0; number < ROUNDS; number += 1) {
    const seed = Number(process.env['EAS_SEED'] ?? Date.now() % 100_000) + number;
    it(`come together whole in round ${String(number + 1)}, EAS_SEED=${String(seed)} EAS_KILL_ROUNDS=1`, async () => {
      const round = new InventoryKillRound();
      await round.play({ seed, kills: KILLS_PER_ROUND, random: randomFrom(seed) });
      process.stdout.write(
        `      seed ${String(seed)}: ${String(round.killedAtWork)} of ${String(KILLS_PER_ROUND)} runs were killed at work, ` +
          `${String(round.resumed)} went on\n`,
      );
    });
  }
});
