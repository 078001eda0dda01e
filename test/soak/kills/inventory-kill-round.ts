import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readManifest, type Manifest } from '../../../devhost';
import { HostInventory } from '../../../devhost/apply-inventory';
import { PluginProcess } from '../../../devhost/plugin-process';
import { ProcessConversation } from '../../../devhost/process-conversation';
import { startLab, type Lab } from '../../../lab';
import { settingsFromJson, type Completed } from '../../../protocol';
import { withHostInventory } from '../../../protocol/settings-json';
import { Told } from './told';

const PROJECT = join(__dirname, '../../..');
const PROGRAM = join(PROJECT, 'dist/cli/main.js');
const SHIFT_CLOCK = join(__dirname, 'shift-clock.cjs');
const RUN_LIMIT_MS = 60_000;
const HOUR = 3_600_000;

/** When the process of a run is killed. */
type Moment =
  /** So many milliseconds after it was started, or after its first result. */
  | { readonly kind: 'started' | 'begun'; readonly ms: number }
  /** At its nth result: before the host has stored it, before it has acknowledged it, or right after. */
  | { readonly kind: 'unstored' | 'stored' | 'acknowledged'; readonly result: number };

/** A host with the connector's data folder beside it. */
interface Side {
  readonly host: HostInventory;
  readonly dataDir: string;
  readonly told: Told;
}

/**
 * A lab, a host that follows the documentation, and runs of the real program in processes of their own, which are killed
 * at random moments: first a full inventory, then, after a day on which much has changed, one of changes.
 */
export class InventoryKillRound {
  /** How many runs were killed after they had sent a result. */
  killedAtWork = 0;
  /** How many went on with what an earlier one had left. */
  get resumed(): number {
    return this.#resumed;
  }

  #resumed = 0;
  readonly #folder = mkdtempSync(join(tmpdir(), 'eas-kill-inventory-'));
  readonly #manifest: Manifest = readManifest(join(PROJECT, 'manifest.json'), join(PROJECT, 'manifest.schema.json'));
  #lab: Lab | undefined;
  #aheadMs = 0;
  #runs = 0;

  /** @param kills how many runs are killed, half of them in each inventory */
  async play({ seed, kills, random }: { seed: number; kills: number; random: () => number }): Promise<void> {
    try {
      // Time stands in the lab, so that an undisturbed inventory finds what the disturbed one has found.
      const lab = await startLab({
        devices: 90,
        seed,
        dataDir: join(this.#folder, 'lab'),
        clock: { start: Date.now() },
      });
      this.#lab = lab;
      lab.orderFaults({ latencyMs: 3 });
      const side = this.#side('disturbed');
      await this.#inventory(side, Math.ceil(kills / 2), random);
      changeMuch(lab, random);
      this.#aheadMs += 30 * HOUR;
      lab.organization.advanceClock(30 * HOUR);
      await this.#inventory(side, Math.floor(kills / 2), random);
    } finally {
      await this.#lab?.close();
      rmSync(this.#folder, { recursive: true, force: true });
    }
  }

  #side(name: string): Side {
    return { host: new HostInventory(), dataDir: join(this.#folder, name), told: new Told() };
  }

  async #inventory(side: Side, kills: number, random: () => number): Promise<void> {
    for (let kill = 0; kill < kills; kill += 1) {
      // The first one is certain to find the run at work.
      await this.#run(side, kill === 0 ? { kind: 'stored', result: 2 } : momentOf(random));
    }
    const before = side.host.stateId;
    // If it goes on with one that was killed when all was told, that one may be without the latest lists.
    await this.#finish(side);
    assert.notEqual(side.host.stateId, before);
    assert.equal(side.host.stored, undefined, 'nothing is left of what was interrupted');
    const undisturbed = this.#side(`undisturbed-${String(this.#runs)}`);
    await this.#finish(undisturbed);
    assert.deepEqual(comparable(side.host.partnerships), comparable(undisturbed.host.partnerships));
    assert.deepEqual(comparable(side.host.mailboxes), comparable(undisturbed.host.mailboxes));
  }

  async #finish(side: Side): Promise<void> {
    const completed = await this.#run(side, undefined);
    assert.deepEqual(completed, { outcome: 'succeeded', problems: [] });
  }

  /** One run, as a host with the process binding has it. */
  async #run(side: Side, moment: Moment | undefined): Promise<Completed | undefined> {
    const { host, dataDir, told } = side;
    const task = this.#manifest.tasks.find(({ name }) => name === 'EASConnectorManage');
    assert.ok(task);
    const child = spawn(process.execPath, ['-r', SHIFT_CLOCK, PROGRAM, 'serve'], {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, EAS_TEST_CLOCK_AHEAD: String(this.#aheadMs) },
    });
    const plugin = new PluginProcess(child, () => undefined);
    const limit = setTimeout(() => {
      plugin.kill('It took too long.');
    }, RUN_LIMIT_MS);
    let timer: NodeJS.Timeout | undefined;
    const killSoon = (kind: Moment['kind']): void => {
      if (moment?.kind === kind && 'ms' in moment) timer = setTimeout(() => child.kill('SIGKILL'), moment.ms);
    };
    killSoon('started');
    let results = 0;
    const isNow = (kind: Moment['kind']): boolean =>
      moment?.kind === kind && 'result' in moment && results === moment.result;
    const store = (payload: Uint8Array): Promise<void> => {
      results += 1;
      if (results === 1) killSoon('begun');
      if (isNow('unstored')) return dieWith(child);
      host.take(payload);
      this.#resumed += told.take(payload) === 'resumed' ? 1 : 0;
      if (isNow('stored')) return dieWith(child);
      if (isNow('acknowledged')) setImmediate(() => child.kill('SIGKILL'));
      return Promise.resolve();
    };
    const request = {
      task,
      runId: `run-${String((this.#runs += 1))}`,
      settings: this.#settings(host),
      dataDir,
      logDir: join(dataDir, 'logs'),
    };
    const events = { store, progress: () => undefined, log: () => undefined };
    const conversation = new ProcessConversation(this.#manifest, request, events, (message) => {
      plugin.send(message);
    });
    try {
      const completed = await conversation.run(child.stdout).catch((error: unknown) => {
        if (moment === undefined || !(error instanceof Killed || child.killed)) throw error;
        return undefined;
      });
      if (child.killed && results > 0) this.killedAtWork += 1;
      return completed;
    } finally {
      clearTimeout(timer);
      await plugin.end(RUN_LIMIT_MS);
      clearTimeout(limit);
    }
  }

