import { CounterBadge, OverlayDrawer, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useConsole, useIsNarrow } from './console-context';
import { useUnsavedPages } from './drafts';
import { PAGES } from './pages';
import { href } from './use-route';

const useStyles = makeStyles({
  rail: { width: '220px', flexShrink: 0, backgroundColor: tokens.colorNeutralBackground3, paddingTop: '12px' },
  nav: { display: 'flex', flexDirection: 'column', alignSelf: 'stretch', gap: '2px', padding: '8px' },
  drawer: { backgroundColor: tokens.colorNeutralBackground3 },
  item: {
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    padding: '9px 12px',
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    fontSize: tokens.fontSizeBase300,
    position: 'relative',
    ':hover': { backgroundColor: tokens.colorNeutralBackground3Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground3Selected,
    '::before': {
      content: '""',
      position: 'absolute',
      left: 0,
      top: '9px',
      bottom: '9px',
      width: '3px',
      borderRadius: '2px',
      backgroundColor: tokens.colorBrandBackground,
    },
  },
  icon: { display: 'flex', flexShrink: 0 },
  badge: { marginLeft: 'auto' },
});

interface NavigationProps {
  readonly current: string;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}

/** The parts of the console: beside the content, or in a drawer on a phone. */
export function Navigation({ current, isOpen, onOpen }: NavigationProps): ReactNode {
  const styles = useStyles();
  const isNarrow = useIsNarrow();
  if (!isNarrow) return <div className={styles.rail}>{<Items current={current} />}</div>;
  return (
    <OverlayDrawer
      open={isOpen}
      position="start"
      size="small"
      className={styles.drawer}
      aria-label="Navigation"
      onOpenChange={(_, { open }) => {
        onOpen(open);
      }}
    >
      <Items current={current} />
    </OverlayDrawer>
  );
}

function Items({ current }: { readonly current: string }): ReactNode {
  const styles = useStyles();
  const { state } = useConsole();
  const unsaved = useUnsavedPages();
  return (
    <nav aria-label="Console" className={styles.nav}>
      {PAGES.map(({ name, title, icon }) => (
        <a
          key={name}
          href={href(name)}
          className={mergeClasses(styles.item, name === current && styles.current)}
          {...(name === current ? { 'aria-current': 'page' } : {})}
        >
          <span className={styles.icon}>{icon}</span>
          {title}
          {name === 'orders' && state && state.awaitingApproval > 0 && (
            <CounterBadge
              className={styles.badge}
              count={state.awaitingApproval}
              color="danger"
              aria-label={`${String(state.awaitingApproval)} wait for approval`}
              role="img"
            />
          )}
          {unsaved.has(name) && <UnsavedMark />}
        </a>
      ))}
    </nav>
  );
}

function UnsavedMark(): ReactNode {
  const styles = useStyles();
  return (
    <CounterBadge
      dot
      className={styles.badge}
      color="brand"
      role="img"
      aria-label="not saved yet"
      title="Not saved yet"
    />
  );
}
