import { isAtLeast } from '../../plugin/exchange/exchange-version';
import { PSGuid, type PSValue } from '../../psrp';
import type { CasSettings } from '../organization/directory';
import type { Mailbox } from '../organization/mailbox';
import type { Reader } from '../organization/reader';
import { serverOf, type Site } from '../organization/sites';
import { type DirectoryObject, directoryProperties, type PropertyTable } from './property-table';

type Entry = readonly [string, (mailbox: Mailbox) => PSValue];

/** What Get-Mailbox shows. */
export function mailboxTable(site: Site): PropertyTable<Mailbox> {
  const properties: Entry[] = [
    ...recipientProperties(site),
    ['Database', (m) => m.database],
    ['ServerName', (m) => serverOf(site, m.database).name.toLowerCase()],
    ['UserPrincipalName', (m) => m.userPrincipalName],
    ['SamAccountName', (m) => m.samAccountName],
    ['ExchangeGuid', (m) => new PSGuid(m.guid)],
    ['IsMailboxEnabled', () => true],
    ['Languages', () => ['en-US']],
    ['ProhibitSendQuota', () => '99 GB (106,300,440,576 bytes)'],
    ['LitigationHoldDuration', () => 'Unlimited'],
    ['IsShared', (m) => m.recipientTypeDetails === 'SharedMailbox'],
    ...directory(site, 'user'),
  ];
  return { typeName: 'Microsoft.Exchange.Data.Directory.Management.Mailbox', properties };
}

/** What Get-User shows. */
export function userTable(site: Site): PropertyTable<Mailbox> {
  const properties: Entry[] = [
    ['UserPrincipalName', (m) => m.userPrincipalName],
    ['SamAccountName', (m) => m.samAccountName],
    ['FirstName', (m) => m.person.firstName],
    ['LastName', (m) => m.person.lastName],
    ['DisplayName', (m) => m.displayName],
    ['Department', (m) => m.department],
    ['Company', () => 'Contoso'],
    ['Title', () => ''],
    ['Phone', () => ''],
    ['MobilePhone', () => ''],
    ['WindowsEmailAddress', (m) => m.primarySmtpAddress],
    ['RecipientType', () => 'UserMailbox'],
    ['RecipientTypeDetails', (m) => m.recipientTypeDetails],
    ['OrganizationalUnit', (m) => m.organizationalUnit],
    ['ExternalDirectoryObjectId', (m) => m.externalDirectoryObjectId],
    ...directory(site, 'user'),
  ];
  return { typeName: 'Microsoft.Exchange.Data.Directory.Management.User', properties };
}

/** What Get-CASMailbox shows. */
export function casMailboxTable(site: Site, reader: Reader, withDebugLogging: boolean): PropertyTable<Mailbox> {
  const cas = remember((mailbox: Mailbox) => reader.cas(mailbox));
  const flag =
    (name: string, otherwise: boolean | string | null): ((mailbox: Mailbox) => PSValue) =>
    (mailbox) => {
      const value = cas(mailbox).flags[name];
      return value === undefined ? otherwise : value;
    };
  const shown = (names: string): Entry[] => names.split(' ').map((name): Entry => [name, flag(name, true)]);
  const versioned: Entry[] = [
    ...(isAtLeast(site.version, '2013') ? shown('OWAforDevicesEnabled') : []),
    ...(isAtLeast(site.version, '2016')
      ? ([['ActiveSyncSuppressReadReceipt', flag('ActiveSyncSuppressReadReceipt', false)]] satisfies Entry[])
      : []),
    ...(site.version === 'Online'
      ? shown('OutlookMobileEnabled UniversalOutlookEnabled MacOutlookEnabled OneWinNativeOutlookEnabled')
      : ([['ServerName', (m) => serverOf(site, m.database).name.toLowerCase()]] satisfies Entry[])),
  ];
  const properties: Entry[] = [
    ['ActiveSyncAllowedDeviceIDs', (m) => cas(m).allowedDeviceIds],
    ['ActiveSyncBlockedDeviceIDs', (m) => cas(m).blockedDeviceIds],
    ['ActiveSyncEnabled', (m) => cas(m).activeSyncEnabled],
    ['ActiveSyncMailboxPolicy', (m) => reader.policyOf(m)?.name ?? null],
    ['ActiveSyncMailboxPolicyIsDefaulted', (m) => isDefaulted(reader, cas(m))],
    // Always false unless it is asked for with the switch of the same name.
    ['ActiveSyncDebugLogging', (m) => withDebugLogging && cas(m).flags['ActiveSyncDebugLogging'] === true],
    ['HasActiveSyncDevicePartnership', (m) => reader.partnershipsOf(m).length > 0],
    ['DisplayName', (m) => m.displayName],
    ['EmailAddresses', (m) => addresses(site, m)],
    ['PrimarySmtpAddress', (m) => m.primarySmtpAddress],
    ['SamAccountName', (m) => m.samAccountName],
    ['LegacyExchangeDN', (m) => legacyDn(site, m)],
    ['LinkedMasterAccount', () => ''],
    ['ExternalDirectoryObjectId', (m) => m.externalDirectoryObjectId],
    ...shown('OWAEnabled ECPEnabled EwsEnabled ImapEnabled MAPIEnabled PopEnabled'),
    ...versioned,
    ...directory(site, 'user'),
  ];
  return { typeName: 'Microsoft.Exchange.Data.Directory.Management.CASMailbox', properties };
}

