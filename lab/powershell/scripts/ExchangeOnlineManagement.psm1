# Stands in for Microsoft's module of this name, as it is since July 2026: app-only, without -Credential. The cmdlets
# that -CommandName asks for come as a module of their own, as with the real one.

. (Join-Path $PSScriptRoot 'LabClient.ps1')
. (Join-Path $PSScriptRoot 'Cmdlets.ps1')

$script:Connections = @()
# The modules of the connections, by name.
$script:Modules = @{}

function Connect-ExchangeOnline {
    [CmdletBinding()]
    param(
        [Parameter(Position = 0)] [string] $ConnectionUri,
        [Parameter(Position = 1)] [string] $AzureADAuthorizationEndpointUri,
        [string] $ExchangeEnvironmentName,
        [System.Management.Automation.Remoting.PSSessionOption] $PSSessionOption,
        [string] $DelegatedOrganization,
        [string] $Prefix,
        [string[]] $CommandName,
        [string[]] $FormatTypeName,
        [string] $AccessToken,
        [string] $AppId,
        [switch] $BypassMailboxAnchoring,
        [System.Security.Cryptography.X509Certificates.X509Certificate2] $Certificate,
        [string] $CertificateFilePath,
        [securestring] $CertificatePassword,
        [string] $CertificateThumbprint,
        [switch] $Device,
        [switch] $DisableWAM,
        [switch] $EnableErrorReporting,
        [string] $EXOModuleBasePath,
        [switch] $InlineCredential,
        [switch] $LoadCmdletHelp,
        [string] $LogDirectoryPath,
        [string] $LogLevel,
        [switch] $ManagedIdentity,
        [string] $ManagedIdentityAccountId,
        [string] $Organization,
        [uint32] $PageSize = 1000,
        [switch] $ShowBanner = $true,
        [object] $ShowProgress,
        [System.Security.Cryptography.X509Certificates.X509Certificate2] $SigningCertificate,
        [switch] $SkipLoadingCmdletHelp,
        [switch] $SkipLoadingFormatData,
        [object] $TrackPerformance,
        [object] $UseMultithreading,
        [string] $UserPrincipalName
    )
    $wish = @{ appId = $AppId; organization = $Organization; parameters = @(); commandName = @($CommandName | Where-Object { $_ })
        managedIdentity = $ManagedIdentity.IsPresent; managedIdentityAccountId = $ManagedIdentityAccountId
    }
    # The journal shows which parameters were given; of their values only those that are no secret.
    $wish.parameters = @($PSBoundParameters.Keys | Where-Object { $script:LabCommonNames -notcontains $_ } | Sort-Object)
    if (-not $ManagedIdentity) {
        $found = Get-LabCertificate $Certificate $CertificateFilePath $CertificatePassword $CertificateThumbprint
        if ($null -ne $found) { $wish.certificate = New-LabProof $found "$AppId|$Organization" }
    }
    $answer = Request-LabJson 'POST' '/connections' $wish
    if ($null -ne $answer.failure) {
        $failed = New-LabException $answer.failure.className $answer.failure.message
        $PSCmdlet.ThrowTerminatingError([System.Management.Automation.ErrorRecord]::new($failed, 'Connect-ExchangeOnline',
                'AuthenticationError', $null))
    }
    if ($ShowBanner) { Write-Host 'This is the lab of the EAS connector: no Exchange Online is behind it.' }
    $commands = @($answer.commands | Where-Object { $_ -notlike 'Get-EXO*' })
    $module = New-LabCommands $answer.connectionId $commands
    $script:Modules[$module.Name] = $module
    $import = @{ ModuleInfo = $module; Global = $true; DisableNameChecking = $true }
    if ($Prefix -ne '') { $import.Prefix = $Prefix }
    Import-Module @import
    $script:LabSession = $answer.connectionId
    $script:Connections += [pscustomobject] @{
        PSTypeName                      = 'Microsoft.Exchange.Management.ExoPowershellSnapin.ConnectionInformation'
        ConnectionId                    = [guid] $answer.connectionId
        State                           = 'Connected'
        Id                              = $script:Connections.Count + 1
        Name                            = "ExchangeOnline_$($script:Connections.Count + 1)"
        UserPrincipalName               = if ($ManagedIdentity) { "MSI@$($script:Lab.tenant)" } else { '' }
        ConnectionUri                   = if ($ConnectionUri -ne '') { $ConnectionUri } else { 'https://outlook.office365.com' }
        AzureAdAuthorizationEndpointUri = "https://login.microsoftonline.com/$Organization"
        TokenExpiryTimeUTC              = [System.DateTimeOffset]::UtcNow.AddHours(1)
        CertificateAuthentication       = -not $ManagedIdentity
        ModuleName                      = $module.Name
        ModulePrefix                    = $Prefix
        Organization                    = $Organization
        DelegatedOrganization           = $DelegatedOrganization
        AppId                           = $AppId
        PageSize                        = $PageSize
        TenantID                        = $script:Lab.tenant
        TokenStatus                     = 'Active'
        ConnectionUsedForInbuiltCmdlets = $true
        IsEopSession                    = $false
    }
}

