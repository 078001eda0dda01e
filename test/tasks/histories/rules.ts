import { ListChange, type Command } from '../../../plugin/exchange/command';
import { hasDeviceId } from '../../../plugin/exchange/read-mailbox';
import type { ActionRecord } from '../../../tasks/eas-connector-security/action-record';
import type { Json, RunResult } from '../security-harness';
import type { Event } from './event';
import type { Ordered, Sent, World } from './world';

const HOUR = 3_600_000;
const FINAL = /SUCCEEDED|NOTHING_TO_DO|REFUSED|SUPERSEDED|EXPIRED|CANCELLED|FAILED|NOT_IN_THIS/;

/** What the connector promises, held against everything that it sends and says. */
export class Rules {
  readonly violations: string[] = [];
  readonly #finals = new Map<string, string>();
  /** Orders whose wipe has reached Exchange. */
  readonly #arrived = new Map<string, Sent[]>();
  /** Orders of which the connector may not know whether their command arrived. */
  readonly #uncertain = new Set<string>();
  /** Devices that came back, or were touched by others, so that no count of theirs says anything. */
  readonly #uncounted = new Set<number>();
  /** Devices whose wipe somebody else may have cancelled. */
  readonly #cancelledByOthers = new Set<number>();
  readonly #listsTouched = new Set<number>();
  #hasJumped = false;

  constructor(private readonly world: World) {
    world.onChange = (sent) => {
      this.#check(sent);
    };
    world.onRun = (result, orders) => {
      this.#checkOutcomes(result, orders);
    };
  }

  /** Called before an event happens. */
  before(event: Event): void {
    if (event.kind === 'clock') this.#hasJumped = true;
    if (event.kind === 'admin') {
      this.#uncounted.add(event.device);
      this.#cancelledByOthers.add(event.device);
      this.#listsTouched.add(event.device);
    }
    if (event.kind === 'user') this.#comesBack(event.device);
    if (event.kind === 'run' && event.disturbance.by !== 'nothing') {
      for (const { id } of this.world.settings) this.#uncertain.add(id);
    }
  }

