/** What the organization, or a rule, does with a device. Exchange's words. */
export type AccessLevel = 'Allow' | 'Block' | 'Quarantine';

/** The property of a device that a rule compares. Exchange's words. */
export type Characteristic = 'DeviceType' | 'DeviceModel' | 'DeviceOS' | 'UserAgent' | 'XMSWLHeader';

/** A device access rule as it should be. */
export interface DesiredRule {
  readonly characteristic: Characteristic;
  readonly queryString: string;
  readonly accessLevel: AccessLevel;
}

/** The organization's access settings as they should be; what is undefined is not touched. */
export interface DesiredAccess {
  readonly defaultAccessLevel: AccessLevel | undefined;
  readonly userMailInsert: string | undefined;
  readonly adminMailRecipients: readonly string[] | undefined;
  readonly otaNotificationMailInsert: string | undefined;
  readonly rules: readonly DesiredRule[] | undefined;
  readonly removeOtherRules: boolean;
  readonly preApproveExistingDevices: boolean;
  readonly maxDevicesLosingAccess: number;
}
