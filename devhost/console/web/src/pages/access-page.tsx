import {
  Button,
  Link,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Spinner,
  Text,
  makeStyles,
} from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { ApiAccess, ApiWhatIf } from '../../../api-types';
import { AccessEditor } from '../access/access-editor';
import { desiredOf, formOf, type AccessForm } from '../access/desired-access';
import { WhatIfPanel } from '../access/what-if-panel';
import { call } from '../api';
import { useResource } from '../console-context';
import { useDraft } from '../drafts';
import { useNotify } from '../notify';
import { Outcome } from '../orders/order-item';
import { RunSecurityButton } from '../orders/run-security-button';
import { StateBadge } from '../parts/badges';
import { Card } from '../parts/card';
import { PageHead, SectionTitle } from '../parts/page-head';
import { Failure } from '../parts/problem-list';
import { href } from '../use-route';
import { counted } from '../words';

const useStyles = makeStyles({
  ask: { display: 'flex', gap: '12px', alignItems: 'center', margin: '20px 0', flexWrap: 'wrap' },
});

/** The organization's access settings: as they are, as they are wanted, and what a change would do. */
export function AccessPage(): ReactNode {
  const { data, error } = useResource<ApiAccess>('/api/access', 'orders', 'settings', 'inventory');
  return (
    <>
      <PageHead
        title="Device access"
        about="Who may synchronize: the organization’s default access level, and device access rules on top of it. Before anything is saved you see what it would do, counted on the real devices."
      >
        <RunSecurityButton />
      </PageHead>
      <Failure error={error} />
      {data && <Standing access={data} />}
      {data && <Editor access={data} />}
    </>
  );
}

function Standing({ access }: { readonly access: ApiAccess }): ReactNode {
  const notify = useNotify();
  const { current, desired, outcome } = access;
  const stop = (): void => {
    call('DELETE', '/api/access').then(() => {
      notify.done('The access settings are left to Exchange again');
    }, notify.failed);
  };
  return (
    <Card label="How it stands">
      <Text>
        In Exchange, by the last inventory: <b>{current.defaultAccessLevel || 'not known'}</b> by default,{' '}
        {counted(current.rules.length, 'rule')}.
      </Text>
      {outcome && desired && (
        <>
          <span>
            <StateBadge state={outcome.state} isApproved={access.isApproved} />
          </span>
          <Outcome outcome={outcome} />
          {outcome.state === 'AWAITING_APPROVAL' && !access.isApproved && (
            <Link href={href('orders')}>Approve it under Orders</Link>
          )}
        </>
      )}
      {desired ? (
        <MessageBar>
          <MessageBarBody>The connector keeps the access settings as they are wanted below.</MessageBarBody>
          <MessageBarActions>
            <Button onClick={stop}>Stop managing them</Button>
          </MessageBarActions>
        </MessageBar>
      ) : (
        <Text>The connector does not manage the access settings yet.</Text>
      )}
    </Card>
  );
}

function Editor({ access }: { readonly access: ApiAccess }): ReactNode {
  const styles = useStyles();
  const notify = useNotify();
  const wanted = JSON.stringify(access.desired ?? {});
  // Only other wanted settings replace what is being edited, not an inventory that finds others in Exchange.
  const draft = useDraft<AccessForm>('access', formOf(access), wanted, JSON.stringify);
  const form = draft.value;
  const [answer, setAnswer] = useState<ApiWhatIf | undefined>();
  const [isAsking, setAsking] = useState(false);
  const shown = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // It is below everything that was edited.
    if (answer) shown.current?.scrollIntoView({ block: 'start', behavior: 'smooth' });
  }, [answer]);
  const ask = async (): Promise<void> => {
    setAsking(true);
    setAnswer(undefined);
    try {
      setAnswer(await call<ApiWhatIf>('POST', '/api/access/what-if', { desired: desiredOf(form, access) }));
    } catch (error) {
      notify.failed(error);
    }
    setAsking(false);
  };
  const save = async (isApproved: boolean): Promise<void> => {
    try {
      await call('PUT', '/api/access', { desired: desiredOf(form, access), whatIf: answer?.id, isApproved });
      setAnswer(undefined);
      notify.done('Saved', 'The next security run makes the change.');
    } catch (error) {
      notify.failed(error);
    }
  };
  return (
    <>
      <AccessEditor
        form={form}
        access={access}
        problems={answer?.problems ?? []}
        onForm={(changed) => {
          draft.change(() => changed);
          setAnswer(undefined);
        }}
      />
      <div className={styles.ask}>
        <Button appearance="primary" disabled={isAsking} onClick={() => void ask()}>
          What would this do?
        </Button>
        {isAsking && <Spinner size="tiny" label="Reading from Exchange and counting" />}
      </div>
      {answer && (
        <div role="status" ref={shown}>
          {answer.id === '' && <SectionTitle>This cannot be saved</SectionTitle>}
          <WhatIfPanel answer={answer} onSave={(isApproved) => void save(isApproved)} />
        </div>
      )}
    </>
  );
}
