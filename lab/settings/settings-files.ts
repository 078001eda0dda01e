import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { countDestructive, type SampleAction } from './sample-actions';

/** The way to the lab's admin API, as the settings name it. */
export interface OnlineAddress {
  readonly url: string;
  readonly tokenUrl: string;
  readonly tenant: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly caFile: string;
}

/** Writes ready-made settings of both tasks, in the JSON form that `run` reads; gives the files. */
export function writeSettings(
  folder: string,
  address: OnlineAddress,
  actions: readonly SampleAction[],
  issuedAt: number,
): { readonly manage: string; readonly security: string } {
  const common = {
    contractVersion: '1.0',
    host: { enabled: true, issuedAt: new Date(issuedAt).toISOString() },
    connection: {
      id: 'lab',
      displayName: 'The lab',
      exchangeOnline: {
        tenant: address.tenant,
        clientId: address.clientId,
        clientSecret: address.clientSecret,
        authorityUrl: new URL(address.tokenUrl).origin,
        adminApiUrl: new URL(address.url).origin,
        organization: 'contoso.onmicrosoft.com',
      },
      network: { caFile: address.caFile },
    },
  };
  const limit = Math.max(10, countDestructive(actions) + 5);
  const security = {
    ...common,
    actions,
    safety: { maxDestructivePerRun: limit, maxDestructivePerDay: Math.max(50, limit * 2) },
  };
  const files = { manage: join(folder, 'manage-settings.json'), security: join(folder, 'security-settings.json') };
  // A secret stands in them.
  writeFileSync(files.manage, `${JSON.stringify(common, null, 2)}\n`, { mode: 0o600 });
  writeFileSync(files.security, `${JSON.stringify(security, null, 2)}\n`, { mode: 0o600 });
  return files;
}
