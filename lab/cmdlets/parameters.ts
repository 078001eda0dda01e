import { ListChange } from '../../plugin/exchange/command';
import type { ReferenceCmdlet } from '../reference/reference';
import { invalidArgument } from './cmdlet-error';

/** The parameters of a call, found whatever their case and by their aliases. */
export class Parameters {
  private readonly values = new Map<string, unknown>();

  constructor(given: ReadonlyMap<string, unknown>, cmdlet: ReferenceCmdlet) {
    for (const [name, value] of given) {
      this.values.set((cmdlet.parameters.get(name.toLowerCase())?.name ?? name).toLowerCase(), value);
    }
  }

  /** Whether the parameter was given, if only as null. */
  has(name: string): boolean {
    return this.values.has(name.toLowerCase());
  }

  /** The value as it came; undefined if it was not given. */
  value(name: string): unknown {
    return this.values.get(name.toLowerCase());
  }

  /** The value as text; empty if it was not given, or is null. */
  text(name: string): string {
    const value = this.value(name);
    if (value === undefined || value === null) return '';
    return typeof value === 'string' ? value : JSON.stringify(value);
  }

  /** Whether a switch or a boolean is on. */
  isOn(name: string): boolean {
    return this.value(name) === true;
  }

  /** A multi-valued property after the call: a whole list, or `before` with additions and removals. */
  list(name: string, before: readonly string[]): string[] {
    const value = this.value(name);
    if (value === undefined) return [...before];
    if (value === null) return [];
    if (value instanceof ListChange) {
      const removed = value.remove.map((item) => item.toLowerCase());
      const kept = before.filter((item) => !removed.includes(item.toLowerCase()));
      const isNew = (item: string): boolean => !kept.some((other) => other.toLowerCase() === item.toLowerCase());
      return [...kept, ...value.add.filter(isNew)];
    }
    return (Array.isArray(value) ? value : [value]).map(String);
  }

  /** ResultSize: a number, or infinite; `fallback` if it was not given. */
  resultSize(fallback: number): number {
    const value = this.value('ResultSize');
    if (value === undefined || value === null) return fallback;
    if (typeof value === 'string' && value.toLowerCase() === 'unlimited') return Infinity;
    const size = Number(value);
    if (Number.isInteger(size) && size >= 0) return size;
    throw invalidArgument(`Cannot convert value "${this.text('ResultSize')}" to type "Unlimited".`, 'ResultSize');
  }

  /** The names of all given parameters in lower case. */
  names(): Iterable<string> {
    return this.values.keys();
  }
}
