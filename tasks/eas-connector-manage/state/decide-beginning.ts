import type { InventorySettings } from '../../../protocol';
import type { CurrentInventory, Meta } from './meta';

/** An inventory of which something was delivered is gone on with for so long; later its lists are too old. */
const RESUMABLE_FOR_MS = 24 * 3600_000;
/** So long for one of which only lists were read: those that are there are not read again. */
const LISTS_GOOD_FOR_MS = 3600_000;

/** Clocks that tell when the machine was started are not exact. */
const BOOT_TOLERANCE_MS = 120_000;

/** What an inventory begins with. */
export interface Circumstances {
  readonly settings: Pick<InventorySettings, 'fullEveryRuns' | 'fullRequested' | 'hostStateId' | 'hostStored'>;
  readonly fingerprint: string;
  readonly nowMs: number;
  readonly bootedAtMs: number;
  /** The sequence of the last result that the host has acknowledged of the current inventory's last run. */
  readonly acknowledged: number;
}

/** How an inventory begins, and why. */
export type Beginning =
  /** @param runId the run whose results the host has */
  | { readonly kind: 'resume'; readonly current: CurrentInventory; readonly runId: string }
  | { readonly kind: 'delta'; readonly baseStateId: string }
  | { readonly kind: 'full'; readonly why: string };

/** Decides how an inventory begins. Pure. */
export function decideBeginning(meta: Meta, circumstances: Circumstances): Beginning {
  const { settings, fingerprint } = circumstances;
  if (settings.fullRequested) return { kind: 'full', why: 'the host asks for it' };
  const { current } = meta;
  if (current && isResumable(current, circumstances)) {
    return { kind: 'resume', current, runId: settings.hostStored?.runId ?? current.runId };
  }
  if (meta.stateId === '') return { kind: 'full', why: 'there is no earlier inventory to compare with' };
  if (settings.hostStateId === '') return { kind: 'full', why: 'the host says that it holds none' };
  if (settings.hostStateId !== meta.stateId) {
    return { kind: 'full', why: 'the host holds another state than the connector knows' };
  }
  if (meta.fingerprint !== fingerprint) return { kind: 'full', why: 'scope, target or version have changed' };
  if (meta.deltas + 1 >= settings.fullEveryRuns)
    return { kind: 'full', why: `every ${String(settings.fullEveryRuns)} runs` };
  return { kind: 'delta', baseStateId: meta.stateId };
}

function isResumable(current: CurrentInventory, circumstances: Circumstances): boolean {
  const { settings, fingerprint, nowMs, bootedAtMs, acknowledged } = circumstances;
  const { hostStored, hostStateId } = settings;
  const age = nowMs - current.begunAt;
  const areListsRead = current.phase === 'plan' || current.phase === 'deliver';
  if (age < 0 || age > (areListsRead ? RESUMABLE_FOR_MS : LISTS_GOOD_FOR_MS)) return false;
  if (current.fingerprint !== fingerprint) return false;
  if (Math.abs(current.bootedAt - bootedAtMs) > BOOT_TOLERANCE_MS) return false;
  if (hostStateId !== current.hostStateId) return false;
  if (!hostStored) return current.runId !== '';
  if (hostStored.runId === '') return false;
  // A host that says what it has stored must have all that it has acknowledged.
  if (hostStored.runId === current.runId) return hostStored.sequence >= acknowledged;
  return hostStored.runId === current.startingRunId;
}
