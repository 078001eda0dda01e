import { Button, Text, makeStyles } from '@fluentui/react-components';
import { ChevronLeft20Regular } from '@fluentui/react-icons/svg/chevron-left';
import { ChevronRight20Regular } from '@fluentui/react-icons/svg/chevron-right';
import type { ReactNode } from 'react';
import { count } from '../words';

const useStyles = makeStyles({
  pager: { display: 'flex', alignItems: 'center', justifyContent: 'flex-end', gap: '8px', marginTop: '12px' },
});

interface PagerProps {
  readonly offset: number;
  readonly size: number;
  readonly total: number;
  readonly onPage: (offset: number) => void;
}

/** Goes from page to page. */
export function Pager({ offset, size, total, onPage }: PagerProps): ReactNode {
  const styles = useStyles();
  if (total <= size) return null;
  return (
    <nav className={styles.pager} aria-label="Pages">
      <Text>
        {count(offset + 1)}–{count(Math.min(offset + size, total))} of {count(total)}
      </Text>
      <Button
        icon={<ChevronLeft20Regular />}
        aria-label="Previous page"
        disabled={offset === 0}
        onClick={() => {
          onPage(Math.max(0, offset - size));
        }}
      />
      <Button
        icon={<ChevronRight20Regular />}
        aria-label="Next page"
        disabled={offset + size >= total}
        onClick={() => {
          onPage(offset + size);
        }}
      />
    </nav>
  );
}
