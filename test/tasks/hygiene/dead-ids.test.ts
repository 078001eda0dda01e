import assert from 'node:assert/strict';
import fc from 'fast-check';
import { deadIds } from '../../../tasks/eas-connector-security/hygiene/dead-ids';

const id = fc.constantFrom('ApplA1', 'appla1', 'APPLB2', 'androidc3', 'D4', 'E5', 'F6');
const ids = fc.array(id, { maxLength: 6 });

describe('Dead IDs of a mailbox', () => {
  it('are exactly those on a list that no partnership has, whatever their case', () => {
    fc.assert(
      fc.property(ids, ids, ids, ids, (allowed, blocked, devices, wanted) => {
        const lists = {
          activeSyncAllowedDeviceIds: allowed,
          activeSyncBlockedDeviceIds: blocked,
          hasActiveSyncDevicePartnership: devices.length > 0,
        };
        const lower = (list: readonly string[]): string[] => list.map((one) => one.toLowerCase());
        const dead = deadIds(lists, devices, new Set(lower(wanted)));
        const expected = (list: readonly string[], kept: readonly string[]): string[] =>
          list.filter((one) => ![...lower(devices), ...lower(kept)].includes(one.toLowerCase()));
        assert.deepEqual(dead.allowed, expected(allowed, wanted));
        assert.deepEqual(dead.blocked, expected(blocked, []));
      }),
    );
  });

  it('are none if Exchange says that there are partnerships and none was found', () => {
    const lists = { activeSyncAllowedDeviceIds: ['A'], activeSyncBlockedDeviceIds: ['B'] };
    assert.deepEqual(deadIds({ ...lists, hasActiveSyncDevicePartnership: true }, []), { allowed: [], blocked: [] });
    assert.deepEqual(deadIds({ ...lists, hasActiveSyncDevicePartnership: undefined }, []).allowed, ['A']);
  });
});
