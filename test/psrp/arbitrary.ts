import fc from 'fast-check';
import {
  PSDateTime,
  PSDictionary,
  PSGuid,
  PSList,
  PSObject,
  PSPrimitive,
  PSTimeSpan,
  type NumberTag,
  type PSValue,
} from '../../psrp';

const HOSTILE = [
  ...[
    '"',
    "'",
    '`',
    '“',
    '”',
    '‘',
    '’',
    '‚',
    '„',
    '$()',
    '$(1+1)',
    '$env:PATH',
    '@{',
    '}',
    ';',
    '|',
    '&',
    '<',
    '>',
    ']]>',
  ],
  ...['\n', '\r\n', '\t', '\0', '\u0007', '\u001b[31m', '\u007f', '\u0085', '\u009f', '\u2028', '\u2029', '\ufeff'],
  ...['😀', '👨‍👩‍👧', '§', 'å', '\ud800', '\udfff', '\ud83d', '\ude00', '\ufffe', '\uffff', '\u{10ffff}'],
  ...['_x', '_X0041_', '_x005F_', '_x000A', 'x000A_', '_', '__proto__', '&#x41;', '&amp;', '--', '%', '\\', '/'],
];

/** Texts of every kind: any UTF-16 code units, and what quoting and escaping go wrong on. */
export const text: fc.Arbitrary<string> = fc.oneof(
  fc.array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ maxLength: 5 }))).map((parts) => parts.join('')),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 }).map((units) => String.fromCharCode(...units)),
  fc.string({ unit: 'binary' }),
);

const integerOf = (tag: NumberTag, min: bigint, max: bigint): fc.Arbitrary<PSValue> =>
  fc.bigInt({ min, max }).map((value) => new PSPrimitive(tag, value.toString()));

/** Primitives of every type whose values have one form. */
export const primitive: fc.Arbitrary<PSValue> = fc.oneof(
  text,
  fc.constant(null),
  fc.boolean(),
  fc.integer(),
  fc.maxSafeInteger(),
  fc.bigInt({ min: 2n ** 53n, max: 2n ** 64n - 1n }),
  fc.bigInt({ min: -(2n ** 63n), max: -(2n ** 53n) }),
  fc.double(),
  integerOf('By', 0n, 255n),
  integerOf('SB', -128n, 127n),
  integerOf('I16', -(2n ** 15n), 2n ** 15n - 1n),
  integerOf('U16', 0n, 2n ** 16n - 1n),
  integerOf('U32', 0n, 2n ** 32n - 1n),
  fc
    .float({ noNaN: true, noDefaultInfinity: true })
    .map((value) => new PSPrimitive('Sg', Object.is(value, -0) ? '-0' : String(value))),
  fc.integer({ min: 0, max: 0xffff }).map((unit) => new PSPrimitive('C', String.fromCharCode(unit))),
  fc
    .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 99_999_999 }))
    .map(([whole, part]) => new PSPrimitive('D', `${whole}.${String(part).padStart(8, '0')}`)),
  fc
    .array(fc.integer({ min: 0, max: 2 ** 31 - 1 }), { minLength: 2, maxLength: 4 })
    .map((parts) => new PSPrimitive('Version', parts.join('.'))),
  text.map((value) => new PSPrimitive('SBK', value)),
  fc.webUrl().map((value) => new PSPrimitive('URI', value)),
  fc.uuid().map((value) => new PSGuid(value)),
  fc.uint8Array({ maxLength: 100 }),
  dateTime(),
  timeSpan(),
);

function dateTime(): fc.Arbitrary<PSDateTime> {
  const seconds = fc.integer({ min: -62_135_510_400, max: 253_402_214_400 });
  const nanos = fc.integer({ min: 0, max: 9_999_999 }).map((ticks) => ticks * 100);
  return fc.oneof(
    fc.tuple(seconds, nanos).map(([whole, part]) => new PSDateTime(whole, part)),
    fc.tuple(seconds, nanos).map(([whole, part]) => new PSDateTime(whole, part, 'Unspecified')),
    fc
      .tuple(seconds, nanos, fc.integer({ min: -840, max: 840 }))
      .map(([whole, part, offset]) => new PSDateTime(whole, part, 'Local', offset)),
  );
}

function timeSpan(): fc.Arbitrary<PSTimeSpan> {
  return fc
    .tuple(fc.integer({ min: 0, max: 922_337_203_684 }), fc.integer({ min: 0, max: 9_999_999 }), fc.boolean())
    .map(([seconds, ticks, negative]) => {
      const signed = (value: number): number => (negative && value !== 0 ? -value : value);
      return new PSTimeSpan(signed(seconds), signed(ticks * 100));
    });
}

const typeNames = fc.array(
  text.filter((name) => name !== ''),
  { minLength: 1, maxLength: 3 },
);
const entries = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Map<string, T>> =>
  fc.array(fc.tuple(text, value), { maxLength: 4 }).map((pairs) => new Map(pairs));

/** Values of every kind, within each other. */
export const value: fc.Arbitrary<PSValue> = fc.letrec<{ value: PSValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    primitive,
    list(tie('value')),
    dictionary(tie('value')),
    object(tie('value')),
  ),
})).value;

function list(member: fc.Arbitrary<PSValue>): fc.Arbitrary<PSValue> {
  const members = fc.array(member, { maxLength: 4 });
  return fc.oneof(
    members,
    fc
      .tuple(members, fc.constantFrom('LST', 'IE', 'STK', 'QUE'), typeNames)
      .map(([items, tag, names]) => PSList.with(items, { tag, typeNames: names })),
  );
}

function dictionary(member: fc.Arbitrary<PSValue>): fc.Arbitrary<PSValue> {
  return entries(member).map((map) => new PSDictionary(new Map<PSValue, PSValue>(map)));
}

function object(member: fc.Arbitrary<PSValue>): fc.Arbitrary<PSValue> {
  return fc
    .tuple(entries(member), typeNames, fc.option(text, { nil: undefined }), fc.nat(4))
    .map(
      ([properties, names, shown, adapted]) =>
        new PSObject(properties, names, shown, undefined, Math.min(adapted, properties.size)),
    );
}
