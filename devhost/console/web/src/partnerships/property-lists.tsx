import { Text, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ApiProperties } from '../../../api-types';
import { dateTime, fieldName } from '../words';

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;
const CONSTANT = /^(DEVICE_ACCESS_STATE|CLIENT_FAMILY|DEVICE_POLICY_APPLICATION_STATUS)_/;

const useStyles = makeStyles({
  list: { display: 'grid', gridTemplateColumns: 'minmax(120px, 38%) 1fr', gap: '3px 12px', margin: '4px 0 20px' },
  name: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  value: { margin: 0, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
});

/** Everything that Exchange states. */
export function PropertyLists({ lists }: { readonly lists: readonly ApiProperties[] }): ReactNode {
  const styles = useStyles();
  return lists.map(({ title, values }) => (
    <section key={title} aria-label={title}>
      <Text as="h3" weight="semibold">
        {title}
      </Text>
      <dl className={styles.list}>
        {values.map(({ name, value }, index) => (
          <div key={`${name} ${String(index)}`} style={{ display: 'contents' }}>
            <dt className={styles.name}>{fieldName(name)}</dt>
            <dd className={styles.value}>
              <bdi>{TIME.test(value) ? dateTime(value) : value.replace(CONSTANT, '').replaceAll('_', ' ')}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  ));
}
