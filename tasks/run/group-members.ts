import { getGroupMembers } from '../../plugin/exchange/cmdlets';
import type { Exchange } from '../../plugin/exchange/exchange';
import { guid, text } from '../../plugin/exchange/properties';

/** A member of a group, however deep. */
export interface GroupMember {
  /** In lower case. */
  readonly guid: string;
  readonly primarySmtpAddress: string;
  readonly recipientTypeDetails: string;
  readonly displayName: string;
}

/** Groups have groups as members; a chain longer than this is a mistake. */
const MAX_DEPTH = 50;

/**
 * All members of groups that are no groups themselves, each once, with those of nested groups.
 * @throws ExchangeError object.notFound if a group does not exist
 */
export async function groupMembers(exchange: Exchange, groups: readonly string[]): Promise<readonly GroupMember[]> {
  const members = new Map<string, GroupMember>();
  const seen = new Set<string>();
  let level: readonly string[] = groups;
  for (let depth = 0; level.length > 0 && depth < MAX_DEPTH; depth += 1) {
    const nested: string[] = [];
    for (const group of level) {
      if (seen.has(group.toLowerCase())) continue;
      seen.add(group.toLowerCase());
      for await (const object of exchange.stream(getGroupMembers({ identity: group }))) {
        const member = {
          guid: guid(object, 'Guid'),
          primarySmtpAddress: text(object, 'PrimarySmtpAddress'),
          recipientTypeDetails: text(object, 'RecipientTypeDetails'),
          displayName: text(object, 'DisplayName'),
        };
        if (/Group$/i.test(member.recipientTypeDetails)) nested.push(member.guid);
        else members.set(member.guid, member);
      }
    }
    level = nested;
  }
  return [...members.values()];
}
