import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { getDeviceStatistics, getPartnerships, setDeviceLists } from '../../plugin/exchange/cmdlets';
import { ListChange } from '../../plugin/exchange/command';
import { Exchange } from '../../plugin/exchange/exchange';
import { readPartnership, readStatistics } from '../../plugin/exchange/read-partnership';
import { openSession } from '../../plugin/transports/open-session';
import { decodeManageSettings, settingsFromJson, type Partnership } from '../../protocol';
import { startLab, type Lab } from '../../lab';
import { LabSession } from '../support/lab-session';

type Json = Record<string, unknown>;

const PWSH = process.env['EAS_PWSH'] ?? 'pwsh';
const HAS_PWSH = spawnSync(PWSH, ['-v']).status === 0;

/** Opens a session over the transport `child` as the settings say. */
async function open(kind: Json, powerShell: Json): Promise<Exchange> {
  const json = {
    contractVersion: '1.0',
    host: { enabled: true },
    connection: { id: 'lab', transport: 'TRANSPORT_CHILD', ...kind, powerShell },
  };
  const { bytes, problems } = settingsFromJson('EASConnectorManage', JSON.stringify(json));
  assert.ok(bytes, JSON.stringify(problems));
  const { settings, problems: more } = decodeManageSettings(bytes);
  assert.ok(settings, JSON.stringify(more));
  const signal = new AbortController().signal;
  const session = await openSession(settings.connection, settings.limits, {
    clock: Date.now,
    random: Math.random,
    sleep: async (ms, abort) => {
      await sleep(ms, undefined, { signal: abort });
    },
    signal,
    log: () => undefined,
  });
  return new Exchange(session, { signal, commandTimeoutMs: 60_000, clock: Date.now, random: Math.random });
}

async function partnerships(exchange: Exchange): Promise<Partnership[]> {
  const objects = await exchange.all(getPartnerships(exchange.version));
  return objects.map((object) => readPartnership(object, exchange.version)).sort((a, b) => (a.guid < b.guid ? -1 : 1));
}

describe('The transport child', function () {
  this.timeout(120_000);
  let lab: Lab;
  let environment: NodeJS.ProcessEnv;

  async function start(version: 'SE' | '2010' | 'Online'): Promise<void> {
    lab = await startLab({ devices: 120, seed: 7, version });
    environment = { ...process.env };
    Object.assign(process.env, lab.description.powershell.environment);
  }

  before(function () {
    if (HAS_PWSH) return;
    console.log('      skipped: there is no pwsh on the PATH or in EAS_PWSH');
    this.skip();
  });
  afterEach(async () => {
    // Put back name by name: another object in its place would be no environment any more.
    for (const name of Object.keys(process.env)) if (!(name in environment)) Reflect.deleteProperty(process.env, name);
    Object.assign(process.env, environment);
    await lab.close();
  });

  /** The same objects as without any transport. */
  async function sameObjects(exchange: Exchange): Promise<void> {
    const direct = new Exchange(new LabSession(lab.organization), {
      signal: new AbortController().signal,
      commandTimeoutMs: 60_000,
      clock: Date.now,
      random: Math.random,
    });
    const expected = await partnerships(direct);
    assert.equal(expected.length, 120);
    assert.deepEqual(await partnerships(exchange), expected);
    const guid = expected[0]!.guid;
    const readAt = { seconds: 0, nanos: 0 };
    const stats = async (from: Exchange): Promise<unknown> =>
      readStatistics((await from.one(getDeviceStatistics(from.version, { identity: guid })))!, readAt);
    assert.deepEqual(await stats(exchange), await stats(direct));
  }

  for (const version of ['SE', '2010'] as const) {
    it(`reads through the Exchange Management Tools what Exchange ${version} has`, async () => {
      await start(version);
      const { remoteExchange } = lab.description.powershell;
      const exchange = await open({ managementTools: { remoteExchangeScript: remoteExchange } }, { executable: PWSH });
      assert.equal(exchange.version, version);
      await sameObjects(exchange);
      await exchange.close();
    });
  }

  it('reads through implicit remoting, from Deserialized objects, and leaves no shell behind', async () => {
    await start('SE');
    const { remoteSession, executable } = lab.description.powershell;
    const { urls, username, password } = remoteSession!;
    const kind = { remotePowerShell: { urls, username, password, authentication: 'AUTHENTICATION_KERBEROS' } };
    const exchange = await open(kind, { executable });
    await sameObjects(exchange);
    await exchange.close();
  });

  it('changes a list by typed values, says what is not found, and refuses what is unknown', async () => {
    await start('SE');
    const { remoteExchange } = lab.description.powershell;
    const exchange = await open({ managementTools: { remoteExchangeScript: remoteExchange } }, { executable: PWSH });
    const [mailbox] = await exchange.all({ cmdlet: 'Get-CASMailbox', parameters: { ResultSize: 1 }, effect: 'read' });
    const identity = String(mailbox?.get('Guid'));
    await exchange.change(setDeviceLists({ identity, allowed: new ListChange(["it's $(me)"], []) }));
    const [after] = await exchange.all({
      cmdlet: 'Get-CASMailbox',
      parameters: { Identity: identity },
      effect: 'read',
    });
    assert.deepEqual([...(after?.get('ActiveSyncAllowedDeviceIDs') as string[])], ["it's $(me)"]);
    const nobody = getPartnerships('SE', { identity: '3f2504e0-4f89-41d3-9a0c-0305e82c3301' });
    assert.equal(await exchange.one(nobody), undefined);
    await assert.rejects(exchange.all({ cmdlet: 'Get-NoSuchThing', parameters: {}, effect: 'read' }), {
      code: 'rights.missing',
    });
    await exchange.close();
  });
});
