import { strict as assert } from 'node:assert';
import { timestampFromMs, type Action, type Problem } from '../../protocol';
import { jsonToMessage } from '../../protocol';
import { planLines } from '../../cli/report/plan-lines';
import { collectResults, type RunReport, type SecurityReport } from '../../cli/report/result-collector';
import { quietLine, runLines, type EndedRun } from '../../cli/report/run-lines';
import { PLAIN, styleFor } from '../../cli/terminal/style';
import { renderTallies } from '../../cli/terminal/tally';
import { barText, LineDisplay } from '../../cli/terminal/display';
import { count, counted, duration, fit, safe, wrap } from '../../cli/terminal/words';

const LAYOUT = { style: PLAIN, width: 100 };

const MANAGE_RESULTS = [
  { sequence: 1, start: { isFull: true, exchangeVersion: 'EXCHANGE_VERSION_ONLINE', transport: 'adminApi' } },
  { sequence: 2, partnerships: [{ guid: 'g' }] },
  {
    sequence: 3,
    findings: [{ code: 'eas.version.cutOff', severity: 'SEVERITY_WARNING', summary: 'Cut off.', count: 12 }],
  },
  {
    sequence: 4,
    summary: {
      outcome: 'RUN_OUTCOME_SUCCEEDED',
      isComplete: true,
      partnerships: 1234,
      mailboxes: 1,
      byAccessState: [
        { name: 'Blocked', count: 34 },
        { name: 'Allowed', count: 1200 },
      ],
      byEasVersion: [{ name: 'EAS 16.1', count: 1234 }],
    },
  },
];

const action = (id: string, what: Action['what']): Action => ({
  id,
  orderedAt: undefined,
  expiresAt: undefined,
  orderedBy: '',
  what,
});

const partnership = { guid: 'g', firstSyncTime: timestampFromMs(0) };
const ACTIONS = [
  action('z-first', {
    kind: 'wipe',
    partnership,
    wipeKind: 'accountOnly',
    notificationEmailAddresses: [],
    standingOrderEnd: 'keep',
    blockAfterwards: false,
  }),
  action('a-second', { kind: 'blockDevice', device: { mailbox: 'a@contoso.com', deviceId: 'D1' } }),
];

const securityResult = (state: string, changes: number, isFinal = true): object[] => [
  { sequence: 1, outcomes: [{ actionId: 'a-second', state: 'ACTION_STATE_PENDING', summary: 'Not yet.' }] },
  { sequence: 2, outcomes: [{ actionId: 'z-first', state, summary: 'As it is.', isFinal }] },
  {
    sequence: 3,
    outcomes: [{ actionId: 'a-second', state: 'ACTION_STATE_SUCCEEDED', summary: 'Blocked.', isFinal: true }],
  },
  { sequence: 4, summary: { outcome: 'RUN_OUTCOME_SUCCEEDED', changes, exchangeVersion: 'EXCHANGE_VERSION_SE' } },
];

function reportOf(task: 'EASConnectorManage' | 'EASConnectorSecurity', results: readonly object[]): RunReport {
  const collector = collectResults(task);
  const message = task === 'EASConnectorManage' ? 'ManageResult' : 'SecurityResult';
  for (const result of results) collector.add(jsonToMessage(message, result));
  return collector.report();
}

function ended(report: RunReport, problems: readonly Problem[] = []): EndedRun {
  return { task: report.task, outcome: 'succeeded', durationMs: 4230, problems, report, actions: ACTIONS };
}

describe('The summary of an inventory', () => {
  it('has counts in columns, the largest first, and what is cut off', () => {
    const lines = runLines(ended(reportOf('EASConnectorManage', MANAGE_RESULTS)), LAYOUT);
    assert.deepEqual(lines, [
      'EASConnectorManage  succeeded in 4.2 s',
      '',
      '  1,234 partnerships · 1 mailbox · Exchange Online · full inventory · statistics of 0 read',
      '',
      '  Access state      EAS version',
      '  Allowed  1,200    EAS 16.1  1,234',
      '  Blocked     34',
      '',
      '  12  Cut off.',
    ]);
  });

  it('of a run that did not come to its end has its problems and no numbers', () => {
    const problems: Problem[] = [
      { severity: 'warning', code: 'throttled', path: '', summary: 'It was slow.', detail: '' },
      {
        severity: 'error',
        code: 'connect.refused',
        path: 'outlook',
        summary: 'No answer.',
        detail: 'Look at the network.',
      },
    ];
    const report = reportOf('EASConnectorManage', MANAGE_RESULTS.slice(0, 2));
    const lines = runLines({ ...ended(report, problems), outcome: 'failed' }, LAYOUT);
    assert.deepEqual(lines, [
      'EASConnectorManage  failed after 4.2 s',
      '',
      '  error  outlook  connect.refused',
      '      No answer.',
      '      Look at the network.',
      '  warning  throttled',
      '      It was slow.',
    ]);
  });
});

