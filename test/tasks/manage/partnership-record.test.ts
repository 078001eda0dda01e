import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Partnership } from '../../../protocol';
import type { HashKey } from '../../../tasks/eas-connector-manage/state/field-hash';
import {
  changedFields,
  hashPartnership,
  PARTNERSHIP_FIELDS,
  type PartnershipField,
} from '../../../tasks/eas-connector-manage/state/partnership-fields';
import {
  decodeRecord,
  encodeRecord,
  recordHead,
  vanishedRecord,
} from '../../../tasks/eas-connector-manage/state/partnership-record';
import { decodeUpdates, encodeUpdates, type Update } from '../../../tasks/eas-connector-manage/state/updates';
import { partnership, statistics } from '../findings/sample-partnership';

const KEY: HashKey = [1, 2];

/** Another value of a field: not what it was, and not the same nothing. */
function otherValue(value: unknown): unknown {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'string') return `${value}x`;
  if (Array.isArray(value)) return [{ name: 'New', values: ['1'] }];
  if (value === undefined) return true;
  return { ...(value as object), seconds: 12 };
}

describe('What is kept of a partnership', () => {
  it('tells exactly the fields that have changed (property)', () => {
    const before = partnership({ guid: 'aaaaaaaa-0000-1111-2222-aaaaaaaaaaaa' });
    fc.assert(
      fc.property(fc.subarray([...PARTNERSHIP_FIELDS]), (fields) => {
        const patch = Object.fromEntries(fields.map((name: PartnershipField) => [name, otherValue(before[name])]));
        const after = { ...before, ...patch };
        assert.deepEqual(changedFields(hashPartnership(before, KEY), hashPartnership(after, KEY)), fields);
      }),
    );
  });

  it('tells nothing of what is only written in another way: absent, empty', () => {
    const one = partnership({ friendlyName: '', isManaged: undefined, otherProperties: [] });
    const { friendlyName, isManaged, ...others } = one;
    assert.deepEqual([friendlyName, isManaged], ['', undefined]);
    const other = { ...others } as Partnership;
    assert.deepEqual(changedFields(hashPartnership(one, KEY), hashPartnership(other, KEY)), []);
  });

  it('cannot be foreseen without the key of the state', () => {
    const one = partnership({});
    assert.notDeepEqual(hashPartnership(one, KEY).fields, hashPartnership(one, [3, 4]).fields);
  });

  it('comes back from its bytes as it was (property)', () => {
    const seconds = fc.integer({ min: 0, max: 0xffff_ffff });
    fc.assert(
      fc.property(
        fc.record({
          stated: fc.uniqueArray(fc.integer({ min: 0, max: 31 })),
          first: seconds,
          second: seconds,
          kind: seconds,
          vanishedAt: seconds,
          statisticsReadAt: seconds,
          telephoneNumber: fc.string({ unit: 'grapheme' }),
          hasMailbox: fc.boolean(),
          lastSync: fc.option(fc.integer({ min: 1, max: 2_000_000_000 }), { nil: undefined }),
        }),
        ({ stated, first, second, hasMailbox, lastSync, ...plain }) => {
          const record = {
            ...plain,
            mailboxGuid: hasMailbox ? 'bbbbbbbb-0000-1111-2222-bbbbbbbbbbbb' : '',
            hashes: {
              whole: { first, second },
              stated: stated.reduce((bits, place) => (bits | (1 << place)) >>> 0, 0),
              fields: stated.map((place) => place * 3),
            },
            statistics: lastSync === undefined ? undefined : statistics({}, lastSync * 1000),
          };
          const bytes = encodeRecord(record);
          assert.deepEqual(decodeRecord(bytes), record);
          const { kind, vanishedAt, statisticsReadAt } = record;
          assert.deepEqual(recordHead(bytes), { kind, vanishedAt, statisticsReadAt, lastSync: lastSync ?? 0 });
          assert.deepEqual(decodeRecord(vanishedRecord(bytes, 77)), { ...record, vanishedAt: 77 });
        },
      ),
    );
  });

  it('waits for an acknowledgement in bytes that give the same updates back (property)', () => {
    const bytes = (max: number): fc.Arbitrary<Buffer> =>
      fc.uint8Array({ maxLength: max }).map((array) => Buffer.from(array));
    const update: fc.Arbitrary<Update> = fc.record(
      {
        table: fc.constantFrom('partnerships' as const, 'mailboxes' as const, 'work' as const),
        key: bytes(16),
        value: fc.option(bytes(300), { nil: undefined }),
      },
      { noNullPrototype: true },
    );
    fc.assert(
      fc.property(fc.array(update), (updates) => {
        assert.deepEqual(decodeUpdates(encodeUpdates(updates)), updates);
      }),
    );
  });
});
