import {
  getDeviceAccessRules,
  getDeviceClasses,
  getMailboxPolicies,
  getOrganizationSettings,
} from '../../plugin/exchange/cmdlets';
import type { Exchange } from '../../plugin/exchange/exchange';
import {
  readDeviceAccessRule,
  readDeviceClass,
  readOrganizationSettings,
} from '../../plugin/exchange/read-organization';
import { readPolicy } from '../../plugin/exchange/read-policy';
import {
  encodeManageResult,
  timestampFromMs,
  type Completed,
  type ManageResult,
  type ManageSettings,
  type ManageSummary,
  type Partnership,
  type Problem,
  type ProblemCode,
  type RunOutcome,
} from '../../protocol';
import { concurrently } from '../run/concurrently';
import { problemOf, type ConnectedRun } from '../run/connected-run';
import { resolveScope } from '../run/resolve-scope';
import { ResultSender } from '../run/result-sender';
import { isLimited, partnershipInScope } from '../run/scope';
import { describeScope } from './describe-scope';
import { FindingsCollector, lastSeenConfiguration, rememberConfiguration } from './findings';
import { readMailboxes, type Mailboxes } from './read-mailboxes';
import { readPartnerships, type MailboxPartnerships } from './read-partnerships';
import { StatisticsReader } from './statistics-reader';
import { Tally } from './tally';

/** Mailboxes in one result. */
const MAILBOXES_PER_RESULT = 500;

/** How an inventory ends that did not come to its end by itself. */
const ENDS: ReadonlyMap<ProblemCode, RunOutcome> = new Map<ProblemCode, RunOutcome>([
  ['cancelled', 'cancelled'],
  ['run.timeout', 'partial'],
]);

/** EASConnectorManage: the whole inventory, joined to one record per partnership, as a stream of results. */
export async function manage(run: ConnectedRun<ManageSettings>): Promise<Completed> {
  const inventory = new Inventory(run);
  try {
    await inventory.send();
    return await inventory.end('succeeded', []);
  } catch (error) {
    const found = problemOf(error, run.signal);
    run.log.error(found.summary, { code: found.code, detail: found.detail });
    return inventory.end(ENDS.get(found.code) ?? 'failed', [found]);
  }
}

/** One inventory under way. */
class Inventory {
  readonly #results: ResultSender<ManageResult>;
  readonly #tally = new Tally();
  readonly #startedAt: number;
  #findings: FindingsCollector | undefined;
  #exchange: Exchange | undefined;
  #statistics: StatisticsReader | undefined;
  #mailboxes = 0;
  #isComplete = false;

  constructor(private readonly run: ConnectedRun<ManageSettings>) {
    this.#startedAt = run.clock();
    this.#results = new ResultSender(run.host, encodeManageResult, run.settings.limits.maxUnacknowledgedResults);
  }

