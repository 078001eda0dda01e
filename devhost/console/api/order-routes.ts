import { userInfo } from 'node:os';
import { hasErrors } from '../../../protocol';
import type { ConsoleDesk } from '../console-desk';
import { HttpError } from '../http-io';
import { enumValue, messagesOf, textOf, type Json } from '../message-json';
import { newOrder } from '../new-order';
import { orderViews } from '../order-view';
import type { Route } from '../router';

/** Orders: what is queued, new ones, approvals, and taking back. */
export function orderRoutes(desk: ConsoleDesk): readonly Route[] {
  return [
    { method: 'GET', path: '/api/orders', handle: () => orderViews(desk) },
    { method: 'POST', path: '/api/orders', handle: ({ body }) => order(desk, body) },
    {
      method: 'POST',
      path: '/api/orders/:id/approve',
      handle: (call) => approve(desk, call.params['id'] ?? '', call.body),
    },
    { method: 'POST', path: '/api/orders/:id/withdraw', handle: ({ params }) => withdraw(desk, params['id'] ?? '') },
    { method: 'GET', path: '/api/policies', handle: () => policies(desk) },
  ];
}

/** Writes an order down, once the settings with it are good: an order that would spoil them all is refused. */
async function order(desk: ConsoleDesk, body: Json): Promise<{ readonly id: string; readonly title: string }> {
  const { inventory, orders: book, options } = desk;
  const before = await orderViews(desk);
  const isOpen = (kind: string, guid: string): boolean =>
    before.some((one) => one.guid === guid && one.kind === kind && !one.isOver);
  const { kind, content, title, guid } = newOrder(body, {
    partnership: (wanted) => inventory.partnership(wanted),
    mailbox: (wanted) => inventory.mailbox(wanted),
    organization: inventory.organization,
    isProtected: (address, mailbox) => desk.isProtected(address, mailbox),
    isOpen,
  });
  const about = { id: book.newId(), orderedAt: new Date(options.now()).toISOString(), orderedBy: consoleUser() };
  const action = { ...about, [kind]: content };
  const { bytes, problems } = await desk.settings.with('EASConnectorSecurity', {
    actions: [...(await desk.settings.sourceActions()), ...book.ordered().actions, action],
  });
  if (!bytes || hasErrors(problems)) {
    const why = problems.map(({ summary }) => summary).join(' ');
    throw new HttpError(422, `The order does not fit the settings: ${why}`);
  }
  book.add({ action, title, guid });
  options.log.write({ level: 'info', message: 'An order was given.', fields: { id: about.id, kind, guid } }, 'console');
  desk.changed('orders');
  return { id: about.id, title };
}

function approve(desk: ConsoleDesk, id: string, body: Json): object {
  const outcome = desk.orders.outcome(id);
  const planHash = textOf(outcome, 'planHash');
  if (enumValue('ACTION_STATE', textOf(outcome, 'state')) !== 'AWAITING_APPROVAL' || planHash === '') {
    throw new HttpError(409, 'This does not wait for an approval.');
  }
  // What was looked at is what is approved, also if a run has found something else meanwhile.
  if (textOf(body, 'planHash') !== planHash) {
    throw new HttpError(409, 'What would be done has changed meanwhile. Look at it again.');
  }
  desk.orders.approve(id, planHash, consoleUser());
  desk.options.log.write({ level: 'info', message: 'An action was approved.', fields: { id, planHash } }, 'console');
  desk.changed('orders');
  return {};
}

function withdraw(desk: ConsoleDesk, id: string): object {
  const found = desk.orders.orders.find(({ action }) => textOf(action, 'id') === id);
  if (!found) throw new HttpError(404, 'The console has no such order.');
  if (!desk.orders.canWithdraw(found)) {
    throw new HttpError(
      409,
      'The order is under way or over; it cannot be taken back. A wipe under way can be cancelled.',
    );
  }
  desk.orders.withdraw(id);
  desk.options.log.write({ level: 'info', message: 'An order was taken back.', fields: { id } }, 'console');
  desk.changed('orders');
  return {};
}

function policies({ inventory }: ConsoleDesk): readonly { readonly name: string; readonly isDefault: boolean }[] {
  return messagesOf(inventory.organization, 'policies').map((policy) => ({
    name: textOf(policy, 'name'),
    isDefault: policy['isDefault'] === true,
  }));
}

/** Who orders: whoever runs the dev host, since only he can open the console. */
export function consoleUser(): string {
  try {
    return `${userInfo().username} (console)`;
  } catch {
    return 'console';
  }
}
