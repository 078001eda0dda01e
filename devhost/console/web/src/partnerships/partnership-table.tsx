import {
  Badge,
  Link,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Text,
  makeStyles,
  mergeClasses,
  tokens,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ApiRow, ApiSort } from '../../../api-types';
import { useIsNarrow } from '../console-context';
import type { Sorting } from '../pages/partnerships-page';
import { AccessBadge } from '../parts/badges';
import { Time } from '../parts/time';

const useStyles = makeStyles({
  scroll: { overflowX: 'auto' },
  cell: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', display: 'block' },
  link: { maxWidth: '100%' },
  faint: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  row: { cursor: 'pointer' },
  badges: { display: 'flex', flexWrap: 'wrap', gap: '4px' },
  tall: { paddingTop: '8px', paddingBottom: '8px', verticalAlign: 'top' },
});

const COLUMNS: readonly { readonly sort: ApiSort; readonly title: string; readonly isWide?: boolean }[] = [
  { sort: 'user', title: 'User' },
  { sort: 'device', title: 'Device' },
  { sort: 'os', title: 'Operating system', isWide: true },
  { sort: 'family', title: 'Client', isWide: true },
  { sort: 'access', title: 'Access' },
  { sort: 'lastSync', title: 'Last sync', isWide: true },
];

interface TableProps {
  readonly rows: readonly ApiRow[];
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
  readonly onOpen: (guid: string) => void;
}

/** A page of partnerships. */
export function PartnershipTable({ rows, sorting, onSort, onOpen }: TableProps): ReactNode {
  const styles = useStyles();
  const isNarrow = useIsNarrow();
  const columns = COLUMNS.filter(({ isWide }) => !isNarrow || !isWide);
  return (
    <div className={styles.scroll}>
      <Table sortable aria-label="Mobile devices" size="medium">
        <TableHeader>
          <TableRow>
            {columns.map(({ sort, title }) => (
              <TableHeaderCell
                key={sort}
                {...(sorting.sort === sort
                  ? { sortDirection: sorting.isDescending ? ('descending' as const) : ('ascending' as const) }
                  : {})}
                onClick={() => {
                  onSort({ sort, isDescending: sorting.sort === sort && !sorting.isDescending });
                }}
              >
                {title}
              </TableHeaderCell>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          {rows.map((row) => (
            <TableRow
              key={row.guid}
              className={styles.row}
              onClick={() => {
                onOpen(row.guid);
              }}
            >
              {columns.map(({ sort }) => (
                <TableCell key={sort} className={styles.tall}>
                  <Cell row={row} column={sort} onOpen={onOpen} />
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

interface CellProps {
  readonly row: ApiRow;
  readonly column: ApiSort;
  readonly onOpen: (guid: string) => void;
}

/** What a device or a user is called is text, and only text. */
function Cell({ row, column, onOpen }: CellProps): ReactNode {
  const styles = useStyles();
  const focusTarget = useRestoreFocusTarget();
  const open = (event: { stopPropagation(): void }): void => {
    event.stopPropagation();
    onOpen(row.guid);
  };
  switch (column) {
    case 'user':
      return (
        <>
          <Link {...focusTarget} className={mergeClasses(styles.cell, styles.link)} onClick={open}>
            <bdi>{row.user || row.address || row.guid}</bdi>
          </Link>
          <Text className={mergeClasses(styles.cell, styles.faint)}>
            <bdi>{row.address}</bdi>
          </Text>
        </>
      );
    case 'device':
      return (
        <>
          <Text className={styles.cell}>
            <bdi>{row.device}</bdi>
          </Text>
          <Text className={mergeClasses(styles.cell, styles.faint)}>
            <bdi>{row.model === row.device ? '' : row.model}</bdi>
          </Text>
        </>
      );
    case 'access':
      return <AccessCell row={row} />;
    case 'lastSync':
      return (
        <>
          <Text className={styles.cell}>
            {row.isOnline === true ? 'Online' : <Time at={row.lastSync} empty="Never" />}
          </Text>
          {row.isOnline === true && (
            <Text className={mergeClasses(styles.cell, styles.faint)}>
              <Time at={row.lastSync} />
            </Text>
          )}
        </>
      );
    case 'family':
      return (
        <>
          <Text className={styles.cell}>{row.family}</Text>
          <Text className={mergeClasses(styles.cell, styles.faint)}>{row.easVersion && `EAS ${row.easVersion}`}</Text>
        </>
      );
    default:
      return (
        <Text className={styles.cell}>
          <bdi>{row.os}</bdi>
        </Text>
      );
  }
}

function AccessCell({ row }: { readonly row: ApiRow }): ReactNode {
  const styles = useStyles();
  const others = row.attention.filter((reason) => reason !== row.access);
  return (
    <span className={styles.badges}>
      <AccessBadge access={row.access} />
      {row.wipe !== '' && (
        <Badge appearance="filled" color="danger">
          Wipe {row.wipe}
        </Badge>
      )}
      {row.isProtected && (
        <Badge appearance="outline" color="informative">
          Protected
        </Badge>
      )}
      {others.length > 0 && <Text className={styles.faint}>{others.join(', ')}</Text>}
    </span>
  );
}
