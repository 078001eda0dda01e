import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { partnership } from '../tasks/findings/sample-partnership';
import { ConsoleHarness } from './console-harness';
import { settingsJson } from './host-under-test';

const guid = (n: number): string => `00000000-0000-0000-0000-00000000000${String(n)}`;
const ANNA = partnership({ guid: guid(1) });
const OUTLOOK = partnership({
  guid: guid(2),
  userDisplayName: 'site/container/Bert Berg',
  mailboxPrimarySmtpAddress: 'bert@contoso.com',
  mailboxGuid: 'm2',
  clientFamily: 'outlookMobile',
  deviceId: 'outlook1',
  capabilities: { wipeErases: 'app data', accountOnlyWipe: false, accessRules: true, mailboxPolicy: false },
});
const WINDOWS = partnership({
  guid: guid(3),
  userDisplayName: 'Carla',
  clientFamily: 'windowsMail',
  capabilities: { wipeErases: '', accountOnlyWipe: false, accessRules: false, mailboxPolicy: false },
});
const WIPE = { kind: 'wipe', guid: guid(1), wipeKind: 'WIPE_KIND_ACCOUNT_ONLY', confirmation: 'Anna' };

interface Handed {
  readonly actions?: readonly Readonly<Record<string, unknown>>[];
  readonly approvals?: readonly Readonly<Record<string, unknown>>[];
}

