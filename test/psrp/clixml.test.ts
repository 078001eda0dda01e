import assert from 'node:assert/strict';
import {
  bag,
  customObject,
  decodeClixml,
  decodeObjs,
  encodeClixml,
  encodeObjs,
  enumValue,
  PSDateTime,
  PSDictionary,
  PSGuid,
  PSList,
  PSObject,
  PSPrimitive,
  PSSecureString,
  PSTimeSpan,
  SessionKeyError,
  type PSValue,
} from '../../psrp';

const NOON = Date.UTC(2024, 0, 2, 3, 4, 5) / 1000;

/** Element and value: read from it, and written as it. */
const BOTH_WAYS: readonly (readonly [string, PSValue])[] = [
  ['<Nil />', null],
  ['<S>text</S>', 'text'],
  ['<S></S>', ''],
  ['<S> spaced </S>', ' spaced '],
  ['<S>a_x000A_b_x0009_c_x000D_</S>', 'a\nb\tc\r'],
  ['<S>_xD83D__xDE00_</S>', '😀'],
  ['<S>_xD83D_</S>', '\ud83d'],
  ['<S>_xDE00__xD83D_</S>', '\ude00\ud83d'],
  ['<S>_x005F_x000A_</S>', '_x000A_'],
  ['<S>_x005F_X41</S>', '_X41'],
  ['<S>_ _y __</S>', '_ _y __'],
  ["<S>&lt;a&gt;&amp;amp;&quot;'</S>", '<a>&amp;"\''],
  ['<S>§\u2028\u2029“”‘’´`$(1)</S>', '§\u2028\u2029“”‘’´`$(1)'],
  ['<S>_x0000__x007F__x009F_\u00a0</S>', '\u0000\u007f\u009f\u00a0'],
  ['<S>&#xFFFE;&#xFFFF;</S>', '\ufffe\uffff'],
  ['<B>true</B>', true],
  ['<B>false</B>', false],
  ['<I32>-2147483648</I32>', -2147483648],
  ['<I64>2147483648</I64>', 2147483648],
  ['<I64>9223372036854775807</I64>', 9223372036854775807n],
  ['<I64>-9223372036854775808</I64>', -9223372036854775808n],
  ['<U64>18446744073709551615</U64>', 18446744073709551615n],
  ['<Db>1.5</Db>', 1.5],
  ['<Db>NaN</Db>', NaN],
  ['<Db>INF</Db>', Infinity],
  ['<Db>-INF</Db>', -Infinity],
  ['<Db>-0</Db>', -0],
  ['<Db>1e+300</Db>', 1e300],
  ['<C>65</C>', new PSPrimitive('C', 'A')],
  ['<C>55357</C>', new PSPrimitive('C', '\ud83d')],
  ['<D>79228162514264337593543950335</D>', new PSPrimitive('D', '79228162514264337593543950335')],
  ['<D>1.2300</D>', new PSPrimitive('D', '1.2300')],
  ['<URI>https://a.example/?b=c&amp;d</URI>', new PSPrimitive('URI', 'https://a.example/?b=c&d')],
  ['<Version>5.1.17763.771</Version>', new PSPrimitive('Version', '5.1.17763.771')],
  ['<XD>&lt;a&gt;b&lt;/a&gt;</XD>', new PSPrimitive('XD', '<a>b</a>')],
  ['<SBK>Get-Date_x000A_</SBK>', new PSPrimitive('SBK', 'Get-Date\n')],
  ['<BA>AQID/w==</BA>', new Uint8Array([1, 2, 3, 255])],
  ['<BA></BA>', new Uint8Array()],
  ['<G>00112233-4455-6677-8899-aabbccddeeff</G>', new PSGuid('00112233-4455-6677-8899-aabbccddeeff')],
  ['<DT>2024-01-02T03:04:05.1234567Z</DT>', new PSDateTime(NOON, 123_456_700)],
  ['<DT>2024-01-02T03:04:05.1Z</DT>', new PSDateTime(NOON, 100_000_000)],
  ['<DT>2024-01-02T03:04:05</DT>', new PSDateTime(NOON, 0, 'Unspecified')],
  ['<DT>2024-01-02T03:04:05-05:30</DT>', new PSDateTime(NOON + 19_800, 0, 'Local', -330)],
  ['<DT>0001-01-01T00:00:00</DT>', new PSDateTime(-62_135_596_800, 0, 'Unspecified')],
  ['<DT>9999-12-31T23:59:59.9999999</DT>', new PSDateTime(253_402_300_799, 999_999_900, 'Unspecified')],
  ['<TS>PT0S</TS>', new PSTimeSpan(0, 0)],
  ['<TS>P1DT1H1M1.5S</TS>', new PSTimeSpan(90_061, 500_000_000)],
  ['<TS>-P2D</TS>', new PSTimeSpan(-172_800, 0)],
  ['<TS>-PT0.0000001S</TS>', new PSTimeSpan(0, -100)],
  ['<TS>P10675199DT2H48M5.4775807S</TS>', new PSTimeSpan(922_337_203_685, 477_580_700)],
];

