import { performance } from 'node:perf_hooks';
import type { BenchmarkTable } from './benchmark';
import { childWay, jsonWay } from './powershell-ways';

const SIZES = [2_000, 20_000, 100_000];

/** What an object costs in lists of several sizes: each list is the first that a new PowerShell gives, as in a run of a task. */
export async function sizesTable(pwsh: string, say: (line: string) => void): Promise<BenchmarkTable> {
  const rows: string[][] = [];
  for (const size of SIZES) {
    const json = await firstRead(jsonWay, pwsh, size);
    const child = await firstRead(childWay, pwsh, size);
    say(`a list of ${String(size)}: JSON text ${json.toFixed(1)}, child ${child.toFixed(1)} µs an object`);
    rows.push([size.toLocaleString('en'), json.toFixed(1), child.toFixed(1), (json / child).toFixed(1)]);
  }
  return {
    text: 'The first list that a new PowerShell gives, by its length, µs an object: what a run of a task sees.',
    head: ['objects', 'JSON text, node-powershell', 'child', 'times JSON'],
    rows,
  };
}

async function firstRead(open: typeof jsonWay, pwsh: string, size: number): Promise<number> {
  const way = await open(pwsh, size);
  try {
    const begun = performance.now();
    const given = await way.read();
    if (given !== size) throw new Error(`${way.name} gave ${String(given)} of ${String(size)} objects`);
    return ((performance.now() - begun) * 1000) / size;
  } finally {
    await way.close();
  }
}
