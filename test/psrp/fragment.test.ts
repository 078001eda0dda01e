import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Defragmenter, LimitError, ProtocolError, readFragmentHeader } from '../../psrp';
import { OutgoingQueue } from '../../psrp/session/outgoing-queue';

const LIMITS = { maxMessageBytes: 100_000, maxBufferedBytes: 200_000, maxOpenMessages: 8 };
const hex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text.replace(/\s/g, ''), 'hex'));
const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** All fragments of messages as one run of bytes. */
function fragments(messages: readonly Uint8Array[], maxBytes: number): Uint8Array[] {
  const queue = new OutgoingQueue();
  for (const message of messages) queue.add('pool', 'Default', message);
  const payloads: Uint8Array[] = [];
  for (let taken = queue.take({ maxBytes }); taken; taken = queue.take({ maxBytes })) payloads.push(taken.data);
  assert.equal(queue.pendingBytes, 0);
  return payloads;
}

describe('psrp fragments', () => {
  it('have a header of 21 bytes, big endian', () => {
    const [first] = fragments([hex('aabbcc')], 1000);
    assert.equal(toHex(first!), '0000000000000001' + '0000000000000000' + '03' + '00000003' + 'aabbcc');
  });

  it('of one message count from 0, the first and the last marked', () => {
    const payloads = fragments([hex('aabbcc')], 22);
    assert.deepEqual(payloads.map(toHex), [
      '0000000000000001' + '0000000000000000' + '01' + '00000001' + 'aa',
      '0000000000000001' + '0000000000000001' + '00' + '00000001' + 'bb',
      '0000000000000001' + '0000000000000002' + '02' + '00000001' + 'cc',
    ]);
    assert.deepEqual(readFragmentHeader(payloads[2]!, 0), {
      objectId: 1n,
      fragmentId: 2n,
      start: false,
      end: true,
      blobLength: 1,
    });
  });

  it('fill a payload, the next message beginning where the last one ended', () => {
    const payloads = fragments([new Uint8Array(10), new Uint8Array(10)], 60);
    assert.deepEqual(
      payloads.map((payload) => payload.length),
      [60, 23],
    );
  });

  it('refuse a payload that has no room for a byte', () => {
    assert.throws(() => fragments([hex('aa')], 21), RangeError);
  });

  it('become messages again whatever the size of fragments and pieces', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 22, max: 400 }),
        fc.integer({ min: 1, max: 50 }),
        (messages, maxBytes, step) => {
          const bytes = new Uint8Array(Buffer.concat(fragments(messages, maxBytes)));
          const defragmenter = new Defragmenter(LIMITS);
          const received: Uint8Array[] = [];
          for (let at = 0; at < bytes.length; at += step) {
            received.push(...defragmenter.receive(bytes.slice(at, at + step)));
          }
          assert.deepEqual(received.map(toHex), messages.map(toHex));
          assert.equal(defragmenter.isMidway, false);
        },
      ),
    );
  });

  it('of several messages may be mixed', () => {
    const defragmenter = new Defragmenter(LIMITS);
    const mixed = [
      '0000000000000007 0000000000000000 01 00000001 a1',
      '0000000000000009 0000000000000000 01 00000001 b1',
      '0000000000000007 0000000000000001 00 00000001 a2',
      '0000000000000009 0000000000000001 02 00000001 b2',
      '0000000000000007 0000000000000002 02 00000001 a3',
    ];
    const received = defragmenter.receive(hex(mixed.join('')));
    assert.deepEqual(received.map(toHex), ['b1b2', 'a1a2a3']);
  });

  it('with object ids beyond 2^53 stay apart', () => {
    const defragmenter = new Defragmenter(LIMITS);
    defragmenter.receive(hex('0020000000000000 0000000000000000 01 00000001 a1'));
    defragmenter.receive(hex('0020000000000001 0000000000000000 01 00000001 b1'));
    const received = defragmenter.receive(hex('0020000000000000 0000000000000001 02 00000001 a2'));
    assert.deepEqual(received.map(toHex), ['a1a2']);
  });

  for (const [name, bytes] of [
    ['a gap', '0000000000000001 0000000000000000 01 00000001 aa 0000000000000001 0000000000000002 02 00000001 bb'],
    [
      'a repetition',
      '0000000000000001 0000000000000000 01 00000001 aa 0000000000000001 0000000000000000 01 00000001 aa',
    ],
    ['a message without its start', '0000000000000001 0000000000000001 02 00000001 aa'],
    ['a first fragment that is not marked', '0000000000000001 0000000000000000 02 00000001 aa'],
    ['unknown flags', '0000000000000001 0000000000000000 07 00000001 aa'],
  ] as const) {
    it(`refuse ${name}`, () => {
      assert.throws(() => new Defragmenter(LIMITS).receive(hex(bytes)), ProtocolError);
    });
  }

  it('refuse a message over the limit before it arrives', () => {
    const defragmenter = new Defragmenter(LIMITS);
    assert.throws(
      () => defragmenter.receive(hex('0000000000000001 0000000000000000 03 ffffffff')),
      (error) => error instanceof LimitError && error.limit === 'maxMessageBytes' && error.maximum === 100_000,
    );
  });

  it('refuse more messages at once than the limit', () => {
    const defragmenter = new Defragmenter(LIMITS);
    const start = (id: number): Uint8Array =>
      hex(`00000000000000${id.toString(16).padStart(2, '0')} 0000000000000000 01 00000000`);
    for (let id = 1; id <= 8; id++) defragmenter.receive(start(id));
    assert.throws(() => defragmenter.receive(start(9)), LimitError);
  });

  it('refuse more bytes at once than the limit', () => {
    const defragmenter = new Defragmenter({ ...LIMITS, maxBufferedBytes: 3 });
    defragmenter.receive(hex('0000000000000001 0000000000000000 01 00000002 aabb'));
    assert.throws(
      () => defragmenter.receive(hex('0000000000000002 0000000000000000 01 00000002')),
      (error) => error instanceof LimitError && error.limit === 'maxBufferedBytes',
    );
  });
});
