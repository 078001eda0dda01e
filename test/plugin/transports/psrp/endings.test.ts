import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from '../../../../plugin/exchange/command';
import type { ExchangeSession } from '../../../../plugin/exchange/exchange-session';
import { customObject, PSGuid, type FaultDetails, type ServerPipeline } from '../../../../psrp';
import { createAuthority, type CertificatePair, type TestAuthority } from '../../../support/certificates';
import { COOKIE, refusalOf, startOwnServer, type OwnBehaviour, type OwnServer } from './own-server';
import { fault, openRemote } from './remote-client';

const LIST: Command = { cmdlet: 'Get-List', parameters: {}, effect: 'read' };
const CHANGE: Command = { cmdlet: 'Set-Thing', parameters: { Identity: 'x' }, effect: 'change' };

describe('A command over psrp that ends otherwise than it should', function () {
  this.timeout(20_000);
  let authority: TestAuthority;
  let pair: CertificatePair;
  let server: OwnServer | undefined;
  let session: ExchangeSession | undefined;

  before(async () => {
    authority = await createAuthority();
    pair = await authority.issue();
  });

  afterEach(async () => {
    await session?.close();
    await server?.close();
    session = server = undefined;
  });

  async function open(behaviour: OwnBehaviour): Promise<{ session: ExchangeSession; server: OwnServer }> {
    server = await startOwnServer(pair, behaviour);
    const network = { caPem: authority.certificate };
    session = await openRemote([server.url], { network, sleep: () => Promise.resolve(), times: { graceMs: 5000 } });
    return { session, server };
  }

  async function run(opened: ExchangeSession, command: Command): Promise<number[]> {
    const numbers: number[] = [];
    const bounds = { signal: new AbortController().signal, deadline: Date.now() + 15_000 };
    for await (const object of opened.invoke(command, bounds)) numbers.push(Number(object.get('Number')));
    return numbers;
  }

  function write(pipeline: ServerPipeline, from: number, to: number): void {
    for (let number = from; number <= to; number++) {
      const guid = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
      pipeline.writeOutput(
        customObject([
          ['Guid', new PSGuid(guid)],
          ['Number', number],
        ]),
      );
    }
  }

  it('a list that the server stops is read again from its beginning, in another shell', async () => {
    const opened = await open({
      run: (pipeline, count) => {
        write(pipeline, 1, count === 0 ? 2 : 4);
        if (count === 0) pipeline.stop();
        else pipeline.complete();
      },
    });
    assert.deepEqual(await run(opened.session, LIST), [1, 2, 3, 4]);
    assert.equal(opened.server.begun.length, 2);
  });

  it('a list that the server stops again and again is not taken for a whole one', async () => {
    const opened = await open({
      run: (pipeline) => {
        write(pipeline, 1, 2);
        pipeline.stop();
      },
    });
    const error = await fault(run(opened.session, LIST));
    assert.equal(error.code, 'truncated');
    assert.match(error.message, /stopped a command by itself/);
  });

  it('is sent where its shell is: with the cookie of the front end, as is everything after the Create', async () => {
    const opened = await open({
      run: (pipeline) => {
        pipeline.complete();
      },
    });
    await run(opened.session, LIST);
    await opened.session.close();
    const [first, ...others] = opened.server.cookies();
    assert.equal(first, undefined);
    assert.ok(others.length > 3);
    assert.ok(
      others.every((cookie) => cookie === COOKIE),
      JSON.stringify(others),
    );
  });

  it('a list whose reader stops taking waits at the server, not here', async () => {
    const opened = await open({
      run: (pipeline) => {
        write(pipeline, 1, 10_000);
      },
    });
    const bounds = { signal: new AbortController().signal, deadline: Date.now() + 15_000 };
    for await (const object of opened.session.invoke(LIST, bounds)) {
      assert.ok(object);
      // What is on its way comes still, and then nothing more.
      let before = Infinity;
      while (before > opened.server.pendingBytes()) {
        before = opened.server.pendingBytes();
        await sleep(500);
      }
      assert.ok(opened.server.pendingBytes() > 1_000_000, String(opened.server.pendingBytes()));
      break;
    }
  });

  it('a command that does not end in time costs its shell: the next has another', async () => {
    const opened = await open({
      run: (pipeline, count) => {
        if (count > 0) pipeline.complete();
      },
    });
    const bounds = { signal: new AbortController().signal, deadline: Date.now() + 100 };
    const late = fault(opened.session.invoke(LIST, bounds)[Symbol.asyncIterator]().next());
    assert.equal((await late).code, 'command.timeout');
    assert.deepEqual(await run(opened.session, LIST), []);
    assert.equal(opened.server.made(), 2);
    await run(opened.session, LIST);
    assert.equal(opened.server.made(), 2);
  });

  it('a list whose objects cannot be told apart is not begun again once some were given', async () => {
    const opened = await open({
      run: (pipeline) => {
        for (const number of [1, 2]) pipeline.writeOutput(customObject([['Number', number]]));
        pipeline.stop();
      },
    });
    const numbers: unknown[] = [];
    const reading = async (): Promise<void> => {
      const bounds = { signal: new AbortController().signal, deadline: Date.now() + 15_000 };
      for await (const object of opened.session.invoke(LIST, bounds)) numbers.push(object.get('Number'));
    };
    assert.equal((await fault(reading())).code, 'truncated');
    assert.deepEqual(numbers, [1, 2]);
    assert.equal(opened.server.begun.length, 1);
  });

  it('a change that the server stops may have happened, and is not sent again', async () => {
    const opened = await open({
      run: (pipeline) => {
        pipeline.stop();
      },
    });
    const error = await fault(run(opened.session, CHANGE));
    assert.equal(error.code, 'connect.lost');
    assert.equal(error.mayHaveHappened, true);
    assert.deepEqual(opened.server.begun, ['Set-Thing']);
  });

  for (const details of [
    { kind: 'timedOut' },
    { kind: 'aborted' },
    { kind: 'internalError' },
    { kind: 'internalError', code: 0x80070005, text: 'The server is too busy.' },
  ] as const satisfies readonly FaultDetails[]) {
    it(`a change that was begun and answered with ${JSON.stringify(details)} is not sent again`, async () => {
      const opened = await open({
        run: (pipeline) => {
          pipeline.complete();
        },
        answerTo: (command) => refusalOf(command, details),
      });
      const error = await fault(run(opened.session, CHANGE));
      assert.equal(error.mayHaveHappened, true, error.message);
      assert.deepEqual(opened.server.begun, ['Set-Thing']);
    });
  }

  it('a password that is refused from some moment on is tried but a few times, however many commands there are', async () => {
    let isChanged = false;
    const opened = await open({
      run: (pipeline) => {
        pipeline.complete();
      },
      denies: () => isChanged,
    });
    isChanged = true;
    for (let command = 0; command < 5; command++) {
      assert.equal((await fault(run(opened.session, command === 2 ? CHANGE : LIST))).code, 'auth.denied');
    }
    await opened.session.close();
    // What was under way at that moment, one Delete, and one new session.
    assert.ok(opened.server.denied() <= 4, String(opened.server.denied()));
  });

  it('a change whose answer is no answer to it may have happened', async () => {
    const opened = await open({
      run: (pipeline) => {
        pipeline.complete();
      },
      answerTo: (command) =>
        refusalOf({ ...command, messageId: 'uuid:3F2504E0-4F89-41D3-9A0C-0305E82C3301' }, { kind: 'accessDenied' }),
    });
    const error = await fault(run(opened.session, CHANGE));
    assert.equal(error.code, 'protocol.malformed');
    assert.equal(error.mayHaveHappened, true);
    assert.deepEqual(opened.server.begun, ['Set-Thing']);
  });

  it('a change that something on the way answers with a page of its own may have happened', async () => {
    const opened = await open({
      run: (pipeline) => {
        pipeline.complete();
      },
      answerTo: () => ({ status: 202, body: Buffer.from('Accepted') }),
    });
    const error = await fault(run(opened.session, CHANGE));
    assert.equal(error.mayHaveHappened, true, error.message);
    assert.deepEqual(opened.server.begun, ['Set-Thing']);
  });

  for (const [what, bounds] of [
    ['cancelled', (): { stopAt: number; ms: number } => ({ stopAt: 500, ms: 15_000 })],
    ['command.timeout', (): { stopAt: number; ms: number } => ({ stopAt: Infinity, ms: 200 })],
  ] as const) {
    it(`a list of which there is always more ends all the same: ${what}`, async () => {
      const opened = await open({
        run: (pipeline) => {
          write(pipeline, 1, 20_000);
        },
      });
      const { stopAt, ms } = bounds();
      const stop = new AbortController();
      let count = 0;
      const reading = async (): Promise<void> => {
        const options = { signal: stop.signal, deadline: Date.now() + ms };
        for await (const object of opened.session.invoke(LIST, options)) {
          assert.ok(object);
          if (++count === stopAt) stop.abort();
          // A reader that works: what comes meanwhile waits for it.
          if (count % 50 === 0) await sleep(2);
        }
      };
      assert.equal((await fault(reading())).code, what);
      assert.ok(count < 10_000, String(count));
    });
  }
});
