import { hostname } from 'node:os';
import { hasErrors } from '../../../protocol';
import type { ApiSaved, ApiSettings } from '../api-types';
import type { ConsoleDesk } from '../console-desk';
import { formSchema } from '../form-schema';
import { HttpError } from '../http-io';
import { isMessage, type Json } from '../message-json';
import type { Schema } from '../settings-schema';
import type { Route } from '../router';

/** The parts of the form: what each is drawn from, and where its values are. */
const PARTS = {
  host: { message: 'HostSettings' },
  connection: { message: 'Connection', without: ['powerShell', 'network'] },
  'connection.network': { message: 'Network' },
  'connection.powerShell': { message: 'PowerShell' },
  'manage.scope': { message: 'Scope' },
  'manage.inventory': { message: 'InventorySettings' },
  'manage.limits': { message: 'Limits' },
  'manage.logging': { message: 'Logging' },
  'security.safety': { message: 'SafetyLimits' },
  'security.scope': { message: 'Scope' },
  'security.hygiene': { message: 'Hygiene' },
  'security.limits': { message: 'Limits' },
  'security.logging': { message: 'Logging' },
} as const;

/** The system settings of the connector. */
export function settingsRoutes(desk: ConsoleDesk): readonly Route[] {
  const schema = formParts(desk);
  return [
    { method: 'GET', path: '/api/settings', handle: () => settings(desk, schema) },
    { method: 'POST', path: '/api/settings/check', handle: ({ body }) => take(desk, body, false) },
    { method: 'PUT', path: '/api/settings', handle: ({ body }) => take(desk, body, true) },
    { method: 'DELETE', path: '/api/settings', handle: () => reset(desk) },
  ];
}

function formParts({ schema }: ConsoleDesk): Readonly<Record<string, Schema>> {
  return Object.fromEntries(
    Object.entries(PARTS).map(([name, part]) => {
      const { properties = {}, ...message } = schema.message(part.message);
      const apart: readonly string[] = 'without' in part ? part.without : [];
      const own = Object.entries(properties).filter(([property]) => !apart.includes(property));
      return [name, formSchema(schema, { ...message, properties: Object.fromEntries(own) })];
    }),
  );
}

async function settings(desk: ConsoleDesk, schema: Readonly<Record<string, unknown>>): Promise<ApiSettings> {
  return { schema, ...(await desk.settings.form()), hostName: hostname() };
}

async function take(desk: ConsoleDesk, body: Json, isSaving: boolean): Promise<ApiSaved> {
  const { values } = body;
  if (!isMessage(values)) throw new HttpError(422, 'Send the values of the form.');
  const problems = await desk.settings.take(values, isSaving);
  const isSaved = isSaving && !hasErrors(problems);
  if (isSaved) {
    desk.options.log.write({ level: 'info', message: 'The settings were changed.' }, 'console');
    await desk.settingsChanged();
  }
  return { isSaved, problems };
}

async function reset(desk: ConsoleDesk): Promise<object> {
  desk.settings.reset();
  await desk.settingsChanged();
  return {};
}