/** Elements that are read, but would be written in another way. */
const READ_ONLY: readonly (readonly [string, PSValue])[] = [
  ['<By>255</By>', 255],
  ['<SB>-128</SB>', -128],
  ['<I16>-32768</I16>', -32768],
  ['<U16>65535</U16>', 65535],
  ['<U32>4294967295</U32>', 4294967295],
  ['<I64>5</I64>', 5],
  ['<Sg>0.1</Sg>', Math.fround(0.1)],
  ['<I32> +5 </I32>', 5],
  ['<B>1</B>', true],
  ['<S>_x0041_</S>', 'A'],
  ['<S>_x0001F600_</S>', '😀'],
  ['<S>_x00ffffff_ _x12_</S>', '_x00ffffff_ _x12_'],
  ['<S>&#x41;&#65535;&#xfffe;\ufffe</S>', 'A\uffff\ufffe\ufffe'],
  ['<S><![CDATA[<b>]]></S>', '<b>'],
  ['<TS>P1Y1M</TS>', new PSTimeSpan(395 * 86_400, 0)],
  ['<BA> AQ\nID </BA>', new Uint8Array([1, 2, 3])],
  ['\ufeff<S>a</S>', 'a'],
  ['<!-- a --><S>a</S>', 'a'],
];

const MALFORMED = [
  '',
  'text',
  '<S>a</S><S>b</S>',
  '<S>a',
  '<S>\u0001</S>',
  '<!DOCTYPE S [<!ENTITY a "b">]><S>&a;</S>',
  '<S>&a;</S>',
  '<I32></I32>',
  '<I32>1.5</I32>',
  '<I32>0x10</I32>',
  '<I32>2147483648</I32>',
  '<U64>18446744073709551616</U64>',
  '<I64>9223372036854775808</I64>',
  '<By>-1</By>',
  '<B>yes</B>',
  '<Db>1,5</Db>',
  '<DT>2024-02-30T00:00:00Z</DT>',
  '<DT>yesterday</DT>',
  '<TS>P</TS>',
  '<TS>1:00</TS>',
  '<G>1</G>',
  '<Version>1</Version>',
  '<D>1e5</D>',
  '<BA>A</BA>',
  '<C>65536</C>',
  '<Unknown />',
  '<S><S>a</S></S>',
  '<Props><S N="a">b</S></Props>',
  '<Obj RefId="0">text</Obj>',
  '<Obj RefId="0"><Props><S>nameless</S></Props></Obj>',
  '<Obj RefId="0"><Ref RefId="1" /></Obj>',
  '<Obj RefId="0"><TNRef RefId="0" /></Obj>',
  '<Obj RefId="0"><LST /><LST /></Obj>',
  '<Obj RefId="0"><DCT><S>a</S></DCT></Obj>',
  '<Obj RefId="0"><DCT><En><S N="Key">a</S></En></DCT></Obj>',
  '<Obj RefId="0"><DCT><En><S N="Key">a</S><S N="Other">a</S></En></DCT></Obj>',
  '<Obj RefId="0"><TN RefId="0"><S>a</S></TN></Obj>',
  '<Obj RefId="0"><T>a</T></Obj>',
  '<Obj><Obj></Obj>',
];

