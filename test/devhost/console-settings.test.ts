import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ConsoleHarness } from './console-harness';
import { settingsJson } from './host-under-test';

type Json = Record<string, unknown>;
interface Form {
  host: Json;
  connection: { exchangeOnline: Json; network?: Json } & Json;
  manage: Json;
  security: Json;
}
interface Problems {
  readonly isSaved: boolean;
  readonly problems: readonly { readonly path: string; readonly summary: string }[];
}
const SECRET = 'not-so-secret';

describe("The console's settings", () => {
  let harness: ConsoleHarness;

  beforeEach(async () => {
    harness = await new ConsoleHarness().open();
  });
  afterEach(() => harness.close());

  const form = async (): Promise<Form> => (await harness.get('/api/settings'))['values'] as Form;
  const save = async (values: unknown): Promise<Problems> =>
    (await harness.ask('PUT', '/api/settings', { values })).json as unknown as Problems;
  const secret = async (): Promise<unknown> =>
    ((await harness.handedOut())['connection'] as Form['connection']).exchangeOnline['clientSecret'];

  it('never send a secret to the page, and keep it when its field is left empty', async () => {
    const { text, json } = await harness.ask('GET', '/api/settings');
    assert.ok(!text.includes(SECRET));
    assert.deepEqual(json['secrets'], ['connection.exchangeOnline.clientSecret']);
    const values = await form();
    assert.equal(values.connection.exchangeOnline['clientSecret'], '');
    values.host['computerName'] = 'HOST7';
    assert.deepEqual(await save(values), { isSaved: true, problems: [] });
    assert.equal(await secret(), SECRET);
    assert.equal(((await harness.handedOut())['host'] as Json)['computerName'], 'HOST7');
    values.connection.exchangeOnline['clientSecret'] = 'another';
    await save(values);
    assert.equal(await secret(), 'another');
  });

  it('want a secret again when it would be sent elsewhere', async () => {
    const moves: ((values: Form) => void)[] = [
      (values) => (values.connection.exchangeOnline['adminApiUrl'] = 'https://evil.example'),
      (values) => (values.connection.exchangeOnline['authorityUrl'] = 'https://evil.example'),
      (values) => (values.connection.network = { proxyUrl: 'http://evil.example' }),
      (values) => (values.connection.network = { caPem: 'mine' }),
    ];
    for (const move of moves) {
      const values = await form();
      move(values);
      const { isSaved, problems } = await save(values);
      assert.equal(isSaved, false);
      assert.deepEqual(
        problems.map(({ path }) => path),
        ['connection.exchangeOnline.clientSecret'],
      );
      values.connection.exchangeOnline['clientSecret'] = 'given again';
      assert.equal((await save(values)).isSaved, true);
      await harness.ask('DELETE', '/api/settings');
    }
  });

  it('are checked as the connector checks them: all problems at once, each at its field of the form', async () => {
    const values = await form();
    values.host['securityInterval'] = '1s';
    values.connection.exchangeOnline['tenant'] = 'no tenant!';
    values.security['safety'] = { maintenanceWindows: [{ begins: '25:00', lasts: '3600s' }] };
    values.manage['scope'] = { include: { domains: ['not a domain'] } };
    const check = await harness.ask('POST', '/api/settings/check', { values });
    const { isSaved, problems } = await save(values);
    assert.equal(isSaved, false);
    assert.deepEqual(check.json['problems'], problems);
    assert.deepEqual(
      problems
        .map(({ path }) => path)
        .filter((path) => path !== 'connection.exchangeOnline.clientSecret')
        .sort(),
      [
        'connection.exchangeOnline.tenant',
        'host.securityInterval',
        'manage.scope.include.domains[0]',
        'security.safety.maintenanceWindows[0].begins',
      ],
    );
    assert.equal(await secret(), SECRET);
    assert.deepEqual(harness.calls, []);
  });

  it('come into force when they are saved, for both tasks', async () => {
    const values = await form();
    values.host['enabled'] = false;
    await save(values);
    assert.deepEqual(harness.calls, ['refresh EASConnectorManage', 'refresh EASConnectorSecurity']);
    assert.equal(((await harness.handedOut())['host'] as Json)['enabled'], false);
    assert.deepEqual((await harness.get('/api/settings'))['changed'], ['host']);
  });

  it('keep nothing but what was changed, in a file that only its user can read', async () => {
    const values = await form();
    values.host['manageInterval'] = '7200s';
    await save(values);
    const file = join(harness.folders.root, 'Client', 'Console', 'settings.json');
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Json>;
    assert.deepEqual(Object.keys(kept['EASConnectorManage'] ?? {}), ['host']);
    assert.ok(!readFileSync(file, 'utf8').includes(SECRET));
    if (process.platform !== 'win32') assert.equal(statSync(file).mode & 0o777, 0o600);
    // What the source changes elsewhere goes on to be seen.
    harness.settings = { ...(JSON.parse(settingsJson()) as Json), safety: { maxDestructivePerRun: 3 } };
    assert.deepEqual((await harness.handedOut())['safety'], { maxDestructivePerRun: 3 });
    await harness.ask('DELETE', '/api/settings');
    assert.equal(((await harness.handedOut())['host'] as Json)['manageInterval'], undefined);
  });

  it('set up a connection where the source has none', async () => {
    harness.settings = { contractVersion: '9.0' };
    const empty = await harness.get('/api/settings');
    assert.match(JSON.stringify(empty['problems']), /contract version 9\.0/);
    const exchangeOnline = {
      tenant: 'contoso.onmicrosoft.com',
      clientId: '0a8ab6ad-0000-4000-8000-000000000001',
      clientSecret: 's',
    };
    const values = { host: { enabled: true }, connection: { id: 'mine', exchangeOnline }, manage: {}, security: {} };
    assert.deepEqual(await save(values), { isSaved: true, problems: [] });
    assert.equal(((await harness.handedOut())['connection'] as Json)['id'], 'mine');
  });
});

