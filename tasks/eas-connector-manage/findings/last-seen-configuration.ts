import type { Collection, Store } from '../../../plugin/state/store';
import type { ConfigurationSnapshot } from './configuration';

/** The shape of the record; a record of another shape is passed over. */
const FORMAT = 1;

interface Seen {
  readonly format: number;
  readonly snapshot: ConfigurationSnapshot;
}

const KEY = 'configuration';

const collection = (store: Store): Collection<Seen> => store.collection<Seen>('manage-findings');

/** The configuration as the last inventory saw it; undefined for the first one. */
export function lastSeenConfiguration(store: Store): ConfigurationSnapshot | undefined {
  const record = collection(store).get(KEY);
  return record?.format === FORMAT ? record.snapshot : undefined;
}

/**
 * Keeps what this inventory saw, for the next one to compare with. To be called once the host has stored the findings:
 * a change is then told at least once. @throws StateError
 */
export async function rememberConfiguration(store: Store, snapshot: ConfigurationSnapshot | undefined): Promise<void> {
  if (snapshot) await collection(store).put(KEY, { format: FORMAT, snapshot });
}
