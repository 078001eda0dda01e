import { Text, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ApiOutcome, ApiRunDetails } from '../../../api-types';
import { Outcome } from '../orders/order-item';
import { count, counted, dateTime, duration } from '../words';
import { OutcomeBadge, StateBadge } from './badges';
import { DriftItems, FindingList } from './finding-list';
import { SectionTitle } from './page-head';
import { Failure, ProblemList } from './problem-list';

const useStyles = makeStyles({
  figures: { display: 'grid', gridTemplateColumns: 'auto 1fr', gap: '3px 16px', margin: '12px 0' },
  name: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0 },
  list: { listStyleType: 'none', padding: 0, margin: 0, display: 'flex', flexDirection: 'column', gap: '10px' },
  outcome: {
    borderLeft: `3px solid ${tokens.colorNeutralStroke2}`,
    paddingLeft: '12px',
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    overflowWrap: 'anywhere',
  },
  drift: { overflowWrap: 'anywhere', paddingLeft: '20px' },
});

/** What a run has done. */
export function RunReport({ run }: { readonly run: ApiRunDetails }): ReactNode {
  const styles = useStyles();
  return (
    <>
      <Text block>
        <OutcomeBadge outcome={run.outcome} /> {dateTime(run.startedAt)}, {duration(run.durationMs)},{' '}
        {counted(run.results, 'result')}
      </Text>
      <Failure error={run.unreadable && `The results cannot be read: ${run.unreadable}`} />
      <ProblemList problems={run.problems} />
      <dl className={styles.figures}>
        {run.figures
          .filter(({ value }) => value !== '')
          .map(({ name, value }) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt className={styles.name}>{name}</dt>
              <dd className={styles.value}>{value}</dd>
            </div>
          ))}
      </dl>
      <Outcomes outcomes={run.outcomes} />
      {run.drift.length > 0 && (
        <>
          <SectionTitle>Changed by others</SectionTitle>
          <ul className={styles.drift}>
            <DriftItems drift={run.drift} />
          </ul>
        </>
      )}
      {run.findings.length > 0 && (
        <>
          <SectionTitle>Findings</SectionTitle>
          <FindingList findings={run.findings} />
        </>
      )}
      <Commands run={run} />
    </>
  );
}

function Outcomes({ outcomes }: { readonly outcomes: readonly ApiOutcome[] }): ReactNode {
  const styles = useStyles();
  if (outcomes.length === 0) return null;
  return (
    <>
      <SectionTitle>Outcomes</SectionTitle>
      <ul className={styles.list}>
        {outcomes.map((outcome) => (
          <li key={outcome.actionId} className={styles.outcome}>
            <span>
              <StateBadge state={outcome.state} /> {outcome.actionId}
            </span>
            <Outcome outcome={outcome} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Commands({ run: { commands } }: { readonly run: ApiRunDetails }): ReactNode {
  const styles = useStyles();
  if (commands.length === 0) return null;
  return (
    <>
      <SectionTitle>Sent to Exchange</SectionTitle>
      <dl className={styles.figures}>
        {commands.map(({ cmdlet, calls, failures }) => (
          <div key={cmdlet} style={{ display: 'contents' }}>
            <dt className={styles.name}>{cmdlet}</dt>
            <dd className={styles.value}>
              {count(calls)}
              {failures > 0 && `, ${count(failures)} failed`}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
