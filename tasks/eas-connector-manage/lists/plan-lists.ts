import { isAtLeast, type ExchangeVersion } from '../../../plugin/exchange/exchange-version';
import type { MailboxFilter, Scope } from '../../../protocol';

/** The queries that read an inventory's lists, narrowed as far as the server can do it. */
export interface ListPlan {
  readonly mailboxes: readonly {
    readonly filter?: string;
    readonly organizationalUnit?: string;
    readonly server?: string;
    readonly recipientTypeDetails?: readonly string[];
  }[];
  readonly casMailboxes: readonly { readonly organizationalUnit?: string }[];
  readonly partnerships: readonly { readonly organizationalUnit?: string; readonly filter?: string }[];
  /** Whether only those mailboxes count that the first list has: it is narrower than the second, or the scope needs it. */
  readonly needsPlace: boolean;
  /** Which part of the scope is applied where, in words. */
  readonly applied: readonly string[];
}

/** Values that the server is known to take; others would be refused there and are compared here. */
const RECIPIENT_TYPES = new Set(
  ['UserMailbox', 'SharedMailbox', 'RoomMailbox', 'EquipmentMailbox', 'LinkedMailbox', 'LegacyMailbox'].map(lower),
);
const CLIENT_TYPES = new Set(['EAS', 'MOWA', 'REST', 'Outlook'].map(lower));

/** Beyond so many queries for one list, one that reads everything is quicker. */
const MAX_QUERIES = 20;

const NAMES: Readonly<Record<keyof MailboxFilter, string>> = {
  organizationalUnits: 'organizational units',
  domains: 'domains',
  mailboxServers: 'mailbox servers',
  groups: 'groups',
  recipientTypes: 'recipient types',
  clientTypes: 'client types',
};

/**
 * Plans the lists. What the server narrows is compared here as well, because it costs nothing; what it cannot narrow
 * (domains, groups with their nested ones, inactivity, most exclusions) is left to that comparison. Pure.
 */
export function planLists(scope: Scope, version: ExchangeVersion): ListPlan {
  const { include } = scope;
  const units = version === 'Online' ? [] : fewEnough(include.organizationalUnits);
  const servers = version === 'Online' ? [] : fewEnough(include.mailboxServers, Math.max(units.length, 1));
  const types = allKnown(include.recipientTypes, RECIPIENT_TYPES);
  const clientFilter = version === '2010' || !isAtLeast(version, '2013') ? '' : clientTypeFilter(scope);
  const narrow = {
    ...(scope.recipientFilter === '' ? {} : { filter: scope.recipientFilter }),
    ...(types.length === 0 ? {} : { recipientTypeDetails: types }),
  };
  const byUnit = queries(units, (organizationalUnit) => ({ organizationalUnit }));
  return {
    mailboxes: byUnit.flatMap((unit) =>
      queries(servers, (server) => ({ server })).map((one) => ({ ...unit, ...one, ...narrow })),
    ),
    casMailboxes: byUnit,
    partnerships: byUnit.map((unit) => ({ ...unit, ...(clientFilter === '' ? {} : { filter: clientFilter }) })),
    needsPlace:
      servers.length > 0 ||
      Object.keys(narrow).length > 0 ||
      include.organizationalUnits.length > 0 ||
      include.recipientTypes.length > 0,
    applied: describe(scope, {
      organizationalUnits: units.length > 0,
      mailboxServers: servers.length > 0,
      recipientTypes: types.length > 0,
      clientTypes: clientFilter !== '',
    }),
  };
}

/** One query for each value; one that names none if there are none. */
function queries<T extends object>(values: readonly string[], query: (value: string) => T): readonly Partial<T>[] {
  return values.length === 0 ? [{}] : values.map(query);
}

const fewEnough = (values: readonly string[], times = 1): readonly string[] =>
  values.length * times <= MAX_QUERIES ? values : [];

const allKnown = (values: readonly string[], known: ReadonlySet<string>): readonly string[] =>
  values.every((value) => known.has(lower(value))) ? values : [];

/** The client types of a scope in OPATH; empty if there is nothing that the server can compare. */
function clientTypeFilter({ include, exclude }: Scope): string {
  const included = allKnown(include.clientTypes, CLIENT_TYPES).map((type) => `ClientType -eq '${type}'`);
  const excluded = allKnown(exclude.clientTypes, CLIENT_TYPES).map((type) => `ClientType -ne '${type}'`);
  const parts = [...(included.length > 0 ? [included.join(' -or ')] : []), ...excluded];
  return parts.length > 1 ? parts.map((part) => `(${part})`).join(' -and ') : (parts[0] ?? '');
}

function describe(scope: Scope, atServer: Partial<Record<keyof MailboxFilter, boolean>>): string[] {
  const applied: string[] = [];
  if (scope.recipientFilter) applied.push(`at the server: recipient filter ${scope.recipientFilter}`);
  for (const side of ['include', 'exclude'] as const) {
    for (const [key, name] of Object.entries(NAMES) as [keyof MailboxFilter, string][]) {
      const list = scope[side][key];
      if (list.length === 0) continue;
      const isThere = atServer[key] === true && isNarrowed(side, key, list);
      applied.push(`${isThere ? 'at the server' : 'by the connector'}: ${side} ${name} ${list.join(', ')}`);
    }
  }
  if (scope.inactiveForMs !== undefined) {
    applied.push(`by the connector: without partnerships silent for ${String(scope.inactiveForMs / 86_400_000)} days`);
  }
  return applied;
}

/** Exclusions are narrowed at the server for client types only, and each side only if it knows all of its types. */
function isNarrowed(side: 'include' | 'exclude', key: keyof MailboxFilter, list: readonly string[]): boolean {
  return key === 'clientTypes' ? allKnown(list, CLIENT_TYPES).length > 0 : side === 'include';
}

function lower(text: string): string {
  return text.toLowerCase();
}
