import { textOf, type Json } from './message-json';

/** What cannot be seen or typed: marks that join characters, or change the direction of what follows. */
const UNSEEN = /\p{Cf}/gu;

/** A name without what would turn the text around it. */
export const plainName = (name: string): string => name.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');

/** A name as somebody can type it: whatever the case, the spaces, and how its accents are composed. */
export const typable = (name: string): string =>
  name.normalize('NFC').replace(UNSEEN, '').replace(/\s+/g, ' ').trim().toLowerCase();

/** What people call the user of a partnership: UserDisplayName is an identity with a path before the name. */
export function personName(partnership: Json, mailbox: Json | undefined): string {
  const shown = textOf(mailbox, 'displayName') || (textOf(partnership, 'userDisplayName').split('/').at(-1) ?? '');
  return shown || textOf(partnership, 'mailboxPrimarySmtpAddress');
}
