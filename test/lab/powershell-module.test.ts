import assert from 'node:assert/strict';
import type { ExchangeVersion } from '../../plugin/exchange/exchange-version';
import { PSDateTime, type PSObject } from '../../psrp';
import { reference, textOf } from './lab-helpers';
import { describeWithPowerShell, type ErrorFacts, eventually, PowerShellBench } from './powershell-helpers';

const VERSIONS: readonly ExchangeVersion[] = ['2010', '2013', 'SE', 'Online'];

function devices(bench: PowerShellBench): PSObject[] {
  const parameters = new Map([['ResultSize', 'Unlimited']]);
  return [...bench.lab.runner.run({ cmdlet: 'Get-MobileDevice', parameters, user: '', warn: () => undefined })];
}

/** What a parameter's type is in PowerShell, by the type in the reference. */
function expectedType(type: string): string {
  if (['MultiValuedProperty', 'ProxyAddressCollection', 'ApprovedApplicationCollection', 'Unlimited'].includes(type)) {
    return 'Object';
  }
  const plain: Record<string, string> = {
    SwitchParameter: 'SwitchParameter',
    Boolean: 'Boolean?',
    Int32: 'Int32?',
    UInt32: 'UInt32?',
    Guid: 'Guid',
    PSCredential: 'PSCredential',
    'String[]': 'String[]',
  };
  const members = reference().acceptedValues(type);
  if (members?.every((member) => /^[A-Za-z]/.test(member)) === true) return type;
  return plain[type] ?? (type.endsWith('[]') ? 'String[]' : 'String');
}

