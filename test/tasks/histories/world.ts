import { takeRunLock } from '../../../plugin/state/run-lock';
import { StateError } from '../../../plugin/state/state-error';
import { ListChange, type Command } from '../../../plugin/exchange/command';
import type { Partnership } from '../../../lab/organization/partnership';
import { Crash, type Carrier, type Fault } from '../../support/lab-session';
import { MemoryStore } from '../../support/memory-store';
import { SecurityHarness, type Json, type RunResult } from '../security-harness';
import { DEVICES, type Disturbance, type Event, type History, type Order } from './event';

/** A partnership as the host's inventory names it. */
export interface Ref {
  readonly guid: string;
  readonly firstSyncTime: string;
}

/** An order of the host, and what the test knows of it. */
export interface Ordered {
  readonly id: string;
  readonly order: Order;
  readonly device: number;
  readonly ref: Ref;
  readonly action: Json;
  readonly expiresAt: number | undefined;
  isWithdrawn: boolean;
  /** The connector's time of the first run that had it. */
  firstSeenAt: number | undefined;
}

/** A device that the history is about. */
export interface Tracked {
  readonly index: number;
  readonly deviceId: string;
  readonly mailbox: string;
  readonly mailboxGuid: string;
  readonly first: Ref;
}

/** A change that the connector has sent and Exchange has got. */
export interface Sent {
  readonly command: Command;
  readonly fault: Fault;
}

const MINUTE = 60_000;

/** Plays a history against the lab. What the connector does is told to whoever watches. */
export class World {
  readonly harness: SecurityHarness;
  readonly devices: readonly Tracked[];
  /** Every order there ever was; those that are not withdrawn are the settings, in this order. */
  readonly orders: Ordered[] = [];
  readonly last = new Map<string, Json>();
  readonly approved = new Set<string>();
  /** Told of every change, before it is carried out. */
  onChange: (sent: Sent) => void = () => undefined;
  /** Told of every run that came to its end. */
  onRun: (result: RunResult, orders: readonly Ordered[]) => void = () => undefined;
  /** The order whose wipe is being sent to a partnership, as the connector's log says. */
  readonly wiping = new Map<string, string>();
  /** When the last run was over that nothing had disturbed; the lab's time. */
  lastGoodRunAt = 0;
  readonly #alive = new Set<number>();
  readonly #perRun: number;
  #pids = 0;
  #approvals: Json[] = [];

  /** @param carrier what takes the commands to the organization */
  constructor({ version, seed, perRun }: History, carrier?: Carrier) {
    this.harness = new SecurityHarness({ devices: 60, seed, version, carrier });
    this.#perRun = perRun;
    this.devices = this.#choose();
    this.harness.session.onChange = (command, fault) => {
      this.onChange({ command, fault });
    };
    this.harness.onWarning = (message, { action, partnership }) => {
      if (message.startsWith('wipe ')) this.wiping.set(String(partnership), String(action));
    };
  }

  /** The orders that the settings have. */
  get settings(): readonly Ordered[] {
    return this.orders.filter(({ isWithdrawn }) => !isWithdrawn);
  }

  /** The partnership of a device as it really is, if it has one. */
  truth(device: number): Partnership | undefined {
    return this.harness.organization.currentReader().partnership(this.devices[device]!.index);
  }

  /** The partnership of a device as Exchange shows it, through a domain controller if one is named. */
  seen(device: number, domainController?: string): Partnership | undefined {
    return this.harness.organization.reader(domainController).partnership(this.devices[device]!.index);
  }

  async happen(event: Event): Promise<void> {
    switch (event.kind) {
      case 'order':
        this.#order(event.device, event.order, event.isStale);
        return;
      case 'withdraw': {
        const ordered = this.orders[event.nth];
        if (ordered) ordered.isWithdrawn = true;
        return;
      }
      case 'approve':
        this.approve();
        return;
      case 'lag':
        this.harness.organization.replicationLagMs = event.minutes * MINUTE;
        return;
      case 'clock':
        this.harness.skewMs = event.aheadMinutes * MINUTE;
        return;
      case 'run':
        await this.run(event.disturbance);
        return;
      case 'advance':
        await this.advance(event.minutes);
        return;
      case 'off':
        this.harness.advance(event.minutes);
        return;
      case 'user':
        this.user(event.device, event.does);
        return;
      case 'admin':
        this.#administrate(event.device, event.does);
    }
  }

