import { Button, Text, Tooltip, makeStyles, tokens, useRestoreFocusTarget } from '@fluentui/react-components';
import { Navigation20Regular } from '@fluentui/react-icons/svg/navigation';
import { WeatherMoon20Regular } from '@fluentui/react-icons/svg/weather-moon';
import { WeatherSunny20Regular } from '@fluentui/react-icons/svg/weather-sunny';
import type { ReactNode } from 'react';
import { useConsole, useIsNarrow } from './console-context';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    height: '48px',
    flexShrink: 0,
    padding: '0 16px 0 20px',
    backgroundColor: '#0f548c',
    color: '#ffffff',
    '@media (max-width: 760px)': { padding: '0 8px' },
  },
  title: { color: '#ffffff', whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis' },
  organization: {
    color: '#ffffff',
    opacity: 0.9,
    flexGrow: 1,
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    textAlign: 'right',
  },
  button: {
    color: '#ffffff',
    ':hover': { color: '#ffffff', backgroundColor: '#0c3b5e' },
    ':hover:active': { color: '#ffffff', backgroundColor: '#0a2e4a' },
  },
  logo: { width: '24px', height: '24px', borderRadius: tokens.borderRadiusMedium, border: '1px solid #ffffff66' },
});

interface TopBarProps {
  readonly isDark: boolean;
  readonly onDark: (isDark: boolean) => void;
  readonly onMenu: (isOpen: boolean) => void;
}

/** The bar on top: what this is, and whose organization it manages. */
export function TopBar({ isDark, onDark, onMenu }: TopBarProps): ReactNode {
  const styles = useStyles();
  const { state } = useConsole();
  const isNarrow = useIsNarrow();
  const focusTarget = useRestoreFocusTarget();
  const label = isDark ? 'Light colours' : 'Dark colours';
  return (
    <header className={styles.bar}>
      {isNarrow ? (
        <Button
          {...focusTarget}
          appearance="transparent"
          className={styles.button}
          icon={<Navigation20Regular />}
          aria-label="Open the navigation"
          onClick={() => {
            onMenu(true);
          }}
        />
      ) : (
        <img src="/icon.svg" alt="" className={styles.logo} />
      )}
      <Text weight="semibold" size={400} className={styles.title}>
        {isNarrow ? 'ActiveSync connector' : 'Exchange ActiveSync connector'}
      </Text>
      <Text className={styles.organization}>{isNarrow ? '' : state?.organization}</Text>
      <Tooltip content={label} relationship="label">
        <Button
          appearance="transparent"
          className={styles.button}
          icon={isDark ? <WeatherSunny20Regular /> : <WeatherMoon20Regular />}
          onClick={() => {
            onDark(!isDark);
          }}
        />
      </Tooltip>
    </header>
  );
}
