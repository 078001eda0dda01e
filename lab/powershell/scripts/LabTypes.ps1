# .NET types that carry the names of Exchange's own: classes with one field for each property, enumerations, object IDs
# and exceptions. They are made as they are needed and kept for the whole process, whichever runspace asks.

$script:LabTypes = [AppDomain]::CurrentDomain.GetData('EasConnectorLab.Types')
if ($null -eq $script:LabTypes) {
    $script:LabTypes = [hashtable]::Synchronized(@{})
    [AppDomain]::CurrentDomain.SetData('EasConnectorLab.Types', $script:LabTypes)
}

# The type of a key; made by the script block if it does not exist yet.
function Get-LabType {
    param([string] $Key, [scriptblock] $Make)
    [System.Threading.Monitor]::Enter($script:LabTypes)
    try {
        if (-not $script:LabTypes.ContainsKey($Key)) { $script:LabTypes[$Key] = & $Make }
        $script:LabTypes[$Key]
    }
    finally { [System.Threading.Monitor]::Exit($script:LabTypes) }
}

# An assembly of its own for each type: versions of Exchange have types of one name with other properties.
function New-LabModuleBuilder {
    $name = [System.Reflection.AssemblyName]::new("EasConnectorLab.$([guid]::NewGuid().ToString('N'))")
    $access = [System.Reflection.Emit.AssemblyBuilderAccess]::Run
    $assembly = [System.Reflection.Emit.AssemblyBuilder]::DefineDynamicAssembly($name, $access)
    $assembly.DefineDynamicModule($name.Name)
}

# Names of an enumeration's members to their values.
function Get-LabEnum {
    param([string] $Name, [string[]] $Members)
    Get-LabType "enum $Name" {
        $builder = (New-LabModuleBuilder).DefineEnum("Microsoft.Exchange.Data.Directory.SystemConfiguration.$Name",
            [System.Reflection.TypeAttributes]::Public, [int])
        for ($number = 0; $number -lt $Members.Count; $number++) {
            [void] $builder.DefineLiteral($Members[$number], $number)
        }
        # .NET Framework has CreateType, .NET 5 and later have CreateTypeInfo.
        $type = if ($builder | Get-Member -Name CreateTypeInfo) { $builder.CreateTypeInfo().AsType() } else { $builder.CreateType() }
        $values = @{}
        foreach ($member in $Members) { $values[$member] = [enum]::Parse($type, $member) }
        $values
    }
}

# Exchange's ADObjectId, as far as it shows: an object whose ToString gives its text.
function Get-LabObjectIdType {
    Get-LabType 'objectId' {
        $public = [System.Reflection.TypeAttributes]'Public, Class'
        $type = (New-LabModuleBuilder).DefineType('Microsoft.Exchange.Data.Directory.ADObjectId', $public, [object])
        $field = $type.DefineField('text', [string], [System.Reflection.FieldAttributes]::Private)
        $standard = [System.Reflection.CallingConventions]::Standard
        $constructor = $type.DefineConstructor([System.Reflection.MethodAttributes]::Public, $standard, [type[]] @([string]))
        $code = $constructor.GetILGenerator()
        $code.Emit([System.Reflection.Emit.OpCodes]::Ldarg_0)
        $code.Emit([System.Reflection.Emit.OpCodes]::Call, [object].GetConstructor([type]::EmptyTypes))
        $code.Emit([System.Reflection.Emit.OpCodes]::Ldarg_0)
        $code.Emit([System.Reflection.Emit.OpCodes]::Ldarg_1)
        $code.Emit([System.Reflection.Emit.OpCodes]::Stfld, $field)
        $code.Emit([System.Reflection.Emit.OpCodes]::Ret)
        Add-LabToString $type $field
        $type.CreateType()
    }
}

# ToString gives what the field shows as, or nothing.
function Add-LabToString {
    param($Type, $Field)
    $attributes = [System.Reflection.MethodAttributes]'Public, Virtual, HideBySig'
    $code = $Type.DefineMethod('ToString', $attributes, [string], [type]::EmptyTypes).GetILGenerator()
    $code.Emit([System.Reflection.Emit.OpCodes]::Ldarg_0)
    $code.Emit([System.Reflection.Emit.OpCodes]::Ldfld, $Field)
    # string.Concat gives an empty string for null, and ToString of the object otherwise.
    $code.Emit([System.Reflection.Emit.OpCodes]::Call, [string].GetMethod('Concat', [type[]] @([object])))
    $code.Emit([System.Reflection.Emit.OpCodes]::Ret)
}

# A class with the properties as public fields, which PowerShell shows, and serializes, as the object's own properties.
function Get-LabClass {
    param([string] $TypeName, [string[]] $Names)
    Get-LabType "class $TypeName $($Names -join ' ')" {
        $type = (New-LabModuleBuilder).DefineType($TypeName, [System.Reflection.TypeAttributes]'Public, Class', [object])
        foreach ($name in $Names) {
            $field = $type.DefineField($name, [object], [System.Reflection.FieldAttributes]::Public)
            if ($name -eq 'Identity') { Add-LabToString $type $field }
        }
        $type.CreateType()
    }
}

# An exception of a class that may exist here or not.
function New-LabException {
    param([string] $ClassName, [string] $Message)
    $type = $ClassName -as [type]
    if ($null -eq $type -or -not $type.IsSubclassOf([exception]) -or $null -eq $type.GetConstructor([type[]] @([string]))) {
        $type = if ($ClassName -eq 'System.Exception') { [exception] } else { Get-LabExceptionType $ClassName }
    }
    $type::new($Message)
}

function Get-LabExceptionType {
    param([string] $ClassName)
    Get-LabType "exception $ClassName" {
        $type = (New-LabModuleBuilder).DefineType($ClassName, [System.Reflection.TypeAttributes]'Public, Class', [exception])
        $standard = [System.Reflection.CallingConventions]::Standard
        $constructor = $type.DefineConstructor([System.Reflection.MethodAttributes]::Public, $standard, [type[]] @([string]))
        $code = $constructor.GetILGenerator()
        $code.Emit([System.Reflection.Emit.OpCodes]::Ldarg_0)
        $code.Emit([System.Reflection.Emit.OpCodes]::Ldarg_1)
        $code.Emit([System.Reflection.Emit.OpCodes]::Call, [exception].GetConstructor([type[]] @([string])))
        $code.Emit([System.Reflection.Emit.OpCodes]::Ret)
        $type.CreateType()
    }
}
