import { getOrganizationConfig } from '../../plugin/exchange/cmdlets';
import { ExchangeError } from '../../plugin/exchange/exchange-error';
import type { Exchange } from '../../plugin/exchange/exchange';
import { PSDictionary, PSObject, type PSValue } from '../../psrp';
import { byCmdlet, type NeededCmdlet, type NeededCommand } from './needed-commands';

/** What an account lacks of a cmdlet. */
export interface MissingRight {
  readonly cmdlet: string;
  /** The parameters that it lacks; none if it lacks the whole cmdlet. */
  readonly parameters: readonly string[];
  readonly duties: NeededCmdlet['duties'];
}

/** What was found out about an account's rights. */
export interface FoundRights {
  readonly present: readonly string[];
  readonly missing: readonly MissingRight[];
  /** Cmdlets of which nothing could be found out without changing something. */
  readonly unknown: readonly string[];
}

/**
 * Finds out which of the cmdlets and parameters the account has. A PowerShell tells: it shows just what role-based access
 * control allows, so it is asked for each cmdlet's parameters. The admin API does not tell: each read is sent once, for
 * objects that do not exist; of changes nothing can be known, because nothing is changed here.
 */
export async function findRights(exchange: Exchange, needed: readonly NeededCommand[]): Promise<FoundRights> {
  const tells = exchange.transport !== 'adminApi' && (await showsCommands(exchange));
  return tells ? lookUp(exchange, needed) : tryReads(exchange, needed);
}

/** Whether it can be asked at all: it shows a command that has just been used. */
async function showsCommands(exchange: Exchange): Promise<boolean> {
  return (await parametersOf(exchange, getOrganizationConfig().cmdlet)) !== undefined;
}

async function lookUp(exchange: Exchange, needed: readonly NeededCommand[]): Promise<FoundRights> {
  const present: string[] = [];
  const missing: MissingRight[] = [];
  for (const { cmdlet, parameters, duties } of byCmdlet(needed)) {
    const available = await parametersOf(exchange, cmdlet);
    const lacks = available && parameters.filter((name) => !available.has(name.toLowerCase()));
    if (lacks?.length === 0) present.push(cmdlet);
    else missing.push({ cmdlet, parameters: lacks ?? [], duties });
  }
  return { present, missing, unknown: [] };
}

/** The names of a cmdlet's parameters, in lower case; undefined if there is no such cmdlet for this account. */
async function parametersOf(exchange: Exchange, cmdlet: string): Promise<ReadonlySet<string> | undefined> {
  const lookup = {
    cmdlet: 'Get-Command',
    parameters: { Name: cmdlet },
    properties: ['Name', 'Parameters'],
    effect: 'read',
  } as const;
  try {
    for await (const found of exchange.stream(lookup)) {
      const names = keysOf(found.get('Parameters'));
      if (names.length > 0) return new Set(names.map((name) => name.toLowerCase()));
    }
    return undefined;
  } catch (error) {
    if (error instanceof ExchangeError && (error.code === 'rights.missing' || error.code === 'object.notFound')) {
      return undefined;
    }
    throw error;
  }
}

function keysOf(value: PSValue | undefined): string[] {
  if (value instanceof PSDictionary) return [...value.entries.keys()].map(String);
  // Without its type a dictionary may come as an object with a property for each key.
  return value instanceof PSObject ? [...value.properties.keys()] : [];
}

async function tryReads(exchange: Exchange, needed: readonly NeededCommand[]): Promise<FoundRights> {
  const missing: MissingRight[] = [];
  const tried = new Set<string>();
  const unknown = new Set<string>();
  for (const { command, duty } of needed) {
    if (command.effect === 'change') {
      unknown.add(command.cmdlet);
      continue;
    }
    tried.add(command.cmdlet);
    try {
      // The first object is enough, and there should be none.
      const objects = exchange.stream(command);
      await objects.next();
      await objects.return(undefined);
    } catch (error) {
      if (!(error instanceof ExchangeError)) throw error;
      const parameters = parameterIn(error.message);
      if (error.code === 'object.notFound') continue;
      if (error.code === 'rights.missing' || parameters.length > 0) {
        missing.push({ cmdlet: command.cmdlet, parameters, duties: [duty] });
      } else if (error.code === 'command.failed') unknown.add(command.cmdlet);
      else throw error;
    }
  }
  const isKnown = (cmdlet: string): boolean =>
    !unknown.has(cmdlet) && !missing.some((right) => right.cmdlet === cmdlet);
  const present = [...tried].filter(isKnown);
  return { present, missing: onceEach(missing), unknown: [...unknown] };
}

/** "A parameter cannot be found that matches parameter name 'X'": the parameter that the account lacks. */
function parameterIn(message: string): string[] {
  const name = /parameter (?:cannot be found that matches parameter )?name '(\w+)'/i.exec(message)?.[1];
  return name === undefined ? [] : [name];
}

function onceEach(rights: readonly MissingRight[]): MissingRight[] {
  const cmdlets = [...new Set(rights.map(({ cmdlet }) => cmdlet))];
  return cmdlets.map((cmdlet) => {
    const own = rights.filter((right) => right.cmdlet === cmdlet);
    const lacksAll = own.some(({ parameters }) => parameters.length === 0);
    const parameters = lacksAll ? [] : [...new Set(own.flatMap((right) => right.parameters))];
    return { cmdlet, parameters, duties: [...new Set(own.flatMap((right) => right.duties))] };
  });
}
