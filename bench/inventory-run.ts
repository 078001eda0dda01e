/**
 * One run of EASConnectorManage in a process of its own, so that its memory is its own: settings, data folder, how far
 * the clock is ahead, and when the host cancels go through the command line, what was measured through stdout.
 */
import { readFileSync } from 'node:fs';
import os from 'node:os';
import { messageToJson, settingsFromJson } from '../protocol';
import { EASConnectorManage } from '../tasks';

/** What a run took, as the plugin's own process knows it. */
export interface InventoryRun {
  readonly runId: string;
  readonly seconds: number;
  /** Processor time of the connector alone. */
  readonly cpuSeconds: number;
  readonly results: number;
  readonly resultBytes: number;
  readonly outcome: string;
  /** What went wrong, in sentences. */
  readonly problems: readonly string[];
  readonly summary: InventorySummary;
}

/** The parts of the summary that the benchmarks look at. */
export interface InventorySummary {
  readonly isComplete?: boolean;
  readonly stateId?: string;
  readonly partnerships?: number;
  readonly mailboxes?: number;
  readonly statisticsRead?: number;
  readonly statisticsSpared?: number;
  readonly statisticsLeft?: number;
  readonly changes?: Readonly<Record<string, number>>;
  readonly commands?: readonly { readonly cmdlet?: string; readonly calls?: number; readonly throttled?: number }[];
}

/** Makes the clock of this process go ahead of the computer's, which was switched on no later for that. */
function shiftClock(aheadMs: number): void {
  const upSeconds = os.uptime;
  os.uptime = () => upSeconds() + aheadMs / 1000;
  const RealDate = Date;
  const now = (): number => RealDate.now() + aheadMs;
  globalThis.Date = class extends RealDate {
    constructor(...values: readonly unknown[]) {
      super(...((values.length === 0 ? [now()] : values) as [number]));
    }

    static override now(): number {
      return now();
    }
  } as DateConstructor;
}

/** @param cancelAt the host cancels the run when this share of the partnerships is done */
async function main(settingsFile: string, folder: string, aheadMs: number, cancelAt: number): Promise<void> {
  if (aheadMs !== 0) shiftClock(aheadMs);
  const { bytes, problems } = settingsFromJson('EASConnectorManage', readFileSync(settingsFile, 'utf8'));
  if (!bytes) throw new Error(JSON.stringify(problems));
  let last: Uint8Array = new Uint8Array();
  let results = 0;
  let resultBytes = 0;
  const begun = process.hrtime.bigint();
  const cpu = process.cpuUsage();
  const cancel = new AbortController();
  const runId = `bench-${String(process.pid)}`;
  const completed = await EASConnectorManage(bytes, {
    dataDir: `${folder}/data`,
    logDir: `${folder}/logs`,
    runId,
    signal: cancel.signal,
    emit: (payload) => {
      last = payload;
      results += 1;
      resultBytes += payload.length;
      return Promise.resolve();
    },
    progress: ({ phase, done, total }) => {
      if (phase === 'statistics' && done >= total * cancelAt) cancel.abort();
    },
    log: () => undefined,
  });
  const used = process.cpuUsage(cpu);
  const { summary = {} } = messageToJson('ManageResult', last) as { readonly summary?: InventorySummary };
  const run: InventoryRun = {
    runId,
    seconds: Number(process.hrtime.bigint() - begun) / 1e9,
    cpuSeconds: (used.user + used.system) / 1e6,
    results,
    resultBytes,
    outcome: completed.outcome,
    problems: completed.problems.map((problem) => problem.summary),
    summary,
  };
  process.stdout.write(JSON.stringify(run));
}

if (require.main === module) {
  const [settingsFile = '', folder = '', ahead = '0', cancelAt = 'Infinity'] = process.argv.slice(2);
  main(settingsFile, folder, Number(ahead), Number(cancelAt)).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 70;
  });
}
