import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TrafficGate } from '../../../../plugin/transports/traffic/traffic-gate';
import { CookieJar } from '../../../../plugin/network';

function gate(maxConcurrent: number): TrafficGate {
  return new TrafficGate({ maxConcurrent, maxPerMinute: 0, clock: () => 0, sleep: () => Promise.resolve() });
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('Traffic gate', () => {
  it('keeps its bound and its order whatever enters, leaves and is cancelled', async () => {
    const step = fc.oneof(
      fc.constant({ kind: 'enter' as const }),
      fc.nat(20).map((who) => ({ kind: 'leave' as const, who })),
      fc.nat(20).map((who) => ({ kind: 'cancel' as const, who })),
    );
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 3 }), fc.array(step, { maxLength: 40 }), async (max, steps) => {
        const tested = gate(max);
        const inside = new Map<number, () => void>();
        // The model: who waits, in order.
        let waiting: number[] = [];
        const controllers: AbortController[] = [];
        for (const { kind, ...rest } of steps) {
          const chosen = 'who' in rest ? rest.who : 0;
          if (kind === 'enter') {
            const who = controllers.length;
            const controller = new AbortController();
            controllers.push(controller);
            waiting.push(who);
            tested.enter(controller.signal).then(
              (leave) => inside.set(who, leave),
              () => undefined,
            );
          } else if (kind === 'leave') {
            const who = [...inside.keys()][chosen % inside.size];
            if (who === undefined) continue;
            inside.get(who)!();
            inside.get(who)!();
            inside.delete(who);
          } else {
            controllers[chosen]?.abort();
            waiting = waiting.filter((who) => who !== chosen);
          }
          await settle();
          const entered = waiting.filter((who) => inside.has(who));
          assert.deepEqual(entered, waiting.slice(0, entered.length), 'first come, first served');
          waiting = waiting.filter((who) => !inside.has(who));
          assert(inside.size <= max);
          assert(waiting.length === 0 || inside.size === max, 'nobody waits while there is room');
          assert.equal(tested.queued, waiting.length);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('lets the longer of two pauses stand', () => {
    const tested = gate(1);
    tested.hold(5000, 'long');
    tested.hold(1000, 'short');
    assert.deepEqual(tested.pause, { untilMs: 5000, reason: 'long' });
  });
});

describe('Cookie jar', () => {
  it('keeps, replaces and forgets cookies', () => {
    const jar = new CookieJar();
    assert.equal(jar.header(), undefined);
    jar.take(['a=1; Path=/', 'b=2']);
    jar.take('a=3; Secure');
    jar.take('b=; Max-Age=0');
    assert.equal(jar.header(), 'a=3');
  });

  it('takes nothing that could break a header, and not too much', () => {
    const jar = new CookieJar();
    jar.take(['', '=x', 'a', 'b=x\r\ny: z', `c=${'x'.repeat(5000)}`]);
    assert.equal(jar.header(), undefined);
    jar.take(Array.from({ length: 500 }, (_, i) => `c${i}=1`));
    assert.equal(jar.header()!.split('; ').length, 50);
  });
});