describe("The console's settings, when their source cannot be read", () => {
  it('are not shown as if everything were switched off', async () => {
    const harness = await new ConsoleHarness().open();
    try {
      assert.equal((await harness.get('/api/settings'))['isReadable'], true);
      harness.settings = { host: 'nonsense' };
      const { isReadable, problems } = await harness.get('/api/settings');
      assert.equal(isReadable, false);
      assert.ok((problems as unknown[]).length > 0);
    } finally {
      await harness.close();
    }
  });
});

describe('The access settings in the console', () => {
  let harness: ConsoleHarness;
  const desired = { organization: { defaultAccessLevel: 'ACCESS_LEVEL_BLOCK' } };
  const outcome = { actionId: 'desired-access', state: 'ACTION_STATE_AWAITING_APPROVAL', planHash: 'hash' };

  beforeEach(async () => {
    harness = await new ConsoleHarness().open();
    harness.rehearsal = {
      desiredAccess: outcome,
      accessImpact: { partnerships: 2951, losing: 412, mailboxesLosing: 388 },
    };
  });
  afterEach(() => harness.close());

  const ask = async (wanted: unknown): Promise<Json> =>
    (await harness.ask('POST', '/api/access/what-if', { desired: wanted })).json;

  it('are saved after the what-if of just this change, and with its approval', async () => {
    const answer = await ask(desired);
    const { losing, mailboxesLosing } = answer['impact'] as { losing: number; mailboxesLosing: number };
    assert.deepEqual([losing, mailboxesLosing], [412, 388]);
    const save = (body: object): Promise<{ status: number }> => harness.ask('PUT', '/api/access', body);
    assert.equal((await save({ desired, isApproved: true })).status, 409);
    const other = { organization: { defaultAccessLevel: 'ACCESS_LEVEL_QUARANTINE' } };
    assert.equal((await save({ desired: other, whatIf: answer['id'], isApproved: true })).status, 409);
    assert.equal((await harness.handedOut())['desiredAccess'], undefined);
    assert.equal((await save({ desired, whatIf: answer['id'], isApproved: true })).status, 200);
    const handed = await harness.handedOut();
    assert.deepEqual(handed['desiredAccess'], desired);
    const [approval] = handed['approvals'] as Json[];
    assert.deepEqual([approval?.['actionId'], approval?.['planHash']], ['desired-access', 'hash']);
    // The change was made: the approval is used up.
    await harness.security({ desiredAccess: { actionId: 'desired-access', state: 'ACTION_STATE_SUCCEEDED' } });
    assert.equal((await harness.handedOut())['approvals'], undefined);
    assert.equal((await harness.ask('DELETE', '/api/access')).status, 200);
    assert.equal((await harness.handedOut())['desiredAccess'], undefined);
  });

  it('that nobody manages any more wait for no approval', async () => {
    const answer = await ask(desired);
    assert.equal((await harness.ask('PUT', '/api/access', { desired, whatIf: answer['id'] })).status, 200);
    await harness.security({ desiredAccess: outcome });
    assert.equal((await harness.get('/api/state'))['awaitingApproval'], 1);
    await harness.ask('DELETE', '/api/access');
    const { awaitingApproval, openOrders } = await harness.get('/api/state');
    assert.deepEqual([awaitingApproval, openOrders], [0, 0]);
    assert.deepEqual(await harness.get('/api/orders'), []);
  });

  it('that are wrong are told with their problems, and not rehearsed', async () => {
    const rules = { rules: [{ characteristic: 'CHARACTERISTIC_DEVICE_OS', accessLevel: 'ACCESS_LEVEL_BLOCK' }] };
    const answer = await ask({ rules });
    assert.equal(answer['id'], '');
    const paths = (answer['problems'] as { path: string }[]).map(({ path }) => path);
    assert.deepEqual(paths, ['desiredAccess.rules.rules[0].queryString']);
  });

  it('cannot be saved after a rehearsal that has failed', async () => {
    harness.rehearsal = {};
    const answer = await ask(desired);
    assert.equal(answer['id'], '');
    assert.equal((await harness.ask('PUT', '/api/access', { desired, whatIf: '' })).status, 409);
  });
});
