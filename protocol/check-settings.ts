import { checkConnection } from './check-settings-connection';
import { problem, type Problem } from './problem';
import type { CommonSettings, ManageSettings, Scope, SecuritySettings } from './settings';
import { compareTimestamps } from './timestamp';

const invalid = (path: string, summary: string, detail = ''): Problem =>
  problem('settings.invalid', path, summary, detail);

/** What a schema cannot say: contradictions between settings. All of them at once. */
export function checkSettings(settings: ManageSettings | SecuritySettings): Problem[] {
  return [
    ...checkConnection(settings.connection),
    ...checkScope(settings),
    ...('actions' in settings
      ? [...checkActions(settings), ...checkDesiredAccess(settings), ...checkHygiene(settings)]
      : []),
  ];
}

function checkScope({ connection, scope }: CommonSettings): Problem[] {
  const check = connection.target.kind === 'exchangeOnline' ? onlyOnPremises : namedInFull;
  return (['include', 'exclude'] as const).flatMap((side) => check(scope, side));
}

/** A unit by its name alone would be found by Exchange, and never be that of a mailbox. */
function namedInFull(scope: Scope, side: 'include' | 'exclude'): Problem[] {
  return scope[side].organizationalUnits.flatMap((unit, index) => {
    if (/[=/.]/.test(unit)) return [];
    const path = `scope.${side}.organizationalUnits[${String(index)}]`;
    const detail = 'Give the whole place, for example contoso.com/Sales, or OU=Sales,DC=contoso,DC=com.';
    return [invalid(path, `"${unit}" is neither a canonical name nor a distinguished one.`, detail)];
  });
}

function onlyOnPremises(scope: Scope, side: 'include' | 'exclude'): Problem[] {
  const problems: Problem[] = [];
  if (scope[side].organizationalUnits.length > 0) {
    const summary = 'Exchange Online cannot be filtered by organizational unit: all its users are in one.';
    const detail = 'Filter by group (groups), by domain (domains) or by an attribute (recipientFilter) instead.';
    problems.push(invalid(`scope.${side}.organizationalUnits`, summary, detail));
  }
  if (scope[side].mailboxServers.length > 0) {
    const summary = 'Exchange Online cannot be filtered by mailbox server: Microsoft moves mailboxes as it likes.';
    problems.push(invalid(`scope.${side}.mailboxServers`, summary, 'Filter by group, domain or attribute instead.'));
  }
  return problems;
}

/** Under these the desired access settings, and the removals of upkeep, are reported and approved. */
const RESERVED_ID = /^(desired-access$|hygiene\.)/;

function checkActions({ actions }: SecuritySettings): Problem[] {
  const ids = new Map<string, number>();
  return actions.flatMap((action, index) => {
    const path = `actions[${String(index)}]`;
    const problems: Problem[] = [];
    const earlier = ids.get(action.id);
    if (earlier !== undefined) {
      const summary = `The actions ${String(earlier)} and ${String(index)} have the same id, ${action.id}.`;
      problems.push(invalid(`${path}.id`, summary, 'An id names one action for ever.'));
    }
    ids.set(action.id, index);
    if (RESERVED_ID.test(action.id)) {
      const summary = `The id ${action.id} is one that the connector itself gives.`;
      problems.push(invalid(`${path}.id`, summary, 'Its outcomes could not be told from the other ones.'));
    }
    if (action.expiresAt && action.orderedAt && compareTimestamps(action.expiresAt, action.orderedAt) <= 0) {
      problems.push(invalid(`${path}.expiresAt`, `The action ${action.id} expires before it was ordered.`));
    }
    return problems;
  });
}

function checkDesiredAccess({ desiredAccess }: SecuritySettings): Problem[] {
  const levels = new Map<string, string>();
  return (desiredAccess?.rules ?? []).flatMap((rule, index) => {
    const key = `${rule.characteristic} ${rule.queryString.toLowerCase()}`;
    const other = levels.get(key);
    levels.set(key, rule.accessLevel);
    if (other === undefined || other === rule.accessLevel) return [];
    const summary = `${rule.characteristic} "${rule.queryString}" is wanted both as ${other} and as ${rule.accessLevel}.`;
    return [invalid(`desiredAccess.rules.rules[${String(index)}]`, summary)];
  });
}

function checkHygiene({ hygiene }: SecuritySettings): Problem[] {
  if (!hygiene.removeStalePartnerships || hygiene.staleAfterMs !== undefined) return [];
  const detail = 'Say after how long a partnership is stale; otherwise none is.';
  return [invalid('hygiene.staleAfter', 'Stale partnerships are to be removed, and staleAfter is missing.', detail)];
}
