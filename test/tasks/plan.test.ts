import assert from 'node:assert/strict';
import { ListChange, type Command } from '../../plugin/exchange/command';
import { SecurityHarness, isNative, wipeAction, type Json } from './security-harness';

const WOULD = 'ACTION_STATE_WOULD_BE_DONE';

/** What a plan says, against what the run that follows it does. */
async function planAndRun(harness: SecurityHarness, actions: readonly Json[], settings: Json = {}) {
  const before = JSON.stringify([...harness.store.collection('journal').entries()]);
  const sent = harness.session.sent.length;
  const safety = { ...(settings['safety'] as Json | undefined), reportOnly: true };
  const plan = await harness.run(actions, { ...settings, safety });
  const changes = (): Command[] => harness.session.sent.slice(sent).filter(({ effect }) => effect === 'change');
  assert.deepEqual(changes(), [], 'a plan sends nothing');
  assert.equal(JSON.stringify([...harness.store.collection('journal').entries()]), before, 'a plan remembers nothing');
  const run = await harness.run(actions, settings);
  return { plan: plan.outcomes, run: run.outcomes, changes: changes() };
}

/** A command in the words of a plan, as far as they name objects: what is done, and to which device. */
function inWords(
  harness: SecurityHarness,
  { cmdlet, parameters }: Command,
  devices: ReadonlyMap<string, string>,
): string {
  const device = devices.get(String(parameters['Identity'])) ?? '?';
  if (cmdlet.startsWith('Remove-')) return `remove ${device}`;
  if (cmdlet.startsWith('Clear-')) return `${parameters['Cancel'] === true ? 'cancel' : 'wipe'} ${device}`;
  if (parameters['ActiveSyncMailboxPolicy'] !== undefined)
    return `assign ${addressOf(harness, String(parameters['Identity']))}`;
  const lists = [parameters['ActiveSyncBlockedDeviceIDs'], parameters['ActiveSyncAllowedDeviceIDs']];
  const [blocked, allowed] = lists.map((list) => (list instanceof ListChange ? list : new ListChange([], [])));
  const verb = blocked!.add.length > 0 ? 'block' : allowed!.add.length > 0 ? 'allow' : 'clear';
  return `${verb} ${[...blocked!.add, ...allowed!.add, ...allowed!.remove, ...blocked!.remove][0]!}`;
}

function addressOf(harness: SecurityHarness, guid: string): string {
  return harness.read('Get-CASMailbox', { Identity: guid })[0]!['PrimarySmtpAddress']!;
}

/** A step of a plan, reduced to the same. */
function reduced(step: string): string {
  const [verb = ''] = step.split(' ');
  const device = /\(([^()]+)\) of /.exec(step)?.[1];
  if (verb === 'assign') return `assign ${step.split(' ').at(-1)!}`;
  return `${verb} ${device ?? step.replace('the list entries of ', '').split(' ')[1]!}`;
}

/** Actions of every kind, each on a device or mailbox of its own, some held back. */
function mixedActions(harness: SecurityHarness): Json[] {
  const seen = new Set<string>();
  const free = harness.partnerships(isNative).filter((device) => {
    const mailbox = mailboxOf(device);
    const isNew = !seen.has(mailbox) && device['DeviceAccessState'] === 'Allowed' && device['ClientVersion'] === '16.1';
    seen.add(mailbox);
    return isNew;
  });
  const take = (): Record<string, string> => free.shift()!;
  const ref = (device: Record<string, string>): Json => ({
    guid: device['Guid'],
    firstSyncTime: device['FirstSyncTime'],
  });
  const on = (device: Record<string, string>): Json => ({ mailbox: mailboxOf(device), deviceId: device['DeviceId'] });
  const both = take();
  return [
    wipeAction('w1', take()),
    wipeAction('w2', take(), { kind: 'WIPE_KIND_ACCOUNT_ONLY' }),
    wipeAction('w-old', { ...take(), FirstSyncTime: '2020-01-01T00:00:00Z' }),
    wipeAction('w-both', both),
    { id: 'b-both', blockDevice: { device: on(both) } },
    { id: 'a1', allowDevice: { device: on(take()) } },
    { id: 'b1', blockDevice: { device: on(take()) } },
    { id: 'r1', removePartnership: { partnership: ref(take()) } },
    { id: 'c1', cancelWipe: { partnership: ref(take()) } },
    { id: 'p1', assignPolicy: { policy: 'Executives', mailboxes: [mailboxOf(take()), mailboxOf(take())] } },
    { id: 'b2', blockDevice: { device: on(take()) } },
    { id: 'b3', blockDevice: { device: on(take()) } },
  ];
}

