import assert from 'node:assert/strict';
import fc from 'fast-check';
import { command, decodeRequest, errorRecord, InvalidStateError, type PSValue, type WsmanRequest } from '../../psrp';
import { seeded } from './mutate';
import { WsmanEnds, type EndsOptions } from './wsman-ends';

/** Runs a list of so many values, of that many characters each, at once. */
function listing(count: number, size: number): NonNullable<EndsOptions['serve']> {
  return ({ pipeline }) => {
    pipeline.start();
    for (let at = 0; at < count; at++) pipeline.writeOutput(`${at}:${'x'.repeat(size)}`);
    pipeline.complete();
  };
}

function start(ends: WsmanEnds, input?: readonly PSValue[]): ReturnType<WsmanEnds['client']['pool']['createPipeline']> {
  const pipeline = ends.client.pool.createPipeline({ commands: [command('Get-List')], hasInput: input !== undefined });
  pipeline.start();
  for (const value of input ?? []) pipeline.send(value);
  if (input) pipeline.endInput();
  return pipeline;
}

function outputOf(ends: WsmanEnds, pipelineId: string): string[] {
  return ends.of('output').flatMap((event) => (event.pipelineId === pipelineId ? [String(event.value)] : []));
}

function assertWhole(ends: WsmanEnds, pipelineId: string, count: number): void {
  const output = outputOf(ends, pipelineId);
  assert.deepEqual(
    output.map((value) => Number(value.split(':')[0])),
    Array.from({ length: count }, (_, at) => at),
  );
}

