import assert from 'node:assert/strict';
import * as cmdlets from '../../../plugin/exchange/cmdlets';
import { ListChange, type Command } from '../../../plugin/exchange/command';
import type { ExchangeVersion } from '../../../plugin/exchange/exchange-version';
import { checkAgainstReference } from '../../../lab';

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
/** What an organization has one of, or has not yet: there is nothing to name. */
const NAMELESS = /^(Set-ActiveSyncOrganizationSettings|New-)/;

/** Every command that the connector can send to a version, with every parameter it can have. */
function commands(version: ExchangeVersion): Command[] {
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

  it('for an account-only wipe use a parameter that Exchange 2013 does not have, so it has to be guarded', () => {
    const { cmdlet, parameters } = cmdlets.wipeDevice('2013', { identity: GUID, accountOnly: true });
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
    assert.throws(() => cmdlets.removePartnership('SE', { identity: '' }));
    assert.throws(() => cmdlets.wipeDevice('SE', { identity: '', accountOnly: false }));
    assert.throws(() => cmdlets.getPartnerships('SE', { identity: '' }));
    assert.throws(() => cmdlets.getDeviceStatistics('SE', { mailbox: '' }));
    assert.throws(() => cmdlets.setDeviceLists({ identity: '' }));
    assert.throws(() => cmdlets.removeDeviceAccessRule({ identity: '' }));
    assert.throws(() => cmdlets.setDeviceAccessRule({ identity: '', accessLevel: 'Block' }));
    assert.throws(() => cmdlets.newDeviceAccessRule({ ...RULE, queryString: '' }));
  });

  it('never ask for what must not be read', () => {
    for (const version of VERSIONS) {
      for (const { cmdlet, properties } of commands(version)) {
        assert.ok(!(properties ?? []).some((name) => /Recovery|MailboxLog|SerializationData/i.test(name)), cmdlet);
      }
    }
  });
});
