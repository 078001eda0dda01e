import table from './os-support-table.json';

/** What is known of an operating system's security updates. */
export interface OsSupport {
  /** With its major version: "iOS 17"; as the device states it if it is none of the known ones. */
  readonly name: string;
  /** `unknown`: the version is not stated, or not in the table. */
  readonly state: 'updated' | 'ended' | 'unknown';
  /** The day of the last security updates (YYYY-MM-DD); empty unless they have ended. */
  readonly endedOn: string;
}

interface Platform {
  readonly first: number;
  readonly older: string;
  readonly versions: Readonly<Record<string, string | null>>;
}

const PLATFORMS: Readonly<Record<keyof typeof table.platforms, Platform>> = table.platforms;

/** The day up to which the table is known to be right (YYYY-MM-DD). */
export const OS_SUPPORT_AS_OF = table.asOf;

/** The first version under the name iPadOS; earlier iPads run iOS. */
const FIRST_IPADOS = 13;

/**
 * Whether an operating system still gets security updates, by its major version.
 * @param device what the device says of itself; DeviceOS is free text, for example "iOS 17.5.1 21F90" or "Android 14"
 * @param today YYYY-MM-DD
 */
export function osSupport(
  device: { readonly deviceOs: string; readonly deviceType: string },
  today: string,
): OsSupport {
  const match = /^(iOS|iPhone OS|iPadOS|Android)\D{0,10}(\d{1,3})(?!\d)/i.exec(device.deviceOs.trim());
  if (!match) return { name: device.deviceOs.trim(), state: 'unknown', endedOn: '' };
  const major = Number(match[2]);
  const platform = platformOf(String(match[1]).toLowerCase(), device.deviceType, major);
  const name = `${platform} ${String(major)}`;
  const { first, versions, older } = PLATFORMS[platform];
  const ended = major < first ? older : versions[String(major)];
  if (ended === undefined) return { name, state: 'unknown', endedOn: '' };
  // A device whose clock, or a lab whose clock, is before the day still had updates then.
  return ended !== null && ended <= today
    ? { name, state: 'ended', endedOn: ended }
    : { name, state: 'updated', endedOn: '' };
}

function platformOf(name: string, deviceType: string, major: number): keyof typeof table.platforms {
  if (name === 'android') return 'Android';
  const isIpad = name === 'ipados' || /^ipad/i.test(deviceType);
  return isIpad && major >= FIRST_IPADOS ? 'iPadOS' : 'iOS';
}
