import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLab, type Lab } from '../../../lab';
import type { Partnership } from '../../../lab/organization/partnership';
import { openStore } from '../../../plugin/state/store';
import type { ActionRecord } from '../../../tasks/eas-connector-security/action-record';

type Json = Record<string, unknown>;

const PROGRAM = join(__dirname, '../../../dist/cli/main.js');
const SHIFT_CLOCK = join(__dirname, 'shift-clock.cjs');

/** A run is killed after up to so many calls, and up to so many milliseconds more. */
const CALLS = 45;
const PAUSE_MS = 30;

/** What a round is. */
export interface Round {
  readonly seed: number;
  /** How many runs are killed. */
  readonly kills: number;
  /** Random, from 0 to 1. */
  readonly random: () => number;
}

/** A lab, orders, and runs of the real program in processes of their own, killed at random moments. */
export class KillRound {
  /** How many runs were killed after they had begun to talk to Exchange. */
  killedAtWork = 0;
  readonly #folder = mkdtempSync(join(tmpdir(), 'eas-kill-'));
  #lab: Lab | undefined;
  #aheadMs = 0;
  #settings: { actions: Json[] } & Json = { actions: [] };
  readonly #finals = new Map<string, string>();
  #outputs = 0;

  /** Plays the round, and holds everything against the lab's journal and its erased phones. */
  async play({ seed, kills, random }: Round): Promise<void> {
    try {
      this.#lab = await startLab({ devices: 120, seed, wipes: 8, dataDir: join(this.#folder, 'lab') });
      this.#settings = this.#addOrders(this.#lab);
      // A little slower than real, so that there is something between a command and the next to be killed in.
      this.#lab.orderFaults({ latencyMs: 8 });
      for (let kill = 0; kill < kills; kill += 1) {
        // Now and then two are started at once.
        const count = kill % 5 === 4 ? 2 : 1;
        const runs = Array.from({ length: count }, () =>
          this.#run({ calls: Math.floor(random() * CALLS), ms: random() * PAUSE_MS }),
        );
        await Promise.all(runs);
        this.#checkNothingTwice();
      }
      await this.#comeToRest();
      await this.#checkAll();
    } finally {
      await this.#lab?.close();
      rmSync(this.#folder, { recursive: true, force: true });
    }
  }

  /** The sample orders, which have wipes of both kinds and a block, and some that need several commands each. */
  #addOrders(lab: Lab): { actions: Json[] } & Json {
    const file = lab.description.settings!.security;
    const settings = JSON.parse(readFileSync(file, 'utf8')) as { actions: Json[] } & Json;
    const named = JSON.stringify(settings.actions).toLowerCase();
    const reader = lab.organization.currentReader();
    const free = [...reader.partnerships()].filter(
      ({ mailbox, guid, access }) =>
        !named.includes(mailbox.primarySmtpAddress.toLowerCase()) &&
        !named.includes(guid) &&
        access.state === 'Allowed',
    );
    const extra = free.slice(0, 6).flatMap((one, index): Json[] => {
      const device = { mailbox: one.mailbox.primarySmtpAddress, deviceId: one.device.deviceId };
      if (index < 3) return [{ id: `remove-${String(index)}`, removePartnership: { partnership: refTo(one) } }];
      return [{ id: `block-${String(index)}`, blockDevice: { device } }];
    });
    return {
      ...settings,
      actions: [...settings.actions, ...extra],
      safety: { maxDestructivePerRun: 100, maxDestructivePerDay: 1000 },
    };
  }

