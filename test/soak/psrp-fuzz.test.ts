import assert from 'node:assert/strict';
import { Fuzzer } from '../psrp/fuzzing';

const ROUNDS = Number(process.env['PSRP_FUZZ_ROUNDS'] ?? 250_000);
const SEED = Number(process.env['PSRP_FUZZ_SEED'] ?? Date.now() % 1_000_000_000);
/** Far above what the limits in the fuzzer allow for one input, far below what a leak of a million would take. */
const MEMORY_MARGIN = 300 * 1024 * 1024;
/** So often it is looked at. */
const SAMPLE = 500;
/** No single input may take this long. */
const SLOWEST_MS = 2000;

describe('psrp fuzzing, at length', () => {
  const fuzzer = new Fuzzer();

  for (const kind of ['document', 'client', 'server', 'line'] as const) {
    it(`${ROUNDS} times a mutated ${kind}, from seed ${SEED}`, () => {
      const before = process.memoryUsage().rss;
      let [slowest, peak] = [0, before];
      for (let seed = SEED; seed < SEED + ROUNDS; seed++) {
        const start = performance.now();
        try {
          fuzzer[kind](seed);
        } catch (error) {
          throw new Error(`seed ${seed}`, { cause: error });
        }
        slowest = Math.max(slowest, performance.now() - start);
        if (seed % SAMPLE === 0) peak = Math.max(peak, process.memoryUsage().rss);
      }
      const grown = peak - before;
      console.log(
        `      the slowest took ${Math.round(slowest)} ms; memory grew by ${Math.round(grown / 1048576)} MiB`,
      );
      assert.ok(slowest < SLOWEST_MS, `one took ${slowest} ms`);
      assert.ok(grown < MEMORY_MARGIN, `memory grew by ${grown} bytes`);
    });
  }
});
