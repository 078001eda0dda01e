import { MessageBar, MessageBarBody, MessageBarTitle, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ApiProblem } from '../../../api-types';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '8px', marginTop: '8px', marginBottom: '8px' },
  summary: { overflowWrap: 'anywhere' },
  detail: { color: tokens.colorNeutralForeground2, display: 'block', overflowWrap: 'anywhere' },
  code: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
});

/** Problems: what, where, why, what to do. */
export function ProblemList({ problems }: { readonly problems: readonly ApiProblem[] }): ReactNode {
  const styles = useStyles();
  if (problems.length === 0) return null;
  return (
    <div className={styles.list}>
      {problems.map(({ severity, code, path, summary, detail }, index) => (
        <MessageBar key={index} intent={severity} layout="multiline">
          <MessageBarBody>
            <MessageBarTitle className={styles.summary}>{summary}</MessageBarTitle>
            {detail && <span className={styles.detail}>{detail}</span>}
            <span className={styles.code}>{[code, path].filter(Boolean).join(' · ')}</span>
          </MessageBarBody>
        </MessageBar>
      ))}
    </div>
  );
}

/** Says that something cannot be shown. */
export function Failure({ error }: { readonly error: string }): ReactNode {
  if (error === '') return null;
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>{error}</MessageBarBody>
    </MessageBar>
  );
}
