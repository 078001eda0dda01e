import type { ApiEvent } from './api-types';
import { isMessage, messageOf, type Json } from './message-json';

/** How many events are kept of a partnership. */
const MAX_EVENTS = 40;
/** They change with every synchronization and say nothing of the partnership itself. */
const FLEETING: ReadonlySet<string> = new Set([
  'lastSuccessSync',
  'lastSyncAttemptTime',
  'readAt',
  'isOnline',
  'otherProperties',
  'statistics',
  'whenChanged',
  'lastPingHeartbeat',
]);

/** What has happened to partnerships from one inventory to the next. */
export class PartnershipHistory {
  readonly #events = new Map<string, ApiEvent[]>();

  /** What is known of a partnership, newest first. */
  of(guid: string): readonly ApiEvent[] {
    return (this.#events.get(guid) ?? []).toReversed();
  }

  /** Notes what an inventory has changed. The first one changes nothing: there is nothing to compare it with. */
  note(at: string, before: ReadonlyMap<string, Json>, after: ReadonlyMap<string, Json>): void {
    if (before.size === 0) return;
    for (const [guid, partnership] of after) {
      const old = before.get(guid);
      if (old === partnership) continue;
      const details = old ? changesBetween(old, partnership) : [];
      if (!old) this.#add(guid, { at, what: 'Appeared in the inventory', details });
      else if (details.length > 0) this.#add(guid, { at, what: 'Changed', details });
    }
    for (const guid of before.keys()) {
      if (!after.has(guid)) this.#add(guid, { at, what: 'Gone from the inventory', details: [] });
    }
  }

  #add(guid: string, event: ApiEvent): void {
    const events = this.#events.get(guid) ?? [];
    this.#events.set(guid, [...events, event].slice(-MAX_EVENTS));
  }
}

/** The fields that differ, with both values. */
function changesBetween(old: Json, partnership: Json): string[] {
  return [
    ...fieldChanges(old, partnership),
    ...fieldChanges(messageOf(old, 'statistics'), messageOf(partnership, 'statistics')),
  ];
}

function fieldChanges(old: Json, fresh: Json): string[] {
  const names = new Set([...Object.keys(old), ...Object.keys(fresh)]);
  return [...names].flatMap((name) => {
    if (FLEETING.has(name)) return [];
    const [from, to] = [shown(old[name]), shown(fresh[name])];
    return from === to ? [] : [`${name}: ${from || 'nothing'} → ${to || 'nothing'}`];
  });
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (isMessage(value) || Array.isArray(value)) return JSON.stringify(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.replace(/^(DEVICE_ACCESS_STATE|CLIENT_FAMILY|DEVICE_POLICY_APPLICATION_STATUS)_/, '');
}
