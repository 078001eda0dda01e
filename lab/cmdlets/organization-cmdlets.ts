import type { PSObject } from '../../psrp';
import { PSGuid, type PSValue } from '../../psrp';
import type { OrganizationalUnit, Server } from '../organization/sites';
import { unitCanonicalName, unitDn } from '../organization/sites';
import { type Cmdlet, type CmdletCall, listObjects, missing } from './cmdlet';
import { directoryProperties, objectMaker, type PropertyTable } from './property-table';

/** The roles of the lab's administrators. */
const ROLE_ASSIGNMENTS = [
  ['Organization Client Access', 'Organization Management'],
  ['Mail Recipients', 'Organization Management'],
  ['View-Only Configuration', 'Organization Management'],
  ['View-Only Recipients', 'Organization Management'],
  ['Recipient Policies', 'Organization Management'],
  ['Mail Recipients', 'Recipient Management'],
] as const;

/** Get-OrganizationalUnit. */
export const getOrganizationalUnit: Cmdlet = (call) => {
  const { site } = call.organization;
  const identity = call.parameters.text('Identity').toLowerCase();
  const search = call.parameters.text('SearchText').toLowerCase();
  const units = site.units.filter((unit) => {
    if (search !== '' && !unit.name.toLowerCase().includes(search)) return false;
    const names = [unit.name, unitCanonicalName(site, unit), unitDn(site, unit)];
    return identity === '' || names.some((name) => name.toLowerCase() === identity);
  });
  if (identity !== '' && units.length === 0) throw missing(call, identity);
  return listObjects(call, units, unitTable(call));
};

/** Get-OrganizationConfig. */
export const getOrganizationConfig: Cmdlet = (call) => {
  const { site, world } = call.organization;
  return one(call, 'Microsoft.Exchange.Data.Directory.Management.OrganizationConfig', [
    ['DisplayName', 'Contoso'],
    ['IsDehydrated', false],
    [
      'AdminDisplayVersion',
      site.version === 'Online'
        ? `0.20 (${site.adminDisplayVersion.replace(/.*Build (.*)\)/, '15.20.$1')})`
        : site.adminDisplayVersion,
    ],
    ['IsExchangeOnline', site.version === 'Online'],
    ['ObjectVersion', 16223],
    ['ActivityBasedAuthenticationTimeoutEnabled', true],
    ['EwsEnabled', null],
    ['Name', site.organizationName],
    ['Identity', site.organizationName],
    ['Guid', new PSGuid(world.guids.encode('other', 2))],
    ['OrganizationId', site.organizationId],
  ]);
};

/** Get-AcceptedDomain. */
export const getAcceptedDomain: Cmdlet = (call) => {
  const { site, world } = call.organization;
  const identity = call.parameters.text('Identity').toLowerCase();
  const domains = site.acceptedDomains.filter((domain) => identity === '' || domain === identity);
  if (identity !== '' && domains.length === 0) throw missing(call, identity);
  return domains.flatMap((domain) => [
    ...one(call, 'Microsoft.Exchange.Data.Directory.SystemConfiguration.AcceptedDomain', [
      ['DomainName', domain],
      ['DomainType', 'Authoritative'],
      ['Default', domain === site.acceptedDomains[0]],
      ['InitialDomain', domain.endsWith('.onmicrosoft.com')],
      ['Name', domain],
      ['Identity', domain],
      ['Guid', new PSGuid(world.guids.encode('other', 10 + site.acceptedDomains.indexOf(domain)))],
    ]),
  ]);
};

/** Get-ExchangeServer. */
export const getExchangeServer: Cmdlet = (call) => {
  const { site } = call.organization;
  const identity = call.parameters.text('Identity').toLowerCase();
  const servers = site.servers.filter(({ name }) => {
    const names = [name, `${name}.${site.domain}`];
    return identity === '' || names.some((other) => other.toLowerCase() === identity);
  });
  if (identity !== '' && servers.length === 0) throw missing(call, identity);
  return listObjects(call, servers, serverTable(call), Infinity);
};

