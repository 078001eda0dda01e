import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findRights } from '../../cli/doctor/available-commands';
import { DUTIES, byCmdlet, dutiesOf, neededCommands, type Duty } from '../../cli/doctor/needed-commands';
import { roleScript, type RoleScriptOrder } from '../../cli/doctor/role-script';
import { importedCommands } from '../../plugin/exchange/cmdlets';
import type { Command } from '../../plugin/exchange/command';
import { Exchange } from '../../plugin/exchange/exchange';
import { ExchangeError } from '../../plugin/exchange/exchange-error';
import type { ExchangeSession } from '../../plugin/exchange/exchange-session';
import type { ExchangeVersion } from '../../plugin/exchange/exchange-version';
import { checkAgainstReference } from '../../lab';
import { decodeSecuritySettings, settingsFromJson, type SecuritySettings } from '../../protocol';
import { PSDictionary, PSObject } from '../../psrp';
import { describeWithPowerShell, realPowerShell } from '../lab/powershell-helpers';
import { PowerShellParser } from '../support/parse-powershell';

const VERSIONS: readonly ExchangeVersion[] = ['2010', '2013', '2016', '2019', 'SE', 'Online'];
const ALL = Object.keys(DUTIES) as Duty[];

describe('The commands that an account needs', () => {
  for (const version of VERSIONS) {
    it(`are, for Exchange ${version}, just those that the connector can send`, () => {
      const needed = neededCommands(version, ALL);
      for (const { command } of needed) {
        assert.deepEqual(checkAgainstReference(command.cmdlet, command.parameters, version), [], command.cmdlet);
      }
      const names = byCmdlet(needed).map(({ cmdlet }) => cmdlet);
      // Online lists members of dynamic groups itself; nobody but the directory's own roles has the group there.
      const imported = importedCommands(version).filter(
        (name) => version !== 'Online' || name !== 'Get-DynamicDistributionGroup',
      );
      assert.deepEqual(names.sort(), [...imported].sort());
    });
  }

  it('have every parameter that the code names', () => {
    const code = readFileSync(join(__dirname, '../../plugin/exchange/cmdlets.ts'), 'utf8');
    const named = new Set([...code.matchAll(/^\s{4,}([A-Z][A-Za-z]+): /gm)].map(([, name = '']) => name));
    const needed = new Set(
      VERSIONS.flatMap((version) => byCmdlet(neededCommands(version, ALL))).flatMap((one) => one.parameters),
    );
    assert.ok(named.size > 15);
    assert.deepEqual(
      [...named].filter((name) => !needed.has(name)),
      [],
    );
  });

  it('follow the settings: groups and access only where they are used', () => {
    const json = (more: object): SecuritySettings => {
      const text = JSON.stringify({
        contractVersion: '1.0',
        host: { enabled: true },
        connection: { id: 'x', managementTools: {} },
        ...more,
      });
      const { settings } = decodeSecuritySettings(settingsFromJson('EASConnectorSecurity', text).bytes!);
      return settings!;
    };
    const plain = json({});
    assert.ok(!dutiesOf(plain, ['EASConnectorSecurity']).includes('access'));
    const wanting = json({ desiredAccess: { defaultAccessLevel: 'ACCESS_LEVEL_QUARANTINE' } });
    assert.ok(dutiesOf(wanting, ['EASConnectorSecurity']).includes('access'));
    assert.deepEqual(dutiesOf(plain, ['EASConnectorManage']), ['reading', 'inventory']);
    const grouped = json({ scope: { include: { groups: ['Sales'] } } });
    assert.ok(dutiesOf(grouped, ['EASConnectorManage']).includes('groups'));
    const changes = neededCommands('SE', dutiesOf(plain, ['EASConnectorManage']));
    assert.ok(changes.every(({ command }) => command.effect === 'read'));
  });
});

/** A session of an account that has only some cmdlets and parameters, or an admin API that refuses some. */
function account(
  transport: string,
  answer: (command: Command) => Iterable<PSObject>,
): { exchange: Exchange; sent: Command[] } {
  const sent: Command[] = [];
  const session: ExchangeSession = {
    version: 'SE',
    build: '',
    transport,
    // eslint-disable-next-line @typescript-eslint/require-await -- a stand-in for what waits
    async *invoke(command) {
      sent.push(command);
      yield* answer(command);
    },
    close: () => Promise.resolve(),
  };
  const exchange = new Exchange(session, {
    signal: new AbortController().signal,
    commandTimeoutMs: 1000,
    clock: Date.now,
    random: Math.random,
  });
  return { exchange, sent };
}

