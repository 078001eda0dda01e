import type { ExchangeVersion } from '../../plugin/exchange/exchange-version';
import type {
  Action,
  ActionOf,
  ActionState,
  Partnership,
  Problem,
  SafetyLimits,
  Timestamp,
  WipeEffect,
  WipePhase,
} from '../../protocol';
import { compareTimestamps, formatTimestamp, problem, timestampToMs, warning } from '../../protocol';
import type { WipeRecord } from './action-record';
import { guardWipe } from './wipe-guard';
import { isUnfinished, sameTime, wipeStands, wipeTimes, wipeTimesSince, type WipeTimes } from './wipe-times';

/** A wipe's order, what the journal remembers of it, and what Exchange says now. */
export interface WipeView {
  readonly action: Action & { readonly what: ActionOf<'wipe'> };
  /** Undefined as long as nothing was sent. */
  readonly record: WipeRecord | undefined;
  /** Undefined if Exchange has no such partnership. */
  readonly partnership: Partnership | undefined;
  readonly version: ExchangeVersion;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly safety: Pick<SafetyLimits, 'silentAfterMs' | 'unacknowledgedWipeAfterMs' | 'blockWaitsForWipeMs'>;
  /** Another order for the same wipe of the same partnership that is under way. */
  readonly sibling?: string | undefined;
  /**
   * An order that ends or takes back another wipe of the partnership and is not over: it must not meet this one, and what
   * it ends must not be taken for this one.
   */
  readonly waitsFor?: string | undefined;
  /** For an account-only wipe: an order whose wipe of the whole device was acknowledged; it took the account with it. */
  readonly larger?: string | undefined;
  /** The order that took this one back. */
  readonly takenBackBy?: string | undefined;
  /** The order of the settings that takes this one back, whether or not it has been carried out already. */
  readonly taker?: { readonly id: string; readonly isOver: boolean } | undefined;
  /** True if the settings have the order no more: it is followed to its end, and nothing is sent anew. */
  readonly isWithdrawn?: boolean;
}

/** How a standing order is ended. */
export type HowToEnd = 'removePartnership' | 'cancelWipe';

/** What to do next with a wipe. */
export type WipeDecision =
  /** Nothing in this run. */
  | WipeStop
  /** Send the wipe. */
  | { readonly next: 'issue'; readonly effect: WipeEffect; readonly problems: readonly Problem[] }
  /** A wipe of this kind stands on the device already: follow it as if it were ours, and send nothing. */
  | { readonly next: 'adopt'; readonly effect: WipeEffect }
  /** Block the device, as the order asks. */
  | {
      readonly next: 'block';
      readonly known: string;
      /** What comes after the block in the same run, for the plan. */
      readonly then: HowToEnd | undefined;
    }
  /** End the standing order, so that Exchange does not wipe the device again when it comes back. */
  | {
      readonly next: 'end';
      readonly how: HowToEnd;
      readonly known: string;
      /** True if Exchange has shown no acknowledgement: somebody has to approve. */
      readonly needsApproval: boolean;
    };

/** The wipe rests until the next run, or for ever. */
export interface WipeStop {
  readonly next: 'stop';
  readonly state: ActionState;
  readonly phase: WipePhase;
  readonly known: string;
  readonly problems: readonly Problem[];
}

/** How long a change may stay out of sight before it is taken not to have arrived: replication lags. */
export const UNCONFIRMED_GRACE_MS = 15 * 60_000;

/** How long a wipe that Exchange has taken may stay out of sight before it is taken to be cancelled. */
const TAKEN_GRACE_MS = 24 * 60 * 60_000;

/** Decides the next step of a wipe. Pure: the same view gives the same decision. */
export function decideWipe(view: WipeView): WipeDecision {
  return view.record ? afterIssue(view, view.record) : beforeIssue(view);
}

/** True if a partnership is still the one that an order was given for. Compared by whole seconds. */
export function isSameIncarnation(partnership: Partnership, ordered: number): boolean {
  return partnership.firstSyncTime?.seconds === ordered;
}

