import type { Action, ActionOutcome, DeviceStatistics, Finding } from '../../../protocol';
import { observePartnership } from '../observe';
import { mayStillCome } from '../journal';
import type { SecurityContext } from '../security-context';
import { hasUnfinishedWipe } from '../wipe-times';
import { describeDevice, finding } from './hygiene-findings';
import { removalsLeft, type Carried, type HygieneStore, type OpenRemoval, type RemovalRecord } from './hygiene-state';
import { isStale, stillTries } from './stale';
import type { StaleDevice } from './find-stale';
import { startAnew, type CarryAction, type Removals } from './start-removal';
import type { Device } from './read-organization-devices';

/** The removal of a stale partnership as an action of our own. Its id is the same in every run, so an approval of it holds. */
function removalOf({ guid, firstSyncTime }: Pick<Device, 'guid' | 'firstSyncTime'>): Action | undefined {
  if (!firstSyncTime) return undefined;
  return {
    id: `hygiene.stale.${guid}.${String(firstSyncTime.seconds)}`,
    orderedAt: undefined,
    expiresAt: undefined,
    orderedBy: 'hygiene',
    what: {
      kind: 'removePartnership',
      partnership: { guid, firstSyncTime },
      clearBlockedList: false,
      evenIfWipeUnfinished: false,
    },
  };
}

/**
 * Removes stale partnerships, the oldest first, as ordered removals are carried out and under the same brakes; what must
 * not or cannot be removed is told with the reason. The first that has to wait for an approval ends the work of this pass:
 * the others are looked at in the next one.
 */
export async function removeStale(
  context: SecurityContext,
  store: HygieneStore,
  stale: readonly StaleDevice[],
  carry: CarryAction,
): Promise<Removals> {
  const kept: string[] = [];
  const open: OpenRemoval[] = [];
  const carried: Carried[] = [];
  const removals = await store.removals(context.clock());
  for (const one of stale) {
    const { device, of } = one;
    const action = removalOf(device);
    const why = whyKept(context, one, removals) ?? (action ? undefined : 'its first synchronization is not known');
    if (why !== undefined || !action) {
      kept.push(`${describeDevice(device, of.mailbox)} (${device.guid}): ${why ?? ''}`);
      continue;
    }
    if (!(await startAnew(context, action))) {
      kept.push(`${describeDevice(device, of.mailbox)} (${device.guid}): it was removed, and Exchange still shows it`);
      continue;
    }
    const removal = { at: context.clock(), mailboxGuid: of.mailbox.guid };
    const outcome = await carryCounted(context, store, action, removal, carry);
    carried.push({ action, outcome });
    if (isCounted(context, action, outcome)) removals.set(action.id, removal);
    if (!outcome.isFinal) open.push({ action, mailboxGuid: of.mailbox.guid });
    if (outcome.state === 'awaitingApproval') break;
  }
  return { findings: keptFinding(kept), open, carried };
}

/**
 * Goes on with a removal of an earlier run. One that was not sent yet is sent only if the partnership is still as stale as
 * it was and nothing has come between. Undefined: it is not wanted any more.
 */
export async function resumeRemoval(
  context: SecurityContext,
  store: HygieneStore,
  { action, mailboxGuid }: OpenRemoval,
  carry: CarryAction,
): Promise<ActionOutcome | undefined> {
  const { settings, exchange, journal, clock, domainController } = context;
  const { staleAfterMs, maxRemovalsPerMonth } = settings.hygiene;
  if (action.what.kind !== 'removePartnership' || staleAfterMs === undefined) return undefined;
  if (journal.get(action.id)?.unconfirmedAt === undefined) {
    const removals = await store.removals(clock());
    if (removalsLeft(removals.values(), mailboxGuid, maxRemovalsPerMonth) === 0) return undefined;
    const { guid } = action.what.partnership;
    const partnership = await observePartnership(exchange, guid, domainController);
    const isOver = !partnership || !isStale(partnership, partnership.statistics, staleAfterMs, clock());
    if (isOver || whyNever(context, partnership, partnership.statistics) !== undefined) return undefined;
  }
  return carryCounted(context, store, action, { at: clock(), mailboxGuid }, carry);
}

/** Counted before it is sent, so that no crash makes room for more; taken back if nothing was sent. */
async function carryCounted(
  context: SecurityContext,
  store: HygieneStore,
  action: Action,
  removal: RemovalRecord,
  carry: CarryAction,
): Promise<ActionOutcome> {
  await store.count(action.id, removal);
  const outcome = await carry(action);
  if (!isCounted(context, action, outcome)) await store.uncount(action.id);
  return outcome;
}

function isCounted({ journal }: SecurityContext, { id }: Action, { state }: ActionOutcome): boolean {
  return journal.get(id)?.destructiveAt !== undefined || state === 'wouldBeDone';
}

/** Why a stale partnership is not removed now; undefined if nothing speaks against it. */
function whyKept(
  context: SecurityContext,
  { device, of, statistics }: StaleDevice,
  removals: ReadonlyMap<string, RemovalRecord>,
): string | undefined {
  const never = whyNever(context, device, statistics);
  if (never !== undefined) return never;
  const { brakes, settings } = context;
  if (brakes.refuseProtected({ id: device.guid }, of.mailbox)) return 'its mailbox is protected';
  if (removalsLeft(removals.values(), of.mailbox.guid, settings.hygiene.maxRemovalsPerMonth) === 0) {
    return 'the limit of removals in 30 days is reached';
  }
  return undefined;
}

/** Why a partnership must not be removed however stale it is. */
function whyNever(
  { settings, journal, orders, clock }: SecurityContext,
  device: Pick<Device, 'guid' | 'deviceId'>,
  statistics: DeviceStatistics | undefined,
): string | undefined {
  if (!statistics) return 'Exchange has no statistics of it, so nobody knows when it last synchronized';
  if (hasUnfinishedWipe(statistics)) return 'a wipe of it is unfinished';
  const { staleAfterMs } = settings.hygiene;
  if (staleAfterMs !== undefined && stillTries(statistics, staleAfterMs, clock())) {
    return 'it still tries to synchronize and would come back';
  }
  const isOpen = ({ id }: Action): boolean => journal.get(id)?.outcome?.isFinal !== true;
  const ordered = settings.actions.find((action) => concerns(action, device) && isOpen(action));
  if (ordered) return `the action ${ordered.id} on it is not over`;
  const wipe = [...journal.wipesOf(device.guid), ...journal.wipesOfDevice(device.deviceId)].find((one) =>
    mayStillCome(one, orders),
  );
  return wipe && `the wipe ${wipe.actionId} of it is not over`;
}

function concerns({ what }: Action, device: Pick<Device, 'guid' | 'deviceId'>): boolean {
  if ('partnership' in what) return what.partnership.guid === device.guid;
  return 'device' in what && what.device.deviceId.toLowerCase() === device.deviceId.toLowerCase();
}

function keptFinding(kept: readonly string[]): readonly Finding[] {
  const summary = 'Stale partnerships that were not removed, each with the reason.';
  return finding('partnership.staleKept', 'info', summary, kept);
}
