import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { ClientRunspacePool, command, EMPTY_GUID, LimitError, OutOfProcClient, ProtocolError } from '../../psrp';
import { base64Decode, base64Encode } from '../../psrp/wire/base64';
import { formatPacket, parseLine } from '../../psrp/out-of-proc/packet';
import { OutOfProcEnds } from './out-of-proc-ends';

const PIPE = '00112233-4455-6677-8899-aabbccddeeff';
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
const getDate = { commands: [command('Get-Date')] };

describe('psrp line protocol packets', () => {
  it('are one element a line, with single quotes', () => {
    const data = formatPacket({
      name: 'Data',
      pipelineId: EMPTY_GUID,
      stream: 'Default',
      data: new Uint8Array([1, 2, 3, 4]),
    });
    assert.equal(Buffer.from(data).toString(), `<Data Stream='Default' PSGuid='${EMPTY_GUID}'>AQIDBA==</Data>\n`);
    assert.equal(
      Buffer.from(formatPacket({ name: 'Command', pipelineId: PIPE })).toString(),
      `<Command PSGuid='${PIPE}' />\n`,
    );
  });

  for (const [line, name] of [
    [`<DataAck PSGuid='${PIPE}' />`, 'DataAck'],
    [`<CloseAck PSGuid="${PIPE.toUpperCase()}"/>\r`, 'CloseAck'],
    [`  <SignalAck  PSGuid = '${PIPE}'></SignalAck> `, 'SignalAck'],
    [`<Data PSGuid='${PIPE}' Stream='PromptResponse'></Data>`, 'Data'],
  ] as const) {
    it(`are read from ${JSON.stringify(line)}`, () => {
      const { packet, noise } = parseLine(bytes(line));
      assert.deepEqual([packet?.name, packet?.pipelineId, noise], [name, PIPE, undefined]);
    });
  }

  it('are found after what somebody else wrote without ending the line', () => {
    const { packet, noise } = parseLine(bytes(`\u001b[?1hhello <b> <DataAck PSGuid='${PIPE}' />`));
    assert.deepEqual([packet?.name, noise], ['DataAck', '\u001b[?1hhello <b>']);
  });

  for (const line of [
    'Loading personal and system profiles took 512ms.',
    '<Data',
    `<DataAck PSGuid='${PIPE}' /> and more`,
    `<DataAck PSGuid='${PIPE}' Other='a' />`,
    "<DataAck PSGuid='nobody' />",
    `<Data Stream='Other' PSGuid='${PIPE}'>AAAA</Data>`,
    `<Data Stream='Default' PSGuid='${PIPE}'>not base64</Data>`,
    `<Data Stream='Default' PSGuid='${PIPE}'>AAAA`,
    `<Data Stream='Default' PSGuid='${PIPE}' />`,
    `<Unknown PSGuid='${PIPE}' />`,
  ]) {
    it(`are not ${JSON.stringify(line)}`, () => {
      const isTorn = line.startsWith('<Data ');
      assert.deepEqual(parseLine(bytes(line)), { packet: undefined, noise: line, isTorn });
    });
  }

  it('are not empty lines, which are nothing at all', () => {
    assert.deepEqual(parseLine(bytes(' \r')), { packet: undefined, noise: undefined, isTorn: false });
  });

  it('carry any bytes in base64 as Node writes it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (data) => {
        const text = Buffer.from(base64Encode(data)).toString();
        assert.equal(text, Buffer.from(data).toString('base64'));
        assert.deepEqual(base64Decode(bytes(text)), data);
      }),
    );
  });
});

