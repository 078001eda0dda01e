import assert from 'node:assert/strict';
import sinon from 'sinon';
import { Exchange } from '../../../plugin/exchange/exchange';
import { ExchangeError } from '../../../plugin/exchange/exchange-error';
import type { ExchangeSession, InvokeOptions } from '../../../plugin/exchange/exchange-session';
import { getMailboxes } from '../../../plugin/exchange/cmdlets';
import { PSObject } from '../../../psrp';

const MINUTE = 60_000;

/** A session whose list comes piece by piece, one each so many milliseconds; it minds deadline and signal as all do. */
function slowSession(pauses: readonly number[]): ExchangeSession {
  return {
    version: 'SE',
    build: '',
    transport: 'test',
    close: () => Promise.resolve(),
    async *invoke(_command, { signal, deadline }: InvokeOptions) {
      for (const pause of pauses) {
        await new Promise<void>((resolve, reject) => {
          const end = (): void => {
            reject(new Error('cut off by the session'));
          };
          signal.addEventListener('abort', end, { once: true });
          setTimeout(() => {
            signal.removeEventListener('abort', end);
            resolve();
          }, pause);
          setTimeout(end, deadline - Date.now());
        });
        yield new PSObject(new Map(), []);
      }
    },
  };
}

describe('A list that takes long', () => {
  let clock: sinon.SinonFakeTimers;
  beforeEach(() => {
    clock = sinon.useFakeTimers({ now: 1_000_000 });
  });
  afterEach(() => {
    clock.restore();
  });

  async function read(pauses: readonly number[], isLong: boolean): Promise<number | ExchangeError> {
    const options = {
      signal: new AbortController().signal,
      commandTimeoutMs: MINUTE,
      clock: Date.now,
      random: Math.random,
    };
    const exchange = new Exchange(slowSession(pauses), options);
    const reading = exchange.all(getMailboxes({}), { isLong }).then(
      (objects) => objects.length,
      (error: unknown) => error as ExchangeError,
    );
    await clock.tickAsync(60 * MINUTE);
    return reading;
  }

  it('may take longer than a command, as long as it keeps coming', async () => {
    const pauses = Array.from({ length: 30 }, () => 50_000);
    assert.equal(await read(pauses, true), 30);
    assert.ok((await read(pauses, false)) instanceof Error, 'another command may not');
  });

  it('ends with a time-out when nothing comes for as long as a command may take', async () => {
    const error = await read([50_000, 61_000], true);
    assert.ok(error instanceof ExchangeError);
    assert.equal(error.code, 'command.timeout');
    assert.equal(error.cmdlet, 'Get-Mailbox');
    assert.match(error.message, /for 60 s/);
  });
});
