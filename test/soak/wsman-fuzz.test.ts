import assert from 'node:assert/strict';
import { WsmanFuzzer } from '../psrp/wsman-fuzzing';

const ROUNDS = Number(process.env['WSMAN_FUZZ_ROUNDS'] ?? 500_000);
const SEED = Number(process.env['WSMAN_FUZZ_SEED'] ?? Date.now() % 1_000_000_000);
/** Far above what the limits in the fuzzer allow for one input, far below what a leak of a million would take. */
const MEMORY_MARGIN = 300 * 1024 * 1024;
/** No single input may take this long. */
const SLOWEST_MS = 2000;

describe('WSMan fuzzing, at length', () => {
  const fuzzer = new WsmanFuzzer();

  for (const kind of ['request', 'answer'] as const) {
    it(`${ROUNDS} times a mutated ${kind}, from seed ${SEED}`, () => {
      const before = process.memoryUsage().rss;
      let slowest = 0;
      for (let seed = SEED; seed < SEED + ROUNDS; seed++) {
        const start = performance.now();
        try {
          fuzzer[kind](seed);
        } catch (error) {
          throw new Error(`seed ${seed}`, { cause: error });
        }
        slowest = Math.max(slowest, performance.now() - start);
      }
      assert.ok(slowest < SLOWEST_MS, `one took ${slowest} ms`);
      const grown = process.memoryUsage().rss - before;
      assert.ok(grown < MEMORY_MARGIN, `memory grew by ${grown} bytes`);
    });
  }
});
