import Ajv2020, { type ErrorObject } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import settingsSchema from './generated/settings-schema.json';
import { isJsonObject, type JsonObject } from './json-reader';
import { problem, warning, type Problem } from './problem';
import type { TaskName } from './task-name';

/** The message of a task's settings. */
export const SETTINGS_MESSAGES = {
  EASConnectorManage: 'ManageSettings',
  EASConnectorSecurity: 'SecuritySettings',
} as const satisfies Readonly<Record<TaskName, string>>;

/** The major contract version that this connector speaks. */
export const CONTRACT_MAJOR = 1;
/** The contract version that this connector speaks. */
export const CONTRACT_VERSION = `${String(CONTRACT_MAJOR)}.0`;

interface Schema {
  readonly $ref?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly oneOf?: readonly Schema[];
  readonly writeOnly?: boolean;
}

const DEFINITIONS = settingsSchema.$defs as unknown as Readonly<Record<string, Schema>>;

const secondsOf = (text: string): number => Number(text.replace(/s$/, ''));

let validator: Ajv2020 | undefined;

/** The schema is compiled when it is first needed. */
function compiled(): Ajv2020 {
  if (validator) return validator;
  const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: false });
  addFormats(ajv, ['date-time', 'email', 'uri']);
  ajv.addKeyword({
    keyword: 'durationMinimum',
    type: 'string',
    validate: (limit: number, text: string) => !(secondsOf(text) < limit),
  });
  ajv.addKeyword({
    keyword: 'durationMaximum',
    type: 'string',
    validate: (limit: number, text: string) => !(secondsOf(text) > limit),
  });
  ajv.addSchema(settingsSchema, 'settings');
  validator = ajv;
  return ajv;
}

/**
 * Checks the JSON form of a task's settings against the schema and gives all problems at once, each with the path of
 * its field. A secret's value never appears in a problem.
 */
export function checkSettingsJson(task: TaskName, json: unknown): Problem[] {
  if (!isJsonObject(json)) {
    return [problem('settings.malformed', '', 'The settings are not a JSON object.', 'A JSON object is needed here.')];
  }
  const version = unknownVersion(json);
  if (version) return [version];
  const message = SETTINGS_MESSAGES[task];
  const validate = compiled().getSchema(`settings#/$defs/${message}`);
  if (!validate) throw new Error(`no schema for ${message}`);
  void validate(json);
  const errors = (validate.errors ?? []).filter((error) => !isPartOfAChoice(error));
  return [...distinct(errors.map(toProblem)), ...unknownFields(json, DEFINITIONS[message], '')];
}

/** An unknown major version is refused by name before anything else is looked at. */
function unknownVersion(json: JsonObject): Problem | undefined {
  const version = json['contractVersion'];
  if (typeof version !== 'string' || !/^\d+\.\d+$/.test(version)) return undefined;
  if (Number.parseInt(version, 10) === CONTRACT_MAJOR) return undefined;
  return problem(
    'settings.unknownVersion',
    'contractVersion',
    `The settings follow contract version ${version}, and this connector knows ${CONTRACT_VERSION}.`,
    'Update the connector, or let the host send settings of a version that both know.',
  );
}

/** The alternatives of a oneof fail one by one; only the failure of the choice as a whole says something. */
function isPartOfAChoice(error: ErrorObject): boolean {
  return /\/oneOf\/\d+\//.test(error.schemaPath) || error.keyword === 'allOf';
}

function toProblem(error: ErrorObject): Problem {
  const at = pathOf(error.instancePath);
  const schema = (error.parentSchema ?? {}) as Schema;
  if (error.keyword === 'required') {
    const missing = (error.params as { missingProperty: string }).missingProperty;
    const path = at === '' ? missing : `${at}.${missing}`;
    return problem('settings.invalid', path, `${path} is missing.`, schema.properties?.[missing]?.description ?? '');
  }
  if (error.keyword === 'oneOf') return choiceProblem(at, error, schema);
  return problem('settings.invalid', at, `${at || 'The settings'} ${complaint(error)}.`, schema.description ?? '');
}

function choiceProblem(at: string, error: ErrorObject, schema: Schema): Problem {
  const names = (schema.oneOf ?? []).flatMap((alternative) => alternative.required ?? []);
  const given = names.filter((name) => isJsonObject(error.data) && error.data[name] !== undefined);
  const place = at || 'The settings';
  const list = names.join(', ');
  if (given.length === 0) return problem('settings.invalid', at, `${place} needs one of ${list}.`);
  return problem('settings.invalid', at, `${place} has ${given.join(' and ')}; only one of ${list} can be given.`);
}

function complaint(error: ErrorObject): string {
  const params = error.params as Record<string, unknown>;
  const schema = (error.parentSchema ?? {}) as Schema;
  const value = schema.writeOnly === true ? '' : shown(error.data);
  switch (error.keyword) {
    case 'type':
      return `must be a ${String(params['type'])}`;
    case 'enum':
      return `is ${value}; it must be one of ${(params['allowedValues'] as string[]).join(', ')}`;
    case 'minimum':
    case 'maximum':
      return `is ${value}; it must be ${error.keyword === 'minimum' ? 'at least' : 'at most'} ${String(params['limit'])}`;
    case 'durationMinimum':
      return `is ${value}; it must be at least ${String(error.schema)}s`;
    case 'durationMaximum':
      return `is ${value}; it must be at most ${String(error.schema)}s`;
    case 'minLength':
      return 'is empty';
    case 'maxLength':
      return `is longer than ${String(params['limit'])} characters`;
    case 'format':
      return `${value ? `is ${value}; it ` : ''}must be a valid ${String(params['format'])}`;
    case 'pattern':
      return `${value ? `is ${value}; it ` : ''}must have the form ${String(params['pattern'])}`;
    default:
      return error.message ?? 'is not valid';
  }
}

/** A value for a message: short, and without anything that could break a line. */
function shown(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return 'not valid';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…"` : text;
}

/** /connection/urls/0 as connection.urls[0]. */
function pathOf(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((path, part) => (/^\d+$/.test(part) ? `${path}[${part}]` : path ? `${path}.${part}` : part), '');
}

function distinct(problems: readonly Problem[]): Problem[] {
  const seen = new Map(problems.map((found) => [`${found.path} ${found.summary}`, found]));
  return [...seen.values()];
}

/** Fields that the schema does not have: a newer host's, or typing errors. They are ignored, with a warning. */
function unknownFields(json: JsonObject, schema: Schema | undefined, path: string): Problem[] {
  const properties = schema?.properties ?? {};
  return Object.entries(json).flatMap(([name, value]) => {
    const at = path ? `${path}.${name}` : name;
    const field = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (!field) return [warning('settings.unknownField', at, `${at} is not a known setting and was ignored.`)];
    const inner = definition(field.items ?? field);
    const values = Array.isArray(value) ? value : [value];
    return values.flatMap((item, index) =>
      inner && isJsonObject(item)
        ? unknownFields(item, inner, Array.isArray(value) ? `${at}[${String(index)}]` : at)
        : [],
    );
  });
}

function definition(schema: Schema): Schema | undefined {
  return schema.$ref === undefined ? undefined : DEFINITIONS[schema.$ref.replace('#/$defs/', '')];
}
