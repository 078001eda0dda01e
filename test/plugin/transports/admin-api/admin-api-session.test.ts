import type { ServerResponse } from 'node:http';
import assert from 'node:assert/strict';
import type { PSObject } from '../../../../psrp';
import { cut, fault, type FakeExchange, fakeExchangeForEach, page } from './fake-exchange';

const UNAVAILABLE = { status: 503 };
const CHANGE = { cmdlet: 'Set-Thing', effect: 'change' } as const;

describe('Session over the admin API', () => {
  let exchange: FakeExchange;
  fakeExchangeForEach((fresh) => (exchange = fresh));

  it('runs a command and gives its objects', async () => {
    exchange.answers.push(page([1, 2]));
    const session = await exchange.open();
    assert.deepEqual([session.version, session.transport, session.build], ['Online', 'adminApi', '']);
    assert.deepEqual(await exchange.run(session, { parameters: { Identity: 'x' }, properties: ['N'] }), [1, 2]);
    const [request] = exchange.requests;
    assert.equal(request!.method, 'POST');
    assert.equal(request!.path, '/adminapi/beta/contoso.test/InvokeCommand?$select=N');
    assert.equal(request!.headers.authorization, 'Bearer token-1');
    assert.match(String(request!.headers['client-request-id']), /^[0-9a-f-]{36}$/);
    assert.equal(request!.body, '{"CmdletInput":{"CmdletName":"Get-Thing","Parameters":{"Identity":"x"}}}');
  });

  it('takes an empty answer as the success of a change', async () => {
    exchange.answers.push({ status: 204 }, { status: 200 });
    const session = await exchange.open();
    assert.deepEqual(await exchange.run(session, CHANGE), []);
    assert.deepEqual(await exchange.run(session, CHANGE), []);
    assert.equal(
      (
        await fault(
          exchange.run(session, {}).then(() => {
            exchange.answers.push({});
            return exchange.run(session);
          }),
        )
      ).code,
      'protocol.malformed',
    );
  });

  it('passes warnings on', async () => {
    exchange.answers.push(page([1], undefined, ['careful']));
    await exchange.run(await exchange.open());
    assert.deepEqual(exchange.events, [{ kind: 'warning', message: 'careful' }]);
  });

  describe('lists of several pages', () => {
    const next = (n: number): string => `${exchange.url}/adminapi/beta/contoso.test/InvokeCommand?$skiptoken=${n}`;

    it('are read to the end, with the same body, headers and cookies', async () => {
      exchange.answers.push((response) => {
        response.writeHead(200, { 'set-cookie': ['a=1; Path=/; HttpOnly', 'b=2'] });
        response.end(JSON.stringify({ value: [{ N: 1 }], '@odata.nextLink': next(1) }));
      });
      exchange.answers.push(page([], next(2)), page([2]));
      const session = await exchange.open();
      assert.deepEqual(await exchange.run(session), [1, 2]);
      const [first, second, third] = exchange.requests;
      assert.equal(third!.path, '/adminapi/beta/contoso.test/InvokeCommand?$skiptoken=2');
      assert.equal(second!.body, first!.body);
      for (const name of ['x-anchormailbox', 'connection-id', 'prefer', 'x-cmdletname']) {
        assert.equal(third!.headers[name], first!.headers[name], name);
      }
      assert.notEqual(second!.headers['client-request-id'], first!.headers['client-request-id']);
      assert.deepEqual(
        [first!.headers.cookie, second!.headers.cookie, third!.headers.cookie],
        [undefined, 'a=1; b=2', 'a=1; b=2'],
      );
    });

    it('do not lead to another server, where the token must not go', async () => {
      for (const link of [
        'https://evil.test/adminapi/',
        'http://localhost/x',
        'https://user@localhost/',
        '//evil.test/x',
        'https://[',
      ]) {
        exchange.answers.push(page([1], link));
        const error = await fault(exchange.run(await exchange.open()));
        assert.equal(error.code, 'protocol.malformed', link);
      }
      assert.equal(exchange.requests.length, 5);
    });

    it('do not go round in circles or on for ever', async () => {
      exchange.answers.push(page([1], next(1)), page([2], next(2)), page([3], next(1)));
      const session = await exchange.open();
      assert.match((await fault(exchange.run(session))).message, /circle/);
      for (let i = 0; i < 200; i++) exchange.answers.push(page([], next(i)));
      assert.match((await fault(exchange.run(session))).message, /does not end/);
    });

    it('are truncated when the cursor has expired, when the connection breaks, or when Exchange cannot serve', async () => {
      const expired = {
        status: 400,
        body: { error: { message: 'Expired or Invalid pagination request. Default Expiry time is 00:30:00' } },
      };
      for (const answer of [expired, cut(), cut('{"value":['), UNAVAILABLE, { status: 504, body: '<html>' }]) {
        exchange.answers.push(page([1], next(1)), answer);
        const seen: PSObject[] = [];
        const error = await fault(exchange.run(await exchange.open(), {}, { seen }));
        assert.equal(error.code, 'truncated');
        assert.equal(error.cmdlet, 'Get-Thing');
        assert.equal(seen.length, 1);
        assert.equal(exchange.answers.length, 0);
      }
      assert.equal(exchange.requests.length, 10, 'nothing was sent again');
    });

    it('are truncated when a warning says that ResultSize cut them, unless the command gave a number', async () => {
      const cutShort = page([1], undefined, [
        'There are more results available. To view them, increase the value for the ResultSize parameter.',
      ]);
      exchange.answers.push(cutShort, cutShort);
      const session = await exchange.open();
      const seen: PSObject[] = [];
      assert.equal((await fault(exchange.run(session, {}, { seen }))).code, 'truncated');
      assert.equal(seen.length, 0);
      assert.deepEqual(await exchange.run(session, { parameters: { ResultSize: 1 } }), [1]);
    });

    it('go on after a refusal that Exchange made before it looked', async () => {
      exchange.answers.push(page([1], next(1)), { status: 429, headers: { 'retry-after': '7' } });
      exchange.answers.push({ status: 503, headers: { 'retry-after': '3' } }, { status: 401 }, page([2]));
      assert.deepEqual(await exchange.run(await exchange.open()), [1, 2]);
      assert.deepEqual(exchange.slept, [7000, 3000]);
    });
  });

  describe('faults of reads', () => {
    it('that may pass are tried again with growing waits', async () => {
      exchange.answers.push(UNAVAILABLE, { status: 504 }, cut(), cut('{"val'), page([1]));
      assert.deepEqual(await exchange.run(await exchange.open()), [1]);
      assert.deepEqual(exchange.slept, [2000, 4000, 8000, 16_000]);
      assert.deepEqual(
        exchange.events.map(({ kind }) => kind),
        ['retry', 'retry', 'retry', 'retry'],
      );
    });

    it('that do not pass end after a few attempts', async () => {
      exchange.answers.push(...Array<object>(20).fill({ status: 502, body: '<html>' }));
      const error = await fault(exchange.run(await exchange.open()));
      assert.equal(error.code, 'server.unavailable');
      assert.equal(exchange.requests.length, 5);
    });

    it('that are final are not tried again', async () => {
      const session = await exchange.open();
      for (const [answer, code] of [
        [{ status: 200, body: '<html>' }, 'protocol.malformed'],
        [{ status: 200, body: 'garbage' }, 'protocol.malformed'],
        [{ status: 302, headers: { location: 'https://evil.test' } }, 'protocol.malformed'],
        [{ status: 403, body: '\0\0\0' }, 'rights.missing'],
        [{ status: 200, body: { error: { message: 'no' } } }, 'command.failed'],
        [{ status: 200, body: { value: [], '@adminapi.errors': ['half of it failed'] } }, 'command.failed'],
      ] as const) {
        exchange.answers.push(answer);
        const error = await fault(exchange.run(session));
        assert.equal(error.code, code);
        assert.equal(error.cmdlet, 'Get-Thing');
      }
      assert.deepEqual(exchange.slept, []);
    });
  });

  describe('changes', () => {
    it('are sent again when it is certain that nothing happened', async () => {
      exchange.answers.push(
        { status: 429 },
        { status: 503, headers: { 'retry-after': '1' } },
        { status: 401 },
        { status: 204 },
      );
      await exchange.run(await exchange.open(), CHANGE);
      assert.equal(exchange.requests.length, 4);
    });

    it('are sent once otherwise, and may have happened', async () => {
      const session = await exchange.open();
      for (const answer of [
        UNAVAILABLE,
        { status: 504 },
        cut(),
        cut('{"va'),
        { status: 200, body: 'garbage' },
        { status: 500, body: '' },
      ]) {
        exchange.answers.push(answer);
        const error = await fault(exchange.run(session, CHANGE));
        assert.equal(error.mayHaveHappened, true, error.message);
      }
      assert.equal(exchange.requests.length, 6);
      assert.deepEqual(exchange.slept, []);
    });

    it('did not happen when the cmdlet or the service refused', async () => {
      const session = await exchange.open();
      const details = [{ message: 'Ex1|A.ManagementObjectNotFoundException|gone' }];
      for (const answer of [
        { status: 403 },
        { status: 404, body: { error: { details } } },
        { status: 400, body: { error: { message: 'bad' } } },
      ]) {
        exchange.answers.push(answer);
        assert.equal((await fault(exchange.run(session, CHANGE))).mayHaveHappened, false);
      }
    });

    it('are tried again while no connection can be made, because nothing was sent', async () => {
      const session = await exchange.open();
      await exchange.stopServer();
      const error = await fault(exchange.run(session, CHANGE));
      assert.deepEqual([error.code, error.mayHaveHappened], ['connect.refused', false]);
      assert.deepEqual(exchange.slept, [2000, 4000, 8000, 16_000]);
    });
  });

  describe('throttling', () => {
    it('is waited out as long as Exchange says', async () => {
      const when = new Date(Math.ceil(exchange.clock() / 1000) * 1000 + 40_000).toUTCString();
      exchange.answers.push(
        { status: 429, headers: { 'retry-after': '30' } },
        { status: 429, headers: { 'retry-after': when } },
        page([1]),
      );
      assert.deepEqual(await exchange.run(await exchange.open()), [1]);
      const [first, second] = exchange.slept;
      assert.equal(first, 30_000);
      assert(second! > 8000 && second! <= 11_000, String(second));
      assert.deepEqual(
        exchange.events.map(({ kind }) => kind),
        ['throttled', 'throttled'],
      );
    });

    it('that lasts longer than the settings allow is an error', async () => {
      exchange.answers.push(...Array<object>(50).fill({ status: 429, headers: { 'retry-after': '20' } }));
      const error = await fault(exchange.run(await exchange.open({ maxThrottleWaitMs: 65_000 })));
      assert.equal(error.code, 'throttled');
      assert.equal(error.mayHaveHappened, false);
      assert.match(error.detail, /maxThrottleWait is 65 s/);
      assert.deepEqual(exchange.slept, [20_000, 20_000, 20_000]);
    });

    it('of a list with many pages may take that long for each of them', async () => {
      const next = (number: number): string => `${exchange.url}/next?page=${String(number)}`;
      for (let number = 1; number <= 8; number += 1) {
        exchange.answers.push({ status: 429, headers: { 'retry-after': '40' } }, { status: 429 });
        exchange.answers.push(page([number], number === 8 ? undefined : next(number)));
      }
      const run = exchange.run(await exchange.open({ maxThrottleWaitMs: 65_000 }));
      assert.deepEqual(await run, [1, 2, 3, 4, 5, 6, 7, 8]);
      assert.deepEqual(new Set(exchange.slept), new Set([40_000, 4_000]), 'waits do not grow from page to page');
    });

    it('that says "at once" for ever ends too', async () => {
      exchange.answers.push(...Array<object>(50).fill({ status: 429, headers: { 'retry-after': '0' } }));
      assert.equal((await fault(exchange.run(await exchange.open({ maxThrottleWaitMs: 5000 })))).code, 'throttled');
      assert.equal(exchange.requests.length, 6);
    });

    it('beyond the deadline of the command is not waited for', async () => {
      exchange.answers.push({ status: 429, headers: { 'retry-after': '30' } });
      assert.equal((await fault(exchange.run(await exchange.open(), {}, { timeoutMs: 20_000 }))).code, 'throttled');
      assert.deepEqual(exchange.slept, []);
    });

    it('is not waited out for a change that would be decided by something old, and holds the others back all the same', async () => {
      const session = await exchange.open();
      exchange.answers.push({ status: 429, headers: { 'retry-after': '30' } });
      const first = await fault(exchange.run(session, CHANGE, { maxWaitMs: 5000 }));
      assert.deepEqual([first.code, first.mayHaveHappened], ['throttled', false]);
      assert.equal((await fault(exchange.run(session, CHANGE, { maxWaitMs: 5000 }))).code, 'throttled');
      assert.equal(exchange.requests.length, 1, 'the second is not even sent');
      await exchange.run(session);
      assert.deepEqual(exchange.slept, [30_000]);
      await exchange.run(session, CHANGE, { maxWaitMs: 5000 });
      assert.equal(exchange.requests.length, 3);
    });

    it('of one command holds the others of the session back, at once', async () => {
      const session = await exchange.open({ maxConcurrentCommands: 1 });
      // Long enough for a request that does not wait to arrive.
      exchange.whileSleeping = () => new Promise((resolve) => setTimeout(resolve, 60));
      let saidAt = 0;
      const arrivals: number[] = [];
      exchange.answers.push((response) => {
        saidAt = exchange.clock();
        response.writeHead(429, { 'retry-after': '30' }).end();
      });
      for (let i = 0; i < 3; i++) {
        exchange.answers.push((response) => {
          arrivals.push(exchange.clock() - saidAt);
          response.end('{"value":[]}');
        });
      }
      await Promise.all([exchange.run(session), exchange.run(session), exchange.run(session)]);
      assert.equal(arrivals.length, 3);
      assert(
        arrivals.every((after) => after >= 30_000),
        arrivals.join(),
      );
    });

    it('and other waits end when the command is cancelled', async () => {
      const session = await exchange.open({ maxConcurrentCommands: 1, maxCommandsPerMinute: 60 });
      for (const reason of ['throttling', 'a fault', 'the pace']) {
        const controller = new AbortController();
        const cancel = (): Promise<void> => {
          controller.abort();
          return Promise.resolve();
        };
        exchange.whileSleeping = cancel;
        if (reason === 'the pace') {
          // Right after one command the next has to wait.
          exchange.whileSleeping = () => Promise.resolve();
          await exchange.run(session);
          exchange.whileSleeping = cancel;
        } else exchange.answers.push({ status: reason === 'throttling' ? 429 : 503 });
        const error = await fault(exchange.run(session, {}, { signal: controller.signal }));
        assert.equal(error.code, 'cancelled', reason);
        exchange.answers.length = 0;
      }
      exchange.whileSleeping = () => Promise.resolve();
      assert.deepEqual(await exchange.run(session), []);
    });

    it('lets others go while one waits to try again', async () => {
      const session = await exchange.open({ maxConcurrentCommands: 1 });
      exchange.answers.push(UNAVAILABLE, page([1]), page([2]));
      const others: unknown[] = [];
      exchange.whileSleeping = async () => {
        others.push(await exchange.run(session));
      };
      assert.deepEqual(await exchange.run(session), [2]);
      assert.deepEqual(others, [[1]]);
    });
  });

  describe('tokens', () => {
    it('are renewed once when one is refused in the middle of a run, with the claims asked for', async () => {
      const claims = Buffer.from('{"access_token":{"nbf":{"essential":true}}}').toString('base64');
      exchange.answers.push(
        { status: 401, headers: { 'www-authenticate': `Bearer error="insufficient_claims", claims="${claims}"` } },
        page([1]),
      );
      assert.deepEqual(await exchange.run(await exchange.open()), [1]);
      assert.deepEqual(
        exchange.requests.map(({ headers }) => headers.authorization),
        ['Bearer token-1', 'Bearer token-2'],
      );
      const asked = new URLSearchParams(exchange.tokenRequests[1]!.body).get('claims');
      assert.deepEqual((JSON.parse(asked!) as { access_token: object }).access_token, {
        nbf: { essential: true },
        xms_cc: { values: ['CP1'] },
      });
    });

    it('are used to their end while the sign-in service cannot give a new one', async () => {
      const session = await exchange.open();
      exchange.advance(3_400_000);
      exchange.tokenAnswers.push(...Array<object>(3).fill({ status: 503 }));
      exchange.answers.push(page([1]));
      assert.deepEqual(await exchange.run(session), [1]);
      assert.equal(exchange.requests.at(-1)?.headers.authorization, 'Bearer token-1');
      exchange.advance(300_000);
      exchange.tokenAnswers.push(...Array<object>(3).fill({ status: 503 }));
      assert.equal((await fault(exchange.run(session))).code, 'auth.unavailable');
      exchange.answers.push(page([2]));
      assert.deepEqual(await exchange.run(session), [2]);
      assert.equal(exchange.requests.at(-1)?.headers.authorization, 'Bearer token-2');
      exchange.advance(3_400_000);
      exchange.tokenAnswers.push({ status: 400, body: { error: 'invalid_client' } });
      assert.equal((await fault(exchange.run(session))).code, 'auth.denied', 'a refusal holds at once');
    });

    it('that are refused again end the command', async () => {
      exchange.answers.push({ status: 401 }, { status: 401 });
      const error = await fault(exchange.run(await exchange.open(), CHANGE));
      assert.equal(error.code, 'auth.denied');
      assert.equal(error.mayHaveHappened, false);
      assert.match(error.detail, /Exchange\.ManageAsApp/);
      assert.equal(exchange.tokenRequests.length, 2);
    });

    it('are fetched once for commands that are refused together', async () => {
      const session = await exchange.open();
      // Refused when all three are there, so that none of them has the new token already.
      exchange.answers.push(...together(3, (response) => response.writeHead(401).end()));
      await Promise.all([1, 2, 3].map(() => exchange.run(session)));
      assert.equal(exchange.tokenRequests.length, 2);
    });
  });

  describe('limits', () => {
    it('keep to the number of commands at once, in the order in which they came', async () => {
      let atOnce = 0;
      let most = 0;
      for (let i = 0; i < 8; i++) {
        exchange.answers.push((response) => {
          most = Math.max(most, ++atOnce);
          setTimeout(() => {
            atOnce--;
            response.end('{"value":[]}');
          }, 10);
        });
      }
      const session = await exchange.open({ maxConcurrentCommands: 2 });
      // Both connections are made first: a slow one would change the order of arrival.
      exchange.answers.unshift(...together(2, (response) => response.end('{"value":[]}')));
      await Promise.all([exchange.run(session), exchange.run(session)]);
      await Promise.all(Array.from({ length: 8 }, (_, i) => exchange.run(session, { parameters: { i } })));
      assert.equal(most, 2);
      const order = exchange.requests.slice(2).map(({ body }) => Number(/"i":(\d)/.exec(body)?.[1]));
      // Two go at once, so neighbours may change places on their way.
      order.forEach((i, place) => {
        assert(Math.abs(i - place) <= 1, order.join());
      });
    });

    it('let a command run inside the loop over another one', async () => {
      const session = await exchange.open({ maxConcurrentCommands: 1 });
      exchange.answers.push(page([1, 2]));
      const options = { signal: new AbortController().signal, deadline: exchange.clock() + 5000 };
      for await (const object of session.invoke({ cmdlet: 'Get-Thing', parameters: {}, effect: 'read' }, options)) {
        assert(object.get('N') !== undefined);
        await exchange.run(session);
      }
      assert.equal(exchange.requests.length, 3);
    });

    it('keep to the pace', async () => {
      const session = await exchange.open({ maxCommandsPerMinute: 60, maxConcurrentCommands: 1 });
      for (let i = 0; i < 4; i++) await exchange.run(session);
      const waited = exchange.slept.reduce((sum, ms) => sum + ms, 0);
      assert(waited > 2500 && waited <= 3000, String(waited));
    });

    it('let a command that is cancelled while it waits go', async () => {
      const session = await exchange.open({ maxConcurrentCommands: 1 });
      let release: () => void = () => undefined;
      exchange.answers.push((response) => (release = () => response.end('{"value":[]}')));
      const first = exchange.run(session);
      const controller = new AbortController();
      const second = fault(exchange.run(session, CHANGE, { signal: controller.signal }));
      const third = exchange.run(session);
      setTimeout(() => {
        controller.abort();
      }, 50);
      const error = await second;
      assert.deepEqual([error.code, error.mayHaveHappened], ['cancelled', false]);
      release();
      await Promise.all([first, third]);
      assert.equal(exchange.requests.length, 2);
    });
  });

  describe('time', () => {
    it('ends a command at its deadline, in the queue and on the way', async () => {
      const session = await exchange.open({ maxConcurrentCommands: 1 });
      exchange.answers.push(() => undefined);
      const [first, second] = await Promise.all([
        fault(exchange.run(session, CHANGE, { timeoutMs: 300 })),
        fault(exchange.run(session, CHANGE, { timeoutMs: 150 })),
      ]);
      assert.deepEqual([first.code, first.mayHaveHappened], ['command.timeout', true]);
      assert.deepEqual([second.code, second.mayHaveHappened], ['command.timeout', false]);
      assert.deepEqual(await exchange.run(session), [], 'the session goes on');
    });

    it('ends everything when the session is closed', async () => {
      const session = await exchange.open({ maxConcurrentCommands: 1 });
      exchange.answers.push(() => undefined);
      const running = [fault(exchange.run(session)), fault(exchange.run(session))];
      setTimeout(() => void session.close(), 50);
      for (const error of await Promise.all(running)) assert.equal(error.code, 'cancelled');
      assert.equal((await fault(exchange.run(session))).code, 'cancelled');
    });
  });
});

/** Answers that are all given when the last of their requests has arrived. */
function together(
  count: number,
  answer: (response: ServerResponse) => unknown,
): ((response: ServerResponse) => void)[] {
  const held: ServerResponse[] = [];
  return Array.from({ length: count }, () => (response: ServerResponse) => {
    held.push(response);
    if (held.length === count) for (const one of held) answer(one);
  });
}