describe('The summary of a security run', () => {
  it('has the last outcome of each action, in the order of the settings', () => {
    const report = reportOf('EASConnectorSecurity', securityResult('ACTION_STATE_NOTHING_TO_DO', 1));
    assert.deepEqual(runLines(ended(report), LAYOUT), [
      'EASConnectorSecurity  succeeded in 4.2 s',
      '',
      '  1 change · Exchange SE',
      '',
      '  z-first   account-only wipe  nothing to do  As it is.',
      '  a-second  block device       succeeded      Blocked.',
    ]);
  });

  it('puts sentences below where there is no room beside', () => {
    const report = reportOf('EASConnectorSecurity', securityResult('ACTION_STATE_NOT_IN_THIS_ORGANIZATION', 0));
    const lines = runLines(ended(report), { style: PLAIN, width: 60 });
    assert.deepEqual(lines.slice(4, 6), ['  z-first   account-only wipe  not in this organization', '      As it is.']);
  });

  it('is one line when nothing has changed since the run before', () => {
    const pending = ended(reportOf('EASConnectorSecurity', securityResult('ACTION_STATE_PENDING', 0, false)));
    const done = ended(reportOf('EASConnectorSecurity', securityResult('ACTION_STATE_SUCCEEDED', 0)));
    assert.equal(quietLine(pending, undefined, LAYOUT), undefined);
    assert.equal(quietLine(done, pending, LAYOUT), undefined);
    assert.equal(
      quietLine(pending, pending, LAYOUT),
      'EASConnectorSecurity  succeeded in 4.2 s: nothing was changed, 1 pending',
    );
    const problem: Problem = { severity: 'warning', code: 'throttled', path: '', summary: 'Slow.', detail: '' };
    assert.equal(quietLine({ ...pending, problems: [problem] }, pending, LAYOUT), undefined);
  });
});

describe('The plan', () => {
  it('has the steps of each action, and says when there are none', () => {
    const results = [
      {
        sequence: 1,
        outcomes: [
          { actionId: 'a-second', state: 'ACTION_STATE_WOULD_BE_DONE', steps: ['block D1', 'tell nobody'] },
          { actionId: 'z-first', state: 'ACTION_STATE_SUCCEEDED', steps: ['wiped long ago'], summary: 'It is done.' },
        ],
      },
      { sequence: 2, summary: { outcome: 'RUN_OUTCOME_SUCCEEDED' } },
    ];
    const report = reportOf('EASConnectorSecurity', results) as SecurityReport;
    const lines = planLines(report, { outcome: 'succeeded', problems: [] }, ACTIONS, LAYOUT);
    assert.deepEqual(lines, [
      'The next run would take 2 steps:',
      '',
      '  CUTS OFF: 1',
      '    a-second  block device  would be done',
      '      1. block D1',
      '      2. tell nobody',
      '',
      '  OVER: needs no step: 1',
      '    z-first  account-only wipe  succeeded',
      '      It is done.',
    ]);
    const empty = reportOf('EASConnectorSecurity', results.slice(1)) as SecurityReport;
    assert.deepEqual(planLines(empty, { outcome: 'succeeded', problems: [] }, [], LAYOUT), ['Nothing to do.']);
  });
});

