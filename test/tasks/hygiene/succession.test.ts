import assert from 'node:assert/strict';
import fc from 'fast-check';
import { timestampFromMs, type Timestamp } from '../../../protocol';
import {
  osFamily,
  successionPairs,
  successions,
  SILENT_AT_MOST_MS,
  type Recognizable,
} from '../../../tasks/eas-connector-security/hygiene/succession';

const NOW = Date.UTC(2026, 10, 22);
const DAY = 86_400_000;
const at = (daysAgo: number): Timestamp => timestampFromMs(NOW - Math.round(daysAgo * DAY));

const OLD: Recognizable = {
  guid: 'old',
  firstSyncTime: at(400),
  deviceId: 'APPLOLD',
  deviceType: 'iPhone',
  deviceModel: 'iPhone14C2',
  deviceOs: 'iOS 17.5.1 21F90',
  deviceUserAgent: 'Apple-iPhone14C2/2105.90',
  deviceImei: '350000000000001',
  deviceTelephoneNumber: '*******4711',
  clientType: 'EAS',
};
const NEW: Recognizable = {
  ...OLD,
  guid: 'new',
  firstSyncTime: at(3),
  deviceId: 'APPLNEW',
  deviceOs: 'iOS 18.1 22B83',
};

const propose = (devices: readonly Recognizable[], silent: ReadonlyMap<string, Timestamp>): string[] =>
  successions(successionPairs(devices, NOW), silent).map(
    ({ old, new: successor }) => `${old.guid} -> ${successor.guid}`,
  );

const silentAt = (daysAgo: number): ReadonlyMap<string, Timestamp> => new Map([['old', at(daysAgo)]]);

describe('The successor of a device after a reset', () => {
  it('is proposed with its evidence when the old one fell silent as the new one came', () => {
    const [one] = successions(successionPairs([OLD, NEW], NOW), silentAt(3.5));
    assert.ok(one);
    assert.deepEqual([one.old.deviceId, one.new.deviceId], ['APPLOLD', 'APPLNEW']);
    assert.deepEqual(one.evidence, ['model', 'operating system', 'IMEI', 'telephone number', 'user agent']);
    assert.deepEqual(one.silentSince, at(3.5));
  });

  it('is not proposed for one that is still heard of, has been silent too long, or of which nobody knows', () => {
    assert.deepEqual(propose([OLD, NEW], silentAt(1)), []);
    assert.deepEqual(propose([OLD, NEW], silentAt(3 + SILENT_AT_MOST_MS / DAY + 1)), []);
    assert.deepEqual(propose([OLD, NEW], new Map()), []);
  });

  for (const [what, other] of [
    ['another model', { deviceModel: 'iPhone15C4' }],
    ['another operating system', { deviceOs: 'Android 15' }],
    ['another IMEI', { deviceImei: '350000000000002' }],
    ['another telephone number', { deviceTelephoneNumber: '*******0815' }],
    ['another client', { clientType: 'REST' }],
    ['the same device ID', { deviceId: 'applold' }],
    ['nothing but model and operating system', { deviceImei: '', deviceTelephoneNumber: '', deviceUserAgent: '' }],
    ['a first synchronization long ago', { firstSyncTime: at(100) }],
  ] as const) {
    it(`is no device with ${what}`, () => {
      assert.deepEqual(propose([OLD, { ...NEW, ...other }], silentAt(3.5)), []);
      assert.deepEqual(propose([OLD, { ...NEW, ...other }], silentAt(100.5)), []);
    });
  }

  it('is the better of two, and nobody when they are equally good', () => {
    const twin = { ...NEW, guid: 'twin', deviceId: 'APPLTWIN' };
    assert.deepEqual(propose([OLD, NEW, twin], silentAt(3.5)), []);
    assert.deepEqual(propose([OLD, NEW, { ...twin, deviceImei: '' }], silentAt(3.5)), ['old -> new']);
  });

  it('and its predecessor have only each other, however many devices there are', () => {
    const device = fc.record({
      first: fc.integer({ min: 0, max: 90 }),
      silent: fc.option(fc.integer({ min: 0, max: 90 }), { nil: undefined }),
      imei: fc.constantFrom('', '1', '2'),
      model: fc.constantFrom('A', 'B'),
    });
    fc.assert(
      fc.property(fc.array(device, { maxLength: 8 }), (drafts) => {
        const devices = drafts.map(({ first, imei, model }, index) => ({
          ...OLD,
          guid: `g${String(index)}`,
          deviceId: `d${String(index)}`,
          firstSyncTime: at(first),
          deviceImei: imei,
          deviceModel: model,
        }));
        const silent = new Map<string, Timestamp>();
        for (const [index, draft] of drafts.entries()) {
          if (draft.silent !== undefined) silent.set(`g${String(index)}`, at(draft.silent));
        }
        const found = successions(successionPairs(devices, NOW), silent);
        assert.equal(new Set(found.map(({ old }) => old.guid)).size, found.length);
        assert.equal(new Set(found.map(({ new: successor }) => successor.guid)).size, found.length);
        for (const { old, new: successor } of found) {
          assert.equal(old.deviceModel, successor.deviceModel);
          assert.ok(old.deviceImei === successor.deviceImei || old.deviceImei === '' || successor.deviceImei === '');
          assert.ok(old.firstSyncTime.seconds < successor.firstSyncTime.seconds);
        }
      }),
    );
  });

  it('is compared by the operating system without its version', () => {
    assert.equal(osFamily('iOS 17.5.1 21F90'), 'ios');
    assert.equal(osFamily('Android 14'), 'android');
    assert.equal(osFamily('Windows Phone 8.10'), 'windows phone');
    assert.equal(osFamily(''), '');
  });
});
