import assert from 'node:assert/strict';
import type { ListChange } from '../../../plugin/exchange/command';
import { ExchangeError } from '../../../plugin/exchange/exchange-error';
import { PSObject } from '../../../psrp';
import type { Json } from '../security-harness';
import { AccessHarness, jsonLevel, jsonRule, LAB_RULES, type AccessRun } from './access-harness';

const QUARANTINE = jsonLevel('QUARANTINE');
const LISTS = /^Get-(MobileDevice|CASMailbox)$/;

const reads = ({ sent }: AccessRun): string[] =>
  sent.filter(({ effect }) => effect === 'read').map(({ cmdlet }) => cmdlet);
const changes = ({ sent }: AccessRun): string[] =>
  sent.filter(({ effect }) => effect === 'change').map(({ cmdlet }) => cmdlet);
const approve = ({ outcome }: AccessRun): Json => ({
  approvals: [{ actionId: 'desired-access', planHash: outcome['planHash'], approvedBy: 'somebody' }],
});

/** Partnerships that were allowed and are not any more, without those of Windows Mail, which is let in all the same. */
function lost(harness: AccessHarness, before: ReadonlyMap<string, string>): string[] {
  const obeys = new Set(
    harness.partnerships((one) => one['ClientType'] !== 'UniversalOutlook').map((one) => one['Guid']),
  );
  const after = harness.states();
  return [...before]
    .filter(([guid, state]) => obeys.has(guid) && state === 'Allowed' && after.get(guid) !== 'Allowed')
    .map(([guid]) => guid);
}

describe('Access settings that are as wanted', () => {
  it('cost two commands a run, and nothing is written', async () => {
    const harness = new AccessHarness();
    const wanted = { ...jsonLevel('ALLOW'), rules: { rules: LAB_RULES, removeOthers: true } };
    const first = await harness.keep(wanted);
    assert.equal(first.state, 'NOTHING_TO_DO');
    assert.deepEqual(reads(first), ['Get-ActiveSyncOrganizationSettings', 'Get-ActiveSyncDeviceAccessRule']);
    let writes = 0;
    harness.store.beforeWrite = () => (writes += 1);
    harness.advance(5);
    const second = await harness.keep(wanted);
    assert.deepEqual([second.state, second.sent.length, writes], ['NOTHING_TO_DO', 2, 0]);
    assert.equal(second.impact, undefined);
  });

  it('may be left out altogether: then they are only watched', async () => {
    const harness = new AccessHarness();
    assert.equal((await harness.keep({})).state, 'NOTHING_TO_DO');
    harness.advance(60);
    harness.otherSets('Block');
    const run = await harness.keep({});
    assert.deepEqual([run.state, run.drift.length, run.codes], ['NOTHING_TO_DO', 1, []]);
  });

  it('name the rules that nobody asked for, and leave them', async () => {
    const harness = new AccessHarness();
    const run = await harness.keep({ rules: { rules: LAB_RULES.slice(1) } });
    assert.deepEqual([run.state, run.codes], ['NOTHING_TO_DO', ['access.otherRules']]);
    assert.match(
      JSON.stringify(run.outcome['problems']),
      /The device access rule DeviceModel .*Outlook for iOS and Android/,
    );
  });
});

