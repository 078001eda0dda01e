import type { NumberTag } from '../values/ps-primitive';

const INTEGER = /^[+-]?\d{1,40}$/;
const REAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** The smallest and largest value of each type of integer. */
const RANGES: Readonly<Record<Exclude<NumberTag, 'Sg' | 'Db'>, readonly [bigint, bigint]>> = {
  By: [0n, 255n],
  SB: [-128n, 127n],
  I16: [-32_768n, 32_767n],
  U16: [0n, 65_535n],
  I32: [-(2n ** 31n), 2n ** 31n - 1n],
  U32: [0n, 2n ** 32n - 1n],
  I64: [-(2n ** 63n), 2n ** 63n - 1n],
  U64: [0n, 2n ** 64n - 1n],
};

/** A number from the text of its element; undefined if it is none of that type. Beyond 2^53 integers are bigint. */
export function parseNumber(tag: NumberTag, text: string): number | bigint | undefined {
  const trimmed = text.trim();
  if (tag === 'Db') return parseReal(trimmed);
  if (tag === 'Sg') {
    const real = parseReal(trimmed);
    return real === undefined ? undefined : Math.fround(real);
  }
  if (!INTEGER.test(trimmed)) return undefined;
  const value = Number(trimmed);
  const [low, high] = RANGES[tag];
  if (value >= low && value <= high && Number.isSafeInteger(value)) return value + 0;
  // Comparing a rounded number near the end of a range would be wrong: compare the integer itself.
  const exact = BigInt(trimmed.replace('+', ''));
  if (exact < low || exact > high) return undefined;
  return Number.isSafeInteger(value) ? value : exact;
}

function parseReal(text: string): number | undefined {
  if (REAL.test(text)) return Number(text);
  if (text === 'NaN') return NaN;
  if (text === 'INF') return Infinity;
  return text === '-INF' ? -Infinity : undefined;
}

/** The tag that a plain number or bigint is written with: I32, else I64, U64, else Double; undefined if it fits none. */
export function impliedNumberTag(value: number | bigint): NumberTag | undefined {
  if (typeof value === 'number' && (!Number.isSafeInteger(value) || Object.is(value, -0))) return 'Db';
  if (value >= -0x80000000 && value <= 0x7fffffff) return 'I32';
  if (value >= RANGES.I64[0] && value <= RANGES.I64[1]) return 'I64';
  return value >= 0 && value <= RANGES.U64[1] ? 'U64' : undefined;
}

/** A number as its element's text. */
export function formatNumber(value: number | bigint): string {
  if (value === Infinity) return 'INF';
  if (value === -Infinity) return '-INF';
  return Object.is(value, -0) ? '-0' : String(value);
}
