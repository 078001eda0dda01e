import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExchangeVersion } from '../plugin/exchange/exchange-version';
import { AdminApiServer } from './admin-api/admin-api-server';
import { type LabCertificates, labCertificates } from './admin-api/certificates';
import { TokenService } from './admin-api/token-service';
import { CmdletRunner } from './cmdlets';
import { ControlServer } from './control/control-server';
import { Journal } from './control/journal';
import type { FaultOrder } from './faults/fault';
import { FaultBook } from './faults/fault-book';
import { openLmdbKeeper } from './organization/lmdb-keeper';
import { Organization } from './organization/organization';
import { TENANT_ID } from './organization/sites';
import { PowerShellFront } from './powershell';
import type { ShellAccount } from './powershell/remote-endpoint';
import { type CmdletReference, loadReference } from './reference/reference';
import { sampleActions } from './settings/sample-actions';
import type { ConnectionWish, LabAddresses } from './settings/lab-connections';
import { usualWay, writeSettings, type SettingsFiles } from './settings/settings-files';
import { type NegotiateVerifier, WsmanFront } from './wsman';

/** How a lab is made. */
export interface LabOptions {
  /** How many partnerships the organization begins with, exactly. */
  readonly devices: number;
  readonly seed: number;
  /** Online by default. */
  readonly version?: ExchangeVersion;
  /** How many plain wipes the ready-made settings order; 3 by default. */
  readonly wipes?: number;
  /** The port of the admin API, or of remote PowerShell for the other versions. 0, the default: the one of the last start in the same folder, or any. */
  readonly port?: number;
  /** Where the overlay, the clock, certificates and settings are kept; a temporary folder by default. */
  readonly dataDir?: string;
  /** Real time by default; or a start, in milliseconds since 1970 or ISO 8601, at which time stands until advanced. */
  readonly clock?: 'real' | { readonly start: number | string };
  /** Real time in milliseconds; Date.now by default. */
  readonly realNow?: () => number;
  /** The environment in which the lab looks for `pwsh` (PATH, EAS_PWSH); the process's own by default. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Verifies tokens of Negotiate at the remote PowerShell endpoint (`kerberosVerifier`); only Basic by default. */
  readonly negotiateVerifier?: NegotiateVerifier;
}

/** The line that `eas-connector lab` prints: where the lab can be reached. */
export interface LabDescription extends LabAddresses {
  readonly control: { readonly url: string; readonly token: string };
  /** Ready-made settings, on-premises where there is a way to the lab. */
  readonly settings?: SettingsFiles;
}

/** A running lab. */
export interface Lab {
  readonly description: LabDescription;
  readonly organization: Organization;
  readonly runner: CmdletRunner;
  /** How many shells of remote sessions are open. */
  openShells(): number;
  /** As POST /lab/faults. */
  orderFaults(order: FaultOrder): void;
  /** The faults in force, and how often each has struck. */
  faults(): ReturnType<FaultBook['list']>;
  /** Writes ready-made settings that go a certain way; a sentence says why there is no such way. */
  settingsFor(wish: ConnectionWish): SettingsFiles | string;
  /** Ends all servers and keeps what has to be kept. */
  close(): Promise<void>;
}

