import { existsSync } from 'node:fs';
import { askPowerShell, type PowerShellFacts } from '../../plugin/diagnosis/power-shell-facts';
import { ExchangeError } from '../../plugin/exchange/exchange-error';
import { findPowerShell, type FoundPowerShell } from '../../plugin/powershell/find-power-shell';
import type { TransportName } from '../../plugin/transports/choose-transport';
import { findEdgeParts } from '../../plugin/transports/in-process/edge-parts';
import { findPowerShellHome } from '../../plugin/transports/in-process/powershell-home';
import { thisProcess } from '../../plugin/transports/in-process/surroundings';
import { loadKerberos } from '../../plugin/transports/psrp/load-kerberos';
import type { Connection } from '../../protocol';
import type { Examination, Finding, Found } from './examination';

/**
 * The PowerShell of this computer, and what the transports need besides. A PowerShell that the connection does not need is
 * looked for and not started.
 */
export async function examinePowerShell(
  examination: Examination,
  connection: Connection,
  transport: TransportName,
  clock: () => number,
): Promise<void> {
  const isNeeded = transport === 'child' || transport === 'inProcess';
  const found = await examination.step<FoundPowerShell>({ id: 'powerShell.found', title: 'PowerShell' }, () =>
    Promise.resolve(foundFinding(connection, isNeeded)),
  );
  if (isNeeded && found) await examineProgram(examination, found, connection, clock);
  await examination.step({ id: 'powerShell.edge', title: 'edge-js' }, () =>
    edgeFinding(connection, transport === 'inProcess'),
  );
  if (connection.target.kind === 'remotePowerShell') {
    await examination.step({ id: 'powerShell.kerberos', title: 'kerberos package' }, () =>
      kerberosFinding(connection, transport),
    );
  }
}

function foundFinding(connection: Connection, isNeeded: boolean): Found<FoundPowerShell> {
  const { platform, arch, env } = process;
  const found = findPowerShell(connection, { platform, arch, env, exists: existsSync });
  if (!('why' in found)) {
    const rest = isNeeded ? '' : '; this connection needs none';
    return { found: `${found.executable}: ${found.reason}${rest}`, value: found };
  }
  if (isNeeded) return { verdict: 'failed', found: found.why, remedy: found.advice };
  return { verdict: 'note', found: `${found.why} This connection needs none.` };
}

async function examineProgram(
  examination: Examination,
  found: FoundPowerShell,
  connection: Connection,
  clock: () => number,
): Promise<void> {
  const { exchangeOnlineModule, startTimeoutMs } = connection.powerShell;
  const step = { id: 'powerShell.starts', title: 'PowerShell starts', limitMs: startTimeoutMs + 60_000 };
  const facts = await examination.step<PowerShellFacts>(step, async (signal) => {
    const bounds = { signal, deadline: clock() + startTimeoutMs };
    const value = await askPowerShell(found, exchangeOnlineModule, bounds, clock);
    return { ...versionFinding(value, connection), value };
  });
  if (!facts) return;
  const needs = ['powerShell.starts'];
  await examination.step({ id: 'powerShell.runtime', title: '.NET', needs }, () =>
    Promise.resolve({ found: facts.runtime }),
  );
  await examination.step({ id: 'powerShell.policy', title: 'Execution policy', needs }, () =>
    Promise.resolve(policyFinding(facts, process.platform)),
  );
  if (connection.target.kind === 'exchangeOnline') {
    await examination.step({ id: 'powerShell.module', title: 'ExchangeOnlineManagement', needs }, () =>
      Promise.resolve(moduleFinding(facts, exchangeOnlineModule)),
    );
  }
}

/** Whether the PowerShell is one that the connection can use. */
export function versionFinding(facts: PowerShellFacts, { target }: Pick<Connection, 'target'>): Finding {
  const { version, is64Bit, languageMode } = facts;
  const found = `${version}, ${is64Bit ? '64' : '32'}-bit, ${languageMode}`;
  const isWindowsPowerShell = version.startsWith('5.');
  if (!isWindowsPowerShell && Number(version.split('.')[0]) < 7) {
    return { verdict: 'failed', found, remedy: 'Windows PowerShell 5.1 or PowerShell 7 is needed: install it.' };
  }
  if (languageMode !== 'FullLanguage') {
    const remedy =
      'A policy of this computer (AppLocker, App Control) restricts PowerShell: allow it for the account of the client, or use a transport without PowerShell.';
    return { verdict: 'failed', found, remedy };
  }
  if (target.kind === 'managementTools' && process.platform === 'win32' && !(isWindowsPowerShell && is64Bit)) {
    const remedy =
      'The Exchange Management Tools need Windows PowerShell 5.1, 64-bit: leave connection.powerShell out.';
    return { verdict: 'failed', found, remedy };
  }
  return { found };
}

const BY_GROUP_POLICY = new Set(['MachinePolicy', 'UserPolicy']);
const ALLOWS_SCRIPTS = new Set(['RemoteSigned', 'Unrestricted', 'Bypass']);
/** What counts if no scope says anything, on Windows clients; servers have RemoteSigned. */
const UNDEFINED = 'Undefined';

/** Which execution policy holds, and who set it. */
export function policyFinding({ policies }: Pick<PowerShellFacts, 'policies'>, platform: NodeJS.Platform): Finding {
  if (platform !== 'win32') return { found: 'only Windows has one' };
  const decides = policies.find(({ policy }) => policy !== UNDEFINED);
  if (decides === undefined) return { found: 'nobody has set one: the default of this Windows holds' };
  const { scope, policy } = decides;
  const isGroupPolicy = BY_GROUP_POLICY.has(scope);
  const by = isGroupPolicy ? `Group Policy (${scope})` : scope;
  const found = `${policy}, set by ${by}`;
  if (ALLOWS_SCRIPTS.has(policy)) return { found };
  const remedy = isGroupPolicy
    ? 'Have the Group Policy "Turn on Script Execution" allow signed scripts: nothing on this computer can override it.'
    : `Run as administrator: Set-ExecutionPolicy -ExecutionPolicy RemoteSigned -Scope ${scope}`;
  return { verdict: 'failed', found, remedy };
}

function moduleFinding({ onlineModules }: PowerShellFacts, name: string): Finding {
  const [newest] = onlineModules;
  if (newest !== undefined) return { found: `${name} ${onlineModules.join(', ')}` };
  return {
    verdict: 'failed',
    found: `${name} is not installed`,
    remedy: `Run as administrator: Install-Module -Name ExchangeOnlineManagement -Scope AllUsers`,
  };
}

async function edgeFinding(connection: Connection, isNeeded: boolean): Promise<Finding> {
  try {
    const surroundings = thisProcess();
    findEdgeParts(await findPowerShellHome(connection, surroundings), surroundings);
    return { found: 'edge-js, the compiled class and .NET are there' };
  } catch (error) {
    if (isNeeded || !(error instanceof ExchangeError)) throw error;
    return { verdict: 'note', found: 'not ready; only the transport inProcess needs it' };
  }
}

/** The optional package kerberos signs in to remote PowerShell without a PowerShell on this computer. */
async function kerberosFinding({ target }: Connection, transport: TransportName): Promise<Finding> {
  const isNeeded = transport === 'psrp' && target.kind === 'remotePowerShell' && target.authentication !== 'basic';
  try {
    await loadKerberos();
    return { found: 'installed' };
  } catch (error) {
    if (isNeeded) throw error;
    return { verdict: 'note', found: 'not there; only psrp with Kerberos or Negotiate needs it' };
  }
}
