/**
 * The only file that can erase a device. What to do is decided in decide-wipe; here it is looked at, written to the
 * journal, sent, and looked at again.
 */
import { cancelWipe, removePartnership, setDeviceLists, wipeDevice } from '../../plugin/exchange/cmdlets';
import type { Command } from '../../plugin/exchange/command';
import { ExchangeError } from '../../plugin/exchange/exchange-error';
import type { ActionOutcome, Mailbox, Partnership, Problem, WipeEffect, WipePhase, WipeStatus } from '../../protocol';
import { warning } from '../../protocol';
import type { ActionRecord, WipeRecord } from './action-record';
import { FRESH_MS } from './brakes';
import {
  decideWipe,
  noPartnership,
  stop,
  UNCONFIRMED_GRACE_MS,
  type HowToEnd,
  type WipeDecision,
  type WipeStop,
} from './decide-wipe';
import { afterRemoval, toBlock, type ListChanges } from './device-lists';
import { isFor, isUnderWay } from './journal';
import { observeMailbox, observeMailboxOf, observePartnership, sameServer, type Through } from './observe';
import { outcome } from './outcome';
import { refuseOutOfScope, type ActionWith, type Carry, type SecurityContext } from './security-context';
import { describe, send } from './send';
import { adoptedWipeRecord, newWipeRecord, noteTimes, wipeStatus } from './wipe-record';

/** What is erased, in words. */
const ERASED: Readonly<Record<WipeEffect, string>> = {
  wholeDevice: 'the whole device',
  account: 'the Exchange account on',
  appData: "Outlook's data on",
};

/** At most: issue it, see it; block the device, see that; end the standing order, see that; and some to spare. */
const MAX_TURNS = 10;
/** So often what was read before a wipe is read again because it was old when the wipe could be sent. */
const MAX_LATE_LOOKS = 2;

/** Carries a wipe as far as it goes in this run. */
export const carryWipe: Carry<'wipe'> = async (context, action, record) => {
  const wipe = new WipeUnderWay(context, action, record);
  for (let turn = 0; turn < MAX_TURNS; turn += 1) {
    const done = await wipe.turn();
    if (done) return done;
  }
  throw new Error(`the wipe ${action.id} did not come to rest`);
};

class WipeUnderWay {
  #partnership: Partnership | undefined;
  #mailbox: Mailbox | undefined;
  #problems: readonly Problem[] = [];
  /** On-premises everything goes through one domain controller, so that what is read is what was written. */
  readonly #through: Through;
  readonly #steps: string[] = [];
  /** When the reading began that the next step is decided by. */
  #readAt = 0;
  /** How often a wipe was about to be sent, and what it was decided by was too old. */
  #lateLooks = 0;
  /** The step that has passed the brakes, and was counted. */
  #letGo: string | undefined;

  constructor(
    private readonly context: SecurityContext,
    private readonly action: ActionWith<'wipe'>,
    private record: ActionRecord,
  ) {
    this.#through = sameServer(context, record);
  }

