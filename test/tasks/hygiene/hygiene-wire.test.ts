import assert from 'node:assert/strict';
import { LabRun, collect, outcomes, type Json } from '../../e2e/lab-run';
import { STALE_AFTER } from './hygiene-lab';

/** Nothing but hygiene, and then what a test adds. */
const only =
  (what: Json, added: Json = {}) =>
  (settings: Json): Json => ({ ...settings, actions: [], hygiene: what, ...added });

const codes = (found: readonly Json[]): string[] => found.map(({ code }) => String(code)).sort();

describe('Hygiene over the admin API', () => {
  let lab: LabRun;
  before(async () => {
    lab = await LabRun.start({ devices: 150 });
  });
  after(() => lab.close());

  it('reports first, changes nothing, and costs nothing until the next day', async () => {
    const everything = { staleAfter: STALE_AFTER, reportDeadIds: true, proposeSuccessors: true };
    const run = await lab.run('EASConnectorSecurity', only(everything));
    assert.equal(run.completed.outcome, 'succeeded');
    assert.ok(codes(collect(run, 'findings')).includes('partnership.stale'));
    assert.deepEqual(await lab.changes(), []);
    const calls = (await lab.journal()).length;
    const second = await lab.run('EASConnectorSecurity', only(everything));
    assert.deepEqual(codes(collect(second, 'findings')), ['hygiene.notDue']);
    assert.equal((await lab.journal()).length, calls);
  });

  it('removes what is ordered to be removed, and an assignment to a dynamic group arrives in the same run', async () => {
    const run = await lab.run(
      'EASConnectorSecurity',
      only(
        { staleAfter: STALE_AFTER, removeStalePartnerships: true, maxRemovalsPerMonth: 3 },
        { actions: [{ id: 'p1', assignPolicy: { groups: ['Engineers'] } }] },
      ),
    );
    assert.equal(run.completed.outcome, 'succeeded');
    assert.match(String(outcomes(run).get('p1')?.['state']), /SUCCEEDED|NOTHING_TO_DO/);
    const removals = (await lab.changes()).filter(({ cmdlet }) => cmdlet === 'Remove-MobileDevice');
    assert.equal(removals.length, 3);
    const own = [...outcomes(run).keys()].filter((id) => id.startsWith('hygiene.stale.'));
    assert.equal(own.length, 3);
  });
});