describe('A change that cuts nobody off', () => {
  it('is made at once, and confirmed by another look', async () => {
    const harness = new AccessHarness();
    const wanted = {
      organization: { userMailInsert: 'Call us.', adminMailRecipients: { addresses: ['it@contoso.com'] } },
    };
    const run = await harness.keep(wanted);
    assert.equal(run.state, 'SUCCEEDED');
    assert.deepEqual(run.steps, [
      `change the organization's notices: UserMailInsert to "Call us."; AdminMailRecipients to it@contoso.com`,
    ]);
    assert.ok(!reads(run).some((cmdlet) => LISTS.test(cmdlet)), 'a notice changes no access, so nobody is counted');
    assert.equal((await harness.keep(wanted)).state, 'NOTHING_TO_DO');
    assert.equal(harness.changes(/./).length, 1);
  });

  it('tells who gets access', async () => {
    const harness = new AccessHarness({ devices: 400 });
    const before = harness.states();
    const rules = LAB_RULES.filter((one) => !String(one['accessLevel']).endsWith('QUARANTINE'));
    const run = await harness.keep({ rules: { rules, removeOthers: true } });
    assert.equal(run.state, 'SUCCEEDED');
    const after = harness.states();
    const gained = [...before].filter(([guid, state]) => state === 'Quarantined' && after.get(guid) === 'Allowed');
    assert.ok(gained.length > 0);
    assert.equal(run.impact?.['gaining'], gained.length);
    assert.deepEqual(
      new Set(run.impact['examplesGaining'] as string[]),
      new Set(gained.map(([guid]) => guid).slice(0, 20)),
    );
    assert.equal(run.impact['losing'] ?? 0, 0);
  });

  it('can empty the recipients', async () => {
    const harness = new AccessHarness();
    const run = await harness.keep({ organization: { adminMailRecipients: { addresses: [] } } });
    assert.equal(run.state, 'SUCCEEDED');
    assert.equal(harness.read('Get-ActiveSyncOrganizationSettings')[0]?.['AdminMailRecipients'], '');
  });
});

