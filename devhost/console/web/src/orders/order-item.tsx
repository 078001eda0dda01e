import { Button, Link, Text, makeStyles, tokens, useRestoreFocusTarget } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { ApiOrder, ApiOutcome } from '../../../api-types';
import { call } from '../api';
import { useNotify } from '../notify';
import { StateBadge } from '../parts/badges';
import { ProblemList } from '../parts/problem-list';
import { Time } from '../parts/time';
import { href } from '../use-route';
import { spoken } from '../words';
import { OrderDialog } from './order-dialog';

const useStyles = makeStyles({
  item: {
    listStyleType: 'none',
    padding: '12px 16px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    overflowWrap: 'anywhere',
  },
  head: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', alignItems: 'center' },
  faint: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  steps: { margin: 0, paddingLeft: '20px' },
  actions: { display: 'flex', gap: '8px' },
});

/** An order, with what has become of it and what can be done about it. */
export function OrderItem({ order }: { readonly order: ApiOrder }): ReactNode {
  const styles = useStyles();
  const by = { console: order.orderedBy, source: order.orderedBy || 'the settings', connector: 'the connector' }[
    order.origin
  ];
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <StateBadge state={order.state} isApproved={order.isApproved} />
        <Text weight="semibold">
          {order.guid === '' ? (
            <bdi>{order.title}</bdi>
          ) : (
            <Link href={href('partnerships', order.guid)}>
              <bdi>{order.title}</bdi>
            </Link>
          )}
        </Text>
      </div>
      <Text className={styles.faint}>
        Ordered by {by} <Time at={order.orderedAt} /> · {order.id}
      </Text>
      {order.outcome && <Outcome outcome={order.outcome} />}
      <OrderActions order={order} />
    </li>
  );
}

/** What has become of an action. */
export function Outcome({ outcome }: { readonly outcome: ApiOutcome }): ReactNode {
  const styles = useStyles();
  const { wipe } = outcome;
  return (
    <>
      <Text>{outcome.summary}</Text>
      {wipe && (
        <Text>
          Wipe: {spoken(wipe.phase)}
          {wipe.effect && `, erases: ${spoken(wipe.effect).toLowerCase()}`}.{' '}
          {wipe.known === outcome.summary ? '' : wipe.known}
        </Text>
      )}
      {outcome.steps.length > 0 && !outcome.isFinal && (
        <ol className={styles.steps}>
          {outcome.steps.map((step, index) => (
            <li key={index}>{step}</li>
          ))}
        </ol>
      )}
      {outcome.mailboxes.length > 0 && (
        <Text className={styles.faint}>
          {outcome.mailboxes
            .slice(0, 20)
            .map(({ mailbox, state }) => `${mailbox}: ${spoken(state).toLowerCase()}`)
            .join(' · ')}
        </Text>
      )}
      <ProblemList problems={outcome.problems} />
    </>
  );
}

function OrderActions({ order }: { readonly order: ApiOrder }): ReactNode {
  const styles = useStyles();
  const notify = useNotify();
  const [isAsking, setAsking] = useState(false);
  const focusTarget = useRestoreFocusTarget();
  const planHash = order.outcome?.planHash ?? '';
  const canApprove = order.state === 'AWAITING_APPROVAL' && !order.isApproved && planHash !== '';
  if (!canApprove && !order.canWithdraw) return null;
  const send = (what: string, body: object, done: string): void => {
    setAsking(false);
    call('POST', `/api/orders/${encodeURIComponent(order.id)}/${what}`, body).then(() => {
      notify.done(done);
    }, notify.failed);
  };
  return (
    <div className={styles.actions}>
      {canApprove && (
        <Button
          {...focusTarget}
          appearance="primary"
          onClick={() => {
            setAsking(true);
          }}
        >
          Approve…
        </Button>
      )}
      {order.canWithdraw && (
        <Button
          onClick={() => {
            send('withdraw', {}, 'The order is taken back');
          }}
        >
          Take back
        </Button>
      )}
      <OrderDialog
        title={
          <>
            Approve: <bdi>{order.title}</bdi>?
          </>
        }
        button="Approve"
        isOpen={isAsking}
        onCancel={() => {
          setAsking(false);
        }}
        onConfirm={() => {
          send('approve', { planHash }, 'Approved for the next security run');
        }}
      >
        {order.outcome && <Outcome outcome={order.outcome} />}
      </OrderDialog>
    </div>
  );
}
