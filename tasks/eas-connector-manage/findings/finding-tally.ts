import { FINDING_CODES, type Finding, type FindingCode, type Severity } from '../../../protocol';

/** One thing that was found on one object. Finds with the same code and sentence are counted together. */
export interface Find {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** What is true of every object that is counted here, in one sentence. */
  readonly summary: string;
}

/** Objects that a finding names. */
const MAX_EXAMPLES = 10;

/** Sentences of one code. Reasons and rules come from Exchange; what goes beyond is counted in one. */
const MAX_SENTENCES = 40;

interface Group extends Find {
  count: number;
  readonly examples: string[];
}

/** Counts what is found, with the first few examples: its size does not depend on how many objects there are. */
export class FindingTally {
  readonly #byCode = new Map<FindingCode, Map<string, Group>>();

  /** @param example the object, by GUID or name */
  add(find: Find, example: string): void {
    const group = this.#group(find);
    group.count += 1;
    if (group.examples.length < MAX_EXAMPLES) group.examples.push(example);
  }

  /** What was found: the worst first, then in the order of the codes, then the most frequent first. */
  findings(): Finding[] {
    const rank: readonly Severity[] = ['error', 'warning', 'info'];
    const codes = Object.keys(FINDING_CODES);
    return [...this.#byCode.values()]
      .flatMap((groups) => [...groups.values()])
      .sort(
        (a, b) =>
          rank.indexOf(a.severity) - rank.indexOf(b.severity) ||
          codes.indexOf(a.code) - codes.indexOf(b.code) ||
          b.count - a.count,
      )
      .map(({ examples, ...group }) => ({ ...group, examples: [...examples] }));
  }

  #group(find: Find): Group {
    const groups = this.#byCode.get(find.code) ?? new Map<string, Group>();
    this.#byCode.set(find.code, groups);
    const isFull = groups.size >= MAX_SENTENCES && !groups.has(find.summary);
    const summary = isFull ? `Others: ${FINDING_CODES[find.code]}` : find.summary;
    const group = groups.get(summary) ?? { ...find, summary, count: 0, examples: [] };
    groups.set(summary, group);
    return group;
  }
}
