import type { WipeEffect } from './client-family';
import type { Erasure, PartnershipState, WipeOrder } from './partnership-state';

/** What a device's life depends on besides its state. Constant between two changes of the organization. */
export interface LifeFacts {
  /** FirstSyncTime as the seed has it. */
  readonly seedFirstSync: number;
  readonly periodMs: number;
  /** When the device fell silent; undefined if it synchronizes. */
  readonly silentSince: number | undefined;
  /** False for a blocked device: it gets nothing, not even a wipe. */
  readonly isServed: boolean;
  /** Whether the client carries out wipes at all. */
  readonly wipeSupported: boolean;
  /** What a plain wipe erases. */
  readonly wipeEffect: WipeEffect;
  /** Exchange Online never reports an acknowledgement. */
  readonly reportsAcknowledgement: boolean;
  /** How long a device takes to acknowledge. */
  readonly acknowledgesAfterMs: number;
  /** When and how an erased device comes back; undefined if it never does. */
  readonly comeback: (erasures: number) => Comeback | undefined;
}

/** How an erased device comes back. */
export interface Comeback {
  readonly afterMs: number;
  readonly withNewId: boolean;
}

/** What has happened until a point in time. */
export interface Lived {
  readonly state: PartnershipState;
  readonly erasures: readonly Erasure[];
  /** When the device came back under a new ID; undefined if it did not. The caller makes the new partnership. */
  readonly leftForNewIdAt: number | undefined;
}

/** The partnership's FirstSyncTime. */
export function firstSyncOf(state: PartnershipState, facts: Pick<LifeFacts, 'seedFirstSync'>): number {
  return state.firstSync ?? facts.seedFirstSync;
}

/** The last synchronization until `now`: a function of the clock, unless something was done to the device. */
export function lastSyncUntil(state: PartnershipState, facts: LifeFacts, now: number): number {
  if (!state.hasAccount) return state.lastSync ?? firstSyncOf(state, facts);
  const first = firstSyncOf(state, facts);
  const until = facts.silentSince === undefined ? now : Math.min(now, facts.silentSince);
  const regular = until < first ? first : first + Math.floor((until - first) / facts.periodMs) * facts.periodMs;
  return Math.max(regular, state.extraSync ?? 0);
}

/** The first synchronization after `time`; infinite if there is none. */
function nextSyncAfter(state: PartnershipState, facts: LifeFacts, time: number): number {
  if (!state.hasAccount) return Infinity;
  const first = firstSyncOf(state, facts);
  const next = time < first ? first : first + (Math.floor((time - first) / facts.periodMs) + 1) * facts.periodMs;
  return facts.silentSince !== undefined && next > facts.silentSince && next > first ? Infinity : next;
}

/** The order that stands; a wipe of the whole device goes before one of the account. */
export function standingOrder(state: PartnershipState): 'wholeDevice' | 'accountOnly' | undefined {
  if (state.wholeDevice !== null) return 'wholeDevice';
  return state.accountOnly === null ? undefined : 'accountOnly';
}

/** Whether time alone will change something: an order stands, or a device is on its way back. */
export function isPending(state: PartnershipState): boolean {
  return !state.present || !state.hasAccount
    ? state.hasAccount || state.returnsAt !== null
    : standingOrder(state) !== undefined;
}

/** Lets everything happen that has to happen until `now`. Pure; the order of events decides, not when it is called. */
export function live(before: PartnershipState, facts: LifeFacts, now: number): Lived {
  let state = before;
  const erasures: Erasure[] = [];
  for (;;) {
    const at = nextEvent(state, facts);
    if (at > now)
      return { state: { ...state, settledAt: Math.max(state.settledAt, now) }, erasures, leftForNewIdAt: undefined };
    if (!state.hasAccount) {
      if (state.returnsWithNewId) {
        return { state: { ...state, returnsAt: null, settledAt: now }, erasures, leftForNewIdAt: at };
      }
      state = comeBack(state, at);
    } else if (!state.present) {
      state = reappear(state, at);
    } else {
      const synced = receiveWipe(state, facts, at);
      state = synced.state;
      if (synced.erasure !== undefined) erasures.push(synced.erasure);
    }
  }
}

