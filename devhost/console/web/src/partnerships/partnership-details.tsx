import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  OverlayDrawer,
  Spinner,
  Tab,
  TabList,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss';
import { useState, type ReactNode } from 'react';
import type { ApiPartnership } from '../../../api-types';
import { useIsNarrow, useResource } from '../console-context';
import { OrderItem } from '../orders/order-item';
import { AccessBadge } from '../parts/badges';
import { Failure } from '../parts/problem-list';
import { Time } from '../parts/time';
import { dateTime } from '../words';
import { PartnershipActions } from './partnership-actions';
import { PropertyLists } from './property-lists';

const useStyles = makeStyles({
  drawer: { width: 'min(640px, 100vw)' },
  // A long name must not push the button away that closes this.
  heading: { minWidth: 0 },
  title: { overflowWrap: 'anywhere' },
  summary: { display: 'grid', gridTemplateColumns: 'auto 1fr', gap: '4px 16px', margin: '12px 0 0' },
  name: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, overflowWrap: 'anywhere' },
  tabs: { marginTop: '16px', marginBottom: '12px', marginLeft: '-10px' },
  list: { display: 'flex', flexDirection: 'column', gap: '12px', margin: 0, padding: 0, listStyleType: 'none' },
  event: { borderLeft: `3px solid ${tokens.colorBrandStroke2}`, paddingLeft: '12px', overflowWrap: 'anywhere' },
});

/** A partnership, beside the list: what it is, what can be done, what has happened. */
export function PartnershipDetails(props: { readonly guid: string; readonly onClose: () => void }): ReactNode {
  const styles = useStyles();
  const isNarrow = useIsNarrow();
  const path = props.guid === '' ? undefined : `/api/partnerships/${encodeURIComponent(props.guid)}`;
  const { data, error } = useResource<ApiPartnership>(path, 'inventory', 'orders');
  return (
    <OverlayDrawer
      position="end"
      size={isNarrow ? 'full' : 'medium'}
      className={styles.drawer}
      open={props.guid !== ''}
      onOpenChange={(_, { open }) => {
        if (!open) props.onClose();
      }}
    >
      <DrawerHeader>
        <DrawerHeaderTitle
          heading={{ className: styles.heading }}
          action={<Button appearance="subtle" aria-label="Close" icon={<Dismiss20Regular />} onClick={props.onClose} />}
        >
          <bdi className={styles.title}>{data?.row.user ?? 'Mobile device'}</bdi>
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody>
        <Failure error={error} />
        {data?.row.guid === props.guid ? <Details details={data} /> : error === '' && <Spinner label="Reading" />}
      </DrawerBody>
    </OverlayDrawer>
  );
}

function Details({ details }: { readonly details: ApiPartnership }): ReactNode {
  const styles = useStyles();
  const [tab, setTab] = useState('properties');
  return (
    <>
      <Summary details={details} />
      <PartnershipActions details={details} />
      <TabList
        className={styles.tabs}
        selectedValue={tab}
        onTabSelect={(_, { value }) => {
          setTab(value as string);
        }}
      >
        <Tab value="properties">Properties</Tab>
        <Tab value="history">History</Tab>
        <Tab value="orders">Orders ({details.orders.length})</Tab>
      </TabList>
      {tab === 'properties' && <PropertyLists lists={details.properties} />}
      {tab === 'history' && <History details={details} />}
      {tab === 'orders' && (
        <ul className={styles.list}>
          {details.orders.length === 0 && <Text as="p">Nothing was ordered in the console.</Text>}
          {details.orders.map((order) => (
            <OrderItem key={order.id} order={order} />
          ))}
        </ul>
      )}
    </>
  );
}

function Summary({ details: { row, mailboxPolicy } }: { readonly details: ApiPartnership }): ReactNode {
  const styles = useStyles();
  const lines: readonly (readonly [string, ReactNode])[] = [
    ['Address', <bdi key="address">{row.address}</bdi>],
    ['Device', <bdi key="device">{[...new Set([row.device, row.model])].filter(Boolean).join(', ')}</bdi>],
    ['System', <bdi key="os">{row.os}</bdi>],
    ['Client', [row.family, row.easVersion && `EAS ${row.easVersion}`].filter(Boolean).join(', ')],
    ['Access', <Access key="access" access={row.access} reason={row.reason} />],
    ['Last sync', <Time key="sync" at={row.lastSync} empty="Never" />],
    ['First sync', dateTime(row.firstSync)],
    ['Policy', <bdi key="policy">{mailboxPolicy}</bdi>],
  ];
  return (
    <dl className={styles.summary}>
      {lines.map(([name, value]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt className={styles.name}>{name}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Access({ access, reason }: { readonly access: string; readonly reason: string }): ReactNode {
  return (
    <>
      <AccessBadge access={access} /> {reason && <bdi>({reason})</bdi>}
    </>
  );
}

function History({ details }: { readonly details: ApiPartnership }): ReactNode {
  const styles = useStyles();
  const first = { at: details.row.firstSync, what: 'First synchronization', details: [] };
  return (
    <ul className={styles.list}>
      {[...details.history, ...(details.row.firstSync === '' ? [] : [first])].map((event, index) => (
        <li key={index} className={styles.event}>
          <Text weight="semibold">{event.what}</Text> <Text>{dateTime(event.at)}</Text>
          {event.details.map((detail) => (
            <Text key={detail} block>
              <bdi>{detail}</bdi>
            </Text>
          ))}
        </li>
      ))}
    </ul>
  );
}
