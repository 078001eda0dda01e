import type { Mailbox, MailboxFilter, Partnership, Scope } from '../../protocol';

/** The members of the groups that a scope names, by GUID in lower case; undefined where it names none. */
export interface ScopeGroups {
  readonly include: ReadonlySet<string> | undefined;
  readonly exclude: ReadonlySet<string> | undefined;
}

/** What a scope has to be decided with. */
export interface ResolvedScope {
  readonly scope: Scope;
  readonly groups: ScopeGroups;
  /** The mailboxes that the recipient filter returned, by GUID; undefined without one. */
  readonly filtered: ReadonlySet<string> | undefined;
}

/** True if a scope leaves anything out. */
export function isLimited({ include, exclude, recipientFilter }: Scope): boolean {
  return (
    recipientFilter !== '' ||
    [include, exclude].some((filter) => Object.values(filter).some((list: readonly string[]) => list.length > 0))
  );
}

/** True if a mailbox is in scope. */
export function mailboxInScope(mailbox: Mailbox, { scope, groups, filtered }: ResolvedScope): boolean {
  if (filtered && !filtered.has(mailbox.guid)) return false;
  const included = criteria(mailbox, scope.include, groups.include);
  const excluded = criteria(mailbox, scope.exclude, groups.exclude);
  return included.every((matches) => matches !== false) && !excluded.includes(true);
}

/** True if a partnership of a mailbox in scope is in scope itself. One whose last synchronization is unknown is. */
export function partnershipInScope(partnership: Partnership, scope: Scope, nowMs: number): boolean {
  const isOneOf = (types: readonly string[]): boolean => types.some((type) => isOfClientType(partnership, type));
  if (scope.include.clientTypes.length > 0 && !isOneOf(scope.include.clientTypes)) return false;
  if (isOneOf(scope.exclude.clientTypes)) return false;
  const lastSync = partnership.statistics?.lastSyncAttemptTime ?? partnership.statistics?.lastSuccessSync;
  return scope.inactiveForMs === undefined || !lastSync || nowMs - lastSync.seconds * 1000 <= scope.inactiveForMs;
}

/** The criteria of a scope that compare a name with a mailbox, and how each compares. */
export const MAILBOX_MATCHERS = {
  organizationalUnits: isInUnit,
  domains: (mailbox: Mailbox, name: string) => equal(name, mailbox.primarySmtpAddress.split('@').at(-1) ?? ''),
  mailboxServers: (mailbox: Mailbox, name: string) => equal(hostName(name), hostName(mailbox.serverName)),
  recipientTypes: (mailbox: Mailbox, name: string) => equal(name, mailbox.recipientTypeDetails),
} as const;

/** True if a client type of a scope is the partnership's. */
export function isOfClientType(partnership: Partnership, type: string): boolean {
  return equal(type, partnership.clientType);
}

/** For each criterion whether the mailbox matches; undefined where the filter says nothing. */
function criteria(
  mailbox: Mailbox,
  filter: MailboxFilter,
  members: ReadonlySet<string> | undefined,
): readonly (boolean | undefined)[] {
  const byName = (criterion: keyof typeof MAILBOX_MATCHERS): boolean | undefined =>
    anyOf(filter[criterion], (name) => MAILBOX_MATCHERS[criterion](mailbox, name));
  return [
    byName('organizationalUnits'),
    byName('domains'),
    byName('mailboxServers'),
    byName('recipientTypes'),
    members?.has(mailbox.guid),
  ];
}

const anyOf = (list: readonly string[], matches: (item: string) => boolean): boolean | undefined =>
  list.length === 0 ? undefined : list.some(matches);

const equal = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Servers go by their short name and by their full one; Exchange takes both. */
const hostName = (name: string): string => name.split('.')[0] ?? '';

/** An organizational unit as a canonical name (contoso.com/Sales) or a distinguished name (OU=Sales,DC=contoso,DC=com). */
function isInUnit(mailbox: Mailbox, unit: string): boolean {
  if (unit.includes('=')) return withoutSpaces(mailbox.distinguishedName).endsWith(`,${withoutSpaces(unit)}`);
  const wanted = unit.replace(/\/$/, '').toLowerCase();
  const actual = mailbox.organizationalUnit.toLowerCase();
  return actual === wanted || actual.startsWith(`${wanted}/`);
}

/** A distinguished name in the one form in which two can be compared: people write a space after each comma. */
const withoutSpaces = (name: string): string =>
  name
    .trim()
    .replace(/\s*([,=])\s*/g, '$1')
    .toLowerCase();
