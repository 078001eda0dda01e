import assert from 'node:assert/strict';
import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ConfidentialClientApplication, type INetworkModule, type NetworkRequestOptions } from '@azure/msal-node';
import { openWire, type Wire } from './wire-helpers';

/** The way to the lab for msal-node, which knows nothing of the lab's CA. */
function networkOf(wire: Wire): INetworkModule {
  const result = (answer: { status: number; headers: unknown; json: unknown }): never =>
    ({ status: answer.status, headers: answer.headers, body: answer.json }) as never;
  return {
    sendGetRequestAsync: async (url) => result(await wire.get(url)),
    sendPostRequestAsync: async (url, options?: NetworkRequestOptions) =>
      result(await wire.send(url, options?.body ?? '', options?.headers ?? {})),
  };
}

function application(wire: Wire, credential: object): ConfidentialClientApplication {
  const { url, tenant, clientId } = wire.adminApi;
  return new ConfidentialClientApplication({
    auth: { clientId, authority: `${url}/${tenant}`, knownAuthorities: [new URL(url).host], ...credential },
    system: { networkClient: networkOf(wire) },
  });
}

const SCOPES = ['https://outlook.office365.com/.default'];

describe('the token endpoint', () => {
  let wire: Wire;
  before(async () => {
    wire = await openWire();
  });
  after(() => wire.close());

  it('gives msal-node a token for a secret', async () => {
    const { clientSecret } = wire.adminApi;
    const found = await application(wire, { clientSecret }).acquireTokenByClientCredential({ scopes: SCOPES });
    wire.token = found?.accessToken ?? '';
    assert.equal((await wire.invoke('Get-OrganizationConfig')).status, 200);
  });

  it('gives msal-node a token for a certificate', async () => {
    const pem = readFileSync(wire.adminApi.certificateFile, 'utf8');
    const privateKey = readFileSync(wire.adminApi.keyFile, 'utf8');
    const thumbprintSha256 = createHash('sha256').update(new X509Certificate(pem).raw).digest('hex');
    const clientCertificate = { thumbprintSha256, privateKey, x5c: pem };
    const found = await application(wire, { clientCertificate }).acquireTokenByClientCredential({ scopes: SCOPES });
    wire.token = found?.accessToken ?? '';
    assert.equal((await wire.invoke('Get-OrganizationConfig')).status, 200);
  });

  it('refuses a wrong secret, an unknown application, a wrong scope and a forged assertion, each with its code', async () => {
    const code = async (form: Record<string, string>): Promise<number | undefined> =>
      (await wire.signIn(form)).json.error_codes[0];
    assert.equal(await code({ client_secret: 'wrong' }), 7000215);
    assert.equal(await code({ client_id: '00000000-0000-0000-0000-000000000000' }), 700016);
    assert.equal(await code({ scope: 'User.Read' }), 1002012);
    const assertion = {
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: 'a.b.c',
    };
    assert.equal(await code(assertion), 700027);
  });

  it('gives tokens for other resources, which the admin API does not take', async () => {
    assert.equal((await wire.signIn({ scope: 'https://graph.microsoft.com/.default' })).status, 200);
    assert.equal((await wire.invoke('Get-OrganizationConfig')).status, 401);
    await wire.signIn();
    assert.equal((await wire.invoke('Get-OrganizationConfig')).status, 200);
  });

  it('gives tokens that expire', async () => {
    await wire.control('POST', '/lab/faults', { tokenLifetimeSeconds: 0 });
    await wire.signIn();
    const answer = await wire.invoke('Get-OrganizationConfig');
    assert.equal(answer.status, 401);
    assert.match(String(answer.headers['www-authenticate']), /invalid_token/);
    await wire.control('POST', '/lab/faults', { clear: true });
    await wire.signIn();
    assert.equal((await wire.invoke('Get-OrganizationConfig')).status, 200);
  });
});

