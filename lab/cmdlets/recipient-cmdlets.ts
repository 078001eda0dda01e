import { PSGuid, type PSObject, type PSValue } from '../../psrp';
import { domainDn } from '../organization/distinguished-name';
import type { DynamicMembership, Group, GroupMember, RemoteRecipient } from '../organization/groups';
import type { Mailbox } from '../organization/mailbox';
import type { Organization } from '../organization/organization';
import type { Reader } from '../organization/reader';
import { findUnit, isUnitWithin, unitCanonicalName, unitDn } from '../organization/sites';
import { type Cmdlet, type CmdletCall, listObjects, missing, readerOf } from './cmdlet';
import { mailboxObject } from './mailbox-tables';
import { parseFilter } from './opath-filter';
import { type DirectoryObject, directoryProperties, propertyReader, type PropertyTable } from './property-table';

/** Get-Recipient: mailboxes, groups, and recipients whose mailboxes are elsewhere; what a filter would find, too. */
export const getRecipient: Cmdlet = (call) => {
  const { parameters } = call;
  const identity = parameters.text('Identity');
  const types = parameters.list('RecipientTypeDetails', []).map((type) => type.toLowerCase());
  const wanted = function* (): Iterable<GroupMember> {
    for (const member of identity === '' ? everyone(call) : [theRecipient(call, identity)]) {
      if (types.length === 0 || types.includes(typeDetails(call, member).toLowerCase())) yield member;
    }
  };
  const rule = {
    recipientFilter: parameters.text('RecipientPreviewFilter'),
    unit: parameters.text('OrganizationalUnit'),
  };
  return listObjects(call, matchingRule(call, wanted(), rule), memberTable(call));
};

/** Get-DistributionGroupMember: one level; a member group's own members are not among them. */
export const getDistributionGroupMember: Cmdlet = (call) => {
  const identity = call.parameters.text('Identity');
  const group = findGroup(call.organization, identity);
  // A dynamic distribution group is none that this cmdlet knows.
  if (group === undefined || group.dynamic !== undefined) throw missing(call, identity);
  return listObjects(call, membersOf(call.organization, readerOf(call), group), memberTable(call));
};

/** Get-Group and Get-DistributionGroup. */
export const getGroup: Cmdlet = (call): Iterable<PSObject> =>
  listObjects(
    call,
    selectGroups(call, (group) => group.dynamic === undefined),
    groupTable(call),
  );

/** Get-DynamicDistributionGroup. */
export const getDynamicDistributionGroup: Cmdlet = (call) =>
  listObjects(
    call,
    selectGroups(call, (group) => group.dynamic !== undefined),
    dynamicGroupTable(call),
  );

/** Get-DynamicDistributionGroupMember, which only Exchange Online has. */
export const getDynamicDistributionGroupMember: Cmdlet = (call) => {
  const [group] = selectGroups(call, ({ dynamic }) => dynamic !== undefined);
  return listObjects(call, matchingRule(call, everyone(call), group?.dynamic), memberTable(call));
};

function selectGroups(call: CmdletCall, isOfKind: (group: Group) => boolean): readonly Group[] {
  const identity = call.parameters.text('Identity');
  if (identity === '') return call.organization.groups.filter(isOfKind);
  const found = findGroup(call.organization, identity);
  if (found === undefined || !isOfKind(found)) throw missing(call, identity);
  return [found];
}

/** Those of the recipients that a dynamic group with this rule has as members. */
function* matchingRule(
  call: CmdletCall,
  members: Iterable<GroupMember>,
  rule: DynamicMembership | undefined,
): Iterable<GroupMember> {
  const { recipientFilter = '', unit: unitName = '' } = rule ?? {};
  const { site } = call.organization;
  const filter = recipientFilter === '' ? undefined : parseFilter(recipientFilter);
  const read = propertyReader(memberTable(call));
  const isDomain = [site.domain, domainDn(site.domain)].some((name) => name.toLowerCase() === unitName.toLowerCase());
  const unit = unitName === '' || isDomain ? undefined : findUnit(site, unitName);
  if (unit === undefined && unitName !== '' && !isDomain) throw missing(call, unitName);
  for (const member of members) {
    const place = member.kind === 'mailbox' ? member.mailbox.unit : site.units[0];
    if (unit !== undefined && !isUnitWithin(place, unit)) continue;
    if (filter === undefined || filter((name) => read(member, name))) yield member;
  }
}

