import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  Link,
  OverlayDrawer,
  Select,
  Spinner,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Text,
  makeStyles,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss';
import { useState, type ReactNode } from 'react';
import type { ApiRun, ApiRunDetails } from '../../../api-types';
import { useIsNarrow, useResource } from '../console-context';
import { OutcomeBadge } from '../parts/badges';
import { PageHead } from '../parts/page-head';
import { Failure } from '../parts/problem-list';
import { RunReport } from '../parts/run-report';
import { go, type Route } from '../use-route';
import { counted, dateTime, duration, spoken } from '../words';

const TASKS: Readonly<Record<string, string>> = { EASConnectorManage: 'Inventory', EASConnectorSecurity: 'Security' };
const TRIGGERS: Readonly<Record<string, string>> = {
  runNow: 'Run now',
  start: 'Start',
  schedule: 'Schedule',
  once: 'Once',
};

const useStyles = makeStyles({
  drawer: { width: 'min(680px, 100vw)' },
  filter: { maxWidth: '240px', marginBottom: '12px' },
  scroll: { overflowX: 'auto' },
  time: { '@media (min-width: 761px)': { width: '24%' } },
});

/** The history of runs; each opens to what it has done. */
export function RunsPage({ route }: { readonly route: Route }): ReactNode {
  const styles = useStyles();
  const isNarrow = useIsNarrow();
  const [task, setTask] = useState('');
  const { data, error } = useResource<readonly ApiRun[]>('/api/runs', 'runs');
  const shown = (data ?? []).filter((run) => task === '' || run.task === task);
  return (
    <>
      <PageHead title="Runs" about="The last 50 runs of each task, with their outcomes and problems." />
      <Failure error={error} />
      <Select
        className={styles.filter}
        aria-label="Task"
        value={task}
        onChange={(_, { value }) => {
          setTask(value);
        }}
      >
        <option value="">Both tasks</option>
        {Object.entries(TASKS).map(([name, words]) => (
          <option key={name} value={name}>
            {words}
          </option>
        ))}
      </Select>
      {data && shown.length === 0 && <Text block>No run has ended yet.</Text>}
      {shown.length > 0 && (
        <div className={styles.scroll}>
          <RunTable runs={shown} isNarrow={isNarrow} />
        </div>
      )}
      <RunDrawer
        runId={route.item}
        onClose={() => {
          go('runs');
        }}
      />
    </>
  );
}

function RunTable({ runs, isNarrow }: { readonly runs: readonly ApiRun[]; readonly isNarrow: boolean }): ReactNode {
  const styles = useStyles();
  const focusTarget = useRestoreFocusTarget();
  return (
    <Table aria-label="Runs" size="small">
      <TableHeader>
        <TableRow>
          <TableHeaderCell className={styles.time}>Started</TableHeaderCell>
          <TableHeaderCell>Task</TableHeaderCell>
          <TableHeaderCell>Outcome</TableHeaderCell>
          {!isNarrow && <TableHeaderCell>Duration</TableHeaderCell>}
          {!isNarrow && <TableHeaderCell>Begun by</TableHeaderCell>}
          {!isNarrow && <TableHeaderCell>Problems</TableHeaderCell>}
        </TableRow>
      </TableHeader>
      <TableBody>
        {runs.map((run) => (
          <TableRow key={run.runId}>
            <TableCell>
              <Link
                {...focusTarget}
                onClick={() => {
                  go('runs', run.runId);
                }}
              >
                {dateTime(run.startedAt)}
              </Link>
            </TableCell>
            <TableCell>{TASKS[run.task]}</TableCell>
            <TableCell>
              <OutcomeBadge outcome={run.outcome} />
            </TableCell>
            {!isNarrow && <TableCell>{duration(run.durationMs)}</TableCell>}
            {!isNarrow && <TableCell>{TRIGGERS[run.trigger] ?? spoken(run.trigger)}</TableCell>}
            {!isNarrow && <TableCell>{run.problems.length > 0 && counted(run.problems.length, 'problem')}</TableCell>}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function RunDrawer({ runId, onClose }: { readonly runId: string; readonly onClose: () => void }): ReactNode {
  const styles = useStyles();
  const isNarrow = useIsNarrow();
  const path = runId === '' ? undefined : `/api/runs/${encodeURIComponent(runId)}`;
  const { data, error } = useResource<ApiRunDetails>(path);
  return (
    <OverlayDrawer
      position="end"
      size={isNarrow ? 'full' : 'medium'}
      className={styles.drawer}
      open={runId !== ''}
      onOpenChange={(_, { open }) => {
        if (!open) onClose();
      }}
    >
      <DrawerHeader>
        <DrawerHeaderTitle
          action={<Button appearance="subtle" aria-label="Close" icon={<Dismiss20Regular />} onClick={onClose} />}
        >
          {data ? `${TASKS[data.task] ?? ''} run` : 'Run'}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody>
        <Failure error={error} />
        {data?.runId === runId ? <RunReport run={data} /> : error === '' && <Spinner label="Reading" />}
        {data && <Text size={200}>{data.runId}</Text>}
      </DrawerBody>
    </OverlayDrawer>
  );
}
