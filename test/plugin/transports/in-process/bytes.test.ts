import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ByteReader } from '../../../../plugin/transports/in-process/byte-reader';
import { ByteWriter } from '../../../../plugin/transports/in-process/byte-writer';
import { encodeValue } from '../../../../plugin/transports/in-process/encode-value';
import { ValueDecoder } from '../../../../plugin/transports/in-process/value-decoder';
import { PSSecureString, enumValue, type PSValue } from '../../../../psrp';

const written = (write: (writer: ByteWriter) => void): Buffer => {
  const writer = new ByteWriter();
  write(writer);
  return writer.finish();
};

const encoded = (value: PSValue): Buffer =>
  written((writer) => {
    encodeValue(writer, value);
  });

describe('The bytes between Node and the C# class', () => {
  it('keep every text, halves of surrogate pairs too', () => {
    const text = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units));
    fc.assert(
      fc.property(fc.array(text), (texts) => {
        const reader = new ByteReader(
          written((writer) => {
            for (const one of texts) writer.text(one);
          }),
        );
        for (const one of texts) assert.equal(reader.text(), one);
        assert.ok(reader.isAtEnd);
      }),
    );
  });

  it('keep every number', () => {
    fc.assert(
      fc.property(fc.oneof(fc.double(), fc.maxSafeInteger(), fc.constant(-0)), (number) => {
        const bytes = written((writer) => {
          encodeValue(writer, number);
        });
        assert.ok(Object.is(new ValueDecoder().decode(new ByteReader(bytes)), number));
      }),
    );
    fc.assert(
      fc.property(fc.nat(0x7fffffff), (count) => {
        assert.equal(
          new ByteReader(
            written((writer) => {
              writer.count(count);
            }),
          ).count(),
          count,
        );
      }),
    );
  });

  it('are as C# writes them', () => {
    const bytes = (value: PSValue): string => encoded(value).toString('hex');
    assert.equal(bytes(-2), '03feffffff');
    assert.equal(bytes('ab'), '0700026162');
    assert.equal(bytes('€'), '070101ac20');
    assert.equal(bytes([null, true]), '0d020002');
    assert.equal(bytes(enumValue('System.DayOfWeek', 'Friday', 5)), '070006467269646179');
    assert.equal(bytes(PSSecureString.of('p')), '10000170');
  });

  it('refuse numbers that do not fit and values without end', () => {
    const list: PSValue[] = [];
    list.push(list);
    for (const value of [2n ** 64n, -(2n ** 63n) - 1n, list]) {
      assert.throws(() => encoded(value), RangeError);
    }
  });

  it('end with an error where an answer is cut, wherever that is', () => {
    const whole = written((writer) => {
      encodeValue(writer, ['a text that is long enough', 2 ** 40, 1.5, new Uint8Array(5)]);
    });
    for (let length = 0; length < whole.length; length++) {
      const reader = new ByteReader(whole.subarray(0, length));
      assert.throws(
        () => {
          readList(reader);
        },
        RangeError,
        `cut at ${length}`,
      );
    }
  });
});

/** Reads what encodeValue writes for a list: there is no list of types in it. */
function readList(reader: ByteReader): void {
  assert.equal(reader.byte(), 13);
  const decoder = new ValueDecoder();
  for (let left = reader.count(); left > 0; left--) decoder.decode(reader);
}
