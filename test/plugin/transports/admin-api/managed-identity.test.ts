import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAuthority, type TestAuthority } from '../../../support/certificates';
import { fault, FakeExchange } from './fake-exchange';

const CLIENT = '00000000-0000-4000-8000-000000000001';
/** By it MSAL finds an endpoint like that of an Azure VM at another address. It looks once in the life of a process. */
const VARIABLE = 'AZURE_POD_IDENTITY_AUTHORITY_HOST';

interface Asked {
  readonly url: URL;
  readonly metadata: string | string[] | undefined;
}

/** The identity endpoint of an Azure VM, over real HTTP. */
class IdentityEndpoint {
  readonly asked: Asked[] = [];
  respond: (response: ServerResponse) => void = (response) => {
    this.token(response);
  };
  private tokens = 0;
  private server!: Server;

  async start(): Promise<string> {
    this.server = createServer((request, response) => {
      this.asked.push({ url: new URL(request.url ?? '', 'http://here'), metadata: request.headers['metadata'] });
      this.respond(response);
    });
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  /** As Azure answers: times are texts, in seconds. */
  token(response: ServerResponse, seconds = 86_399): void {
    const expires = String(Math.floor(Date.now() / 1000) + seconds);
    const resource = this.asked.at(-1)?.url.searchParams.get('resource');
    this.tokens++;
    const rest = { resource, token_type: 'Bearer', client_id: CLIENT, not_before: expires };
    const body = { access_token: `identity-${String(this.tokens)}`, expires_in: String(seconds), expires_on: expires };
    this.json(response, 200, { ...body, ...rest });
  }

  json(response: ServerResponse, status: number, body: object): void {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}

describe('Signing in as the managed identity of this machine', () => {
  const endpoint = new IdentityEndpoint();
  const variableBefore = process.env[VARIABLE];
  let authority: TestAuthority;
  let exchange: FakeExchange;

  before(async () => {
    process.env[VARIABLE] = await endpoint.start();
    authority = await createAuthority();
  });

  beforeEach(async () => {
    endpoint.asked.length = 0;
    endpoint.respond = (response) => {
      endpoint.token(response);
    };
    exchange = new FakeExchange(authority);
    await exchange.start(await authority.issue());
  });

  afterEach(async () => {
    await exchange.stop();
  });

  after(() => {
    if (variableBefore === undefined) Reflect.deleteProperty(process.env, VARIABLE);
    else process.env[VARIABLE] = variableBefore;
    endpoint.stop();
  });

  const open = (userAssigned: boolean): ReturnType<FakeExchange['open']> => {
    const target = {
      credential: { kind: 'managedIdentity', userAssigned } as const,
      clientId: userAssigned ? CLIENT : '',
    };
    return exchange.open({}, exchange.connection(target));
  };

  it('asks the endpoint of the machine for the admin API, and nobody else', async () => {
    const session = await open(false);
    await exchange.run(session);
    assert.equal(endpoint.asked.length, 1);
    const [{ url, metadata } = { url: new URL('http://none'), metadata: undefined }] = endpoint.asked;
    assert.equal(url.pathname, '/metadata/identity/oauth2/token/');
    assert.equal(url.searchParams.get('resource'), 'https://outlook.office365.com');
    assert.equal(url.searchParams.get('client_id'), null);
    assert.equal(metadata, 'true');
    assert.equal(exchange.tokenRequests.length, 0);
    assert.match(exchange.requests[0]?.headers.authorization ?? '', /^Bearer identity-\d+$/);
  });

  it('names a user-assigned identity by its client ID', async () => {
    await open(true);
    assert.equal(endpoint.asked[0]?.url.searchParams.get('client_id'), CLIENT);
  });

  it('keeps the token for as long as the endpoint says, and asks again then', async () => {
    endpoint.respond = (response) => {
      endpoint.token(response, 3600);
    };
    const session = await open(false);
    exchange.advance(54 * 60_000);
    await exchange.run(session);
    assert.equal(endpoint.asked.length, 1);
    exchange.advance(5 * 60_000);
    await exchange.run(session);
    assert.equal(endpoint.asked.length, 2);
  });

  it('asks again after the admin API has refused the token', async () => {
    const session = await open(false);
    exchange.answers.push({ status: 401, headers: { 'www-authenticate': 'Bearer error="invalid_token"' } });
    await exchange.run(session);
    assert.equal(endpoint.asked.length, 2);
    const [first, second] = exchange.requests.map(({ headers }) => headers.authorization);
    assert.notEqual(first, second);
  });

  it('says when the machine has no such identity', async () => {
    endpoint.respond = (response) => {
      endpoint.json(response, 400, { error: 'invalid_request', error_description: 'Identity not found' });
    };
    const error = await fault(open(true));
    assert.equal(error.code, 'auth.denied');
    assert.match(error.message, /invalid_request.*clientId/);
    assert.match(error.detail, /Identity not found/);
    assert.equal(endpoint.asked.length, 1);
  });

  it('tries again what passes, and says what does not', async () => {
    let left = 1;
    endpoint.respond = (response) => {
      if (left-- > 0) endpoint.json(response, 503, {});
      else endpoint.token(response);
    };
    await open(false);
    assert.equal(endpoint.asked.length, 2);
    for (const answer of ['<html>a proxy</html>', '[]', '']) {
      endpoint.respond = (response) => response.writeHead(200).end(answer);
      const error = await fault(open(false));
      assert.equal(error.code, 'auth.unavailable', answer);
      assert.match(error.message, /no token/);
    }
  });

  it('takes no token that cannot stand in a header, or that has expired', async () => {
    for (const body of [
      { access_token: 'a\r\nb', expires_on: String(Date.now()), token_type: 'Bearer' },
      { access_token: 'expired', expires_on: '1000', token_type: 'Bearer' },
    ]) {
      endpoint.respond = (response) => {
        endpoint.json(response, 200, body);
      };
      assert.equal((await fault(open(false))).code, 'auth.unavailable');
    }
  });

  it('is ended by a cancellation while the endpoint does not answer', async () => {
    const stop = new AbortController();
    endpoint.respond = () => {
      stop.abort();
    };
    const target = { credential: { kind: 'managedIdentity', userAssigned: false } as const, clientId: '' };
    assert.equal((await fault(exchange.open({}, exchange.connection(target), stop.signal))).code, 'cancelled');
  });

  it('says that a machine without an endpoint has none', async () => {
    endpoint.stop();
    const error = await fault(open(false));
    assert.equal(error.code, 'auth.unavailable');
    assert.match(error.message, /identity endpoint of this machine/);
    assert.match(error.detail, /clientCertificate/);
  });
});
