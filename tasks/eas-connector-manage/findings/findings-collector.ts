import type { ExchangeVersionName, Finding, InventorySettings, Mailbox, Partnership } from '../../../protocol';
import { decidedBy } from './access-words';
import { snapshotOf, type Configuration, type ConfigurationSnapshot } from './configuration';
import { driftFindings } from './drift';
import { FindingTally, type Find } from './finding-tally';
import { MailboxCount } from './mailbox-count';
import { isStale, partnershipFinds, type Judgement } from './partnership-finds';

/** What findings are made with. */
export interface FindingsOptions {
  readonly version: ExchangeVersionName;
  /** The time of the inventory, in milliseconds since 1970. */
  readonly nowMs: number;
  readonly thresholds: Pick<InventorySettings, 'staleAfterMs' | 'partnershipsNearLimit'>;
  /** The configuration as the last inventory saw it; undefined if there was none. */
  readonly lastSeen: ConfigurationSnapshot | undefined;
}

/** Exchange keeps 100 partnerships for a mailbox, Exchange 2010 ten (EASMaxDevices of its throttling policy). */
const NEAR_LIMIT = 80;
const NEAR_LIMIT_2010 = 8;

/**
 * Collects findings while an inventory goes by. What it keeps is counts and a few examples, whatever the size of the
 * organization.
 */
export class FindingsCollector {
  readonly #options: FindingsOptions;
  readonly #nearLimit: number;
  readonly #tally = new FindingTally();
  #judgement: Judgement;
  #configuration: ConfigurationSnapshot | undefined;
  #mailbox: MailboxCount | undefined;

  constructor(options: FindingsOptions) {
    const { version, nowMs, thresholds } = options;
    this.#options = options;
    this.#nearLimit = thresholds.partnershipsNearLimit ?? (version === '2010' ? NEAR_LIMIT_2010 : NEAR_LIMIT);
    this.#judgement = {
      version,
      nowMs,
      today: new Date(nowMs).toISOString().slice(0, 10),
      staleAfterMs: thresholds.staleAfterMs,
      decidedBy: decidedBy([]),
    };
  }

  /** The organization's configuration; before any partnership, so that rules can be named. */
  organization(configuration: Configuration): void {
    this.#configuration = snapshotOf(configuration);
    this.#judgement = { ...this.#judgement, decidedBy: decidedBy(configuration.rules) };
  }

  /** What this inventory has seen of the configuration, for the next one; undefined if it was not read. */
  get configuration(): ConfigurationSnapshot | undefined {
    return this.#configuration;
  }

  addMailbox(mailbox: Mailbox): void {
    const blocked = new Set(mailbox.activeSyncBlockedDeviceIds.map((id) => id.toLowerCase()));
    if (blocked.size === 0) return;
    const both = mailbox.activeSyncAllowedDeviceIds.find((id) => blocked.has(id.toLowerCase()));
    if (both === undefined) return;
    const summary = 'Mailboxes with a device ID on both their lists; the blocked list wins.';
    const find: Find = { code: 'access.onBothLists', severity: 'warning', summary };
    this.#tally.add(find, `${mailbox.primarySmtpAddress || mailbox.guid}: ${both}`);
  }

  /** Partnerships of one mailbox have to come one after the other. */
  addPartnership(partnership: Partnership): void {
    for (const find of partnershipFinds(partnership, this.#judgement)) this.#tally.add(find, partnership.guid);
    if (partnership.mailboxGuid === '') return;
    if (this.#mailbox?.mailboxGuid !== partnership.mailboxGuid) this.#endMailbox();
    this.#mailbox ??= new MailboxCount(partnership.mailboxGuid);
    const { nowMs, staleAfterMs } = this.#judgement;
    this.#mailbox.add(partnership, isStale(partnership, nowMs, staleAfterMs));
  }

  /** What was found, when everything has gone by. */
  findings(): Finding[] {
    this.#endMailbox();
    const { lastSeen } = this.#options;
    const drift = lastSeen && this.#configuration ? driftFindings(lastSeen, this.#configuration) : [];
    return [...drift, ...this.#tally.findings()];
  }

  #endMailbox(): void {
    for (const { find, example } of this.#mailbox?.finds(this.#nearLimit) ?? []) this.#tally.add(find, example);
    this.#mailbox = undefined;
  }
}
