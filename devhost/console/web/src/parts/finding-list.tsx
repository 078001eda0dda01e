import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ApiDrift, ApiFinding } from '../../../api-types';
import { count } from '../words';
import { SeverityBadge } from './badges';
import { Example } from './example';

const useStyles = makeStyles({
  list: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    overflow: 'hidden',
  },
  line: {
    display: 'grid',
    gridTemplateColumns: '64px minmax(0, 1fr)',
    alignItems: 'baseline',
    gap: '4px 12px',
    paddingTop: '11px',
    paddingBottom: '11px',
  },
  // Words of several lines have the sign before the first of them.
  header: { alignItems: 'flex-start' },
  chevron: { marginTop: '12px', height: '20px' },
  words: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: '2px 12px' },
  code: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  examples: { margin: '0 0 12px', paddingLeft: '20px', overflowWrap: 'anywhere' },
});

/** Findings, the worst first; each opens to its examples. */
export function FindingList({ findings }: { readonly findings: readonly ApiFinding[] }): ReactNode {
  const styles = useStyles();
  const rank = ({ severity }: ApiFinding): number => ['error', 'warning', 'info'].indexOf(severity);
  return (
    <Accordion collapsible multiple className={styles.list}>
      {[...findings]
        .sort((a, b) => rank(a) - rank(b) || b.count - a.count)
        .map((finding, index) => (
          <AccordionItem key={index} value={index}>
            <AccordionHeader button={{ className: styles.header }} expandIcon={{ className: styles.chevron }}>
              <span className={styles.line}>
                <span>
                  <SeverityBadge severity={finding.severity} />
                </span>
                <span className={styles.words}>
                  <Text>{finding.summary}</Text>
                  <Text className={styles.code}>
                    {finding.code}
                    {finding.count > 0 && ` · ${count(finding.count)}`}
                  </Text>
                </span>
              </span>
            </AccordionHeader>
            <AccordionPanel>
              <ul className={styles.examples}>
                {finding.examples.map((example, at) => (
                  <li key={at}>
                    <Example example={example} />
                  </li>
                ))}
                <DriftItems drift={finding.drift} />
              </ul>
            </AccordionPanel>
          </AccordionItem>
        ))}
    </Accordion>
  );
}

/** Properties that have changed, as items of a list. */
export function DriftItems({ drift }: { readonly drift: readonly ApiDrift[] }): ReactNode {
  return drift.map(({ object, property, before, after }, index) => (
    <li key={index}>
      <bdi>{[object, property].filter(Boolean).join(' · ')}</bdi>: <bdi>{before || 'nothing'}</bdi> →{' '}
      <bdi>{after || 'nothing'}</bdi>
    </li>
  ));
}
