import { getPartnerships, setDeviceLists } from '../../../plugin/exchange/cmdlets';
import { ListChange } from '../../../plugin/exchange/command';
import { text } from '../../../plugin/exchange/properties';
import { noMailbox } from '../access-lists';
import { carryIdempotent, type Seen } from '../idempotent-change';
import { observeMailbox, sameServer } from '../observe';
import { refuseOutOfScope, type Carry } from '../security-context';
import { describeMailbox } from '../send';
import { deadIds } from './dead-ids';

/**
 * Takes dead IDs off a mailbox's allowed list. Whether they are dead is asked anew, of the mailbox alone, immediately
 * before: an ID that has a partnership by now stays. The blocked list is never touched.
 */
export const carryClearDeadIds: Carry<'clearDeadIds'> = (context, action, record) => {
  const { exchange, needsPlace } = context;
  const { mailboxGuid, deviceIds } = action.what;
  const through = sameServer(context, record);
  const ordered = new Set(deviceIds.map((id) => id.toLowerCase()));
  const look = async (): Promise<Seen> => {
    const mailbox = await observeMailbox(exchange, mailboxGuid, needsPlace, through);
    if (!mailbox) return { is: 'impossible', outcome: await noMailbox(context, action, mailboxGuid) };
    const refused = refuseOutOfScope(context, action, mailbox);
    if (refused) return { is: 'impossible', outcome: refused };
    const which = { mailbox: mailbox.guid, ...(through === undefined ? {} : { domainController: through }) };
    const found = await exchange.all(getPartnerships(exchange.version, which));
    const { allowed } = deadIds(
      mailbox,
      found.map((object) => text(object, 'DeviceId')),
    );
    const dead = allowed.filter((id) => ordered.has(id.toLowerCase()));
    const whose = describeMailbox(mailbox);
    if (dead.length === 0) return { is: 'asWanted', summary: `The allowed list of ${whose} has none of the dead IDs.` };
    const command = setDeviceLists({
      identity: mailbox.guid,
      allowed: new ListChange([], dead),
      ...(through === undefined ? {} : { domainController: through }),
    });
    return {
      is: 'different',
      mailbox,
      steps: [{ step: `take ${dead.join(', ')} off the allowed list of ${whose}`, command }],
    };
  };
  return carryIdempotent(context, action, record, { look, isDestructive: true });
};
