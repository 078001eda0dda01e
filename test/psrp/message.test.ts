import assert from 'node:assert/strict';
import { decodeMessage, encodeMessage, EMPTY_GUID, MessageType, messageTypeName, ProtocolError } from '../../psrp';

const POOL = '00112233-4455-6677-8899-aabbccddeeff';
const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('psrp messages', () => {
  const bytes = encodeMessage({
    destination: 'server',
    type: MessageType.SessionCapability,
    runspacePoolId: POOL,
    pipelineId: EMPTY_GUID,
    data: new Uint8Array(Buffer.from('<S>a</S>')),
  });

  it('have a header of 40 bytes, little endian, with GUIDs as .NET orders them', () => {
    assert.equal(
      toHex(bytes),
      '02000000' + '02000100' + '33221100554477668899aabbccddeeff' + '00'.repeat(16) + '3c533e613c2f533e',
    );
  });

  it('are read as they were written', () => {
    const message = decodeMessage(bytes);
    assert.equal(message.destination, 'server');
    assert.equal(messageTypeName(message.type), 'SessionCapability');
    assert.equal(message.runspacePoolId, POOL);
    assert.equal(message.pipelineId, EMPTY_GUID);
    assert.equal(Buffer.from(message.data).toString(), '<S>a</S>');
  });

  it('of unknown types keep their number', () => {
    assert.equal(messageTypeName(0x00990001), '0x00990001');
  });

  it('without a whole header are refused', () => {
    assert.throws(() => decodeMessage(bytes.subarray(0, 39)), ProtocolError);
  });

  it('for nobody are refused', () => {
    const wrong = bytes.slice();
    wrong[0] = 3;
    assert.throws(() => decodeMessage(wrong), ProtocolError);
  });
});
