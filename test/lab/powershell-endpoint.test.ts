import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Lab, startLab } from '../../lab';
import type { LabOptions } from '../../lab/lab';
import { wireError } from '../../lab/powershell/error-record';
import { ObjectLines } from '../../lab/powershell/object-lines';
import { wantedCommands } from '../../lab/powershell/online-connections';
import { checkEndpoint } from '../../lab/powershell/remote-endpoint';
import { CmdletError } from '../../lab/cmdlets';
import { siteOf } from '../../lab/organization/sites';
import { PSDateTime, PSGuid, PSObject, PSTimeSpan, type PSValue } from '../../psrp';
import { START } from './lab-helpers';

interface Line {
  readonly shape?: { readonly typeName: string; readonly names: string[]; readonly enums: Record<string, string[]> };
  readonly kinds?: string[];
  readonly rows?: unknown[][];
  readonly warning?: string;
  readonly error?: Record<string, unknown>;
  readonly end?: true;
  readonly objects?: number;
}

/** The endpoint, as the modules talk to it. */
class Endpoint {
  private constructor(
    readonly lab: Lab,
    private readonly url: string,
    private readonly token: string,
  ) {}

  static async open(options: Partial<LabOptions> = {}): Promise<Endpoint> {
    const lab = await startLab({
      devices: 300,
      seed: 7,
      version: 'SE',
      clock: { start: START },
      environment: {},
      ...options,
    });
    const file = join(dirname(lab.description.powershell.module), 'endpoint.json');
    const { url, token } = JSON.parse(readFileSync(file, 'utf8')) as { url: string; token: string };
    return new Endpoint(lab, url, token);
  }

