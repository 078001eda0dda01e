import { Button, Label, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import { Delete20Regular } from '@fluentui/react-icons/svg/delete';
import {
  descriptionId,
  errorId,
  type ArrayFieldItemTemplateProps,
  type ArrayFieldTemplateProps,
  type FieldTemplateProps,
  type MultiSchemaFieldTemplateProps,
  type ObjectFieldTemplateProps,
} from '@rjsf/utils';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  field: { display: 'flex', flexDirection: 'column', gap: '4px', marginBottom: '16px', minWidth: 0 },
  hint: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, maxWidth: '720px' },
  error: { color: tokens.colorPaletteRedForeground1, fontSize: tokens.fontSizeBase200 },
  group: {
    border: 'none',
    margin: '0 0 8px',
    padding: 0,
    minWidth: 0,
  },
  inner: { borderLeft: `2px solid ${tokens.colorNeutralStroke2}`, paddingLeft: '16px', marginTop: '8px' },
  legend: { padding: 0, marginBottom: '4px' },
  item: { display: 'flex', alignItems: 'flex-start', gap: '8px' },
  grow: { flexGrow: 1, minWidth: 0, maxWidth: '520px' },
  compact: { marginBottom: '6px' },
});

/** A field with its label, what it means, and what is wrong with it. */
function FieldTemplate(props: FieldTemplateProps): ReactNode {
  const styles = useStyles();
  const { id, label, rawDescription = '', rawErrors = [], children, schema } = props;
  if (props.hidden) return <div hidden>{children}</div>;
  const isPlain = schema.type !== 'object' && schema.type !== 'array';
  const hasLabel = isPlain && label !== '' && schema.type !== 'boolean';
  return (
    <div className={mergeClasses(styles.field, isPlain && label === '' && styles.compact)}>
      {hasLabel && (
        <Label htmlFor={id} required={props.required ?? false}>
          {label}
        </Label>
      )}
      {children}
      {isPlain && rawDescription && label !== '' && (
        <Text id={descriptionId(id)} className={styles.hint}>
          {rawDescription}
        </Text>
      )}
      {rawErrors.length > 0 && (
        <Text id={errorId(id)} className={styles.error} role="alert">
          {rawErrors.join(' ')}
        </Text>
      )}
    </div>
  );
}

/** Fields that belong together. The title of the outermost is that of the part. */
function ObjectFieldTemplate(props: ObjectFieldTemplateProps): ReactNode {
  const styles = useStyles();
  const { title, schema, properties, fieldPathId } = props;
  const depth = fieldPathId.path.length;
  // An alternative of a choice repeats the place of what it is chosen for.
  const hasTitle = depth > 0 && title !== '' && schema['isAlternative'] !== true;
  return (
    <fieldset className={mergeClasses(styles.group, hasTitle && styles.inner)}>
      {hasTitle && (
        <legend className={styles.legend}>
          <Text weight="semibold">{title}</Text>
        </legend>
      )}
      {hasTitle && schema.description && (
        <Text block className={styles.hint}>
          {schema.description}
        </Text>
      )}
      <div style={{ marginTop: hasTitle ? '8px' : 0 }}>{properties.map(({ content }) => content)}</div>
      {props.optionalDataControl}
    </fieldset>
  );
}

/** A list. */
function ArrayFieldTemplate(props: ArrayFieldTemplateProps): ReactNode {
  const styles = useStyles();
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>
        <Text>{props.title}</Text>
      </legend>
      {props.schema.description && (
        <Text block className={styles.hint}>
          {props.schema.description}
        </Text>
      )}
      {props.items}
      {props.canAdd && (
        <Button
          size="small"
          icon={<Add20Regular />}
          aria-label={`Add to ${props.title}`}
          onClick={() => {
            props.onAddClick();
          }}
        >
          Add
        </Button>
      )}
    </fieldset>
  );
}

function ArrayFieldItemTemplate({ children, buttonsProps, index }: ArrayFieldItemTemplateProps): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.item} role="group" aria-label={`Entry ${String(index + 1)}`}>
      <div className={styles.grow}>{children}</div>
      <Button
        appearance="subtle"
        icon={<Delete20Regular />}
        aria-label={`Remove entry ${String(index + 1)}`}
        onClick={() => {
          buttonsProps.onRemoveItem();
        }}
      />
    </div>
  );
}

/** A choice: which alternative, and then its fields. */
function MultiSchemaFieldTemplate(props: MultiSchemaFieldTemplateProps): ReactNode {
  const styles = useStyles();
  const { schema, selector, optionSchemaField } = props;
  return (
    <>
      <label className={styles.field}>
        {String(schema['choice'])}
        {selector}
      </label>
      {optionSchemaField}
    </>
  );
}

const Nothing = (): ReactNode => null;

/** How the form is laid out. */
export const TEMPLATES = {
  FieldTemplate,
  ObjectFieldTemplate,
  ArrayFieldTemplate,
  ArrayFieldItemTemplate,
  MultiSchemaFieldTemplate,
  TitleFieldTemplate: Nothing,
  DescriptionFieldTemplate: Nothing,
  ErrorListTemplate: Nothing,
};