  /** The host says yes to all that waits for it. */
  approve(): void {
    for (const [id, { planHash, state }] of this.last) {
      if (state !== 'ACTION_STATE_AWAITING_APPROVAL') continue;
      this.approved.add(id);
      this.#approvals = [...this.#approvals, { actionId: id, planHash }];
    }
  }

  /** Time passes, with a run after five minutes, and then one an hour. */
  async advance(minutes: number, longestStep = 60): Promise<void> {
    for (let left = minutes; left > 0;) {
      const step = Math.min(left, left === minutes ? 5 : longestStep);
      this.harness.advance(step);
      left -= step;
      await this.run({ by: 'nothing' });
    }
  }

  user(device: number, does: 'sync' | 'reset' | 'resetNewId'): void {
    const { population } = this.harness.organization;
    const { index } = this.devices[device]!;
    if (does === 'sync') population.sync(index);
    else population.reset(index, does === 'resetNewId');
    // What a device tells Exchange takes a moment.
    this.harness.advance(1);
  }

  /** One run, with a lock as the real frame takes it. */
  async run(disturbance: Disturbance): Promise<void> {
    const { session } = this.harness;
    const store = new MemoryStore(this.harness.store);
    this.#disturb(disturbance, store);
    const pid = (this.#pids += 1);
    this.#alive.add(pid);
    try {
      await this.#locked(pid, store);
      if (disturbance.by === 'nothing') this.lastGoodRunAt = this.harness.organization.clock.now();
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
    } finally {
      this.#alive.delete(pid);
      session.fault = () => 'none';
      session.pause = () => Promise.resolve();
      session.isDead = false;
    }
  }

  async #locked(pid: number, store: MemoryStore): Promise<void> {
    const orders = this.settings;
    const isAlive = (other: number): boolean => this.#alive.has(other);
    const world = { pid, clock: () => this.harness.now(), isAlive, computer: 'host' };
    let release: () => Promise<void>;
    try {
      release = await takeRunLock(store, 'EASConnectorSecurity', `run-${String(pid)}`, world);
    } catch (error) {
      if (error instanceof StateError) return;
      throw error;
    }
    for (const ordered of orders) ordered.firstSeenAt ??= this.harness.now();
    try {
      const result = await this.harness.run(
        orders.map(({ action }) => action),
        { approvals: this.#approvals, safety: { maxDestructivePerRun: this.#perRun, maxDestructivePerDay: 1000 } },
        store,
      );
      // What a replaced run said, it said before the other one.
      const wasReplaced = result.completed.problems.some(({ code }) => code === 'state.locked');
      for (const [id, outcome] of result.outcomes) if (!wasReplaced) this.last.set(id, outcome);
      this.onRun(result, orders);
    } finally {
      // A dead process releases nothing: the store refuses it, as it refuses all that a dead one writes.
      await release().catch(() => undefined);
    }
  }

  #disturb(disturbance: Disturbance, store: MemoryStore): void {
    const { session } = this.harness;
    let commands = 0;
    let writes = 0;
    store.beforeWrite = () => {
      if (session.isDead) throw new Crash();
      if (disturbance.by !== 'write' || writes++ !== disturbance.at) return;
      if (disturbance.fault === 'fails') throw new StateError('state.unavailable', 'disk full', '');
      session.isDead = true;
      throw new Crash();
    };
    if (disturbance.by === 'command') {
      session.fault = () => (commands++ === disturbance.at ? disturbance.fault : 'none');
    }
    if (disturbance.by === 'sleep') {
      const sleep = async (): Promise<void> => {
        if (commands++ !== disturbance.at) return;
        this.harness.advance(disturbance.minutes);
        await this.run({ by: 'nothing' });
      };
      // Not between the look at the lock and the command that follows at once: nobody could guard that.
      session.pause = ({ effect }) => (effect === 'read' ? sleep() : Promise.resolve());
      store.afterWrite = sleep;
    }
  }

