import { Badge, Button, ProgressBar, Text, makeStyles, tokens } from '@fluentui/react-components';
import { Play20Regular } from '@fluentui/react-icons/svg/play';
import { Stop20Regular } from '@fluentui/react-icons/svg/stop';
import type { ReactNode } from 'react';
import type { ApiTask } from '../../../api-types';
import { call } from '../api';
import { useNotify } from '../notify';
import { href } from '../use-route';
import { count, duration } from '../words';
import { OutcomeBadge } from './badges';
import { Card } from './card';
import { ProblemList } from './problem-list';
import { Time } from './time';

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'flex-start', gap: '8px', justifyContent: 'space-between' },
  faint: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  running: { minHeight: '44px', display: 'flex', flexDirection: 'column', gap: '6px', justifyContent: 'center' },
});

/** A task: how it stands, its last run, run now and cancel. */
export function TaskCard({ task }: { readonly task: ApiTask }): ReactNode {
  const styles = useStyles();
  const notify = useNotify();
  const isRunning = task.state === 'running';
  const send = (what: 'run' | 'cancel', done: string): void => {
    call('POST', `/api/tasks/${task.task}/${what}`, {}).then(() => {
      notify.done(done);
    }, notify.failed);
  };
  return (
    <Card label={task.displayName}>
      <div className={styles.head}>
        <div>
          <Text as="h2" block weight="semibold" size={400} style={{ margin: 0 }}>
            {task.displayName}
          </Text>
          <Text className={styles.faint}>
            {task.task}, every {duration(task.intervalMs)}
            {task.nextAt && !isRunning && task.state !== 'disabled' ? ', next ' : ''}
            {task.nextAt && !isRunning && task.state !== 'disabled' && <Time at={task.nextAt} />}
          </Text>
        </div>
        <TaskState task={task} />
      </div>
      <div className={styles.running}>{isRunning ? <Running task={task} /> : <LastRun task={task} />}</div>
      {task.refused.length > 0 && task.state !== 'noSettings' && (
        <Text>The newest settings are refused; the last good ones stay in force.</Text>
      )}
      <ProblemList problems={task.refused} />
      <div className={styles.row}>
        <Button
          appearance="primary"
          icon={<Play20Regular />}
          disabled={task.state === 'disabled'}
          onClick={() => {
            send('run', isRunning ? 'It runs once more after this run' : 'The run begins');
          }}
        >
          Run now
        </Button>
        {isRunning && (
          <Button
            icon={<Stop20Regular />}
            onClick={() => {
              send('cancel', 'The run is being cancelled');
            }}
          >
            Cancel
          </Button>
        )}
      </div>
    </Card>
  );
}

function TaskState({ task }: { readonly task: ApiTask }): ReactNode {
  const words = {
    running: 'Running',
    idle: 'Enabled',
    disabled: 'Disabled',
    noSettings: 'No usable settings',
  } as const;
  const colors = { running: 'brand', idle: 'success', disabled: 'subtle', noSettings: 'danger' } as const;
  return (
    <Badge appearance="tint" color={colors[task.state]}>
      {words[task.state]}
    </Badge>
  );
}

function Running({ task }: { readonly task: ApiTask }): ReactNode {
  const { phase = 'Starting', done = 0, total = 0 } = task.progress ?? {};
  const numbers = total > 0 ? `: ${count(done)} of ${count(total)}` : done > 0 ? `: ${count(done)}` : '';
  const words = `${phase}${numbers}`;
  return (
    <>
      <Text role="status">{words}</Text>
      <ProgressBar
        aria-label={`Progress of ${task.displayName}`}
        {...(total > 0 ? { value: Math.min(1, done / total) } : {})}
        thickness="large"
      />
    </>
  );
}

function LastRun({ task }: { readonly task: ApiTask }): ReactNode {
  const styles = useStyles();
  const { last } = task;
  if (!last) return <Text className={styles.faint}>Has not run yet.</Text>;
  const notable = last.problems.filter(({ severity }) => severity !== 'info');
  return (
    <div className={styles.row}>
      <OutcomeBadge outcome={last.outcome} />
      <Text>
        <a href={href('runs', last.runId)} style={{ color: 'inherit' }}>
          Last run
        </a>{' '}
        <Time at={last.endedAt} />, took {duration(last.durationMs)}
      </Text>
      {notable[0] && <Text className={styles.faint}>{notable[0].summary}</Text>}
    </div>
  );
}
