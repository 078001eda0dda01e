import assert from 'node:assert/strict';
import fc from 'fast-check';
import { command, decodeRequest, EMPTY_GUID, InvalidStateError, type WsmanOperation } from '../../psrp';
import { seeded } from './mutate';
import { WsmanEnds, type EndsOptions, type Fate } from './wsman-ends';

const COUNT = 60;

const serve: NonNullable<EndsOptions['serve']> = ({ pipeline }) => {
  pipeline.start();
  for (let at = 0; at < COUNT; at++) pipeline.writeOutput(at);
  pipeline.complete();
};

/** Ends with two lists under way, whose exchanges meet their fate once the pool is open. */
function listing(fate: EndsOptions['fate'], options: EndsOptions = {}): WsmanEnds {
  let isOpen = false;
  const ends = WsmanEnds.opened({
    client: { maxEnvelopeBytes: 8192 },
    serve,
    ...options,
    fate: (request) => (isOpen ? (fate?.(request) ?? 'arrives') : 'arrives'),
  });
  isOpen = true;
  for (let times = 0; times < 2; times++) {
    ends.client.pool.createPipeline({ commands: [command('Get-List')] }).start();
  }
  ends.run();
  return ends;
}

/** The numbers of each list that has come to its end. */
function completed(ends: WsmanEnds): number[][] {
  const ended = ends.of('pipelineState').filter(({ state }) => state === 'Completed');
  return ended.map(({ pipelineId }) =>
    ends.of('output').flatMap((event) => (event.pipelineId === pipelineId ? [Number(event.value)] : [])),
  );
}

const WHOLE = Array.from({ length: COUNT }, (_, at) => at);

describe('WSMan, when answers are lost', () => {
  it('gives whole lists, or a broken pool, whatever is lost and whenever', () => {
    const outcomes = { whole: 0, broken: 0 };
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 40 }), fc.boolean(), (seed, chance, keepsAnswers) => {
        const random = seeded(seed);
        const fate = (): Fate => (random(100) >= chance ? 'arrives' : random(2) === 0 ? 'requestLost' : 'answerLost');
        const ends = listing(fate, {
          shell: { keepsAnswers },
          pick: random,
          client: { maxEnvelopeBytes: 8192 },
          serve,
        });
        for (const list of completed(ends)) assert.deepEqual(list, WHOLE);
        const isBroken = ends.client.pool.state === 'Broken';
        outcomes[isBroken ? 'broken' : 'whole']++;
        assert.equal(isBroken, ends.failures.includes('broken'));
        if (!isBroken) assert.equal(completed(ends).length, 2);
      }),
      { numRuns: 150 },
    );
    assert.ok(outcomes.whole > 10 && outcomes.broken > 10, JSON.stringify(outcomes));
  });

  it('gives whole lists when only answers to Receives are lost, however many, from a server that keeps them', () => {
    const random = seeded(1);
    const ends = listing(({ operation }) =>
      operation === 'Receive' && random(3) > 0 ? (random(2) === 0 ? 'answerLost' : 'requestLost') : 'arrives',
    );
    assert.deepEqual(completed(ends), [WHOLE, WHOLE]);
    assert.ok(ends.failures.length > 5);
    assert.deepEqual(new Set(ends.failures), new Set(['repeat']));
    const repeated = ends.posted.map(({ body }) => decodeRequest(body)).filter((request) => request.isRetransmission);
    assert.equal(repeated.length, ends.failures.length);
    for (const request of repeated) assert.equal(request.operation, 'Receive');
  });

  it('is broken at the first lost answer of a server that keeps none', () => {
    const ends = listing(
      ({ operation, pipelineId }) => (operation === 'Receive' && pipelineId !== EMPTY_GUID ? 'answerLost' : 'arrives'),
      { shell: { keepsAnswers: false } },
    );
    assert.ok(ends.failures.includes('broken'));
    assert.deepEqual(completed(ends), []);
    assert.equal(ends.client.pool.state, 'Broken');
    assert.throws(() => ends.client.pool.createPipeline({ commands: [command('Get-X')] }), InvalidStateError);
  });

  for (const operation of ['Command', 'Send', 'Signal'] as WsmanOperation[]) {
    it(`never sends a ${operation} again, and deletes the shell still`, () => {
      const ends = WsmanEnds.opened({
        fate: (request) => (request.operation === operation ? 'answerLost' : 'arrives'),
      });
      const pipeline = ends.client.pool.createPipeline({ commands: [command('Get-X')], hasInput: true });
      pipeline.start();
      pipeline.send('x');
      ends.run();
      if (operation === 'Signal') ends.client.stop(pipeline);
      ends.run();
      assert.deepEqual(ends.failures, ['broken']);
      assert.equal(ends.posted.filter((request) => request.operation === operation).length, 1);
      assert.equal(ends.client.pool.state, 'Broken');
      ends.client.closePool();
      ends.run();
      assert.equal(ends.posted.at(-1)?.operation, 'Delete');
      assert.equal(ends.shells.size, 0);
      assert.equal(ends.of('poolClosed').length, 1);
    });
  }

  it('deletes a shell whose Create got no answer, by the name that it asked for', () => {
    const ends = WsmanEnds.opened({ fate: ({ operation }) => (operation === 'Create' ? 'answerLost' : 'arrives') });
    assert.deepEqual(ends.failures, ['broken']);
    assert.equal(ends.shells.size, 1);
    ends.client.closePool();
    ends.run();
    assert.equal(ends.shells.size, 0);
    assert.equal(ends.of('poolClosed').length, 1);
  });

  it('is content when the shell that it deletes is gone already', () => {
    const ends = WsmanEnds.opened({ fate: ({ operation }) => (operation === 'Create' ? 'requestLost' : 'arrives') });
    assert.equal(ends.shells.size, 0);
    ends.client.closePool();
    ends.run();
    assert.equal(ends.of('poolClosed').length, 1);
    assert.deepEqual(ends.of('poolFault'), []);
  });

  it('can try a Delete again that got no answer', () => {
    let times = 0;
    const ends = WsmanEnds.opened({
      fate: ({ operation }) => (operation === 'Delete' && times++ === 0 ? 'answerLost' : 'arrives'),
    });
    ends.client.closePool();
    ends.run();
    assert.deepEqual(ends.of('poolClosed'), []);
    ends.client.closePool();
    ends.run();
    assert.equal(ends.of('poolClosed').length, 1);
    assert.equal(ends.shells.size, 0);
  });

  it('takes what is lost after the end as nothing', () => {
    const ends = WsmanEnds.opened({
      shell: { keepsAnswers: false },
      fate: ({ operation, pipelineId }) =>
        operation === 'Receive' && pipelineId !== EMPTY_GUID ? 'answerLost' : 'arrives',
    });
    const pipeline = ends.client.pool.createPipeline({ commands: [command('Get-X')] });
    pipeline.start();
    ends.run();
    ends.client.closePipeline(pipeline);
    ends.run();
    assert.deepEqual(ends.failures, ['ignored']);
    assert.equal(ends.client.pool.state, 'Opened');
    assert.equal(ends.of('pipelineClosed').length, 1);
  });
});
