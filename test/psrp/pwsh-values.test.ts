import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeObjs, encodeObjs, PSDictionary, PSList, PSObject, PSPrimitive, script, type PSValue } from '../../psrp';
import { primitive } from './arbitrary';
import { findPowerShell, RealPowerShell } from './real-powershell';

const program = findPowerShell();

/** Makes values of every kind that its serializer knows, from a seed, and gives what it makes of them. */
const MAKE = `
param([int] $Seed, [int] $Count)
$random = [Random]::new($Seed)
function Make-Text {
  $parts = "it's", '"q"', '$(throw 1)', '\`', [string][char]0x2019, "\`r\`n", "\`0", [string][char]0x2028, '_x000A_', 'å§', [char]::ConvertFromUtf32(0x1F600),
    [string][char]0xD800, '<&>', ']]>', '  '
  -join (0..$random.Next(4) | ForEach-Object { $parts[$random.Next($parts.Count)] })
}
function Make-Primitive {
  switch ($random.Next(22)) {
    0 { Make-Text } 1 { $null } 2 { $random.Next(2) -eq 0 } 3 { $random.Next() } 4 { [long]::MinValue + $random.Next() } 5 { [ulong]::MaxValue - $random.Next() }
    6 { $random.NextDouble() * [math]::Pow(10, $random.Next(-300, 300)) } 7 { [decimal]::MaxValue / ($random.Next() + 1) } 8 { [single]($random.NextDouble()) }
    9 { [char]$random.Next(0xFFFE) } 10 { [datetime]::new($random.NextInt64(3155378975999999999), [System.DateTimeKind]::Utc) }
    11 { [datetime]::new($random.NextInt64(3155378975999999999)) } 12 { [timespan]::new($random.NextInt64() - [long]::MaxValue / 2) }
    13 { $bytes = [byte[]]::new(16); $random.NextBytes($bytes); [guid]::new($bytes) } 14 { $bytes = [byte[]]::new($random.Next(20)); $random.NextBytes($bytes); , $bytes }
    15 { [version]::new($random.Next(), $random.Next(), $random.Next()) } 16 { [uri]'https://contoso.com/a%20b?c=d' } 17 { [scriptblock]::Create('Get-X $y') }
    18 { [byte]$random.Next(256) } 19 { [sbyte]($random.Next(256) - 128) } 20 { [uint16]$random.Next(65536) } 21 { [double]::NaN, [double]::PositiveInfinity | Get-Random -SetSeed $random.Next() }
  }
}
function Make-Value([int] $Depth) {
  if ($Depth -le 0) { return Make-Primitive }
  $members = @(0..$random.Next(4) | ForEach-Object { , (Make-Value ($Depth - 1)) })
  switch ($random.Next(15)) {
    0 { , $members } 1 { $list = [System.Collections.ArrayList]::new(); $members | ForEach-Object { [void] $list.Add($_) }; , $list }
    2 { $table = @{}; $members | ForEach-Object { $table["k$($table.Count)"] = $_ }; $table }
    3 { $table = [ordered]@{}; $members | ForEach-Object { $table["k$($table.Count)"] = $_ }; $table }
    4 { $stack = [System.Collections.Stack]::new(); $members | ForEach-Object { $stack.Push($_) }; , $stack }
    5 { $queue = [System.Collections.Queue]::new(); $members | ForEach-Object { $queue.Enqueue($_) }; , $queue }
    6 { , [System.Collections.Generic.List[string]]@('a', (Make-Text)) } 7 { , [int[]](1, 2, $random.Next()) }
    8 { [System.DayOfWeek]$random.Next(7) } 9 { [System.ConsoleModifiers]$random.Next(8) }
    10 { [pscustomobject]@{ A = $members[0]; '__proto__' = 1; 'constructor' = (Make-Text); Inner = $members } }
    11 { [pscustomobject]@{ PSTypeName = 'Contoso.Thing'; Same = $members; Again = $members } }
    12 { Add-Member -InputObject (Make-Text) -NotePropertyName Note -NotePropertyValue $members[0] -PassThru }
    13 { [System.Management.Automation.ErrorRecord]::new([System.IO.IOException]::new((Make-Text), [System.ArgumentException]::new('inner')), 'Id', 'ReadError', $members[0]) }
    14 { [System.Globalization.CultureInfo]::InvariantCulture.NumberFormat }
  }
}
foreach ($one in 1..$Count) { [System.Management.Automation.PSSerializer]::Serialize((Make-Value $random.Next(4)), 3) }
`;

