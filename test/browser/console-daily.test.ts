import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { ConsoleHarness } from '../devhost/console-harness';
import { settingsJson } from '../devhost/host-under-test';
import { partnership } from '../tasks/findings/sample-partnership';
import { TestBrowser, accessibilityProblems, chromiumOrSkip, type Look, type OpenPage } from './browser-page';
import { WEB_FOLDER, buildPage } from './console-under-test';

/** The part of a page's document that is used here: the tests are compiled without a browser's types. */
interface Document {
  createRange(): { selectNodeContents(of: unknown): void; getBoundingClientRect(): { readonly right: number } };
}

const LONG = 'Verylongnamewithoutanyspaces'.repeat(9);
const guid = (n: number): string => `00000000-0000-0000-0000-0000000000${String(n).padStart(2, '0')}`;
const PEOPLE = Array.from({ length: 60 }, (_, n) =>
  partnership({
    guid: guid(n),
    userDisplayName: `site/Person ${String(n).padStart(2, '0')}`,
    mailboxGuid: `m${String(n)}`,
    mailboxPrimarySmtpAddress: `person${String(n)}@contoso.com`,
    deviceId: `device${String(n)}`,
    deviceOs: n % 2 === 0 ? 'iOS 26.1' : 'Android 16',
    deviceAccessState: n < 5 ? 'Quarantined' : 'Allowed',
  }),
);
const LONG_ONE = partnership({
  ...{ guid: guid(99), mailboxGuid: 'long', friendlyName: LONG, deviceModel: LONG, deviceOs: LONG },
  ...{ userDisplayName: `site/${LONG}`, mailboxPrimarySmtpAddress: `${LONG}@contoso.com` },
});

