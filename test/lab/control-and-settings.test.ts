import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLab } from '../../lab';
import { decodeManageSettings, decodeSecuritySettings } from '../../protocol/decode-settings';
import { settingsFromJson } from '../../protocol/settings-json';
import { DAY } from './lab-helpers';
import { openWire, type Wire } from './wire-helpers';

describe('the control server', () => {
  let wire: Wire;
  before(async () => {
    wire = await openWire();
  });
  after(() => wire.close());

  it('wants its token', async () => {
    assert.equal((await wire.control('GET', '/lab/state', undefined, 'wrong')).status, 401);
  });

  it('tells the state, the devices and the journal', async () => {
    const { json: state } = await wire.control('GET', '/lab/state');
    assert.deepEqual([state.partnerships, state.mailboxes, state.openShells, state.erasedPhones], [60, 50, 0, []]);
    const { json } = await wire.control('GET', '/lab/devices?offset=58&limit=10');
    assert.equal(json.devices.length, 2);
    await wire.invoke('Get-Mailbox', { Identity: 'nobody' });
    const line = (await wire.control('GET', '/lab/journal')).text.trim().split('\n').at(-1) ?? '';
    const entry = JSON.parse(line) as Record<string, unknown>;
    assert.deepEqual(
      [entry['front'], entry['cmdlet'], entry['parameters']],
      ['adminApi', 'Get-Mailbox', { Identity: 'nobody' }],
    );
    assert.match(JSON.stringify(entry['error']), /ManagementObjectNotFoundException/);
  });

  it('moves the clock, and lets a device synchronize and be reset', async () => {
    const before = (await wire.control('GET', '/lab/state')).json.now;
    const { json } = await wire.control('POST', '/lab/clock', { advance: 'P1D' });
    assert.equal(Date.parse(json.now) - Date.parse(before), DAY);
    const [device] = (await wire.control('GET', '/lab/devices?limit=1')).json.devices;
    const synced = await wire.control('POST', `/lab/devices/${device!.guid}/sync`);
    assert.equal(synced.json.device.lastSyncTime, json.now);
    const reset = await wire.control('POST', `/lab/devices/${device!.guid}/reset`);
    assert.equal(reset.json.device.firstSyncTime, json.now);
    assert.equal((await wire.control('POST', '/lab/devices/unknown/sync')).status, 404);
    assert.equal((await wire.control('POST', '/lab/clock', { advance: '1 hour' })).status, 400);
  });
});

describe('the ready-made settings', () => {
  const read = (file: string): string => readFileSync(file, 'utf8');

  it('are good settings of both tasks, and order what the organization has', async () => {
    const wire = await openWire({ devices: 2000, wipes: 4 });
    const { settings } = wire.lab.description;
    const manage = settingsFromJson('EASConnectorManage', read(settings?.manage ?? ''));
    const security = settingsFromJson('EASConnectorSecurity', read(settings?.security ?? ''));
    assert.deepEqual([manage.problems, security.problems], [[], []]);
    assert.deepEqual(decodeManageSettings(manage.bytes ?? new Uint8Array()).problems, []);
    const decoded = decodeSecuritySettings(security.bytes ?? new Uint8Array());
    assert.deepEqual(decoded.problems, []);
    const actions = decoded.settings?.actions ?? [];
    const kinds = actions.map(({ what }) => (what.kind === 'wipe' ? what.wipeKind : what.kind));
    assert.deepEqual(kinds, [
      ...Array<string>(4).fill('wholeDevice'),
      'accountOnly',
      'allowDevice',
      'blockDevice',
      'assignPolicy',
      'refreshStatus',
    ]);
    for (const { what } of actions) {
      if (what.kind !== 'wipe') continue;
      const device = await wire.one('Get-MobileDevice', { Identity: what.partnership.guid });
      assert.equal(Math.floor(Date.parse(device.FirstSyncTime) / 1000), what.partnership.firstSyncTime.seconds);
      assert.equal(device.DeviceAccessState, 'Allowed');
    }
    await wire.close();
  });

  it('exist without devices and without wipes', async () => {
    const wire = await openWire({ devices: 0, wipes: 0 });
    const { settings } = wire.lab.description;
    assert.deepEqual(settingsFromJson('EASConnectorSecurity', read(settings?.security ?? '')).problems, []);
    await wire.close();
  });

  it('are left out, with the admin API, for a server that nothing here can reach', async () => {
    const lab = await startLab({ devices: 5, seed: 1, version: 'SE', environment: {} });
    try {
      if (!('remotePowerShell' in lab.description)) assert.equal(lab.description.settings, undefined);
      assert.match(String(lab.settingsFor({ connection: 'managementTools', transport: 'child' })), /no PowerShell 7/);
    } finally {
      await lab.close();
    }
  });

  it('go every way that there is, and say why there is none', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'eas-ways-'));
    writeFileSync(join(folder, 'pwsh'), '');
    const environment = { EAS_PWSH: join(folder, 'pwsh') };
    const ways: string[] = [];
    for (const version of ['SE', '2010', 'Online'] as const) {
      const lab = await startLab({ devices: 20, seed: 1, version, environment });
      for (const connection of ['exchangeOnline', 'remotePowerShell', 'managementTools'] as const) {
        for (const transport of ['auto', 'adminApi', 'child', 'inProcess', 'psrp'] as const) {
          const files = lab.settingsFor({ connection, transport });
          if (typeof files === 'string') assert.match(files, /^[A-Z].*\.$/);
          else {
            for (const task of ['EASConnectorManage', 'EASConnectorSecurity'] as const) {
              const text = readFileSync(task === 'EASConnectorManage' ? files.manage : files.security, 'utf8');
              const { bytes, problems } = settingsFromJson(task, text);
              assert.deepEqual(problems, [], `${version} ${connection} ${transport}`);
              const decode = task === 'EASConnectorManage' ? decodeManageSettings : decodeSecuritySettings;
              const decoded = decode(bytes!);
              assert.deepEqual(decoded.problems, []);
              assert.equal(decoded.settings?.connection.target.kind, connection);
              assert.equal(decoded.settings.connection.transport, transport);
            }
            ways.push(`${version} ${connection} ${transport}`);
          }
        }
      }
      await lab.close();
    }
    rmSync(folder, { recursive: true });
    for (const way of [
      'SE managementTools child',
      'SE remotePowerShell child',
      '2010 managementTools inProcess',
      'Online exchangeOnline auto',
      'Online exchangeOnline child',
    ]) {
      assert.ok(ways.includes(way), way);
    }
    assert.ok(!ways.some((way) => /^Online (remote|management)|^(SE|2010) exchangeOnline/.test(way)));
  });
});

