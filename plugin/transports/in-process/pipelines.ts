import type { Command } from '../../exchange/command';
import type { OpeningArgument } from '../../powershell/openings/opening';
import { argumentValue, parameterValue } from '../../powershell/typed-arguments';
import type { Pipeline } from './bridge-messages';

/** A command as a pipeline. */
export function commandPipeline({ cmdlet, parameters, properties }: Command): Pipeline {
  const values = new Map(Object.entries(parameters).map(([name, value]) => [name, parameterValue(value)]));
  return { kind: 'command', text: cmdlet, parameters: values, properties };
}

/** A constant script with its typed arguments as a pipeline. */
export function scriptPipeline(script: string, values: Readonly<Record<string, OpeningArgument>>): Pipeline {
  const parameters = new Map(Object.entries(values).map(([name, value]) => [name, argumentValue(value)]));
  return { kind: 'script', text: script, parameters };
}
