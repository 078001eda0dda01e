import * as fc from 'fast-check';
import * as protobuf from 'protobufjs/light';
import descriptor from '../../protocol/generated/descriptor.json';

const root = protobuf.Root.fromJSON(descriptor);
root.resolveAll();

/** Canonical JSON of random messages of a type: no value has its default. */
export function randomJson(message: string): fc.Arbitrary<Record<string, unknown>> {
  return jsonOfType(root.lookupType(`easconnector.v1.${message}`), 0);
}

function jsonOfType(type: protobuf.Type, depth: number): fc.Arbitrary<Record<string, unknown>> {
  const oneofs = type.oneofsArray.filter((oneof) => oneof.oneof.length > 1);
  const free = type.fieldsArray.filter((field) => !oneofs.some((oneof) => oneof.oneof.includes(field.name)));
  const record = (fields: protobuf.Field[]): fc.Arbitrary<Record<string, unknown>> =>
    fc.record(Object.fromEntries(fields.map((field) => [field.jsonName, jsonOfField(field, depth)])), {
      requiredKeys: [],
      noNullPrototype: true,
    });
  const parts = [
    record(free),
    ...oneofs.map((oneof) => fc.oneof(fc.constant({}), ...oneof.fieldsArray.map((field) => record([field])))),
  ];
  return fc.tuple(...parts).map((all) => Object.assign({}, ...all) as Record<string, unknown>);
}

function jsonOfField(field: protobuf.Field, depth: number): fc.Arbitrary<unknown> {
  if (field instanceof protobuf.MapField) {
    return fc.dictionary(fc.string(), value(field, depth, false), { minKeys: 1, maxKeys: 3, noNullPrototype: true });
  }
  if (field.repeated) return fc.array(value(field, depth, true), { minLength: 1, maxLength: 3 });
  return value(field, depth, field.hasPresence);
}

/** One value of a field; the default value only where it is written. */
function value(field: protobuf.Field, depth: number, mayBeDefault: boolean): fc.Arbitrary<unknown> {
  const type = field.resolvedType;
  if (type instanceof protobuf.Enum) {
    const names = Object.keys(type.values).filter((name) => mayBeDefault || type.values[name] !== 0);
    return fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...names) }, { weight: 1, arbitrary: fc.constant(7777) });
  }
  if (type instanceof protobuf.Type) {
    if (type.name === 'Timestamp') return timestamp;
    if (type.name === 'Duration') return duration;
    return depth > 3 ? fc.constant({}) : jsonOfType(type, depth + 1);
  }
  const any = SCALARS[field.type];
  if (!any) throw new Error(`no values for ${field.type}`);
  return mayBeDefault ? any : any.filter((one) => one !== '' && one !== 0 && one !== '0' && one !== false);
}

const fraction = fc.nat({ max: 999_999_999 }).map((nanos) =>
  nanos === 0
    ? ''
    : `.${String(nanos)
        .padStart(9, '0')
        .replace(/(?:000){1,2}$/, '')}`,
);

const timestamp = fc
  .tuple(fc.integer({ min: -62_135_596_800, max: 253_402_300_799 }), fraction)
  .map(([seconds, part]) => new Date(seconds * 1000).toISOString().replace('.000Z', `${part}Z`));

const duration = fc
  .tuple(fc.boolean(), fc.nat({ max: 2_147_483_647 }), fraction)
  .map(
    ([negative, seconds, part]) => `${negative && (seconds > 0 || part !== '') ? '-' : ''}${String(seconds)}${part}s`,
  );

const SCALARS: Record<string, fc.Arbitrary<unknown>> = {
  string: fc.string({ unit: 'grapheme', maxLength: 12 }),
  bool: fc.boolean(),
  bytes: fc.uint8Array({ maxLength: 20 }).map((bytes) => Buffer.from(bytes).toString('base64')),
  uint32: fc.integer({ min: 0, max: 4_294_967_295 }),
  int32: fc.integer(),
  uint64: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map(String),
  int64: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String),
};
