import { PSDictionary, PSSecureString, credential, type PSValue } from '../../psrp';
import { Secret } from '../../protocol';
import { ListChange, type ParameterValue } from '../exchange/command';
import type { OpeningArgument } from './openings/opening';

/** A cmdlet's parameter as a typed value: a change of a list is `@{Add=…; Remove=…}`, with only the parts that say something. */
export function parameterValue(value: ParameterValue): PSValue {
  if (!(value instanceof ListChange)) return value;
  const parts: [PSValue, PSValue][] = [];
  if (value.add.length > 0) parts.push(['Add', [...value.add]]);
  if (value.remove.length > 0) parts.push(['Remove', [...value.remove]]);
  return new PSDictionary(new Map(parts));
}

/** A script's argument as a typed value: passwords become SecureStrings on the other side. */
export function argumentValue(value: OpeningArgument): PSValue {
  if (value instanceof Secret) return PSSecureString.of(value.reveal());
  if (typeof value !== 'object' || value === null) return value;
  if ('password' in value) return credential(value.username, PSSecureString.of(value.password.reveal()));
  return value;
}
