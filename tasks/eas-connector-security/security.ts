import type { Exchange } from '../../plugin/exchange/exchange';
import {
  encodeSecurityResult,
  hasErrors,
  timestampFromMs,
  type Action,
  type ActionOutcome,
  type ActionState,
  type Completed,
  type Problem,
  type RunOutcome,
  type SecurityResult,
  type SecuritySettings,
  type SecuritySummary,
} from '../../protocol';
import { concurrently } from '../run/concurrently';
import { problemOf, type ConnectedRun } from '../run/connected-run';
import { groupMembers } from '../run/group-members';
import { resolveScope } from '../run/resolve-scope';
import { ResultSender } from '../run/result-sender';
import { isLimited } from '../run/scope';
import { newRecord, type ActionRecord } from './action-record';
import { Brakes } from './brakes';
import { carryOut } from './carry-out';
import { afterFault } from './retry';
import type { SecurityContext } from './security-context';

/** EASConnectorSecurity: every action of the settings gets an outcome, whatever happens to the others. */
export async function secure(run: ConnectedRun<SecuritySettings>): Promise<Completed> {
  const security = new Security(run);
  try {
    return await security.run();
  } catch (error) {
    return { outcome: 'failed', problems: [problemOf(error, run.signal)] };
  }
}

class Security {
  readonly #results: ResultSender<SecurityResult>;
  readonly #outcomes = new Map<string, ActionOutcome>();
  readonly #startedAt: number;
  #exchange: Exchange | undefined;

  constructor(private readonly connected: ConnectedRun<SecuritySettings>) {
    const { host, settings, clock } = connected;
    this.#startedAt = clock();
    this.#results = new ResultSender(host, encodeSecurityResult, settings.limits.maxUnacknowledgedResults);
  }

  async run(): Promise<Completed> {
    const { settings, signal, log } = this.connected;
    const problems: Problem[] = [];
    try {
      if (settings.actions.length > 0) await this.#carryAll(await this.#context());
    } catch (error) {
      const found = problemOf(error, signal);
      log.error(found.summary, { code: found.code, detail: found.detail });
      problems.push(found);
      await this.#leaveTheRest(found);
    }
    return this.#end(problems);
  }

  async #context(): Promise<SecurityContext> {
    const { connected } = this;
    const { settings, store, log, clock } = connected;
    const exchange = (this.#exchange = await connected.connect());
    const scope = await resolveScope(exchange, settings.scope);
    const journal = store.collection<ActionRecord>('journal');
    const members = await groupMembers(exchange, settings.safety.protectedGroups);
    const isScoped = isLimited(settings.scope);
    return {
      exchange,
      journal,
      settings,
      scope,
      isScoped,
      needsPlace: isScoped || settings.safety.protectedMailboxes.length > 0,
      brakes: new Brakes(
        settings,
        journal,
        clock,
        members.map(({ guid }) => guid),
      ),
      log,
      clock,
      reportStatus: async (status) => {
        await this.#results.send({ deviceStatuses: [status] });
      },
    };
  }

  /** Wipes and what takes them back go first: a block must see the wipe that it has to wait for. */
  async #carryAll(context: SecurityContext): Promise<void> {
    const isWipe = ({ what }: Action): boolean => what.kind === 'wipe' || what.kind === 'cancelWipe';
    const { actions, limits } = context.settings;
    for (const phase of [actions.filter(isWipe), actions.filter((action) => !isWipe(action))]) {
      await concurrently(byTarget(phase), limits.maxConcurrentCommands, async (sameTarget) => {
        for (const action of sameTarget) await this.#carryOne(context, action);
      });
    }
  }

  async #carryOne(context: SecurityContext, action: Action): Promise<void> {
    const { signal, host, settings } = this.connected;
    signal.throwIfAborted();
    const result = await carryOut(context, action, signal);
    await this.#report(action, result);
    host.progress({ phase: 'actions', done: this.#outcomes.size, total: settings.actions.length });
  }

  async #report(action: Action, result: ActionOutcome): Promise<void> {
    const { log } = this.connected;
    this.#outcomes.set(action.id, result);
    const before = result.isFinal ? 'action' : 'action, not final';
    log.info(`${before}: ${result.summary}`, { action: action.id, kind: action.what.kind, state: result.state });
    await this.#results.send({ outcomes: [result] });
  }

  /** A run that ends early leaves every other action waiting, and says so. */
  async #leaveTheRest(why: Problem): Promise<void> {
    const { settings, store, clock } = this.connected;
    const journal = store.collection<ActionRecord>('journal');
    for (const action of settings.actions) {
      if (this.#outcomes.has(action.id)) continue;
      const record = journal.get(action.id) ?? newRecord(action, clock());
      const last = record.outcome?.isFinal ? record.outcome : undefined;
      await this.#report(action, last ?? afterFault(action, record, why, Infinity, clock()));
    }
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

/** Actions on the same partnership or mailbox follow one another in the order of the settings; others need not wait. */
function byTarget(actions: readonly Action[]): Action[][] {
  const groups = new Map<string, Action[]>();
  for (const action of actions) {
    const target = targetOf(action).toLowerCase();
    const group = groups.get(target) ?? [];
    group.push(action);
    groups.set(target, group);
  }
  return [...groups.values()];
}

function targetOf({ id, what }: Action): string {
  if ('partnership' in what) return what.partnership.guid;
  return 'device' in what ? what.device.mailbox : id;
}
