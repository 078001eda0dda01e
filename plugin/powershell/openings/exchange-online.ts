import { ExchangeError } from '../../exchange/exchange-error';
import type { Cloud, ExchangeOnline } from '../../../protocol';
import type { Opening, OpeningArgument } from './opening';

/** The clouds as Connect-ExchangeOnline names them. [Connect-ExchangeOnline -ExchangeEnvironmentName] */
const ENVIRONMENTS: Readonly<Record<Cloud, string>> = {
  worldwide: 'O365Default',
  usGovernmentGccHigh: 'O365USGovGCCHigh',
  usGovernmentDod: 'O365USGovDoD',
  china: 'O365China',
};

/**
 * App-only, with only the commands that are needed: a module that imports all of them leaks memory at every connect. PEM
 * is read by .NET, which cannot before .NET 5: in Windows PowerShell it is not possible.
 */
const SCRIPT = `
param([string] $Module, [string] $AppId, [string] $Organization, [string] $Environment, [string[]] $Commands,
  [string] $Thumbprint, [string] $CertificateFile, [string] $KeyFile, [string] $CertificatePem, [securestring] $KeyPem,
  [securestring] $KeyPassword, [bool] $ManagedIdentity, [string] $ManagedIdentityAccountId)
try {
  Import-Module -Name $Module -ErrorAction Stop
  $common = @{ Organization = $Organization; ExchangeEnvironmentName = $Environment; CommandName = $Commands; ShowBanner = $false }
  if ($ManagedIdentity) {
    $common.ManagedIdentity = $true
    if ($ManagedIdentityAccountId) { $common.ManagedIdentityAccountId = $ManagedIdentityAccountId }
  } else {
    $common.AppId = $AppId
    if ($Thumbprint) { $common.CertificateThumbPrint = $Thumbprint }
    else {
      if ($PSVersionTable.PSEdition -ne 'Core') { throw 'EAS-OPENING-PEM' }
      $reveal = { param([securestring] $Secret) (New-Object -TypeName PSCredential -ArgumentList 'x', $Secret).GetNetworkCredential().Password }
      if ($CertificateFile) {
        $CertificatePem = [System.IO.File]::ReadAllText($CertificateFile)
        $key = [System.IO.File]::ReadAllText($KeyFile)
      } else { $key = & $reveal $KeyPem }
      $type = [System.Security.Cryptography.X509Certificates.X509Certificate2]
      if ($KeyPassword) { $common.Certificate = $type::CreateFromEncryptedPem($CertificatePem, $key, (& $reveal $KeyPassword)) }
      else { $common.Certificate = $type::CreateFromPem($CertificatePem, $key) }
    }
  }
  Connect-ExchangeOnline @common -ErrorAction Stop
} catch { throw }
'key', 'reveal', 'common' | ForEach-Object { Remove-Variable -Name $_ -ErrorAction Ignore }
$ErrorActionPreference = 'Continue'
New-Object -TypeName PSObject -Property @{ Build = ''; Endpoint = $Environment }
`;

const CLOSING = `
Disconnect-ExchangeOnline -Confirm:$false -ErrorAction SilentlyContinue
`;

/**
 * The opening of Exchange Online through the ExchangeOnlineManagement module in a local PowerShell.
 * @param commands the cmdlets to import
 * @throws ExchangeError transport.unavailable: it cannot sign in with a client secret
 */
export function exchangeOnlineOpening(
  target: ExchangeOnline,
  moduleName: string,
  commands: readonly string[],
): Opening {
  return {
    name: 'Exchange Online through the ExchangeOnlineManagement module',
    script: SCRIPT,
    arguments: {
      Module: moduleName,
      AppId: target.clientId,
      Organization: target.organization || target.tenant,
      Environment: ENVIRONMENTS[target.cloud],
      Commands: commands,
      ...credentialArguments(target),
    },
    closing: CLOSING,
  };
}

function credentialArguments({ credential, clientId }: ExchangeOnline): Readonly<Record<string, OpeningArgument>> {
  switch (credential.kind) {
    case 'managedIdentity':
      return { ManagedIdentity: true, ManagedIdentityAccountId: credential.userAssigned ? clientId : '' };
    case 'certificate':
      return {
        Thumbprint: credential.thumbprint,
        CertificateFile: credential.certificateFile,
        KeyFile: credential.privateKeyFile,
        CertificatePem: credential.certificatePem,
        KeyPem: credential.privateKeyPem ?? null,
        KeyPassword: credential.privateKeyPassword ?? null,
      };
    case 'secret':
      throw new ExchangeError({
        code: 'transport.unavailable',
        summary: 'The ExchangeOnlineManagement module cannot sign in with a client secret.',
        detail: 'Give a certificate or a managed identity, or leave connection.transport out: the admin API can.',
      });
  }
}
