import assert from 'node:assert/strict';
import { gunzipSync } from 'node:zlib';
import { command } from '../../psrp';
import type { Fault } from '../../lab/faults/fault';
import { Bench, textOf } from './lab-helpers';
import { ByHand } from './wsman-by-hand';
import { type HttpReply, RemoteWire } from './wsman-wire';

const CREATE: Pick<Fault, 'operation' | 'count'> = { operation: 'Create', count: 1 };

describe('The remote PowerShell endpoint of the lab: faults', () => {
  let wire: RemoteWire;
  before(async () => {
    wire = await RemoteWire.start();
  });
  afterEach(() => {
    wire.lab.orderFaults({ clear: true });
    assert.equal(wire.lab.openShells(), 0);
    wire.cookies.clear();
  });
  after(() => wire.close());

  /** What a Create gets that the fault has struck. */
  async function struck(fault: Fault): Promise<HttpReply> {
    wire.lab.orderFaults({ faults: [{ ...CREATE, ...fault }] });
    const reply = await wire.post(new ByHand(wire).next().body);
    assert.equal(wire.lab.faults()[0]?.hits, 1);
    return reply;
  }

  async function isCut(fault: Fault): Promise<void> {
    await assert.rejects(struck(fault), /terminated|other side closed|socket hang up/i);
  }

  /** Ends the shells that a client knows nothing of. */
  function forget(): void {
    wire.lab.organization.advanceClock(3_600_000);
  }

  it('cut a connection before a request is handled, afterwards, or after any byte of the answer', async () => {
    await isCut({ kind: 'cut' });
    assert.equal(wire.lab.openShells(), 0);
    await isCut({ kind: 'cut', when: 'after' });
    assert.equal(wire.lab.openShells(), 1);
    await isCut({ kind: 'cut', when: 'midBody' });
    await isCut({ kind: 'cut', when: 'midBody', atByte: 1 });
    assert.equal(wire.lab.openShells(), 3);
    forget();
  });

  it('answer with pages, nonsense, another envelope, nothing, half of the XML or for another request', async () => {
    const html = await struck({ kind: 'html' });
    assert.deepEqual([html.status, html.headers['content-type']], [200, 'text/html; charset=utf-8']);
    const unavailable = await struck({ kind: 'unavailable', retryAfter: 7 });
    assert.deepEqual([unavailable.status, unavailable.headers['retry-after']], [503, '7']);
    assert.equal((await struck({ kind: 'unauthorized' })).status, 401);
    const elsewhere = await struck({ kind: 'redirect' });
    assert.deepEqual(
      [elsewhere.status, new URL(String(elsewhere.headers['location'])).host],
      [302, 'elsewhere.invalid'],
    );
    assert.equal((await struck({ kind: 'emptyBody' })).body.length, 0);
    assert.match((await struck({ kind: 'nonsense' })).body.toString(), /^<s:Envelope.*\u0001/);
    assert.match((await struck({ kind: 'wrongShape' })).body.toString(), /EnumerateResponse/);
    assert.equal(wire.lab.openShells(), 0, 'none of these was handled');
    const half = await struck({ kind: 'truncated', atByte: 300 });
    assert.deepEqual([half.body.length, half.headers['content-length']], [300, '300']);
    const other = await struck({ kind: 'wrongRelatesTo' });
    assert.match(other.body.toString(), /CreateResponse/);
    forget();
  });

  it('answer in drips, without an end, and with a bomb', async () => {
    const abort = AbortSignal.timeout(3000);
    wire.lab.orderFaults({ faults: [{ ...CREATE, kind: 'drip', delayMs: 5, atByte: 100 }] });
    const dripping = await wire.open(new ByHand(wire).next().body, abort);
    let pieces = 0;
    for await (const piece of dripping) {
      pieces += 1;
      assert.ok((piece as Buffer).length < 500);
      if (pieces > 20) break;
    }
    wire.lab.orderFaults({ clear: true, faults: [{ ...CREATE, kind: 'endless' }] });
    let size = 0;
    for await (const piece of await wire.open(new ByHand(wire).next().body, abort)) {
      size += (piece as Buffer).length;
      if (size > 4_000_000) break;
    }
    assert.ok(size > 4_000_000);
    const bomb = await struck({ kind: 'bomb' });
    assert.equal(bomb.headers['content-encoding'], 'gzip');
    assert.ok(bomb.body.length < 2_000_000);
    assert.throws(() => gunzipSync(bomb.body, { maxOutputLength: 100_000_000 }), /larger than/);
    forget();
  });

  it('stall for ever or for a while, and hold answers back', async () => {
    wire.lab.orderFaults({ faults: [{ ...CREATE, kind: 'stall' }] });
    await assert.rejects(wire.open(new ByHand(wire).next().body, AbortSignal.timeout(200)), /timeout/i);
    for (const kind of ['stall', 'latency', 'slow'] as const) {
      const began = performance.now();
      assert.equal((await struck({ kind, delayMs: 60 })).status, 200);
      assert.ok(performance.now() - began >= 50, kind);
    }
    forget();
  });

  it('throttle a cmdlet by its budget, by the load quota, and by a micro-delay', async () => {
    const session = await wire.session().open();
    wire.lab.orderFaults({ faults: [{ kind: 'throttle', cmdlet: 'get-acceptedDomain', retryAfter: 3, count: 1 }] });
    const over = await session.run('Get-AcceptedDomain');
    assert.match(over.errors[0]?.message ?? '', /Suggested backoff time 3000 ms/);
    assert.match(over.errors[0]?.fullyQualifiedErrorId ?? '', /FailureCategory=Cmdlet-OverBudgetException/);
    wire.lab.orderFaults({
      clear: true,
      faults: [{ kind: 'throttle', operation: 'Command', retryAfter: 2, count: 1 }],
    });
    const { fault } = await session.run('Get-AcceptedDomain');
    assert.deepEqual([fault?.kind, fault?.code], ['serverBusy', 0x803381a7]);
    assert.match(fault?.text ?? '', /will not be approved for at least 2000 milliseconds/);
    wire.lab.orderFaults({ clear: true, faults: [{ kind: 'throttle', delayMs: 30, count: 1 }] });
    const delayed = await session.run('Get-AcceptedDomain');
    assert.match(delayed.warnings[0] ?? '', /^Micro delay applied\. Actual delayed: 30 msecs/);
    assert.equal(delayed.output.length, 2);
    wire.lab.orderFaults({ clear: true, faults: [{ kind: 'concurrency', count: 1 }] });
    assert.equal((await session.run('Get-AcceptedDomain')).fault?.kind, 'quotaExceeded');
    wire.lab.orderFaults({ clear: true, callsPerMinute: 1 });
    assert.equal((await session.run('Get-AcceptedDomain')).errors.length, 0);
    assert.equal((await session.run('Get-AcceptedDomain')).errors.length, 1);
    await session.close();
  });

  it('carry a wipe out although its answer is replaced, and journal the fault', async () => {
    const session = await wire.session().open();
    const { guid } = new Bench(40).phone();
    wire.lab.orderFaults({ faults: [{ kind: 'forbidden', cmdlet: 'Clear-MobileDevice', when: 'after', count: 1 }] });
    const wipe = await session.run('Clear-MobileDevice', { Identity: guid, Confirm: false });
    assert.match(wipe.failure?.fullyQualifiedErrorId ?? '', /^CommandNotFoundException/);
    const [statistics] = (await session.run('Get-MobileDeviceStatistics', { Identity: guid })).output;
    assert.notEqual(textOf(statistics, 'DeviceWipeRequestTime'), '');
    await session.close();
  });

  it('let a shell expire in the middle of a list', async () => {
    const session = await wire.session({ maxEnvelopeBytes: 20_000 }).open();
    wire.lab.orderFaults({ faults: [{ kind: 'expired', cmdlet: 'Get-Mailbox', page: 'next', count: 1 }] });
    const { fault, output } = await session.run('Get-Mailbox', { ResultSize: 'Unlimited' });
    assert.match(fault?.text ?? '', /the shell was not found on the server/);
    assert.ok(output.length > 0 && output.length < 25);
    assert.equal(wire.lab.openShells(), 0);
    await session.close();
  });

  it('end a pool without a word of its own about commands whose answers nobody had read yet', async () => {
    const hand = await new ByHand(wire).open();
    for (let count = 0; count < 2; count++) {
      hand.pool.createPipeline({ commands: [command('Get-AcceptedDomain')] }).start();
    }
    const requests = hand.all();
    const poll = requests.find(({ operation }) => operation === 'Receive');
    for (const request of requests) if (request.operation === 'Command') await hand.post(request);
    const receives = hand.all();
    assert.equal(receives.length, 2);
    for (const receive of receives) await hand.post(receive);
    wire.lab.orderFaults({ faults: [{ kind: 'expired', operation: 'Receive', count: 1 }] });
    await hand.post(poll ?? hand.next());
    const events = hand.events();
    assert.ok(events.includes('poolFault'));
    assert.ok(!events.includes('pipelineFault'), events.join());
  });

  it('strike a share of the requests by dice, each operation by its name', async () => {
    const session = await wire.session().open();
    const late = { kind: 'latency', delayMs: 1 } as const;
    wire.lab.orderFaults({
      seed: 4,
      faults: [
        { ...late, operation: 'any', probability: 0.5 },
        { ...late, operation: 'Signal' },
        { ...late, operation: 'Delete' },
        { ...late },
      ],
    });
    for (let count = 0; count < 6; count++) {
      await session.runAll({ commands: [command('Get-AcceptedDomain')] });
    }
    await session.close();
    const [any, signals, deletes, commands] = wire.lab.faults().map(({ hits }) => hits);
    assert.ok(any !== undefined && any >= 4 && any <= 18, `${String(any)} of about 20`);
    // What the first one strikes no other one does.
    assert.ok(signals !== undefined && signals > 0 && signals < 7);
    assert.ok(deletes !== undefined && deletes <= 1);
    assert.ok(commands !== undefined && commands > 0 && commands < 7);
  });
});
