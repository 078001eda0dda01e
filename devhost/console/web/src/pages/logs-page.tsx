import { SearchBox, Select, Switch, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { ApiLog } from '../../../api-types';
import { useResource } from '../console-context';
import { LogLines } from '../logs/log-lines';
import { useLog, type LogQuery } from '../logs/use-log';
import { PageHead } from '../parts/page-head';
import { Failure } from '../parts/problem-list';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px',
    alignItems: 'center',
    padding: '8px 0',
    marginBottom: '4px',
    position: 'sticky',
    top: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

/** A little above the end still is at the end. */
const AT_END = { rootMargin: '0px 0px 80px 0px' };

const LEVELS = [
  ['', 'Every level'],
  ['INFO', 'Information and worse'],
  ['WARN', 'Warnings and errors'],
  ['ERROR', 'Errors'],
] as const;

/** The logs, live. */
export function LogsPage(): ReactNode {
  const [query, setQuery] = useState<LogQuery>({ name: 'scheduler', level: '', text: '', isLive: true });
  const { isLive } = query;
  const { lines, error } = useLog(query);
  const end = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  useEffect(() => {
    if (isLive && isAtEnd.current) end.current?.scrollIntoView({ block: 'end' });
  }, [lines, isLive]);
  useEffect(() => {
    const mark = end.current;
    if (!mark) return undefined;
    // Who has scrolled up to read is left there, whatever is written meanwhile.
    const observer = new IntersectionObserver(([entry]) => {
      isAtEnd.current = entry?.isIntersecting ?? true;
    }, AT_END);
    observer.observe(mark);
    return () => {
      observer.disconnect();
    };
  }, []);
  return (
    <>
      <PageHead
        title="Logs"
        about="The scheduler’s log and the tasks’ own logs, newest last. Times are UTC, as in the files."
      />
      <LogBar
        query={query}
        onQuery={(change) => {
          setQuery((before) => ({ ...before, ...change }));
        }}
      />
      <Failure error={error} />
      {lines.length === 0 && error === '' && <Text>There are no such lines.</Text>}
      <LogLines lines={lines} />
      <div ref={end} />
    </>
  );
}

interface LogBarProps {
  readonly query: LogQuery;
  readonly onQuery: (change: Partial<LogQuery>) => void;
}

/** Which log, and which lines of it. */
function LogBar({ query, onQuery }: LogBarProps): ReactNode {
  const styles = useStyles();
  const { data: logs = [] } = useResource<readonly ApiLog[]>('/api/logs');
  return (
    <div className={styles.bar} role="search">
      <Select
        aria-label="Log"
        value={query.name}
        onChange={(_, { value }) => {
          onQuery({ name: value });
        }}
      >
        {logs.map((log) => (
          <option key={log.name} value={log.name}>
            {log.title}
          </option>
        ))}
      </Select>
      <Select
        aria-label="Level"
        value={query.level}
        onChange={(_, { value }) => {
          onQuery({ level: value });
        }}
      >
        {LEVELS.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </Select>
      <SearchBox
        aria-label="Contains"
        placeholder="Contains…"
        value={query.text}
        onChange={(_, { value }) => {
          onQuery({ text: value });
        }}
      />
      <Switch
        label="Live"
        checked={query.isLive}
        onChange={(_, { checked }) => {
          onQuery({ isLive: checked });
        }}
      />
    </div>
  );
}