  /** One run of the real program, killed so many milliseconds after so many calls have reached Exchange. */
  async #run(kill?: { readonly calls: number; readonly ms: number }): Promise<void> {
    const file = join(this.#folder, 'settings.json');
    const out = join(this.#folder, `out-${String((this.#outputs += 1))}.pb`);
    writeFileSync(file, JSON.stringify(this.#settings));
    const run = ['run', 'EASConnectorSecurity', '--settings', file, '--data-dir', this.#folder, '--out', out];
    const child = spawn(process.execPath, ['-r', SHIFT_CLOCK, PROGRAM, ...run], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, EAS_TEST_CLOCK_AHEAD: String(this.#aheadMs) },
    });
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
    const before = this.#calls();
    const watch = setInterval(() => {
      if (kill === undefined || this.#calls() - before < kill.calls) return;
      clearInterval(watch);
      setTimeout(() => child.kill('SIGKILL'), kill.ms);
    }, 4);
    const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
    clearInterval(watch);
    if (signal === 'SIGKILL' && this.#calls() > before) this.killedAtWork += 1;
    if (kill === undefined)
      assert.ok(code === 0 || code === 2, `a run that nobody killed ended with ${String(code)}: ${errors}`);
  }

  /** How many calls have reached Exchange. */
  #calls(): number {
    return this.#journal().split('\n').length - 1;
  }

  #journal(): string {
    const file = join(this.#folder, 'lab', 'journal.jsonl');
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  }

  /** Time passes in the lab and for the program, so that what nobody knows of becomes known. */
  async #comeToRest(): Promise<void> {
    for (let pass = 0; pass < 3; pass += 1) {
      this.#aheadMs += 20 * 60_000;
      this.#lab!.organization.advanceClock(20 * 60_000);
      await this.#run();
      this.#checkNothingTwice();
    }
    const { actions } = this.#settings;
    for (const { id, wipe } of actions) {
      if (wipe === undefined) continue;
      const { guid } = (wipe as { partnership: { guid: string } }).partnership;
      const place = this.#lab!.organization.world.guids.decode('device', guid);
      assert.ok(place, `the lab does not know the device of ${String(id)}`);
      // A phone that was erased already would set its account up again, and be erased again by the standing order.
      const { population } = this.#lab!.organization;
      if (population.state(place.index).erasures === 0) population.sync(place.index);
    }
    await this.#run();
    await this.#run();
  }

  /** The changes that Exchange carried out: cmdlet and parameters. */
  #changes(): { cmdlet: string; parameters: Json }[] {
    const entries = this.#journal()
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { cmdlet: string; parameters: Json; error?: unknown });
    return entries.filter(({ cmdlet, error }) => !cmdlet.startsWith('Get-') && !error);
  }

  #wipes(): Map<string, { times: number; isAccountOnly: boolean }> {
    const wipes = new Map<string, { times: number; isAccountOnly: boolean }>();
    for (const { cmdlet, parameters } of this.#changes()) {
      if (cmdlet !== 'Clear-MobileDevice' || parameters['Cancel'] === true) continue;
      const guid = String(parameters['Identity']);
      const times = (wipes.get(guid)?.times ?? 0) + 1;
      wipes.set(guid, { times, isAccountOnly: parameters['AccountOnly'] === true });
    }
    return wipes;
  }

  #checkNothingTwice(): void {
    for (const [guid, { times }] of this.#wipes())
      assert.equal(times, 1, `the wipe of ${guid} was sent ${String(times)} times`);
  }

  async #checkAll(): Promise<void> {
    const wipes = this.#wipes();
    const ordered = this.#settings.actions.filter(({ wipe }) => wipe !== undefined);
    const store = await openStore(join(this.#folder, 'Client', 'Data', 'eas-connector'), 'lab');
    const journal = store.collection<ActionRecord>('journal');
    try {
      for (const { id, wipe } of ordered) {
        const { partnership, kind } = wipe as { partnership: { guid: string }; kind: string };
        const sent = wipes.get(partnership.guid);
        assert.ok(sent, `the wipe ${String(id)} was lost`);
        assert.equal(sent.isAccountOnly, kind === 'WIPE_KIND_ACCOUNT_ONLY', `${String(id)} changed its kind`);
        const record = journal.get(String(id));
        assert.ok(record?.wipe, `the journal does not have ${String(id)}`);
        assert.equal(record.wipe.guid, partnership.guid);
      }
      assert.equal(wipes.size, ordered.length, 'a wipe was sent that nobody ordered');
      for (const { id } of this.#settings.actions) {
        const record = journal.get(String(id));
        if (!String(id).includes('status')) assert.ok(record?.outcome, `${String(id)} has no outcome`);
        const isAtRest = record?.outcome === undefined || record.outcome.isFinal || record.outcome.state === 'pending';
        assert.ok(isAtRest, `${String(id)} never came to rest: ${String(record?.outcome?.state)}`);
      }
    } finally {
      await store.close();
    }
    const erased = [...this.#lab!.organization.population.erasedPhones()];
    const guids = erased.map(({ partnershipGuid }) => partnershipGuid);
    assert.equal(new Set(guids).size, guids.length, 'a phone was erased twice');
    assert.deepEqual(
      new Set(guids),
      new Set(wipes.keys()),
      'the phones that were erased are those whose wipe was ordered',
    );
    for (const { partnershipGuid, effect } of erased) {
      if (wipes.get(partnershipGuid)?.isAccountOnly) assert.equal(effect, 'account');
    }
  }
}

function refTo({ guid, firstSync }: Partnership): Json {
  return { guid, firstSyncTime: new Date(firstSync).toISOString() };
}

/** A small generator of random numbers, so that a round can be played again. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}
