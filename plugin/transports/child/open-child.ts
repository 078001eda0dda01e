import { existsSync } from 'node:fs';
import type { Connection, Limits } from '../../../protocol';
import { PSObject } from '../../../psrp';
import { importedCommands } from '../../exchange/cmdlets';
import { versionOfBuild } from '../../exchange/exchange-build';
import { ExchangeError } from '../../exchange/exchange-error';
import type { ExchangeSession } from '../../exchange/exchange-session';
import type { ExchangeVersion } from '../../exchange/exchange-version';
import { text } from '../../exchange/properties';
import { exchangeErrorOf } from '../../powershell/error-record';
import { findPowerShell, type FoundPowerShell } from '../../powershell/find-power-shell';
import { exchangeOnlineOpening } from '../../powershell/openings/exchange-online';
import { managementToolsOpening } from '../../powershell/openings/management-tools';
import type { Opening } from '../../powershell/openings/opening';
import { remotePowerShellOpening } from '../../powershell/openings/remote-power-shell';
import { PowerShellPool, type PipelineBounds } from '../../powershell/power-shell-pool';
import { powerShellEnded, startPowerShell } from '../../powershell/power-shell-process';
import type { SessionDependencies } from '../session-dependencies';
import { ChildSession } from './child-session';
import { openingPipeline } from './opening-pipeline';

/** Connecting to Exchange takes its time: RemoteExchange.ps1 alone some ten seconds. */
const OPENING_MS = 180_000;

/**
 * Opens a session over a PowerShell process on this computer, connected in the way that the settings ask for.
 * @throws ExchangeError
 */
export async function openChild(
  connection: Connection,
  _limits: Limits,
  { clock, signal, log }: SessionDependencies,
): Promise<ExchangeSession> {
  const found = findPowerShell(connection, {
    platform: process.platform,
    arch: process.arch,
    env: process.env,
    exists: existsSync,
  });
  if ('why' in found) {
    throw new ExchangeError({ code: 'transport.unavailable', summary: found.why, detail: found.advice });
  }
  log({ level: 'info', message: `Starting ${found.executable}: ${found.reason}.` });
  const child = await startPowerShell(found);
  const describeEnd = (why: string): ExchangeError => powerShellEnded(found, why, child.stderr());
  let pool: PowerShellPool | undefined;
  try {
    const startBounds = { signal, deadline: clock() + connection.powerShell.startTimeoutMs };
    pool = await PowerShellPool.open(child, describeEnd, startBounds);
    const opening = openingOf(connection);
    log({ level: 'info', message: `Opening ${opening.name}.` });
    const { build, endpoint } = await runOpening(pool, opening, { signal, deadline: clock() + OPENING_MS });
    const version = detectVersion(connection, build);
    log({ level: 'info', message: `Connected to ${endpoint || opening.name}: Exchange ${version} ${build}`.trim() });
    return new ChildSession(pool, opening, version, build);
  } catch (error) {
    await (pool?.close() ?? child.kill());
    throw openingError(error, found);
  }
}

function openingOf({ target, network, powerShell }: Connection): Opening {
  switch (target.kind) {
    case 'managementTools':
      return managementToolsOpening(target);
    case 'remotePowerShell':
      return remotePowerShellOpening(target, network, importedCommands(undefined));
    case 'exchangeOnline':
      return exchangeOnlineOpening(target, powerShell.exchangeOnlineModule, importedCommands('Online'));
  }
}

async function runOpening(
  pool: PowerShellPool,
  opening: Opening,
  bounds: PipelineBounds,
): Promise<{ build: string; endpoint: string }> {
  let result: PSObject | undefined;
  let failure: ExchangeError | undefined;
  const listener = {
    onError: (record: Parameters<typeof exchangeErrorOf>[0]) => {
      failure ??= exchangeErrorOf(record, { cmdlet: opening.name });
    },
    onWarning: () => undefined,
  };
  for await (const value of pool.run(openingPipeline(opening), bounds, listener)) {
    if (value instanceof PSObject && value.get('Endpoint') !== undefined) result = value;
  }
  if (result) return { build: text(result, 'Build'), endpoint: text(result, 'Endpoint') };
  throw failure ?? new ExchangeError({ code: 'protocol.malformed', summary: `${opening.name} gave no result.` });
}

function detectVersion({ target }: Connection, build: string): ExchangeVersion {
  if (target.kind === 'exchangeOnline') return 'Online';
  const version = versionOfBuild(build);
  if (version) return version;
  throw new ExchangeError({
    code: 'rights.missing',
    summary: build === '' ? 'The version of Exchange could not be read.' : `The Exchange build ${build} is not known.`,
    detail: 'The account needs Get-ExchangeServer, which Server Management and View-Only Organization Management have.',
  });
}

/** What the opening scripts throw by name, as something that a person can act on. */
function openingError(error: unknown, { executable }: FoundPowerShell): unknown {
  if (!(error instanceof ExchangeError)) return error;
  if (error.message.includes('EAS-OPENING-NO-TOOLS')) {
    return new ExchangeError({
      code: 'transport.unavailable',
      summary: 'The Exchange Management Tools are not installed on this computer.',
      detail: 'Install them, give the path of RemoteExchange.ps1, or connect with remotePowerShell.',
    });
  }
  if (error.message.includes('EAS-OPENING-NO-ENDPOINT')) {
    const why = error.message.replace('EAS-OPENING-NO-ENDPOINT', '').trim();
    const isDenied = /access is denied|logon failure|unauthorized|401|user name or password/i.test(why);
    return new ExchangeError({
      code: isDenied ? 'auth.denied' : 'connect.refused',
      summary: 'No endpoint of the remote PowerShell connection could be opened.',
      detail: why,
    });
  }
  if (/running scripts is disabled|execution ?policy/i.test(error.message)) {
    return new ExchangeError({
      code: 'transport.unavailable',
      summary: `The execution policy keeps ${executable} from running the scripts of Exchange.`,
      detail: `Allow signed scripts (RemoteSigned). Where a Group Policy sets it, Get-ExecutionPolicy -List shows that. ${error.message}`,
    });
  }
  return error;
}
