import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InventoryRun } from './inventory-run';
import type { Json, LabProcess } from './lab-process';

/** What an inventory took, as seen from outside as well. */
export interface MeasuredInventory extends InventoryRun {
  /** The largest private memory of the plugin's process (RssAnon): what is not a view of a file. */
  readonly peakRssAnonMiB: number;
  /** The largest size of what it keeps on disk, its spool included, and the size at the end. */
  readonly peakDiskMiB: number;
  readonly endDiskMiB: number;
  readonly calls: number;
}

/** How an inventory is run. */
export interface InventoryOptions {
  /** The lab's own settings unless stated. */
  readonly settings?: Json;
  readonly inventory?: Json;
  readonly limits?: Json;
  /** How far the plugin's clock is ahead of the computer's, in hours. */
  readonly aheadHours?: number;
  /** The host cancels the run when this share of the partnerships is done. */
  readonly cancelAt?: number;
}

const SAMPLE_MS = 50;

/** Runs an inventory against a lab, in a process of its own, and measures it. */
export async function measureInventory(lab: LabProcess, options: InventoryOptions = {}): Promise<MeasuredInventory> {
  const settings = {
    ...(options.settings ?? lab.settings('manage')),
    limits: { runTimeout: '86400s', ...options.limits },
    logging: { level: 'LOG_LEVEL_WARN' },
    inventory: options.inventory ?? {},
  };
  const file = join(lab.folder, 'manage.json');
  writeFileSync(file, JSON.stringify(settings));
  const ahead = String((options.aheadHours ?? 0) * 3_600_000);
  const program = join(__dirname, 'inventory-run.js');
  const args = [program, file, lab.folder, ahead, String(options.cancelAt ?? Infinity)];
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    // A PowerShell that the plugin starts finds the lab by them.
    env: { ...process.env, ...lab.line.powershell.environment },
  });
  let peakRssAnonMiB = 0;
  let peakDiskMiB = 0;
  const data = join(lab.folder, 'data');
  const timer = setInterval(() => {
    peakRssAnonMiB = Math.max(peakRssAnonMiB, rssAnonMiB(child.pid));
    peakDiskMiB = Math.max(peakDiskMiB, diskMiB(data));
  }, SAMPLE_MS);
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (text += piece));
  await once(child, 'close');
  clearInterval(timer);
  const run = JSON.parse(text) as InventoryRun;
  const calls = (run.summary.commands ?? []).reduce((sum, one) => sum + (one.calls ?? 0), 0);
  return { ...run, peakRssAnonMiB, peakDiskMiB, endDiskMiB: diskMiB(data), calls };
}

function rssAnonMiB(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
    return Number(/^RssAnon:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    // The process has ended, or the system has no /proc.
    return 0;
  }
}

/** The space that a folder takes: LMDB's files have holes. */
function diskMiB(folder: string): number {
  let bytes = 0;
  try {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      bytes += statSync(join(folder, name)).blocks * 512;
    }
  } catch {
    // A file has just been removed.
  }
  return bytes / 1024 / 1024;
}