describe('A change that cuts devices off', () => {
  it('waits for an approval of exactly what it would do, and then does exactly that', async () => {
    const harness = new AccessHarness({ devices: 400 });
    const before = harness.states();
    const waiting = await harness.keep(QUARANTINE);
    assert.equal(waiting.state, 'AWAITING_APPROVAL');
    assert.deepEqual(waiting.codes, ['access.wouldCutOff']);
    assert.equal(harness.changes(/./).length, 0);
    assert.match(String(waiting.outcome['summary']), /would cut off \d+ devices of \d+ users/);
    const approved = await harness.keep(QUARANTINE, approve(waiting));
    assert.equal(approved.state, 'SUCCEEDED');
    const found = lost(harness, before);
    const impact = waiting.impact!;
    // What Exchange itself has not decided for good is told apart: those it may cut off later are at risk.
    assert.equal(found.length, impact['losing']);
    assert.deepEqual(
      (impact['examplesLosing'] as string[]).filter((guid) => !found.includes(guid)),
      [],
    );
    assert.ok((impact['mailboxesLosing'] as number) <= found.length);
    assert.equal(impact['partnerships'], before.size);
  });

  it('is not counted again every five minutes while it waits, but within the hour, or when the limit changes', async () => {
    const harness = new AccessHarness();
    const lists = async (wanted: Json): Promise<number> => {
      harness.advance(5);
      return reads(await harness.keep(wanted)).filter((cmdlet) => LISTS.test(cmdlet)).length;
    };
    assert.deepEqual([await lists(QUARANTINE), await lists(QUARANTINE), await lists(QUARANTINE)], [2, 0, 0]);
    assert.equal(await lists({ ...QUARANTINE, maxDevicesLosingAccess: 3 }), 2);
    harness.advance(60);
    const run = await harness.keep({ ...QUARANTINE, maxDevicesLosingAccess: 3 });
    assert.equal(run.state, 'AWAITING_APPROVAL');
    assert.ok((run.impact?.['losing'] as number) > 3, 'the impact is told in every run');
    assert.equal(reads(run).filter((cmdlet) => LISTS.test(cmdlet)).length, 2);
  });

  it('has the same hash while it stays the same change, and another when it would cut off many more', async () => {
    const harness = new AccessHarness({ devices: 300 });
    const wp8 = { rules: { rules: [jsonRule('DEVICE_TYPE', 'iPad', 'BLOCK')] } };
    const first = await harness.keep(wp8);
    harness.advance(61);
    const second = await harness.keep(wp8);
    assert.equal(second.outcome['planHash'], first.outcome['planHash']);
    const both = {
      rules: { rules: [jsonRule('DEVICE_TYPE', 'iPad', 'BLOCK'), jsonRule('DEVICE_TYPE', 'iPhone', 'BLOCK')] },
    };
    const more = await harness.keep(both, approve(first));
    assert.equal(more.state, 'AWAITING_APPROVAL');
    assert.notEqual(more.outcome['planHash'], first.outcome['planHash']);
  });

  it('is approved once: when somebody undoes it, the old approval does not let it pass again', async () => {
    const harness = new AccessHarness();
    const first = await harness.keep(QUARANTINE);
    assert.equal((await harness.keep(QUARANTINE, approve(first))).state, 'SUCCEEDED');
    harness.advance(60);
    harness.otherSets('Allow');
    const again = await harness.keep(QUARANTINE, approve(first));
    assert.equal(again.state, 'AWAITING_APPROVAL');
    assert.notEqual(again.outcome['planHash'], first.outcome['planHash']);
    assert.deepEqual(again.drift, [
      { object: 'organization settings', property: 'DefaultAccessLevel', before: 'Quarantine', after: 'Allow' },
    ]);
  });

  it('passes where the settings allow so many', async () => {
    const harness = new AccessHarness();
    assert.equal((await harness.keep({ ...QUARANTINE, maxDevicesLosingAccess: 1000 })).state, 'SUCCEEDED');
    assert.equal(harness.access()[0], 'Quarantine');
  });

  it('waits for a maintenance window, and is counted once while it waits', async () => {
    const harness = new AccessHarness();
    const wanted = { ...QUARANTINE, maxDevicesLosingAccess: 1000 };
    const safety = { maintenanceWindows: [{ begins: '22:00', lasts: '7200s' }] };
    const waiting = await harness.keep(wanted, { safety });
    assert.deepEqual([waiting.state, waiting.codes], ['WAITING', ['action.waiting']]);
    harness.advance(30);
    assert.equal((await harness.keep(wanted, { safety })).sent.length, 2);
    const notice = { organization: { userMailInsert: 'x' } };
    assert.equal((await harness.keep(notice, { safety })).state, 'SUCCEEDED', 'what cuts nobody off does not wait');
    harness.advance(14 * 60);
    assert.equal((await harness.keep(wanted, { safety })).state, 'SUCCEEDED');
  });

  it('is only told in report-only mode, as the next run would do it, and leaves no trace', async () => {
    const harness = new AccessHarness();
    let writes = 0;
    harness.store.beforeWrite = () => (writes += 1);
    const reportOnly = { safety: { reportOnly: true } };
    const allowed = await harness.keep({ ...QUARANTINE, maxDevicesLosingAccess: 1000 }, reportOnly);
    assert.equal(allowed.state, 'WOULD_BE_DONE');
    assert.deepEqual(allowed.steps, ["change the organization's default access level from Allow to Quarantine"]);
    assert.match(String(allowed.outcome['summary']), /would be changed\. It would cut off \d+ devices of \d+ users/);
    assert.ok((allowed.impact?.['losing'] as number) > 0);
    const rehearsed = await harness.keep(QUARANTINE, reportOnly);
    assert.equal(rehearsed.state, 'AWAITING_APPROVAL');
    assert.deepEqual([harness.changes(/./).length, writes], [0, 0]);
    assert.equal(
      (await harness.keep(QUARANTINE, approve(rehearsed))).state,
      'SUCCEEDED',
      'the plan can be approved as it is',
    );
  });

  it('is refused where it would hit a protected mailbox, unless its devices are put on its list first', async () => {
    const harness = new AccessHarness();
    const before = harness.states();
    const device = harness.partnerships((one) => one['DeviceAccessStateReason'] === 'Global')[0]!;
    const [owner] = harness
      .read('Get-Mailbox', { ResultSize: 'Unlimited' })
      .filter((one) => String(device['DistinguishedName']).endsWith(String(one['DistinguishedName'])));
    const wanted = { ...QUARANTINE, maxDevicesLosingAccess: 1000 };
    const safety = { protectedMailboxes: [owner!['UserPrincipalName']] };
    const refused = await harness.keep(wanted, { safety });
    assert.deepEqual([refused.state, refused.codes], ['REFUSED', ['action.protected']]);
    assert.ok(String(refused.outcome['summary']).includes(String(owner!['PrimarySmtpAddress'])));
    assert.equal(harness.changes(/./).length, 0);
    const saved = await harness.keep({ ...wanted, preApproveExistingDevices: true }, { safety });
    assert.equal(saved.state, 'SUCCEEDED');
    assert.deepEqual(lost(harness, before), []);
  });
});

