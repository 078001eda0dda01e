import { setMaxListeners } from 'node:events';
import { join } from 'node:path';
import type { Exchange } from '../../plugin/exchange/exchange';
import { Pace } from '../../plugin/exchange/pace';
import { processIsAlive } from '../../plugin/state/run-lock';
import { watchRuns } from '../../plugin/state/yield-watch';
import {
  encodeManageResult,
  timestampFromMs,
  type Mailbox,
  type ManageResult,
  type ManageSettings,
  type ManageSummary,
  type Partnership,
  type Problem,
} from '../../protocol';
import type { ConnectedRun } from '../run/connected-run';
import { resolveScope } from '../run/resolve-scope';
import { ResultSender } from '../run/result-sender';
import { isLimited, isOfClientType, MAILBOX_MATCHERS } from '../run/scope';
import { beginInventory, newId, type BegunInventory } from './begin-inventory';
import { closeInventory, type InventoryObserver } from './deliver/close-inventory';
import { deliverWork } from './deliver/deliver-work';
import { Delivery } from './deliver/delivery';
import type { GroupContext } from './deliver/group-outcome';
import { planDelivery } from './deliver/plan';
import { tallyState } from './deliver/tally-state';
import { planLists, type ListPlan } from './lists/plan-lists';
import { readMailboxes, readPartnerships } from './lists/read-lists';
import { Spool } from './lists/spool';
import { UnmatchedNames } from './lists/unmatched-names';
import { InventoryState } from './state/inventory-state';
import type { CurrentInventory, Phase } from './state/meta';
import { StatisticsReader } from './statistics-reader';
import { statisticsTimeMs } from './statistics-time';

/** The parts of the first result that say what the organization is like. */
export type OrganizationParts = Pick<
  ManageResult,
  'organizationSettings' | 'deviceAccessRules' | 'deviceClasses' | 'policies'
>;

/** What of the summary the inventory itself knows. */
export type InventoryCounts = Pick<
  ManageSummary,
  | 'partnerships'
  | 'mailboxes'
  | 'statisticsRead'
  | 'statisticsSpared'
  | 'statisticsLeft'
  | 'changes'
  | 'byAccessState'
  | 'byClient'
  | 'byOs'
  | 'byEasVersion'
  | 'scopeApplied'
>;

/**
 * One run of an inventory. Phase by phase: the lists are read into a spool on disk; a plan says which statistics are due;
 * group by group is compared with what the host has acknowledged, and delivered; what is gone is reported. A run that
 * ends early leaves the phase, the spool and the queue to the next one.
 */
export class Inventory {
  readonly #results: ResultSender<ManageResult>;
  readonly #plan: ListPlan;
  #spool: Spool | undefined;
  #statistics: StatisticsReader | undefined;
  #spared = 0;

