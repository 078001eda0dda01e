import assert from 'node:assert/strict';
import type { Command } from '../../../plugin/exchange/command';
import type { ExchangeVersion } from '../../../plugin/exchange/exchange-version';
import type { Json } from '../security-harness';
import { ManageHarness } from './manage-harness';

/** A partnership of the unlimited inventory with its mailbox. */
interface Seen {
  readonly mailbox: Json;
  readonly partnership: Json;
}

/** A part of a scope, and what it means. */
interface Case {
  readonly part: string;
  readonly values: readonly string[];
  readonly version: ExchangeVersion;
  /** @param members of the group Engineering, by GUID */
  readonly matches: (seen: Seen, members: ReadonlySet<string>) => boolean;
  /** The command that the server has to narrow when it is included, and its parameter; undefined if none. */
  readonly narrowed?: readonly [cmdlet: string, parameter: string];
  /** Whether the server narrows the exclusion as well. */
  readonly isExclusionNarrowed?: boolean;
}

const text = (object: Json, name: string): string => String(object[name] ?? '');

const CASES: readonly Case[] = [
  {
    part: 'organizationalUnits',
    values: ['contoso.com/Sales', 'contoso.com/Finance'],
    version: 'SE',
    matches: ({ mailbox }) => /^contoso\.com\/(Sales|Finance)(\/|$)/.test(text(mailbox, 'organizationalUnit')),
    narrowed: ['Get-CASMailbox', 'OrganizationalUnit'],
  },
  {
    part: 'mailboxServers',
    values: ['EX02'],
    version: '2016',
    matches: ({ mailbox }) => text(mailbox, 'serverName') === 'ex02',
    narrowed: ['Get-Mailbox', 'Server'],
  },
  {
    part: 'mailboxServers',
    // Too many for the server; by their full names.
    values: Array.from({ length: 21 }, (_, place) => `ex${String(place + 2).padStart(2, '0')}.contoso.com`),
    version: '2016',
    matches: ({ mailbox }) => text(mailbox, 'serverName') !== 'ex01',
  },
  {
    part: 'domains',
    values: ['contoso.COM'],
    version: 'SE',
    matches: ({ mailbox }) => text(mailbox, 'primarySmtpAddress').endsWith('@contoso.com'),
  },
  {
    part: 'recipientTypes',
    values: ['SharedMailbox'],
    version: 'Online',
    matches: ({ mailbox }) => mailbox['recipientTypeDetails'] === 'SharedMailbox',
    narrowed: ['Get-Mailbox', 'RecipientTypeDetails'],
  },
  {
    part: 'recipientTypes',
    // The server might refuse a type that it does not know, so it is not asked.
    values: ['SharedMailbox', 'HologramMailbox'],
    version: 'SE',
    matches: ({ mailbox }) => mailbox['recipientTypeDetails'] === 'SharedMailbox',
  },
  {
    part: 'groups',
    values: ['Engineering'],
    version: 'SE',
    matches: ({ mailbox }, members) => members.has(text(mailbox, 'guid')),
  },
  {
    part: 'clientTypes',
    values: ['REST'],
    version: 'Online',
    matches: ({ partnership }) => partnership['clientType'] === 'REST',
    narrowed: ['Get-MobileDevice', 'Filter'],
    isExclusionNarrowed: true,
  },
  {
    part: 'clientTypes',
    values: ['UniversalOutlook'],
    version: 'Online',
    matches: ({ partnership }) => partnership['clientType'] === 'UniversalOutlook',
  },
];

const NAMES: Readonly<Record<string, string>> = {
  organizationalUnits: 'organizational units',
  mailboxServers: 'mailbox servers',
  domains: 'domains',
  recipientTypes: 'recipient types',
  groups: 'groups',
  clientTypes: 'client types',
};

/** A phone that had been silent for longer is left out where the scope says so. */
const SILENT_DAYS = 30;

