import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { TestBrowser, chromiumOrSkip } from './browser-page';

const PROJECT = join(__dirname, '../..');
const BUILD = 'npm run --silent build && ';

/** What `npm start` runs once everything is built, as package.json has it. */
function startCommand(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const start = scripts['start'] ?? '';
  assert.ok(start.startsWith(BUILD), start);
  return start.slice(BUILD.length).split(' ');
}

describe('npm start', function () {
  let dataDir: string;
  let browser: TestBrowser;
  let host: ChildProcess | undefined;
  let printed = '';

  before(async function () {
    const chromium = chromiumOrSkip(this);
    assert.ok(existsSync(join(PROJECT, 'dist/cli/main.js')), 'Build first: npm run build');
    dataDir = mkdtempSync(join(tmpdir(), 'eas-start-'));
    browser = await TestBrowser.start(chromium);
  });

  after(async () => {
    host?.kill('SIGKILL');
    await (browser as TestBrowser | undefined)?.close();
    if (dataDir as string | undefined) rmSync(dataDir, { recursive: true, force: true, maxRetries: 3 });
  });

  /** Starts it, and gives the address that it prints. */
  async function start(...more: readonly string[]): Promise<string> {
    const [command = '', ...args] = startCommand();
    assert.equal(command, 'node');
    const child = spawn(process.execPath, [...args, '--devices', '60', '--data-dir', dataDir, ...more], {
      cwd: PROJECT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1' },
    });
    host = child;
    printed = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (printed += String(piece)));
    for (let tries = 0; tries < 300; tries += 1) {
      const address = /Console\s+(http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]+)/.exec(printed)?.[1];
      if (address !== undefined) return address;
      assert.equal(child.exitCode, null, printed);
      await pause(100);
    }
    throw new Error(`No address was printed:\n${printed}`);
  }

  async function stop(): Promise<void> {
    const child = host;
    assert.ok(child);
    const ended = once(child, 'exit', { signal: AbortSignal.timeout(20_000) });
    child.kill('SIGTERM');
    const [code] = (await ended) as [number | null];
    assert.equal(code, 0, printed);
    host = undefined;
  }

  it('prints the address of a console that shows both first runs, and knows its reader again after a restart', async () => {
    const address = await start();
    const origin = new URL(address).origin;
    const { page, mishaps } = await browser.openUrl(
      address,
      {},
      (url) => url.startsWith(`${origin}/`) || url.startsWith('data:'),
    );
    page.setDefaultTimeout(30_000);
    await page.getByRole('region', { name: 'Partnerships' }).getByText('60', { exact: true }).waitFor();
    for (const name of ['Exchange ActiveSync inventory', 'Exchange ActiveSync security']) {
      const card = page.getByRole('region', { name });
      await card.getByText('Succeeded', { exact: true }).waitFor();
      await card.getByText(/^Last run just now, took/).waitFor();
    }
    assert.match(printed, /60 partnerships/);
    assert.deepEqual(mishaps, []);

    await stop();
    await page.getByText(/The dev host does not answer/).waitFor();
    // The same port: the browser is at the page already, and only what follows the # changes.
    const again = await start('--console-port', new URL(address).port);
    assert.notEqual(again, address);
    await page.getByRole('heading', { name: 'This console needs its token' }).waitFor();
    await page.evaluate(`location.href = ${JSON.stringify(again)}`);
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    await page.getByRole('region', { name: 'Partnerships' }).getByText('60', { exact: true }).waitFor();
    assert.ok(!page.url().includes('token'));
    await stop();
  });
});