  #order(device: number, order: Order, isStale: boolean): void {
    const tracked = this.devices[device]!;
    const id = `${order.what}-${String(this.orders.length)}`;
    const now = this.#refOf(device);
    const ref = isStale ? tracked.first : now;
    const expires = order.what === 'wipe' || order.what === 'accountWipe' ? order.expires : undefined;
    const expiresAt = expires === undefined ? undefined : this.harness.now() + expires * MINUTE;
    const action = {
      id,
      ...(expiresAt === undefined ? {} : { expiresAt: new Date(expiresAt).toISOString() }),
      ...actionOf(order, ref, tracked),
    };
    this.orders.push({ id, order, device, ref, action, expiresAt, isWithdrawn: false, firstSeenAt: undefined });
  }

  /** What the host's inventory says of a device: what was read of it last. */
  #refOf(device: number): Ref {
    const partnership = this.seen(device);
    const earlier =
      this.orders.filter((ordered) => ordered.device === device).at(-1)?.ref ?? this.devices[device]!.first;
    return partnership ? refTo(partnership) : earlier;
  }

  #administrate(device: number, does: 'wipes' | 'cancels' | 'removes' | 'allows' | 'blocks'): void {
    const { deviceId, mailboxGuid } = this.devices[device]!;
    const identity = { Identity: this.truth(device)?.guid ?? '', Confirm: false };
    const noun = this.harness.organization.site.version === '2010' ? 'ActiveSyncDevice' : 'MobileDevice';
    if (does === 'allows' || does === 'blocks') {
      const [on = '', off = ''] = does === 'allows' ? ['Allowed', 'Blocked'] : ['Blocked', 'Allowed'];
      this.harness.read('Set-CASMailbox', {
        Identity: mailboxGuid,
        [`ActiveSync${on}DeviceIDs`]: new ListChange([deviceId], []),
        [`ActiveSync${off}DeviceIDs`]: new ListChange([], [deviceId]),
      });
    } else if (identity.Identity !== '') {
      if (does === 'wipes') this.harness.read(`Clear-${noun}`, identity);
      else if (does === 'cancels') this.harness.read(`Clear-${noun}`, { ...identity, Cancel: true });
      else this.harness.read(`Remove-${noun}`, identity);
    }
  }

  /** Phones that wipes reach: two of one mailbox, if there is such a mailbox, and others. */
  #choose(): readonly Tracked[] {
    const reader = this.harness.organization.currentReader();
    const phones = [...reader.partnerships()].filter(({ device, access, mailbox }) => {
      const isNative = device.family.clientType === 'EAS' && device.family.wipeEffect === 'wholeDevice';
      return isNative && device.family.wipeSupported && access.state === 'Allowed' && mailbox.index >= 0;
    });
    const newest = phones.filter(({ device }) => device.clientVersion === '16.1');
    const pool = newest.length >= DEVICES ? newest : phones;
    const pair = pool.find((one, at) =>
      pool.some((other, place) => place > at && other.mailbox.index === one.mailbox.index),
    );
    const together = pool.filter(({ mailbox }) => mailbox.index === pair?.mailbox.index);
    const chosen = [...together, ...pool.filter((one) => !together.includes(one))].slice(0, DEVICES);
    if (chosen.length < DEVICES) throw new Error('the organization has too few phones');
    return chosen.map((partnership) => ({
      index: partnership.index,
      deviceId: partnership.device.deviceId,
      mailbox: partnership.mailbox.primarySmtpAddress,
      mailboxGuid: partnership.mailbox.guid,
      first: refTo(partnership),
    }));
  }
}

function refTo({ guid, firstSync }: Partnership): Ref {
  return { guid, firstSyncTime: new Date(firstSync).toISOString() };
}

function actionOf(order: Order, partnership: Ref, { mailbox, deviceId }: Tracked): Json {
  const device = { mailbox, deviceId };
  switch (order.what) {
    case 'wipe':
    case 'accountWipe': {
      const kind = order.what === 'wipe' ? 'WIPE_KIND_WHOLE_DEVICE' : 'WIPE_KIND_ACCOUNT_ONLY';
      const standingOrderEnd = `STANDING_ORDER_END_${order.end}`;
      return { wipe: { partnership, kind, standingOrderEnd, blockAfterwards: order.block } };
    }
    case 'cancelWipe':
      return { cancelWipe: { partnership } };
    case 'allow':
      return { allowDevice: { device } };
    case 'block':
      return { blockDevice: { device } };
    case 'remove':
      return { removePartnership: { partnership, evenIfWipeUnfinished: order.force } };
    case 'refresh':
      return { refreshStatus: { partnershipGuids: [partnership.guid] } };
  }
}
