import type { Action, DeviceOfMailbox } from '../../protocol';
import { fingerprint } from './action-record';

/** The actions of the settings, by id and by what they depend on: looked up for every action, so made once a run. */
export class Orders {
  readonly #byId: ReadonlyMap<string, Action>;
  readonly #places: ReadonlyMap<string, number>;
  /** Orders that take wipes back, by partnership. */
  readonly #cancels = new Map<string, Action[]>();
  /** Orders that change lists, by mailbox and device. */
  readonly #lists = new Map<string, Action[]>();

  constructor(readonly actions: readonly Action[]) {
    this.#byId = new Map(actions.map((action) => [action.id, action]));
    this.#places = new Map(actions.map(({ id }, place) => [id, place]));
    for (const action of actions) {
      const { what } = action;
      if (what.kind === 'cancelWipe') addTo(this.#cancels, partnershipKey(what.partnership), action);
      if ('device' in what) addTo(this.#lists, deviceKey(what.device), action);
    }
  }

  has(id: string): boolean {
    return this.#byId.has(id);
  }

  /** True if the settings have the very action that a record is of, and not another one under its id. */
  hasSame({ actionId, fingerprint: known }: { readonly actionId: string; readonly fingerprint: string }): boolean {
    const action = this.#byId.get(actionId);
    return action !== undefined && fingerprint(action) === known;
  }

  /** True if `id` stands after `other` in the settings; false if either does not stand there. */
  isAfter(id: string, other: string): boolean {
    return (this.#places.get(id) ?? -1) > (this.#places.get(other) ?? Infinity);
  }

  /** The order that takes a wipe back: one for the same partnership that stands after it, or without it. */
  takerOf({ id, what }: Action): Action | undefined {
    if (what.kind !== 'wipe') return undefined;
    const cancels = this.#cancels.get(partnershipKey(what.partnership));
    return cancels?.find((cancel) => !this.has(id) || this.isAfter(cancel.id, id));
  }

  /** The orders that take wipes of the same partnership back and stand before a wipe. */
  cancelsBefore({ id, what }: Action): readonly Action[] {
    if (what.kind !== 'wipe') return [];
    return (this.#cancels.get(partnershipKey(what.partnership)) ?? []).filter((cancel) => this.isAfter(id, cancel.id));
  }

  /** The orders for the same device of the same mailbox that stand before an order and ask for something else. */
  overtakenBy({ id, what }: Action): readonly Action[] {
    if (!('device' in what)) return [];
    const others = this.#lists.get(deviceKey(what.device)) ?? [];
    return others.filter((other) => other.what.kind !== what.kind && this.isAfter(id, other.id));
  }
}

function addTo(index: Map<string, Action[]>, key: string, action: Action): void {
  const others = index.get(key) ?? [];
  others.push(action);
  index.set(key, others);
}

function deviceKey({ mailbox, deviceId }: DeviceOfMailbox): string {
  return `${mailbox.toLowerCase()}/${deviceId.toLowerCase()}`;
}

function partnershipKey({ guid, firstSyncTime }: { guid: string; firstSyncTime: { seconds: number } }): string {
  return `${guid}/${String(firstSyncTime.seconds)}`;
}