  /** Looks, decides, and does one step. Gives the outcome when there is nothing more to do in this run. */
  async turn(): Promise<ActionOutcome | undefined> {
    const { context, action } = this;
    const guid = action.what.partnership.guid;
    this.#readAt = context.clock();
    const partnership = await observePartnership(context.exchange, guid, this.#through);
    this.#partnership = partnership;
    this.#mailbox = undefined;
    if (partnership) await this.#noteDevice(partnership);
    const refused = partnership && (await this.#refuse(partnership));
    if (refused) return refused;
    if (this.record.wipe) await this.#write(noteTimes(this.record.wipe, partnership));
    const decision = this.#decide(partnership);
    if (decision.next === 'stop') return this.#stop(decision);
    if (decision.next === 'block') return this.#block(partnership, decision);
    if (!partnership) throw new Error(`a step of the wipe ${action.id} without a partnership`);
    if (decision.next === 'adopt') return this.#adopt(partnership);
    if (decision.next === 'issue') return this.#issue(partnership, decision);
    return this.#endStandingOrder(partnership, decision);
  }

  #decide(partnership: Partnership | undefined): WipeDecision {
    const { context, action, record } = this;
    const { settings, orders, exchange, clock, journal } = context;
    const others = journal.wipesOf(action.what.partnership.guid);
    const taker = orders.takerOf(action)?.id;
    return decideWipe({
      action,
      record: record.wipe,
      partnership,
      version: exchange.version,
      now: clock(),
      safety: settings.safety,
      sibling: others.find((other) => this.#isSibling(other) && isUnderWay(other))?.actionId,
      larger: record.doneBy,
      waitsFor: this.#waitsFor(others),
      takenBackBy: record.takenBackBy,
      taker: taker === undefined ? undefined : { id: taker, isOver: journal.get(taker)?.outcome?.isFinal === true },
      isWithdrawn: !orders.hasSame(record),
    });
  }

  /** An order that is about to end, or to take back, a wipe of the partnership that is not this one. */
  #waitsFor(others: readonly ActionRecord[]): string | undefined {
    const { context, action } = this;
    const { seconds } = action.what.partnership.firstSyncTime;
    const ending = others.find(
      (other) => other.actionId !== action.id && isUnderWay(other) && (!isFor(other, seconds) || other.wipe?.endingAt),
    );
    const cancels = context.orders.cancelsBefore(action);
    return ending?.actionId ?? cancels.find(({ id }) => !context.journal.get(id)?.outcome?.isFinal)?.id;
  }

  /** Another order for the same kind of wipe of the same partnership. */
  #isSibling(other: ActionRecord): boolean {
    const { action } = this;
    const { partnership, wipeKind } = action.what;
    return (
      other.actionId !== action.id && other.wipe?.kind === wipeKind && isFor(other, partnership.firstSyncTime.seconds)
    );
  }

