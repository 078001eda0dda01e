import type { Exchange } from '../../plugin/exchange/exchange';
import {
  encodeManageResult,
  timestampFromMs,
  type Completed,
  type ManageSettings,
  type ManageSummary,
  type Problem,
  type ProblemCode,
  type RunOutcome,
} from '../../protocol';
import { problemOf, type ConnectedRun } from '../run/connected-run';
import { ResultSender } from '../run/result-sender';
import { FindingsCollector, lastSeenConfiguration, rememberConfiguration } from './findings';
import { Inventory, type InventoryCounts } from './inventory';
import { planLists } from './lists/plan-lists';
import { readOrganization } from './read-organization';

/** How an inventory ends that did not come to its end by itself. */
const ENDS: ReadonlyMap<ProblemCode, RunOutcome> = new Map<ProblemCode, RunOutcome>([
  ['cancelled', 'cancelled'],
  ['run.timeout', 'partial'],
]);

/** EASConnectorManage: the inventory, joined to one record per partnership, as a stream of results. */
export async function manage(run: ConnectedRun<ManageSettings>): Promise<Completed> {
  const management = new Management(run);
  try {
    return await management.run();
  } catch (error) {
    const found = problemOf(error, run.signal);
    run.log.error(found.summary, { code: found.code, detail: found.detail });
    return await management.endEarly(ENDS.get(found.code) ?? 'failed', found);
  } finally {
    await management.close();
  }
}

/** One run of the task. */
class Management {
  readonly #startedAt: number;
  #exchange: Exchange | undefined;
  #inventory: Inventory | undefined;

  constructor(private readonly connected: ConnectedRun<ManageSettings>) {
    this.#startedAt = connected.clock();
  }

  async run(): Promise<Completed> {
    const { connected } = this;
    const exchange = (this.#exchange = await connected.connect());
    const inventory = (this.#inventory = await Inventory.open(connected, exchange, this.#startedAt));
    connected.host.progress({ phase: 'organization settings', done: 0, total: 0 });
    const { organizationSettings, ...organization } = await readOrganization(exchange);
    const findings = this.#findings(exchange);
    findings.organization({
      settings: organizationSettings,
      rules: organization.deviceAccessRules,
      policies: organization.policies,
    });
    const settings = organizationSettings ? { organizationSettings } : {};
    const current = await inventory.begin({ ...settings, ...organization });
    const counts = await inventory.deliver(current, [findings]);
    const outcome: RunOutcome = inventory.problems.length > 0 ? 'partial' : 'succeeded';
    const problems = [...inventory.problems, ...inventory.scopeProblems];
    const stateId = await inventory.nameState();
    const summary = { ...this.#summary(outcome, problems), ...counts, isComplete: true, stateId };
    await inventory.delivery.finish(findings.findings(), summary);
    await inventory.complete(stateId);
    await rememberConfiguration(connected.store, findings.configuration);
    return { outcome, problems };
  }

  /** Ends an inventory that did not come to its end: the next run goes on with it. */
  async endEarly(outcome: RunOutcome, found: Problem): Promise<Completed> {
    const problems = [found, ...(this.#inventory?.problems ?? []), ...(this.#inventory?.scopeProblems ?? [])];
    try {
      // What has been read is not read again: it goes to the host, if that still takes it.
      await this.#inventory?.delivery.settled();
      const counts = this.#inventory?.countsSoFar() ?? this.#nothing();
      const summary = { ...this.#summary(outcome, problems), ...counts, isComplete: false, stateId: '' };
      if (this.#inventory) await this.#inventory.delivery.finish([], summary);
      else await this.#sendAlone(summary);
    } catch {
      // The host is told of the failure that came first rather than of this one, which follows from it.
      return { outcome: 'failed', problems };
    }
    return { outcome, problems };
  }

  async close(): Promise<void> {
    await this.#inventory?.close();
  }

  #findings(exchange: Exchange): FindingsCollector {
    const { settings, store } = this.connected;
    return new FindingsCollector({
      version: exchange.version,
      nowMs: exchange.now(),
      thresholds: settings.inventory,
      lastSeen: lastSeenConfiguration(store),
    });
  }

  /** The summary of a run that has not even begun an inventory. */
  async #sendAlone(summary: ManageSummary): Promise<void> {
    const { host, settings } = this.connected;
    const results = new ResultSender(host, encodeManageResult, settings.limits.maxUnacknowledgedResults);
    await results.send({ summary });
    await results.settled();
  }

  #summary(
    outcome: RunOutcome,
    problems: readonly Problem[],
  ): Omit<ManageSummary, keyof InventoryCounts | 'isComplete' | 'stateId'> {
    const { clock } = this.connected;
    return {
      outcome,
      problems,
      startedAt: timestampFromMs(this.#startedAt),
      endedAt: timestampFromMs(clock()),
      commands: this.#exchange?.commandCounts() ?? [],
    };
  }

  #nothing(): InventoryCounts {
    return {
      partnerships: 0,
      mailboxes: 0,
      statisticsRead: 0,
      statisticsSpared: 0,
      statisticsLeft: 0,
      changes: { added: 0, changed: 0, synced: 0, gone: 0, held: 0 },
      byAccessState: [],
      byClient: [],
      byOs: [],
      byEasVersion: [],
      scopeApplied: planLists(this.connected.settings.scope, this.#exchange?.version ?? 'Online').applied,
    };
  }
}
