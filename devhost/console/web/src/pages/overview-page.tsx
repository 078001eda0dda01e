import { Link, Spinner, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ApiOverview, ApiState } from '../../../api-types';
import { useConsole, useResource } from '../console-context';
import { Bars } from '../parts/bars';
import { Card, Cards } from '../parts/card';
import { FindingList } from '../parts/finding-list';
import { PageHead, SectionTitle } from '../parts/page-head';
import { Failure } from '../parts/problem-list';
import { TaskCard } from '../parts/task-card';
import { Time } from '../parts/time';
import { href } from '../use-route';
import { count } from '../words';

const useStyles = makeStyles({
  tiles: { marginTop: '16px' },
  amount: {
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
  },
  name: { color: tokens.colorNeutralForeground2 },
});

/** How things stand. */
export function OverviewPage(): ReactNode {
  const styles = useStyles();
  const { state } = useConsole();
  const { data, error } = useResource<ApiOverview>('/api/overview', 'inventory');
  if (!state) return <Spinner label="Connecting to the dev host" />;
  return (
    <>
      <PageHead title="Overview" about={<InventoryWords state={state} />} />
      <Failure error={error} />
      <Cards>
        {state.tasks.map((task) => (
          <TaskCard key={task.task} task={task} />
        ))}
      </Cards>
      <div className={styles.tiles}>
        <Tiles state={state} overview={data} />
      </div>
      {data && state.inventory.partnerships > 0 && (
        <>
          <SectionTitle>Mobile devices</SectionTitle>
          <Cards size="medium">
            {data.charts.map((chart) => (
              <Bars key={chart.title} chart={chart} />
            ))}
          </Cards>
        </>
      )}
      {data && data.findings.length > 0 && (
        <>
          <SectionTitle>What deserves attention</SectionTitle>
          <FindingList findings={data.findings} />
        </>
      )}
    </>
  );
}

function InventoryWords({ state: { inventory } }: { readonly state: ApiState }): ReactNode {
  if (inventory.state === 'loading') return <Spinner size="tiny" label="Reading the stored inventory" />;
  if (inventory.state === 'none') return 'There is no inventory yet. The first run of the inventory task makes one.';
  return (
    <>
      Inventory from <Time at={inventory.at} />.
    </>
  );
}

function Tiles(props: { readonly state: ApiState; readonly overview: ApiOverview | undefined }): ReactNode {
  const { inventory, openOrders, awaitingApproval } = props.state;
  return (
    <Cards size="small">
      <Tile name="Partnerships" value={inventory.partnerships} to={href('partnerships')} />
      <Tile name="Online now" value={props.overview?.online ?? 0} to={href('partnerships', '', { online: 'online' })} />
      <Tile
        name="Need attention"
        value={props.overview?.attention ?? 0}
        to={href('partnerships', '', { attention: 'any' })}
      />
      <Tile name="Open orders" value={openOrders} to={href('orders')} />
      <Tile name="Awaiting approval" value={awaitingApproval} to={href('orders')} />
    </Cards>
  );
}

function Tile({ name, value, to }: { readonly name: string; readonly value: number; readonly to: string }): ReactNode {
  const styles = useStyles();
  return (
    <Card label={name}>
      <Text className={styles.amount}>{count(value)}</Text>
      <Link href={to} className={styles.name}>
        {name}
      </Link>
    </Card>
  );
}
