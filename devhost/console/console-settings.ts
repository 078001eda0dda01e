import { readFileSync } from 'node:fs';
import {
  CONTRACT_VERSION,
  TASK_NAMES,
  decodeManageSettings,
  decodeSecuritySettings,
  hasErrors,
  problem,
  settingsFromJson,
  settingsToJson,
  type Problem,
  type SettingsBytes,
  type TaskName,
} from '../../protocol';
import { replaceFile } from '../run-history';
import type { SettingsSource } from '../settings-keeper';
import { isMessage, type Json } from './message-json';
import { isSameJson, valueAt, type SettingsSchema } from './settings-schema';

/** Sections of the settings that the console replaces, by task; null takes a section away. */
type Replaced = Readonly<Partial<Record<TaskName, Json>>>;

/** What is ordered, in the JSON of Action and Approval. */
export interface Ordered {
  readonly actions: readonly Json[];
  readonly approvals: readonly Json[];
}

/** What the console's settings are made of. */
export interface ConsoleSettingsOptions {
  /** What stands in for the management server. */
  readonly source: SettingsSource;
  /** Where the console keeps what it has changed. It contains secrets. */
  readonly file: string;
  readonly schema: SettingsSchema;
  readonly ordered: () => Ordered;
}

/** The sections that both tasks have in common, and those of each. */
const COMMON = ['host', 'connection'] as const;
const OWN: Readonly<Record<TaskName, readonly string[]>> = {
  EASConnectorManage: ['scope', 'inventory', 'limits', 'logging'],
  EASConnectorSecurity: ['safety', 'scope', 'hygiene', 'limits', 'logging'],
};
/** What the form calls the tasks. */
const PARTS = { EASConnectorManage: 'manage', EASConnectorSecurity: 'security' } as const;
const MESSAGES = { EASConnectorManage: 'ManageSettings', EASConnectorSecurity: 'SecuritySettings' } as const;

/** What the form shows. */
export interface FormValues {
  /** False: there are no settings that could be shown; `problems` says why. */
  readonly isReadable: boolean;
  readonly values: Json;
  readonly secrets: readonly string[];
  readonly changed: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * The settings that the host hands to the tasks: those of its source, with the sections that the console has changed, and
 * with what the console has ordered.
 */
export class ConsoleSettings {
  readonly #options: ConsoleSettingsOptions;
  #replaced: Replaced;

  constructor(options: ConsoleSettingsOptions) {
    this.#options = options;
    this.#replaced = readReplaced(options.file);
  }

  /** The source for the host. */
  readonly source: SettingsSource = async (task) => {
    const { json, problems } = await this.#effective(task);
    return json ? settingsFromJson(task, JSON.stringify(json)) : { bytes: undefined, problems };
  };

  /** A task's settings as they would be handed out, with other orders or another desired access. */
  async with(task: TaskName, change: Json): Promise<SettingsBytes> {
    const { json, problems } = await this.#effective(task);
    return json ? checked(task, { ...json, ...change }) : { bytes: undefined, problems };
  }

