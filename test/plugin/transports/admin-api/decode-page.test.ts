import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ExchangeError } from '../../../../plugin/exchange/exchange-error';
import { decodePage, type Page } from '../../../../plugin/transports/admin-api/decode-page';
import { exactNumber, parseLossless } from '../../../../plugin/transports/admin-api/json-text';
import { PSDateTime, PSGuid, PSObject, PSTimeSpan } from '../../../../psrp';

function decode(text: string, needsValue = true): Page {
  return decodePage(Buffer.from(text), needsValue, []);
}

function property(name: string, json: string, type?: string): unknown {
  const annotation = type === undefined ? '' : `"${name}@data.type":${JSON.stringify(type)},`;
  return decode(`{"value":[{${annotation}${JSON.stringify(name)}:${json}}]}`).objects[0]!.get(name);
}

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    assert(error instanceof ExchangeError, String(error));
    return error.code;
  }
  return assert.fail('it did not throw');
}

describe('Decoding a page of the admin API', () => {
  it('leaves annotations out and gives values their types', () => {
    const page = decode(`{
      "@odata.context": "https://outlook.office.com/adminapi/beta/T/$metadata#Collection(Exchange.GenericHashTable)",
      "adminapi.warnings@odata.type": "#Collection(String)", "@adminapi.warnings": ["careful"],
      "@odata.nextLink": "https://outlook.office365.com/next",
      "value": [{
        "Guid@data.type": "System.Guid", "Guid@odata.type": "#Guid", "Guid": "AE060000-0000-4000-8000-0000000000FF",
        "Languages@odata.type": "#Collection(String)", "Languages": ["en-US", "de-DE"],
        "FirstSyncTime@data.type": "System.DateTime", "FirstSyncTime": "2022-09-21T08:07:47.1234567+02:00",
        "Count@data.type": "System.Int32", "Count": -5,
        "Quota": "99 GB (106,300,440,576 bytes)", "MailboxRegion": null, "Enabled": true
      }]}`);
    assert.deepEqual(page.warnings, ['careful']);
    assert.equal(page.nextLink, 'https://outlook.office365.com/next');
    const [object] = page.objects;
    assert.deepEqual(
      [...object!.properties],
      [
        ['Guid', new PSGuid('ae060000-0000-4000-8000-0000000000ff')],
        ['Languages', ['en-US', 'de-DE']],
        ['FirstSyncTime', new PSDateTime(Date.UTC(2022, 8, 21, 6, 7, 47) / 1000, 123_456_700)],
        ['Count', -5],
        ['Quota', '99 GB (106,300,440,576 bytes)'],
        ['MailboxRegion', null],
        ['Enabled', true],
      ],
    );
    const time = object!.get('FIRSTSYNCTIME');
    assert.equal(time instanceof PSDateTime && time.toString(), '2022-09-21T06:07:47.1234567Z');
  });

  it('uses a type that comes after the value or apart from it', () => {
    const guid = 'ae060000-0000-4000-8000-0000000000ff';
    const { objects } = decode(`{"value":[{"A":"${guid}","A@data.type":"System.Guid",
      "B@data.type":"System.Guid","C":1,"B":"${guid}"}]}`);
    assert.deepEqual(objects[0]!.get('A'), new PSGuid(guid));
    assert.deepEqual(objects[0]!.get('B'), new PSGuid(guid));
  });

  it('knows nullable types, spans, bytes, and types of lists', () => {
    const guid = 'ae060000-0000-4000-8000-0000000000ff';
    assert.deepEqual(
      property('X', '"2024-01-02T03:04:05Z"', 'System.Nullable`1[[System.DateTime, mscorlib]]'),
      new PSDateTime(Date.UTC(2024, 0, 2, 3, 4, 5) / 1000, 0),
    );
    assert.deepEqual(property('X', '"-1.02:03:04.5"', 'System.TimeSpan'), new PSTimeSpan(-93_784, -500_000_000));
    assert.deepEqual(property('X', '"AQID"', 'System.Byte[]'), new Uint8Array([1, 2, 3]));
    assert.deepEqual(
      property('X', '{"@odata.type":"#Exchange.ByteArrayType","Data":"AQID"}'),
      new Uint8Array([1, 2, 3]),
    );
    assert.deepEqual(property('X', `["${guid}"]`, 'System.Guid[]'), [new PSGuid(guid)]);
    assert.deepEqual(property('X', '"9223372036854775807"', 'System.Int64'), 9_223_372_036_854_775_807n);
  });

  it('leaves a value that does not look like its type as it is', () => {
    for (const type of [
      'System.Guid',
      'System.DateTime',
      'System.TimeSpan',
      'System.Byte[]',
      'System.Int64',
      'Some.Enum',
    ]) {
      assert.equal(property('X', '"Unlimited!"', type), 'Unlimited!');
    }
  });

  it('gives nested objects, with their type, and properties of any name', () => {
    const page = decode(
      '{"value":[{"Inner@data.type":"T","Inner":{"a@odata.type":"x","a":1},"__proto__":{"polluted":1}}]}',
    );
    const inner = page.objects[0]!.get('Inner');
    assert(inner instanceof PSObject);
    assert.deepEqual([inner.get('a'), inner.typeNames], [1, ['T']]);
    assert(page.objects[0]!.get('__proto__') instanceof PSObject);
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  });

  it('takes scalars in the list as text', () => {
    assert.deepEqual(
      decode('{"value":["a",9007199254740993]}').objects.map(({ text }) => text),
      ['a', '9007199254740993'],
    );
  });

  it('takes no body or no list for a change, and only for a change', () => {
    for (const text of ['', '{}', '{"@odata.context":"x"}']) {
      assert.deepEqual(decode(text, false).objects, []);
      assert.equal(
        codeOf(() => decode(text)),
        'protocol.malformed',
      );
    }
    assert.deepEqual(decode('{"value":[]}').objects, []);
  });

  it('refuses what is not the protocol, with a snippet', () => {
    const odd = [
      'null',
      '[]',
      '1',
      '"x"',
      '{"value":1}',
      '{"value":null}',
      '{"value":[null]}',
      '{"value":[[]]}',
      '{"value":[',
      '<html>Sign in</html>',
      '{"value":[],"@odata.nextLink":5}',
      '\ufeff',
      '{"value":[{"a":01}]}',
      '{"value":[{"a":1234567890123456-}]}',
    ];
    for (const text of odd)
      assert.equal(
        codeOf(() => decode(text)),
        'protocol.malformed',
        text,
      );
    assert.equal(
      codeOf(() => decodePage(Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), true, [])),
      'protocol.malformed',
    );
    assert.throws(
      () => decode('<html>Sign in</html>'),
      (error: ExchangeError) => {
        assert.match(error.message, /web page/);
        return error.detail.includes('<html>Sign in');
      },
    );
  });

  it('refuses values nested too deeply, however deep', () => {
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
    ] as const) {
      for (const depth of [40, 20_000]) {
        const text = `{"value":[{"a":${open.repeat(depth)}1${close.repeat(depth)}}]}`;
        assert.equal(
          codeOf(() => decode(text)),
          'protocol.malformed',
        );
      }
    }
  });

  it('throws nothing but ExchangeError, whatever comes', () => {
    const check = (body: Buffer): void => {
      for (const needsValue of [true, false]) {
        try {
          decodePage(body, needsValue, []);
        } catch (error) {
          assert(error instanceof ExchangeError, String(error));
        }
      }
    };
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        check(Buffer.from(bytes));
      }),
    );
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        check(Buffer.from(JSON.stringify(value)));
      }),
    );
    const key = fc.oneof(fc.constantFrom('a', 'a@data.type', '@odata.type', '__proto__', 'Data'), fc.string());
    const record = fc.dictionary(
      key,
      fc.oneof(fc.jsonValue(), fc.constantFrom('System.Guid', '#Exchange.ByteArrayType')),
    );
    fc.assert(
      fc.property(fc.array(record), (value) => {
        check(Buffer.from(JSON.stringify({ value })));
      }),
    );
  });

  it('keeps every digit of whole numbers, times and GUIDs', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 64n), max: 2n ** 64n }), (number) => {
        const value = property('N', number.toString(), 'System.Int64');
        assert.equal(typeof value, Number.isSafeInteger(Number(number)) ? 'number' : 'bigint');
        assert.equal(BigInt(value as bigint | number), number);
      }),
    );
    const ticks = fc.bigInt({ min: 0n, max: 3_155_378_975_999_999_999n });
    fc.assert(
      fc.property(ticks, (tick) => {
        const seconds = Number(tick / 10_000_000n) - 62_135_596_800;
        const fraction = String(tick % 10_000_000n).padStart(7, '0');
        const text = `${new Date(seconds * 1000).toISOString().slice(0, 19)}.${fraction}`;
        assert.deepEqual(
          property('T', `"${text}+00:00"`, 'System.DateTime'),
          new PSDateTime(seconds, Number(fraction) * 100),
        );
      }),
    );
    fc.assert(
      fc.property(fc.uuid(), (uuid) => {
        assert.equal((property('G', `"${uuid}"`, 'System.Guid') as PSGuid).text, uuid);
      }),
    );
  });
});

