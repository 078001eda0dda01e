import assert from 'node:assert/strict';
import { Fuzzer } from './fuzzing';

describe('psrp fuzzing', () => {
  const fuzzer = new Fuzzer();

  for (const [kind, count] of [
    ['document', 3000],
    ['client', 500],
    ['server', 500],
    ['line', 300],
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
