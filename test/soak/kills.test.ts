import { KillRound, randomFrom } from './kills/kill-rounds';

const ROUNDS = Number(process.env['EAS_KILL_ROUNDS'] ?? 40);
const KILLS_PER_ROUND = 10;

describe('The real program, killed at hundreds of random moments', () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const seed = Number(process.env['EAS_SEED'] ?? Date.now() % 100_000) + round;
    it(`keeps its promises in round ${String(round + 1)}, EAS_SEED=${String(seed)} EAS_KILL_ROUNDS=1`, async () => {
      const round = new KillRound();
      await round.play({ seed, kills: KILLS_PER_ROUND, random: randomFrom(seed) });
      process.stdout.write(
        `      ${String(round.killedAtWork)} of ${String(KILLS_PER_ROUND)} and more runs were killed at work\n`,
      );
    });
  }
});
