import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectExchange } from '../../../plugin/powershell/connect-exchange';
import type { LocalPowerShell, PipelineListener } from '../../../plugin/powershell/local-power-shell';
import { PowerShellPool } from '../../../plugin/powershell/power-shell-pool';
import { startPowerShell } from '../../../plugin/powershell/power-shell-process';
import { ChildPowerShell } from '../../../plugin/transports/child/child-power-shell';
import { Secret, decodeManageSettings, settingsFromJson, type Connection } from '../../../protocol';
import { customObject, errorRecord, type ErrorRecord, type PSValue } from '../../../psrp';
import { PowerShellParser } from '../../support/parse-powershell';
import { describeWithPowerShell, realPowerShell } from '../../support/real-power-shell';

type Json = Readonly<Record<string, unknown>>;

const TOOLS = { managementTools: {} };
const REMOTE = { remotePowerShell: { urls: ['http://ex01.contoso.com/PowerShell/'] } };
const ONLINE = {
  tenant: 'contoso.onmicrosoft.com',
  organization: 'contoso.onmicrosoft.com',
  clientId: '1b4e28ba-2fa1-41d2-883f-0016d3cca427',
};
const BY_FILE = {
  exchangeOnline: { ...ONLINE, clientCertificate: { certificateFile: 'c.pem', privateKeyFile: 'k.pem' } },
};

const POLICY_TEXT =
  'File C:\\RemoteExchange.ps1 cannot be loaded because running scripts is disabled on this system. For more information, see about_Execution_Policies.';

function connection(target: Json): Connection {
  const json = {
    contractVersion: '1.0',
    host: { enabled: true },
    connection: { id: 'a', transport: 'TRANSPORT_CHILD', ...target },
  };
  const { bytes, problems } = settingsFromJson('EASConnectorManage', JSON.stringify(json));
  assert.ok(bytes, JSON.stringify(problems));
  const { settings, problems: more } = decodeManageSettings(bytes);
  assert.ok(settings, JSON.stringify(more));
  return settings.connection;
}

const bounds = (): { signal: AbortSignal; deadline: number } => ({
  signal: new AbortController().signal,
  deadline: Date.now() + 30_000,
});

/** A PowerShell whose opening fails, and which knows its execution policies. */
class RefusingPowerShell implements LocalPowerShell {
  readonly isBroken = false;
  readonly scripts: string[] = [];

  constructor(
    private readonly error: ErrorRecord,
    private readonly policies: Readonly<Record<string, string>>,
  ) {}

  runCommand(): AsyncIterable<PSValue> {
    throw new Error('no command is expected');
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- a stream as PowerShell's is
  async *runScript(
    _name: string,
    script: string,
    _: unknown,
    __: unknown,
    listener: PipelineListener,
  ): AsyncGenerator<PSValue> {
    this.scripts.push(script);
    if (this.scripts.length === 1) listener.onError(this.error);
    else {
      for (const [Scope, Policy] of Object.entries(this.policies)) {
        yield customObject([
          ['Scope', Scope],
          ['Policy', Policy],
        ]);
      }
    }
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

const LOCAL = { MachinePolicy: 'Undefined', UserPolicy: 'Undefined', Process: 'Undefined', LocalMachine: 'Restricted' };

describe('The opening scripts', () => {
  it('have no syntax newer than Windows PowerShell 5.1', async () => {
    const parser = await PowerShellParser.load();
    const scripts: string[] = [];
    const collecting = (target: Json): Promise<unknown> => {
      const powerShell = new RefusingPowerShell(errorRecord(POLICY_TEXT), LOCAL);
      return connectExchange(connection(target), powerShell, bounds()).catch(() => scripts.push(...powerShell.scripts));
    };
    for (const target of [TOOLS, REMOTE, BY_FILE]) await collecting(target);
    assert.equal(scripts.length, 6, 'three openings, each with the question for the execution policy');
    for (const script of scripts) {
      assert.deepEqual(parser.errors(script), []);
      assert.ok(script.length > 50);
    }
    assert.notDeepEqual(parser.errors('$a ?? $b'), [], 'the parser lets PowerShell 7 pass');
  });

  it('name the Group Policy that sets the execution policy', async () => {
    for (const [policies, text] of [
      [{ ...LOCAL, MachinePolicy: 'AllSigned' }, /Group Policy for the computer sets AllSigned \(MachinePolicy\)/],
      [{ ...LOCAL, UserPolicy: 'Restricted' }, /Group Policy for the user sets Restricted \(UserPolicy\)/],
      [LOCAL, /Set-ExecutionPolicy RemoteSigned.*LocalMachine Restricted/],
    ] as const) {
      const powerShell = new RefusingPowerShell(errorRecord(`EAS-OPENING-NOT-LOADED ${POLICY_TEXT}`), policies);
      const failed = connectExchange(connection(TOOLS), powerShell, bounds());
      await assert.rejects(failed, { code: 'transport.unavailable', message: /execution policy/, detail: text });
    }
  });

  it('take the refusal also by its exception, whatever the language of Windows', async () => {
    const german = errorRecord('Die Datei kann nicht geladen werden.', {
      exceptionType: 'System.Management.Automation.PSSecurityException',
      category: { category: 'SecurityError', reason: 'PSSecurityException' },
    });
    const powerShell = new RefusingPowerShell(german, { ...LOCAL, MachinePolicy: 'Restricted' });
    const failed = connectExchange(connection(REMOTE), powerShell, bounds());
    await assert.rejects(failed, { code: 'transport.unavailable', detail: /Group Policy for the computer/ });
  });

  it('are not begun when the module could not sign in', async () => {
    const powerShell = new RefusingPowerShell(errorRecord('never'), LOCAL);
    const byFile = connection(BY_FILE);
    const target = { ...byFile.target, credential: { kind: 'secret', secret: new Secret('a secret') } };
    const failed = connectExchange({ ...byFile, target } as Connection, powerShell, bounds());
    await assert.rejects(failed, { code: 'transport.unavailable', message: /client secret/ });
    assert.deepEqual(powerShell.scripts, []);
  });
});

describeWithPowerShell('The opening scripts in a real PowerShell', () => {
  let folder: string;
  let powerShell: ChildPowerShell;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'eas-opening-'));
    const child = await startPowerShell({ executable: realPowerShell() ?? '', edition: 'powerShell', reason: 'test' });
    powerShell = new ChildPowerShell(await PowerShellPool.open({ process: child, clock: Date.now, ...bounds() }));
  });
  afterEach(async () => {
    await powerShell.close();
    rmSync(folder, { recursive: true });
  });

