import { createHash } from 'node:crypto';
import type { Action, Finding, SecuritySettings } from '../../../protocol';
import type { SecurityContext } from '../security-context';
import { describeMailbox } from '../send';
import { deadIds, type DeadIds } from './dead-ids';
import { finding } from './hygiene-findings';
import type { Carried, OpenRemoval } from './hygiene-state';
import type { MailboxDevices } from './read-organization-devices';
import { startAnew, type CarryAction, type Removals } from './start-removal';

/** A mailbox with dead IDs on its lists. */
export interface DeadOfMailbox extends DeadIds {
  readonly of: MailboxDevices;
}

/** Finds the dead IDs of all mailboxes. An ID that an order of the settings allows waits for its device. */
export function findDeadIds(
  { actions }: Pick<SecuritySettings, 'actions'>,
  all: readonly MailboxDevices[],
): readonly DeadOfMailbox[] {
  const wanted = new Set(
    actions.flatMap(({ what }) => (what.kind === 'allowDevice' ? [what.device.deviceId.toLowerCase()] : [])),
  );
  return all.flatMap((of) => {
    const dead = deadIds(
      of.mailbox,
      of.devices.map(({ deviceId }) => deviceId),
      wanted,
    );
    return dead.allowed.length + dead.blocked.length > 0 ? [{ of, ...dead }] : [];
  });
}

/** Tells of the dead IDs. */
export function deadIdFindings(dead: readonly DeadOfMailbox[]): readonly Finding[] {
  const examples = (list: 'allowed' | 'blocked'): string[] =>
    dead.flatMap((one) => one[list].map((id) => `${describeMailbox(one.of.mailbox)}: ${id}`));
  const allowed =
    'IDs on allowed lists that no partnership of the mailbox has. Whoever comes with one is let in unseen.';
  const blocked = 'IDs on blocked lists that no partnership of the mailbox has. They keep blocking, and always stay.';
  return [
    ...finding('list.deadAllowedId', 'warning', allowed, examples('allowed')),
    ...finding('list.deadBlockedId', 'info', blocked, examples('blocked')),
  ];
}

/** The removal of a mailbox's dead allowed IDs as an action of our own; for the same IDs it has the same id. */
function clearingOf({ of, allowed }: DeadOfMailbox): Action {
  const deviceIds = [...allowed].sort();
  const hash = createHash('sha256').update(JSON.stringify(deviceIds)).digest('hex').slice(0, 12);
  return {
    id: `hygiene.deadIds.${of.mailbox.guid}.${hash}`,
    orderedAt: undefined,
    expiresAt: undefined,
    orderedBy: 'hygiene',
    what: { kind: 'clearDeadIds', mailboxGuid: of.mailbox.guid, deviceIds },
  };
}

/**
 * Takes dead IDs off the allowed lists, under the brakes of removals. Protected mailboxes keep them, and the first that
 * has to wait for an approval ends the work of this pass.
 */
export async function removeDeadIds(
  context: SecurityContext,
  dead: readonly DeadOfMailbox[],
  carry: CarryAction,
): Promise<Removals> {
  const open: OpenRemoval[] = [];
  const carried: Carried[] = [];
  for (const one of dead) {
    const action = clearingOf(one);
    if (one.allowed.length === 0 || context.brakes.refuseProtected(action, one.of.mailbox)) continue;
    if (!(await startAnew(context, action))) continue;
    const outcome = await carry(action);
    carried.push({ action, outcome });
    if (!outcome.isFinal) open.push({ action, mailboxGuid: one.of.mailbox.guid });
    if (outcome.state === 'awaitingApproval') break;
  }
  return { findings: [], open, carried };
}
