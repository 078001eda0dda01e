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

/** Cards beside each other, as many as fit. */
export function Cards({
  children,
  isSmall = false,
}: {
  readonly children: ReactNode;
  readonly isSmall?: boolean;
}): ReactNode {
  const styles = useStyles();
  return <div className={mergeClasses(styles.grid, isSmall && styles.small)}>{children}</div>;
}
