# What a Windows computer with PowerShell would have, and other systems lack: New-PSSession for WSMan, snap-ins.

. (Join-Path $PSScriptRoot 'LabClient.ps1')

# New-PSSession as for WSMan. The lab checks address, configuration and account; the session is a genuine restricted one.
function New-PSSession {
    [CmdletBinding()]
    param(
        [string] $ConfigurationName,
        [uri] $ConnectionUri,
        [pscredential] $Credential,
        [System.Management.Automation.Runspaces.AuthenticationMechanism] $Authentication = 'Default',
        [switch] $AllowRedirection,
        [System.Management.Automation.Remoting.PSSessionOption] $SessionOption,
        [string] $CertificateThumbprint,
        [string] $Name,
        [string[]] $HostName,
        [string] $UserName,
        [string] $Subsystem
    )
    if ($null -eq $ConnectionUri) { return Microsoft.PowerShell.Core\New-PSSession @PSBoundParameters }
    if ($ConfigurationName -eq '') { $ConfigurationName = 'Microsoft.PowerShell' }
    $wish = @{ uri = $ConnectionUri.OriginalString; configurationName = $ConfigurationName
        authentication = [string] $Authentication; username = ''; password = ''
    }
    if ($null -ne $Credential) {
        $wish.username = $Credential.UserName
        $wish.password = $Credential.GetNetworkCredential().Password
    }
    try { $answer = Request-LabJson 'POST' '/shells' $wish }
    catch { $answer = @{ failure = @{ errorId = 'CannotConnect'; message = "The client cannot connect to the destination: $_" } } }
    if ($null -ne $answer.failure) {
        $text = "[$($ConnectionUri.Host)] Connecting to remote server $($ConnectionUri.Host) failed with the following error message : $($answer.failure.message)"
        $failed = [System.Management.Automation.Remoting.PSRemotingTransportException]::new($text)
        $PSCmdlet.WriteError([System.Management.Automation.ErrorRecord]::new($failed,
                "$($answer.failure.errorId),PSSessionOpenFailed", 'OpenError', $ConnectionUri))
        return
    }
    if ([string] $script:Lab.sshFolder -eq '') { throw 'The lab offers remote sessions where it can start PowerShell 7 itself, and not on Windows.' }
    $more = @{}
    if ($Name -ne '') { $more.Name = $Name }
    Open-LabShell $answer.computerName $answer.ticket $more
}

# The genuine New-PSSession finds a program called ssh, which is the lab's: it starts the shell of the ticket.
function Open-LabShell {
    param([string] $ComputerName, [string] $Ticket, [hashtable] $More)
    [System.Threading.Monitor]::Enter($script:LabTypes)
    $path = [System.Environment]::GetEnvironmentVariable('PATH')
    try {
        $separator = [System.IO.Path]::PathSeparator
        [System.Environment]::SetEnvironmentVariable('PATH', "$($script:Lab.sshFolder)$separator$path")
        Microsoft.PowerShell.Core\New-PSSession -HostName $ComputerName -Subsystem $Ticket @More
    }
    finally {
        [System.Environment]::SetEnvironmentVariable('PATH', $path)
        [System.Threading.Monitor]::Exit($script:LabTypes)
    }
}

# New-PSSessionOption with all that it takes on Windows; elsewhere the cmdlet lacks most of it.
function New-PSSessionOption {
    [CmdletBinding()]
    param(
        [int] $MaximumRedirection, [switch] $NoCompression, [switch] $NoMachineProfile,
        [cultureinfo] $Culture, [cultureinfo] $UICulture,
        [int] $MaximumReceivedDataSizePerCommand, [int] $MaximumReceivedObjectSize,
        [System.Management.Automation.Runspaces.OutputBufferingMode] $OutputBufferingMode,
        [int] $MaxConnectionRetryCount, [psprimitivedictionary] $ApplicationArguments,
        [Alias('OpenTimeoutMSec')] [int] $OpenTimeout, [Alias('CancelTimeoutMSec')] [int] $CancelTimeout,
        [Alias('IdleTimeoutMSec')] [int] $IdleTimeout, [Alias('OperationTimeoutMSec')] [int] $OperationTimeout,
        [System.Management.Automation.Remoting.ProxyAccessType] $ProxyAccessType,
        [System.Management.Automation.Runspaces.AuthenticationMechanism] $ProxyAuthentication,
        [pscredential] $ProxyCredential,
        [switch] $SkipCACheck, [switch] $SkipCNCheck, [switch] $SkipRevocationCheck,
        [switch] $NoEncryption, [switch] $UseUTF16, [switch] $IncludePortInSPN
    )
    $option = [System.Management.Automation.Remoting.PSSessionOption]::new()
    foreach ($name in $PSBoundParameters.Keys) {
        if ($script:LabCommonNames -contains $name) { continue }
        $value = $PSBoundParameters[$name]
        switch ($name) {
            'MaximumRedirection' { $option.MaximumConnectionRedirectionCount = $value }
            'OutputBufferingMode' { $option.OutputBufferingMode = $value }
            { $_ -like '*Timeout' } { $option.$name = [timespan]::FromMilliseconds($value) }
            { $value -is [switch] } { $option.$name = $value.IsPresent }
            default { $option.$name = $value }
        }
    }
    $option
}

# The snap-ins of Windows PowerShell: Exchange's are there on an Exchange of one's own.
function Get-LabSnapInNames {
    switch ($script:Lab.version) {
        'Online' { }
        '2010' { 'Microsoft.Exchange.Management.PowerShell.E2010' }
        default { 'Microsoft.Exchange.Management.PowerShell.E2010', 'Microsoft.Exchange.Management.PowerShell.SnapIn' }
    }
}

$script:LabAddedSnapIns = @()

function Get-PSSnapin {
    [CmdletBinding()]
    param([Parameter(Position = 0)] [string[]] $Name = '*', [switch] $Registered)
    $names = if ($Registered) { Get-LabSnapInNames } else { $script:LabAddedSnapIns }
    foreach ($snapIn in $names) {
        if (@($Name | Where-Object { $snapIn -like $_ }).Count -gt 0) {
            [pscustomobject] @{ PSTypeName = 'System.Management.Automation.PSSnapInInfo'; Name = $snapIn; PSVersion = [version] '1.0' }
        }
    }
}

function Add-PSSnapin {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true, Position = 0)] [string[]] $Name, [switch] $PassThru)
    foreach ($snapIn in $Name) {
        if (@(Get-LabSnapInNames) -notcontains $snapIn) {
            $failed = [System.ArgumentException]::new("No snap-ins have been registered for Windows PowerShell version 5 that are called '$snapIn'.")
            $PSCmdlet.WriteError([System.Management.Automation.ErrorRecord]::new($failed, 'AddPSSnapInRead', 'InvalidArgument', $snapIn))
            continue
        }
        Import-Module (Join-Path $PSScriptRoot 'ExchangeLab.psd1') -Global -DisableNameChecking
        $script:LabAddedSnapIns += $snapIn
        if ($PassThru) { Get-PSSnapin $snapIn }
    }
}

Export-ModuleMember -Function @('New-PSSession', 'New-PSSessionOption', 'Get-PSSnapin', 'Add-PSSnapin')
