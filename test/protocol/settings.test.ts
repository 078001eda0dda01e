import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import fc from 'fast-check';
import {
  decodeManageSettings,
  decodeSecuritySettings,
  reportOnly,
  secretsIn,
  settingsFromJson,
  settingsToJson,
  type Problem,
  type TaskName,
} from '../../protocol';

type Json = Record<string, unknown>;

const CLIENT = '1b4e28ba-2fa1-41d2-883f-0016d3cca427';
const ONLINE = { tenant: 'contoso.onmicrosoft.com', clientId: CLIENT, clientSecret: 'correct-horse-battery' };
const GOOD: Json = {
  contractVersion: '1.0',
  host: { enabled: true },
  connection: { id: 'contoso', exchangeOnline: ONLINE },
};
const REF = { guid: CLIENT, firstSyncTime: '2026-01-02T03:04:05Z' };

function problemsOf(json: unknown, task: TaskName = 'EASConnectorSecurity'): readonly Problem[] {
  const { bytes, problems } = settingsFromJson(task, JSON.stringify(json));
  if (!bytes) return problems;
  const decoded = task === 'EASConnectorManage' ? decodeManageSettings(bytes) : decodeSecuritySettings(bytes);
  return [...problems, ...decoded.problems];
}

const paths = (problems: readonly Problem[]): string[] => problems.map(({ path }) => path).sort();

