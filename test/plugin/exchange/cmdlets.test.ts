import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as all from '../../../plugin/exchange/cmdlets';
import { ListChange, type Command } from '../../../plugin/exchange/command';
import type { ExchangeVersion } from '../../../plugin/exchange/exchange-version';
import { exchangeOnlineOpening } from '../../../plugin/powershell/openings/exchange-online';
import { checkAgainstReference } from '../../../lab';
import { loadReference } from '../../../lab/reference/reference';
import type { ExchangeOnline } from '../../../protocol';

const VERSIONS: readonly ExchangeVersion[] = ['2010', '2013', '2016', '2019', 'SE', 'Online'];
const GUID = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const LISTS = { allowed: new ListChange(['a'], ['b']), blocked: new ListChange([], ['c']) };

const RULE = { characteristic: 'DeviceModel', queryString: 'iPhone15C2', accessLevel: 'Block' } as const;
const SETTINGS = {
  defaultAccessLevel: 'Quarantine',
  userMailInsert: 'Call us.',
  adminMailRecipients: ['it@contoso.com'],
  otaNotificationMailInsert: '',
} as const;
const ONLINE = {
  tenant: 't',
  clientId: '',
  organization: '',
  credential: { kind: 'managedIdentity' },
} as ExchangeOnline;
/** What an organization has one of, or has not yet: there is nothing to name. */
const NAMELESS = /^(Set-ActiveSyncOrganizationSettings|New-)/;

/** The source files of some folders. */
function sources(folders: readonly string[]): string[] {
  const root = join(__dirname, '..', '..', '..');
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith(join('exchange', 'cmdlets.ts')))
      .map((file) => join(root, folder, file)),
  );
}

/**
 * Every command that the connector can send to a version, with every parameter it can have.
 * @param cmdlets the functions that make commands; a test listens to which are called
 */
function commands(version: ExchangeVersion, cmdlets = all): Command[] {
  const dc = version === 'Online' ? {} : { domainController: 'dc01.contoso.com' };
  const one = { identity: GUID, ...dc };
  const unit = { organizationalUnit: 'contoso.com/Sales', ...dc };
  return [
    cmdlets.getPartnerships(version, dc),
    cmdlets.getPartnerships(version, one),
    cmdlets.getPartnerships(version, { mailbox: GUID, ...dc }),
    cmdlets.getPartnerships(version, { filter: "DeviceType -eq 'iPhone'", ...dc }),
    cmdlets.getPartnerships(version, unit),
    cmdlets.getDeviceStatistics(version, one),
    cmdlets.getDeviceStatistics(version, { mailbox: GUID, ...dc }),
    cmdlets.wipeDevice(version, { ...one, accountOnly: false, notificationEmailAddresses: ['it@contoso.com'] }),
    cmdlets.cancelWipe(version, one),
    cmdlets.removePartnership(version, one),
    cmdlets.getCasMailboxes({ ...unit, filter: "Name -like 'A*'" }),
    cmdlets.getCasMailboxes(one),
    cmdlets.getMailboxes({ ...unit, filter: "Name -like 'A*'" }),
    cmdlets.getMailboxes(one),
    cmdlets.getMailboxes({ ...dc, recipientTypeDetails: ['UserMailbox', 'SharedMailbox'] }),
    ...(version === 'Online' ? [] : [cmdlets.getMailboxes({ ...unit, server: 'EX01' })]),
    cmdlets.getRecipient(one),
    cmdlets.getGroupMembers(one),
    cmdlets.getDynamicGroup(one),
    ...(version === 'Online' ? [cmdlets.getDynamicGroupMembers({ identity: GUID })] : []),
    cmdlets.previewRecipients({ recipientFilter: "Alias -ne '$null'", organizationalUnit: 'contoso.com/Sales', ...dc }),
    cmdlets.setDeviceLists({ ...one, ...LISTS }),
    cmdlets.setMailboxPolicy({ ...one, policy: 'Sales' }),
    cmdlets.setMailboxPolicy({ ...one, policy: null }),
    cmdlets.getMailboxPolicies(version),
    cmdlets.getOrganizationSettings(dc),
    cmdlets.setOrganizationSettings({ ...dc, ...SETTINGS }),
    cmdlets.setOrganizationSettings({ ...dc, adminMailRecipients: [] }),
    cmdlets.getDeviceAccessRules(dc),
    cmdlets.newDeviceAccessRule({ ...dc, ...RULE }),
    cmdlets.setDeviceAccessRule({ ...one, accessLevel: 'Quarantine' }),
    cmdlets.removeDeviceAccessRule(one),
    cmdlets.getDeviceClasses(),
    cmdlets.getOrganizationConfig(),
    ...(version === 'Online' ? [] : [cmdlets.getExchangeServers()]),
  ];
}

