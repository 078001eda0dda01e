import { SETTINGS_MESSAGES, checkSettingsJson } from './check-settings-json';
import { problemsOfJson } from './decode-settings';
import { jsonFault } from './json-fault';
import { isJsonObject } from './json-reader';
import { jsonToMessage, messageToJson } from './message-json';
import { hasErrors, problem, type Problem } from './problem';
import type { StoredResults } from './settings';
import type { TaskName } from './task-name';

/** Settings as message bytes, unless there are errors among the problems. */
export interface SettingsBytes {
  readonly bytes: Uint8Array | undefined;
  readonly problems: readonly Problem[];
}

/**
 * Reads the JSON form of a task's settings: the canonical proto3 JSON of ManageSettings or SecuritySettings. Field
 * names may be written in either spelling (hostStateId, host_state_id) and `null` stands for absent, as proto3 JSON has
 * it. All problems are found at once.
 */
export function settingsFromJson(task: TaskName, text: string): SettingsBytes {
  let json: unknown;
  const bare = text.replace(/^\uFEFF/, '');
  try {
    json = JSON.parse(bare);
  } catch (error) {
    const why = jsonFault(bare, error);
    return { bytes: undefined, problems: [problem('settings.malformed', '', 'The settings are not JSON.', why)] };
  }
  const canonical = canonicalNames(json);
  const problems = checkSettingsJson(task, canonical);
  if (hasErrors(problems)) return { bytes: undefined, problems: problemsOfJson(task, canonical, problems) };
  return { bytes: jsonToMessage(SETTINGS_MESSAGES[task], canonical), problems };
}

/** The JSON form of a task's settings. It contains the secrets. */
export function settingsToJson(task: TaskName, bytes: Uint8Array): string {
  return JSON.stringify(messageToJson(SETTINGS_MESSAGES[task], bytes), undefined, 2);
}

/** Settings that ask for a report of what would be done, and nothing else; otherwise those given. */
export function reportOnly(bytes: Uint8Array): Uint8Array {
  const json = messageToJson('SecuritySettings', bytes);
  if (!isJsonObject(json)) return bytes;
  const safety = isJsonObject(json['safety']) ? json['safety'] : {};
  return jsonToMessage('SecuritySettings', { ...json, safety: { ...safety, reportOnly: true } });
}

/**
 * Settings of EASConnectorManage that say what the host holds.
 * @param hostStateId the state of its last complete inventory; empty if it holds none
 * @param hostStored what it has stored of an inventory that did not come to its end; undefined if nothing
 */
export function withHostInventory(
  bytes: Uint8Array,
  hostStateId: string,
  hostStored: StoredResults | undefined,
): Uint8Array {
  const json = messageToJson('ManageSettings', bytes);
  if (!isJsonObject(json)) return bytes;
  const inventory = isJsonObject(json['inventory']) ? json['inventory'] : {};
  // Present even if there is nothing: the connector then does not rely on what was acknowledged.
  const held = { hostStateId, hostStored: hostStored ?? {} };
  return jsonToMessage('ManageSettings', { ...json, inventory: { ...inventory, ...held } });
}

/** lowerCamelCase for snake_case, and nothing for null. */
function canonicalNames(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(canonicalNames);
  if (!isJsonObject(json)) return json;
  const entries = Object.entries(json).filter(([, value]) => value !== null);
  return Object.fromEntries(entries.map(([name, value]) => [camelCase(name), canonicalNames(value)]));
}

const camelCase = (name: string): string => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
