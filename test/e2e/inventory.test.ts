import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LabRun, collect, type Json } from './lab-run';

describe('EASConnectorManage over the admin API', () => {
  let lab: LabRun;
  before(async () => {
    lab = await LabRun.start({ devices: 700 });
  });
  after(() => lab.close());

  it('reports every partnership once, with its mailbox and statistics, and everything else', async () => {
    const run = await lab.run('EASConnectorManage');
    assert.deepEqual(run.completed, { outcome: 'succeeded', problems: [] });
    const partnerships = collect(run, 'partnerships');
    assert.equal(partnerships.length, 700);
    assert.equal(new Set(partnerships.map(({ guid }) => guid)).size, 700);
    const mailboxes = new Map(collect(run, 'mailboxes').map((one) => [one['guid'], one]));
    for (const one of partnerships) {
      assert.ok(mailboxes.has(one['mailboxGuid']), 'a partnership names a mailbox of the inventory');
      assert.ok(one['statistics'], `${String(one['identity'])} has statistics`);
      assert.ok(one['firstSyncTime']);
    }
    assert.ok(collect(run, 'policies').length > 1);
    assert.ok(collect(run, 'deviceAccessRules').length > 0);
    assert.ok(collect(run, 'deviceClasses').length > 0);
    assert.ok(run.results[0]?.['organizationSettings']);
  });

  it('numbers its results from 1, begins with the start and ends with a complete summary', async () => {
    const { results } = await lab.run('EASConnectorManage');
    assert.deepEqual(
      results.map(({ sequence }) => Number(sequence)),
      results.map((_, index) => index + 1),
    );
    assert.ok(results[0]?.['start']);
    const summary = results.at(-1)?.['summary'] as Json;
    assert.equal(summary['isComplete'], true);
    assert.equal(summary['partnerships'], 700);
    const counts = (summary['byAccessState'] as Json[]).map(({ count }) => Number(count));
    assert.equal(
      counts.reduce((a, b) => a + b, 0),
      700,
    );
  });

  it('keeps every option of a policy that Exchange states, also one it has never heard of', async () => {
    const [policy] = collect(await lab.run('EASConnectorManage'), 'policies');
    const stated = [
      ...lab.lab.runner.run({
        cmdlet: 'Get-MobileDeviceMailboxPolicy',
        parameters: new Map(),
        user: '',
        warn: () => undefined,
      }),
    ][0]!;
    const others = new Map(((policy?.['otherProperties'] ?? []) as Json[]).map((one) => [one['name'], one['values']]));
    const fields = new Set(Object.keys(policy!).map((name) => name.toLowerCase()));
    const missing = [...stated.properties].filter(([name, value]) => {
      const isEmpty = value === null || value === '' || (Array.isArray(value) && value.length === 0);
      return (
        !isEmpty &&
        !others.has(name) &&
        !fields.has(name.toLowerCase()) &&
        !/^(WhenChangedUTC|IsValid|ObjectState)$/.test(name)
      );
    });
    assert.deepEqual(
      missing.map(([name]) => name),
      [],
    );
  });

  it('honours its scope: group, domain and recipient filter', async () => {
    const all = collect(await lab.run('EASConnectorManage'), 'partnerships').length;
    const group = lab.lab.organization.groups[0]!.name;
    const scoped = await lab.run('EASConnectorManage', (settings) => ({
      ...settings,
      scope: { include: { groups: [group] } },
    }));
    const some = collect(scoped, 'partnerships').length;
    assert.equal(scoped.completed.outcome, 'succeeded');
    assert.ok(some > 0 && some < all, `${String(some)} of ${String(all)}`);
    const without = await lab.run('EASConnectorManage', (settings) => ({
      ...settings,
      scope: { exclude: { groups: [group] } },
    }));
    assert.equal(collect(without, 'partnerships').length, all - some);
    const none = await lab.run('EASConnectorManage', (settings) => ({
      ...settings,
      scope: { include: { domains: ['nowhere.example'] } },
    }));
    assert.equal(collect(none, 'partnerships').length, 0);
    assert.equal(none.completed.outcome, 'succeeded');
  });

  it('gives results that protoc decodes from the .proto files', function () {
    const protos = join(__dirname, '../../protocol');
    const include = ['/usr/include', '/usr/local/include'].find((path) =>
      existsSync(`${path}/google/protobuf/timestamp.proto`),
    );
    // Skipped where protoc or its own .proto files (Debian: libprotobuf-dev) are missing.
    if (!include || spawnSync('protoc', ['--version']).status !== 0) return this.skip();
    return lab.run('EASConnectorManage').then(({ payloads }) => {
      for (const payload of payloads.slice(0, 4)) {
        const args = [
          `-I${protos}`,
          '-I/usr/include',
          '--decode=easconnector.v1.ManageResult',
          'easconnector/v1/result.proto',
        ];
        const { status, stdout, stderr } = spawnSync('protoc', args, {
          cwd: protos,
          input: payload,
          maxBuffer: 1 << 28,
        });
        assert.equal(status, 0, stderr.toString());
        assert.match(stdout.toString(), /^sequence: \d+/);
        assert.doesNotMatch(stdout.toString(), /^\s*\d+:/m, 'no field is unknown to the .proto files');
      }
    });
  });

  it('writes its log where the original client has it, without the secret in it', async () => {
    const { log, payloads } = await lab.run('EASConnectorManage');
    const secret = lab.lab.description.adminApi!.clientSecret;
    const folder = join(lab.folder, 'logs', 'EASConnectorManage');
    const [file] = readdirSync(folder);
    assert.match(String(file), /^EASConnectorManage.*\.log$/);
    for (const text of [
      readFileSync(join(folder, file!), 'utf8'),
      log,
      ...payloads.map((one) => Buffer.from(one).toString('latin1')),
    ]) {
      assert.ok(!text.includes(secret));
    }
  });
});
