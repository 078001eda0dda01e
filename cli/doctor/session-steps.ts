import { Exchange } from '../../plugin/exchange/exchange';
import { getOrganizationConfig } from '../../plugin/exchange/cmdlets';
import { text } from '../../plugin/exchange/properties';
import { openSession } from '../../plugin/transports/open-session';
import type { SessionDependencies } from '../../plugin/transports/session-dependencies';
import type { CommonSettings, TaskName } from '../../protocol';
import { counted, duration } from '../terminal/words';
import { findRights, type FoundRights, type MissingRight } from './available-commands';
import type { Examination, Finding } from './examination';
import { DUTIES, byCmdlet, dutiesOf, neededCommands } from './needed-commands';
import { mayChangeEverything, type TokenClaims } from './sign-in-step';

/** The opening scripts of the Management Tools take their time. */
const OPENING_LIMIT_MS = 240_000;
const RIGHTS_LIMIT_MS = 180_000;
const SLOW_COMMAND_MS = 5_000;

/** What the session's steps need. */
export interface SessionExamination {
  readonly settings: CommonSettings;
  readonly tasks: readonly TaskName[];
  /** Steps without which a session cannot be opened. */
  readonly needs: readonly string[];
  readonly needsOneOf: readonly string[];
  readonly claims: TokenClaims | undefined;
  readonly dependencies: SessionDependencies;
}

/** Opens a session as the tasks do, and looks at the version, the rights and the pace. Nothing is changed. */
export async function examineSession(examination: Examination, around: SessionExamination): Promise<void> {
  const { settings, dependencies, needs, needsOneOf } = around;
  const pace = new Pace();
  const step = { id: 'session.open', title: 'Session', needs, needsOneOf, limitMs: OPENING_LIMIT_MS };
  const exchange = await examination.step<Exchange>(step, async (signal) => {
    const session = await openSession(settings.connection, settings.limits, { ...dependencies, signal });
    const value = new Exchange(session, {
      signal: dependencies.signal,
      commandTimeoutMs: settings.limits.commandTimeoutMs,
      clock: dependencies.clock,
      random: dependencies.random,
      onCommand: (_, durationMs) => {
        pace.commands.push(durationMs);
      },
      onEvent: (_, event) => {
        if (event.kind === 'throttled') pace.throttledMs += event.waitMs;
        if (event.kind === 'warning') pace.warnings.push(event.message);
      },
    });
    return { found: `open over ${value.transport}`, value };
  });
  try {
    await examineOrganization(examination, exchange);
    await examineRights(examination, exchange, around);
    await examination.step({ id: 'session.throttling', title: 'Throttling', needs: ['session.organization'] }, () =>
      Promise.resolve(paceFinding(pace, exchange?.version === 'Online')),
    );
  } finally {
    await exchange?.close();
  }
}

async function examineOrganization(examination: Examination, exchange: Exchange | undefined): Promise<void> {
  const needs = ['session.open'];
  await examination.step({ id: 'session.version', title: 'Exchange version', needs }, () =>
    Promise.resolve({ found: `Exchange ${exchange?.version ?? ''} ${exchange?.build ?? ''}`.trim() }),
  );
  await examination.step({ id: 'session.organization', title: 'Organization', needs }, async () => {
    const found = await exchange?.one(getOrganizationConfig());
    return { found: found ? text(found, 'Name') : 'it does not tell its name' };
  });
}

async function examineRights(
  examination: Examination,
  exchange: Exchange | undefined,
  { settings, tasks, claims }: SessionExamination,
): Promise<void> {
  const needs = ['session.organization'];
  const step = { id: 'session.rights', title: 'Rights', needs, limitMs: RIGHTS_LIMIT_MS };
  await examination.step(step, async () => {
    if (!exchange) return { found: '' };
    const needed = neededCommands(exchange.version, dutiesOf(settings, tasks));
    return rightsFinding(await findRights(exchange, needed), byCmdlet(needed).length, claims);
  });
}

/** What an account's rights mean. */
export function rightsFinding(rights: FoundRights, needed: number, claims: TokenClaims | undefined): Finding {
  const { missing, unknown, present } = rights;
  if (missing.length > 0) {
    const lines = missing.map(describeMissing).join('; ');
    const duties = [...new Set(missing.flatMap((right) => right.duties))].map((duty) => DUTIES[duty]);
    const remedy = `The account cannot: ${duties.join('; ')}. "eas-connector doctor --rights" prints a script that gives it just what it needs.`;
    return { verdict: 'failed', found: `missing: ${lines}`, remedy };
  }
  const all = `${counted(present.length, 'cmdlet')} of ${String(needed)} with all their parameters`;
  if (unknown.length === 0) return { found: all };
  if (mayChangeEverything(claims)) return { found: `${all}; the application's directory role allows the others` };
  return {
    verdict: 'unknown',
    found: `${all}; not known without changing something: ${unknown.join(', ')}`,
    remedy:
      'The admin API does not tell what an account may change. Compare its roles with "eas-connector doctor --rights".',
  };
}

function describeMissing({ cmdlet, parameters }: MissingRight): string {
  return parameters.length === 0 ? cmdlet : `${cmdlet} -${parameters.join(' -')}`;
}

/** How fast Exchange answered. */
class Pace {
  readonly commands: number[] = [];
  readonly warnings: string[] = [];
  throttledMs = 0;
}

/** What the answers' times mean. An organization in Exchange Online has no throttling policies of its own. */
export function paceFinding(
  { commands, warnings, throttledMs }: Pick<Pace, 'commands' | 'warnings' | 'throttledMs'>,
  isOnline: boolean,
): Finding {
  const sorted = [...commands].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const found = `${counted(commands.length, 'command')}, ${duration(median)} in the middle`;
  const delays = warnings.filter((message) => /micro ?delay|throttl/i.test(message));
  const policy = isOnline ? '' : 'give it a throttling policy of its own, or ';
  const remedy = `Exchange slows this account down: ${policy}lower limits.maxConcurrentCommands.`;
  if (throttledMs > 0) return { verdict: 'warning', found: `${found}; asked to wait ${duration(throttledMs)}`, remedy };
  if (delays.length > 0) return { verdict: 'warning', found: `${found}; ${String(delays[0])}`, remedy };
  if (median > SLOW_COMMAND_MS)
    return { verdict: 'warning', found, remedy: 'The answers are slow: look at the network and at the server.' };
  return { found: `${found}; not throttled` };
}
