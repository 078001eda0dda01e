import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '16px 20px',
    minWidth: 0,
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
  },
  grid: {
    display: 'grid',
    gap: '16px',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 300px), 1fr))',
    alignItems: 'start',
  },
  medium: { gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 220px), 1fr))' },
  small: { gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 150px), 1fr))' },
});

/** A framed piece of a page. */
export function Card({ children, label }: { readonly children: ReactNode; readonly label?: string }): ReactNode {
  const styles = useStyles();
  return (
    <section className={styles.card} aria-label={label}>
      {children}
    </section>
  );
}

interface CardsProps {
  readonly children: ReactNode;
  readonly size?: 'large' | 'medium' | 'small';
}

/** Cards beside each other, as many of their size as fit. */
export function Cards({ children, size = 'large' }: CardsProps): ReactNode {
  const styles = useStyles();
  return <div className={mergeClasses(styles.grid, size !== 'large' && styles[size])}>{children}</div>;
}
