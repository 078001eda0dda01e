import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMessage } from './message-json';

/** A JSON Schema, as far as the settings' one goes. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly writeOnly?: boolean;
  readonly durationMinimum?: number;
  /** In a form: what is chosen, and whether this is one of the alternatives. */
  readonly choice?: string;
  readonly isAlternative?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** The settings' schema, `contributes.configuration` of the manifest in `folder`. */
export class SettingsSchema {
  readonly #definitions: Readonly<Record<string, Schema>>;

  private constructor(definitions: Readonly<Record<string, Schema>>) {
    this.#definitions = definitions;
  }

  static read(folder: string): SettingsSchema {
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
      readonly contributes: { readonly configuration: { readonly $defs: Readonly<Record<string, Schema>> } };
    };
    return new SettingsSchema(manifest.contributes.configuration.$defs);
  }

  /** A message's schema. */
  message(name: string): Schema {
    const found = this.#definitions[name];
    if (!found) throw new Error(`The settings' schema has no ${name}.`);
    return found;
  }

  /** What a reference stands for, or the schema itself. */
  resolved(schema: Schema): Schema {
    if (schema.$ref === undefined) return schema;
    const target = this.message(schema.$ref.replace('#/$defs/', ''));
    return schema.description === undefined ? target : { ...target, description: schema.description };
  }

  /** The paths of all secrets in a value, in the spelling of problems: connection.exchangeOnline.clientSecret. */
  secretPaths(schema: Schema, value: unknown, at = ''): string[] {
    const { properties, items, writeOnly } = this.resolved(schema);
    if (writeOnly === true) return typeof value === 'string' && value !== '' ? [at] : [];
    if (Array.isArray(value)) {
      return value.flatMap((item, index) => (items ? this.secretPaths(items, item, `${at}[${index}]`) : []));
    }
    if (!isMessage(value)) return [];
    return Object.entries(value).flatMap(([name, inner]) => {
      const property = properties?.[name];
      return property ? this.secretPaths(property, inner, at === '' ? name : `${at}.${name}`) : [];
    });
  }

  /** The value without its secrets: where one is set, there is an empty text. */
  withoutSecrets(schema: Schema, value: unknown): unknown {
    const { properties, items } = this.resolved(schema);
    if (Array.isArray(value)) return value.map((item: unknown) => (items ? this.withoutSecrets(items, item) : item));
    if (!isMessage(value)) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, inner]) => {
        const property = properties?.[name];
        // What the schema does not know could be anything, also a secret.
        if (!property) return [];
        if (this.resolved(property).writeOnly === true) return [[name, '']];
        return [[name, this.withoutSecrets(property, inner)]];
      }),
    );
  }

  /** The value with the secrets of `old` where it has empty texts. */
  withSecretsOf(schema: Schema, value: unknown, old: unknown): unknown {
    const { properties = {} } = this.resolved(schema);
    if (!isMessage(value) || !isMessage(old)) return value;
    const kept = Object.entries(properties).flatMap(([name, property]) => {
      const given = value[name];
      if (this.resolved(property).writeOnly === true) {
        return given === '' ? [[name, old[name]] as const] : [];
      }
      return isMessage(given) ? [[name, this.withSecretsOf(property, given, old[name])] as const] : [];
    });
    return { ...value, ...Object.fromEntries(kept) };
  }
}

/** The value at a path in the spelling of problems. */
export function valueAt(value: unknown, path: string): unknown {
  let current = value;
  for (const step of path.split(/[.[\]]+/).filter(Boolean)) {
    if (Array.isArray(current)) current = (current as unknown[])[Number(step)];
    else if (isMessage(current)) current = Object.hasOwn(current, step) ? current[step] : undefined;
    else return undefined;
  }
  return current;
}

/** Whether two values are the same JSON, in whatever order their names are. */
export function isSameJson(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

/** The same text for the same JSON. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isMessage(value)) return JSON.stringify(value ?? null);
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${entries.map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`).join()}}`;
}
