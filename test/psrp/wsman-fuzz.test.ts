import assert from 'node:assert/strict';
import { WsmanFuzzer } from './wsman-fuzzing';

describe('WSMan fuzzing', () => {
  const fuzzer = new WsmanFuzzer();

  for (const [kind, count] of [
    ['request', 2000],
    ['answer', 1000],
  ] as const) {
    it(`a mutated ${kind} is read or refused, and nothing else`, () => {
      fuzzer.accepted = 0;
      fuzzer.refused = 0;
      for (let seed = 0; seed < count; seed++) fuzzer[kind](seed);
      assert.ok(fuzzer.accepted > count / 100, `${fuzzer.accepted} accepted`);
      assert.ok(fuzzer.refused > count / 100, `${fuzzer.refused} refused`);
    });
  }
});
