import type { Style } from './style';
import { count, fit } from './words';

/** How often something occurs. */
export interface TallyEntry {
  readonly name: string;
  readonly count: number;
}

/** A heading with counts below it. */
export interface Tally {
  readonly heading: string;
  readonly entries: readonly TallyEntry[];
}

const MAX_NAME_WIDTH = 28;
const GAP = 4;

/**
 * Tables of counts, side by side as far as `width` allows. Within each, the most frequent comes first; beyond
 * `maxEntries` the rest is added up.
 */
export function renderTallies(tallies: readonly Tally[], style: Style, width: number, maxEntries = 8): string[] {
  const blocks = tallies
    .filter(({ entries }) => entries.length > 0)
    .map((tally) => renderBlock(tally, style, maxEntries));
  return rowsOf(blocks, width).flatMap((row, index) => [...(index > 0 ? [''] : []), ...sideBySide(row)]);
}

interface Block {
  readonly width: number;
  /** Styled lines; `lengths` are their visible lengths. */
  readonly lines: readonly { readonly text: string; readonly length: number }[];
}

function renderBlock({ heading, entries }: Tally, style: Style, maxEntries: number): Block {
  const shown = shorten(entries, maxEntries);
  const nameWidth = Math.min(MAX_NAME_WIDTH, Math.max(...shown.map(({ name }) => name.length)));
  const countWidth = Math.max(...shown.map((entry) => count(entry.count).length));
  const width = Math.max(heading.length, nameWidth + 2 + countWidth);
  const lines = shown.map((entry) => {
    const number = count(entry.count);
    const text = fit(entry.name, nameWidth).padEnd(width - number.length) + number;
    return { text, length: text.length };
  });
  return { width, lines: [{ text: style.faint(heading), length: heading.length }, ...lines] };
}

function shorten(entries: readonly TallyEntry[], maxEntries: number): readonly TallyEntry[] {
  const sorted = [...entries].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  if (sorted.length <= maxEntries) return sorted;
  const rest = sorted.slice(maxEntries - 1);
  const sum = rest.reduce((total, entry) => total + entry.count, 0);
  return [...sorted.slice(0, maxEntries - 1), { name: `${rest.length} others`, count: sum }];
}

function rowsOf(blocks: readonly Block[], width: number): Block[][] {
  const rows: Block[][] = [];
  let used = Infinity;
  for (const block of blocks) {
    const row = rows.at(-1);
    if (row && used + GAP + block.width <= width) {
      row.push(block);
      used += GAP + block.width;
    } else {
      rows.push([block]);
      used = block.width;
    }
  }
  return rows;
}

function sideBySide(blocks: readonly Block[]): string[] {
  const height = Math.max(...blocks.map(({ lines }) => lines.length));
  return Array.from({ length: height }, (_, index) =>
    blocks
      .map(({ width, lines }) => {
        const line = lines[index] ?? { text: '', length: 0 };
        return line.text + ' '.repeat(width - line.length);
      })
      .join(' '.repeat(GAP))
      .trimEnd(),
  );
}
