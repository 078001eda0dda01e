import {
  Button,
  CounterBadge,
  Spinner,
  Tab,
  TabList,
  Text,
  makeStyles,
  tokens,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { ApiSettings } from '../../../api-types';
import { useResource } from '../console-context';
import { OrderDialog } from '../orders/order-dialog';
import { PageHead } from '../parts/page-head';
import { Failure, ProblemList } from '../parts/problem-list';
import { isAbout } from '../settings/problem-tree';
import { SecretPaths } from '../settings/secret-paths';
import { SettingsPart } from '../settings/settings-part';
import { useSettingsForm, type SettingsForm as Form } from '../settings/use-settings-form';

const TABS = [
  { name: 'general', title: 'General', parts: [['host', 'Connector and schedule']] },
  {
    name: 'connection',
    title: 'Connection',
    parts: [
      ['connection', 'Exchange organization'],
      ['connection.network', 'Network'],
      ['connection.powerShell', 'PowerShell on the host'],
    ],
  },
  {
    name: 'inventory',
    title: 'Inventory',
    parts: [
      ['manage.scope', 'Which mailboxes are read'],
      ['manage.inventory', 'What is read'],
      ['manage.limits', 'Limits'],
      ['manage.logging', 'Log files'],
    ],
  },
  {
    name: 'security',
    title: 'Security',
    parts: [
      ['security.safety', 'Brakes'],
      ['security.scope', 'Which mailboxes may be changed'],
      ['security.hygiene', 'Upkeep'],
      ['security.limits', 'Limits'],
      ['security.logging', 'Log files'],
    ],
  },
] as const;

const useStyles = makeStyles({
  bar: {
    position: 'sticky',
    bottom: 0,
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px 12px',
    alignItems: 'center',
    marginTop: '20px',
    padding: '12px 0',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  tabs: { marginLeft: '-10px' },
  note: { marginTop: '16px', color: tokens.colorNeutralForeground3 },
});

/** The system settings of the connector. */
export function SettingsPage(): ReactNode {
  const { data, error, reload } = useResource<ApiSettings>('/api/settings', 'settings');
  return (
    <>
      <PageHead
        title="Settings"
        about="What the management server hands to the connector. Secrets are never shown: leave their fields empty to keep them."
      />
      <Failure error={error} />
      {!data && error === '' && <Spinner label="Reading the settings" />}
      {data?.isReadable === true && <SettingsForm settings={data} onSaved={reload} />}
      {data?.isReadable === false && (
        <>
          <ProblemList problems={data.problems} />
          <Text>
            The settings cannot be read, so there is nothing to edit. The last good ones, if there are any, stay in
            force.
          </Text>
        </>
      )}
    </>
  );
}

function SettingsForm({
  settings,
  onSaved,
}: {
  readonly settings: ApiSettings;
  readonly onSaved: () => void;
}): ReactNode {
  const styles = useStyles();
  const [tab, setTab] = useState<string>('general');
  const form = useSettingsForm(settings, onSaved);
  const errors = form.problems.filter(({ severity }) => severity === 'error');
  const shown = TABS.find(({ name }) => name === tab);
  return (
    <SecretPaths value={settings.secrets}>
      <TabList
        className={styles.tabs}
        selectedValue={tab}
        onTabSelect={(_, { value }) => {
          setTab(value as string);
        }}
      >
        {TABS.map(({ name, title, parts }) => {
          const wrong = errors.filter((problem) => parts.some(([part]) => isAbout(part, problem))).length;
          return (
            <Tab key={name} value={name}>
              {title} {wrong > 0 && <CounterBadge size="small" color="danger" count={wrong} />}
            </Tab>
          );
        })}
      </TabList>
      <ProblemList
        problems={form.problems.filter(
          ({ path }) => !TABS.some(({ parts }) => parts.some(([part]) => path.startsWith(`${part}.`))),
        )}
      />
      {tab === 'general' && (
        <Text block className={styles.note}>
          This computer is called {settings.hostName}.
        </Text>
      )}
      {shown?.parts.map(([name, title]) => (
        <SettingsPart
          key={name}
          name={name}
          title={title}
          schema={settings.schema[name]}
          values={form.valuesOf(name)}
          problems={form.problems}
          onValues={(values) => {
            form.change(name, values);
          }}
        />
      ))}
      <SaveBar form={form} hasChanges={settings.changed.length > 0} errors={errors.length} />
    </SecretPaths>
  );
}

interface SaveBarProps {
  readonly form: Form;
  readonly hasChanges: boolean;
  readonly errors: number;
}

function SaveBar({ form, hasChanges, errors }: SaveBarProps): ReactNode {
  const styles = useStyles();
  const [isAsking, setAsking] = useState(false);
  const focusTarget = useRestoreFocusTarget();
  return (
    <div className={styles.bar}>
      <Button appearance="primary" disabled={!form.isChanged || form.isSaving} onClick={() => void form.save()}>
        Save
      </Button>
      <Button disabled={!form.isChanged} onClick={form.discard}>
        Discard
      </Button>
      {hasChanges && !form.isChanged && (
        <Button
          {...focusTarget}
          appearance="subtle"
          onClick={() => {
            setAsking(true);
          }}
        >
          Use the settings of the source again…
        </Button>
      )}
      <OrderDialog
        title="Use the settings of the source again?"
        button="Drop the changes"
        isOpen={isAsking}
        onCancel={() => {
          setAsking(false);
        }}
        onConfirm={() => {
          setAsking(false);
          void form.reset();
        }}
      >
        Everything that was changed in the console is dropped: settings, secrets that were entered here, and the wanted
        access settings. Orders stay. Nothing is changed at Exchange.
      </OrderDialog>
      <Text role="status">{errors > 0 ? `${String(errors)} to correct` : form.isChanged ? 'Not saved yet' : ''}</Text>
    </div>
  );
}
