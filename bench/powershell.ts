import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { ExchangeError } from '../plugin/exchange/exchange-error';
import type { Benchmark, BenchmarkTable } from './benchmark';
import { childWay, inProcessWay, jsonWay, PARTS, type Way } from './powershell-ways';
import { sizesTable } from './powershell-sizes';
import { psrpWith } from './psrp';

const OBJECTS = 20_000;
const TURNS = 5;

interface Options {
  readonly pwsh: string;
  /** A Python that has pypsrp. */
  readonly python: string | undefined;
}

/** What an object of 16 properties costs on its way from PowerShell to Node, by three ways; and its decoding alone. */
export const powershell: Benchmark = benchmarkWith({ pwsh: process.env['EAS_PWSH'] ?? 'pwsh', python: undefined });

function benchmarkWith(options: Options): Benchmark {
  return {
    name: 'powershell',
    title: 'From PowerShell to Node',
    withArguments: (args) => {
      const { values } = parseArgs({
        args: [...args],
        options: { pwsh: { type: 'string' }, 'pypsrp-python': { type: 'string' } },
      });
      return benchmarkWith({ pwsh: values.pwsh ?? options.pwsh, python: values['pypsrp-python'] ?? options.python });
    },
    async run(say) {
      const version = spawnSync(options.pwsh, ['--version'], { encoding: 'utf8', timeout: 60_000 });
      if (version.status !== 0) throw new Error(`${options.pwsh} is no PowerShell 7: name one with --pwsh.`);
      return [
        ...(await transferTables(options.pwsh, version.stdout.trim(), say)),
        await sizesTable(options.pwsh, say),
        ...(await psrpWith(options).run(say)),
      ];
    },
  };
}

interface Measured {
  readonly way: Way;
  first: number;
  best: number;
  /** Processor time of PowerShell and of Node, of the turn that took least of it; PowerShell's is undefined in this process. */
  powerShell: number | undefined;
  node: number;
}

async function transferTables(pwsh: string, version: string, say: (line: string) => void): Promise<BenchmarkTable[]> {
  const ways = await openWays(pwsh, say);
  try {
    const results = ways.map((way): Measured => {
      return { way, first: 0, best: Infinity, powerShell: undefined, node: Infinity };
    });
    for (let turn = 0; turn < TURNS; turn++) {
      for (const result of results) {
        await measure(result);
        if (turn === 0) result.first = result.best;
        say(`${result.way.name}: ${result.best.toFixed(1)} µs an object is the best so far`);
      }
    }
    const child = ways.find((way) => 'part' in way);
    const parts = child ? [await partsTable(child)] : [];
    return [transferTable(results, version), ...parts];
  } finally {
    for (const way of ways) await way.close();
  }
}

async function openWays(pwsh: string, say: (line: string) => void): Promise<Way[]> {
  const ways: Way[] = [];
  for (const open of [jsonWay, childWay, inProcessWay]) {
    try {
      ways.push(await open(pwsh, OBJECTS));
    } catch (error) {
      if (!(error instanceof ExchangeError)) throw error;
      say(`left out: ${error.message}`);
    }
  }
  return ways;
}

async function measure(result: Measured): Promise<void> {
  const { way } = result;
  const before = [await way.processorMs(), process.cpuUsage()] as const;
  const begun = performance.now();
  const given = await way.read();
  const each = ((performance.now() - begun) * 1000) / OBJECTS;
  const { user, system } = process.cpuUsage(before[1]);
  const after = await way.processorMs();
  if (given !== OBJECTS) throw new Error(`${way.name} gave ${String(given)} of ${String(OBJECTS)} objects`);
  result.best = Math.min(result.best, each);
  result.node = Math.min(result.node, (user + system) / OBJECTS);
  if (before[0] === undefined || after === undefined) return;
  result.powerShell = Math.min(result.powerShell ?? Infinity, ((after - before[0]) * 1000) / OBJECTS);
}

function transferTable(results: readonly Measured[], version: string): BenchmarkTable {
  const [json] = results;
  const times = (one: number, other = NaN): string => (other / one).toFixed(1);
  return {
    text:
      `${version}; ${String(OBJECTS)} objects of 16 properties that PowerShell holds in memory, µs an object, by turns. JSON text: ` +
      "each object as `ConvertTo-Json -Compress`, read by node-powershell's `invoke` and JSON.parse, without types. The other two are " +
      "the product's own, every type kept. A run of a task opens its session anew and reads each list once, so it sees the first " +
      `turn; in the best of ${String(TURNS)} turns .NET has compiled everything anew for speed. Aims: \`child\` faster than JSON text, ` +
      '`inProcess` at least 4 times as fast.',
    head: ['way', 'first turn', 'times JSON', 'best turn', 'times JSON', 'processor: PowerShell', 'processor: Node'],
    rows: results.map(({ way, first, best, powerShell, node }) => [
      way.name,
      first.toFixed(1),
      times(first, json?.first),
      best.toFixed(1),
      times(best, json?.best),
      powerShell?.toFixed(1) ?? 'with Node',
      node.toFixed(1),
    ]),
  };
}

/** What says why: the same work in parts. */
async function partsTable(way: Way): Promise<BenchmarkTable> {
  const rows: string[][] = [];
  for (const [name, script] of Object.entries(PARTS)) {
    let best = Infinity;
    for (let turn = 0; turn < TURNS; turn++) {
      const before = (await way.processorMs()) ?? NaN;
      await way.part?.(script);
      best = Math.min(best, ((((await way.processorMs()) ?? NaN) - before) * 1000) / OBJECTS);
    }
    rows.push([name, best.toFixed(1)]);
  }
  return {
    text:
      "Where the time of `child` goes, in PowerShell's own processor time, µs an object; what Node does, it does meanwhile. The best turns " +
      "of `child` cannot be faster than those of JSON text: PowerShell's serializer alone takes longer than all of ConvertTo-Json, and " +
      'each object is a message of its own.',
    head: ['part', 'processor: PowerShell'],
    rows,
  };
}