  /** A phone that is set up again within minutes of its wipe, before any run could end the standing order. */
  #comesBack(device: number): void {
    const erased = this.#erasures(device).at(-1);
    if (erased && this.world.lastGoodRunAt <= Date.parse(erased.at) + 10_000) this.#uncounted.add(device);
  }

  #check({ command, fault }: Sent): void {
    const { cmdlet, parameters } = command;
    if (cmdlet === 'Set-CASMailbox') this.#checkLists(command);
    else if (cmdlet.startsWith('Remove-')) this.#checkRemoval(command);
    else if (parameters['Cancel'] === true) this.#checkCancel(command);
    else this.#checkWipe({ command, fault });
  }

  #checkWipe(sent: Sent): void {
    const { parameters } = sent.command;
    const guid = String(parameters['Identity']);
    const what = parameters['AccountOnly'] === true ? 'accountWipe' : 'wipe';
    const seen = this.#seen(sent.command);
    const fitting = this.world.settings.filter(
      (one) =>
        one.order.what === what &&
        one.ref.guid === guid &&
        seconds(one.ref.firstSyncTime) === seen &&
        !this.#finals.has(one.id) &&
        !(one.expiresAt !== undefined && one.expiresAt <= this.world.harness.now()) &&
        !this.#isTakenBack(one),
    );
    if (seen === undefined) return;
    const order = fitting.find(({ id }) => id === this.world.wiping.get(guid));
    if (!order) {
      this.#fail(`a ${what} is sent to ${guid}, and no order is for it as it is now`);
      return;
    }
    const state = this.world.truth(order.device)?.state;
    const standing = state?.[what === 'wipe' ? 'wholeDevice' : 'accountOnly'];
    // While a wipe of the whole device stands, Exchange does not say that one of the account stands too.
    const isHidden = what === 'accountWipe' && state?.wholeDevice !== null;
    if (standing?.requestor === 'test' && !isHidden && !this.#hasJumped)
      this.#fail(`the ${what} of ${order.id} is sent a second time`);
    // Through a server that lags the partnership may still be seen, though somebody has removed it.
    if (this.world.truth(order.device)?.guid !== guid) return;
    const mayBeAgain = this.#uncertain.has(order.id) && (this.#cancelledByOthers.has(order.device) || this.#hasJumped);
    if (this.#arrived.has(order.id) && !mayBeAgain) this.#fail(`${order.id} is sent again after it had arrived`);
    this.#arrived.set(order.id, [...(this.#arrived.get(order.id) ?? []), sent]);
  }

  #checkCancel(command: Command): void {
    const guid = String(command.parameters['Identity']);
    const seen = this.#seen(command);
    const orders = this.world.orders.filter(({ ref }) => ref.guid === guid);
    const isOrdered = orders.some(
      ({ order, ref, isWithdrawn }) =>
        order.what === 'cancelWipe' && !isWithdrawn && seconds(ref.firstSyncTime) === seen,
    );
    const wipes = orders.filter(isWipe);
    if (!isOrdered && wipes.length === 0) {
      this.#fail(`a wipe of ${guid} is cancelled without an order`);
      return;
    }
    const through = command.parameters['DomainController'];
    const truth = this.world.seen(orders[0]!.device, through === undefined ? undefined : String(through));
    const standing = truth?.state.wholeDevice ?? truth?.state.accountOnly;
    const isForNow = wipes.some(({ ref }) => seconds(ref.firstSyncTime) === seen);
    if (isOrdered || isForNow || !truth || standing?.requestor !== 'somebody') return;
    if (standing.requestedAt > truth.firstSync && truth.guid === guid) {
      this.#fail(`another's wipe of the returned ${guid} is cancelled`);
    }
  }

  #checkRemoval(command: Command): void {
    const guid = String(command.parameters['Identity']);
    const seen = this.#seen(command);
    // What is gone cannot be removed.
    if (seen === undefined) return;
    const orders = this.world.orders.filter(({ ref }) => ref.guid === guid && seconds(ref.firstSyncTime) === seen);
    const removals = this.world.settings.filter((one) => one.order.what === 'remove' && orders.includes(one));
    const ends = orders.filter(({ order }) => 'end' in order && order.end === 'REMOVE_PARTNERSHIP');
    if (removals.length + ends.length === 0) {
      this.#fail(`${guid} is removed as no order has it`);
      return;
    }
    const [status = ''] = this.#read(command, 'Statistics').map((one) => one['Status'] ?? '');
    const isUnfinished = status.endsWith('Pending');
    const mayLose = removals.some(({ order }) => order.what === 'remove' && order.force);
    const isApproved = ends.some(({ id }) => this.world.approved.has(id));
    if (isUnfinished && !mayLose && !isApproved) this.#fail(`${guid} is removed with an unfinished wipe`);
  }

  #checkLists(command: Command): void {
    const { parameters } = command;
    const list = (name: string): ListChange => (parameters[name] as ListChange | undefined) ?? new ListChange([], []);
    const [allowed, blocked] = [list('ActiveSyncAllowedDeviceIDs'), list('ActiveSyncBlockedDeviceIDs')];
    const expect = (ids: readonly string[], what: string, mayBe: (one: Ordered) => boolean): void => {
      for (const id of ids) {
        const fits = this.world.orders.some((one) => this.world.devices[one.device]!.deviceId === id && mayBe(one));
        if (!fits) this.#fail(`${id} is ${what} without an order`);
      }
    };
    expect(allowed.add, 'allowed', ({ order }) => order.what === 'allow');
    expect(blocked.remove, 'taken off the blocked list', ({ order }) => order.what === 'allow');
    expect(
      allowed.remove,
      'taken off the allowed list',
      ({ order }) => order.what !== 'allow' && order.what !== 'refresh',
    );
    expect(blocked.add, 'blocked', ({ order }) => order.what === 'block' || ('block' in order && order.block));
    for (const id of blocked.add) this.#checkBlockWaits(id);
  }

  /** A block must not come before a wipe that could still arrive, unless it has waited for a day. */
  #checkBlockWaits(deviceId: string): void {
    const device = this.world.devices.findIndex((one) => one.deviceId === deviceId);
    const own = this.world.orders.filter((one) => one.device === device);
    if (own.some(({ order }) => 'block' in order && order.block)) return;
    const open = own.filter((one) => isWipe(one) && this.#arrived.has(one.id) && !this.#finals.has(one.id));
    const truth = this.world.truth(device);
    const isUnfinished = truth !== undefined && truth.wipeStatus.endsWith('Pending') && open.length > 0;
    const blocks = own.filter(({ order, firstSeenAt }) => order.what === 'block' && firstSeenAt !== undefined);
    const isOver = blocks.some(({ firstSeenAt }) => this.world.harness.now() >= firstSeenAt! + 24 * HOUR);
    if (isUnfinished && !isOver && !this.#hasJumped) this.#fail(`${deviceId} is blocked before its wipe could arrive`);
  }

  #checkOutcomes({ completed, outcomes }: RunResult, orders: readonly Ordered[]): void {
    const wasReplaced = completed.problems.some(({ code }) => code === 'state.locked');
    for (const { id } of orders) if (!wasReplaced && !outcomes.has(id)) this.#fail(`${id} has no outcome`);
    for (const [id, outcome] of outcomes) {
      // What a replaced run said, it said before the other one said more.
      if (wasReplaced && outcome['isFinal'] !== true) continue;
      const state = stateOf(outcome);
      const before = this.#finals.get(id);
      if (before !== undefined && before !== state)
        this.#fail(`the final outcome of ${id} was ${before} and is ${state}`);
      const isFinal = outcome['isFinal'] === true;
      if (isFinal !== FINAL.test(state)) this.#fail(`${id} is ${state}, and final: ${String(isFinal)}`);
      if (isFinal && !id.startsWith('refresh')) this.#finals.set(id, state);
    }
  }

  /** When everything has had time to come to rest. */
  atTheEnd(): void {
    this.#checkErasures();
    this.#checkJournal();
    for (const order of this.world.settings) this.#checkEnd(order);
    for (const device of this.world.devices.keys()) this.#checkListsAtTheEnd(device);
  }

  #checkErasures(): void {
    const { harness, devices } = this.world;
    for (const { deviceId, effect } of harness.organization.population.erasedPhones()) {
      const device = devices.findIndex((one) => one.deviceId === deviceId);
      const sent = this.world.orders.filter((one) => one.device === device && this.#arrived.has(one.id));
      if (device >= 0 && this.#uncounted.has(device)) continue;
      if (sent.length === 0) this.#fail(`${deviceId} was erased, and no wipe was sent to it`);
      else if (effect === 'wholeDevice' && !sent.some(({ order }) => order.what === 'wipe')) {
        this.#fail(`${deviceId} was erased as a whole, and only its account should have been`);
      }
    }
    // Online never tells that a wipe was done, so its standing order lives on until somebody approves its end.
    if (harness.organization.site.version === 'Online') return;
    for (const device of devices.keys()) {
      const sent = this.world.orders.filter((one) => one.device === device && this.#arrived.has(one.id));
      const isKept = sent.some(({ order }) => 'end' in order && order.end === 'KEEP');
      const count = this.#erasures(device).length;
      if (!isKept && !this.#uncounted.has(device) && count > sent.length) {
        this.#fail(`device ${String(device)} was erased ${String(count)} times for ${String(sent.length)} order(s)`);
      }
    }
  }

  #checkJournal(): void {
    const journal = this.world.harness.store.collection<ActionRecord>('journal');
    for (const id of this.#arrived.keys()) {
      if (!journal.get(id)?.wipe) this.#fail(`the wipe ${id} reached Exchange, and the journal does not have it`);
    }
    for (const [id, { wipe }] of journal.entries()) {
      if (wipe?.takenAt !== undefined && !this.#arrived.has(id)) {
        this.#fail(`the journal has the wipe ${id} as taken, and it never reached Exchange`);
      }
    }
  }

  #checkEnd(one: Ordered): void {
    const outcome = this.world.last.get(one.id);
    const state = outcome ? stateOf(outcome) : 'NONE';
    if (/UNCONFIRMED|WAITING|AWAITING|NONE/.test(state)) this.#fail(`${one.id} never came to rest: ${state}`);
    if (state === 'FAILED' && one.order.what !== 'refresh') this.#fail(`${one.id} failed`);
    if (!isWipe(one)) return;
    const truth = this.world.truth(one.device);
    const isSame =
      truth?.guid === one.ref.guid &&
      seconds(new Date(truth.firstSync).toISOString()) === seconds(one.ref.firstSyncTime);
    const standing = truth?.state[one.order.what === 'wipe' ? 'wholeDevice' : 'accountOnly'];
    if (state === 'PENDING' && !(isSame && standing)) this.#fail(`${one.id} is pending, and Exchange has no such wipe`);
    const isMoot = this.world.orders.some((other) => other.order.what === 'wipe' && other.ref.guid === one.ref.guid);
    if (state === 'SUPERSEDED' && isSame && !(one.order.what === 'accountWipe' && isMoot))
      this.#fail(`${one.id} is superseded, and its device is as it was`);
    // Exchange cancels the wipes of both kinds at once.
    const mayBeCancelled =
      this.#cancelledByOthers.has(one.device) ||
      this.world.orders.some((other) => cancels(other, one)) ||
      this.world.orders.some((other) => other.order.what !== one.order.what && this.world.approved.has(other.id));
    if (state === 'CANCELLED' && !mayBeCancelled) this.#fail(`${one.id} is cancelled, and nobody has cancelled it`);
    const acknowledged = (outcome?.['wipe'] as Json | undefined)?.['acknowledgedAt'];
    if (acknowledged !== undefined && this.#erasures(one.device).length === 0) {
      this.#fail(`${one.id} was acknowledged, and the device was not erased`);
    }
  }

  /** The later of two orders to the contrary is the one that holds. */
  #checkListsAtTheEnd(device: number): void {
    const own = this.world.orders.filter((one) => one.device === device);
    const others = own.some(({ order, isWithdrawn }) => isWithdrawn || order.what === 'remove' || 'end' in order);
    const last = own.filter(({ order }) => order.what === 'allow' || order.what === 'block').at(-1);
    if (!last || others || this.#listsTouched.has(device)) return;
    const { mailboxGuid, deviceId } = this.world.devices[device]!;
    const cas = this.world.harness.read('Get-CASMailbox', { Identity: mailboxGuid })[0];
    const list = last.order.what === 'allow' ? 'Allowed' : 'Blocked';
    const ids = (cas?.[`ActiveSync${list}DeviceIDs`] ?? '').split(',');
    if (!hasDeviceId(ids, deviceId)) this.#fail(`${deviceId} is not ${list}, though ${last.id} was the last order`);
  }

  #isTakenBack(wipe: Ordered): boolean {
    return this.world.orders.some(
      (other) =>
        cancels(other, wipe) && (!other.isWithdrawn || this.#finals.has(other.id)) && other.firstSeenAt !== undefined,
    );
  }

  /** The first synchronization that Exchange shows through the server that the command names, in seconds. */
  #seen(command: Command): number | undefined {
    const [device] = this.#read(command, '');
    return device?.['FirstSyncTime'] === undefined ? undefined : seconds(device['FirstSyncTime']);
  }

  #read({ cmdlet, parameters }: Command, suffix: '' | 'Statistics'): Record<string, string>[] {
    const noun = cmdlet.slice(cmdlet.indexOf('-') + 1);
    const through = parameters['DomainController'];
    try {
      return this.world.harness.read(`Get-${noun}${suffix}`, {
        Identity: parameters['Identity'],
        ...(through === undefined ? {} : { DomainController: through }),
      });
    } catch {
      return [];
    }
  }

  #erasures(device: number): { readonly at: string }[] {
    const { deviceId } = this.world.devices[device]!;
    return [...this.world.harness.organization.population.erasedPhones()].filter((one) => one.deviceId === deviceId);
  }

  #fail(what: string): void {
    this.violations.push(what);
  }
}

function isWipe({ order }: Ordered): boolean {
  return order.what === 'wipe' || order.what === 'accountWipe';
}

function cancels(other: Ordered, wipe: Ordered): boolean {
  const { guid, firstSyncTime } = other.ref;
  const isLater = Number(other.id.split('-')[1]) > Number(wipe.id.split('-')[1]);
  return (
    other.order.what === 'cancelWipe' &&
    isLater &&
    guid === wipe.ref.guid &&
    seconds(firstSyncTime) === seconds(wipe.ref.firstSyncTime)
  );
}

const stateOf = (outcome: Json): string => String(outcome['state']).replace('ACTION_STATE_', '');

const seconds = (time: string): number => Math.floor(Date.parse(time) / 1000);