describe('Lossless JSON', () => {
  it('is JSON.parse where no number is long', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.boolean(), (value, pretty) => {
        const text = JSON.stringify(value, null, pretty ? 2 : 0);
        const { value: parsed, marker } = parseLossless(text);
        if (marker === undefined) assert.deepEqual(parsed, JSON.parse(text));
      }),
    );
  });

  it('accepts exactly what JSON.parse accepts', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\\',
      'a',
      '12345678901234567',
      '-',
      '.5',
      'e9',
      '0',
      ' ',
      'null',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const accepts = (parse: (text: string) => unknown): boolean => {
          try {
            parse(text);
            return true;
          } catch {
            return false;
          }
        };
        assert.equal(accepts(parseLossless), accepts(JSON.parse), text);
      }),
      { numRuns: 2000 },
    );
  });

  it('finds long numbers, and never takes a string for one', () => {
    const string = fc.oneof(
      fc.string(),
      fc.constantFrom('\u0001123', '\\"', '12345678901234567890', '":12345678901234567890,"', '\\\\'),
    );
    fc.assert(
      fc.property(string, fc.bigInt(), (text, number) => {
        const source = `{"s":${JSON.stringify(text)},"n":${number.toString()},"t":[${JSON.stringify(text)}]}`;
        const { value, marker } = parseLossless(source);
        const { s, n, t } = value as { s: string; n: number | string; t: [string] };
        assert.deepEqual([s, t[0]], [text, text]);
        if (marker !== undefined) assert(!text.startsWith(marker));
        const exact = typeof n === 'number' ? n : exactNumber(n.slice(1));
        assert.equal(String(exact), number.toString());
      }),
    );
  });

  it('keeps as text what neither a number nor a bigint can hold', () => {
    assert.equal(property('D', '0.1234567890123456789012', 'System.Decimal'), '0.1234567890123456789012');
    assert.equal(property('D', '0.1234567890123456789012', 'System.Double'), 0.12345678901234568);
    assert.equal(property('D', '0.10000000000000000000', 'System.Decimal'), 0.1);
    assert.equal(property('D', '1e400'), '1e400');
    assert.equal(property('D', '1.5e3'), 1500);
    assert.equal(property('D', '9'.repeat(50)), '9'.repeat(50));
  });

  it('takes time in proportion to the text', () => {
    const text = `{"value":[{"a":"${'\\"'.repeat(500_000)}","b":${'9'.repeat(500_000)},"c":"${'\\\\'.repeat(500_000)}"}]}`;
    const begun = performance.now();
    decode(text);
    assert(performance.now() - begun < 2000);
  });
});
