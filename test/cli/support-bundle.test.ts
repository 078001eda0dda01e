import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { main } from '../../cli/program';
import { makeBundle } from '../../cli/support-bundle';
import type { BundleFile } from '../../cli/support-bundle/collect';
import { learn } from '../../cli/support-bundle/known-people';
import { Pseudonyms } from '../../cli/support-bundle/pseudonyms';
import { createRedaction, type Redaction } from '../../cli/support-bundle/redaction';
import { readVocabulary } from '../../cli/support-bundle/vocabulary';
import { startLab, type Lab } from '../../lab';
import { personOf } from '../../lab/organization/people';
import { encodeFrame, settingsFromJson, TASK_NAMES, type TaskName } from '../../protocol';
import type { PSObject } from '../../psrp';
import * as plugin from '../../tasks';

type Json = Record<string, unknown>;

const VOCABULARY = readVocabulary(join(__dirname, '../..'), []);

function redaction(pseudonyms = new Pseudonyms()): Redaction {
  return createRedaction(VOCABULARY, pseudonyms, (text) => text);
}

describe('What is somebody\u2019s in a text', () => {
  it('gets a stand-in, the same each time, and the rest of the sentence stays', () => {
    const { text } = redaction();
    assert.equal(
      text('block ApplPUQKSZA4J060 for kofi.laine9@contoso.com. action=blocked-7 ms=12'),
      'block word-1 for person-1@domain-1.invalid. action=blocked-7 ms=12',
    );
    assert.equal(text('KOFI.LAINE9@contoso.com'), 'person-1@domain-1.invalid');
    assert.equal(text('applpuqksza4j060'), 'word-1');
  });

  it('is found whatever it is: addresses, hosts, GUIDs, numbers, paths, names of unknown people', () => {
    const { text } = redaction();
    const given =
      'Error at https://mail.fabrikam.example/PowerShell/ (10.1.2.3, fe80:0:0:1:2:3:4:5) for Zoë Österberg, +46 70 123 45 67, ' +
      "IMEI 356938035643809, 3f2504e0-4f89-41d3-9a0c-0305e82c3301, C:\\Users\\zoster\\x.log, contoso.com/Users/Zoë O'Hara";
    const told = text(given);
    for (const own of [
      'fabrikam',
      '10.1.2.3',
      'fe80',
      'Zoë',
      'Österberg',
      '46',
      '123 45',
      '3569',
      '3f25',
      'zoster',
      'Hara',
      'contoso',
    ]) {
      assert.ok(!told.includes(own), `${own} in ${told}`);
    }
    assert.match(told, /^Error at https:\/\/host-1\/PowerShell\/ /);
  });

  it('is a number however its digits are grouped, and not a count, a version or a time', () => {
    const { text } = redaction();
    for (const [given, told] of [
      ['Call 040 123 4567.', 'Call number-1.'],
      ['(555) 123-4567, 09/123 4567', 'number-2, number-3'],
      ['FI21 1234 5600 0007 85', 'word-1 number-4'],
      ['555 12, 3 of 50, 15.2 (Build 2562.35), 10.0.22631 at 2026-11-22 11:12:13', undefined],
      ['12 34 56 ms=7', undefined],
    ] as const) {
      assert.equal(text(given), told ?? given);
    }
  });

  it('is all of a field that is somebody\u2019s own, also where its words are ours', () => {
    const { json } = redaction();
    const given = {
      connection: { id: 'lab', displayName: 'First Open Mailbox' },
      actions: [{ id: 'a1', orderedBy: 'Mark Page', wipe: { kind: 'wholeDevice' } }],
      approvals: [{ approvedBy: 'Will May' }],
      safety: { protectedGroups: ['Security'], reportOnly: true },
      scope: { include: { organizationalUnits: ['contoso.com/Sent/Server'] } },
    };
    const told = JSON.stringify(json(given));
    for (const own of ['First', 'Open', 'Mark', 'Page', 'Will', 'May', '"Security', 'Sent', 'Server'])
      assert.ok(!told.includes(own), `${own} in ${told}`);
    for (const ours of ['displayName', '"kind":"wholeDevice"', '"reportOnly":true', '"id":"lab"'])
      assert.ok(told.includes(ours), `${ours} in ${told}`);
  });

  it('does not hide what makes a log readable', () => {
    const { text } = redaction();
    for (const line of [
      '2026-11-22T09:25:01.735Z WARN  [20261122T092501533Z-84ca9e] The run has ended. outcome=partial seconds=0.377',
      'connection.network.caFile: settings.invalid',
      'Get-MobileDeviceStatistics: HTTP 429 milliseconds=12 bytes=34567',
      'Exchange SE Version 15.2 (Build 2562.35) over TLSv1.3',
    ]) {
      assert.equal(text(line), line);
    }
  });

  it('is one person where a result says so, and several where names are the same', () => {
    const pseudonyms = new Pseudonyms();
    const anna = { primarySmtpAddress: 'anna.berg1@contoso.com', displayName: 'Anna Berg', samAccountName: 'aberg1' };
    learn(
      [{ mailboxes: [anna] }, { userDisplayName: 'Anna Berg', mailboxPrimarySmtpAddress: 'anna.berg2@contoso.com' }],
      pseudonyms,
    );
    const { text } = redaction(pseudonyms);
    assert.equal(text('Anna Berg'), 'person-1');
    assert.equal(text('of aberg1 (anna.berg1@contoso.com)'), 'of person-1 (person-1@domain-1.invalid)');
    assert.equal(text('anna.berg2@contoso.com'), 'person-2@domain-1.invalid');
    assert.match(text('contoso.com/Users/Anna Berg/ExchangeActiveSyncDevices'), /\/person-1\//);
  });

  it('is taken out of JSON, of its names too, and secrets before everything', () => {
    const mask = (text: string): string => text.replaceAll('s3cret', '[secret]');
    const { json } = createRedaction(VOCABULARY, new Pseudonyms(), mask);
    assert.deepEqual(json({ deviceId: 'ABC123', 'kofi@contoso.com': ['x s3cret', true, 5, 356938035643809] }), {
      deviceId: 'word-1',
      'person-1@domain-1.invalid': ['x [secret]', true, 5, 'number-1'],
    });
  });

  it('never stays because an organization is called like a word of ours', () => {
    const own = createRedaction(
      readVocabulary(join(__dirname, '../..'), ['mailbox']),
      new Pseudonyms(),
      (text) => text,
    );
    assert.equal(own.text('Mailbox of mailbox.example'), 'word-1 of host-1');
  });
});

describe('A support bundle', function () {
  this.timeout(30_000);
  const folder = mkdtempSync(join(tmpdir(), 'eas-bundle-'));
  const client = join(folder, 'Client');
  let lab: Lab;
  const secrets: string[] = [];

  before(async () => {
    lab = await startLab({ devices: 60, seed: 7, dataDir: join(folder, 'lab') });
    for (const task of TASK_NAMES) await run(task);
  });
  after(async () => {
    await lab.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Runs a task as a client does, with every command in its log, and keeps its results where a client keeps them. */
  async function run(task: TaskName): Promise<void> {
    const files = lab.description.settings!;
    const given = JSON.parse(
      readFileSync(task === 'EASConnectorManage' ? files.manage : files.security, 'utf8'),
    ) as Json;
    const json = { ...given, logging: { level: 'LOG_LEVEL_DEBUG' } };
    const { exchangeOnline } = given['connection'] as { exchangeOnline: { clientSecret: string } };
    secrets.push(exchangeOnline.clientSecret);
    const text = JSON.stringify(json);
    for (const name of ['Settings', 'Results'])
      mkdirSync(join(client, name, name === 'Results' ? task : '.'), { recursive: true });
    writeFileSync(join(client, 'Settings', `${task}.json`), text);
    const results: Uint8Array[] = [];
    const { outcome } = await plugin[task](settingsFromJson(task, text).bytes!, {
      dataDir: join(client, 'Data', 'eas-connector'),
      logDir: join(client, 'Tasks', 'Inv', task),
      runId: '20261122T092501533Z-84ca9e',
      signal: new AbortController().signal,
      emit: (result) => {
        results.push(encodeFrame(result));
        return Promise.resolve();
      },
      progress: () => undefined,
      log: () => undefined,
    });
    assert.equal(outcome, 'succeeded');
    writeFileSync(join(client, 'Results', task, '1.pb'), Buffer.concat(results));
  }

  /** Every name, address, number and id of the organization. */
  function personalStrings(): string[] {
    const { organization, runner } = lab;
    const found = new Set<string>(['contoso', organization.site.domain]);
    for (const cmdlet of ['Get-Mailbox', 'Get-CASMailbox', 'Get-MobileDevice', 'Get-ExchangeServer', 'Get-User']) {
      const parameters = new Map(cmdlet === 'Get-ExchangeServer' ? [] : [['ResultSize', 'Unlimited']]);
      if (!runner.knows(cmdlet)) continue;
      for (const object of runner.run({ cmdlet, parameters, user: 'test', warn: () => undefined })) {
        for (const text of textsOf(object)) found.add(text);
      }
    }
    for (let index = 0; index < 60; index++) {
      const { firstName, lastName } = personOf(organization.world.dice, index);
      for (const name of [firstName, lastName]) found.add(name);
    }
    return [...found].filter((text) => text.length >= 3);
  }

  const PERSONAL =
    /^(Display|UserDisplay|Friendly|First|Last)?Name$|Address$|UserPrincipalName|SamAccount|^Guid$|^Identity$|Distinguished|DeviceId|Imei|Telephone|ServerName|Alias|^Database$/i;

  function textsOf(object: PSObject): string[] {
    return [...object.properties].flatMap(([name, value]) =>
      PERSONAL.test(name) && value !== null && typeof value !== 'boolean' ? [String(value)] : [],
    );
  }

  function assertNothingPersonal(files: readonly BundleFile[]): void {
    const wanted = personalStrings();
    assert.ok(wanted.length > 300, String(wanted.length));
    for (const { name, text } of files) {
      const all = `${name}\n${text}`;
      const lower = all.toLowerCase();
      for (const own of wanted) {
        if (!lower.includes(own.toLowerCase())) continue;
        const asWord = new RegExp(
          `(?<![\\p{L}\\p{N}])${own.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`,
          'iu',
        );
        assert.ok(
          !asWord.test(all),
          `${own} is in ${name}: ${asWord.exec(all)?.input.slice(Math.max(0, all.search(asWord) - 80), all.search(asWord) + 80) ?? ''}`,
        );
      }
      for (const secret of secrets) assert.ok(!all.includes(secret), `a secret is in ${name}`);
      assert.doesNotMatch(all, /BEGIN (RSA )?PRIVATE KEY|Bearer [\w.-]{20}|eyJ[\w-]{20}/, name);
    }
  }

  const options = { dataDir: folder, settings: [], logMib: 2 };

  it('has no personal string of the organization and no secret in it', async () => {
    assertNothingPersonal(await makeBundle(options));
  });

  it('has none either where there are no results to learn names from', async () => {
    rmSync(join(client, 'Results'), { recursive: true });
    assertNothingPersonal(await makeBundle(options));
  });

  it('has what support needs: versions, settings, logs, problems, commands, the journal, and a list of it all', async () => {
    const files = await makeBundle(options);
    const of = (name: string): string => files.find((file) => file.name === name)?.text ?? '';
    assert.match(of('about.json'), /"connector": "\d+\.\d+\.\d+"/);
    assert.match(of('settings/EASConnectorSecurity.json'), /"secret": "\[secret\]"/);
    assert.match(of('problems.txt'), / WARN .* wipe the whole device /);
    assert.match(of('commands.txt'), / DEBUG .* Clear-MobileDevice Identity="\\"id-\d+\\"/);
    const journal = files.find(({ name }) => name.startsWith('journal/'))!;
    assert.match(journal.text, /"wipeKind": "wholeDevice"/);
    const { files: listed } = JSON.parse(of('manifest.json')) as { files: { name: string; bytes: number }[] };
    assert.deepEqual(
      listed.map(({ name, bytes }) => [name, bytes]),
      files.filter(({ name }) => name !== 'manifest.json').map(({ name, text }) => [name, Buffer.byteLength(text)]),
    );
    // The same mailbox in the log and in the journal.
    const person = / of (person-\d+@domain-1\.invalid) action=/.exec(of('problems.txt'))?.[1];
    assert.ok(person !== undefined && journal.text.includes(person));
  });

  it('is listed before it is written, and written as a zip that only its owner may read', async () => {
    const out = join(folder, 'bundle.zip');
    const load = (module: string): unknown =>
      createRequire(__filename)(join(__dirname, '../../cli', module)) as unknown;
    const before = process.exitCode;
    await main(['support-bundle', '--data-dir', folder, '--out', out, '--list'], load);
    assert.throws(() => readFileSync(out));
    await main(['support-bundle', '--data-dir', folder, '--out', out, '--yes'], load);
    process.exitCode = before;
    const names = Object.keys(unzipSync(readFileSync(out)));
    assert.ok(names.includes('manifest.json') && names.includes('commands.txt'));
  });

  it('is refused where there is nothing to be packed', async () => {
    await assert.rejects(makeBundle({ ...options, dataDir: join(folder, 'nowhere') }), { exitCode: 66 });
  });
});
