import type { ExchangeVersion } from '../../plugin/exchange/exchange-version';
import { domainDn, escapeCanonical, escapeRdn } from './distinguished-name';

/** An organizational unit: its names from the domain downwards. */
export interface OrganizationalUnit {
  readonly name: string;
  readonly path: readonly string[];
}

/** A server, as Get-ExchangeServer lists it. */
export interface Server {
  readonly name: string;
  readonly site: string;
  readonly roles: string;
  readonly build: string;
}

/** What is where in the organization: everything that depends on the version and not on the seed. */
export interface Site {
  readonly version: ExchangeVersion;
  /** The Active Directory domain. */
  readonly domain: string;
  /** Domains of addresses; the first is the default. */
  readonly acceptedDomains: readonly [string, ...string[]];
  readonly organizationName: string;
  readonly units: readonly [OrganizationalUnit, ...OrganizationalUnit[]];
  readonly databases: readonly [string, ...string[]];
  readonly servers: readonly [Server, ...Server[]];
  /** For example "Version 15.2 (Build 1748.10)". */
  readonly adminDisplayVersion: string;
  /** The newest EAS version that the server speaks. */
  readonly activeSyncVersion: string;
  /** The folder of the organization's configuration objects in the directory. */
  readonly configurationDn: string;
  /** Before the names of objects in OrganizationId and Identity; empty on-premises. */
  readonly organizationId: string;
  readonly tenantId: string;
}

/** The tenant of the lab's Exchange Online organization. */
export const TENANT_ID = '6f4c1d3e-2b7a-4e58-9c0d-5a1be0c7f201';

const BUILDS: Readonly<Record<ExchangeVersion, readonly [number, number, number, number]>> = {
  '2010': [14, 3, 513, 0],
  '2013': [15, 0, 1497, 48],
  '2016': [15, 1, 2507, 61],
  '2019': [15, 2, 1748, 39],
  SE: [15, 2, 2562, 35],
  Online: [15, 20, 9412, 11],
};

const ACTIVE_SYNC: Readonly<Record<ExchangeVersion, string>> = {
  '2010': '14.1',
  '2013': '14.1',
  '2016': '16.1',
  '2019': '16.1',
  SE: '16.1',
  Online: '16.1',
};

/** The site of a version. */
export function siteOf(version: ExchangeVersion): Site {
  const [major, minor, build, revision] = BUILDS[version];
  const adminDisplayVersion = `Version ${major}.${minor} (Build ${build}.${revision})`;
  return version === 'Online' ? onlineSite(adminDisplayVersion) : onPremisesSite(version, adminDisplayVersion);
}

function onlineSite(adminDisplayVersion: string): Site {
  const tenant = 'contoso.onmicrosoft.com';
  const domain = 'EURPR01A001.PROD.OUTLOOK.COM';
  return {
    version: 'Online',
    domain,
    acceptedDomains: ['contoso.com', tenant],
    organizationName: tenant,
    units: [{ name: tenant, path: ['Microsoft Exchange Hosted Organizations', tenant] }],
    databases: ['EURPR01DG001-db012', 'EURPR01DG004-db101', 'EURPR01DG017-db003'],
    servers: [{ name: 'VI1PR01MB1234', site: 'EURPR01', roles: 'Mailbox', build: adminDisplayVersion }],
    adminDisplayVersion,
    activeSyncVersion: ACTIVE_SYNC.Online,
    configurationDn: `CN=Configuration,CN=${tenant},CN=ConfigurationUnits,DC=EURPR01A001,DC=PROD,DC=OUTLOOK,DC=COM`,
    organizationId: `EURPR01A001.PROD.OUTLOOK.COM/Microsoft Exchange Hosted Organizations/${tenant} - ${tenant}`,
    tenantId: TENANT_ID,
  };
}

function onPremisesSite(version: ExchangeVersion, adminDisplayVersion: string): Site {
  const roles = version === '2010' ? 'Mailbox, ClientAccess, HubTransport' : 'Mailbox, ClientAccess';
  const server = (name: string, site: string): Server => ({
    name,
    site: `contoso.com/Configuration/Sites/${site}`,
    roles: version === 'SE' || version === '2019' || version === '2016' ? 'Mailbox' : roles,
    build: adminDisplayVersion,
  });
  const unit = (...path: [string, ...string[]]): OrganizationalUnit => ({ name: path[path.length - 1] ?? '', path });
  return {
    version,
    domain: 'contoso.com',
    acceptedDomains: ['contoso.com', 'contoso.example'],
    organizationName: 'Contoso',
    units: [
      unit('Users'),
      unit('Sales'),
      unit('Sales', 'North'),
      unit('Sales', 'Süd'),
      unit('Engineering'),
      unit('Engineering', 'R&D, Labs'),
      unit('Finance'),
    ],
    databases: ['DB01', 'DB02', 'DB03', 'DB04', 'DB05', 'DB06'],
    servers: [server('EX01', 'Helsinki'), server('EX02', 'Helsinki'), server('EX03', 'Lappeenranta')],
    adminDisplayVersion,
    activeSyncVersion: ACTIVE_SYNC[version],
    configurationDn: 'CN=Contoso,CN=Microsoft Exchange,CN=Services,CN=Configuration,DC=contoso,DC=com',
    organizationId: '',
    tenantId: '',
  };
}

/** The distinguished name of an organizational unit. `Users` is the domain's container, not a unit. */
export function unitDn(site: Site, unit: OrganizationalUnit): string {
  const names = [...unit.path].reverse().map((name) => (name === 'Users' ? `CN=${name}` : `OU=${escapeRdn(name)}`));
  return [...names, domainDn(site.domain)].join(',');
}

/** The canonical name of an organizational unit, for example contoso.com/Sales/North. */
export function unitCanonicalName(site: Site, unit: OrganizationalUnit): string {
  return [site.domain, ...unit.path.map(escapeCanonical)].join('/');
}

/** Whether the unit is `within`, or below it. */
export function isUnitWithin(unit: OrganizationalUnit, within: OrganizationalUnit): boolean {
  return within.path.every((name, depth) => unit.path[depth] === name);
}

/** The unit that a canonical name, a distinguished name or a plain name means. */
export function findUnit(site: Site, name: string): OrganizationalUnit | undefined {
  const wanted = name.toLowerCase();
  return site.units.find(
    (unit) =>
      unitCanonicalName(site, unit).toLowerCase() === wanted ||
      unitDn(site, unit).toLowerCase() === wanted ||
      unit.name.toLowerCase() === wanted,
  );
}

/** The server that holds a database. */
export function serverOf(site: Site, database: string): Server {
  return site.servers[site.databases.indexOf(database) % site.servers.length] ?? site.servers[0];
}
