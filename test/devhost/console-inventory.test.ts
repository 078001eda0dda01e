import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Partnership } from '../../protocol';
import { mixedPartnerships } from '../cli/inventory-sample';
import { isStale } from '../../tasks/eas-connector-manage/findings/partnership-finds';
import { Tally, tallyNames } from '../../tasks/eas-connector-manage/tally';
import { partnership, statistics } from '../tasks/findings/sample-partnership';
import { ConsoleHarness } from './console-harness';

interface Page {
  readonly total: number;
  readonly matched: number;
  readonly rows: readonly { readonly guid: string; readonly user: string; readonly access: string }[];
}

const people: readonly Partnership[] = ['Östen', 'anna', 'Bert', 'Carla', 'bert'].map((name, index) =>
  partnership({
    guid: `00000000-0000-0000-0000-00000000000${String(index)}`,
    userDisplayName: name,
    mailboxPrimarySmtpAddress: `${name.toLowerCase()}@contoso.com`,
    deviceAccessState: index % 2 === 0 ? 'Allowed' : 'Quarantined',
    deviceOs: index === 2 ? 'Android 14' : 'iOS 26.1 23B85',
    deviceId: `DEVICE-${String(index)}`,
  }),
);

describe("The console's list of partnerships", () => {
  let harness: ConsoleHarness;
  const page = async (query: string): Promise<Page> =>
    (await harness.get(`/api/partnerships?${query}`)) as unknown as Page;
  const users = async (query: string): Promise<string[]> => (await page(query)).rows.map(({ user }) => user);

  before(async () => {
    harness = await new ConsoleHarness().open();
    await harness.inventory({ partnerships: people });
  });
  after(() => harness.close());

  it('is sorted whatever the case, and backwards', async () => {
    assert.deepEqual(await users('sort=user'), ['anna', 'Bert', 'bert', 'Carla', 'Östen']);
    assert.deepEqual(await users('sort=user&desc=true'), ['Östen', 'Carla', 'bert', 'Bert', 'anna']);
    assert.deepEqual(await users('sort=nonsense'), await users('sort=user'));
  });

  it('is found by every word, in what it shows and by device ID', async () => {
    assert.deepEqual(await users('search=BERT'), ['Bert', 'bert']);
    assert.deepEqual(await users('search=device-3'), ['Carla']);
    assert.deepEqual(await users('search=bert+android'), ['Bert']);
    assert.deepEqual(await users('search=nobody'), []);
  });

  it('is filtered', async () => {
    assert.deepEqual(await users('access=Quarantined'), ['anna', 'Carla']);
    assert.deepEqual(await users('attention=Quarantined'), ['anna', 'Carla']);
    assert.deepEqual(await users('os=Android+14'), ['Bert']);
    assert.deepEqual(await users('online=offline'), []);
    assert.deepEqual(await users('wipe=any'), []);
  });

  it('comes in pages that do not overlap', async () => {
    const pages = await Promise.all([0, 2, 4].map((offset) => page(`sort=family&limit=2&offset=${String(offset)}`)));
    const guids = pages.flatMap(({ rows }) => rows.map(({ guid }) => guid));
    assert.deepEqual(
      [...new Set(guids)].sort(),
      people.map(({ guid }) => guid),
    );
    assert.ok(pages.every(({ total, matched }) => total === 5 && matched === 5));
    assert.equal((await page('limit=100000000&offset=-5')).rows.length, 5);
    assert.deepEqual((await page('limit=0')).rows, []);
  });

  it('has a last page, and none after it', async () => {
    const last = (await page('sort=family&limit=2&offset=4')) as Page & { offset: number };
    assert.equal(last.rows.length, 1);
    assert.deepEqual(await page('sort=family&limit=2&offset=500'), last);
    assert.deepEqual((await page('search=nobody&limit=2&offset=500')).rows, []);
  });

  it('keeps up with a delta, and tells what has happened to a partnership', async () => {
    const own = await new ConsoleHarness().open();
    try {
      await own.inventory({ partnerships: people, stateId: '1' });
      const [first, second] = [people[0]!, people[1]!];
      const changed = { ...first, deviceOs: 'iOS 26.2', deviceAccessState: 'Blocked' as const };
      const more = [
        { changes: [{ partnership: changed, changedFields: ['deviceOs', 'deviceAccessState'] }] },
        { gonePartnershipGuids: [second.guid] },
      ];
      await own.inventory({ partnerships: [], isFull: false, baseStateId: '1', stateId: '2', more });
      assert.equal((await own.get('/api/partnerships'))['total'], 4);
      const details = (await own.get(`/api/partnerships/${first.guid}`)) as {
        row: { access: string };
        history: { what: string; details: string[] }[];
      };
      assert.equal(details.row.access, 'Blocked');
      assert.deepEqual(details.history[0]?.details, [
        'deviceOs: iOS 26.1 23B85 → iOS 26.2',
        'deviceAccessState: ALLOWED → BLOCKED',
      ]);
      assert.equal((await own.ask('GET', `/api/partnerships/${second.guid}`)).status, 404);
    } finally {
      await own.close();
    }
  });

  it('shows what a security run has read since the inventory', async () => {
    const own = await new ConsoleHarness().open();
    try {
      await own.inventory({ partnerships: people });
      const { guid } = people[0]!;
      const statistics = { deviceWipeRequestTime: '2026-11-22T08:00:00Z', deviceWipeSentTime: '2026-11-22T08:01:00Z' };
      const read = { guid, userDisplayName: 'Östen', deviceAccessState: 'DEVICE_ACCESS_STATE_ALLOWED', statistics };
      await own.security({ deviceStatuses: [{ partnership: read }] });
      const { rows } = (await own.get('/api/partnerships?wipe=any')) as unknown as {
        rows: { guid: string; wipe: string }[];
      };
      assert.deepEqual(
        rows.map((row) => [row.guid, row.wipe]),
        [[guid, 'sent']],
      );
      // It is sorted and found by what was read, until the next inventory.
      const users = async (query: string): Promise<string[]> =>
        ((await own.get(`/api/partnerships?${query}`)) as unknown as Page).rows.map(({ user }) => user);
      assert.equal((await users('sort=user'))[0], 'anna');
      const renamed = { ...read, userDisplayName: 'Aaron', deviceImei: '35-00000' };
      await own.security({ deviceStatuses: [{ partnership: renamed }] });
      assert.equal((await users('sort=user'))[0], 'Aaron');
      assert.deepEqual(await users('search=35-00000'), ['Aaron']);
      await own.inventory({ partnerships: people, stateId: '2' });
      assert.deepEqual(await users('search=35-00000'), []);
      const { row } = (await own.get(`/api/partnerships/${guid}`)) as { row: { user: string; wipe: string } };
      assert.deepEqual([row.user, row.wipe], ['Östen', '']);
    } finally {
      await own.close();
    }
  });

  it('has the numbers for charts, which are those of the filters', async () => {
    const own = await new ConsoleHarness().open();
    try {
      await own.inventory({ partnerships: [...mixedPartnerships(1000)] });
      const { charts, attention } = (await own.get('/api/overview')) as {
        charts: { filter: string; bars: { value: string; count: number }[] }[];
        attention: number;
      };
      assert.ok(charts.length === 4);
      for (const { filter, bars } of charts) {
        assert.equal(
          bars.reduce((sum, { count }) => sum + count, 0),
          1000,
        );
        for (const { value, count } of bars.filter((bar) => bar.value !== '')) {
          const found = await own.get(`/api/partnerships?${new URLSearchParams({ [filter]: value }).toString()}`);
          assert.equal(found['matched'], count, `${filter} ${value}`);
        }
      }
      assert.equal((await own.get('/api/partnerships?attention=any'))['matched'], attention);
    } finally {
      await own.close();
    }
  });

  it('counts EAS versions and silent partnerships as the inventory itself does', async () => {
    const days = (count: number): number => Date.now() - count * 86_400_000;
    const windows = { clientType: 'UniversalOutlook', clientVersion: '16.1', clientFamily: 'windowsMail' } as const;
    const at = (ms: number): { seconds: number; nanos: number } => ({ seconds: Math.floor(ms / 1000), nanos: 0 });
    const tries = { ...statistics({}, days(200)), lastSyncAttemptTime: at(days(1)) };
    const silent = { ...statistics({}, days(200)), lastSyncAttemptTime: at(days(100)) };
    const never = { ...statistics(), lastSuccessSync: undefined, lastSyncAttemptTime: undefined };
    const some = [
      partnership({ guid: 'a', statistics: tries }),
      partnership({ guid: 'b', statistics: silent, ...windows }),
      partnership({ guid: 'c', statistics: never, firstSyncTime: at(days(300)) }),
      partnership({ guid: 'd', statistics: undefined, firstSyncTime: at(days(300)), clientVersion: '14.1' }),
    ];
    const own = await new ConsoleHarness().open();
    try {
      await own.inventory({ partnerships: some });
      const { charts } = (await own.get('/api/overview')) as {
        charts: { filter: string; bars: { name: string; count: number }[] }[];
      };
      const tally = new Tally();
      for (const one of some) tally.add(tallyNames(one));
      assert.deepEqual(
        charts.find(({ filter }) => filter === 'easVersion')?.bars.map(({ name, count }) => [name, count]),
        tally
          .counts()
          .byEasVersion.map(({ name, count }) => [
            name.replace('not EAS', 'No EAS version').replace('EAS 1', '1'),
            count,
          ]),
      );
      const { rows } = (await own.get('/api/partnerships?attention=Not+seen+for+90+days')) as unknown as Page;
      assert.deepEqual(
        rows.map(({ guid }) => guid).sort(),
        some.filter((one) => isStale(one, Date.now(), 90 * 86_400_000)).map(({ guid }) => guid),
      );
      assert.deepEqual(rows.map(({ guid }) => guid).sort(), ['b', 'c']);
    } finally {
      await own.close();
    }
  });

  it('names the examples of findings as people know them', async () => {
    const own = await new ConsoleHarness().open();
    try {
      const reversed = partnership({ guid: 'r', friendlyName: '\u202Eenohp', userDisplayName: 'Rita' });
      const examples = [people[0]!.guid, 'r', 'gone', 'anna@contoso.com: two clients'];
      const found = { code: 'partnership.stale', severity: 'info', summary: 'Silent.', count: 4, examples } as const;
      await own.inventory({ partnerships: [...people, reversed], findings: [{ ...found, drift: [] }] });
      const expected = [
        { guid: people[0]!.guid, text: 'Black iPhone of Östen' },
        { guid: 'r', text: 'enohp of Rita' },
        { guid: '', text: 'gone' },
        { guid: '', text: 'anna@contoso.com: two clients' },
      ];
      const { findings } = (await own.get('/api/overview')) as { findings: { examples: unknown }[] };
      assert.deepEqual(findings[0]?.examples, expected);
      const run = (await own.get('/api/runs/run-1')) as { findings: { examples: unknown }[] };
      assert.deepEqual(run.findings[0]?.examples, expected);
    } finally {
      await own.close();
    }
  });

  it('is there again after a restart', async () => {
    const again = new ConsoleHarness(harness.folders.root);
    const runs = harness.desk.host.history('EASConnectorManage');
    await again.desk.inventory.load(runs);
    assert.equal(again.desk.inventory.overview.partnerships, 5);
    assert.equal(again.desk.inventory.overview.at, runs[0]?.endedAt);
  });
});

