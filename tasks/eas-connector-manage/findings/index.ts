export { FindingsCollector } from './findings-collector';
export type { FindingsOptions } from './findings-collector';
export { lastSeenConfiguration, rememberConfiguration } from './last-seen-configuration';
