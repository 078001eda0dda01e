import { PSObject, type ErrorRecord } from '../../psrp';
import type { Connection } from '../../protocol';
import { importedCommands } from '../exchange/cmdlets';
import { versionOfBuild } from '../exchange/exchange-build';
import { ExchangeError } from '../exchange/exchange-error';
import type { ExchangeVersion } from '../exchange/exchange-version';
import { text } from '../exchange/properties';
import { exchangeErrorOf } from './error-record';
import type { LocalPowerShell, PipelineBounds } from './local-power-shell';
import { exchangeOnlineOpening } from './openings/exchange-online';
import { managementToolsOpening } from './openings/management-tools';
import type { Opening } from './openings/opening';
import { remotePowerShellOpening } from './openings/remote-power-shell';

/** A PowerShell that an opening has connected to Exchange. */
export interface Connected {
  readonly opening: Opening;
  readonly version: ExchangeVersion;
  /** The version as Exchange states it; empty for Exchange Online. */
  readonly build: string;
  readonly endpoint: string;
}

/**
 * Connects a PowerShell of this computer to Exchange in the way that the settings ask for.
 * @throws ExchangeError
 */
export async function connectExchange(
  connection: Connection,
  powerShell: LocalPowerShell,
  bounds: PipelineBounds,
): Promise<Connected> {
  const opening = openingOf(connection);
  const result = await runOpening(powerShell, opening, bounds);
  const build = text(result, 'Build');
  return { opening, version: versionOf(connection, build), build, endpoint: text(result, 'Endpoint') };
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

/** Scripts that Exchange's tools load write all kinds of errors; what counts is whether the result comes. */
async function runOpening(powerShell: LocalPowerShell, opening: Opening, bounds: PipelineBounds): Promise<PSObject> {
  const { name, script, arguments: values } = opening;
  const errors: ErrorRecord[] = [];
  const listener = {
    onError: (record: ErrorRecord): void => {
      errors.push(record);
    },
    onWarning: () => undefined,
  };
  let result: PSObject | undefined;
  for await (const value of powerShell.runScript(name, script, values, bounds, listener)) {
    if (value instanceof PSObject && value.get('Endpoint') !== undefined) result = value;
  }
  if (result) return result;
  // The last one ended the script; those before it did not.
  const last = errors.at(-1);
  if (last) throw openingError(exchangeErrorOf(last, { cmdlet: name }));
  throw new ExchangeError({ code: 'protocol.malformed', summary: `${name} gave no result.` });
}

function versionOf({ target }: Connection, build: string): ExchangeVersion {
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
function openingError(error: ExchangeError): ExchangeError {
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
      summary: 'The execution policy keeps PowerShell from running the scripts of Exchange.',
      detail: `Allow signed scripts (RemoteSigned). Where a Group Policy sets it, Get-ExecutionPolicy -List shows that. ${error.message}`,
    });
  }
  return error;
}
