import type { ActionOutcome, WipeStatus } from './action';
import { ACTION_STATES, SEVERITIES, WIPE_EFFECTS, WIPE_KINDS, WIPE_PHASES } from './enum-words';
import descriptor from './generated/descriptor.json';
import { easconnector } from './generated/easconnector';
import type { Problem } from './problem';
import type { CommandCount } from './results';

import v1 = easconnector.v1;

/** An object without the fields that say nothing: undefined, the empty string, the empty list. */
export type Stated<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** Leaves out what is not stated, so that it takes no space on the wire. */
export function stated<T extends object>(fields: T): Stated<T> {
  const kept: Partial<Record<keyof T, unknown>> = {};
  for (const name of Object.keys(fields) as (keyof T)[]) {
    const value: unknown = fields[name];
    if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) continue;
    kept[name] = value;
  }
  return kept as Stated<T>;
}

const NUMBERS = new Map(
  Object.values(
    descriptor.nested.easconnector.nested.v1.nested as Record<string, { values?: Record<string, number> }>,
  ).flatMap((type) => Object.entries(type.values ?? {})),
);

/** The number of a domain word in one of the tables of enum-words; 0, not stated, for a word it does not have. */
export function enumNumber<T extends string | number>(table: ReadonlyMap<string, T>, word: T | undefined): number {
  if (word === undefined) return 0;
  for (const [name, known] of table) {
    if (known === word) return NUMBERS.get(name) ?? 0;
  }
  return 0;
}

/** A duration in milliseconds as google.protobuf.Duration. */
export function duration(milliseconds: number): { seconds: number; nanos: number } {
  const seconds = Math.trunc(milliseconds / 1000);
  return { seconds, nanos: Math.round((milliseconds - seconds * 1000) * 1e6) };
}

/** The message of a problem. */
export function problemFields(found: Problem): v1.Problem.$Properties {
  return stated({ ...found, severity: enumNumber(SEVERITIES, found.severity) });
}

/** The message of a cmdlet's calls. */
export function commandCountFields({
  cmdlet,
  calls,
  failures,
  throttled,
  ...times
}: CommandCount): v1.CommandCount.$Properties {
  return {
    cmdlet,
    calls,
    failures,
    throttled,
    waited: duration(times.waitedMs),
    p50: duration(times.p50Ms),
    p95: duration(times.p95Ms),
    max: duration(times.maxMs),
  };
}

/** The message of a wipe's status. */
export function wipeStatusFields(status: WipeStatus): v1.WipeStatus.$Properties {
  return stated({
    ...status,
    phase: enumNumber(WIPE_PHASES, status.phase),
    kind: enumNumber(WIPE_KINDS, status.kind),
    effect: enumNumber(WIPE_EFFECTS, status.effect),
  });
}

/** The message of an action's outcome. */
export function outcomeFields(outcome: ActionOutcome): v1.ActionOutcome.$Properties {
  return stated({
    ...outcome,
    state: enumNumber(ACTION_STATES, outcome.state),
    problems: outcome.problems.map(problemFields),
    steps: [...outcome.steps],
    wipe: outcome.wipe && wipeStatusFields(outcome.wipe),
    attempts: outcome.attempts.map(({ at, problem }) => stated({ at, problem: problem && problemFields(problem) })),
    mailboxes: outcome.mailboxes.map((mailbox) =>
      stated({
        ...mailbox,
        state: enumNumber(ACTION_STATES, mailbox.state),
        problems: mailbox.problems.map(problemFields),
      }),
    ),
  });
}
