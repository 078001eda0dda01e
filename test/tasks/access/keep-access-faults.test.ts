import assert from 'node:assert/strict';
import { ExchangeError } from '../../../plugin/exchange/exchange-error';
import { Crash, type Fault } from '../../support/lab-session';
import type { Json } from '../security-harness';
import { AccessHarness, jsonLevel, jsonRule, LAB_RULES } from './access-harness';

/** A change with every kind of step in it. */
const CHANGE: Json = {
  organization: { defaultAccessLevel: 'ACCESS_LEVEL_QUARANTINE', userMailInsert: 'Call us.' },
  rules: {
    removeOthers: true,
    rules: [
      jsonRule('DEVICE_TYPE', 'iPhone', 'ALLOW'),
      jsonRule('DEVICE_TYPE', 'WP8', 'QUARANTINE'),
      jsonRule('DEVICE_TYPE', 'Thunderbird', 'BLOCK'),
      ...LAB_RULES.slice(4),
    ],
  },
  maxDevicesLosingAccess: 1000,
};

const STRICTNESS: Readonly<Record<string, number>> = { Allowed: 0, Quarantined: 1, Blocked: 2 };

/** How strictly every device is treated, those left out that change by themselves. */
function strictness(harness: AccessHarness): Map<string, number> {
  const all = harness.read('Get-MobileDevice', { ResultSize: 'Unlimited' });
  const settled = all.filter(
    (one) => !/Discovery|Upgrade/.test(`${one['DeviceAccessState']} ${one['DeviceAccessStateReason']}`),
  );
  return new Map(settled.map((one) => [String(one['Guid']), STRICTNESS[String(one['DeviceAccessState'])] ?? NaN]));
}

/** An organization with few mailboxes, so that a change has few commands, watched at every one of them. */
class Watched {
  readonly harness = new AccessHarness({ devices: 24, version: 'Online' });
  readonly arrived: string[] = [];
  readonly before = strictness(this.harness);
  #count = 0;
  #faultAt = -1;
  #fault: Fault = 'none';

  constructor(
    private readonly wanted: Json,
    private readonly after?: ReadonlyMap<string, number>,
  ) {
    this.harness.session.fault = () => {
      this.look();
      return this.#count++ === this.#faultAt ? this.#fault : 'none';
    };
    this.harness.session.onChange = ({ cmdlet, parameters }) => this.arrived.push(JSON.stringify([cmdlet, parameters]));
  }

  /** Every device is treated as before, as in the end, or in between. */
  look(): void {
    if (!this.after) return;
    for (const [guid, now] of strictness(this.harness)) {
      const [was, willBe] = [this.before.get(guid), this.after.get(guid)];
      if (was === undefined || willBe === undefined) continue;
      assert.ok(
        now >= Math.min(was, willBe) && now <= Math.max(was, willBe),
        `${guid}: ${was}, now ${now}, then ${willBe}`,
      );
    }
  }

  /** Runs until nothing is left to do; gives the number of commands of the first run. */
  async finish(faultAt = -1, fault: Fault = 'none'): Promise<{ commands: number; states: string[] }> {
    this.#faultAt = faultAt;
    this.#fault = fault;
    const states: string[] = [];
    let commands = 0;
    while (states.at(-1) !== 'NOTHING_TO_DO') {
      assert.ok(states.length < 12, states.join(', '));
      try {
        states.push((await this.harness.keep(this.wanted)).state);
      } catch (error) {
        if (!(error instanceof Crash)) throw error;
        states.push('CRASH');
      }
      commands ||= this.#count;
      this.harness.session.isDead = false;
      this.harness.advance(5);
    }
    return { commands, states };
  }
}

describe('A change of the access settings that is disturbed', () => {
  for (const [name, wanted] of [
    ['alone', CHANGE],
    ['with pre-approvals', { ...CHANGE, preApproveExistingDevices: true }],
  ] as const) {
    for (const fault of ['crashBefore', 'crashAfter', 'lost', 'answerLost'] as const) {
      it(`${name} by ${fault} at any command comes to its end, opens no gap, and sends nothing twice`, async () => {
        const quiet = new Watched(wanted);
        const { commands, states } = await quiet.finish();
        assert.deepEqual(states, ['SUCCEEDED', 'NOTHING_TO_DO']);
        const end = strictness(quiet.harness);
        assert.ok(quiet.arrived.length >= 7 && commands < 60, `${quiet.arrived.length} changes, ${commands} commands`);
        for (let at = 0; at < commands; at += 1) {
          const watched = new Watched(wanted, end);
          const { states: found } = await watched.finish(at, fault);
          assert.deepEqual(watched.harness.access(), quiet.harness.access(), `fault at ${at}: ${found.join(', ')}`);
          assert.deepEqual(
            [...new Set(watched.arrived)].sort(),
            [...watched.arrived].sort(),
            `sent twice, fault at ${at}`,
          );
          assert.equal(watched.arrived.length, quiet.arrived.length);
          watched.look();
        }
      });
    }
  }

  it('by a lost answer goes on in the same run, once it has seen that the step was taken', async () => {
    const watched = new Watched(CHANGE);
    const { commands } = await watched.finish();
    const again = new Watched(CHANGE);
    assert.deepEqual((await again.finish(commands - 4, 'answerLost')).states, ['SUCCEEDED', 'NOTHING_TO_DO']);
  });
});

