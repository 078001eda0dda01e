/** A table of results, as it stands in docs/benchmarks.md. */
export interface BenchmarkTable {
  /** What was measured, on what. */
  readonly text: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A benchmark: `npm run bench -- NAME` runs it, and writes its section of docs/benchmarks.md. */
export interface Benchmark {
  readonly name: string;
  /** The heading of its section. */
  readonly title: string;
  /** The benchmark that is meant with arguments (`npm run bench -- NAME --option …`); undefined if it takes none. */
  withArguments?(args: readonly string[]): Benchmark;
  /** @param say prints a line of progress */
  run(say: (line: string) => void): Promise<readonly BenchmarkTable[]>;
}
