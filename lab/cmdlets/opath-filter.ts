import { PSDateTime, PSGuid, type PSValue } from '../../psrp';
import { invalidArgument } from './cmdlet-error';

/** Reads a property of an object; undefined if objects of its type have none of that name. */
export type ReadProperty = (name: string) => PSValue | undefined;

/** Whether an object matches a filter. */
export type Filter = (read: ReadProperty) => boolean;

interface Token {
  readonly kind: 'word' | 'literal' | 'operator' | 'open' | 'close' | 'not';
  readonly text: string;
}

const TOKENS = /\s*(?:(\()|(\))|(!)|'((?:[^']|'')*)'|"((?:[^"]|"")*)"|-([A-Za-z]+)(?![\w.])|([^\s()'"]+))/y;
const COMPARISONS = new Set(['eq', 'ne', 'like', 'notlike', 'lt', 'gt', 'le', 'ge']);

/**
 * Reads a filter in OPATH, the language of -Filter: comparisons with -eq -ne -like -notlike -lt -gt -le -ge, joined by
 * -and, -or, -not and parentheses.
 * @throws CmdletError if it cannot be read, or names a property that does not exist
 */
export function parseFilter(text: string): Filter {
  const parser = new FilterParser(tokenize(text), text);
  return parser.parse();
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const source = text
    .trim()
    .replace(/^\{(.*)\}$/s, '$1')
    .trim();
  TOKENS.lastIndex = 0;
  while (TOKENS.lastIndex < source.length) {
    const match = TOKENS.exec(source);
    if (match === null) throw unreadable(text);
    tokens.push(tokenOf(match));
  }
  return tokens;
}

function tokenOf(match: RegExpExecArray): Token {
  const [, open, close, bang, single, double, operator, word] = match;
  if (open !== undefined) return { kind: 'open', text: open };
  if (close !== undefined) return { kind: 'close', text: close };
  if (bang !== undefined || operator?.toLowerCase() === 'not') return { kind: 'not', text: '-not' };
  if (single !== undefined) return { kind: 'literal', text: single.replace(/''/g, "'") };
  if (double !== undefined) return { kind: 'literal', text: double.replace(/""/g, '"') };
  if (operator !== undefined) return { kind: 'operator', text: operator.toLowerCase() };
  return { kind: 'word', text: word ?? '' };
}

class FilterParser {
  private position = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly source: string,
  ) {}

  parse(): Filter {
    const filter = this.either();
    if (this.position < this.tokens.length) throw unreadable(this.source);
    return filter;
  }

  private either(): Filter {
    let left = this.both();
    while (this.takeOperator('or')) {
      const [first, second] = [left, this.both()];
      left = (read) => first(read) || second(read);
    }
    return left;
  }

  private both(): Filter {
    let left = this.one();
    while (this.takeOperator('and')) {
      const [first, second] = [left, this.one()];
      left = (read) => first(read) && second(read);
    }
    return left;
  }

  private one(): Filter {
    const token = this.tokens[this.position++];
    if (token?.kind === 'not') {
      const inner = this.one();
      return (read) => !inner(read);
    }
    if (token?.kind === 'open') {
      const inner = this.either();
      if (this.tokens[this.position++]?.kind !== 'close') throw unreadable(this.source);
      return inner;
    }
    const operator = this.tokens[this.position++];
    const value = this.tokens[this.position++];
    const isComparison = operator?.kind === 'operator' && COMPARISONS.has(operator.text);
    if (token?.kind !== 'word' || !isComparison || (value?.kind !== 'literal' && value?.kind !== 'word')) {
      throw unreadable(this.source);
    }
    return comparison(token.text, operator.text, operand(value));
  }

  private takeOperator(text: string): boolean {
    const token = this.tokens[this.position];
    if (token?.kind !== 'operator' || token.text !== text) return false;
    this.position++;
    return true;
  }
}

function operand(token: Token): string | null {
  if (token.kind === 'word') {
    const word = token.text.toLowerCase();
    if (word === '$null') return null;
    if (word === '$true' || word === '$false') return word.slice(1);
  }
  return token.text;
}

function comparison(property: string, operator: string, wanted: string | null): Filter {
  const pattern = wanted !== null && operator.endsWith('like') ? wildcard(wanted) : undefined;
  return (read) => {
    const found = read(property);
    if (found === undefined) {
      throw invalidArgument(
        `"${property}" isn't a recognized filterable property. For a complete list of filterable properties, see the help.`,
        property,
      );
    }
    const values = Array.isArray(found) ? (found as readonly PSValue[]) : [found];
    if (operator === 'ne' || operator === 'notlike') {
      return !values.some((value) => matches(value, operator === 'ne' ? 'eq' : 'like', wanted, pattern));
    }
    if (values.length === 0) return operator === 'eq' && wanted === null;
    return values.some((value) => matches(value, operator, wanted, pattern));
  };
}

function matches(value: PSValue, operator: string, wanted: string | null, pattern: RegExp | undefined): boolean {
  const isEmpty = value === null || value === '';
  if (wanted === null) return operator === 'eq' && isEmpty;
  if (isEmpty) return operator === 'eq' && wanted === '';
  if (pattern !== undefined) return pattern.test(plainText(value));
  const order = compare(value, wanted);
  switch (operator) {
    case 'eq':
      return order === 0;
    case 'lt':
      return order < 0;
    case 'gt':
      return order > 0;
    case 'le':
      return order <= 0;
    default:
      return order >= 0;
  }
}

function compare(value: PSValue, wanted: string): number {
  if (value instanceof PSDateTime) {
    // A time without a zone is meant in UTC, as the servers' clocks are here.
    const hasZone = /(?:Z|[+-]\d\d:?\d\d)\s*$/i.test(wanted);
    const time = Date.parse(hasZone ? wanted : `${wanted} UTC`);
    const otherTime = Number.isNaN(time) ? Date.parse(`${wanted}Z`) : time;
    if (Number.isNaN(otherTime))
      throw invalidArgument(`The value "${wanted}" could not be converted to type DateTime.`);
    return value.seconds * 1000 + value.nanos / 1e6 - otherTime;
  }
  if (typeof value === 'number' || typeof value === 'bigint') return Number(value) - Number(wanted);
  const [left, right] = [plainText(value).toLowerCase(), wanted.toLowerCase()];
  return left < right ? -1 : Number(left > right);
}

function plainText(value: PSValue): string {
  if (typeof value === 'string') return value;
  return value instanceof PSGuid || typeof value !== 'object' ? String(value) : '';
}

function wildcard(text: string): RegExp {
  const source = text.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*');
  return new RegExp(`^${source}$`, 'is');
}

function unreadable(text: string): Error {
  return invalidArgument(
    `Invalid filter syntax. For a description of the filter parameter syntax see the command help. "${text}"`,
    'Filter',
  );
}
