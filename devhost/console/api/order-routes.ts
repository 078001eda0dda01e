import { userInfo } from 'node:os';
import { hasErrors } from '../../../protocol';
import { Turn } from '../../turn';
import type { ConsoleDesk } from '../console-desk';
import { HttpError } from '../http-io';
import { enumValue, messagesOf, textOf, type Json } from '../message-json';
import { newOrder } from '../new-order';
import { orderViews } from '../order-view';
import type { Route } from '../router';

/** Orders: what is queued, new ones, approvals, and taking back. */
export function orderRoutes(desk: ConsoleDesk): readonly Route[] {
  const oneByOne = new Turn(() => Promise.resolve());
  return [
    { method: 'GET', path: '/api/orders', handle: () => orderViews(desk) },
    // Two that come at once must not both find that there is no other one.
    { method: 'POST', path: '/api/orders', handle: ({ body }) => oneByOne.apart(() => order(desk, body)) },
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
  await desk.ordersChanged();
  return { id: about.id, title };
}

async function approve(desk: ConsoleDesk, id: string, body: Json): Promise<object> {
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
  await desk.ordersChanged();
  return {};
}

/**
 * Takes an order back, between two runs: a run that is under way has it already, and one that begins must not have it any
 * more.
 */
async function withdraw(desk: ConsoleDesk, id: string): Promise<object> {
  const task = 'EASConnectorSecurity';
  if (desk.host.status().some((status) => status.task === task && status.state === 'running')) {
    throw new HttpError(
      409,
      'A security run is under way and may be carrying the order out. Cancel the run, or wait for its end.',
    );
  }
  return desk.host.between(task, async () => {
    await desk.idle();
    const found = desk.orders.orders.find(({ action }) => textOf(action, 'id') === id);
    if (!found) throw new HttpError(404, 'The console has no such order.');
    if (!desk.orders.canWithdraw(found)) {
      throw new HttpError(
        409,
        'The order is under way or over; it cannot be taken back. A wipe under way can be cancelled.',
      );
    }
    await refuseIfNotHandedOut(desk, id);
    desk.orders.withdraw(id);
    desk.options.log.write({ level: 'info', message: 'An order was taken back.', fields: { id } }, 'console');
    await desk.ordersChanged();
    return {};
  });
}

/** While new settings cannot be handed out, the last good ones stay in force: with the order. */
async function refuseIfNotHandedOut({ settings, orders }: ConsoleDesk, id: string): Promise<void> {
  const others = orders.ordered().actions.filter((action) => action['id'] !== id);
  const { bytes, problems } = await settings.with('EASConnectorSecurity', {
    actions: [...(await settings.sourceActions()), ...others],
  });
  if (bytes) return;
  const why = problems.map(({ summary }) => summary).join(' ');
  throw new HttpError(409, `The order stays in force, because new settings cannot be handed out: ${why}`);
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
