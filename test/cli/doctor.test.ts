import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { examine } from '../../cli/doctor/examine';
import type { StepResult, Verdict } from '../../cli/doctor/examination';
import { readTaskSettings } from '../../cli/doctor/task-settings';
import { startLab, type Lab } from '../../lab';
import type { TaskName } from '../../protocol';
import { describeWithPowerShell, realPowerShell } from '../lab/powershell-helpers';
import { labJournal } from '../support/lab-journal';

type Json = Record<string, unknown>;

/** A client's data folder, a settings file in it, and the doctor's steps by id. */
class Consultation {
  readonly folder = mkdtempSync(join(tmpdir(), 'eas-doctor-'));

  async of(settings: Json, task?: TaskName): Promise<ReadonlyMap<string, StepResult>> {
    const file = join(this.folder, 'settings.json');
    writeFileSync(file, JSON.stringify(settings));
    const read = await readTaskSettings(file, task);
    const dataDir = join(this.folder, 'data');
    const results = await examine({
      ...read,
      settingsFile: file,
      folders: { dataDir, logDirs: [join(this.folder, 'log')] },
      dependencies: {
        clock: Date.now,
        random: Math.random,
        sleep: async (ms, signal) => {
          await sleep(ms, undefined, { signal });
        },
        signal: new AbortController().signal,
        log: () => undefined,
      },
    });
    return new Map(results.map((result) => [result.id, result]));
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const verdict = (steps: ReadonlyMap<string, StepResult>, id: string): Verdict | undefined => steps.get(id)?.verdict;

/** The settings with a part of the connection changed. */
function changed(settings: Json, part: 'exchangeOnline' | 'network', change: Json): Json {
  const connection = settings['connection'] as Json;
  return { ...settings, connection: { ...connection, [part]: { ...(connection[part] as Json), ...change } } };
}

describe('The doctor, against Exchange Online in the lab', () => {
  const consultation = new Consultation();
  let lab: Lab;
  let settings: Json;

  before(async () => {
    lab = await startLab({ devices: 30, seed: 7 });
    settings = JSON.parse(readFileSync(lab.description.settings!.security, 'utf8')) as Json;
  });
  afterEach(() => {
    lab.orderFaults({ clear: true });
  });
  after(async () => {
    await lab.close();
    consultation.close();
  });

  it('finds everything in order, and has changed nothing: neither in Exchange nor on the disk', async () => {
    const steps = await consultation.of(settings);
    const bad = [...steps.values()].filter(({ verdict: how }) => !['ok', 'note'].includes(how));
    // What an application may change the admin API does not tell.
    assert.deepEqual(
      bad.map(({ id, verdict: how }) => [id, how]),
      [['session.rights', 'unknown']],
    );
    assert.match(String(steps.get('network.exchange.tls')?.found), /^TLSv1\.3; .* ← EAS connector lab CA; until /);
    assert.equal(verdict(steps, 'signIn.permission'), 'ok');
    const sent = await labJournal<{ cmdlet: string }>(lab);
    assert.ok(sent.length > 10);
    assert.deepEqual(
      sent.filter(({ cmdlet }) => !cmdlet.startsWith('Get-')),
      [],
    );
    assert.deepEqual(readdirSync(consultation.folder), ['settings.json']);
  });

  it('stops at a secret that is refused', async () => {
    const steps = await consultation.of(changed(settings, 'exchangeOnline', { clientSecret: 'wrong~secret' }));
    assert.equal(verdict(steps, 'network.exchange.http'), 'ok');
    assert.equal(verdict(steps, 'signIn.token'), 'failed');
    assert.match(String(steps.get('signIn.token')?.found), /auth\.denied/);
    for (const id of ['session.open', 'session.rights', 'session.throttling']) {
      assert.equal(verdict(steps, id), 'notTried', id);
    }
    assert.ok(![...steps.values()].some(({ found, remedy }) => `${found}${remedy}`.includes('wrong~secret')));
  });

  it('looks at the application\u2019s own certificate before it signs in with it', async () => {
    const { certificateFile, keyFile } = lab.description.adminApi!;
    const withKey = (privateKeyFile: string): Json =>
      changed(settings, 'exchangeOnline', {
        clientSecret: undefined,
        clientCertificate: { certificateFile, privateKeyFile },
      });
    const good = await consultation.of(withKey(keyFile));
    assert.equal(verdict(good, 'signIn.certificate'), 'ok');
    assert.match(good.get('signIn.certificate')?.found ?? '', /; until \d{4}-\d\d-\d\d$/);
    assert.equal(verdict(good, 'session.organization'), 'ok');
    const bad = await consultation.of(withKey(certificateFile));
    assert.equal(verdict(bad, 'signIn.certificate'), 'failed');
    assert.deepEqual([verdict(bad, 'signIn.token'), verdict(bad, 'session.open')], ['notTried', 'notTried']);
  });

  it('stops at a certificate that nobody here trusts, at a pin that does not match, and at an unknown tenant', async () => {
    const untrusted = await consultation.of(changed(settings, 'network', { caFile: '' }));
    assert.equal(verdict(untrusted, 'network.signIn.tcp'), 'ok');
    assert.equal(verdict(untrusted, 'network.signIn.tls'), 'failed');
    assert.match(String(untrusted.get('network.signIn.tls')?.remedy), /caFile/);
    assert.equal(verdict(untrusted, 'signIn.token'), 'notTried');
    const pinned = await consultation.of(changed(settings, 'network', { pinnedCertificateSha256: 'ab'.repeat(32) }));
    assert.equal(verdict(pinned, 'network.signIn.tls'), 'ok');
    assert.equal(verdict(pinned, 'network.exchange.tls'), 'failed');
    const elsewhere = await consultation.of(changed(settings, 'exchangeOnline', { tenant: 'fabrikam.example' }));
    assert.equal(verdict(elsewhere, 'signIn.token'), 'failed');
  });

  it('stops where nothing listens, and where a name does not exist', async () => {
    const deaf = await consultation.of(changed(settings, 'exchangeOnline', { adminApiUrl: 'https://127.0.0.1:1' }));
    assert.equal(verdict(deaf, 'network.exchange.tcp'), 'failed');
    assert.equal(verdict(deaf, 'network.exchange.tls'), 'notTried');
    const nowhere = await consultation.of(
      changed(settings, 'exchangeOnline', { authorityUrl: 'https://login.eas-connector.invalid' }),
    );
    assert.equal(verdict(nowhere, 'network.signIn.dns'), 'failed');
    assert.equal(verdict(nowhere, 'network.exchange.http'), 'ok');
    assert.equal(verdict(nowhere, 'session.open'), 'notTried');
  });

  it('names the cmdlet that the account may not use, and what it is needed for', async () => {
    lab.orderFaults({ faults: [{ kind: 'forbidden', cmdlet: 'Get-MobileDeviceStatistics' }] });
    const rights = (await consultation.of(settings)).get('session.rights');
    assert.equal(rights?.verdict, 'failed');
    assert.match(rights.found, /^missing: Get-MobileDeviceStatistics$/);
    assert.match(rights.remedy, /doctor --rights/);
  });

  it('says that Exchange throttles, and goes on', async () => {
    lab.orderFaults({ faults: [{ kind: 'throttle', cmdlet: 'Get-OrganizationConfig', count: 1, retryAfter: 1 }] });
    const steps = await consultation.of(settings);
    assert.equal(verdict(steps, 'session.organization'), 'ok');
    assert.equal(verdict(steps, 'session.throttling'), 'warning');
  });

  it('goes through a proxy, and says when that is the obstacle', async () => {
    const proxy = createServer();
    const open = new Set<Socket>();
    let answer = '200 Connection established';
    proxy.on('connect', (request, socket: Socket) => {
      const [host, port] = String(request.url).split(':');
      const target = connect(Number(port), host);
      for (const one of [socket, target]) open.add(one.on('error', () => undefined));
      socket.write(`HTTP/1.1 ${answer}\r\n\r\n`);
      if (answer.startsWith('200')) socket.pipe(target).pipe(socket);
      else socket.end();
    });
    const port = await listen(proxy);
    const through = changed(settings, 'network', { proxyUrl: `http://127.0.0.1:${port}` });
    const steps = await consultation.of(through);
    assert.equal(verdict(steps, 'network.proxy'), 'ok');
    assert.equal(verdict(steps, 'network.exchange.tls'), 'ok');
    assert.equal(verdict(steps, 'session.organization'), 'ok');
    answer = '407 Proxy Authentication Required';
    const refused = await consultation.of(through);
    assert.equal(verdict(refused, 'network.signIn.tcp'), 'failed');
    assert.match(String(refused.get('network.signIn.tcp')?.remedy), /proxyUsername/);
    for (const socket of open) socket.destroy();
    await new Promise((resolve) => proxy.close(resolve));
  });

  it('asks an endpoint over plain HTTP without a credential, and notices that its clock is another', async () => {
    const asked: unknown[] = [];
    const server = createServer((request, response) => {
      asked.push([request.method, request.headers.authorization]);
      const headers = { 'WWW-Authenticate': 'Negotiate', Date: new Date(Date.now() + 600_000).toUTCString() };
      response.writeHead(401, headers).end();
    });
    const url = `http://127.0.0.1:${await listen(server)}/PowerShell/`;
    const { contractVersion, host } = settings;
    const remotePowerShell = {
      urls: ['http://127.0.0.1:1/PowerShell/', url],
      authentication: 'AUTHENTICATION_KERBEROS',
    };
    const connection = { id: 'x', remotePowerShell, powerShell: { executable: '/nonexistent/pwsh' } };
    const steps = await consultation.of({ contractVersion, host, connection });
    assert.equal(verdict(steps, 'powerShell.found'), 'failed');
    assert.equal(verdict(steps, 'network.exchange.tcp'), 'failed');
    assert.match(String(steps.get('network.exchange2.http')?.found), /^HTTP 401, offers negotiate$/);
    assert.equal(verdict(steps, 'network.exchange2.clock'), 'failed');
    // The server is ten minutes ahead.
    assert.match(steps.get('network.exchange2.clock')?.found ?? '', / behind$/);
    assert.equal(verdict(steps, 'session.open'), 'notTried');
    assert.deepEqual(asked, [['GET', undefined]]);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it('looks at the computer even if the settings cannot be used, and contacts nothing', async () => {
    const before = (await labJournal<{ cmdlet: string }>(lab)).length;
    const steps = await consultation.of({ contractVersion: '1.0' });
    assert.equal(verdict(steps, 'settings'), 'failed');
    assert.match(String(steps.get('settings')?.remedy), /connection/);
    assert.equal(verdict(steps, 'computer.node'), 'ok');
    assert.equal(steps.has('session.open'), false);
    assert.equal((await labJournal<{ cmdlet: string }>(lab)).length, before);
  });

  it('knows by their content whose settings they are', async () => {
    const { contractVersion, host, connection } = settings;
    const both = { contractVersion, host, connection };
    const found = async (json: Json): Promise<string> => String((await consultation.of(json)).get('settings')?.found);
    assert.match(await found(settings), /for EASConnectorSecurity, connection lab/);
    assert.match(
      await found({ ...both, inventory: { fullRequested: true } }),
      /for EASConnectorManage, connection lab/,
    );
    assert.match(await found(both), /for EASConnectorSecurity and EASConnectorManage/);
  });
});

describe('The doctor, against remote PowerShell in the lab', () => {
  it('goes straight to the endpoint and finds every right, of psrp and Basic', async () => {
    const consultation = new Consultation();
    const lab = await startLab({ devices: 10, seed: 7, version: 'SE' });
    const settings = JSON.parse(readFileSync(lab.description.settings!.security, 'utf8')) as Json;
    const steps = await consultation.of(settings);
    assert.match(String(steps.get('transport')?.found), /^psrp\./);
    assert.equal(verdict(steps, 'network.exchange.tls'), 'ok');
    assert.match(String(steps.get('session.rights')?.found), /^(\d+) cmdlets of \1 with all their parameters$/);
    assert.deepEqual(
      (await labJournal<{ cmdlet: string }>(lab)).filter(({ cmdlet }) => !cmdlet.startsWith('Get-')),
      [],
    );
    assert.equal(lab.openShells(), 0);
    await lab.close();
    consultation.close();
  });
});

describeWithPowerShell('The doctor, with a real PowerShell', () => {
  const consultation = new Consultation();
  let lab: Lab;
  afterEach(() => lab.close());
  after(() => {
    consultation.close();
  });

  for (const version of ['SE', '2010'] as const) {
    it(`finds the rights of the Management Tools of Exchange ${version} in order, and changes nothing`, async () => {
      lab = await startLab({ devices: 10, seed: 7, version });
      const steps = await consultation.of({
        contractVersion: '1.0',
        host: { enabled: true },
        connection: {
          id: 'tools',
          managementTools: { remoteExchangeScript: lab.description.powershell.remoteExchange },
          powerShell: { executable: realPowerShell() },
        },
      });
      assert.equal(verdict(steps, 'session.rights'), 'ok', String(steps.get('session.rights')?.found));
      assert.match(String(steps.get('session.rights')?.found), /^(\d+) cmdlets of \1 with all their parameters$/);
      assert.match(String(steps.get('session.version')?.found), new RegExp(`^Exchange ${version} `));
      assert.equal(verdict(steps, 'powerShell.starts'), 'ok');
      const sent = await labJournal<{ cmdlet: string }>(lab);
      assert.deepEqual(
        sent.filter(({ cmdlet }) => !cmdlet.startsWith('Get-')),
        [],
      );
    });
  }
});

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve((server.address() as AddressInfo).port);
    });
  });
}
