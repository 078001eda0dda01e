import assert from 'node:assert/strict';
import {
  command,
  PSDateTime,
  PSDictionary,
  PSGuid,
  PSList,
  PSObject,
  PSPrimitive,
  type PSValue,
  script,
} from '../../psrp';
import type { ExchangeVersion } from '../../plugin/exchange/exchange-version';
import { Bench, textOf } from './lab-helpers';
import { type RemoteSession, RemoteWire } from './wsman-wire';
import { labJournal } from '../support/lab-journal';

const hashtable = (entries: Readonly<Record<string, PSValue>>): PSDictionary =>
  new PSDictionary(new Map<PSValue, PSValue>(Object.entries(entries)));

describe('The remote PowerShell endpoint of the lab: cmdlets', () => {
  let wire: RemoteWire;
  let session: RemoteSession;

  async function start(version: ExchangeVersion = 'SE', devices = 40): Promise<void> {
    wire = await RemoteWire.start({ version, devices });
    session = await wire.session().open();
  }

  afterEach(async () => {
    await session.close();
    assert.equal(wire.lab.openShells(), 0);
    await wire.close();
  });

  for (const [version, protocol, cmdlet] of [
    ['2010', '2.1', 'Get-ActiveSyncDevice'],
    ['2013', '2.2', 'Get-MobileDevice'],
    ['2016', '2.3', 'Get-MobileDevice'],
    ['SE', '2.3', 'Get-MobileDevice'],
  ] as const) {
    it(`gives the devices of Exchange ${version} as they are, over protocol ${protocol}`, async () => {
      await start(version);
      const { output, errors, state } = await session.run(cmdlet, { ResultSize: 'Unlimited' });
      assert.equal(session.pool.protocolVersion, protocol);
      assert.equal(state, 'Completed');
      assert.deepEqual(errors, []);
      const direct = [...wire.lab.organization.currentReader().partnerships()].map(({ guid }) => guid);
      assert.deepEqual(output.map((device) => textOf(device, 'Guid')).sort(), direct.sort());
    });
  }

  it('keeps the types of numbers, times, GUIDs and lists, and sends the rest as text', async () => {
    await start();
    const { output } = await session.run('Get-Mailbox', { ResultSize: 1 });
    const [mailbox] = output;
    assert.ok(mailbox);
    assert.deepEqual(mailbox.typeNames[0], 'Microsoft.Exchange.Data.Directory.Management.Mailbox');
    assert.ok(mailbox.get('Guid') instanceof PSGuid);
    assert.ok(mailbox.get('WhenCreated') instanceof PSDateTime);
    assert.equal(mailbox.get('ProhibitSendQuota'), '99 GB (106,300,440,576 bytes)');
    const addresses = mailbox.get('EmailAddresses');
    assert.ok(addresses instanceof PSList);
    assert.match(addresses.typeNames[0] ?? '', /^Microsoft\.Exchange\.Data\.MultiValuedProperty`1/);
    assert.equal(mailbox.adapted, mailbox.properties.size);
    assert.equal(mailbox.text, textOf(mailbox, 'Identity'));
  });

  it('gives a thousand objects and a warning unless it is asked for more', async () => {
    await start('SE', 2000);
    const some = await session.run('Get-Mailbox');
    assert.equal(some.output.length, 1000);
    assert.match(some.warnings[0] ?? '', /^By default, only the first 1000 items are returned/);
    const all = await session.run('Get-Mailbox', { ResultSize: 'Unlimited' });
    assert.equal(all.output.length, 1250);
    assert.deepEqual(all.warnings, []);
  });

  it('binds switches, hashtables, lists, enumerations and abbreviated or positional parameters', async () => {
    await start();
    const [mailbox] = (await session.run('Get-CASMailbox', { ResultSize: 1 })).output;
    const identity = textOf(mailbox, 'Guid');
    const change = hashtable({ add: PSList.with(['B', 'C']), Remove: 'nothing' });
    const set = await session.run('Set-CASMailbox', {
      Identity: new PSGuid(identity),
      ActiveSyncAllowedDeviceIDs: change,
      ActiveSyncEnabled: true,
      ActiveSyncDebugLogging: false,
    });
    assert.deepEqual(set.errors, []);
    const positional = [{ value: identity }, { name: 'ReadFromDomain', value: true }];
    const [after] = (await session.runAll({ commands: [{ name: 'get-casmailbox', arguments: positional }] })).output;
    assert.deepEqual([...(after?.get('ActiveSyncAllowedDeviceIDs') as readonly string[])], ['B', 'C']);
    const level = new PSObject(new Map(), ['X.DeviceAccessLevel', 'System.Enum'], 'Quarantine', 2);
    const settings = await session.run('Set-ActiveSyncOrganizationSettings', { DefaultAcc: level });
    assert.deepEqual(settings.failure ?? settings.errors[0], undefined);
    const [organization] = (await session.run('Get-ActiveSyncOrganizationSettings')).output;
    assert.equal(organization?.get('DefaultAccessLevel'), 'Quarantine');
  });

  it('takes a switch without a value as on, and one that is off as off', async () => {
    await start();
    const device = new Bench(40).phone();
    const off = new PSObject(new Map([['IsPresent', false]]), ['System.Management.Automation.SwitchParameter']);
    await session.run('Clear-MobileDevice', { Identity: device.guid, Confirm: off });
    assert.equal(wire.lab.organization.population.countPresent(), 40);
    const { output } = await session.runAll({
      commands: [
        {
          name: 'Get-MobileDeviceStatistics',
          arguments: [
            { name: 'Identity', value: device.guid },
            { name: 'ShowRecoveryPassword', value: null },
          ],
        },
      ],
    });
    assert.ok(textOf(output[0], 'DeviceWipeRequestTime') !== '');
  });

  it('asks before it wipes, and as nobody answers it does nothing', async () => {
    await start();
    const device = new Bench(40).phone();
    const { errors, state } = await session.run('Clear-MobileDevice', { Identity: device.guid });
    assert.equal(state, 'Completed');
    assert.match(errors[0]?.message ?? '', /does not support user interaction/);
    const [statistics] = (await session.run('Get-MobileDeviceStatistics', { Identity: device.guid })).output;
    assert.equal(statistics?.get('DeviceWipeRequestTime'), null);
  });

  it('refuses scripts, local scopes, unknown cmdlets and parameters of other versions, in the words of PowerShell', async () => {
    await start('2013');
    const refused = [await session.runAll({ commands: [script('Get-Mailbox')] })];
    refused.push(await session.runAll({ commands: [{ name: 'Get-Mailbox', useLocalScope: false }] }));
    refused.push(await session.run('Get-Process'));
    refused.push(await session.run('Clear-MobileDevice', { Identity: 'x', AccountOnly: true }));
    refused.push(await session.run('Get-Mailbox', { Identity: 'x', identity: 'y' }));
    refused.push(await session.run('Get-CASMailbox', { Re: true }));
    assert.deepEqual(
      refused.map(({ state, failure }) => [state, failure?.fullyQualifiedErrorId.split(',')[0]]),
      [
        ['Failed', 'ScriptsNotAllowed'],
        ['Failed', 'RuntimeException'],
        ['Failed', 'CommandNotFoundException'],
        ['Failed', 'NamedParameterNotFound'],
        ['Failed', 'ParameterAlreadyBound'],
        ['Failed', 'AmbiguousParameter'],
      ],
    );
    assert.match(refused[0]?.failure?.message ?? '', /^The syntax is not supported by this runspace\./);
    assert.match(refused[4]?.failure?.message ?? '', /is specified more than once/);
    assert.match(refused[5]?.failure?.message ?? '', /is ambiguous\. Possible matches include: -Re/);
  });

  it('writes what a cmdlet finds wrong as an error record of Exchange, and the pipeline goes on', async () => {
    await start();
    const { errors, state } = await session.run('Get-MobileDevice', { Identity: 'nobody' });
    assert.equal(state, 'Completed');
    const [record] = errors;
    assert.ok(record);
    assert.match(
      record.fullyQualifiedErrorId,
      /^\[Server=EX01,RequestId=[0-9a-f-]{36},TimeStamp=10\/14\/2026 9:30:00 AM\] \[FailureCategory=Cmdlet-ManagementObjectNotFoundException\] [0-9A-F]{8},Microsoft\.Exchange\.Management\.Tasks\.GetMobileDevice$/,
    );
    assert.equal(
      record.exception?.typeNames[0],
      'Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException',
    );
    assert.equal(record.categoryInfo.category, 'InvalidData');
    assert.equal(record.categoryInfo.activity, 'Get-MobileDevice');
    assert.equal(record.targetObject, 'nobody');
    const stopped = await session.run('Get-MobileDevice', { Identity: 'nobody', ErrorAction: 'Stop' });
    assert.equal(stopped.state, 'Failed');
    const silent = await session.run('Get-MobileDevice', { Identity: 'nobody', ErrorAction: 'SilentlyContinue' });
    assert.deepEqual(silent.errors, []);
  });

  it('names no server in the errors of Exchange 2010', async () => {
    await start('2010');
    const { errors } = await session.run('Get-ActiveSyncDevice', { Identity: 'nobody' });
    assert.match(errors[0]?.fullyQualifiedErrorId ?? '', /^[0-9A-F]{8},Microsoft\.Exchange/);
  });

  it('selects properties by name before they travel, and refuses calculated ones', async () => {
    await start();
    const select = (...names: PSValue[]) => ({
      commands: [
        command('Get-Mailbox', { ResultSize: 'Unlimited' }),
        command('Select-Object', { Property: PSList.with(names) }),
      ],
    });
    const { output } = await session.runAll(select('Name', 'guid', 'NoSuchThing'));
    assert.equal(output.length, 25);
    assert.deepEqual([...(output[0]?.properties.keys() ?? [])], ['Name', 'guid', 'NoSuchThing']);
    assert.equal(output[0]?.typeNames[0], 'Selected.Microsoft.Exchange.Data.Directory.Management.Mailbox');
    assert.equal(output[0].get('NoSuchThing'), null);
    const calculated = await session.runAll(select(new PSPrimitive('SBK', '$_.Name')));
    assert.equal(calculated.state, 'Failed');
    const counted = await session.runAll({
      commands: [command('Get-Mailbox', { ResultSize: 'Unlimited' }), command('Measure-Object')],
    });
    assert.equal(counted.output[0]?.get('Count'), 25);
  });

  it('runs several statements in one pipeline, and takes identities from its input', async () => {
    await start();
    const both = await session.runAll({
      commands: [command('Get-ActiveSyncOrganizationSettings')],
      moreStatements: [[command('Get-AcceptedDomain')]],
    });
    assert.equal(both.output.length, 3);
    const [first, second] = new Bench(40).run('Get-Mailbox', { ResultSize: 2 });
    const guids = [new PSGuid(textOf(first, 'Guid')), textOf(second, 'Guid')];
    const named = await session.runAll({ commands: [command('Get-Mailbox')], hasInput: true }, guids);
    assert.deepEqual(
      named.output.map((mailbox) => textOf(mailbox, 'Guid')),
      guids.map(String),
    );
  });

  it('tells the versions of PowerShell and of Exchange in its private data', async () => {
    await start('2016');
    const table = session.privateData?.get('PSVersionTable');
    assert.ok(table instanceof PSDictionary);
    assert.equal(String(table.get('PSRemotingProtocolVersion')), '2.3');
    assert.equal(session.privateData?.get('SupportedVersions'), '15.1.2507.61');
  });

  it('journals every cmdlet with its user, its parameters and what came of it', async () => {
    await start();
    await session.run('Get-Mailbox', { Identity: 'nobody' });
    await session.run('Get-AcceptedDomain');
    await session.run('Get-Process');
    const lines = await labJournal(wire.lab);
    assert.deepEqual(
      lines.map(({ front, user, cmdlet, result, error }) => [
        front,
        user,
        cmdlet,
        result,
        (error as { className?: string } | undefined)?.className,
      ]),
      [
        [
          'remotePowerShell',
          wire.description.username,
          'Get-Mailbox',
          undefined,
          'Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException',
        ],
        [
          'remotePowerShell',
          wire.description.username,
          'Get-AcceptedDomain',
          { objects: 2, hasMore: false },
          undefined,
        ],
        [
          'remotePowerShell',
          wire.description.username,
          'Get-Process',
          undefined,
          'System.Management.Automation.CommandNotFoundException',
        ],
      ],
    );
  });
});
