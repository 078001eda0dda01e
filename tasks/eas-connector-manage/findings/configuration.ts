import type { DeviceAccessRule, MailboxPolicy, OrganizationSettings, PolicyOption, Property } from '../../../protocol';

/** The organization's configuration, as far as drift is looked for. */
export interface Configuration {
  /** Undefined if Exchange did not state them. */
  readonly settings: OrganizationSettings | undefined;
  readonly rules: readonly DeviceAccessRule[];
  readonly policies: readonly MailboxPolicy[];
}

/** An object and its properties as text, by Exchange's names. It is kept as JSON between runs. */
export interface ConfigurationObject {
  /** What stays the same when the object is renamed. */
  readonly key: string;
  readonly name: string;
  readonly properties: readonly (readonly [name: string, value: string])[];
}

/** A configuration in the form in which it is kept and compared. */
export interface ConfigurationSnapshot {
  readonly organizationSettings: readonly ConfigurationObject[];
  readonly deviceAccessRules: readonly ConfigurationObject[];
  readonly mailboxPolicies: readonly ConfigurationObject[];
}

/** Takes a snapshot. */
export function snapshotOf({ settings, rules, policies }: Configuration): ConfigurationSnapshot {
  return {
    organizationSettings: settings ? [settingsObject(settings)] : [],
    deviceAccessRules: rules.map(ruleObject),
    mailboxPolicies: policies.map(policyObject),
  };
}

function settingsObject(settings: OrganizationSettings): ConfigurationObject {
  return object('organization', "The organization's ActiveSync settings", settings.otherProperties, {
    DefaultAccessLevel: settings.defaultAccessLevel,
    UserMailInsert: settings.userMailInsert,
    AdminMailRecipients: settings.adminMailRecipients,
    OtaNotificationMailInsert: settings.otaNotificationMailInsert,
    AllowAccessForUnSupportedPlatform: settings.allowAccessForUnsupportedPlatform,
    AllowRMSSupportForUnenlightenedApps: settings.allowRmsSupportForUnenlightenedApps,
    EnableMobileMailboxPolicyWhenCAInplace: settings.enableMobileMailboxPolicyWhenCaInPlace,
  });
}

function ruleObject(rule: DeviceAccessRule): ConfigurationObject {
  return object(rule.guid || rule.identity || rule.name, rule.name, rule.otherProperties, {
    Name: rule.name,
    Characteristic: rule.characteristic,
    QueryString: rule.queryString,
    AccessLevel: rule.accessLevel,
  });
}

function policyObject(policy: MailboxPolicy): ConfigurationObject {
  const options = [...policy.options].map(([field, option]) => [exchangeName(field), optionText(option)]);
  return object(policy.guid || policy.identity || policy.name, policy.name, policy.otherProperties, {
    Name: policy.name,
    IsDefault: policy.isDefault,
    ...(Object.fromEntries(options) as Record<string, string>),
  });
}

/** The contract's field names differ from Exchange's names in case only, and PowerShell does not heed case. */
const exchangeName = (field: string): string => field.charAt(0).toUpperCase() + field.slice(1);

function optionText({ type, value }: PolicyOption): string {
  if (value === 'unlimited') return 'Unlimited';
  return type === 'unlimitedDuration' ? `${String(value)} s` : valueText(value);
}

/** A property's value. */
type Value = string | number | boolean | readonly string[] | undefined;

/** Properties that change without anybody changing the configuration. */
const VOLATILE: ReadonlySet<string> = new Set(
  ['WhenChanged', 'WhenChangedUTC', 'OriginatingServer', 'LastExchangeChangedTime'].map((name) => name.toLowerCase()),
);

function object(
  key: string,
  name: string,
  others: readonly Property[],
  fields: Readonly<Record<string, Value>>,
): ConfigurationObject {
  const stated = Object.entries(fields).map(([property, value]) => [property, valueText(value)] as const);
  const kept = others
    .filter((property) => !VOLATILE.has(property.name.toLowerCase()))
    .map((property) => [property.name, valueText(property.values)] as const);
  return { key, name: name || key, properties: [...stated, ...kept].filter(([, value]) => value !== '') };
}

/** A value as text; a collection in a set order, because Exchange's own order says nothing. */
function valueText(value: Value): string {
  if (value === undefined) return '';
  if (typeof value === 'object') return [...value].sort().join(', ');
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return String(value);
}
