import type { ApiOrder } from './api-types';
import type { ConsoleDesk } from './console-desk';
import { nameOfRow } from './example-view';
import { enumValue, isMessage, messageOf, textOf, type Json } from './message-json';
import type { Order, OrderBook } from './order-book';
import { outcomeView } from './outcome-view';
import { DESIRED_ACCESS_ID } from './security-results';

/** Kinds of actions, as the fields of Action are called. */
const KINDS = [
  'wipe',
  'cancelWipe',
  'allowDevice',
  'blockDevice',
  'removePartnership',
  'assignPolicy',
  'refreshStatus',
] as const;
const TITLES: Readonly<Record<string, string>> = {
  wipe: 'Wipe',
  cancelWipe: 'Cancel a wipe',
  allowDevice: 'Allow a device',
  blockDevice: 'Block a device',
  removePartnership: 'Remove a partnership',
  assignPolicy: 'Assign a policy',
  refreshStatus: 'Read the status of devices',
};

/** All that is ordered, newest first: here, in the source's settings, and by the connector itself. */
export async function orderViews(desk: ConsoleDesk): Promise<readonly ApiOrder[]> {
  const { orders: book, settings } = desk;
  const own = book.orders.map((order) => ownView(book, order)).toReversed();
  const given = (await settings.sourceActions()).map((action) => givenView(book, action, 'source'));
  const known = new Set([...own, ...given].map(({ id }) => id));
  const rest = Object.keys(book.outcomes)
    .filter((id) => !known.has(id))
    .map((id) => givenView(book, { id }, 'connector'));
  return [...own, ...[...given, ...rest].map((order) => withDevice(desk, order))];
}

/** An order of somebody else, with the device by the name that people know. */
function withDevice({ inventory }: ConsoleDesk, order: ApiOrder): ApiOrder {
  const row = inventory.index.row(order.guid);
  return row ? { ...order, title: `${order.title}: ${nameOfRow(row)}` } : order;
}

function ownView(book: OrderBook, order: Order): ApiOrder {
  const id = textOf(order.action, 'id');
  const view = givenView(book, order.action, 'console');
  return {
    ...view,
    title: order.title,
    guid: order.guid,
    state: book.isWithdrawn(order) ? 'WITHDRAWN' : view.state,
    isOver: book.isOver(order),
    canWithdraw: book.canWithdraw(order),
    isApproved: book.isApproved(id),
  };
}

/** The access settings are kept for ever; they are over while they are as wanted. */
export function isOver(outcome: Json | undefined): boolean {
  const state = enumValue('ACTION_STATE', textOf(outcome, 'state'));
  const isKept = textOf(outcome, 'actionId') === DESIRED_ACCESS_ID && ['SUCCEEDED', 'NOTHING_TO_DO'].includes(state);
  return outcome?.['isFinal'] === true || isKept;
}

function givenView(book: OrderBook, action: Json, origin: ApiOrder['origin']): ApiOrder {
  const id = textOf(action, 'id');
  const kind = KINDS.find((name) => isMessage(action[name])) ?? '';
  const outcome = book.outcome(id);
  const content = messageOf(action, kind);
  const guid = textOf(messageOf(content, 'partnership'), 'guid');
  return {
    id,
    origin,
    kind,
    title: TITLES[kind] ?? (id === DESIRED_ACCESS_ID ? 'Access settings of the organization' : id),
    guid: (guid || textOf(messageOf(messageOf(outcome, 'wipe'), 'partnership'), 'guid')).toLowerCase(),
    orderedAt: textOf(action, 'orderedAt'),
    orderedBy: textOf(action, 'orderedBy'),
    state: enumValue('ACTION_STATE', textOf(outcome, 'state')) || 'QUEUED',
    isOver: isOver(outcome),
    canWithdraw: false,
    isApproved: book.isApproved(id),
    ...(outcome ? { outcome: outcomeView(outcome) } : {}),
  };
}
