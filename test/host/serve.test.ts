import * as assert from 'node:assert/strict';
import type { PassThrough } from 'node:stream';
import * as fc from 'fast-check';
import { serve } from '../../plugin/host/serve';
import type { ServeEnd } from '../../plugin/host/serve';
import type { ServeOptions } from '../../plugin/host/serve-options';
import type { Host, TaskEntryPoint } from '../../plugin/host/host';
import { encodeFrame, encodeHostMessage, jsonToMessage, type Completed, type HostMessage } from '../../protocol';
import { HELLO, pipes, runMessage, type TestHost } from './test-host';

const SUCCEEDED: Completed = { outcome: 'succeeded', problems: [] };
const unused: TaskEntryPoint = () => Promise.reject(new Error('this task must not run'));

interface Served {
  readonly host: TestHost;
  readonly end: Promise<ServeEnd>;
  readonly stderr: PassThrough;
  readonly output: PassThrough;
}

/** Serves a task to a test host. */
function serveTask(task: TaskEntryPoint, options: Partial<ServeOptions> = {}): Served {
  const { host, ...streams } = pipes();
  const tasks = { EASConnectorManage: task, EASConnectorSecurity: unused };
  const plugin = { name: 'eas-connector', version: '9.8.7' };
  const limits = { stopTimeoutMs: 100, ...options.limits };
  const end = serve({ tasks, plugin, ...streams, now: () => 1000, ...options, limits });
  return { host, end, stderr: streams.stderr, output: streams.output };
}

/** Resolves when the run is cancelled. */
const cancelled = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    signal.addEventListener('abort', () => {
      resolve();
    });
  });

async function codesOf(host: TestHost): Promise<string[]> {
  return (await host.first('completed')).problems.map(({ code }) => code);
}

