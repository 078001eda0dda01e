import {
  getDeviceAccessRules,
  getDeviceClasses,
  getMailboxPolicies,
  getOrganizationSettings,
} from '../../plugin/exchange/cmdlets';
import type { Exchange } from '../../plugin/exchange/exchange';
import {
  readDeviceAccessRule,
  readDeviceClass,
  readOrganizationSettings,
} from '../../plugin/exchange/read-organization';
import { readPolicy } from '../../plugin/exchange/read-policy';
import type { DeviceAccessRule, DeviceClass, MailboxPolicy, OrganizationSettings } from '../../protocol';

/** What the organization as a whole is like. */
export interface Organization {
  /** Undefined if Exchange did not state them. */
  readonly organizationSettings: OrganizationSettings | undefined;
  readonly deviceAccessRules: readonly DeviceAccessRule[];
  readonly deviceClasses: readonly DeviceClass[];
  readonly policies: readonly MailboxPolicy[];
}

/** Reads the organization's settings, rules, device classes and policies. @throws ExchangeError */
export async function readOrganization(exchange: Exchange): Promise<Organization> {
  const settings = await exchange.one(getOrganizationSettings());
  return {
    organizationSettings: settings && readOrganizationSettings(settings),
    deviceAccessRules: (await exchange.all(getDeviceAccessRules())).map(readDeviceAccessRule),
    deviceClasses: (await exchange.all(getDeviceClasses())).map(readDeviceClass),
    policies: (await exchange.all(getMailboxPolicies(exchange.version))).map(readPolicy),
  };
}
