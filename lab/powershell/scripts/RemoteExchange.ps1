# Stands in for the script of this name that Exchange's set-up puts into its bin folder. It is dot-sourced, and then
# Connect-ExchangeServer opens a remote session to a server and imports the cmdlets from it.

Import-Module (Join-Path $PSScriptRoot 'LabHost.psd1') -Global -DisableNameChecking

function Connect-ExchangeServer {
    param(
        $ServerFqdn, [switch] $Auto, [switch] $Prompt, $UserName, $Forest, [switch] $ClearCache,
        $ClientApplication = $null, [switch] $AllowClobber
    )
    $lab = ConvertFrom-Json ([System.IO.File]::ReadAllText((Join-Path $PSScriptRoot 'endpoint.json')))
    if (-not $Auto -and $null -eq $ServerFqdn -and -not $Prompt) {
        Write-Error 'Say -Auto, -ServerFqdn or -Prompt.'
        return
    }
    if ($Prompt) { $ServerFqdn = Read-Host 'Enter the server FQDN where you want to connect.' }
    $servers = if ($null -ne $ServerFqdn) { , [string] $ServerFqdn } else { $lab.servers }
    foreach ($server in $servers) {
        Write-Verbose "Connecting to $server." -Verbose
        $session = Open-ExchangeRunspace $server $ClientApplication
        if ($null -eq $session) { continue }
        $global:remoteSession = $session
        $module = Import-PSSession $session -CommandName $lab.cmdlets -AllowClobber -DisableNameChecking
        Import-Module $module -Global -DisableNameChecking
        Write-Verbose "Connected to $server." -Verbose
        return
    }
    if ($null -ne $ServerFqdn) { Write-Error "Failed to connect to the server $ServerFqdn." }
    else { Write-Error 'Failed to connect to an Exchange server in the current site.' }
}

function Open-ExchangeRunspace {
    param([string] $Server, $ClientApplication)
    $application = if ($null -eq $ClientApplication) { '' } else { ";clientApplication=$ClientApplication" }
    $uri = "http://$Server/powershell?serializationLevel=Full$application"
    New-PSSession -ConnectionUri $uri -ConfigurationName Microsoft.Exchange -Authentication Kerberos
}
