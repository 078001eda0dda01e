import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CliError } from '../../cli/cli-error';
import { journal, type JournalOptions } from '../../cli/journal';
import { journalLines } from '../../cli/report/journal-lines';
import { PLAIN } from '../../cli/terminal/style';
import { openStore, type Store } from '../../plugin/state/store';
import { timestampFromMs } from '../../protocol';
import type { ActionRecord } from '../../tasks/eas-connector-security/action-record';
import { outcome } from '../../tasks/eas-connector-security/outcome';
import { RECORDS } from '../../tasks/eas-connector-security/journal';

const AT = Date.UTC(2026, 10, 22, 8, 0, 0);

const BASE: ActionRecord = {
  version: 1,
  actionId: 'r1',
  fingerprint: 'f',
  kind: 'removePartnership',
  orderedBy: 'admin',
  firstSeenAt: AT,
  attempts: [],
};

const WIPE: ActionRecord = {
  ...BASE,
  actionId: 'w1',
  kind: 'wipe',
  firstSeenAt: AT - 60_000,
  attempts: [{ at: timestampFromMs(AT), problem: undefined }],
  wipe: {
    guid: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
    firstSyncSeconds: 1,
    kind: 'wholeDevice',
    deviceId: 'APPL1',
    mailboxGuid: '',
    issuedAt: AT,
    requestTime: timestampFromMs(AT + 1000),
    sentTime: timestampFromMs(AT + 3_600_000),
  },
  outcome: outcome({ id: 'w1' }, 'pending', 'Given to the device.', AT),
};

describe('The command journal', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'eas-journal-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const plugin = (): string => join(folder, 'Client', 'Data', 'eas-connector');

  async function write(connection: string, records: readonly ActionRecord[], dataDir = plugin()): Promise<Store> {
    const store = await openStore(dataDir, connection);
    for (const record of records) await store.collection<ActionRecord>(RECORDS).put(record.actionId, record);
    return store;
  }

  const show = async (options: Partial<JournalOptions> = {}): Promise<string> =>
    (await journal({ dataDir: folder, ...options }, (found) => journalLines(found, PLAIN, 100))).join('\n');

  it('shows every action with its state, its times and what became of it, beside a connector that has the state open', async () => {
    const done = { ...BASE, destructiveAt: AT, outcome: outcome({ id: 'r1' }, 'succeeded', 'It is gone.', AT) };
    const store = await write('contoso', [done, WIPE]);
    try {
      const text = await show();
      assert.match(text, /^contoso: 2 actions, 1 not over\n\nw1 {2}wipe {2}pending, not over\n/);
      assert.match(text, /first seen 2026-11-22T07:59:00Z, ordered by admin/);
      assert.match(text, /wipe of the whole device APPL1, partnership 3f2504e0/);
      assert.match(text, /requested 2026-11-22T08:00:01Z; given to the\s+device 2026-11-22T09:00:00Z/);
      assert.match(text, /r1 {2}remove partnership {2}succeeded\n[^]*It is gone\.[^]*counted as destructive/);
      await store.collection<ActionRecord>(RECORDS).put('x1', { ...BASE, actionId: 'x1' });
      assert.match(await show(), /3 actions[^]*x1 {2}remove partnership {2}begun, without an outcome/);
    } finally {
      await store.close();
    }
  });

  it('shows a record of a newer version as such, and one action if that is asked for', async () => {
    await (await write('contoso', [{ ...BASE, version: 2, actionId: 'n1' }, WIPE])).close();
    const text = await show({ action: 'n1' });
    assert.match(
      text,
      /n1 {2}remove partnership\n {4}Written by a newer version of the connector \(record version 2\)/,
    );
    assert.doesNotMatch(text, /w1/);
    await assert.rejects(show({ action: 'nothing' }), /The journal of contoso has no action nothing/);
  });

  it('prints the records as JSON', async () => {
    await (await write('contoso', [WIPE])).close();
    const { connection, records } = JSON.parse(await show({ json: true })) as {
      connection: string;
      records: ActionRecord[];
    };
    assert.equal(connection, 'contoso');
    assert.equal(records[0]?.wipe?.deviceId, 'APPL1');
  });

  it('lists the connections there are, if it is not told which or told another', async () => {
    await (await write('contoso', [])).close();
    assert.match(await show(), /contoso: 0 actions/, 'the only one need not be named');
    await (await write('fabrikam', [])).close();
    await assert.rejects(show(), /Which connection\? .* contoso, fabrikam/);
    await assert.rejects(show({ connection: 'nobody' }), /no connection nobody .* contoso, fabrikam/);
    assert.match(await show({ connection: 'fabrikam' }), /fabrikam: 0 actions/);
  });

  it("finds the state in the plugin's own data folder too, and says if there is none", async () => {
    await assert.rejects(
      show(),
      (error) => error instanceof CliError && error.message.includes('no state of the connector'),
    );
    await (await write('contoso', [WIPE], folder)).close();
    assert.match(await show(), /contoso: 1 action,/);
  });

  it('never writes: it makes no folder and no file', async () => {
    mkdirSync(join(plugin(), 'connections', 'empty'), { recursive: true });
    await assert.rejects(show({ connection: 'empty' }), CliError);
    await assert.rejects(show(), /no state of the connector/);
  });

  it('lets no control character of a host reach the terminal', async () => {
    await (await write('contoso', [{ ...BASE, actionId: 'a\u001b[31m', orderedBy: 'x\u0007' }])).close();
    assert.doesNotMatch((await show()).replaceAll('\n', ''), /\p{Cc}/u);
  });
});
