import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { connect, createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PeerCertificate } from 'node:tls';
import { gzipSync } from 'node:zlib';
import { ExchangeError } from '../../../plugin/exchange/exchange-error';
import { createHttpClient, type HttpClient, type HttpClientOptions, type HttpRequest } from '../../../plugin/network';
import { tlsOptions } from '../../../plugin/network/trust';
import { Secret, type NetworkSettings } from '../../../protocol';
import { createAuthority, type CertificatePair, type TestAuthority } from '../../support/certificates';
import { startHttpsServer, type Responder, type TestServer } from '../../support/https-server';

const NETWORK: NetworkSettings = {
  caPem: '',
  caFile: '',
  pinnedCertificateSha256: '',
  proxyUrl: '',
  proxyUsername: '',
  proxyPassword: undefined,
  connectTimeoutMs: 2000,
};

describe('HTTPS client', () => {
  let authority: TestAuthority;
  let pair: CertificatePair;
  const closing: (() => Promise<void>)[] = [];

  before(async () => {
    authority = await createAuthority();
    pair = await authority.issue();
  });

  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });

  async function serve(respond: Responder, certificate = pair): Promise<TestServer> {
    const server = await startHttpsServer(certificate, respond);
    closing.push(() => server.close());
    return server;
  }

  async function client(
    network: Partial<NetworkSettings> = {},
    options: Partial<HttpClientOptions> = {},
  ): Promise<HttpClient> {
    const made = await createHttpClient({
      network: { ...NETWORK, caPem: authority.certificate, ...network },
      maxConnections: 2,
      maxResponseBytes: 1_000_000,
      clock: Date.now,
      ...options,
    });
    closing.push(() => made.close());
    return made;
  }

  function post(url: string, options: Partial<HttpRequest> = {}): HttpRequest {
    return {
      method: 'POST',
      url: new URL(url),
      headers: { 'content-type': 'text/plain' },
      body: 'hello',
      signal: new AbortController().signal,
      deadline: Date.now() + 5000,
      change: true,
      ...options,
    };
  }

  async function fault(work: Promise<unknown>): Promise<ExchangeError> {
    try {
      await work;
    } catch (error) {
      assert(error instanceof ExchangeError, String(error));
      return error;
    }
    return assert.fail('it did not fail');
  }

  async function listen(server: Server): Promise<number> {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const sockets = new Set<Socket>();
    server.on('connection', (socket: Socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined);
    });
    closing.push(async () => {
      server.close();
      for (const socket of sockets) socket.destroy();
      await Promise.resolve();
    });
    return (server.address() as AddressInfo).port;
  }

  it('sends a request and gives back the whole answer, over one connection kept alive', async () => {
    const server = await serve((request, response) =>
      response.writeHead(201, { 'x-a': 'b' }).end(`got ${request.body}`),
    );
    const http = await client({}, { maxConnections: 1 });
    for (let i = 0; i < 3; i++) {
      const answer = await http.send(post(server.url));
      assert.equal(answer.status, 201);
      assert.equal(answer.headers['x-a'], 'b');
      assert.equal(answer.body.toString(), 'got hello');
    }
    assert.equal(server.connections(), 1);
  });

  it('makes no more connections than it may', async () => {
    const server = await serve((_, response) => setTimeout(() => response.end('ok'), 20));
    const http = await client();
    await Promise.all(Array.from({ length: 8 }, () => http.send(post(server.url))));
    assert(server.connections() <= 2, `${server.connections()} connections`);
  });

  it('unpacks gzip, and refuses what unpacks to more than the limit', async () => {
    const server = await serve((request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.end(gzipSync(Buffer.alloc(request.path === '/bomb' ? 5_000_000 : 900_000)));
    });
    const http = await client();
    assert.equal((await http.send(post(server.url))).body.length, 900_000);
    const error = await fault(http.send(post(`${server.url}/bomb`)));
    assert.equal(error.code, 'protocol.malformed');
    assert.equal(error.mayHaveHappened, true);
  });

  it('gives an error answer with a broken gzip body without the body', async () => {
    const server = await serve((_, response) => response.writeHead(403, { 'content-encoding': 'gzip' }).end('\0\0\0'));
    const answer = await (await client()).send(post(server.url));
    assert.equal(answer.status, 403);
    assert.equal(answer.body.length, 0);
  });

  describe('certificates', () => {
    it('refuses an authority that is not trusted, and says what to do', async () => {
      const server = await serve((_, response) => response.end());
      const error = await fault((await client({ caPem: '' })).send(post(server.url)));
      assert.equal(error.code, 'connect.tls');
      assert.match(error.message, new RegExp(`localhost:${server.port}.*not trusted`));
      assert.match(error.detail, /caFile/);
      assert.equal(error.mayHaveHappened, false);
      assert.equal(server.requests.length, 0);
    });

    it('verifies even if the environment says not to', async () => {
      const server = await serve((_, response) => response.end());
      const emitWarning = process.emitWarning.bind(process);
      process.emitWarning = () => undefined;
      process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
      try {
        const error = await fault((await client({ caPem: '' })).send(post(server.url)));
        assert.equal(error.code, 'connect.tls');
      } finally {
        delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
        process.emitWarning = emitWarning;
      }
    });

    it('refuses a certificate for another name', async () => {
      const server = await serve((_, response) => response.end(), await authority.issue({ hosts: ['elsewhere.test'] }));
      const error = await fault((await client()).send(post(server.url)));
      assert.equal(error.code, 'connect.tls');
      assert.match(error.message, /another name/);
    });

    it('refuses an expired certificate, and one that is not valid yet', async () => {
      const day = 86_400_000;
      const times: readonly [number, number, RegExp][] = [
        [Date.now() - 3 * day, Date.now() - day, /expired/],
        [Date.now() + day, Date.now() + 3 * day, /not valid yet/],
      ];
      for (const [from, to, text] of times) {
        const certificate = await authority.issue({ notBefore: new Date(from), notAfter: new Date(to) });
        const server = await serve((_, response) => response.end(), certificate);
        const error = await fault((await client()).send(post(server.url)));
        assert.equal(error.code, 'connect.tls');
        assert.match(error.message, text);
        assert.match(error.detail, /clock/);
      }
    });

    it('takes the authority from a file, and refuses files that are none', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'eas-ca-'));
      try {
        const server = await serve((_, response) => response.end('ok'));
        const file = join(folder, 'ca.pem');
        writeFileSync(file, `Some text\n${authority.certificate}\n`);
        const http = await client({ caPem: '', caFile: file });
        assert.equal((await http.send(post(server.url))).body.toString(), 'ok');
        writeFileSync(file, 'no certificate');
        for (const caFile of [file, join(folder, 'missing.pem')]) {
          const error = await fault(client({ caPem: '', caFile }));
          assert.equal(error.code, 'settings.invalid');
          assert.match(error.message, /connection\.network\.caFile/);
        }
        assert.equal((await fault(client({ caPem: 'nonsense' }))).code, 'settings.invalid');
      } finally {
        rmSync(folder, { recursive: true });
      }
    });

    it('accepts the pinned certificate only, at the pinned host only', async () => {
      const server = await serve((_, response) => response.end('ok'));
      const right = await client({}, { pinned: { host: 'localhost', sha256: pair.sha256.toUpperCase() } });
      assert.equal((await right.send(post(server.url))).status, 200);
      const other = await client({}, { pinned: { host: 'other.test', sha256: '00'.repeat(32) } });
      assert.equal((await other.send(post(server.url))).status, 200);
      const wrong = await client({}, { pinned: { host: 'localhost', sha256: '00'.repeat(32) } });
      for (let attempt = 0; attempt < 2; attempt++) {
        const error = await fault(wrong.send(post(server.url)));
        assert.equal(error.code, 'connect.tls');
        assert.match(error.message, new RegExp(pair.sha256));
        assert.match(error.detail, /pinnedCertificateSha256/);
      }
    });

    it('accepts the pinned certificate only, also at an IPv6 address', () => {
      const shown = { subjectaltname: 'IP Address:0:0:0:0:0:0:0:1', fingerprint256: 'AA:BB' } as PeerCertificate;
      for (const [sha256, isTaken] of [
        ['aabb', true],
        ['aabc', false],
      ] as const) {
        const check = tlsOptions(NETWORK, { host: new URL('https://[::1]/').hostname, sha256 }).checkServerIdentity;
        // As Node calls it.
        assert.equal(check?.('::1', shown) === undefined, isTaken);
      }
    });
  });

  describe('faults', () => {
    it('says which host and port refuse', async () => {
      const server = await serve((_, response) => response.end());
      await server.close();
      const error = await fault((await client()).send(post(server.url)));
      assert.equal(error.code, 'connect.refused');
      assert.match(error.message, new RegExp(`localhost:${server.port}`));
      assert.match(error.detail, /ECONNREFUSED/);
      assert.equal(error.mayHaveHappened, false);
    });

    it('says that a name does not exist', async () => {
      const error = await fault((await client()).send(post('https://no-such-host.invalid/')));
      assert.equal(error.code, 'connect.refused');
      assert.match(error.detail, /DNS/);
    });

    it('does not send over plain HTTP', async () => {
      const error = await fault((await client()).send(post('http://localhost:1/')));
      assert.equal(error.code, 'settings.invalid');
    });

    it('notices that the other side speaks no TLS', async () => {
      const port = await listen(createTcpServer((socket) => socket.on('data', () => socket.end('220 hello\r\n'))));
      const error = await fault((await client()).send(post(`https://localhost:${port}/`)));
      assert.equal(error.code, 'connect.tls');
    });

    it('ends when the other side closes while the connection is made, again and again', async () => {
      const port = await listen(createTcpServer((socket) => socket.destroy()));
      const error = await fault((await client()).send(post(`https://localhost:${port}/`)));
      assert.equal(error.code, 'connect.refused');
      assert.equal(error.mayHaveHappened, false);
    });

    it('gives up on a connection that is never made', async () => {
      const port = await listen(createTcpServer(() => undefined));
      const http = await client({ connectTimeoutMs: 100 });
      const error = await fault(http.send(post(`https://localhost:${port}/`)));
      assert.equal(error.code, 'connect.timeout');
      assert.equal(error.mayHaveHappened, false);
    });

    it('ends at the deadline when the headers stall, and a change may then have happened', async () => {
      const server = await serve(() => undefined);
      for (const change of [true, false]) {
        const error = await fault((await client()).send(post(server.url, { deadline: Date.now() + 150, change })));
        assert.equal(error.code, 'command.timeout');
        assert.equal(error.mayHaveHappened, change);
      }
    });

    it('ends at the deadline when the body stalls, however often something trickles', async () => {
      const server = await serve((_, response) => {
        response.writeHead(200);
        const timer = setInterval(() => response.write('.'), 20);
        response.on('close', () => {
          clearInterval(timer);
        });
      });
      const error = await fault((await client()).send(post(server.url, { deadline: Date.now() + 200 })));
      assert.equal(error.code, 'command.timeout');
    });

    it('sends nothing any more when the deadline has passed', async () => {
      const server = await serve((_, response) => response.end());
      const error = await fault((await client()).send(post(server.url, { deadline: Date.now() - 1 })));
      assert.equal(error.code, 'command.timeout');
      assert.equal(error.mayHaveHappened, false);
      assert.equal(server.requests.length, 0);
    });

    it('is cancelled before and while it waits', async () => {
      const controller = new AbortController();
      const server = await serve(() => {
        controller.abort();
      });
      const http = await client();
      const before = await fault(http.send(post(server.url, { signal: AbortSignal.abort() })));
      assert.deepEqual([before.code, before.mayHaveHappened], ['cancelled', false]);
      const during = await fault(http.send(post(server.url, { signal: controller.signal })));
      assert.deepEqual([during.code, during.mayHaveHappened], ['cancelled', true]);
    });

    it('does not send a request that was cancelled while it waited for a connection', async () => {
      const server = await serve((_, response) => setTimeout(() => response.end(), 150));
      const http = await client({}, { maxConnections: 1 });
      const first = http.send(post(server.url));
      const controller = new AbortController();
      const second = fault(http.send(post(`${server.url}/second`, { signal: controller.signal })));
      controller.abort();
      assert.equal((await second).mayHaveHappened, false);
      await first;
      await http.send(post(`${server.url}/third`));
      assert.deepEqual(
        server.requests.map(({ path }) => path),
        ['/', '/third'],
      );
    });

    it('notices a connection that breaks before the answer and in the middle of it', async () => {
      const server = await serve((request, response) => {
        if (request.path === '/body') response.writeHead(200, { 'content-length': '1000' }).write('begin');
        setTimeout(() => response.socket?.destroy(), 20);
      });
      const http = await client();
      for (const path of ['/head', '/body']) {
        const error = await fault(http.send(post(`${server.url}${path}`)));
        assert.equal(error.code, 'connect.lost', path);
        assert.equal(error.mayHaveHappened, true);
        assert.equal((await fault(http.send(post(`${server.url}${path}`, { change: false })))).mayHaveHappened, false);
      }
    });

    it('refuses an answer that is announced too large, and one that never ends', async () => {
      const server = await serve((request, response) => {
        if (request.path === '/announced') {
          response.writeHead(200, { 'content-length': '2000000' }).write('x');
          return;
        }
        const timer = setInterval(() => response.write(Buffer.alloc(200_000)), 1);
        response.on('close', () => {
          clearInterval(timer);
        });
      });
      const http = await client();
      for (const path of ['/announced', '/endless']) {
        const error = await fault(http.send(post(`${server.url}${path}`)));
        assert.equal(error.code, 'protocol.malformed', path);
        assert.match(error.message, /larger than 1000000 bytes/);
      }
    });

    it('does not follow redirections', async () => {
      const server = await serve((_, response) =>
        response.writeHead(302, { location: 'https://elsewhere.test/' }).end(),
      );
      assert.equal((await (await client()).send(post(server.url))).status, 302);
      assert.equal(server.requests.length, 1);
    });

    it('fails what is under way when it is closed', async () => {
      const server = await serve(() => undefined);
      const http = await client();
      const sending = fault(http.send(post(server.url)));
      setTimeout(() => void http.close(), 50);
      assert.equal((await sending).code, 'connect.lost');
    });
  });

  describe('proxy', () => {
    async function startProxy(status: number, seen: string[]): Promise<number> {
      const proxy = createHttpServer();
      proxy.on('connect', (request, socket: Socket) => {
        seen.push(`${request.url ?? ''} ${request.headers['proxy-authorization'] ?? ''}`);
        socket.on('error', () => undefined);
        if (status === 0) return;
        if (status !== 200) {
          socket.end(`HTTP/1.1 ${status} No\r\ncontent-length: 0\r\n\r\n`);
          return;
        }
        const port = Number(request.url?.split(':')[1]);
        const target = connect(port, '127.0.0.1', () => {
          socket.write('HTTP/1.1 200 OK\r\n\r\n');
          target.pipe(socket).pipe(target);
        });
        target.on('error', () => socket.destroy());
      });
      return listen(proxy);
    }

    it('goes through a proxy with credentials, and verifies the certificate behind it', async () => {
      const server = await serve((_, response) => response.end('ok'));
      const seen: string[] = [];
      const port = await startProxy(200, seen);
      const network = {
        proxyUrl: `http://127.0.0.1:${port}`,
        proxyUsername: 'user',
        proxyPassword: new Secret('p:w'),
      };
      assert.equal((await (await client(network)).send(post(server.url))).body.toString(), 'ok');
      const token = Buffer.from('user:p:w').toString('base64');
      assert.deepEqual(seen, [`localhost:${server.port} Basic ${token}`]);
      const error = await fault((await client({ ...network, caPem: '' })).send(post(server.url)));
      assert.equal(error.code, 'connect.tls');
    });

    it('says what a proxy answered', async () => {
      for (const [status, text] of [
        [407, /proxyUsername/],
        [502, /502/],
      ] as const) {
        const port = await startProxy(status, []);
        const http = await client({ proxyUrl: `http://127.0.0.1:${port}` });
        const error = await fault(http.send(post('https://localhost:9/')));
        assert.equal(error.code, 'connect.refused');
        assert.match(error.detail, text);
        assert.match(error.detail, new RegExp(`through the proxy 127\\.0\\.0\\.1:${port}`));
        assert.equal(error.mayHaveHappened, false);
      }
    });

    it('gives up on a proxy that does not answer, and on one that is not there', async () => {
      const port = await startProxy(0, []);
      const silent = await client({ proxyUrl: `http://127.0.0.1:${port}`, connectTimeoutMs: 100 });
      const error = await fault(silent.send(post('https://localhost:9/', { deadline: Date.now() + 4000 })));
      assert.equal(error.code, 'connect.timeout');
      const absent = await client({ proxyUrl: 'http://127.0.0.1:1' });
      assert.equal((await fault(absent.send(post('https://localhost:9/')))).code, 'connect.refused');
    });

    it('refuses a proxy address that is none', async () => {
      for (const proxyUrl of ['nonsense', 'socks5://a:1', 'http://user:pw@proxy:8080']) {
        assert.equal((await fault(client({ proxyUrl }))).code, 'settings.invalid');
      }
    });
  });
});
