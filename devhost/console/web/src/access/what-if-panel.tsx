import {
  Checkbox,
  Button,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { ApiExample, ApiImpact, ApiWhatIf } from '../../../api-types';
import { Card } from '../parts/card';
import { Example } from '../parts/example';
import { ProblemList } from '../parts/problem-list';
import { count, counted } from '../words';

const useStyles = makeStyles({
  numbers: { fontSize: tokens.fontSizeBase400 },
  steps: { margin: 0, paddingLeft: '20px', overflowWrap: 'anywhere' },
  examples: { margin: 0, paddingLeft: '20px', fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
});

/** The numbers say it already, and the approval is beside them. */
const SAID = 'access.wouldCutOff';

interface WhatIfPanelProps {
  readonly answer: ApiWhatIf;
  readonly onSave: (isApproved: boolean) => void;
}

/** What a change would do, and the way to save it. */
export function WhatIfPanel({ answer, onSave }: WhatIfPanelProps): ReactNode {
  const styles = useStyles();
  const { impact, outcome, id } = answer;
  const [isApproved, setApproved] = useState(false);
  const needsApproval = outcome?.state === 'AWAITING_APPROVAL';
  const isRefused = outcome?.state === 'REFUSED';
  return (
    <Card label="What this would do">
      <Text as="h2" weight="semibold" size={400}>
        What this would do
      </Text>
      {impact && <Impact impact={impact} />}
      {outcome && !impact && <Text>{outcome.summary}</Text>}
      {outcome && outcome.steps.length > 0 && (
        <ol className={styles.steps}>
          {outcome.steps.map((step, index) => (
            <li key={index}>{step}</li>
          ))}
        </ol>
      )}
      <ProblemList problems={[...(outcome?.problems ?? []), ...answer.problems].filter(({ code }) => code !== SAID)} />
      {needsApproval && (
        <Checkbox
          label="I approve that these devices lose access"
          checked={isApproved}
          onChange={(_, { checked }) => {
            setApproved(checked === true);
          }}
        />
      )}
      {id !== '' && !isRefused && (
        <div className={styles.actions}>
          <Button
            appearance="primary"
            onClick={() => {
              onSave(isApproved);
            }}
          >
            {needsApproval ? (isApproved ? 'Save and approve' : 'Save, to be approved later') : 'Save'}
          </Button>
          <Text>The next security run makes the change.</Text>
        </div>
      )}
    </Card>
  );
}

function Impact({ impact }: { readonly impact: ApiImpact }): ReactNode {
  const styles = useStyles();
  const { losing, mailboxesLosing, gaining, mailboxesGaining } = impact;
  return (
    <>
      <MessageBar intent={losing > 0 ? 'warning' : 'info'} layout="multiline">
        <MessageBarBody>
          <MessageBarTitle className={styles.numbers}>
            {losing === 0
              ? 'It would cut off nobody.'
              : `It would cut off ${counted(losing, 'device')} of ${counted(mailboxesLosing, 'user')}.`}
          </MessageBarTitle>
          <Text block>
            {gaining > 0 && `It would let in ${counted(gaining, 'device')} of ${counted(mailboxesGaining, 'user')}. `}
            {impact.preApproved > 0 && `${counted(impact.preApproved, 'device')} would be put on allowed lists first. `}
            {counted(impact.partnerships, 'partnership')} counted.
            {impact.undecided > 0 && ` What Exchange would decide is not known for ${count(impact.undecided)}`}
            {impact.undecided > 0 &&
              (impact.atRisk > 0 ? `; ${count(impact.atRisk)} of them may lose access too.` : '.')}
          </Text>
        </MessageBarBody>
      </MessageBar>
      <Examples title="For example, cut off" examples={impact.examplesLosing} />
      <Examples title="For example, let in" examples={impact.examplesGaining} />
    </>
  );
}

function Examples(props: { readonly title: string; readonly examples: readonly ApiExample[] }): ReactNode {
  const styles = useStyles();
  const { title, examples } = props;
  if (examples.length === 0) return null;
  return (
    <details>
      <summary>{title}</summary>
      <ul className={styles.examples}>
        {examples.slice(0, 10).map((example, index) => (
          <li key={index}>
            <Example example={example} />
          </li>
        ))}
      </ul>
    </details>
  );
}
