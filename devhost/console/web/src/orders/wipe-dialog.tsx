import {
  Checkbox,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  Radio,
  RadioGroup,
  Select,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useState, type ReactNode } from 'react';
import type { ApiPartnership, ApiWipeChoice } from '../../../api-types';
import { typable } from '../../../typable';
import { OrderDialog } from './order-dialog';
import { useOrder } from './use-order';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '16px', paddingTop: '8px' },
  choice: { display: 'flex', flexDirection: 'column' },
  faint: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

const TITLES: Readonly<Record<ApiWipeChoice['kind'], string>> = {
  WIPE_KIND_ACCOUNT_ONLY: 'The Exchange account only',
  WIPE_KIND_WHOLE_DEVICE: 'Everything the client can erase',
};
const ENDS: readonly (readonly [string, string])[] = [
  ['STANDING_ORDER_END_REMOVE_PARTNERSHIP', 'Remove the partnership (recommended)'],
  ['STANDING_ORDER_END_CANCEL_WIPE', 'Cancel the wipe and keep the partnership'],
  ['STANDING_ORDER_END_KEEP', 'Keep wiping the device each time it comes back'],
];

interface WipeDialogProps {
  readonly details: ApiPartnership;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Orders a wipe: says what is erased, offers the milder kind first, and wants the user's name. */
export function WipeDialog({ details, isOpen, onClose }: WipeDialogProps): ReactNode {
  const styles = useStyles();
  const first = details.wipeChoices.find(({ isPossible }) => isPossible)?.kind ?? '';
  const [kind, setKind] = useState<string>(first);
  const [end, setEnd] = useState(ENDS[0]?.[0] ?? '');
  const [isBlocking, setBlocking] = useState(false);
  const [typed, setTyped] = useState('');
  const order = useOrder();
  useEffect(() => {
    setKind(first);
    setTyped('');
    setEnd(ENDS[0]?.[0] ?? '');
    setBlocking(false);
  }, [isOpen, first]);
  const isConfirmed = typable(typed) === typable(details.confirmation);
  const give = async (): Promise<void> => {
    const { guid } = details.row;
    const options = { wipeKind: kind, standingOrderEnd: end, blockAfterwards: isBlocking, confirmation: typed };
    if (await order({ kind: 'wipe', guid, ...options })) onClose();
  };
  return (
    <OrderDialog
      title={
        <>
          Wipe <bdi>{details.row.device || 'the device'}</bdi> of <bdi>{details.row.user}</bdi>
        </>
      }
      button="Wipe"
      isOpen={isOpen}
      isDisabled={!isConfirmed || kind === ''}
      onCancel={onClose}
      onConfirm={() => void give()}
    >
      <div className={styles.form}>
        <Kinds choices={details.wipeChoices} kind={kind} onKind={setKind} />
        <Afterwards end={end} isBlocking={isBlocking} onEnd={setEnd} onBlocking={setBlocking} />
        <Confirmation name={details.confirmation} typed={typed} onTyped={setTyped} />
      </div>
    </OrderDialog>
  );
}

interface ConfirmationProps {
  readonly name: string;
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
}

function Confirmation({ name, typed, onTyped }: ConfirmationProps): ReactNode {
  return (
    <Field
      label={
        <>
          Type the user’s name,{' '}
          <b>
            <bdi>{name}</bdi>
          </b>
          , to confirm
        </>
      }
    >
      <Input
        value={typed}
        autoComplete="off"
        onChange={(_, { value }) => {
          onTyped(value);
        }}
      />
    </Field>
  );
}

interface AfterwardsProps {
  readonly end: string;
  readonly isBlocking: boolean;
  readonly onEnd: (end: string) => void;
  readonly onBlocking: (isBlocking: boolean) => void;
}

function Afterwards({ end, isBlocking, onEnd, onBlocking }: AfterwardsProps): ReactNode {
  return (
    <>
      <Field
        label="Afterwards"
        hint="Exchange would wipe the device again each time it comes back. The connector ends that."
      >
        <Select
          value={end}
          onChange={(_, { value }) => {
            onEnd(value);
          }}
        >
          {ENDS.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </Select>
      </Field>
      <Checkbox
        label="Block the device once it has acknowledged the wipe"
        checked={isBlocking}
        onChange={(_, { checked }) => {
          onBlocking(checked === true);
        }}
      />
    </>
  );
}

interface KindsProps {
  readonly choices: readonly ApiWipeChoice[];
  readonly kind: string;
  readonly onKind: (kind: string) => void;
}

function Kinds({ choices, kind, onKind }: KindsProps): ReactNode {
  const styles = useStyles();
  const chosen = choices.find((choice) => choice.kind === kind);
  return (
    <>
      <Field label="What may be erased">
        <RadioGroup
          value={kind}
          onChange={(_, { value }) => {
            onKind(value);
          }}
        >
          {choices.map((choice) => (
            <Radio
              key={choice.kind}
              value={choice.kind}
              disabled={!choice.isPossible}
              label={
                <span className={styles.choice}>
                  {TITLES[choice.kind]}
                  <Text className={styles.faint}>{choice.explanation}</Text>
                </span>
              }
            />
          ))}
        </RadioGroup>
      </Field>
      {chosen?.kind === 'WIPE_KIND_WHOLE_DEVICE' && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{chosen.explanation}</MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}
