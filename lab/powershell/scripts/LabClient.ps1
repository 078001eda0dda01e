# Talks to the running lab. endpoint.json, in the same folder, says where it is.

Add-Type -AssemblyName System.Net.Http
. (Join-Path $PSScriptRoot 'LabTypes.ps1')
. (Join-Path $PSScriptRoot 'LabObjects.ps1')

$script:Lab = ConvertFrom-Json ([System.IO.File]::ReadAllText((Join-Path $PSScriptRoot 'endpoint.json')))
# Whose calls these are: a shell's ticket or a connection's ID. Without one they are the host's own account's.
$script:LabSession = ''
# What goes with every command and is PowerShell's own business.
$script:LabCommonNames = @('Verbose', 'Debug', 'ErrorAction', 'WarningAction', 'InformationAction', 'ProgressAction',
    'ErrorVariable', 'WarningVariable', 'InformationVariable', 'OutVariable', 'OutBuffer', 'PipelineVariable',
    'Confirm', 'WhatIf')

function New-LabHttpClient {
    $handler = [System.Net.Http.HttpClientHandler]::new()
    $handler.UseProxy = $false
    $client = [System.Net.Http.HttpClient]::new($handler)
    # How long a command may take is for whoever called it to say.
    $client.Timeout = [System.Threading.Timeout]::InfiniteTimeSpan
    $authorization = [System.Net.Http.Headers.AuthenticationHeaderValue]::new('Bearer', $script:Lab.token)
    $client.DefaultRequestHeaders.Authorization = $authorization
    $client
}

$script:LabHttp = New-LabHttpClient

# Waits for a task in small steps, so that PowerShell can stop the command in between. Gives the task.
function Wait-LabTask {
    param($Task)
    $tasks = [System.Threading.Tasks.Task[]] @($Task)
    while ([System.Threading.Tasks.Task]::WaitAny($tasks, 25) -lt 0) { }
    $Task
}

# Sends a request; gives the task of its answer, of which the head has come.
function Send-LabRequest {
    param([string] $Method, [string] $Path, $Body)
    $request = [System.Net.Http.HttpRequestMessage]::new([System.Net.Http.HttpMethod]::new($Method), $script:Lab.url + $Path)
    if ($script:LabSession -ne '') { $request.Headers.Add('X-Lab-Session', $script:LabSession) }
    if ($null -ne $Body) {
        $json = ConvertTo-Json -InputObject $Body -Depth 6 -Compress
        # UTF-8 has no place for half a surrogate pair; an escape has.
        $escaped = [regex]::Replace($json, '[^\x20-\x7e]', { '\u{0:x4}' -f [int] $args[0].Value[0] })
        $request.Content = [System.Net.Http.StringContent]::new($escaped, [System.Text.Encoding]::UTF8, 'application/json')
    }
    Wait-LabTask $script:LabHttp.SendAsync($request, [System.Net.Http.HttpCompletionOption]::ResponseHeadersRead)
}

# A request with a short answer: its JSON. Throws if the lab cannot be reached.
function Request-LabJson {
    param([string] $Method, [string] $Path, $Body)
    $task = Send-LabRequest $Method $Path $Body
    if ($task.IsFaulted) { throw $task.Exception.InnerException }
    $text = (Wait-LabTask $task.Result.Content.ReadAsStringAsync())
    if ($text.IsFaulted) { throw $text.Exception.InnerException }
    ConvertFrom-Json $text.Result
}

# A parameter's value as JSON can carry it.
function ConvertTo-LabValue {
    param($Value)
    if ($null -eq $Value) { return $null }
    if ($Value -is [System.Management.Automation.SwitchParameter]) { return $Value.IsPresent }
    if ($Value -is [string]) { return $Value.ToString() }
    if ($Value -is [bool] -or $Value -is [int] -or $Value -is [long] -or $Value -is [uint32] -or $Value -is [double]) {
        return $Value
    }
    if ($Value -is [datetime]) { return $Value.ToUniversalTime().ToString('o') }
    if ($Value -is [pscredential] -or $Value -is [securestring]) { return '********' }
    if ($Value -is [System.Collections.IDictionary]) {
        $change = @{ add = @(); remove = @() }
        foreach ($key in $Value.Keys) {
            $name = ([string] $key).ToLowerInvariant()
            if ($change.ContainsKey($name)) { $change[$name] = @(foreach ($item in $Value[$key]) { [string] $item }) }
        }
        return @{ change = $change }
    }
    if ($Value -is [System.Collections.IEnumerable]) {
        return , @(foreach ($item in $Value) { ConvertTo-LabValue $item })
    }
    [string] $Value
}