/** A synchronization out of turn. A device without an account sets it up first. */
export function syncNow(before: PartnershipState, facts: LifeFacts, now: number): Lived {
  const lived = live(before, facts, now);
  const { hasAccount } = lived.state;
  const state = hasAccount ? { ...lived.state, extraSync: now } : comeBack(lived.state, now);
  if (!state.present) return { ...lived, state: reappear(state, now) };
  if (standingOrder(state) === undefined || !facts.isServed) return { ...lived, state: { ...state, settledAt: now } };
  const synced = receiveWipe(state, facts, now);
  return { ...lived, state: synced.state, erasures: [...lived.erasures, ...(synced.erasure ? [synced.erasure] : [])] };
}

/** The user resets the phone and sets the account up again, under the same device ID: a first synchronization anew. */
export function resetNow(before: PartnershipState, facts: LifeFacts, now: number): Lived {
  const lived = live(before, facts, now);
  return syncNow({ ...lived.state, hasAccount: false, returnsAt: null }, facts, now);
}

function nextEvent(state: PartnershipState, facts: LifeFacts): number {
  if (!state.hasAccount) return state.returnsAt ?? Infinity;
  if (!state.present) return nextSyncAfter(state, facts, state.settledAt);
  const kind = standingOrder(state);
  if (kind === undefined || !facts.isServed) return Infinity;
  const order = state[kind];
  if (order === null) return Infinity;
  // A client that cannot wipe is told once; nothing more ever happens.
  if (!facts.wipeSupported && order.sentAt !== null) return Infinity;
  return nextSyncAfter(state, facts, Math.max(state.settledAt, order.requestedAt));
}

function comeBack(state: PartnershipState, at: number): PartnershipState {
  const back = {
    ...state,
    hasAccount: true,
    returnsAt: null,
    lastSync: null,
    extraSync: null,
    firstSync: at,
    settledAt: at - 1,
  };
  return state.present ? back : reappear(back, at);
}

/** A device that still has the account makes a new partnership: a new object, without the old one's orders. */
function reappear(state: PartnershipState, at: number): PartnershipState {
  return {
    ...state,
    generation: state.generation + 1,
    present: true,
    createdAt: at,
    firstSync: at,
    wholeDevice: null,
    accountOnly: null,
    settledAt: at,
  };
}

function receiveWipe(
  state: PartnershipState,
  facts: LifeFacts,
  at: number,
): { readonly state: PartnershipState; readonly erasure: Erasure | undefined } {
  const kind = standingOrder(state);
  if (kind === undefined) return { state: { ...state, settledAt: at }, erasure: undefined };
  const acknowledgedAt = facts.wipeSupported && facts.reportsAcknowledgement ? at + facts.acknowledgesAfterMs : null;
  const mark = (order: WipeOrder | null): WipeOrder | null => order && { ...order, sentAt: at, acknowledgedAt };
  const marked = { ...state, [kind]: mark(state[kind]), settledAt: at };
  if (!facts.wipeSupported) return { state: marked, erasure: undefined };
  const count = state.erasures + 1;
  const effect = kind === 'accountOnly' && facts.wipeEffect === 'wholeDevice' ? 'account' : facts.wipeEffect;
  const comeback = facts.comeback(count);
  return {
    state: {
      ...marked,
      hasAccount: false,
      lastSync: at,
      extraSync: null,
      erasures: count,
      returnsAt: comeback === undefined ? null : at + comeback.afterMs,
      returnsWithNewId: comeback?.withNewId ?? false,
    },
    erasure: { at, effect, generation: state.generation, firstSync: firstSyncOf(state, facts), count },
  };
}
