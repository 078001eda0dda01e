import type { ApiAccess, ApiWhatIf } from '../api-types';
import type { ConsoleDesk } from '../console-desk';
import { HttpError } from '../http-io';
import { enumName, isMessage, messageOf, messagesOf, textOf, textsOf, type Json } from '../message-json';
import { outcomeView } from '../outcome-view';
import type { Route } from '../router';
import { DESIRED_ACCESS_ID } from '../security-results';
import { WhatIf } from '../what-if';
import { consoleUser } from './order-routes';

/** How long a what-if may take; it waits for a run that is under way. */
const WHAT_IF_TIMEOUT_MS = 5 * 60_000;
const MAX_SUGGESTIONS = 50;
const WAITING = ['AWAITING_APPROVAL', 'WOULD_BE_DONE'];

/** The organization's access settings. */
export function accessRoutes(desk: ConsoleDesk): readonly Route[] {
  const whatIf = new WhatIf(desk);
  return [
    { method: 'GET', path: '/api/access', handle: () => access(desk) },
    { method: 'POST', path: '/api/access/what-if', handle: ({ body }) => ask(whatIf, body) },
    { method: 'PUT', path: '/api/access', handle: ({ body }) => save(desk, whatIf, body) },
    { method: 'DELETE', path: '/api/access', handle: () => stop(desk) },
  ];
}

async function access(desk: ConsoleDesk): Promise<ApiAccess> {
  const { organization } = desk.inventory;
  const settings = messageOf(organization, 'organizationSettings');
  const desired = await desk.settings.section('EASConnectorSecurity', 'desiredAccess');
  const outcome = desk.orders.outcome(DESIRED_ACCESS_ID);
  return {
    current: {
      defaultAccessLevel: enumName('ACCESS_LEVEL', textOf(settings, 'defaultAccessLevel')),
      userMailInsert: textOf(settings, 'userMailInsert'),
      adminMailRecipients: textsOf(settings, 'adminMailRecipients'),
      rules: messagesOf(organization, 'deviceAccessRules').map((rule) => ({
        characteristic: textOf(rule, 'characteristic'),
        queryString: textOf(rule, 'queryString'),
        accessLevel: textOf(rule, 'accessLevel'),
      })),
    },
    ...(isMessage(desired) ? { desired } : {}),
    ...(outcome ? { outcome: outcomeView(outcome) } : {}),
    isApproved: desk.orders.isApproved(DESIRED_ACCESS_ID),
    suggestions: suggestions(desk),
  };
}

function ask(whatIf: WhatIf, body: Json): Promise<ApiWhatIf> {
  return whatIf.ask(desiredOf(body), AbortSignal.timeout(WHAT_IF_TIMEOUT_MS));
}

/** Saves the change that the what-if was about; its approval too, if the person has given it. */
async function save(desk: ConsoleDesk, whatIf: WhatIf, body: Json): Promise<object> {
  const desired = desiredOf(body);
  const { outcome } = whatIf.answerFor(textOf(body, 'whatIf'), desired);
  desk.settings.setDesiredAccess(desired);
  const planHash = outcome?.planHash ?? '';
  if (body['isApproved'] === true && planHash !== '' && WAITING.includes(outcome?.state ?? '')) {
    desk.orders.approve(DESIRED_ACCESS_ID, planHash, consoleUser());
  }
  desk.options.log.write(
    { level: 'info', message: 'The access settings were changed.', fields: { planHash } },
    'console',
  );
  await desk.settingsChanged();
  desk.changed('orders');
  return {};
}

/** The access settings are left to others again. Nothing is changed at Exchange. */
async function stop(desk: ConsoleDesk): Promise<object> {
  desk.settings.setDesiredAccess(undefined);
  desk.orders.forget(DESIRED_ACCESS_ID);
  await desk.settingsChanged();
  desk.changed('orders');
  return {};
}

function desiredOf(body: Json): Json {
  const { desired } = body;
  if (isMessage(desired)) return desired;
  throw new HttpError(422, 'Say what is wanted.');
}

/** What devices say of themselves, for the fields of a rule. */
function suggestions({ inventory }: ConsoleDesk): Readonly<Record<string, readonly string[]>> {
  const classes = messagesOf(inventory.organization, 'deviceClasses');
  const found = (name: string): string[] =>
    [...new Set(classes.map((one) => textOf(one, name)).filter(Boolean))].sort().slice(0, MAX_SUGGESTIONS);
  const systems = new Map<string, number>();
  for (const { os } of inventory.index.rows()) if (os !== '') systems.set(os, (systems.get(os) ?? 0) + 1);
  const frequent = [...systems].sort((a, b) => b[1] - a[1]).slice(0, MAX_SUGGESTIONS);
  return {
    CHARACTERISTIC_DEVICE_TYPE: found('deviceType'),
    CHARACTERISTIC_DEVICE_MODEL: found('deviceModel'),
    CHARACTERISTIC_DEVICE_OS: frequent.map(([os]) => os),
  };
}
