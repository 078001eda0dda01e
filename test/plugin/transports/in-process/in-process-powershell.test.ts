import assert from 'node:assert/strict';
import sinon from 'sinon';
import { InProcessPowerShell } from '../../../../plugin/transports/in-process/in-process-powershell';
import { PSSecureString, type ErrorRecord, type PSValue } from '../../../../psrp';
import { Batch, FakeBridge } from './fake-bridge';

const MINUTE = 60_000;
const SCRIPT = { kind: 'script', text: 'script', parameters: new Map<string, PSValue>() } as const;
const never = new AbortController().signal;

const open = (bridge: FakeBridge): Promise<InProcessPowerShell> =>
  InProcessPowerShell.open({
    bridge,
    home: '/opt/ps',
    clock: Date.now,
    signal: never,
    deadline: Date.now() + MINUTE,
    stopMs: 1000,
  });

interface Seen {
  readonly values: PSValue[];
  readonly errors: ErrorRecord[];
  readonly warnings: string[];
}

async function read(
  powerShell: InProcessPowerShell,
  seen: Seen,
  signal = never,
  deadline = Date.now() + MINUTE,
): Promise<void> {
  const listener = {
    onError: (record: ErrorRecord): void => void seen.errors.push(record),
    onWarning: (message: string): void => void seen.warnings.push(message),
  };
  for await (const value of powerShell.run(SCRIPT, 'Get-It', { signal, deadline }, listener)) seen.values.push(value);
}

const nothing = (): Seen => ({ values: [], errors: [], warnings: [] });

describe('A runspace in this process, behind its bridge', () => {
  let clock: sinon.SinonFakeTimers | undefined;

  afterEach(() => {
    clock?.restore();
    clock = undefined;
  });

  it('gives what comes, in its order, a batch at a time', async () => {
    const bridge = new FakeBridge([
      new Batch().output('a').warning('w').output(2).more(),
      new Batch()
        .error('bad', 'SomeException', 'Id')
        .object([['__proto__', 1]])
        .end(),
    ]);
    const powerShell = await open(bridge);
    const seen = nothing();
    await read(powerShell, seen);
    assert.deepEqual(seen.values.slice(0, 2), ['a', 2]);
    assert.deepEqual(
      [...(seen.values[2] as unknown as { properties: Map<string, number> }).properties],
      [['__proto__', 1]],
    );
    assert.deepEqual(seen.warnings, ['w']);
    assert.equal(seen.errors[0]?.fullyQualifiedErrorId, 'Id');
    assert.deepEqual(bridge.asked, ['locate', 'open', 'invoke', 'next', 'next']);
  });

  it('gives the error that ended a pipeline as the last', async () => {
    const powerShell = await open(
      new FakeBridge([new Batch().output(1).end(5, { message: 'end', exception: 'EndException' })]),
    );
    const seen = nothing();
    await read(powerShell, seen);
    assert.deepEqual(
      seen.errors.map((record) => record.message),
      ['end'],
    );
    assert.equal(seen.errors[0]?.exception?.typeNames[0], 'Some.Namespace.EndException');
  });

  it('asks for no batch before the last one has been read', async () => {
    const bridge = new FakeBridge([new Batch().output(1).output(2).more(), new Batch().end()]);
    const powerShell = await open(bridge);
    const listener = { onError: (): void => undefined, onWarning: (): void => undefined };
    const reading = powerShell.run(SCRIPT, 'Get-It', { signal: never, deadline: Date.now() + MINUTE }, listener);
    await reading.next();
    await reading.next();
    assert.deepEqual(
      bridge.asked.filter((name) => name === 'next'),
      ['next'],
    );
    assert.equal((await reading.next()).done, true);
  });

  it('stops a pipeline that nobody reads on, and can be used again', async () => {
    const bridge = new FakeBridge([new Batch().output(1).output(2).more()]);
    const powerShell = await open(bridge);
    const listener = { onError: (): void => undefined, onWarning: (): void => undefined };
    for await (const value of powerShell.run(
      SCRIPT,
      'Get-It',
      { signal: never, deadline: Date.now() + MINUTE },
      listener,
    )) {
      assert.equal(value, 1);
      break;
    }
    assert.equal(bridge.asked.at(-1), 'stop');
    assert.equal(powerShell.isBroken, false);
  });

  it('stops what is cancelled, and is broken only if that does not stop', async () => {
    clock = sinon.useFakeTimers();
    for (const stops of [true, false]) {
      const bridge = new FakeBridge();
      bridge.stops = stops;
      const powerShell = await open(bridge);
      const cancel = new AbortController();
      const reading = assert.rejects(() => read(powerShell, nothing(), cancel.signal), { code: 'cancelled' });
      await clock.tickAsync(10);
      cancel.abort();
      await clock.tickAsync(1500);
      await reading;
      assert.equal(powerShell.isBroken, !stops);
      assert.equal(bridge.asked.includes('abandon'), !stops);
      if (!stops)
        await assert.rejects(() => read(powerShell, nothing()), { code: 'connect.lost', message: /no more use/ });
    }
  });

  it('is broken after a deadline, whether it stops or not', async () => {
    clock = sinon.useFakeTimers();
    const bridge = new FakeBridge();
    const powerShell = await open(bridge);
    const reading = assert.rejects(() => read(powerShell, nothing(), never, Date.now() + 5000), {
      code: 'command.timeout',
      message: 'Get-It did not end before its deadline.',
    });
    await clock.tickAsync(4999);
    assert.equal(powerShell.isBroken, false);
    await clock.tickAsync(1);
    await reading;
    assert.equal(powerShell.isBroken, true);
    await clock.tickAsync(0);
    assert.deepEqual(bridge.asked.slice(-3), ['stop', 'abandon', 'close']);
  });

  it('begins nothing that is cancelled already', async () => {
    const bridge = new FakeBridge();
    const powerShell = await open(bridge);
    await assert.rejects(() => read(powerShell, nothing(), AbortSignal.abort()), { code: 'cancelled' });
    assert.deepEqual(bridge.asked, ['locate', 'open']);
  });

  it('leaves no password in the request that it has sent', async () => {
    const bridge = new FakeBridge([new Batch().end()]);
    const sent: Uint8Array[] = [];
    const call = bridge.call.bind(bridge);
    bridge.call = (request): Promise<Uint8Array> => {
      sent.push(request);
      return call(request);
    };
    const powerShell = await open(bridge);
    const listener = { onError: (): void => undefined, onWarning: (): void => undefined };
    const pipeline = { ...SCRIPT, parameters: new Map([['Password', PSSecureString.of('hunter2')]]) };
    const bounds = { signal: never, deadline: Date.now() + MINUTE };
    await powerShell.run(pipeline, 'Connect', bounds, listener).next();
    assert.ok(bridge.invoked[0]?.includes('hunter2'));
    assert.ok(!sent.some((request) => Buffer.from(request).includes('hunter2')));
  });

  it('tells when the C# class refuses to open, or is of another version', async () => {
    const older = new FakeBridge();
    older.version = '0';
    await assert.rejects(() => open(older), { code: 'transport.unavailable', detail: /npm run build:edge/ });
    const refusing = new FakeBridge();
    refusing.call = () => Promise.resolve(FakeBridge.refusal('System.IO.FileNotFoundException', 'no such assembly'));
    await assert.rejects(() => open(refusing), { code: 'transport.unavailable', message: /no such assembly/ });
  });
});
