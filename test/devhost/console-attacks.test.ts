import assert from 'node:assert/strict';
import { join } from 'node:path';
import { HOSTILE, hostilePartnership } from '../cli/inventory-sample';
import { ConsoleHarness, send, sendRaw } from './console-harness';

describe('The console refuses', () => {
  let harness: ConsoleHarness;
  let host: string;

  before(async () => {
    harness = await new ConsoleHarness().open();
    host = new URL(harness.console.url).host;
  });
  after(() => harness.close());

  for (const name of ['evil.example', 'evil.example:80', '127.0.0.1', '127.0.0.1.evil.example', '[::1]']) {
    it(`DNS rebinding: the host ${name}`, async () => {
      for (const path of ['/', '/app.js', '/api/state']) {
        assert.equal((await harness.ask('GET', path, undefined, { host: name })).status, 421);
      }
    });
  }

  it('requests that name no host', async () => {
    const { url, token } = harness.console;
    const line = await sendRaw(url, `GET /api/state HTTP/1.0\r\nAuthorization: Bearer ${token}\r\n\r\n`);
    assert.match(line, / 421 /);
  });

  it('names of this computer with another port', async () => {
    assert.equal((await harness.ask('GET', '/api/state', undefined, { host: 'localhost:1' })).status, 421);
    assert.equal(
      (await harness.ask('GET', '/api/state', undefined, { host: host.replace('127.0.0.1', 'LOCALHOST') })).status,
      200,
    );
  });

  it('posts of other pages, with and without the token', async () => {
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:1', `https://${host}`]) {
      const headers = { origin };
      assert.equal((await harness.ask('POST', '/api/tasks/EASConnectorSecurity/run', {}, headers)).status, 403);
      assert.equal((await harness.ask('GET', '/api/state', undefined, headers)).status, 403);
    }
    for (const site of ['cross-site', 'same-site', 'none']) {
      assert.equal((await harness.ask('GET', '/api/state', undefined, { 'sec-fetch-site': site })).status, 403);
    }
    const own = { origin: `http://${host}`, 'sec-fetch-site': 'same-origin' };
    assert.equal((await harness.ask('GET', '/api/state', undefined, own)).status, 200);
    assert.deepEqual(harness.calls, []);
  });

  it('preflights, so that no other origin may send a token', async () => {
    const { status, headers } = await send(harness.console.url, 'OPTIONS', '/api/state', '', {
      origin: 'https://evil.example',
      'access-control-request-method': 'POST',
    });
    assert.equal(status, 403);
    assert.equal(headers['access-control-allow-origin'], undefined);
  });

  it('a token that is missing or wrong, in every route', async () => {
    const routes = [
      'state',
      'events',
      'overview',
      'partnerships',
      'orders',
      'access',
      'settings',
      'runs',
      'logs',
      'nothing',
    ];
    const { token } = harness.console;
    for (const authorization of ['', 'Bearer', 'Bearer wrong', `bearer ${token}x`, `Basic ${token}`, token]) {
      for (const route of routes) {
        const { status } = await harness.ask('GET', `/api/${route}`, undefined, { authorization });
        assert.equal(status, 401, `${route} with ${authorization}`);
      }
    }
    assert.equal((await harness.ask('GET', `/api/state?token=${token}`, undefined, { authorization: '' })).status, 401);
    const cookie = { authorization: '', cookie: `token=${token}` };
    assert.equal((await harness.ask('GET', '/api/state', undefined, cookie)).status, 401);
  });

  it('forms: they cannot send JSON', async () => {
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x', '']) {
      const answer = await harness.ask('POST', '/api/tasks/EASConnectorSecurity/run', '{}', { 'content-type': type });
      assert.equal(answer.status, 415, type);
    }
    assert.deepEqual(harness.calls, []);
  });

  it('path tricks', async () => {
    const { url, token } = harness.console;
    const paths = [
      '/../package.json',
      '/..%2f..%2fpackage.json',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/app.js/../secret.txt',
      '/secret.txt',
      '/.stamp',
      '/index.html',
      '//etc/passwd',
      '/app.js%00.txt',
      '/__proto__',
      '/api/../secret.txt',
      '/api/logs/..%2f..%2fcontrol.json',
      '/api/logs/%2e%2e',
      '/api/logs/__proto__',
      '/api/runs/..%2fruns.jsonl',
      '/api/partnerships/constructor',
      '/api/%E0%A4%A',
    ];
    for (const path of paths) {
      const line = await sendRaw(
        url,
        `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${token}\r\n\r\n`,
      );
      assert.match(line, /^HTTP\/1\.1 (400|404) /, path);
    }
  });

  it('oversized bodies, announced or not, and goes on', async () => {
    const large = JSON.stringify({ kind: 'x'.repeat(1_100_000) });
    const announced = await harness.ask('POST', '/api/orders', large).catch(() => undefined);
    assert.ok(announced === undefined || announced.status === 413);
    const { url, token } = harness.console;
    const head = [`POST /api/orders HTTP/1.1`, `Host: ${host}`, `Authorization: Bearer ${token}`];
    const rest = ['Content-Type: application/json', 'Transfer-Encoding: chunked', '', ''];
    const piece = `100000\r\n${'x'.repeat(0x100000)}\r\n`;
    // A server that reads no further may also cut the connection before its answer was read.
    const line = await sendRaw(url, [...head, ...rest].join('\r\n') + piece + piece).catch(() => 'cut');
    assert.match(line, /^(HTTP\/1\.1 413 .*|cut)$/);
    assert.equal((await harness.ask('GET', '/api/state')).status, 200);
  });

  it('bodies that are no JSON objects', async () => {
    for (const body of ['{', '[]', '"x"', 'null', '1']) {
      assert.equal((await harness.ask('POST', '/api/orders', body)).status, 400, body);
    }
  });

  it('methods that a route does not have', async () => {
    assert.equal((await harness.ask('DELETE', '/api/orders')).status, 405);
    assert.equal((await harness.ask('POST', '/', {})).status, 405);
  });
});

