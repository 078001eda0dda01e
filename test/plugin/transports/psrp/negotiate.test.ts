import assert from 'node:assert/strict';
import type { HttpClient, HttpRequest, HttpResponse } from '../../../../plugin/network';
import { AuthenticatedConnections } from '../../../../plugin/transports/psrp/authenticated-connections';
import { basicAuthenticator } from '../../../../plugin/transports/psrp/authentication';
import type { Kerberos, SecurityContextOptions } from '../../../../plugin/transports/psrp/load-kerberos';
import { negotiateAuthenticator } from '../../../../plugin/transports/psrp/negotiate';
import { Secret, type RemotePowerShell } from '../../../../protocol';
import { fault } from './remote-client';

/** A library whose contexts need so many messages of the server, the last of which is a proof. */
class FakeKerberos implements Kerberos {
  readonly GSS_C_MUTUAL_FLAG = 2;
  readonly GSS_C_SEQUENCE_FLAG = 8;
  readonly GSS_MECH_OID_KRB5 = 9;
  readonly GSS_MECH_OID_SPNEGO = 6;
  readonly asked: [string, SecurityContextOptions][] = [];

  constructor(private readonly answers: number) {}

  initializeClient(service: string, options: SecurityContextOptions): ReturnType<Kerberos['initializeClient']> {
    this.asked.push([service, options]);
    const { answers } = this;
    let heard = 0;
    return Promise.resolve({
      get contextComplete() {
        return heard >= answers;
      },
      step: (token: string) => {
        if (token === 'forged') return Promise.reject(new Error('Message stream modified'));
        if (token !== '') heard += 1;
        return Promise.resolve(token === '' ? 'first' : heard < answers ? `next${heard}` : null);
      },
    });
  }
}

type Answer = readonly [status: number, wwwAuthenticate?: string | undefined];

/** One connection to a server that answers by its rules. */
class FakeHttp implements HttpClient {
  readonly seen: (string | undefined)[] = [];
  onConnect: () => void = () => undefined;

  constructor(private readonly answer: (authorization: string | undefined, request: number) => Answer) {}

