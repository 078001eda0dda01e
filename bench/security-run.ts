/**
 * One run of EASConnectorSecurity in a process of its own, so that its memory is its own: settings, data folder and
 * results go through the command line and stdout.
 */
import { readFileSync } from 'node:fs';
import { messageToJson, settingsFromJson } from '../protocol';
import { EASConnectorSecurity } from '../tasks';

/** What a run took. */
export interface Measured {
  readonly seconds: number;
  /** Processor time of the connector alone. */
  readonly cpuSeconds: number;
  readonly peakMiB: number;
  /** Calls of cmdlets, and changes among them. */
  readonly calls: number;
  readonly changes: number;
  readonly outcome: string;
  readonly states: Readonly<Record<string, number>>;
}

interface Summary {
  readonly changes?: number;
  readonly byState?: readonly { readonly name: string; readonly count: number }[];
  readonly commands?: readonly { readonly calls?: number }[];
}

async function main(settingsFile: string, folder: string): Promise<void> {
  const { bytes, problems } = settingsFromJson('EASConnectorSecurity', readFileSync(settingsFile, 'utf8'));
  if (!bytes) throw new Error(JSON.stringify(problems));
  let summary: Summary = {};
  const begun = process.hrtime.bigint();
  const cpu = process.cpuUsage();
  const completed = await EASConnectorSecurity(bytes, {
    dataDir: `${folder}/data`,
    logDir: `${folder}/logs`,
    runId: `bench-${String(process.pid)}`,
    signal: new AbortController().signal,
    emit: (payload) => {
      const json = messageToJson('SecurityResult', payload) as { readonly summary?: Summary };
      summary = json.summary ?? summary;
      return Promise.resolve();
    },
    progress: () => undefined,
    log: () => undefined,
  });
  const used = process.cpuUsage(cpu);
  const measured: Measured = {
    seconds: Number(process.hrtime.bigint() - begun) / 1e9,
    cpuSeconds: (used.user + used.system) / 1e6,
    peakMiB: process.resourceUsage().maxRSS / 1024,
    calls: (summary.commands ?? []).reduce((sum, { calls }) => sum + (calls ?? 0), 0),
    changes: summary.changes ?? 0,
    outcome: completed.outcome,
    states: Object.fromEntries((summary.byState ?? []).map(({ name, count }) => [name, count])),
  };
  process.stdout.write(JSON.stringify(measured));
}

if (require.main === module) {
  main(process.argv[2] ?? '', process.argv[3] ?? '').catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? '') : String(error)}\n`);
    process.exitCode = 1;
  });
}