  private constructor(
    private readonly run: ConnectedRun<ManageSettings>,
    private readonly exchange: Exchange,
    private readonly state: InventoryState,
    private readonly startedAt: number,
  ) {
    const { host, settings } = run;
    this.#results = new ResultSender(host, encodeManageResult, settings.limits.maxUnacknowledgedResults);
    this.#plan = planLists(settings.scope, exchange.version);
    this.delivery = new Delivery(this.#results, state, settings.limits);
  }

  readonly delivery: Delivery;

  /** Opens the inventory's state. @throws StateError */
  static async open(run: ConnectedRun<ManageSettings>, exchange: Exchange, startedAt: number): Promise<Inventory> {
    const { host, settings, random } = run;
    const folder = join(host.dataDir, 'connections', settings.connection.id);
    const state = await InventoryState.open(folder, `${host.runId} ${newId(random)}`, random);
    return new Inventory(run, exchange, state, startedAt);
  }

  /** Sends the first result. */
  async begin(organization: OrganizationParts): Promise<CurrentInventory> {
    const { run, exchange } = this;
    const begun: BegunInventory = await beginInventory(run, this.state, exchange.version);
    const { isFull, baseStateId } = begun.current;
    await this.#results.send({
      start: {
        runId: run.host.runId,
        connectionId: run.settings.connection.id,
        exchangeVersion: exchange.version,
        exchangeBuild: exchange.build,
        transport: exchange.transport,
        isFull,
        baseStateId,
        startedAt: timestampFromMs(this.startedAt),
        isResumed: begun.resumesRunId !== '',
        resumesRunId: begun.resumesRunId,
      },
      ...organization,
    });
    // What follows counts as this run's only if the host has its beginning.
    await this.#results.settled();
    await this.state.runHasBegun(run.host.runId);
    return begun.current;
  }

  /** Goes through the phases that are left; resolves when the host has acknowledged everything but the summary. */
  async deliver({ id, phase }: CurrentInventory, observers: readonly InventoryObserver[]): Promise<InventoryCounts> {
    const spool = (this.#spool = await Spool.open(this.state.folder, id));
    const left = (wanted: Phase): boolean => PHASES.indexOf(phase) <= PHASES.indexOf(wanted);
    await this.#readLists(spool, left('mailboxes'), left('partnerships'));
    const current = this.#current();
    const context = this.#context(current);
    if (left('plan')) await this.#makePlan(spool, context);
    await this.#work(spool, context);
    this.run.host.progress({ phase: 'closing', done: 0, total: 0 });
    const tally = await closeInventory({
      spool,
      state: this.state,
      delivery: this.delivery,
      isFull: current.isFull,
      hostHoldsBase: current.hostHoldsBase,
      vanishedGraceMs: this.run.settings.inventory.vanishedGraceMs,
      nowMs: this.exchange.now(),
      observers,
      signal: this.run.signal,
    });
    return { ...this.#counts(), partnerships: tally.partnerships, ...tally.counts() };
  }

  /** What the host has of an inventory that has not come to its end. */
  countsSoFar(): InventoryCounts {
    const tally = tallyState(this.state);
    return { ...this.#counts(), partnerships: tally.partnerships, ...tally.counts() };
  }

  /** Announces the state that the host will hold when it has the summary. */
  async nameState(): Promise<string> {
    const nextStateId = `${this.run.host.runId}-${newId(this.run.random)}`;
    await this.state.changeCurrent({ nextStateId });
    return nextStateId;
  }

  /** The host has the summary. */
  async complete(stateId: string): Promise<void> {
    const { fingerprint, isFull } = this.#current();
    await this.state.complete(stateId, fingerprint, isFull);
    await this.#spool?.remove();
    this.#spool = undefined;
  }

  /** Names of the scope that nothing has. They do not make a run partial: it has done what the settings ask. */
  get scopeProblems(): readonly Problem[] {
    return this.state.meta.current?.scopeProblems ?? [];
  }

  /** What went wrong with statistics. */
  get problems(): ReturnType<StatisticsReader['problems']> {
    return this.#statistics?.problems() ?? [];
  }

  async close(): Promise<void> {
    await this.#spool?.close();
    await this.state.close();
  }

  async #readLists(spool: Spool, areMailboxesLeft: boolean, arePartnershipsLeft: boolean): Promise<void> {
    if (!arePartnershipsLeft) return;
    const { run, exchange } = this;
    const { scope } = run.settings;
    const progress = (phase: string) => (done: number) => {
      run.host.progress({ phase, done, total: 0 });
    };
    // The recipient filter is part of the lists' queries.
    const resolved = await resolveScope(exchange, { ...scope, recipientFilter: '' });
    const reading = { exchange, spool, plan: this.#plan, scope: resolved };
    if (areMailboxesLeft) {
      progress('mailboxes')(0);
      const names = new UnmatchedNames(scope, MAILBOX_MATCHERS, 'mailbox');
      const onMailbox = (mailbox: Mailbox): void => {
        names.see(mailbox);
      };
      await readMailboxes({ ...reading, onCount: progress('mailboxes'), onMailbox });
      await this.state.changeCurrent({ phase: 'partnerships', scopeProblems: names.problems() });
    }
    const clientTypes = new UnmatchedNames(scope, { clientTypes: isOfClientType }, 'partnership');
    const onPartnership = (partnership: Partnership): void => {
      clientTypes.see(partnership);
    };
    await readPartnerships({ ...reading, onCount: progress('partnerships'), onPartnership }, !isLimited(scope));
    const scopeProblems = [...this.scopeProblems, ...clientTypes.problems()];
    await this.state.changeCurrent({ phase: 'plan', scopeProblems });
    run.log.info('lists read', { partnerships: spool.partnerships });
  }

  async #makePlan(spool: Spool, context: GroupContext): Promise<void> {
    const { run, state, delivery } = this;
    const { statisticsMaxAgeMs, quietStatisticsMaxAgeMs } = run.settings.inventory;
    const total = spool.partnerships;
    const seconds = (ms: number): number => Math.floor(ms / 1000);
    const plan = await planDelivery({
      spool,
      state,
      delivery,
      context,
      freshness: {
        now: seconds(context.nowMs),
        maxAge: seconds(statisticsMaxAgeMs),
        quietMaxAge: seconds(quietStatisticsMaxAgeMs),
      },
      signal: run.signal,
      onProgress: (done) => {
        run.host.progress({ phase: 'comparing', done, total });
      },
    });
    this.#spared = plan.spared;
    await delivery.settled();
    await state.changeCurrent({ phase: 'deliver' });
    run.log.info('planned', { due: plan.due, spared: plan.spared, mailboxes: state.work });
  }

  async #work(spool: Spool, context: GroupContext): Promise<void> {
    const { run, state, delivery, exchange } = this;
    const timeUp = new AbortController();
    const elapsed = run.clock() - this.startedAt;
    const left = statisticsTimeMs(run.settings.limits.runTimeoutMs, elapsed, state.work);
    const timer = setTimeout(() => {
      timeUp.abort();
    }, left);
    timer.unref();
    const signal = AbortSignal.any([run.signal, timeUp.signal]);
    // Every command that waits or runs listens to it, and they are as many as the settings allow.
    setMaxListeners(0, signal);
    const pace = this.#pace();
    const total = spool.partnerships;
    const statistics = (this.#statistics = new StatisticsReader(exchange, pace, signal, run.signal));
    let done = 0;
    try {
      await deliverWork({
        spool,
        state,
        delivery,
        context,
        readStatistics: (mailbox, partnerships) => statistics.read(mailbox, partnerships),
        maxConcurrent: run.settings.limits.maxConcurrentCommands,
        signal: run.signal,
        onDone: (partnerships) => {
          done += partnerships;
          run.host.progress({ phase: 'statistics', done, total });
        },
      });
      await delivery.settled();
    } finally {
      clearTimeout(timer);
    }
    await state.rememberPace(pace.allowedPerMinute, run.clock());
    if (timeUp.signal.aborted) run.log.info('no time for more statistics', { left: statistics.partnershipsLeft });
  }

  /** The pace of statistics: what an earlier run has found to be allowed holds at first; the other task goes before. */
  #pace(): Pace {
    const { run, state } = this;
    const world = { pid: process.pid, clock: run.clock, isAlive: processIsAlive };
    return new Pace({
      maxConcurrent: run.settings.limits.maxConcurrentCommands,
      allowedPerMinute: state.allowedPerMinute(run.clock()),
      clock: run.clock,
      mustYield: watchRuns(run.store, 'EASConnectorSecurity', world),
    });
  }

  #context({ isFull }: CurrentInventory): GroupContext {
    const { state, run } = this;
    return {
      isFull,
      scope: run.settings.scope,
      skipStatistics: run.settings.inventory.skipStatistics,
      nowMs: this.exchange.now(),
      hashKey: state.meta.hashKey,
      partnershipRecord: (guid) => state.partnership(guid),
      mailboxRecord: (guid) => state.mailbox(guid),
      kindOf: (names) => state.kindOf(names),
    };
  }

  #current(): CurrentInventory {
    const { current } = this.state.meta;
    if (!current) throw new Error('no inventory has begun');
    return current;
  }

  #counts(): Omit<InventoryCounts, 'partnerships' | 'byAccessState' | 'byClient' | 'byOs' | 'byEasVersion'> {
    return {
      mailboxes: this.state.mailboxes,
      statisticsRead: this.#statistics?.partnershipsRead ?? 0,
      statisticsSpared: this.#spared,
      statisticsLeft: this.#statistics?.partnershipsLeft ?? 0,
      changes: this.delivery.counts,
      scopeApplied: this.#plan.applied,
    };
  }
}

const PHASES: readonly Phase[] = ['mailboxes', 'partnerships', 'plan', 'deliver'];
