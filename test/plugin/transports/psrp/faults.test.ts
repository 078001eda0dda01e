import assert from 'node:assert/strict';
import { getPartnerships } from '../../../../plugin/exchange/cmdlets';
import type { ExchangeSession } from '../../../../plugin/exchange/exchange-session';
import type { ProblemCode } from '../../../../protocol';
import { startLab, type Lab } from '../../../../lab';
import type { Fault } from '../../../../lab/faults/fault';
import { createAuthority, type CertificatePair, type TestAuthority } from '../../../support/certificates';
import { startHttpsServer, type Responder, type TestServer } from '../../../support/https-server';
import { fault, openLab, openRemote, type Wish } from './remote-client';

const DEVICES = 60;
const TIMES = { operationTimeoutMs: 1000, graceMs: 4000 };
const quick: Wish = { sleep: () => Promise.resolve(), times: TIMES };
/** Answers that never end are given up soon, but good ones must come in that time on a busy computer too. */
const impatient: Wish = { ...quick, times: { ...TIMES, answerMs: 2000 } };
const NEVER_ENDS: ReadonlySet<string> = new Set(['stall', 'drip']);

describe('Answers that are not what they should be', function () {
  this.timeout(30_000);
  let lab: Lab;

  before(async () => {
    lab = await startLab({ devices: DEVICES, seed: 7, version: 'SE' });
  });
  afterEach(() => {
    lab.orderFaults({ clear: true });
  });
  after(() => lab.close());

  async function list(session: ExchangeSession): Promise<void> {
    const guids = new Set<string>();
    const bounds = { signal: new AbortController().signal, deadline: Date.now() + 15_000 };
    let count = 0;
    for await (const device of session.invoke(getPartnerships('SE'), bounds)) {
      guids.add(String(device.get('Guid')));
      count += 1;
    }
    assert.equal(count, DEVICES);
    assert.equal(guids.size, DEVICES);
  }

  /** Of these a read recovers; the others are what they are. */
  const rows: readonly [kind: string, order: Fault, code: ProblemCode | undefined, onlyReceive?: boolean][] = [
    ['a cut before the answer', { kind: 'cut', when: 'after' }, undefined],
    ['a cut in the middle of it', { kind: 'cut', when: 'midBody' }, undefined, true],
    ['an answer that never comes', { kind: 'stall' }, undefined],
    ['an answer a byte at a time', { kind: 'drip', delayMs: 20 }, undefined, true],
    ['an answer without an end', { kind: 'endless' }, 'protocol.malformed', true],
    ['an answer that unpacks to gigabytes', { kind: 'bomb' }, 'protocol.malformed'],
    ['an envelope that breaks off', { kind: 'truncated' }, 'protocol.malformed', true],
    ['nonsense', { kind: 'nonsense' }, 'protocol.malformed', true],
    ['another envelope', { kind: 'wrongShape' }, 'protocol.malformed', true],
    ['nothing', { kind: 'emptyBody' }, 'protocol.malformed', true],
    ['the answer to another request', { kind: 'wrongRelatesTo' }, 'protocol.malformed', true],
    ['a web page', { kind: 'html' }, 'protocol.malformed'],
    ['a web page that says 503', { kind: 'unavailable' }, undefined, true],
    ['a redirection elsewhere', { kind: 'redirect' }, 'protocol.malformed', true],
    ['a refusal to know us', { kind: 'unauthorized' }, 'auth.denied'],
    ['an internal error', { kind: 'internalError' }, undefined],
  ];

  for (const operation of ['Command', 'Receive'] as const) {
    for (const [name, order, code, onlyReceive = false] of rows) {
      if (onlyReceive && operation === 'Command') continue;
      it(`to a ${operation}: ${name}`, async () => {
        const session = await openLab(lab, NEVER_ENDS.has(order.kind) ? impatient : quick);
        try {
          const begun = performance.now();
          const heap = process.memoryUsage().rss;
          lab.orderFaults({ faults: [{ ...order, operation, cmdlet: 'Get-MobileDevice', count: 1 }] });
          if (code === undefined) await list(session);
          else {
            const error = await fault(list(session));
            assert.equal(error.code, code, error.message);
            assert.equal(error.cmdlet, 'Get-MobileDevice');
          }
          assert.ok(performance.now() - begun < 15_000);
          assert.ok(process.memoryUsage().rss - heap < 150e6);
          await list(session);
        } finally {
          await session.close();
        }
        assert.equal(lab.openShells(), 0);
      });
    }
  }

  it('to a Delete: it is asked for again', async () => {
    for (const kind of ['cut', 'html', 'nonsense'] as const) {
      const session = await openLab(lab, quick);
      lab.orderFaults({ faults: [{ kind, operation: 'Delete', count: 1 }] });
      await session.close();
      assert.equal(lab.openShells(), 0, kind);
    }
  });

  it('to a Create: the first session is not there, and nothing of it stays', async () => {
    for (const [kind, code] of [
      ['html', 'protocol.malformed'],
      ['nonsense', 'protocol.malformed'],
      ['redirect', 'connect.refused'],
      ['unauthorized', 'auth.denied'],
      ['forbidden', 'rights.missing'],
    ] as const) {
      lab.orderFaults({ clear: true, faults: [{ kind, operation: 'Create', count: 1 }] });
      const error = await fault(openLab(lab, quick));
      assert.equal(error.code, code, `${kind}: ${error.message}`);
    }
  });
});