describe("The console's events", () => {
  it('go to fifty pages, and to another one when one of them is closed', async () => {
    const harness = await new ConsoleHarness().open();
    const pages: AbortController[] = [];
    const open = async (): Promise<number> => {
      const page = new AbortController();
      const headers = { authorization: `Bearer ${harness.console.token}` };
      const { status } = await fetch(`${harness.console.url}/api/events`, { headers, signal: page.signal });
      if (status === 200) pages.push(page);
      return status;
    };
    try {
      for (let count = 0; count < 50; count += 1) assert.equal(await open(), 200);
      assert.equal(await open(), 503);
      pages.shift()?.abort();
      let status = 503;
      for (let tries = 0; tries < 100 && status === 503; tries += 1) status = await open();
      assert.equal(status, 200);
    } finally {
      for (const page of pages) page.abort();
      await harness.close();
    }
  });

  it('tell the state at once, and again after a change', async () => {
    const harness = await new ConsoleHarness().open();
    const stop = AbortSignal.timeout(8000);
    try {
      const headers = { authorization: `Bearer ${harness.console.token}` };
      const response = await fetch(`${harness.console.url}/api/events`, { headers, signal: stop });
      const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
      const next = async (): Promise<{ revisions: { orders: number } }> => {
        const { value = '' } = await reader.read();
        return JSON.parse(/^data: (.*)$/m.exec(value)?.[1] ?? '') as { revisions: { orders: number } };
      };
      const { revisions: before } = await next();
      harness.desk.changed('orders');
      assert.equal((await next()).revisions.orders, before.orders + 1);
      await reader.cancel();
    } finally {
      await harness.close();
    }
  });
});