  /** The end of this standing order is the end of others that share it, and what is known of it counts for them. */
  async #tellOthers(endingAt: number): Promise<void> {
    const { journal } = this.context;
    const { guid, kind, ackTime, firstSyncSeconds } = this.#wipe();
    for (const other of journal.wipesOf(guid)) {
      const { wipe } = other;
      if (other.actionId === this.action.id || !wipe || other.outcome?.isFinal || !isFor(other, firstSyncSeconds))
        continue;
      if (wipe.kind === kind) {
        await journal.put(other.actionId, { ...other, wipe: { ...wipe, ...(ackTime ? { ackTime } : {}), endingAt } });
      } else if (kind === 'wholeDevice' && ackTime) {
        await journal.put(other.actionId, { ...other, doneBy: this.action.id });
      }
    }
  }

  /** Before anything is begun: the scope of the settings. */
  async #refuse(partnership: Partnership): Promise<ActionOutcome | undefined> {
    if (this.record.wipe || !this.context.isScoped) return undefined;
    return refuseOutOfScope(this.context, this.action, await this.#readMailbox(partnership));
  }

  #stop(decision: WipeStop): ActionOutcome {
    return outcome(this.action, decision.state, decision.known, this.context.clock(), {
      problems: [...this.#problems, ...decision.problems],
      steps: this.#steps,
      wipe: this.#status(decision.phase, decision.known),
    });
  }

  async #adopt(partnership: Partnership): Promise<ActionOutcome | undefined> {
    const { context, action } = this;
    const mailbox = await this.#readMailbox(partnership);
    const refused = context.brakes.refuseProtected(action, mailbox);
    if (refused) return refused;
    context.log.info('a wipe of this kind stands already; it is followed, and none is sent', { action: action.id });
    await this.#write(adoptedWipeRecord(action.what, partnership, mailbox, context.clock()));
    return undefined;
  }

  async #issue(
    partnership: Partnership,
    { effect, problems }: Extract<WipeDecision, { next: 'issue' }>,
  ): Promise<ActionOutcome | undefined> {
    const { context, action } = this;
    const { guid } = action.what.partnership;
    const mailbox = await this.#readMailbox(partnership);
    const step = `wipe ${ERASED[effect]} ${describe(partnership, mailbox)}`;
    this.#problems = problems;
    if ((await context.brakes.turnComesLate(action.id, this.#readAt)) && this.#mayLookAgain()) return undefined;
    const change = { action, steps: [step], mailbox, isDestructive: true, needsApproval: false };
    const held = this.#letGo === step ? undefined : context.brakes.hold(change);
    this.#letGo = step;
    if (held)
      return { ...held, problems: [...problems, ...held.problems], wipe: this.#status('requested', held.summary) };
    const now = context.clock();
    const before = this.record;
    // From here on the device may be erased, so it is on disk first. If it cannot be written, nothing is sent.
    this.record = { ...this.record, destructiveAt: now, ...(this.#through ? { domainController: this.#through } : {}) };
    await this.#write(newWipeRecord(action.what, partnership, mailbox, now));
    context.log.warn(step, { action: action.id, partnership: guid, kind: action.what.wipeKind });
    const { notificationEmailAddresses, wipeKind } = action.what;
    const accountOnly = wipeKind === 'accountOnly';
    const which = { identity: guid, accountOnly, notificationEmailAddresses, domainController: this.#through };
    const command = wipeDevice(context.exchange.version, which);
    const isTaken = await this.#send(step, command, before, { maxWaitMs: FRESH_MS }).catch(ifNotSent);
    if (isTaken === 'gone') return this.#stop(noPartnership(action.id));
    if (isTaken instanceof ExchangeError) {
      if (this.#mayLookAgain()) return undefined;
      throw isTaken;
    }
    if (isTaken) await this.#write({ ...this.#wipe(), takenAt: context.clock() });
    return undefined;
  }

  /** A phone that has come back while the wipe waited must not get it; but where everything takes long, it has to do. */
  #mayLookAgain(): boolean {
    this.#lateLooks += 1;
    return this.#lateLooks <= MAX_LATE_LOOKS;
  }

  /** Blocks the device for its mailbox. The partnership may be gone by now, so the journal says which they are. */
  async #block(
    partnership: Partnership | undefined,
    { known, then }: Extract<WipeDecision, { next: 'block' }>,
  ): Promise<ActionOutcome | undefined> {
    const { context, action } = this;
    const { deviceId, mailboxGuid, blockingAt } = this.#wipe();
    const now = context.clock();
    const mailbox = await this.#readMailbox(partnership, mailboxGuid);
    const lists = mailbox && toBlock(mailbox, deviceId);
    if (!mailbox || !lists) {
      if (!mailbox) context.log.warn('there is no mailbox to block the device for', { action: action.id });
      await this.#write({ ...this.#wipe(), blockedAt: now });
      return undefined;
    }
    if (blockingAt !== undefined && Math.abs(now - blockingAt) < UNCONFIRMED_GRACE_MS)
      return this.#stop(this.#unseenBlock(known));
    const name = partnership ? describe(partnership, mailbox) : deviceId;
    const steps = [lists.step, ...(then ? [endStep(then, name)] : [])];
    const held = context.brakes.hold({ action, steps, mailbox, isDestructive: false, needsApproval: false });
    if (held) return { ...held, wipe: this.#status('acknowledged', known) };
    const before = this.record;
    await this.#write({ ...this.#wipe(), blockingAt: now });
    const isTaken = await this.#sendLists(mailbox, lists, before);
    // What Exchange has taken is so, though it may not show it yet.
    if (isTaken) await this.#write({ ...this.#wipe(), blockedAt: now });
    return undefined;
  }

  #unseenBlock(known: string): WipeStop {
    const summary = `${known} The block of the device was sent, and Exchange does not show it yet.`;
    return stop('appliedUnconfirmed', 'acknowledged', summary, [
      warning('action.unconfirmed', this.action.id, summary),
    ]);
  }

  async #endStandingOrder(
    partnership: Partnership,
    { how, known, needsApproval }: Extract<WipeDecision, { next: 'end' }>,
  ): Promise<ActionOutcome | undefined> {
    const { context, action } = this;
    const { version } = context.exchange;
    const mailbox = await this.#readMailbox(partnership);
    const step = endStep(how, describe(partnership, mailbox));
    const lists = mailbox && how === 'removePartnership' && afterRemoval(mailbox, partnership.deviceId, false);
    const steps = [...(lists ? [lists.step] : []), step];
    const held = context.brakes.hold({ action, steps, mailbox, isDestructive: false, needsApproval });
    if (held) {
      const summary = `${known} ${held.summary}`;
      return { ...held, summary, wipe: this.#status(needsApproval ? 'sent' : 'acknowledged', known) };
    }
    if (lists && !(await this.#sendLists(mailbox, lists, this.record))) {
      const why = `${known} Exchange did not answer whether the device's list entry is gone; the rest follows in the next run.`;
      return this.#stop(
        stop('appliedUnconfirmed', 'acknowledged', why, [warning('action.unconfirmed', action.id, why)]),
      );
    }
    const endingAt = context.clock();
    await this.#tellOthers(endingAt);
    const before = this.record;
    await this.#write({ ...this.#wipe(), endingAt });
    const which = { identity: partnership.guid, domainController: this.#through };
    const command = how === 'cancelWipe' ? cancelWipe(version, which) : removePartnership(version, which);
    await this.#send(step, command, before);
    return undefined;
  }

  #sendLists(mailbox: Mailbox, { step, ...lists }: ListChanges, before: ActionRecord): Promise<boolean> {
    const which = { identity: mailbox.guid, domainController: this.#through };
    return this.#send(step, setDeviceLists({ ...which, ...lists }), before);
  }

  /** The mailbox of the partnership, or, without one, the one that the journal knows. Read once a turn. */
  async #readMailbox(partnership: Partnership | undefined, guid = ''): Promise<Mailbox | undefined> {
    const { exchange, needsPlace } = this.context;
    if (partnership) this.#mailbox ??= await observeMailboxOf(exchange, partnership, needsPlace, this.#through);
    else if (guid !== '') this.#mailbox ??= await observeMailbox(exchange, guid, needsPlace, this.#through);
    return this.#mailbox;
  }

  /** A block of the device waits for this wipe, even while the wipe itself is held back. */
  async #noteDevice({ deviceId }: Partnership): Promise<void> {
    if (this.record.deviceId !== undefined) return;
    this.record = { ...this.record, deviceId };
    await this.context.journal.put(this.action.id, this.record);
  }

  async #send(step: string, command: Command, before: ActionRecord, how?: { maxWaitMs: number }): Promise<boolean> {
    const takeBack = async (): Promise<void> => {
      this.record = before;
      await this.context.journal.put(this.action.id, before);
    };
    const isTaken = await send(this.context, command, takeBack, how);
    this.#steps.push(step);
    return isTaken;
  }

  async #write(wipe: WipeRecord): Promise<void> {
    if (wipe === this.record.wipe) return;
    this.record = { ...this.record, wipe };
    await this.context.journal.put(this.action.id, this.record);
  }

  #wipe(): WipeRecord {
    if (!this.record.wipe) throw new Error(`the wipe ${this.action.id} has no record`);
    return this.record.wipe;
  }

  #status(phase: WipePhase, known: string): WipeStatus {
    const { context, action, record } = this;
    const at = { phase, known, now: context.clock() };
    return wipeStatus(action.what, record.wipe, this.#partnership, context.exchange.version, at);
  }
}

/** Somebody has removed the partnership since it was read; or Exchange wants the command to wait for too long. */
function ifNotSent(error: unknown): 'gone' | ExchangeError {
  if (error instanceof ExchangeError && error.code === 'object.notFound') return 'gone';
  if (error instanceof ExchangeError && error.code === 'throttled') return error;
  throw error;
}

function endStep(how: HowToEnd, name: string): string {
  return how === 'cancelWipe' ? `cancel the standing wipe of ${name}` : `remove the partnership ${name}`;
}
