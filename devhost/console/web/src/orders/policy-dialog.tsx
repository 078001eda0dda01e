import { Field, Select, Textarea, makeStyles } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { useResource } from '../console-context';
import { OrderDialog } from './order-dialog';
import { useOrder } from './use-order';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '16px', paddingTop: '8px' },
});

interface Policy {
  readonly name: string;
  readonly isDefault: boolean;
}

/** A comma only separates addresses: names of people and groups may have one. */
const SEPARATOR = /[\n;]|(?<=@[^,\n;]*),(?=[^,\n;]*@)/;

const listed = (text: string): string[] =>
  text
    .split(SEPARATOR)
    .map((one) => one.trim())
    .filter(Boolean);

/** Assigns a mailbox policy to users or groups. */
export function PolicyDialog(props: { readonly isOpen: boolean; readonly onClose: () => void }): ReactNode {
  const styles = useStyles();
  const { data: policies = [] } = useResource<readonly Policy[]>(props.isOpen ? '/api/policies' : undefined);
  const [policy, setPolicy] = useState('');
  const [users, setUsers] = useState('');
  const [groups, setGroups] = useState('');
  const order = useOrder();
  const give = async (): Promise<void> => {
    const whom = { mailboxes: listed(users), groups: listed(groups) };
    if (await order({ kind: 'assignPolicy', policy, ...whom })) props.onClose();
  };
  return (
    <OrderDialog
      title="Assign a mailbox policy"
      button="Assign"
      isOpen={props.isOpen}
      isDisabled={listed(users).length + listed(groups).length === 0}
      onCancel={props.onClose}
      onConfirm={() => void give()}
    >
      <div className={styles.form}>
        <Field label="Policy">
          <Select
            value={policy}
            onChange={(_, { value }) => {
              setPolicy(value);
            }}
          >
            <option value="">The default policy</option>
            {policies.map(({ name, isDefault }) => (
              <option key={name} value={name}>
                {isDefault ? `${name} (is the default)` : name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Users" hint="Addresses, one a line.">
          <Textarea
            value={users}
            onChange={(_, { value }) => {
              setUsers(value);
            }}
          />
        </Field>
        <Field label="Groups" hint="Names or addresses, one a line. Members of nested groups count.">
          <Textarea
            value={groups}
            onChange={(_, { value }) => {
              setGroups(value);
            }}
          />
        </Field>
      </div>
    </OrderDialog>
  );
}
