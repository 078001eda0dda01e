import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as axe from 'axe-core';
import { chromium, type BrowserContext, type Page } from 'playwright-core';

/** The browser: EAS_CHROMIUM, or a Chromium on the PATH; undefined if there is none. */
function findChromium(): string | undefined {
  const named = process.env['EAS_CHROMIUM'];
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return [
    ...(named === undefined ? [] : [named]),
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
  ].find(isExecutable);
}

/** The browser. Where there is none, the tests of the hook are skipped, which is said, and the hook ends here. */
export function chromiumOrSkip(hook: Mocha.Context): string {
  const found = findChromium();
  if (found !== undefined) return found;
  console.warn('    There is no Chromium on the PATH (or in EAS_CHROMIUM): these tests are skipped.');
  return hook.skip();
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** How a page is looked at. */
export interface Look {
  readonly width?: number;
  readonly colorScheme?: 'light' | 'dark';
}

/** A browser of its own, with nothing of the user's in it, that talks to nobody. */
export class TestBrowser {
  private constructor(
    private readonly context: BrowserContext,
    private readonly profile: string,
  ) {}

  static async start(executablePath: string): Promise<TestBrowser> {
    const profile = mkdtempSync(join(tmpdir(), 'eas-browser-'));
    const args = [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
    ];
    const context = await chromium.launchPersistentContext(profile, {
      executablePath,
      headless: true,
      args: [...args, '--disable-component-update', '--disable-sync'],
    });
    return new TestBrowser(context, profile);
  }

  /** Opens a file, and notes what must not happen. */
  open(path: string, look: Look = {}): Promise<OpenPage> {
    const url = pathToFileURL(path).href;
    return this.openUrl(url, look, (request) => request === url);
  }

  /** Opens an address, and notes what must not happen. Requests but the allowed ones must not. */
  async openUrl(url: string, look: Look, isAllowed: (url: string) => boolean): Promise<OpenPage> {
    const page = await this.context.newPage();
    await page.setViewportSize({ width: look.width ?? 1280, height: 900 });
    await page.emulateMedia({ colorScheme: look.colorScheme ?? 'light' });
    const mishaps: string[] = [];
    page.on('console', (message) => {
      // Advice of the browser's to authors is none.
      if (!['debug', 'verbose'].includes(message.type())) mishaps.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => mishaps.push(`error: ${error.message}`));
    page.on('dialog', (dialog) => {
      mishaps.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (!isAllowed(request.url())) mishaps.push(`request: ${request.url()}`);
    });
    await page.goto(url);
    return { page, mishaps };
  }

  /** Closes what a test has left open. */
  async closePages(): Promise<void> {
    await Promise.all(this.context.pages().map((page) => page.close()));
  }

  async close(): Promise<void> {
    await this.context.close();
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** A page, with what must not happen: messages in the console, errors, dialogs, requests for anything but itself. */
export interface OpenPage {
  readonly page: Page;
  readonly mishaps: readonly string[];
}

/** What axe finds wrong with a page, in a line each: rule, impact, the first place. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const results = await page.evaluate(async () => {
    const { axe: inPage } = globalThis as unknown as { axe: typeof axe };
    // Elements by which Fluent UI passes the focus on at the edges of a group: nobody stays on one.
    return inPage.run({ exclude: ['[data-tabster-dummy]'] });
  });
  return results.violations.map(({ id, impact, nodes }) => `${id} (${String(impact)}): ${String(nodes[0]?.html)}`);
}
