import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import type { InProcessPowerShell } from '../../../../plugin/transports/in-process/in-process-powershell';
import {
  PSDateTime,
  PSDictionary,
  PSGuid,
  PSList,
  PSObject,
  PSPrimitive,
  PSSecureString,
  PSTimeSpan,
  credential,
  type PSValue,
} from '../../../../psrp';
import { collect, inAMinute, openRealRunspace, runScript } from './real-runspace';

const IGNORE = { onError: (): void => undefined, onWarning: (): void => undefined };
/** Strings of any UTF-16 code units, halves of surrogate pairs among them, and what quoting has trouble with. */
const anyText = fc.oneof(
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }).map((units) => String.fromCharCode(...units)),
  fc.constantFrom(`'"\`$(Get-Date)$x;#`, '‘’“”„', '\0\u001b[31m\r\n\t', '§ 📱 \u2028\u2029', '_x000A_', ''),
);
const ticks = {
  seconds: fc.integer({ min: -62_135_596_800, max: 253_402_300_799 }),
  part: fc.integer({ min: 0, max: 9_999_999 }),
};
const primitive: fc.Arbitrary<PSValue> = fc.oneof(
  anyText,
  fc.boolean(),
  fc.constant(null),
  fc.integer(),
  fc.maxSafeInteger(),
  fc
    .bigInt({ min: -(2n ** 63n), max: 2n ** 64n - 1n })
    .map((value) => (Number.isSafeInteger(Number(value)) ? Number(value) : value)),
  fc.double(),
  fc.uint8Array({ maxLength: 50 }).map((bytes) => new Uint8Array(bytes)),
  fc.uuid().map((text) => new PSGuid(text)),
  fc.tuple(ticks.seconds, ticks.part).map(([seconds, part]) => new PSDateTime(seconds, part * 100)),
  fc
    .tuple(fc.integer({ min: 0, max: 900_000_000_000 }), ticks.part, fc.boolean())
    .map(([seconds, part, minus]) =>
      minus ? new PSTimeSpan(0 - seconds, 0 - part * 100) : new PSTimeSpan(seconds, part * 100),
    ),
  fc
    .tuple(fc.integer(), fc.integer({ min: 0, max: 999_999 }))
    .map(([whole, part]) => new PSPrimitive('D', `${whole}.${String(part).padStart(6, '0')}`)),
  fc.integer({ min: 0, max: 0xffff }).map((unit) => new PSPrimitive('C', String.fromCharCode(unit))),
);
const value: fc.Arbitrary<PSValue> = fc.letrec<{ value: PSValue }>((tie) => ({
  value: fc.oneof({ depthSize: 'small', withCrossShrink: true }, primitive, fc.array(tie('value'), { maxLength: 5 })),
})).value;

