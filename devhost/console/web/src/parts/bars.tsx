import { Link, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ApiChart } from '../../../api-types';
import { href } from '../use-route';
import { count } from '../words';
import { Card } from './card';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '10px', listStyleType: 'none', margin: 0, padding: 0 },
  line: { display: 'flex', justifyContent: 'space-between', gap: '8px', marginBottom: '3px' },
  name: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  number: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  track: { height: '6px', borderRadius: '3px', backgroundColor: tokens.colorNeutralBackground5, overflow: 'hidden' },
  bar: { height: '100%', borderRadius: '3px', backgroundColor: tokens.colorBrandBackground, minWidth: '2px' },
});

const COLORS: Readonly<Record<string, string>> = {
  Allowed: tokens.colorPaletteGreenBackground3,
  Blocked: tokens.colorPaletteRedBackground3,
  Quarantined: tokens.colorPaletteDarkOrangeBackground3,
};

/** Numbers by name as bars; each leads to the partnerships that it counts. */
export function Bars({ chart }: { readonly chart: ApiChart }): ReactNode {
  const styles = useStyles();
  const total = chart.bars.reduce((sum, bar) => sum + bar.count, 0);
  return (
    <Card label={chart.title}>
      <Text as="h3" weight="semibold" style={{ margin: 0 }}>
        {chart.title}
      </Text>
      <ul className={styles.list}>
        {chart.bars.map(({ name, value, count: number }) => (
          <li key={name}>
            <div className={styles.line}>
              {value === '' ? (
                <Text className={styles.name}>{name}</Text>
              ) : (
                <Link className={styles.name} href={href('partnerships', '', { [chart.filter]: value })}>
                  {name}
                </Link>
              )}
              <Text className={styles.number}>
                {count(number)} ({share(number, total)})
              </Text>
            </div>
            <div className={styles.track} aria-hidden>
              <div
                className={styles.bar}
                style={{
                  width: `${String((100 * number) / Math.max(total, 1))}%`,
                  backgroundColor: colorOf(chart, name),
                }}
              />
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Exchange Online refuses EAS below 16.1. */
function colorOf({ filter }: ApiChart, name: string): string | undefined {
  const isOld = filter === 'easVersion' && Number(name) < 16.1;
  return isOld ? tokens.colorPaletteDarkOrangeBackground3 : COLORS[name];
}

function share(number: number, total: number): string {
  const percent = (100 * number) / Math.max(total, 1);
  if (number > 0 && percent < 1) return '<1 %';
  return `${String(Math.round(percent))} %`;
}