  #settings(host: HostInventory): Uint8Array {
    const file = this.#lab?.description.settings?.manage;
    assert.ok(file);
    const settings = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    const limits = { partnershipsPerResult: 6, maxUnacknowledgedResults: 3 };
    const json = { ...settings, limits, logging: { level: 'LOG_LEVEL_WARN' }, inventory: { vanishedGrace: '0s' } };
    const { bytes, problems } = settingsFromJson('EASConnectorManage', JSON.stringify(json));
    assert.ok(bytes, JSON.stringify(problems));
    return withHostInventory(bytes, host.stateId, host.stored);
  }
}

/** The host stops in the middle because the process was killed. */
class Killed extends Error {}

function dieWith(child: { kill(signal: 'SIGKILL'): boolean }): Promise<never> {
  child.kill('SIGKILL');
  return Promise.reject(new Killed('killed'));
}

/** Few results: an inventory has about twenty, and is to be killed many times. */
const RESULTS = 4;

function momentOf(random: () => number): Moment {
  const kinds = ['started', 'begun', 'unstored', 'stored', 'acknowledged'] as const;
  const kind = kinds[Math.floor(random() * kinds.length)] ?? 'begun';
  if (kind === 'started') return { kind, ms: 200 + random() * 800 };
  if (kind === 'begun') return { kind, ms: random() * 500 };
  return { kind, result: 1 + Math.floor(random() * RESULTS) };
}

/** What a day brings: phones removed, blocked, set up anew. */
function changeMuch({ organization, runner }: Lab, random: () => number): void {
  const some = [...organization.currentReader().partnerships()].filter(() => random() < 0.3);
  const call = (cmdlet: string, parameters: Record<string, unknown>): void => {
    const given = new Map(Object.entries(parameters));
    Array.from(runner.run({ cmdlet, parameters: given, user: 'somebody', warn: () => undefined }));
  };
  for (const [place, { guid, index, mailbox, device }] of some.entries()) {
    const block = { Identity: mailbox.guid, ActiveSyncBlockedDeviceIDs: [device.deviceId] };
    if (place % 4 === 0) call('Remove-MobileDevice', { Identity: guid, Confirm: false });
    else if (place % 4 === 1) call('Set-CASMailbox', block);
    else organization.population.reset(index, place % 4 === 2);
  }
}

/** By GUID, without what depends on the moment at which it was read. */
function comparable(held: ReadonlyMap<string, Readonly<Record<string, unknown>>>): Record<string, unknown> {
  const entries = [...held].map(([guid, one]) => {
    const statistics = { ...(one['statistics'] as Record<string, unknown> | undefined) };
    delete statistics['readAt'];
    delete statistics['isOnline'];
    for (const [name, value] of Object.entries(statistics)) {
      // Sync times travel in whole seconds when they travel alone.
      if (typeof value === 'string') statistics[name] = value.replace(/\.\d+Z$/, 'Z');
    }
    return [guid, { ...one, statistics }] as const;
  });
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
