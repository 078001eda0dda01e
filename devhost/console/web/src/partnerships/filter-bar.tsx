import { Button, SearchBox, Select, Tag, TagGroup, makeStyles } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactNode } from 'react';

/** What the list can be filtered by. */
export const FILTERS = ['search', 'access', 'family', 'os', 'easVersion', 'online', 'attention', 'wipe'] as const;
/** The filters that are set; empty ones are not. */
export type Filters = Readonly<Record<(typeof FILTERS)[number], string>>;

const CHOICES = {
  access: { label: 'Access state', values: ['Allowed', 'Blocked', 'Quarantined', 'DeviceDiscovery'] },
  family: {
    label: 'Client',
    values: [
      'Apple Mail',
      'Android mail',
      'Outlook',
      'Windows Mail',
      'Windows Phone',
      'OWA for Devices',
      'Other EAS',
      'Not recognized',
    ],
  },
  online: { label: 'Online', values: ['online', 'offline'] },
  attention: {
    label: 'Attention',
    values: [
      'any',
      'EAS below 16.1',
      'Policy not applied',
      'Policy partly applied',
      'No OS updates',
      'Not seen for 90 days',
    ],
  },
} as const;
const WORDS: Readonly<Record<string, string>> = {
  DeviceDiscovery: 'Discovery',
  online: 'Online now',
  offline: 'Not online',
  any: 'Needs attention',
};

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  search: { flexGrow: 1, minWidth: '220px', maxWidth: '420px' },
  tags: { marginTop: '8px' },
});

interface FilterBarProps {
  readonly filters: Filters;
  readonly onFilter: (change: Partial<Filters>) => void;
}

/** Search and filters of the list. */
export function FilterBar({ filters, onFilter }: FilterBarProps): ReactNode {
  const styles = useStyles();
  const isFiltered = FILTERS.some((name) => filters[name] !== '');
  return (
    <>
      <div className={styles.bar} role="search">
        <Search
          value={filters.search}
          onSearch={(search) => {
            onFilter({ search });
          }}
        />
        {(Object.keys(CHOICES) as (keyof typeof CHOICES)[]).map((name) => (
          <Select
            key={name}
            aria-label={CHOICES[name].label}
            value={filters[name]}
            onChange={(_, { value }) => {
              onFilter({ [name]: value });
            }}
          >
            <option value="">{CHOICES[name].label}: all</option>
            {CHOICES[name].values.map((value) => (
              <option key={value} value={value}>
                {WORDS[value] ?? value}
              </option>
            ))}
          </Select>
        ))}
        {isFiltered && (
          <Button
            appearance="subtle"
            onClick={() => {
              onFilter(Object.fromEntries(FILTERS.map((name) => [name, ''])));
            }}
          >
            Clear filters
          </Button>
        )}
      </div>
      <OtherFilters filters={filters} onFilter={onFilter} />
    </>
  );
}

/** Filters that only charts and links set. */
function OtherFilters({ filters, onFilter }: FilterBarProps): ReactNode {
  const styles = useStyles();
  const set = (['os', 'easVersion', 'wipe'] as const).filter((name) => filters[name] !== '');
  if (set.length === 0) return null;
  return (
    <TagGroup
      className={styles.tags}
      aria-label="Further filters"
      onDismiss={(_, { value }) => {
        onFilter({ [value]: '' });
      }}
    >
      {set.map((name) => (
        <Tag key={name} value={name} dismissible dismissIcon={{ 'aria-label': 'remove' }}>
          {name === 'wipe' ? 'With a wipe' : `${name === 'os' ? 'OS' : 'EAS'} ${filters[name]}`}
        </Tag>
      ))}
    </TagGroup>
  );
}

/** Searches when the typing pauses. */
function Search({ value, onSearch }: { readonly value: string; readonly onSearch: (text: string) => void }): ReactNode {
  const styles = useStyles();
  const [text, setText] = useState(value);
  // A filter that is chosen while the typing pauses must not be undone.
  const newest = useRef(onSearch);
  useEffect(() => {
    newest.current = onSearch;
  });
  useEffect(() => {
    setText(value);
  }, [value]);
  useEffect(() => {
    if (text === value) return undefined;
    const timer = setTimeout(() => {
      newest.current(text);
    }, 250);
    return () => {
      clearTimeout(timer);
    };
    // Only the text decides.
  }, [text]);
  return (
    <SearchBox
      className={styles.search}
      aria-label="Search"
      placeholder="User, address, device, model, ID…"
      value={text}
      onChange={(_, data) => {
        setText(data.value);
      }}
    />
  );
}