describe("The console's logs", () => {
  let harness: ConsoleHarness;
  const line = (level: string, text: string): string => `2026-11-22T08:00:00.000Z ${level.padEnd(5)} [r1] ${text}\n`;
  const read = async (query: string): Promise<{ texts: string[]; cursor: string }> => {
    const answer = (await harness.get(`/api/logs/scheduler?${query}`)) as { lines: { text: string }[]; cursor: string };
    return { texts: answer.lines.map(({ text }) => text), cursor: answer.cursor };
  };

  before(async () => {
    harness = await new ConsoleHarness().open();
    mkdirSync(dirname(harness.folders.schedulerLog), { recursive: true });
    writeFileSync(harness.folders.schedulerLog, line('INFO', 'one') + line('WARN', 'two') + line('ERROR', 'three'));
  });
  after(() => harness.close());

  it('are filtered by level and text', async () => {
    assert.deepEqual((await read('')).texts, ['one', 'two', 'three']);
    assert.deepEqual((await read('level=WARN')).texts, ['two', 'three']);
    assert.deepEqual((await read('text=THREE')).texts, ['three']);
    assert.deepEqual((await read('limit=1')).texts, ['three']);
  });

  it('go on where they were read to, line by whole line, also in a file that was begun anew', async () => {
    const { cursor } = await read('');
    const file = harness.folders.schedulerLog;
    appendFileSync(file, line('INFO', 'four') + '2026-11-22T08:00:00.000Z INFO  [r1] ha');
    const more = await read(`cursor=${cursor}`);
    assert.deepEqual(more.texts, ['four']);
    appendFileSync(file, 'lf\n');
    const half = await read(`cursor=${more.cursor}`);
    assert.deepEqual(half.texts, ['half']);
    renameSync(file, `${file}.1`);
    // It may be longer than the old one was.
    const anew = Array.from({ length: 400 }, (_, n) => `anew ${String(n)}`);
    writeFileSync(file, anew.map((text) => line('INFO', text)).join(''));
    assert.deepEqual((await read(`cursor=${half.cursor}`)).texts, anew);
  });

  it('have names, and nothing else can be read', async () => {
    const names = (await harness.get('/api/logs')) as unknown as { name: string }[];
    assert.deepEqual(
      names.map(({ name }) => name),
      ['scheduler', 'EASConnectorManage', 'EASConnectorSecurity'],
    );
    assert.deepEqual((await harness.get('/api/logs/EASConnectorManage'))['lines'], []);
    assert.equal((await harness.ask('GET', `/api/logs/${encodeURIComponent(join('..', 'control.json'))}`)).status, 404);
  });
});
