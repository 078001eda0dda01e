import type { AccessLevel, PropertyDrift } from '../../../protocol';
import { stricter } from '../../run/access-decision';
import type { SeenAccess } from './access-plan';
import { describeRule, plainText } from './access-step';

/** A property of the access settings: its object, its name (empty for a whole rule), its value. */
export type AccessValue = readonly [object: string, property: string, value: string];

/** What the access settings were when a run last looked at them. */
export interface LastSeen {
  readonly version: 1;
  readonly values: readonly AccessValue[];
  /** What the connector itself has sent since, whether it shows yet or not. */
  readonly ours: readonly OurChange[];
  /** When that was; milliseconds since 1970. */
  readonly oursAt: number;
}

/** A change that the connector itself made. */
export interface OurChange {
  readonly object: string;
  readonly property: string;
  readonly from: string;
  readonly to: string;
}

/** How long Exchange may go on showing what was before a change of ours. */
const SETTLING_MS = 15 * 60_000;

const SETTINGS = 'organization settings';
const LEVEL = 'AccessLevel';

/** The access settings, property by property, as Exchange names them. Several rules that mean the same are one. */
export function accessValues({ settings, rules }: SeenAccess): AccessValue[] {
  const recipients = settings.adminMailRecipients.map((address) => address.toLowerCase());
  const values: AccessValue[] = [
    [SETTINGS, 'DefaultAccessLevel', settings.defaultAccessLevel ?? ''],
    [SETTINGS, 'UserMailInsert', plainText(settings.userMailInsert)],
    [SETTINGS, 'AdminMailRecipients', recipients.sort().join(', ')],
    [SETTINGS, 'OtaNotificationMailInsert', plainText(settings.otaNotificationMailInsert)],
    [SETTINGS, 'AllowAccessForUnSupportedPlatform', said(settings.allowAccessForUnsupportedPlatform)],
    [SETTINGS, 'AllowRMSSupportForUnenlightenedApps', said(settings.allowRmsSupportForUnenlightenedApps)],
    [SETTINGS, 'EnableMobileMailboxPolicyWhenCAInplace', said(settings.enableMobileMailboxPolicyWhenCaInPlace)],
  ];
  const levels = new Map<string, { name: string; level: AccessLevel | undefined }>();
  for (const rule of rules) {
    const name = `device access rule ${describeRule(rule)}`;
    const known = levels.get(name.toLowerCase());
    const level = known?.level && rule.accessLevel ? stricter(known.level, rule.accessLevel) : rule.accessLevel;
    levels.set(name.toLowerCase(), { name: known?.name ?? name, level });
  }
  for (const { name, level } of levels.values()) values.push([name, LEVEL, level ?? 'unknown']);
  return values;
}

const said = (flag: boolean | undefined): string => (flag === undefined ? '' : flag ? 'True' : 'False');

/** What others have changed since the last run, property by property. Without a last run there is none. */
export function accessDrift(last: LastSeen | undefined, now: readonly AccessValue[], nowMs: number): PropertyDrift[] {
  if (last?.version !== 1) return [];
  const ours = new Map(last.ours.map((change) => [keyOf(change.object, change.property), change]));
  const isSettling = Math.abs(nowMs - last.oursAt) < SETTLING_MS;
  return differences(last.values, now)
    .filter(({ object, property, after }) => {
      const change = ours.get(keyOf(object, property));
      return !change || (change.to !== after && !(isSettling && change.from === after));
    })
    .map(asDrift);
}

/** What the connector itself is about to change. */
export function ourChanges(before: SeenAccess, after: SeenAccess): OurChange[] {
  return differences(accessValues(before), accessValues(after)).map(
    ({ object, property, before: from, after: to }) => ({
      object,
      property,
      from,
      to,
    }),
  );
}

/** What is remembered for the next run. Changes of ours that have had time to show are forgotten. */
export function rememberSeen(last: LastSeen | undefined, now: readonly AccessValue[], nowMs: number): LastSeen {
  const isSettling = last !== undefined && Math.abs(nowMs - last.oursAt) < SETTLING_MS;
  const ours = isSettling ? last.ours : [];
  return { version: 1, values: now, ours, oursAt: ours.length > 0 && last ? last.oursAt : 0 };
}

/** Exchange may write the query string of a rule, and so its name, in another case than we do. */
const keyOf = (object: string, property: string): string => `${object}\n${property}`.toLowerCase();

function differences(before: readonly AccessValue[], after: readonly AccessValue[]): PropertyDrift[] {
  const old = new Map(before.map((value) => [keyOf(value[0], value[1]), value]));
  const found: PropertyDrift[] = [];
  for (const [object, property, value] of after) {
    const key = keyOf(object, property);
    const was = old.get(key)?.[2] ?? '';
    old.delete(key);
    if (was !== value) found.push({ object, property, before: was, after: value });
  }
  for (const [object, property, value] of old.values()) {
    if (value !== '') found.push({ object, property, before: value, after: '' });
  }
  return found;
}

/** A rule that came or went is drift of the rule, not of its level. */
function asDrift(change: PropertyDrift): PropertyDrift {
  const cameOrWent = change.property === LEVEL && (change.before === '' || change.after === '');
  return cameOrWent ? { ...change, property: '' } : change;
}