function beforeIssue(view: WipeView): WipeDecision {
  const { action, partnership, version, now, sibling } = view;
  const { what } = action;
  if (!partnership) {
    return noPartnership(action.id);
  }
  if (!isSameIncarnation(partnership, what.partnership.firstSyncTime.seconds)) return superseded(view, partnership);
  if (action.expiresAt && timestampToMs(action.expiresAt) <= now) {
    const known = `The order expired at ${formatTimestamp(action.expiresAt)}. Nothing (more) is sent.`;
    return stop('expired', 'expired', known, [problem('action.expired', action.id, known)]);
  }
  const guard = guardWipe(partnership, what.wipeKind, version);
  if (!guard.isPossible) {
    const problems = [problem('wipe.kindUnsupported', action.id, guard.why, guard.advice)];
    return stop('refused', 'requested', `${guard.why} Nothing was sent.`, problems);
  }
  if (view.waitsFor !== undefined) {
    const known = `The wipe waits until the order ${view.waitsFor} has ended an earlier wipe of the device.`;
    return stop('waiting', 'requested', known, [warning('action.waiting', action.id, known)]);
  }
  if (wipeStands(partnership.statistics, what.wipeKind)) return { next: 'adopt', effect: guard.effect };
  if (sibling !== undefined) {
    const known = `The wipe ${sibling} of the same partnership was sent, and Exchange does not show it yet.`;
    return stop('waiting', 'requested', known, [warning('action.waiting', action.id, known)]);
  }
  return { next: 'issue', effect: guard.effect, problems: warnings(view, partnership, guard.effect) };
}

/** There is nothing to wipe. */
export function noPartnership(actionId: string): WipeStop {
  const known = 'The partnership does not exist (any more). Nothing was sent.';
  return stop('superseded', 'superseded', known, [problem('action.notFound', actionId, known)]);
}

/** The order was given for a device that has started anew since: it does not fit it any more. */
function superseded({ action }: WipeView, partnership: Partnership): WipeDecision {
  const ordered = formatTimestamp(action.what.partnership.firstSyncTime);
  const actual = partnership.firstSyncTime ? formatTimestamp(partnership.firstSyncTime) : 'not known';
  const known = `The order is for the partnership that first synchronized at ${ordered}; the present one's is ${actual}. Nothing was sent.`;
  const detail = 'The device has come back since. Order the wipe again if it is still wanted.';
  return stop('superseded', 'superseded', known, [problem('action.superseded', action.id, known, detail)]);
}

function warnings(view: WipeView, partnership: Partnership, effect: WipeEffect): Problem[] {
  const { action } = view;
  const found = mayNotArrive(view, partnership);
  if (effect === 'appData') {
    const summary = 'Outlook for iOS and Android erases only its own data, not the device.';
    const detail = "One partnership stands for all of the user's phones with Outlook: the wipe reaches each of them.";
    found.push(warning('wipe.appDataOnly', action.id, summary, detail));
  }
  const other = action.what.wipeKind === 'wholeDevice' ? 'accountOnly' : 'wholeDevice';
  if (isUnfinished(partnership.statistics, other)) {
    const what = other === 'wholeDevice' ? 'the whole device' : 'the account only';
    found.push(
      warning('wipe.otherOrder', action.id, `A wipe of ${what}, which this order did not set, stands as well.`),
    );
  }
  return found;
}

/** Why a wipe may never reach the device. */
function mayNotArrive({ action, now, safety }: WipeView, partnership: Partnership): Problem[] {
  const found: Problem[] = [];
  const { deviceAccessState: state, statistics } = partnership;
  if (state === 'Blocked' || state === 'Quarantined') {
    const summary = `The device is ${state.toLowerCase()}, so the wipe may not reach it.`;
    found.push(warning('wipe.mayNotArrive', action.id, summary, 'Allow the device for as long as the wipe takes.'));
  }
  const last = statistics?.lastSyncAttemptTime ?? statistics?.lastSuccessSync;
  if (last && now - timestampToMs(last) > safety.silentAfterMs) {
    const summary = `The device has been silent since ${formatTimestamp(last)}; the wipe waits until it comes back.`;
    found.push(warning('wipe.mayNotArrive', action.id, summary));
  }
  if (statistics?.isRemoteWipeSupported === false) {
    const summary = 'The device has told Exchange that it does not carry out wipes.';
    found.push(warning('wipe.mayNotArrive', action.id, summary, 'Block the device once it is known to be lost.'));
  }
  return found;
}