# Asks, if the command has to. When nobody can answer, that error is the command's own, as it would be a cmdlet's.
function Test-LabConsent {
    param($Caller, [string] $Target)
    try { $Caller.ShouldProcess($Target) }
    catch [System.Management.Automation.MethodInvocationException] {
        $inner = $_.Exception.InnerException
        if ($inner -is [System.Management.Automation.IContainsErrorRecord]) {
            $Caller.ThrowTerminatingError($inner.ErrorRecord)
        }
        throw $inner
    }
}

# Runs a cmdlet at the lab: gives its objects as they come, and writes its warnings and errors for the caller.
function Invoke-LabCmdlet {
    param([string] $Name, $Caller, $Bound, [hashtable] $Extra = @{})
    $parameters = @{}
    foreach ($given in $Bound.Keys) {
        if ($script:LabCommonNames -notcontains $given) { $parameters[$given] = ConvertTo-LabValue $Bound[$given] }
    }
    foreach ($given in $Extra.Keys) { $parameters[$given] = $Extra[$given] }
    $task = Send-LabRequest 'POST' '/invoke' @{ cmdlet = $Name; parameters = $parameters }
    if ($task.IsFaulted) {
        Stop-LabCall $Caller $task.Exception.InnerException.Message
        return
    }
    $response = $task.Result
    try {
        if ([int] $response.StatusCode -ne 200) {
            $answer = ConvertFrom-Json (Wait-LabTask $response.Content.ReadAsStringAsync()).Result
            Write-LabError $Caller $answer.error
            return
        }
        $stream = (Wait-LabTask $response.Content.ReadAsStreamAsync()).Result
        $reader = [System.IO.StreamReader]::new($stream, [System.Text.Encoding]::UTF8)
        Read-LabAnswer $Caller $reader
    }
    finally { $response.Dispose() }
}

# Reads the lines of an answer. One without its last line was cut off.
function Read-LabAnswer {
    param($Caller, $Reader)
    $isRest = $script:Lab.version -eq 'Online'
    $shape = $null; $type = $null; $idType = $null; $enums = @{}
    while ($true) {
        $task = Wait-LabTask $Reader.ReadLineAsync()
        if ($task.IsFaulted) { return Stop-LabCall $Caller $task.Exception.InnerException.Message }
        if ($null -eq $task.Result) { return Stop-LabCall $Caller 'The connection was closed.' }
        if ($task.Result -eq '') { continue }
        $line = ConvertFrom-Json $task.Result
        $kind = @($line.PSObject.Properties)[0].Name
        if ($kind -eq 'kinds') {
            & (Get-LabReader $shape $line.kinds $isRest) $line.rows $type $enums $idType
        }
        elseif ($kind -eq 'shape') {
            $shape = $line.shape
            if (-not $isRest) {
                $type = Get-LabClass $shape.typeName $shape.names
                $idType = Get-LabObjectIdType
                $enums = @{}
                foreach ($enum in $shape.enums.PSObject.Properties) { $enums[$enum.Name] = Get-LabEnum $enum.Name $enum.Value }
            }
        }
        elseif ($kind -eq 'warning') { $Caller.WriteWarning($line.warning) }
        elseif ($kind -eq 'error') { Write-LabError $Caller $line.error }
        else { return }
    }
}

# The connection is lost. In a shell of a remote session that is the end of the session itself.
function Stop-LabCall {
    param($Caller, [string] $Why)
    if ($script:LabIsShell) { [System.Environment]::Exit(3) }
    $message = "The connection to the Exchange server was lost while the command ran. $Why"
    $lost = [System.Management.Automation.Remoting.PSRemotingTransportException]::new($message)
    $record = [System.Management.Automation.ErrorRecord]::new($lost, 'PSSessionStateBroken', 'ConnectionError', $null)
    $Caller.ThrowTerminatingError($record)
}

# Writes an error as Exchange would.
function Write-LabError {
    param($Caller, $Failure)
    $record = [System.Management.Automation.ErrorRecord]::new((New-LabException $Failure.className $Failure.message),
        $Failure.errorId, [System.Management.Automation.ErrorCategory] $Failure.category, $Failure.target)
    if ($Failure.isTerminating) { $Caller.ThrowTerminatingError($record) }
    # The REST cmdlets of Exchange Online write their errors through a function of this name, which shows in the error's ID.
    elseif ($script:Lab.version -eq 'Online') {
        $record.CategoryInfo.Activity = $Caller.MyInvocation.MyCommand.Name
        Write-ErrorMessage $record
    }
    else { $Caller.WriteError($record) }
}

function Write-ErrorMessage {
    [CmdletBinding()]
    param($Record)
    $PSCmdlet.WriteError($Record)
}
