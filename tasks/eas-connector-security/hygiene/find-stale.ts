import type { DeviceStatistics, Finding, Timestamp } from '../../../protocol';
import { compareTimestamps } from '../../../protocol';
import type { SecurityContext } from '../security-context';
import { day, describeDevice, describeSuccession, finding } from './hygiene-findings';
import type { HygieneStore } from './hygiene-state';
import { readLastSyncs, type LastSyncs } from './read-last-syncs';
import type { Device, MailboxDevices } from './read-organization-devices';
import { isStale, lastSignOf, mayBeStale, type SeenSync } from './stale';
import { successionPairs, successions, type SuccessionPair } from './succession';

/** A partnership that nobody has synchronized for too long. */
export interface StaleDevice {
  readonly device: Device;
  readonly of: MailboxDevices;
  readonly statistics: DeviceStatistics | undefined;
  /** Milliseconds since 1970. */
  readonly lastSign: number;
}

/** What a look at the last synchronizations has given. */
export interface SyncFindings {
  /** The oldest first. */
  readonly stale: readonly StaleDevice[];
  readonly findings: readonly Finding[];
}

/** What is asked of the statistics of one mailbox. */
interface Question {
  readonly of: MailboxDevices;
  readonly mayBeStale: readonly Device[];
  readonly pairs: readonly SuccessionPair<Device>[];
}

/** Finds stale partnerships and successors of reset devices. Statistics are read of those mailboxes only that have a candidate. */
export async function findBySync(
  context: SecurityContext,
  store: HygieneStore,
  all: readonly MailboxDevices[],
): Promise<SyncFindings> {
  const { settings, clock } = context;
  const now = clock();
  const { staleAfterMs } = settings.hygiene;
  const questions = questionsOf(all, store, settings.hygiene, now);
  const syncs = await readLastSyncs(
    context,
    questions.map(({ of }) => of),
  );
  await remember(store, all, syncs);
  const stale = staleAfterMs === undefined ? [] : staleOf(questions, syncs, staleAfterMs, now);
  return {
    stale,
    findings: [...staleFinding(stale), ...successionFinding(questions, syncs), ...leftFinding(syncs.left)],
  };
}

/** Successors first, for they are few; then those who have been silent longest, as far as is known. */
function questionsOf(
  all: readonly MailboxDevices[],
  store: HygieneStore,
  { staleAfterMs, proposeSuccessors }: SecurityContext['settings']['hygiene'],
  now: number,
): readonly Question[] {
  const questions = all.flatMap((of): Question[] => {
    const candidates =
      staleAfterMs === undefined
        ? []
        : of.devices.filter(
            (device) => device.isInScope && mayBeStale(device, store.seen(device.guid), staleAfterMs, now),
          );
    const pairs = proposeSuccessors
      ? successionPairs(
          of.devices.filter(({ isInScope }) => isInScope),
          now,
        )
      : [];
    return candidates.length + pairs.length > 0 ? [{ of, mayBeStale: candidates, pairs }] : [];
  });
  const lastChange = ({ mayBeStale: devices }: Question): number =>
    Math.min(...devices.map(({ guid, whenChanged }) => store.seen(guid)?.lastSync ?? whenChanged?.seconds ?? 0));
  const keyed = questions.map((question) => ({
    question,
    first: question.pairs.length === 0,
    at: lastChange(question),
  }));
  keyed.sort((a, b) => Number(a.first) - Number(b.first) || (a.at === b.at ? 0 : a.at - b.at));
  return keyed.map(({ question }) => question);
}

function staleOf(
  questions: readonly Question[],
  { byGuid, readGuids }: LastSyncs,
  staleAfterMs: number,
  now: number,
): readonly StaleDevice[] {
  const stale = questions.flatMap(({ of, mayBeStale: candidates }) =>
    candidates.flatMap((device): StaleDevice[] => {
      const statistics = byGuid.get(device.guid);
      const lastSign = lastSignOf(device, statistics);
      if (!readGuids.has(of.mailbox.guid) || lastSign === undefined) return [];
      return isStale(device, statistics, staleAfterMs, now) ? [{ device, of, statistics, lastSign }] : [];
    }),
  );
  return [...stale].sort((a, b) => a.lastSign - b.lastSign);
}

function staleFinding(stale: readonly StaleDevice[]): readonly Finding[] {
  const summary = 'Partnerships that have not synchronized for as long as the settings call stale.';
  const examples = stale.map(
    ({ device, of, lastSign }) => `${describeDevice(device, of.mailbox)} (${device.guid}), last on ${day(lastSign)}`,
  );
  return finding('partnership.stale', 'warning', summary, examples);
}

function successionFinding(questions: readonly Question[], { byGuid }: LastSyncs): readonly Finding[] {
  const examples = questions.flatMap(({ of, pairs }) => {
    const lastHeard = new Map(
      pairs.flatMap(({ old }): [string, Timestamp][] => {
        const time = lastHeardOf(byGuid.get(old.guid));
        return time ? [[old.guid, time]] : [];
      }),
    );
    return successions(pairs, lastHeard).map((one) => describeSuccession(one, of.mailbox));
  });
  const summary = 'Devices that seem to have a new device ID after a reset: old -> new. Nothing was done.';
  return finding('device.succession', 'info', summary, examples);
}

function lastHeardOf(statistics: DeviceStatistics | undefined): Timestamp | undefined {
  const times = [statistics?.lastSuccessSync, statistics?.lastSyncAttemptTime].filter((time) => time !== undefined);
  return times.sort(compareTimestamps).at(-1);
}

function leftFinding(left: number): readonly Finding[] {
  if (left === 0) return [];
  const summary = `The last synchronizations of ${String(left)} mailboxes' devices were not read: one pass reads so many, and the next ones go on.`;
  return [{ code: 'hygiene.incomplete', severity: 'info', summary, count: left, examples: [] }];
}

async function remember(store: HygieneStore, all: readonly MailboxDevices[], { byGuid }: LastSyncs): Promise<void> {
  const seen = new Map<string, SeenSync>();
  const there = new Set<string>();
  for (const { guid, firstSyncTime } of all.flatMap(({ devices }) => devices)) {
    there.add(guid);
    const last = byGuid.get(guid)?.lastSuccessSync;
    if (last && firstSyncTime) seen.set(guid, { firstSync: firstSyncTime.seconds, lastSync: last.seconds });
  }
  await store.remember(seen, (guid) => there.has(guid));
}
