# Makes objects of the lab's rows. For each shape of rows a script is made once, because assignments that are written
# out are by far the fastest that PowerShell can do.

$script:LabReaders = @{}

# The script that turns rows of a shape into objects.
function Get-LabReader {
    param($Shape, [string[]] $Kinds, [bool] $IsRest)
    $key = "$IsRest $($Shape.typeName) $($Shape.names -join ' ') $($Kinds -join ' ')"
    if (-not $script:LabReaders.ContainsKey($key)) {
        $text = if ($IsRest) { New-LabRestReaderText $Shape $Kinds } else { New-LabClassReaderText $Shape $Kinds }
        $script:LabReaders[$key] = [scriptblock]::Create($text)
    }
    $script:LabReaders[$key]
}

# Objects of a REST client: a bag of notes, with the type's name in front.
function New-LabRestReaderText {
    param($Shape, [string[]] $Kinds)
    $lines = for ($column = 0; $column -lt $Kinds.Count; $column++) {
        "$(ConvertTo-LabLiteral $Shape.names[$column]) = $(Get-LabValueText $Kinds[$column] $column)"
    }
    $typeName = ConvertTo-LabLiteral $Shape.typeName
    "param(`$rows)`nforeach (`$row in `$rows) {`n[pscustomobject] @{`nPSTypeName = $typeName`n$($lines -join "`n")`n}`n}"
}

# Objects of a class of its own.
function New-LabClassReaderText {
    param($Shape, [string[]] $Kinds)
    $lines = for ($column = 0; $column -lt $Kinds.Count; $column++) {
        "`$item.$(ConvertTo-LabLiteral $Shape.names[$column]) = $(Get-LabValueText $Kinds[$column] $column)"
    }
    "param(`$rows, `$type, `$enums, `$idType)`nforeach (`$row in `$rows) {`n`$item = `$type::new()`n$($lines -join "`n")`n`$item`n}"
}

# The expression for a value of a kind; object-lines.ts has the kinds.
function Get-LabValueText {
    param([string] $Kind, [int] $Column)
    $value = "`$row[$Column]"
    $made = switch -Wildcard ($Kind) {
        'plain' { return $value }
        'mixed' { return "Restore-LabValue $value" }
        'int32' { "[int] $value" }
        'int64' { "[long] $value" }
        'double' { "[double] $value" }
        'guid' { "[guid] $value" }
        'ticks' { "[datetime]::new([long] $value, [System.DateTimeKind]::Utc)" }
        'span' { "[timespan]::new([long] $value)" }
        'list' { ", ([string[]] $value)" }
        'objectId' { "`$idType::new($value)" }
        'enum:*' {
            $known = "`$enums[$(ConvertTo-LabLiteral $Kind.Substring(5))][$value]"
            "if (`$null -ne $known) { $known } else { $value }"
        }
        default { throw "The lab sent a value of an unknown kind, $Kind." }
    }
    # Without the second half it were PowerShell's "nothing", which a wire makes an empty text of.
    "if (`$null -ne $value) { $made } else { `$null }"
}

function ConvertTo-LabLiteral {
    param([string] $Text)
    "'$($Text.Replace("'", "''"))'"
}

# A value that says itself what it is: an object with one member, or a plain value.
function Restore-LabValue {
    param($Value)
    if ($Value -isnot [System.Management.Automation.PSCustomObject]) { return $Value }
    $member = @($Value.PSObject.Properties)[0]
    $inner = $member.Value
    switch ($member.Name) {
        'chars' { [string]::new([char[]] $inner) }
        'int32' { [int] $inner }
        'int64' { [long] $inner }
        'double' { [double] $inner }
        'guid' { [guid] $inner }
        'ticks' { [datetime]::new([long] $inner, [System.DateTimeKind]::Utc) }
        'span' { [timespan]::new([long] $inner) }
        'bytes' { , [System.Convert]::FromBase64String($inner) }
        'items' {
            $items = [object[]]::new(@($inner).Count)
            for ($place = 0; $place -lt $items.Count; $place++) { $items[$place] = Restore-LabValue $inner[$place] }
            , $items
        }
        'object' {
            $made = [psobject]::new()
            for ($place = 0; $place -lt @($inner.names).Count; $place++) {
                $note = [psnoteproperty]::new($inner.names[$place], (Restore-LabValue $inner.values[$place]))
                $made.PSObject.Properties.Add($note)
            }
            $made.PSObject.TypeNames.Insert(0, $inner.typeName)
            $made
        }
        default { throw "The lab sent a value of an unknown kind, $($member.Name)." }
    }
}
