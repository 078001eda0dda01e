import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { ExchangeVersion } from '../../plugin/exchange/exchange-version';
import { Bench, textOf } from './lab-helpers';
import { RemoteWire } from './wsman-wire';

/** Folders with the packages pypsrp and spnego, and what they need beyond Python's own, as PYTHONPATH has them. */
const PYPSRP = process.env['EAS_PYPSRP'];
const PYTHON = process.env['EAS_PYTHON'] ?? 'python3';

interface Pipeline {
  readonly state: number;
  readonly types: string[];
  readonly objects: Record<string, unknown>[];
  readonly errors: { readonly message: string; readonly id: string; readonly activity: string }[];
  readonly warnings: string[];
}

type Result = Readonly<
  Record<'some' | 'all' | 'change' | 'changed' | 'missing' | 'switch' | 'unknown' | 'script', Pipeline>
> & { readonly protocol: string; readonly available: number };

/** PSInvocationState. */
const COMPLETED = 4;
const FAILED = 5;

async function pypsrp(wire: RemoteWire, mailbox: string): Promise<Result> {
  const { url, username, password, caFile } = wire.description;
  const lab = JSON.stringify({ port: Number(new URL(url).port), username, password, caFile, mailbox });
  const child = spawn(PYTHON, [join(__dirname, 'wsman-pypsrp.py'), lab], { stdio: ['ignore', 'pipe', 'pipe'] });
  const limit = setTimeout(() => child.kill('SIGKILL'), 50_000);
  let out = '';
  let problems = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (problems += chunk.toString()));
  await once(child, 'close');
  clearTimeout(limit);
  const [, json] = /^RESULT:(.*)$/m.exec(out) ?? [];
  assert.ok(json, problems);
  return JSON.parse(json) as Result;
}

describe('An independent client, pypsrp, at the remote PowerShell endpoint of the lab', function () {
  this.timeout(60_000);

  before(function () {
    if (PYPSRP !== undefined) return;
    console.log('      skipped: EAS_PYPSRP does not say where pypsrp is');
    this.skip();
  });

  for (const [version, protocol] of [
    ['2010', '2.1'],
    ['2013', '2.2'],
    ['SE', '2.3'],
  ] as const satisfies (readonly [ExchangeVersion, string])[]) {
    it(`opens a pool on Exchange ${version}, runs cmdlets, reads objects, errors and warnings, and closes it`, async () => {
      const wire = await RemoteWire.start({ version });
      try {
        const names = new Bench(40, version).run('Get-Mailbox', { ResultSize: 'Unlimited' });
        const mailbox = textOf(names[0], 'Guid');
        const result = await pypsrp(wire, mailbox);
        assert.equal(result.protocol, protocol);
        assert.equal(result.some.objects.length, 3);
        assert.match(result.some.warnings[0] ?? '', /^There are more results available/);
        assert.deepEqual(result.some.types, ['Microsoft.Exchange.Data.Directory.Management.Mailbox']);
        assert.deepEqual(
          result.all.objects,
          names.map((object) => ({ Name: textOf(object, 'Name'), Guid: textOf(object, 'Guid') })),
        );
        assert.deepEqual(result.change.errors, []);
        assert.equal(result.changed.objects.length, 1);
        assert.equal(result.switch.state, COMPLETED);
        assert.match(
          result.missing.errors[0]?.message ?? '',
          /^The operation couldn't be performed because object 'nobody'/,
        );
        assert.equal(result.missing.errors[0]?.activity, 'Get-Mailbox');
        assert.equal(result.unknown.state, FAILED);
        assert.equal(result.unknown.errors[0]?.id, 'CommandNotFoundException');
        assert.equal(result.script.state, FAILED);
        assert.match(String(result.script.errors[0]), /^The syntax is not supported by this runspace/);
        assert.equal(result.available, 1);
        assert.equal(wire.lab.openShells(), 0);
        const parameters = new Map([['Identity', mailbox]]);
        const [after] = wire.lab.runner.run({ cmdlet: 'Get-CASMailbox', parameters, user: '', warn: () => undefined });
        assert.ok((after?.get('ActiveSyncAllowedDeviceIDs') as readonly string[]).includes('A1'));
      } finally {
        await wire.close();
      }
    });
  }
});
