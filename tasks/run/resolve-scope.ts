import { getMailboxes } from '../../plugin/exchange/cmdlets';
import type { Exchange } from '../../plugin/exchange/exchange';
import { guid } from '../../plugin/exchange/properties';
import type { Scope } from '../../protocol';
import { membersNamedIn } from './group-members';
import type { ResolvedScope } from './scope';

/** Reads what a scope depends on: the members of its groups, and what its recipient filter returns. */
export async function resolveScope(exchange: Exchange, scope: Scope): Promise<ResolvedScope> {
  const members = async (side: 'include' | 'exclude'): Promise<ReadonlySet<string> | undefined> => {
    if (scope[side].groups.length === 0) return undefined;
    const found = await membersNamedIn(`scope.${side}.groups`, exchange, scope[side].groups);
    return new Set(found.map((member) => member.guid));
  };
  const groups = { include: await members('include'), exclude: await members('exclude') };
  return { scope, groups, filtered: await filteredMailboxes(exchange, scope.recipientFilter) };
}

async function filteredMailboxes(exchange: Exchange, filter: string): Promise<ReadonlySet<string> | undefined> {
  if (filter === '') return undefined;
  const found = new Set<string>();
  for await (const object of exchange.stream(getMailboxes({ filter }))) found.add(guid(object, 'Guid'));
  return found;
}
