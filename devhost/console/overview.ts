import { osName } from '../../tasks/eas-connector-manage/tally';
import type { ApiChart, ApiOverview, ApiRow } from './api-types';
import type { InventoryView } from './inventory-view';
import { findingView } from './outcome-view';

/** Bars of a chart; what is rarer is one bar. */
const MAX_BARS = 7;

interface Chart {
  readonly title: string;
  readonly filter: string;
  readonly of: (row: ApiRow) => string;
  /** What the empty value is called. */
  readonly nothing: string;
}

const CHARTS: readonly Chart[] = [
  { title: 'Access state', filter: 'access', of: ({ access }) => access, nothing: 'Not stated' },
  { title: 'Client', filter: 'family', of: ({ family }) => family, nothing: 'Not stated' },
  { title: 'Operating system', filter: 'os', of: ({ os }) => osName(os), nothing: 'Not stated' },
  { title: 'EAS version', filter: 'easVersion', of: ({ easVersion }) => easVersion, nothing: 'No EAS version' },
];

const NAMES: ReadonlyMap<string, string> = new Map([['DeviceDiscovery', 'Discovery']]);

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
  const charts = CHARTS.map((chart, place) => chartOf(chart, counts[place] ?? new Map()));
  return { charts, findings: view.findings.map((finding) => findingView(finding, view.index)), online, attention };
}

function chartOf({ title, filter, nothing }: Chart, counts: ReadonlyMap<string, number>): ApiChart {
  const all = [...counts]
    .map(([value, count]) => ({ name: value === '' ? nothing : (NAMES.get(value) ?? value), value, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  if (all.length <= MAX_BARS) return { title, filter, bars: all };
  const rest = all.slice(MAX_BARS - 1);
  const count = rest.reduce((sum, bar) => sum + bar.count, 0);
  return { title, filter, bars: [...all.slice(0, MAX_BARS - 1), { name: `${rest.length} others`, value: '', count }] };
}
