import assert from 'node:assert/strict';
import fc from 'fast-check';
import { comparable, freshInventory, happenings, play } from './inventory-history';
import { ManageHarness } from './manage-harness';

/** So many histories; the soak test plays more. */
const HISTORIES = 12;

describe('Any history of changes, runs, cancelled and dead runs', () => {
  it('leaves a host that follows the documentation with what the organization is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(1000), happenings, async (seed, history) => {
        const lab = new ManageHarness({ devices: 38, seed });
        try {
          const options = { limits: { partnershipsPerResult: 4 }, inventory: { vanishedGrace: '0s' } };
          await play(lab, history, options);
          const inventory = { vanishedGrace: '0s', statisticsMaxAge: '0.001s' };
          let last = await lab.run({ ...options, inventory });
          // One that was interrupted ends with the lists that it had begun with.
          if (last.start['isResumed'] === true) last = await lab.run({ ...options, inventory });
          assert.notEqual(last.start['isResumed'], true);
          assert.equal(last.completed.outcome, 'succeeded');
          const fresh = await freshInventory(lab);
          assert.deepEqual(comparable(lab.host), comparable(fresh));
          assert.deepEqual([...lab.host.mailboxes].sort(), [...fresh.mailboxes].sort());
          assert.equal(last.summary['partnerships'], fresh.partnerships.size);
          assert.deepEqual(
            [...fresh.partnerships.keys()].sort(),
            lab
              .devices()
              .map(({ guid }) => guid)
              .sort(),
          );
        } finally {
          lab.close();
        }
      }),
      { numRuns: HISTORIES },
    );
  }).timeout(60_000);
});