describe('The console from day to day', function () {
  let browser: TestBrowser;
  let harness: ConsoleHarness;

  before(async function () {
    this.timeout(60_000);
    const chromium = chromiumOrSkip(this);
    buildPage();
    browser = await TestBrowser.start(chromium);
  });
  after(() => (browser as TestBrowser | undefined)?.close());

  beforeEach(async () => {
    harness = await new ConsoleHarness().open(WEB_FOLDER);
    await harness.inventory({ partnerships: [...PEOPLE, LONG_ONE] });
  });
  afterEach(async () => {
    await browser.closePages();
    await harness.close();
  });

  async function open(route: string, look: Look = {}): Promise<OpenPage> {
    const { address, url } = harness.console;
    const opened = await browser.openUrl(
      address,
      look,
      (request) => request.startsWith(`${url}/`) || request.startsWith('data:'),
    );
    opened.page.setDefaultTimeout(10_000);
    await opened.page.getByRole('heading', { name: 'Overview' }).waitFor();
    await opened.page.evaluate(`location.hash = '#/${route}'`);
    await opened.page.locator('h1, [role=dialog] h2').first().waitFor();
    return opened;
  }

  /** Waits until the drawers and dialogs have stopped moving. */
  const settled = (page: Page): Promise<unknown> =>
    page.evaluate('Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined)))');

  async function box(of: Locator): Promise<{ left: number; right: number }> {
    const { x = 0, width = 0 } = (await of.boundingBox()) ?? {};
    return { left: x, right: x + width };
  }

  it('orders a wipe with the keyboard alone', async () => {
    const { page, mishaps } = await open('partnerships?search=Person+07');
    const row = page.getByRole('row').nth(1).getByRole('button').first();
    await row.focus();
    await page.keyboard.press('Enter');
    const wipe = page.getByRole('button', { name: 'Wipe…', exact: true });
    await wipe.waitFor();
    const isFocused = (on: Locator): Promise<boolean> =>
      on.evaluate((it) => (it as unknown as { matches(selector: string): boolean }).matches(':focus'));
    const tabTo = async (on: Locator): Promise<void> => {
      for (let presses = 0; presses < 12 && !(await isFocused(on)); presses += 1) await page.keyboard.press('Tab');
      assert.ok(await isFocused(on));
    };
    await tabTo(wipe);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Wipe Black iPhone of Person 07' });
    await tabTo(dialog.getByRole('radio').first());
    await page.keyboard.press('ArrowDown');
    assert.ok(await dialog.getByRole('radio', { name: /^Everything/ }).isChecked());
    await tabTo(dialog.getByRole('textbox'));
    await page.keyboard.type('person 07');
    await tabTo(dialog.getByRole('button', { name: 'Wipe', exact: true }));
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    const [order] = (await harness.handedOut())['actions'] as {
      wipe: { kind: string; partnership: { guid: string } };
    }[];
    assert.deepEqual([order?.wipe.kind, order?.wipe.partnership.guid], ['WIPE_KIND_WHOLE_DEVICE', guid(7)]);
    assert.deepEqual(mishaps, []);
  });

  it('gives the focus back to what has opened a dialog, and leaves by Escape step by step', async () => {
    const { page } = await open('partnerships');
    const isFocused = (on: Locator): Promise<void> => on.and(page.locator(':focus')).waitFor();
    const row = page.getByRole('row').nth(3).getByRole('button').first();
    await row.focus();
    await page.keyboard.press('Enter');
    for (const name of ['Wipe…', 'Block']) {
      const button = page.getByRole('button', { name, exact: true });
      await button.focus();
      await page.keyboard.press('Enter');
      const nothing = page.getByRole('button', { name: 'Do nothing' });
      await nothing.waitFor();
      await settled(page);
      await page.keyboard.press('Escape');
      await nothing.waitFor({ state: 'detached' });
      await isFocused(button);
    }
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await isFocused(row);
    await page.getByRole('button', { name: 'Next page' }).click();
    await page.getByText('51–61 of 61').waitFor();
    await page.waitForFunction('document.getElementById("main").scrollTop === 0');
  });

  it('assigns a policy to whom it was told, also where a name has a comma', async () => {
    const { page } = await open('orders');
    await page.getByRole('button', { name: 'Assign a policy' }).click();
    const dialog = page.getByRole('dialog', { name: 'Assign a mailbox policy' });
    await dialog.getByLabel('Users').fill('a@contoso.com, b@contoso.com; c@contoso.com\nXu, Mikko');
    await dialog.getByLabel('Groups').fill('Sales, North\n All staff ');
    await dialog.getByRole('button', { name: 'Assign' }).click();
    await dialog.waitFor({ state: 'detached' });
    const [order] = (await harness.handedOut())['actions'] as { assignPolicy: unknown }[];
    assert.deepEqual(order?.assignPolicy, {
      mailboxes: ['a@contoso.com', 'b@contoso.com', 'c@contoso.com', 'Xu, Mikko'],
      groups: ['Sales, North', 'All staff'],
    });
  });

  it('forgets what was chosen for a wipe that was not ordered', async () => {
    const { page } = await open(`partnerships/${guid(7)}`);
    const wipe = page.getByRole('button', { name: 'Wipe…', exact: true });
    const dialog = page.getByRole('dialog', { name: /^Wipe / });
    await wipe.click();
    await dialog.getByLabel('Afterwards').selectOption({ label: 'Keep wiping the device each time it comes back' });
    await dialog.getByRole('checkbox', { name: /^Block the device/ }).check();
    await dialog.getByRole('button', { name: 'Do nothing' }).click();
    await dialog.waitFor({ state: 'detached' });
    await wipe.click();
    assert.equal(await dialog.getByLabel('Afterwards').inputValue(), 'STANDING_ORDER_END_REMOVE_PARTNERSHIP');
    assert.equal(await dialog.getByRole('checkbox', { name: /^Block the device/ }).isChecked(), false);
  });

  for (const look of [{ width: 1280 }, { width: 390 }] as const) {
    it(`keeps long names in their places: ${String(look.width)} pixels wide`, async () => {
      const { page } = await open('partnerships?search=Verylong', look);
      const cell = page.getByRole('row').nth(1).getByRole('cell').first();
      const [column, link] = [await box(cell), await box(cell.getByRole('button'))];
      assert.ok(link.right <= column.right, 'the name ends where its column does');
      await cell.getByRole('button').click();
      const close = page.getByRole('button', { name: 'Close' });
      await page.getByRole('button', { name: 'Wipe…', exact: true }).waitFor();
      await settled(page);
      assert.ok((await box(close)).right <= look.width, 'the button that closes is there');
      await page.getByRole('button', { name: 'Wipe…', exact: true }).click();
      const dialog = page.getByRole('dialog', { name: /^Wipe / });
      await dialog.waitFor();
      await settled(page);
      const { right } = await box(dialog);
      for (const part of [dialog.locator('h2'), dialog.getByLabel('Afterwards'), dialog.getByRole('textbox')]) {
        assert.ok((await box(part)).right <= right - 16, String(part));
      }
      const overflow = await dialog.locator('h2').evaluate((it) => {
        const { scrollWidth, clientWidth } = it as unknown as { scrollWidth: number; clientWidth: number };
        return scrollWidth - clientWidth;
      });
      assert.ok(overflow <= 0, 'the title is broken into lines');
    });
  }

  it('has sorting, filters and page in its address, and goes back to them', async () => {
    const { page } = await open('partnerships');
    await page.getByRole('button', { name: 'Next page' }).click();
    await page.getByText('51–61 of 61').waitFor();
    await page.getByRole('columnheader', { name: 'Access' }).getByRole('button').click();
    await page.locator('th[aria-sort=ascending]', { hasText: 'Access' }).waitFor();
    await page.getByText('1–50 of 61').waitFor();
    await page.getByRole('columnheader', { name: 'Access' }).getByRole('button').click();
    await page.locator('th[aria-sort=descending]', { hasText: 'Access' }).waitFor();
    assert.match(page.url(), /sort=access&desc=true/);
    await page.getByRole('row').nth(1).getByText('Quarantined').waitFor();
    await page.getByRole('row').nth(1).getByRole('button').first().click();
    await page.getByRole('dialog').getByText('First sync', { exact: true }).waitFor();
    await page.goBack();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.locator('th[aria-sort=descending]', { hasText: 'Access' }).waitFor();
    await page.reload();
    await page.locator('th[aria-sort=descending]', { hasText: 'Access' }).waitFor();
  });

  it('takes a filter that is chosen before the typing has paused, and comes back from a search in one step', async () => {
    const { page } = await open('runs');
    await page.getByRole('link', { name: 'Mobile devices' }).click();
    const search = page.getByRole('searchbox', { name: 'Search' });
    for (const text of ['p', 'per', 'person']) {
      await search.fill(text);
      await page.waitForURL(new RegExp(`search=${text}$`));
    }
    await search.fill('person0');
    await page.getByLabel('Access state').selectOption('Quarantined');
    await page.waitForURL(/search=person0&access=Quarantined$/);
    await page.getByText('1 of 61 partnerships').waitFor();
    await page.goBack();
    await page.waitForURL(/search=person$/);
    await page.goBack();
    await page.getByRole('heading', { name: 'Runs' }).waitFor();
  });

  it('says what was saved is saved, also when it was a secret', async () => {
    const { page } = await open('settings');
    await page.getByRole('tab', { name: 'Connection' }).click();
    const secret = page.getByRole('textbox', { name: 'Client secret' });
    await secret.fill('another-secret-of-mine');
    await page.getByText('Not saved yet').waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Not saved yet').waitFor({ state: 'detached' });
    assert.equal(await secret.inputValue(), '');
    assert.ok(await page.getByRole('button', { name: 'Save' }).isDisabled());
    assert.match(JSON.stringify(await harness.handedOut()), /another-secret-of-mine/);
    await page.getByRole('button', { name: 'Use the settings of the source again…' }).click();
    await page.getByRole('button', { name: 'Do nothing' }).click();
    assert.match(JSON.stringify(await harness.handedOut()), /another-secret-of-mine/);
    await page.getByRole('button', { name: 'Use the settings of the source again…' }).click();
    await page.getByRole('button', { name: 'Drop the changes' }).click();
    await page.getByRole('button', { name: 'Use the settings' }).waitFor({ state: 'detached' });
    assert.doesNotMatch(JSON.stringify(await harness.handedOut()), /another-secret-of-mine/);
  });

  for (const look of [{ width: 1280 }, { width: 390 }] as const) {
    it(`keeps rules in their frame, and says what is wrong at the rule: ${String(look.width)} pixels wide`, async () => {
      const { page } = await open('access', look);
      await page.getByRole('switch', { name: 'Manage the device access rules here' }).check();
      await page.getByRole('button', { name: 'Add a rule' }).click();
      const rule = page.getByRole('group', { name: 'Rule 2' });
      const frame = await box(page.getByRole('region', { name: 'Rules' }));
      for (const part of await rule.locator('select, input, button').all()) {
        assert.ok((await box(part)).right <= frame.right, String(part));
      }
      const value = rule.getByRole('combobox', { name: 'Value' });
      assert.equal(await value.getAttribute('aria-invalid'), 'false');
      await page.getByRole('button', { name: 'What would this do?' }).click();
      await rule.getByText('The whole value it is compared with').waitFor();
      assert.equal(await value.getAttribute('aria-invalid'), 'true');
      const told = page.getByRole('region', { name: 'What this would do' }).getByText(/queryString is missing/);
      const ends = await told.evaluate((it) => {
        // Where the words end, also those that run out of their element.
        const range = (it as unknown as { ownerDocument: Document }).ownerDocument.createRange();
        range.selectNodeContents(it);
        return range.getBoundingClientRect().right;
      });
      assert.ok(ends <= frame.right);
      assert.deepEqual(await accessibilityProblems(page), []);
      await value.fill('Pixel 8');
      await rule.getByText('The whole value it is compared with').waitFor({ state: 'detached' });
    });
  }

  it('takes an interval in the unit in which it is typed', async () => {
    const { page } = await open('settings');
    const amount = page.getByRole('spinbutton', { name: 'Security interval' });
    const unit = page.getByRole('combobox', { name: 'Unit of Security interval' });
    const shown = async (): Promise<string> => `${await amount.inputValue()} × ${await unit.inputValue()}`;
    await amount.pressSequentially('605');
    assert.equal(await shown(), '605 × 60');
    await amount.fill('');
    await unit.selectOption('hours');
    await amount.pressSequentially('24');
    assert.equal(await shown(), '24 × 3600');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Not saved yet').waitFor({ state: 'detached' });
    assert.equal(((await harness.handedOut())['host'] as { securityInterval: string }).securityInterval, '86400s');
    await page.reload();
    await amount.waitFor();
    assert.equal(await shown(), '1 × 86400');
  });

  it('keeps what is being edited while another part is shown, says so, and asks before it is lost', async () => {
    const { page } = await open('settings');
    const unsaved = page.getByRole('img', { name: 'not saved yet' });
    const goTo = (name: string): Promise<void> => page.getByRole('link', { name }).click();
    const interval = page.getByRole('spinbutton', { name: 'Security interval' });
    const before = await interval.inputValue();
    assert.equal(await unsaved.count(), 0, 'opening a form changes nothing');
    await interval.fill('17');
    await goTo('Device access');
    await page.getByRole('radio', { name: /^Quarantine/ }).check();
    await goTo('Overview');
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    assert.equal(await unsaved.count(), 2);
    assert.deepEqual(await accessibilityProblems(page), []);
    const asked = page.waitForEvent('dialog');
    await page.evaluate('setTimeout(() => location.reload())');
    assert.equal((await asked).type(), 'beforeunload'); // and it is answered with no
    await goTo('Settings');
    assert.equal(await interval.inputValue(), '17');
    await page.getByText('Not saved yet', { exact: true }).waitFor();
    // What an inventory finds does not replace what is wanted here.
    await harness.inventory({ stateId: 'run-2', partnerships: PEOPLE });
    await goTo('Device access');
    assert.ok(await page.getByRole('radio', { name: /^Quarantine/ }).isChecked());
    await page.getByRole('radio', { name: /^Allow/ }).check();
    await goTo('Settings');
    await page.getByRole('button', { name: 'Discard' }).click();
    assert.equal(await interval.inputValue(), before);
  });

  it('drops what was edited when what it was made from is replaced elsewhere', async () => {
    const { page } = await open('settings');
    const unsaved = page.getByRole('img', { name: 'not saved yet' });
    const interval = page.getByRole('spinbutton', { name: 'Security interval' });
    await interval.fill('17');
    await page.getByRole('link', { name: 'Logs' }).click();
    await unsaved.waitFor();
    const { values } = (await harness.ask('GET', '/api/settings')).json as { values: { host: object } };
    const host = { ...values.host, securityInterval: '1140s' };
    assert.equal((await harness.ask('PUT', '/api/settings', { values: { ...values, host } })).status, 200);
    await page.getByRole('link', { name: 'Settings' }).click();
    await unsaved.waitFor({ state: 'detached' });
    assert.equal(await interval.inputValue(), '19');
  });

  it('shows no form of settings that cannot be read', async () => {
    harness.settings = { host: 'nonsense' };
    const { page } = await open('settings');
    await page.getByText('The settings cannot be read').waitFor();
    assert.equal(await page.getByRole('switch').count(), 0);
    assert.deepEqual(await accessibilityProblems(page), []);
  });

  it('leaves what was wanted of the access settings as it was, but for what was edited', async () => {
    const organization = {
      defaultAccessLevel: 'ACCESS_LEVEL_ALLOW',
      userMailInsert: '',
      adminMailRecipients: { addresses: ['anna@contoso.com', 'bert@contoso.com'] },
      otaNotificationMailInsert: 'Update it.',
    };
    harness.settings = { ...(JSON.parse(settingsJson()) as object), desiredAccess: { organization } };
    harness.rehearsal = { desiredAccess: { actionId: 'desired-access', state: 'ACTION_STATE_WOULD_BE_DONE' } };
    const { page } = await open('access');
    const recipients = page.getByLabel('Who is told about quarantined devices');
    assert.equal(await recipients.inputValue(), 'anna@contoso.com, bert@contoso.com');
    const save = async (): Promise<unknown> => {
      await page.getByRole('button', { name: 'What would this do?' }).click();
      const isRead = page.waitForResponse(
        (answer) => answer.url().endsWith('/api/access') && answer.request().method() === 'GET',
      );
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByRole('region', { name: 'What this would do' }).waitFor({ state: 'detached' });
      await isRead;
      return ((await harness.handedOut())['desiredAccess'] as { organization: unknown }).organization;
    };
    await page.getByRole('radio', { name: /^Quarantine/ }).check();
    const quarantine = { ...organization, defaultAccessLevel: 'ACCESS_LEVEL_QUARANTINE' };
    assert.deepEqual(await save(), quarantine);
    // What was said about it covers nothing that is needed next.
    await page.getByText('Saved', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Logs' }).click({ timeout: 1500, trial: true });
    await page.getByRole('radio', { name: /^Block: no device/ }).click({ timeout: 1500, trial: true });
    await page.getByRole('heading', { name: 'Device access' }).click({ timeout: 1500, trial: true });
    await recipients.fill('anna@contoso.com, carla@contoso.com');
    const addresses = ['anna@contoso.com', 'carla@contoso.com'];
    assert.deepEqual(await save(), { ...quarantine, adminMailRecipients: { addresses } });
  });

  it('leaves who reads a log where he is while more is written', async () => {
    const file = harness.folders.schedulerLog;
    mkdirSync(dirname(file), { recursive: true });
    const write = (from: number, to: number): void => {
      for (let n = from; n < to; n += 1)
        appendFileSync(file, `2026-11-22T08:00:00.000Z INFO  [scheduler] line ${String(n)}\n`);
    };
    write(0, 200);
    const { page } = await open('logs');
    await page.getByText('line 199', { exact: true }).waitFor();
    const top = (): Promise<number> => page.evaluate('document.getElementById("main").scrollTop');
    await page.waitForFunction('document.getElementById("main").scrollTop > 1000');
    // Who is at the end stays there.
    write(200, 220);
    await page.getByText('line 219', { exact: true }).waitFor();
    await page.waitForFunction(
      '(main => main.scrollHeight - main.clientHeight - main.scrollTop < 60)(document.getElementById("main"))',
    );
    await page.evaluate('document.getElementById("main").scrollTo(0, 500)');
    await page.waitForTimeout(300);
    write(220, 260);
    await page.getByText('line 259', { exact: true }).waitFor({ state: 'attached' });
    await page.waitForTimeout(300);
    assert.ok((await top()) < 600, 'he reads on');
    await page.getByRole('searchbox', { name: 'Contains' }).fill('line 7');
    await page.getByText('line 100', { exact: true }).waitFor({ state: 'detached' });
  });
});