const mailboxOf = (device: Record<string, string>): string =>
  String(device['DistinguishedName']).split(',').slice(2).join(',');

describe('A plan', () => {
  for (const [name, settings] of [
    ['without limits', {}],
    ['with limits that hold some back', { safety: { maxDestructivePerRun: 3 } }],
    ['one command at a time', { safety: { maxDestructivePerRun: 4 }, limits: { maxConcurrentCommands: 1 } }],
    ['outside of the maintenance window', { safety: { maintenanceWindows: [{ begins: '22:00', lasts: '3600s' }] } }],
  ] as const) {
    it(`is exactly what the next run does, ${name}`, async () => {
      const harness = new SecurityHarness({ devices: 400, version: 'Online' });
      const devices = new Map(harness.partnerships(() => true).map((one) => [one['Guid']!, one['DeviceId']!]));
      const actions = mixedActions(harness);
      const { plan, run, changes } = await planAndRun(harness, actions, settings);
      const planned = [...plan.values()]
        .filter(({ state }) => state === WOULD)
        .flatMap(({ steps }) => steps as string[]);
      assert.deepEqual(
        changes.map((command) => inWords(harness, command, devices)).sort(),
        planned.map(reduced).sort(),
      );
      assert.ok(planned.length >= 4 || name.startsWith('outside'));
      for (const [id, outcome] of plan) {
        if (outcome['state'] !== WOULD) assert.equal(run.get(id)?.['state'], outcome['state'], id);
      }
    });
  }

  it('gives the last place of the day to the same action as the run, after one that is approved', async () => {
    const harness = new SecurityHarness({ devices: 300 });
    const [one, two] = harness.partnerships((device) => isNative(device) && device['DeviceAccessState'] === 'Allowed');
    const actions = [wipeAction('w1', one!), wipeAction('w2', two!)];
    const held = await harness.run(actions, { safety: { maxDestructivePerDay: 0 } });
    const { plan, run } = await planAndRun(harness, actions, {
      safety: { maxDestructivePerDay: 2 },
      limits: { maxConcurrentCommands: 1 },
      approvals: [{ actionId: 'w1', planHash: held.outcomes.get('w1')?.['planHash'] }],
    });
    assert.deepEqual([plan.get('w1')?.['state'], plan.get('w2')?.['state']], [WOULD, WOULD]);
    const pending = 'ACTION_STATE_PENDING';
    assert.deepEqual([run.get('w1')?.['state'], run.get('w2')?.['state']], [pending, pending]);
  });

  it('of a second run after the first is empty, and so is the run', async () => {
    const harness = new SecurityHarness({ devices: 400, version: 'Online' });
    const actions = mixedActions(harness);
    await harness.run(actions);
    const { plan, changes } = await planAndRun(harness, actions);
    assert.equal([...plan.values()].filter(({ state }) => state === WOULD).length, 0);
    assert.equal(changes.length, 0);
  });

  it('shows the block and the end of the standing order that follow an acknowledgement', async () => {
    const harness = new SecurityHarness();
    const device = harness.partnerships((one) => isNative(one) && one['DeviceAccessState'] === 'Allowed')[0]!;
    const devices = new Map([[device['Guid']!, device['DeviceId']!]]);
    const actions = [wipeAction('w1', device, { blockAfterwards: true })];
    await harness.run(actions);
    harness.user(device, 'sync');
    harness.advance(1);
    const { plan, run, changes } = await planAndRun(harness, actions);
    const steps = plan.get('w1')?.['steps'] as string[];
    assert.deepEqual(steps.map(reduced), [`block ${device['DeviceId']!}`, `remove ${device['DeviceId']!}`]);
    assert.deepEqual(
      changes.map((command) => inWords(harness, command, devices)),
      steps.map(reduced),
    );
    assert.equal(run.get('w1')?.['state'], 'ACTION_STATE_SUCCEEDED');
  });
});
