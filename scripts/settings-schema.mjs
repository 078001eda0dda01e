// Makes the JSON Schema (2020-12) of the settings from the .proto files. Constraints are annotations in the fields'
// comments: @required, @secret, @pattern, @minimum, @maximum, @maxLength, @format.
import protobuf from 'protobufjs';

const SCALARS = {
  bool: { type: 'boolean' },
  string: { type: 'string' },
  uint32: { type: 'integer', minimum: 0, maximum: 4294967295 },
};
const URL_PATTERNS = { 'http-url': '^[Hh][Tt][Tt][Pp][Ss]?://', 'https-url': '^[Hh][Tt][Tt][Pp][Ss]://' };
const DURATION_PATTERN = '^-?[0-9]{1,12}(\\.[0-9]{1,9})?s$';

/** Splits a comment into its description and its annotations. */
function parseComment(comment) {
  const description = [];
  const annotations = {};
  for (const line of (comment ?? '').split('\n')) {
    const match = /^@(\w+)\s*(.*)$/.exec(line.trim());
    if (match) annotations[match[1]] = match[2];
    else description.push(line.trim());
  }
  return { description: description.join(' ').trim(), annotations };
}

const seconds = (text) => Number(text.replace(/s$/, ''));

function durationSchema({ minimum, maximum }) {
  return {
    type: 'string',
    pattern: DURATION_PATTERN,
    durationMinimum: minimum === undefined ? 0 : seconds(minimum),
    ...(maximum === undefined ? {} : { durationMaximum: seconds(maximum) }),
  };
}

function valueSchema(field, annotations) {
  if (field.type === 'google.protobuf.Duration') return durationSchema(annotations);
  if (field.type === 'google.protobuf.Timestamp') return { type: 'string', format: 'date-time' };
  if (field.resolvedType instanceof protobuf.Type) return { $ref: `#/$defs/${field.resolvedType.name}` };
  if (field.resolvedType instanceof protobuf.Enum) return enumSchema(field.resolvedType, 'required' in annotations);
  const scalar = SCALARS[field.type];
  if (!scalar) throw new Error(`${field.fullName}: no schema for type ${field.type}`);
  return { ...scalar, ...constraints(annotations) };
}

function enumSchema(type, isRequired) {
  const names = Object.keys(type.values).filter((name) => !isRequired || type.values[name] !== 0);
  return { type: 'string', enum: names };
}

function constraints({ pattern, minimum, maximum, maxLength, format }) {
  return {
    ...(pattern === undefined ? {} : { pattern }),
    ...(minimum === undefined ? {} : { minimum: Number(minimum) }),
    ...(maximum === undefined ? {} : { maximum: Number(maximum) }),
    ...(maxLength === undefined ? {} : { maxLength: Number(maxLength) }),
    ...(format === undefined
      ? {}
      : format in URL_PATTERNS
        ? { format: 'uri', pattern: URL_PATTERNS[format] }
        : { format }),
  };
}

function fieldSchema(field) {
  const { description, annotations } = parseComment(field.comment);
  const value = valueSchema(field, annotations);
  // A list has room for no name that is empty: to Exchange that would mean everything.
  const items = field.type === 'string' ? { ...value, minLength: 1 } : value;
  return {
    description,
    ...(field.repeated ? { type: 'array', items } : value),
    ...('secret' in annotations ? { writeOnly: true } : {}),
  };
}

function messageSchema(type) {
  const fields = type.fieldsArray;
  const required = fields.filter((f) => 'required' in parseComment(f.comment).annotations).map((f) => f.name);
  const oneofs = type.oneofsArray.filter((oneof) => !oneof.isProto3Optional);
  const choices = oneofs.map((oneof) => choiceSchema(oneof));
  return {
    type: 'object',
    description: parseComment(type.comment).description,
    properties: Object.fromEntries(fields.map((f) => [f.name, fieldSchema(f)])),
    ...(required.length > 0 ? { required } : {}),
    ...(choices.length > 0 ? { allOf: choices } : {}),
  };
}

/** At most one member of a oneof; exactly one if the oneof is required. */
function choiceSchema(oneof) {
  const alternatives = oneof.fieldsArray.map((f) => ({ required: [f.name] }));
  if ('required' in parseComment(oneof.comment).annotations) return { oneOf: alternatives };
  return { oneOf: [...alternatives, { not: { anyOf: alternatives } }] };
}

/** Every message that a root message reaches, roots first. */
function reachable(roots) {
  const found = [...roots];
  for (const type of found) {
    for (const field of type.fieldsArray) {
      const target = field.resolvedType;
      const isOurs = target instanceof protobuf.Type && !target.fullName.startsWith('.google.');
      if (isOurs && !found.includes(target)) found.push(target);
    }
  }
  return found;
}

/**
 * @param {string[]} files the .proto files
 * @param {string} root the folder that imports are relative to
 * @returns the schema: one $defs entry per message
 */
export function settingsSchema(files, root) {
  const schema = new protobuf.Root();
  schema.resolvePath = (_origin, target) => (target.startsWith(root) ? target : `${root}/${target}`);
  schema.loadSync(files, { keepCase: false, alternateCommentMode: true, preferTrailingComment: false });
  schema.resolveAll();
  const roots = ['ManageSettings', 'SecuritySettings'].map((name) => schema.lookupType(`easconnector.v1.${name}`));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'EAS connector settings',
    description: 'The canonical proto3 JSON of easconnector.v1.ManageSettings and easconnector.v1.SecuritySettings.',
    anyOf: roots.map((type) => ({ $ref: `#/$defs/${type.name}` })),
    $defs: Object.fromEntries(reachable(roots).map((type) => [type.name, messageSchema(type)])),
  };
}
