import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import fc from 'fast-check';
import { CSV_SEPARATORS, csvLine, defused, type CsvSeparator } from '../../cli/inventory-report/csv';
import { enumName } from '../../cli/inventory-report/enum-name';
import { openInventory } from '../../cli/inventory-report/find-inventory';
import { html } from '../../cli/inventory-report/html/markup';
import { percent } from '../../cli/inventory-report/html/format';
import { openReportFile } from '../../cli/inventory-report/report-file';
import { syncAge } from '../../cli/inventory-report/sync-age';
import { main } from '../../cli/program';
import { scratchFolder } from '../devhost/scratch-folder';
import { NOW, partnership, statistics } from '../tasks/findings/sample-partnership';
import { HOSTILE, hostilePartnership, mixedPartnerships, writeInventory, type SampleOptions } from './inventory-sample';

/** Reads RFC 4180, as strictly as it is written. */
function parseCsv(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let rest = text;
  while (rest !== '') {
    const quoted = /^"((?:[^"]|"")*)"/.exec(rest);
    const cell = quoted ?? /^[^",;\t\r\n]*/.exec(rest)!;
    row.push(quoted ? quoted[1]!.replaceAll('""', '"') : cell[0]);
    rest = rest.slice(cell[0].length);
    if (rest.startsWith(separator)) rest = rest.slice(separator.length);
    else {
      assert.ok(
        rest.startsWith('\r\n'),
        `neither a separator nor the end of a line: ${JSON.stringify(rest.slice(0, 20))}`,
      );
      rest = rest.slice(2);
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

const load = createRequire(__filename);
const SEPARATORS = Object.keys(CSV_SEPARATORS) as CsvSeparator[];
const printable = fc.string({ unit: fc.constantFrom(...Array.from('=+-@,;|\t\r\n" \'aö1＝＠🦊')) });

describe('A line of CSV', () => {
  it('gives back what was written, whatever it is (property)', () => {
    fc.assert(
      fc.property(fc.array(printable, { minLength: 1 }), fc.constantFrom(...SEPARATORS), (cells, separator) => {
        assert.deepEqual(parseCsv(csvLine(cells, separator), CSV_SEPARATORS[separator]), [cells]);
      }),
    );
  });

  it('has nothing that a spreadsheet takes for a formula, whichever separator it reads with (property)', () => {
    fc.assert(
      fc.property(printable, (text) => {
        for (const cell of defused(text).split(/[,;|\t\r\n]/)) assert.doesNotMatch(cell, /^ *[=+\-@＝＋－＠]/);
        assert.doesNotMatch(defused(text), /^[\t\r]/);
      }),
    );
  });

  it('leaves ordinary text as it is', () => {
    for (const text of ['iPhone 15', 'a-b', 'user@contoso.com', 'Jörg’s phone', '16.1', ''])
      assert.equal(defused(text), text);
    assert.equal(defused('+358 5 0100'), "'+358 5 0100");
    assert.equal(defused('a;=cmd|x'), "a;'=cmd|x");
  });
});

describe('The parts of a report', () => {
  it('escape everything that is not HTML already', () => {
    const text = html`<p title="${`"'<&>`}">${['<b>', html`<i>${1}</i>`, undefined]}</p>`.text;
    assert.equal(text, '<p title="&quot;&#39;&lt;&amp;&gt;">&lt;b&gt;<i>1</i></p>');
  });

  it('write shares so that a small one is not none', () => {
    assert.deepEqual(
      [
        percent(0, 0),
        percent(0, 5),
        percent(5, 5),
        percent(1, 3),
        percent(1, 30),
        percent(1, 99_999),
        percent(999, 1000),
      ],
      ['–', '0 %', '100 %', '33 %', '3.3 %', '<0.1 %', '99.9 %'],
    );
  });

  it('spell enums as Exchange and people do', () => {
    assert.equal(enumName('DEVICE_ACCESS_STATE', 'DEVICE_ACCESS_STATE_DEVICE_DISCOVERY'), 'DeviceDiscovery');
    assert.equal(enumName('CHARACTERISTIC', 'CHARACTERISTIC_DEVICE_OS'), 'DeviceOS');
    assert.equal(enumName('CLIENT_FAMILY', 'CLIENT_FAMILY_OWA_FOR_DEVICES'), 'OWA for Devices');
    assert.equal(enumName('CLIENT_FAMILY', undefined), '');
  });

  it('put ages into their classes at the limits', () => {
    const ago = (ms: number): string => syncAge(new Date(NOW - ms).toISOString(), true, NOW);
    assert.equal(ago(86_400_000 - 1), 'Less than 1 day');
    assert.equal(ago(86_400_000), '1 to 7 days');
    assert.equal(ago(-5000), 'Less than 1 day');
    assert.equal(ago(90 * 86_400_000), '90 to 180 days');
    assert.equal(ago(4000 * 86_400_000), 'More than 1 year');
    assert.equal(syncAge(undefined, true, NOW), 'Never synchronized');
    assert.equal(syncAge(undefined, false, NOW), 'Statistics not read');
  });
});

describe('eas-connector report', () => {
  let folder: string;
  const path = (name: string): string => join(folder, name);
  const errors: string[] = [];
  const stderr = process.stderr.write.bind(process.stderr);
  beforeEach(() => {
    folder = scratchFolder();
    errors.length = 0;
    process.stderr.write = (text: string) => errors.push(text) > 0;
  });
  afterEach(() => {
    process.stderr.write = stderr;
  });

  const report = (...args: string[]): Promise<number | undefined> =>
    main(['report', ...args], (module) => load(join(__dirname, '../../cli', `${module}.ts`)) as unknown);

  /** Both reports of an inventory. */
  async function made(sample: SampleOptions, ...args: string[]): Promise<{ csv: string; page: string }> {
    writeInventory(path('results.pb'), sample);
    const exitCode = await report(
      '--from',
      path('results.pb'),
      '--csv',
      path('r.csv'),
      '--html',
      path('r.html'),
      ...args,
    );
    assert.equal(exitCode, undefined, errors.join(''));
    return {
      csv: readFileSync(path('r.csv'), 'utf8'),
      page: readFileSync(path('r.html'), 'utf8').replace(/\s+/g, ' '),
    };
  }

  it('writes one line for each partnership, with ISO times, and empty where nothing was stated', async () => {
    const bare = partnership({ guid: 'p2', statistics: undefined, isManaged: undefined, firstSyncTime: undefined });
    const { csv } = await made({ partnerships: [partnership({ deviceTelephoneNumber: '+358 40' }), bare] });
    const [header, first, second, ...others] = parseCsv(csv, ',');
    assert.deepEqual(others, []);
    const cell = (row: string[] | undefined, name: string): string => row![header!.indexOf(name)]!;
    assert.equal(new Set(header).size, header!.length);
    assert.equal(cell(first, 'PrimarySmtpAddress'), 'anna@contoso.com');
    assert.equal(cell(first, 'LastSuccessSync'), '2026-11-22T07:00:00Z');
    assert.equal(cell(first, 'DeviceAccessState'), 'Allowed');
    assert.equal(cell(first, 'DevicePolicyApplicationStatus'), 'AppliedInFull');
    assert.equal(cell(first, 'IsManaged'), 'False');
    assert.equal(cell(first, 'DeviceTelephoneNumber'), "'+358 40");
    for (const name of ['LastSuccessSync', 'IsManaged', 'FirstSyncTime', 'NumberOfFoldersSynced', 'IsOnline']) {
      assert.equal(cell(second, name), '', name);
    }
  });

  it('writes a byte order mark and another separator if asked to', async () => {
    const { csv } = await made({ partnerships: [partnership()] }, '--bom', '--separator', 'semicolon');
    assert.ok(csv.startsWith('\uFEFFPrimarySmtpAddress;UserDisplayName;'));
    assert.equal(parseCsv(csv.slice(1), ';').length, 2);
    const plain = await made({ partnerships: [partnership()] });
    assert.ok(plain.csv.startsWith('PrimarySmtpAddress,'));
  });

  it('makes hostile device names harmless in both', async () => {
    const { csv, page } = await made({ partnerships: HOSTILE.map(hostilePartnership), connectionId: 'contoso' });
    for (const row of parseCsv(csv, ',')) for (const value of row) assert.doesNotMatch(value, /^[=+\-@]/);
    assert.doesNotMatch(page, /<script|<img|onerror=alert\(1\)>|<h1>gone|<!--/);
    assert.doesNotMatch(readFileSync(path('r.html'), 'utf8'), /[\u0000-\u0008\u000B-\u001F]/);
    assert.equal(page.match(/<h1>/g)?.length, 1);
  });

  it('makes a page that needs no network and no script, and says so in its policy', async () => {
    const { page } = await made({ partnerships: [partnership()] });
    assert.match(page, /Content-Security-Policy"\s+content="default-src &#39;none&#39;; style-src &#39;sha256-/);
    assert.doesNotMatch(page, /<(script|link|iframe|img|object|embed|base|form)|url\(|@import|https?:/);
    for (const [, target] of page.matchAll(/<[^>]*\s(?:href|src)="([^"]*)"/g)) assert.match(target!, /^#/);
    assert.doesNotMatch(page, / style="/, 'the policy forbids style attributes');
  });

  it('names the partnerships that a finding has as examples, and lists what has changed', async () => {
    const { page } = await made({
      partnerships: [partnership({ guid: 'g-1', friendlyName: 'The red phone' })],
      findings: [
        {
          code: 'partnership.stale',
          severity: 'info',
          summary: 'Silent.',
          count: 7,
          examples: ['g-1', 'bo@contoso.com'],
        },
        {
          code: 'drift.organizationSettings',
          severity: 'warning',
          summary: 'Settings have changed.',
          count: 1,
          examples: ['x'],
          drift: [{ object: 'Settings', property: 'DefaultAccessLevel', before: 'Allow', after: 'Block' }],
        },
      ],
    });
    assert.match(page, /anna@contoso\.com<\/bdi> · <bdi>The red phone/);
    assert.match(page, /<li><bdi>bo@contoso\.com<\/bdi><\/li>/);
    assert.match(page, /DefaultAccessLevel<\/bdi>\s*<\/td>\s*<td><bdi>Allow<\/bdi><\/td>\s*<td><bdi>Block/);
  });

  it('lists the partnerships with the most reasons first, and no more than asked for', async () => {
    const worst = partnership({
      mailboxPrimarySmtpAddress: 'zoe@contoso.com',
      cutOffOnline: true,
      deviceAccessState: 'Quarantined',
      statistics: statistics({ devicePolicyApplicationStatus: 'NotApplied' }, NOW - 100 * 86_400_000),
    });
    const { page } = await made({ partnerships: [...mixedPartnerships(3000), worst] }, '--rows', '25');
    const section = page.slice(page.indexOf('id="partnerships"'));
    assert.equal(section.match(/<th scope="row">/g)?.length, 25);
    assert.ok(section.indexOf('zoe@contoso.com') < section.indexOf('user0@contoso.com'));
    assert.match(section, /601 of 3,001 partnerships deserve attention; these are the first 25/);
    assert.match(section, /EAS below 16\.1, quarantined, policy not applied, no sync for 90 days/);
  });

  it('counts every partnership once in each chart', async () => {
    const { page } = await made({ partnerships: mixedPartnerships(1000) });
    const charts = [...page.matchAll(/<desc[^>]*>([^<]*)<\/desc>/g)].map(([, text]) => text!);
    assert.equal(charts.length, 6);
    for (const text of charts) {
      const counts = [...text.matchAll(/: ([\d,]+) \(/g)].map(([, count]) => Number(count!.replace(/,/g, '')));
      assert.equal(
        counts.reduce((a, b) => a + b, 0),
        1000,
        text,
      );
    }
  });

  it('says that an inventory is incomplete, and takes the newest complete one of a folder', async () => {
    writeInventory(path('results.pb'), { partnerships: [partnership()], isCutOff: true });
    await report('--from', path('results.pb'), '--html', path('r.html'));
    assert.match(readFileSync(path('r.html'), 'utf8'), /This inventory is incomplete/);

    const results = join(folder, 'data', 'Client', 'Results', 'EASConnectorManage');
    mkdirSync(results, { recursive: true });
    writeInventory(join(results, '1.pb'), { partnerships: [], connectionId: 'older' });
    writeInventory(join(results, '2.pb'), { partnerships: [], connectionId: 'newest-whole' });
    writeInventory(join(results, '3.pb'), {
      partnerships: [],
      connectionId: 'changes',
      isFull: false,
      baseStateId: 'lost',
    });
    writeInventory(join(results, '4.pb'), { partnerships: [], connectionId: 'unfinished', isCutOff: true });
    writeInventory(join(results, '5.incomplete.pb'), { partnerships: [], connectionId: 'cut', isCutOff: true });
    writeFileSync(join(results, '6.pb'), 'nonsense');
    const { overview, caveats } = await openInventory(join(folder, 'data'));
    assert.equal(overview.start.connectionId, 'newest-whole');
    assert.match(caveats.join(), /One newer run is not in this report/);
  });

  it('refuses what it cannot make a report of, with an exit code, and leaves no half report', async () => {
    writeFileSync(path('nonsense.pb'), 'nonsense, nonsense');
    assert.equal(await report('--from', path('nonsense.pb'), '--csv', path('r.csv')), 66);
    assert.equal(await report('--from', path('nothing.pb'), '--csv', path('r.csv')), 66);
    assert.equal(await report('--from', folder, '--csv', path('r.csv')), 66);
    writeInventory(path('changes.pb'), { partnerships: [], isFull: false, baseStateId: 'lost' });
    assert.equal(await report('--from', path('changes.pb'), '--csv', path('r.csv')), 66);
    assert.match(errors.at(-1)!, /only what is new since an earlier result/);
    writeInventory(path('results.pb'), { partnerships: [] });
    assert.equal(await report('--from', path('results.pb')), 64);
    assert.equal(await report('--from', path('results.pb'), '--csv', '-', '--html', '-'), 64);
    assert.equal(await report('--from', path('results.pb'), '--csv', path('same'), '--html', path('same')), 64);
    assert.ok(!existsSync(path('same')));
    const stored = readFileSync(path('results.pb'));
    assert.equal(await report('--from', path('results.pb'), '--csv', join(folder, '.', 'results.pb')), 64);
    assert.deepEqual(readFileSync(path('results.pb')), stored, 'the results are not overwritten');
    assert.equal(await report('--from', path('results.pb'), '--csv', join(folder, 'no', 'r.csv')), 73);
    // The first frame is whole, what follows is not.
    const good = readFileSync(path('results.pb'));
    writeFileSync(path('broken.pb'), Buffer.concat([good, Buffer.from([2, 0x42, 0x7f])]));
    assert.equal(await report('--from', path('broken.pb'), '--csv', path('r.csv')), 66);
    assert.ok(!existsSync(path('r.csv')) && !existsSync(path('r.csv.part')));
  });

  it('writes to stdout if asked to', async () => {
    let written = '';
    const stdout = new Writable({
      write(chunk: Buffer, _encoding, done) {
        written += chunk.toString();
        done();
      },
    });
    const file = await openReportFile('-', stdout);
    await file.write('a,b\r\n');
    await file.finish();
    assert.equal(written, 'a,b\r\n');
  });
});
