import { PSSecureString, credential, type PipelineDefinition, type PSValue } from '../../../psrp';
import { Secret } from '../../../protocol';
import type { Opening, OpeningArgument } from '../../powershell/openings/opening';

/** An opening as a pipeline: a constant script, run in the global scope, with typed arguments. */
export function openingPipeline({ script, arguments: values }: Opening): PipelineDefinition {
  return {
    commands: [
      {
        name: script,
        isScript: true,
        useLocalScope: false,
        arguments: Object.entries(values).map(([name, value]) => ({ name, value: argument(value) })),
      },
    ],
  };
}

/** The closing of an opening. */
export function closingPipeline({ closing }: Opening): PipelineDefinition {
  return { commands: [{ name: closing, isScript: true, useLocalScope: false }] };
}

/** Passwords travel as SecureStrings, sealed with the session key. */
function argument(value: OpeningArgument): PSValue {
  if (value instanceof Secret) return PSSecureString.of(value.reveal());
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value as PSValue;
  if ('password' in value) return credential(value.username, PSSecureString.of(value.password.reveal()));
  return value;
}
