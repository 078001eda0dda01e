import { textOf, type Json } from './message-json';

/** A name without what would turn the text around it. */
export const plainName = (name: string): string => name.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');

/** What people call the user of a partnership: UserDisplayName is an identity with a path before the name. */
export function personName(partnership: Json, mailbox: Json | undefined): string {
  const shown = textOf(mailbox, 'displayName') || (textOf(partnership, 'userDisplayName').split('/').at(-1) ?? '');
  return shown || textOf(partnership, 'mailboxPrimarySmtpAddress');
}
