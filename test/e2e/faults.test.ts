import assert from 'node:assert/strict';
import type { FaultOrder } from '../../lab';
import type { ProblemCode, RunOutcome } from '../../protocol';
import { LabRun, collect, type Json } from './lab-run';

interface Row {
  readonly name: string;
  readonly order: FaultOrder;
  readonly outcome: RunOutcome;
  readonly code?: ProblemCode;
  readonly limits?: Json;
}

const QUICK = { maxThrottleWait: '1s', commandTimeout: '3s' };

const ROWS: readonly Row[] = [
  {
    name: 'a short storm of 429',
    order: { faults: [{ kind: 'throttle', count: 3, retryAfter: 0 }] },
    outcome: 'succeeded',
  },
  {
    name: 'an endless storm of 429',
    order: { faults: [{ kind: 'throttle', retryAfter: 5 }] },
    outcome: 'failed',
    code: 'throttled',
    limits: QUICK,
  },
  { name: 'a few 503', order: { faults: [{ kind: 'unavailable', count: 3, retryAfter: 0 }] }, outcome: 'succeeded' },
  {
    name: 'an endless 503',
    order: { faults: [{ kind: 'unavailable' }] },
    outcome: 'failed',
    code: 'server.unavailable',
    limits: QUICK,
  },
  {
    name: 'HTML instead of JSON',
    order: { faults: [{ kind: 'html', cmdlet: 'Get-CASMailbox' }] },
    outcome: 'failed',
    code: 'protocol.malformed',
    limits: QUICK,
  },
  {
    name: 'nonsense instead of JSON',
    order: { faults: [{ kind: 'nonsense', cmdlet: 'Get-MobileDevice' }] },
    outcome: 'failed',
    code: 'protocol.malformed',
    limits: QUICK,
  },
  {
    name: 'JSON of another shape',
    order: { faults: [{ kind: 'wrongShape', cmdlet: 'Get-MobileDevice' }] },
    outcome: 'failed',
    code: 'protocol.malformed',
    limits: QUICK,
  },
  {
    name: 'a cut connection',
    order: { faults: [{ kind: 'cut', cmdlet: 'Get-CASMailbox', count: 1 }] },
    outcome: 'succeeded',
  },
  {
    name: 'a paging cursor that has expired',
    order: { faults: [{ kind: 'pagingError', page: 'next', cmdlet: 'Get-MobileDevice' }] },
    outcome: 'failed',
    code: 'truncated',
  },
  {
    name: 'a list that breaks off at its second page',
    order: { faults: [{ kind: 'cut', page: 'next', when: 'midBody', cmdlet: 'Get-MobileDevice' }] },
    outcome: 'failed',
    code: 'truncated',
  },
  {
    name: 'an answer that never comes',
    order: { faults: [{ kind: 'stall', cmdlet: 'Get-MobileDevice' }] },
    outcome: 'failed',
    code: 'command.timeout',
    limits: QUICK,
  },
  {
    name: 'a token that is refused in the middle',
    order: { faults: [{ kind: 'unauthorized', count: 1, skip: 3 }] },
    outcome: 'succeeded',
  },
  { name: 'tokens that live a second', order: { tokenLifetimeSeconds: 1, latencyMs: 20 }, outcome: 'succeeded' },
  {
    name: 'a right that is missing',
    order: { faults: [{ kind: 'forbidden', cmdlet: 'Get-MobileDevice' }] },
    outcome: 'failed',
    code: 'rights.missing',
  },
  {
    name: 'a token endpoint that is down',
    order: { faults: [{ kind: 'internalError', target: 'token' }] },
    outcome: 'failed',
    code: 'auth.unavailable',
    limits: QUICK,
  },
  {
    name: 'a token endpoint that answers HTML',
    order: { faults: [{ kind: 'html', target: 'token' }] },
    outcome: 'failed',
    code: 'auth.unavailable',
    limits: QUICK,
  },
  {
    name: 'statistics that fail for one mailbox',
    order: { faults: [{ kind: 'internalError', cmdlet: 'Get-MobileDeviceStatistics', count: 1, skip: 2 }] },
    outcome: 'succeeded',
  },
];

describe('An inventory that meets', () => {
  let lab: LabRun;
  before(async () => {
    // More than a page of 1000, so that there is a second one.
    lab = await LabRun.start({ devices: 1100 });
  });
  after(() => lab.close());
  afterEach(() => {
    lab.lab.orderFaults({ clear: true, latencyMs: 0, tokenLifetimeSeconds: 3600 });
  });

  for (const { name, order, outcome, code, limits } of ROWS) {
    it(`${name} ${outcome === 'succeeded' ? 'is complete' : `ends with ${String(code)}, and is no short list`}`, async () => {
      lab.lab.orderFaults(order);
      const run = await lab.run('EASConnectorManage', (settings) => ({
        ...settings,
        inventory: { skipStatistics: !name.startsWith('statistics') },
        ...(limits ? { limits } : {}),
      }));
      assert.equal(run.completed.outcome, outcome, JSON.stringify(run.completed.problems));
      if (code) assert.equal(run.completed.problems[0]?.code, code);
      const partnerships = collect(run, 'partnerships').length;
      assert.ok(partnerships === 1100 || partnerships === 0, String(partnerships));
      if (outcome === 'succeeded') assert.equal(partnerships, 1100);
      const summary = run.results.at(-1)?.['summary'] as Json | undefined;
      assert.equal(summary?.['isComplete'] ?? false, outcome === 'succeeded');
    }).timeout(30_000);
  }
});
