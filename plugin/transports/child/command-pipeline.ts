import { PSDictionary, command as psCommand, type PipelineDefinition, type PSValue } from '../../../psrp';
import { ListChange, type Command, type ParameterValue } from '../../exchange/command';

/**
 * A command as a pipeline of PSRP: the cmdlet with typed arguments, then Select-Object if only some properties are
 * wanted, so that the others do not travel.
 */
export function commandPipeline({ cmdlet, parameters, properties }: Command): PipelineDefinition {
  const values = Object.entries(parameters).map(([name, value]) => [name, argument(value)] as const);
  const call = psCommand(cmdlet, Object.fromEntries(values));
  return { commands: properties ? [call, psCommand('Select-Object', { Property: [...properties] })] : [call] };
}

/** `@{Add=…; Remove=…}` for a change of a list, with only the parts that say something. */
function argument(value: ParameterValue): PSValue {
  if (!(value instanceof ListChange)) return value;
  const parts: [PSValue, PSValue][] = [];
  if (value.add.length > 0) parts.push(['Add', [...value.add]]);
  if (value.remove.length > 0) parts.push(['Remove', [...value.remove]]);
  return new PSDictionary(new Map(parts));
}
