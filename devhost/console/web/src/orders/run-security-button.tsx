import { Button } from '@fluentui/react-components';
import { Play20Regular } from '@fluentui/react-icons/svg/play';
import type { ReactNode } from 'react';
import { call } from '../api';
import { useConsole } from '../console-context';
import { useNotify } from '../notify';

/** Runs the security task now: orders are carried out at once. */
export function RunSecurityButton(): ReactNode {
  const { state } = useConsole();
  const notify = useNotify();
  const task = state?.tasks.find(({ task: name }) => name === 'EASConnectorSecurity');
  return (
    <Button
      appearance="primary"
      icon={<Play20Regular />}
      disabled={!task || task.state === 'disabled'}
      onClick={() => {
        call('POST', '/api/tasks/EASConnectorSecurity/run', {}).then(() => {
          notify.done('The security run begins');
        }, notify.failed);
      }}
    >
      {task?.state === 'running' ? 'Running…' : 'Run now'}
    </Button>
  );
}