describe('serve', () => {
  it('says hello, runs the task once, hands over results and ends with Completed', async () => {
    const seen: unknown[] = [];
    const { host, end } = serveTask(async (settings, run) => {
      seen.push([...settings], run.dataDir, run.logDir, run.runId);
      run.log({ level: 'warn', message: 'hm', fields: { a: '1' } });
      run.progress({ phase: 'reading', done: 1, total: 2 });
      await run.emit(Uint8Array.of(1));
      await run.emit(Uint8Array.of(2, 2));
      return { outcome: 'partial', problems: [] };
    });
    assert.deepEqual(await host.first('hello'), {
      kind: 'hello',
      contractVersion: '1.0',
      name: 'eas-connector',
      version: '9.8.7',
      tasks: ['EASConnectorManage', 'EASConnectorSecurity'],
    });
    host.send(HELLO, runMessage(Uint8Array.of(7)));
    assert.equal(await end, 'partial');
    assert.deepEqual(seen, [[7], '/nowhere', '/nowhere', 'run-1']);
    assert.deepEqual(
      host.all('result').map(({ sequence, payload }) => [sequence, ...payload]),
      [
        [1, 1],
        [2, 2, 2],
      ],
    );
    const { level, message, fields, at } = await host.first('log');
    assert.deepEqual(
      { level, message, fields, at },
      { level: 'warn', message: 'hm', fields: { a: '1' }, at: { seconds: 1, nanos: 0 } },
    );
    assert.deepEqual(await host.first('progress'), { kind: 'progress', phase: 'reading', done: 1, total: 2 });
    assert.deepEqual(host.messages.at(-1), { kind: 'completed', outcome: 'partial', problems: [] });
  });

  it('resolves emit when the host has acknowledged that very result', async () => {
    const stored: number[] = [];
    const { host, end } = serveTask(async (_, run) => {
      const all = [1, 2, 3].map(async (n) => {
        await run.emit(Uint8Array.of(n));
        stored.push(n);
      });
      await Promise.all(all);
      return SUCCEEDED;
    });
    host.acknowledges = false;
    host.send(HELLO, runMessage());
    await host.first('result', 3);
    assert.deepEqual(stored, []);
    host.send({ kind: 'ack', sequence: 2 });
    await new Promise(setImmediate);
    assert.deepEqual(stored, [1, 2]);
    host.send({ kind: 'ack', sequence: 1 }, { kind: 'ack', sequence: 3 });
    assert.equal(await end, 'succeeded');
    assert.deepEqual(stored, [1, 2, 3]);
  });

  for (const [size, settings] of [
    [16, new Uint8Array()],
    [3, jsonToMessage('SecuritySettings', { limits: { maxUnacknowledgedResults: 3 } })],
  ] as const) {
    it(`sends no more than ${String(size)} results ahead of the acknowledgements`, async () => {
      const { host, end } = serveTask(async (_, run) => {
        await Promise.all(Array.from({ length: 40 }, (_unused, n) => run.emit(Uint8Array.of(n))));
        return SUCCEEDED;
      });
      host.acknowledges = false;
      host.send(HELLO, runMessage(settings));
      for (let stored = 0; stored < 40; stored += 1) {
        await new Promise(setImmediate);
        assert.ok(host.all('result').length <= stored + size);
        await host.first('result', stored + 1);
        host.send({ kind: 'ack', sequence: stored + 1 });
      }
      assert.equal(await end, 'succeeded');
      assert.deepEqual(
        host.all('result').map(({ sequence }) => sequence),
        Array.from({ length: 40 }, (_unused, n) => n + 1),
      );
    });
  }

  it('carries 10,000 results', async () => {
    const { host, end } = serveTask(async (_, run) => {
      const payload = new Uint8Array(500);
      await Promise.all(Array.from({ length: 10_000 }, () => run.emit(payload)));
      return SUCCEEDED;
    });
    host.send(HELLO, runMessage());
    assert.equal(await end, 'succeeded');
    assert.equal(host.all('result').length, 10_000);
  });

  it('waits for a host that reads slowly, and keeps neither results nor progress in memory meanwhile', async () => {
    let ready = 0;
    const { host, end, output } = serveTask(async (_, run) => {
      const emits = Array.from({ length: 16 }, () => run.emit(new Uint8Array(30_000)));
      for (let done = 0; done < 5000; done += 1) {
        run.progress({ phase: 'x', done, total: 0 });
        run.log({ level: 'info', message: `record ${String(done)}` });
      }
      await new Promise(setImmediate);
      ready = output.readableLength + output.writableLength;
      output.resume();
      await Promise.all(emits);
      return SUCCEEDED;
    });
    await host.first('hello');
    output.pause();
    host.send(HELLO, runMessage());
    assert.equal(await end, 'succeeded');
    assert.ok(ready < 200_000, `${String(ready)} bytes were buffered`);
    const records = host.all('log');
    assert.ok(records.length < 1100, `${String(records.length)} records`);
    assert.match(String(records.at(-1)?.message), /left out/);
    assert.ok(host.all('progress').length < 10);
    assert.equal(host.all('progress').at(-1)?.done, 4999);
  });

  it('cancels the run when the host says so', async () => {
    let reason: unknown;
    const { host, end } = serveTask(async (_, run) => {
      await cancelled(run.signal);
      reason = run.signal.reason;
      return { outcome: 'cancelled', problems: [] };
    });
    host.send(HELLO, runMessage(), { kind: 'cancel', reason: 'the user asked for it' }, { kind: 'cancel', reason: '' });
    assert.equal(await end, 'cancelled');
    assert.equal((reason as Error).message, 'the user asked for it');
    assert.equal((reason as Error).name, 'AbortError');
  });

  it('lets a cancelled run hand over its last results', async () => {
    const { host, end } = serveTask(async (_, run) => {
      await cancelled(run.signal);
      await run.emit(Uint8Array.of(1));
      return { outcome: 'partial', problems: [] };
    });
    host.send(HELLO, runMessage(), { kind: 'cancel', reason: '' });
    assert.equal(await end, 'partial');
    assert.equal(host.all('result').length, 1);
  });

  it('cancels before the run without running anything', async () => {
    const { host, end } = serveTask(unused);
    host.send(HELLO, { kind: 'cancel', reason: 'no' });
    assert.equal(await end, 'cancelled');
    assert.deepEqual(await codesOf(host), ['cancelled']);
  });

  it('ends a cancelled run that never gets its acknowledgements', async () => {
    let lost: unknown;
    const { host, end } = serveTask(async (_, run) => {
      await run.emit(Uint8Array.of(1)).catch((error: unknown) => (lost = error));
      return { outcome: 'cancelled', problems: [] };
    });
    host.acknowledges = false;
    host.send(HELLO, runMessage());
    await host.first('result');
    host.send({ kind: 'cancel', reason: '' });
    assert.equal(await end, 'cancelled');
    assert.match(String(lost), /HostGoneError/);
  });

  it('goes on without a task that does not stop', async () => {
    const { host, end } = serveTask(() => new Promise(() => undefined));
    host.send(HELLO, runMessage(), { kind: 'cancel', reason: '' });
    assert.equal(await end, 'cancelled');
    assert.match((await host.first('completed')).problems[0]!.summary, /was given up/);
  });

  it('fails the results of a host that never acknowledges', async () => {
    const { host, end } = serveTask(
      async (_, run) => {
        await assert.rejects(run.emit(Uint8Array.of(1)), /did not acknowledge result 1 within 0.05 s/);
        return { outcome: 'failed', problems: [] };
      },
      { limits: { ackTimeoutMs: 50 } },
    );
    host.acknowledges = false;
    host.send(HELLO, runMessage());
    assert.equal(await end, 'failed');
  });

  it('cancels the run when the host closes the input, and still says how it ended', async () => {
    const { host, end } = serveTask(async (_, run) => {
      await cancelled(run.signal);
      await assert.rejects(run.emit(Uint8Array.of(1)), /closed the input/);
      return { outcome: 'cancelled', problems: [] };
    });
    host.send(HELLO, runMessage());
    host.closeInput();
    assert.equal(await end, 'cancelled');
    assert.equal((await host.first('completed')).outcome, 'cancelled');
  });

  it('cancels the run when the host does not read any more', async () => {
    const { host, end, output } = serveTask(async (_, run) => {
      await assert.rejects(run.emit(Uint8Array.of(1)), /does not read any more/);
      assert.ok(run.signal.aborted);
      return { outcome: 'cancelled', problems: [] };
    });
    host.acknowledges = false;
    host.send(HELLO, runMessage());
    await host.first('result');
    output.destroy(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
    assert.equal(await end, 'cancelled');
  });

  it('ends in order when the process is told to stop', async () => {
    const stop = new AbortController();
    const { host, end } = serveTask(
      async (_, run) => {
        await cancelled(run.signal);
        return { outcome: 'cancelled', problems: [] };
      },
      { signal: stop.signal },
    );
    host.send(HELLO, runMessage());
    await host.first('hello');
    setImmediate(() => {
      stop.abort();
    });
    assert.equal(await end, 'cancelled');
  });

  it('reports what a task throws as internal.error, without its stack', async () => {
    for (const task of [
      () => Promise.reject(new TypeError('oops')),
      (): never => {
        throw new TypeError('oops');
      },
    ]) {
      const { host, end, stderr } = serveTask(task);
      host.send(HELLO, runMessage());
      assert.equal(await end, 'failed');
      const { problems } = await host.first('completed');
      assert.equal(problems[0]?.code, 'internal.error');
      assert.doesNotMatch(JSON.stringify(host.messages), /serve\.test/);
      assert.match(String(stderr.read()), /TypeError: oops\n +at .*serve\.test/);
    }
  });

  it('reports a fault that nothing caught, and ends', async () => {
    let fault: ((error: unknown) => void) | undefined;
    const { host, end } = serveTask(() => new Promise(() => undefined), {
      onFault: (listener) => {
        fault = listener;
        return () => undefined;
      },
    });
    host.send(HELLO, runMessage());
    await new Promise(setImmediate);
    fault?.(new Error('from nowhere'));
    assert.equal(await end, 'failed');
    assert.equal((await codesOf(host))[0], 'internal.error');
  });

  it('takes a message of a kind that it does not know for nothing', async () => {
    const { host, end } = serveTask(() => Promise.resolve(SUCCEEDED));
    host.send(HELLO, { kind: 'unknown' }, runMessage());
    assert.equal(await end, 'succeeded');
  });

  it('refuses a host of another major version by its name', async () => {
    const { host, end } = serveTask(unused);
    host.send({ ...HELLO, contractVersion: '2.0' }, runMessage());
    assert.equal(await end, 'failed');
    const [found] = (await host.first('completed')).problems;
    assert.equal(found?.code, 'settings.unknownVersion');
    assert.match(found.summary, /contract 2\.0; this connector follows 1\.0/);
  });

  it('takes a newer minor version', async () => {
    const { host, end } = serveTask(() => Promise.resolve(SUCCEEDED));
    host.send({ ...HELLO, contractVersion: '1.7' }, runMessage());
    assert.equal(await end, 'succeeded');
  });

  const wrong: [string, (host: TestHost) => void, RegExp][] = [
    [
      'a Run before Hello',
      (host) => {
        host.send(runMessage());
      },
      /begin with Hello/,
    ],
    [
      'two Hellos',
      (host) => {
        host.send(HELLO, HELLO);
      },
      /Hello twice/,
    ],
    [
      'a Hello without a version',
      (host) => {
        host.send({ ...HELLO, contractVersion: 'one' });
      },
      /no contract version/,
    ],
    [
      'an unknown task',
      (host) => {
        host.send(HELLO, { ...runMessage(), task: 'Other' } as never);
      },
      /no task "Other"/,
    ],
    [
      'a task that is the name of a method',
      (host) => {
        host.send(HELLO, { ...runMessage(), task: 'toString' } as never);
      },
      /no task/,
    ],
    [
      'a Run without folders',
      (host) => {
        host.send(HELLO, runMessage(undefined, ''));
      },
      /where the plugin may keep/,
    ],
    [
      'an Ack before the Run',
      (host) => {
        host.send(HELLO, { kind: 'ack', sequence: 1 });
      },
      /never sent/,
    ],
    [
      'a malformed message',
      (host) => {
        host.sendBytes(encodeFrame(Uint8Array.of(0x0a, 0x7f)));
      },
      /cannot be read/,
    ],
    [
      'a huge frame',
      (host) => {
        host.sendBytes(Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0x0f));
      },
      /cannot be read/,
    ],
    [
      'text',
      (host) => {
        host.sendBytes(Buffer.from('GET / HTTP/1.1\r\n\r\n'));
        host.closeInput();
      },
      /ended before|cannot be read/,
    ],
    [
      'nothing',
      (host) => {
        host.closeInput();
      },
      /ended before/,
    ],
  ];
  for (const [what, send, summary] of wrong) {
    it(`refuses ${what}`, async () => {
      const { host, end } = serveTask(unused);
      send(host);
      assert.equal(await end, 'failed');
      const { problems } = await host.first('completed');
      assert.equal(problems[0]?.code, 'protocol.malformed');
      assert.match(problems[0].summary, summary);
    });
  }

  const wrongInRun: [string, HostMessage][] = [
    ['a second Run', runMessage()],
    ['a second Hello', HELLO],
    ['an Ack of a result that was never sent', { kind: 'ack', sequence: 2 }],
  ];
  for (const [what, message] of wrongInRun) {
    it(`cancels the run on ${what}`, async () => {
      const { host, end } = serveTask(async (_, run) => {
        void run.emit(Uint8Array.of(1)).catch(() => undefined);
        await cancelled(run.signal);
        return SUCCEEDED;
      });
      host.send(HELLO, runMessage());
      await host.first('result');
      host.send(message);
      assert.equal(await end, 'failed');
      assert.deepEqual(await codesOf(host), ['protocol.malformed']);
    });
  }

  it('explains itself to a person who starts it in a terminal', async () => {
    const { input, output, stderr } = pipes();
    const terminal = Object.assign(input, { isTTY: true });
    const tasks = { EASConnectorManage: unused, EASConnectorSecurity: unused };
    const plugin = { name: 'x', version: '1' };
    assert.equal(await serve({ tasks, plugin, input: terminal, output, stderr, now: Date.now }), 'startedByHand');
    assert.match(String(stderr.read()), /started by a host program.*eas-connector run/);
    assert.equal(output.read(), null);
  });

  it('explains itself to a person who pipes something else into it', async () => {
    const { host, end, stderr } = serveTask(unused);
    host.sendBytes(Buffer.from('{}'));
    host.closeInput();
    await end;
    assert.match(String(stderr.read()), /started by a host program/);
  });

  it('neither crashes nor hangs on random bytes, at the beginning or in a run', async () => {
    const frames = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc.uint8Array({ maxLength: 40 }).map(encodeFrame),
      fc
        .constantFrom(HELLO, runMessage(), { kind: 'ack', sequence: 1 } as const)
        .map((message) => encodeFrame(encodeHostMessage(message))),
    );
    const task = async (_: Uint8Array, run: Host): Promise<Completed> => {
      void run.emit(Uint8Array.of(1)).catch(() => undefined);
      await cancelled(run.signal);
      return SUCCEEDED;
    };
    await fc.assert(
      fc.asyncProperty(fc.boolean(), fc.array(frames), async (begin, pieces) => {
        const { host, end } = serveTask(task, { limits: { maxFrameBytes: 1000 } });
        if (begin) host.send(HELLO, runMessage());
        for (const piece of pieces) host.sendBytes(piece);
        host.closeInput();
        await end;
        assert.equal(host.messages.at(-1)?.kind, 'completed');
        assert.equal(host.all('completed').length, 1);
      }),
      { numRuns: 200 },
    );
  });
});