describe('Pre-approval of existing devices', () => {
  const wanted = { ...QUARANTINE, preApproveExistingDevices: true };

  it('keeps everybody who has access, with one command a mailbox, before the stricter level', async () => {
    const harness = new AccessHarness({ devices: 300 });
    const before = harness.states();
    const run = await harness.keep(wanted);
    assert.equal(run.state, 'SUCCEEDED');
    assert.deepEqual(lost(harness, before), []);
    const sent = changes(run);
    assert.equal(sent.at(-1), 'Set-ActiveSyncOrganizationSettings');
    const lists = run.sent.filter(({ cmdlet }) => cmdlet === 'Set-CASMailbox');
    assert.equal(new Set(lists.map(({ parameters }) => parameters['Identity'])).size, lists.length);
    assert.equal(lists.length, run.impact?.['mailboxesPreApproved']);
    assert.equal(run.impact?.['losing'] ?? 0, 0);
    assert.ok(lists.length > 20);
    assert.equal(run.steps.length, 2, 'very many mailboxes are told in one line');
    assert.match(
      run.steps[0]!,
      /^put \d+ devices of \d+ mailboxes on their mailboxes' allowed lists: .* and \d+ more$/,
    );
    assert.deepEqual([...harness.states().values()].includes('Blocked'), [...before.values()].includes('Blocked'));
  });

  it('puts an ID on the list once, though two partnerships of the mailbox have it in different case', async () => {
    const harness = new AccessHarness({ devices: 60 });
    const invoke = harness.session.invoke.bind(harness.session);
    harness.session.invoke = async function* (command, options) {
      for await (const object of invoke(command, options)) {
        yield object;
        if (command.cmdlet !== 'Get-MobileDevice') continue;
        const id = object.get('DeviceId');
        yield new PSObject(new Map([...object.properties, ['DeviceId', String(id).toLowerCase()]]), object.typeNames);
      }
    };
    const run = await harness.keep(wanted);
    const lists = run.sent.flatMap(({ parameters }) => parameters['ActiveSyncAllowedDeviceIDs'] ?? []) as ListChange[];
    assert.ok(lists.length > 0);
    for (const { add } of lists) assert.equal(new Set(add.map((id) => id.toLowerCase())).size, add.length);
  });

  it('lets nobody in who was kept out', async () => {
    const harness = new AccessHarness({ devices: 300 });
    const before = harness.states();
    await harness.keep(wanted);
    const after = harness.states();
    const letIn = [...before].filter(([guid, state]) => state !== 'Allowed' && after.get(guid) === 'Allowed');
    assert.deepEqual(letIn, []);
  });

  it('leaves the lists of mailboxes outside the scope, whose devices then count as cut off', async () => {
    const harness = new AccessHarness({ devices: 300 });
    const unit = harness.read('Get-Mailbox', { ResultSize: 'Unlimited' })[0]!['OrganizationalUnit']!;
    const scope = { include: { organizationalUnits: [unit] } };
    const run = await harness.keep(wanted, { scope });
    assert.equal(run.state, 'AWAITING_APPROVAL');
    assert.ok((run.impact?.['losing'] as number) > 0);
    assert.ok((run.impact?.['preApproved'] as number) > 0);
  });

  it('that is refused for one mailbox is made for the others, and nothing stricter follows', async () => {
    const harness = new AccessHarness({ devices: 60 });
    let refused = 0;
    harness.session.fault = ({ cmdlet }) => {
      if (cmdlet === 'Set-CASMailbox' && (refused += 1) === 2) {
        throw new ExchangeError({ code: 'command.failed', summary: 'The list is too long.', cmdlet });
      }
      return 'none';
    };
    const run = await harness.keep(wanted);
    assert.deepEqual([run.state, run.codes], ['WAITING', ['command.failed']]);
    assert.match(
      JSON.stringify(run.outcome['problems']),
      /allowed lists of 1 of \d+ mailboxes.*switch preApproveExistingDevices off/,
    );
    assert.equal(harness.access()[0], 'Allow');
    harness.advance(6);
    assert.equal((await harness.keep(wanted)).state, 'SUCCEEDED', 'it is tried again after a pause');
  });
});

