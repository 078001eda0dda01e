import { Subtitle2, Text, Title2, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: '12px 24px', marginBottom: '16px' },
  words: { display: 'flex', flexDirection: 'column', gap: '4px', flexGrow: 1, minWidth: '240px' },
  about: { color: tokens.colorNeutralForeground3, maxWidth: '760px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  section: { marginTop: '28px', marginBottom: '12px' },
});

/** The title of a part, what it is for, and what can be done. */
export function PageHead(props: {
  readonly title: string;
  readonly about?: ReactNode;
  readonly children?: ReactNode;
}): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.head}>
      <div className={styles.words}>
        <Title2 as="h1">{props.title}</Title2>
        {props.about && <Text className={styles.about}>{props.about}</Text>}
      </div>
      {props.children && <div className={styles.actions}>{props.children}</div>}
    </div>
  );
}

/** The title of a section. */
export function SectionTitle({ children }: { readonly children: ReactNode }): ReactNode {
  const styles = useStyles();
  return (
    <Subtitle2 as="h2" block className={styles.section}>
      {children}
    </Subtitle2>
  );
}
