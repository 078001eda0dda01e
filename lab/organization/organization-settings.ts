import type { AccessRule } from './access-decision';

/** A device access rule, as the organization keeps it. */
export interface DeviceAccessRule extends AccessRule {
  readonly guid: string;
  readonly whenCreated: number;
  readonly whenChanged: number;
}

/** The organization's ActiveSync settings. */
export interface ActiveSyncSettings {
  readonly defaultAccessLevel: string;
  readonly userMailInsert: string;
  readonly adminMailRecipients: readonly string[];
  readonly otaNotificationMailInsert: string;
  readonly allowAccessForUnsupportedPlatform: boolean;
  readonly allowRmsSupportForUnenlightenedApps: boolean;
  readonly enableMobileMailboxPolicyWhenCaInPlace: boolean;
  readonly whenChanged: number;
}

/** The settings that the organization begins with. */
export function initialSettings(origin: number): ActiveSyncSettings {
  return {
    defaultAccessLevel: 'Allow',
    userMailInsert: 'Your device has to be approved. Call the help desk: +358 5 0100 100.',
    adminMailRecipients: ['mobile.admins@contoso.com'],
    otaNotificationMailInsert: '',
    allowAccessForUnsupportedPlatform: false,
    allowRmsSupportForUnenlightenedApps: false,
    enableMobileMailboxPolicyWhenCaInPlace: false,
    whenChanged: origin - 200 * 86_400_000,
  };
}

/** The name of a rule, which Exchange makes of its query and characteristic. */
export function ruleName(queryString: string, characteristic: string): string {
  return `${queryString} (${characteristic})`;
}

/** The rules that the organization begins with. */
export function initialRules(guidOf: (number: number) => string, origin: number): DeviceAccessRule[] {
  const rule = (
    number: number,
    characteristic: string,
    queryString: string,
    accessLevel: string,
  ): DeviceAccessRule => ({
    guid: guidOf(number),
    name: ruleName(queryString, characteristic),
    characteristic,
    queryString,
    accessLevel,
    whenCreated: origin - (400 + number) * 86_400_000,
    whenChanged: origin - (300 + number) * 86_400_000,
  });
  return [
    rule(0, 'DeviceModel', 'Outlook for iOS and Android', 'Allow'),
    rule(1, 'DeviceType', 'WP8', 'Block'),
    rule(2, 'DeviceOS', 'Android 5.0.1', 'Quarantine'),
    rule(3, 'DeviceType', 'Thunderbird', 'Quarantine'),
    rule(4, 'DeviceModel', 'XQ-DQ54', 'Quarantine'),
    rule(5, 'UserAgent', 'Nine-4.9.4b', 'Allow'),
  ];
}