describe('A server that is no Exchange', function () {
  this.timeout(20_000);
  let authority: TestAuthority;
  let pair: CertificatePair;
  let server: TestServer;

  before(async () => {
    authority = await createAuthority();
    pair = await authority.issue();
  });
  afterEach(() => server.close());

  async function serve(respond: Responder): Promise<string> {
    server = await startHttpsServer(pair, respond);
    return `${server.url}/PowerShell/`;
  }

  const wish = (more: Wish = {}): Wish => ({
    ...quick,
    ...more,
    network: { caPem: authority.certificate, ...more.network },
  });

  it('is told apart by its status, and asked once', async () => {
    for (const [status, code] of [
      [404, 'connect.refused'],
      [403, 'rights.missing'],
      [200, 'protocol.malformed'],
    ] as const) {
      const url = await serve((_, response) => response.writeHead(status).end('<html>IIS Windows Server</html>'));
      const error = await fault(openRemote([url], wish()));
      assert.equal(error.code, code);
      assert.match(error.message, status === 200 ? /not its protocol/ : /IIS Windows Server/);
      assert.equal(server.requests.filter(({ body }) => body.includes('/Create<')).length, 1);
      await server.close();
    }
  });

  it('is shown a password that it refuses once, and asked to delete nothing', async () => {
    const url = await serve((_, response) => response.writeHead(401, { 'www-authenticate': 'Basic' }).end());
    assert.equal((await fault(openRemote([url, url], wish()))).code, 'auth.denied');
    assert.equal(server.requests.length, 1);
  });

  it('gets the version, the type and the credentials with the first request', async () => {
    const url = await serve((_, response) => response.writeHead(404).end());
    await fault(openRemote([url], wish()));
    const [request] = server.requests;
    assert.equal(request?.path, '/PowerShell/?PSVersion=5.1.19041.1');
    assert.equal(request.headers['content-type'], 'application/soap+xml;charset=UTF-8');
    assert.equal(request.headers['accept-encoding'], 'identity');
    assert.match(request.headers.authorization ?? '', /^Basic /);
    assert.match(request.body, /shell\/cmd|Microsoft\.Exchange/);
  });

  it('may refer to another path of the same host, which then has everything, and not for ever', async () => {
    const url = await serve((request, response) => {
      const hop = Number(/hop(\d+)/.exec(request.path)?.[1] ?? 0);
      response.writeHead(302, { location: `/hop${hop + 1}/?PSVersion=5.1.19041.1` }).end();
    });
    const error = await fault(openRemote([url], wish()));
    assert.equal(error.code, 'connect.refused');
    assert.deepEqual(
      server.requests.map(({ path }) => path.split('?')[0]),
      ['/PowerShell/', '/hop1/', '/hop2/', '/hop3/'],
    );
    assert.ok(server.requests.every(({ headers }) => headers.authorization !== undefined));
  });

  it('may not refer to another host, which then never learns of any credential', async () => {
    const other = await startHttpsServer(pair, (_, response) => response.writeHead(404).end());
    try {
      const url = await serve((_, response) =>
        response.writeHead(307, { location: other.url.replace('localhost', '127.0.0.1') }).end(),
      );
      const error = await fault(openRemote([url], wish({ target: { allowRedirection: true } })));
      assert.equal(error.code, 'connect.refused');
      assert.match(error.detail, /connection\.remotePowerShell\.urls/);
      assert.equal(other.connections(), 0);
    } finally {
      await other.close();
    }
  });

  it('must have a certificate that is trusted, and the pinned one if there is one', async () => {
    const url = await serve((_, response) => response.writeHead(404).end());
    assert.equal((await fault(openRemote([url], quick))).code, 'connect.tls');
    const wrong = await fault(openRemote([url], wish({ network: { pinnedCertificateSha256: 'a'.repeat(64) } })));
    assert.equal(wrong.code, 'connect.tls');
    const right = await fault(openRemote([url], wish({ network: { pinnedCertificateSha256: pair.sha256 } })));
    assert.equal(right.code, 'connect.refused');
    assert.equal(server.requests.length, 1);
  });
});
