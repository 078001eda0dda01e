import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { startLab, type Lab } from '../../../../lab';
import * as cmdlets from '../../../../plugin/exchange/cmdlets';
import type { Command } from '../../../../plugin/exchange/command';
import type { ExchangeSession } from '../../../../plugin/exchange/exchange-session';
import type { ExchangeVersion } from '../../../../plugin/exchange/exchange-version';
import { text } from '../../../../plugin/exchange/properties';
import { connectExchange } from '../../../../plugin/powershell/connect-exchange';
import { LocalSession } from '../../../../plugin/powershell/local-session';
import { PSDateTime, PSGuid, type PSObject } from '../../../../psrp';
import { Secret, type Connection } from '../../../../protocol';
import { collect, inAMinute, openRealRunspace, runScript } from './real-runspace';

const START = Date.UTC(2026, 0, 15, 8);
const NETWORK = { proxyUrl: '', connectTimeoutMs: 30_000 };

/** How the settings would name the lab. */
function connectionTo({ description }: Lab): Connection {
  const { adminApi, powershell } = description;
  const { remoteSession } = powershell;
  const target = remoteSession
    ? {
        kind: 'remotePowerShell',
        authentication: 'kerberos',
        allowRedirection: false,
        ...remoteSession,
        password: new Secret(remoteSession.password),
      }
    : {
        kind: 'exchangeOnline',
        cloud: 'worldwide',
        ...adminApi,
        organization: '',
        credential: { kind: 'managedIdentity', userAssigned: true },
      };
  const powerShell = { edition: 'powerShell', executable: '', exchangeOnlineModule: powershell.onlineModule ?? '' };
  return { id: 'lab', target, network: NETWORK, powerShell } as unknown as Connection;
}

async function all(session: ExchangeSession, command: Command): Promise<PSObject[]> {
  const objects: PSObject[] = [];
  for await (const object of session.invoke(command, inAMinute())) objects.push(object);
  return objects;
}

for (const version of ['2010', 'SE', 'Online'] as const satisfies readonly ExchangeVersion[]) {
  describe(`Exchange ${version} of the lab, through a runspace in this process`, function () {
    this.timeout(60_000);
    let lab: Lab | undefined;
    let session: ExchangeSession;

    before(async function () {
      const powerShell = await openRealRunspace(this);
      lab = await startLab({ devices: 30, seed: 7, version, clock: { start: START } });
      const { hostModule } = lab.description.powershell;
      if (hostModule !== undefined) {
        await runScript(powerShell, 'param($Module) Import-Module -Name $Module -Global', { Module: hostModule });
      }
      const { opening, ...found } = await connectExchange(connectionTo(lab), powerShell, inAMinute());
      session = new LocalSession({ transport: 'inProcess', powerShell, opening, clock: Date.now, ...found });
    });

    after(async () => {
      await (session as ExchangeSession | undefined)?.close();
      await lab?.close();
    });

    it('tells its version', () => {
      assert.equal(session.version, version);
      assert.equal(session.build === '', version === 'Online');
    });

    it('lists the partnerships that there are, with their types', async () => {
      const objects = await all(session, cmdlets.getPartnerships(version));
      assert.equal(objects.length, 30);
      const [first] = objects;
      assert.ok(first?.get('Guid') instanceof PSGuid);
      assert.ok(first.get('FirstSyncTime') instanceof PSDateTime);
      assert.match(text(first, 'DeviceAccessState'), /^(Allowed|Blocked|Quarantined|DeviceDiscovery)$/);
    });

    it('changes one, and sees it', async () => {
      const [first] = await all(session, cmdlets.getPartnerships(version));
      const identity = text(first!, 'Guid');
      await all(session, cmdlets.removePartnership(version, { identity }));
      assert.equal((await all(session, cmdlets.getPartnerships(version))).length, 29);
      const gone = all(session, cmdlets.getPartnerships(version, { identity }));
      await assert.rejects(gone, { code: 'object.notFound', exception: 'ManagementObjectNotFoundException' });
    });

    it('leaves no shell behind when it is closed', async () => {
      await session.close();
      const { url, token } = lab!.description.control;
      for (const begun = Date.now(); ;) {
        const answer = await fetch(`${url}/lab/state`, { headers: { Authorization: `Bearer ${token}` } });
        const { openShells } = (await answer.json()) as { openShells: number };
        if (openShells === 0) return;
        assert.ok(Date.now() - begun < 5000, `${openShells} shells are open`);
        await sleep(50);
      }
    });
  });
}

describe('Programs that Node starts while .NET is in the process', () => {
  it('are waited for as ever, and so are those that PowerShell starts', async function () {
    const powerShell = await openRealRunspace(this);
    const run = promisify(execFile);
    const [mine, theirs] = await Promise.all([
      run(process.execPath, ['-e', 'process.exit(0)']),
      collect(powerShell, {
        kind: 'script',
        text: `param($Node) & $Node -e 'console.log(5)'; $LASTEXITCODE`,
        parameters: new Map([['Node', process.execPath]]),
      }),
    ]);
    assert.equal(mine.stdout, '');
    assert.deepEqual(theirs.values, ['5', 0]);
    await assert.rejects(() => run(process.execPath, ['-e', 'process.exit(3)']), { code: 3 });
    await powerShell.close();
  });
});
