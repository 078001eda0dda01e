import { textOf, type Json } from './message-json';

/** What people call the user of a partnership: UserDisplayName is an identity with a path before the name. */
export function personName(partnership: Json, mailbox: Json | undefined): string {
  const shown = textOf(mailbox, 'displayName') || (textOf(partnership, 'userDisplayName').split('/').at(-1) ?? '');
  return shown || textOf(partnership, 'mailboxPrimarySmtpAddress');
}
