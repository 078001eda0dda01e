import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connectorProgram } from '../support/connector-program';
import { LabRun, type Json, type TaskRun } from './lab-run';

const ROOT = join(__dirname, '../..');

/** Quarantine for everybody but iPhones, and no Thunderbird. */
const DESIRED: Json = {
  organization: {
    defaultAccessLevel: 'ACCESS_LEVEL_QUARANTINE',
    userMailInsert: 'Call the help desk.\nWe are quick.',
    adminMailRecipients: { addresses: ['it@contoso.com'] },
  },
  rules: {
    rules: [
      { characteristic: 'CHARACTERISTIC_DEVICE_TYPE', queryString: 'iPhone', accessLevel: 'ACCESS_LEVEL_ALLOW' },
      { characteristic: 'CHARACTERISTIC_DEVICE_TYPE', queryString: 'Thunderbird', accessLevel: 'ACCESS_LEVEL_BLOCK' },
    ],
  },
};

const part = ({ results }: TaskRun, name: string): Json | undefined =>
  results.find((result) => name in result)?.[name] as Json | undefined;
const stateOf = (run: TaskRun): unknown => part(run, 'desiredAccess')?.['state'];

/** The settings with nothing but the access settings in them. */
const only =
  (desiredAccess: Json, more: Json = {}) =>
  (settings: Json): Json => ({ ...settings, actions: [], ...more, desiredAccess });

describe('The access settings over the admin API', () => {
  let lab: LabRun;
  beforeEach(async () => {
    lab = await LabRun.start({ devices: 120 });
  });
  afterEach(() => lab.close());

  it('wait for an approval, are changed in order, and stay so for three commands a run', async () => {
    const waiting = await lab.run('EASConnectorSecurity', only(DESIRED));
    assert.equal(stateOf(waiting), 'ACTION_STATE_AWAITING_APPROVAL');
    assert.ok((part(waiting, 'accessImpact')?.['losing'] as number) > 0);
    assert.equal((await lab.changes()).length, 0);
    const planHash = part(waiting, 'desiredAccess')?.['planHash'];
    const approvals = [{ actionId: 'desired-access', planHash, approvedBy: 'it@contoso.com' }];
    const done = await lab.run('EASConnectorSecurity', only(DESIRED, { approvals }));
    assert.equal(stateOf(done), 'ACTION_STATE_SUCCEEDED');
    const sent = (await lab.changes()).map(({ cmdlet, parameters }) => [cmdlet, (parameters as Json)['AccessLevel']]);
    assert.deepEqual(sent, [
      ['Set-ActiveSyncOrganizationSettings', undefined],
      ['Set-ActiveSyncDeviceAccessRule', 'Block'],
      ['New-ActiveSyncDeviceAccessRule', 'Allow'],
      ['Set-ActiveSyncOrganizationSettings', undefined],
    ]);
    const before = (await lab.journal()).length;
    const idle = await lab.run('EASConnectorSecurity', only(DESIRED, { approvals }));
    assert.equal(stateOf(idle), 'ACTION_STATE_NOTHING_TO_DO');
    assert.ok((await lab.journal()).length - before <= 3);
  });

  it('keep those who have access when that is asked for, although answers are lost on the way', async () => {
    lab.lab.orderFaults({
      faults: [
        { kind: 'cut', cmdlet: 'Set-CASMailbox', when: 'after', count: 2 },
        { kind: 'cut', cmdlet: 'New-ActiveSyncDeviceAccessRule', when: 'after', count: 1 },
        { kind: 'throttle', cmdlet: 'Set-ActiveSyncOrganizationSettings', count: 1, retryAfter: 0 },
      ],
    });
    const run = await lab.run('EASConnectorSecurity', only({ ...DESIRED, preApproveExistingDevices: true }));
    assert.equal(stateOf(run), 'ACTION_STATE_SUCCEEDED');
    const impact = part(run, 'accessImpact')!;
    assert.equal(impact['losing'] ?? 0, 0);
    const lists = (await lab.changes()).filter(({ cmdlet }) => cmdlet === 'Set-CASMailbox');
    const mailboxes = lists.map(({ parameters }) => (parameters as Json)['Identity']);
    assert.equal(new Set(mailboxes).size, mailboxes.length, 'no list is changed twice');
  });

  it('are shown by plan before anything is done, with who would be cut off and how to approve it', async function () {
    this.timeout(60_000);
    const file = join(lab.folder, 'security.json');
    writeFileSync(file, JSON.stringify(only(DESIRED)(lab.settings('EASConnectorSecurity'))));
    const args = ['plan', '--settings', file, '--data-dir', join(lab.folder, 'data')];
    const child = spawn(process.execPath, [...connectorProgram(), ...args], {
      cwd: ROOT,
      env: { ...process.env, NO_COLOR: '1', COLUMNS: '200' },
    });
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
    const [code] = (await once(child, 'close')) as [number];
    assert.equal(code, 0, text);
    const flat = text.replace(/\s+/g, ' ');
    assert.match(flat, /4 steps wait for approval/);
    assert.match(flat, /It would cut off \d+ devices of \d+ users\./);
    assert.match(flat, /2\. change the rule DeviceType "Thunderbird" from Quarantine to Block/);
    assert.match(flat, /4\. change the organization's default access level from Allow to Quarantine/);
    assert.equal((await lab.changes()).length, 0);
    const [, planHash] = /planHash ([0-9a-f]{32})/.exec(flat) ?? [];
    const approvals = [{ actionId: 'desired-access', planHash, approvedBy: 'it@contoso.com' }];
    const done = await lab.run('EASConnectorSecurity', only(DESIRED, { approvals }));
    assert.equal(stateOf(done), 'ACTION_STATE_SUCCEEDED', 'the next run does what was planned and approved');
  });
});