describe('An order of the console', () => {
  let harness: ConsoleHarness;

  beforeEach(async () => {
    harness = await new ConsoleHarness().open();
    await harness.inventory({ partnerships: [ANNA, OUTLOOK, WINDOWS] });
  });
  afterEach(() => harness.close());

  const order = (body: object): ReturnType<ConsoleHarness['ask']> => harness.ask('POST', '/api/orders', body);
  const handed = async (): Promise<Handed> => await harness.handedOut();
  const listed = async (): Promise<Record<string, unknown>[]> =>
    (await harness.get('/api/orders')) as unknown as Record<string, unknown>[];
  const details = async (n: number): Promise<Record<string, unknown>> => harness.get(`/api/partnerships/${guid(n)}`);

  it('to wipe wants the name of the user, and names the partnership with its first synchronization', async () => {
    for (const confirmation of ['', 'Bert', 'anna@contoso.com', undefined]) {
      assert.equal((await order({ ...WIPE, confirmation })).status, 422);
    }
    assert.deepEqual((await handed()).actions ?? [], []);
    assert.equal((await order({ ...WIPE, confirmation: ' ANNA ' })).status, 200);
    const [action] = (await handed()).actions ?? [];
    const { firstSyncTime } = (action?.['wipe'] as { partnership: { firstSyncTime: string } }).partnership;
    assert.equal(Date.parse(firstSyncTime) / 1000, ANNA.firstSyncTime?.seconds);
    assert.match(String(action?.['orderedBy']), /\(console\)$/);
  });

  it('to wipe takes the name however it is written, and from somebody who cannot type what is not seen', async () => {
    const friendlyName = '\u202EiPhone of Anna';
    const soren = partnership({
      guid: guid(4),
      mailboxGuid: 'm4',
      friendlyName,
      userDisplayName: 'So\u0308ren\u200B  Sand',
    });
    await harness.inventory({ partnerships: [ANNA, soren], stateId: '2' });
    const body = { ...WIPE, guid: guid(4) };
    assert.equal((await order({ ...body, confirmation: 'Soren Sand' })).status, 422);
    const unseen = partnership({ guid: guid(5), mailboxGuid: 'm5', userDisplayName: '\u200B \u202E' });
    await harness.inventory({ partnerships: [soren, unseen], stateId: '3' });
    assert.equal((await order({ ...WIPE, guid: guid(5), confirmation: '' })).status, 422);
    assert.equal((await order({ ...WIPE, guid: guid(5), confirmation: guid(5) })).status, 200);
    const { status, json } = await order({ ...body, confirmation: 's\u00F6ren sand' });
    assert.equal(status, 200);
    assert.equal(json['title'], 'Account-only wipe of iPhone of Anna of So\u0308ren\u200B  Sand');
  });

  it('to wipe offers what the client can do, the milder kind first, and says what is erased', async () => {
    const { wipeChoices, confirmation } = (await details(1)) as {
      wipeChoices: { kind: string; isPossible: boolean; explanation: string }[];
      confirmation: string;
    };
    assert.deepEqual(
      wipeChoices.map(({ kind, isPossible }) => [kind, isPossible]),
      [
        ['WIPE_KIND_ACCOUNT_ONLY', true],
        ['WIPE_KIND_WHOLE_DEVICE', true],
      ],
    );
    assert.match(wipeChoices[1]!.explanation, /whole phone/);
    assert.equal(confirmation, 'Anna');
    assert.equal((await details(2))['confirmation'], 'Bert Berg');
  });

  it('to wipe is refused for a kind that the client does not have, and never replaced by another', async () => {
    const outlook = { ...WIPE, guid: guid(2), confirmation: 'Bert Berg' };
    const refused = await order(outlook);
    assert.equal(refused.status, 422);
    assert.match(String(refused.json['error']), /Outlook has no account-only wipe/);
    assert.equal((await order({ ...outlook, wipeKind: 'WIPE_KIND_WHOLE_DEVICE' })).status, 200);
    const windows = { ...WIPE, guid: guid(3), confirmation: 'Carla', wipeKind: 'WIPE_KIND_WHOLE_DEVICE' };
    assert.equal((await order(windows)).status, 422);
    assert.equal((await order({ ...WIPE, wipeKind: 'WIPE_KIND_UNSPECIFIED' })).status, 422);
  });

  it('to wipe is taken once for a partnership', async () => {
    assert.equal((await order(WIPE)).status, 200);
    assert.equal((await order(WIPE)).status, 409);
  });

  it('to wipe is taken once also from two pages at the same time', async () => {
    harness.sourcePause = () => new Promise((resolve) => setTimeout(resolve, 10));
    const answers = await Promise.all([order(WIPE), order(WIPE), order(WIPE)]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409, 409]);
    assert.equal((await handed()).actions?.length, 1);
  });

  it('to wipe is not taken beside one that the settings themselves order', async () => {
    const ref = { guid: guid(1), firstSyncTime: '2025-10-18T08:00:00Z' };
    const actions = [{ id: 'server-1', wipe: { partnership: ref, kind: 'WIPE_KIND_WHOLE_DEVICE' } }];
    harness.settings = { ...(JSON.parse(settingsJson()) as object), actions };
    assert.equal((await order(WIPE)).status, 409);
    assert.deepEqual(
      ((await details(1))['orders'] as { title: string }[]).map(({ title }) => title),
      ['Wipe: Black iPhone of Anna'],
    );
  });

  it('that erases, blocks or removes is refused for a protected mailbox', async () => {
    const safety = { protectedMailboxes: ['ANNA@contoso.com'] };
    harness.settings = { ...(JSON.parse(settingsJson()) as object), safety };
    await harness.desk.settingsChanged();
    for (const kind of ['wipe', 'blockDevice', 'removePartnership']) {
      const { status, json } = await order({ ...WIPE, kind });
      assert.equal(status, 409, kind);
      assert.match(String(json['error']), /protected mailbox/);
    }
    assert.equal((await order({ kind: 'allowDevice', guid: guid(1) })).status, 200);
    assert.equal(((await details(1))['row'] as { isProtected: boolean }).isProtected, true);
  });

  it('of every kind is one that the connector can decode', async () => {
    for (const kind of ['cancelWipe', 'allowDevice', 'blockDevice', 'removePartnership', 'refreshStatus']) {
      assert.equal((await order({ kind, guid: guid(2) })).status, 200, kind);
    }
    assert.equal(
      (await order({ kind: 'assignPolicy', policy: '', mailboxes: ['a@contoso.com'], groups: ['Sales'] })).status,
      200,
    );
    const kinds = ((await handed()).actions ?? []).map((action) => Object.keys(action).at(-1));
    assert.deepEqual(kinds.sort(), [
      'allowDevice',
      'assignPolicy',
      'blockDevice',
      'cancelWipe',
      'refreshStatus',
      'removePartnership',
    ]);
  });

  it('for nobody, with a policy that does not exist, for an unknown partnership or of an unknown kind is refused', async () => {
    assert.equal((await order({ kind: 'assignPolicy', policy: '', mailboxes: [], groups: [' '] })).status, 422);
    assert.equal((await order({ kind: 'assignPolicy', policy: 'nope', mailboxes: ['a@contoso.com'] })).status, 422);
    assert.equal((await order({ kind: 'blockDevice', guid: guid(9) })).status, 404);
    for (const kind of ['constructor', '__proto__', 'eraseEverything'])
      assert.equal((await order({ kind })).status, 422);
  });

  it('goes to every run until it is over, shows what has become of it, and survives a restart', async () => {
    await order(WIPE);
    const [{ id = '' } = {}] = (await listed()) as { id?: string }[];
    await harness.security({
      outcomes: [
        {
          actionId: id,
          state: 'ACTION_STATE_PENDING',
          summary: 'Exchange holds it.',
          wipe: { phase: 'WIPE_PHASE_PENDING' },
        },
      ],
    });
    const [pending] = await listed();
    assert.deepEqual([pending?.['state'], pending?.['isOver'], pending?.['canWithdraw']], ['PENDING', false, false]);
    assert.equal((await harness.ask('POST', `/api/orders/${id}/withdraw`, {})).status, 409);
    const restarted = new ConsoleHarness(harness.folders.root);
    assert.equal(((await restarted.handedOut()) as Handed).actions?.[0]?.['id'], id);
    await harness.security({ outcomes: [{ actionId: id, state: 'ACTION_STATE_SUCCEEDED', isFinal: true }] });
    assert.deepEqual((await handed()).actions ?? [], []);
    assert.equal((await listed())[0]?.['isOver'], true);
    assert.equal((await order(WIPE)).status, 200, 'another one can be ordered now');
  });

  it('is taken back as long as nothing of it was sent', async () => {
    await order(WIPE);
    const [{ id = '' } = {}] = (await listed()) as { id?: string }[];
    assert.equal((await harness.ask('POST', `/api/orders/${id}/withdraw`, {})).status, 200);
    assert.deepEqual((await handed()).actions ?? [], []);
    assert.equal((await listed())[0]?.['state'], 'WITHDRAWN');
    assert.equal((await harness.ask('POST', '/api/orders/unknown/withdraw', {})).status, 404);
  });

  it('is not taken back when something of it was sent, though the last run could not look at it', async () => {
    await order(WIPE);
    const [{ id = '' } = {}] = (await listed()) as { id?: string }[];
    const withdraw = async (): Promise<number> => (await harness.ask('POST', `/api/orders/${id}/withdraw`, {})).status;
    const waiting = { actionId: id, state: 'ACTION_STATE_WAITING' };
    for (const phase of ['ISSUED', 'PENDING', 'SENT', 'ACKNOWLEDGED']) {
      await harness.security({ outcomes: [{ ...waiting, wipe: { phase: `WIPE_PHASE_${phase}` } }] });
      assert.equal(await withdraw(), 409, phase);
    }
    await harness.security({ outcomes: [{ ...waiting, wipe: { phase: 'WIPE_PHASE_REQUESTED' } }] });
    assert.equal(await withdraw(), 200);
  });

  it('is not taken back while the results of the run that sent it are being read', async () => {
    await order(WIPE);
    const [{ id = '' } = {}] = (await listed()) as { id?: string }[];
    const results = Array.from({ length: 3000 }, () => ({}));
    const pending = { outcomes: [{ actionId: id, state: 'ACTION_STATE_PENDING' }] };
    const ended = harness.security([...results, pending]);
    assert.equal((await harness.ask('POST', `/api/orders/${id}/withdraw`, {})).status, 409);
    await ended;
  });

  it('that was taken back waits for no approval, and is not sent again', async () => {
    await order(WIPE);
    const [{ id = '' } = {}] = (await listed()) as { id?: string }[];
    await harness.security({
      outcomes: [{ actionId: id, state: 'ACTION_STATE_AWAITING_APPROVAL', planHash: 'plan' }],
    });
    assert.equal((await harness.get('/api/state'))['awaitingApproval'], 1);
    assert.equal((await harness.ask('POST', `/api/orders/${id}/withdraw`, {})).status, 200);
    assert.equal((await harness.get('/api/state'))['awaitingApproval'], 0);
    assert.equal((await harness.get('/api/state'))['openOrders'], 0);
    // An approval goes with its order.
    await order(WIPE);
    const [{ id: next = '' } = {}] = (await listed()) as { id?: string }[];
    await harness.security({
      outcomes: [{ actionId: next, state: 'ACTION_STATE_AWAITING_APPROVAL', planHash: 'plan' }],
    });
    assert.equal((await harness.ask('POST', `/api/orders/${next}/approve`, { planHash: 'plan' })).status, 200);
    assert.equal((await harness.ask('POST', `/api/orders/${next}/withdraw`, {})).status, 200);
    assert.deepEqual((await handed()).approvals ?? [], []);
    assert.equal((await harness.ask('POST', `/api/orders/${id}/withdraw`, {})).status, 409);
  });

  it('that was taken back and done all the same is shown as what it is', async () => {
    await order(WIPE);
    const [{ id = '' } = {}] = (await listed()) as { id?: string }[];
    await harness.ask('POST', `/api/orders/${id}/withdraw`, {});
    // A run had it, broke off, and the next one tells from the connector's own journal.
    const pending = { actionId: id, state: 'ACTION_STATE_PENDING', wipe: { phase: 'WIPE_PHASE_PENDING' } };
    await harness.security({ outcomes: [pending] });
    const [shown] = await listed();
    assert.deepEqual([shown?.['state'], shown?.['isOver'], shown?.['canWithdraw']], ['PENDING', false, false]);
    assert.deepEqual((await handed()).actions ?? [], []);
    assert.equal((await order(WIPE)).status, 409, 'a wipe of it is under way');
  });

  it('is approved with the plan that was looked at, and no other', async () => {
    await order(WIPE);
    const [{ id = '' } = {}] = (await listed()) as { id?: string }[];
    const waiting = { actionId: id, state: 'ACTION_STATE_AWAITING_APPROVAL', planHash: 'new' };
    assert.equal((await harness.ask('POST', `/api/orders/${id}/approve`, { planHash: 'new' })).status, 409);
    await harness.security({ outcomes: [waiting] });
    assert.equal((await harness.get('/api/state'))['awaitingApproval'], 1);
    assert.equal((await harness.ask('POST', `/api/orders/${id}/approve`, { planHash: 'old' })).status, 409);
    assert.equal((await harness.ask('POST', `/api/orders/${id}/approve`, { planHash: 'new' })).status, 200);
    const [approval] = (await handed()).approvals ?? [];
    assert.deepEqual([approval?.['actionId'], approval?.['planHash']], [id, 'new']);
    assert.equal((await harness.get('/api/state'))['awaitingApproval'], 0);
    // The plan has changed: the approval is void, and asked for again.
    await harness.security({ outcomes: [{ ...waiting, planHash: 'other' }] });
    assert.deepEqual((await handed()).approvals ?? [], []);
    assert.equal((await harness.get('/api/state'))['awaitingApproval'], 1);
  });

  it('comes after those that the settings themselves have, whose outcomes are shown too', async () => {
    const own = {
      id: 'server-1',
      removePartnership: { partnership: { guid: guid(2), firstSyncTime: '2026-01-01T00:00:00Z' } },
    };
    harness.settings = { ...(JSON.parse(settingsJson()) as object), actions: [own] };
    await order(WIPE);
    assert.deepEqual(
      ((await handed()).actions ?? []).map(({ id }) => String(id).split('-')[0]),
      ['server', 'console'],
    );
    await harness.security({ outcomes: [{ actionId: 'server-1', state: 'ACTION_STATE_REFUSED', isFinal: true }] });
    const orders = await listed();
    assert.deepEqual(
      orders.map(({ origin, state }) => [origin, state]),
      [
        ['console', 'QUEUED'],
        ['source', 'REFUSED'],
      ],
    );
  });

  it('is in a file that only its user can read', async () => {
    await order(WIPE);
    const file = join(harness.folders.root, 'Client', 'Console', 'orders.json');
    if (process.platform !== 'win32') assert.equal(statSync(file).mode & 0o777, 0o600);
  });
});
