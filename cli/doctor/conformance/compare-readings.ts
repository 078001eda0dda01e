import type { Reading } from './read-sample';

/** A property that two transports gave differently. Values are described, never shown. */
export interface Difference {
  readonly kind: string;
  /** Which one of its kind, counted from 1; it says nothing about whose it is. */
  readonly index: number;
  readonly property: string;
  readonly first: string;
  readonly second: string;
}

/** What a comparison came to. */
export interface Comparison {
  /** How many objects of each kind both have. */
  readonly compared: Readonly<Record<string, number>>;
  readonly differences: readonly Difference[];
  /** How many properties changed between two readings of the first transport, and so were not compared. */
  readonly changedMeanwhile: number;
}

/** Something of an object, by its path. */
type Leaves = ReadonlyMap<string, unknown>;

/**
 * Compares what two transports gave. What the first transport itself gave differently when it read again is at work in
 * the organization, and no difference between transports.
 */
export function compareReadings(first: Reading, second: Reading, firstAgain: Reading): Comparison {
  const differences: Difference[] = [];
  const compared: Record<string, number> = {};
  let changedMeanwhile = 0;
  for (const [kind, objects] of first) {
    const others = second.get(kind) ?? new Map<string, unknown>();
    const again = firstAgain.get(kind) ?? new Map<string, unknown>();
    const keys = [...new Set([...objects.keys(), ...others.keys()])].sort();
    compared[kind] = keys.filter((key) => objects.has(key) && others.has(key)).length;
    for (const [at, key] of keys.entries()) {
      const leaves = [objects, others, again].map((map) => leavesOf(map.get(key)));
      const [mine = new Map(), theirs = new Map(), later = new Map()] = leaves;
      for (const property of new Set<string>([...mine.keys(), ...theirs.keys()])) {
        if (same(mine.get(property), theirs.get(property))) continue;
        if (!same(mine.get(property), later.get(property))) changedMeanwhile += 1;
        else {
          const values = { first: describe(mine.get(property)), second: describe(theirs.get(property)) };
          differences.push({ kind, index: at + 1, property, ...values });
        }
      }
    }
  }
  return { compared, differences, changedMeanwhile };
}

/** An object's simple values and lists, by path. Properties that only one version has are kept by their name. */
function leavesOf(value: unknown, path = '', found = new Map<string, unknown>()): Leaves {
  if (value === undefined) return found;
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && !isTimestamp(value)) {
    for (const [name, part] of Object.entries(value)) leavesOf(part, path === '' ? name : `${path}.${name}`, found);
    return found;
  }
  if (Array.isArray(value) && value.every(isNamed)) {
    for (const part of value) leavesOf({ ...part, name: undefined }, `${path}.${part.name}`, found);
    return found;
  }
  return found.set(path, value);
}

const isNamed = (value: unknown): value is { readonly name: string } =>
  typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string';

const isTimestamp = (value: object): boolean => 'seconds' in value && 'nanos' in value;

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

/** Lists of Exchange have no order. */
function sorted(value: unknown): unknown {
  return Array.isArray(value) ? value.map((item) => JSON.stringify(item)).sort() : value;
}

/** A value without what it says. */
function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === '') return 'empty text';
  if (typeof value === 'string') return `text of ${String(value.length)} characters`;
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return 'a number';
  if (Array.isArray(value)) return `a list of ${String(value.length)}`;
  return value === null ? 'null' : 'a time';
}