describe('Commands', () => {
  for (const version of VERSIONS) {
    it(`for Exchange ${version} use only cmdlets and parameters that its reference has`, () => {
      for (const { cmdlet, parameters } of commands(version)) {
        assert.deepEqual(checkAgainstReference(cmdlet, parameters, version), [], cmdlet);
      }
    });
  }

  it('are all looked at here: a new function that makes one has to be added', () => {
    const called = new Set<string | symbol>();
    const heard = new Proxy(all, {
      get: (functions, name) => {
        called.add(name);
        return Reflect.get(functions, name) as unknown;
      },
    });
    for (const version of VERSIONS) commands(version, heard);
    const made = Object.keys(all).filter((name) => name !== 'importedCommands');
    assert.deepEqual(
      made.filter((name) => !called.has(name)),
      [],
    );
  });

  it('are spelled nowhere else in the product', () => {
    const names = new Set(VERSIONS.flatMap((version) => commands(version).map(({ cmdlet }) => cmdlet)));
    const spelled = sources(['plugin', 'tasks']).flatMap((file) => {
      const text = readFileSync(file, 'utf8').replace(/\/\*[^]*?\*\/|\/\/.*/g, '');
      return [...names].filter((name) => new RegExp(`['"\`]${name}['"\`]`).test(text)).map(() => file);
    });
    assert.deepEqual(spelled, []);
  });

  for (const version of VERSIONS) {
    it(`for Exchange ${version} are imported by a session that imports just what is needed`, () => {
      const imported = all.importedCommands(version === 'Online' ? 'Online' : undefined);
      const sent = new Set(commands(version).map(({ cmdlet }) => cmdlet));
      assert.deepEqual(
        [...sent].filter((cmdlet) => !imported.includes(cmdlet)),
        [],
      );
      if (version !== 'Online') return;
      assert.deepEqual(
        imported.filter((cmdlet) => !sent.has(cmdlet)),
        [],
        'nothing is imported that is not sent',
      );
    });
  }

  it('that opening scripts send are in the reference, with every parameter', () => {
    const { script, closing } = exchangeOnlineOpening(ONLINE, 'ExchangeOnlineManagement', []);
    const first = /\$common = @\{(.*)\}/.exec(script)?.[1] ?? '';
    const given = [...first.matchAll(/(\w+) = /g), ...script.matchAll(/\$common\.(\w+) = /g)].map(([, name]) => name!);
    assert.ok(given.length >= 8, given.join());
    const reference = loadReference();
    const connect = reference.find('Connect-ExchangeOnline', 'Online');
    assert.deepEqual(
      given.filter((name) => !connect?.parameters.has(name.toLowerCase())),
      [],
    );
    assert.match(closing, /^\s*Disconnect-ExchangeOnline -Confirm:\$false -ErrorAction \w+\s*$/);
    assert.ok(reference.find('Disconnect-ExchangeOnline', 'Online')?.parameters.has('confirm'));
    for (const version of VERSIONS) {
      if (version !== 'Online') assert.ok(reference.find('Get-ExchangeServer', version), version);
    }
  });

  it('for an account-only wipe use a parameter that Exchange 2013 does not have, so it has to be guarded', () => {
    const { cmdlet, parameters } = all.wipeDevice('2013', { identity: GUID, accountOnly: true });
    assert.equal(checkAgainstReference(cmdlet, parameters, '2013').length, 1);
    assert.deepEqual(checkAgainstReference(cmdlet, parameters, '2016'), []);
  });

  it('that change something name one object and never ask', () => {
    for (const version of VERSIONS) {
      for (const { cmdlet, parameters, effect } of commands(version)) {
        assert.equal(effect, cmdlet.startsWith('Get-') ? 'read' : 'change', cmdlet);
        if (effect === 'read') continue;
        assert.equal(parameters['Identity'], NAMELESS.test(cmdlet) ? undefined : GUID, cmdlet);
        assert.equal(parameters['Confirm'], false, cmdlet);
      }
    }
  });

  it('that list objects ask for all of them wherever the cmdlet can cut a list', () => {
    for (const { cmdlet, parameters } of commands('SE')) {
      const lists = /^Get-(MobileDevice|CASMailbox|Mailbox|DistributionGroupMember|Recipient)$/.test(cmdlet);
      const isOne = 'Identity' in parameters && cmdlet !== 'Get-DistributionGroupMember';
      assert.equal(parameters['ResultSize'], lists && !isOne ? 'Unlimited' : undefined, cmdlet);
    }
  });

  it('are never made with an empty name, which Exchange would take for every object', () => {
    assert.throws(() => all.removePartnership('SE', { identity: '' }));
    assert.throws(() => all.wipeDevice('SE', { identity: '', accountOnly: false }));
    assert.throws(() => all.getPartnerships('SE', { identity: '' }));
    assert.throws(() => all.getDeviceStatistics('SE', { mailbox: '' }));
    assert.throws(() => all.setDeviceLists({ identity: '' }));
    assert.throws(() => all.removeDeviceAccessRule({ identity: '' }));
    assert.throws(() => all.setDeviceAccessRule({ identity: '', accessLevel: 'Block' }));
    assert.throws(() => all.newDeviceAccessRule({ ...RULE, queryString: '' }));
  });

  it('never ask for what must not be read', () => {
    for (const version of VERSIONS) {
      for (const { cmdlet, properties } of commands(version)) {
        assert.ok(!(properties ?? []).some((name) => /Recovery|MailboxLog|SerializationData/i.test(name)), cmdlet);
      }
    }
  });
});
