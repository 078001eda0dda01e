import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { FrameDecoder, MAX_PLUGIN_FRAME_BYTES, messageToJson, type TaskName } from '../../protocol';
import type { PseudonymKind, Pseudonyms } from './pseudonyms';

const MESSAGES: Readonly<Record<TaskName, string>> = {
  EASConnectorManage: 'ManageResult',
  EASConnectorSecurity: 'SecurityResult',
};
/** The newest results that are read: an inventory of a large organization is enough for its names. */
const NEWEST = 3;

/** Addresses, of which each belongs to one person, and names, which several people may have. */
const ADDRESS_FIELDS = ['primarySmtpAddress', 'mailboxPrimarySmtpAddress', 'userPrincipalName'];
const NAME_FIELDS = ['displayName', 'userDisplayName', 'samAccountName'];
/** Fields that name a thing, and what it is. */
const THING_FIELDS: Readonly<Record<string, PseudonymKind>> = {
  deviceId: 'device',
  friendlyName: 'device',
  deviceImei: 'device',
  deviceTelephoneNumber: 'number',
  serverName: 'host',
  database: 'place',
  organizationalUnit: 'place',
  distinguishedName: 'place',
};

/**
 * Learns from the results in a client's data folder who is who, so that a person's name, address and account get the same
 * stand-in. What is not found here is replaced as well, but piece by piece.
 */
export async function learnPeople(dataDir: string, pseudonyms: Pseudonyms): Promise<void> {
  for (const task of Object.keys(MESSAGES) as TaskName[]) {
    const folder = join(dataDir, 'Client', 'Results', task);
    const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.pb')) : [];
    for (const name of files.sort().slice(-NEWEST)) {
      // A file that was cut by a crash, or cannot be read, says what it has said until there.
      await learnFrom(join(folder, name), MESSAGES[task], pseudonyms).catch(() => undefined);
    }
  }
}

async function learnFrom(path: string, message: string, pseudonyms: Pseudonyms): Promise<void> {
  const frames = new FrameDecoder({ maxFrameBytes: MAX_PLUGIN_FRAME_BYTES });
  for await (const chunk of createReadStream(path)) {
    frames.receive(chunk as Uint8Array);
    for (let frame = frames.next(); frame !== undefined; frame = frames.next()) {
      learn(messageToJson(message, frame), pseudonyms);
    }
  }
}

/** Every object that names a person or a thing, however deep. */
export function learn(value: unknown, pseudonyms: Pseudonyms): void {
  if (Array.isArray(value)) for (const item of value) learn(item, pseudonyms);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  const object = value as Readonly<Record<string, unknown>>;
  const text = (name: string): string => (typeof object[name] === 'string' ? object[name] : '');
  const addresses = ADDRESS_FIELDS.map(text);
  pseudonyms.link('person', addresses, [...addresses.map(accountIn), ...NAME_FIELDS.map(text)]);
  for (const [name, kind] of Object.entries(THING_FIELDS)) pseudonyms.link(kind, [text(name)]);
  for (const member of Object.values(object)) learn(member, pseudonyms);
}

/** What stands before the @ is often the name of the account. */
function accountIn(address: string): string {
  return address.includes('@') ? String(address.split('@')[0]) : '';
}
