import assert from 'node:assert/strict';
import type { Connection } from '../../../../protocol';
import { Secret } from '../../../../protocol';
import type { Command } from '../../../../plugin/exchange/command';
import type { SessionEvent } from '../../../../plugin/exchange/exchange-session';
import { connectExchange } from '../../../../plugin/powershell/connect-exchange';
import type { LocalPowerShell, PipelineListener } from '../../../../plugin/powershell/local-power-shell';
import { LocalSession } from '../../../../plugin/powershell/local-session';
import type { Opening, OpeningArgument } from '../../../../plugin/powershell/openings/opening';
import { ExchangeError } from '../../../../plugin/exchange/exchange-error';
import { customObject, errorRecord, type PSValue } from '../../../../psrp';

const READ: Command = { cmdlet: 'Get-It', parameters: { ResultSize: 'Unlimited' }, effect: 'read' };
const CHANGE: Command = { cmdlet: 'Set-It', parameters: { Identity: 'x' }, effect: 'change' };
const OPENING: Opening = { name: 'the test', script: 'opening', arguments: {}, closing: 'closing' };
const bounds = (): { signal: AbortSignal; deadline: number } => ({
  signal: new AbortController().signal,
  deadline: Date.now() + 60_000,
});

/** A PowerShell that gives what it is told to. */
class FakePowerShell implements LocalPowerShell {
  isBroken = false;
  isClosed = false;
  readonly ran: string[] = [];
  readonly given: Readonly<Record<string, OpeningArgument>>[] = [];
  running = 0;

  constructor(private readonly play: (listener: PipelineListener) => Iterable<PSValue> | AsyncIterable<PSValue>) {}

  async *runCommand({ cmdlet }: Command, _: unknown, listener: PipelineListener): AsyncGenerator<PSValue> {
    this.ran.push(cmdlet);
    assert.equal(++this.running, 1, 'two at once');
    try {
      yield* this.play(listener);
    } finally {
      this.running--;
    }
  }

  async *runScript(
    _name: string,
    script: string,
    values: Readonly<Record<string, OpeningArgument>>,
    _bounds: unknown,
    listener: PipelineListener,
  ): AsyncGenerator<PSValue> {
    this.ran.push(script);
    this.given.push(values);
    if (script !== OPENING.closing) yield* this.play(listener);
  }

  close(): Promise<void> {
    this.isClosed = true;
    return Promise.resolve();
  }
}

const over = (powerShell: LocalPowerShell): LocalSession =>
  new LocalSession({ transport: 'inProcess', powerShell, opening: OPENING, version: 'SE', build: '', clock: Date.now });

async function failure(work: AsyncIterable<unknown>): Promise<ExchangeError> {
  try {
    for await (const one of work) assert.ok(one);
  } catch (error) {
    assert.ok(error instanceof ExchangeError, String(error));
    return error;
  }
  return assert.fail('it succeeded');
}

const object = customObject([['Name', 'a']]);