  /** A section of the settings that are handed out. */
  async section(task: TaskName, name: string): Promise<unknown> {
    return (await this.#effective(task)).json?.[name];
  }

  /** The actions that the source itself orders. */
  async sourceActions(): Promise<readonly Json[]> {
    const { json } = await this.#base('EASConnectorSecurity');
    return Array.isArray(json?.['actions']) ? json['actions'].filter(isMessage) : [];
  }

  /** The settings for the form, without secrets. */
  async form(): Promise<FormValues> {
    const { schema } = this.#options;
    const found = await Promise.all(TASK_NAMES.map(async (task) => ({ task, ...(await this.#effective(task)) })));
    const values: Record<string, unknown> = {};
    const secrets: string[] = [];
    for (const { task, json } of found) {
      for (const name of COMMON) values[name] ??= json?.[name];
      values[PARTS[task]] = Object.fromEntries(OWN[task].map((name) => [name, json?.[name] ?? {}]));
    }
    const security = schema.message('SecuritySettings');
    secrets.push(...schema.secretPaths(security, { connection: values['connection'] }));
    const clean = schema.withoutSecrets(security, { host: values['host'], connection: values['connection'] }) as Json;
    return {
      isReadable: found.every(({ json }) => json !== undefined),
      values: { ...values, host: clean['host'] ?? {}, connection: clean['connection'] ?? {} },
      secrets,
      changed: [...new Set(TASK_NAMES.flatMap((task) => this.#changed(task)))],
      problems: found.flatMap(({ task, problems }) =>
        problems.map((one) => ({ ...one, path: formPath(task, one.path) })),
      ),
    };
  }

  /**
   * Checks what the form gives, and saves it if that is wanted and nothing is wrong.
   * @returns the problems, each with the path of its field in the form
   */
  async take(form: Json, isSaved: boolean): Promise<readonly Problem[]> {
    const problems: Problem[] = [];
    const replaced: Partial<Record<TaskName, Json>> = {};
    for (const task of TASK_NAMES) {
      const { json: base = { contractVersion: CONTRACT_VERSION } } = await this.#base(task);
      const current = (await this.#effective(task)).json ?? base;
      const sections = this.#sections(task, form, current);
      problems.push(...this.#movedSecrets(sections, current));
      const { problems: found } = checked(task, { ...base, ...sections });
      problems.push(...found.map((one) => ({ ...one, path: formPath(task, one.path) })));
      const before = Object.entries(this.#replaced[task] ?? {}).filter(([name]) => !(name in sections));
      const changed = Object.entries(sections).filter(([name, value]) => !isSameJson(value, base[name] ?? {}));
      replaced[task] = Object.fromEntries([...before, ...changed]);
    }
    const distinct = [...new Map(problems.map((one) => [`${one.path} ${one.summary}`, one])).values()];
    if (isSaved && !hasErrors(distinct)) this.#save(replaced);
    return distinct;
  }

  /** Sets the desired access settings; undefined stops managing them. */
  setDesiredAccess(desired: Json | undefined): void {
    const security = { ...this.#replaced.EASConnectorSecurity, desiredAccess: desired ?? null };
    this.#save({ ...this.#replaced, EASConnectorSecurity: security });
  }

  /** Drops everything that the console has changed: the source's settings hold again. Orders stay. */
  reset(): void {
    this.#save({});
  }

  /** Where the form has what the console has changed. */
  #changed(task: TaskName): string[] {
    return Object.keys(this.#replaced[task] ?? {}).map((name) => formPath(task, name));
  }

  #save(replaced: Replaced): void {
    replaceFile(this.#options.file, `${JSON.stringify(replaced, undefined, 2)}\n`);
    this.#replaced = replaced;
  }

  async #base(task: TaskName): Promise<{ readonly json: Json | undefined; readonly problems: readonly Problem[] }> {
    const { bytes, problems } = await this.#options.source(task);
    return { json: bytes && (JSON.parse(settingsToJson(task, bytes)) as Json), problems };
  }

  /** What is handed out; without a good source only if the console has a connection. */
  async #effective(
    task: TaskName,
  ): Promise<{ readonly json: Json | undefined; readonly problems: readonly Problem[] }> {
    const { json: base, problems } = await this.#base(task);
    const replaced = this.#replaced[task] ?? {};
    if (!base && replaced['connection'] === undefined) return { json: undefined, problems };
    const json = { contractVersion: CONTRACT_VERSION, ...base, ...replaced };
    const complete = task === 'EASConnectorSecurity' ? withOrders(json, this.#options.ordered()) : json;
    const stated = Object.entries(complete).filter(([, value]) => value !== null && value !== undefined);
    return { json: Object.fromEntries(stated), problems };
  }

  /** The sections of a task, as the form has them, with the secrets that it cannot know. */
  #sections(task: TaskName, form: Json, current: Json): Json {
    const { schema } = this.#options;
    const own = form[PARTS[task]];
    const given = {
      ...Object.fromEntries(COMMON.map((name) => [name, form[name] ?? {}])),
      ...Object.fromEntries(OWN[task].map((name) => [name, (isMessage(own) ? own[name] : undefined) ?? {}])),
    };
    const kept = schema.withSecretsOf(schema.message(MESSAGES[task]), given, current) as Record<string, unknown>;
    // What the form does not show stays as it is.
    return Object.fromEntries(
      Object.entries(kept).map(([name, value]) => [
        name,
        isMessage(value) ? { ...hidden(current[name]), ...value } : value,
      ]),
    );
  }

  /** A secret is not sent to another address than the one it was given for. */
  #movedSecrets(sections: Json, current: Json): Problem[] {
    const { schema } = this.#options;
    const security = schema.message('SecuritySettings');
    const [fresh, old] = [{ connection: sections['connection'] }, { connection: current['connection'] }];
    const [shown, shownBefore] = [schema.withoutSecrets(security, fresh), schema.withoutSecrets(security, old)];
    return schema.secretPaths(security, fresh).flatMap((path) => {
      if (valueAt(fresh, path) !== valueAt(old, path)) return [];
      const deciding = path.startsWith(NETWORK) ? [NETWORK] : [NETWORK, path.split('.').slice(0, 2).join('.')];
      if (deciding.every((place) => isSameJson(valueAt(shown, place), valueAt(shownBefore, place)))) return [];
      const summary = 'Enter the secret again: where it is sent to has changed.';
      return [problem('settings.invalid', path, summary, 'A secret is kept only for the connection it was given for.')];
    });
  }
}

/** Proxy and certification authorities decide who gets to see what is sent. */
const NETWORK = 'connection.network';

/** What the form does not show of a section. */
function hidden(section: unknown): Json {
  if (!isMessage(section)) return {};
  const names = ['issuedAt', 'hostStateId', 'hostStored', 'fullRequested'];
  return Object.fromEntries(Object.entries(section).filter(([name]) => names.includes(name)));
}

function withOrders(json: Json, { actions, approvals }: Ordered): Json {
  const all = (name: string, more: readonly Json[]): readonly unknown[] => [
    ...(Array.isArray(json[name]) ? (json[name] as readonly unknown[]) : []),
    ...more,
  ];
  return { ...json, actions: all('actions', actions), approvals: all('approvals', approvals) };
}

/** All that is wrong with settings: with their form first, then with what they say. */
function checked(task: TaskName, json: Json): SettingsBytes {
  const { bytes, problems } = settingsFromJson(task, JSON.stringify(json));
  if (!bytes) return { bytes, problems };
  const decoded = (task === 'EASConnectorManage' ? decodeManageSettings : decodeSecuritySettings)(bytes);
  const all = [...problems, ...decoded.problems];
  return { bytes: hasErrors(all) ? undefined : bytes, problems: all };
}

/** Where the form has what the task's settings have at `path`. */
function formPath(task: TaskName, path: string): string {
  return OWN[task].some((name) => path === name || path.startsWith(`${name}.`)) ? `${PARTS[task]}.${path}` : path;
}

function readReplaced(file: string): Replaced {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return {};
  }
  try {
    const value: unknown = JSON.parse(text);
    if (isMessage(value)) return value;
  } catch {
    // Told below.
  }
  throw new Error(`${file} is not what the console writes there. Move it away to begin anew.`);
}