describe('A step of which nobody knows whether it arrived', () => {
  it('ends the change for this run: what comes after it would open a gap if it did not', async () => {
    const harness = new AccessHarness({ devices: 60, version: 'Online' });
    const invoke = harness.session.invoke.bind(harness.session);
    harness.session.invoke = async function* (command, options) {
      if (command.cmdlet === 'New-ActiveSyncDeviceAccessRule') {
        throw new ExchangeError({ code: 'connect.lost', summary: 'no answer', mayHaveHappened: true });
      }
      yield* invoke(command, options);
    };
    const run = await harness.keep({ ...CHANGE, ...jsonLevel('QUARANTINE') });
    assert.equal(run.state, 'APPLIED_UNCONFIRMED');
    const levels = harness.changes(/^Set-ActiveSyncOrganizationSettings$/);
    assert.deepEqual(
      levels.filter(({ parameters }) => parameters['DefaultAccessLevel'] !== undefined),
      [],
    );
    assert.deepEqual(harness.changes(/^Remove-/), []);
  });
});

describe('Replication lag', () => {
  it('on Exchange Online leaves a change unconfirmed, and it is not sent again while it may still show', async () => {
    const harness = new AccessHarness({ version: 'Online' });
    harness.organization.replicationLagMs = 12 * 60_000;
    const wanted = { ...jsonLevel('QUARANTINE'), maxDevicesLosingAccess: 1000 };
    const first = await harness.keep(wanted);
    assert.deepEqual([first.state, first.codes], ['APPLIED_UNCONFIRMED', ['action.unconfirmed']]);
    harness.advance(5);
    const second = await harness.keep(wanted);
    assert.deepEqual([second.state, second.sent.length], ['APPLIED_UNCONFIRMED', 2]);
    harness.advance(8);
    const third = await harness.keep(wanted);
    assert.deepEqual([third.state, third.drift], ['SUCCEEDED', []]);
    assert.equal(harness.changes(/./).length, 1);
    harness.advance(5);
    assert.deepEqual((await harness.keep(wanted)).drift, [], 'our own change is no drift');
  });

  it('on-premises is none for the connector: it reads where it wrote', async () => {
    const harness = new AccessHarness({ version: 'SE' });
    harness.organization.replicationLagMs = 12 * 60_000;
    const run = await harness.keep({ ...jsonLevel('QUARANTINE'), maxDevicesLosingAccess: 1000 });
    assert.equal(run.state, 'SUCCEEDED');
    const servers = new Set(run.sent.slice(1).map(({ parameters }) => parameters['DomainController']));
    assert.equal(servers.size, 1);
    assert.match(String([...servers][0]), /^dc01\./);
  });

  it('that lasts longer than anything is waited for lets the change be sent again', async () => {
    const harness = new AccessHarness({ version: 'Online' });
    harness.organization.replicationLagMs = 60 * 60_000;
    const wanted = { ...jsonLevel('QUARANTINE'), maxDevicesLosingAccess: 1000 };
    await harness.keep(wanted);
    harness.advance(16);
    assert.equal((await harness.keep(wanted)).state, 'APPLIED_UNCONFIRMED');
    assert.equal(harness.changes(/./).length, 2);
  });
});

describe('Several hundred rules', () => {
  it('cost one command each, two lists and two looks, and two commands when they are there', async () => {
    const harness = new AccessHarness({ devices: 200 });
    const rules = Array.from({ length: 300 }, (_, index) => jsonRule('DEVICE_MODEL', `Phone ${index}`, 'BLOCK'));
    const begun = performance.now();
    const run = await harness.keep({ rules: { rules } });
    assert.equal(run.state, 'SUCCEEDED');
    assert.equal(run.sent.length, 2 + 2 + 300 + 2);
    assert.equal(run.steps.length, 300);
    assert.equal((await harness.keep({ rules: { rules } })).sent.length, 2);
    const changed = rules.map((one, index) => (index % 2 ? one : { ...one, accessLevel: 'ACCESS_LEVEL_QUARANTINE' }));
    const half = await harness.keep({ rules: { rules: changed, removeOthers: false } });
    assert.equal(half.sent.filter(({ effect }) => effect === 'change').length, 150);
    assert.ok(performance.now() - begun < 5000);
  });
});