describe('CLIXML', () => {
  for (const [element, value] of BOTH_WAYS) {
    it(`reads and writes ${element}`, () => {
      assert.deepEqual(decodeClixml(element), value);
      assert.equal(encodeClixml(value), element);
    });
  }

  for (const [element, value] of READ_ONLY) {
    it(`reads ${JSON.stringify(element)}`, () => {
      assert.deepEqual(decodeClixml(element), value);
    });
  }

  for (const document of MALFORMED) {
    it(`refuses ${JSON.stringify(document)}`, () => {
      assert.throws(() => decodeClixml(document), { name: 'ProtocolError', part: 'clixml' });
    });
  }

  it('reads bytes with a byte order mark, and refuses bytes that are not UTF-8', () => {
    assert.equal(decodeClixml(new Uint8Array([0xef, 0xbb, 0xbf, ...Buffer.from('<S>å</S>')])), 'å');
    assert.throws(() => decodeClixml(new Uint8Array([0x3c, 0x53, 0x3e, 0xff])), { name: 'ProtocolError' });
  });

  it('keeps the types of numbers when asked to', () => {
    for (const element of [
      '<By>5</By>',
      '<Db>5</Db>',
      '<I64>5</I64>',
      '<Sg>0.1</Sg>',
      '<U16>7</U16>',
      '<I32>1</I32>',
    ]) {
      assert.equal(encodeClixml(decodeClixml(element, { exactNumbers: true })), element);
    }
  });

  it('refuses to write what no type holds', () => {
    assert.throws(() => encodeClixml(2n ** 64n), RangeError);
    assert.throws(() => encodeClixml(new PSPrimitive('By', '256')), RangeError);
    assert.throws(() => encodeClixml(new PSPrimitive('Version', 'one')), RangeError);
  });

  it('never writes or shows a SecureString without a cipher', () => {
    assert.throws(() => encodeClixml(PSSecureString.of('secret')), SessionKeyError);
    const sealed = decodeClixml('<SS>AQID</SS>');
    assert.ok(sealed instanceof PSSecureString);
    assert.throws(() => sealed.reveal(), SessionKeyError);
    assert.doesNotMatch(`${String(sealed)} ${JSON.stringify({ sealed })}`, /AQID/);
  });
});

describe('CLIXML objects', () => {
  it('have adapted properties, notes, type names and a text', () => {
    const document =
      '<Obj RefId="0"><TN RefId="0"><T>Deserialized.A.B`1[[C]]</T><T>D</T></TN><ToString>shown</ToString>' +
      '<Props><S N="Name">a</S><Nil N="Other" /></Props><MS><I32 N="Note">1</I32></MS></Obj>';
    const object = decodeClixml(document) as PSObject;
    assert.deepEqual(
      [...object.properties],
      [
        ['Name', 'a'],
        ['Other', null],
        ['Note', 1],
      ],
    );
    assert.deepEqual(object.typeNames, ['Deserialized.A.B`1[[C]]', 'D']);
    assert.equal(object.text, 'shown');
    assert.equal(object.get('nAME'), 'a');
    assert.equal(object.isOfType('a.b`1[[c]]'), true);
    assert.equal(encodeClixml(object), document);
  });

  it('called __proto__ and constructor are only properties', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const object = decodeClixml(encodeClixml(bag(names.map((name) => [name, name])))) as PSObject;
    assert.deepEqual([...object.properties.keys()], names);
    assert.equal(object.get('__PROTO__'), '__proto__');
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
    assert.equal(Object.getPrototypeOf(object), PSObject.prototype);
  });

  it('of an enum have their number and their text', () => {
    const day = enumValue('System.DayOfWeek', 'Friday', 5);
    const written = encodeClixml(day);
    assert.match(written, /<ToString>Friday<\/ToString><I32>5<\/I32><\/Obj>$/);
    assert.deepEqual(decodeClixml(written), day);
    assert.equal(String(day), 'Friday');
  });

  it('around a primitive keep it with its notes', () => {
    const document = '<Obj RefId="0"><DT>2024-01-02T03:04:05Z</DT><MS><I32 N="DisplayHint">2</I32></MS></Obj>';
    const date = decodeClixml(document) as PSObject;
    assert.deepEqual(date.value, new PSDateTime(NOON, 0));
    assert.equal(date.text, '2024-01-02T03:04:05.0000000Z');
    assert.equal(encodeClixml(date), document);
  });

  it('around a bare primitive are that primitive', () => {
    assert.equal(decodeClixml('<Obj RefId="0"><S>a</S></Obj>'), 'a');
  });

  it('with an object inside keep it', () => {
    const outer = decodeClixml(
      '<Obj RefId="0"><Obj RefId="1"><ToString>in</ToString></Obj><MS><B N="a">true</B></MS></Obj>',
    );
    assert.equal(String((outer as PSObject).value), 'in');
  });

  it('with a set of notes in the notes have it as an object', () => {
    const object = decodeClixml(
      '<Obj RefId="0"><MS><MS N="Set"><S N="a">b</S></MS><S N="c">d</S></MS></Obj>',
    ) as PSObject;
    assert.equal((object.get('Set') as PSObject).get('a'), 'b');
    assert.equal(object.get('c'), 'd');
  });

  it('are referred to by number, from within themselves too', () => {
    const shared = bag([['a', 1]]);
    const written = encodeClixml(
      bag([
        ['one', shared],
        ['two', shared],
      ]),
    );
    assert.match(written, /<Ref N="two" RefId="1" \/>/);
    const read = decodeClixml(written) as PSObject;
    assert.equal(read.get('one'), read.get('two'));

    const circle = decodeClixml('<Obj RefId="0"><Props><Ref N="self" RefId="0" /></Props></Obj>') as PSObject;
    assert.equal(circle.get('self'), circle);
    assert.match(encodeClixml(circle), /<Ref N="self" RefId="0" \/>/);
    const list = decodeClixml('<Obj RefId="0"><LST><Ref RefId="0" /></LST></Obj>') as PSValue[];
    assert.equal(list[0], list);
    assert.equal(String(decodeClixml('<Obj RefId="0"><Ref RefId="0" /></Obj>')), '');
  });

  it('share the type names that they refer to', () => {
    const types = '<TN RefId="0"><T>A</T></TN>';
    const list = decodeClixml(
      `<Obj RefId="0"><LST><Obj RefId="1">${types}</Obj><Obj RefId="2"><TNRef RefId="0" /></Obj></LST></Obj>`,
    ) as PSObject[];
    assert.deepEqual(list[1]!.typeNames, ['A']);
    assert.equal(list[0]!.typeNames, list[1]!.typeNames);
  });

  it('of a custom type are written as notes', () => {
    assert.match(
      encodeClixml(customObject([['a', 1]])),
      /PSCustomObject<\/T><T>System.Object<\/T><\/TN><MS><I32 N="a">/,
    );
    assert.match(encodeClixml(new PSObject(new Map([['a', 1]]), ['A'])), /<Props><I32 N="a">1<\/I32><\/Props>/);
  });
});

