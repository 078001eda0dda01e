import { parseArgs } from 'node:util';
import type { Benchmark, BenchmarkTable } from './benchmark';
import { withLab, type LabProcess } from './lab-process';
import { measureInventory, type InventoryOptions, type MeasuredInventory } from './measured-inventory';

const SIZES = [10_000, 100_000];
/** One partnership in so many changes otherwise in the day between two inventories. */
const CHANGED_EVERY = 200;
/** The share of partnerships whose statistics were read later, so that they are young enough on the day after. */
const FRESH_SHARE = 0.3;

/** Beyond so many, the run that finds nothing new is left out: it would show nothing more. */
const LARGEST_REPEATED = 100_000;

/** Inventories of organizations of several sizes: the first one, interrupted once; one a day later; and one right after. */
export const inventory: Benchmark = inventoryOf('inventory', 'EASConnectorManage: inventories', SIZES);

function inventoryOf(name: string, title: string, sizes: readonly number[]): Benchmark {
  return {
    name,
    title,
    withArguments: (args) => {
      const { values } = parseArgs({ args: [...args], options: { devices: { type: 'string', multiple: true } } });
      const given = (values.devices ?? []).map(Number);
      if (given.some((size) => !Number.isInteger(size) || size < 1))
        throw new Error('--devices N: how many partnerships');
      if (given.length === 0) return inventoryOf(name, title, sizes);
      return inventoryOf(`${name}-${given.join('-')}`, `${title}, ${given.join(', ')} partnerships`, given);
    },
    async run(say) {
      const rows: string[][] = [];
      for (const size of sizes) {
        say(`${String(size)} partnerships`);
        await withLab(size, async (lab) => {
          rows.push(...(await day(lab, size, say)));
        });
      }
      return [table(rows)];
    },
  };
}

/** What happens in one organization. */
async function day(lab: LabProcess, size: number, say: (line: string) => void): Promise<string[][]> {
  const rows: string[][] = [];
  const add = (name: string, run: MeasuredInventory, parts: readonly MeasuredInventory[] = []): MeasuredInventory => {
    const { changes, statisticsRead, statisticsSpared } = run.summary;
    say(JSON.stringify({ ...run, summary: { changes, statisticsRead, statisticsSpared } }));
    rows.push(rowOf(name, [...parts, run]));
    return run;
  };
  const begun = await measureInventory(lab, { cancelAt: 1 - FRESH_SHARE });
  add(`${String(size)}: the first, until it is interrupted`, begun);
  await lab.advance('PT10H');
  const hostStored = { runId: begun.runId, sequence: begun.results };
  const rest = await measureInventory(lab, { inventory: { hostStored }, aheadHours: 10 });
  const full = add('the rest of it, ten hours later', rest);
  if (full.outcome !== 'succeeded') throw new Error(`the inventory ended ${full.outcome}`);
  add('both together', rest, [begun]);
  await lab.advance('PT14H');
  say(`${String(await lab.resetSome(CHANGED_EVERY))} phones were reset`);
  const nextDay = add('a day after it began', await measureInventory(lab, held(full, 24)));
  if (size <= LARGEST_REPEATED) add('at once again', await measureInventory(lab, held(nextDay, 24)));
  return rows;
}

function held({ summary }: MeasuredInventory, aheadHours: number): InventoryOptions {
  return { inventory: { hostStateId: summary.stateId ?? '' }, aheadHours };
}

function table(rows: readonly (readonly string[])[]): BenchmarkTable {
  const fresh = `${String(FRESH_SHARE * 100)} %`;
  return {
    text:
      'Inventories over the admin API, against a lab in a process of its own on the same two processors; every row is a process ' +
      'of its own. Private memory is RssAnon of the plugin, disk is its state and at its peak the spool. The host cancels the ' +
      `first inventory when ${fresh} of the partnerships are left; the next run goes on with it. On the next day the statistics ` +
      `of those ${fresh} are inside the freshness limit, those of the others are not; seven in eight phones have synchronized, and ` +
      `one in ${String(CHANGED_EVERY)} was reset. A run at once after that finds next to nothing new.`,
    head: [
      'partnerships',
      'time',
      'processor',
      'private memory',
      'disk (peak)',
      'calls',
      'statistics read',
      'results',
      'sent',
    ],
    rows,
  };
}

/** @param runs several that have delivered one inventory together */
function rowOf(name: string, runs: readonly MeasuredInventory[]): string[] {
  const sum = (of: (run: MeasuredInventory) => number): number => runs.reduce((total, run) => total + of(run), 0);
  const most = (of: (run: MeasuredInventory) => number): number => Math.max(...runs.map(of));
  const change = (kind: string): number => sum(({ summary }) => summary.changes?.[kind] ?? 0);
  const sent = ['added', 'changed', 'synced', 'gone'].map((kind) => `${String(change(kind))} ${kind}`);
  return [
    name,
    `${sum((run) => run.seconds).toFixed(1)} s`,
    `${sum((run) => run.cpuSeconds).toFixed(1)} s`,
    `${most((run) => run.peakRssAnonMiB).toFixed(0)} MiB`,
    `${(runs.at(-1)?.endDiskMiB ?? 0).toFixed(0)} (${most((run) => run.peakDiskMiB).toFixed(0)}) MiB`,
    String(sum((run) => run.calls)),
    String(sum(({ summary }) => summary.statisticsRead ?? 0)),
    `${(sum((run) => run.resultBytes) / 1e6).toFixed(2)} MB`,
    sent.filter((part) => !part.startsWith('0 ')).join(', ') || 'nothing',
  ];
}
