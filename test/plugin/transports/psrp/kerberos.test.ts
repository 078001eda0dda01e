import assert from 'node:assert/strict';
import { getPartnerships } from '../../../../plugin/exchange/cmdlets';
import type { ExchangeSession } from '../../../../plugin/exchange/exchange-session';
import { hasKerberos, loadKerberos } from '../../../../plugin/transports/psrp/load-kerberos';
import { Secret } from '../../../../protocol';
import { startLab, type Lab } from '../../../../lab';
import { kerberosVerifier } from '../../../../lab/wsman';
import { findKdcPrograms, Kdc } from '../../../support/kdc';
import { fault, openLab, type Wish } from './remote-client';

const programs = findKdcPrograms();

(programs && hasKerberos() ? describe : skipped)('Kerberos against a real KDC', function () {
  this.timeout(60_000);
  let kdc: Kdc;
  let keytab: string;
  let lab: Lab;
  let url: string;
  const open: ExchangeSession[] = [];

  before(async () => {
    kdc = await Kdc.start(programs ?? new Map());
    Object.assign(process.env, kdc.environment);
    keytab = kdc.addUser('connector');
    const verifier = await kerberosVerifier('HTTP@localhost');
    lab = await startLab({ devices: 40, seed: 7, version: 'SE', negotiateVerifier: verifier });
    url = lab.description.remotePowerShell?.url.replace('127.0.0.1', 'localhost') ?? '';
  });

  function forget(): void {
    delete process.env['KRB5_CLIENT_KTNAME'];
    delete process.env['KRB5CCNAME'];
  }

  beforeEach(forget);

  afterEach(async () => {
    for (const session of open.splice(0)) await session.close();
    assert.equal(lab.openShells(), 0);
  });

  after(async () => {
    await lab.close();
    await kdc.stop();
    forget();
    delete process.env['KRB5_CONFIG'];
    delete process.env['KRB5_KDC_PROFILE'];
    delete process.env['KRB5_KTNAME'];
  });

  async function connect(target: Wish['target']): Promise<ExchangeSession> {
    const session = await openLab(lab, { target: { password: undefined, username: '', ...target } }, [url]);
    open.push(session);
    return session;
  }

  async function partnerships(session: ExchangeSession): Promise<number> {
    const bounds = { signal: new AbortController().signal, deadline: Date.now() + 20_000 };
    let count = 0;
    for await (const device of session.invoke(getPartnerships('SE'), bounds))
      count += Number(device.get('Guid') !== null);
    return count;
  }

  for (const authentication of ['kerberos', 'negotiate'] as const) {
    it(`signs in with the tickets of the account that it runs under (${authentication})`, async () => {
      process.env['KRB5CCNAME'] = await kdc.signIn('connector', keytab);
      assert.equal(await partnerships(await connect({ authentication })), 40);
    });

    it(`signs in with a keytab, and leaves no tickets on disk (${authentication})`, async () => {
      const session = await connect({ authentication, keytabFile: keytab, username: `connector@${kdc.realm}` });
      assert.equal(await partnerships(session), 40);
      assert.match(process.env['KRB5CCNAME'] ?? '', /^MEMORY:/);
    });
  }

  it('runs several commands at once, each connection authenticated by itself', async () => {
    const session = await connect({ authentication: 'kerberos', keytabFile: keytab });
    const counts = await Promise.all([partnerships(session), partnerships(session), partnerships(session)]);
    assert.deepEqual(counts, [40, 40, 40]);
  });

  it('says that there is no ticket, and what to do', async () => {
    process.env['KRB5CCNAME'] = `FILE:${kdc.path('nothing-here')}`;
    const error = await fault(connect({ authentication: 'kerberos' }));
    assert.equal(error.code, 'auth.denied');
    assert.match(error.detail, /kinit|keytabFile/);
  });

  it('says that the server has no service principal under that name', async () => {
    process.env['KRB5CCNAME'] = await kdc.signIn('connector', keytab);
    url = url.replace('localhost', '127.0.0.1');
    const error = await fault(connect({ authentication: 'kerberos' })).finally(() => {
      url = url.replace('127.0.0.1', 'localhost');
    });
    assert.match(error.code, /^auth\./);
    assert.match(error.detail, /IP address/);
  });

  it('says that the service does not take the ticket, without asking again and again', async () => {
    process.env['KRB5CCNAME'] = await kdc.signIn('connector', keytab);
    // The service's key is no longer the one that tickets are made with.
    kdc.renewServiceKey(kdc.path('not-the-servers.keytab'));
    const error = await fault(connect({ authentication: 'negotiate' })).finally(() => {
      kdc.renewServiceKey();
    });
    assert.equal(error.code, 'auth.denied');
    assert.match(error.detail, /service principal/);
  });

  it('refuses a password and a keytab that cannot be read before it contacts anything', async () => {
    const password = await fault(connect({ authentication: 'kerberos', username: 'a@B', password: new Secret('x') }));
    assert.equal(password.code, 'settings.invalid');
    assert.match(password.detail, /keytab/);
    const unreadable = await fault(connect({ authentication: 'kerberos', keytabFile: '/nowhere/at-all' }));
    assert.equal(unreadable.code, 'settings.invalid');
  });

  it('loads the package, and can tell whether it is there', async () => {
    assert.equal(typeof (await loadKerberos()).initializeClient, 'function');
  });
});

function skipped(title: string, tests: (this: Mocha.Suite) => void): void {
  const what = programs
    ? 'the npm package kerberos is not built'
    : 'krb5-kdc, krb5-admin-server, krb5-user are not here';
  describe.skip(`${title} (skipped: ${what})`, tests);
}
