import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bag, ClixmlReader, decodeClixml, encodeClixml, type PSObject, type PSValue } from '../../psrp';
import { decodeString, encodeString } from '../../psrp/clixml/escape';
import { text, value } from './arbitrary';

/** .NET's EncodeString, as its source has it, to hold ours against. */
function referenceEncodeString(input: string): string {
  let out = '';
  for (let at = 0; at < input.length; at++) {
    const unit = input.charCodeAt(at);
    const next = input[at + 1];
    const escape =
      unit <= 0x1f ||
      (unit >= 0x7f && unit <= 0x9f) ||
      (unit >= 0xd800 && unit <= 0xdfff) ||
      (unit === 0x5f && (next === 'x' || next === 'X'));
    out += escape ? `_x${unit.toString(16).toUpperCase().padStart(4, '0')}_` : input.charAt(at);
  }
  return out;
}

/** Reads a document in pieces. */
function readInPieces(document: string, step: number): PSValue {
  const reader = new ClixmlReader({ exactNumbers: true });
  const items = [];
  for (let at = 0; at < document.length; at += step) items.push(...reader.write(document.slice(at, at + step)));
  items.push(...reader.end());
  assert.equal(items.length, 1);
  return items[0]!.value;
}

describe('CLIXML by property', () => {
  it('escapes every text as EncodeString does, and reads it back', () => {
    fc.assert(
      fc.property(text, (input) => {
        assert.equal(encodeString(input), referenceEncodeString(input));
        assert.equal(decodeString(encodeString(input)), input);
      }),
      { numRuns: 2000 },
    );
  });

  it('carries every text as a value, a property name, a type name and a text', () => {
    fc.assert(
      fc.property(text, (input) => {
        assert.equal(decodeClixml(encodeClixml(input)), input);
        assert.deepEqual([...(decodeClixml(encodeClixml(bag([[input, 1]]))) as PSObject).properties.keys()], [input]);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives back every value as it was', () => {
    fc.assert(
      fc.property(value, (input) => {
        assert.deepEqual(decodeClixml(encodeClixml(input), { exactNumbers: true }), input);
      }),
      { numRuns: 1000 },
    );
  });

  it('reads the same in pieces of any size', () => {
    fc.assert(
      fc.property(value, fc.integer({ min: 1, max: 9 }), (input, step) => {
        assert.deepEqual(readInPieces(encodeClixml(input), step), input);
      }),
      { numRuns: 300 },
    );
  });

  it('writes again what it has read, byte for byte', () => {
    fc.assert(
      fc.property(value, (input) => {
        const written = encodeClixml(input);
        assert.equal(encodeClixml(decodeClixml(written, { exactNumbers: true })), written);
      }),
      { numRuns: 300 },
    );
  });
});