# The cmdlets of a connection, in a module of their own.
function New-LabCommands {
    param([string] $ConnectionId, [string[]] $Names)
    $name = 'tmpEXO_' + [System.IO.Path]::GetRandomFileName().Replace('.', '')
    New-Module -Name $name -ArgumentList $PSScriptRoot, $ConnectionId, $Names -ScriptBlock {
        param($folder, $connectionId, $names)
        . (Join-Path $folder 'LabClient.ps1')
        . (Join-Path $folder 'Cmdlets.ps1')
        $script:LabSession = $connectionId
        Export-ModuleMember -Function $names
    }
}

# The certificate of -Certificate, a file or the certificate store; nothing if none was given.
function Get-LabCertificate {
    param($Certificate, [string] $Path, $Password, [string] $Thumbprint)
    if ($null -ne $Certificate) { return $Certificate }
    if ($Path -ne '') {
        $full = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Path)
        return [System.Security.Cryptography.X509Certificates.X509Certificate2]::new($full, $Password)
    }
    if ($Thumbprint -eq '') { return }
    foreach ($location in 'CurrentUser', 'LocalMachine') {
        $store = [System.Security.Cryptography.X509Certificates.X509Store]::new('My', $location)
        try {
            $store.Open('ReadOnly, OpenExistingOnly')
            foreach ($found in $store.Certificates) { if ($found.Thumbprint -eq $Thumbprint) { return $found } }
        }
        catch [System.Security.Cryptography.CryptographicException] { continue }
        finally { $store.Dispose() }
    }
    throw "The certificate with the thumbprint $Thumbprint was not found in the certificate stores."
}

# What proves that the caller has the certificate's private key.
function New-LabProof {
    param($Certificate, [string] $Text)
    if (-not $Certificate.HasPrivateKey) { throw 'The certificate has no private key.' }
    $key = [System.Security.Cryptography.X509Certificates.RSACertificateExtensions]::GetRSAPrivateKey($Certificate)
    $signature = $key.SignData([System.Text.Encoding]::UTF8.GetBytes($Text),
        [System.Security.Cryptography.HashAlgorithmName]::SHA256, [System.Security.Cryptography.RSASignaturePadding]::Pkcs1)
    @{ thumbprint = $Certificate.Thumbprint; signature = [System.Convert]::ToBase64String($signature) }
}

# Remove-Module, called in a module, leaves what the other module has given to whoever called this one.
function Remove-LabCommands {
    param([System.Management.Automation.PSModuleInfo] $Module, [string] $Prefix, $SessionState)
    Remove-Module $Module -Force
    foreach ($name in $Module.ExportedFunctions.Keys) {
        $path = "Function:\$($name.Replace('-', "-$Prefix"))"
        if ($SessionState.InvokeProvider.Item.Exists($path)) { $SessionState.InvokeProvider.Item.Remove($path, $false) }
    }
}

function Disconnect-ExchangeOnline {
    [CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'High', DefaultParameterSetName = 'All')]
    param(
        [Parameter(ParameterSetName = 'ConnectionId', Mandatory = $true)] [string[]] $ConnectionId,
        [Parameter(ParameterSetName = 'ModulePrefix', Mandatory = $true)] [string[]] $ModulePrefix
    )
    $question = 'Running this cmdlet clears all active sessions created using Connect-ExchangeOnline or Connect-IPPSSession.'
    if (-not $PSCmdlet.ShouldProcess($question, 'Are you sure you want to perform this action?', 'Confirm')) { return }
    $ended = @($script:Connections | Where-Object {
            ($PSCmdlet.ParameterSetName -eq 'All') -or ($ConnectionId -contains [string] $_.ConnectionId) -or
            ($null -ne $ModulePrefix -and $ModulePrefix -contains $_.ModulePrefix)
        })
    foreach ($connection in $ended) {
        [void] (Request-LabJson 'DELETE' "/connections/$($connection.ConnectionId)")
        Remove-LabCommands $script:Modules[$connection.ModuleName] $connection.ModulePrefix $PSCmdlet.SessionState
        $script:Modules.Remove($connection.ModuleName)
    }
    $script:Connections = @($script:Connections | Where-Object { $ended -notcontains $_ })
    $script:LabSession = if ($script:Connections.Count -eq 0) { 'none' } else { [string] $script:Connections[-1].ConnectionId }
}

function Get-ConnectionInformation {
    [CmdletBinding()]
    param([string[]] $ConnectionId, [string[]] $ModulePrefix)
    $script:Connections | Where-Object {
        ($null -eq $ConnectionId -or $ConnectionId -contains [string] $_.ConnectionId) -and
        ($null -eq $ModulePrefix -or $ModulePrefix -contains $_.ModulePrefix)
    }
}

# Without a connection the module's own cmdlets say that one is needed.
$script:LabSession = 'none'

Export-ModuleMember -Function (@('Connect-ExchangeOnline', 'Disconnect-ExchangeOnline', 'Get-ConnectionInformation') +
    @($script:LabCmdletNames | Where-Object { $_ -like 'Get-EXO*' }))