  async send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(this.url + path, {
      method,
      headers: { Authorization: `Bearer ${this.token}`, ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  async json(method: string, path: string, body?: unknown): Promise<Record<string, unknown>> {
    return (await (await this.send(method, path, body)).json()) as Record<string, unknown>;
  }

  async invoke(cmdlet: string, parameters: unknown = {}, properties?: string[]): Promise<Line[]> {
    const text = await (await this.send('POST', '/invoke', { cmdlet, parameters, properties })).text();
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Line);
  }
}

function write(values: PSValue[], ...names: string[]): Line[] {
  const writer = new ObjectLines((name) => (name === 'Id' ? 'objectId' : undefined));
  const lines = values.flatMap((value) => [
    ...writer.add(new PSObject(new Map(names.map((name) => [name, value])), ['A.Type'])),
  ]);
  return [...lines, ...writer.flush()].map((line) => JSON.parse(line) as Line);
}

describe('the endpoint for PowerShell', () => {
  let endpoint: Endpoint;

  before(async () => {
    endpoint = await Endpoint.open();
  });

  beforeEach(() => {
    endpoint.lab.orderFaults({ clear: true });
  });

  after(() => endpoint.lab.close());

  it('streams a shape, rows in batches, and an end', async () => {
    const lines = await endpoint.invoke('Get-MobileDevice', { ResultSize: 'Unlimited' }, [
      'Guid',
      'FirstSyncTime',
      'DeviceAccessState',
    ]);
    assert.deepEqual(lines[0]?.shape?.names, ['FirstSyncTime', 'DeviceAccessState', 'Guid']);
    assert.deepEqual(lines[1]?.kinds, ['ticks', 'enum:DeviceAccessState', 'guid']);
    assert.equal(lines[1].rows?.length, 8);
    assert.equal(
      lines.reduce((sum, { rows = [] }) => sum + rows.length, 0),
      300,
    );
    assert.deepEqual(lines.at(-1), { end: true, objects: 300 });
  });

  it('answers with warnings and errors in the stream', async () => {
    const few = await endpoint.invoke('Get-MobileDevice', { ResultSize: 1 });
    assert.match(few.find(({ warning }) => warning !== undefined)?.warning ?? '', /^There are more results/);
    const [failure, end] = await endpoint.invoke('Get-MobileDevice', { Identity: 'nobody' });
    assert.equal(failure?.error?.['isTerminating'], false);
    assert.deepEqual(end, { end: true, objects: 0 });
    const [unknown] = await endpoint.invoke('Get-EXOMailbox');
    assert.equal(unknown?.error?.['errorId'], 'CommandNotFoundException');
  });

  it('wants its token, a cmdlet, and a session that exists', async () => {
    const call = { cmdlet: 'Get-Mailbox', parameters: {} };
    const statuses = await Promise.all([
      endpoint.send('POST', '/invoke', call, { Authorization: 'Bearer wrong' }),
      endpoint.send('POST', '/invoke', { parameters: {} }),
      endpoint.send('POST', '/invoke', call, { 'X-Lab-Session': '0c0ffee0-0000-4000-8000-000000000000' }),
      endpoint.send('GET', '/shell', undefined, { 'X-Lab-Session': 'none' }),
      endpoint.send('GET', '/nothing'),
    ]);
    assert.deepEqual(
      statuses.map(({ status }) => status),
      [401, 400, 401, 404, 404],
    );
  });

  it('counts shells from grant to the end of their connection', async () => {
    const wish = {
      uri: 'http://ex02.contoso.com/PowerShell/',
      configurationName: 'Microsoft.Exchange',
      authentication: 'Kerberos',
    };
    const { ticket, computerName } = await endpoint.json('POST', '/shells', wish);
    assert.equal(computerName, 'EX02.contoso.com');
    assert.equal(endpoint.lab.openShells(), 1);
    const held = await endpoint.send('GET', '/shell', undefined, { 'X-Lab-Session': String(ticket) });
    assert.equal(held.status, 200);
    assert.equal(endpoint.lab.openShells(), 1);
    await held.body?.cancel();
    while (endpoint.lab.openShells() > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  });

  it('grants eighteen shells and no more', async () => {
    const wish = { uri: 'http://ex01.contoso.com/PowerShell/', configurationName: 'Microsoft.Exchange' };
    const other = await Endpoint.open({ devices: 1 });
    const answers = await Promise.all(Array.from({ length: 19 }, () => other.json('POST', '/shells', wish)));
    assert.equal(answers.filter(({ ticket }) => typeof ticket === 'string').length, 18);
    assert.match(JSON.stringify(answers), /maximum number of connections allowed : 18/);
    await other.lab.close();
  });

  it('is spoiled by faults: nothing, half of it, or too late', async () => {
    endpoint.lab.orderFaults({
      faults: [
        { kind: 'cut', cmdlet: 'Get-Mailbox' },
        { kind: 'cut', cmdlet: 'Get-MobileDevice', when: 'midBody' },
        { kind: 'latency', cmdlet: 'Get-User', delayMs: 30 },
      ],
    });
    await assert.rejects(endpoint.invoke('Get-Mailbox'));
    await assert.rejects(endpoint.invoke('Get-MobileDevice'));
    const began = performance.now();
    assert.equal((await endpoint.invoke('Get-User', { ResultSize: 1 })).at(-1)?.objects, 1);
    assert.ok(performance.now() - began >= 29);
  });

  it('is busy above the budget of calls', async () => {
    endpoint.lab.orderFaults({ callsPerMinute: 1 });
    await endpoint.invoke('Get-AcceptedDomain');
    const [busy] = await endpoint.invoke('Get-AcceptedDomain');
    assert.equal(busy?.error?.['className'], 'Microsoft.Exchange.Data.Directory.OverBudgetException');
    assert.match(String(busy.error['message']), /Suggested backoff time \d+ ms/);
  });
});

describe('objects as lines', () => {
  it('keep every type of .NET', () => {
    const values: PSValue[] = [1, 5_000_000_000n, 1.5, true, new PSGuid('69AB67DD-2EEE-4E09-9D23-4A5C50C7C650')];
    const kinds = values.map((value) => write([value], 'A')[1]);
    assert.deepEqual(
      kinds.map((line) => [line?.kinds?.[0], line?.rows?.[0]?.[0]]),
      [
        ['int32', 1],
        ['int64', 5_000_000_000],
        ['double', 1.5],
        ['plain', true],
        ['guid', '69ab67dd-2eee-4e09-9d23-4a5c50c7c650'],
      ],
    );
    assert.deepEqual(write([new PSTimeSpan(1, 500)], 'A')[1]?.rows, [[10_000_005]]);
    const [line] = [...lines(new PSDateTime(0, 123_456_700))].slice(1);
    assert.match(line ?? '', /"rows":\[\[621355968001234567\]\]/);
    assert.deepEqual(write([['x', 'y']], 'A')[1]?.kinds, ['list']);
    assert.deepEqual(write(['a/b'], 'Id', 'Name')[1]?.kinds, ['objectId', 'plain']);
  });

  it('take text apart that JSON readers of PowerShell would change', () => {
    for (const text of ['2026-10-14T09:30:00Z', '/Date(1)/', 'x\ud83d']) {
      const [, row] = write([text], 'A');
      assert.deepEqual(row?.kinds, ['mixed']);
      const { chars } = row.rows?.[0]?.[0] as { chars: number[] };
      assert.equal(String.fromCharCode(...chars), text);
    }
    assert.deepEqual(write(['2026-10-14', '\u{1f600}'], 'A')[1]?.kinds, ['plain']);
  });

  it('say of each value what it is where a column holds several kinds', () => {
    const nested = new PSObject(new Map([['Inner', 7]]), ['B.Type']);
    const [, row] = write(['text', 1, null, nested, [1, 'a']], 'A');
    assert.deepEqual(row?.rows?.flat(), [
      'text',
      { int32: 1 },
      null,
      { object: { typeName: 'B.Type', names: ['Inner'], values: [{ int32: 7 }] } },
      { items: [{ int32: 1 }, 'a'] },
    ]);
  });

  it('begin a new shape when the properties change', () => {
    const writer = new ObjectLines(() => undefined);
    const object = (...names: string[]): PSObject => new PSObject(new Map(names.map((name) => [name, name])), ['T']);
    const shapes = [object('A'), object('A'), object('A', 'B')].flatMap((item) => [...writer.add(item)]);
    assert.equal([...shapes, ...writer.flush()].filter((line) => line.startsWith('{"shape"')).length, 2);
    assert.equal(writer.count, 3);
  });
});

function lines(value: PSValue): Iterable<string> {
  const writer = new ObjectLines(() => undefined);
  return [...writer.add(new PSObject(new Map([['A', value]]))), ...writer.flush()];
}

describe('what a server says', () => {
  const error = new CmdletError('Some.Namespace.OddException', 'It is odd.', 'InvalidData', 'x');

  it('has a failure category since 2013, none in 2010, and the class in the message online', () => {
    const now = Date.UTC(2026, 0, 2, 15, 4, 5);
    assert.match(wireError(error, siteOf('2010'), now).errorId, /^[0-9A-F]{8}$/);
    assert.match(
      wireError(error, siteOf('2013'), now).errorId,
      /^\[Server=EX01,RequestId=[0-9a-f-]{36},TimeStamp=1\/2\/2026 3:04:05 PM\] \[FailureCategory=Cmdlet-OddException\] [0-9A-F]{8}$/,
    );
    assert.match(
      wireError(error, siteOf('Online'), now).message,
      /^Ex[0-9A-F]{6}\|Some\.Namespace\.OddException\|It is odd\.$/,
    );
  });

  it('lets an account in under both of its names, over the authentications that fit', () => {
    const account = { username: 'eas@contoso.com', password: 'secret' };
    const wish = {
      uri: 'https://EX01/powershell?x=1',
      configurationName: 'microsoft.exchange',
      authentication: 'Basic',
    };
    const check = (more: object): unknown =>
      checkEndpoint({ ...wish, username: '', password: '', ...more }, siteOf('SE'), account);
    assert.equal(check({ username: 'EAS@contoso.com', password: 'secret' }), 'EX01.contoso.com');
    assert.equal(check({ username: 'CONTOSO\\eas', password: 'secret' }), 'EX01.contoso.com');
    assert.equal(check({ authentication: 'Negotiate' }), 'EX01.contoso.com');
    assert.notEqual(check({}), 'EX01.contoso.com');
    assert.notEqual(check({ username: 'eas@contoso.com', password: 'wrong' }), 'EX01.contoso.com');
  });

  it('lets through the commands that -CommandName names, with wildcards', () => {
    const names = ['Get-Mailbox', 'Get-MobileDevice', 'Set-CASMailbox'];
    assert.deepEqual(wantedCommands(names, ['get-m*', 'Set-CASMailbo?']), names);
    assert.deepEqual(wantedCommands(names, ['Get-Mailbox', 'Get-Nothing']), ['Get-Mailbox']);
    assert.deepEqual(wantedCommands(names, []), names);
  });
});
