import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { PSObject } from '../../psrp';
import {
  command,
  credential,
  decodeObjs,
  encodeObjs,
  PSDateTime,
  PSDictionary,
  PSList,
  PSPrimitive,
  PSSecureString,
  script,
  type PSValue,
} from '../../psrp';
import { primitive, text } from './arbitrary';
import { findPowerShell, RealPowerShell } from './real-powershell';

const program = findPowerShell();
if (program === undefined)
  console.error('SKIPPED: the tests against a real PowerShell, as there is no pwsh on the PATH');

/** Values whose form PowerShell itself changes on the way: it normalizes addresses, and makes text of script blocks. */
const isChanged = (value: PSValue): boolean => value instanceof PSPrimitive && ['URI', 'SBK', 'XD'].includes(value.tag);

/** Local times come back in the zone of the PowerShell's machine, Singles with fewer digits; both are the same value. */
function comparable(value: PSValue): PSValue {
  if (value instanceof PSPrimitive && value.tag === 'Sg') return Math.fround(Number(value.text));
  return value instanceof PSDateTime && value.kind === 'Local' ? new PSDateTime(value.seconds, value.nanos) : value;
}

/** PSSerializer refuses two characters that remoting itself carries. */
const isForFiles = (value: PSValue): boolean =>
  !/[\ufffe\uffff]/.test(value instanceof PSPrimitive ? '' : String(value));

/** One by one: the difference of two long lists says little and takes long to find. */
function assertSame(actual: readonly PSValue[], expected: readonly PSValue[]): void {
  expected.forEach((value, at) => {
    assert.deepEqual(comparable(actual[at] ?? null), comparable(value));
  });
  assert.equal(actual.length, expected.length);
}

const samples = (count: number, seed: number): PSValue[] =>
  fc.sample(
    primitive.filter((value) => !isChanged(value)),
    { numRuns: count, seed },
  );

