import { parseArgs } from 'node:util';
import type { Benchmark, BenchmarkTable } from './benchmark';
import { withLab, type Json, type LabProcess } from './lab-process';
import { measureInventory, type InventoryOptions, type MeasuredInventory } from './measured-inventory';

const SIZES = [10_000, 100_000];
/** One partnership in so many changes otherwise in the day between two inventories. */
const CHANGED_EVERY = 200;
/** The share of mailboxes whose statistics were read again in between, and are young enough on the day after. */
const FRESH_SHARE = 0.3;

/** Inventories of organizations of several sizes: the first one, one an hour later, one a day later. */
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

async function day(lab: LabProcess, size: number, say: (line: string) => void): Promise<string[][]> {
  const full = await measureInventory(lab);
  report(full, say);
  const hourLater = await measureInventory(lab, held(full, 1));
  report(hourLater, say);
  // Ten hours later Exchange refuses after three in ten mailboxes; these are then young enough on the day after.
  await lab.advance('PT10H');
  const skip = Math.round((full.calls - hourLater.calls) * FRESH_SHARE);
  const throttle = { kind: 'throttle', cmdlet: 'Get-MobileDeviceStatistics', skip, retryAfter: 7200 };
  await lab.faults({ faults: [throttle] });
  const between = await measureInventory(lab, held(hourLater, 10, { statisticsMaxAge: '3600s' }));
  const { statisticsRead, statisticsLeft, changes } = between.summary;
  say(JSON.stringify({ statisticsRead, statisticsLeft, changes }));
  await lab.faults({ clear: true });
  await lab.advance('PT14H');
  say(`${String(await lab.resetSome(CHANGED_EVERY))} phones were reset`);
  const dayLater = await measureInventory(lab, held(between, 24));
  report(dayLater, say);
  return [rowOf(`${String(size)}, first`, full), rowOf('an hour later', hourLater), rowOf('a day later', dayLater)];
}

function held({ summary }: MeasuredInventory, aheadHours: number, inventory: Json = {}): InventoryOptions {
  return { inventory: { ...inventory, hostStateId: summary.stateId ?? '' }, aheadHours };
}

function report(run: MeasuredInventory, say: (line: string) => void): void {
  const { changes, statisticsRead, statisticsSpared } = run.summary;
  say(JSON.stringify({ ...run, summary: { changes, statisticsRead, statisticsSpared } }));
  if (run.outcome !== 'succeeded') throw new Error(`the inventory ended ${run.outcome}`);
}

function table(rows: readonly (readonly string[])[]): BenchmarkTable {
  return {
    text:
      'Inventories over the admin API, against a lab in a process of its own on the same two processors. Private memory is ' +
      'RssAnon of the plugin. A day later seven in eight phones have synchronized and one in ' +
      `${String(CHANGED_EVERY)} was reset; the statistics of ${String(FRESH_SHARE * 100)} % of the mailboxes are inside the ` +
      'freshness limit, because a run in between could read that many and no more.',
    head: [
      'partnerships',
      'time',
      'processor',
      'private memory',
      'disk (peak)',
      'calls',
      'statistics read',
      'result',
      'sent',
    ],
    rows,
  };
}

function rowOf(name: string, run: MeasuredInventory): string[] {
  const { added = 0, changed = 0, synced = 0, gone = 0 } = run.summary.changes ?? {};
  return [
    name,
    `${run.seconds.toFixed(1)} s`,
    `${run.cpuSeconds.toFixed(1)} s`,
    `${run.peakRssAnonMiB.toFixed(0)} MiB`,
    `${run.endDiskMiB.toFixed(0)} (${run.peakDiskMiB.toFixed(0)}) MiB`,
    String(run.calls),
    String(run.summary.statisticsRead ?? 0),
    `${(run.resultBytes / 1e6).toFixed(2)} MB`,
    `${String(added)} new, ${String(changed)} changed, ${String(synced)} synced, ${String(gone)} gone`,
  ];
}
