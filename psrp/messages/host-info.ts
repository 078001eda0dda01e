import type { PSObject, PSValue } from '../ps-object';
import { bag } from '../values/well-known';

/**
 * HostInfo of a client that has no host: a command that prompts gets an error at once, instead of a question that
 * nobody would answer.
 */
export function noHostInfo(): PSObject {
  return bag(
    ['_isHostNull', '_isHostUINull', '_isHostRawUINull', '_useRunspaceHost'].map((name): [string, PSValue] => [
      name,
      true,
    ]),
  );
}
