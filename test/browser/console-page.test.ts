import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { HOSTILE, hostilePartnership } from '../cli/inventory-sample';
import { ConsoleHarness } from '../devhost/console-harness';
import { TestBrowser, accessibilityProblems, chromiumOrSkip, type Look, type OpenPage } from './browser-page';
import { WEB_FOLDER, buildPage, openConsoleUnderTest, type ConsoleUnderTest } from './console-under-test';
import { labJournal } from '../support/lab-journal';

const PAGES = ['overview', 'partnerships', 'orders', 'access', 'runs', 'logs', 'settings'] as const;
const LOOKS: readonly Look[] = [
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
  { width: 360, colorScheme: 'light' },
];

describe('The console in a browser', function () {
  let browser: TestBrowser;
  let under: ConsoleUnderTest;

  /** Opens the console as a person does who has copied the printed address. */
  async function open(look: Look = {}): Promise<OpenPage> {
    const { address, url } = under.console;
    const opened = await browser.openUrl(
      address,
      look,
      (request) => request.startsWith(`${url}/`) || request.startsWith('data:'),
    );
    opened.page.setDefaultTimeout(10_000);
    await opened.page.getByRole('heading', { name: 'Overview' }).waitFor();
    return opened;
  }

  async function openAt(page: string, look: Look = {}): Promise<OpenPage> {
    const opened = await open(look);
    await opened.page.evaluate(`location.hash = '#/${page}'`);
    await opened.page.locator('h1').first().waitFor();
    return opened;
  }

  const changes = async (cmdlet: string): Promise<unknown[]> => {
    const entries = await labJournal(under.lab);
    return entries.filter((entry) => entry['cmdlet'] === cmdlet).map((entry) => entry['parameters']);
  };

  const lab = async (method: string, path: string): Promise<Record<string, unknown>> => {
    const { url, token } = under.lab.description.control;
    const response = await fetch(url + path, { method, headers: { authorization: `Bearer ${token}` } });
    return (await response.json()) as Record<string, unknown>;
  };

  before(async function () {
    this.timeout(60_000);
    const chromium = chromiumOrSkip(this);
    buildPage();
    under = await openConsoleUnderTest({ devices: 120 });
    browser = await TestBrowser.start(chromium);
  });

  after(async () => {
    // Undefined where the tests were skipped.
    await (browser as TestBrowser | undefined)?.close();
    await (under as ConsoleUnderTest | undefined)?.close();
  });

  afterEach(() => browser.closePages());

  it('takes the token out of the address, and says so where there is none', async () => {
    const { page, mishaps } = await open();
    assert.ok(!page.url().includes('token'));
    await page.reload();
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    assert.deepEqual(mishaps, []);
    await page.close();
    const stranger = await browser.openUrl(under.console.url, {}, () => true);
    await stranger.page.getByRole('heading', { name: 'This console needs its token' }).waitFor();
    await stranger.page.close();
  });

  it('runs the inventory now, and shows its progress and its end', async () => {
    const { page, mishaps } = await open();
    const card = page.getByRole('region', { name: 'Exchange ActiveSync inventory' });
    await card.getByText('Has not run yet.').waitFor();
    const running = card.getByRole('progressbar').waitFor();
    await card.getByRole('button', { name: 'Run now' }).click();
    await running;
    await card.getByText('Last run').waitFor();
    await card.getByText('Succeeded', { exact: true }).waitFor();
    await page.getByRole('region', { name: 'Partnerships' }).getByText('120', { exact: true }).waitFor();
    assert.deepEqual(mishaps, []);
    await page.close();
  });

  it('finds, filters and sorts partnerships, and shows one with the keyboard', async () => {
    const { page, mishaps } = await openAt('partnerships');
    await page.getByText('120 partnerships').waitFor();
    await page.getByRole('searchbox', { name: 'Search' }).fill('outlook');
    await page.getByText(/^\d+ of 120 partnerships$/).waitFor();
    await page.getByLabel('Access state').selectOption('Allowed');
    await page.getByRole('columnheader', { name: 'Last sync' }).getByRole('button').click();
    await page.locator('th[aria-sort="ascending"]', { hasText: 'Last sync' }).waitFor();
    const first = page.getByRole('row').nth(1);
    await first.getByRole('button').first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('First sync', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    assert.deepEqual(mishaps, []);
    await page.close();
  });

  it('orders a wipe through its guards, and it is carried out', async () => {
    const row = [...under.desk.inventory.index.rows()].find(
      ({ family, access, wipe, isOnline }) =>
        family === 'Apple Mail' && access === 'Allowed' && wipe === '' && isOnline === true,
    );
    assert.ok(row);
    const { page, mishaps } = await openAt(`partnerships/${row.guid}`);
    await page.getByRole('button', { name: 'Wipe…', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: /^Wipe / });
    const confirm = dialog.getByRole('button', { name: 'Wipe', exact: true });
    // The milder kind is the first choice; the other one says what is lost.
    assert.ok(await dialog.getByRole('radio', { name: /^The Exchange account only/ }).isChecked());
    await dialog.getByRole('radio', { name: /^Everything the client can erase/ }).check();
    await dialog
      .getByText(/photos, apps, everything private/)
      .last()
      .waitFor();
    assert.ok(await confirm.isDisabled());
    const name = dialog.getByRole('textbox', { name: /^Type the user’s name/ });
    await name.fill('somebody else');
    assert.ok(await confirm.isDisabled());
    await name.fill(row.user);
    await confirm.click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('tab', { name: 'Orders (1)' }).click();
    await page.getByText('Queued', { exact: true }).waitFor();
    assert.ok(await page.getByRole('button', { name: 'Wipe…', exact: true }).isDisabled(), 'one order is enough');

    await page.evaluate(`location.hash = '#/orders'`);
    await page.getByRole('button', { name: 'Run now' }).click();
    const order = page.getByRole('listitem').filter({ hasText: row.user }).first();
    await order.getByText('Pending', { exact: true }).waitFor();
    assert.deepEqual((await lab('GET', '/lab/state'))['erasedPhones'], []);
    await lab('POST', `/lab/devices/${row.guid}/sync`);
    const { erasedPhones } = await lab('GET', '/lab/state');
    assert.equal((erasedPhones as unknown[]).length, 1);
    assert.deepEqual(mishaps, []);
    await page.close();
  });

  it('changes the organization’s level after a look at what it would do', async () => {
    const { page, mishaps } = await openAt('access');
    await page.getByRole('radio', { name: /^Block: no device/ }).check();
    await page.getByRole('button', { name: 'What would this do?' }).click();
    const panel = page.getByRole('region', { name: 'What this would do' });
    await panel
      .getByText(/^It would cut off \d+ devices of \d+ users\.$/)
      .first()
      .waitFor();
    await panel.getByRole('checkbox', { name: 'I approve that these devices lose access' }).check();
    await panel.getByRole('button', { name: 'Save and approve' }).click();
    await page.getByText('The connector keeps the access settings').waitFor();
    await page.getByRole('button', { name: 'Run now' }).click();
    await page.getByRole('region', { name: 'How it stands' }).getByText('Succeeded', { exact: true }).waitFor();
    assert.match(JSON.stringify(await changes('Set-ActiveSyncOrganizationSettings')), /"DefaultAccessLevel":"Block"/);

    assert.deepEqual(mishaps, []);
    await page.close();
  });

  it('sets up a connection: problems at their fields, then saved, the secret never shown', async () => {
    const { page, mishaps } = await openAt('settings');
    await page.getByRole('tab', { name: 'Connection' }).click();
    const tenant = page.getByLabel('Tenant');
    const before = await tenant.inputValue();
    await tenant.fill('no tenant!');
    await page.getByText(/must have the form/).waitFor();
    assert.equal(await tenant.getAttribute('aria-invalid'), 'true');
    const describedBy = (await tenant.getAttribute('aria-describedby')) ?? '';
    const described = await page.evaluate(
      `${JSON.stringify(describedBy)}.split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ')`,
    );
    assert.match(String(described), /must have the form/);
    await tenant.fill(before);
    await page.getByLabel('Way to connect').selectOption({ label: 'Remote PowerShell' });
    await page.getByRole('button', { name: 'Add to Endpoints (URLs)' }).click();
    await page.getByRole('group', { name: 'Entry 1' }).getByRole('textbox').fill('ftp://mail');
    await page.getByText(/must have the form \^\[Hh\]/).waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText(/\d to correct/).waitFor();
    await page.getByRole('button', { name: 'Discard' }).click();
    await page.getByRole('tab', { name: 'General' }).click();
    await page.getByRole('spinbutton', { name: 'Security interval' }).fill('10');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The settings are saved and in force').first().waitFor();
    const { intervalMs } = under.host.status().find(({ task }) => task === 'EASConnectorSecurity') ?? {};
    assert.equal(intervalMs, 600_000);
    assert.ok(!(await page.content()).includes(await secret()));
    assert.deepEqual(mishaps, []);
    await page.close();
  });

  async function secret(): Promise<string> {
    const connection = (await under.desk.settings.section('EASConnectorSecurity', 'connection')) as {
      exchangeOnline: { clientSecret: string };
    };
    assert.ok(connection.exchangeOnline.clientSecret.length > 5);
    return connection.exchangeOnline.clientSecret;
  }

  it('reads the log, live and filtered', async () => {
    const { page, mishaps } = await openAt('logs');
    await page.getByText(/The dev host starts\./).waitFor();
    await page.getByRole('searchbox', { name: 'Contains' }).fill('Run now was asked');
    await page.getByText(/The dev host starts\./).waitFor({ state: 'detached' });
    const lines = page.getByRole('list', { name: 'Lines' }).getByRole('listitem');
    await lines.first().waitFor();
    const count = await lines.count();
    await under.host.runNow('EASConnectorSecurity');
    await lines.nth(count).waitFor();
    await page.getByRole('searchbox', { name: 'Contains' }).fill('');
    await page.getByLabel('Log', { exact: true }).selectOption('EASConnectorSecurity');
    await page
      .getByText(/The run has ended/)
      .first()
      .waitFor();
    assert.deepEqual(mishaps, []);
    await page.close();
  });

  it('shows what devices and users call themselves as text, and runs none of it', async () => {
    const harness = await new ConsoleHarness().open(WEB_FOLDER);
    try {
      await harness.inventory({ partnerships: HOSTILE.map(hostilePartnership) });
      const { address, url } = harness.console;
      const { page, mishaps } = await browser.openUrl(address, {}, (request) => request.startsWith(`${url}/`));
      await page.evaluate(`location.hash = '#/partnerships'`);
      await page.getByText(`${String(HOSTILE.length)} partnerships`).waitFor();
      for (const [index, text] of HOSTILE.slice(0, 4).entries()) {
        await page.locator('td bdi', { hasText: text }).first().waitFor();
        await page.evaluate(`location.hash = '#/partnerships/h${String(index)}'`);
        await page.getByRole('dialog').locator('dd bdi', { hasText: text }).first().waitFor();
        await page.getByRole('button', { name: 'Close' }).click();
      }
      assert.equal(await page.locator('main script, main img, td h1, td b, [onerror], [onmouseover]').count(), 0);
      assert.deepEqual(mishaps, []);
    } finally {
      await harness.close();
    }
  });

  for (const look of LOOKS) {
    it(`is accessible and fits: ${String(look.colorScheme)}, ${String(look.width)} pixels wide`, async function () {
      this.timeout(60_000);
      const { page, mishaps } = await open(look);
      const guid = [...under.desk.inventory.index.rows()][0]?.guid ?? '';
      for (const name of [...PAGES, `partnerships/${guid}`]) {
        await page.evaluate(`location.hash = '#/${name}'`);
        await settled(page, name);
        assert.deepEqual(await accessibilityProblems(page), [], name);
        const wide = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
        assert.ok(Number(wide) <= 0, `${name} scrolls sideways by ${String(wide)} px`);
      }
      assert.deepEqual(mishaps, []);
      await page.close();
    });
  }

  /** Waits until a page shows what it has asked for, and has stopped moving. */
  async function settled(page: Page, name: string): Promise<void> {
    await page.locator('h1, [role=dialog] h2').first().waitFor();
    await page.waitForLoadState('domcontentloaded');
    await page.locator('[role=progressbar][aria-label^=Reading], .fui-Spinner').first().waitFor({ state: 'detached' });
    if (name.includes('/')) await page.getByRole('tab', { name: 'History' }).waitFor();
    await page.evaluate(
      'Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)))',
    );
  }
});
