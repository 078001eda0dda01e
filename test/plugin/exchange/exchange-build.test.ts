import assert from 'node:assert/strict';
import { versionOfBuild } from '../../../plugin/exchange/exchange-build';

describe('A build of Exchange', () => {
  for (const [build, version] of [
    ['Version 14.3 (Build 123.4)', '2010'],
    ['Version 15.0 (Build 1497.2)', '2013'],
    ['Version 15.1 (Build 2507.6)', '2016'],
    ['Version 15.2 (Build 1544.4)', '2019'],
    ['Version 15.2 (Build 2562.17)', 'SE'],
    ['15.02.2562.017', 'SE'],
    ['15.02.1118.007', '2019'],
    ['15.20.7000.15', undefined],
    ['Version 16.0 (Build 1.1)', undefined],
    ['', undefined],
    ['nonsense', undefined],
  ] as const) {
    it(`"${build}" is of ${version ?? 'no version that is known'}`, () => {
      assert.equal(versionOfBuild(build), version);
    });
  }
});
