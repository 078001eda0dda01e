import { Button, MessageBar, MessageBarBody, makeStyles, useRestoreFocusTarget } from '@fluentui/react-components';
import { ArrowSync20Regular } from '@fluentui/react-icons/svg/arrow-sync';
import { CheckmarkCircle20Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import { Delete20Regular } from '@fluentui/react-icons/svg/delete';
import { Prohibited20Regular } from '@fluentui/react-icons/svg/prohibited';
import { useState, type ReactElement, type ReactNode } from 'react';
import type { ApiNewOrder, ApiOrderKind, ApiPartnership } from '../../../api-types';
import { OrderDialog } from '../orders/order-dialog';
import { useOrder } from '../orders/use-order';
import { WipeDialog } from '../orders/wipe-dialog';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: '16px' },
  note: { marginTop: '12px' },
});

interface Action {
  readonly kind: ApiOrderKind;
  readonly label: string;
  readonly icon: ReactElement;
  /** What it does, asked about before it is ordered; nothing for what needs no question. */
  readonly question?: string;
}

const ACTIONS: readonly Action[] = [
  {
    kind: 'allowDevice',
    label: 'Allow',
    icon: <CheckmarkCircle20Regular />,
    question:
      'The device is put on the mailbox’s allowed list and taken off its blocked list. This goes before rules and the default access level.',
  },
  {
    kind: 'blockDevice',
    label: 'Block',
    icon: <Prohibited20Regular />,
    question:
      'The device is put on the mailbox’s blocked list and taken off its allowed list. It cannot synchronize any more; mail that it has stays on it.',
  },
  {
    kind: 'removePartnership',
    label: 'Remove',
    icon: <Delete20Regular />,
    question:
      'The partnership is removed from Exchange. Data on the device stay there, and a device that still has the account comes back.',
  },
  { kind: 'refreshStatus', label: 'Read status', icon: <ArrowSync20Regular /> },
];

/** What can be ordered for a partnership. */
export function PartnershipActions({ details }: { readonly details: ApiPartnership }): ReactNode {
  const styles = useStyles();
  const [asking, setAsking] = useState<Action | undefined>();
  const [isWiping, setWiping] = useState(false);
  const order = useOrder();
  const { guid, isProtected } = details.row;
  const openWipe = details.orders.find(({ kind, isOver }) => kind === 'wipe' && !isOver);
  const canWipe = details.wipeChoices.some(({ isPossible }) => isPossible) && !isProtected && !openWipe;
  const hasWipe = openWipe !== undefined || details.row.wipe === 'pending' || details.row.wipe === 'sent';
  const give = (body: ApiNewOrder): void => {
    setAsking(undefined);
    void order(body);
  };
  const choose = (action: Action): void => {
    if (action.question === undefined) give({ kind: action.kind, guid });
    else setAsking(action);
  };
  return (
    <>
      <div className={styles.actions}>
        <WipeButtons
          canWipe={canWipe}
          hasWipe={hasWipe}
          onWipe={() => {
            setWiping(true);
          }}
          onCancel={() => {
            setAsking({ ...CANCEL });
          }}
        />
        <ActionButtons details={details} onAction={choose} />
      </div>
      {isProtected && <ProtectedNote />}
      <Question
        action={asking}
        details={details}
        onCancel={() => {
          setAsking(undefined);
        }}
        onGive={give}
      />
      <WipeDialog
        details={details}
        isOpen={isWiping}
        onClose={() => {
          setWiping(false);
        }}
      />
    </>
  );
}

interface WipeButtonsProps {
  readonly canWipe: boolean;
  readonly hasWipe: boolean;
  readonly onWipe: () => void;
  readonly onCancel: () => void;
}

function WipeButtons({ canWipe, hasWipe, onWipe, onCancel }: WipeButtonsProps): ReactNode {
  const focusTarget = useRestoreFocusTarget();
  return (
    <>
      <Button {...focusTarget} disabled={!canWipe} onClick={onWipe}>
        Wipe…
      </Button>
      {hasWipe && (
        <Button {...focusTarget} onClick={onCancel}>
          Cancel wipe…
        </Button>
      )}
    </>
  );
}

interface QuestionProps {
  readonly action: Action | undefined;
  readonly details: ApiPartnership;
  readonly onCancel: () => void;
  readonly onGive: (order: ApiNewOrder) => void;
}

function Question({ action, details: { row }, onCancel, onGive }: QuestionProps): ReactNode {
  return (
    <OrderDialog
      title={
        <>
          {action?.label} <bdi>{row.device || 'the device'}</bdi> of <bdi>{row.user}</bdi>?
        </>
      }
      button={action?.label ?? ''}
      isOpen={action !== undefined}
      onCancel={onCancel}
      onConfirm={() => {
        if (action) onGive({ kind: action.kind, guid: row.guid });
      }}
    >
      {action?.question}
    </OrderDialog>
  );
}

interface ActionButtonsProps {
  readonly details: ApiPartnership;
  readonly onAction: (action: Action) => void;
}

function ActionButtons({ details, onAction }: ActionButtonsProps): ReactNode {
  const focusTarget = useRestoreFocusTarget();
  return ACTIONS.filter(({ kind }) => details.canBlock || kind === 'refreshStatus').map((action) => (
    <Button
      {...focusTarget}
      key={action.kind}
      icon={action.icon}
      disabled={details.row.isProtected && (action.kind === 'blockDevice' || action.kind === 'removePartnership')}
      onClick={() => {
        onAction(action);
      }}
    >
      {action.label}
    </Button>
  ));
}

function ProtectedNote(): ReactNode {
  const styles = useStyles();
  return (
    <MessageBar className={styles.note}>
      <MessageBarBody>
        This mailbox is protected in the settings: its devices are never wiped, blocked or removed.
      </MessageBarBody>
    </MessageBar>
  );
}

const CANCEL: Action = {
  kind: 'cancelWipe',
  label: 'Cancel the wipe of',
  icon: <Prohibited20Regular />,
  question:
    'A wipe that the device has not acknowledged is taken back. If it has erased itself already, nothing brings its data back.',
};