describe('Drift of the access settings', () => {
  it('is none in the first run, and later names what others have changed, once, and not what we changed', async () => {
    const harness = new AccessHarness();
    const wanted = { rules: { rules: LAB_RULES, removeOthers: true } };
    assert.deepEqual((await harness.keep(wanted)).drift, []);
    harness.advance(60);
    const [wp8] = harness.read('Get-ActiveSyncDeviceAccessRule').filter((one) => one['QueryString'] === 'WP8');
    harness.read('Set-ActiveSyncDeviceAccessRule', { Identity: wp8!['Guid'], AccessLevel: 'Allow' });
    harness.read('New-ActiveSyncDeviceAccessRule', {
      QueryString: 'Nokia',
      Characteristic: 'DeviceType',
      AccessLevel: 'Block',
    });
    harness.read('Set-ActiveSyncOrganizationSettings', { UserMailInsert: 'Go away.' });
    const run = await harness.keep({ ...wanted, maxDevicesLosingAccess: 1000 });
    assert.equal(run.state, 'SUCCEEDED');
    assert.deepEqual(
      run.drift.map(({ object, property, before, after }) => [object, property ?? '', before ?? '', after]),
      [
        [
          'organization settings',
          'UserMailInsert',
          'Your device has to be approved. Call the help desk: +358 5 0100 100.',
          'Go away.',
        ],
        ['device access rule DeviceType "WP8"', 'AccessLevel', 'Block', 'Allow'],
        ['device access rule DeviceType "Nokia"', '', '', 'Block'],
      ],
    );
    for (const minutes of [1, 20]) {
      harness.advance(minutes);
      assert.deepEqual((await harness.keep(wanted)).drift, []);
    }
  });
});

describe('A fault', () => {
  it('of the way to Exchange leaves the access settings waiting, and the actions have their outcomes', async () => {
    const harness = new AccessHarness();
    harness.session.fault = () => 'lost';
    const run = await harness.keep(QUARANTINE);
    assert.deepEqual([run.state, run.codes], ['WAITING', ['connect.refused']]);
  });

  it('that Exchange answers with a refusal is met again after growing pauses only', async () => {
    const harness = new AccessHarness();
    const wanted = { rules: { rules: [jsonRule('DEVICE_TYPE', 'Nokia', 'ALLOW')] } };
    harness.session.fault = ({ cmdlet }) => {
      if (!cmdlet.startsWith('New-')) return 'none';
      throw new ExchangeError({ code: 'command.failed', summary: 'No.', cmdlet });
    };
    let tried = 0;
    for (let minute = 0; minute < 120; minute += 5) {
      tried += (await harness.keep(wanted)).sent.length > 2 ? 1 : 0;
      harness.advance(5);
    }
    assert.equal(tried, 4);
    const late = await harness.keep(wanted, { safety: { retryFor: '3600s' } });
    assert.equal(late.state, 'WAITING');
    harness.advance(24 * 60);
    const failed = await harness.keep(wanted, { safety: { retryFor: '3600s' } });
    assert.deepEqual([failed.state, failed.outcome['isFinal'] ?? false], ['FAILED', false]);
    harness.session.fault = () => 'none';
    harness.advance(24 * 60);
    assert.equal((await harness.keep(wanted)).state, 'SUCCEEDED', 'a desire is never given up');
  });

  it('is it not that a newer version of the connector has written the record, but nothing is sent and nothing touched', async () => {
    const harness = new AccessHarness();
    const records = harness.store.collection<Json>('access');
    const newer = { version: 2, actionId: 'desired-access', something: 'new' };
    await records.put('desired-access', newer);
    const run = await harness.keep({ organization: { userMailInsert: 'x' } });
    assert.equal(run.state, 'WAITING');
    assert.deepEqual(run.codes, ['state.unavailable']);
    assert.equal(harness.changes(/./).length, 0);
    assert.deepEqual(records.get('desired-access'), newer);
  });

  it('of the disk keeps everything from being sent', async () => {
    const harness = new AccessHarness();
    harness.store.isBroken = true;
    const run = await harness.keep({ organization: { userMailInsert: 'x' } });
    assert.equal(run.state, 'WAITING');
    assert.ok(run.codes.includes('state.unavailable'));
    assert.equal(harness.changes(/./).length, 0);
  });
});
