import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import * as protobuf from 'protobufjs/minimal';
import { encodeFrame, FrameDecoder, FramingError } from '../../protocol/framing';
import {
  decodeHostMessage,
  decodePluginMessage,
  encodeHostMessage,
  encodePluginMessage,
  MalformedMessageError,
  maxUnacknowledgedResultsOf,
  type HostMessage,
  type PluginMessage,
} from '../../protocol/process-messages';
import { jsonToMessage } from '../../protocol/message-json';

/** All frames of pieces that arrive one after the other. */
function framesOf(pieces: Iterable<Uint8Array>, maxFrameBytes = 1_000_000): Uint8Array[] {
  const decoder = new FrameDecoder({ maxFrameBytes });
  const frames: Uint8Array[] = [];
  for (const piece of pieces) {
    decoder.receive(piece);
    for (let frame = decoder.next(); frame; frame = decoder.next()) frames.push(frame);
  }
  return frames;
}

/** Cuts bytes at the given places. */
function split(bytes: Uint8Array, cuts: readonly number[]): Uint8Array[] {
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return places.slice(1).map((end, index) => bytes.subarray(places[index], end));
}

describe('Frames', () => {
  it('have their length before them as protobuf writes it', () => {
    for (const length of [0, 1, 127, 128, 300, 16_383, 16_384, 70_000]) {
      const payload = new Uint8Array(length).fill(7);
      const expected = protobuf.Writer.create().bytes(payload).finish();
      assert.deepEqual(encodeFrame(payload), new Uint8Array(expected));
    }
  });

  it('come out as they went in, however the stream is cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ maxLength: 400 }), { maxLength: 12 }),
        fc.array(fc.nat(), { maxLength: 30 }),
        (payloads, cuts) => {
          const stream = Buffer.concat(payloads.map(encodeFrame));
          const frames = framesOf(split(stream, cuts)).map((frame) => Buffer.from(frame).toString('hex'));
          assert.deepEqual(
            frames,
            payloads.map((payload) => Buffer.from(payload).toString('hex')),
          );
        },
      ),
    );
  });

  it('come out byte by byte, with the decoder knowing when the stream may end', () => {
    const decoder = new FrameDecoder({ maxFrameBytes: 500 });
    const stream = encodeFrame(new Uint8Array(300).fill(1));
    assert.ok(decoder.isBetweenFrames);
    for (const [index, byte] of stream.entries()) {
      decoder.receive(Uint8Array.of(byte));
      const frame = decoder.next();
      const isLast = index === stream.length - 1;
      assert.equal(frame?.length, isLast ? 300 : undefined);
      assert.equal(decoder.isBetweenFrames, isLast);
    }
  });

  it('take time in proportion to their bytes', () => {
    const frames = framesOf(
      split(
        encodeFrame(new Uint8Array(4_000_000)),
        Array.from({ length: 100_000 }, (_, n) => n * 40),
      ),
      5_000_000,
    );
    assert.equal(frames[0]?.length, 4_000_000);
  });

  it('are refused over the limit as soon as their length is known', () => {
    const decoder = new FrameDecoder({ maxFrameBytes: 1000 });
    decoder.receive(encodeFrame(new Uint8Array(1001)).subarray(0, 2));
    assert.throws(() => decoder.next(), { name: 'FramingError', message: /1001 bytes; at most 1000/ });
    assert.equal(framesOf([encodeFrame(new Uint8Array(1000))], 1000).length, 1);
  });

  it('are refused when the length is overlong or endless', () => {
    assert.throws(() => framesOf([Uint8Array.of(0x80, 0x00)]), FramingError);
    assert.throws(() => framesOf([Uint8Array.of(0x81, 0x80, 0x00)]), FramingError);
    assert.throws(() => framesOf([new Uint8Array(5).fill(0xff)]), FramingError);
  });

  it('that are garbage are refused or wait for more, and nothing worse', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array()), (pieces) => {
        try {
          framesOf(pieces, 100);
        } catch (error) {
          assert.ok(error instanceof FramingError, String(error));
        }
      }),
      { numRuns: 500 },
    );
  });
});

const word = fc.string({ unit: 'grapheme', maxLength: 8 });
const count = fc.nat({ max: Number.MAX_SAFE_INTEGER });
const bytes = fc.uint8Array().map((all) => Uint8Array.from(all));
const hello = fc.record(
  { kind: fc.constant('hello'), contractVersion: word, name: word, version: word, tasks: fc.array(word) },
  { noNullPrototype: true },
);

