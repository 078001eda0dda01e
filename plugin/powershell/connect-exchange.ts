import type { PSObject } from '../../psrp';
import type { Connection } from '../../protocol';
import { importedCommands } from '../exchange/cmdlets';
import { requireVersion } from '../exchange/exchange-build';
import { ExchangeError } from '../exchange/exchange-error';
import type { ExchangeVersion } from '../exchange/exchange-version';
import { text } from '../exchange/properties';
import { collect } from './collect';
import { exchangeErrorOf } from './error-record';
import { executionPolicyError, isOfExecutionPolicy } from './execution-policy';
import type { LocalPowerShell, PipelineBounds } from './local-power-shell';
import { exchangeOnlineOpening } from './openings/exchange-online';
import { managementToolsOpening } from './openings/management-tools';
import type { Opening } from './openings/opening';
import { openingError } from './openings/opening-error';
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
  return {
    opening,
    version: connection.target.kind === 'exchangeOnline' ? 'Online' : requireVersion(build),
    build,
    endpoint: text(result, 'Endpoint'),
  };
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
  const { objects, errors } = await collect(powerShell.runScript.bind(powerShell, name, script, values), bounds);
  const result = objects.find((object) => object.get('Endpoint') !== undefined);
  if (result) return result;
  // The last one ended the script; those before it did not.
  const last = errors.at(-1);
  if (!last) throw new ExchangeError({ code: 'protocol.malformed', summary: `${name} gave no result.` });
  const error = exchangeErrorOf(last, { cmdlet: name });
  if (isOfExecutionPolicy(error)) throw await executionPolicyError(powerShell, error, bounds);
  throw openingError(error);
}
