import type { Action } from '../../protocol';
import type { Style } from '../terminal/style';
import { counted, enumWords, fit, safe, wrap } from '../terminal/words';
import { driftLines } from './access-lines';
import { describeAction } from './describe-action';
import { exchange } from './manage-lines';
import type { SecurityReport } from './result-collector';
import type { ActionOutcomeJson } from './result-json';

const MAX_ROWS = 40;
const MAX_ID_WIDTH = 28;
const MAX_WHAT_WIDTH = 26;
const MIN_SENTENCE_WIDTH = 30;

/** A security run for a person: each action with its id, what it is, its state, and what is known, in one sentence. */
export function securityLines(
  report: SecurityReport,
  actions: readonly Action[],
  style: Style,
  width: number,
): string[] {
  const rows = rowsOf(report, actions);
  // A run that did not come to its end knows nothing of what was ordered.
  const none = report.summary ? ['  No actions were ordered.'] : [];
  const table = rows.length === 0 ? none : tableOf(rows.slice(0, MAX_ROWS), style, width);
  const more = rows.length - MAX_ROWS;
  return [
    ...(report.summary ? [`  ${headline(report)}`, ''] : []),
    ...table,
    ...(more > 0 ? [`  and ${counted(more, 'more action')}, in the results`] : []),
    ...(report.drift.length > 0 ? ['', ...driftLines(report.drift, width - 2).map((line) => `  ${line}`)] : []),
  ];
}

/**
 * A run in a few words, if it changed nothing and no action has another state than in the run before: "nothing was
 * changed, 4 pending". Undefined if there is more to tell.
 */
export function quietWords(report: SecurityReport, before: SecurityReport): string | undefined {
  if ((report.summary?.changes ?? 0) > 0 || report.drift.length > 0 || statesOf(report) !== statesOf(before))
    return undefined;
  const open = outcomesOf(report).filter(({ isFinal }) => isFinal !== true);
  const words = new Map<string, number>();
  for (const { state } of open) {
    const word = enumWords(state ?? '', 'ACTION_STATE');
    words.set(word, (words.get(word) ?? 0) + 1);
  }
  return ['nothing was changed', ...[...words].map(([word, times]) => `${times} ${word}`)].join(', ');
}

const outcomesOf = ({ outcomes, desiredAccess }: SecurityReport): readonly ActionOutcomeJson[] =>
  desiredAccess ? [...outcomes, desiredAccess] : outcomes;

function statesOf(report: SecurityReport): string {
  return JSON.stringify(
    outcomesOf(report)
      .map(({ actionId, state, planHash }) => [actionId, state, planHash])
      .sort(),
  );
}

interface Row {
  readonly id: string;
  readonly what: string;
  readonly state: string;
  readonly sentence: string;
}

function headline({ summary, deviceStatuses }: SecurityReport): string {
  const changes = summary?.changes ?? 0;
  const parts = [
    changes === 0 ? 'nothing was changed' : counted(changes, 'change'),
    ...(deviceStatuses > 0 ? [`status of ${counted(deviceStatuses, 'device')}`] : []),
    exchange(summary?.exchangeVersion),
  ];
  return parts.join(' · ');
}

/** Outcomes in the order of the settings, which is the order that the person who wrote them expects. */
export function inOrderOf(
  actions: readonly Action[],
  outcomes: readonly ActionOutcomeJson[],
): readonly ActionOutcomeJson[] {
  const index = new Map(actions.map(({ id }, position) => [id, position]));
  const position = ({ actionId }: ActionOutcomeJson): number => index.get(actionId ?? '') ?? actions.length;
  return [...outcomes].sort((a, b) => position(a) - position(b));
}

function rowsOf(report: SecurityReport, actions: readonly Action[]): Row[] {
  const what = new Map(actions.map((action) => [action.id, describeAction(action)]));
  const rows = inOrderOf(actions, report.outcomes).map((outcome) =>
    row(outcome, what.get(outcome.actionId ?? '') ?? ''),
  );
  return report.desiredAccess ? [...rows, row(report.desiredAccess, 'access settings', '—')] : rows;
}

function row(outcome: ActionOutcomeJson, what: string, id = outcome.actionId ?? ''): Row {
  const sentence = outcome.summary ?? outcome.problems?.[0]?.summary ?? '';
  return { id: safe(id), what, state: outcome.state ?? 'ACTION_STATE_UNSPECIFIED', sentence: safe(sentence) };
}

function tableOf(rows: readonly Row[], style: Style, width: number): string[] {
  const words = rows.map(({ state }) => enumWords(state, 'ACTION_STATE'));
  const idWidth = Math.min(MAX_ID_WIDTH, Math.max(...rows.map(({ id }) => id.length)));
  const whatWidth = Math.min(MAX_WHAT_WIDTH, Math.max(...rows.map(({ what }) => what.length)));
  const stateWidth = Math.max(...words.map(({ length }) => length));
  const left = 2 + idWidth + 2 + whatWidth + 2 + stateWidth + 2;
  const hasRoom = width - left >= MIN_SENTENCE_WIDTH;
  return rows.flatMap(({ id, what, state, sentence }, index) => {
    const start =
      `  ${fit(id, idWidth).padEnd(idWidth)}  ${fit(what, whatWidth).padEnd(whatWidth)}  ` +
      stateColour(state, style)((words[index] ?? '').padEnd(stateWidth));
    if (!hasRoom) return [start.trimEnd(), ...wrap(sentence, width - 6).map((line) => `      ${line}`)];
    const [first = '', ...others] = wrap(sentence, width - left);
    return [`${start}  ${first}`.trimEnd(), ...others.map((line) => ' '.repeat(left) + line)];
  });
}

function stateColour(state: string, style: Style): (text: string) => string {
  switch (state.replace('ACTION_STATE_', '')) {
    case 'SUCCEEDED':
      return style.good;
    case 'NOTHING_TO_DO':
    case 'CANCELLED':
      return style.faint;
    case 'FAILED':
    case 'REFUSED':
      return style.bad;
    default:
      return style.doubtful;
  }
}
