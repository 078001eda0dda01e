import assert from 'node:assert/strict';
import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { getDeviceStatistics, getPartnerships, setDeviceLists } from '../../plugin/exchange/cmdlets';
import { ListChange } from '../../plugin/exchange/command';
import type { Exchange } from '../../plugin/exchange/exchange';
import type { ExchangeVersion } from '../../plugin/exchange/exchange-version';
import { readPartnership, readStatistics } from '../../plugin/exchange/read-partnership';
import type { Partnership } from '../../protocol';
import { startLab, type ConnectionWish, type Lab } from '../../lab';
import { LabSession } from '../support/lab-session';
import { exchangeOver, openFromSettings } from '../support/open-from-settings';
import { describeWithPowerShell } from '../support/real-power-shell';

type Json = Record<string, unknown>;

const UNAVAILABLE = 'http://nowhere.contoso.com/PowerShell/';

const snapIn = (connection: Json): Json => ({
  ...connection,
  managementTools: { load: 'MANAGEMENT_TOOLS_LOAD_SNAP_IN' },
});

async function partnerships(exchange: Exchange): Promise<Partnership[]> {
  const objects = await exchange.all(getPartnerships(exchange.version));
  return objects.map((object) => readPartnership(object, exchange.version)).sort((a, b) => (a.guid < b.guid ? -1 : 1));
}

describeWithPowerShell('The transport child', () => {
  let lab: Lab;
  let exchange: Exchange | undefined;
  let log: string[];

  async function open(
    connection: ConnectionWish['connection'],
    change: (connection: Json) => Json = (same) => same,
  ): Promise<Exchange> {
    const files = lab.settingsFor({ connection, transport: 'child' });
    assert.ok(typeof files !== 'string', String(files));
    const settings = JSON.parse(readFileSync(files.manage, 'utf8')) as Json;
    const json = { ...settings, connection: change(settings['connection'] as Json) };
    log = [];
    const session = await openFromSettings(json, new AbortController().signal, (message) => log.push(message));
    assert.equal(session.transport, 'child');
    exchange = exchangeOver(session);
    return exchange;
  }

  async function start(version: ExchangeVersion, devices = 120): Promise<void> {
    lab = await startLab({ devices, seed: 7, version });
  }

  afterEach(async () => {
    await exchange?.close();
    exchange = undefined;
    assert.equal(lab.openShells(), 0);
    await lab.close();
  });

  for (const [version, connection] of [
    ['SE', 'managementTools'],
    ['2010', 'managementTools'],
    ['SE', 'remotePowerShell'],
    ['2013', 'remotePowerShell'],
    ['Online', 'exchangeOnline'],
  ] as const) {
    it(`reads of Exchange ${version} by ${connection} the same objects as without any transport`, async () => {
      await start(version);
      const opened = await open(connection);
      assert.equal(opened.version, version);
      const direct = exchangeOver(new LabSession(lab.organization));
      const expected = await partnerships(direct);
      assert.equal(expected.length, 120);
      assert.deepEqual(await partnerships(opened), expected);
      const identity = expected[0]!.guid;
      const readAt = { seconds: 0, nanos: 0 };
      const statistics = async (from: Exchange): Promise<unknown> =>
        readStatistics((await from.one(getDeviceStatistics(version, { identity })))!, readAt);
      assert.deepEqual(await statistics(opened), await statistics(direct));
    });
  }

  it('reads through the bare snap-in, live objects, when the settings ask for it', async () => {
    await start('SE');
    const opened = await open('managementTools', snapIn);
    assert.deepEqual(await partnerships(opened), await partnerships(exchangeOver(new LabSession(lab.organization))));
  });

  it('signs in with a certificate as text, and with a key that has a password', async () => {
    await start('Online');
    const { certificateFile, keyFile } = lab.description.adminApi!;
    const certificatePem = readFileSync(certificateFile, 'utf8');
    const privateKeyPem = readFileSync(keyFile, 'utf8');
    const passphrase = 'pässwörd "$(x)"';
    const sealed = { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase } as const;
    const encrypted = String(createPrivateKey(privateKeyPem).export(sealed));
    for (const clientCertificate of [
      { certificatePem, privateKeyPem },
      { certificatePem, privateKeyPem: encrypted, privateKeyPassword: passphrase },
    ]) {
      const opened = await open('exchangeOnline', (connection) => ({
        ...connection,
        exchangeOnline: { ...(connection['exchangeOnline'] as Json), clientCertificate },
      }));
      assert.equal((await partnerships(opened)).length, 120);
      await opened.close();
    }
  });

  it('tries the endpoints in order, and takes the first again when it is back', async () => {
    await start('SE');
    const { urls } = lab.description.powershell.remoteSession!;
    const among = (list: readonly string[]): Promise<Exchange> =>
      open('remotePowerShell', (connection) => ({
        ...connection,
        remotePowerShell: { ...(connection['remotePowerShell'] as Json), urls: list },
      }));
    const [first = '', second = ''] = urls;
    const connectedTo = (): string => /^Connected to (\S+):/m.exec(log.join('\n'))?.[1] ?? '';
    lab.orderFaults({ faults: [{ kind: 'cut', target: 'connect', cmdlet: 'New-PSSession', count: 1 }] });
    await (await among([first, second])).close();
    assert.equal(connectedTo(), second, 'the first one was down');
    await (await among([first, second])).close();
    assert.equal(connectedTo(), first);
    await assert.rejects(among([UNAVAILABLE]), {
      code: 'connect.refused',
      detail: /nowhere\.contoso\.com.*resolved/,
    });
  });

  it('changes a list by typed values, says what is not found, and refuses what is unknown', async () => {
    await start('SE');
    const opened = await open('managementTools');
    const [mailbox] = await opened.all({ cmdlet: 'Get-CASMailbox', parameters: { ResultSize: 1 }, effect: 'read' });
    const identity = String(mailbox?.get('Guid'));
    const hostile = ["it's $(me)", '"`$x"', '‘’;|&', '😀§\u2028'];
    await opened.change(setDeviceLists({ identity, allowed: new ListChange(hostile, []) }));
    const [after] = await opened.all({ cmdlet: 'Get-CASMailbox', parameters: { Identity: identity }, effect: 'read' });
    assert.deepEqual([...(after?.get('ActiveSyncAllowedDeviceIDs') as string[])].sort(), [...hostile].sort());
    const nobody = getPartnerships('SE', { identity: '3f2504e0-4f89-41d3-9a0c-0305e82c3301' });
    assert.equal(await opened.one(nobody), undefined);
    await assert.rejects(opened.all({ cmdlet: 'Get-NoSuchThing', parameters: {}, effect: 'read' }), {
      code: 'rights.missing',
    });
  });

  it('takes a list that Exchange cut for what it is', async () => {
    await start('SE', 1100);
    const opened = await open('managementTools', snapIn);
    const list = { cmdlet: 'Get-MobileDevice', parameters: {}, effect: 'read' } as const;
    await assert.rejects(opened.all(list), { code: 'truncated', cmdlet: 'Get-MobileDevice' });
    assert.equal((await opened.all({ ...list, parameters: { ResultSize: 7 } })).length, 7);
    assert.equal((await opened.all({ ...list, parameters: { ResultSize: 'Unlimited' } })).length, 1100);
  });
});