/** Get-ThrottlingPolicy: the global one. */
export const getThrottlingPolicy: Cmdlet = (call) => {
  const { site, world } = call.organization;
  const budget: [string, PSValue][] =
    site.version === '2010'
      ? [
          ['EASPercentTimeInAD', '50'],
          ['EASPercentTimeInCAS', '75'],
          ['EASPercentTimeInMailboxRPC', '30'],
        ]
      : [
          ['EasMaxBurst', '480000'],
          ['EasRechargeRate', '1800000'],
          ['EasCutoffBalance', '600000'],
        ];
  return one(call, 'Microsoft.Exchange.Data.Directory.SystemConfiguration.ThrottlingPolicy', [
    ['Name', 'GlobalThrottlingPolicy_lab'],
    ['Identity', 'GlobalThrottlingPolicy_lab'],
    ['ThrottlingPolicyScope', 'Global'],
    ['IsDefault', true],
    ['EasMaxConcurrency', '10'],
    ['EasMaxDevices', site.version === '2010' ? '10' : '100'],
    ['EasMaxDeviceDeletesPerMonth', '20'],
    ['EasMaxInactivityForDeviceCleanup', 'Unlimited'],
    ['PowerShellMaxConcurrency', '18'],
    ['PowerShellMaxCmdlets', 'Unlimited'],
    ...budget,
    ['Guid', new PSGuid(world.guids.encode('other', 3))],
  ]);
};

/** Nobody has a throttling policy of their own: the global one holds. */
export const getThrottlingPolicyAssociation: Cmdlet = (call) => {
  const identity = call.parameters.text('Identity');
  if (identity === '') return [];
  return one(call, 'Microsoft.Exchange.Data.Directory.Management.ThrottlingPolicyAssociation', [
    ['ObjectId', identity],
    ['ThrottlingPolicyId', null],
    ['Name', identity],
    ['Identity', identity],
  ]);
};

/** Get-ManagementRoleAssignment: what the lab's administrators may do. */
export const getManagementRoleAssignment: Cmdlet = (call) => {
  const wantedRole = call.parameters.text('Role').toLowerCase();
  const assignments = ROLE_ASSIGNMENTS.filter(([role]) => wantedRole === '' || role.toLowerCase() === wantedRole);
  return assignments.flatMap(([role, assignee]) => [
    ...one(call, 'Microsoft.Exchange.Data.Directory.SystemConfiguration.ExchangeRoleAssignmentPresentation', [
      ['Role', role],
      ['RoleAssigneeName', assignee],
      ['RoleAssigneeType', 'RoleGroup'],
      ['AssignmentMethod', 'Direct'],
      ['EffectiveUserName', 'All Group Members'],
      ['Enabled', true],
      ['Name', `${role}-${assignee}`],
      ['Identity', `${role}-${assignee}`],
    ]),
  ]);
};

/** Set-ADServerSettings is for the session; the lab always views the entire forest. */
export const setAdServerSettings: Cmdlet = () => [];

function one(call: CmdletCall, typeName: string, values: readonly (readonly [string, PSValue])[]): PSObject[] {
  const properties = values.map(([name, value]) => [name, (): PSValue => value] as const);
  return [objectMaker<undefined>({ typeName, properties }, call.select)(undefined)];
}

function unitTable(call: CmdletCall): PropertyTable<OrganizationalUnit> {
  const { site, world } = call.organization;
  return {
    typeName: 'Microsoft.Exchange.Data.Directory.Management.ExtendedOrganizationalUnit',
    properties: [
      ['CanonicalName', (unit) => unitCanonicalName(site, unit)],
      ...directoryProperties<OrganizationalUnit>((unit) => ({
        name: unit.name,
        identity: unitCanonicalName(site, unit),
        distinguishedName: unitDn(site, unit),
        guid: world.guids.encode('other', 100 + site.units.indexOf(unit)),
        whenCreated: world.origin - 3000 * 86_400_000,
        whenChanged: world.origin - 3000 * 86_400_000,
        organizationId: site.organizationId,
        originatingServer: `dc01.${site.domain.toLowerCase()}`,
        objectClass: ['top', 'organizationalUnit'],
      })),
    ],
  };
}

function serverTable(call: CmdletCall): PropertyTable<Server> {
  const { site, world } = call.organization;
  return {
    typeName: 'Microsoft.Exchange.Data.Directory.Management.ExchangeServer',
    properties: [
      ['Fqdn', (server) => `${server.name}.${site.domain}`],
      ['Site', (server) => server.site],
      ['ServerRole', (server) => server.roles],
      ['Edition', () => 'Enterprise'],
      ['AdminDisplayVersion', (server) => server.build],
      ['IsMailboxServer', () => true],
      ['IsClientAccessServer', () => true],
      ...directoryProperties<Server>((server) => ({
        name: server.name,
        identity: server.name,
        distinguishedName: `CN=${server.name},CN=Servers,${site.configurationDn}`,
        guid: world.guids.encode('other', 200 + site.servers.indexOf(server)),
        whenCreated: world.origin - 2500 * 86_400_000,
        whenChanged: world.origin - 100 * 86_400_000,
        organizationId: site.organizationId,
        originatingServer: `dc01.${site.domain.toLowerCase()}`,
        objectClass: ['top', 'server', 'msExchExchangeServer'],
      })),
    ],
  };
}
