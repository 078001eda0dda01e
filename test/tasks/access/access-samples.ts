import * as fc from 'fast-check';
import type {
  AccessLevel,
  Characteristic,
  DesiredAccess,
  DesiredRule,
  DeviceAccessRule,
  OrganizationSettings,
} from '../../../protocol';
import type { SeenAccess } from '../../../tasks/eas-connector-security/access/access-plan';

const LEVELS: readonly AccessLevel[] = ['Allow', 'Quarantine', 'Block'];

/** Few values, so that rules and devices meet. */
export const TYPES = ['iPhone', 'Android', 'WP8'] as const;
export const MODELS = ['A', 'B'] as const;

export const level = fc.constantFrom(...LEVELS);

export function settings(patch: Partial<OrganizationSettings> = {}): OrganizationSettings {
  return {
    defaultAccessLevel: 'Allow',
    userMailInsert: '',
    adminMailRecipients: [],
    otaNotificationMailInsert: '',
    allowAccessForUnsupportedPlatform: undefined,
    allowRmsSupportForUnenlightenedApps: undefined,
    enableMobileMailboxPolicyWhenCaInPlace: undefined,
    whenChanged: undefined,
    otherProperties: [],
    ...patch,
  };
}

/** A rule as Exchange has it. */
export function rule(
  guid: string,
  characteristic: Characteristic | undefined,
  queryString: string,
  accessLevel: AccessLevel | undefined,
): DeviceAccessRule {
  const rest = { identity: '', whenChanged: undefined, otherProperties: [] };
  return { guid, name: `rule ${guid}`, characteristic, queryString, accessLevel, ...rest };
}

export function desired(patch: Partial<DesiredAccess> = {}): DesiredAccess {
  return {
    defaultAccessLevel: undefined,
    userMailInsert: undefined,
    adminMailRecipients: undefined,
    otaNotificationMailInsert: undefined,
    rules: undefined,
    removeOtherRules: false,
    preApproveExistingDevices: false,
    maxDevicesLosingAccess: 0,
    ...patch,
  };
}

const comparison = fc.oneof(
  fc.record({ characteristic: fc.constant('DeviceType' as const), queryString: fc.constantFrom(...TYPES) }),
  fc.record({ characteristic: fc.constant('DeviceModel' as const), queryString: fc.constantFrom(...MODELS) }),
);

const wantedRule: fc.Arbitrary<DesiredRule> = fc
  .record({ what: comparison, accessLevel: level })
  .map(({ what, accessLevel }) => ({ ...what, accessLevel }));

/** Rules of an organization, with some that mean the same under different names. */
const seenRules = fc
  .array(fc.record({ one: wantedRule, isUpper: fc.boolean() }), { maxLength: 7 })
  .map((all) =>
    all.map(({ one, isUpper }, index) =>
      rule(`g${index}`, one.characteristic, isUpper ? one.queryString.toUpperCase() : one.queryString, one.accessLevel),
    ),
  );

/** What is. */
export const seenAccess: fc.Arbitrary<SeenAccess> = fc
  .record({ defaultAccessLevel: level, rules: seenRules })
  .map(({ defaultAccessLevel, rules }) => ({ settings: settings({ defaultAccessLevel }), rules }));

/** What is wanted. */
export const desiredAccess: fc.Arbitrary<DesiredAccess> = fc
  .record({
    defaultAccessLevel: fc.option(level, { nil: undefined }),
    rules: fc.uniqueArray(wantedRule, {
      maxLength: 5,
      selector: ({ characteristic, queryString }) => `${characteristic} ${queryString}`,
    }),
    removeOtherRules: fc.boolean(),
  })
  .map((patch) => desired(patch));
