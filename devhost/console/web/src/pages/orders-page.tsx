import { Button, Spinner, Switch, Text, makeStyles, useRestoreFocusTarget } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import { useState, type ReactNode } from 'react';
import type { ApiOrder } from '../../../api-types';
import { useResource } from '../console-context';
import { OrderItem } from '../orders/order-item';
import { PolicyDialog } from '../orders/policy-dialog';
import { RunSecurityButton } from '../orders/run-security-button';
import { PageHead, SectionTitle } from '../parts/page-head';
import { Failure } from '../parts/problem-list';

const useStyles = makeStyles({
  switch: { marginTop: '16px', marginLeft: '-8px' },
  list: { display: 'flex', flexDirection: 'column', gap: '12px', margin: 0, padding: 0 },
});

/** Everything that is ordered, and what has become of it. */
export function OrdersPage(): ReactNode {
  const styles = useStyles();
  const { data: known, error } = useResource<readonly ApiOrder[]>('/api/orders', 'orders', 'settings');
  const [isAssigning, setAssigning] = useState(false);
  const focusTarget = useRestoreFocusTarget();
  const [isShowingOver, setShowingOver] = useState(true);
  const isWaiting = ({ state, isApproved }: ApiOrder): boolean => state === 'AWAITING_APPROVAL' && !isApproved;
  const data = known ?? [];
  const waiting = data.filter(isWaiting);
  const open = data.filter((order) => !isWaiting(order) && !order.isOver);
  const over = data.filter(({ isOver }) => isOver);
  return (
    <>
      <PageHead
        title="Orders"
        about="An order goes into the settings of every security run until it is over. To order something for a device, open it under Mobile devices."
      >
        <RunSecurityButton />
        <Button
          {...focusTarget}
          icon={<Add20Regular />}
          onClick={() => {
            setAssigning(true);
          }}
        >
          Assign a policy
        </Button>
      </PageHead>
      <Failure error={error} />
      {!known && error === '' && <Spinner label="Reading the orders" />}
      {known && (
        <>
          <OrderList title="Waiting for your approval" orders={waiting} />
          <OrderList title="Under way" orders={open} empty="Nothing is under way." />
          <Switch
            className={styles.switch}
            label="Show what is over"
            checked={isShowingOver}
            onChange={(_, { checked }) => {
              setShowingOver(checked);
            }}
          />
          {isShowingOver && <OrderList title="Over" orders={over} empty="Nothing is over yet." />}
        </>
      )}
      <PolicyDialog
        isOpen={isAssigning}
        onClose={() => {
          setAssigning(false);
        }}
      />
    </>
  );
}

interface OrderListProps {
  readonly title: string;
  readonly orders: readonly ApiOrder[];
  readonly empty?: string;
}

function OrderList({ title, orders, empty }: OrderListProps): ReactNode {
  const styles = useStyles();
  if (orders.length === 0 && empty === undefined) return null;
  return (
    <section aria-label={title}>
      <SectionTitle>
        {title}
        {orders.length > 0 && ` (${String(orders.length)})`}
      </SectionTitle>
      {orders.length === 0 && <Text as="p">{empty}</Text>}
      <ul className={styles.list}>
        {orders.map((order) => (
          <OrderItem key={order.id} order={order} />
        ))}
      </ul>
    </section>
  );
}
