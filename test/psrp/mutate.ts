/** Limits under which nothing that a fuzzer makes can grow far. */
export const FUZZING_LIMITS = {
  maxCharacters: 100_000,
  maxMemoryBytes: 1_000_000,
  maxReferences: 1000,
  maxMessageBytes: 100_000,
  maxBufferedBytes: 200_000,
  maxOpenMessages: 16,
};

/** Numbers from a seed, so that a failure can be repeated (mulberry32). */
export function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Bytes with some changed, cut out, repeated, or put in from elsewhere in the corpus. */
export function mutate(
  bytes: Uint8Array,
  corpus: readonly Uint8Array[],
  random: (below: number) => number,
): Uint8Array {
  let mutated = Buffer.from(bytes);
  for (let times = random(4) + 1; times > 0; times--) {
    const at = random(mutated.length + 1);
    const length = random(Math.min(40, mutated.length - at + 1));
    const [head, tail] = [mutated.subarray(0, at), mutated.subarray(at + length)];
    switch (random(6)) {
      case 0:
        if (mutated.length > 0) mutated[random(mutated.length)] = random(256);
        break;
      case 1:
        if (mutated.length > 0) mutated[random(mutated.length)]! ^= 1 << random(8);
        break;
      case 2:
        mutated = Buffer.concat([head, tail]);
        break;
      case 3:
        mutated = Buffer.concat([head, mutated.subarray(at, at + length), mutated.subarray(at, at + length), tail]);
        break;
      case 4: {
        const other = corpus[random(corpus.length)]!;
        const from = random(other.length + 1);
        mutated = Buffer.concat([head, other.subarray(from, from + random(80)), tail]);
        break;
      }
      default:
        mutated = mutated.subarray(0, at);
    }
  }
  return new Uint8Array(mutated);
}
