import { getMailboxes } from '../../plugin/exchange/cmdlets';
import type { Exchange } from '../../plugin/exchange/exchange';
import { guid } from '../../plugin/exchange/properties';
import type { Scope } from '../../protocol';
import { groupMembers } from './group-members';
import type { ResolvedScope } from './scope';

/** Reads what a scope depends on: the members of its groups, and what its recipient filter returns. */
export async function resolveScope(exchange: Exchange, scope: Scope): Promise<ResolvedScope> {
  const members = async (groups: readonly string[]): Promise<ReadonlySet<string> | undefined> =>
    groups.length === 0 ? undefined : new Set((await groupMembers(exchange, groups)).map((member) => member.guid));
  const groups = { include: await members(scope.include.groups), exclude: await members(scope.exclude.groups) };
  return { scope, groups, filtered: await filteredMailboxes(exchange, scope.recipientFilter) };
}

async function filteredMailboxes(exchange: Exchange, filter: string): Promise<ReadonlySet<string> | undefined> {
  if (filter === '') return undefined;
  const found = new Set<string>();
  for await (const object of exchange.stream(getMailboxes({ filter }))) found.add(guid(object, 'Guid'));
  return found;
}
