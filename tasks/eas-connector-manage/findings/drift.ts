import type { Finding, FindingCode, PropertyDrift } from '../../../protocol';
import type { ConfigurationObject, ConfigurationSnapshot } from './configuration';

/** Changes that one finding lists; all are counted. */
const MAX_CHANGES = 100;

/** Characters of a value that a finding shows. Notice texts may be long; the whole of them is compared. */
const MAX_VALUE = 1000;

const KINDS: readonly [keyof ConfigurationSnapshot, FindingCode, string][] = [
  ['organizationSettings', 'drift.organizationSettings', "The organization's ActiveSync settings"],
  ['deviceAccessRules', 'drift.deviceAccessRules', 'Device access rules'],
  ['mailboxPolicies', 'drift.mailboxPolicies', 'Mailbox policies'],
];

/** What has changed between two snapshots: a finding for each kind of configuration, property by property. Pure. */
export function driftFindings(before: ConfigurationSnapshot, after: ConfigurationSnapshot): Finding[] {
  return KINDS.flatMap(([kind, code, what]): Finding[] => {
    // Settings that Exchange did not state this time, or last time, are no change.
    if (kind === 'organizationSettings' && (before[kind].length === 0 || after[kind].length === 0)) return [];
    const drift = objectsDrift(before[kind], after[kind]);
    if (drift.length === 0) return [];
    return [
      {
        code,
        severity: 'warning',
        summary: `${what} have changed since the last inventory.`,
        count: drift.length,
        examples: [...new Set(drift.map(({ object }) => object))].slice(0, 10),
        drift: drift.slice(0, MAX_CHANGES).map(shortened),
      },
    ];
  });
}

function objectsDrift(
  before: readonly ConfigurationObject[],
  after: readonly ConfigurationObject[],
): readonly PropertyDrift[] {
  const was = new Map(before.map((object) => [object.key, object]));
  const is = new Map(after.map((object) => [object.key, object]));
  const removed = before.filter(({ key }) => !is.has(key));
  return [
    ...after.flatMap((object) => {
      const earlier = was.get(object.key);
      return earlier ? propertiesDrift(earlier, object) : [{ ...whole(object), before: '', after: describe(object) }];
    }),
    ...removed.map((object) => ({ ...whole(object), before: describe(object), after: '' })),
  ];
}

const whole = ({ name }: ConfigurationObject): Pick<PropertyDrift, 'object' | 'property'> => ({
  object: name,
  property: '',
});

function propertiesDrift(before: ConfigurationObject, after: ConfigurationObject): PropertyDrift[] {
  const was = new Map(before.properties);
  const is = new Map(after.properties);
  return [...new Set([...is.keys(), ...was.keys()])]
    .map((property) => ({
      object: after.name,
      property,
      before: was.get(property) ?? '',
      after: is.get(property) ?? '',
    }))
    .filter((change) => change.before !== change.after);
}

/** An object that came or went, in one line. */
function describe({ properties }: ConfigurationObject): string {
  return properties.map(([name, value]) => `${name} = ${value}`).join('; ');
}

function shortened(change: PropertyDrift): PropertyDrift {
  return { ...change, before: cut(change.before), after: cut(change.after) };
}

const cut = (text: string): string => (text.length <= MAX_VALUE ? text : `${text.slice(0, MAX_VALUE - 1)}…`);
