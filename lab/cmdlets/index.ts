export { CmdletError } from './cmdlet-error';
export { CmdletRunner } from './cmdlet-runner';
export type { Invocation } from './cmdlet-runner';
export { parseFilter } from './opath-filter';
