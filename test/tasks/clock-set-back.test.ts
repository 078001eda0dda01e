import assert from 'node:assert/strict';
import { ExchangeError } from '../../plugin/exchange/exchange-error';
import { SecurityHarness, isNative, wipeAction, type Json, type RunResult } from './security-harness';

const YEAR_MS = 365 * 86_400_000;

const state = ({ outcomes }: RunResult, id: string): string =>
  String(outcomes.get(id)?.['state']).replace('ACTION_STATE_', '');

describe('A clock that was a year ahead and is set back', () => {
  it('does not keep what may have got lost meanwhile waiting for a year', async () => {
    const harness = new SecurityHarness({ devices: 300, version: 'Online' });
    const [one, two, three] = harness.partnerships(
      (device) => isNative(device) && device['DeviceAccessState'] === 'Allowed',
    );
    const mailboxOf = (device: Record<string, string> | undefined): string =>
      String(device?.['DistinguishedName']).split(',').slice(2).join(',');
    const actions: Json[] = [
      wipeAction('w', one!),
      { id: 'b', blockDevice: { device: { mailbox: mailboxOf(two), deviceId: two!['DeviceId'] } } },
      { id: 'p', assignPolicy: { policy: 'Executives', mailboxes: [mailboxOf(three)] } },
    ];
    const invoke = harness.session.invoke.bind(harness.session);
    harness.session.invoke = async function* (command, options) {
      if (command.effect === 'read') yield* invoke(command, options);
      else throw new ExchangeError({ code: 'connect.lost', summary: 'no answer', mayHaveHappened: true });
    };
    harness.skewMs = YEAR_MS;
    const ahead = await harness.run(actions);
    assert.equal(state(ahead, 'w'), 'APPLIED_UNCONFIRMED');
    harness.session.invoke = invoke;
    harness.skewMs = 0;
    await harness.run(actions);
    assert.deepEqual(harness.changes(/./), [], 'Exchange may lag');
    harness.advance(16);
    const last = await harness.run(actions);
    assert.deepEqual(
      ['w', 'b', 'p'].map((id) => state(last, id)),
      ['PENDING', 'SUCCEEDED', 'SUCCEEDED'],
    );
  });
});
