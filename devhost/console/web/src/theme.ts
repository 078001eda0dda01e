import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';
import { useEffect, useState } from 'react';

const KEY = 'eas-connector-theme';
const DARK = '(prefers-color-scheme: dark)';

/** Light or dark: as the system has it, or as the person has chosen. */
export function useTheme(): {
  readonly theme: Theme;
  readonly isDark: boolean;
  readonly setDark: (isDark: boolean) => void;
} {
  const [chosen, setChosen] = useState(() => localStorage.getItem(KEY));
  const [system, setSystem] = useState(() => window.matchMedia(DARK).matches);
  useEffect(() => {
    const media = window.matchMedia(DARK);
    const onChange = (): void => {
      setSystem(media.matches);
    };
    media.addEventListener('change', onChange);
    return () => {
      media.removeEventListener('change', onChange);
    };
  }, []);
  const isDark = chosen === null ? system : chosen === 'dark';
  useEffect(() => {
    document.documentElement.style.colorScheme = isDark ? 'dark' : 'light';
  }, [isDark]);
  return {
    theme: isDark ? webDarkTheme : webLightTheme,
    isDark,
    setDark(wanted) {
      localStorage.setItem(KEY, wanted ? 'dark' : 'light');
      setChosen(wanted ? 'dark' : 'light');
    },
  };
}
