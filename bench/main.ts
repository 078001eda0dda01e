import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import type { Benchmark } from './benchmark';
import { consoleList } from './console';
import { withSection } from './document';
import { inventory } from './inventory';
import { inventoryBudget } from './inventory-budget';
import { inventoryCommunity } from './inventory-community';
import { inventoryTransports } from './inventory-transports';
import { powershell } from './powershell';
import { psrp } from './psrp';
import { security } from './security';
import { wsman } from './wsman';

const BENCHMARKS: readonly Benchmark[] = [
  security,
  inventory,
  inventoryTransports,
  inventoryCommunity,
  inventoryBudget,
  powershell,
  psrp,
  consoleList,
  wsman,
];
const DOCUMENT = join(process.cwd(), 'docs', 'benchmarks.md');

/** @param given names, and after them arguments for these benchmarks, which begin with two hyphens */
async function main(given: readonly string[]): Promise<number> {
  const first = given.findIndex((word) => word.startsWith('--'));
  const names = first < 0 ? given : given.slice(0, first);
  const args = first < 0 ? [] : given.slice(first);
  const unknown = names.filter((name) => !BENCHMARKS.some((benchmark) => benchmark.name === name));
  if (names.length === 0 || unknown.length > 0) {
    process.stderr.write(
      `Usage: npm run bench -- NAME… [--option …]\nBenchmarks: ${BENCHMARKS.map(({ name }) => name).join(', ')}\n`,
    );
    return 64;
  }
  const [cpu] = cpus();
  const computer = `${String(cpus().length)} × ${cpu?.model.trim() ?? 'unknown processor'}, Node ${process.versions.node}.`;
  const chosen = BENCHMARKS.filter(({ name }) => names.includes(name));
  for (const benchmark of chosen.map((one) => one.withArguments?.(args) ?? one)) {
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