  /** Reads and sends everything but the summary. */
  async send(): Promise<void> {
    const { settings, log } = this.run;
    const exchange = (this.#exchange = await this.run.connect());
    this.#findings = new FindingsCollector({
      version: exchange.version,
      nowMs: exchange.now(),
      thresholds: settings.inventory,
      lastSeen: lastSeenConfiguration(this.run.store),
    });
    await this.#sendOrganization(exchange);
    const scope = await resolveScope(exchange, settings.scope);
    this.#progress('mailboxes', 0, 0);
    const mailboxes = await readMailboxes(exchange, scope);
    const keepUnplaced = !isLimited(settings.scope);
    const groups = await readPartnerships(exchange, mailboxes, keepUnplaced, (done) => {
      this.#progress('partnerships', done, 0);
    });
    log.info('lists read', { mailboxes: mailboxes.inScope.length, withPartnerships: groups.length });
    await this.#sendMailboxes(mailboxes);
    await this.#sendPartnerships(exchange, groups);
    this.#isComplete = true;
  }

  async #sendOrganization(exchange: Exchange): Promise<void> {
    const { run } = this;
    this.#progress('organization settings', 0, 0);
    const settings = await exchange.one(getOrganizationSettings());
    const rules = (await exchange.all(getDeviceAccessRules())).map(readDeviceAccessRule);
    const classes = await exchange.all(getDeviceClasses());
    const policies = (await exchange.all(getMailboxPolicies(exchange.version))).map(readPolicy);
    const organizationSettings = settings && readOrganizationSettings(settings);
    this.#findings?.organization({ settings: organizationSettings, rules, policies });
    await this.#results.send({
      start: {
        runId: run.host.runId,
        connectionId: run.settings.connection.id,
        exchangeVersion: exchange.version,
        exchangeBuild: exchange.build,
        transport: exchange.transport,
        isFull: true,
        baseStateId: '',
        startedAt: timestampFromMs(this.#startedAt),
        isResumed: false,
        resumesRunId: '',
      },
      ...(organizationSettings ? { organizationSettings } : {}),
      deviceAccessRules: rules,
      deviceClasses: classes.map(readDeviceClass),
      policies,
    });
  }

  async #sendMailboxes({ inScope }: Mailboxes): Promise<void> {
    for (const mailbox of inScope) this.#findings?.addMailbox(mailbox);
    for (let i = 0; i < inScope.length; i += MAILBOXES_PER_RESULT) {
      await this.#results.send({ mailboxes: inScope.slice(i, i + MAILBOXES_PER_RESULT) });
    }
    this.#mailboxes = inScope.length;
  }

  async #sendPartnerships(exchange: Exchange, groups: readonly MailboxPartnerships[]): Promise<void> {
    const { settings, signal } = this.run;
    const statistics = (this.#statistics = new StatisticsReader(exchange));
    const total = groups.reduce((sum, { partnerships }) => sum + partnerships.length, 0);
    let batch: Partnership[] = [];
    let done = 0;
    await concurrently(groups, settings.limits.maxConcurrentCommands, async ({ mailbox, partnerships }) => {
      signal.throwIfAborted();
      const wanted = mailbox && !settings.inventory.skipStatistics;
      const joined = wanted ? await statistics.withStatistics(mailbox, partnerships) : partnerships;
      const kept = joined.filter((partnership) => partnershipInScope(partnership, settings.scope, exchange.now()));
      for (const partnership of kept) {
        this.#tally.add(partnership);
        this.#findings?.addPartnership(partnership);
      }
      batch.push(...kept);
      done += partnerships.length;
      this.#progress('statistics', done, total);
      if (batch.length < settings.limits.partnershipsPerResult) return;
      const full = batch;
      batch = [];
      await this.#results.send({ partnerships: full });
    });
    if (batch.length > 0) await this.#results.send({ partnerships: batch });
  }

  #progress(phase: string, done: number, total: number): void {
    this.run.host.progress({ phase, done, total });
  }

  /** Sends the summary and ends the run. */
  async end(outcome: RunOutcome, problems: readonly Problem[]): Promise<Completed> {
    const all = [...problems, ...(this.#statistics?.problems() ?? [])];
    const final = outcome === 'succeeded' && all.length > 0 ? 'partial' : outcome;
    try {
      const findings = this.#findings?.findings() ?? [];
      await this.#results.send({ findings, summary: this.#summary(final, all) });
      await this.#results.settled();
      await rememberConfiguration(this.run.store, this.#findings?.configuration);
    } catch (error) {
      // The host is told of an earlier failure rather than of this one, which follows from it.
      return { outcome: 'failed', problems: all.length > 0 ? all : [problemOf(error, this.run.signal)] };
    }
    return { outcome: final, problems: all };
  }

  #summary(outcome: RunOutcome, problems: readonly Problem[]): ManageSummary {
    const { run } = this;
    return {
      outcome,
      problems,
      isComplete: this.#isComplete,
      stateId: this.#isComplete ? run.host.runId : '',
      partnerships: this.#tally.partnerships,
      mailboxes: this.#mailboxes,
      statisticsRead: this.#statistics?.read ?? 0,
      statisticsSpared: 0,
      statisticsLeft: 0,
      changes: { added: this.#tally.partnerships, changed: 0, synced: 0, gone: 0, held: 0 },
      ...this.#tally.counts(),
      startedAt: timestampFromMs(this.#startedAt),
      endedAt: timestampFromMs(run.clock()),
      commands: this.#exchange?.commandCounts() ?? [],
      scopeApplied: describeScope(run.settings.scope),
    };
  }
}
