import type { Action } from '../../protocol';
import type { Style } from '../terminal/style';
import { counted, enumWords, fit, safe, wrap } from '../terminal/words';
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
  const table = rows.length === 0 ? ['  No actions were ordered.'] : tableOf(rows.slice(0, MAX_ROWS), style, width);
  const more = rows.length - MAX_ROWS;
  return [
    ...(report.summary ? [`  ${headline(report)}`, ''] : []),
    ...table,
    ...(more > 0 ? [`  and ${counted(more, 'more action')}, in the results`] : []),
  ];
}

/** True if the run changed nothing and waits for nobody. */
export function isQuiet(report: SecurityReport): boolean {
  const outcomes = [...report.outcomes, ...(report.desiredAccess ? [report.desiredAccess] : [])];
  const changes = report.summary?.changes ?? 0;
  return changes === 0 && outcomes.every(({ state }) => state === NOTHING_TO_DO || state === 'ACTION_STATE_SUCCEEDED');
}

const NOTHING_TO_DO = 'ACTION_STATE_NOTHING_TO_DO';

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

/** Rows in the order of the settings, which is the order that the person who wrote them expects. */
function rowsOf(report: SecurityReport, actions: readonly Action[]): Row[] {
  const byId = new Map(actions.map((action, index) => [action.id, { what: describeAction(action), index }]));
  const position = ({ actionId }: ActionOutcomeJson): number => byId.get(actionId ?? '')?.index ?? actions.length;
  const outcomes = [...report.outcomes].sort((a, b) => position(a) - position(b));
  const rows = outcomes.map((outcome) => row(outcome, byId.get(outcome.actionId ?? '')?.what ?? ''));
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