function afterIssue(view: WipeView, record: WipeRecord): WipeDecision {
  const { partnership } = view;
  if (!partnership) return gone(view, record);
  if (!partnership.statistics) return unreadable(view, record);
  const times = wipeTimesSince(partnership, record.kind);
  if (!isSameIncarnation(partnership, record.firstSyncSeconds)) return cameBack(view, record, partnership, times);
  const isSeen = times.requested !== undefined && !sameTime(times.requested, record.requestTimeBefore);
  const isCalledOff = record.requestTime !== undefined && (!isSeen || isReportedOk(partnership, record));
  if (isCalledOff) return calledOff(view, record);
  if (!isSeen) return unseen(view, record);
  return underWay(view, record, partnership, times);
}

/** The status, which once said that a wipe stands, says in so many words that none does. */
function isReportedOk({ statistics }: Partnership, { wasSeenStanding }: WipeRecord): boolean {
  return wasSeenStanding === true && /^DeviceOk$/i.test(statistics?.status ?? '');
}

/** Without statistics nothing is known of the wipe; nothing is concluded from that, and nothing is sent. */
function unreadable({ action }: WipeView, record: WipeRecord): WipeDecision {
  const known =
    'Exchange shows no statistics of the device, so nothing is known of its wipe. It is read again in the next run.';
  const isConfirmed = record.requestTime !== undefined;
  const problems = [warning('action.unconfirmed', action.id, known)];
  return stop(isConfirmed ? 'pending' : 'appliedUnconfirmed', isConfirmed ? 'pending' : 'issued', known, problems);
}

/** The wipe is done, or as good as that can be known, and its standing order is ended. */
function ended(view: WipeView, record: WipeRecord, what: string): WipeDecision {
  const known = record.ackTime
    ? `The device acknowledged the wipe at ${formatTimestamp(record.ackTime)}; ${what}.`
    : `${what.charAt(0).toUpperCase()}${what.slice(1)}. Exchange never said that the device was wiped.`;
  return blockFirst(view, record, known, undefined) ?? stop('succeeded', 'standingOrderEnded', known, []);
}

function gone(view: WipeView, record: WipeRecord): WipeDecision {
  if (record.ackTime || record.endingAt !== undefined) return ended(view, record, 'the partnership is removed');
  if (view.larger !== undefined) return takenAlong(view, view.larger);
  const known = 'The partnership is gone, and with it the wipe. Exchange never said that the device was wiped.';
  // There is nothing left for the block to wait for.
  if (needsBlock(view, record)) return { next: 'block', known, then: undefined };
  return stop('superseded', 'superseded', known, [warning('action.superseded', view.action.id, known)]);
}

function takenAlong({ action }: WipeView, larger: string): WipeDecision {
  const known = `The whole device was wiped by the order ${larger}, and the account with it.`;
  return stop('superseded', 'superseded', known, [warning('action.superseded', action.id, known)]);
}

/** The device is back with a new first synchronization: an old order must not reach it again. */
function cameBack(view: WipeView, record: WipeRecord, partnership: Partnership, times: WipeTimes): WipeDecision {
  const stillStands = isOurs(record, partnership, times) && !isReportedOk(partnership, record);
  const isKept = view.action.what.standingOrderEnd === 'keep' && view.takenBackBy === undefined;
  if (stillStands && !isKept) {
    if (isEnding(view, record)) return endUnseen(view);
    if (losesNewerWipe(record, partnership)) return leftToNewer(view);
    const known = 'The device has come back, and Exchange would wipe it again: the standing order is cancelled.';
    return { next: 'end', how: 'cancelWipe', known, needsApproval: false };
  }
  const first = blockFirst(view, record, 'The device has come back.', undefined);
  if (first) return first;
  if (stillStands) return keptOrder(view, 'The device has come back.', 'sent');
  if (record.ackTime || record.endingAt !== undefined) {
    const known = 'The device was wiped and has come back. It is not wiped again.';
    return stop('succeeded', 'standingOrderEnded', known, []);
  }
  const known = 'The device has come back with a new first synchronization. It is not wiped again by this order.';
  return stop('superseded', 'superseded', known, [warning('action.superseded', view.action.id, known)]);
}

