import type { PSObject, PSValue } from '../ps-object';
import type { PSDictionary } from '../values/ps-dictionary';
import { bag, enumValue } from '../values/well-known';
import { noHostInfo } from './host-info';
import { payloadObject, requiredInteger } from './read-fields';

/** INIT_RUNSPACEPOOL: what a client asks for. */
export interface InitRunspacePool {
  readonly minRunspaces: number;
  readonly maxRunspaces: number;
  /** What a script on the server finds as `$PSSenderInfo.ApplicationArguments`. */
  readonly applicationArguments: PSDictionary | null;
}

/** INIT_RUNSPACEPOOL of a client without a host. */
export function encodeInitRunspacePool(init: InitRunspacePool): PSObject {
  return bag([
    ['MinRunspaces', init.minRunspaces],
    ['MaxRunspaces', init.maxRunspaces],
    ['PSThreadOptions', enumValue('System.Management.Automation.Runspaces.PSThreadOptions', 'Default', 0)],
    ['ApartmentState', apartmentState()],
    ['HostInfo', noHostInfo()],
    ['ApplicationArguments', init.applicationArguments],
  ]);
}

/** What a client asks for. */
export function decodeInitRunspacePool(payload: PSValue | undefined): InitRunspacePool & { readonly object: PSObject } {
  const object = payloadObject(payload, 'INIT_RUNSPACEPOOL');
  const given = object.get('ApplicationArguments');
  return {
    minRunspaces: requiredInteger(object, 'MinRunspaces', 'INIT_RUNSPACEPOOL'),
    maxRunspaces: requiredInteger(object, 'MaxRunspaces', 'INIT_RUNSPACEPOOL'),
    applicationArguments: isDictionary(given) ? given : null,
    object,
  };
}

/** The apartment state that leaves the choice to the server. */
export function apartmentState(): PSObject {
  return enumValue('System.Threading.ApartmentState', 'Unknown', 2);
}

function isDictionary(value: PSValue | undefined): value is PSDictionary {
  return typeof value === 'object' && value !== null && 'entries' in value && value.entries instanceof Map;
}
