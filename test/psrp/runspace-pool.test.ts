import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import {
  ClientRunspacePool,
  command,
  encodeMessage,
  EMPTY_GUID,
  errorRecord,
  InvalidStateError,
  MessageType,
  ProtocolError,
  PSDictionary,
  ServerRunspacePool,
  UnsupportedVersionError,
  type ProtocolVersion,
} from '../../psrp';
import { OutgoingQueue } from '../../psrp/session/outgoing-queue';
import { BothEnds } from './both-ends';

const privateData = new PSDictionary(new Map([['PSVersionTable', 'a table']]));

/** A message as fragments. */
function fragmentsOf(
  type: number,
  clixml: string,
  pool: string,
  to: 'client' | 'server',
  pipelineId = EMPTY_GUID,
): Uint8Array {
  const queue = new OutgoingQueue();
  const data = new Uint8Array(Buffer.from(clixml));
  queue.add('', 'Default', encodeMessage({ destination: to, type, runspacePoolId: pool, pipelineId, data }));
  return queue.take({ maxBytes: 1_000_000 })!.data;
}

const capability = (version: string, ps = '2.0', serialization = '1.1.0.1'): string =>
  `<Obj RefId="0"><MS><Version N="protocolversion">${version}</Version><Version N="PSVersion">${ps}</Version>` +
  `<Version N="SerializationVersion">${serialization}</Version></MS></Obj>`;

