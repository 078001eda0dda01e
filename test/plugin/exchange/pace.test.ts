import assert from 'node:assert/strict';
import { setMaxListeners } from 'node:events';
import sinon from 'sinon';
import { ExchangeError } from '../../../plugin/exchange/exchange-error';
import { Pace } from '../../../plugin/exchange/pace';

/** A target that allows so many calls in every minute of the clock, and refuses the rest until the minute is over. */
class Budget {
  accepted = 0;
  refused = 0;
  #window = -1;
  #left = 0;

  constructor(
    public perMinute: number,
    private readonly latencyMs: number,
  ) {}

  /** Takes a call, as a session does: it waits as long as the target wants, and tries again. */
  async call(onThrottled: (waitMs: number) => void): Promise<void> {
    for (;;) {
      await wait(this.latencyMs);
      const waitMs = this.spend();
      if (waitMs === 0) return;
      onThrottled(waitMs);
      await wait(waitMs);
    }
  }

  /** Spends a call of the budget; how long to wait if there is none. */
  spend(): number {
    const window = Math.floor(Date.now() / 60_000);
    if (window !== this.#window) {
      this.#window = window;
      this.#left = this.perMinute;
    }
    if (this.#left > 0) {
      this.#left -= 1;
      this.accepted += 1;
      return 0;
    }
    this.refused += 1;
    return Math.max(1, Math.ceil(((window + 1) * 60_000 - Date.now()) / 1000)) * 1000;
  }
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** So many workers call the target as fast as the pace lets them, until it is stopped. */
function work(pace: Pace, budget: Budget, workers: number): { stop: () => void; done: Promise<unknown> } {
  let isOver = false;
  const signal = new AbortController().signal;
  setMaxListeners(0, signal);
  const one = async (): Promise<void> => {
    while (!isOver) {
      await pace.run(signal, () =>
        budget.call((waitMs) => {
          pace.slow(waitMs);
        }),
      );
    }
  };
  return {
    stop: () => {
      isOver = true;
    },
    done: Promise.all(Array.from({ length: workers }, one)),
  };
}

describe('The pace of statistics', () => {
  let clock: sinon.SinonFakeTimers;
  beforeEach(() => {
    clock = sinon.useFakeTimers({
      now: Date.UTC(2026, 10, 22, 8, 0, 17),
      toFake: ['setTimeout', 'clearTimeout', 'Date'],
    });
  });
  afterEach(() => {
    clock.restore();
  });

  const paceOf = (over: Partial<ConstructorParameters<typeof Pace>[0]> = {}): Pace =>
    new Pace({ maxConcurrent: 8, allowedPerMinute: undefined, clock: Date.now, mustYield: () => false, ...over });

  for (const perMinute of [60, 300, 1200]) {
    it(`uses at least 90 % of ${String(perMinute)} calls a minute, and under 1 % are refused once it has settled`, async () => {
      const budget = new Budget(perMinute, 50);
      work(paceOf(), budget, 8);
      await clock.tickAsync(3 * 60_000);
      budget.accepted = budget.refused = 0;
      const minutes = 40;
      await clock.tickAsync(minutes * 60_000);
      const used = budget.accepted / (perMinute * minutes);
      const refused = budget.refused / (budget.accepted + budget.refused);
      assert.ok(used >= 0.9, `used ${String(used)}`);
      assert.ok(refused < 0.01, `refused ${String(refused)}`);
    });
  }

  it('finds an allowance that has grown, and one that has shrunk', async () => {
    const budget = new Budget(300, 50);
    work(paceOf(), budget, 8);
    await clock.tickAsync(5 * 60_000);
    budget.perMinute = 600;
    await clock.tickAsync(60 * 60_000);
    budget.accepted = 0;
    await clock.tickAsync(10 * 60_000);
    assert.ok(budget.accepted > 5000, String(budget.accepted));
    budget.perMinute = 200;
    await clock.tickAsync(10 * 60_000);
    budget.accepted = budget.refused = 0;
    await clock.tickAsync(20 * 60_000);
    assert.ok(budget.accepted >= 0.88 * 4000, String(budget.accepted));
    assert.ok(budget.refused < 40, String(budget.refused));
  });

  it('keeps to an allowance that an earlier run has found, from the first call on', async () => {
    const budget = new Budget(300, 50);
    work(paceOf({ allowedPerMinute: 300 }), budget, 8);
    await clock.tickAsync(60_000);
    assert.equal(budget.refused, 0);
    assert.ok(budget.accepted > 270, String(budget.accepted));
  });

  it('leaves enough of the budget for another run that begins in the middle: none of its calls is refused', async () => {
    const budget = new Budget(600, 50);
    let isOtherAtWork = false;
    work(paceOf({ mustYield: () => isOtherAtWork }), budget, 8);
    await clock.tickAsync(5 * 60_000);
    let refused = 0;
    for (let minute = 0; minute < 10; minute += 1) {
      await clock.tickAsync(47_000 + minute * 1300);
      isOtherAtWork = true;
      for (let call = 0; call < 20; call += 1) {
        await clock.tickAsync(50);
        if (budget.spend() > 0) refused += 1;
      }
      isOtherAtWork = false;
    }
    assert.equal(refused, 0);
  });

  it('does not take a moment’s pause at its beginning for a budget of a minute', async () => {
    const pace = paceOf();
    const signal = new AbortController().signal;
    setMaxListeners(0, signal);
    const running = Promise.all(Array.from({ length: 400 }, () => pace.run(signal, () => wait(20))));
    await clock.tickAsync(60);
    pace.slow(20);
    assert.equal(pace.allowedPerMinute, undefined, 'what was spent before it began is not known');
    await clock.tickAsync(5_000);
    await running;
  });

  it('goes up one by one while it goes well, and down by half at once when it does not', async () => {
    const budget = new Budget(1e9, 50);
    const pace = paceOf({ maxConcurrent: 16 });
    work(pace, budget, 16);
    const limits: number[] = [pace.limit];
    for (const ms of [160, 1000]) {
      await clock.tickAsync(ms);
      limits.push(pace.limit);
    }
    const [first = 0, second = 0, third = 0] = limits;
    assert.equal(first, 4);
    assert.ok(second > 4 && second < 9, String(second));
    assert.equal(third, 16);
    pace.slow(undefined);
    assert.equal(pace.limit, 8);
    pace.slow(undefined);
    assert.equal(pace.limit, 8, 'what was under way together is refused together');
    await clock.tickAsync(5000);
    assert.equal(pace.limit, 16);
  });

  it('has one command at a time while another run is at work, and goes back to many by itself', async () => {
    const budget = new Budget(1e9, 50);
    let isOtherAtWork = false;
    const pace = paceOf({ mustYield: () => isOtherAtWork });
    let active = 0;
    let most = 0;
    const signal = new AbortController().signal;
    const worker = async (): Promise<void> => {
      for (;;) {
        await pace.run(signal, async () => {
          most = Math.max(most, (active += 1));
          await budget.call(() => undefined);
          active -= 1;
        });
      }
    };
    for (let i = 0; i < 8; i += 1) void worker();
    await clock.tickAsync(2000);
    assert.equal(most, 8);
    isOtherAtWork = true;
    await clock.tickAsync(100);
    most = 0;
    await clock.tickAsync(2000);
    assert.equal(most, 1);
    isOtherAtWork = false;
    await clock.tickAsync(2000);
    assert.equal(most, 8);
  });

  it('lets nobody wait who is cancelled, and passes errors on', async () => {
    const pace = paceOf({ maxConcurrent: 1 });
    const cancel = new AbortController();
    const first = pace.run(cancel.signal, () => wait(1000));
    const second = pace.run(cancel.signal, () => wait(1000));
    cancel.abort();
    await assert.rejects(second, /did not come to its turn/);
    await clock.tickAsync(1000);
    await first;
    const busy = new ExchangeError({ code: 'server.unavailable', summary: 'busy' });
    await assert.rejects(
      pace.run(new AbortController().signal, () => Promise.reject(busy)),
      busy,
    );
  });
});