describe('CLIXML collections', () => {
  it('that are an object[] are arrays', () => {
    const written = encodeClixml([1, 'a', [true]]);
    assert.match(written, /^<Obj RefId="0"><TN RefId="0"><T>System.Object\[\]<\/T>/);
    const read = decodeClixml(written);
    assert.deepEqual(read, [1, 'a', [true]]);
    assert.equal(read instanceof PSList, false);
  });

  for (const tag of ['LST', 'IE', 'STK', 'QUE'] as const) {
    it(`of ${tag} keep their type, and are arrays all the same`, () => {
      const typeNames = [
        'Deserialized.Microsoft.Exchange.Data.MultiValuedProperty`1[[System.String]]',
        'System.Object',
      ];
      const list = PSList.with(['a', 'b'], { tag, typeNames, properties: new Map([['IsReadOnly', true]]) });
      const read = decodeClixml(encodeClixml(list));
      assert.ok(read instanceof PSList && Array.isArray(read));
      assert.deepEqual(read, list);
      assert.deepEqual(
        read.map((member) => member),
        ['a', 'b'],
      );
    });
  }

  it('that are dictionaries keep keys of every type, found whatever their case', () => {
    const dictionary = new PSDictionary(
      new Map<PSValue, PSValue>([
        ['Add', ['smtp:a@b.example']],
        [5, 'five'],
        ['__proto__', null],
      ]),
    );
    const read = decodeClixml(encodeClixml(dictionary));
    assert.deepEqual(read, dictionary);
    assert.deepEqual(read.get('add'), ['smtp:a@b.example']);
  });

  it('within an object with properties stay arrays', () => {
    const read = decodeClixml('<Obj RefId="0"><LST><S>a</S></LST><Props><I32 N="Capacity">4</I32></Props></Obj>');
    assert.ok(Array.isArray(read) && read instanceof PSList);
    assert.equal(read.properties.get('Capacity'), 4);
  });
});

describe('CLIXML documents of several objects', () => {
  it('name the streams', () => {
    const items = decodeObjs(
      '<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04"><S S="Error">bad</S>' +
        '<Obj S="progress" RefId="0"><MS><PR N="Record"><AV>Preparing</AV><AI>0</AI><Nil /><PI>-1</PI><PC>-1</PC>' +
        '<T>Completed</T><SR>-1</SR><SD> </SD></PR></MS></Obj><I32>1</I32></Objs>',
    );
    assert.deepEqual(
      items.map(({ stream }) => stream),
      ['Error', 'progress', undefined],
    );
    const record = (items[1]!.value as PSObject).get('Record') as PSObject;
    assert.deepEqual(
      [record.get('Activity'), record.get('ParentActivityId'), record.get('RecordType')],
      ['Preparing', -1, 'Completed'],
    );
  });

  it('are written so that they are read again, references counting through', () => {
    const shared = bag([['a', 1]]);
    const [first, second] = decodeObjs(encodeObjs([shared, shared]));
    assert.equal(first!.value, second!.value);
    assert.deepEqual(decodeObjs(encodeObjs([])), []);
  });
});