const hostMessage = fc.oneof(
  hello,
  fc.record(
    { kind: fc.constant('run'), task: word, runId: word, settings: bytes, dataDir: word, logDir: word },
    { noNullPrototype: true },
  ),
  fc.record({ kind: fc.constant('ack'), sequence: count }, { noNullPrototype: true }),
  fc.record({ kind: fc.constant('cancel'), reason: word }, { noNullPrototype: true }),
) as fc.Arbitrary<HostMessage>;

const problems = fc.array(
  fc.record(
    {
      severity: fc.constantFrom('info', 'warning', 'error'),
      code: fc.constantFrom('truncated', 'auth.denied'),
      path: word,
      summary: word,
      detail: word,
    },
    { noNullPrototype: true },
  ),
);

const pluginMessage = fc.oneof(
  hello,
  fc.record(
    {
      kind: fc.constant('log'),
      at: fc.record(
        { seconds: fc.integer({ min: -1e10, max: 1e10 }), nanos: fc.nat({ max: 999_999_999 }) },
        { noNullPrototype: true },
      ),
      level: fc.constantFrom('debug', 'info', 'warn', 'error'),
      message: word,
      fields: fc.dictionary(word, word, { noNullPrototype: true }),
    },
    { noNullPrototype: true },
  ),
  fc.record({ kind: fc.constant('progress'), phase: word, done: count, total: count }, { noNullPrototype: true }),
  fc.record({ kind: fc.constant('result'), sequence: count, payload: bytes }, { noNullPrototype: true }),
  fc.record(
    {
      kind: fc.constant('completed'),
      outcome: fc.constantFrom('succeeded', 'partial', 'failed', 'cancelled'),
      problems,
    },
    { noNullPrototype: true },
  ),
) as fc.Arbitrary<PluginMessage>;

/** Buffers as plain arrays, so that they compare. */
const plain = (message: object): unknown =>
  Object.fromEntries(
    Object.entries(message).map(([name, value]) => [name, value instanceof Uint8Array ? [...value] : value]),
  );

describe('Messages of the process binding', () => {
  it('come out as they went in', () => {
    fc.assert(
      fc.property(hostMessage, (message) => {
        assert.deepEqual(plain(decodeHostMessage(encodeHostMessage(message))), plain(message));
      }),
    );
    fc.assert(
      fc.property(pluginMessage, (message) => {
        assert.deepEqual(plain(decodePluginMessage(encodePluginMessage(message))), plain(message));
      }),
    );
  });

  it('of a kind that a newer contract has added are unknown, not errors', () => {
    const newer = protobuf.Writer.create()
      .uint32(99 * 8 + 2)
      .string('news')
      .finish();
    assert.deepEqual(decodeHostMessage(newer), { kind: 'unknown' });
    assert.deepEqual(decodePluginMessage(newer), { kind: 'unknown' });
  });

  it('that are malformed are refused with a sentence', () => {
    assert.throws(() => decodeHostMessage(Uint8Array.of(0x0a, 0x7f)), {
      name: 'MalformedMessageError',
      message: /2 bytes are no easconnector\.v1\.HostMessage/,
    });
    assert.throws(
      () => decodeHostMessage(jsonToMessage('HostMessage', { ack: { sequence: '9007199254740993' } })),
      /Ack\.sequence is out of range/,
    );
    assert.throws(() => decodePluginMessage(jsonToMessage('PluginMessage', { completed: {} })), /Completed\.outcome/);
    fc.assert(
      fc.property(fc.uint8Array(), (garbage) => {
        for (const decode of [decodeHostMessage, decodePluginMessage]) {
          try {
            decode(garbage);
          } catch (error) {
            assert.ok(error instanceof MalformedMessageError, String(error));
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('say how many results may be sent ahead', () => {
    for (const message of ['ManageSettings', 'SecuritySettings']) {
      assert.equal(maxUnacknowledgedResultsOf(jsonToMessage(message, { limits: { maxUnacknowledgedResults: 3 } })), 3);
      assert.equal(maxUnacknowledgedResultsOf(jsonToMessage(message, { limits: {} })), undefined);
    }
    assert.equal(maxUnacknowledgedResultsOf(Uint8Array.of(0x0a, 0x7f)), undefined);
  });
});