describe('The scope of an inventory', () => {
  const unlimited = new Map<ExchangeVersion, ManageHarness>();
  after(() => {
    for (const lab of unlimited.values()) lab.close();
  });

  /** An organization of which everything has been read. */
  async function everything(version: ExchangeVersion): Promise<{ lab: ManageHarness; seen: readonly Seen[] }> {
    const lab = unlimited.get(version) ?? new ManageHarness({ devices: 60, version });
    if (!unlimited.has(version)) await lab.run();
    unlimited.set(version, lab);
    const seen = [...lab.host.partnerships.values()].map((partnership) => ({
      partnership,
      mailbox: lab.host.mailboxes.get(text(partnership, 'mailboxGuid')) ?? {},
    }));
    return { lab, seen };
  }

  /** What a host gets that has nothing yet. */
  async function limited(
    lab: ManageHarness,
    scope: Json,
  ): Promise<{ guids: string[]; applied: readonly string[]; sent: readonly Command[] }> {
    const other = new ManageHarness({ share: lab });
    try {
      const { completed, summary } = await other.run({ scope });
      assert.equal(completed.outcome, 'succeeded');
      // Some of these scopes name what does not exist, on purpose.
      const others = completed.problems.filter(({ code }) => code !== 'settings.scopeUnmatched');
      assert.deepEqual(others, []);
      const guids = [...other.host.partnerships.keys()].sort();
      assert.equal(Number(summary['partnerships'] ?? 0), guids.length);
      return { guids, applied: summary['scopeApplied'] as string[], sent: other.session.sent };
    } finally {
      other.close();
    }
  }

  const guidsOf = (seen: readonly Seen[]): string[] => seen.map(({ partnership }) => text(partnership, 'guid')).sort();

  for (const { part, values, version, matches, narrowed, isExclusionNarrowed = false } of CASES) {
    for (const side of ['include', 'exclude'] as const) {
      const isAtServer = narrowed !== undefined && (side === 'include' || isExclusionNarrowed);
      const where = isAtServer ? 'at the server' : 'by the connector';
      it(`of Exchange ${version} that ${side}s ${NAMES[part] ?? ''} ${values.join(', ')} is applied ${where}`, async () => {
        const { lab, seen } = await everything(version);
        const direct = lab.objects('Get-DistributionGroupMember', { Identity: 'Engineering', ResultSize: 'Unlimited' });
        const members = new Set(direct.map((member) => String(member.get('Guid'))));
        const expected = seen.filter((one) => matches(one, members) === (side === 'include'));
        assert.ok(
          part === 'domains' || (expected.length > 0 && expected.length < seen.length),
          String(expected.length),
        );
        const { guids, applied, sent } = await limited(lab, { [side]: { [part]: values } });
        assert.deepEqual(guids, guidsOf(expected));
        assert.deepEqual(applied, [`${where}: ${side} ${NAMES[part] ?? ''} ${values.join(', ')}`]);
        const lists = sent.filter(({ cmdlet }) =>
          ['Get-Mailbox', 'Get-CASMailbox', 'Get-MobileDevice'].includes(cmdlet),
        );
        if (isAtServer) {
          const [cmdlet, parameter] = narrowed;
          const narrow = lists.filter((command) => command.cmdlet === cmdlet);
          assert.ok(narrow.length > 0 && narrow.every(({ parameters }) => parameters[parameter] !== undefined));
        } else {
          const given = lists.flatMap(({ parameters }) => Object.entries(parameters).filter(([, value]) => value));
          assert.deepEqual([...new Set(given.map(([name]) => name))], ['ResultSize'], 'the server narrows nothing');
        }
      });
    }
  }

  it('asks the server once for each organizational unit and server, and reads everything where these are too many', async () => {
    const { lab } = await everything('SE');
    const units = ['contoso.com/Sales', 'contoso.com/Finance'];
    const include = { organizationalUnits: units, mailboxServers: ['ex01', 'ex02'] };
    const few = await limited(lab, { include });
    assert.equal(few.sent.filter(({ cmdlet }) => cmdlet === 'Get-Mailbox').length, 4);
    const many = {
      ...include,
      mailboxServers: Array.from({ length: 11 }, (_, place) => `ex${String(place + 1).padStart(2, '0')}`),
    };
    const { sent, applied } = await limited(lab, { include: many });
    assert.equal(sent.filter(({ cmdlet }) => cmdlet === 'Get-Mailbox').length, 2);
    assert.match(applied[0] ?? '', /^at the server: include organizational units/);
    assert.match(applied[1] ?? '', /^by the connector: include mailbox servers/);
  });

  it('takes a recipient filter to the server', async () => {
    const { lab, seen } = await everything('SE');
    const filter = "RecipientTypeDetails -eq 'SharedMailbox'";
    const { guids, applied } = await limited(lab, { recipientFilter: filter });
    const expected = seen.filter(({ mailbox }) => mailbox['recipientTypeDetails'] === 'SharedMailbox');
    assert.deepEqual(guids, guidsOf(expected));
    assert.deepEqual(applied, [`at the server: recipient filter ${filter}`]);
  });

  it('leaves out, by the connector, partnerships that have been silent', async () => {
    const { lab, seen } = await everything('SE');
    const oldest = lab.now() / 1000 - SILENT_DAYS * 24 * 3600;
    const lastSync = new Map(lab.devices().map((device) => [device.guid, device.lastSync]));
    const expected = seen.filter(({ partnership }) => (lastSync.get(text(partnership, 'guid')) ?? 0) >= oldest);
    assert.ok(expected.length > 0 && expected.length < seen.length, String(expected.length));
    const { guids, applied } = await limited(lab, { inactiveFor: `${String(SILENT_DAYS * 24 * 3600)}s` });
    assert.deepEqual(guids, guidsOf(expected));
    assert.deepEqual(applied, [`by the connector: without partnerships silent for ${String(SILENT_DAYS)} days`]);
  });

  it('leaves out what has been silent also where statistics cannot be read, and reads them no more often than those of others', async () => {
    const lab = new ManageHarness();
    try {
      const scope = { inactiveFor: `${String(SILENT_DAYS * 24 * 3600)}s` };
      await lab.run({ scope });
      const before = [...lab.host.partnerships.keys()].sort();
      assert.ok(before.length < 76);
      await lab.run({ scope });
      assert.equal(lab.calls('Get-MobileDeviceStatistics'), 0, 'they are young enough');
      lab.session.fault = ({ cmdlet }) => (cmdlet === 'Get-MobileDeviceStatistics' ? 'throttled' : 'none');
      const failed = await lab.run({ scope, inventory: { statisticsMaxAge: '0.001s' } });
      assert.equal(failed.completed.outcome, 'partial');
      assert.deepEqual([...lab.host.partnerships.keys()].sort(), before);
      assert.equal(failed.summary['partnerships'], before.length);
      lab.session.fault = () => 'none';
      const { population, identities } = lab.organization;
      const silent = lab.devices().find(({ guid }) => !before.includes(guid));
      const found = identities.partnership(lab.organization.currentReader(), silent?.guid ?? '');
      assert.ok(silent && found);
      population.sync(found.index);
      lab.advance(21);
      const woken = await lab.run({ scope });
      assert.deepEqual([...lab.host.partnerships.keys()].sort(), [...before, silent.guid].sort());
      assert.equal((woken.summary['changes'] as { added?: number }).added, 1);
      assert.equal(woken.summary['partnerships'], before.length + 1);
      const gone = lab.devices().find(({ guid }) => !lab.host.partnerships.has(guid));
      assert.ok(gone);
      lab.objects('Remove-MobileDevice', { Identity: gone.guid, Confirm: false });
      const last = await lab.run({ scope, inventory: { vanishedGrace: '0s' } });
      assert.deepEqual((last.summary['changes'] as { gone?: number }).gone ?? 0, 0, 'the host never had it');
    } finally {
      lab.close();
    }
  });

  it('excludes organizational units by distinguished names as people write them', async () => {
    const { lab, seen } = await everything('SE');
    const { guids } = await limited(lab, { exclude: { organizationalUnits: ['ou=Sales, dc=Contoso, dc=com'] } });
    const inSales = ({ mailbox }: Seen): boolean => text(mailbox, 'distinguishedName').includes('OU=Sales,');
    assert.ok(seen.some(inSales));
    assert.deepEqual(guids, guidsOf(seen.filter((one) => !inSales(one))));
  });

  it('has to match in all of its parts', async () => {
    const { lab, seen } = await everything('SE');
    const expected = seen.filter(
      ({ mailbox }) =>
        text(mailbox, 'organizationalUnit').startsWith('contoso.com/Sales') && mailbox['serverName'] !== 'ex01',
    );
    assert.ok(expected.length > 0);
    const scope = { include: { organizationalUnits: ['contoso.com/Sales'] }, exclude: { mailboxServers: ['ex01'] } };
    assert.deepEqual((await limited(lab, scope)).guids, guidsOf(expected));
  });

  for (const scope of [
    { recipientFilter: "RecipientTypeDetails -eq 'UserMailbox'" },
    { include: { recipientTypes: ['UserMailbox', 'HologramMailbox'] } },
    { include: { organizationalUnits: ['contoso.com/Sales', 'contoso.com/Finance'] } },
  ]) {
    it(`holds the devices of a mailbox that a list has missed: ${JSON.stringify(scope)}`, async () => {
      const lab = new ManageHarness({ version: '2016' });
      try {
        await lab.run({ scope });
        const before = [...lab.host.partnerships.keys()].sort();
        const missed = text([...lab.host.partnerships.values()][0] ?? {}, 'mailboxGuid');
        lab.session.hide = ({ cmdlet }, object) => cmdlet === 'Get-Mailbox' && String(object.get('Guid')) === missed;
        const { start, summary } = await lab.run({ scope });
        assert.notEqual(start['isFull'], true);
        assert.deepEqual([...lab.host.partnerships.keys()].sort(), before);
        const { held = 0, gone = 0 } = summary['changes'] as { held?: number; gone?: number };
        assert.ok(held > 0 && gone === 0, `${String(held)} ${String(gone)}`);
      } finally {
        lab.close();
      }
    });
  }

  it('reports gone at once who has left a group, and nobody when the group cannot be read', async () => {
    const lab = new ManageHarness();
    try {
      const options = { scope: { include: { groups: ['Engineering'] } } };
      await lab.run(options);
      const before = [...lab.host.partnerships.values()];
      assert.ok(before.length > 1);
      lab.session.refuse = ({ cmdlet }) => cmdlet === 'Get-DistributionGroupMember';
      assert.equal((await lab.run(options)).completed.outcome, 'failed');
      assert.equal(lab.host.partnerships.size, before.length);
      lab.session.refuse = () => false;
      const left = text(before[0] ?? {}, 'mailboxGuid');
      lab.session.hide = ({ cmdlet }, object) =>
        cmdlet === 'Get-DistributionGroupMember' && String(object.get('Guid')) === left;
      const { start, summary } = await lab.run(options);
      assert.notEqual(start['isFull'], true);
      const stay = before.filter((partnership) => partnership['mailboxGuid'] !== left);
      assert.deepEqual([...lab.host.partnerships.keys()].sort(), stay.map(({ guid }) => String(guid)).sort());
      assert.equal((summary['changes'] as { held?: number }).held ?? 0, 0);
    } finally {
      lab.close();
    }
  });

  it('changed after an inventory that was given up leaves nothing behind', async () => {
    const lab = new ManageHarness();
    const scope = { include: { organizationalUnits: ['contoso.com/Sales'] } };
    try {
      await lab.run();
      const cancel = new AbortController();
      await lab.run({
        signal: cancel.signal,
        inventory: { fullRequested: true },
        onEmit: (number) => {
          if (number === 4) cancel.abort();
        },
      });
      const { guids } = await limited(lab, scope);
      await lab.run({ scope });
      assert.deepEqual([...lab.host.partnerships.keys()].sort(), guids);
    } finally {
      lab.close();
    }
  });

  it('reports gone at once what it leaves out from now on, without a grace time', async () => {
    const { lab, seen } = await everything('2019');
    const scope = { exclude: { clientTypes: ['EAS'] } };
    const run = await lab.run({ scope });
    assert.equal(run.start['isFull'], true);
    assert.equal(
      lab.host.partnerships.size,
      seen.filter(({ partnership }) => partnership['clientType'] !== 'EAS').length,
    );
  });
});