describe('InvokeCommand', () => {
  let wire: Wire;
  before(async () => {
    wire = await openWire({ devices: 250 });
  });
  after(() => wire.close());

  it('answers 401 without a token, 400 without an anchor, 405 for another version and 403 with NUL bytes for an unknown cmdlet', async () => {
    assert.equal((await wire.invoke('Get-Mailbox', {}, { headers: { authorization: '' } })).status, 401);
    assert.equal((await wire.invoke('Get-Mailbox', {}, { headers: { 'x-anchormailbox': '' } })).status, 400);
    assert.equal((await wire.invoke('Get-Mailbox', {}, { url: wire.invokeUrl.replace('beta', 'v1.0') })).status, 405);
    const unknown = await wire.invoke('Get-ExchangeServer');
    assert.equal(unknown.status, 403);
    assert.match(unknown.text, /^\0+$/);
  });

  it('types its values beside them', async () => {
    const device = await wire.one('Get-MobileDevice', { ResultSize: 1 });
    assert.equal(device['Guid@data.type'], 'System.Guid');
    assert.equal(device['FirstSyncTime@data.type'], 'System.DateTime');
    assert.match(device.FirstSyncTime, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}\+00:00$/);
    assert.equal(device['ObjectClass@odata.type'], '#Collection(String)');
    assert.match(device.Identity, /§/);
  });

  it('gives only the selected properties', async () => {
    const answer = await wire.invoke(
      'Get-MobileDevice',
      { ResultSize: 1 },
      { url: `${wire.invokeUrl}?$select=DeviceId,DeviceOS` },
    );
    assert.deepEqual(Object.keys(answer.json.value[0] ?? {}).sort(), ['DeviceId', 'DeviceOS']);
  });

  it('pages a list, each object once, by posting the same body to the next link', async () => {
    const headers = { prefer: 'odata.maxpagesize=100' };
    const guids = new Set<string>();
    const sizes: number[] = [];
    for (let url: string | undefined = wire.invokeUrl; url !== undefined;) {
      const { json } = await wire.invoke('Get-MobileDevice', { ResultSize: 'Unlimited' }, { url, headers });
      sizes.push(json.value.length);
      for (const device of json.value) guids.add(device.Guid);
      url = json['@odata.nextLink'];
    }
    assert.deepEqual([sizes, guids.size], [[100, 100, 50], 250]);
  });

  it('refuses a page on another connection, with another body, or asked for twice', async () => {
    const headers = { prefer: 'odata.maxpagesize=10' };
    const next = async (): Promise<string> =>
      (await wire.invoke('Get-MobileDevice', { ResultSize: 'Unlimited' }, { headers })).json['@odata.nextLink']!;
    const refused = async (
      url: string,
      parameters: Record<string, unknown>,
      more: Record<string, string>,
    ): Promise<void> => {
      const answer = await wire.invoke('Get-MobileDevice', parameters, { url, headers: { ...headers, ...more } });
      assert.equal(answer.status, 400);
      assert.match(answer.json.error.message, /Expired or Invalid pagination request/);
    };
    await refused(await next(), { ResultSize: 'Unlimited' }, { 'connection-id': 'another' });
    await refused(await next(), {}, {});
    const url = await next();
    assert.equal((await wire.invoke('Get-MobileDevice', { ResultSize: 'Unlimited' }, { url, headers })).status, 200);
    await refused(url, { ResultSize: 'Unlimited' }, {});
  });

  it('warns when a list is shorter than it could be', async () => {
    const { json } = await wire.invoke('Get-MobileDevice', { ResultSize: 5 });
    assert.equal(json.value.length, 5);
    assert.match(json['@adminapi.warnings'][0] ?? '', /increase the value for the ResultSize parameter/);
  });

  it("says what failed in the service's two shapes", async () => {
    const missing = await wire.invoke('Get-Mailbox', { Identity: 'nobody' });
    assert.equal(missing.status, 404);
    assert.match(
      missing.json.error.details?.[0]?.message ?? '',
      /^Ex[0-9A-F]{6}\|Microsoft\.Exchange\.Configuration\.Tasks\.ManagementObjectNotFoundException\|The operation couldn't/,
    );
    const unbound = await wire.invoke('Get-Mailbox', { Server: 'EX01' });
    assert.equal(unbound.status, 400);
    assert.equal(unbound.json.error.details, undefined);
    assert.match(unbound.json.error.innererror.internalexception.message, /matches parameter name 'Server'/);
  });

  it('adds to and removes from a list by a hash table, and answers changes with nothing', async () => {
    const mailbox = await wire.one('Get-CASMailbox', { ResultSize: 1 });
    const change = async (edit: object): Promise<string[]> => {
      const table = { '@odata.type': '#Exchange.GenericHashTable', ...edit };
      const done = await wire.invoke('Set-CASMailbox', { Identity: mailbox.Guid, ActiveSyncAllowedDeviceIDs: table });
      assert.deepEqual([done.status, done.json.value], [200, []]);
      const after = await wire.one('Get-CASMailbox', { Identity: mailbox.Guid });
      return after.ActiveSyncAllowedDeviceIDs;
    };
    const before = mailbox.ActiveSyncAllowedDeviceIDs;
    assert.deepEqual(await change({ Add: ['ApplTEST1', 'ApplTEST2'] }), [...before, 'ApplTEST1', 'ApplTEST2']);
    assert.deepEqual(await change({ Remove: 'appltest1' }), [...before, 'ApplTEST2']);
    assert.deepEqual(await change({}), []);
  });

  it('answers a removal with 204', async () => {
    const device = await wire.one('Get-MobileDevice', { ResultSize: 1 });
    const answer = await wire.invoke('Remove-MobileDevice', { Identity: device.Guid, Confirm: false });
    assert.deepEqual([answer.status, answer.text], [204, '']);
  });

  it('answers up to ten calls in a batch, each with its id and status', async () => {
    const part = (id: string, CmdletName: string): object => ({
      id,
      method: 'POST',
      url: wire.invokeUrl,
      headers: {},
      body: { CmdletInput: { CmdletName, Parameters: { ResultSize: 1 } } },
    });
    const url = wire.invokeUrl.replace('InvokeCommand', '$batch');
    const { json } = await wire.send(
      url,
      JSON.stringify({ requests: [part('a', 'Get-Mailbox'), part('b', 'Get-Nothing')] }),
      wire.headers,
    );
    assert.deepEqual(
      json.responses.map((r: { id: string; status: number }) => [r.id, r.status]),
      [
        ['a', 200],
        ['b', 403],
      ],
    );
    assert.equal(json.responses[0]?.body.value.length, 1);
    const many = Array.from({ length: 11 }, (_, number) => part(String(number), 'Get-Mailbox'));
    assert.equal((await wire.send(url, JSON.stringify({ requests: many }), wire.headers)).status, 400);
  });

  it('refuses a body that is no command', async () => {
    for (const body of ['', 'null', '{', '[]', '{"CmdletInput":{"CmdletName":"Get-Mailbox","Parameters":null}}']) {
      assert.equal((await wire.send(wire.invokeUrl, body, wire.headers)).status, 400);
    }
  });
});
