import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HostInventory } from '../../../devhost/apply-inventory';
import { Organization } from '../../../lab/organization/organization';
import { Exchange } from '../../../plugin/exchange/exchange';
import type { ExchangeVersion } from '../../../plugin/exchange/exchange-version';
import { decodeManageSettings, settingsFromJson, type Completed } from '../../../protocol';
import { messageToJson } from '../../../protocol/message-json';
import type { PSObject } from '../../../psrp';
import { manage } from '../../../tasks/eas-connector-manage/manage';
import { LabSession } from '../../support/lab-session';
import { MemoryStore } from '../../support/memory-store';
import { SILENT_LOG, type Json } from '../security-harness';

const START = Date.UTC(2026, 10, 22, 8, 0, 0);

/** What an inventory run gave. */
export interface ManageRun {
  readonly completed: Completed;
  /** Every result that the host has stored, in the contract's JSON. */
  readonly results: readonly Json[];
  readonly payloads: readonly Uint8Array[];
  readonly summary: Json;
  readonly start: Json;
}

/** How one run differs from the usual one. */
export interface RunOptions {
  /** Of the settings' inventory part. */
  readonly inventory?: Json;
  readonly scope?: Json;
  readonly limits?: Json;
  /** Whether the host says what it holds. True unless stated. */
  readonly tellsWhatItHolds?: boolean;
  /** Called before a result is stored: what it throws, or does to the signal, is the fault. */
  readonly onEmit?: (number: number, payload: Uint8Array) => void | Promise<void>;
  /** Cancels the run. */
  readonly signal?: AbortSignal;
}

/** An organization, a host that follows the documentation, and runs of EASConnectorManage between them, without a wire. */
export class ManageHarness {
  readonly organization: Organization;
  readonly session: LabSession;
  readonly store = new MemoryStore();
  readonly host = new HostInventory();
  readonly folder = mkdtempSync(join(tmpdir(), 'eas-manage-'));
  #runs = 0;

  /** @param options share: another one whose organization this one sees too, with a host and a state of its own */
  constructor(
    options: {
      devices?: number;
      seed?: number;
      version?: ExchangeVersion;
      share?: Pick<ManageHarness, 'organization'> | undefined;
    } = {},
  ) {
    this.organization =
      options.share?.organization ??
      new Organization({
        devices: options.devices ?? 76,
        seed: options.seed ?? 7,
        version: options.version ?? 'SE',
        realNow: () => START,
        fixedStart: START,
      });
    this.session = new LabSession(this.organization);
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  now(): number {
    return this.organization.clock.now();
  }

  advance(hours: number): void {
    this.organization.advanceClock(hours * 3_600_000);
  }

  async run(options: RunOptions = {}): Promise<ManageRun> {
    const settings = decodeManageSettings(this.#settings(options)).settings;
    assert.ok(settings);
    const payloads: Uint8Array[] = [];
    let emitted = 0;
    const signal = options.signal ?? new AbortController().signal;
    const clock = (): number => this.now();
    const exchange = new Exchange(this.session, { signal, commandTimeoutMs: 60_000, clock, random: Math.random });
    const sent = this.session.sent.length;
    const completed = await manage({
      settings,
      log: SILENT_LOG,
      store: this.store,
      connect: () => Promise.resolve(exchange),
      signal,
      clock,
      random: Math.random,
      host: {
        dataDir: this.folder,
        logDir: '',
        runId: `run-${String((this.#runs += 1))}`,
        signal,
        emit: async (payload) => {
          await options.onEmit?.((emitted += 1), payload);
          this.host.take(payload);
          payloads.push(payload);
        },
        progress: () => undefined,
        log: () => undefined,
      },
    });
    this.lastCommands = this.session.sent.slice(sent).map(({ cmdlet }) => cmdlet);
    const results = payloads.map((payload) => messageToJson('ManageResult', payload) as Json);
    const summary = (results.at(-1)?.['summary'] ?? {}) as Json;
    return { completed, results, payloads, summary, start: (results[0]?.['start'] ?? {}) as Json };
  }

  /** The cmdlets that the last run called. */
  lastCommands: readonly string[] = [];

  /** How often the last run called a cmdlet. */
  calls(cmdlet: string): number {
    return this.lastCommands.filter((one) => one === cmdlet).length;
  }

  /** Runs a cmdlet as somebody else would, past the connector. */
  objects(cmdlet: string, parameters: Json = {}): PSObject[] {
    return [...this.session.direct(cmdlet, parameters)];
  }

  /** Every partnership of the organization, as text by property, with its statistics' sync time. */
  devices(): { readonly guid: string; readonly lastSync: number; readonly properties: PSObject }[] {
    const { organization } = this;
    return this.objects('Get-MobileDevice', { ResultSize: 'Unlimited' }).map((properties) => {
      const guid = String(properties.get('Guid'));
      const found = organization.identities.partnership(organization.currentReader(), guid);
      assert.ok(found);
      return { guid, lastSync: Math.floor(found.lastSync / 1000), properties };
    });
  }

  #settings({ inventory = {}, scope, limits, tellsWhatItHolds = true }: RunOptions): Uint8Array {
    const { stateId, stored } = this.host;
    const held = tellsWhatItHolds ? { hostStateId: stateId, ...(stored ? { hostStored: stored } : {}) } : {};
    const json = {
      contractVersion: '1.0',
      host: { enabled: true },
      connection: { id: 'test', managementTools: {} },
      limits: { partnershipsPerResult: 10, maxUnacknowledgedResults: 4, ...limits },
      ...(scope ? { scope } : {}),
      inventory: { ...held, ...inventory },
    };
    const { bytes, problems } = settingsFromJson('EASConnectorManage', JSON.stringify(json));
    assert.ok(bytes, JSON.stringify(problems));
    return bytes;
  }
}

/** All of one list of a run's results. */
export function collect({ results }: Pick<ManageRun, 'results'>, field: string): Json[] {
  return results.flatMap((result) => (result[field] ?? []) as Json[]);
}