/**
 * True if the request that stands on a device that came back is this order's: the very one that was seen, or, if none
 * was, one from before the device came back. A later one is somebody's new order for the device as it is now.
 */
function isOurs(record: WipeRecord, { firstSyncTime }: Partnership, { requested }: WipeTimes): boolean {
  if (!requested || sameTime(requested, record.requestTimeBefore)) return false;
  if (record.requestTime) return sameTime(requested, record.requestTime);
  return firstSyncTime !== undefined && compareTimestamps(requested, firstSyncTime) <= 0;
}

/** A request that was there is not any more: we have cancelled it to end the standing order, or somebody has. */
function calledOff(view: WipeView, record: WipeRecord): WipeDecision {
  if (record.endingAt !== undefined || record.ackTime) return ended(view, record, 'the standing order is ended');
  const { action, takenBackBy, larger } = view;
  if (larger !== undefined) return takenAlong(view, larger);
  const by = takenBackBy === undefined ? 'at Exchange' : `by the action ${takenBackBy}`;
  const known = `The wipe was cancelled ${by}. It is not ordered again.`;
  return stop('cancelled', 'cancelled', known, [warning('action.superseded', action.id, known)]);
}

/**
 * Exchange shows no request. If it had taken the command, it lags, or somebody has cancelled the wipe: it is not sent
 * again. If nobody knows whether the command arrived, what the device says decides, once it has had time to say it; an
 * order that was taken back or withdrawn meanwhile is not sent again either.
 */
function unseen(view: WipeView, record: WipeRecord): WipeDecision {
  const { action, now, takenBackBy, isWithdrawn } = view;
  const wasTaken = record.takenAt !== undefined;
  const grace = wasTaken && takenBackBy === undefined ? TAKEN_GRACE_MS : UNCONFIRMED_GRACE_MS;
  if (now - record.issuedAt < grace) {
    const known = 'The wipe was sent, and Exchange does not show it yet. It is read again in the next run.';
    return stop('appliedUnconfirmed', 'issued', known, [warning('action.unconfirmed', action.id, known)]);
  }
  if (wasTaken || takenBackBy !== undefined) return calledOff(view, record);
  if (isWithdrawn === true) {
    const known = 'Nobody knows whether the wipe was sent; Exchange shows none, and the order was withdrawn.';
    return stop('cancelled', 'cancelled', known, [warning('action.superseded', action.id, known)]);
  }
  return view.taker ? leftToTaker(view, view.taker) : beforeIssue(view);
}

/** It may have been sent all the same: the order that takes it back comes next, and cancels it unseen. */
function leftToTaker(
  { action }: WipeView,
  { id, isOver }: { readonly id: string; readonly isOver: boolean },
): WipeStop {
  const known = `Nobody knows whether the wipe was sent; Exchange shows none. The order ${id} takes it back, so it is not sent again.`;
  return isOver
    ? stop('cancelled', 'cancelled', known, [warning('action.superseded', action.id, known)])
    : stop('appliedUnconfirmed', 'issued', known, [warning('action.unconfirmed', action.id, known)]);
}

function underWay(view: WipeView, record: WipeRecord, partnership: Partnership, times: WipeTimes): WipeDecision {
  const { action, now, version, safety } = view;
  const end = action.what.standingOrderEnd;
  if (isEnding(view, record)) return endUnseen(view);
  if (times.acknowledged) {
    const known = `The device acknowledged the wipe at ${formatTimestamp(times.acknowledged)}.`;
    const first = blockFirst(view, record, known, end === 'keep' ? undefined : end);
    if (first) return first;
    if (end === 'keep') return keptOrder(view, known, 'acknowledged');
    if (losesLargerWipe(record, partnership)) return waitsForLarger(view, known, 'acknowledged');
    return { next: 'end', how: end, known, needsApproval: false };
  }
  const known = whatIsKnown(times, partnership, version);
  const phase = times.sent ? 'sent' : 'pending';
  if (view.taker?.isOver === false)
    return stop('pending', phase, `${known} The order ${view.taker.id} takes it back.`, []);
  const first = blockFirst(view, record, known, undefined);
  if (first) return first;
  if (now - record.issuedAt >= safety.unacknowledgedWipeAfterMs) {
    if (end === 'keep') return keptOrder(view, known, phase);
    if (losesLargerWipe(record, partnership)) return waitsForLarger(view, known, phase);
    return { next: 'end', how: end, known, needsApproval: true };
  }
  const problems = times.sent ? [] : mayNotArrive(view, partnership);
  return stop('pending', phase, known, problems);
}

