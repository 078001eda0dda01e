import type { ReactNode } from 'react';
import { useNow } from '../console-context';
import { ago, dateTime } from '../words';

/** A time as what it is to a person: 5 minutes ago; the date and time beside the pointer. */
export function Time({ at, empty = '' }: { readonly at: string | undefined; readonly empty?: string }): ReactNode {
  const now = useNow();
  if (!at) return empty;
  return (
    <time dateTime={at} title={dateTime(at)}>
      {ago(at, now)}
    </time>
  );
}
