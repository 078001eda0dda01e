import type { Cloud, ExchangeOnline } from '../../../protocol';
import type { Opening, OpeningArgument } from './opening';

/** The clouds as Connect-ExchangeOnline names them. [Connect-ExchangeOnline -ExchangeEnvironmentName] */
const ENVIRONMENTS: Readonly<Record<Cloud, string>> = {
  worldwide: 'O365Default',
  usGovernmentGccHigh: 'O365USGovGCCHigh',
  usGovernmentDod: 'O365USGovDoD',
  china: 'O365China',
};

/** App-only, with only the commands that are needed: a module that imports all of them leaks memory at every connect. */
const SCRIPT = `
param([string] $Module, [string] $AppId, [string] $Organization, [string] $Environment, [string[]] $Commands,
  [string] $CertificateThumbprint, [string] $CertificateFile, [securestring] $CertificatePassword,
  [bool] $ManagedIdentity, [string] $ManagedIdentityAccountId)
$ErrorActionPreference = 'Stop'
Import-Module -Name $Module
$common = @{ Organization = $Organization; ExchangeEnvironmentName = $Environment; CommandName = $Commands; ShowBanner = $false }
if ($ManagedIdentity) {
  $common.ManagedIdentity = $true
  if ($ManagedIdentityAccountId) { $common.ManagedIdentityAccountId = $ManagedIdentityAccountId }
} else {
  $common.AppId = $AppId
  if ($CertificateThumbprint) { $common.CertificateThumbPrint = $CertificateThumbprint }
  else {
    $common.CertificateFilePath = $CertificateFile
    if ($CertificatePassword) { $common.CertificatePassword = $CertificatePassword }
  }
}
Connect-ExchangeOnline @common
New-Object -TypeName PSObject -Property @{ Build = ''; Endpoint = $Environment }
`;

const CLOSING = `
Disconnect-ExchangeOnline -Confirm:$false -ErrorAction SilentlyContinue
`;

/**
 * The opening of Exchange Online through the ExchangeOnlineManagement module in a local PowerShell.
 * @param commands the cmdlets to import
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
        CertificateThumbprint: credential.thumbprint,
        CertificateFile: credential.certificateFile,
        CertificatePassword: credential.privateKeyPassword ?? null,
      };
    case 'secret':
      return {};
  }
}
