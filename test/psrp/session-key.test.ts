import assert from 'node:assert/strict';
import { prepareNodeSessionCrypto } from '../../plugin/powershell/node-crypto';
import {
  bag,
  command,
  credential,
  MessageType,
  ProtocolError,
  type PSObject,
  PSSecureString,
  SessionKeyError,
  type PSValue,
} from '../../psrp';
import { padPkcs1, unpadPkcs1 } from '../../psrp/session/pkcs1';
import {
  decodePublicKey,
  decodeSessionKey,
  encodePublicKey,
  encodeSessionKey,
} from '../../psrp/session/session-key-blob';
import { BothEnds } from './both-ends';

const SECRET = 'pässwörd 😀 \ud83d';

const argument = (value: PSValue) => ({ commands: [command('Set-Password', { Password: value })] });

/** What the server got as the argument. */
function received(ends: BothEnds): PSValue {
  const event = ends.serverEvents.find(({ type }) => type === 'createPipeline');
  assert.ok(event?.type === 'createPipeline');
  return event.definition.commands[0]!.arguments![0]!.value;
}

describe('psrp session key', () => {
  it('seals SecureStrings both ways', () => {
    const ends = BothEnds.opened();
    assert.equal(ends.client.hasSessionKey, false);
    ends.client.exchangeKey();
    ends.run();
    assert.equal(ends.of('sessionKey').length, 1);
    const { server } = ends.pipeline(argument(PSSecureString.of(SECRET)));
    const sent = received(ends);
    assert.ok(sent instanceof PSSecureString);
    assert.equal(sent.reveal(), SECRET);
    server.writeOutput(credential('anna', PSSecureString.of(SECRET)));
    server.writeOutput(PSSecureString.of(''));
    ends.run();
    const [output, empty] = ends.of('output');
    const password = (output!.value as PSObject).get('Password') as PSSecureString;
    assert.equal(password.reveal(), SECRET);
    assert.equal((empty!.value as PSSecureString).reveal(), '');
  });

  it('never lets the text onto the wire', () => {
    const ends = BothEnds.opened();
    ends.client.exchangeKey();
    ends.run();
    const pipeline = ends.client.createPipeline(argument(PSSecureString.of('secret')));
    pipeline.start();
    const sent = Buffer.from(ends.client.dataToSend()!.data);
    assert.equal(sent.includes('secret'), false);
    assert.equal(sent.includes(Buffer.from('secret', 'utf16le').toString('base64')), false);
  });

  it('is needed before a SecureString is sent', () => {
    const { client } = BothEnds.opened();
    const pipeline = client.createPipeline(argument(PSSecureString.of('secret')));
    assert.throws(() => {
      pipeline.start();
    }, SessionKeyError);
    assert.equal(client.state, 'Opened', 'a mistake of the caller breaks nothing');
  });

  it('is not used from 2.4 on: the transport protects', () => {
    const ends = BothEnds.opened({ protocolVersion: '2.4' }, { protocolVersion: '2.4' });
    assert.equal(ends.client.hasSessionKey, true);
    ends.client.exchangeKey();
    assert.equal(ends.client.dataToSend(), undefined);
    const pipeline = ends.client.createPipeline(argument(PSSecureString.of(SECRET)));
    pipeline.start();
    ends.run();
    assert.equal((received(ends) as PSSecureString).reveal(), SECRET);
  });

  it('cannot be exchanged without cryptography', () => {
    const ends = BothEnds.opened();
    const bare = new BothEnds({}, {});
    bare.client.open();
    assert.throws(
      () => {
        bare.client.exchangeKey();
      },
      { name: 'InvalidStateError' },
    );
    ends.client.exchangeKey();
    ends.run();
    ends.client.exchangeKey();
    assert.equal(ends.client.dataToSend(), undefined, 'a second exchange is not needed');
  });

  it('travels in blobs as CryptoAPI has them', () => {
    const key = { exponent: new Uint8Array([1, 0, 1]), modulus: new Uint8Array(256).map((_, at) => at) };
    const publicKey = Buffer.from(encodePublicKey(key), 'base64').toString('hex');
    assert.equal(publicKey.slice(0, 40), '06020000' + '00a40000' + '52534131' + '00080000' + '01000100');
    assert.equal(publicKey.slice(40, 46), 'fffefd', 'the modulus is little endian');
    assert.deepEqual(decodePublicKey(encodePublicKey(key)), key);
    const block = new Uint8Array(256).map((_, at) => at);
    const sessionKey = Buffer.from(encodeSessionKey(block), 'base64').toString('hex');
    assert.equal(sessionKey.slice(0, 30), '01020000' + '10660000' + '00a40000' + 'fffefd');
    assert.deepEqual(decodeSessionKey(encodeSessionKey(block)), block);
  });

  it('in other blobs is refused', () => {
    for (const blob of ['', '!', 'AAAA', Buffer.alloc(276).toString('base64')]) {
      assert.throws(() => decodePublicKey(blob), ProtocolError);
      assert.throws(() => decodeSessionKey(blob), ProtocolError);
    }
  });

  it('is padded as PKCS#1 v1.5, without zeros in the padding', () => {
    let next = 0;
    const random = (count: number): Uint8Array => new Uint8Array(count).fill(next++ % 3);
    const block = padPkcs1(new Uint8Array([9, 8, 7]), random);
    assert.deepEqual([...block.subarray(0, 2), ...block.subarray(252)], [0, 2, 0, 9, 8, 7]);
    assert.equal(block.indexOf(0, 2), 252);
    assert.deepEqual([...unpadPkcs1(block)], [9, 8, 7]);
    for (const at of [0, 1, 5, 252]) {
      const wrong = block.slice();
      wrong[at] = at === 5 ? 0 : 3;
      assert.throws(() => unpadPkcs1(at === 252 ? wrong.fill(3, 2) : wrong), ProtocolError);
    }
  });

  it('that nobody could have made breaks the pool, and nothing else', () => {
    const ends = BothEnds.opened();
    ends.client.exchangeKey();
    const blob = encodeSessionKey(new Uint8Array(256).fill(0xff));
    ends.server.send(MessageType.EncryptedSessionKey, bag([['EncryptedSessionKey', blob]]));
    assert.throws(() => {
      ends.toClient();
    }, ProtocolError);
    assert.equal(ends.client.state, 'Broken');
    const evil = BothEnds.opened();
    const key = encodePublicKey({ exponent: new Uint8Array([0]), modulus: new Uint8Array(256) });
    evil.client.send(MessageType.PublicKey, bag([['PublicKey', key]]));
    assert.throws(() => {
      evil.toServer();
    }, ProtocolError);
  });

  it('is made on another thread when it is prepared', async () => {
    const crypto = await prepareNodeSessionCrypto();
    const pair = crypto.generateKeyPair();
    const { publicKey } = pair;
    assert.equal(publicKey.modulus.length, 256);
    const block = padPkcs1(new Uint8Array([1]), (count) => crypto.randomBytes(count));
    assert.deepEqual(pair.decryptRaw(crypto.encryptRaw(publicKey, block)), block);
  });
});
