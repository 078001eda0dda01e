# The cmdlets of an Exchange of the lab's version, as functions. In a shell of a remote session they run for its user.

. (Join-Path $PSScriptRoot 'LabClient.ps1')
. (Join-Path $PSScriptRoot 'Cmdlets.ps1')

$script:LabSession = [string] [System.Environment]::GetEnvironmentVariable('EAS_LAB_SHELL')
$script:LabIsShell = $script:LabSession -ne ''
if ($script:LabIsShell) {
    # The lab counts the shell as open for as long as this answer is being read, so even a killed shell is noticed.
    $script:LabShell = Send-LabRequest 'GET' '/shell'
    if ($script:LabShell.IsFaulted -or [int] $script:LabShell.Result.StatusCode -ne 200) { [System.Environment]::Exit(4) }
}

Export-ModuleMember -Function $script:LabCmdletNames