describe('A session over a local PowerShell', () => {
  it('gives objects, and warnings as events', async () => {
    const events: SessionEvent[] = [];
    const session = over(
      new FakePowerShell(function* (listener) {
        yield object;
        listener.onWarning('careful');
        yield 'text that is no object';
      }),
    );
    const got: unknown[] = [];
    for await (const one of session.invoke(READ, { ...bounds(), onEvent: (event) => events.push(event) }))
      got.push(one);
    assert.deepEqual(got, [object]);
    assert.deepEqual(events, [{ kind: 'warning', message: 'careful' }]);
  });

  it('fails after the objects when an error was written, with the first one', async () => {
    const session = over(
      new FakePowerShell(function* (listener) {
        listener.onError(errorRecord('[Server=A] gone', { category: { reason: 'ManagementObjectNotFoundException' } }));
        yield object;
        listener.onError(errorRecord('later'));
      }),
    );
    const error = await failure(session.invoke(READ, bounds()));
    assert.equal(error.code, 'object.notFound');
    assert.equal(error.message, 'gone');
    assert.equal(error.mayHaveHappened, false);
  });

  it('reads the class out of what the module of Exchange Online writes', async () => {
    const message =
      'ExE1E783|Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException|It is gone | really.';
    const session = over(
      new FakePowerShell(function* (listener) {
        listener.onError(errorRecord(message, { category: { reason: 'Exception' } }));
        yield object;
      }),
    );
    const error = await failure(session.invoke(READ, bounds()));
    assert.deepEqual([error.code, error.exception], ['object.notFound', 'ManagementObjectNotFoundException']);
    assert.equal(error.message, 'It is gone | really.');
  });

  it('does not take a list for whole that Exchange cut', async () => {
    const cut = function* (listener: PipelineListener): Generator<PSValue> {
      yield object;
      listener.onWarning('There are more results available than are currently displayed. Increase ResultSize.');
    };
    assert.equal((await failure(over(new FakePowerShell(cut)).invoke(READ, bounds()))).code, 'truncated');
    const sized = { ...READ, parameters: { ResultSize: 1 } };
    for await (const one of over(new FakePowerShell(cut)).invoke(sized, bounds())) assert.equal(one, object);
  });

  it('says of a change that broke off, or met trouble that passes, that it may have happened', async () => {
    const lost = new ExchangeError({ code: 'connect.lost', summary: 'lost' });
    const rows: readonly [(listener: PipelineListener) => void, Command, boolean][] = [
      [() => assert.fail(lost), CHANGE, true],
      [() => assert.fail(lost), READ, false],
      [
        (to) => {
          to.onError(errorRecord('t', { category: { reason: 'ADTransientException' } }));
        },
        CHANGE,
        true,
      ],
      [
        (to) => {
          to.onError(errorRecord('t', { category: { reason: 'PSRemotingTransportException' } }));
        },
        CHANGE,
        true,
      ],
      [
        (to) => {
          to.onError(errorRecord('no', { category: { reason: 'InvalidOperationException' } }));
        },
        CHANGE,
        false,
      ],
    ];
    for (const [act, command, mayHaveHappened] of rows) {
      const session = over(
        new FakePowerShell(function* (listener) {
          act(listener);
          yield object;
        }),
      );
      assert.equal((await failure(session.invoke(command, bounds()))).mayHaveHappened, mayHaveHappened);
    }
  });

  it('runs one command at a time, in order, and none whose deadline has passed meanwhile', async () => {
    const powerShell = new FakePowerShell(async function* () {
      await new Promise((resolve) => setTimeout(resolve, 30));
      yield object;
    });
    const session = over(powerShell);
    const read = async (cmdlet: string, deadline = bounds().deadline): Promise<void> => {
      for await (const one of session.invoke({ ...READ, cmdlet }, { ...bounds(), deadline })) assert.ok(one);
    };
    const first = read('Get-1');
    const late = assert.rejects(() => read('Get-Late', Date.now() + 5), { code: 'command.timeout' });
    await Promise.all([first, late, read('Get-2'), read('Get-3')]);
    assert.deepEqual(powerShell.ran, ['Get-1', 'Get-2', 'Get-3']);
  });

  it('runs nothing once it is closed or broken, and closes what it opened', async () => {
    const powerShell = new FakePowerShell(() => [object]);
    const session = over(powerShell);
    await session.close();
    await session.close();
    assert.deepEqual(powerShell.ran, ['closing']);
    assert.equal(powerShell.isClosed, true);
    const error = await failure(session.invoke(CHANGE, bounds()));
    assert.deepEqual([error.code, error.mayHaveHappened], ['connect.lost', false]);
    const broken = new FakePowerShell(() => [object]);
    broken.isBroken = true;
    assert.equal((await failure(over(broken).invoke(READ, bounds()))).code, 'connect.lost');
    await over(broken).close();
    assert.deepEqual(broken.ran, []);
    assert.equal(broken.isClosed, true);
  });
});

describe('Connecting a local PowerShell to Exchange', () => {
  const connection = {
    target: {
      kind: 'remotePowerShell',
      urls: ['https://one/PowerShell/'],
      authentication: 'basic',
      username: 'user',
      password: new Secret('hunter2'),
      configurationName: 'Microsoft.Exchange',
      allowRedirection: false,
    },
    network: { proxyUrl: '', connectTimeoutMs: 1000 },
    powerShell: { exchangeOnlineModule: '' },
  } as unknown as Connection;
  const connect = (play: (listener: PipelineListener) => Iterable<PSValue>): ReturnType<typeof connectExchange> =>
    connectExchange(connection, new FakePowerShell(play), bounds());

  it('takes the version from the build that the script found, whatever else was said', async () => {
    const connected = await connect(function* (listener) {
      listener.onError(errorRecord('a banner could not be drawn'));
      yield 'noise';
      yield customObject([
        ['Build', 'Version 15.1 (Build 2507.6)'],
        ['Endpoint', 'https://one/PowerShell/'],
      ]);
    });
    assert.deepEqual([connected.version, connected.endpoint], ['2016', 'https://one/PowerShell/']);
  });

  it('never puts a password into a script', async () => {
    const powerShell = new FakePowerShell(() => [
      customObject([
        ['Build', '15.2.2562.17'],
        ['Endpoint', ''],
      ]),
    ]);
    await connectExchange(connection, powerShell, bounds());
    assert.ok(!powerShell.ran.join('').includes('hunter2'));
    assert.equal((powerShell.given[0]?.['Credential'] as { password: Secret }).password.reveal(), 'hunter2');
  });

  it('says what can be done about what goes wrong', async () => {
    const fails = async (message: string): Promise<string> => {
      const failed = connect((listener) => {
        listener.onError(errorRecord(message));
        return [];
      });
      return failed.then(
        () => 'fine',
        (error: unknown) => (error as ExchangeError).code,
      );
    };
    assert.equal(await fails('EAS-OPENING-NO-TOOLS'), 'transport.unavailable');
    assert.equal(await fails('EAS-OPENING-NO-ENDPOINT https://one: Access is denied.'), 'auth.denied');
    assert.equal(await fails('EAS-OPENING-NO-ENDPOINT https://one: no answer'), 'connect.refused');
    assert.equal(await fails('x.ps1 cannot be loaded because running scripts is disabled'), 'transport.unavailable');
    assert.equal(await fails('something else'), 'command.failed');
    await assert.rejects(() => connect(() => []), { code: 'protocol.malformed' });
    const unknown = [
      customObject([
        ['Build', ''],
        ['Endpoint', 'e'],
      ]),
    ];
    await assert.rejects(() => connect(() => unknown), { code: 'rights.missing' });
  });
});
