import type { Share, Tone } from '../distribution';
import { count, percent } from './format';
import { foreign, html, type Html } from './markup';

/** A chart of a distribution. */
export interface BarChart {
  /** For ids in the page: letters and hyphens. */
  readonly id: string;
  readonly title: string;
  /** What the bars are made of, for the table's head. */
  readonly dimension: string;
  readonly shares: readonly Share[];
  readonly note?: string;
}

/** Pixels of a row: a line of text with the bar below it. */
const ROW = 38;
const BAR_TOP = 22;
const BAR_HEIGHT = 8;

/** Characters of a label; the table has the whole name. */
const MAX_LABEL = 28;

const TONES: Readonly<Record<Tone, string>> = {
  neutral: 'bar',
  good: 'bar good',
  warning: 'bar warning',
  bad: 'bar bad',
  faint: 'bar faint',
};

/** A bar chart with the same numbers as a table. Widths are shares of the whole, so bars of different charts compare. */
export function barChart({ id, title, dimension, shares, note }: BarChart): Html {
  const total = shares.reduce((sum, share) => sum + share.count, 0);
  const rows = shares.map((share, index) => barRow(share, index, total));
  const description = shares.map((share) => `${share.name}: ${count(share.count)} (${percent(share.count, total)})`);
  return html`<figure class="card chart" aria-labelledby="${id}-heading">
    <figcaption>
      <h3 id="${id}-heading">${title}</h3>
      ${note === undefined ? '' : html`<p class="note">${note}</p>`}
    </figcaption>
    <svg
      role="img"
      aria-labelledby="${id}-title ${id}-description"
      width="100%"
      height="${Math.max(1, shares.length) * ROW}"
    >
      <title id="${id}-title">${title}, bar chart</title>
      <desc id="${id}-description">${description.join('; ') || 'There is nothing to show.'}</desc>
      ${rows}
    </svg>
    <details>
      <summary>${title} as a table</summary>
      ${table(title, dimension, shares, total)}
    </details>
  </figure>`;
}

function barRow({ name, count: times, tone = 'neutral' }: Share, index: number, total: number): Html {
  const top = index * ROW;
  const characters = Array.from(name);
  const label = characters.length <= MAX_LABEL ? name : `${characters.slice(0, MAX_LABEL - 1).join('')}…`;
  // A share that exists is seen, however small it is.
  const width = total === 0 || times === 0 ? 0 : Math.max(0.4, (times / total) * 100);
  return html`<g aria-hidden="true"
    ><text x="0" y="${top + 15}" class="label">${label}</text
    ><text x="100%" y="${top + 15}" class="value" text-anchor="end"
      >${count(times)}<tspan class="percent" dx="8">${percent(times, total)}</tspan></text
    ><rect x="0" y="${top + BAR_TOP}" width="100%" height="${BAR_HEIGHT}" rx="2" class="track" /><rect
      x="0"
      y="${top + BAR_TOP}"
      width="${width.toFixed(2)}%"
      height="${BAR_HEIGHT}"
      rx="2"
      class="${TONES[tone]}"
  /></g> `;
}

function table(title: string, dimension: string, shares: readonly Share[], total: number): Html {
  const rows = shares.map(
    ({ name, count: times }) =>
      html`<tr>
        <th scope="row">${foreign(name)}</th>
        <td class="number">${count(times)}</td>
        <td class="number">${percent(times, total)}</td>
      </tr>`,
  );
  return html`<table>
    <caption class="hidden">
      ${title}
    </caption>
    <thead>
      <tr>
        <th scope="col">${dimension}</th>
        <th scope="col" class="number">Partnerships</th>
        <th scope="col" class="number">Share</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}
