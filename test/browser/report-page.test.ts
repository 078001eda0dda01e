import assert from 'node:assert/strict';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openInventory } from '../../cli/inventory-report/find-inventory';
import { makeReport } from '../../cli/inventory-report/make-report';
import { openReportFile } from '../../cli/inventory-report/report-file';
import type { Finding } from '../../protocol';
import {
  HOSTILE,
  hostilePartnership,
  inventoryFrames,
  mixedPartnerships,
  writeInventory,
  type SampleOptions,
} from '../cli/inventory-sample';
import { NOW } from '../tasks/findings/sample-partnership';
import { TestBrowser, accessibilityProblems, chromiumOrSkip } from './browser-page';

const FINDINGS: readonly Finding[] = [
  {
    code: 'drift.organizationSettings',
    severity: 'warning',
    summary: "The organization's ActiveSync settings have changed since the last inventory.",
    count: 2,
    examples: ['x'],
    drift: [
      { object: 'Settings', property: 'DefaultAccessLevel', before: 'Allow', after: 'Quarantine' },
      { object: 'Settings', property: 'UserMailInsert', before: '', after: HOSTILE[0]! },
    ],
  },
  {
    code: 'access.blocked',
    severity: 'error',
    summary: HOSTILE[1]!,
    count: 12_345,
    examples: ['h0', 'h1', HOSTILE[2]!],
  },
  { code: 'partnership.stale', severity: 'info', summary: 'Silent.', count: 1, examples: ['gone'] },
];