/** The block that an order asks for: once the wipe is acknowledged, or its time is over; but once only. */
function blockFirst(
  view: WipeView,
  record: WipeRecord,
  known: string,
  then: HowToEnd | undefined,
): WipeDecision | undefined {
  const isDue = record.ackTime !== undefined || view.now - record.issuedAt >= view.safety.blockWaitsForWipeMs;
  return isDue && needsBlock(view, record) ? { next: 'block', known, then } : undefined;
}

const needsBlock = ({ action, takenBackBy, taker }: WipeView, { blockedAt }: WipeRecord): boolean =>
  action.what.blockAfterwards && takenBackBy === undefined && taker?.isOver !== false && blockedAt === undefined;

/** An order that asks for it leaves Exchange's standing order as it is: nothing more is to be done. */
function keptOrder({ action }: WipeView, known: string, phase: WipePhase): WipeDecision {
  const detail = 'The order asks to keep the standing order.';
  const stays = 'Exchange wipes the device again each time it comes back.';
  return stop('succeeded', phase, `${known} ${stays}`, [warning('wipe.standingOrder', action.id, stays, detail)]);
}

/** An account-only wipe must not take a larger wipe with it that has not been carried out. */
function losesLargerWipe({ kind }: WipeRecord, { statistics }: Partnership): boolean {
  return kind === 'accountOnly' && isUnfinished(statistics, 'wholeDevice');
}

/** The same for one that was ordered for the device as it is since it came back. */
function losesNewerWipe(record: WipeRecord, partnership: Partnership): boolean {
  const { requested } = wipeTimes(partnership.statistics, 'wholeDevice');
  const { firstSyncTime } = partnership;
  const isNewer = requested && firstSyncTime && compareTimestamps(requested, firstSyncTime) > 0;
  return isNewer === true && losesLargerWipe(record, partnership);
}

function leftToNewer({ action }: WipeView): WipeDecision {
  const known =
    'The device has come back, and a wipe of the whole device has been ordered since: to end this standing order would ' +
    'lose that one. Its end ends both.';
  return stop('superseded', 'superseded', known, [warning('wipe.otherOrder', action.id, known)]);
}

function waitsForLarger({ action }: WipeView, known: string, phase: WipePhase): WipeDecision {
  const stays = 'A wipe of the whole device is unfinished, and to end this standing order would lose it.';
  return stop('pending', phase, `${known} ${stays}`, [warning('wipe.otherOrder', action.id, stays)]);
}

/** True if the command that ends the standing order was sent a moment ago. */
function isEnding({ now }: WipeView, { endingAt }: WipeRecord): boolean {
  return endingAt !== undefined && Math.abs(now - endingAt) < UNCONFIRMED_GRACE_MS;
}

function endUnseen({ action }: WipeView): WipeDecision {
  const known = 'The command that ends the standing order was sent, and Exchange does not show it yet.';
  return stop('appliedUnconfirmed', 'acknowledged', known, [warning('action.unconfirmed', action.id, known)]);
}

/** Exchange Online leaves a wipe pending even when it was carried out, so only what is really known is said. */
function whatIsKnown(times: WipeTimes, { statistics }: Partnership, version: ExchangeVersion): string {
  const words = [`Requested at ${shown(times.requested)}`];
  words.push(times.sent ? `given to the device at ${shown(times.sent)}` : 'not yet given to the device');
  const last = statistics?.lastSyncAttemptTime;
  words.push(last ? `last synchronization attempt ${shown(last)}` : 'no synchronization attempt known');
  const online = version === 'Online' ? ' Exchange Online does not report whether a wipe was carried out.' : '';
  return `${words.join(', ')}.${online}`;
}

const shown = (time: Timestamp | undefined): string =>
  time ? formatTimestamp({ ...time, nanos: 0 }) : 'an unknown time';

/** A rest, for this run or for ever. */
export function stop(state: ActionState, phase: WipePhase, known: string, problems: readonly Problem[]): WipeStop {
  return { next: 'stop', state, phase, known, problems };
}