/** Which of the documents that we wrote are not, for PowerShell, the values of the documents that it wrote. */
const COMPARE = `
param([string[]] $Theirs, [string[]] $Ours)
function Read-Value([string] $Document) {
  [System.Management.Automation.PSSerializer]::Serialize([System.Management.Automation.PSSerializer]::Deserialize($Document), 9)
}
foreach ($at in 0..($Theirs.Count - 1)) {
  $same = try { (Read-Value $Theirs[$at]) -ceq (Read-Value $Ours[$at]) } catch { $false }
  if (-not $same) { $at }
}
`;

/** Reads documents and writes what it has read. */
const ECHO = `
param([string[]] $Documents)
foreach ($document in $Documents) {
  [System.Management.Automation.PSSerializer]::Serialize([System.Management.Automation.PSSerializer]::Deserialize($document), 9)
}
`;

/** PSSerializer itself refuses two characters; addresses, XML and script blocks change their form. */
const leaf = primitive.filter(
  (value) =>
    !(value instanceof PSPrimitive && ['URI', 'SBK', 'XD', 'Sg', 'C'].includes(value.tag)) &&
    !/[\ufffe\uffff]/.test(String(value)),
);
const name = fc.stringMatching(/^[a-z][a-z0-9]{0,7}$/);
const named = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Map<string, T>> =>
  fc.uniqueArray(fc.tuple(name, value), { maxLength: 4, selector: ([key]) => key }).map((pairs) => new Map(pairs));
const nested = fc.letrec<{ value: PSValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .tuple(fc.array(tie('value'), { maxLength: 4 }), fc.constantFrom('STK', 'QUE', 'IE'))
      .map(([members, tag]) => PSList.with(members, { tag: tag as 'STK', typeNames: ['Some.List', 'System.Object'] })),
    named(tie('value')).map((map) => new PSDictionary(new Map<PSValue, PSValue>(map))),
    named(tie('value')).map((map) => new PSObject(map, ['Some.Thing', 'System.Object'], 'shown', undefined, 0)),
  ),
})).value;

/** Without what reading changes by design: names of types, the order of a hashtable, that a sequence was no list, and the zone of a local time. */
function plain(value: PSValue): unknown {
  if (value instanceof PSDictionary) {
    const entries = [...value.entries].map(([key, one]) => [String(key), plain(one)] as const);
    return ['dictionary', ...entries.sort(([one], [other]) => (one < other ? -1 : 1))];
  }
  if (value instanceof PSObject) {
    return [
      value.typeNames[0]?.replace('Deserialized.', ''),
      value.text,
      ...[...value.properties].map(([key, one]) => [key, plain(one)]),
    ];
  }
  if (Array.isArray(value))
    return [value instanceof PSList && value.tag !== 'IE' ? value.tag : 'LST', ...(value as PSValue[]).map(plain)];
  if (value !== null && typeof value === 'object' && 'kind' in value && value.kind === 'Local') {
    return ['local', value.seconds, value.nanos];
  }
  return value;
}

(program === undefined ? describe.skip : describe)('psrp and the serializer of a real PowerShell', function () {
  this.timeout(60_000);
  let shell: RealPowerShell;
  const seed = Number(process.env['PSRP_VALUES_SEED'] ?? Date.now() % 1_000_000);

  before(async () => {
    shell = await RealPowerShell.open(program!);
  });
  after(() => {
    shell.kill();
  });

  const texts = async (code: string, ...values: PSValue[]): Promise<readonly PSValue[]> => {
    const { output, errors, ending } = await shell.run({ commands: [script(code, ...values)] });
    assert.deepEqual([errors.map(({ message }) => message), ending?.message], [[], undefined]);
    return output;
  };

  it(`agree on every value that PowerShell makes (seed ${seed})`, async () => {
    const theirs = (await texts(MAKE, seed, 800)).map(String);
    assert.equal(theirs.length, 800);
    const ours = theirs.map((document) =>
      encodeObjs(decodeObjs(document, { exactNumbers: true }).map(({ value }) => value)),
    );
    const different = await texts(COMPARE, theirs, ours);
    const [first] = different;
    assert.equal(first === undefined ? '' : `${theirs[Number(first)]!}\n${ours[Number(first)]!}`, '');
  });

  it(`agree on every value that we make, however it is nested (seed ${seed})`, async () => {
    const values = fc.sample(nested, { numRuns: 600, seed });
    const back = await texts(
      ECHO,
      values.map((value) => encodeObjs([value])),
    );
    assert.equal(back.length, values.length);
    values.forEach((value, at) => {
      const [read] = decodeObjs(String(back[at]), { exactNumbers: true });
      assert.deepEqual(plain(read?.value ?? null), plain(value));
    });
  });
});