describeWithPowerShell('the module in a real PowerShell', () => {
  let bench: PowerShellBench;

  before(async () => {
    bench = await PowerShellBench.open();
  });

  after(() => bench.close());

  for (const version of VERSIONS) {
    it(`has exactly the cmdlets and parameters of Exchange ${version}, with their types`, async () => {
      const other = await PowerShellBench.open({ devices: 1, version });
      const found = await other.runModule<Record<string, Record<string, string>>>(`
        $common = [System.Management.Automation.Cmdlet]::CommonParameters
        $all = @{}
        foreach ($command in Get-Command -Module ExchangeLab) {
            $parameters = @{}
            foreach ($parameter in $command.Parameters.Values) {
                if ($common -contains $parameter.Name) { continue }
                $type = $parameter.ParameterType
                $inner = [Nullable]::GetUnderlyingType($type)
                $parameters[$parameter.Name] = if ($inner) { "$($inner.Name)?" } else { $type.Name }
            }
            $all[$command.Name] = $parameters
        }
        $all`);
      const expected: typeof found = {};
      for (const name of other.lab.runner.names()) {
        const parameters = [...new Set(reference().find(name, version)?.parameters.values())];
        const there = parameters.filter(({ versions }) => versions.includes(version));
        expected[name] = Object.fromEntries(there.map((parameter) => [parameter.name, expectedType(parameter.type)]));
      }
      await other.close();
      assert.deepEqual(found, expected);
    });
  }

  it('gives objects with all types: GUIDs, times to 100 ns, enumerations, object IDs, lists, numbers', async () => {
    const [first] = devices(bench);
    const guid = textOf(first, 'Guid');
    const found = await bench.runModule<Record<string, unknown>>(`
      $device = Get-MobileDevice -Identity '${guid}'
      $statistics = Get-MobileDeviceStatistics -Identity '${guid}'
      @{  typeNames = @($device.PSTypeNames); guid = "$($device.Guid.GetType()) $($device.Guid)"
          ticks = [string] $device.FirstSyncTime.Ticks; kind = [string] $device.FirstSyncTime.Kind
          state = $device.DeviceAccessState.GetType().FullName; isAllowed = $device.DeviceAccessState -eq 'Allowed'
          identity = $device.Identity.GetType().FullName; identityText = "$($device.Identity)"; text = "$device"
          classes = @($device.ObjectClass); isList = $device.ObjectClass -is [string[]]; managed = $device.IsManaged
          folders = $statistics.NumberOfFoldersSynced.GetType().Name; never = $null -eq $statistics.DeviceWipeSentTime
          member = ($device | Get-Member -Name DeviceId).MemberType.ToString()
          names = @($device.PSObject.Properties.Name) }`);
    const time = first?.get('FirstSyncTime');
    assert.ok(first !== undefined && time instanceof PSDateTime);
    const identity = textOf(first, 'Identity');
    assert.deepEqual(found, {
      typeNames: ['Microsoft.Exchange.Data.Directory.SystemConfiguration.MobileDevice', 'System.Object'],
      guid: `guid ${guid}`,
      ticks: String(621_355_968_000_000_000n + BigInt(time.seconds) * 10_000_000n + BigInt(time.nanos / 100)),
      kind: 'Utc',
      state: 'Microsoft.Exchange.Data.Directory.SystemConfiguration.DeviceAccessState',
      isAllowed: textOf(first, 'DeviceAccessState') === 'Allowed',
      identity: 'Microsoft.Exchange.Data.Directory.ADObjectId',
      identityText: identity,
      text: identity,
      classes: ['top', 'msExchActiveSyncDevice'],
      isList: true,
      managed: false,
      folders: 'Int32',
      never: true,
      member: 'Property',
      names: [...first.properties.keys()],
    });
  });

  it('carries hostile text both ways, unit by unit', async () => {
    const hostile = [
      'single \' double " typographic \u2018\u2019\u201a\u201b\u201c\u201d\u201e backtick ` $(Get-Date) ${x} §',
      'line\r\nfeed\ttab \u0000\u0007\u001b \u2028\u2029 \u{1f600} \\u0041 %n {0}',
      '2026-10-14T09:30:00Z',
      '/Date(1760434200000)/',
      'half \ud83d a pair, the other half \ude00',
    ];
    for (const text of hostile) {
      const units = Array.from({ length: text.length }, (_, place) => text.charCodeAt(place));
      const read = await bench.runModule<number[]>(`
        $text = [string]::new([char[]] @(${units.join(',')}))
        Set-ActiveSyncOrganizationSettings -UserMailInsert $text
        $back = (Get-ActiveSyncOrganizationSettings).UserMailInsert
        @($back.ToCharArray() | ForEach-Object { [int] $_ })`);
      assert.deepEqual(read, units, JSON.stringify(text));
    }
  });

  it('sends lists, changes of lists, null, numbers and switches as what they are', async () => {
    await bench.runModule(`
      $id = [string] (Get-Mailbox -ResultSize 1 -WarningAction SilentlyContinue).Guid
      Set-CASMailbox $id -ActiveSyncAllowedDeviceIDs 'a', 'b'
      Set-CASMailbox $id -ActiveSyncAllowedDeviceIDs @{ Add = 'c'; Remove = 'a', 'x' } -ActiveSyncEnabled $false
      Set-CASMailbox $id -ActiveSyncBlockedDeviceIDs $null -ActiveSyncMailboxPolicy $null`);
    const sent = (await bench.journal('Set-CASMailbox')).map(({ parameters }) => ({
      ...parameters,
      Identity: undefined,
    }));
    assert.deepEqual(sent, [
      { Identity: undefined, Confirm: false, ActiveSyncAllowedDeviceIDs: ['a', 'b'] },
      {
        Identity: undefined,
        Confirm: false,
        ActiveSyncAllowedDeviceIDs: { change: { add: ['c'], remove: ['a', 'x'] } },
        ActiveSyncEnabled: false,
      },
      { Identity: undefined, Confirm: false, ActiveSyncBlockedDeviceIDs: null, ActiveSyncMailboxPolicy: '' },
    ]);
  });

  it('writes an error that Exchange finds and goes on; stops at one that PowerShell finds', async () => {
    const [missing, ...bound] = await bench.runModule<(ErrorFacts | null)[]>(`
      $goesOn = Get-MobileDevice -Identity nobody -ErrorAction SilentlyContinue -ErrorVariable failures
      Describe $failures[0]
      Catch-Error { Get-MobileDevice -Nope 1 }
      Catch-Error { New-ActiveSyncDeviceAccessRule -AccessLevel Nope -Characteristic DeviceModel -QueryString x }
      Catch-Error { Set-CASMailbox -Identity x -ActiveSyncEnabled 'false' }
      Catch-Error { Remove-MobileDevice -Identity $null -Confirm:$false }
      Catch-Error { Clear-MobileDevice -Confirm:$false }
      Catch-Error { Get-MobileDevice -Identity a -Mailbox b }
      Catch-Error { Get-ActiveSyncDevice -Nope }`);
    assert.equal(missing?.type, 'Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException');
    assert.equal(missing.target, 'nobody');
    assert.match(missing.message, /^The operation couldn't be performed because object 'nobody' couldn't be found/);
    assert.match(
      missing.id,
      /^\[Server=EX01,RequestId=[0-9a-f-]{36},TimeStamp=10\/14\/2026 9:30:00 AM\] \[FailureCategory=Cmdlet-ManagementObjectNotFoundException\] [0-9A-F]{8},Get-MobileDevice$/,
    );
    assert.deepEqual(
      bound.map((failure) => failure?.id.split(',')[0]),
      [
        'NamedParameterNotFound',
        'ParameterArgumentTransformationError',
        'ParameterArgumentTransformationError',
        'ParameterArgumentValidationErrorEmptyStringNotAllowed',
        'MissingMandatoryParameter',
        'AmbiguousParameterSet',
        'NamedParameterNotFound',
      ],
    );
    assert.match(bound[1]?.message ?? '', /Unable to match the identifier name Nope to a valid enumerator name/);
  });

  it('asks before it clears or removes, and does nothing when nobody can answer', async () => {
    const [, second, third] = devices(bench).map((device) => textOf(device, 'Guid'));
    const failures = await bench.runModule<ErrorFacts[]>(`
      Catch-Error { Clear-MobileDevice -Identity '${second}' }
      Catch-Error { Remove-MobileDevice -Identity '${second}' }
      Catch-Error { Set-ActiveSyncOrganizationSettings -DefaultAccessLevel Block -Confirm }
      Clear-MobileDevice -Identity '${second}' -WhatIf
      Clear-MobileDevice -Identity '${third}' -Confirm:$false`);
    assert.equal(failures.length, 3);
    for (const failure of failures) assert.match(failure.message, /NonInteractive mode/);
    const lines = await bench.journal('Clear-MobileDevice', 'Remove-MobileDevice');
    assert.deepEqual(
      lines.map(({ parameters }) => parameters),
      [
        { Identity: second, WhatIf: true },
        { Identity: third, Confirm: false },
      ],
    );
    assert.deepEqual(
      devices(bench)
        .slice(1, 3)
        .map((device) => textOf(device, 'Guid')),
      [second, third],
    );
  });

  it('gives objects as they come: whoever wants three does not wait for thousands', async () => {
    const many = await PowerShellBench.open({ devices: 4000 });
    const found = await many.runModule<{ all: number; three: number; pipeline: number }>(`
      $all = @(Get-MobileDevice -ResultSize Unlimited).Count
      $three = @(Get-MobileDevice -ResultSize Unlimited | Select-Object -First 3)
      @{ all = $all; three = $three.Count; pipeline = @($three | Get-MobileDeviceStatistics).Count }`);
    assert.deepEqual(found, { all: 4000, three: 3, pipeline: 3 });
    const [whole, part] = await eventually(async () => {
      const lines = await many.journal('Get-MobileDevice');
      return lines.length === 2 ? lines : undefined;
    });
    assert.deepEqual(whole?.result, { objects: 4000, hasMore: false });
    assert.equal(part?.result?.hasMore, true);
    assert.ok(part.result.objects < 4000, `${part.result.objects} were made for three`);
    await many.close();
  });

  it('can be stopped in the middle of a call that never answers', async () => {
    bench.lab.orderFaults({ clear: true, faults: [{ kind: 'stall', cmdlet: 'Get-Mailbox' }] });
    const found = await bench.run<{ state: string; ms: number }>(`
      $shell = [powershell]::Create()
      [void] $shell.AddScript("Import-Module '$($powershell.module)'; Get-Mailbox")
      [void] $shell.BeginInvoke()
      Start-Sleep -Seconds 3
      $watch = [System.Diagnostics.Stopwatch]::StartNew()
      $shell.Stop()
      @{ state = [string] $shell.InvocationStateInfo.State; ms = $watch.ElapsedMilliseconds }`);
    bench.lab.orderFaults({ clear: true });
    assert.equal(found.state, 'Stopped');
    assert.ok(found.ms < 5000, `stopping took ${found.ms} ms`);
  });

  it('warns in Exchange’s words when there is more than was asked for', async () => {
    const warnings = await bench.runModule<string[]>(`
      $few = Get-MobileDevice -ResultSize 2 -WarningVariable warnings -WarningAction SilentlyContinue
      , @($warnings | ForEach-Object { [string] $_ })`);
    assert.equal(warnings.length, 1);
    assert.match(warnings[0] ?? '', /^There are more results available than are currently displayed/);
  });
});

