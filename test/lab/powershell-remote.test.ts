import assert from 'node:assert/strict';
import { describeWithPowerShell, type ErrorFacts, eventually, PowerShellBench } from './powershell-helpers';

/** Opens a session as an opening script would on Windows. */
const CONNECT = `
  Import-Module $powershell.hostModule -DisableNameChecking
  $account = $powershell.remoteSession
  $password = ConvertTo-SecureString $account.password -AsPlainText -Force
  $credential = [pscredential]::new($account.username, $password)
  $wish = @{ ConfigurationName = 'Microsoft.Exchange'; ConnectionUri = $account.urls[0]; Authentication = 'Kerberos' }
`;

describeWithPowerShell('implicit remoting in a real PowerShell', () => {
  let bench: PowerShellBench;

  before(async () => {
    bench = await PowerShellBench.open();
  });

  beforeEach(() => {
    bench.lab.orderFaults({ clear: true });
  });

  after(() => bench.close());

  it('imports cmdlets from a genuine session: deserialized objects, arguments and confirmations that arrive', async () => {
    const found = await bench.run<Record<string, unknown>>(`
      ${CONNECT}
      $before = (Get-LabState).openShells
      $options = New-PSSessionOption -OpenTimeout 20000 -OperationTimeout 60000 -SkipCACheck -ProxyAccessType None
      $session = New-PSSession @wish -Credential $credential -SessionOption $options
      $during = (Get-LabState).openShells
      $wanted = 'Get-MobileDevice', 'Clear-MobileDevice', 'Set-CASMailbox', 'Get-MobileDeviceStatistics'
      $module = Import-PSSession $session -CommandName $wanted -AllowClobber -DisableNameChecking
      $device = @(Get-MobileDevice -ActiveSync)[0]
      $unasked = Catch-Error { Clear-MobileDevice -Identity "$($device.Guid)" -ErrorAction Stop }
      Clear-MobileDevice -Identity "$($device.Guid)" -Confirm:$false
      $mailbox = "$($device.Identity)" -replace '/ExchangeActiveSyncDevices/.*', ''
      Set-CASMailbox -Identity $mailbox -ActiveSyncAllowedDeviceIDs @{ Add = 'x§y' } -ActiveSyncEnabled $true
      $missing = Catch-Error { Get-MobileDevice -Identity nobody -ErrorAction Stop }
      $none = Catch-Error { Get-Mailbox -ErrorAction Stop }
      $result = @{
          openTimeout = $options.OpenTimeout.TotalSeconds; shells = @($before, $during)
          commands = @(($module.ExportedFunctions.Keys | Sort-Object)); computer = $session.ComputerName
          types = @($device.PSTypeNames); guid = $device.Guid.GetType().Name; kind = [string] $device.FirstSyncTime.Kind
          state = $device.DeviceAccessState.GetType().Name; identity = $device.Identity.GetType().Name
          status = [string] (Get-MobileDeviceStatistics -Identity "$($device.Guid)").Status
          unasked = $unasked; missing = $missing; none = $none }
      Remove-PSSession $session
      $result`);
    assert.deepEqual(
      { ...found, unasked: undefined, missing: undefined, none: undefined },
      {
        openTimeout: 20,
        shells: [0, 1],
        commands: ['Clear-MobileDevice', 'Get-MobileDevice', 'Get-MobileDeviceStatistics', 'Set-CASMailbox'],
        computer: 'ex01.contoso.com',
        types: [
          'Deserialized.Microsoft.Exchange.Data.Directory.SystemConfiguration.MobileDevice',
          'Deserialized.System.Object',
        ],
        guid: 'Guid',
        kind: 'Utc',
        state: 'String',
        identity: 'String',
        status: 'DeviceWipePending',
        unasked: undefined,
        missing: undefined,
        none: undefined,
      },
    );
    assert.match((found['unasked'] as ErrorFacts).message, /NonInteractive mode|interaction/);
    const missing = found['missing'] as ErrorFacts;
    assert.match(missing.id, /^\[Server=EX01,.*\] \[FailureCategory=Cmdlet-ManagementObjectNotFoundException\]/);
    assert.equal(missing.type, 'System.Management.Automation.RemoteException');
    assert.equal((found['none'] as ErrorFacts).id, 'CommandNotFoundException');
    const changes = await bench.journal('Clear-MobileDevice', 'Set-CASMailbox');
    assert.deepEqual(
      changes.map(({ user, parameters }) => [user, { ...parameters, Identity: undefined }]),
      [
        ['eas-connector@contoso.com', { Identity: undefined, Confirm: false }],
        [
          'eas-connector@contoso.com',
          {
            Identity: undefined,
            Confirm: false,
            ActiveSyncEnabled: true,
            ActiveSyncAllowedDeviceIDs: { change: { add: ['x§y'], remove: [] } },
          },
        ],
      ],
    );
    await eventually(() => Promise.resolve(bench.lab.openShells() === 0 ? true : undefined));
  });

  it('is a restricted session: no scripts, no other commands', async () => {
    const [script, hidden, commands] = await bench.run<[ErrorFacts, ErrorFacts, string[]]>(`
      ${CONNECT}
      $session = New-PSSession @wish -Credential $credential
      Catch-Error { Invoke-Command $session { 1 + 1 } -ErrorAction Stop }
      Catch-Error { Invoke-Command $session { Get-Process } -ErrorAction Stop }
      , @((Invoke-Command $session { Get-Command }).Name)
      Remove-PSSession $session`);
    assert.match(script.id, /ScriptsNotAllowed/);
    assert.match(hidden.id, /CommandNotFoundException/);
    for (const name of ['Get-MobileDevice', 'Select-Object', 'Measure-Object', 'Get-Command']) {
      assert.ok(commands.includes(name), name);
    }
  });

  it('refuses what a server would refuse, in the words of WinRM’s client', async () => {
    const failures = await bench.run<(ErrorFacts | null)[]>(`
      ${CONNECT}
      function Try-Session($changes) {
          $call = $wish.Clone()
          foreach ($key in $changes.Keys) { $call[$key] = $changes[$key] }
          Catch-Error { New-PSSession @call -ErrorAction Stop }
      }
      $wrong = [pscredential]::new($account.username, (ConvertTo-SecureString 'wrong' -AsPlainText -Force))
      Try-Session @{ Credential = $wrong }
      Try-Session @{ ConfigurationName = 'Microsoft.PowerShell' }
      Try-Session @{ ConnectionUri = 'http://ex99.contoso.com/PowerShell/' }
      Try-Session @{ ConnectionUri = 'http://ex01.contoso.com/wsman' }
      Try-Session @{ Authentication = 'Basic'; Credential = $credential }
      Try-Session @{ Authentication = 'Basic'; ConnectionUri = 'https://ex01.contoso.com/PowerShell/' }`);
    assert.deepEqual(
      failures.map((failure) => failure?.id),
      [
        'AccessDenied',
        'CannotFindSessionConfiguration',
        'ServerNameNotResolved',
        'WinRMHttpError',
        'UnencryptedTrafficDisabled',
        'AccessDenied',
      ].map((id) => `${id},PSSessionOpenFailed,New-PSSession`),
    );
    assert.equal(failures[0]?.type, 'System.Management.Automation.Remoting.PSRemotingTransportException');
    assert.match(
      failures[0].message,
      /^\[EX01\.contoso\.com\] Connecting to remote server EX01\.contoso\.com failed with the following error message : Access is denied\./i,
    );
  });

  it('fails on demand, and knows a quota of shells', async () => {
    bench.lab.orderFaults({
      faults: [
        { kind: 'throttle', target: 'connect', count: 1 },
        { kind: 'unavailable', target: 'connect', count: 1 },
        { kind: 'forbidden', target: 'connect', count: 1 },
        { kind: 'cut', target: 'connect', count: 1 },
      ],
    });
    const failures = await bench.run<ErrorFacts[]>(`
      ${CONNECT}
      foreach ($attempt in 1..4) { Catch-Error { New-PSSession @wish -ErrorAction Stop } }`);
    const patterns = [/maximum number of connections allowed : 18/, /\(503\)/, /management roles/, /cannot connect/];
    for (const [place, pattern] of patterns.entries()) assert.match(failures[place]?.message ?? '', pattern);
  });

  it('breaks when the connection is cut, and the lab sees the shell go', async () => {
    bench.lab.orderFaults({ faults: [{ kind: 'cut', cmdlet: 'Get-Mailbox', when: 'midBody' }] });
    const [failure, state] = await bench.run<[ErrorFacts, string]>(`
      ${CONNECT}
      $session = New-PSSession @wish -Credential $credential
      Catch-Error { Invoke-Command $session { Get-Mailbox } -ErrorAction Stop }
      [string] $session.State`);
    assert.equal(failure.type, 'System.Management.Automation.Remoting.PSRemotingTransportException');
    assert.equal(state, 'Broken');
    await eventually(() => Promise.resolve(bench.lab.openShells() === 0 ? true : undefined));
  });
});

