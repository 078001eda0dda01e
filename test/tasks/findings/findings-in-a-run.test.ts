import assert from 'node:assert/strict';
import type { PSValue } from '../../../psrp';
import { LabRun, collect, type Json } from '../../e2e/lab-run';

/** Changes something in the lab's organization, as an administrator would. */
function change(lab: LabRun, cmdlet: string, parameters: Readonly<Record<string, PSValue>>): void {
  const call = { cmdlet, parameters: new Map(Object.entries(parameters)), user: 'admin', warn: () => undefined };
  // The cmdlet runs while its objects are read.
  Array.from(lab.lab.runner.run(call));
}

describe('Findings of EASConnectorManage', () => {
  let lab: LabRun;
  before(async () => {
    lab = await LabRun.start({ devices: 400 });
  });
  after(() => lab.close());

  const findingsOf = async (): Promise<Map<string, Json>> =>
    new Map(collect(await lab.run('EASConnectorManage'), 'findings').map((one) => [String(one['code']), one]));

  it('count what is in the organization, and name partnerships of the inventory', async () => {
    const run = await lab.run('EASConnectorManage');
    const partnerships = new Map(collect(run, 'partnerships').map((one) => [one['guid'], one]));
    const cutOff = collect(run, 'findings').find(({ code }) => code === 'eas.version.cutOff');
    assert.equal(cutOff?.['count'], [...partnerships.values()].filter((one) => one['cutOffOnline']).length);
    const examples = cutOff['examples'] as string[];
    assert.ok(examples.length > 0 && examples.every((guid) => partnerships.get(guid)?.['cutOffOnline']));
    const codes = collect(run, 'findings').map(({ code }) => code);
    for (const code of ['os.outOfSupport', 'access.quarantined', 'access.blocked', 'policy.partlyApplied']) {
      assert.ok(codes.includes(code), code);
    }
    assert.ok(
      !codes.some((code) => String(code).startsWith('drift.')),
      'the first inventory has nothing to compare with',
    );
  });

  it('tell what an administrator has changed since the last inventory, once', async () => {
    await findingsOf();
    change(lab, 'Set-ActiveSyncOrganizationSettings', { DefaultAccessLevel: 'Quarantine' });
    change(lab, 'New-ActiveSyncDeviceAccessRule', {
      Characteristic: 'DeviceModel',
      QueryString: 'Toaster 3000',
      AccessLevel: 'Block',
    });
    const found = await findingsOf();
    const settings = found.get('drift.organizationSettings')?.['drift'] as Json[];
    assert.deepEqual(
      settings.map(({ property, before, after }) => [property, before, after]),
      [['DefaultAccessLevel', 'Allow', 'Quarantine']],
    );
    const rules = found.get('drift.deviceAccessRules')?.['drift'] as Json[];
    assert.equal(rules.length, 1);
    assert.match(String(rules[0]!['after']), /QueryString = Toaster 3000/);
    assert.ok(!('before' in rules[0]!) && !('property' in rules[0]!), 'a new rule');
    const next = await findingsOf();
    assert.deepEqual(
      [...next.keys()].filter((code) => code.startsWith('drift.')),
      [],
    );
  });
});
