import { Spinner, Text, makeStyles } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { ApiPage, ApiSort } from '../../../api-types';
import { useConsole, useResource } from '../console-context';
import { FilterBar, FILTERS, type Filters } from '../partnerships/filter-bar';
import { PartnershipDetails } from '../partnerships/partnership-details';
import { PartnershipTable } from '../partnerships/partnership-table';
import { Pager } from '../partnerships/pager';
import { PageHead } from '../parts/page-head';
import { Failure } from '../parts/problem-list';
import { go, type Route } from '../use-route';
import { count } from '../words';

const PAGE_SIZE = 50;

const useStyles = makeStyles({
  found: { display: 'block', margin: '12px 0 8px' },
});

/** How the list is sorted. */
export interface Sorting {
  readonly sort: ApiSort;
  readonly isDescending: boolean;
}

/** All partnerships: searched, filtered, sorted and paged at the server. */
export function PartnershipsPage({ route }: { readonly route: Route }): ReactNode {
  const styles = useStyles();
  const { state } = useConsole();
  const [sorting, setSorting] = useState<Sorting>({ sort: 'user', isDescending: false });
  const filters = Object.fromEntries(FILTERS.map((name) => [name, route.query.get(name) ?? ''])) as Filters;
  const offset = Number(route.query.get('offset') ?? 0) || 0;
  const { data, error } = useResource<ApiPage>(pathOf(filters, sorting, offset), 'inventory');
  const show = (change: Readonly<Record<string, string>>, item = ''): void => {
    go('partnerships', item, { ...filters, offset: String(offset || ''), ...change });
  };
  return (
    <>
      <PageHead
        title="Mobile devices"
        about="Every partnership of a device with a mailbox, as the last inventory and the runs since then have it."
      />
      <FilterBar
        filters={filters}
        onFilter={(change) => {
          show({ ...change, offset: '' });
        }}
      />
      <Failure error={error} />
      {state?.inventory.state === 'loading' && <Spinner label="Reading the stored inventory" />}
      {data && (
        <>
          <Text className={styles.found} role="status">
            {data.matched === data.total ? count(data.total) : `${count(data.matched)} of ${count(data.total)}`}{' '}
            partnerships
          </Text>
          <PartnershipTable
            rows={data.rows}
            sorting={sorting}
            onSort={setSorting}
            onOpen={(guid) => {
              show({}, guid);
            }}
          />
          <Pager
            offset={data.offset}
            size={PAGE_SIZE}
            total={data.matched}
            onPage={(wanted) => {
              show({ offset: String(wanted || '') });
            }}
          />
        </>
      )}
      <PartnershipDetails
        guid={route.item}
        onClose={() => {
          show({});
        }}
      />
    </>
  );
}

function pathOf(filters: Filters, { sort, isDescending }: Sorting, offset: number): string {
  const page = { sort, desc: String(isDescending), offset: String(offset), limit: String(PAGE_SIZE) };
  return `/api/partnerships?${new URLSearchParams({ ...filters, ...page }).toString()}`;
}
