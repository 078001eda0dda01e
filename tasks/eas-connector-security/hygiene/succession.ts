import type { Partnership, Timestamp } from '../../../protocol';
import { timestampToMs } from '../../../protocol';

const DAY_MS = 86_400_000;

/** A successor that came longer ago than this is not proposed any more. */
const PROPOSED_FOR_MS = 60 * DAY_MS;
/** How long a phone may lie in a drawer between its last synchronization and its reset's first. */
export const SILENT_AT_MOST_MS = 14 * DAY_MS;
/** Clocks and reports are not exact: the old one may have been heard so long after the new one came. */
const OVERLAP_MS = 3_600_000;

/** What a device is recognized by. */
export type Recognizable = Pick<
  Partnership,
  | 'guid'
  | 'firstSyncTime'
  | 'deviceId'
  | 'deviceType'
  | 'deviceModel'
  | 'deviceOs'
  | 'deviceUserAgent'
  | 'deviceImei'
  | 'deviceTelephoneNumber'
  | 'clientType'
>;

/** Two partnerships of one mailbox that may be the same device before and after a reset. */
export interface SuccessionPair<P extends Recognizable> {
  readonly old: P;
  readonly new: P;
  /** What is the same, in words. */
  readonly evidence: readonly string[];
}

/** A pair that time speaks for, too. */
export interface Succession<P extends Recognizable> extends SuccessionPair<P> {
  /** When the old one was last heard of. */
  readonly silentSince: Timestamp;
}

/**
 * Pairs of a mailbox's partnerships that look like one device: same type, model, operating system and client; nothing
 * that both state (IMEI, telephone number) differs; and at least one of IMEI, telephone number and user agent is the
 * same. Whether the old one fell silent when the new one came is not known yet: that needs its statistics.
 */
export function successionPairs<P extends Recognizable>(
  partnerships: readonly P[],
  now: number,
): readonly SuccessionPair<P>[] {
  const recent = partnerships.filter(
    ({ firstSyncTime }) => firstSyncTime && now - timestampToMs(firstSyncTime) < PROPOSED_FOR_MS,
  );
  return recent.flatMap((successor) =>
    partnerships.flatMap((old) => {
      const evidence = isOlder(old, successor) ? evidenceOf(old, successor) : [];
      return evidence.length > 0 ? [{ old, new: successor, evidence }] : [];
    }),
  );
}

function isOlder(a: Recognizable, b: Recognizable): boolean {
  return (
    a.firstSyncTime !== undefined && b.firstSyncTime !== undefined && a.firstSyncTime.seconds < b.firstSyncTime.seconds
  );
}

function evidenceOf(old: Recognizable, successor: Recognizable): readonly string[] {
  if (equal(old.deviceId, successor.deviceId) !== false) return [];
  const needed = [
    equal(old.deviceType, successor.deviceType),
    equal(old.deviceModel, successor.deviceModel),
    equal(osFamily(old.deviceOs), osFamily(successor.deviceOs)),
  ];
  if (!needed.every((isSame) => isSame === true) || equal(old.clientType, successor.clientType) === false) return [];
  const imei = equal(old.deviceImei, successor.deviceImei);
  const phone = equal(old.deviceTelephoneNumber, successor.deviceTelephoneNumber);
  if (imei === false || phone === false) return [];
  const strong = [
    ...(imei ? ['IMEI'] : []),
    ...(phone ? ['telephone number'] : []),
    ...(equal(old.deviceUserAgent, successor.deviceUserAgent) ? ['user agent'] : []),
  ];
  return strong.length === 0 ? [] : ['model', 'operating system', ...strong];
}

/** Whether two values are the same; undefined if one is not stated. */
function equal(a: string, b: string): boolean | undefined {
  return a === '' || b === '' ? undefined : a.trim().toLowerCase() === b.trim().toLowerCase();
}

/** The operating system without its version: "iOS 17.5.1 21F90" is iOS. */
export function osFamily(deviceOs: string): string {
  return (/^[^\d]*/.exec(deviceOs)?.[0] ?? '').trim().toLowerCase();
}

/**
 * The pairs in which the old one fell silent about when the new one first synchronized. A device has one successor and
 * one predecessor: of several, the one with the most evidence and then the least time between; a tie proposes none.
 * @param lastHeard the last synchronization, tried or successful, by GUID; pairs without it are left out
 */
export function successions<P extends Recognizable>(
  pairs: readonly SuccessionPair<P>[],
  lastHeard: ReadonlyMap<string, Timestamp>,
): readonly Succession<P>[] {
  const timely = pairs.flatMap((pair): Succession<P>[] => {
    const silentSince = lastHeard.get(pair.old.guid);
    return silentSince && isTimely(pair, silentSince) ? [{ ...pair, silentSince }] : [];
  });
  return timely.filter(
    (one) =>
      timely.every((other) => other === one || other.new.guid !== one.new.guid || isBetter(one, other)) &&
      timely.every((other) => other === one || other.old.guid !== one.old.guid || isBetter(one, other)),
  );
}

function isTimely({ new: successor }: SuccessionPair<Recognizable>, silentSince: Timestamp): boolean {
  const between = gapOf(successor, silentSince);
  return between >= -OVERLAP_MS && between <= SILENT_AT_MOST_MS;
}

function gapOf({ firstSyncTime }: Recognizable, silentSince: Timestamp): number {
  return firstSyncTime ? timestampToMs(firstSyncTime) - timestampToMs(silentSince) : Infinity;
}

function isBetter(one: Succession<Recognizable>, other: Succession<Recognizable>): boolean {
  const more = one.evidence.length - other.evidence.length;
  const gap = (pair: Succession<Recognizable>): number => Math.abs(gapOf(pair.new, pair.silentSince));
  return more > 0 || (more === 0 && gap(one) < gap(other));
}
