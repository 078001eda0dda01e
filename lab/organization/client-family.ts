import type { Dice } from './dice';

/** What a wipe can erase. */
export type WipeEffect = 'wholeDevice' | 'account' | 'appData';

/** How well a client carries out a mailbox policy. */
export type Provisioning = 'full' | 'partial' | 'none' | 'external';

/** A model of a family, with what it reports. */
export interface ClientModel {
  readonly model: string;
  readonly friendlyName: string;
  readonly systems: readonly [ClientSystem, ...ClientSystem[]];
}

/** An operating system as a client reports it, with the user agent that goes with it. */
export interface ClientSystem {
  readonly os: string;
  readonly userAgent: string;
}

/** A family of clients: those that behave alike. */
export interface ClientFamily {
  readonly name: string;
  /** How many of a thousand devices are of this family. */
  readonly share: number;
  readonly deviceType: string;
  /** ClientType as Exchange Online shows it; servers show Outlook and Windows Mail as EAS. */
  readonly clientType: 'EAS' | 'REST' | 'UniversalOutlook' | 'MOWA';
  /** The EAS version that the client speaks, if the server does; empty for clients that do not speak EAS. */
  readonly activeSyncVersion: string;
  /** What a plain wipe erases. */
  readonly wipeEffect: WipeEffect;
  readonly wipeSupported: boolean;
  readonly provisioning: Provisioning;
  readonly hasSubscriber: boolean;
  readonly models: readonly [ClientModel, ...ClientModel[]];
  /** Makes a device ID. `salt` changes when the client makes itself a new ID. */
  readonly deviceId: (random: DeviceRandom) => string;
}

/** Random material for a device ID. */
export interface DeviceRandom {
  readonly dice: Dice;
  readonly index: number;
  readonly salt: number;
  hex(length: number): string;
  /** Digits and capital letters, without those that are easily confused. */
  serial(length: number): string;
  digits(length: number): string;
  chance(share: number): boolean;
}

/** A client family's device, with defaults for what most of them share. */
export function family(
  init: Pick<ClientFamily, 'name' | 'share' | 'deviceType' | 'models' | 'deviceId'> & Partial<ClientFamily>,
): ClientFamily {
  return {
    clientType: 'EAS',
    activeSyncVersion: '16.1',
    wipeEffect: 'wholeDevice',
    wipeSupported: true,
    provisioning: 'full',
    hasSubscriber: false,
    ...init,
  };
}
