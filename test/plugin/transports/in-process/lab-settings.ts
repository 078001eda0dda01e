import { sampleActions } from '../../../../lab/settings/sample-actions';
import type { Lab } from '../../../../lab';
import type { Json } from '../../../e2e/lab-run';

/** The PowerShell 7 of these tests. */
const PWSH = process.env['EAS_PWSH'] ?? 'pwsh';

/** The settings of both tasks that reach a lab over `inProcess`: the Management Tools, or the module of Exchange Online. */
export function inProcessSettings(lab: Lab): Json {
  const powerShell = { executable: PWSH, edition: 'POWER_SHELL_EDITION_POWER_SHELL' };
  const { adminApi, powershell } = lab.description;
  const target = adminApi
    ? {
        exchangeOnline: {
          tenant: adminApi.tenant,
          clientId: adminApi.clientId,
          organization: 'contoso.onmicrosoft.com',
          managedIdentity: { userAssigned: true },
        },
        powerShell: { ...powerShell, exchangeOnlineModule: powershell.onlineModule },
      }
    : { managementTools: { remoteExchangeScript: powershell.remoteExchange }, powerShell };
  return {
    contractVersion: '1.0',
    host: { enabled: true },
    connection: { id: 'lab', transport: 'TRANSPORT_IN_PROCESS', ...target },
  };
}

/** The same with the lab's sample actions: wipes, and one of each other kind. */
export function securitySettings(lab: Lab): Json {
  const safety = { maxDestructivePerRun: 20, maxDestructivePerDay: 50 };
  return { ...inProcessSettings(lab), actions: sampleActions(lab.organization, 3), safety };
}