describe('A real PowerShell in this process', function () {
  let powerShell: InProcessPowerShell;
  const values = async (
    script: string,
    parameters: Readonly<Record<string, PSValue>> = {},
  ): Promise<readonly PSValue[]> => {
    const given = await runScript(powerShell, script, parameters);
    assert.deepEqual(given.errors, []);
    return given.values;
  };

  before(async function () {
    powerShell = await openRealRunspace(this);
  });

  after(async () => {
    await (powerShell as InProcessPowerShell | undefined)?.close();
  });

  it('gives every primitive as what it is', async () => {
    const script = `$true; 7; [long]::MaxValue; [ulong]::MaxValue; 5000000000; 1.5; [double]::NaN; [decimal]::MaxValue; [char]'x';
      [datetime]::new(637000000001234567, 'Utc'); [datetime]::MinValue; [timespan]::new(-1); [version]'1.2.3.4';
      [uri]'http://h/?a b'; { Get-X }; [xml]'<a b="1">&amp;</a>'; [System.DayOfWeek]::Friday; [sbyte]-3; [uint32]::MaxValue;
      [System.ConsoleModifiers]'Alt, Shift'; [guid]'6F9619FF-8B86-D011-B42D-00C04FC964FF'; $null`;
    const day = ['System.DayOfWeek', 'System.Enum', 'System.ValueType', 'System.Object'];
    const [keys, rest] = [day.with(0, 'System.ConsoleModifiers'), new Map<string, PSValue>()];
    assert.deepEqual(await values(script), [
      true,
      7,
      2n ** 63n - 1n,
      2n ** 64n - 1n,
      5_000_000_000,
      1.5,
      NaN,
      new PSPrimitive('D', '79228162514264337593543950335'),
      new PSPrimitive('C', 'x'),
      new PSDateTime(1_564_403_200, 123_456_700),
      new PSDateTime(-62_135_596_800, 0, 'Unspecified'),
      new PSTimeSpan(0, -100),
      new PSPrimitive('Version', '1.2.3.4'),
      new PSPrimitive('URI', 'http://h/?a b'),
      new PSPrimitive('SBK', ' Get-X '),
      new PSPrimitive('XD', '<a b="1">&amp;</a>'),
      new PSObject(rest, day, 'Friday', 5, 0),
      -3,
      4_294_967_295,
      new PSObject(rest, keys, 'Alt, Shift', 3, 0),
      new PSGuid('6f9619ff-8b86-d011-b42d-00c04fc964ff'),
      null,
    ]);
  });

  it('gives back whatever value it is given', async () => {
    await fc.assert(
      fc.asyncProperty(value, async (sent) => {
        const [got] = await values('param($Value) , $Value', { Value: sent });
        assert.deepEqual(got, sent);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps the zone of a local time', async () => {
    const [local] = await values('[datetime]::new(2024, 7, 1, 12, 0, 0, [System.DateTimeKind]::Local)');
    assert.ok(local instanceof PSDateTime);
    assert.equal(local.kind, 'Local');
    assert.equal(local.offsetMinutes, 0 - new Date(2024, 6, 1, 12).getTimezoneOffset());
    assert.equal(local.seconds * 1000, new Date(2024, 6, 1, 12).getTime());
    assert.deepEqual(await values('param($Value) $Value.ToUniversalTime()', { Value: local }), [
      new PSDateTime(local.seconds, 0),
    ]);
  });

  it('gives collections with their kind, their type and their members', async () => {
    const script = `, @(1, 'a'); , [int[]](1, 2); , [System.Collections.Generic.List[string]]@('x'); , [System.Collections.Queue]::new(@(5));
      , [System.Collections.Generic.HashSet[int]]@(9); @{ Key = @(1, @{ Inner = $null }) }`;
    const [plain, ints, list, queue, set, table] = await values(script);
    assert.deepEqual(plain, [1, 'a']);
    assert.ok(!(plain instanceof PSList));
    assert.deepEqual(ints, PSList.with([1, 2], { typeNames: ['System.Int32[]', 'System.Array', 'System.Object'] }));
    assert.match((list as PSList).typeNames[0]!, /^System\.Collections\.Generic\.List`1/);
    assert.equal((queue as PSList).tag, 'QUE');
    assert.deepEqual([...(queue as PSList)], [5]);
    assert.equal((set as PSList).tag, 'IE');
    const entries = (table as PSDictionary).entries;
    assert.deepEqual(entries, new Map([['Key', [1, new PSDictionary(new Map([['Inner', null]]))]]]));
  });

  it('gives objects with their types, their own properties first, and their text', async () => {
    const [folder] = await values(
      `Get-Item -LiteralPath '/' | Add-Member -NotePropertyName Note -NotePropertyValue 5 -PassThru`,
    );
    assert.ok(folder instanceof PSObject);
    assert.equal(folder.typeNames[0], 'System.IO.DirectoryInfo');
    assert.equal(folder.text, '/');
    assert.equal(folder.get('fullname'), '/');
    assert.ok(folder.get('CreationTimeUtc') instanceof PSDateTime);
    assert.equal(folder.get('Note'), 5);
    assert.ok([...folder.properties.keys()].indexOf('Note') >= folder.adapted!);
    assert.ok([...folder.properties.keys()].indexOf('FullName') < folder.adapted!);
  });

  it('gives objects within objects down to the depth, and their text below it', async () => {
    const text = `$inner = [pscustomobject]@{ Root = [System.IO.DirectoryInfo]'/' }; [pscustomobject]@{ Inner = $inner }`;
    const at = async (depth: number): Promise<PSValue | undefined> => {
      const [outer] = (await runScript(powerShell, text, {}, { depth })).values;
      return ((outer as PSObject).get('Inner') as PSObject).get('Root');
    };
    assert.equal(await at(0), '/');
    const root = (await at(1)) as PSObject;
    assert.equal(root.get('Name'), '/');
    assert.equal(root.get('Root'), '/');
    assert.ok(((await at(2)) as PSObject).get('Root') instanceof PSObject);
  });

  it('survives objects that contain themselves', async () => {
    const [table] = await values(`$a = @{}; $a.Self = @($a); $a`);
    assert.deepEqual((table as PSDictionary).get('Self'), ['System.Collections.Hashtable']);
    const [object] = await values(`$o = [pscustomobject]@{ Self = $null }; $o.Self = $o; $o`);
    assert.equal(typeof (object as PSObject).get('Self'), 'string');
  });

  it('takes a property called __proto__ for a property', async () => {
    const [object] = await values(
      `[pscustomobject]@{ __proto__ = 'p'; constructor = 'c'; toString = 't'; hasOwnProperty = 1 }`,
    );
    assert.deepEqual(
      [...(object as PSObject).properties],
      [
        ['__proto__', 'p'],
        ['constructor', 'c'],
        ['toString', 't'],
        ['hasOwnProperty', 1],
      ],
    );
    const table = new PSDictionary(new Map([['__proto__', 'x']]));
    assert.deepEqual(await values('param($__proto__) $__proto__["__proto__"]', { ['__proto__']: table }), ['x']);
  });

  it('selects wanted properties in their order, null for those that are missing or cannot be told', async () => {
    const text = `$o = [pscustomobject]@{ A = 1; B = 2; C = 3 }
      $o | Add-Member -MemberType ScriptProperty -Name Bad -Value { throw 'no' } -PassThru |
        Add-Member -MemberType ScriptProperty -Name Sum -Value { $this.A + $this.B } -PassThru; 'text'`;
    const given = await runScript(powerShell, text, {}, { properties: ['c', 'Sum', 'Missing', 'Bad', 'A'] });
    const [object, plain] = given.values;
    assert.deepEqual(
      [...(object as PSObject).properties],
      [
        ['c', 3],
        ['Sum', 3],
        ['Missing', null],
        ['Bad', null],
        ['A', 1],
      ],
    );
    assert.equal(plain, 'text');
  });

  it('makes SecureStrings, credentials and typed arguments of what it is given', async () => {
    const script = `param([securestring] $Password, [pscredential] $Credential, [int] $Number, [string[]] $List, [bool] $Flag, [hashtable] $Change)
      $Password.GetType().Name; $Password.IsReadOnly(); [System.Net.NetworkCredential]::new('', $Password).Password
      $Credential.UserName; $Credential.GetNetworkCredential().Password
      $Number; $List.Count; $Flag; $Change.Add -join '+'; , $Password`;
    const secret = `p'"$(x)ä😀`;
    const got = await values(script, {
      Password: PSSecureString.of(secret),
      Credential: credential('DOMAIN\\user', PSSecureString.of('other')),
      Number: 5,
      List: ['a', 'b'],
      Flag: true,
      Change: new PSDictionary(new Map([['Add', ['x', 'y']]])),
    });
    assert.deepEqual(got.slice(0, -1), ['SecureString', true, secret, 'DOMAIN\\user', 'other', 5, 2, true, 'x+y']);
    assert.equal((got.at(-1) as PSSecureString).reveal(), secret);
  });

  it('never runs what is in a value', async () => {
    for (const hostile of [`'; throw 'x'; '`, '$(throw "x")', '`"; throw "x"', '’; throw 1; ‘', '-Confirm', '@{a=1}']) {
      const pipeline = {
        kind: 'command',
        text: 'Write-Output',
        parameters: new Map([['InputObject', hostile]]),
      } as const;
      assert.deepEqual(await collect(powerShell, pipeline), { values: [hostile], errors: [], warnings: [] });
    }
  });

  it('takes what looks like a script for the name of a command', async () => {
    const pipeline = { kind: 'command', text: 'Get-Date; 1', parameters: new Map() } as const;
    const { values: none, errors } = await collect(powerShell, pipeline);
    assert.deepEqual(none, []);
    assert.equal(errors[0]?.fullyQualifiedErrorId, 'CommandNotFoundException');
  });

  it('keeps functions and variables that a script made', async () => {
    await values('function Get-Kept { param([string] $Name) "kept $Name" }');
    const pipeline = { kind: 'command', text: 'Get-Kept', parameters: new Map([['Name', 'n']]) } as const;
    assert.deepEqual((await collect(powerShell, pipeline)).values, ['kept n']);
  });

  it('tells every error whole, and goes on after it', async () => {
    const script = `Write-Error -Message 'bad' -Category ObjectNotFound -ErrorId 'MyId' -TargetObject 'T' -RecommendedAction 'act'
      Write-Warning 'careful'; Write-Verbose 'v' -Verbose; Write-Progress 'p'; Write-Information 'i'; Write-Host 'h'; Write-Debug 'd'
      Get-Item -LiteralPath '/no/such/thing'; 'after'`;
    const given = await runScript(powerShell, script);
    assert.deepEqual(given.values, ['after']);
    assert.deepEqual(given.warnings, ['careful']);
    assert.equal(given.errors.length, 2);
    const [written, missing] = given.errors;
    assert.equal(written?.message, 'bad');
    assert.equal(written.fullyQualifiedErrorId, 'MyId');
    assert.equal(written.targetObject, 'T');
    assert.equal(written.errorDetails?.recommendedAction, 'act');
    assert.equal(written.categoryInfo.category, 'ObjectNotFound');
    assert.equal(written.categoryInfo.activity, 'Write-Error');
    assert.equal(missing?.exception?.typeNames[0], 'System.Management.Automation.ItemNotFoundException');
    assert.equal(missing.invocationInfo?.commandName, 'Get-Item');
    assert.match(missing.categoryInfo.message, /^ObjectNotFound: \(\/no\/such\/thing:String\) \[Get-Item\]/);
  });

  it('gives the error that ends a pipeline as its last, with what caused it', async () => {
    const script = `'first'; throw [System.InvalidOperationException]::new('outer', [System.ArgumentException]::new('inner'))`;
    const given = await runScript(powerShell, script);
    assert.deepEqual(given.values, ['first']);
    const exception = given.errors.at(-1)?.exception;
    assert.equal(exception?.typeNames[0], 'System.InvalidOperationException');
    assert.equal(exception.inner?.message, 'inner');
  });

  it('makes an error of a question, at once', async () => {
    for (const script of [
      `Read-Host 'Name'`,
      `Get-Credential`,
      `$Host.UI.PromptForChoice('a', 'b', @('&Yes'), 0)`,
      `function f { [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')] param() if ($PSCmdlet.ShouldProcess('x')) { 1 } }; f`,
      `function g { param([Parameter(Mandatory)] $Must) 1 }; g`,
      `Write-Output 1 -OutVariable x | ForEach-Object { [Console]::ReadLine() } | Where-Object { $_ -eq $null } | ForEach-Object { throw 'no line' }`,
    ]) {
      const { errors } = await runScript(powerShell, script);
      assert.ok(errors.length > 0 || script.includes('ReadLine'), script);
    }
  });

  it('keeps the process alive and its output clean whatever a script prints or exits', async () => {
    const before = process.exitCode;
    assert.deepEqual(await values(`[Console]::WriteLine('noise'); [Console]::Error.WriteLine('noise'); exit 3`), []);
    assert.deepEqual(await values(`'alive'`), ['alive']);
    assert.equal(process.exitCode, before);
  });

  it('gives a command the preference to continue after an error, whatever a script left', async () => {
    await values(`$ErrorActionPreference = 'Stop'`);
    const paths = new Map<string, PSValue>([['LiteralPath', ['/no/1', '/no/2', '/']]]);
    const given = await collect(powerShell, {
      kind: 'command',
      text: 'Get-Item',
      parameters: paths,
      properties: ['FullName'],
    });
    assert.equal(given.errors.length, 2);
    assert.equal((given.values[0] as PSObject).get('FullName'), '/');
  });

  it('converts the times of Exchange to what they say', async () => {
    await values(`Add-Type -TypeDefinition @'
      namespace Microsoft.Exchange.ExchangeSystem { public struct ExDateTime { public static explicit operator System.DateTime(ExDateTime t)
        { return new System.DateTime(2024, 1, 2, 3, 4, 5, System.DateTimeKind.Utc); } } }
      namespace Microsoft.Exchange.Data { public struct EnhancedTimeSpan { public static implicit operator System.TimeSpan(EnhancedTimeSpan t)
        { return System.TimeSpan.FromMinutes(15); } } }
'@`);
    assert.deepEqual(
      await values(
        `[Microsoft.Exchange.ExchangeSystem.ExDateTime]::new(); [Microsoft.Exchange.Data.EnhancedTimeSpan]::new()`,
      ),
      [new PSDateTime(1_704_164_645, 0), new PSTimeSpan(900, 0)],
    );
  });

  it('reads 200,000 objects in little memory, and lets PowerShell wait for a slow reader', async function () {
    this.timeout(120_000);
    const text = `foreach ($i in 1..200000) { [pscustomobject]@{ Id = $i; Name = "device $i"; Blob = 'x' * 500 } }`;
    const pipeline = { kind: 'script', text, parameters: new Map() } as const;
    const baseline = process.memoryUsage().rss;
    let [count, peak, sum] = [0, 0, 0];
    for await (const one of powerShell.run(pipeline, 'The list', inAMinute(), IGNORE)) {
      sum += (one as PSObject).get('Id') as number;
      if (++count === 100) await sleep(100);
      if (count % 1000 === 0) peak = Math.max(peak, process.memoryUsage().rss);
    }
    assert.equal(count, 200_000);
    assert.equal(sum, (200_000 * 200_001) / 2);
    // The whole list would be 100 MB as bytes and more than twice that as UTF-16.
    assert.ok(peak - baseline < 100 * 1024 * 1024, `${Math.round((peak - baseline) / 1048576)} MB`);
  });

  it('makes nothing that nobody reads', async () => {
    const text = `foreach ($i in 1..1000000) { $global:made = $i; 'x' * 1000 }`;
    const pipeline = { kind: 'script', text, parameters: new Map() } as const;
    for await (const one of powerShell.run(pipeline, 'The list', inAMinute(), IGNORE)) {
      assert.equal((one as string).length, 1000);
      await sleep(200);
      break;
    }
    const [made] = await values('$global:made');
    assert.ok((made as number) < 5000, `${String(made)} were made`);
  });

  it('stops in the middle when it is cancelled, and can be used again', async () => {
    const cancel = new AbortController();
    const pipeline = {
      kind: 'script',
      text: 'while ($true) { 1; Start-Sleep -Milliseconds 5 }',
      parameters: new Map(),
    } as const;
    let count = 0;
    await assert.rejects(
      async () => {
        for await (const one of powerShell.run(
          pipeline,
          'Get-Endless',
          { ...inAMinute(), signal: cancel.signal },
          IGNORE,
        )) {
          count += one as number;
          if (count === 20) cancel.abort();
        }
      },
      { code: 'cancelled', message: 'Get-Endless was cancelled.' },
    );
    assert.ok(count >= 20 && count < 200);
    assert.equal(powerShell.isBroken, false);
    assert.deepEqual(await values('5'), [5]);
  });
});