describe('a lab with a folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'eas-lab-test-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('finds the same orders, clock, changes, erasures, certificates and journal at a second start', async () => {
    const first = await openWire({ devices: 300, dataDir: folder, clock: 'real' });
    const security = read(first);
    const wipes = (JSON.parse(security) as { actions: { wipe?: { partnership: { guid: string } } }[] }).actions.flatMap(
      (a) => a.wipe ?? [],
    );
    for (const { partnership } of wipes)
      await first.invoke('Clear-MobileDevice', { Identity: partnership.guid, Confirm: false });
    await first.invoke('Set-ActiveSyncOrganizationSettings', { DefaultAccessLevel: 'Quarantine' });
    await first.control('POST', '/lab/clock', { advance: 'PT7H' });
    const state = (await first.control('GET', '/lab/state')).json;
    assert.ok(state.erasedPhones.length >= wipes.length);
    const ca = readFileSync(first.adminApi.caFile, 'utf8');
    await first.close();

    const second = await openWire({ devices: 300, dataDir: folder, clock: 'real' });
    assert.deepEqual(read(second), security);
    const again = (await second.control('GET', '/lab/state')).json;
    assert.deepEqual(again.erasedPhones, state.erasedPhones);
    assert.equal(again.clockOffsetMs, 7 * 3_600_000);
    assert.equal((await second.one('Get-ActiveSyncOrganizationSettings')).DefaultAccessLevel, 'Quarantine');
    assert.equal(readFileSync(second.adminApi.caFile, 'utf8'), ca);
    assert.match((await second.control('GET', '/lab/journal')).text, /"cmdlet":"Clear-MobileDevice"/);
    await second.close();
  });

  it('keeps a change that was answered, although the process was never told to stop', async () => {
    const first = await openWire({ devices: 30, dataDir: folder });
    const device = await first.one('Get-MobileDevice', { ResultSize: 1 });
    await first.invoke('Remove-MobileDevice', { Identity: device.Guid, Confirm: false });
    // The store is opened a second time beside the first, as after a crash.
    const second = await openWire({ devices: 30, dataDir: folder, port: 0 });
    assert.equal((await second.invoke('Get-MobileDevice', { Identity: device.Guid })).status, 404);
    await second.close();
    await first.close().catch(() => undefined);
  });

  it('refuses to be another organization', async () => {
    const first = await openWire({ devices: 30, dataDir: folder });
    await first.close();
    await assert.rejects(startLab({ devices: 31, seed: 7, dataDir: folder }), /holds an organization of 30 devices/);
  });

  function read(wire: Wire): string {
    return readFileSync(wire.lab.description.settings?.security ?? '', 'utf8');
  }
});
