import { command as psCommand, type PipelineDefinition } from '../../../psrp';
import type { Command } from '../../exchange/command';
import type { OpeningArgument } from '../../powershell/openings/opening';
import { argumentValue, parameterValue } from '../../powershell/typed-arguments';

/**
 * A command as a pipeline of PSRP: the cmdlet with typed arguments, then Select-Object if only some properties are
 * wanted, so that the others do not travel.
 */
export function commandPipeline({ cmdlet, parameters, properties }: Command): PipelineDefinition {
  const values = Object.entries(parameters).map(([name, value]) => [name, parameterValue(value)] as const);
  const call = psCommand(cmdlet, Object.fromEntries(values));
  return { commands: properties ? [call, psCommand('Select-Object', { Property: [...properties] })] : [call] };
}

/** A constant script as a pipeline: run in the global scope, with typed arguments; only what it throws ends it. */
export function scriptPipeline(script: string, values: Readonly<Record<string, OpeningArgument>>): PipelineDefinition {
  const given = Object.entries(values).map(([name, value]) => ({ name, value: argumentValue(value) }));
  return {
    commands: [{ name: script, isScript: true, useLocalScope: false, arguments: given }],
    goesOnAfterErrors: true,
  };
}
