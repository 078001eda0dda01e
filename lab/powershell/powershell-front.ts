import { randomBytes } from 'node:crypto';
import type { CmdletRunner } from '../cmdlets';
import type { Journal } from '../control/journal';
import type { FaultBook } from '../faults/fault-book';
import type { Organization } from '../organization/organization';
import type { CmdletReference } from '../reference/reference';
import { installScripts } from './install-scripts';
import type { OnlineApplication } from './online-connections';
import { PowerShellServer } from './powershell-server';
import { fullName, type ShellAccount } from './remote-endpoint';

/** How a PowerShell on this computer reaches the lab. docs/lab.md says how each is used. */
export interface PowerShellDescription {
  /** The cmdlets of the lab's version as a module, as the snap-in would offer them. */
  readonly module: string;
  /** A script that offers Connect-ExchangeServer. Not for Exchange Online. */
  readonly remoteExchange?: string;
  /** An ExchangeOnlineManagement module. Only for Exchange Online. */
  readonly onlineModule?: string;
  /** New-PSSession with the parameters for WSMan, and the cmdlets for snap-ins. Not for Exchange Online. */
  readonly hostModule?: string;
  /** A PowerShell 7 that has `hostModule` in it when it runs in server mode. Where the lab can start one. */
  readonly executable?: string;
  /** What New-PSSession takes. Not for Exchange Online. */
  readonly remoteSession?: ShellAccount & { readonly urls: readonly string[]; readonly configurationName: string };
  /** Environment variables for a PowerShell that is to find all of this by name. */
  readonly environment: Readonly<Record<string, string>>;
}

/** What the front is made of. */
export interface PowerShellFrontOptions {
  readonly organization: Organization;
  readonly runner: CmdletRunner;
  readonly reference: CmdletReference;
  readonly faults: FaultBook;
  readonly journal: Journal;
  readonly application: OnlineApplication;
  /** The lab's folder; the scripts are written into it. */
  readonly folder: string;
  /** The environment in which the lab runs: where `pwsh` is found. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Front 3 of the lab: the cmdlets inside a real PowerShell. */
export class PowerShellFront {
  private readonly server: PowerShellServer;
  private readonly account: ShellAccount;

  constructor(private readonly options: PowerShellFrontOptions) {
    this.account = accountOf(options.organization);
    this.server = new PowerShellServer({ ...options, account: this.account });
  }

  /** How many shells of remote sessions are open. */
  get openShells(): number {
    return this.server.openShells;
  }

  /** Begins to listen and writes the scripts. */
  async open(): Promise<PowerShellDescription> {
    const { organization, runner, reference, folder, environment } = this.options;
    const { site } = organization;
    const isOnline = site.version === 'Online';
    const servers = isOnline ? [] : site.servers.map(({ name }) => fullName(name, site));
    const { executable, ...installed } = installScripts({
      folder,
      version: site.version,
      names: runner.names(),
      reference,
      url: await this.server.open(),
      token: this.server.token,
      servers,
      tenant: site.tenantId,
      environment,
    });
    const { module, onlineModule, remoteExchange, hostModule } = installed;
    if (isOnline) return { module, onlineModule, environment: installed.environment };
    const urls = servers.map((server) => `http://${server}/PowerShell/`);
    return {
      module,
      remoteExchange,
      hostModule,
      ...(executable === undefined ? {} : { executable }),
      remoteSession: { urls, configurationName: 'Microsoft.Exchange', ...this.account },
      environment: installed.environment,
    };
  }

  async close(): Promise<void> {
    await this.server.close();
  }
}

/** The account for remote sessions; the same one at every start in the same folder. */
function accountOf(organization: Organization): ShellAccount {
  const kept = organization.kept('shellAccount') as ShellAccount | undefined;
  if (kept !== undefined) return kept;
  const made = {
    username: `eas-connector@${organization.site.domain.toLowerCase()}`,
    password: randomBytes(18).toString('base64url'),
  };
  organization.keep('shellAccount', made);
  return made;
}
