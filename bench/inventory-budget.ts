import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Benchmark, BenchmarkTable } from './benchmark';
import { withLab, type Json, type LabProcess } from './lab-process';
import { measureInventory } from './measured-inventory';
import type { Measured } from './security-run';

const DEVICES = 12_000;
const CALLS_PER_MINUTE = 600;
const MINUTE_MS = 60_000;
const MINUTES = 6;
/** Orders of a security run that is measured alone and beside the inventory. */
const ORDERS = 12;
const RUNS = 5;

/** What the lab has counted. */
interface Calls {
  readonly accepted: number;
  readonly refused: number;
}

/** An inventory under a budget of calls, and security runs beside it. */
export const inventoryBudget: Benchmark = {
  name: 'inventory-budget',
  title: 'EASConnectorManage under a budget of calls',
  async run(say) {
    return withLab(DEVICES, async (lab) => {
      const alone = await securityRuns(lab, say);
      await lab.faults({ callsPerMinute: CALLS_PER_MINUTE });
      const limits = { runTimeout: `${String((MINUTES + 8) * 60)}s` };
      const inventory = measureInventory(lab, { limits });
      await sleep(2 * MINUTE_MS);
      const begun = await calls(lab);
      await sleep(MINUTES * MINUTE_MS);
      const ended = await calls(lab);
      const accepted = ended.accepted - begun.accepted;
      const refused = ended.refused - begun.refused;
      say(JSON.stringify({ accepted, refused }));
      const beside = await securityRuns(lab, say);
      await lab.faults({ callsPerMinute: 0 });
      const { summary } = await inventory;
      say(JSON.stringify({ ...summary, commands: undefined }));
      return [budgetTable(accepted, refused), securityTable(alone, beside)];
    });
  },
};

function budgetTable(accepted: number, refused: number): BenchmarkTable {
  return {
    text:
      `An inventory of ${String(DEVICES)} partnerships; the lab lets ${String(CALLS_PER_MINUTE)} calls through in a minute and ` +
      `refuses the rest with 429. Counted by the lab for ${String(MINUTES)} minutes, after the two in which the pace settles.`,
    head: ['allowed', 'used', 'refused'],
    rows: [
      [
        String(CALLS_PER_MINUTE * MINUTES),
        `${String(accepted)} (${((accepted / (CALLS_PER_MINUTE * MINUTES)) * 100).toFixed(1)} %)`,
        `${String(refused)} (${((refused / (accepted + refused)) * 100).toFixed(2)} %)`,
      ],
    ],
  };
}

function securityTable(alone: readonly Measured[], beside: readonly Measured[]): BenchmarkTable {
  const row = (name: string, runs: readonly Measured[]): string[] => {
    const seconds = runs.map((run) => run.seconds).sort((a, b) => a - b);
    const [least = 0] = seconds;
    const median = seconds[Math.floor(seconds.length / 2)] ?? 0;
    return [
      name,
      String(runs.length),
      `${least.toFixed(2)} s`,
      `${median.toFixed(2)} s`,
      `${(seconds.at(-1) ?? 0).toFixed(2)} s`,
    ];
  };
  return {
    text:
      `Runs of EASConnectorSecurity in a process of their own, each of which looks at the status of ${String(ORDERS)} devices: ` +
      'alone without any budget, and beside that inventory under its budget.',
    head: ['', 'runs', 'shortest', 'median', 'longest'],
    rows: [row('alone', alone), row('beside the inventory', beside)],
  };
}

async function securityRuns(lab: LabProcess, say: (line: string) => void): Promise<readonly Measured[]> {
  const { devices } = (await lab.get(`/lab/devices?offset=0&limit=${String(ORDERS)}`)) as {
    readonly devices: readonly { readonly guid: string }[];
  };
  const runs: Measured[] = [];
  for (let turn = 0; turn < RUNS; turn += 1) {
    const actions = devices.map(({ guid }, place) => ({
      id: `look-${String(Date.now())}-${String(place)}`,
      refreshStatus: { partnershipGuids: [guid] },
    }));
    const run = await securityRun(lab, actions);
    say(JSON.stringify(run));
    if (run.outcome !== 'succeeded') throw new Error(`the security run ended ${run.outcome}`);
    runs.push(run);
    await sleep(7_000);
  }
  return runs;
}

async function securityRun(lab: LabProcess, actions: readonly Json[]): Promise<Measured> {
  const file = join(lab.folder, 'security.json');
  writeFileSync(file, JSON.stringify({ ...lab.settings('security'), actions, logging: { level: 'LOG_LEVEL_WARN' } }));
  const program = join(__dirname, 'security-run.js');
  const { stdout } = await promisify(execFile)(process.execPath, [program, file, lab.folder]);
  return JSON.parse(stdout) as Measured;
}

async function calls(lab: LabProcess): Promise<Calls> {
  return (await lab.get('/lab/faults'))['calls'] as Calls;
}