describe('What a plan shows first', () => {
  it('tells what upkeep would remove from the end of a wipe whose order has vanished', () => {
    const state = 'ACTION_STATE_WOULD_BE_DONE';
    const outcomes = [
      { actionId: 'vanished', state, steps: ['remove the partnership P1 of a'], wipe: { phase: 'WIPE_PHASE_SENT' } },
      { actionId: 'hygiene.stale.x', state, steps: ['remove the partnership P2 of b'] },
    ];
    const report = reportOf('EASConnectorSecurity', [{ sequence: 1, outcomes }]) as SecurityReport;
    assert.deepEqual(planLines(report, { outcome: 'succeeded', problems: [] }, [], LAYOUT), [
      'The next run would take 2 steps:',
      '',
      '  REMOVES: 1',
      '    hygiene.stale.x  would be done',
      '      1. remove the partnership P2 of b',
      '',
      '  ENDS WHAT A WIPE LEFT STANDING: 1',
      '    vanished  would be done',
      '      1. remove the partnership P1 of a',
    ]);
  });

  it('is what erases phones, loudly and with its warnings; what is held back comes after what is done', () => {
    const outcomes = [
      {
        actionId: 'held',
        state: 'ACTION_STATE_AWAITING_APPROVAL',
        summary: 'Too many.',
        planHash: 'h',
        steps: ['wipe the whole device P2 of b'],
      },
      { actionId: 'allowed', state: 'ACTION_STATE_WOULD_BE_DONE', steps: ['allow D1 for a'] },
      {
        actionId: 'erases',
        state: 'ACTION_STATE_WOULD_BE_DONE',
        steps: ['wipe the whole device P1 of a'],
        wipe: { effect: 'WIPE_EFFECT_WHOLE_DEVICE' },
        problems: [{ severity: 'SEVERITY_WARNING', summary: 'The device is blocked, so the wipe may not reach it.' }],
      },
    ];
    const report = reportOf('EASConnectorSecurity', [{ sequence: 1, outcomes }]) as SecurityReport;
    const wipe = ACTIONS[0]!.what;
    const orders = [
      action('held', wipe),
      action('allowed', { kind: 'allowDevice', device: { mailbox: 'a', deviceId: 'D1' } }),
      action('erases', { ...(wipe as Extract<Action['what'], { kind: 'wipe' }>), wipeKind: 'wholeDevice' }),
    ];
    assert.deepEqual(planLines(report, { outcome: 'succeeded', problems: [] }, orders, LAYOUT), [
      'The next run would take 2 steps; 1 step waits for approval:',
      '',
      '  ERASES THE WHOLE PHONE: 1',
      '    erases  wipe  would be done',
      '      1. wipe the whole device P1 of a',
      '      ! The device is blocked, so the wipe may not reach it.',
      '',
      '  LETS IN: 1',
      '    allowed  allow device  would be done',
      '      1. allow D1 for a',
      '',
      '  HELD BACK: waits for an approval: 1',
      '    held  account-only wipe  awaiting approval',
      '      1. wipe the whole device P2 of b',
      '      Too many.',
      '      Waits for approval of actionId held, planHash h.',
    ]);
  });
});

describe('The plan of the access settings', () => {
  const results = [
    {
      sequence: 1,
      drift: [
        { object: 'organization settings', property: 'DefaultAccessLevel', before: 'Quarantine', after: 'Allow' },
        { object: 'device access rule DeviceType "Nokia"', after: 'Block' },
      ],
    },
    {
      sequence: 2,
      desiredAccess: {
        actionId: 'desired-access',
        state: 'ACTION_STATE_AWAITING_APPROVAL',
        summary: 'It waits.',
        planHash: 'abc',
        steps: ["change the organization's default access level from Allow to Quarantine"],
      },
      accessImpact: {
        partnerships: 12345,
        losing: 412,
        mailboxesLosing: 388,
        gaining: 1,
        mailboxesGaining: 1,
        undecided: 7,
        examplesLosing: ['g1', 'g2', 'g3', 'g4'],
      },
    },
    { sequence: 3, summary: { outcome: 'RUN_OUTCOME_SUCCEEDED' } },
  ];

  it('says who would be cut off, what would be done, how to approve it, and what others have changed', () => {
    const report = reportOf('EASConnectorSecurity', results) as SecurityReport;
    assert.deepEqual(planLines(report, { outcome: 'succeeded', problems: [] }, [], LAYOUT), [
      'The next run would do nothing; 1 step waits for approval:',
      '',
      '  HELD BACK: waits for an approval: 1',
      '    access settings  awaiting approval',
      '      It would cut off 412 devices of 388 users. It would let in 1 device of 1 user. 12,345',
      '      partnerships counted, 7 undecided.',
      '      For example, cut off: g1, g2, g3',
      "      1. change the organization's default access level from Allow to Quarantine",
      '      It waits.',
      '      Waits for approval of actionId desired-access, planHash abc.',
      '',
      '  Changed by others since the last run:',
      '    organization settings, DefaultAccessLevel: was Quarantine, is Allow',
      '    device access rule DeviceType "Nokia": was nothing, is Block',
    ]);
  });

  it('makes a run worth telling in which others have changed something', () => {
    const report = reportOf('EASConnectorSecurity', results);
    assert.match(runLines(ended(report), LAYOUT).join('\n'), /Changed by others since the last run/);
    assert.equal(quietLine(ended(report), ended(report), LAYOUT), undefined);
  });
});

