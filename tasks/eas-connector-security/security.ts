import type { Exchange } from '../../plugin/exchange/exchange';
import { DryStore } from '../../plugin/state/dry-store';
import {
  encodeSecurityResult,
  hasErrors,
  timestampFromMs,
  type AccessImpact,
  type Action,
  type ActionOutcome,
  type ActionState,
  type Completed,
  type DesiredAccess,
  type Problem,
  type PropertyDrift,
  type RunOutcome,
  type SecurityResult,
  type SecuritySettings,
  type SecuritySummary,
} from '../../protocol';
import { concurrently } from '../run/concurrently';
import { problemOf, type ConnectedRun } from '../run/connected-run';
import { membersNamedIn } from '../run/group-members';
import { resolveScope } from '../run/resolve-scope';
import { ResultSender } from '../run/result-sender';
import { isLimited } from '../run/scope';
import { accessLeft, keepAccess } from './access/keep-access';
import { newRecord } from './action-record';
import { Brakes } from './brakes';
import { carryOut, settleIn } from './carry-out';
import { tidyUp, type HygieneWork } from './hygiene/hygiene';
import { ActionJournal } from './journal';
import { chooseDomainController } from './observe';
import { Orders } from './orders';
import { leftToNextRun } from './retry';
import { schedule, type Phase } from './schedule';
import type { SecurityContext } from './security-context';
import { Turnstile } from './turnstile';

/** EASConnectorSecurity: every action of the settings gets an outcome, whatever happens to the others. */
export async function secure(run: ConnectedRun<SecuritySettings>): Promise<Completed> {
  const { store, settings, signal } = run;
  try {
    // A rehearsal goes the same way as the real thing, on a store that forgets.
    const journal = await ActionJournal.open(settings.safety.reportOnly ? new DryStore(store) : store);
    return await new Security(run, journal).run();
  } catch (error) {
    return { outcome: 'failed', problems: [problemOf(error, signal)] };
  }
}

/** So many outcomes that cost nothing to find out go into one result. */
const OUTCOMES_PER_RESULT = 100;

class Security {
  readonly #results: ResultSender<SecurityResult>;
  readonly #outcomes = new Map<string, ActionOutcome>();
  readonly #orders: Orders;
  readonly #startedAt: number;
  #exchange: Exchange | undefined;
  #made: Promise<SecurityContext> | undefined;

  constructor(
    private readonly connected: ConnectedRun<SecuritySettings>,
    private readonly journal: ActionJournal,
  ) {
    const { host, settings, clock } = connected;
    this.#startedAt = clock();
    this.#orders = new Orders(settings.actions);
    this.#results = new ResultSender(host, encodeSecurityResult, settings.limits.maxUnacknowledgedResults);
  }

  async run(): Promise<Completed> {
    const { signal, log, clock, settings } = this.connected;
    const problems: Problem[] = [];
    try {
      const open = await this.#settle();
      const vanished = this.#vanished();
      if (open.length > 0 || vanished.length > 0) {
        const phases = schedule(open);
        const context = await this.#context(phases);
        // Wipes that vanished from the settings go first.
        await this.#carryAll(context, [...schedule(vanished), ...phases]);
      }
      if (settings.desiredAccess) await this.#keepAccess(settings.desiredAccess);
      await tidyUp(this.#hygieneWork());
      if (!settings.safety.reportOnly) await this.journal.prune(clock(), (id) => this.#orders.has(id));
    } catch (error) {
      const found = problemOf(error, signal);
      log.error(found.summary, { code: found.code, detail: found.detail });
      problems.push(found);
      await this.#leaveTheRest(found);
      if (settings.desiredAccess) await this.#reportAccess(accessLeft(found, this.connected.clock()));
    }
    return this.#end(problems);
  }

  /** What is over, or waits for something that Exchange does not know, is reported without a connection. */
  async #settle(): Promise<readonly Action[]> {
    const { settings, clock, log, signal } = this.connected;
    const context = { journal: this.journal, orders: this.#orders, settings, clock, log };
    const open: Action[] = [];
    let settled: [Action, ActionOutcome][] = [];
    const report = async (): Promise<void> => {
      await this.#report(settled);
      settled = [];
    };
    for (const action of settings.actions) {
      signal.throwIfAborted();
      const outcome = await settleIn(context, action);
      if (outcome) settled.push([action, outcome]);
      else open.push(action);
      if (settled.length >= OUTCOMES_PER_RESULT) await report();
    }
    await report();
    return open;
  }

  /** Wipes under way whose order the settings have no more: they are followed to their end all the same. */
  #vanished(): readonly Action[] {
    return this.journal.wipesUnderWay().flatMap(({ action, ...record }) => {
      return action && !this.#orders.hasSame(record) ? [action] : [];
    });
  }

  /** One context a run, so that everything in it counts against the same limits. */
  #context(phases: readonly Phase[] = []): Promise<SecurityContext> {
    return (this.#made ??= this.#makeContext(phases));
  }

  async #makeContext(phases: readonly Phase[]): Promise<SecurityContext> {
    const { connected, journal } = this;
    const { settings, log, clock } = connected;
    const exchange = (this.#exchange = await connected.connect());
    const scope = await resolveScope(exchange, settings.scope);
    const members = await membersNamedIn('safety.protectedGroups', exchange, settings.safety.protectedGroups);
    const isScoped = isLimited(settings.scope);
    const order = new Turnstile(phases.flat(2).map(({ id }) => id));
    const guids = members.map(({ guid }) => guid);
    return {
      exchange,
      domainController: await chooseDomainController(exchange),
      journal,
      orders: this.#orders,
      settings,
      scope,
      isScoped,
      needsPlace: isScoped || settings.safety.protectedMailboxes.length > 0,
      brakes: new Brakes(settings, journal, clock, guids, order),
      turnstile: order,
      log,
      clock,
      checkLock: () => {
        journal.checkLock();
      },
      reportStatus: async (status) => {
        await this.#results.send({ deviceStatuses: [status] });
      },
    };
  }

  async #carryAll(context: SecurityContext, phases: readonly Phase[]): Promise<void> {
    const { maxConcurrentCommands } = context.settings.limits;
    for (const phase of phases) {
      await concurrently(phase, maxConcurrentCommands, async (sequence) => {
        try {
          for (const action of sequence) await this.#carryOne(context, action);
        } finally {
          // Nobody waits for those that a failing run never comes to.
          for (const { id } of sequence) context.turnstile.leave(id);
        }
      });
    }
  }

