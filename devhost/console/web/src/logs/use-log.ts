import { useEffect, useState } from 'react';
import type { ApiLogLine, ApiLogLines } from '../../../api-types';
import { call, wordsOf } from '../api';

const EVERY_MS = 1000;
/** Older lines go from the page; they are in the file. */
const MAX_LINES = 2000;

/** What of a log is shown. */
export interface LogQuery {
  readonly name: string;
  readonly level: string;
  readonly text: string;
  readonly isLive: boolean;
}

/** Follows a log: the newest lines, then what is added to them. */
export function useLog({ name, level, text, isLive }: LogQuery): {
  readonly lines: readonly ApiLogLine[];
  readonly error: string;
} {
  const [lines, setLines] = useState<readonly ApiLogLine[]>([]);
  const [error, setError] = useState('');
  useEffect(() => {
    const stop = new AbortController();
    let cursor = '';
    const read = async (): Promise<void> => {
      const query = new URLSearchParams({ cursor, level, text });
      const answer = await call<ApiLogLines>('GET', `/api/logs/${encodeURIComponent(name)}?${query.toString()}`);
      if (stop.signal.aborted) return;
      const isFirst = cursor === '';
      cursor = answer.cursor;
      setError('');
      if (isFirst) setLines(answer.lines);
      else if (answer.lines.length > 0) setLines((before) => [...before, ...answer.lines].slice(-MAX_LINES));
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const follow = (): void => {
      read()
        .catch((failure: unknown) => {
          if (!stop.signal.aborted) setError(wordsOf(failure));
        })
        .finally(() => {
          if (isLive && !stop.signal.aborted) timer = setTimeout(follow, EVERY_MS);
        });
    };
    follow();
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [name, level, text, isLive]);
  return { lines, error };
}
