import type { ApiOverview, ApiPage, ApiPartnership, ApiProperties } from '../api-types';
import type { ConsoleDesk } from '../console-desk';
import { HttpError } from '../http-io';
import { isMessage, textOf, type Json } from '../message-json';
import { confirmationOf } from '../new-order';
import { orderViews } from '../order-view';
import { overviewOf } from '../overview';
import { SORTS } from '../partnership-index';
import type { Route } from '../router';
import { wipeChoices } from '../wipe-choices';

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 200;
const MAX_SEARCH_LENGTH = 200;

/** The inventory: overview, list, details. */
export function partnershipRoutes(desk: ConsoleDesk): readonly Route[] {
  return [
    { method: 'GET', path: '/api/overview', handle: (): ApiOverview => overviewOf(desk.inventory) },
    { method: 'GET', path: '/api/partnerships', handle: ({ query }) => page(desk, query) },
    { method: 'GET', path: '/api/partnerships/:guid', handle: ({ params }) => details(desk, params['guid'] ?? '') },
  ];
}

function page(desk: ConsoleDesk, query: URLSearchParams): ApiPage {
  const text = (name: string): string => (query.get(name) ?? '').slice(0, MAX_SEARCH_LENGTH);
  const number = (name: string, fallback: number, most: number): number => {
    const value = Number.parseInt(query.get(name) ?? '', 10);
    return Number.isNaN(value) ? fallback : Math.min(Math.max(value, 0), most);
  };
  return desk.inventory.index.page({
    search: text('search'),
    access: text('access'),
    family: text('family'),
    os: text('os'),
    easVersion: text('easVersion'),
    attention: text('attention'),
    online: text('online'),
    wipe: text('wipe'),
    sort: SORTS.find((name) => name === query.get('sort')) ?? 'user',
    isDescending: query.get('desc') === 'true',
    offset: number('offset', 0, Number.MAX_SAFE_INTEGER),
    limit: number('limit', DEFAULT_LIMIT, MAX_LIMIT),
  });
}

async function details(desk: ConsoleDesk, guid: string): Promise<ApiPartnership> {
  const { inventory } = desk;
  const [row, partnership] = [inventory.index.row(guid), inventory.partnership(guid)];
  if (!row || !partnership) throw new HttpError(404, 'There is no such partnership in the last inventory.');
  const mailbox = inventory.mailbox(textOf(partnership, 'mailboxGuid')) ?? {};
  return {
    row,
    properties: propertiesOf(partnership, mailbox),
    mailboxPolicy: textOf(mailbox, 'activeSyncMailboxPolicy'),
    wipeChoices: wipeChoices(partnership),
    canBlock: textOf(partnership, 'deviceId') !== '',
    confirmation: confirmationOf(partnership, mailbox),
    history: inventory.history.of(guid),
    orders: (await orderViews(desk)).filter((order) => order.guid === guid),
  };
}

/** Everything that Exchange states, in the order in which it comes. */
function propertiesOf(partnership: Json, mailbox: Json): readonly ApiProperties[] {
  const { statistics, capabilities, otherProperties, ...own } = partnership;
  const other = Array.isArray(otherProperties) ? otherProperties.filter(isMessage) : [];
  return [
    { title: 'Partnership', values: valuesOf(own) },
    { title: 'Statistics', values: isMessage(statistics) ? valuesOf(statistics) : [] },
    { title: 'What can be done with it', values: isMessage(capabilities) ? valuesOf(capabilities) : [] },
    { title: 'Mailbox', values: valuesOf(mailbox) },
    {
      title: 'Other properties',
      values: other.map((property) => ({ name: textOf(property, 'name'), value: shown(property['values']) })),
    },
  ].filter(({ values }) => values.length > 0);
}

function valuesOf(message: Json): { readonly name: string; readonly value: string }[] {
  return Object.entries(message)
    .filter(([name]) => name !== 'otherProperties')
    .map(([name, value]) => ({ name, value: shown(value) }));
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.map(shown).join(', ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value ?? '');
}
