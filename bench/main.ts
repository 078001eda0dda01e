import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import type { Benchmark } from './benchmark';
import { withSection } from './document';
import { security } from './security';

const BENCHMARKS: readonly Benchmark[] = [security];
const DOCUMENT = join(process.cwd(), 'docs', 'benchmarks.md');

async function main(names: readonly string[]): Promise<number> {
  const unknown = names.filter((name) => !BENCHMARKS.some((benchmark) => benchmark.name === name));
  if (names.length === 0 || unknown.length > 0) {
    process.stderr.write(
      `Usage: npm run bench -- NAME…\nBenchmarks: ${BENCHMARKS.map(({ name }) => name).join(', ')}\n`,
    );
    return 64;
  }
  const [cpu] = cpus();
  const computer = `${String(cpus().length)} × ${cpu?.model.trim() ?? 'unknown processor'}, Node ${process.versions.node}.`;
  for (const benchmark of BENCHMARKS.filter(({ name }) => names.includes(name))) {
    const tables = await benchmark.run((line) => process.stderr.write(`${line}\n`));
    const document = existsSync(DOCUMENT) ? readFileSync(DOCUMENT, 'utf8') : '';
    writeFileSync(DOCUMENT, withSection(document, benchmark, tables, computer));
    process.stderr.write(`${DOCUMENT}: section ${benchmark.name}\n`);
  }
  return 0;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 70;
  },
);
