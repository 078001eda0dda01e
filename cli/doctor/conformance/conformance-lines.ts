import type { Style } from '../../terminal/style';
import { counted, duration, safe, wrap } from '../../terminal/words';
import type { ConformanceReport, TransportOutcome } from './compare-transports';

const MAX_SHOWN = 20;

/** One transport, for a person. */
export function transportLines(outcome: TransportOutcome, error: unknown, style: Style, width: number): string[] {
  const { transport, version, build, durationMs } = outcome;
  const name = style.strong(transport.padEnd(10));
  if (outcome.outcome === 'read') {
    return [`${style.good('read    ')} ${name} Exchange ${safe(`${version} ${build}`)} (${duration(durationMs)})`];
  }
  const mark = outcome.outcome === 'unusable' ? style.faint('unusable') : style.bad('FAILED  ');
  const why = error instanceof Error ? error.message : outcome.code;
  const [first = '', ...more] = wrap(safe(why), width - 20);
  return [`${mark} ${name} ${first}`, ...more.map((line) => `${' '.repeat(20)}${line}`)];
}

/** What the comparison came to. */
export function comparisonLines({ transports }: ConformanceReport, style: Style): string[] {
  const readers = transports.filter(({ outcome }) => outcome === 'read');
  const [first, ...others] = readers;
  if (first === undefined) return ['No transport could read. "doctor" without --conformance says why.'];
  if (others.length === 0) return [`Only ${first.transport} could read: there is nothing to compare it with.`];
  return others.flatMap(({ transport, comparison }) => {
    if (!comparison) return [];
    const { compared, differences, changedMeanwhile } = comparison;
    const kinds = Object.entries(compared).map(([kind, number]) => `${kind} ${String(number)}`);
    const meanwhile =
      changedMeanwhile > 0 ? `; ${counted(changedMeanwhile, 'property', 'properties')} changed meanwhile` : '';
    const head = `${first.transport} and ${transport}: `;
    const verdict =
      differences.length === 0 ? style.good('the same objects') : style.bad(counted(differences.length, 'difference'));
    const shown = differences
      .slice(0, MAX_SHOWN)
      .map(
        ({ kind, index, property, first: mine, second: theirs }) =>
          `  ${kind} ${String(index)}, ${safe(property)}: ${mine} over ${first.transport}, ${theirs} over ${transport}`,
      );
    const more = differences.length - shown.length;
    return [
      `${head}${verdict}${meanwhile} (${kinds.join(', ')})`,
      ...shown,
      ...(more > 0 ? [`  and ${String(more)} more`] : []),
    ];
  });
}

/** 0: at least two read the same; 1: a difference, a failure, or nothing read; 2: only one could read. */
export function conformanceExitCode({ transports }: ConformanceReport): 0 | 1 | 2 {
  const readers = transports.filter(({ outcome }) => outcome === 'read');
  const isDifferent = readers.some(({ comparison }) => (comparison?.differences.length ?? 0) > 0);
  if (readers.length === 0 || isDifferent || transports.some(({ outcome }) => outcome === 'failed')) return 1;
  return readers.length === 1 ? 2 : 0;
}
