import type { ClientCapabilities, ClientFamily } from '../../protocol';
import { isAtLeast, type ExchangeVersion } from './exchange-version';

/** What tells one client from another. */
export interface ClientTraits {
  readonly clientType: string;
  readonly clientVersion: string;
  readonly deviceType: string;
  readonly deviceModel: string;
  readonly deviceUserAgent: string;
}

/**
 * What kind of client it is. The client type, which the server sets itself, goes before what the device says of itself.
 */
export function clientFamily(client: ClientTraits): ClientFamily {
  const type = client.clientType.toLowerCase();
  const device = client.deviceType.toLowerCase();
  const agent = client.deviceUserAgent.toLowerCase();
  if (type === 'mowa' || device.startsWith('owa for devices')) return 'owaForDevices';
  if (type === 'universaloutlook' || device === 'universaloutlook' || device === 'windowsmail') return 'windowsMail';
  if (type === 'rest' || type === 'outlook') return 'outlookMobile';
  // Outlook for iOS and Android once spoke EAS through its own service; on-premises it still does.
  if (device === 'outlook' || device === 'outlookservice' || agent.startsWith('outlook-')) return 'outlookMobile';
  if (type !== '' && type !== 'eas') return 'unknown';
  if (/^(iphone|ipad|ipod)/.test(device) || agent.startsWith('apple-')) return 'appleMail';
  if (/^(wp8?|windowsphone|pocketpc|smartphone)/.test(device)) return 'windowsPhone';
  if (/android|samsung/.test(device) || /^(android|samsung|gmail)/.test(agent)) return 'androidMail';
  return device === '' && agent === '' ? 'unknown' : 'otherEas';
}

/** True for a client that speaks Exchange ActiveSync itself: what a plain wipe does to it is to erase all of it. */
export function speaksEas(client: ClientTraits): boolean {
  const type = client.clientType.toLowerCase();
  return (type === '' || type === 'eas') && clientFamily(client) !== 'outlookMobile';
}

/** A protocol version ("16.1") as a number that can be compared: 1601. NaN if it is none. */
export function easVersionNumber(version: string): number {
  const match = /^(\d{1,2})\.(\d{1,2})$/.exec(version.trim());
  return match ? Number(match[1]) * 100 + Number(match[2]) : NaN;
}

const EAS_16_1 = 1601;

/** True if an EAS client has the version that account-only wipes, and Exchange Online since March 2026, need. */
export function hasEas161(client: ClientTraits): boolean {
  return speaksEas(client) && easVersionNumber(client.clientVersion) >= EAS_16_1;
}

/** True when Exchange Online refuses the client: EAS below 16.1. A version that is not known says nothing. */
export function isCutOffOnline(client: ClientTraits, version: ExchangeVersion): boolean {
  return version === 'Online' && speaksEas(client) && easVersionNumber(client.clientVersion) < EAS_16_1;
}

/** What can be done with a client on a server of this version. */
export function clientCapabilities(client: ClientTraits, version: ExchangeVersion): ClientCapabilities {
  const family = clientFamily(client);
  const isEas = speaksEas(client);
  return {
    wipeErases: wipeErases(family, isEas),
    accountOnlyWipe: isAtLeast(version, '2016') && hasEas161(client),
    // Mail and Calendar of Windows is shown as blocked and synchronizes all the same.
    accessRules: family !== 'windowsMail' && family !== 'owaForDevices',
    mailboxPolicy: isEas || family === 'windowsMail',
  };
}

function wipeErases(family: ClientFamily, isEas: boolean): ClientCapabilities['wipeErases'] {
  if (family === 'outlookMobile') return 'app data';
  return isEas ? 'whole device' : '';
}
