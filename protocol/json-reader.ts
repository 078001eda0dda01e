import { Secret } from './secret';
import { parseTimestamp, type Timestamp } from './timestamp';

/** A JSON object. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** True for an object that is no array. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Reads fields of the JSON form of a message that has been checked against its schema. What is absent gives the
 * default; by proto3's rules an empty string and a zero mean the same as absent.
 */
export class JsonReader {
  constructor(private readonly json: JsonObject) {}

  has(name: string): boolean {
    return this.field(name) !== undefined;
  }

  text(name: string, fallback = ''): string {
    const value = this.field(name);
    return typeof value === 'string' && value !== '' ? value : fallback;
  }

  texts(name: string): readonly string[] {
    const value = this.field(name);
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
  }

  flag(name: string): boolean {
    return this.field(name) === true;
  }

  count(name: string, fallback: number): number {
    const value = this.field(name);
    return typeof value === 'number' && value !== 0 ? value : fallback;
  }

  /** For fields with presence: zero is a value of its own. */
  optionalCount(name: string): number | undefined {
    const value = this.field(name);
    return typeof value === 'number' ? value : undefined;
  }

  /** For fields with presence: the empty string is a value of its own. */
  optionalText(name: string): string | undefined {
    const value = this.field(name);
    return typeof value === 'string' ? value : undefined;
  }

  /** A duration ("3.5s") in milliseconds. */
  durationMs<T>(name: string, fallback: T): number | T {
    const value = this.field(name);
    return typeof value === 'string' ? Math.round(Number(value.replace(/s$/, '')) * 1000) : fallback;
  }

  time(name: string): Timestamp | undefined {
    const value = this.field(name);
    return typeof value === 'string' ? parseTimestamp(value) : undefined;
  }

  secret(name: string): Secret | undefined {
    const value = this.text(name);
    return value === '' ? undefined : new Secret(value);
  }

  /** The domain word for an enum's name. */
  choice<T>(name: string, words: ReadonlyMap<string, T>, fallback: T): T {
    return words.get(this.text(name)) ?? fallback;
  }

  /** A message; an empty one if it is absent. */
  object(name: string): JsonReader {
    const value = this.field(name);
    return new JsonReader(isJsonObject(value) ? value : {});
  }

  /** A message, or undefined if it is absent. */
  optionalObject(name: string): JsonReader | undefined {
    return this.has(name) ? this.object(name) : undefined;
  }

  objects(name: string): readonly JsonReader[] {
    const value = this.field(name);
    return Array.isArray(value) ? value.filter(isJsonObject).map((item) => new JsonReader(item)) : [];
  }

  private field(name: string): unknown {
    return Object.hasOwn(this.json, name) ? (this.json[name] ?? undefined) : undefined;
  }
}
