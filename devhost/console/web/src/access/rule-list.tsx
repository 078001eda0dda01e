import { Button, Combobox, Option, Select, Text, makeStyles, tokens } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import { Delete20Regular } from '@fluentui/react-icons/svg/delete';
import type { ReactNode } from 'react';
import type { ApiRule } from '../../../api-types';

/** What a rule compares. */
const CHARACTERISTICS: readonly (readonly [string, string])[] = [
  ['CHARACTERISTIC_DEVICE_TYPE', 'Device type'],
  ['CHARACTERISTIC_DEVICE_MODEL', 'Device model'],
  ['CHARACTERISTIC_DEVICE_OS', 'Operating system'],
  ['CHARACTERISTIC_USER_AGENT', 'User agent'],
  ['CHARACTERISTIC_XMSWL_HEADER', 'X-MS-WL header'],
];
/** What a rule, or the organization, does with a device. */
export const LEVELS: readonly (readonly [string, string])[] = [
  ['ACCESS_LEVEL_ALLOW', 'Allow'],
  ['ACCESS_LEVEL_QUARANTINE', 'Quarantine'],
  ['ACCESS_LEVEL_BLOCK', 'Block'],
];

const useStyles = makeStyles({
  rule: {
    display: 'grid',
    gridTemplateColumns: 'minmax(130px, 1fr) minmax(160px, 2fr) minmax(120px, 1fr) auto',
    gap: '8px',
    marginBottom: '8px',
    '@media (max-width: 760px)': {
      gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr) auto',
      '& select': { minWidth: 0, width: '100%' },
      paddingBottom: '8px',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
  value: { minWidth: 0, '@media (max-width: 760px)': { gridColumn: '1 / -1', gridRow: 1 } },
  error: { color: tokens.colorPaletteRedForeground1, fontSize: tokens.fontSizeBase200, gridColumn: '1 / -1' },
  add: { alignSelf: 'flex-start' },
  faint: { color: tokens.colorNeutralForeground3, display: 'block', marginBottom: '12px' },
});

interface RuleListProps {
  readonly rules: readonly ApiRule[];
  readonly suggestions: Readonly<Record<string, readonly string[]>>;
  /** What is wrong with rules, by their place in the list. */
  readonly problems: ReadonlyMap<number, string>;
  readonly onRules: (rules: readonly ApiRule[]) => void;
}

/** The device access rules as a list that can be edited. */
export function RuleList({ rules, suggestions, problems, onRules }: RuleListProps): ReactNode {
  const styles = useStyles();
  const replace = (index: number, change: Partial<ApiRule>): void => {
    onRules(rules.map((rule, at) => (at === index ? { ...rule, ...change } : rule)));
  };
  return (
    <>
      <Text className={styles.faint}>
        Where several rules match a device, Block goes before Quarantine, and Quarantine before Allow. Values are
        compared as a whole; there are no wildcards.
      </Text>
      {rules.map((rule, index) => (
        <Rule
          key={index}
          number={index + 1}
          rule={rule}
          suggestions={suggestions[rule.characteristic] ?? []}
          problem={problems.get(index) ?? ''}
          onChange={(change) => {
            replace(index, change);
          }}
          onRemove={() => {
            onRules(rules.filter((_, at) => at !== index));
          }}
        />
      ))}
      <Button
        className={styles.add}
        icon={<Add20Regular />}
        onClick={() => {
          const [characteristic = ''] = CHARACTERISTICS[0] ?? [];
          onRules([...rules, { characteristic, queryString: '', accessLevel: 'ACCESS_LEVEL_ALLOW' }]);
        }}
      >
        Add a rule
      </Button>
    </>
  );
}

interface RuleProps {
  readonly number: number;
  readonly rule: ApiRule;
  readonly suggestions: readonly string[];
  readonly problem: string;
  readonly onChange: (change: Partial<ApiRule>) => void;
  readonly onRemove: () => void;
}

function Rule({ number, rule, suggestions, problem, onChange, onRemove }: RuleProps): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.rule} role="group" aria-label={`Rule ${String(number)}`}>
      <Choice
        label="Property"
        value={rule.characteristic}
        options={CHARACTERISTICS}
        onChange={(characteristic) => {
          onChange({ characteristic });
        }}
      />
      <Combobox
        className={styles.value}
        aria-label="Value"
        aria-invalid={problem !== ''}
        aria-describedby={`rule-problem-${String(number)}`}
        freeform
        value={rule.queryString}
        selectedOptions={[rule.queryString]}
        onChange={(event) => {
          onChange({ queryString: event.currentTarget.value });
        }}
        onOptionSelect={(_, { optionValue = '' }) => {
          onChange({ queryString: optionValue });
        }}
      >
        {suggestions.map((value) => (
          <Option key={value} value={value}>
            {value}
          </Option>
        ))}
      </Combobox>
      <Choice
        label="Access"
        value={rule.accessLevel}
        options={LEVELS}
        onChange={(accessLevel) => {
          onChange({ accessLevel });
        }}
      />
      <Button
        appearance="subtle"
        icon={<Delete20Regular />}
        aria-label={`Remove rule ${String(number)}`}
        onClick={onRemove}
      />
      {problem && (
        <span id={`rule-problem-${String(number)}`} className={styles.error}>
          {problem}
        </span>
      )}
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps): ReactNode {
  return (
    <Select
      aria-label={label}
      value={value}
      onChange={(_, data) => {
        onChange(data.value);
      }}
    >
      {options.map(([option, words]) => (
        <option key={option} value={option}>
          {words}
        </option>
      ))}
    </Select>
  );
}
