export * from './problem';
export { PROBLEM_CODES } from './problem-codes';
export type { ProblemCode } from './problem-codes';
export { FINDING_CODES } from './finding-codes';
export type { FindingCode } from './finding-codes';
export { Secret, secretsIn } from './secret';
export * from './timestamp';
export type * from './action';
export type * from './desired-access';
export type * from './inventory';
export type * from './settings';
export { TASK_NAMES } from './task-name';
export type { TaskName } from './task-name';
export { CONTRACT_MAJOR, CONTRACT_VERSION, SETTINGS_MESSAGES } from './check-settings-json';
export { MAX_SETTINGS_BYTES, decodeManageSettings, decodeSecuritySettings } from './decode-settings';
export type { Decoded } from './decode-settings';
export { reportOnly, settingsFromJson, settingsToJson, withHostInventory } from './settings-json';
export type { SettingsBytes } from './settings-json';
export type * from './results';
export { encodeManageResult, encodeSecurityResult } from './encode-results';
export { peekInventory } from './peek-inventory';
export type { InventoryPeek } from './peek-inventory';
export { decodeStatistics, encodeStatistics } from './kept-statistics';
export { FrameDecoder, FramingError, MAX_HOST_FRAME_BYTES, MAX_PLUGIN_FRAME_BYTES, encodeFrame } from './framing';
export { MessageJsonError, jsonToMessage, messageToJson } from './message-json';
export { messageToText } from './message-text';
export { messageNames } from './reflection';
export {
  MalformedMessageError,
  decodeHostMessage,
  decodePluginMessage,
  encodeHostMessage,
  encodePluginMessage,
  maxUnacknowledgedResultsOf,
} from './process-messages';
export type { Hello, HostMessage, HostMessageOf, PluginMessage, PluginMessageOf } from './process-messages';