  async #keepAccess(desired: DesiredAccess): Promise<void> {
    const exchange = (this.#exchange ??= await this.connected.connect());
    const reportDrift = async (drift: readonly PropertyDrift[]): Promise<void> => {
      await this.#results.send({ drift });
    };
    const { outcome, impact } = await keepAccess({ ...this.connected, exchange, reportDrift }, desired);
    await this.#reportAccess(outcome, impact);
    this.connected.signal.throwIfAborted();
  }

  /** Reports the outcome of the desired access settings once. */
  async #reportAccess(outcome: ActionOutcome, accessImpact?: AccessImpact): Promise<void> {
    if (this.#outcomes.has(outcome.actionId)) return;
    this.#outcomes.set(outcome.actionId, outcome);
    this.connected.log.info(`access settings: ${outcome.summary}`, { state: outcome.state });
    await this.#results.send({ desiredAccess: outcome, ...(accessImpact ? { accessImpact } : {}) });
  }

  async #carryOne(context: SecurityContext, action: Action): Promise<void> {
    const { signal, host, settings } = this.connected;
    signal.throwIfAborted();
    try {
      const result = await carryOut(context, action, signal);
      // Under the id of a vanished order the settings may have another one: that is the one the host hears of.
      if (!this.#outcomes.has(action.id)) await this.#report([[action, result]]);
    } finally {
      context.turnstile.leave(action.id);
    }
    host.progress({ phase: 'actions', done: this.#outcomes.size, total: settings.actions.length });
  }

  #hygieneWork(): HygieneWork {
    const { connected, journal } = this;
    return {
      ...connected,
      journal,
      context: () => this.#context(),
      carry: async (context, action) => {
        const result = await carryOut(context, action, connected.signal);
        await this.#report([[action, result]]);
        return result;
      },
      report: (action, result) => this.#report([[action, result]]),
      findings: async (findings) => {
        if (findings.length > 0) await this.#results.send({ findings });
      },
    };
  }

  async #report(reported: readonly (readonly [Action, ActionOutcome])[]): Promise<void> {
    const { log } = this.connected;
    if (reported.length === 0) return;
    // A run that was replaced while it slept knows only what was.
    this.journal.checkLock();
    for (const [action, result] of reported) {
      this.#outcomes.set(action.id, result);
      const before = result.isFinal ? 'action' : 'action, not final';
      log.info(`${before}: ${result.summary}`, { action: action.id, kind: action.what.kind, state: result.state });
    }
    await this.#results.send({ outcomes: reported.map(([, result]) => result) });
  }

  /**
   * A run that ends early leaves every other action waiting, and says so. One that was replaced says nothing: the run
   * that has its place does.
   */
  async #leaveTheRest(why: Problem): Promise<void> {
    if (why.code === 'state.locked') return;
    const { settings, clock } = this.connected;
    const rest: [Action, ActionOutcome][] = [];
    for (const action of settings.actions) {
      if (this.#outcomes.has(action.id)) continue;
      const record = this.journal.get(action.id) ?? newRecord(action, clock());
      const last = record.outcome?.isFinal && this.#orders.hasSame(record) ? record.outcome : undefined;
      rest.push([action, last ?? leftToNextRun(action, record, why, clock())]);
    }
    await this.#report(rest);
  }

  async #end(problems: readonly Problem[]): Promise<Completed> {
    const outcome = this.#runOutcome(problems);
    const failed = [...this.#outcomes.values()]
      .filter(({ state }) => state === 'failed')
      .flatMap((one) => one.problems);
    const all = [...problems, ...failed.slice(0, 20)];
    await this.#results.send({ summary: this.#summary(outcome, all) });
    await this.#results.settled();
    return { outcome, problems: all };
  }

  #runOutcome(problems: readonly Problem[]): RunOutcome {
    if (problems.some(({ code }) => code === 'cancelled')) return 'cancelled';
    const states = [...this.#outcomes.values()];
    const troubled = states.some(
      ({ state, problems: own }) => state === 'failed' || (state === 'waiting' && hasErrors(own)),
    );
    if (problems.length > 0) return states.some(({ isFinal }) => isFinal) ? 'partial' : 'failed';
    return troubled ? 'partial' : 'succeeded';
  }

  #summary(outcome: RunOutcome, problems: readonly Problem[]): SecuritySummary {
    const { host, settings, clock } = this.connected;
    const counts = new Map<ActionState, number>();
    for (const { state } of this.#outcomes.values()) counts.set(state, (counts.get(state) ?? 0) + 1);
    return {
      outcome,
      problems,
      byState: [...counts].map(([name, count]) => ({ name, count })),
      changes: this.#exchange?.changes ?? 0,
      startedAt: timestampFromMs(this.#startedAt),
      endedAt: timestampFromMs(clock()),
      commands: this.#exchange?.commandCounts() ?? [],
      runId: host.runId,
      connectionId: settings.connection.id,
      exchangeVersion: this.#exchange?.version,
      transport: this.#exchange?.transport ?? '',
    };
  }
}
