import type { PSValue } from '../ps-object';
import { integerField, listField, payloadObject } from './read-fields';

/** GET_COMMAND_METADATA: the question which commands a server has. */
export interface CommandMetadataQuery {
  /** Names, perhaps with wildcards. */
  readonly names: readonly string[];
  /** Flags of CommandTypes. */
  readonly commandTypes: number;
  readonly modules: readonly string[];
  readonly arguments: readonly PSValue[];
}

/** The question from what travelled. */
export function decodeCommandMetadataQuery(payload: PSValue | undefined): CommandMetadataQuery {
  const object = payloadObject(payload, 'GET_COMMAND_METADATA');
  return {
    names: listField(object, 'Name').map(String),
    commandTypes: integerField(object, 'CommandType') ?? 0,
    modules: listField(object, 'Namespace').map(String),
    arguments: listField(object, 'ArgumentList'),
  };
}