const NEEDED = neededCommands('SE', ['reading', 'wipe', 'lists']);

describe('The rights of an account', () => {
  const parametersOf = (cmdlet: string): string[] => [
    ...(byCmdlet(NEEDED).find((one) => one.cmdlet === cmdlet)?.parameters ?? []),
    'Verbose',
  ];

  it('are looked up where a PowerShell shows them: a cmdlet or parameter that is hidden is missing', async () => {
    const { exchange, sent } = account('child', function* ({ parameters }) {
      const name = String(parameters['Name']);
      if (name === 'Clear-MobileDevice') {
        throw new ExchangeError({ code: 'rights.missing', summary: `The term '${name}' is not recognized.` });
      }
      const names = parametersOf(name).filter((one) => one !== 'ActiveSyncBlockedDeviceIDs');
      const dictionary = new PSDictionary(new Map(names.map((one) => [one.toUpperCase(), null])));
      yield new PSObject(
        new Map<string, string | PSDictionary>([
          ['Name', name],
          ['Parameters', dictionary],
        ]),
      );
    });
    const { missing, present, unknown } = await findRights(exchange, NEEDED);
    assert.deepEqual(
      missing.map(({ cmdlet, parameters }) => [cmdlet, ...parameters]),
      [['Clear-MobileDevice'], ['Set-CASMailbox', 'ActiveSyncBlockedDeviceIDs']],
    );
    assert.equal(present.length, byCmdlet(NEEDED).length - 2);
    assert.deepEqual(unknown, []);
    assert.ok(sent.every(({ cmdlet, effect }) => cmdlet === 'Get-Command' && effect === 'read'));
  });

  it('are tried where nobody shows them: reads of nothing, and never a change', async () => {
    const { exchange, sent } = account('adminApi', function* ({ cmdlet, parameters }): Generator<PSObject> {
      if (cmdlet === 'Get-Mailbox' && 'Server' in parameters) {
        const summary = "A parameter cannot be found that matches parameter name 'Server'.";
        throw new ExchangeError({ code: 'command.failed', summary, exception: 'ParameterBindingException' });
      }
      if (cmdlet === 'Get-MobileDeviceStatistics') throw new ExchangeError({ code: 'rights.missing', summary: 'No.' });
      throw new ExchangeError({ code: 'object.notFound', summary: 'Nothing.' });
    });
    const { missing, unknown } = await findRights(exchange, NEEDED);
    assert.deepEqual(
      missing.map(({ cmdlet, parameters }) => [cmdlet, ...parameters]),
      [['Get-MobileDeviceStatistics'], ['Get-Mailbox', 'Server']],
    );
    assert.deepEqual([...unknown].sort(), ['Clear-MobileDevice', 'Remove-MobileDevice', 'Set-CASMailbox']);
    assert.ok(sent.every(({ effect }) => effect === 'read'));
  });
});

const ON_PREMISES: RoleScriptOrder = {
  target: { kind: 'managementTools', load: 'remoteExchange', server: '', remoteExchangeScript: '' },
  version: 'SE',
  duties: ALL,
  organizationalUnits: [],
};

/** The secret and the other parts of the target play no part in the script. */
function onlineOrder(clientId = '3f2504e0-4f89-41d3-9a0c-0305e82c3301'): RoleScriptOrder {
  const target = { kind: 'exchangeOnline', clientId } as Extract<RoleScriptOrder['target'], { kind: 'exchangeOnline' }>;
  return { ...ON_PREMISES, target, version: 'Online' };
}

function remoteOrder(username: string, organizationalUnits: readonly string[] = []): RoleScriptOrder {
  const target = { kind: 'remotePowerShell', username } as Extract<
    RoleScriptOrder['target'],
    { kind: 'remotePowerShell' }
  >;
  return { ...ON_PREMISES, target, organizationalUnits };
}

