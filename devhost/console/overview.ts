import { osName } from '../../tasks/eas-connector-manage/tally';
import type { ApiChart, ApiOverview, ApiRow } from './api-types';
import type { InventoryView } from './inventory-view';
import { findingView } from './outcome-view';

/** Bars of a chart; what is rarer is one bar. */
const MAX_BARS = 7;

type Count = (row: ApiRow) => string;

const CHARTS: readonly { readonly title: string; readonly filter: string; readonly of: Count }[] = [
  { title: 'Access state', filter: 'access', of: ({ access }) => access },
  { title: 'Client', filter: 'family', of: ({ family }) => family },
  { title: 'Operating system', filter: 'os', of: ({ os }) => osName(os) },
  { title: 'EAS version', filter: 'easVersion', of: ({ easVersion }) => easVersion },
];

const NAMES: ReadonlyMap<string, string> = new Map([
  ['', 'Not stated'],
  ['DeviceDiscovery', 'Discovery'],
]);

/** Charts, findings and numbers of the inventory. */
export function overviewOf(view: InventoryView): ApiOverview {
  const counts = CHARTS.map(() => new Map<string, number>());
  let online = 0;
  let attention = 0;
  for (const row of view.index.rows()) {
    if (row.isOnline === true) online += 1;
    if (row.attention.length > 0) attention += 1;
    for (const [place, { of }] of CHARTS.entries()) {
      const value = of(row);
      counts[place]?.set(value, (counts[place].get(value) ?? 0) + 1);
    }
  }
  const charts = CHARTS.map(({ title, filter }, place) => chartOf(title, filter, counts[place] ?? new Map()));
  return { charts, findings: view.findings.map(findingView), online, attention };
}

function chartOf(title: string, filter: string, counts: ReadonlyMap<string, number>): ApiChart {
  const all = [...counts]
    .map(([value, count]) => ({ name: NAMES.get(value) ?? value, value, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  if (all.length <= MAX_BARS) return { title, filter, bars: all };
  const rest = all.slice(MAX_BARS - 1);
  const count = rest.reduce((sum, bar) => sum + bar.count, 0);
  return { title, filter, bars: [...all.slice(0, MAX_BARS - 1), { name: `${rest.length} others`, value: '', count }] };
}
