/**
 * The only file that can erase a device. What to do is decided in decide-wipe; here it is looked at, written to the
 * journal, sent, and looked at again.
 */
import { cancelWipe, removePartnership, setDeviceLists, wipeDevice } from '../../plugin/exchange/cmdlets';
import type { Command } from '../../plugin/exchange/command';
import type { ActionOutcome, Mailbox, Partnership, Problem, WipeEffect, WipePhase, WipeStatus } from '../../protocol';
import type { ActionRecord, WipeRecord } from './action-record';
import { decideWipe, type WipeDecision } from './decide-wipe';
import { afterRemoval, afterWipe, type ListChanges } from './device-lists';
import { observeMailboxOf, observePartnership } from './observe';
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

/** At most: issue it, see it; end its standing order, see that; and one to spare. */
const MAX_TURNS = 5;

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
  readonly #steps: string[] = [];

  constructor(
    private readonly context: SecurityContext,
    private readonly action: ActionWith<'wipe'>,
    private record: ActionRecord,
  ) {}

  /** Looks, decides, and does one step. Gives the outcome when there is nothing more to do in this run. */
  async turn(): Promise<ActionOutcome | undefined> {
    const { context, action } = this;
    const { exchange, settings, clock } = context;
    const partnership = (this.#partnership = await observePartnership(exchange, action.what.partnership.guid));
    this.#mailbox = partnership && (await observeMailboxOf(exchange, partnership, context.needsPlace));
    if (partnership) await this.#noteDevice(partnership);
    const refused = partnership && !this.record.wipe && refuseOutOfScope(context, action, this.#mailbox);
    if (refused) return refused;
    const { version } = exchange;
    const decision = decideWipe({
      action,
      record: this.record.wipe,
      partnership,
      version,
      now: clock(),
      safety: settings.safety,
    });
    if (this.record.wipe) await this.#write(noteTimes(this.record.wipe, partnership));
    if (decision.next === 'stop') return this.#stop(decision);
    if (!partnership) throw new Error(`a step of the wipe ${action.id} without a partnership`);
    if (decision.next === 'adopt') return this.#adopt(partnership);
    if (decision.next === 'issue') return this.#issue(partnership, decision);
    return this.#endStandingOrder(partnership, decision);
  }

  #stop(decision: Extract<WipeDecision, { next: 'stop' }>): ActionOutcome {
    return outcome(this.action, decision.state, decision.known, this.context.clock(), {
      problems: [...this.#problems, ...decision.problems],
      steps: this.#steps,
      wipe: this.#status(decision.phase, decision.known),
    });
  }

  async #adopt(partnership: Partnership): Promise<ActionOutcome | undefined> {
    const { context, action } = this;
    if (context.settings.safety.reportOnly) {
      const known = 'A wipe of this kind stands on the device already: it would be followed, and none sent.';
      return outcome(action, 'wouldBeDone', known, context.clock(), { wipe: this.#status('pending', known) });
    }
    context.log.info('a wipe of this kind stands already; it is followed, and none is sent', { action: action.id });
    await this.#write(adoptedWipeRecord(action.what, partnership, this.#mailbox, context.clock()));
    return undefined;
  }

  async #issue(
    partnership: Partnership,
    { effect, problems }: Extract<WipeDecision, { next: 'issue' }>,
  ): Promise<ActionOutcome | undefined> {
    const { context, action } = this;
    const { guid } = action.what.partnership;
    const step = `wipe ${ERASED[effect]} ${describe(partnership, this.#mailbox)}`;
    this.#problems = problems;
    const held = this.#hold([step], { isDestructive: true, needsApproval: false });
    if (held)
      return { ...held, problems: [...problems, ...held.problems], wipe: this.#status('requested', held.summary) };
    const now = context.clock();
    const before = this.record;
    // From here on the device may be erased, so it is on disk first. If it cannot be written, nothing is sent.
    this.record = { ...this.record, destructiveAt: now };
    await this.#write(newWipeRecord(action.what, partnership, this.#mailbox, now));
    context.log.warn(step, { action: action.id, partnership: guid, kind: action.what.wipeKind });
    const { notificationEmailAddresses, wipeKind } = action.what;
    const which = { identity: guid, accountOnly: wipeKind === 'accountOnly', notificationEmailAddresses };
    const isTaken = await this.#send(step, wipeDevice(context.exchange.version, which), before);
    if (isTaken) await this.#write({ ...this.#wipe(), takenAt: context.clock() });
    return undefined;
  }

  async #endStandingOrder(
    partnership: Partnership,
    { how, known, needsApproval }: Extract<WipeDecision, { next: 'end' }>,
  ): Promise<ActionOutcome | undefined> {
    const { context } = this;
    const { version } = context.exchange;
    const name = describe(partnership, this.#mailbox);
    const lists = this.#listChanges(partnership, how);
    const step = how === 'cancelWipe' ? `cancel the standing wipe of ${name}` : `remove the partnership ${name}`;
    const held = this.#hold([...(lists ? [lists.step] : []), step], { isDestructive: false, needsApproval });
    if (held) {
      const summary = `${known} ${held.summary}`;
      return { ...held, summary, wipe: this.#status(needsApproval ? 'sent' : 'acknowledged', known) };
    }
    if (lists && this.#mailbox) {
      await this.#send(lists.step, setDeviceLists({ identity: this.#mailbox.guid, ...lists }), this.record);
    }
    const before = this.record;
    await this.#write({ ...this.#wipe(), endingAt: context.clock() });
    const which = { identity: partnership.guid };
    const command = how === 'cancelWipe' ? cancelWipe(version, which) : removePartnership(version, which);
    await this.#send(step, command, before);
    return undefined;
  }

  /** What the end of a wipe changes in the mailbox's lists. */
  #listChanges(partnership: Partnership, how: 'removePartnership' | 'cancelWipe'): ListChanges | undefined {
    if (!this.#mailbox) return undefined;
    if (this.action.what.blockAfterwards) return afterWipe(this.#mailbox, partnership.deviceId);
    return how === 'removePartnership' ? afterRemoval(this.#mailbox, partnership.deviceId, false) : undefined;
  }

  #hold(
    steps: readonly string[],
    kind: { readonly isDestructive: boolean; readonly needsApproval: boolean },
  ): ActionOutcome | undefined {
    return this.context.brakes.hold({ action: this.action, steps, mailbox: this.#mailbox, ...kind });
  }

  /** A block of the device waits for this wipe, even while the wipe itself is held back. */
  async #noteDevice({ deviceId }: Partnership): Promise<void> {
    if (this.record.deviceId !== undefined || this.context.settings.safety.reportOnly) return;
    this.record = { ...this.record, deviceId };
    await this.context.journal.put(this.action.id, this.record);
  }

  async #send(step: string, command: Command, before: ActionRecord): Promise<boolean> {
    const isTaken = await send(this.context, command, async () => {
      this.record = before;
      await this.context.journal.put(this.action.id, before);
    });
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
