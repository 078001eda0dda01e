import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ApiLogLine } from '../../../api-types';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: '8px 0',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '20px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  line: {
    display: 'grid',
    gridTemplateColumns: '11ch 6ch minmax(0, 22ch) minmax(0, 1fr)',
    gap: '0 10px',
    padding: '1px 12px',
    borderLeft: '3px solid transparent',
    overflowWrap: 'anywhere',
    '@media (max-width: 760px)': { gridTemplateColumns: '11ch 6ch minmax(0, 1fr)' },
  },
  warn: {
    borderLeftColor: tokens.colorPaletteDarkOrangeBorderActive,
    backgroundColor: tokens.colorStatusWarningBackground1,
  },
  error: { borderLeftColor: tokens.colorPaletteRedBorderActive, backgroundColor: tokens.colorStatusDangerBackground1 },
  faint: { color: tokens.colorNeutralForeground3 },
  source: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  text: { '@media (max-width: 760px)': { gridColumn: '1 / -1' } },
});

/** Lines of a log. */
export function LogLines({ lines }: { readonly lines: readonly ApiLogLine[] }): ReactNode {
  const styles = useStyles();
  if (lines.length === 0) return null;
  return (
    <ol className={styles.list} aria-label="Lines">
      {lines.map(({ at, level, source, text }, index) => (
        <li
          key={index}
          className={mergeClasses(styles.line, level === 'WARN' && styles.warn, level === 'ERROR' && styles.error)}
        >
          <time className={styles.faint} dateTime={at} title={at}>
            {at.slice(11, 22)}
          </time>
          <span>{level}</span>
          <span className={mergeClasses(styles.faint, styles.source)} title={source}>
            {source}
          </span>
          <span className={styles.text}>{text}</span>
        </li>
      ))}
    </ol>
  );
}
