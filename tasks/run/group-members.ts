import {
  getDynamicGroup,
  getDynamicGroupMembers,
  getGroupMembers,
  getRecipient,
  previewRecipients,
} from '../../plugin/exchange/cmdlets';
import type { Command } from '../../plugin/exchange/command';
import type { Exchange } from '../../plugin/exchange/exchange';
import { ExchangeError } from '../../plugin/exchange/exchange-error';
import { guid, text } from '../../plugin/exchange/properties';
import type { ProblemCode } from '../../protocol';
import type { PSObject } from '../../psrp';

/** A member of a group, however deep. */
export interface GroupMember {
  /** In lower case. */
  readonly guid: string;
  readonly primarySmtpAddress: string;
  readonly recipientTypeDetails: string;
  readonly displayName: string;
}

/** A group that is known by its GUID, whatever it was called. */
interface Group {
  readonly guid: string;
  readonly name: string;
  readonly isDynamic: boolean;
}

/**
 * All members of groups that are no groups themselves, each once, with those of nested groups. Groups may be distribution
 * groups, mail-enabled security groups and dynamic distribution groups, and may contain each other.
 * @param groups by anything that Exchange accepts as a group's identity: name, address, GUID, distinguished name
 * @throws ExchangeError object.notFound if a group does not exist; action.invalid for a recipient that is no such group
 */
export async function groupMembers(exchange: Exchange, groups: readonly string[]): Promise<readonly GroupMember[]> {
  const members = new Map<string, GroupMember>();
  const seen = new Set<string>();
  const waiting: Group[] = [];
  for (const name of groups) waiting.push(await findGroup(exchange, name));
  for (let group = waiting.shift(); group; group = waiting.shift()) {
    // Two names of one group, and groups that contain each other, are read once.
    if (seen.has(group.guid)) continue;
    seen.add(group.guid);
    for await (const object of exchange.stream(await membersOf(exchange, group))) {
      const member = readMember(object);
      if (isGroup(member.recipientTypeDetails)) waiting.push(readGroup(object, member.displayName));
      else members.set(member.guid, member);
    }
  }
  return [...members.values()];
}

/** Faults of a group's name, and not of the way to Exchange. */
const OF_THE_NAME: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'action.invalid',
  'object.ambiguous',
  'object.notFound',
]);

/**
 * As groupMembers, for groups that a setting names: the error says which setting. A Microsoft 365 group among the members is
 * an error too: no cmdlet here lists who is in it, and nobody must lose protection, or be left out, without a word.
 * @throws ExchangeError
 */
export async function membersNamedIn(
  setting: string,
  exchange: Exchange,
  groups: readonly string[],
): Promise<readonly GroupMember[]> {
  try {
    const members = await groupMembers(exchange, groups);
    const unread = members.find(({ recipientTypeDetails }) => /^GroupMailbox$/i.test(recipientTypeDetails));
    if (!unread) return members;
    const name = unread.primarySmtpAddress || unread.displayName;
    const summary = `The Microsoft 365 group ${name} is a member, and who is in it cannot be read.`;
    const detail = 'Put its people into a distribution group or a mail-enabled security group.';
    throw new ExchangeError({ code: 'action.invalid', summary, detail });
  } catch (error) {
    if (!(error instanceof ExchangeError) || !OF_THE_NAME.has(error.code)) throw error;
    const advice = 'Correct the setting, or restore the group: as long as its members are not known, nothing is done.';
    const detail = [error.detail, advice].filter((text) => text !== '').join(' ');
    throw error.with({ summary: `${setting}: ${error.message}`, detail, cause: error });
  }
}

/** True if a member of this type has a mailbox in this organization. */
export function hasMailboxHere({ recipientTypeDetails }: Pick<GroupMember, 'recipientTypeDetails'>): boolean {
  return (
    recipientTypeDetails === '' || (/Mailbox$/i.test(recipientTypeDetails) && !/^Remote/i.test(recipientTypeDetails))
  );
}

/** A group is found first, because with a name it does not know a cmdlet that lists may list everything. */
async function findGroup(exchange: Exchange, name: string): Promise<Group> {
  const object = await exchange.one(getRecipient({ identity: name }));
  if (!object) {
    throw new ExchangeError({ code: 'object.notFound', summary: `Exchange has no mail-enabled group ${name}.` });
  }
  const type = text(object, 'RecipientTypeDetails');
  if (isGroup(type)) return readGroup(object, name);
  const detail = 'Distribution groups, mail-enabled security groups and dynamic distribution groups have members here.';
  throw new ExchangeError({ code: 'action.invalid', summary: `${name} is no such group but a ${type}.`, detail });
}

const isGroup = (type: string): boolean => /Group$/i.test(type);

function readGroup(object: PSObject, name: string): Group {
  const isDynamic = /^DynamicDistributionGroup$/i.test(text(object, 'RecipientTypeDetails'));
  return { guid: guid(object, 'Guid'), name, isDynamic };
}

function readMember(object: PSObject): GroupMember {
  return {
    guid: guid(object, 'Guid'),
    primarySmtpAddress: text(object, 'PrimarySmtpAddress'),
    recipientTypeDetails: text(object, 'RecipientTypeDetails'),
    displayName: text(object, 'DisplayName'),
  };
}

/**
 * The command that lists a group's direct members. Those of a dynamic group are what its filter finds: Exchange Online
 * keeps a list of them, renewed every 24 hours; on-premises its filter is asked.
 */
async function membersOf(exchange: Exchange, { guid: identity, name, isDynamic }: Group): Promise<Command> {
  if (!isDynamic) return getGroupMembers({ identity });
  if (exchange.version === 'Online') return getDynamicGroupMembers({ identity });
  const group = await exchange.one(getDynamicGroup({ identity }));
  const recipientFilter = group ? text(group, 'RecipientFilter') : '';
  if (!group || recipientFilter === '') {
    const summary = `Exchange does not tell the filter of the dynamic distribution group ${name}.`;
    throw new ExchangeError({ code: 'object.notFound', summary, detail: 'Without it, its members are not known.' });
  }
  const organizationalUnit = text(group, 'RecipientContainer');
  return previewRecipients({ recipientFilter, ...(organizationalUnit === '' ? {} : { organizationalUnit }) });
}