describe('The script of doctor --rights', () => {
  let parser: PowerShellParser;
  before(async () => {
    parser = await PowerShellParser.load();
  });

  it('is PowerShell 5.1 for every version and every choice of duties', () => {
    for (const version of VERSIONS) {
      for (const duties of [ALL, ['reading'], ['reading', 'wipe']] as const) {
        const order = version === 'Online' ? onlineOrder() : { ...ON_PREMISES, version };
        assert.deepEqual(parser.errors(roleScript({ ...order, duties })), [], version);
      }
    }
  });

  it('names what the duties need and nothing else', () => {
    const reading = roleScript({ ...ON_PREMISES, duties: ['reading'] });
    assert.doesNotMatch(reading, /'(Clear|Remove|Set|New)-(Mobile|CAS|ActiveSync)/);
    const lists = roleScript({ ...ON_PREMISES, duties: ['reading', 'lists'] });
    assert.match(
      lists,
      /'Set-CASMailbox' = @\('ActiveSyncAllowedDeviceIDs', 'ActiveSyncBlockedDeviceIDs', 'Confirm', /,
    );
    assert.doesNotMatch(lists, /Clear-MobileDevice|ActiveSyncMailboxPolicy'/);
    assert.match(roleScript({ ...ON_PREMISES, version: '2010' }), /'Clear-ActiveSyncDevice' = /);
    assert.match(roleScript(onlineOrder()), /New-ServicePrincipal -AppId \$AppId/);
    assert.doesNotMatch(roleScript(onlineOrder()), /'DomainController'/);
  });

  it('limits changes to the one organizational unit of the settings, as a literal', () => {
    assert.match(
      roleScript(remoteOrder('a', ['contoso.com/Sales'])),
      /-RecipientOrganizationalUnitScope 'contoso.com\/Sales'/,
    );
    assert.doesNotMatch(roleScript(remoteOrder('a', ['x', 'y'])), /OrganizationalUnitScope/);
  });

  it('takes names as literals, whatever quotes they have', () => {
    const evil = "o'neil\u2019); Remove-Mailbox 'x";
    const script = roleScript(remoteOrder(evil));
    assert.deepEqual(parser.errors(script), []);
    assert.ok(script.includes(`[string] $Account = 'o''neil\u2019\u2019); Remove-Mailbox ''x'`));
  });
});

/** Exchange's role cmdlets as functions on two tables, so that a real PowerShell can run the script. */
const FAKE_EXCHANGE = `
$global:roles = @{}
function New-FakeRole($name, $entries, $root = $true, $user = $false) {
  $global:roles[$name] = @{ Name = $name; Entries = $entries; IsRootRole = $root; IsEndUserRole = $user }
}
$all = @{}
foreach ($n in $fakeCmdlets.PSObject.Properties) { $all[$n.Name] = @($n.Value) + 'ErrorAction', 'Extra' }
$views = @{}; foreach ($k in $all.Keys) { if ($k -like 'Get-*') { $views[$k] = $all[$k] } }
$views['Get-Secret'] = @('Identity')
New-FakeRole 'View-Only Recipients' $views
New-FakeRole 'Mail Recipients' ($all + @{ 'New-Mailbox' = @('Name') })
New-FakeRole 'MyBaseOptions' $all $true $true
$global:groups = @{}; $global:members = @{}; $global:assignments = @()
function Get-ManagementRole([string] $Identity, [string] $Cmdlet, [string[]] $CmdletParameters) {
  if ($Identity) { if ($global:roles.ContainsKey($Identity)) { [pscustomobject] $global:roles[$Identity] }; return }
  foreach ($role in @($global:roles.Values)) {
    if (-not $role.Entries.ContainsKey($Cmdlet)) { continue }
    $lacks = @($CmdletParameters | Where-Object { $_ -and $role.Entries[$Cmdlet] -notcontains $_ })
    if ($lacks.Count -eq 0) { [pscustomobject] $role }
  }
}
function New-ManagementRole([string] $Name, [string] $Parent) {
  $copy = @{}; foreach ($k in $global:roles[$Parent].Entries.Keys) { $copy[$k] = $global:roles[$Parent].Entries[$k] }
  New-FakeRole $Name $copy $false
}
function Get-ManagementRoleEntry([string] $Identity) {
  $role, $entry = $Identity -split '\\\\'
  foreach ($k in @($global:roles[$role].Entries.Keys)) { [pscustomobject] @{ Name = $k; Parameters = $global:roles[$role].Entries[$k] } }
}
function Remove-ManagementRoleEntry([string] $Identity, [bool] $Confirm) { $role, $entry = $Identity -split '\\\\'; $global:roles[$role].Entries.Remove($entry) }
function Set-ManagementRoleEntry([string] $Identity, [string[]] $Parameters, [bool] $Confirm) { $role, $entry = $Identity -split '\\\\'; $global:roles[$role].Entries[$entry] = $Parameters }
function Get-RoleGroup([string] $Identity) { if ($global:groups.ContainsKey($Identity)) { [pscustomobject] @{ Name = $Identity; Roles = @($global:groups[$Identity] | ForEach-Object { "contoso.com/Roles/$_" }); Members = $global:members[$Identity] } } }
function New-RoleGroup([string] $Name, [string[]] $Roles) { $global:groups[$Name] = $Roles }
function New-ManagementRoleAssignment([string] $SecurityGroup, [string] $Role) { $global:groups[$SecurityGroup] += $Role; $global:assignments += $Role }
function Get-RoleGroupMember([string] $Identity) { foreach ($m in $global:members[$Identity]) { [pscustomobject] @{ Identity = $m } } }
function Add-RoleGroupMember([string] $Identity, [string] $Member, [bool] $Confirm) { $global:members[$Identity] = @($global:members[$Identity] | Where-Object { $_ }) + $Member }
function Get-User([string] $Identity) { [pscustomobject] @{ Identity = $Identity } }
function Get-ServicePrincipal([string] $Identity) { if ($global:principal -eq $Identity) { [pscustomobject] @{ Identity = $Identity } } }
function New-ServicePrincipal([string] $AppId, [string] $ObjectId, [string] $DisplayName) { $global:principal = $ObjectId; [pscustomobject] @{ Identity = $ObjectId } }
`;

describeWithPowerShell('The script of doctor --rights in a real PowerShell', () => {
  interface Made {
    readonly roles: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
    readonly group: readonly string[];
    readonly members: readonly string[];
    readonly assignments: readonly string[];
  }

  /** Runs the script twice, the second time with more duties, against role tables. */
  function run(order: RoleScriptOrder, again: RoleScriptOrder, argument: string): Made {
    const folder = mkdtempSync(join(tmpdir(), 'eas-rights-'));
    const cmdlets = Object.fromEntries(
      byCmdlet(neededCommands(order.version, ALL)).map((one) => [one.cmdlet, one.parameters]),
    );
    writeFileSync(join(folder, 'cmdlets.json'), JSON.stringify(cmdlets));
    writeFileSync(join(folder, 'first.ps1'), roleScript(order));
    writeFileSync(join(folder, 'again.ps1'), roleScript(again));
    writeFileSync(
      join(folder, 'test.ps1'),
      `$fakeCmdlets = Get-Content -Raw "$PSScriptRoot/cmdlets.json" | ConvertFrom-Json\n${FAKE_EXCHANGE}
& "$PSScriptRoot/first.ps1" ${argument} | Out-Null
& "$PSScriptRoot/again.ps1" ${argument} | Out-Null
$made = @{}
foreach ($r in $global:roles.Values) { if (-not $r.IsRootRole) { $made[$r.Name] = $r.Entries } }
@{ roles = $made; group = $global:groups['EAS Connector']; members = @($global:members['EAS Connector']); assignments = $global:assignments } | ConvertTo-Json -Depth 6 -Compress`,
    );
    const { stdout, stderr } = spawnSync(
      String(realPowerShell()),
      ['-NoLogo', '-NoProfile', '-NonInteractive', '-File', join(folder, 'test.ps1')],
      { encoding: 'utf8', timeout: 60_000, env: { ...process.env, NO_COLOR: '1' } },
    );
    rmSync(folder, { recursive: true });
    assert.equal(stderr, '');
    return JSON.parse(stdout) as Made;
  }

  it('makes roles with only the entries and parameters that are needed, and adds what a later version needs', () => {
    const order = { ...ON_PREMISES, duties: ['reading'] } as const;
    const made = run(order, { ...ON_PREMISES, duties: ['reading', 'wipe'] }, "-Account 'svc'");
    assert.deepEqual(Object.keys(made.roles).sort(), [
      'EAS Connector - Mail Recipients',
      'EAS Connector - View-Only Recipients',
    ]);
    const entries = Object.assign({}, ...Object.values(made.roles)) as Record<string, readonly string[]>;
    const wanted = byCmdlet(neededCommands('SE', ['reading', 'wipe']));
    assert.deepEqual(Object.keys(entries).sort(), wanted.map(({ cmdlet }) => cmdlet).sort());
    for (const { cmdlet, parameters } of wanted) {
      assert.deepEqual([...entries[cmdlet]!].sort(), [...parameters, 'ErrorAction'].sort(), cmdlet);
    }
    assert.deepEqual(made.assignments, ['EAS Connector - Mail Recipients']);
    assert.deepEqual(made.members, ['svc']);
  });

  it('makes the application of Exchange Online a member, once', () => {
    const made = run(onlineOrder(), onlineOrder(), "-ObjectId 'sp-1'");
    assert.deepEqual(made.members, ['sp-1']);
    assert.deepEqual(made.assignments, []);
  });
});
