import { HttpError } from './http-io';
import { messagesOf, textOf, textsOf, type Json } from './message-json';
import { personName, plainName } from './person-name';
import { typable } from './typable';
import { wipeChoices } from './wipe-choices';

/** What an order is checked against. */
export interface OrderContext {
  partnership(guid: string): Json | undefined;
  mailbox(guid: string): Json | undefined;
  readonly organization: Json;
  readonly isProtected: (address: string, mailboxGuid: string) => boolean;
  /** Whether an order of the kind is under way for the partnership. */
  readonly isOpen: (kind: string, guid: string) => boolean;
}

/** An order that may be given: the kind of Action with its content, and what it is in words. */
export interface NewOrder {
  readonly kind: string;
  readonly content: Json;
  readonly title: string;
  readonly guid: string;
}

type Make = (body: Json, context: OrderContext) => NewOrder;

const KINDS: Readonly<Record<string, Make>> = {
  wipe: wipeOrder,
  cancelWipe: (body, context) => refOrder('cancelWipe', 'Cancel the wipe of', body, context),
  allowDevice: (body, context) => listOrder('allowDevice', 'Allow', body, context),
  blockDevice: (body, context) => listOrder('blockDevice', 'Block', body, context),
  removePartnership: (body, context) => refOrder('removePartnership', 'Remove', body, context),
  refreshStatus: refreshOrder,
  assignPolicy: policyOrder,
};
const DESTRUCTIVE: readonly string[] = ['wipe', 'blockDevice', 'removePartnership'];

/**
 * Makes an order of what the page sends.
 * @throws HttpError saying what is wrong with it
 */
export function newOrder(body: Json, context: OrderContext): NewOrder {
  const kind = textOf(body, 'kind');
  const make = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  if (!make) throw new HttpError(422, `There is no order of the kind ${JSON.stringify(kind)}.`);
  if (DESTRUCTIVE.includes(kind)) refuseProtected(partnershipOf(body, context), context);
  return make(body, context);
}

/** What has to be typed to confirm a wipe: the user's name, if it has something to type. */
export function confirmationOf(partnership: Json, mailbox: Json | undefined): string {
  const name = personName(partnership, mailbox);
  return typable(name) === '' ? textOf(partnership, 'guid') : name;
}

function refuseProtected(partnership: Json, { isProtected }: OrderContext): void {
  const address = textOf(partnership, 'mailboxPrimarySmtpAddress');
  if (!isProtected(address, textOf(partnership, 'mailboxGuid'))) return;
  throw new HttpError(
    409,
    `${address} is a protected mailbox: its devices are never wiped, blocked or removed. Change the protected mailboxes in the settings first.`,
  );
}

function wipeOrder(body: Json, context: OrderContext): NewOrder {
  const partnership = partnershipOf(body, context);
  const choice = wipeChoices(partnership).find(({ kind }) => kind === body['wipeKind']);
  if (!choice) throw new HttpError(422, 'Say what the wipe may erase.');
  if (!choice.isPossible) throw new HttpError(422, choice.explanation);
  if (context.isOpen('wipe', textOf(partnership, 'guid'))) {
    throw new HttpError(409, 'A wipe of this partnership is ordered already. Cancel it before you order another one.');
  }
  const confirmation = confirmationOf(partnership, mailboxOf(partnership, context));
  if (typable(textOf(body, 'confirmation')) !== typable(confirmation)) {
    throw new HttpError(422, `Type the user's name, ${confirmation}, to confirm the wipe.`);
  }
  const isAccount = choice.kind === 'WIPE_KIND_ACCOUNT_ONLY';
  const standingOrderEnd = textOf(body, 'standingOrderEnd');
  return {
    kind: 'wipe',
    title: `${isAccount ? 'Account-only wipe' : 'Wipe'} of ${described(partnership, context)}`,
    guid: textOf(partnership, 'guid'),
    content: {
      partnership: refOf(partnership),
      kind: choice.kind,
      ...(standingOrderEnd === '' ? {} : { standingOrderEnd }),
      blockAfterwards: body['blockAfterwards'] === true,
    },
  };
}

function refOrder(kind: string, verb: string, body: Json, context: OrderContext): NewOrder {
  const partnership = partnershipOf(body, context);
  const title = `${verb} ${described(partnership, context)}`;
  return { kind, title, guid: textOf(partnership, 'guid'), content: { partnership: refOf(partnership) } };
}

function listOrder(kind: string, verb: string, body: Json, context: OrderContext): NewOrder {
  const partnership = partnershipOf(body, context);
  const mailbox = textOf(partnership, 'mailboxGuid') || textOf(partnership, 'mailboxPrimarySmtpAddress');
  const device = { mailbox, deviceId: textOf(partnership, 'deviceId') };
  return {
    kind,
    title: `${verb} ${described(partnership, context)}`,
    guid: textOf(partnership, 'guid'),
    content: { device },
  };
}

function refreshOrder(body: Json, context: OrderContext): NewOrder {
  const partnership = partnershipOf(body, context);
  const guid = textOf(partnership, 'guid');
  const title = `Read the status of ${described(partnership, context)}`;
  return { kind: 'refreshStatus', title, guid, content: { partnershipGuids: [guid] } };
}

function policyOrder(body: Json, { organization }: OrderContext): NewOrder {
  const policy = textOf(body, 'policy');
  const mailboxes = textsOf(body, 'mailboxes')
    .map((text) => text.trim())
    .filter(Boolean);
  const groups = textsOf(body, 'groups')
    .map((text) => text.trim())
    .filter(Boolean);
  const names = messagesOf(organization, 'policies').map((one) => textOf(one, 'name'));
  if (policy !== '' && !names.includes(policy)) {
    throw new HttpError(
      422,
      `There is no mailbox policy ${policy} in the last inventory. There are: ${names.join(', ')}.`,
    );
  }
  if (mailboxes.length + groups.length === 0) throw new HttpError(422, 'Name at least one user or group.');
  const whom = [...mailboxes, ...groups.map((group) => `the group ${group}`)];
  const shown = whom.length > 3 ? `${whom.slice(0, 3).join(', ')} and ${whom.length - 3} more` : whom.join(', ');
  const title = `Assign ${policy === '' ? 'the default policy' : `the policy ${policy}`} to ${shown}`;
  return { kind: 'assignPolicy', title, guid: '', content: { policy, mailboxes, groups } };
}

function partnershipOf(body: Json, context: OrderContext): Json {
  const found = context.partnership(textOf(body, 'guid'));
  if (found) return found;
  throw new HttpError(404, 'There is no such partnership in the last inventory.');
}

const refOf = (partnership: Json): Json => ({
  guid: textOf(partnership, 'guid'),
  firstSyncTime: textOf(partnership, 'firstSyncTime'),
});

const mailboxOf = (partnership: Json, context: OrderContext): Json | undefined =>
  context.mailbox(textOf(partnership, 'mailboxGuid'));

/** A partnership for a person. */
function described(partnership: Json, context: OrderContext): string {
  const device =
    textOf(partnership, 'friendlyName') || textOf(partnership, 'deviceModel') || textOf(partnership, 'deviceType');
  const user = personName(partnership, mailboxOf(partnership, context));
  return `${plainName(device) || 'a device'} of ${plainName(user) || 'an unknown user'}`;
}
