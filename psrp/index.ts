export { PSDateTime, PSGuid, PSObject, PSTimeSpan } from './ps-object';
export type { PSValue } from './ps-object';