describeWithPowerShell('RemoteExchange.ps1 in a real PowerShell', () => {
  let bench: PowerShellBench;

  before(async () => {
    bench = await PowerShellBench.open({ version: '2013' });
  });

  beforeEach(() => {
    bench.lab.orderFaults({ clear: true });
  });

  after(() => bench.close());

  it('connects to a server and brings its cmdlets; takes the next server when one fails', async () => {
    bench.lab.orderFaults({ faults: [{ kind: 'unavailable', target: 'connect', count: 1 }] });
    const found = await bench.run<Record<string, unknown>>(`
      . $powershell.remoteExchange
      Connect-ExchangeServer -auto -ClientApplication:ManagementShell -ErrorAction SilentlyContinue 2>$null 4>$null
      $device = Get-MobileDevice -ResultSize 1 -WarningAction SilentlyContinue
      $result = @{ type = $device.PSTypeNames[0]; computer = $remoteSession.ComputerName
          has = [bool] (Get-Command Set-CASMailbox -ErrorAction SilentlyContinue)
          later = [bool] (Get-Command Get-EXOMailbox -ErrorAction SilentlyContinue)
          version = (Get-ExchangeServer)[0].AdminDisplayVersion }
      Remove-PSSession $remoteSession
      $result`);
    assert.deepEqual(found, {
      type: 'Deserialized.Microsoft.Exchange.Data.Directory.SystemConfiguration.MobileDevice',
      computer: 'ex02.contoso.com',
      has: true,
      later: false,
      version: 'Version 15.0 (Build 1497.48)',
    });
  });

  it('says that there is no server to connect to', async () => {
    bench.lab.orderFaults({ faults: [{ kind: 'unauthorized', target: 'connect' }] });
    const [auto, named] = await bench.run<string[]>(`
      . $powershell.remoteExchange
      $auto = Connect-ExchangeServer -Auto 2>&1 4>$null
      $named = Connect-ExchangeServer -ServerFqdn ex77.contoso.com 2>&1 4>$null
      [string] @($auto)[-1]
      [string] @($named)[-1]`);
    assert.equal(auto, 'Failed to connect to an Exchange server in the current site.');
    assert.equal(named, 'Failed to connect to the server ex77.contoso.com.');
  });

  it('is not needed in the lab’s own pwsh, which in server mode has snap-ins and New-PSSession for WSMan', async () => {
    const found = await bench.run<Record<string, unknown>>(`
      # A program called ssh that starts it, so that PowerShell's own client can be the other end.
      $folder = New-Item -ItemType Directory -Path (Join-Path ([System.IO.Path]::GetTempPath()) ([guid]::NewGuid()))
      Set-Content (Join-Path $folder ssh) "#!/bin/sh\`nexec '$($powershell.executable)' -NoLogo -NoProfile -s -NoExit -Command -"
      chmod +x (Join-Path $folder ssh)
      $env:PATH = "$($folder):$env:PATH"
      $session = New-PSSession -HostName here
      $answer = Invoke-Command $session {
          Add-PSSnapin Microsoft.Exchange.Management.PowerShell.SnapIn
          @{ opener = [string] (Get-Command New-PSSession).CommandType; mode = [string] $ExecutionContext.SessionState.LanguageMode
              snapIns = @(Get-PSSnapin -Registered).Count; added = @((Get-PSSnapin).Name)
              device = (Get-MobileDevice -ResultSize 1 -WarningAction SilentlyContinue).PSTypeNames[0]
              plain = (& '${bench.lab.description.powershell.executable ?? ''}' -NoProfile -Command '1 + 1') }
      }
      Remove-PSSession $session
      Remove-Item -Recurse $folder
      $answer | Select-Object opener, mode, snapIns, added, device, plain`);
    assert.deepEqual(found, {
      opener: 'Function',
      mode: 'FullLanguage',
      snapIns: 2,
      added: ['Microsoft.Exchange.Management.PowerShell.SnapIn'],
      device: 'Microsoft.Exchange.Data.Directory.SystemConfiguration.MobileDevice',
      plain: '2',
    });
  });
});
