import assert from 'node:assert/strict';
import sinon from 'sinon';
import { HostFailedError, ResultSender } from '../../tasks/run/result-sender';

const encode = (sequence: number): Uint8Array => Uint8Array.of(sequence);

describe('A sender of results to a host in the same process', () => {
  let clock: sinon.SinonFakeTimers;
  beforeEach(() => {
    clock = sinon.useFakeTimers();
  });
  afterEach(() => {
    clock.restore();
  });

  /** A host that stores a result when it is told to. */
  function slowHost() {
    const store: (() => void)[] = [];
    const stored: number[] = [];
    const sender = new ResultSender({ emit: () => new Promise<void>((resolve) => store.push(resolve)) }, encode, 2);
    const send = (number: number): Promise<void> =>
      sender.send(undefined, () => {
        stored.push(number);
        return Promise.resolve();
      });
    return { sender, store, stored, send };
  }

  it('gives up one that stores nothing for five minutes, whoever waits for what', async () => {
    const { sender, store, stored, send } = slowHost();
    await send(1);
    await send(2);
    const third = send(3);
    const end = sender.settled();
    const given = Promise.allSettled([third, end]);
    await clock.tickAsync(5 * 60_000 + 1);
    for (const one of await given) {
      assert.equal(one.status, 'rejected');
      assert.ok(one.reason instanceof HostFailedError);
      assert.match((one.reason.cause as Error).message, /stored nothing for 300 s/);
    }
    for (const resolve of store) resolve();
    await clock.tickAsync(0);
    assert.deepEqual(stored, [], 'what is stored too late no longer counts for this run');
  });

  it('waits for one that takes minutes for each', async () => {
    const { sender, store, stored, send } = slowHost();
    await send(1);
    await send(2);
    for (const resolve of store) {
      await clock.tickAsync(4 * 60_000);
      resolve();
    }
    await clock.tickAsync(10 * 60_000);
    await sender.settled();
    assert.deepEqual(stored, [1, 2]);
    await send(3);
  });
});
