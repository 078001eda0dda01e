import { Spinner, Text, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ApiPage, ApiSort } from '../../../api-types';
import { useConsole, useResource } from '../console-context';
import { FilterBar, FILTERS, type Filters } from '../partnerships/filter-bar';
import { PartnershipDetails } from '../partnerships/partnership-details';
import { PartnershipTable } from '../partnerships/partnership-table';
import { Pager } from '../partnerships/pager';
import { PageHead } from '../parts/page-head';
import { Failure } from '../parts/problem-list';
import { go, goInstead, type Route } from '../use-route';
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
  const sorting = sortingOf(route.query);
  const filters = Object.fromEntries(FILTERS.map((name) => [name, route.query.get(name) ?? ''])) as Filters;
  const offset = Number(route.query.get('offset') ?? 0) || 0;
  const { data, error } = useResource<ApiPage>(pathOf(filters, sorting, offset), 'inventory');
  const here = { ...filters, ...inAddress(sorting), offset: String(offset || '') };
  const show = (change: Readonly<Record<string, string>>, item = ''): void => {
    go('partnerships', item, { ...here, ...change });
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
          const wanted = { ...change, offset: '' };
          // Not every pause in the typing is a place to go back to.
          if (change.search === undefined) show(wanted);
          else goInstead('partnerships', { ...here, ...wanted });
        }}
      />
      <Failure error={error} />
      {data && <Found data={data} sorting={sorting} show={show} />}
      <PartnershipDetails
        guid={route.item}
        onClose={() => {
          show({});
        }}
      />
    </>
  );
}

interface FoundProps {
  readonly data: ApiPage;
  readonly sorting: Sorting;
  readonly show: (change: Readonly<Record<string, string>>, item?: string) => void;
}

/** What was found, a page of it; or why there is nothing. */
function Found({ data, sorting, show }: FoundProps): ReactNode {
  const styles = useStyles();
  const { state } = useConsole();
  const inventory = state?.inventory.state;
  if (inventory === 'loading') return <Spinner label="Reading the stored inventory" />;
  if (inventory === 'none') {
    return (
      <Text block className={styles.found}>
        There is no inventory yet. The first run of the inventory task makes one.
      </Text>
    );
  }
  return (
    <>
      <Text className={styles.found} role="status">
        {data.matched === data.total ? count(data.total) : `${count(data.matched)} of ${count(data.total)}`}{' '}
        partnerships
      </Text>
      <PartnershipTable
        rows={data.rows}
        sorting={sorting}
        onSort={(wanted) => {
          show({ ...inAddress(wanted), offset: '' });
        }}
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
          document.getElementById('main')?.scrollTo(0, 0);
        }}
      />
    </>
  );
}

/** The sorting that the address states; an unknown column is the server's default. */
function sortingOf(query: URLSearchParams): Sorting {
  return { sort: (query.get('sort') ?? 'user') as ApiSort, isDescending: query.get('desc') === 'true' };
}

/** Sorting in the address; the usual one is left out. */
function inAddress({ sort, isDescending }: Sorting): Readonly<Record<'sort' | 'desc', string>> {
  return { sort: sort === 'user' ? '' : sort, desc: isDescending ? 'true' : '' };
}

function pathOf(filters: Filters, { sort, isDescending }: Sorting, offset: number): string {
  const page = { sort, desc: String(isDescending), offset: String(offset), limit: String(PAGE_SIZE) };
  return `/api/partnerships?${new URLSearchParams({ ...filters, ...page }).toString()}`;
}
