import { checkSettings } from './check-settings';
import { SETTINGS_MESSAGES, checkSettingsJson } from './check-settings-json';
import { commonSettings } from './decode-common-settings';
import { securitySettings } from './decode-security-settings';
import { JsonReader, isJsonObject } from './json-reader';
import { messageToJson } from './message-json';
import { hasErrors, problem, type Problem } from './problem';
import type { InventorySettings, ManageSettings, SecuritySettings } from './settings';
import type { TaskName } from './task-name';

/** Checked settings with their defaults filled in, unless there are errors among the problems. */
export interface Decoded<T> {
  readonly settings: T | undefined;
  readonly problems: readonly Problem[];
}

/** The largest settings that are looked at; more is a mistake of the host. */
export const MAX_SETTINGS_BYTES = 32 * 1024 * 1024;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const BUILDERS = {
  EASConnectorManage: (json: JsonReader): ManageSettings => ({
    ...commonSettings(json, { runTimeoutMs: 6 * HOUR, maxConcurrentCommands: 8 }),
    inventory: inventorySettings(json.object('inventory')),
  }),
  EASConnectorSecurity: (json: JsonReader): SecuritySettings => ({
    ...commonSettings(json, { runTimeoutMs: 4 * MINUTE, maxConcurrentCommands: 4 }),
    ...securitySettings(json),
  }),
} satisfies Readonly<Record<TaskName, unknown>>;

/** Decodes and checks the settings of EASConnectorManage. Never throws. */
export function decodeManageSettings(bytes: Uint8Array): Decoded<ManageSettings> {
  return decode('EASConnectorManage', bytes, BUILDERS.EASConnectorManage);
}

/** Decodes and checks the settings of EASConnectorSecurity. Never throws. */
export function decodeSecuritySettings(bytes: Uint8Array): Decoded<SecuritySettings> {
  return decode('EASConnectorSecurity', bytes, BUILDERS.EASConnectorSecurity);
}

function decode<T extends ManageSettings | SecuritySettings>(
  task: TaskName,
  bytes: Uint8Array,
  build: (json: JsonReader) => T,
): Decoded<T> {
  const json = decodeJson(task, bytes);
  if ('problem' in json) return { settings: undefined, problems: [json.problem] };
  const formal = checkSettingsJson(task, json.json);
  if (!isJsonObject(json.json)) return { settings: undefined, problems: formal };
  const settings = build(new JsonReader(json.json));
  const problems = [...formal, ...furtherProblems(settings, formal)];
  return { settings: hasErrors(problems) ? undefined : settings, problems };
}

/** Contradictions between settings, beside what their form has wrong: not about the same places, nor about a guess. */
function furtherProblems(settings: ManageSettings | SecuritySettings, formal: readonly Problem[]): readonly Problem[] {
  const wrong = formal.filter(({ severity }) => severity === 'error').map(({ path }) => path);
  // Without a connection of one kind nothing can be said of what it allows.
  if (wrong.some((path) => path === '' || path === 'connection' || path === 'contractVersion')) return [];
  const isAbout = (one: string, other: string): boolean =>
    one === other || one.startsWith(`${other}.`) || one.startsWith(`${other}[`);
  return checkSettings(settings).filter(
    ({ path }) => !wrong.some((place) => isAbout(path, place) || isAbout(place, path)),
  );
}

/** All problems of settings whose form is wrong, from their JSON form. */
export function problemsOfJson(task: TaskName, json: unknown, formal: readonly Problem[]): readonly Problem[] {
  if (!isJsonObject(json)) return formal;
  return [...formal, ...furtherProblems(BUILDERS[task](new JsonReader(json)), formal)];
}

function decodeJson(task: TaskName, bytes: Uint8Array): { json: unknown } | { problem: Problem } {
  const message = SETTINGS_MESSAGES[task];
  if (bytes.length > MAX_SETTINGS_BYTES) {
    const size = `${String(bytes.length)} bytes; at most ${String(MAX_SETTINGS_BYTES)} are accepted`;
    return { problem: problem('settings.malformed', '', `The settings of ${task} have ${size}.`) };
  }
  try {
    return { json: messageToJson(message, bytes) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const summary = `The settings of ${task} are not an easconnector.v1.${message} message.`;
    return { problem: problem('settings.malformed', '', summary, why) };
  }
}

function inventorySettings(json: JsonReader): InventorySettings {
  const findings = json.object('findings');
  const stored = json.optionalObject('hostStored');
  const statisticsMaxAgeMs = json.durationMs('statisticsMaxAge', 20 * HOUR);
  return {
    statisticsMaxAgeMs,
    quietStatisticsMaxAgeMs: Math.max(statisticsMaxAgeMs, json.durationMs('quietStatisticsMaxAge', 0)),
    hostStored: stored && { runId: stored.text('runId'), sequence: stored.count('sequence', 0) },
    skipStatistics: json.flag('skipStatistics'),
    fullEveryRuns: json.count('fullEveryRuns', 30),
    fullRequested: json.flag('fullRequested'),
    hostStateId: json.text('hostStateId'),
    vanishedGraceMs: json.durationMs('vanishedGrace', 48 * HOUR),
    staleAfterMs: findings.durationMs('staleAfter', 90 * DAY),
    partnershipsNearLimit: findings.count('partnershipsNearLimit', 0) || undefined,
  };
}
