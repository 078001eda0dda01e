import { getCasMailboxes, getMailboxes, getPartnerships } from '../../../plugin/exchange/cmdlets';
import type { Exchange } from '../../../plugin/exchange/exchange';
import { guid } from '../../../plugin/exchange/properties';
import { readMailbox } from '../../../plugin/exchange/read-mailbox';
import { readPartnership } from '../../../plugin/exchange/read-partnership';
import type { Mailbox, Partnership } from '../../../protocol';
import type { PSObject } from '../../../psrp';
import { mailboxNameOf } from '../../run/distinguished-name';
import { mailboxInScope, type ResolvedScope } from '../../run/scope';
import type { Command } from '../../../plugin/exchange/command';
import type { ListPlan } from './plan-lists';
import type { Spool } from './spool';

/** What lists are read with. */
export interface ListReading {
  readonly exchange: Exchange;
  readonly spool: Spool;
  readonly plan: ListPlan;
  readonly scope: ResolvedScope;
  readonly onCount: (count: number) => void;
}

/** Hears of every mailbox that is read, also of one out of scope. */
export interface MailboxReading extends ListReading {
  readonly onMailbox: (mailbox: Mailbox) => void;
}

/** Hears of every partnership that is read, also of one out of scope. */
export interface PartnershipReading extends ListReading {
  readonly onPartnership: (partnership: Partnership) => void;
}

/** Objects that are written in one transaction. */
const BATCH = 500;

/**
 * Reads every mailbox with its client access settings into the spool. Get-CASMailbox has the ActiveSync properties,
 * Get-Mailbox the place in the organization; both lists are read once and joined by GUID. A list that breaks off is an
 * error, and nothing of it is used.
 */
export async function readMailboxes({
  exchange,
  spool,
  plan,
  scope,
  onCount,
  onMailbox,
}: MailboxReading): Promise<void> {
  await spool.beginMailboxes();
  for (const query of plan.mailboxes) {
    await inBatches(exchange, getMailboxes(query), spool, (object) => {
      spool.addPlace(guid(object, 'Guid'), object);
    });
  }
  let count = 0;
  for (const query of plan.casMailboxes) {
    await inBatches(exchange, getCasMailboxes(query), spool, (object) => {
      const place = spool.place(guid(object, 'Guid'));
      count += 1;
      if (count % BATCH === 0) onCount(count);
      // It may be out of scope, or the other list may have a gap: its partnerships are held as others that are not listed.
      if (place === undefined && plan.needsPlace) return;
      const mailbox = readMailbox(object, place);
      onMailbox(mailbox);
      spool.addMailbox(mailbox, mailboxInScope(mailbox, scope));
    });
  }
  onCount(count);
}

/**
 * Reads every partnership into the spool, to its mailbox: a partnership's distinguished name contains its mailbox's.
 * @param keepUnplaced whether partnerships whose mailbox is not in sight are kept; without a scope they are
 */
export async function readPartnerships(reading: PartnershipReading, keepUnplaced: boolean): Promise<void> {
  const { exchange, spool, plan, onCount, onPartnership } = reading;
  await spool.beginPartnerships();
  let count = 0;
  for (const query of plan.partnerships) {
    await inBatches(exchange, getPartnerships(exchange.version, query), spool, (object) => {
      const partnership = readPartnership(object, exchange.version);
      onPartnership(partnership);
      const mailbox = spool.findMailbox(mailboxNameOf(partnership.distinguishedName));
      if (mailbox && !mailbox.isInScope) spool.leaveOut(partnership);
      else if (mailbox || keepUnplaced) spool.addPartnership(partnership, mailbox?.number);
      count += 1;
      if (count % BATCH === 0) onCount(count);
    });
  }
  onCount(count);
}

async function inBatches(
  exchange: Exchange,
  command: Command,
  spool: Spool,
  add: (object: PSObject) => void,
): Promise<void> {
  let batch: PSObject[] = [];
  const write = (): void => {
    const full = batch;
    batch = [];
    spool.write(() => {
      full.forEach(add);
    });
  };
  for await (const object of exchange.stream(command, { isLong: true })) {
    if (batch.push(object) >= BATCH) write();
  }
  write();
}
