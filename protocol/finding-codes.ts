/**
 * The closed set of finding codes, with what each one means. Codes are added, never changed: hosts act on them. This
 * table is the source of docs/finding-codes.md.
 */
export const FINDING_CODES = {
  'eas.version.cutOff': 'EAS version below 16.1: Exchange Online refuses these clients since March 2026.',
  'eas.version.old': 'EAS version below 16.1: works on-premises, and would be refused after a move to Exchange Online.',
  'os.outOfSupport': 'The operating system gets no security updates any more.',
  'os.supportUnknown': 'It is not known whether the operating system still gets security updates.',
  'access.quarantined': 'Quarantined, by what the sentence names: a rule, a list, the default, a condition.',
  'access.blocked': 'Blocked, by what the sentence names: a rule, a list, the default, a condition.',
  'access.listIgnored': "The access state is not what the mailbox's own allowed or blocked list asks for.",
  'access.onBothLists': 'A device ID is on the allowed and on the blocked list of one mailbox; the blocked list wins.',
  'access.notEnforced': 'Shown as blocked or quarantined, but the client (Windows Mail) synchronizes all the same.',
  'policy.notApplied': 'The client has not applied the mailbox policy.',
  'policy.partlyApplied': 'The client has applied only a part of the mailbox policy.',
  'partnership.stale': 'The partnership has not synchronized for a long time.',
  'mailbox.partnershipsNearLimit': "The mailbox is near Exchange's limit of partnerships.",
  'mailbox.severalClients': 'Several kinds of clients are in use on one mailbox.',
  'drift.organizationSettings': "The organization's ActiveSync settings have changed since the last inventory.",
  'drift.deviceAccessRules': 'Device access rules have changed since the last inventory.',
  'drift.mailboxPolicies': 'Mailbox policies have changed since the last inventory.',
  'partnership.staleKept': 'A stale partnership that was not removed, with the reason.',
  'list.deadAllowedId': 'A device ID on an allowed list that no partnership of the mailbox has any more.',
  'list.deadBlockedId': 'A device ID on a blocked list that no partnership of the mailbox has. It is never removed.',
  'device.succession': 'A device seems to have a new device ID after a reset. A proposal, with its evidence.',
  'hygiene.notDue': 'Lists and partnerships were looked through less than a day ago.',
  'hygiene.incomplete': 'Hygiene has not read all statistics it needs yet; the next days go on.',
} as const;

/** A finding code. */
export type FindingCode = keyof typeof FINDING_CODES;
