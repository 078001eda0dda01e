import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Link,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ApiDrift, ApiFinding } from '../../../api-types';
import { href } from '../use-route';
import { count } from '../words';
import { SeverityBadge } from './badges';

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const useStyles = makeStyles({
  list: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    overflow: 'hidden',
  },
  line: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: '4px 12px',
    paddingTop: '6px',
    paddingBottom: '6px',
  },
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
            <AccordionHeader>
              <span className={styles.line}>
                <SeverityBadge severity={finding.severity} />
                <Text>{finding.summary}</Text>
                <Text className={styles.code}>
                  {finding.code}
                  {finding.count > 0 && ` · ${count(finding.count)}`}
                </Text>
              </span>
            </AccordionHeader>
            <AccordionPanel>
              <ul className={styles.examples}>
                {finding.examples.map((example) => (
                  <li key={example}>
                    {GUID.test(example) ? (
                      <Link href={href('partnerships', example)}>{example}</Link>
                    ) : (
                      <bdi>{example}</bdi>
                    )}
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