(program === undefined ? describe.skip : describe)('psrp against a real PowerShell', function () {
  this.timeout(60_000);
  let shell: RealPowerShell;
  const seed = Date.now() % 1_000_000;

  before(async () => {
    shell = await RealPowerShell.open(program!);
  });
  after(() => {
    shell.kill();
  });

  const one = async (code: string, ...values: PSValue[]): Promise<PSValue | undefined> => {
    const { output, errors, ending } = await shell.run({ commands: [script(code, ...values)] });
    assert.deepEqual([errors.map(({ message }) => message), ending?.message], [[], undefined]);
    return output[0];
  };

  it('negotiates 2.3', () => {
    assert.deepEqual([shell.client.pool.protocolVersion, shell.client.pool.state], ['2.3', 'Opened']);
  });

  it(`gives back every primitive as it was sent (seed ${seed})`, async () => {
    const values = samples(600, seed);
    const { output, errors } = await shell.run({
      commands: [script('param($all) foreach ($one in $all) { , $one }', values)],
    });
    assert.deepEqual(errors, []);
    assertSame(output, values);
  });

  it(`takes every primitive as pipeline input (seed ${seed})`, async () => {
    const values = samples(100, seed + 1).filter((value) => value !== null);
    const { output } = await shell.run({ commands: [script('process { , $_ }')] }, { input: values });
    assertSame(output, values);
  });

  it(`reads what PSSerializer writes, and writes what it reads (seed ${seed})`, async () => {
    const values = samples(300, seed + 2).filter(isForFiles);
    const code = 'param($all) foreach ($one in $all) { [System.Management.Automation.PSSerializer]::Serialize($one) }';
    const { output } = await shell.run({ commands: [script(code, values)] });
    const read = output.map((document) => decodeObjs(String(document), { exactNumbers: true })[0]!.value);
    assertSame(read, values);

    const documents = values.map((value) => encodeObjs([value]));
    const back =
      'param($all) foreach ($one in $all) { , [System.Management.Automation.PSSerializer]::Deserialize($one) }';
    const { output: echoed } = await shell.run({ commands: [script(back, documents)] });
    assertSame(echoed, values);
  });

  it(`writes texts character for character as PSSerializer does (seed ${seed})`, async () => {
    const texts = fc.sample(text, { numRuns: 300, seed }).filter(isForFiles);
    const code = 'param($all) foreach ($one in $all) { [System.Management.Automation.PSSerializer]::Serialize($one) }';
    const { output } = await shell.run({ commands: [script(code, texts)] });
    const element = (document: PSValue): string => /<S>.*<\/S>|<S \/>/su.exec(String(document))?.[0] ?? '';
    const quotes = (written: string): string => written.replaceAll('&quot;', '"').replace('<S></S>', '<S />');
    assertSame(
      output.map((document) => quotes(element(document))),
      texts.map((value) => quotes(element(encodeObjs([value])))),
    );
  });

  it('types what it sends', async () => {
    const values: readonly (readonly [PSValue, string])[] = [
      [5, 'System.Int32'],
      [2 ** 40, 'System.Int64'],
      [2n ** 63n, 'System.UInt64'],
      [1.5, 'System.Double'],
      [new PSPrimitive('By', '5'), 'System.Byte'],
      [new PSPrimitive('Sg', '0.5'), 'System.Single'],
      [new PSPrimitive('D', '1.50'), 'System.Decimal'],
      [new PSPrimitive('C', 'a'), 'System.Char'],
      [new PSPrimitive('Version', '15.2'), 'System.Version'],
      [new PSPrimitive('URI', 'https://a.example/'), 'System.Uri'],
      [new PSPrimitive('XD', '<a>b</a>'), 'System.Xml.XmlDocument'],
      [new Uint8Array([1]), 'System.Byte[]'],
      [new PSDateTime(0, 0), 'System.DateTime'],
      [new PSDictionary(new Map([['Add', ['a']]])), 'System.Collections.Hashtable'],
      [
        PSList.with([1], { tag: 'STK', typeNames: ['System.Collections.Stack', 'System.Object'] }),
        'System.Collections.Stack',
      ],
      [
        PSList.with([1], { tag: 'QUE', typeNames: ['System.Collections.Queue', 'System.Object'] }),
        'System.Collections.Queue',
      ],
    ];
    for (const [value, type] of values) assert.equal(await one('param($a) $a.GetType().FullName', value), type);
  });

  it('reads enums, nested objects, collections and unknown types', async () => {
    const friday = (await one('[DayOfWeek]::Friday')) as PSObject;
    assert.deepEqual([friday.text, friday.value, friday.typeNames[0]], ['Friday', 5, 'System.DayOfWeek']);
    const nested = (await one(
      '[pscustomobject]@{ A = [pscustomobject]@{ B = 1, @{ c = $null } }; "__proto__" = 2 }',
    )) as PSObject;
    assert.equal(nested.get('__proto__'), 2);
    const inner = nested.get('a') as PSObject;
    assert.ok(Array.isArray(inner.get('b')));
    const queue = await one('$q = [System.Collections.Queue]::new(); $q.Enqueue("a"); , $q');
    assert.deepEqual([queue instanceof PSList && queue.tag, Array.from(queue as PSValue[])], ['QUE', ['a']]);
    const process = (await one('Get-Process -Id $PID')) as PSObject;
    assert.equal(process.isOfType('System.Diagnostics.Process'), true);
    const remembered = (await one(
      '[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize((Get-Process -Id $PID)))',
    )) as PSObject;
    assert.equal(remembered.typeNames[0], 'Deserialized.System.Diagnostics.Process');
    assert.equal(remembered.isOfType('System.Diagnostics.Process'), true);
  });

  it('hears all streams', async () => {
    const code =
      '$VerbosePreference = $DebugPreference = "Continue"; Write-Warning "w"; Write-Verbose "v"; Write-Debug "d"; ' +
      'Write-Information "i" -Tags t; Write-Host "h"; Write-Progress "p" -PercentComplete 7; Write-Error "e" -ErrorId Id -Category ObjectNotFound -TargetObject 5; Get-Item /no-such-thing; 1';
    const { events } = await shell.run({ commands: [script(code)], addInvocationInfo: true });
    const types = events.map(({ type }) => type);
    for (const type of ['warning', 'verbose', 'debug', 'information', 'progress', 'error', 'output']) {
      assert.ok(types.includes(type as 'output'), type);
    }
    const error = events.find((event) => event.type === 'error');
    assert.ok(error?.type === 'error');
    const { record } = error;
    assert.deepEqual([record.message, record.categoryInfo.category, record.targetObject], ['e', 'ObjectNotFound', 5]);
    assert.match(record.fullyQualifiedErrorId, /^Id/);

    const missing = events.filter((event) => event.type === 'error')[1]?.record;
    assert.deepEqual(
      [missing?.invocationInfo?.commandName, missing?.invocationInfo?.scriptLineNumber],
      ['Get-Item', 1],
    );
    assert.equal(missing?.categoryInfo.category, 'ObjectNotFound');
    const progress = events.find((event) => event.type === 'progress');
    assert.equal(progress?.type === 'progress' && progress.record.percentComplete, 7);
  });

  it('gets terminating errors whole, with the exceptions within', async () => {
    const code = 'throw [System.InvalidOperationException]::new("outer", [System.IO.IOException]::new("inner"))';
    const { pipeline, ending } = await shell.run({ commands: [script(code)] });
    assert.equal(pipeline.state, 'Failed');
    assert.equal(ending?.message, 'outer');
    assert.equal(ending.exception?.typeNames[0], 'System.InvalidOperationException');
    assert.match(ending.exception.inner?.message ?? '', /inner/);
    const { ending: missing } = await shell.run({ commands: [command('Get-NoSuchThing')] });
    assert.match(missing?.fullyQualifiedErrorId ?? '', /CommandNotFoundException/);
  });

  it('sends parameters as data, and merges streams', async () => {
    const hostile = `'"$(throw 1)\u2019;\n😀 \ud800`;
    const { output } = await shell.run({
      commands: [command('Write-Output', { InputObject: [hostile, 2], NoEnumerate: true }), command('Measure-Object')],
    });
    assert.equal((output[0] as PSObject).get('Count'), 1);
    const { output: merged, errors } = await shell.run({
      commands: [{ ...command('Write-Error', { Message: 'e' }), merge: { Error: 'Output' } }],
    });
    assert.deepEqual(
      [errors.length, (merged[0] as PSObject).isOfType('System.Management.Automation.ErrorRecord')],
      [0, true],
    );
  });

  it('runs several statements in one pipeline', async () => {
    const { output } = await shell.run({ commands: [script('1')], moreStatements: [[script('2')], [script('3')]] });
    assert.deepEqual(output, [1, 2, 3]);
  });

  it('stops a pipeline in the middle of its output', async () => {
    let seen = 0;
    const { pipeline, ending } = await shell.run(
      { commands: [script('while ($true) { 1; Start-Sleep -Milliseconds 1 }')] },
      {
        onEvent: (event, running) => {
          if (event.type === 'output' && ++seen === 5) {
            shell.client.stop(running);
            shell.pump();
          }
        },
      },
    );
    assert.equal(pipeline.state, 'Stopped');
    assert.equal(ending?.exception?.typeNames[0], 'System.Management.Automation.PipelineStoppedException');
    assert.equal(await one('"still here"'), 'still here');
  });

  for (const prompt of [
    'Read-Host "who"',
    'Read-Host "who" -AsSecureString',
    'Get-Credential',
    '$Host.UI.PromptForChoice("a", "b", @("&Yes", "&No"), 0)',
    '$Host.UI.RawUI.ReadKey()',
    'function f { [CmdletBinding(SupportsShouldProcess, ConfirmImpact = "High")] param() if ($PSCmdlet.ShouldProcess("x")) { "done" } }; f',
    'function g { param([Parameter(Mandatory)] $Must) "done" }; g',
  ]) {
    it(`answers ${prompt.replace(/^.*; /, '')} with an error, as it has no host, and nothing is done`, async () => {
      const { output, errors, ending } = await shell.run({ commands: [script(prompt)] });
      assert.match(
        [...errors, ...(ending ? [ending] : [])][0]?.message ?? '',
        /user interaction|prompt|mandatory|host/i,
      );
      assert.ok(!output.includes('done'));
    });
  }

  it('exchanges a session key, and sends SecureStrings and credentials both ways', async () => {
    await shell.exchangeKey();
    const secret = 'pässwörd 😀';
    const reveal = 'param($s) [System.Net.NetworkCredential]::new("", $s).Password';
    assert.equal(await one(reveal, PSSecureString.of(secret)), secret);
    assert.equal(
      await one(
        'param([pscredential] $c) $c.GetNetworkCredential().Password',
        credential('anna', PSSecureString.of(secret)),
      ),
      secret,
    );
    const back = await one('param($s) $s', PSSecureString.of(secret));
    assert.equal((back as PSSecureString).reveal(), secret);
    const account = (await one('param($s) [pscredential]::new("anna", $s)', PSSecureString.of(secret))) as PSObject;
    assert.equal((account.get('Password') as PSSecureString).reveal(), secret);
  });

  it('carries many objects', async () => {
    const code =
      'param($n) foreach ($i in 1..$n) { [pscustomobject]@{ Id = $i; Name = "device $i"; When = [datetime]::UtcNow } }';
    const { output } = await shell.run({ commands: [script(code, 5000)] });
    assert.deepEqual([output.length, (output[4999] as PSObject).get('Id')], [5000, 5000]);
  });

  it('changes the limits of its pool', async () => {
    const id = shell.client.pool.setMaxRunspaces(3);
    const { events } = await shell.run({ commands: [script('1')] });
    const answer = events.find((event) => event.type === 'runspaceAvailability');
    assert.deepEqual(answer?.type === 'runspaceAvailability' && [answer.callId, answer.result].map(String), [
      String(id),
      'true',
    ]);
  });

  it('speaks 2.4, where SecureStrings need no key, and closes in order', async () => {
    const other = await RealPowerShell.open(program!, '2.4');
    assert.equal(other.client.pool.protocolVersion, '2.4');
    const reveal = script(
      'param($s) [System.Net.NetworkCredential]::new("", $s).Password',
      PSSecureString.of('secret'),
    );
    assert.deepEqual((await other.run({ commands: [reveal] })).output, ['secret']);
    assert.equal(typeof (await other.close()), 'number');
  });

  it('is refused scripts by a restricted endpoint, and runs its commands', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'psrp-'));
    try {
      const file = join(directory, 'restricted.pssc');
      const content =
        "@{ SchemaVersion = '2.0.0.0'; SessionType = 'RestrictedRemoteServer'; LanguageMode = 'NoLanguage'; " +
        "FunctionDefinitions = @(@{ Name = 'Get-Twice'; ScriptBlock = { param($Value) $Value; $Value } }); VisibleFunctions = 'Get-Twice' }";
      writeFileSync(file, content);
      const restricted = await RealPowerShell.open(program!, '2.3', ['-ConfigurationFile', file]);
      const { ending } = await restricted.run({ commands: [script('1')] });
      assert.match(ending?.message ?? '', /no-language mode/);
      assert.deepEqual((await restricted.run({ commands: [command('Get-Twice', { Value: "it's" })] })).output, [
        "it's",
        "it's",
      ]);
      assert.match(
        (await restricted.run({ commands: [command('Get-Process')] })).ending?.message ?? '',
        /not recognized/,
      );
      await restricted.close();
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});
