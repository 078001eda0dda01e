import type { ClientFamily } from './client-family';
import type { Device } from './device';
import { TOPIC } from './dice';
import { initialPolicies, type MailboxPolicy } from './mailbox-policy';
import type { Mailbox, MailboxWorld } from './mailbox';
import {
  type ActiveSyncSettings,
  type DeviceAccessRule,
  initialRules,
  initialSettings,
  ruleName,
} from './organization-settings';
import type { Overlay, View, WriteContext } from './overlay';

/** A mailbox's client access settings. */
export interface CasSettings {
  readonly activeSyncEnabled: boolean;
  /** Null: the default policy. */
  readonly policyGuid: string | null;
  readonly allowedDeviceIds: readonly string[];
  readonly blockedDeviceIds: readonly string[];
  /** Further settings by the parameter's name. */
  readonly flags: Readonly<Record<string, boolean | string | null>>;
  readonly whenChanged: number;
}

/** A model of device that the organization has seen. */
export interface DeviceClass {
  readonly name: string;
  readonly deviceType: string;
  readonly deviceModel: string;
}

/** The configuration and the mailboxes' settings: what lies in Active Directory, as the seed and the overlay have it. */
export class Directory {
  private readonly firstPolicies: readonly MailboxPolicy[];
  private readonly firstRules: readonly DeviceAccessRule[];

  constructor(
    private readonly world: MailboxWorld,
    private readonly catalogue: readonly ClientFamily[],
    private readonly overlay: Overlay,
  ) {
    this.firstPolicies = initialPolicies((number) => world.guids.encode('policy', number), world.origin);
    this.firstRules = initialRules((number) => world.guids.encode('rule', number), world.origin);
  }

  /** All mailbox policies. Here and below: as a reader with the view sees it, or as it is without one. */
  policies(view?: View): MailboxPolicy[] {
    return this.merged('policy', this.firstPolicies, view);
  }

  /** The policy that holds for mailboxes to which none was assigned. */
  defaultPolicy(policies: readonly MailboxPolicy[]): MailboxPolicy | undefined {
    return policies.find((policy) => policy.isDefault);
  }

  /** Changes or adds a policy; a new default policy takes the place of the old one. */
  writePolicy(policy: MailboxPolicy, context: WriteContext): void {
    for (const other of policy.isDefault ? this.policies() : []) {
      if (other.isDefault && other.guid !== policy.guid) {
        this.overlay.write('policy', other.guid, { ...other, isDefault: false }, context);
      }
    }
    this.overlay.write('policy', policy.guid, { ...policy, whenChanged: context.now }, context);
  }

  removePolicy(guid: string, context: WriteContext): void {
    this.overlay.write('policy', guid, null, context);
  }

  /** A GUID that no policy or rule has had. */
  newGuid(kind: 'policy' | 'rule'): string {
    const numbers = [...this.overlay.ids(kind)].map((guid) => this.world.guids.decode(kind, guid)?.index ?? 0);
    return this.world.guids.encode(kind, Math.max(99, ...numbers) + 1);
  }

  rules(view?: View): DeviceAccessRule[] {
    return this.merged('rule', this.firstRules, view);
  }

  writeRule(rule: Omit<DeviceAccessRule, 'name' | 'whenChanged'>, context: WriteContext): DeviceAccessRule {
    const written = { ...rule, name: ruleName(rule.queryString, rule.characteristic), whenChanged: context.now };
    this.overlay.write('rule', written.guid, written, context);
    return written;
  }

  removeRule(guid: string, context: WriteContext): void {
    this.overlay.write('rule', guid, null, context);
  }

  settings(view?: View): ActiveSyncSettings {
    return (this.overlay.read('settings', 'organization', view) ??
      initialSettings(this.world.origin)) as ActiveSyncSettings;
  }

  writeSettings(settings: ActiveSyncSettings, context: WriteContext): void {
    this.overlay.write('settings', 'organization', { ...settings, whenChanged: context.now }, context);
  }

  /** The settings of a mailbox that were changed; undefined if none were, which is most cheaply asked first. */
  changedCas(mailbox: number, view?: View): CasSettings | undefined {
    return (this.overlay.read('mailbox', String(mailbox), view) ?? undefined) as CasSettings | undefined;
  }

  /** The settings of a mailbox; `devices` are those that the seed gave to it. */
  cas(mailbox: Mailbox, devices: () => readonly Device[], view?: View): CasSettings {
    return this.changedCas(mailbox.index, view) ?? this.initialCas(mailbox, devices());
  }

  writeCas(mailbox: number, settings: CasSettings, context: WriteContext): void {
    this.overlay.write('mailbox', String(mailbox), { ...settings, whenChanged: context.now }, context);
  }

  deviceClasses(view?: View): DeviceClass[] {
    const classes = this.catalogue.flatMap(({ deviceType, models }) =>
      models.map(({ model }) => ({ name: `${deviceType}§${model}`, deviceType, deviceModel: model })),
    );
    return classes.filter(({ name }) => this.overlay.read('deviceClass', name, view) !== null);
  }

  removeDeviceClass(name: string, context: WriteContext): void {
    this.overlay.write('deviceClass', name, null, context);
  }

  private initialCas(mailbox: Mailbox, devices: readonly Device[]): CasSettings {
    const listed = (list: 'allowed' | 'blocked'): string[] =>
      devices.filter((device) => device.listed === list).map((device) => device.deviceId);
    // Some lists name devices that are long gone: removing a partnership does not clear them.
    const dead = this.world.dice.chance(0.04, TOPIC.deadId, mailbox.index)
      ? [`Appl${this.world.dice.hex(8, TOPIC.deadId, mailbox.index, 1).toUpperCase()}`]
      : [];
    const assigned = mailbox.policyNumber === 0 ? undefined : this.firstPolicies[mailbox.policyNumber];
    return {
      activeSyncEnabled: mailbox.activeSyncEnabled,
      policyGuid: assigned?.guid ?? null,
      allowedDeviceIds: [...listed('allowed'), ...dead],
      blockedDeviceIds: listed('blocked'),
      flags: {},
      whenChanged: mailbox.whenCreated,
    };
  }

  private merged<T extends { readonly guid: string }>(
    collection: 'policy' | 'rule',
    first: readonly T[],
    view: View | undefined,
  ): T[] {
    const known = new Set(first.map(({ guid }) => guid));
    const changed = (guid: string): T | null | undefined =>
      this.overlay.read(collection, guid, view) as T | null | undefined;
    const kept = first.map((object) => {
      const now = changed(object.guid);
      return now === undefined ? object : now;
    });
    const added = [...this.overlay.ids(collection)].filter((guid) => !known.has(guid)).map(changed);
    return [...kept, ...added].filter((object): object is T => object !== null && object !== undefined);
  }
}