describe('A console whose page is not built', () => {
  it('says how to build it', async () => {
    const source = join(__dirname, '../../devhost/console/web');
    await assert.rejects(new ConsoleHarness().open(source), /not built: .*npm run build/);
  });
});

describe("The console's answers", () => {
  let harness: ConsoleHarness;

  before(async () => {
    harness = await new ConsoleHarness().open();
  });
  after(() => harness.close());

  it('carry a policy without anything inline, and a nonce that is never the same', async () => {
    const pages = await Promise.all([1, 2].map(() => send(harness.console.url, 'GET', '/', '', {})));
    const nonces = pages.map(({ headers, text }) => {
      const policy = String(headers['content-security-policy']);
      assert.match(policy, /^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[\w+/]{24}'; /);
      assert.match(policy, /frame-ancestors 'none'/);
      assert.doesNotMatch(policy, /unsafe/);
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
      assert.ok(text.includes(`nonce="${nonce}"`));
      return nonce;
    });
    assert.notEqual(nonces[0], nonces[1]);
  });

  it('say what they are, and are neither kept nor framed nor read by others', async () => {
    const { headers } = await harness.ask('GET', '/api/state');
    assert.equal(headers['content-type'], 'application/json; charset=utf-8');
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['cache-control'], 'no-store');
    assert.equal(headers['referrer-policy'], 'no-referrer');
    assert.equal(headers['cross-origin-resource-policy'], 'same-origin');
    assert.equal(headers['access-control-allow-origin'], undefined);
  });

  it('give hostile names as the text that they are', async () => {
    await harness.inventory({ partnerships: HOSTILE.map(hostilePartnership) });
    const { rows } = (await harness.get('/api/partnerships?sort=firstSync')) as { rows: { device: string }[] };
    assert.deepEqual(rows.map(({ device }) => device).sort(), [...HOSTILE].sort());
  });

  it('have the token in the fragment of the printed address only', () => {
    const { address, token, url } = harness.console;
    assert.equal(address, `${url}/#token=${token}`);
    assert.ok(token.length >= 43);
  });
});