describe('psrp runspace pool', () => {
  it('BeforeOpen sends nothing', () => {
    const { client, server } = new BothEnds();
    assert.equal(client.state, 'BeforeOpen');
    assert.equal(client.dataToSend(), undefined);
    assert.equal(server.id, EMPTY_GUID);
  });

  it('Opening sends the capability and what it asks for in one payload', () => {
    const client = new ClientRunspacePool({ newGuid: randomUUID });
    client.open();
    const { pipelineId, stream, data } = client.dataToSend()!;
    assert.deepEqual([pipelineId, stream, client.dataToSend()], [EMPTY_GUID, 'Default', undefined]);
    const text = Buffer.from(data).toString('latin1');
    const offered = text.indexOf('<Obj RefId="0"><MS><Version N="protocolversion">2.3</Version>');
    assert.equal(offered, 61, 'right after the headers of the fragment and the message');
    assert.ok(text.includes('<I32 N="MinRunspaces">1</I32>') && text.includes('<B N="_isHostNull">true</B>'));
  });

  it('Opened is reached in both ends, with the private data', () => {
    const ends = new BothEnds({ maxRunspaces: 3, applicationArguments: new PSDictionary(new Map([['a', 'b']])) });
    ends.client.open();
    ends.run();
    assert.deepEqual([ends.client.state, ends.server.state], ['Opening', 'Opening']);
    const [offered, init] = ends.serverEvents;
    assert.equal(offered?.type === 'sessionCapability' && offered.capability.protocolVersion, '2.3');
    assert.ok(init?.type === 'initRunspacePool');
    assert.deepEqual([init.init.maxRunspaces, init.init.applicationArguments?.get('a')], [3, 'b']);
    ends.server.accept(privateData);
    ends.run();
    assert.deepEqual([ends.client.state, ends.server.state, ends.server.id], ['Opened', 'Opened', ends.client.id]);
    assert.deepEqual(ends.of('applicationPrivateData')[0]?.data, privateData);
  });

  for (const [clientVersion, serverVersion, common] of [
    ['2.3', '2.1', '2.1'],
    ['2.3', '2.2', '2.2'],
    ['2.3', '2.4', '2.3'],
    ['2.4', '2.4', '2.4'],
    ['2.1', '2.4', '2.1'],
  ] as const satisfies (readonly [ProtocolVersion, ProtocolVersion, ProtocolVersion])[]) {
    it(`Opened by a ${clientVersion} client and a ${serverVersion} server speaks ${common}`, () => {
      const { client, server } = BothEnds.opened(
        { protocolVersion: clientVersion },
        { protocolVersion: serverVersion },
      );
      assert.deepEqual([client.protocolVersion, server.protocolVersion], [common, common]);
    });
  }

  for (const [name, wrong, which] of [
    ['version 3.0', capability('3.0'), 'protocolversion'],
    ['version 2.0', capability('2.0'), 'protocolversion'],
    ['PSVersion 3.0', capability('2.3', '3.0'), 'PSVersion'],
    ['SerializationVersion 2.0', capability('2.3', '2.0', '2.0'), 'SerializationVersion'],
    ['SerializationVersion 1.0', capability('2.3', '2.0', '1.0'), 'SerializationVersion'],
  ] as const) {
    it(`Opening breaks on ${name}`, () => {
      const client = new ClientRunspacePool({ newGuid: randomUUID });
      client.open();
      client.receiveData(fragmentsOf(MessageType.SessionCapability, wrong, client.id, 'client'));
      assert.throws(
        () => client.nextEvent(),
        (error) => error instanceof UnsupportedVersionError && error.which === which,
      );
      assert.equal(client.state, 'Broken');
      const server = new ServerRunspacePool();
      server.receiveData(fragmentsOf(MessageType.SessionCapability, wrong, randomUUID(), 'server'));
      assert.throws(() => server.nextEvent(), UnsupportedVersionError);
    });
  }

  it('Opening takes a later minor version as its own', () => {
    const server = new ServerRunspacePool();
    server.receiveData(fragmentsOf(MessageType.SessionCapability, capability('2.7'), randomUUID(), 'server'));
    server.nextEvent();
    assert.equal(server.protocolVersion, '2.3');
  });

  it('Opening that is refused becomes Broken, with the reason', () => {
    const ends = new BothEnds();
    ends.client.open();
    ends.run();
    ends.server.refuse(errorRecord('no more shells', { fullyQualifiedErrorId: 'QuotaLimit' }));
    ends.run();
    const [state] = ends.of('runspacePoolState');
    assert.deepEqual([state?.state, state?.error?.message, ends.client.state], ['Broken', 'no more shells', 'Broken']);
  });

  it('Opening breaks when the server opens before it negotiates', () => {
    const client = new ClientRunspacePool({ newGuid: randomUUID });
    client.open();
    const opened = '<Obj RefId="0"><MS><I32 N="RunspaceState">2</I32></MS></Obj>';
    client.receiveData(fragmentsOf(MessageType.RunspacePoolState, opened, client.id, 'client'));
    assert.throws(() => client.nextEvent(), ProtocolError);
  });

  for (const wire of [{ maxBytes: 22 }, { maxBytes: 61 }, { maxBytes: 100, pieceBytes: 7 }, { pieceBytes: 1 }]) {
    it(`Opened whatever the sizes: ${JSON.stringify(wire)}`, () => {
      const { client, server } = BothEnds.opened({}, {}, wire);
      assert.deepEqual([client.state, server.state], ['Opened', 'Opened']);
    });
  }

  for (const exactNumbers of [false, true])
    it(`Opened changes its limits and counts its runspaces, numbers exact: ${exactNumbers}`, () => {
      const ends = BothEnds.opened({ exactNumbers }, { exactNumbers });
      const ids = [
        ends.client.setMaxRunspaces(5),
        ends.client.setMinRunspaces(2),
        ends.client.getAvailableRunspaces(),
        ends.client.resetRunspaceState(),
      ];
      ends.run();
      assert.deepEqual(
        ends.serverEvents.slice(2).map((event) => [event.type, 'count' in event ? event.count : undefined]),
        [
          ['setMaxRunspaces', 5],
          ['setMinRunspaces', 2],
          ['getAvailableRunspaces', undefined],
          ['resetRunspaceState', undefined],
        ],
      );
      ids.forEach((id, at) => {
        ends.server.respond(id, at === 2 ? 4 : at !== 1);
      });
      ends.run();
      assert.deepEqual(
        ends.of('runspaceAvailability').map(({ callId, result }) => [callId, result]),
        ids.map((id, at) => [id, at === 2 ? 4 : at !== 1]),
      );
    });

  it('Opened refuses calls of the host politely', () => {
    const ends = BothEnds.opened();
    ends.server.callHost(7, 11, ['caption']);
    ends.server.callHost(-100, 15, []);
    ends.run();
    const [asked, told] = ends.of('runspacePoolHostCall');
    assert.deepEqual(
      [asked?.call.methodId, asked?.call.parameters, asked?.call.expectsResponse],
      [11, ['caption'], true],
    );
    assert.equal(told?.call.expectsResponse, false);
    ends.client.refuseHostCall(asked!.call, 'there is nobody to ask');
    ends.client.refuseHostCall(told.call, 'there is nobody to ask');
    assert.deepEqual(ends.client.dataTargets(), [EMPTY_GUID]);
    ends.run();
    const answers = ends.serverEvents.filter((event) => event.type === 'hostResponse');
    assert.equal(answers.length, 1);
    assert.equal(String(answers[0]?.response.callId), '7');
    assert.match(String(answers[0]?.response.error), /there is nobody to ask/);
  });

  it('Opened tells of messages that it does not know, and goes on', () => {
    const ends = BothEnds.opened();
    ends.client.receiveData(fragmentsOf(0x00990001, '<S>a</S>', ends.client.id, 'client'));
    ends.client.receiveData(
      fragmentsOf(MessageType.PipelineOutput, '<S>a</S>', ends.client.id, 'client', randomUUID()),
    );
    ends.client.receiveData(fragmentsOf(MessageType.RunspacePoolState, '<S>a</S>', randomUUID(), 'client'));
    ends.client.receiveData(fragmentsOf(MessageType.RunspacePoolState, '<S>a</S>', ends.client.id, 'server'));
    ends.run();
    ends.pipeline({ commands: [command('Get-Date')] });
    ends.run();
    ends.toClient();
    assert.deepEqual(
      [1, 2, 3, 4].map(() => ends.client.state),
      ['Opened', 'Opened', 'Opened', 'Opened'],
    );
    assert.deepEqual(
      ends.of('unexpectedMessage').map(({ messageType }) => messageType),
      ['0x00990001', 'PipelineOutput', 'RunspacePoolState', 'RunspacePoolState'],
    );
  });

  it('Opened that receives nonsense is Broken, and takes nothing more', () => {
    const { client } = BothEnds.opened();
    assert.throws(() => {
      client.receiveData(new Uint8Array(21).fill(0xff));
    }, ProtocolError);
    assert.equal(client.state, 'Broken');
    assert.throws(() => {
      client.receiveData(new Uint8Array(1));
    }, InvalidStateError);
    assert.throws(() => client.createPipeline({ commands: [command('Get-Date')] }), InvalidStateError);
  });

  it('Closing and Closed are told by the server', () => {
    const ends = BothEnds.opened();
    ends.client.beginClose();
    ends.server.beginClose();
    ends.server.close();
    ends.run();
    assert.deepEqual(
      ends.of('runspacePoolState').map(({ state }) => state),
      ['Opened', 'Closing', 'Closed'],
    );
    ends.client.close();
    assert.throws(() => {
      ends.client.receiveData(new Uint8Array(1));
    }, InvalidStateError);
  });

  it('BeforeOpen creates no pipeline, changes no limit, and opens once', () => {
    const { client } = new BothEnds();
    assert.throws(
      () => client.createPipeline({ commands: [] }),
      (error) =>
        error instanceof InvalidStateError && error.state === 'BeforeOpen' && error.expected.includes('Opened'),
    );
    assert.throws(() => client.setMaxRunspaces(2), InvalidStateError);
    client.open();
    assert.throws(() => {
      client.open();
    }, InvalidStateError);
  });

  it('Opening lets a client create no pipeline', () => {
    const ends = new BothEnds();
    ends.client.open();
    ends.run();
    const create = '<Obj RefId="0"><MS><Obj N="PowerShell" RefId="1"><MS /></Obj></MS></Obj>';
    ends.server.receiveData(fragmentsOf(MessageType.CreatePipeline, create, ends.client.id, 'server', randomUUID()));
    assert.throws(() => ends.server.nextEvent(), ProtocolError);
    assert.equal(ends.server.state, 'Broken');
  });

  it('Opened asks a client of 2.1 for its key', () => {
    const ends = BothEnds.opened({ protocolVersion: '2.1' });
    ends.server.requestPublicKey();
    ends.run();
    assert.equal(ends.of('publicKeyRequest').length, 1);
    assert.equal(ends.of('sessionKey').length, 1);
    assert.deepEqual([ends.client.hasSessionKey, ends.server.hasSessionKey], [true, true]);
  });
});