  /** Connects with a RemoteExchange.ps1 of the test's. */
  function connectWith(remoteExchange: string): ReturnType<typeof connectExchange> {
    const file = join(folder, 'RemoteExchange.ps1');
    writeFileSync(file, remoteExchange);
    return connectExchange(connection({ managementTools: { remoteExchangeScript: file } }), powerShell, bounds());
  }

  const SERVER = `function global:Get-ExchangeServer { [pscustomobject]@{ Fqdn = 'ex01.contoso.com'; AdminDisplayVersion = 'Version 15.2 (Build 2562.17)' } }`;

  it('get over errors of RemoteExchange.ps1 that do not keep it from connecting, and leave errors that end nothing', async () => {
    const connected = await connectWith(
      `
      $Host.UI.RawUI.BufferSize = 'nonsense'
      Write-Error 'no tip of the day' -ErrorAction Continue
      function Connect-ExchangeServer { param([switch] $Auto, $ClientApplication) Write-Error 'one server was down' -ErrorAction Continue; ${SERVER} }`.replace(
        "$ErrorActionPreference = 'Stop'",
        '',
      ),
    );
    assert.equal(connected.version, 'SE');
    const errors: string[] = [];
    const listener = { onError: ({ message }: ErrorRecord) => errors.push(message), onWarning: () => undefined };
    const values: PSValue[] = [];
    for await (const value of powerShell.runScript(
      'test',
      "Write-Error 'one'; Write-Error 'two'; 3",
      {},
      bounds(),
      listener,
    ))
      values.push(value);
    assert.deepEqual([errors, values], [['one', 'two'], [3]]);
  });

  it('reset what RemoteExchange.ps1 says of errors', async () => {
    await connectWith(
      `$global:ErrorActionPreference = 'Stop'\nfunction Connect-ExchangeServer { param([switch] $Auto, $ClientApplication) ${SERVER} }`,
    );
    const errors: string[] = [];
    const listener = { onError: ({ message }: ErrorRecord) => errors.push(message), onWarning: () => undefined };
    for await (const value of powerShell.runScript(
      'test',
      "Write-Error 'one'; Write-Error 'two'",
      {},
      bounds(),
      listener,
    ))
      assert.fail(String(value));
    assert.deepEqual(errors, ['one', 'two']);
  });

  it('tell what keeps RemoteExchange.ps1 from being loaded, and the policy if that is it', async () => {
    await assert.rejects(connectWith("throw 'the tools are broken'"), {
      code: 'command.failed',
      message: /tools are broken/,
    });
    await assert.rejects(connectWith("Write-Error 'a component is missing'"), {
      code: 'transport.unavailable',
      detail: /a component is missing/,
    });
    const refused = connectWith(`
      function global:Get-ExecutionPolicy { param([switch] $List) [pscustomobject]@{ Scope = 'MachinePolicy'; ExecutionPolicy = 'AllSigned' } }
      Write-Error -Exception ([System.Management.Automation.PSSecurityException]::new('${POLICY_TEXT}'))`);
    await assert.rejects(refused, { code: 'transport.unavailable', detail: /computer sets AllSigned/ });
  });

  it('tell that no server let them in, with what the tools said', async () => {
    const failed = connectWith(
      `function Connect-ExchangeServer { param([switch] $Auto, $ClientApplication) Write-Error 'Connecting to ex01 failed: Access is denied.' }`,
    );
    await assert.rejects(failed, { code: 'auth.denied', detail: /Connecting to ex01 failed/ });
  });

  it('end with the first thing that fails on the way to Exchange Online', async () => {
    const module_ = join(folder, 'Stub.psm1');
    writeFileSync(module_, "function Connect-ExchangeOnline { param($Certificate) throw 'it must not come to this' }");
    const byFile = { certificateFile: join(folder, 'no.pem'), privateKeyFile: join(folder, 'no.pem') };
    const target = {
      exchangeOnline: { ...ONLINE, clientCertificate: byFile },
      powerShell: { exchangeOnlineModule: module_ },
    };
    const failed = connectExchange(connection(target), powerShell, bounds());
    await assert.rejects(failed, { message: /Could not find file .*no\.pem/ });
    const missing = connection({ ...target, powerShell: { exchangeOnlineModule: 'NoSuchModule' } });
    await assert.rejects(connectExchange(missing, powerShell, bounds()), { message: /NoSuchModule/ });
  });

  it('tell that there are no tools', async () => {
    const failed = connectExchange(
      connection({ managementTools: { remoteExchangeScript: '/no/such.ps1' } }),
      powerShell,
      bounds(),
    );
    await assert.rejects(failed, { code: 'transport.unavailable', message: /not installed/ });
  });
});
