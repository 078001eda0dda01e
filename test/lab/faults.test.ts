import assert from 'node:assert/strict';
import { openWire, type Wire } from './wire-helpers';

describe('faults', () => {
  let wire: Wire;
  const order = (...faults: object[]): Promise<unknown> => wire.control('POST', '/lab/faults', { clear: true, faults });
  const requested = async (guid: string): Promise<unknown> =>
    (await wire.one('Get-MobileDeviceStatistics', { Identity: guid })).DeviceWipeRequestTime;
  const someGuid = async (): Promise<string> => (await wire.one('Get-MobileDevice', { ResultSize: 1 })).Guid;

  beforeEach(async () => {
    wire = await openWire();
  });
  afterEach(() => wire.close());

  it('throttle with or without Retry-After, as often as ordered', async () => {
    await order({ kind: 'throttle', retryAfter: 2, count: 1 }, { kind: 'throttle', count: 1 });
    const answers = [
      await wire.invoke('Get-Mailbox'),
      await wire.invoke('Get-Mailbox'),
      await wire.invoke('Get-Mailbox'),
    ];
    assert.deepEqual(
      answers.map(({ status, headers }) => [status, headers['retry-after']]),
      [
        [429, '2'],
        [429, undefined],
        [200, undefined],
      ],
    );
  });

  it('cut the connection before the change is carried out', async () => {
    const guid = await someGuid();
    await order({ kind: 'cut', cmdlet: 'Clear-MobileDevice', count: 1 });
    await assert.rejects(wire.invoke('Clear-MobileDevice', { Identity: guid, Confirm: false }));
    assert.equal(await requested(guid), null);
  });

  for (const when of ['after', 'midBody']) {
    it(`cut the connection when the change has been carried out (${when})`, async () => {
      const guid = await someGuid();
      await order({ kind: 'cut', cmdlet: 'clear-mobiledevice', when, count: 1 });
      await assert.rejects(wire.invoke('Clear-MobileDevice', { Identity: guid, Confirm: false }));
      assert.notEqual(await requested(guid), null);
    });
  }

  it('strike only the cmdlets and pages that they name', async () => {
    await order({ kind: 'pagingError' }, { kind: 'unavailable', cmdlet: ['Get-User'], skip: 1, count: 1 });
    const headers = { prefer: 'odata.maxpagesize=10' };
    const first = await wire.invoke('Get-MobileDevice', {}, { headers });
    assert.equal(first.status, 200);
    const url = first.json['@odata.nextLink'] ?? '';
    assert.equal((await wire.invoke('Get-MobileDevice', {}, { url, headers })).status, 400);
    const users = [await wire.invoke('Get-User'), await wire.invoke('Get-User'), await wire.invoke('Get-User')];
    assert.deepEqual(
      users.map(({ status }) => status),
      [200, 503, 200],
    );
  });

  it('strike by chance, the same way for the same seed', async () => {
    const storm = async (): Promise<number[]> => {
      await wire.control('POST', '/lab/faults', {
        clear: true,
        seed: 3,
        faults: [{ kind: 'internalError', probability: 0.5 }],
      });
      const statuses: number[] = [];
      for (let call = 0; call < 20; call++) statuses.push((await wire.invoke('Get-AcceptedDomain')).status);
      return statuses;
    };
    const first = await storm();
    assert.deepEqual(await storm(), first);
    assert.ok(first.includes(200) && first.includes(500));
  });

  it('answer with what is no answer', async () => {
    for (const kind of ['html', 'nonsense', 'wrongShape', 'emptyBody', 'concurrency', 'forbidden', 'unauthorized']) {
      await order({ kind, count: 1 });
      const answer = await wire.invoke('Get-Mailbox');
      assert.ok(!Array.isArray(answer.json.value), kind);
      assert.equal((await wire.invoke('Get-Mailbox')).status, 200);
    }
  });

  it('stall and slow down', async () => {
    await order(
      { kind: 'stall', count: 1, delayMs: 60 },
      { kind: 'slow', count: 1, delayMs: 60 },
      { kind: 'latency', count: 1, delayMs: 60 },
    );
    for (let call = 0; call < 3; call++) {
      const began = performance.now();
      assert.equal((await wire.invoke('Get-AcceptedDomain')).json.value.length, 2);
      assert.ok(performance.now() - began >= 50);
    }
  });

  it('stall for ever, until the client goes', async () => {
    await order({ kind: 'stall', count: 1 });
    const began = performance.now();
    const stalled = wire.invoke('Get-AcceptedDomain', {}, { signal: AbortSignal.timeout(100) });
    await assert.rejects(stalled, { name: 'TimeoutError' });
    assert.ok(performance.now() - began >= 90);
  });

  it('strike the token endpoint', async () => {
    await order({ kind: 'unavailable', target: 'token', count: 1 });
    assert.equal((await wire.signIn()).status, 503);
    assert.equal((await wire.signIn()).status, 200);
  });

  it('hold calls to a budget', async () => {
    await wire.control('POST', '/lab/faults', { callsPerMinute: 2 });
    const statuses: number[] = [];
    for (let call = 0; call < 3; call++) statuses.push((await wire.invoke('Get-AcceptedDomain')).status);
    assert.deepEqual(statuses, [200, 200, 429]);
  });

  it('let a change be seen only after the replication lag', async () => {
    await wire.control('POST', '/lab/faults', { replicationLagMs: 30_000 });
    const level = async (): Promise<string> =>
      (await wire.one('Get-ActiveSyncOrganizationSettings')).DefaultAccessLevel;
    await wire.invoke('Set-ActiveSyncOrganizationSettings', { DefaultAccessLevel: 'Quarantine' });
    assert.equal(await level(), 'Allow');
    await wire.control('POST', '/lab/clock', { advance: 'PT31S' });
    assert.equal(await level(), 'Quarantine');
  });

  it('that are misspelt are refused with every problem', async () => {
    const answer = await wire.control('POST', '/lab/faults', {
      faults: [{ kind: 'thunder' }, { kind: 'cut', count: 0 }],
      speed: 1,
    });
    assert.equal(answer.status, 400);
    assert.equal(answer.json.problems.length, 3);
  });
});