interface Application {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Starts a simulated Exchange organization with its fronts, on the loopback address only. */
export async function startLab(options: LabOptions): Promise<Lab> {
  const realNow = options.realNow ?? Date.now;
  const folder = options.dataDir ?? mkdtempSync(join(tmpdir(), 'eas-lab-'));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const organization = openOrganization(options, folder);
  const { version } = organization.site;
  const journalFile = options.dataDir === undefined ? undefined : join(folder, 'journal.jsonl');
  const journal = new Journal(() => organization.clock.now(), journalFile);
  const faults = new FaultBook(realNow);
  const reference = loadReference();
  const runner = new CmdletRunner(organization, reference);
  const certificates = await labCertificates(folder, new Date(realNow()));
  const application = applicationOf(organization);
  const tenants = [TENANT_ID, ...organization.site.acceptedDomains];
  const tokens = new TokenService({ tenants, ...application, certificate: certificates.client, now: realNow });
  const port = wantedPort(options, organization);
  const parts = { organization, runner, reference, faults, journal, certificates, port };
  const powershell = new PowerShellFront({
    ...parts,
    application: { clientId: application.clientId, certificate: certificates.client, tenants },
    folder,
    environment: options.environment ?? process.env,
  });
  const online =
    version === 'Online'
      ? await openOnline(new AdminApiServer({ ...parts, tokens, tenants, now: realNow }), parts, application)
      : undefined;
  const described = await powershell.open();
  const remote =
    described.remoteSession === undefined
      ? undefined
      : await openRemote(parts, described.remoteSession, options.negotiateVerifier);
  const openShells = (): number => powershell.openShells + (remote?.front.openShells ?? 0);
  const control = new ControlServer({ organization, faults, journal, tokens, openShells });
  const addresses = { ...online?.description, ...remote?.description, powershell: described };
  const settingsFor = settingsWriter(organization, folder, addresses, options.wipes ?? 3);
  const settings = settingsFor(usualWay(version));
  const description = {
    ...addresses,
    control: { url: await control.open(), token: control.token },
    ...(typeof settings === 'string' ? {} : { settings }),
  };
  return {
    description,
    organization,
    runner,
    openShells,
    orderFaults: (order) => {
      control.acceptFaults(order);
    },
    faults: () => faults.list(),
    settingsFor,
    close: async () => {
      await Promise.all([online?.front.close(), remote?.front.close(), powershell.close(), control.close()]);
      await organization.close();
      if (options.dataDir === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function openOrganization(options: LabOptions, folder: string): Organization {
  return new Organization({
    devices: options.devices,
    seed: options.seed,
    version: options.version ?? 'Online',
    realNow: options.realNow ?? Date.now,
    fixedStart: fixedStart(options.clock),
    keeper: options.dataDir === undefined ? undefined : openLmdbKeeper(join(folder, 'overlay')),
  });
}

/** What the fronts with a port of their own are made of. */
interface FrontParts {
  readonly organization: Organization;
  readonly runner: CmdletRunner;
  readonly reference: CmdletReference;
  readonly faults: FaultBook;
  readonly journal: Journal;
  readonly certificates: LabCertificates;
  /** The port that is wanted. */
  readonly port: number;
}

/** A front that is open. */
interface OpenFront<Front, Description> {
  readonly front: Front;
  readonly description: Description;
}

async function openOnline(
  front: AdminApiServer,
  { organization, certificates }: FrontParts,
  application: Application,
): Promise<OpenFront<AdminApiServer, Required<Pick<LabDescription, 'adminApi'>>>> {
  const url = await front.open();
  organization.keep('port', Number(new URL(url).port));
  const adminApi = {
    url,
    tokenUrl: `${url}/${TENANT_ID}/oauth2/v2.0/token`,
    tenant: TENANT_ID,
    ...application,
    certificateFile: certificates.clientFile,
    keyFile: certificates.clientKeyFile,
    caFile: certificates.caFile,
  };
  return { front, description: { adminApi } };
}

async function openRemote(
  parts: FrontParts,
  { username, password }: ShellAccount,
  verifier: NegotiateVerifier | undefined,
): Promise<OpenFront<WsmanFront, Required<Pick<LabDescription, 'remotePowerShell'>>>> {
  const front = new WsmanFront({ ...parts, account: { username, password }, verifier });
  const remotePowerShell = await front.open();
  parts.organization.keep('port', Number(new URL(remotePowerShell.url).port));
  return { front, description: { remotePowerShell } };
}

function settingsWriter(
  organization: Organization,
  folder: string,
  addresses: LabAddresses,
  wipes: number,
): Lab['settingsFor'] {
  const { site, world } = organization;
  const actions = sampleActions(organization, wipes);
  return (wish) => writeSettings({ folder, version: site.version, addresses, actions, issuedAt: world.bornAt }, wish);
}

/** The application that may sign in; the same one at every start in the same folder. */
function applicationOf(organization: Organization): Application {
  const kept = organization.kept('application') as Application | undefined;
  if (kept !== undefined) return kept;
  const made = {
    clientId: organization.world.guids.encode('other', 500),
    clientSecret: `lab~${randomBytes(24).toString('base64url')}`,
  };
  organization.keep('application', made);
  return made;
}

function wantedPort(options: LabOptions, organization: Organization): number {
  if (options.port !== undefined && options.port !== 0) return options.port;
  return (organization.kept('port') as number | undefined) ?? 0;
}

function fixedStart(clock: LabOptions['clock']): number | undefined {
  if (clock === undefined || clock === 'real') return undefined;
  const start = typeof clock.start === 'number' ? clock.start : Date.parse(clock.start);
  if (Number.isNaN(start)) throw new RangeError(`The start of the lab's clock, ${clock.start}, is no time.`);
  return start;
}
