import assert from 'node:assert/strict';
import { Exchange } from '../../../plugin/exchange/exchange';
import { ExchangeError } from '../../../plugin/exchange/exchange-error';
import type { ExchangeSession, InvokeOptions, SessionEvent } from '../../../plugin/exchange/exchange-session';
import { Pace } from '../../../plugin/exchange/pace';
import { PSObject } from '../../../psrp';
import type { Mailbox, ProblemCode } from '../../../protocol';
import { StatisticsReader } from '../../../tasks/eas-connector-manage/statistics-reader';

const MAILBOX = { guid: 'aaaaaaaa-0000-1111-2222-aaaaaaaaaaaa', primarySmtpAddress: 'anna@contoso.com' } as Mailbox;

/** A pace that remembers what it was told. */
class WatchedPace extends Pace {
  readonly slowed: (number | undefined)[] = [];

  constructor() {
    super({ maxConcurrent: 4, allowedPerMinute: undefined, clock: Date.now, mustYield: () => false });
  }

  override slow(waitMs: number | undefined): void {
    this.slowed.push(waitMs);
    super.slow(waitMs);
  }
}

/** A reader whose calls do as they are told. */
function readerOf(call: (number: number, options: InvokeOptions) => void) {
  let calls = 0;
  const session: ExchangeSession = {
    version: 'Online',
    build: '',
    transport: 'test',
    close: () => Promise.resolve(),
    // eslint-disable-next-line @typescript-eslint/require-await -- it is a stream as far as others can tell
    async *invoke(_command, options) {
      call((calls += 1), options);
      yield new PSObject(new Map([['Guid', 'bbbbbbbb-0000-1111-2222-bbbbbbbbbbbb']]), []);
    },
  };
  const run = new AbortController();
  const time = new AbortController();
  const options = { signal: run.signal, commandTimeoutMs: 60_000, clock: Date.now, random: Math.random };
  const pace = new WatchedPace();
  const signal = AbortSignal.any([run.signal, time.signal]);
  const reader = new StatisticsReader(new Exchange(session, options), pace, signal, run.signal);
  return { reader, pace, run, time, calls: () => calls };
}

const says = (event: SessionEvent) =>
  readerOf((_, { onEvent }) => {
    onEvent?.(event);
  });

const failing = (code: ProblemCode, which: (number: number) => boolean = () => true) =>
  readerOf((number) => {
    if (which(number)) throw new ExchangeError({ code, summary: `failed with ${code}` });
  });

describe('Statistics, mailbox by mailbox', () => {
  it('go slower when Exchange asks to wait, by whatever it says that', async () => {
    const events: readonly (readonly [SessionEvent, readonly (number | undefined)[]])[] = [
      [{ kind: 'throttled', waitMs: 30_000, reason: 'HTTP 429' }, [30_000]],
      [{ kind: 'warning', message: 'The command was micro-delayed: budget of the user is used up.' }, [undefined]],
      [{ kind: 'warning', message: 'MicroDelay of 500 ms was applied.' }, [undefined]],
      [{ kind: 'retry', attempt: 1, reason: 'ServerBusy' }, [undefined]],
      [{ kind: 'warning', message: 'The mailbox is on an older server.' }, []],
    ];
    for (const [event, expected] of events) {
      const { reader, pace } = says(event);
      assert.ok(await reader.read(MAILBOX, 1));
      assert.deepEqual(pace.slowed, expected, JSON.stringify(event));
    }
  });

  it('are left out from the first fault on that all others would meet as well', async () => {
    for (const code of ['rights.missing', 'auth.denied', 'throttled'] as const) {
      const { reader, calls } = failing(code);
      for (let mailbox = 0; mailbox < 5; mailbox += 1) assert.equal(await reader.read(MAILBOX, 2), undefined);
      assert.equal(calls(), 1, code);
      assert.equal(reader.partnershipsLeft, 10);
      assert.deepEqual(
        reader.problems().map((problem) => problem.code),
        [code],
      );
    }
  });

  it('of one mailbox that fail cost the others nothing, and are named', async () => {
    const { reader, calls } = failing('command.failed', (number) => number === 2);
    const read = [await reader.read(MAILBOX, 3), await reader.read(MAILBOX, 4), await reader.read(MAILBOX, 5)];
    assert.deepEqual(
      read.map((one) => one !== undefined),
      [true, false, true],
    );
    assert.equal(calls(), 3);
    assert.equal(reader.partnershipsRead, 8);
    assert.equal(reader.partnershipsLeft, 4);
    assert.match(reader.problems()[0]?.summary ?? '', /anna@contoso\.com could not be read: failed with/);
  });

  it('that fail by the hundred make a few problems and a number', async () => {
    const { reader } = failing('command.failed');
    for (let mailbox = 0; mailbox < 100; mailbox += 1) await reader.read(MAILBOX, 1);
    const problems = reader.problems();
    assert.equal(problems.length, 21);
    assert.match(problems.at(-1)?.summary ?? '', /of 80 more mailboxes/);
  });

  it('for which there is no time are left, and that is no problem; a cancelled run is an error', async () => {
    const late = readerOf(() => undefined);
    late.time.abort();
    assert.equal(await late.reader.read(MAILBOX, 7), undefined);
    assert.equal(late.calls(), 0);
    assert.equal(late.reader.partnershipsLeft, 7);
    assert.deepEqual(late.reader.problems(), []);
    const cut = readerOf(() => {
      cut.time.abort();
      throw new ExchangeError({ code: 'cancelled', summary: 'cancelled' });
    });
    assert.equal(await cut.reader.read(MAILBOX, 2), undefined);
    assert.equal(cut.reader.partnershipsLeft, 2);
    assert.deepEqual(cut.reader.problems(), [], 'nor for one that was under way');
    const cancelled = readerOf(() => {
      cancelled.run.abort();
      throw new ExchangeError({ code: 'cancelled', summary: 'cancelled' });
    });
    await assert.rejects(cancelled.reader.read(MAILBOX, 1), { code: 'cancelled' });
  });
});
