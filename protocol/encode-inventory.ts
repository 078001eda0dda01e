import {
  ACCESS_LEVELS,
  CHARACTERISTICS,
  CLIENT_FAMILIES,
  DEVICE_ACCESS_STATES,
  POLICY_APPLICATION_STATUSES,
} from './enum-words';
import { duration, enumNumber, stated } from './encode-parts';
import { easconnector } from './generated/easconnector';
import type {
  DeviceAccessRule,
  DeviceClass,
  DeviceStatistics,
  Mailbox,
  MailboxPolicy,
  OrganizationSettings,
  Partnership,
  PolicyOption,
  Property,
  Unlimited,
} from './inventory';

import v1 = easconnector.v1;

const properties = (list: readonly Property[]): v1.Property.$Properties[] =>
  list.map(({ name, values }) => ({ name, values: [...values] }));

/** The message of a partnership, with its statistics if it has some. */
export function partnershipFields(partnership: Partnership): v1.Partnership.$Properties {
  const { clientFamily, statistics } = partnership;
  return stated({
    ...partnership,
    clientFamily: enumNumber(CLIENT_FAMILIES, clientFamily === 'unknown' ? undefined : clientFamily),
    capabilities: stated(partnership.capabilities),
    deviceAccessState: enumNumber(DEVICE_ACCESS_STATES, partnership.deviceAccessState),
    statistics: statistics && statisticsFields(statistics),
    otherProperties: properties(partnership.otherProperties),
  });
}

/** The message of a partnership's statistics. */
export function statisticsFields(statistics: DeviceStatistics): v1.DeviceStatistics.$Properties {
  return stated({
    ...statistics,
    devicePolicyApplicationStatus: enumNumber(POLICY_APPLICATION_STATUSES, statistics.devicePolicyApplicationStatus),
    deviceAccessState: enumNumber(DEVICE_ACCESS_STATES, statistics.deviceAccessState),
    otherProperties: properties(statistics.otherProperties),
  });
}

/** The message of a mailbox. */
export function mailboxFields(mailbox: Mailbox): v1.Mailbox.$Properties {
  return stated({
    ...mailbox,
    activeSyncAllowedDeviceIds: [...mailbox.activeSyncAllowedDeviceIds],
    activeSyncBlockedDeviceIds: [...mailbox.activeSyncBlockedDeviceIds],
    otherProperties: properties(mailbox.otherProperties),
  });
}

/** The message of a mailbox policy: each option in the field of its name. */
export function policyFields({ options, ...policy }: MailboxPolicy): v1.MobileDeviceMailboxPolicy.$Properties {
  const fields = [...options].map(([name, option]) => [name, optionValue(option)] as const);
  return stated({
    ...(Object.fromEntries(fields) as v1.MobileDeviceMailboxPolicy.$Properties),
    ...policy,
    otherProperties: properties(policy.otherProperties),
  });
}

function optionValue(option: PolicyOption): unknown {
  switch (option.type) {
    case 'unlimitedNumber':
      return unlimited(option.value, (value) => value);
    case 'unlimitedDuration':
      return unlimited(option.value, (seconds) => duration(seconds * 1000));
    default:
      return option.value;
  }
}

const unlimited = <T>(value: Unlimited<number>, encode: (value: number) => T): { unlimited: true } | { value: T } =>
  value === 'unlimited' ? { unlimited: true } : { value: encode(value) };

/** The message of the organization's ActiveSync settings. */
export function organizationSettingsFields(settings: OrganizationSettings): v1.OrganizationSettings.$Properties {
  return stated({
    ...settings,
    defaultAccessLevel: enumNumber(ACCESS_LEVELS, settings.defaultAccessLevel),
    adminMailRecipients: [...settings.adminMailRecipients],
    otherProperties: properties(settings.otherProperties),
  });
}

/** The message of a device access rule. */
export function ruleFields(rule: DeviceAccessRule): v1.DeviceAccessRule.$Properties {
  return stated({
    ...rule,
    characteristic: enumNumber(CHARACTERISTICS, rule.characteristic),
    accessLevel: enumNumber(ACCESS_LEVELS, rule.accessLevel),
    otherProperties: properties(rule.otherProperties),
  });
}

/** The message of a device class. */
export function deviceClassFields(deviceClass: DeviceClass): v1.DeviceClass.$Properties {
  return stated({ ...deviceClass, otherProperties: properties(deviceClass.otherProperties) });
}
