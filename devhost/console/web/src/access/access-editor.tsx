import { Field, Input, Radio, RadioGroup, SpinButton, Switch, Textarea, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ApiAccess, ApiProblem } from '../../../api-types';
import { Card } from '../parts/card';
import { SectionTitle } from '../parts/page-head';
import type { AccessForm } from './desired-access';
import { LEVELS, RuleList } from './rule-list';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '14px' },
  number: { maxWidth: '160px' },
});

const ABOUT: Readonly<Record<string, string>> = {
  ACCESS_LEVEL_ALLOW: 'Allow: every device may synchronize unless a rule says otherwise.',
  ACCESS_LEVEL_QUARANTINE: 'Quarantine: a new device waits until somebody allows it; its user gets one mail.',
  ACCESS_LEVEL_BLOCK: 'Block: no device may synchronize unless a rule or a personal list allows it.',
};

interface EditorProps {
  readonly form: AccessForm;
  readonly access: ApiAccess;
  readonly problems: readonly ApiProblem[];
  readonly onForm: (form: AccessForm) => void;
}

/** The wanted access settings. */
export function AccessEditor({ form, access, problems, onForm }: EditorProps): ReactNode {
  const styles = useStyles();
  const set = (change: Partial<AccessForm>): void => {
    onForm({ ...form, ...change });
  };
  return (
    <>
      <SectionTitle>Organization</SectionTitle>
      <Card label="Organization">
        <div className={styles.form}>
          <Level form={form} onChange={set} />
          <Notices form={form} current={access.current} onChange={set} />
        </div>
      </Card>
      <SectionTitle>Rules</SectionTitle>
      <Card label="Rules">
        <Switch
          label="Manage the device access rules here"
          checked={form.managesRules}
          onChange={(_, { checked }) => {
            set({ managesRules: checked });
          }}
        />
        {form.managesRules && (
          <>
            <RuleList
              rules={form.rules}
              suggestions={access.suggestions}
              problems={ruleProblems(problems)}
              onRules={(rules) => {
                set({ rules });
              }}
            />
            <Switch
              label="Remove rules that are not in this list"
              checked={form.removesOthers}
              onChange={(_, { checked }) => {
                set({ removesOthers: checked });
              }}
            />
          </>
        )}
      </Card>
      <SectionTitle>Brakes</SectionTitle>
      <Card label="Brakes">
        <Brakes form={form} onChange={set} />
      </Card>
    </>
  );
}

/** Problems by the place of the rule that they are about. */
function ruleProblems(problems: readonly ApiProblem[]): ReadonlyMap<number, string> {
  const about = problems.flatMap(({ path, summary, detail }) => {
    const place = /^desiredAccess\.rules\.rules\[(\d+)\]/.exec(path)?.[1];
    return place === undefined ? [] : [[Number(place), detail || summary] as const];
  });
  return new Map(about);
}

interface PartProps {
  readonly form: AccessForm;
  readonly onChange: (change: Partial<AccessForm>) => void;
}

function Level({ form, onChange }: PartProps): ReactNode {
  return (
    <Field label="Default access level">
      <RadioGroup
        value={form.level}
        onChange={(_, { value }) => {
          onChange({ level: value });
        }}
      >
        {LEVELS.map(([value]) => (
          <Radio key={value} value={value} label={ABOUT[value] ?? ''} />
        ))}
        <Radio value="" label="Leave it as it is in Exchange" />
      </RadioGroup>
    </Field>
  );
}

function Notices({ form, current, onChange }: PartProps & Pick<ApiAccess, 'current'>): ReactNode {
  return (
    <>
      <Field label="Text for users of blocked or quarantined devices" hint="Empty: what Exchange has is not touched.">
        <Textarea
          placeholder={current.userMailInsert}
          value={form.userMailInsert}
          onChange={(_, { value }) => {
            onChange({ userMailInsert: value });
          }}
        />
      </Field>
      <Field label="Who is told about quarantined devices" hint="Addresses. Empty: not touched.">
        <Input
          placeholder={current.adminMailRecipients.join(', ')}
          value={form.adminMailRecipients}
          onChange={(_, { value }) => {
            onChange({ adminMailRecipients: value });
          }}
        />
      </Field>
    </>
  );
}

function Brakes({ form, onChange }: PartProps): ReactNode {
  const styles = useStyles();
  return (
    <>
      <Switch
        label="Nobody who has access today loses it: put their devices on their allowed lists first"
        checked={form.preApproves}
        onChange={(_, { checked }) => {
          onChange({ preApproves: checked });
        }}
      />
      <Field
        label="Devices that may lose access without an approval"
        hint="The change waits for an approval if it would cut off more."
      >
        <SpinButton
          className={styles.number}
          min={0}
          max={10_000_000}
          value={form.maxLosing}
          onChange={(_, { value, displayValue }) => {
            const number = value ?? Number(displayValue);
            if (Number.isInteger(number) && number >= 0) onChange({ maxLosing: number });
          }}
        />
      </Field>
    </>
  );
}
