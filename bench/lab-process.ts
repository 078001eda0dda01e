import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { ExchangeVersion } from '../plugin/exchange/exchange-version';
import { connectionTo, type ConnectionWish, type LabAddresses } from '../lab/settings/lab-connections';

/** A JSON object. */
export type Json = Readonly<Record<string, unknown>>;

/** The line that a lab prints, as far as benchmarks need it. */
export interface LabLine extends LabAddresses {
  readonly control: { readonly url: string; readonly token: string };
  readonly settings: { readonly manage: string; readonly security: string };
}

/** A lab in a process of its own, and a folder beside it. */
export class LabProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly line: LabLine,
    readonly folder: string,
  ) {}

  static async start(devices: number, version: ExchangeVersion = 'Online'): Promise<LabProcess> {
    const folder = mkdtempSync(join(tmpdir(), 'eas-bench-'));
    const program = join(__dirname, '../cli/main.js');
    const args = [program, 'lab', '--devices', String(devices), '--seed', '7', '--wipes', '0', '--version', version];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], cwd: folder });
    for await (const line of createInterface({ input: child.stdout })) {
      return new LabProcess(child, JSON.parse(line) as LabLine, folder);
    }
    throw new Error('the lab did not start');
  }

  /** The ready-made settings of a task. */
  settings(task: 'manage' | 'security'): Json {
    return JSON.parse(readFileSync(this.line.settings[task], 'utf8')) as Json;
  }

  /** The settings of a task that go a certain way; or why the lab cannot be reached in that way. */
  settingsBy(task: 'manage' | 'security', wish: ConnectionWish): Json | string {
    const settings = this.settings(task);
    const { id, displayName } = settings['connection'] as Json;
    const way = connectionTo(wish, this.line);
    return typeof way === 'string' ? way : { ...settings, connection: { id, displayName, ...way } };
  }

  /** As POST /lab/faults. */
  async faults(order: Json): Promise<void> {
    await this.#post('/lab/faults', order);
  }

  /** Moves the lab's clock by an ISO 8601 duration. */
  async advance(duration: string): Promise<void> {
    await this.#post('/lab/clock', { advance: duration });
  }

  /** Resets one phone in so many: it makes a first synchronization anew. Gives how many. */
  async resetSome(every: number): Promise<number> {
    let count = 0;
    for (let offset = 0; ; offset += 10_000) {
      const page = await this.get(`/lab/devices?offset=${String(offset)}&limit=10000`);
      const devices = page['devices'] as readonly { readonly guid: string }[];
      if (devices.length === 0) return count;
      for (let place = 0; place < devices.length; place += every) {
        await this.#post(`/lab/devices/${devices[place]?.guid ?? ''}/reset`, {});
        count += 1;
      }
    }
  }

  /** What the control server says. */
  async get(path: string): Promise<Json> {
    const { url, token } = this.line.control;
    const response = await fetch(url + path, { headers: { authorization: `Bearer ${token}` } });
    return (await response.json()) as Json;
  }

  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    await once(this.child, 'close');
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #post(path: string, body: Json): Promise<void> {
    const { url, token } = this.line.control;
    const response = await fetch(url + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  }
}

/** Runs something with a lab, and ends the lab. */
export async function withLab<T>(
  devices: number,
  work: (lab: LabProcess) => Promise<T>,
  version?: ExchangeVersion,
): Promise<T> {
  const lab = await LabProcess.start(devices, version);
  try {
    return await work(lab);
  } finally {
    await lab.stop();
  }
}
