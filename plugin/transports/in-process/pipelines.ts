import { PSDictionary, PSSecureString, credential, type PSValue } from '../../../psrp';
import { Secret } from '../../../protocol';
import { ListChange, type Command, type ParameterValue } from '../../exchange/command';
import type { OpeningArgument } from '../../powershell/openings/opening';
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

/** `@{Add=…; Remove=…}` for a change of a list, with only the parts that say something. */
function parameterValue(value: ParameterValue): PSValue {
  if (!(value instanceof ListChange)) return value;
  const parts: [PSValue, PSValue][] = [];
  if (value.add.length > 0) parts.push(['Add', [...value.add]]);
  if (value.remove.length > 0) parts.push(['Remove', [...value.remove]]);
  return new PSDictionary(new Map(parts));
}

/** Passwords become SecureStrings on the other side. */
function argumentValue(value: OpeningArgument): PSValue {
  if (value instanceof Secret) return PSSecureString.of(value.reveal());
  if (typeof value !== 'object' || value === null) return value;
  if ('password' in value) return credential(value.username, PSSecureString.of(value.password.reveal()));
  return value;
}
