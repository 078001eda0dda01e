import { Checkbox, Input, Select, Switch, Textarea, makeStyles } from '@fluentui/react-components';
import { ariaDescribedByIds, type WidgetProps } from '@rjsf/utils';
import { useContext, useState, type ReactNode } from 'react';
import { SecretPaths } from './secret-paths';

const useStyles = makeStyles({
  wide: { width: '100%', maxWidth: '520px' },
  text: { width: '100%', maxWidth: '720px' },
  duration: { display: 'flex', gap: '8px', maxWidth: '280px' },
  number: { width: '120px' },
});

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** What every field tells a screen reader. */
function aria({ id, rawErrors = [], required }: WidgetProps): Record<string, string | boolean> {
  return {
    'aria-describedby': ariaDescribedByIds(id),
    'aria-invalid': rawErrors.length > 0,
    'aria-required': required === true,
  };
}

/** One line of text, or a number. */
function TextWidget(props: WidgetProps): ReactNode {
  const styles = useStyles();
  const isNumber = props.schema.type === 'integer' || props.schema.type === 'number';
  return (
    <Input
      id={props.id}
      className={isNumber ? styles.number : styles.wide}
      type={isNumber ? 'number' : 'text'}
      autoComplete="off"
      value={textOf(props.value)}
      {...aria(props)}
      onChange={(_, { value }) => {
        props.onChange(value === '' ? undefined : isNumber ? Number(value) : value);
      }}
    />
  );
}

/** Several lines. */
function LongTextWidget(props: WidgetProps): ReactNode {
  const styles = useStyles();
  return (
    <Textarea
      id={props.id}
      className={styles.text}
      value={textOf(props.value)}
      {...aria(props)}
      onChange={(_, { value }) => {
        props.onChange(value === '' ? undefined : value);
      }}
    />
  );
}

/** A secret: it can be set and replaced, never read. */
function SecretWidget(props: WidgetProps): ReactNode {
  const styles = useStyles();
  const isSet = useContext(SecretPaths).includes(props.id);
  return (
    <Input
      id={props.id}
      className={styles.wide}
      type="password"
      autoComplete="new-password"
      placeholder={isSet ? 'Set. Leave empty to keep it' : 'Not set'}
      value={textOf(props.value)}
      {...aria(props)}
      onChange={(_, { value }) => {
        props.onChange(value);
      }}
    />
  );
}

function SelectWidget(props: WidgetProps): ReactNode {
  const styles = useStyles();
  const { enumOptions = [] } = props.options;
  const chosen = enumOptions.findIndex(({ value }) => value === props.value);
  return (
    <Select
      id={props.id}
      className={styles.wide}
      value={chosen < 0 ? '' : String(chosen)}
      {...aria(props)}
      onChange={(_, { value }) => {
        props.onChange(value === '' ? undefined : (enumOptions[Number(value)]?.value as unknown));
      }}
    >
      {chosen < 0 && <option value="">Default</option>}
      {enumOptions.map(({ label }, index) => (
        <option key={label} value={String(index)}>
          {label}
        </option>
      ))}
    </Select>
  );
}

function SwitchWidget(props: WidgetProps): ReactNode {
  return (
    <Switch
      id={props.id}
      label={props.label}
      checked={props.value === true}
      aria-describedby={ariaDescribedByIds(props.id)}
      onChange={(_, { checked }) => {
        props.onChange(checked);
      }}
    />
  );
}

/** Several of a few values. */
function CheckboxesWidget(props: WidgetProps): ReactNode {
  const values: readonly unknown[] = Array.isArray(props.value) ? (props.value as readonly unknown[]) : [];
  return (
    <div role="group" aria-label={props.label}>
      {(props.options.enumOptions ?? [])
        .filter(({ value }) => !String(value).endsWith('_UNSPECIFIED'))
        .map(({ value, label }) => (
          <Checkbox
            key={label}
            label={label}
            checked={values.includes(value)}
            onChange={(_, { checked }) => {
              props.onChange(checked === true ? [...values, value] : values.filter((other) => other !== value));
            }}
          />
        ))}
    </div>
  );
}

const UNITS = [
  [86_400, 'days'],
  [3600, 'hours'],
  [60, 'minutes'],
  [1, 'seconds'],
] as const;

/** The largest unit of which a number of seconds is a multiple. */
function unitOf(seconds: number): number {
  return UNITS.find(([unit]) => seconds % unit === 0)?.[0] ?? 1;
}

/** The unit in which a duration is shown: the natural one, until somebody chooses another. */
function useUnit(text: string): { readonly unit: number; readonly choose: (unit: number, given?: string) => void } {
  const seconds = Number(text.replace(/s$/, ''));
  const natural = text === '' || Number.isNaN(seconds) ? 60 : seconds === 0 ? 1 : unitOf(seconds);
  const [chosen, setChosen] = useState({ unit: natural, given: text });
  // What was typed here keeps its unit: 60 minutes must not become 1 hour before the next digit.
  const unit = chosen.given === text ? chosen.unit : natural;
  return {
    unit,
    choose(wanted, given = text) {
      setChosen({ unit: wanted, given });
    },
  };
}

/** A duration, in the unit that a person would use. */
function DurationWidget(props: WidgetProps): ReactNode {
  const styles = useStyles();
  const text = textOf(props.value);
  const seconds = Number(text.replace(/s$/, ''));
  const { unit, choose } = useUnit(text);
  const give = (amount: number, in_: number): void => {
    const given = `${String(Math.round(amount * in_))}s`;
    choose(in_, given);
    props.onChange(given);
  };
  return (
    <span className={styles.duration}>
      <Input
        id={props.id}
        className={styles.number}
        type="number"
        min={0}
        value={text === '' || Number.isNaN(seconds) ? '' : String(seconds / unit)}
        {...aria(props)}
        onChange={(_, { value }) => {
          if (value !== '') {
            give(Number(value), unit);
            return;
          }
          choose(unit, '');
          props.onChange(undefined);
        }}
      />
      <Select
        aria-label={`Unit of ${props.label}`}
        value={String(unit)}
        onChange={(_, { value }) => {
          if (text === '') choose(Number(value));
          else give(seconds / unit, Number(value));
        }}
      >
        {UNITS.map(([value, words]) => (
          <option key={words} value={String(value)}>
            {words}
          </option>
        ))}
      </Select>
    </span>
  );
}

/** The fields of the form. */
export const WIDGETS = {
  TextWidget,
  SelectWidget,
  CheckboxWidget: SwitchWidget,
  CheckboxesWidget,
  'eas-text': LongTextWidget,
  'eas-secret': SecretWidget,
  'eas-duration': DurationWidget,
};