describe('Text for terminals', () => {
  it('is coloured for a terminal only, and not if NO_COLOR is set', () => {
    assert.notEqual(styleFor({ isTTY: true }, {}).bad('x'), 'x');
    assert.equal(styleFor({ isTTY: true }, { NO_COLOR: '1' }).bad('x'), 'x');
    assert.notEqual(styleFor({ isTTY: true }, { NO_COLOR: '' }).bad('x'), 'x');
    assert.equal(styleFor({}, {}).bad('x'), 'x');
  });

  it('cannot be commanded by what others write', () => {
    assert.equal(safe('\u001b[2Jgone\nnext\u009b31m'), '[2Jgone next 31m');
    const problem: Problem = {
      severity: 'error',
      code: 'internal.error',
      path: '\u001b]0;x\u0007',
      summary: 'a\u001b[1mb',
      detail: '',
    };
    const report = reportOf('EASConnectorManage', []);
    assert.ok(
      !runLines(ended(report, [problem]), LAYOUT)
        .join('')
        .includes('\u001b'),
    );
  });

  it('says numbers and times as people do', () => {
    assert.deepEqual([0, 999, 1000, 1234567].map(count), ['0', '999', '1,000', '1,234,567']);
    assert.equal(counted(1, 'mailbox', 'mailboxes'), '1 mailbox');
    assert.deepEqual([350, 4230, 185_000, 7_800_000, 86_400_000, 200_000_000].map(duration), [
      '350 ms',
      '4.2 s',
      '3 min 5 s',
      '2 h 10 min',
      '24 h',
      '2 d 7 h',
    ]);
    assert.equal(fit('abcdef', 4), 'abc…');
    assert.deepEqual(wrap('one two  three', 7), ['one two', 'three']);
  });

  it('adds up what a table has no room for, and puts tables below each other that do not fit beside', () => {
    const entries = Array.from({ length: 5 }, (_, index) => ({ name: `n${index}`, count: 10 - index }));
    assert.deepEqual(renderTallies([{ heading: 'H', entries }], PLAIN, 80, 3), [
      'H',
      'n0        10',
      'n1         9',
      '3 others  21',
    ]);
    const two = [
      { heading: 'A', entries: [{ name: 'one', count: 1 }] },
      { heading: 'B', entries: [{ name: 'two', count: 2 }] },
    ];
    assert.deepEqual(renderTallies(two, PLAIN, 80), ['A         B', 'one  1    two  2']);
    assert.deepEqual(renderTallies(two, PLAIN, 10), ['A', 'one  1', '', 'B', 'two  2']);
  });

  it('shows progress as a bar, or now and then as a line', () => {
    const bar = barText({ label: 'EASConnectorManage', progress: { phase: 'statistics', done: 500, total: 1000 } });
    assert.match(bar, /^EASConnectorManage {6}statistics +█{8}░{8} {2}500 of 1,000$/);
    const written: string[] = [];
    let now = 0;
    const stream = { write: (text: string) => written.push(text) };
    const display = new LineDisplay(stream, stream, () => now);
    for (let done = 0; done <= 30; done += 1) {
      now += 1000;
      display.progress('x', { phase: 'reading', done, total: 30 });
    }
    display.progress('x', { phase: 'writing', done: 0, total: 0 });
    assert.deepEqual(written, [
      'x: reading, 0 of 30\n',
      'x: reading, 10 of 30\n',
      'x: reading, 20 of 30\n',
      'x: reading, 30 of 30\n',
      'x: writing\n',
    ]);
  });
});
