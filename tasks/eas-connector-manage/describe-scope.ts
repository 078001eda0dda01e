import type { MailboxFilter, Scope } from '../../protocol';

const NAMES: Readonly<Record<keyof MailboxFilter, string>> = {
  organizationalUnits: 'organizational units',
  domains: 'domains',
  mailboxServers: 'mailbox servers',
  groups: 'groups',
  recipientTypes: 'recipient types',
  clientTypes: 'client types',
};

/** Which filter was applied where, in words, for the summary. */
export function describeScope(scope: Scope): string[] {
  const applied: string[] = [];
  if (scope.recipientFilter) applied.push(`at the server: recipient filter ${scope.recipientFilter}`);
  for (const side of ['include', 'exclude'] as const) {
    for (const [key, name] of Object.entries(NAMES) as [keyof MailboxFilter, string][]) {
      const list = scope[side][key];
      if (list.length > 0) applied.push(`by the connector: ${side} ${name} ${list.join(', ')}`);
    }
  }
  if (scope.inactiveForMs !== undefined) {
    applied.push(`by the connector: without partnerships silent for ${String(scope.inactiveForMs / 86_400_000)} days`);
  }
  return applied;
}
