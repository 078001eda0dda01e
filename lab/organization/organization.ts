import type { ExchangeVersion } from '../../plugin/exchange/exchange-version';
import { clientCatalogue } from './client-catalogue';
import { type DeviceWorld, familiesByShare } from './device';
import { Dice } from './dice';
import { Directory } from './directory';
import { type Group, organizationGroups, type RemoteRecipient, remoteRecipients } from './groups';
import { GuidCodec } from './guid-codec';
import { IdentityResolver } from './identity';
import { LabClock } from './lab-clock';
import { Layout } from './layout';
import { type Keeper, Overlay, type View, type WriteContext } from './overlay';
import { Population } from './population';
import { Reader } from './reader';
import { type Site, siteOf } from './sites';

const DAY = 86_400_000;

/** What an organization is made of. */
export interface OrganizationOptions {
  /** How many partnerships it begins with, exactly. */
  readonly devices: number;
  readonly seed: number;
  readonly version: ExchangeVersion;
  /** Real time in milliseconds. */
  readonly realNow: () => number;
  /** If given, time stands at this point (milliseconds) until it is advanced. */
  readonly fixedStart?: number | undefined;
  /** Where changes are kept; in memory only if absent. */
  readonly keeper?: Keeper | undefined;
}

/** What is kept of the options, to tell another organization in the same folder. */
interface Birth {
  readonly devices: number;
  readonly seed: number;
  readonly version: ExchangeVersion;
  readonly bornAt: number;
}

/** The folder holds another organization than the one that was asked for. */
export class OtherOrganizationError extends Error {
  override readonly name = 'OtherOrganizationError' as const;
}

/**
 * A simulated Exchange organization: a function of (seed, number) and an overlay of what was changed since, so that a
 * million partnerships cost no memory until they are touched.
 */
export class Organization {
  readonly site: Site;
  readonly clock: LabClock;
  readonly directory: Directory;
  readonly population: Population;
  readonly identities: IdentityResolver;
  readonly world: DeviceWorld;
  /** How long it takes until a change is seen through other domain controllers, in milliseconds. */
  replicationLagMs = 0;
  private readonly overlay: Overlay;

  constructor(options: OrganizationOptions) {
    this.overlay = new Overlay(options.keeper);
    const offset = this.overlay.current('meta', 'clockOffset') as number | undefined;
    this.clock = new LabClock(options.realNow, offset ?? 0, options.fixedStart);
    const { bornAt } = this.birth(options);
    const dice = new Dice(options.seed);
    const catalogue = clientCatalogue();
    this.site = siteOf(options.version);
    this.world = {
      dice,
      guids: new GuidCodec(dice),
      site: this.site,
      // The history lies on whole days, so that two labs made on one day with one seed are alike.
      origin: Math.floor(bornAt / DAY) * DAY,
      bornAt,
      families: familiesByShare(catalogue),
    };
    this.identities = new IdentityResolver(this.world.guids, this.site);
    this.directory = new Directory(this.world, catalogue, this.overlay);
    const layout = new Layout(options.devices, dice);
    this.population = new Population(
      this.world,
      layout,
      this.overlay,
      () => this.clock.now(),
      (index) => this.isServed(index),
    );
  }

  /** A reader of the organization as it is seen now, through a domain controller if one is named. */
  reader(domainController?: string): Reader {
    const now = this.clock.now();
    const view: View = { now, domainController };
    return new Reader(this, view, now);
  }

  /** A reader of the organization as it is, whether replicated or not. */
  currentReader(): Reader {
    return new Reader(this, undefined, this.clock.now());
  }

  /**
   * Where a change is written. Everything that had to happen until now happens first, under the old circumstances.
   */
  beginChange(domainController?: string): WriteContext {
    this.population.settleAll();
    return { now: this.clock.now(), domainController, replicationLagMs: this.replicationLagMs };
  }

  /** Moves the clock forward. */
  advanceClock(ms: number): void {
    this.clock.advance(ms);
    this.keep('clockOffset', this.clock.offset);
    this.population.settleAll();
  }

  get groups(): readonly Group[] {
    const isOnline = this.site.version === 'Online';
    return organizationGroups().filter(({ dynamic }) => !isOnline || dynamic?.unit === undefined);
  }

  get remotes(): readonly RemoteRecipient[] {
    return remoteRecipients();
  }

  /** A value that is kept with the organization; undefined if there is none. */
  kept(name: string): unknown {
    return this.overlay.current('meta', name);
  }

  /** Keeps a value with the organization. */
  keep(name: string, value: unknown): void {
    this.overlay.amend('meta', name, value, this.clock.now());
  }

  async close(): Promise<void> {
    await this.overlay.close();
  }

  private isServed(index: number): boolean {
    const reader = this.currentReader();
    const mailbox = reader.mailbox(this.population.mailboxOf(index));
    return reader.access(this.population.device(index), mailbox).state !== 'Blocked';
  }

  private birth(options: OrganizationOptions): Birth {
    const { devices, seed, version } = options;
    const known = this.overlay.current('meta', 'birth') as Birth | undefined;
    if (known === undefined) {
      const birth = { devices, seed, version, bornAt: Math.floor(this.clock.now() / 1000) * 1000 };
      this.overlay.amend('meta', 'birth', birth, birth.bornAt);
      return birth;
    }
    if (known.devices !== devices || known.seed !== seed || known.version !== version) {
      throw new OtherOrganizationError(
        `The lab's folder holds an organization of ${known.devices} devices, seed ${known.seed}, version ` +
          `${known.version}; asked for were ${devices} devices, seed ${seed}, version ${version}. ` +
          'Ask for the same, or choose another folder.',
      );
    }
    return known;
  }
}