  send({ headers }: HttpRequest): Promise<HttpResponse> {
    if (this.seen.length === 0) this.onConnect();
    this.seen.push(headers['authorization']);
    const [status, challenge] = this.answer(headers['authorization'], this.seen.length - 1);
    const body = Buffer.alloc(0);
    return Promise.resolve({ status, headers: challenge === undefined ? {} : { 'www-authenticate': challenge }, body });
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

const POST: HttpRequest = {
  method: 'POST',
  url: new URL('https://ex01.contoso.test/PowerShell/'),
  headers: {},
  signal: new AbortController().signal,
  deadline: Date.now() + 60_000,
  change: true,
};

function connections(
  http: FakeHttp,
  kerberos: Kerberos,
  target: Partial<Pick<RemotePowerShell, 'authentication' | 'username' | 'password'>> = {},
  platform: NodeJS.Platform = 'linux',
): AuthenticatedConnections {
  const authenticator = negotiateAuthenticator({
    kerberos,
    platform,
    target: { authentication: 'kerberos', username: '', password: undefined, ...target },
    host: 'ex01.contoso.test',
    clock: Date.now,
  });
  const connect = (onConnect: () => void): Promise<HttpClient> => {
    http.onConnect = onConnect;
    return Promise.resolve(http);
  };
  return new AuthenticatedConnections({ connect, authenticator });
}

describe('Negotiate', () => {
  /** A server whose connections stay authenticated. */
  const persistent: (authorization: string | undefined, request: number) => Answer = (authorization, request) => {
    if (authorization === 'Kerberos first') return [200, 'Kerberos proof'];
    return authorization === undefined && request > 1 ? [200] : [401, 'Negotiate, Kerberos, Basic realm="x"'];
  };

  it('authenticates a connection once, after the server has said how', async () => {
    const http = new FakeHttp(persistent);
    const pool = connections(http, new FakeKerberos(1));
    for (let count = 0; count < 3; count++) assert.equal((await pool.send(POST)).status, 200);
    assert.deepEqual(http.seen, [undefined, 'Kerberos first', undefined, undefined]);
    assert.equal(pool.count, 1);
  });

  it('begins anew on a new connection, at once because it knows how', async () => {
    const http = new FakeHttp(persistent);
    const pool = connections(http, new FakeKerberos(1));
    await pool.send(POST);
    http.onConnect();
    await pool.send(POST);
    assert.deepEqual(http.seen, [undefined, 'Kerberos first', 'Kerberos first']);
  });

  it('authenticates every request of a server that wants that, without being told each time', async () => {
    const http = new FakeHttp((authorization) => (authorization ? [200, 'Negotiate proof'] : [401, 'Negotiate']));
    const pool = connections(http, new FakeKerberos(1), { authentication: 'negotiate' });
    for (let count = 0; count < 3; count++) await pool.send(POST);
    assert.deepEqual(http.seen, [undefined, 'Negotiate first', undefined, 'Negotiate first', 'Negotiate first']);
  });

  it('goes as many rounds as the mechanism needs, and no more than a few', async () => {
    const http = new FakeHttp((authorization) => {
      if (authorization === 'Negotiate next2') return [200, 'Negotiate proof'];
      return [401, authorization ? 'Negotiate token' : 'Negotiate'];
    });
    assert.equal(
      (await connections(http, new FakeKerberos(3), { authentication: 'negotiate' }).send(POST)).status,
      200,
    );
    const endless = new FakeHttp((authorization) => [401, authorization ? 'Negotiate token' : 'Negotiate']);
    const error = await fault(connections(endless, new FakeKerberos(100), { authentication: 'negotiate' }).send(POST));
    assert.equal(error.code, 'auth.denied');
    assert.ok(endless.seen.length < 10);
  });

  it('does not use the answer of a server that cannot prove who it is: the change may have happened', async () => {
    for (const challenge of [undefined, 'Kerberos forged']) {
      const http = new FakeHttp((authorization) => (authorization ? [200, challenge] : [401, 'Kerberos']));
      const error = await fault(connections(http, new FakeKerberos(1)).send(POST));
      assert.equal(error.code, 'auth.denied');
      assert.equal(error.mayHaveHappened, true);
    }
  });

  it('says what the server offers when that is nothing of use', async () => {
    const http = new FakeHttp(() => [401, 'Basic realm="x"']);
    const error = await fault(connections(http, new FakeKerberos(1)).send(POST));
    assert.equal(error.code, 'auth.denied');
    assert.equal(error.mayHaveHappened, false);
    assert.match(error.detail, /offers basic.*transport child/);
  });

  it('gives Windows the user, the domain and the password as it wants them, and a name of its own kind', async () => {
    for (const [username, user, domain] of [
      ['CONTOSO\\connector', 'connector', 'CONTOSO'],
      ['connector@contoso.test', 'connector@contoso.test', ''],
    ] as const) {
      const kerberos = new FakeKerberos(1);
      const target = { username, password: new Secret('S3cr3t') };
      await connections(new FakeHttp(persistent), kerberos, target, 'win32').send(POST);
      assert.deepEqual(kerberos.asked, [
        ['HTTP/ex01.contoso.test', { flags: 10, mechOID: 9, user, domain, password: 'S3cr3t' }],
      ]);
    }
  });

  it('gives up on a library that waits for a KDC for ever', async () => {
    const kerberos = new FakeKerberos(1);
    kerberos.initializeClient = () => new Promise(() => undefined);
    const pool = connections(new FakeHttp(() => [401, 'Kerberos']), kerberos);
    const error = await fault(pool.send({ ...POST, deadline: Date.now() + 50 }));
    assert.equal(error.code, 'auth.unavailable');
  });
});

describe('Basic', () => {
  it('is shown with every request, in UTF-8, and only once more after a refusal: never', async () => {
    const http = new FakeHttp((_, request) => (request < 2 ? [200] : [401, 'Basic realm="x"']));
    const authenticator = basicAuthenticator('ex01', 'CONTOSO\\a', 'pä:ss');
    const pool = new AuthenticatedConnections({ connect: () => Promise.resolve(http), authenticator });
    await pool.send(POST);
    await pool.send(POST);
    const error = await fault(pool.send(POST));
    assert.equal(error.code, 'auth.denied');
    assert.match(error.message, /CONTOSO\\a/);
    assert.doesNotMatch(`${error.message} ${error.detail}`, /pä:ss/);
    const header = `Basic ${Buffer.from('CONTOSO\\a:pä:ss').toString('base64')}`;
    assert.deepEqual(http.seen, [header, header, header]);
  });
});