describe('The report in a browser', function () {
  let folder: string;
  let browser: TestBrowser;
  let mixed: string;
  let hostile: string;

  /** Makes the page of an inventory. */
  async function pageOf(name: string, sample: SampleOptions): Promise<string> {
    const results = join(folder, `${name}.pb`);
    writeInventory(results, sample);
    return made(name, results);
  }

  async function made(name: string, results: string, rows = 60): Promise<string> {
    const path = join(folder, `${name}.html`);
    const file = await openReportFile(path, process.stdout);
    await makeReport(await openInventory(results), { html: { file, rows }, now: NOW });
    await file.finish();
    return path;
  }

  before(async function () {
    const chromium = chromiumOrSkip(this);
    folder = mkdtempSync(join(tmpdir(), 'eas-report-'));
    browser = await TestBrowser.start(chromium);
    mixed = await pageOf('mixed', { partnerships: mixedPartnerships(2000), findings: FINDINGS });
    const partnerships = [...HOSTILE.map(hostilePartnership), ...mixedPartnerships(50)];
    hostile = await pageOf('hostile', { partnerships, findings: FINDINGS, connectionId: HOSTILE[2]! });
  });

  after(async () => {
    // Undefined where the tests were skipped.
    await (browser as TestBrowser | undefined)?.close();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  it('opens without a request, a script or a complaint of the browser', async () => {
    const { page, mishaps } = await browser.open(mixed);
    assert.equal(await page.title(), 'Exchange ActiveSync inventory: contoso');
    assert.equal(await page.evaluate('document.scripts.length'), 0);
    // The style sheet was accepted: its hash is the one that the policy names.
    assert.equal(await page.evaluate('getComputedStyle(document.body).margin'), '0px');
    assert.deepEqual(mishaps, []);
    await page.close();
  });

  it('could not run a script that got into it', async () => {
    const { page, mishaps } = await browser.open(mixed);
    await page.evaluate(`document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="alert(1)">')`);
    await page.evaluate(`new Promise((resolve) => setTimeout(resolve, 100))`);
    const refused = mishaps.filter((mishap) => mishap.includes('Content Security Policy'));
    assert.equal(refused.length, 2, `the image and its handler: ${mishaps.join('; ')}`);
    assert.ok(!mishaps.some((mishap) => mishap.startsWith('dialog')));
    await page.close();
  });

  it('shows hostile names as what they are: text', async () => {
    const { page, mishaps } = await browser.open(hostile);
    assert.equal(await page.locator('h1').count(), 1);
    assert.equal(await page.locator('main img, main script, main b, main style').count(), 0);
    for (const text of HOSTILE.slice(0, 4)) {
      assert.ok((await page.locator('bdi', { hasText: text }).count()) > 0, text);
    }
    assert.deepEqual(mishaps, []);
    await page.close();
  });

  for (const look of [
    { width: 1280, colorScheme: 'light' },
    { width: 1280, colorScheme: 'dark' },
    { width: 360, colorScheme: 'light' },
  ] as const) {
    it(`is accessible: ${look.colorScheme}, ${String(look.width)} pixels wide`, async () => {
      for (const path of [mixed, hostile]) {
        const { page } = await browser.open(path, look);
        await page.evaluate('document.querySelectorAll("details").forEach((details) => { details.open = true; })');
        assert.ok(await page.locator('details ul, details table').first().isVisible());
        assert.deepEqual(await accessibilityProblems(page), []);
        await page.close();
      }
    });
  }

  it('fits a phone: nothing but the wide tables scrolls sideways', async () => {
    for (const path of [mixed, hostile]) {
      const { page } = await browser.open(path, { width: 360 });
      assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 360);
      await page.close();
    }
  });

  it('draws bars as long as their share, and has the same numbers in a table', async () => {
    const { page } = await browser.open(mixed);
    for (const chart of await page.locator('figure.chart').all()) {
      await chart.locator('summary').click();
      const names = await chart.locator('tbody th').allInnerTexts();
      const counts = (await chart.locator('tbody td:nth-of-type(1)').allInnerTexts()).map((text) =>
        Number(text.replace(',', '')),
      );
      const labels = await chart.locator('svg .label').allTextContents();
      assert.deepEqual(labels, names);
      const whole = (await chart.locator('rect.track').first().boundingBox())!.width;
      for (const [index, bar] of (await chart.locator('rect.bar').all()).entries()) {
        const width = (await bar.boundingBox())?.width ?? 0;
        assert.ok(
          Math.abs(width / whole - counts[index]! / 2000) < 0.005,
          `${String(names[index])}: ${String(width)} of ${String(whole)}`,
        );
      }
    }
    await page.close();
  });

  it('opens the examples of a finding with the keyboard', async () => {
    const { page } = await browser.open(hostile);
    const summary = page.locator('.findings summary').first();
    await summary.focus();
    await page.keyboard.press('Enter');
    assert.ok(await page.locator('.findings li').first().isVisible());
    await page.close();
  });

  it('prints on white, also where the screen is dark, without what only a screen needs', async () => {
    const { page } = await browser.open(mixed, { colorScheme: 'dark' });
    const background = (): Promise<string> => page.evaluate('getComputedStyle(document.body).backgroundColor');
    assert.notEqual(await background(), 'rgb(255, 255, 255)');
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    assert.equal(await background(), 'rgb(255, 255, 255)');
    assert.equal(await page.locator('nav').isVisible(), false);
    const pdf = await page.pdf({ format: 'A4' });
    assert.ok(pdf.length > 10_000 && pdf.subarray(0, 5).toString() === '%PDF-');
    await page.close();
  });

  it('of 100,000 partnerships is one page of ordinary size, made in little memory', async () => {
    const results = join(folder, 'large.pb');
    const file = createWriteStream(results);
    for (const frame of inventoryFrames({ partnerships: mixedPartnerships(100_000) })) {
      if (!file.write(frame)) await once(file, 'drain');
    }
    file.end();
    await once(file, 'close');
    const path = await made('large', results, 500);
    assert.ok(statSync(path).size < 1_000_000);
    const { page, mishaps } = await browser.open(path);
    assert.equal(await page.locator('.tiles .amount').first().innerText(), '100,000');
    assert.equal(await page.locator('table.partnerships tbody tr').count(), 500);
    assert.deepEqual(mishaps, []);
    await page.close();
  });
});
