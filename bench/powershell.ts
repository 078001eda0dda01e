import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { ExchangeError } from '../plugin/exchange/exchange-error';
import type { Benchmark, BenchmarkTable } from './benchmark';
import { childWay, inProcessWay, jsonWay, type Way } from './powershell-ways';
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
      return [await transferTable(options.pwsh, version.stdout.trim(), say), ...(await psrpWith(options).run(say))];
    },
  };
}

async function transferTable(pwsh: string, version: string, say: (line: string) => void): Promise<BenchmarkTable> {
  const ways: Way[] = [];
  for (const open of [jsonWay, childWay, inProcessWay]) {
    try {
      ways.push(await open(pwsh, OBJECTS));
    } catch (error) {
      if (!(error instanceof ExchangeError)) throw error;
      say(`left out: ${error.message}`);
    }
  }
  const results = ways.map((way) => ({ way, first: 0, best: Infinity }));
  for (let turn = 0; turn < TURNS; turn++) {
    for (const result of results) {
      const { way } = result;
      const begun = performance.now();
      const given = await way.read();
      const each = ((performance.now() - begun) * 1000) / OBJECTS;
      if (given !== OBJECTS) throw new Error(`${way.name} gave ${String(given)} of ${String(OBJECTS)} objects`);
      if (turn === 0) result.first = each;
      result.best = Math.min(result.best, each);
      say(`${way.name}: ${each.toFixed(1)} µs an object`);
    }
  }
  for (const way of ways) await way.close();
  const naive = results[0]?.best ?? NaN;
  return {
    text:
      `${version}; ${String(OBJECTS)} objects of 16 properties that PowerShell holds in memory, by turns, best of ${String(TURNS)}. JSON text keeps ` +
      "no types: each object as `ConvertTo-Json -Compress`, read by node-powershell's `invoke` and JSON.parse. The other two are " +
      "the product's own, every type kept. Aims: `child` faster than JSON text, `inProcess` at least 4 times.",
    head: ['way', 'µs an object, first turn', 'best turn', 'times JSON text'],
    rows: results.map(({ way, first, best }) => [
      way.name,
      ...[first, best].map((each) => each.toFixed(1)),
      (naive / best).toFixed(1),
    ]),
  };
}
