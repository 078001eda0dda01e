import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { decodeProtectedHeader, importX509, jwtVerify } from 'jose';
import { Secret } from '../../../../protocol';
import type { TestAuthority } from '../../../support/certificates';
import { CLIENT_SECRET, cut, fault, type FakeExchange, fakeExchangeForEach, page, type Answer } from './fake-exchange';

function refusal(code: number, description: string): Answer {
  return {
    status: 401,
    body: {
      error: 'invalid_client',
      error_description: `AADSTS${code}: ${description} Trace ID: x\r\nmore`,
      error_codes: [code],
      correlation_id: '5f2d0000-0000-4000-8000-00000000000a',
    },
  };
}

describe('Signing in for the admin API', () => {
  let exchange: FakeExchange;
  let authority: TestAuthority;
  fakeExchangeForEach((fresh, itsAuthority) => ([exchange, authority] = [fresh, itsAuthority]));

  it('happens when the session is opened, with a secret, at the private authority alone', async () => {
    await exchange.open();
    assert.equal(exchange.tokenRequests.length, 1);
    const form = new URLSearchParams(exchange.tokenRequests[0]!.body);
    assert.equal(form.get('grant_type'), 'client_credentials');
    assert.equal(form.get('client_secret'), CLIENT_SECRET);
    assert.equal(form.get('scope'), 'https://outlook.office365.com/.default');
  });

  it('proves itself with a certificate and its SHA-256 thumbprint', async () => {
    const certificate = await authority.issue({ rsa: true });
    const credential = {
      kind: 'certificate',
      certificatePem: certificate.certificate,
      privateKeyPem: new Secret(certificate.key),
      certificateFile: '',
      privateKeyFile: '',
      privateKeyPassword: undefined,
      thumbprint: '',
    } as const;
    await exchange.open({}, exchange.connection({ credential, scope: 'https://lab.test/.default' }));
    const form = new URLSearchParams(exchange.tokenRequests[0]!.body);
    const assertion = form.get('client_assertion')!;
    const key = await importX509(certificate.certificate, decodeProtectedHeader(assertion).alg!);
    const { payload, protectedHeader } = await jwtVerify(assertion, key, {
      audience: `${exchange.url}/contoso.test/oauth2/v2.0/token`,
      // MSAL rounds the time to the next second.
      clockTolerance: 2,
    });
    assert.equal(payload.iss, '00000000-0000-4000-8000-000000000001');
    assert.equal(protectedHeader['x5t#S256'], Buffer.from(certificate.sha256, 'hex').toString('base64url'));
    assert.equal(form.get('scope'), 'https://lab.test/.default');
    assert.equal(form.get('client_secret'), null);
  });

  it('keeps the token until shortly before it expires', async () => {
    exchange.tokenAnswers.push(exchange.goodToken(3600));
    const session = await exchange.open();
    exchange.advance(54 * 60_000);
    await exchange.run(session);
    assert.equal(exchange.tokenRequests.length, 1);
    exchange.advance(2 * 60_000);
    await Promise.all([exchange.run(session), exchange.run(session)]);
    assert.equal(exchange.tokenRequests.length, 2);
    assert.equal(exchange.requests.at(-1)!.headers.authorization, 'Bearer token-2');
  });

  it('is refused with the AADSTS code and what to do', async () => {
    const rows: readonly [number, RegExp][] = [
      [7000222, /expired.*new one/],
      [7000215, /not its ID/],
      [90002, /no such tenant/],
      [700016, /no such application/],
      [700027, /not registered/],
      [700024, /clock/],
      [123456, /Check the tenant/],
    ];
    for (const [code, advice] of rows) {
      exchange.tokenAnswers.push(refusal(code, 'The service says why.'));
      const error = await fault(exchange.open());
      assert.equal(error.code, 'auth.denied');
      assert.match(error.message, new RegExp(`AADSTS${code}`));
      assert.match(error.message, advice);
      assert.match(error.detail, /The service says why.*5f2d0000/);
    }
    assert.equal(exchange.tokenRequests.length, rows.length, 'a refusal is final');
    assert.equal(exchange.requests.length, 0);
  });

  it('is unavailable when the service is down or talks nonsense, after three attempts', async () => {
    const odd: readonly Answer[] = [
      { status: 503 },
      { status: 429 },
      { status: 200, body: '<html>Sign in to the proxy</html>' },
      { status: 200, body: '[1]' },
      { status: 200, body: { token_type: 'Bearer' } },
      { status: 200, body: { access_token: 'a\r\nb', expires_in: 3600 } },
      { status: 200, body: { access_token: 'abc', expires_in: -1 } },
      { status: 404, body: {} },
      { status: 302, headers: { location: 'https://evil.test' } },
      refusal(90033, 'A transient error has occurred.'),
    ];
    for (const answer of odd) {
      exchange.tokenAnswers.push(answer, answer, answer);
      const error = await fault(exchange.open());
      assert.equal(error.code, 'auth.unavailable', JSON.stringify(answer));
      assert.equal(exchange.tokenAnswers.length, 0);
    }
    assert.equal(exchange.requests.length, 0);
  });

  it('is tried again when the fault passes', async () => {
    exchange.tokenAnswers.push({ status: 503 }, cut(), exchange.goodToken());
    assert.deepEqual(await exchange.run(await exchange.open()), []);
    assert.deepEqual(exchange.slept, [1000, 2000]);
  });

  it('fails as the connection does', async () => {
    const { network } = exchange.connection();
    const untrusted = exchange.connection({}, { network: { ...network, caPem: '' } });
    assert.equal((await fault(exchange.open({}, untrusted))).code, 'connect.tls');
    await exchange.stopServer();
    const error = await fault(exchange.open());
    assert.equal(error.code, 'connect.refused');
    assert.match(error.message, new RegExp(`localhost:${new URL(exchange.url).port}`));
  });

  it('can be cancelled', async () => {
    exchange.tokenAnswers.push(() => undefined);
    const controller = new AbortController();
    setTimeout(() => {
      controller.abort();
    }, 100);
    assert.equal((await fault(exchange.open({}, exchange.connection(), controller.signal))).code, 'cancelled');
  });

  it('becomes truncated when it fails in the middle of a list, and auth.denied when it is refused there', async () => {
    const next = `${exchange.url}/adminapi/next`;
    for (const [answers, code] of [
      [[cut(), cut(), cut()], 'truncated'],
      [[refusal(7000222, 'expired')], 'auth.denied'],
    ] as const) {
      exchange.tokenAnswers.push(exchange.goodToken());
      const session = await exchange.open();
      exchange.tokenAnswers.push(...answers);
      exchange.answers.push(page([1], next), { status: 401 });
      assert.equal((await fault(exchange.run(session))).code, code);
    }
  });

  it('lets no secret and no token into any error or log, whatever the servers echo', async () => {
    const echo = (form: string): string => `AADSTS7000215: you sent ${form} and ${CLIENT_SECRET}`;
    const texts: string[] = [];
    for (const status of [400, 401, 200, 500]) {
      for (const shape of ['json', 'text']) {
        exchange.tokenAnswers.length = 0;
        for (let i = 0; i < 3; i++) {
          exchange.tokenAnswers.push((response, { body }) => {
            const description = echo(body);
            response.writeHead(status);
            response.end(
              shape === 'json' ? JSON.stringify({ error: 'x', error_description: description }) : description,
            );
          });
        }
        texts.push(everything(await fault(exchange.open())));
      }
    }
    exchange.tokenAnswers.length = 0;
    const session = await exchange.open();
    for (const status of [200, 400, 403, 404, 429, 500]) {
      for (const shape of ['json', 'text', 'warnings', 'errors']) {
        for (let i = 0; i < 30; i++) {
          exchange.answers.push((response, { headers }) => {
            const message = `${String(headers.authorization)} ${CLIENT_SECRET} ${encodeURIComponent(CLIENT_SECRET)}`;
            response.writeHead(status);
            response.end(shape === 'text' ? message : JSON.stringify(shapes(message)[shape]));
          });
        }
        texts.push(everything(await fault(exchange.run(session))));
        exchange.answers.length = 0;
      }
    }
    texts.push(inspect(exchange.logged, { depth: 9 }), inspect(exchange.events, { depth: 9 }));
    const tokens = exchange.requests.map(({ headers }) => String(headers.authorization).slice('Bearer '.length));
    for (const text of texts) {
      for (const secret of [CLIENT_SECRET, encodeURIComponent(CLIENT_SECRET), ...tokens]) {
        assert(!text.includes(secret), `${secret} in ${text}`);
      }
    }
    assert.equal(texts.length, 34);
  });
});

/** Where a server can put a text. */
function shapes(text: string): Readonly<Record<string, unknown>> {
  return {
    json: { error: { message: text } },
    warnings: { value: 5, '@adminapi.warnings': [text] },
    errors: { value: [], '@adminapi.warnings': [text], '@adminapi.errors': [text, { text }] },
  };
}

/** All that a logger could print of an error, its causes too. */
function everything(error: Error): string {
  return inspect(error, { depth: 9, showHidden: true });
}
