import type { ApiDrift, ApiExample, ApiFinding, ApiImpact, ApiOutcome, ApiProblem, ApiWipe } from './api-types';
import { exampleView, type RowSource } from './example-view';
import { enumValue, messageOf, messagesOf, numberOf, textOf, textsOf, type Json } from './message-json';

/** The outcome of an action, from the JSON of ActionOutcome. */
export function outcomeView(outcome: Json): ApiOutcome {
  const wipe = messageOf(outcome, 'wipe');
  return {
    actionId: textOf(outcome, 'actionId'),
    state: enumValue('ACTION_STATE', textOf(outcome, 'state')),
    summary: textOf(outcome, 'summary'),
    isFinal: outcome['isFinal'] === true,
    problems: messagesOf(outcome, 'problems').map(problemView),
    steps: textsOf(outcome, 'steps'),
    planHash: textOf(outcome, 'planHash'),
    at: textOf(outcome, 'at'),
    nextAttemptAt: textOf(outcome, 'nextAttemptAt'),
    ...(Object.keys(wipe).length > 0 ? { wipe: wipeView(wipe) } : {}),
    mailboxes: messagesOf(outcome, 'mailboxes').map((mailbox) => ({
      mailbox: textOf(mailbox, 'mailbox') || textOf(mailbox, 'mailboxGuid'),
      state: enumValue('ACTION_STATE', textOf(mailbox, 'state')),
    })),
  };
}

function wipeView(wipe: Json): ApiWipe {
  return {
    phase: enumValue('WIPE_PHASE', textOf(wipe, 'phase')),
    effect: enumValue('WIPE_EFFECT', textOf(wipe, 'effect')),
    known: textOf(wipe, 'known'),
    requestedAt: textOf(wipe, 'requestedAt'),
    sentAt: textOf(wipe, 'sentAt'),
    acknowledgedAt: textOf(wipe, 'acknowledgedAt'),
    endedAt: textOf(wipe, 'endedAt'),
  };
}

/** A problem, from the JSON of Problem. */
function problemView(problem: Json): ApiProblem {
  const severity = enumValue('SEVERITY', textOf(problem, 'severity')).toLowerCase();
  return {
    severity: severity === 'error' || severity === 'warning' ? severity : 'info',
    code: textOf(problem, 'code'),
    path: textOf(problem, 'path'),
    summary: textOf(problem, 'summary'),
    detail: textOf(problem, 'detail'),
  };
}

/** A finding, from the JSON of Finding. */
export function findingView(finding: Json, rows: RowSource): ApiFinding {
  return {
    code: textOf(finding, 'code'),
    severity: enumValue('SEVERITY', textOf(finding, 'severity')).toLowerCase(),
    summary: textOf(finding, 'summary'),
    count: numberOf(finding, 'count'),
    examples: textsOf(finding, 'examples').map((text) => exampleView(text, rows)),
    drift: messagesOf(finding, 'drift').map(driftView),
  };
}

/** A drift, from the JSON of PropertyDrift. */
export function driftView(drift: Json): ApiDrift {
  const [object, property] = [textOf(drift, 'object'), textOf(drift, 'property')];
  return { object, property, before: textOf(drift, 'before'), after: textOf(drift, 'after') };
}

/** What a change does, from the JSON of AccessImpact; undefined for an empty one. */
export function impactView(impact: Json, rows: RowSource): ApiImpact | undefined {
  if (Object.keys(impact).length === 0) return undefined;
  const examples = (name: string): ApiExample[] => textsOf(impact, name).map((text) => exampleView(text, rows));
  return {
    partnerships: numberOf(impact, 'partnerships'),
    losing: numberOf(impact, 'losing'),
    mailboxesLosing: numberOf(impact, 'mailboxesLosing'),
    gaining: numberOf(impact, 'gaining'),
    mailboxesGaining: numberOf(impact, 'mailboxesGaining'),
    undecided: numberOf(impact, 'undecided'),
    atRisk: numberOf(impact, 'atRisk'),
    preApproved: numberOf(impact, 'preApproved'),
    examplesLosing: examples('examplesLosing'),
    examplesGaining: examples('examplesGaining'),
  };
}
