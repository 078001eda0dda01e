import { osName } from '../../tasks/eas-connector-manage/tally';
import { MostNoted, reasonsFor, type Noted } from './attention';
import { Distribution } from './distribution';
import { enumName } from './enum-name';
import type { PartnershipJson } from './inventory-json';
import { syncAge } from './sync-age';

/** What a digest is made with. */
export interface DigestOptions {
  /** The time of the inventory, in milliseconds since 1970. */
  readonly nowMs: number;
  /** Partnerships that are listed. */
  readonly rows: number;
  /** GUIDs of partnerships for which findings need a name. */
  readonly wanted: ReadonlySet<string>;
}

/** What a page shows of an inventory: counts and a few partnerships, whatever its size. */
export class InventoryDigest {
  readonly byPlatform = new Distribution();
  readonly byOs = new Distribution();
  readonly byClient = new Distribution();
  readonly byEasVersion = new Distribution();
  readonly byAccessState = new Distribution();
  readonly bySyncAge = new Distribution();
  readonly #named = new Map<string, PartnershipJson>();
  readonly #noted: MostNoted;
  #partnerships = 0;

  constructor(private readonly options: DigestOptions) {
    this.#noted = new MostNoted(options.rows);
  }

  add(partnership: PartnershipJson): void {
    const { nowMs, wanted } = this.options;
    const { deviceOs = '', deviceType = '', statistics, guid = '' } = partnership;
    this.#partnerships += 1;
    this.byPlatform.add(platform(deviceOs, deviceType));
    this.byOs.add(osName(deviceOs));
    this.byClient.add(enumName('CLIENT_FAMILY', partnership.clientFamily) || 'Not recognized');
    this.byEasVersion.add(easVersion(partnership));
    this.byAccessState.add(enumName('DEVICE_ACCESS_STATE', partnership.deviceAccessState) || 'Unknown');
    this.bySyncAge.add(syncAge(statistics?.lastSuccessSync, statistics !== undefined, nowMs));
    this.#noted.add(partnership, reasonsFor(partnership, nowMs));
    if (wanted.has(guid)) this.#named.set(guid, partnership);
  }

  get partnerships(): number {
    return this.#partnerships;
  }

  /** How many partnerships deserve attention. */
  get notedTotal(): number {
    return this.#noted.total;
  }

  /** Those that deserve it most. */
  noted(): readonly Noted[] {
    return this.#noted.list();
  }

  /** A partnership that a finding names; undefined if it was not among the partnerships. */
  named(guid: string): PartnershipJson | undefined {
    return this.#named.get(guid);
  }
}

const PLATFORMS: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/^ipados/i, 'iPadOS'],
  [/^(ios|iphone os)/i, 'iOS'],
  [/^android/i, 'Android'],
  [/^windows phone/i, 'Windows Phone'],
  [/^windows/i, 'Windows'],
  [/^(mac ?os|os x)/i, 'macOS'],
  [/^linux/i, 'Linux'],
];

/** Newer iPads name their system iOS as well; the device type tells them apart. */
function platform(deviceOs: string, deviceType: string): string {
  const text = deviceOs.trim();
  if (text === '') return 'Not stated';
  const name = PLATFORMS.find(([pattern]) => pattern.test(text))?.[1] ?? 'Other';
  return name === 'iOS' && /^ipad/i.test(deviceType) ? 'iPadOS' : name;
}

function easVersion({ clientType = '', clientVersion = '', clientFamily }: PartnershipJson): string {
  const isEas =
    (clientType === '' || clientType.toLowerCase() === 'eas') && !(clientFamily ?? '').endsWith('OUTLOOK_MOBILE');
  if (!isEas) return 'Not EAS';
  return /^\d{1,2}\.\d{1,2}$/.test(clientVersion) ? `EAS ${clientVersion}` : 'Not stated';
}

/** True for the name of an EAS version that Exchange Online refuses. */
export function isBelow161(name: string): boolean {
  const match = /^EAS (\d+)\.(\d+)$/.exec(name);
  return match !== null && Number(match[1]) * 100 + Number(match[2]) < 1601;
}