function findGroup(organization: Organization, identity: string): Group | undefined {
  const wanted = identity.toLowerCase();
  return organization.groups.find((group) => {
    const { name, identity: shown, distinguishedName, guid } = groupObject(organization, group);
    const address = `${group.alias}@${organization.site.acceptedDomains[0]}`;
    return [name, group.alias, shown, distinguishedName, guid, address].some((text) => text.toLowerCase() === wanted);
  });
}

function* membersOf(organization: Organization, reader: Reader, group: Group): Iterable<GroupMember> {
  for (const other of organization.groups) {
    if (group.groups.includes(other.name)) yield { kind: 'group', group: other };
  }
  for (const recipient of group.remotes) yield { kind: 'remote', recipient };
  for (const mailbox of reader.mailboxes()) if (group.hasMailbox(mailbox)) yield { kind: 'mailbox', mailbox };
}

function* everyone(call: CmdletCall): Iterable<GroupMember> {
  for (const mailbox of readerOf(call).mailboxes()) yield { kind: 'mailbox', mailbox };
  for (const group of call.organization.groups) yield { kind: 'group', group };
  for (const recipient of call.organization.remotes) yield { kind: 'remote', recipient };
}

function theRecipient(call: CmdletCall, identity: string): GroupMember {
  const { organization } = call;
  const mailbox = organization.identities.mailbox(readerOf(call), identity);
  if (mailbox !== undefined) return { kind: 'mailbox', mailbox };
  const group = findGroup(organization, identity);
  if (group !== undefined) return { kind: 'group', group };
  const wanted = identity.toLowerCase();
  const recipient = organization.remotes.find((remote) => {
    const { name, identity: shown, distinguishedName, guid } = remoteObject(organization, remote);
    const addresses = organization.site.acceptedDomains.map((domain) => `${remote.alias}@${domain}`);
    return [name, remote.alias, shown, distinguishedName, guid, ...addresses].some(
      (text) => text.toLowerCase() === wanted,
    );
  });
  if (recipient === undefined) throw missing(call, identity);
  return { kind: 'remote', recipient };
}

function typeDetails(call: CmdletCall, member: GroupMember): string {
  switch (member.kind) {
    case 'mailbox':
      return member.mailbox.recipientTypeDetails;
    case 'group':
      return groupType(member.group);
    case 'remote':
      return call.organization.site.version === 'Online' ? 'MailUser' : 'RemoteUserMailbox';
  }
}

function groupType(group: Group): string {
  if (group.dynamic !== undefined) return 'DynamicDistributionGroup';
  return group.isSecurityGroup ? 'MailUniversalSecurityGroup' : 'MailUniversalDistributionGroup';
}

function groupObject(organization: Organization, group: Group): DirectoryObject {
  return plainObject(organization, group.name, organization.world.guids.encode('group', group.number), [
    'top',
    'group',
  ]);
}

function remoteObject(organization: Organization, remote: RemoteRecipient): DirectoryObject {
  const guid = organization.world.guids.encode('other', 1000 + remote.number);
  return plainObject(organization, remote.name, guid, ['top', 'person', 'organizationalPerson', 'user']);
}

function plainObject(organization: Organization, name: string, guid: string, objectClass: string[]): DirectoryObject {
  const { site, world } = organization;
  const [unit] = site.units;
  const created = world.origin - 1500 * 86_400_000;
  return {
    name,
    identity: site.version === 'Online' ? name : `${unitCanonicalName(site, unit)}/${name}`,
    distinguishedName: `CN=${name},${unitDn(site, unit)}`,
    guid,
    whenCreated: created,
    whenChanged: created,
    organizationId: site.organizationId,
    originatingServer: `dc01.${site.domain.toLowerCase()}`,
    objectClass,
  };
}

function memberObject(call: CmdletCall, member: GroupMember): DirectoryObject {
  switch (member.kind) {
    case 'mailbox':
      return mailboxObject(call.organization.site, member.mailbox, 'user');
    case 'group':
      return groupObject(call.organization, member.group);
    case 'remote':
      return remoteObject(call.organization, member.recipient);
  }
}

