import type { Cloud, ExchangeOnline } from '../../../protocol';

/** The addresses of Exchange Online in one cloud. */
export interface CloudAddresses {
  /** Sign-in address without the tenant. */
  readonly authorityUrl: string;
  readonly adminApiUrl: string;
  readonly scope: string;
  /** Other origins by which the admin API may call itself in its answers. */
  readonly adminApiAliases: readonly string[];
}

/**
 * Microsoft's clouds. The alias is inferred: answers of outlook.office365.com name outlook.office.com in their
 * `@odata.context`, so links to further pages may do the same.
 *
 * Admin API hosts: learn.microsoft.com, "Get started with the Exchange Online Admin API", table of endpoints for
 * sovereign clouds. Sign-in addresses: learn.microsoft.com, "Microsoft Entra authentication and national clouds". The
 * scope is the admin API's own host and `.default`, which is how the ExchangeOnlineManagement module asks for it.
 */
export const CLOUDS: Readonly<Record<Cloud, CloudAddresses>> = {
  worldwide: {
    authorityUrl: 'https://login.microsoftonline.com',
    adminApiUrl: 'https://outlook.office365.com',
    scope: 'https://outlook.office365.com/.default',
    adminApiAliases: ['https://outlook.office.com'],
  },
  usGovernmentGccHigh: {
    authorityUrl: 'https://login.microsoftonline.us',
    adminApiUrl: 'https://outlook.office365.us',
    scope: 'https://outlook.office365.us/.default',
    adminApiAliases: [],
  },
  usGovernmentDod: {
    authorityUrl: 'https://login.microsoftonline.us',
    adminApiUrl: 'https://outlook-dod.office365.us',
    scope: 'https://outlook-dod.office365.us/.default',
    adminApiAliases: [],
  },
  china: {
    authorityUrl: 'https://login.partner.microsoftonline.cn',
    adminApiUrl: 'https://outlook.office365.cn',
    scope: 'https://outlook.office365.cn/.default',
    adminApiAliases: [],
  },
};

/** The addresses that hold for a connection: the settings' where they give one, else the cloud's. No slash at the end. */
export function addressesFor(target: ExchangeOnline): CloudAddresses {
  const cloud = CLOUDS[target.cloud];
  return {
    authorityUrl: withoutSlash(target.authorityUrl || cloud.authorityUrl),
    adminApiUrl: withoutSlash(target.adminApiUrl || cloud.adminApiUrl),
    scope: target.scope || cloud.scope,
    adminApiAliases: target.adminApiUrl === '' ? cloud.adminApiAliases : [],
  };
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}