describe('Settings', () => {
  it('that are good have no problems, and defaults where they say nothing', () => {
    const { bytes, problems } = settingsFromJson('EASConnectorManage', JSON.stringify(GOOD));
    assert.deepEqual(problems, []);
    const { settings } = decodeManageSettings(bytes!);
    assert.ok(settings);
    assert.equal(settings.host.manageIntervalMs, 86_400_000);
    assert.equal(settings.host.securityIntervalMs, 300_000);
    assert.equal(settings.limits.maxConcurrentCommands, 8);
    assert.equal(settings.connection.target.kind, 'exchangeOnline');
    assert.equal(settings.connection.transport, 'auto');
  });

  it('that are wrong in many ways give every problem at once, each at its path', () => {
    const problems = problemsOf({
      contractVersion: '1.0',
      host: { enabled: 'yes', manageInterval: '1s' },
      connection: { id: 'a b', exchangeOnline: { tenant: 'x', clientSecret: 'secret-one', managedIdentity: {} } },
      limits: { maxConcurrentCommands: 99 },
      actions: [{ id: 'w', wipe: { partnership: { guid: 'nonsense' } } }, { id: 'nothing' }],
    });
    assert.deepEqual(paths(problems), [
      'actions[0].wipe.kind',
      'actions[0].wipe.partnership.firstSyncTime',
      'actions[0].wipe.partnership.guid',
      'actions[1]',
      'connection.exchangeOnline',
      'connection.id',
      'host.enabled',
      'host.manageInterval',
      'limits.maxConcurrentCommands',
    ]);
    assert.ok(problems.every(({ code, summary }) => code === 'settings.invalid' && summary !== ''));
  });

  it('that contradict each other say so also beside what is formally wrong, and once for each place', () => {
    const connection = { id: 'contoso', exchangeOnline: { tenant: 'contoso.test', clientSecret: 'secret-one' } };
    const json = {
      ...GOOD,
      connection,
      limits: { maxConcurrentCommands: 900 },
      scope: { include: { organizationalUnits: ['contoso.com/Sales'] }, exclude: { groups: ['Sales', ''] } },
    };
    for (const task of ['EASConnectorManage', 'EASConnectorSecurity'] as const) {
      assert.deepEqual(paths(problemsOf(json, task)), [
        'connection.exchangeOnline.clientId',
        'limits.maxConcurrentCommands',
        'scope.exclude.groups[1]',
        'scope.include.organizationalUnits',
      ]);
    }
    const nowhere = { ...json, connection: { id: 'contoso' }, limits: {} };
    assert.deepEqual(paths(problemsOf(nowhere)), ['connection', 'scope.exclude.groups[1]']);
  });

  it('without anything say what is needed', () => {
    assert.deepEqual(paths(problemsOf({})), ['connection', 'contractVersion', 'host']);
  });

  it('of another major version are refused by name, and nothing else is looked at', () => {
    const problems = problemsOf({ contractVersion: '2.0', host: 'nonsense' });
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['settings.unknownVersion'],
    );
    assert.match(problems[0]!.summary, /2\.0/);
  });

  it('of a newer minor version are taken', () => {
    assert.deepEqual(problemsOf({ ...GOOD, contractVersion: '1.7' }), []);
  });

  it('with a field that is not known warn about it and go on', () => {
    const problems = problemsOf({ ...GOOD, host: { enabled: true, enabeld: false } });
    assert.deepEqual(
      problems.map(({ severity, path }) => [severity, path]),
      [['warning', 'host.enabeld']],
    );
  });

  it('may be written in either spelling of proto3 JSON', () => {
    const json = {
      contract_version: '1.0',
      host: { enabled: true, computer_name: null },
      connection: GOOD['connection'],
    };
    assert.deepEqual(problemsOf(json), []);
  });

  it('keep an explicit "disabled" apart from nothing said', () => {
    assert.deepEqual(problemsOf({ ...GOOD, host: { enabled: false } }), []);
    assert.deepEqual(paths(problemsOf({ ...GOOD, host: {} })), ['host.enabled']);
  });

  it('with an action under an id of another one, or of the connector itself, are refused', () => {
    const order = (id: string): Json => ({ id, cancelWipe: { partnership: REF } });
    const ids = ['a', 'a', 'desired-access', 'hygiene.stale.x.1', 'desired-access-2', 'my.hygiene.x'];
    assert.deepEqual(paths(problemsOf({ ...GOOD, actions: ids.map(order) })), [
      'actions[1].id',
      'actions[2].id',
      'actions[3].id',
    ]);
  });

  it('with a notice that is longer than Exchange keeps are refused', () => {
    const withNotice = (length: number): unknown => {
      const text = 'x'.repeat(length);
      return { ...GOOD, desiredAccess: { organization: { userMailInsert: text, otaNotificationMailInsert: text } } };
    };
    assert.deepEqual(problemsOf(withNotice(256)), []);
    assert.deepEqual(paths(problemsOf(withNotice(257))), [
      'desiredAccess.organization.otaNotificationMailInsert',
      'desiredAccess.organization.userMailInsert',
    ]);
  });

  it('that filter Exchange Online by organizational unit are refused with advice', () => {
    const [found] = problemsOf({ ...GOOD, scope: { include: { organizationalUnits: ['contoso.com/Sales'] } } });
    assert.equal(found?.path, 'scope.include.organizationalUnits');
    assert.match(found.detail, /group/);
  });

  it('with an organizational unit that is not named in full are refused, because none would ever match', () => {
    const connection = { id: 'c', managementTools: {} };
    const units = ['contoso.com/Sales', 'Sales', 'OU=Sales,DC=contoso,DC=com', 'contoso.com'];
    const scope = { exclude: { organizationalUnits: units } };
    const problems = problemsOf({ ...GOOD, connection, scope });
    assert.deepEqual(paths(problems), ['scope.exclude.organizationalUnits[1]']);
    assert.match(problems[0]?.detail ?? '', /contoso\.com\/Sales/);
  });

  it('that ask for a transport which cannot serve the connection are refused', () => {
    const connection = { ...(GOOD['connection'] as Json), transport: 'TRANSPORT_PSRP' };
    assert.deepEqual(paths(problemsOf({ ...GOOD, connection })), ['connection.transport']);
  });

  it('that would send a password in the clear are refused', () => {
    const remotePowerShell = {
      urls: ['http://mail.contoso.com/PowerShell/'],
      authentication: 'AUTHENTICATION_BASIC',
      username: 'contoso\\svc',
      password: 'correct-horse',
    };
    const problems = problemsOf({ ...GOOD, connection: { id: 'a', remotePowerShell } });
    assert.deepEqual(paths(problems), ['connection.remotePowerShell.urls']);
  });

  it('with two actions of one id are refused', () => {
    const actions = [
      { id: 'a', cancelWipe: { partnership: REF } },
      { id: 'a', cancelWipe: { partnership: REF } },
    ];
    assert.deepEqual(paths(problemsOf({ ...GOOD, actions })), ['actions[1].id']);
  });

  it('with rules that contradict each other are refused', () => {
    const rule = {
      characteristic: 'CHARACTERISTIC_DEVICE_TYPE',
      queryString: 'iPhone',
      accessLevel: 'ACCESS_LEVEL_ALLOW',
    };
    const rules = { rules: [rule, { ...rule, queryString: 'iphone', accessLevel: 'ACCESS_LEVEL_BLOCK' }] };
    assert.deepEqual(paths(problemsOf({ ...GOOD, desiredAccess: { rules } })), ['desiredAccess.rules.rules[1]']);
  });

  it('that order the removal of stale partnerships say after how long one is stale', () => {
    const hygiene = { removeStalePartnerships: true };
    assert.deepEqual(paths(problemsOf({ ...GOOD, hygiene })), ['hygiene.staleAfter']);
    assert.deepEqual(problemsOf({ ...GOOD, hygiene: { ...hygiene, staleAfter: '7776000s' } }), []);
  });

  it('never show a secret: not in a problem, not as text, not as JSON, not in a debugger', () => {
    const secret = 'hunter2-hunter2';
    const wrong = {
      ...GOOD,
      connection: { id: '!', exchangeOnline: { ...ONLINE, clientSecret: secret, tenant: '?' } },
    };
    assert.ok(!JSON.stringify(problemsOf(wrong)).includes(secret));
    const { bytes } = settingsFromJson('EASConnectorManage', JSON.stringify(GOOD));
    const { settings } = decodeManageSettings(bytes!);
    const shown = [
      JSON.stringify(settings),
      inspect(settings, { depth: 20, showHidden: true }),
      String(secretsIn(settings)),
    ];
    for (const text of shown) assert.ok(!text.includes('correct-horse-battery'));
    assert.deepEqual(
      secretsIn(settings).map((one) => one.reveal()),
      ['correct-horse-battery'],
    );
  });

  it('come back from bytes as the JSON that they were', () => {
    const { bytes } = settingsFromJson('EASConnectorManage', JSON.stringify(GOOD));
    assert.deepEqual(JSON.parse(settingsToJson('EASConnectorManage', bytes!)), GOOD);
  });

  it('can be turned into a rehearsal without losing anything', () => {
    const json = { ...GOOD, safety: { maxDestructivePerRun: 3 } };
    const { bytes } = settingsFromJson('EASConnectorSecurity', JSON.stringify(json));
    const { settings } = decodeSecuritySettings(reportOnly(bytes!));
    assert.equal(settings?.safety.reportOnly, true);
    assert.equal(settings.safety.maxDestructivePerRun, 3);
  });

  it('that are no JSON say where, and quote none of it, for it may be a secret', () => {
    const where = (text: string): string => settingsFromJson('EASConnectorManage', text).problems[0]?.detail ?? '';
    assert.equal(
      where('{ "host": {},\n  "clientSecret": hunter2~SECRET }'),
      'There is something that JSON does not have at line 2, column 19.',
    );
    assert.equal(where('{ "a": 1 }\n hunter2'), 'Unexpected non-whitespace character after JSON at line 2, column 2.');
    assert.equal(where('{ "a" "hunter2" }'), "Expected ':' after property name at line 1, column 7.");
    const wrong = [
      ...[
        'hunter2',
        '"hunter2',
        '{"hunter2"',
        '{"hunter2":hunter2}',
        "{'hunter2':'hunter2'}",
        '[hunter2',
        'hunter2: 1',
      ],
      ...['{"a":"hunter2\n"}', '{"a":"\\hunter2"}', '{"a":1}hunter2', '{"a":"b" "hunter2"}', '\u0000hunter2'],
    ];
    for (const text of [...wrong, ...wrong.map((short) => `{"long": {"enough": ${short}, "to be": "cut off"}}`)]) {
      for (const part of ['hunter2', 'hunt', 'ter2']) assert.ok(!where(text).includes(part), `${text}: ${where(text)}`);
      assert.notEqual(where(text), '');
    }
  });

  it('that are no JSON, or no message, are malformed', () => {
    assert.equal(settingsFromJson('EASConnectorManage', '{').problems[0]?.code, 'settings.malformed');
    assert.equal(decodeManageSettings(Uint8Array.of(0xff, 0xff)).problems[0]?.code, 'settings.malformed');
    assert.equal(decodeManageSettings(new Uint8Array(33 * 1024 * 1024)).problems[0]?.code, 'settings.malformed');
  });

  it('never make the decoder throw, whatever bytes or JSON they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const { settings, problems } = decodeSecuritySettings(bytes);
        assert.ok(settings !== undefined || problems.length > 0);
      }),
    );
    fc.assert(
      fc.property(fc.json(), (text) => {
        const { bytes, problems } = settingsFromJson('EASConnectorSecurity', text);
        assert.ok(bytes !== undefined || problems.length > 0);
      }),
    );
  });

  it('changed in any one place are good, or refused with a problem, and never throw', () => {
    const json = { ...GOOD, actions: [{ id: 'w', wipe: { partnership: REF, kind: 'WIPE_KIND_ACCOUNT_ONLY' } }] };
    const { bytes } = settingsFromJson('EASConnectorSecurity', JSON.stringify(json));
    fc.assert(
      fc.property(fc.nat({ max: bytes!.length - 1 }), fc.nat({ max: 255 }), (place, value) => {
        const changed = Uint8Array.from(bytes!);
        changed[place] = value;
        const { settings, problems } = decodeSecuritySettings(changed);
        assert.ok(settings !== undefined || problems.length > 0);
        // Whatever byte changes, an order never becomes a larger one unless it says so in full.
        const wipe = settings?.actions[0]?.what;
        if (wipe?.kind === 'wipe' && wipe.wipeKind === 'wholeDevice') assert.equal(value, 1);
      }),
      { numRuns: 1000 },
    );
  });
});
