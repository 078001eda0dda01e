import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { compareReadings } from '../../cli/doctor/conformance/compare-readings';
import { compareTransports, type ConformanceReport } from '../../cli/doctor/conformance/compare-transports';
import { comparisonLines, conformanceExitCode } from '../../cli/doctor/conformance/conformance-lines';
import type { Reading } from '../../cli/doctor/conformance/read-sample';
import { PLAIN } from '../../cli/terminal/style';
import { startLab, type Lab } from '../../lab';
import { decodeManageSettings, settingsFromJson, type CommonSettings } from '../../protocol';
import { describeWithPowerShell } from '../lab/powershell-helpers';
import { labJournal } from '../support/lab-journal';

type Json = Record<string, unknown>;

const reading = (properties: object): Reading => new Map([['partnership', new Map([['guid-1', properties]])]]);

describe('A comparison of two transports', () => {
  const first = { deviceId: 'ABC', isDisabled: false, lists: ['b', 'a'], statistics: { at: { seconds: 1, nanos: 0 } } };

  it('finds the same objects the same, in whatever order lists come', () => {
    const other = reading({ ...first, lists: ['a', 'b'] });
    const { compared, differences } = compareReadings(reading(first), other, reading(first));
    assert.deepEqual([compared, differences], [{ partnership: 1 }, []]);
  });

  it('says which property differs and how, without what it says', () => {
    const other = reading({ ...first, deviceId: 'abcd', isDisabled: true, statistics: {} });
    const { differences } = compareReadings(reading(first), other, reading(first));
    assert.deepEqual(
      differences.map(({ property, first: mine, second }) => [property, mine, second]),
      [
        ['deviceId', 'text of 3 characters', 'text of 4 characters'],
        ['isDisabled', 'false', 'true'],
        ['statistics.at', 'a time', 'nothing'],
      ],
    );
    assert.doesNotMatch(JSON.stringify(differences), /abc|guid-1/i);
  });

  it('does not count what changed while it was read', () => {
    const later = { ...first, statistics: { at: { seconds: 2, nanos: 0 } } };
    const { differences, changedMeanwhile } = compareReadings(reading(first), reading(later), reading(later));
    assert.deepEqual([differences, changedMeanwhile], [[], 1]);
  });

  it('misses an object that only one of them gave', () => {
    const { compared, differences } = compareReadings(reading(first), new Map(), reading(first));
    assert.equal(compared['partnership'], 0);
    assert.ok(differences.some(({ property, second }) => property === 'deviceId' && second === 'nothing'));
  });

  it('ends with an exit code that is true', () => {
    const one = (outcome: 'read' | 'failed', differences = 0): ConformanceReport['transports'][number] => ({
      transport: 'child',
      outcome,
      code: '',
      version: 'SE',
      build: '',
      durationMs: 1,
      comparison: {
        compared: {},
        changedMeanwhile: 0,
        differences: Array.from({ length: differences }, () => ({
          kind: 'k',
          index: 1,
          property: 'p',
          first: 'a',
          second: 'b',
        })),
      },
    });
    const code = (...transports: ConformanceReport['transports']): number =>
      conformanceExitCode({ kind: 'x', sampleSize: 1, transports });
    assert.deepEqual(
      [
        code(),
        code(one('read')),
        code(one('read'), one('read')),
        code(one('read'), one('read', 1)),
        code(one('read'), one('failed')),
      ],
      [1, 2, 0, 1, 1],
    );
  });
});

function settingsOf(json: Json): CommonSettings {
  const { bytes, problems } = settingsFromJson('EASConnectorManage', JSON.stringify(json));
  assert.ok(bytes, JSON.stringify(problems));
  return decodeManageSettings(bytes).settings!;
}

function compare(settings: CommonSettings): Promise<ConformanceReport> {
  const dependencies = {
    clock: Date.now,
    random: Math.random,
    sleep: async (ms: number, signal: AbortSignal) => {
      await sleep(ms, undefined, { signal });
    },
    signal: new AbortController().signal,
    log: () => undefined,
  };
  return compareTransports(settings, 5, dependencies, () => undefined);
}

async function assertOnlyReads(lab: Lab): Promise<void> {
  const entries = await labJournal(lab);
  assert.ok(entries.length > 0);
  for (const { cmdlet } of entries) assert.match(String(cmdlet), /^(Get|Connect|Disconnect)-/);
}

describe('doctor --conformance, against the lab', () => {
  it('reads over the one transport that can be used, says that there is nothing to compare, and changes nothing', async () => {
    const lab = await startLab({ devices: 20, seed: 7 });
    const settings = JSON.parse(readFileSync(lab.description.settings!.manage, 'utf8')) as { connection: Json };
    const powerShell = { executable: '/nonexistent/pwsh' };
    const report = await compare(settingsOf({ ...settings, connection: { ...settings.connection, powerShell } }));
    assert.deepEqual(
      report.transports.map(({ transport, outcome }) => [transport, outcome]),
      [
        ['adminApi', 'read'],
        ['child', 'unusable'],
        ['inProcess', 'unusable'],
      ],
    );
    assert.match(comparisonLines(report, PLAIN).join(), /^Only adminApi could read/);
    await assertOnlyReads(lab);
    await lab.close();
  });
});

describeWithPowerShell('doctor --conformance, with a real PowerShell', () => {
  it('finds the same objects over psrp and over implicit remoting, and writes none of their values', async () => {
    const lab = await startLab({ devices: 20, seed: 7, version: 'SE' });
    const settings = JSON.parse(readFileSync(lab.description.settings!.manage, 'utf8')) as { connection: Json };
    const powerShell = { executable: lab.description.powershell.executable };
    const report = await compare(settingsOf({ ...settings, connection: { ...settings.connection, powerShell } }));
    const of = (name: string) => report.transports.find(({ transport }) => transport === name);
    assert.equal(of('psrp')?.outcome, 'read');
    assert.equal(of('child')?.outcome, 'read', of('child')?.code);
    assert.deepEqual(of('child')?.comparison?.differences, []);
    assert.equal(of('child')?.comparison?.compared['partnership'], 5);
    assert.doesNotMatch(JSON.stringify(report), /contoso|Appl[0-9A-Z]{8}/i);
    await assertOnlyReads(lab);
    await lab.close();
  });
});
