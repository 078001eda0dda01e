import { FluentProvider, MessageBar, MessageBarBody, Toaster, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState, type ReactNode } from 'react';
import { ConsoleProvider, useConsole } from './console-context';
import { DraftsProvider } from './drafts';
import { Navigation } from './navigation';
import { NoAccess } from './no-access';
import { PAGES } from './pages';
import { TOASTER_ID } from './notify';
import { useTheme } from './theme';
import { TopBar } from './top-bar';
import { useRoute } from './use-route';

const useStyles = makeStyles({
  shell: { display: 'flex', flexDirection: 'column', height: '100vh', backgroundColor: tokens.colorNeutralBackground3 },
  below: { display: 'flex', flexGrow: 1, minHeight: 0 },
  main: {
    flexGrow: 1,
    minWidth: 0,
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (min-width: 761px)': { borderTopLeftRadius: tokens.borderRadiusXLarge },
  },
  lost: { marginBottom: '12px' },
  inner: {
    maxWidth: '1280px',
    padding: '20px 32px 48px',
    '@media (max-width: 760px)': { padding: '12px 14px 40px' },
  },
});

/** The console. */
export function App(): ReactNode {
  const { theme, isDark, setDark } = useTheme();
  return (
    <FluentProvider theme={theme}>
      <ConsoleProvider>
        <DraftsProvider>
          <Shell isDark={isDark} onDark={setDark} />
        </DraftsProvider>
        <Toaster toasterId={TOASTER_ID} position="bottom-end" />
      </ConsoleProvider>
    </FluentProvider>
  );
}

function Shell({
  isDark,
  onDark,
}: {
  readonly isDark: boolean;
  readonly onDark: (isDark: boolean) => void;
}): ReactNode {
  const styles = useStyles();
  const { connection } = useConsole();
  const route = useRoute();
  const [isMenuOpen, setMenuOpen] = useState(false);
  const page = PAGES.find(({ name }) => name === route.page) ?? PAGES[0];
  useEffect(() => {
    document.title = `${page?.title ?? ''} · Exchange ActiveSync connector`;
    setMenuOpen(false);
  }, [page]);
  if (connection === 'refused') return <NoAccess />;
  return (
    <div className={styles.shell}>
      <a className="skip" href="#main" onClick={focusMain}>
        Skip to the content
      </a>
      <TopBar isDark={isDark} onDark={onDark} onMenu={setMenuOpen} />
      <div className={styles.below}>
        <Navigation current={page?.name ?? ''} isOpen={isMenuOpen} onOpen={setMenuOpen} />
        <main id="main" className={styles.main} tabIndex={-1} aria-label={page?.title}>
          <div className={styles.inner}>
            {connection === 'lost' && (
              <MessageBar intent="error" layout="multiline" className={styles.lost}>
                <MessageBarBody>
                  The dev host does not answer; what you see may be old. Connecting again… If it was started anew, open
                  the address that it printed then.
                </MessageBarBody>
              </MessageBar>
            )}
            {page?.render(route)}
          </div>
        </main>
      </div>
    </div>
  );
}

/** The fragment of the address says where the page is, so it cannot move the focus too. */
function focusMain(event: { preventDefault(): void }): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