/** What recipients of any kind show. */
function memberTable(call: CmdletCall): PropertyTable<GroupMember> {
  const { site } = call.organization;
  const ofMailbox =
    (read: (mailbox: Mailbox) => PSValue): ((member: GroupMember) => PSValue) =>
    (member) =>
      member.kind === 'mailbox' ? read(member.mailbox) : '';
  const alias = (member: GroupMember): string => {
    if (member.kind === 'mailbox') return member.mailbox.alias;
    return member.kind === 'group' ? member.group.alias : member.recipient.alias;
  };
  return {
    typeName: 'Microsoft.Exchange.Data.Directory.Management.ReducedRecipient',
    properties: [
      ['Alias', alias],
      ['DisplayName', (m) => (m.kind === 'mailbox' ? m.mailbox.displayName : memberObject(call, m).name)],
      ['PrimarySmtpAddress', (m) => `${alias(m)}@${site.acceptedDomains[0]}`],
      ['ExternalEmailAddress', (m) => (m.kind === 'remote' ? `SMTP:${alias(m)}@contoso.mail.onmicrosoft.com` : '')],
      ['RecipientType', (m) => recipientType(m)],
      ['RecipientTypeDetails', (m) => typeDetails(call, m)],
      ['Database', ofMailbox((m) => m.database)],
      ['Department', ofMailbox((m) => m.department)],
      ['CustomAttribute1', ofMailbox((m) => m.department)],
      ['SamAccountName', ofMailbox((m) => m.samAccountName)],
      ['ExternalDirectoryObjectId', ofMailbox((m) => m.externalDirectoryObjectId)],
      [
        'ExchangeGuid',
        (m) => new PSGuid(m.kind === 'mailbox' ? m.mailbox.guid : '00000000-0000-0000-0000-000000000000'),
      ],
      [
        'OrganizationalUnit',
        (m) => (m.kind === 'mailbox' ? m.mailbox.organizationalUnit : unitCanonicalName(site, site.units[0])),
      ],
      ...directoryProperties<GroupMember>((member) => memberObject(call, member)),
    ],
  };
}

/** What Get-DynamicDistributionGroup shows besides what every group does. */
function dynamicGroupTable(call: CmdletCall): PropertyTable<Group> {
  const { site } = call.organization;
  const container = ({ dynamic }: Group): string => {
    const unit = dynamic?.unit === undefined ? undefined : findUnit(site, dynamic.unit);
    if (unit !== undefined) return unitCanonicalName(site, unit);
    return site.version === 'Online' ? unitCanonicalName(site, site.units[0]) : site.domain;
  };
  const shown = groupTable(call).properties.filter(([name]) => name !== 'Members');
  return {
    typeName: 'Microsoft.Exchange.Data.Directory.Management.DynamicDistributionGroup',
    properties: [
      ['RecipientFilter', (group) => group.dynamic?.recipientFilter ?? ''],
      ['RecipientContainer', container],
      ...shown,
    ],
  };
}

function recipientType(member: GroupMember): string {
  if (member.kind === 'group') return groupType(member.group);
  return member.kind === 'mailbox' ? 'UserMailbox' : 'MailUser';
}

function groupTable(call: CmdletCall): PropertyTable<Group> {
  const { organization } = call;
  const reader = readerOf(call);
  return {
    typeName: 'Microsoft.Exchange.Data.Directory.Management.WindowsGroup',
    properties: [
      ['DisplayName', (group) => group.name],
      ['Alias', (group) => group.alias],
      ['WindowsEmailAddress', (group) => `${group.alias}@${organization.site.acceptedDomains[0]}`],
      ['PrimarySmtpAddress', (group) => `${group.alias}@${organization.site.acceptedDomains[0]}`],
      ['GroupType', (group) => (group.isSecurityGroup ? 'Universal, SecurityEnabled' : 'Universal')],
      ['RecipientType', groupType],
      ['RecipientTypeDetails', groupType],
      [
        'Members',
        (group) => [...membersOf(organization, reader, group)].map((member) => memberObject(call, member).identity),
      ],
      ['OrganizationalUnit', () => unitCanonicalName(organization.site, organization.site.units[0])],
      ...directoryProperties<Group>((group) => groupObject(organization, group)),
    ],
  };
}