describe('psrp line protocol', () => {
  it('opens, runs, closes, waiting for every acknowledgement', () => {
    const ends = OutOfProcEnds.opened();
    const pipeline = ends.client.pool.createPipeline(getDate);
    pipeline.start();
    ends.run();
    ends.server.pool.pipeline(pipeline.id)!.writeOutput('now');
    ends.server.pool.pipeline(pipeline.id)!.complete();
    ends.run();
    ends.client.closePipeline(pipeline);
    ends.client.closePool();
    ends.run();
    assert.deepEqual(ends.shortLines(), [
      "> <Data Stream='Default' PSGuid='pool'>…</Data>",
      "< <DataAck PSGuid='pool' />",
      "< <Data Stream='Default' PSGuid='pool'>…</Data>",
      "> <Command PSGuid='pipe' />",
      "< <CommandAck PSGuid='pipe' />",
      "> <Data Stream='Default' PSGuid='pipe'>…</Data>",
      "< <DataAck PSGuid='pipe' />",
      "< <Data Stream='Default' PSGuid='pipe'>…</Data>",
      "> <Close PSGuid='pipe' />",
      "< <CloseAck PSGuid='pipe' />",
      "> <Close PSGuid='pool' />",
      "< <Data Stream='Default' PSGuid='pool'>…</Data>",
      "< <CloseAck PSGuid='pool' />",
    ]);
    assert.deepEqual(
      ends.clientEvents.slice(-4).map(({ type }) => type),
      ['pipelineClosed', 'runspacePoolState', 'runspacePoolState', 'poolClosed'],
    );
    assert.deepEqual(ends.client.awaited, []);
  });

  it('sends nothing more for a pipeline before its acknowledgement, and goes on with others', () => {
    const client = new OutOfProcClient(new ClientRunspacePool({ newGuid: randomUUID }), { fragmentBytes: 40 });
    client.pool.open();
    assert.ok(client.dataToSend());
    assert.equal(client.dataToSend(), undefined);
    assert.deepEqual(client.awaited, [{ pipelineId: EMPTY_GUID, ack: 'DataAck' }]);
    client.receiveData(bytes(`<DataAck PSGuid='${PIPE}' />\n`));
    assert.equal(client.dataToSend(), undefined, 'an acknowledgement for another does not count');
    client.receiveData(bytes(`<DataAck PSGuid='${EMPTY_GUID}' />\n`));
    assert.ok(client.dataToSend());

    const ends = OutOfProcEnds.opened();
    for (const pipeline of [1, 2].map(() => ends.client.pool.createPipeline(getDate))) pipeline.start();
    const sent = [ends.client.dataToSend(), ends.client.dataToSend(), ends.client.dataToSend()];
    assert.deepEqual(
      sent.map((line) => line && Buffer.from(line).toString().slice(0, 8)),
      ['<Command', '<Command', undefined],
    );
  });

  for (const [fragmentBytes, pieceBytes] of [
    [22, 1],
    [64, 7],
    [1000, 13],
    [100_000, 100_000],
  ] as const) {
    it(`carries all in lines of ${fragmentBytes} bytes, ${pieceBytes} at a time`, () => {
      const ends = OutOfProcEnds.opened({ fragmentBytes }, pieceBytes);
      const pipeline = ends.client.pool.createPipeline({ ...getDate, hasInput: true });
      pipeline.start();
      pipeline.send('input 😀');
      pipeline.endInput();
      ends.run();
      const server = ends.server.pool.pipeline(pipeline.id)!;
      for (let at = 0; at < 5; at++) server.writeOutput(`output ${at}`);
      server.complete();
      ends.run();
      const input = ends.serverEvents.find(({ type }) => type === 'input');
      assert.equal(input?.type === 'input' && input.value, 'input 😀');
      const outputs = ends.clientEvents.flatMap((event) => (event.type === 'output' ? [event.value] : []));
      assert.deepEqual(outputs, ['output 0', 'output 1', 'output 2', 'output 3', 'output 4']);
      assert.equal(pipeline.state, 'Completed');
    });
  }

  it('stops a pipeline with a signal, and closes it then', () => {
    const ends = OutOfProcEnds.opened();
    const pipeline = ends.client.pool.createPipeline(getDate);
    pipeline.start();
    ends.run();
    ends.client.stop(pipeline);
    ends.run();
    assert.equal(pipeline.state, 'Stopped');
    ends.client.closePipeline(pipeline);
    ends.run();
    const types = ends.clientEvents.slice(-3).map(({ type }) => type);
    assert.deepEqual([types.includes('signalAck'), types.at(-1)], [true, 'pipelineClosed']);
    assert.equal(ends.server.pool.openPipelines.length, 0);
  });

  it('stops a pipeline that was not sent yet: the server gets it first', () => {
    const ends = OutOfProcEnds.opened();
    const pipeline = ends.client.pool.createPipeline(getDate);
    pipeline.start();
    ends.client.stop(pipeline);
    ends.run();
    assert.equal(pipeline.state, 'Stopped');
  });

  it('closes a pipeline that the server never heard of without asking it', () => {
    const ends = OutOfProcEnds.opened();
    const pipeline = ends.client.pool.createPipeline(getDate);
    pipeline.start();
    ends.client.closePipeline(pipeline);
    const before = ends.lines.length;
    ends.run();
    assert.equal(ends.lines.length, before);
    assert.equal(ends.clientEvents.at(-1)?.type, 'pipelineClosed');
  });

  it('tells of noise, and goes on', () => {
    const ends = new OutOfProcEnds();
    ends.client.receiveData(bytes('WARNING: profile\n\n\u001b[?1h'));
    ends.client.pool.open();
    ends.run();
    assert.equal(ends.client.pool.state, 'Opened');
    const noise = ends.clientEvents.filter(({ type }) => type === 'noise');
    assert.deepEqual(
      noise.map((event) => (event.type === 'noise' ? event.text : '')).sort(),
      ['WARNING: profile', '\u001b[?1h'].sort(),
    );
  });

  for (const [what, torn] of [
    ['before it, and much', `${'x'.repeat(5000)}<Data Stream='Default' PSGuid='${PIPE}'>AAAA</Data>\n`],
    ['into its data', `<Data Stream='Default' PSGuid='${PIPE}'>AA busy... AA</Data>\n`],
    ['a whole line into its data', `<Data Stream='Default' PSGuid='${PIPE}'>AAAAbusy\n`],
    ['a whole line into its beginning', `eam='Default' PSGuid='${PIPE}'>AAAA</Data>\n`],
    ['into its end', `<Data Stream='Default' PSGuid='${PIPE}'>AAAA</Dabusyta>\n`],
    ['after it', `<Data Stream='Default' PSGuid='${PIPE}'>AAAA</Data> busy\n`],
  ] as const) {
    it(`is broken by data that is lost: somebody else wrote ${what}`, () => {
      const ends = OutOfProcEnds.opened();
      assert.throws(() => {
        ends.client.receiveData(bytes(torn));
      }, ProtocolError);
    });
  }

  it('tells of acknowledgements that nobody waits for', () => {
    const ends = OutOfProcEnds.opened();
    ends.client.receiveData(bytes(`<CloseAck PSGuid='${EMPTY_GUID}' />\n`));
    ends.server.receiveData(bytes(`<DataAck PSGuid='${EMPTY_GUID}' />\n`));
    ends.run();
    assert.deepEqual([ends.clientEvents.at(-1)?.type, ends.serverEvents.at(-1)?.type], ['noise', 'noise']);
    assert.equal(ends.client.pool.state, 'Opened');
  });

  it('acknowledges and drops data for a pipeline that was not announced, as PowerShell does', () => {
    const ends = OutOfProcEnds.opened();
    ends.server.receiveData(bytes(`<Data Stream='Default' PSGuid='${PIPE}'>AAAA</Data>\n`));
    assert.equal(Buffer.from(ends.server.dataToSend()!).toString(), `<DataAck PSGuid='${PIPE}' />\n`);
    assert.equal(ends.server.pool.state, 'Opened');
  });

  it('refuses a line without an end before it is kept', () => {
    const ends = new OutOfProcEnds({ maxLineBytes: 1000 });
    ends.client.receiveData(new Uint8Array(1000).fill(0x61));
    assert.throws(() => {
      ends.client.receiveData(bytes('a'));
    }, LimitError);
  });

  it('closes the pool only after its pipelines: a server would wait for them', () => {
    const ends = OutOfProcEnds.opened();
    const pipeline = ends.client.pool.createPipeline(getDate);
    pipeline.start();
    ends.run();
    ends.client.closePool();
    ends.run();
    assert.equal(
      ends.clientEvents.some(({ type }) => type === 'poolClosed'),
      false,
    );
    ends.client.closePipeline(pipeline);
    ends.run();
    assert.equal(ends.clientEvents.at(-1)?.type, 'poolClosed');
  });
});