describe('WSMan, both ends', () => {
  it('opens a pool, runs a command, closes both', () => {
    const ends = WsmanEnds.opened();
    assert.equal(ends.client.pool.state, 'Opened');
    assert.deepEqual(ends.log(), ['Create *', 'Receive *', 'Receive *']);
    const before = ends.posted.length;
    const pipeline = start(ends);
    ends.run();
    const served = ends.shell.pool.pipeline(pipeline.id)!;
    served.writeOutput('one');
    ends.run();
    served.writeOutput('two');
    served.complete();
    ends.run();
    assert.deepEqual(outputOf(ends, pipeline.id), ['one', 'two']);
    assert.equal(pipeline.state, 'Completed');
    ends.client.closePipeline(pipeline);
    ends.run();
    assert.equal(ends.of('pipelineClosed').length, 1);
    assert.deepEqual(ends.log(before), ['Command', 'Receive', 'Receive', 'Signal']);
    assert.deepEqual(ends.shell.pool.openPipelines, []);
    ends.client.closePool();
    ends.run();
    assert.equal(ends.of('poolClosed').length, 1);
    assert.equal(ends.of('poolFault').length, 0);
    assert.equal(ends.client.pool.state, 'Closed');
    assert.equal(ends.shells.size, 0);
    assert.deepEqual(ends.client.pendingRequests, []);
  });

  it('carries lists, inputs and arguments of any size in envelopes of any size, many pipelines at once, in any order', () => {
    const sizes = fc.record({
      seed: fc.integer(),
      answers: fc.integer({ min: 8192, max: 40_000 }),
      requests: fc.integer({ min: 8192, max: 40_000 }),
      value: fc.integer({ min: 0, max: 20_000 }),
      lists: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 6 }),
    });
    fc.assert(
      fc.property(sizes, ({ seed, answers, requests, value, lists }) => {
        const received: PSValue[] = [];
        const ends = WsmanEnds.opened({
          client: { maxEnvelopeBytes: answers, maxRequestBytes: requests },
          pick: seeded(seed),
          serve: ({ pipeline, definition }) => {
            received.push(definition.commands[0]!.arguments![0]!.value);
            listing(lists[received.length - 1]!, value)({ type: 'createPipeline', pipeline, definition });
          },
        });
        const argument = 'a'.repeat(value * 2);
        const pipelines = lists.map(() => {
          const pipeline = ends.client.pool.createPipeline({ commands: [command('Get-List', { Filter: argument })] });
          pipeline.start();
          return pipeline;
        });
        ends.run();
        const counts = pipelines.map((pipeline) => {
          assert.equal(pipeline.state, 'Completed');
          const count = outputOf(ends, pipeline.id).length;
          assertWhole(ends, pipeline.id, count);
          return count;
        });
        // Which pipeline the server heard of first is left to chance.
        assert.deepEqual(counts.sort(), [...lists].sort());
        assert.ok(received.every((got) => got === argument));
        for (const { body } of ends.posted) assert.ok(body.length <= requests, `${body.length} posted`);
        for (const { body } of ends.answers) assert.ok(body.length <= answers, `${body.length} answered`);
      }),
      { numRuns: 30 },
    );
  });

  it('fills an envelope before it begins another', () => {
    const ends = WsmanEnds.opened({ client: { maxEnvelopeBytes: 50_000 }, serve: listing(2000, 50) });
    const from = ends.answers.length;
    start(ends);
    ends.run();
    const full = ends.answers.slice(from).filter(({ body }) => body.length > 49_500);
    assert.ok(full.length >= 5, `${full.length} were full`);
  });

  it('has one Send and one Receive under way for the pool and each pipeline, and sends the input in order', () => {
    const ends = WsmanEnds.opened({ client: { maxRequestBytes: 8192 } });
    const values = Array.from({ length: 20 }, (_, at) => `${at}${'y'.repeat(5000)}`);
    const pipelines = [start(ends, values), start(ends, values)];
    const most = new Map<string, number>();
    const next = ends.client.nextRequest.bind(ends.client);
    ends.client.nextRequest = (): WsmanRequest | undefined => {
      const request = next();
      for (const pending of ends.client.pendingRequests) {
        const key = `${pending.pipelineId} ${pending.operation}`;
        const same = ends.client.pendingRequests.filter((other) => `${other.pipelineId} ${other.operation}` === key);
        most.set(key, Math.max(most.get(key) ?? 0, same.length));
      }
      return request;
    };
    ends.run();
    assert.deepEqual(new Set(most.values()), new Set([1]));
    for (const { id } of pipelines) {
      const inputs = ends.serverEvents.flatMap((event) =>
        event.type === 'input' && event.pipeline.id === id ? [event.value] : [],
      );
      assert.deepEqual(inputs, values);
    }
  });

  it('asks again when nothing came in time, for as long as it takes', () => {
    const ends = WsmanEnds.opened();
    const pipeline = start(ends);
    ends.run();
    for (let times = 0; times < 3; times++) ends.timeOut();
    assert.deepEqual(ends.of('pipelineFault'), []);
    assert.deepEqual(ends.of('poolFault'), []);
    const served = ends.shell.pool.pipeline(pipeline.id)!;
    served.writeOutput('late');
    served.complete();
    ends.run();
    assert.deepEqual(outputOf(ends, pipeline.id), ['late']);
    assert.equal(ends.log().filter((entry) => entry === 'Receive').length, 4);
    assert.equal(ends.log().filter((entry) => entry === 'Receive *').length, 5);
  });

  it('stops a pipeline in the middle of its list, and its neighbours go on', () => {
    const ends = WsmanEnds.opened({ client: { maxEnvelopeBytes: 8192 } });
    const [stopped, other] = [start(ends), start(ends)];
    ends.run();
    for (const { id } of [stopped, other]) ends.shell.pool.pipeline(id)!.writeOutput('x'.repeat(30_000));
    ends.client.stop(stopped);
    ends.run();
    assert.equal(stopped.state, 'Stopped');
    assert.equal(ends.of('signalAck').length, 1);
    ends.client.closePipeline(stopped);
    ends.shell.pool.pipeline(other.id)!.complete();
    ends.run();
    assert.equal(other.state, 'Completed');
    assert.equal(outputOf(ends, other.id)[0]?.length, 30_000);
  });

  it('closes a pipeline in the middle of its list, without hearing the rest', () => {
    const ends = WsmanEnds.opened({ client: { maxEnvelopeBytes: 8192 } });
    const pipeline = start(ends);
    ends.run();
    ends.client.setReceiving(pipeline, false);
    const served = ends.shell.pool.pipeline(pipeline.id)!;
    served.writeOutput('x'.repeat(100_000));
    ends.run();
    const receives = ends.log().filter((entry) => entry === 'Receive').length;
    assert.equal(receives, 1);
    ends.client.closePipeline(pipeline);
    ends.run();
    assert.equal(ends.of('pipelineClosed').length, 1);
    assert.equal(ends.log().filter((entry) => entry === 'Receive').length, receives);
    assert.equal(ends.shell.pool.pendingBytes, 0);
    assert.deepEqual(ends.of('pipelineFault'), []);
    const next = start(ends);
    ends.run();
    ends.shell.pool.pipeline(next.id)!.complete();
    ends.run();
    assert.equal(next.state, 'Completed');
  });

  it('holds back while nobody takes the output, and goes on then', () => {
    const ends = WsmanEnds.opened({ client: { maxEnvelopeBytes: 8192 }, serve: listing(40, 1000) });
    const pipeline = start(ends);
    ends.client.setReceiving(pipeline, false);
    ends.run();
    assert.deepEqual(outputOf(ends, pipeline.id), []);
    ends.client.setReceiving(pipeline, true);
    ends.run();
    assertWhole(ends, pipeline.id, 40);
  });

  it('stops a pipeline whose output nobody took, and hears that it did', () => {
    const ends = WsmanEnds.opened({ client: { maxEnvelopeBytes: 8192 } });
    const pipeline = start(ends);
    ends.run();
    ends.client.setReceiving(pipeline, false);
    ends.shell.pool.pipeline(pipeline.id)!.writeOutput('x'.repeat(30_000));
    ends.run();
    ends.client.stop(pipeline);
    ends.run();
    assert.equal(pipeline.state, 'Stopped');
  });

  it('signals nothing while a Send is under way', () => {
    let isStopped = false;
    const ends = WsmanEnds.opened({
      client: { maxRequestBytes: 8192 },
      fate: ({ operation }) => {
        if (operation === 'Send' && !isStopped) {
          isStopped = true;
          ends.client.stop(pipeline);
          assert.equal(ends.client.nextRequest(), undefined);
        }
        return 'arrives';
      },
    });
    const pipeline = start(ends, ['z'.repeat(5000), 'z'.repeat(5000), 'z'.repeat(5000)]);
    ends.run();
    assert.equal(pipeline.state, 'Stopped');
    assert.equal(ends.of('signalAck').length, 1);
  });

  it('sends nothing more to a pipeline that has ended, and minds no refusal of what was under way', () => {
    const ends = WsmanEnds.opened({
      client: { maxRequestBytes: 8192 },
      pick: (below) => Math.max(0, below - 1),
      serve: ({ pipeline }) => {
        pipeline.start();
        pipeline.complete();
      },
      refuse: ({ operation }) => (operation === 'Send' ? { kind: 'commandNotFound' } : undefined),
    });
    const pipeline = start(ends, ['z'.repeat(5000), 'z'.repeat(5000), 'z'.repeat(5000)]);
    ends.run();
    assert.equal(pipeline.state, 'Completed');
    assert.equal(ends.log().filter((entry) => entry === 'Send').length, 1);
    assert.deepEqual(ends.of('pipelineFault'), []);
  });

  it('polls a pool no more that the server has called broken', () => {
    const ends = WsmanEnds.opened();
    ends.shell.pool.refuse(errorRecord('no more'));
    const before = ends.posted.length;
    ends.run();
    assert.equal(ends.of('runspacePoolState').at(-1)?.state, 'Broken');
    assert.deepEqual(ends.log(before), []);
    ends.client.closePool();
    ends.run();
    assert.equal(ends.of('poolClosed').length, 1);
  });

  it('closes a pool with everything in it still running, and says nothing of faults', () => {
    const ends = WsmanEnds.opened();
    start(ends);
    start(ends);
    ends.run();
    ends.client.closePool();
    ends.run();
    assert.equal(ends.of('poolClosed').length, 1);
    assert.deepEqual([...ends.of('poolFault'), ...ends.of('pipelineFault')], []);
    assert.throws(() => start(ends), InvalidStateError);
  });

  it('tells nobody of a pool or a pipeline that the server was never told of', () => {
    const unopened = new WsmanEnds();
    unopened.client.closePool();
    unopened.run();
    assert.deepEqual(unopened.posted, []);
    assert.equal(unopened.of('poolClosed').length, 1);
    const ends = WsmanEnds.opened();
    const before = ends.posted.length;
    ends.client.closePipeline(ends.client.pool.createPipeline({ commands: [command('Get-X')] }));
    ends.run();
    assert.equal(ends.posted.length, before);
    assert.equal(ends.of('pipelineClosed').length, 1);
  });

  it('exchanges host calls by the stream that is for them', () => {
    const ends = WsmanEnds.opened();
    const pipeline = start(ends);
    ends.run();
    ends.shell.pool.pipeline(pipeline.id)!.callHost(7, 11, []);
    ends.run();
    const [call] = ends.of('pipelineHostCall');
    ends.client.pool.refuseHostCall(call!.call, 'no host', pipeline.id);
    ends.run();
    assert.ok(ends.serverEvents.some((event) => event.type === 'hostResponse' && event.pipeline?.id === pipeline.id));
    const sent = ends.posted.filter(({ operation }) => operation === 'Send').at(-1)!;
    assert.match(Buffer.from(sent.body).toString(), /<rsp:Stream Name="pr" CommandId="/);
    assert.equal(decodeRequest(sent.body).commandId, pipeline.id.toUpperCase());
  });
});
