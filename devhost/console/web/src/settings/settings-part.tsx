import Form from '@rjsf/core';
import type { RJSFSchema } from '@rjsf/utils';
import type { ReactNode } from 'react';
import type { ApiProblem } from '../../../api-types';
import { Card } from '../parts/card';
import { SectionTitle } from '../parts/page-head';
import { TEMPLATES } from './form-templates';
import { WIDGETS } from './form-widgets';
import { problemTree } from './problem-tree';
import { schemaValidator } from './schema-validator';

interface SettingsPartProps {
  /** Where its values are in the form: connection, security.safety. */
  readonly name: string;
  readonly title: string;
  readonly schema: unknown;
  readonly values: unknown;
  readonly problems: readonly ApiProblem[];
  readonly onValues: (values: unknown) => void;
}

/** What is left to the defaults stays left out. */
const DEFAULTS = { emptyObjectFields: 'skipDefaults', arrayMinItems: { populate: 'never' } } as const;

/** A part of the settings, drawn from its schema. */
export function SettingsPart({ name, title, schema, values, problems, onValues }: SettingsPartProps): ReactNode {
  return (
    <>
      <SectionTitle>{title}</SectionTitle>
      <Card label={title}>
        <Form<unknown>
          idPrefix={name}
          idSeparator="."
          schema={schema as RJSFSchema}
          uiSchema={{ 'ui:submitButtonOptions': { norender: true } }}
          formData={values}
          validator={schemaValidator}
          widgets={WIDGETS}
          templates={TEMPLATES}
          extraErrors={problemTree(name, problems)}
          extraErrorsBlockSubmit={false}
          experimental_defaultFormStateBehavior={DEFAULTS}
          noHtml5Validate
          showErrorList={false}
          onChange={({ formData }) => {
            onValues(formData);
          }}
        />
      </Card>
    </>
  );
}
