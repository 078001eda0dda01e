import type { AccessLevel, Characteristic, DeviceAccessRule, DeviceClass, OrganizationSettings } from '../../protocol';
import type { PSObject } from '../../psrp';
import { flag, guid, knownNames, list, otherProperties, text, time, untypable, word } from './properties';

const LEVELS: readonly AccessLevel[] = ['Allow', 'Block', 'Quarantine'];
const CHARACTERISTICS: readonly Characteristic[] = [
  'DeviceType',
  'DeviceModel',
  'DeviceOS',
  'UserAgent',
  'XMSWLHeader',
];

const SETTINGS = knownNames([
  'DefaultAccessLevel',
  'UserMailInsert',
  'AdminMailRecipients',
  'OtaNotificationMailInsert',
  'AllowAccessForUnSupportedPlatform',
  'AllowRMSSupportForUnenlightenedApps',
  'EnableMobileMailboxPolicyWhenCAInplace',
  'WhenChangedUTC',
]);

/** The organization's settings from what Get-ActiveSyncOrganizationSettings returns. */
export function readOrganizationSettings(object: PSObject): OrganizationSettings {
  const defaultAccessLevel = word(object, 'DefaultAccessLevel', LEVELS);
  return {
    defaultAccessLevel,
    userMailInsert: text(object, 'UserMailInsert'),
    adminMailRecipients: list(object, 'AdminMailRecipients'),
    otaNotificationMailInsert: text(object, 'OtaNotificationMailInsert'),
    allowAccessForUnsupportedPlatform: flag(object, 'AllowAccessForUnSupportedPlatform'),
    allowRmsSupportForUnenlightenedApps: flag(object, 'AllowRMSSupportForUnenlightenedApps'),
    enableMobileMailboxPolicyWhenCaInPlace: flag(object, 'EnableMobileMailboxPolicyWhenCAInplace'),
    whenChanged: time(object, 'WhenChangedUTC'),
    otherProperties: otherProperties(object, SETTINGS, untypable(object, { DefaultAccessLevel: defaultAccessLevel })),
  };
}

const RULE = knownNames(['Guid', 'Name', 'Identity', 'Characteristic', 'QueryString', 'AccessLevel', 'WhenChangedUTC']);

/** A rule from what Get-ActiveSyncDeviceAccessRule returns. */
export function readDeviceAccessRule(object: PSObject): DeviceAccessRule {
  const characteristic = word(object, 'Characteristic', CHARACTERISTICS);
  const accessLevel = word(object, 'AccessLevel', LEVELS);
  return {
    guid: guid(object, 'Guid'),
    name: text(object, 'Name'),
    identity: text(object, 'Identity'),
    characteristic,
    queryString: text(object, 'QueryString'),
    accessLevel,
    whenChanged: time(object, 'WhenChangedUTC'),
    otherProperties: otherProperties(
      object,
      RULE,
      untypable(object, { Characteristic: characteristic, AccessLevel: accessLevel }),
    ),
  };
}

const DEVICE_CLASS = knownNames(['DeviceType', 'DeviceModel', 'LastUpdateTime']);

/** A device class from what Get-ActiveSyncDeviceClass returns. */
export function readDeviceClass(object: PSObject): DeviceClass {
  return {
    deviceType: text(object, 'DeviceType'),
    deviceModel: text(object, 'DeviceModel'),
    lastUpdateTime: time(object, 'LastUpdateTime'),
    otherProperties: otherProperties(object, DEVICE_CLASS),
  };
}