/** The properties that all recipients show. */
function recipientProperties(site: Site): Entry[] {
  return [
    ['Alias', (m) => m.alias],
    ['DisplayName', (m) => m.displayName],
    ['PrimarySmtpAddress', (m) => m.primarySmtpAddress],
    ['EmailAddresses', (m) => addresses(site, m)],
    ['RecipientType', () => 'UserMailbox'],
    ['RecipientTypeDetails', (m) => m.recipientTypeDetails],
    ['OrganizationalUnit', (m) => m.organizationalUnit],
    ['ExternalDirectoryObjectId', (m) => m.externalDirectoryObjectId],
    ['LegacyExchangeDN', (m) => legacyDn(site, m)],
    ['HiddenFromAddressListsEnabled', () => false],
    ['CustomAttribute1', (m) => m.department],
    ...Array.from({ length: 14 }, (_, number): Entry => [`CustomAttribute${number + 2}`, () => '']),
  ];
}

function directory(site: Site, objectClass: string): Entry[] {
  return directoryProperties<Mailbox>((mailbox) => mailboxObject(site, mailbox, objectClass));
}

/** A mailbox as an object of the directory. */
export function mailboxObject(site: Site, mailbox: Mailbox, objectClass: string): DirectoryObject {
  return {
    name: mailbox.name,
    identity: mailbox.identity,
    distinguishedName: mailbox.distinguishedName,
    guid: mailbox.guid,
    whenCreated: mailbox.whenCreated,
    whenChanged: mailbox.whenCreated,
    organizationId: site.organizationId,
    originatingServer: `dc01.${site.domain.toLowerCase()}`,
    objectClass: ['top', 'person', 'organizationalPerson', objectClass],
  };
}

function addresses(site: Site, mailbox: Mailbox): string[] {
  return site.acceptedDomains.map((domain, place) => `${place === 0 ? 'SMTP' : 'smtp'}:${mailbox.alias}@${domain}`);
}

function legacyDn(site: Site, mailbox: Mailbox): string {
  const group = 'ou=Exchange Administrative Group (FYDIBOHF23SPDLT)';
  return `/o=${site.organizationName}/${group}/cn=Recipients/cn=${mailbox.alias}`;
}

function isDefaulted(reader: Reader, cas: CasSettings): boolean {
  return !reader.policies.some((policy) => policy.guid === cas.policyGuid);
}

/** Keeps the result for the last argument: one object's properties are read one after the other. */
function remember<T, R>(work: (item: T) => R): (item: T) => R {
  let last: { readonly item: T; readonly result: R } | undefined;
  return (item) => {
    if (last?.item !== item) last = { item, result: work(item) };
    return last.result;
  };
}