describeWithPowerShell('faults, as a real PowerShell shows them', () => {
  let bench: PowerShellBench;

  before(async () => {
    bench = await PowerShellBench.open();
    const cmdlets = 'Get-Mailbox Get-CASMailbox Get-User Get-Group Get-Recipient Get-AcceptedDomain'.split(' ');
    bench.lab.orderFaults({
      faults: [
        { kind: 'throttle', cmdlet: cmdlets[0]!, count: 1 },
        { kind: 'throttle', cmdlet: cmdlets[0]!, delayMs: 20 },
        { kind: 'internalError', cmdlet: cmdlets[1]! },
        { kind: 'forbidden', cmdlet: cmdlets[2]! },
        { kind: 'cut', when: 'midBody', cmdlet: cmdlets[3]! },
        { kind: 'unavailable', cmdlet: cmdlets[4]! },
        { kind: 'emptyBody', cmdlet: cmdlets[5]! },
        { kind: 'wrongShape', cmdlet: 'Get-ExchangeServer' },
        { kind: 'slow', cmdlet: 'Get-OrganizationalUnit', delayMs: 200 },
        { kind: 'cut', when: 'after', cmdlet: 'Clear-MobileDevice' },
      ],
    });
  });

  after(() => bench.close());

  it('throttling is a busy server, or a delay with a warning', async () => {
    const { busy, warnings, count } = await bench.runModule<{ busy: ErrorFacts; warnings: string[]; count: number }>(`
      $busy = Catch-Error { Get-Mailbox -ErrorAction Stop }
      $some = Get-Mailbox -WarningVariable warnings -WarningAction SilentlyContinue
      @{ busy = $busy; count = @($some).Count; warnings = @($warnings | ForEach-Object { [string] $_ }) }`);
    assert.equal(busy.type, 'Microsoft.Exchange.Data.Directory.OverBudgetException');
    assert.match(busy.id, /FailureCategory=Cmdlet-OverBudgetException/);
    assert.equal(count, 25);
    assert.match(warnings[0] ?? '', /^Micro delay applied\. Actual delayed: 20 msecs, Enforced: True/);
  });

  it('errors of the server, of Active Directory and of missing roles have their classes', async () => {
    const [internal, forbidden, unavailable] = await bench.runModule<ErrorFacts[]>(`
      Catch-Error { Get-CASMailbox -ErrorAction Stop }
      Catch-Error { Get-User }
      Catch-Error { Get-Recipient -ErrorAction Stop }`);
    assert.equal(internal?.type, 'System.NullReferenceException');
    assert.equal(forbidden?.type, 'System.Management.Automation.CommandNotFoundException');
    assert.equal(forbidden.id.split(',')[0], 'CommandNotFoundException');
    assert.equal(unavailable?.type, 'Microsoft.Exchange.Data.Directory.ADTransientException');
  });

  it('a connection that is cut ends the command; wrong answers are wrong objects', async () => {
    const [guid] = devices(bench).map((device) => textOf(device, 'Guid'));
    const found = await bench.runModule<{
      cut: ErrorFacts;
      lost: ErrorFacts;
      none: number;
      odd: unknown;
      slow: number;
    }>(`
      @{  cut = Catch-Error { Get-Group }; lost = Catch-Error { Clear-MobileDevice -Identity '${guid}' -Confirm:$false }
          none = @(Get-AcceptedDomain).Count; odd = (Get-ExchangeServer).Identity; slow = @(Get-OrganizationalUnit).Count }`);
    assert.equal(found.cut.type, 'System.Management.Automation.Remoting.PSRemotingTransportException');
    assert.equal(found.lost.type, 'System.Management.Automation.Remoting.PSRemotingTransportException');
    assert.deepEqual([found.none, found.odd, found.slow], [0, 17, 7]);
    const [cleared] = await bench.journal('Clear-MobileDevice');
    assert.deepEqual([cleared?.fault, cleared?.result?.objects], ['cut', 0]);
  });
});

describeWithPowerShell('the module of Exchange 2010', () => {
  it('has the old names, errors without a failure category, and no kind of client', async () => {
    const bench = await PowerShellBench.open({ version: '2010' });
    const found = await bench.runModule<{ failure: ErrorFacts; none: ErrorFacts; names: string[]; type: string }>(`
      $device = Get-ActiveSyncDevice -ResultSize 1 -WarningAction SilentlyContinue
      @{  failure = Catch-Error { Get-ActiveSyncDevice -Identity nobody -ErrorAction Stop }
          none = Catch-Error { Get-MobileDevice }
          names = @($device.PSObject.Properties.Name | Where-Object { $_ -like 'Client*' }); type = $device.PSTypeNames[0] }`);
    await bench.close();
    assert.match(found.failure.id, /^[0-9A-F]{8},Get-ActiveSyncDevice$/);
    assert.equal(found.none.type, 'System.Management.Automation.CommandNotFoundException');
    assert.deepEqual(found.names, []);
    assert.equal(found.type, 'Microsoft.Exchange.Data.Directory.SystemConfiguration.ActiveSyncDevice');
  });
});
