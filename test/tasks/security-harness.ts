import assert from 'node:assert/strict';
import { Exchange } from '../../plugin/exchange/exchange';
import type { TaskLog } from '../../plugin/logs/task-log';
import { decodeSecuritySettings, settingsFromJson, type Completed } from '../../protocol';
import { messageToJson } from '../../protocol/message-json';
import { Organization } from '../../lab/organization/organization';
import type { Store } from '../../plugin/state/store';
import type { PSObject } from '../../psrp';
import { secure } from '../../tasks/eas-connector-security/security';
import { Crash, LabSession, type Carrier } from '../support/lab-session';
import { MemoryStore } from '../support/memory-store';

export const SILENT_LOG: TaskLog = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  child: () => SILENT_LOG,
  hide: () => undefined,
};

export type Json = Record<string, unknown>;

/** What a security run gave. */
export interface RunResult {
  readonly completed: Completed;
  /** The last outcome of each action, in the contract's JSON. */
  readonly outcomes: ReadonlyMap<string, Json>;
  readonly statuses: readonly Json[];
  readonly summary: Json;
  /** Every result, in the contract's JSON. */
  readonly results: readonly Json[];
}

const START = Date.UTC(2026, 10, 22, 8, 0, 0);

/** An organization, a store that lasts, and runs of EASConnectorSecurity against them. */
export class SecurityHarness {
  readonly organization: Organization;
  readonly session: LabSession;
  readonly store = new MemoryStore();
  /** How far the connector's clock is ahead of Exchange's. */
  skewMs = 0;

  constructor(
    options: {
      devices?: number;
      seed?: number;
      version?: Organization['site']['version'];
      carrier?: Carrier | undefined;
    } = {},
  ) {
    this.organization = new Organization({
      devices: options.devices ?? 60,
      seed: options.seed ?? 7,
      version: options.version ?? 'SE',
      realNow: () => START,
      fixedStart: START,
    });
    this.session = new LabSession(this.organization, options.carrier);
    this.store.beforeWrite = () => {
      if (this.session.isDead) throw new Crash();
    };
  }

  /** Told of what goes to the log as a warning. */
  onWarning: (message: string, fields: Json) => void = () => undefined;

  /** The connector's time. */
  now(): number {
    return this.organization.clock.now() + this.skewMs;
  }

  /** Runs the task once with these actions, over the settings that every test has. */
  async run(actions: readonly Json[], settings: Json = {}, store: Store = this.store): Promise<RunResult> {
    const json = {
      contractVersion: '1.0',
      host: { enabled: true },
      connection: { id: 'test', managementTools: {} },
      actions,
      safety: { maxDestructivePerRun: 100, maxDestructivePerDay: 1000, ...(settings['safety'] as Json | undefined) },
      ...Object.fromEntries(Object.entries(settings).filter(([key]) => key !== 'safety')),
    };
    const { bytes, problems } = settingsFromJson('EASConnectorSecurity', JSON.stringify(json));
    assert.ok(bytes, JSON.stringify(problems));
    const decoded = decodeSecuritySettings(bytes);
    assert.ok(decoded.settings, JSON.stringify(decoded.problems));
    const results: Json[] = [];
    this.session.isDead = false;
    const signal = new AbortController().signal;
    const clock = (): number => this.now();
    const exchange = new Exchange(this.session, { signal, commandTimeoutMs: 60_000, clock, random: () => 0.5 });
    const completed = await secure({
      settings: decoded.settings,
      log: {
        ...SILENT_LOG,
        warn: (message, fields) => {
          this.onWarning(message, { ...fields });
        },
      },
      store,
      connect: () => Promise.resolve(exchange),
      signal,
      clock,
      random: () => 0.5,
      host: {
        dataDir: '',
        logDir: '',
        runId: 'run',
        signal,
        emit: (bytes) => {
          results.push(messageToJson('SecurityResult', bytes) as Json);
          return Promise.resolve();
        },
        progress: () => undefined,
        log: () => undefined,
      },
    });
    const all = results.flatMap((result) => (result['outcomes'] ?? []) as Json[]);
    return {
      completed,
      outcomes: new Map(all.map((one) => [String(one['actionId']), one])),
      statuses: results.flatMap((result) => (result['deviceStatuses'] ?? []) as Json[]),
      summary: (results.at(-1)?.['summary'] ?? {}) as Json,
      results,
    };
  }

  /** What a cmdlet returns, as text by property. */
  read(cmdlet: string, parameters: Json = {}): Record<string, string>[] {
    return [...this.objects(cmdlet, parameters)].map((object) =>
      Object.fromEntries([...object.properties].map(([name, value]) => [name, value === null ? '' : String(value)])),
    );
  }

  /** Runs a cmdlet as somebody else would, past the connector. */
  objects(cmdlet: string, parameters: Json = {}): PSObject[] {
    return [...this.session.direct(cmdlet, parameters)];
  }

  /** What the user of a phone does: lets it synchronize now, or resets it and sets it up again. */
  user(device: Record<string, string>, does: 'sync' | 'reset'): void {
    const { population, world } = this.organization;
    const place = world.guids.decode('device', String(device['Guid']));
    assert.ok(place);
    if (does === 'sync') population.sync(place.index);
    else population.reset(place.index, false);
  }

  /** Moves the lab's clock. */
  advance(minutes: number): void {
    this.organization.advanceClock(minutes * 60_000);
  }

  /** Partnerships of one kind of client, those that synchronize often first. */
  partnerships(matches: (device: Record<string, string>) => boolean): Record<string, string>[] {
    const noun = this.organization.site.version === '2010' ? 'ActiveSyncDevice' : 'MobileDevice';
    return this.read(`Get-${noun}`, { ResultSize: 'Unlimited' }).filter(matches);
  }

  /** The changes that reached the organization, by cmdlet. */
  changes(cmdlet: RegExp): readonly LabSession['sent'][number][] {
    return this.session.sent.filter((command) => command.effect === 'change' && cmdlet.test(command.cmdlet));
  }
}

/** A wipe of a partnership. */
export function wipeAction(id: string, device: Record<string, string>, extra: Json = {}): Json {
  const partnership = { guid: device['Guid'], firstSyncTime: device['FirstSyncTime'] };
  return { id, wipe: { partnership, kind: 'WIPE_KIND_WHOLE_DEVICE', ...extra } };
}

export const isNative = (device: Record<string, string>): boolean =>
  device['ClientType'] === 'EAS' && /iPhone|iPad|Samsung|Android/i.test(device['DeviceType'] ?? '');
