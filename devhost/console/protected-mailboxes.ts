import { isMessage, textsOf } from './message-json';
import { isSameJson } from './settings-schema';

/**
 * The mailboxes that the settings protect by name. Members of protected groups are known to the connector only: it
 * refuses them in the run.
 */
export class ProtectedMailboxes {
  #names: readonly string[] = [];
  #set: ReadonlySet<string> = new Set();

  /** Takes the JSON of SafetyLimits; true if the mailboxes are others than before. */
  replace(safety: unknown): boolean {
    const names = textsOf(isMessage(safety) ? safety : {}, 'protectedMailboxes').map((name) => name.toLowerCase());
    if (isSameJson(names, this.#names)) return false;
    this.#names = names;
    this.#set = new Set(names);
    return true;
  }

  has(address: string, guid: string): boolean {
    return this.#set.has(address.toLowerCase()) || this.#set.has(guid.toLowerCase());
  }
}
