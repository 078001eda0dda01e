const PATTERN = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
const UNITS_MS = [7 * 86_400_000, 86_400_000, 3_600_000, 60_000, 1000] as const;

/** The length of an ISO 8601 duration (PT1H, P2DT30M) in milliseconds; undefined if it is none. */
export function parseIsoDuration(text: string): number | undefined {
  const match = PATTERN.exec(text);
  if (match === null || text === 'P' || text.endsWith('T')) return undefined;
  return UNITS_MS.reduce((sum, unit, place) => sum + Number(match[place + 1] ?? 0) * unit, 0);
}
