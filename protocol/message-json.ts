import * as protobuf from 'protobufjs/light';
import * as protojson from 'protobufjs/ext/protojson';
import { messageType } from './reflection';

/**
 * Thrown when JSON does not fit the message that it should be, or when bytes are not the message. It never quotes a
 * value, because the value may be a secret in the wrong place.
 */
export class MessageJsonError extends Error {
  override readonly name = 'MessageJsonError';
  /** Where in the JSON, for example connection.exchangeOnline.tenant or actions[2].id; empty for the whole. */
  readonly path: string;
  /** What is wrong there. */
  readonly reason: string;

  constructor(path: string, reason: string, options?: ErrorOptions) {
    super(path === '' ? reason : `${path}: ${reason}`, options);
    this.path = path;
    this.reason = reason;
  }
}

/**
 * The canonical proto3 JSON of a message of easconnector.v1: lowerCamel names, enums by name (by number if this version
 * has no name for it), 64-bit numbers as text, bytes as base64, times as RFC 3339, durations as "3.5s"; what has its
 * default value is left out. Fields that this version does not know do not appear.
 *
 * @param message the message's name, for example ManageResult
 * @throws MessageJsonError if the bytes are not such a message
 */
export function messageToJson(message: string, bytes: Uint8Array): unknown {
  const type = messageType(message);
  try {
    return protojson.toJson(type, type.decode(bytes));
  } catch (error) {
    throw new MessageJsonError('', `This is no ${message}: ${reasonOf(error)}`, { cause: error });
  }
}

/**
 * The bytes of the message that canonical proto3 JSON stands for. Names may be lowerCamel or as in the .proto file,
 * enums names or numbers. Members that the message does not have are ignored; an enum name that it does not have is an
 * error, because the default would then be taken for what was asked.
 *
 * @param message the message's name, for example ManageSettings
 * @param json the value, as JSON.parse gives it
 * @throws MessageJsonError with the path, if the JSON does not fit the message
 */
export function jsonToMessage(message: string, json: unknown): Uint8Array {
  const type = messageType(message);
  const known = withoutUnknown(type, json);
  try {
    return type.encode(protojson.fromJson(type, known)).finish();
  } catch (error) {
    throw locate(type, known, '') ?? new MessageJsonError('', reasonOf(error));
  }
}

/** What the library says, without the value and without its own names. */
function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/^\.[\w.]+: /, '').replace(/: (?:".*|[[{].*|[-\d].*|true|false|null)$/s, '');
}

function isObject(json: unknown): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

/** A field by either spelling of its name. */
function fieldNamed(type: protobuf.Type, name: string): protobuf.Field | undefined {
  return type.fieldsArray.find((field) => field.name === name || field.jsonName === name || field.protoName === name);
}

/** The type of the messages in a field; undefined for scalars, enums, and the types that JSON writes as text. */
function messageTypeOf(field: protobuf.Field): protobuf.Type | undefined {
  const type = field.resolvedType;
  return type instanceof protobuf.Type && !type.fullName.startsWith('.google.protobuf.') ? type : undefined;
}

/**
 * The JSON without the members that the message does not have. The library can ignore them too, but then it also
 * ignores enum names that it does not know.
 */
function withoutUnknown(type: protobuf.Type, json: unknown): unknown {
  if (!isObject(json)) return json;
  const kept = Object.entries(json).flatMap(([name, value]): [string, unknown][] => {
    const field = fieldNamed(type, name);
    if (!field) return [];
    const inner = messageTypeOf(field);
    if (!inner) return [[name, value]];
    const clean = (item: unknown): unknown => withoutUnknown(inner, item);
    if (field.map && isObject(value)) {
      return [[name, Object.fromEntries(Object.entries(value).map(([key, item]) => [key, clean(item)]))]];
    }
    return [[name, field.repeated && Array.isArray(value) ? value.map(clean) : clean(value)]];
  });
  return Object.fromEntries(kept);
}

/** Finds the innermost part of the JSON that the message refuses. */
function locate(type: protobuf.Type, json: unknown, path: string): MessageJsonError | undefined {
  if (!isObject(json)) return new MessageJsonError(path, 'expected an object');
  const soFar: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(json)) {
    const field = fieldNamed(type, name);
    if (!field) continue;
    const place = path === '' ? name : `${path}.${name}`;
    if (refusal(type, name, value) !== undefined) return locateInField(type, field, name, value, place);
    soFar[name] = value;
    // Good by itself, but not beside the others: a field twice, or two of a kind of which there may be one.
    const reason = refusalOf(type, soFar);
    if (reason !== undefined) return new MessageJsonError(place, reason);
  }
  return undefined;
}

function locateInField(
  type: protobuf.Type,
  field: protobuf.Field,
  name: string,
  value: unknown,
  path: string,
): MessageJsonError {
  const inner = messageTypeOf(field);
  const wrong = new MessageJsonError(path, `expected ${expectationOf(field)}`);
  if (field.map) {
    if (!isObject(value)) return wrong;
    const [key, item] = Object.entries(value).find(([k, v]) => refusal(type, name, { [k]: v }) !== undefined) ?? [];
    if (key === undefined) return new MessageJsonError(path, refusal(type, name, value) ?? 'duplicate key');
    const itemPath = `${path}[${JSON.stringify(key)}]`;
    return (
      (inner && locate(inner, item, itemPath)) ??
      new MessageJsonError(itemPath, `expected ${expectationOf(field, true)}`)
    );
  }
  if (field.repeated) {
    if (!Array.isArray(value)) return wrong;
    const index = value.findIndex((item: unknown) => refusal(type, name, [item]) !== undefined);
    const itemPath = `${path}[${String(index)}]`;
    return (
      (inner && locate(inner, value[index], itemPath)) ??
      new MessageJsonError(itemPath, `expected ${expectationOf(field, true)}`)
    );
  }
  return (inner && locate(inner, value, path)) ?? wrong;
}

/** Why the message refuses a value for one of its fields; undefined if it does not. */
function refusal(type: protobuf.Type, name: string, value: unknown): string | undefined {
  return refusalOf(type, { [name]: value });
}

function refusalOf(type: protobuf.Type, json: unknown): string | undefined {
  try {
    protojson.fromJson(type, json);
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}

/** What a field, or one item of it, should be, in words. */
function expectationOf(field: protobuf.Field, isItem = false): string {
  if (!isItem && field.map) return 'an object';
  if (!isItem && field.repeated) return 'an array';
  const type = field.resolvedType;
  if (type instanceof protobuf.Enum) return `one of ${Object.keys(type.values).join(', ')}`;
  if (type instanceof protobuf.Type) {
    if (type.name === 'Timestamp') return 'a time such as "2026-11-22T08:30:00Z" (RFC 3339)';
    if (type.name === 'Duration') return 'a duration in seconds such as "300s" or "3.5s"';
    return 'an object';
  }
  return SCALARS.get(field.type) ?? `a ${field.type}`;
}

const SCALARS: ReadonlyMap<string, string> = new Map([
  ['string', 'a string'],
  ['bool', 'true or false'],
  ['bytes', 'base64 text'],
  ['uint32', 'a whole number from 0 to 4294967295'],
  ['int32', 'a whole number from -2147483648 to 2147483647'],
  ['uint64', 'a whole number from 0 to 18446744073709551615'],
  ['int64', 'a whole number from -9223372036854775808 to 9223372036854775807'],
  ['double', 'a number'],
  ['float', 'a number'],
]);
