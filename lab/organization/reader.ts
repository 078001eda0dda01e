import { type AccessDecision, type AccessFacts, decideAccess } from './access-decision';
import type { Device, DeviceWorld } from './device';
import type { CasSettings, Directory } from './directory';
import { Mailbox } from './mailbox';
import { type MailboxPolicy, meetsPolicy } from './mailbox-policy';
import type { ActiveSyncSettings, DeviceAccessRule } from './organization-settings';
import type { View } from './overlay';
import { Partnership } from './partnership';
import type { PartnershipState } from './partnership-state';
import type { Population } from './population';

/** The parts of an organization that a reader looks at. */
export interface Readable {
  readonly world: DeviceWorld;
  readonly directory: Directory;
  readonly population: Population;
}

/**
 * The organization as one command sees it, at one point in time and through one domain controller. Configuration is
 * read once and kept, so that a list of a million partnerships is cheap.
 */
export class Reader {
  readonly policies: readonly MailboxPolicy[];
  readonly rules: readonly DeviceAccessRule[];
  readonly settings: ActiveSyncSettings;
  private readonly defaultPolicy: MailboxPolicy | undefined;
  private lastMailbox: Mailbox | undefined;

  /** @param view undefined: everything as it is, as the server that carries it out knows it */
  constructor(
    private readonly parts: Readable,
    private readonly view: View | undefined,
    readonly now: number,
  ) {
    this.policies = parts.directory.policies(view);
    this.rules = parts.directory.rules(view);
    this.settings = parts.directory.settings(view);
    this.defaultPolicy = parts.directory.defaultPolicy(this.policies);
  }

  get mailboxCount(): number {
    return this.parts.population.layout.mailboxes;
  }

  /** How many places for partnerships there are. */
  get placeCount(): number {
    return this.parts.population.places;
  }

  mailbox(index: number): Mailbox {
    if (this.lastMailbox?.index !== index) this.lastMailbox = new Mailbox(this.parts.world, index);
    return this.lastMailbox;
  }

  *mailboxes(): Iterable<Mailbox> {
    for (let index = 0; index < this.mailboxCount; index++) yield this.mailbox(index);
  }

  cas(mailbox: Mailbox): CasSettings {
    return this.parts.directory.cas(mailbox, () => this.seedDevices(mailbox.index), this.view);
  }

  deviceClasses(): ReturnType<Directory['deviceClasses']> {
    return this.parts.directory.deviceClasses(this.view);
  }

  /** The policy that holds for the mailbox. */
  policyOf(mailbox: Mailbox): MailboxPolicy | undefined {
    const changed = this.parts.directory.changedCas(mailbox.index, this.view);
    if (changed === undefined && mailbox.policyNumber === 0) return this.defaultPolicy;
    const guid = (changed ?? this.cas(mailbox)).policyGuid;
    return this.policies.find((policy) => policy.guid === guid) ?? this.defaultPolicy;
  }

  /** The partnership in a place; undefined if there is none now. */
  partnership(index: number): Partnership | undefined {
    const state = this.parts.population.state(index, this.view);
    if (!state.present) return undefined;
    const { population, world } = this.parts;
    const device = population.device(index);
    const mailbox = this.mailbox(population.mailboxOf(index));
    return new Partnership(index, device, mailbox, state, {
      guid: world.guids.encode('device', index, state.generation),
      now: this.now,
      facts: () => population.facts(index, device),
      access: () => this.access(device, mailbox, state),
      policy: () => this.policyOf(mailbox),
    });
  }

  *partnerships(): Iterable<Partnership> {
    for (let index = 0; index < this.parts.population.places; index++) {
      const partnership = this.partnership(index);
      if (partnership !== undefined) yield partnership;
    }
  }

  /** The partnerships of a mailbox. */
  partnershipsOf(mailbox: Mailbox): Partnership[] {
    return this.parts.population
      .placesOf(mailbox.index)
      .map((index) => this.partnership(index))
      .filter((partnership) => partnership !== undefined);
  }

  /** What Exchange does with a device of this mailbox. Without a state, discovery is left out of account. */
  access(device: Device, mailbox: Mailbox, state?: PartnershipState): AccessDecision {
    return decideAccess(this.accessFacts(device, mailbox, state));
  }

  private accessFacts(device: Device, mailbox: Mailbox, state: PartnershipState | undefined): AccessFacts {
    const changed = this.parts.directory.changedCas(mailbox.index, this.view);
    const isOn = (ids: readonly string[]): boolean =>
      ids.some((id) => id.toLowerCase() === device.deviceId.toLowerCase());
    const firstSync = state?.firstSync ?? device.firstSync;
    const isFirstContact = device.isNewcomer || (state?.firstSync ?? null) !== null;
    const policy = this.policyOf(mailbox);
    return {
      enabled: isEnabled(device, mailbox, changed),
      meetsPolicy: policy === undefined || meetsPolicy(policy, device.family.provisioning),
      onBlockedList: changed === undefined ? isListed(device, 'blocked') : isOn(changed.blockedDeviceIds),
      onAllowedList: changed === undefined ? isListed(device, 'allowed') : isOn(changed.allowedDeviceIds),
      inDiscovery:
        state !== undefined &&
        isFirstContact &&
        device.clientVersion !== '' &&
        this.now < firstSync + device.discoveryMs,
      inUpgrade: state?.generation === 0 && state.firstSync === null && this.now < (device.upgradeUntil ?? 0),
      characteristic: (name) => characteristicOf(device, name),
      rules: this.rules,
      defaultAccessLevel: this.settings.defaultAccessLevel,
    };
  }

  private seedDevices(mailbox: number): Device[] {
    const [begin, end] = this.parts.population.layout.partnershipsOf(mailbox);
    const devices: Device[] = [];
    for (let index = begin; index < end; index++) devices.push(this.parts.population.device(index));
    return devices;
  }
}

function isListed(device: Device, list: 'allowed' | 'blocked'): boolean {
  return device.idSalt === 0 && device.listed === list;
}

/** Whether the client's protocol is enabled for the mailbox. */
function isEnabled(device: Device, mailbox: Mailbox, changed: CasSettings | undefined): boolean {
  switch (device.clientType) {
    case 'REST':
      return changed?.flags['OutlookMobileEnabled'] !== false;
    case 'UniversalOutlook':
      return changed?.flags['UniversalOutlookEnabled'] !== false;
    case 'MOWA':
      return changed?.flags['OWAforDevicesEnabled'] !== false;
    default:
      return changed?.activeSyncEnabled ?? mailbox.activeSyncEnabled;
  }
}

/** What a rule compares. */
function characteristicOf(device: Device, name: string): string {
  switch (name) {
    case 'DeviceType':
      return device.deviceType;
    case 'DeviceModel':
      return device.deviceModel;
    case 'DeviceOS':
      return device.deviceOS;
    case 'UserAgent':
      return device.userAgent;
    default:
      return '';
  }
}
