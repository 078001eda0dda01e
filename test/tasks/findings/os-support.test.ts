import assert from 'node:assert/strict';
import table from '../../../tasks/eas-connector-manage/findings/os-support-table.json';
import { osSupport } from '../../../tasks/eas-connector-manage/findings/os-support';

const TODAY = '2026-11-22';
const of = (deviceOs: string, deviceType = '', today = TODAY): string => {
  const { name, state, endedOn } = osSupport({ deviceOs, deviceType }, today);
  return [name, state, endedOn].filter((part) => part !== '').join(' | ');
};

describe('The end of security updates', () => {
  it('is known by the major version, in the spellings that devices use', () => {
    assert.equal(of('iOS 9.3.5 13G36', 'iPhone'), 'iOS 9 | ended | 2019-07-22');
    assert.equal(of('iOS 26.1 23B85', 'iPhone'), 'iOS 26 | updated');
    assert.equal(of('Android 5.0.1'), 'Android 5 | ended | 2018-03-01');
    assert.equal(of('Android 16'), 'Android 16 | updated');
    assert.equal(of('android 8.1.0.A.1.23'), 'Android 8 | ended | 2021-01-10');
    assert.equal(of('iPhone OS 4.3.5', 'iPhone'), 'iOS 4 | ended | 2012-11-01');
  });

  it('differs between iPhone and iPad', () => {
    assert.equal(of('iOS 17.7.2 21H221', 'iPhone'), 'iOS 17 | ended | 2025-05-13');
    assert.equal(of('iOS 17.7.2 21H221', 'iPad'), 'iPadOS 17 | updated');
    assert.equal(of('iPadOS 14.8', ''), 'iPadOS 14 | ended | 2021-10-01');
    assert.equal(of('iOS 12.5.7', 'iPad'), 'iOS 12 | ended | 2026-01-26');
  });

  it('stays unknown where it is unknown', () => {
    for (const name of ['Linux', 'SpecOS 2', 'Windows 10.0.19045', 'Windows Phone 8.10.14219', 'Android', 'iOS']) {
      assert.equal(of(name), `${name} | unknown`);
    }
    assert.equal(of(''), 'unknown');
    assert.equal(of('iOS 22.1'), 'iOS 22 | unknown');
    assert.equal(of('Android 99'), 'Android 99 | unknown');
    assert.equal(of('Android 1234567'), 'Android 1234567 | unknown');
  });

  it('has not come before its day', () => {
    assert.equal(of('Android 13', '', '2026-03-01'), 'Android 13 | updated');
    assert.equal(of('Android 13', '', '2026-03-02'), 'Android 13 | ended | 2026-03-02');
  });

  it('is in a table with dates, none of them after the day on which it was taken', () => {
    for (const [platform, { first, older, versions }] of Object.entries(table.platforms)) {
      for (const [version, ended] of Object.entries(versions as Record<string, string | null>)) {
        assert.ok(Number(version) >= first, `${platform} ${version}`);
        if (ended !== null) assert.match(ended, /^20\d\d-\d\d-\d\d$/);
        assert.ok(ended === null || ended <= table.asOf, `${platform} ${version}`);
      }
      assert.ok(older <= table.asOf);
    }
  });
});
