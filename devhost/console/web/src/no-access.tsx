import { Link, Text, Title2, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    boxSizing: 'border-box',
    minHeight: '100vh',
    maxWidth: '600px',
    margin: '0 auto',
    padding: '15vh 20px 20px',
  },
});

/** What somebody sees who has not come by the printed address. */
export function NoAccess(): ReactNode {
  const styles = useStyles();
  return (
    <main className={styles.page}>
      <Title2 as="h1">This console needs its token</Title2>
      <Text>
        Open the whole address that the dev host has printed, with what follows after the #. It is new at each start of
        the dev host, and each tab of the browser needs it. You can ask for it again, with the dev host’s --data-dir if
        it has one:
      </Text>
      <pre>npm run -s cli -- devhost status</pre>
      <Link
        href="/"
        onClick={() => {
          window.location.reload();
        }}
      >
        Try again
      </Link>
    </main>
  );
}
