import type { TaskLog } from '../../../plugin/logs/task-log';
import type { Store } from '../../../plugin/state/store';
import { timestampToMs, type Action, type ActionOutcome, type Finding, type SecuritySettings } from '../../../protocol';
import type { ActionJournal } from '../journal';
import { isWithinWindows } from '../brakes';
import type { SecurityContext } from '../security-context';
import { findBySync } from './find-stale';
import { HygieneStore, hygieneFingerprint, whyNoPass, type OpenRemoval, type PassRecord } from './hygiene-state';
import { readOrganizationDevices } from './read-organization-devices';
import { deadIdFindings, findDeadIds, removeDeadIds } from './remove-dead-ids';
import { removeStale, resumeRemoval } from './remove-stale';
import type { Removals } from './start-removal';

/** What hygiene works with. */
export interface HygieneWork {
  readonly settings: SecuritySettings;
  readonly store: Pick<Store, 'collection' | 'write'>;
  readonly journal: ActionJournal;
  readonly log: TaskLog;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Opens the session. Called only if there is something to do. */
  readonly context: () => Promise<SecurityContext>;
  /** Carries an action out as an ordered one, and reports its outcome. */
  readonly carry: (context: SecurityContext, action: Action) => Promise<ActionOutcome>;
  /** Reports outcomes that were found out before. */
  readonly report: (action: Action, outcome: ActionOutcome) => Promise<void>;
  readonly findings: (findings: readonly Finding[]) => Promise<void>;
}

/**
 * Upkeep of the allowed and blocked lists and of stale partnerships: reports, and removes what the settings order to be
 * removed. It reads whole lists, so it looks through the organization at most once a day; the runs between only go on
 * with removals that are begun, and cost nothing if there are none.
 */
export async function tidyUp(work: HygieneWork): Promise<void> {
  const { settings, log, clock } = work;
  if (!isOrdered(settings)) return;
  const { reportOnly } = settings.safety;
  const store = new HygieneStore(work.store, reportOnly);
  const fingerprint = hygieneFingerprint(settings);
  const why = whyNoPass(store.pass, fingerprint, clock());
  if (why !== undefined) {
    log.debug('no hygiene in this run', { why });
    await work.findings([{ code: 'hygiene.notDue', severity: 'info', summary: why, count: 0, examples: [] }]);
    await resume(work, store);
    return;
  }
  const told = reportOnly ? store.reported : undefined;
  if (told?.told && whyNoPass(told, fingerprint, clock()) !== undefined) {
    await tellAgain(work, told);
    return;
  }
  await pass(work, store, fingerprint);
}

/** True if the settings ask for any hygiene. */
function isOrdered({ hygiene }: Pick<SecuritySettings, 'hygiene'>): boolean {
  const { reportDeadIds, removeDeadAllowedIds, staleAfterMs, proposeSuccessors } = hygiene;
  return reportDeadIds || removeDeadAllowedIds || staleAfterMs !== undefined || proposeSuccessors;
}

/** Looks through the whole organization. */
async function pass(work: HygieneWork, store: HygieneStore, fingerprint: string): Promise<void> {
  const { settings, clock, log } = work;
  const { hygiene, safety } = settings;
  const context = await work.context();
  const begun: PassRecord = { version: 1, fingerprint, begunAt: clock(), open: store.pass?.open ?? [] };
  await store.writePass(begun);
  const carry = (action: Action): Promise<ActionOutcome> => work.carry(context, action);
  const all = await readOrganizationDevices(context);
  log.info('hygiene', {
    mailboxes: all.length,
    partnerships: all.reduce((sum, { devices }) => sum + devices.length, 0),
  });
  const bySync = await findBySync(context, store, all);
  const dead = hygiene.reportDeadIds || hygiene.removeDeadAllowedIds ? findDeadIds(settings, all) : [];
  const findings = [...bySync.findings, ...deadIdFindings(dead)];
  await work.findings(findings);
  const done: Removals[] = [];
  if (hygiene.removeStalePartnerships) done.push(await removeStale(context, store, bySync.stale, carry));
  if (hygiene.removeDeadAllowedIds) done.push(await removeDeadIds(context, dead, carry));
  const kept = done.flatMap((one) => one.findings);
  await work.findings(kept);
  const open = done.flatMap((one) => one.open);
  const carried = done.flatMap((one) => one.carried);
  const told = safety.reportOnly ? { told: { findings: [...findings, ...kept], carried } } : {};
  await store.writePass({ ...begun, endedAt: clock(), open, ...told });
}

/** What a report-only run found less than a day ago is told again, without reading everything again. */
async function tellAgain({ findings, report }: HygieneWork, { told, begunAt }: PassRecord): Promise<void> {
  if (!told) return;
  const at = new Date(begunAt).toISOString();
  const summary = `What follows was found at ${at}: in report-only mode, too, once a day is enough.`;
  await findings([{ code: 'hygiene.notDue', severity: 'info', summary, count: 0, examples: [] }, ...told.findings]);
  for (const { action, outcome } of told.carried) await report(action, outcome);
}

/** Goes on with removals that an earlier run has begun, as far as something has changed for them. */
async function resume(work: HygieneWork, store: HygieneStore): Promise<void> {
  const last = store.pass;
  const open = last?.open.filter((one) => isStillOrdered(one, work.settings)) ?? [];
  const ready = open.filter(({ action }) => isReady(work, action));
  if (!last || ready.length === 0) return;
  const context = await work.context();
  const over = new Set<string>();
  for (const one of ready) {
    const carry = (action: Action): Promise<ActionOutcome> => work.carry(context, action);
    const isRemoval = one.action.what.kind === 'removePartnership';
    const outcome = isRemoval ? await resumeRemoval(context, store, one, carry) : await carry(one.action);
    if (!outcome || outcome.isFinal) over.add(one.action.id);
    if (outcome?.state === 'awaitingApproval') break;
  }
  if (work.settings.safety.reportOnly) return;
  await store.writePass({ ...last, open: open.filter(({ action }) => !over.has(action.id)) });
}

function isStillOrdered({ action }: OpenRemoval, { hygiene }: SecuritySettings): boolean {
  return action.what.kind === 'removePartnership' ? hygiene.removeStalePartnerships : hygiene.removeDeadAllowedIds;
}

/** True if a removal that was begun has something to do now. Pure but for the journal it looks into. */
function isReady({ journal, settings, clock }: HygieneWork, { id }: Action): boolean {
  const { outcome: last, unconfirmedAt } = journal.get(id) ?? {};
  if (!last || last.isFinal) return last !== undefined;
  if (unconfirmedAt !== undefined) return true;
  if (last.state === 'awaitingApproval') return settings.approvals.some(({ actionId }) => actionId === id);
  const isPause = last.nextAttemptAt !== undefined && timestampToMs(last.nextAttemptAt) > clock();
  return !isPause && isWithinWindows(settings.safety.maintenanceWindows, clock());
}
