import type { ClientFamily, Partnership } from '../../../protocol';
import type { Find } from './finding-tally';

/** What people call the client families, in a list. */
const FAMILIES: Readonly<Record<ClientFamily, string>> = {
  appleMail: 'Apple Mail',
  androidMail: 'an Android mail app',
  outlookMobile: 'Outlook mobile',
  windowsMail: 'Windows Mail',
  windowsPhone: 'Windows Phone',
  owaForDevices: 'OWA for Devices',
  otherEas: 'another EAS client',
  unknown: 'a client that is not recognized',
};

/** What is counted of one mailbox while its partnerships go by. */
export class MailboxCount {
  #partnerships = 0;
  readonly #inUse = new Set<ClientFamily>();
  #address = '';

  constructor(readonly mailboxGuid: string) {}

  /** @param isStale stale partnerships count towards the limit, and are not clients in use */
  add(partnership: Partnership, isStale: boolean): void {
    this.#partnerships += 1;
    this.#address = partnership.mailboxPrimarySmtpAddress || this.#address;
    if (!isStale) this.#inUse.add(partnership.clientFamily);
  }

  /** What deserves attention, each with the mailbox as its example. */
  finds(nearLimit: number): { readonly find: Find; readonly example: string }[] {
    const name = this.#address || this.mailboxGuid;
    const found: { find: Find; example: string }[] = [];
    if (this.#partnerships >= nearLimit) {
      const summary = `Mailboxes with ${String(nearLimit)} partnerships or more: at Exchange's limit no further device can be set up.`;
      const find: Find = { code: 'mailbox.partnershipsNearLimit', severity: 'warning', summary };
      found.push({ find, example: `${name}: ${String(this.#partnerships)}` });
    }
    if (this.#inUse.size > 1) {
      const summary = 'Mailboxes with several kinds of clients in use.';
      const find: Find = { code: 'mailbox.severalClients', severity: 'info', summary };
      found.push({ find, example: `${name}: ${[...this.#inUse].map((family) => FAMILIES[family]).join(', ')}` });
    }
    return found;
  }
}
