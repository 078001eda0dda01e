import assert from 'node:assert/strict';
import { describeWithPowerShell, type ErrorFacts, PowerShellBench } from './powershell-helpers';

/** The application's certificate with its key, as an opening script would hand it over. */
const CERTIFICATE = `
  $online = $lab.adminApi
  $certificate = [System.Security.Cryptography.X509Certificates.X509Certificate2]::CreateFromPemFile($online.certificateFile, $online.keyFile)
  $wish = @{ AppId = $online.clientId; Organization = 'contoso.onmicrosoft.com'; ShowBanner = $false }
`;

describeWithPowerShell('ExchangeOnlineManagement in a real PowerShell', () => {
  let bench: PowerShellBench;

  before(async () => {
    bench = await PowerShellBench.open({ version: 'Online' });
  });

  beforeEach(() => {
    bench.lab.orderFaults({ clear: true });
  });

  after(() => bench.close());

  it('connects with a certificate, offers only the commands asked for, and leaves none behind', async () => {
    const found = await bench.run<Record<string, unknown>>(`
      ${CERTIFICATE}
      Import-Module $powershell.onlineModule
      $early = Catch-Error { Get-EXOMailbox }
      Connect-ExchangeOnline @wish -Certificate $certificate -CommandName Get-MobileDevice, Set-CASMailbox -SkipLoadingFormatData
      $connection = Get-ConnectionInformation
      $device = Get-MobileDevice -ResultSize 1 -WarningAction SilentlyContinue
      $result = @{
          commands = @((Get-Command -Module $connection.ModuleName).Name); state = $connection.State
          notAsked = Catch-Error { Get-Mailbox }; onPremises = Catch-Error { Get-MobileDevice -DomainController x }
          missing = Catch-Error { Get-MobileDevice -Identity nobody -ErrorAction Stop }; early = $early
          types = @($device.PSTypeNames); accessState = $device.DeviceAccessState.GetType().Name
          identity = $device.Identity.GetType().Name; guid = $device.Guid.GetType().Name
          kind = [string] $device.FirstSyncTime.Kind; own = @(Get-EXOMailbox -ResultSize 2 -WarningAction SilentlyContinue).Count }
      Disconnect-ExchangeOnline -Confirm:$false
      $result.after = [bool] (Get-Command Get-MobileDevice -ErrorAction SilentlyContinue)
      $result.connections = @(Get-ConnectionInformation).Count
      $result`);
    const { notAsked, onPremises, missing, early, ...rest } = found as Record<string, ErrorFacts>;
    assert.deepEqual(rest, {
      commands: ['Get-MobileDevice', 'Set-CASMailbox'],
      state: 'Connected',
      types: [
        'Microsoft.Exchange.Data.Directory.SystemConfiguration.MobileDevice',
        'System.Management.Automation.PSCustomObject',
        'System.Object',
      ],
      accessState: 'String',
      identity: 'String',
      guid: 'Guid',
      kind: 'Utc',
      own: 2,
      after: false,
      connections: 0,
    });
    assert.match(early?.message ?? '', /^You must call the Connect-ExchangeOnline cmdlet before/);
    assert.equal(notAsked?.id, 'CommandNotFoundException');
    assert.equal(onPremises?.id, 'NamedParameterNotFound,Get-MobileDevice');
    assert.match(
      missing?.id ?? '',
      /^\[Server=VI1PR01MB1234,RequestId=[0-9a-f-]+,TimeStamp=.* GMT\],Write-ErrorMessage$/,
    );
    assert.match(
      missing?.message ?? '',
      /^Ex[0-9A-F]{6}\|Microsoft\.Exchange\.Configuration\.Tasks\.ManagementObjectNotFoundException\|The operation/,
    );
    const lines = await bench.journal();
    assert.deepEqual(
      lines.map(({ cmdlet }) => cmdlet),
      ['Connect-ExchangeOnline', 'Get-MobileDevice', 'Get-MobileDevice', 'Get-EXOMailbox', 'Disconnect-ExchangeOnline'],
    );
    assert.deepEqual(lines[0]?.parameters['given'], [
      'AppId',
      'Certificate',
      'CommandName',
      'Organization',
      'ShowBanner',
      'SkipLoadingFormatData',
    ]);
    assert.doesNotMatch(JSON.stringify(lines), /PRIVATE KEY/);
  });

  it('connects with a file and its password, with a managed identity, by the module’s name, with a prefix', async () => {
    const found = await bench.run<Record<string, unknown>>(`
      ${CERTIFICATE}
      $env:PSModulePath = $powershell.environment.PSModulePath + [System.IO.Path]::PathSeparator + $env:PSModulePath
      Import-Module ExchangeOnlineManagement
      $file = Join-Path ([System.IO.Path]::GetTempPath()) "$([guid]::NewGuid()).pfx"
      [System.IO.File]::WriteAllBytes($file, $certificate.Export('Pfx', 'p@ss'))
      $password = ConvertTo-SecureString 'p@ss' -AsPlainText -Force
      Connect-ExchangeOnline @wish -CertificateFilePath $file -CertificatePassword $password -CommandName Get-CASMailbox
      $byFile = @(Get-CASMailbox -ResultSize 1 -WarningAction SilentlyContinue).Count
      Disconnect-ExchangeOnline -Confirm:$false
      Remove-Item $file
      Connect-ExchangeOnline -ManagedIdentity -Organization contoso.onmicrosoft.com -ShowBanner:$false -Prefix Cloud
      $byIdentity = @(Get-CloudCASMailbox -ResultSize 1 -WarningAction SilentlyContinue).Count
      $information = Get-ConnectionInformation
      Disconnect-ExchangeOnline -ConnectionId $information.ConnectionId -Confirm:$false
      Connect-ExchangeOnline -ManagedIdentity -ManagedIdentityAccountId $online.clientId -Organization $online.tenant -ShowBanner:$false
      $all = @(Get-Command -Module (Get-ConnectionInformation).ModuleName).Count
      Disconnect-ExchangeOnline -Confirm:$false
      @{ byFile = $byFile; byIdentity = $byIdentity; prefix = $information.ModulePrefix; all = $all
          left = [bool] (Get-Command Get-CloudCASMailbox -ErrorAction SilentlyContinue) }`);
    const ownNames = bench.lab.runner.names().filter((name) => !name.startsWith('Get-EXO'));
    assert.deepEqual(found, { byFile: 1, byIdentity: 1, prefix: 'Cloud', all: ownNames.length, left: false });
  });

  it('refuses another certificate, tenant or application, and knows no -Credential', async () => {
    const failures = await bench.run<ErrorFacts[]>(`
      ${CERTIFICATE}
      Import-Module $powershell.onlineModule
      $key = [System.Security.Cryptography.RSA]::Create(2048)
      $request = [System.Security.Cryptography.X509Certificates.CertificateRequest]::new('CN=other', $key, 'SHA256', [System.Security.Cryptography.RSASignaturePadding]::Pkcs1)
      $other = $request.CreateSelfSigned([System.DateTimeOffset]::Now.AddDays(-1), [System.DateTimeOffset]::Now.AddDays(1))
      Catch-Error { Connect-ExchangeOnline @wish -Certificate $other }
      $wish.Organization = 'fabrikam.onmicrosoft.com'
      Catch-Error { Connect-ExchangeOnline @wish -Certificate $certificate }
      $wish.Organization = 'contoso.onmicrosoft.com'; $wish.AppId = [guid]::Empty
      Catch-Error { Connect-ExchangeOnline @wish -Certificate $certificate }
      Catch-Error { Connect-ExchangeOnline -Credential $null }
      Catch-Error { Connect-ExchangeOnline @wish -CertificateThumbprint ('0' * 40) }`);
    const codes = failures.map(({ message }) => /AADSTS\d+/.exec(message)?.[0]);
    assert.deepEqual(codes.slice(0, 3), ['AADSTS700027', 'AADSTS90002', 'AADSTS700016']);
    assert.equal(failures[0]?.type, 'Microsoft.Identity.Client.MsalServiceException');
    assert.equal(failures[3]?.id, 'NamedParameterNotFound,Connect-ExchangeOnline');
    assert.match(failures[4]?.message ?? '', /thumbprint 0{40} was not found/);
  });

  it('fails on demand', async () => {
    bench.lab.orderFaults({ faults: [{ kind: 'unavailable', target: 'connect', cmdlet: 'Connect-ExchangeOnline' }] });
    const failure = await bench.run<ErrorFacts>(`
      Import-Module $powershell.onlineModule
      Catch-Error { Connect-ExchangeOnline -ManagedIdentity -Organization contoso.onmicrosoft.com }`);
    assert.equal(failure.type, 'System.Net.Http.HttpRequestException');
  });
});
