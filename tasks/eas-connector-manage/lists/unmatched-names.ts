import type { MailboxFilter, Problem, Scope } from '../../../protocol';

/** The criteria of a scope that name what a mailbox or partnership has; groups are looked up instead. */
type Criterion = Exclude<keyof MailboxFilter, 'groups'>;

/** How a criterion compares one of its names. */
type Matcher<T> = (one: T, name: string) => boolean;

interface NameList<T> {
  readonly side: 'include' | 'exclude';
  readonly criterion: Criterion;
  readonly matches: Matcher<T>;
  unseen: readonly string[];
}

const NOUNS: Readonly<Record<Criterion, string>> = {
  organizationalUnits: 'organizational unit',
  domains: 'domain',
  mailboxServers: 'mailbox server',
  recipientTypes: 'recipient type',
  clientTypes: 'client type',
};

/**
 * Finds the names of a scope that nothing has which was read: a typing error there would leave devices out, or in, without
 * a word. What it costs ends with the first match of each name.
 */
export class UnmatchedNames<T> {
  readonly #lists: readonly NameList<T>[];

  /** @param noun what is read, in the singular */
  constructor(
    private readonly scope: Scope,
    matchers: Readonly<Partial<Record<Criterion, Matcher<T>>>>,
    private readonly noun: string,
  ) {
    this.#lists = (['include', 'exclude'] as const).flatMap((side) =>
      (Object.entries(matchers) as [Criterion, Matcher<T>][]).map(([criterion, matches]) => ({
        side,
        criterion,
        matches,
        unseen: scope[side][criterion],
      })),
    );
  }

  see(one: T): void {
    for (const list of this.#lists) {
      if (list.unseen.length > 0) list.unseen = list.unseen.filter((name) => !list.matches(one, name));
    }
  }

  /** One problem for each list with such names. It is a warning where the list leaves nothing in scope. */
  problems(): readonly Problem[] {
    return this.#lists
      .filter(({ unseen }) => unseen.length > 0)
      .map(({ side, criterion, unseen }) => {
        const leavesNothing = side === 'include' && unseen.length === this.scope.include[criterion].length;
        const names = unseen.map((name) => `“${name}”`).join(', ');
        return {
          severity: leavesNothing ? 'warning' : 'info',
          code: 'settings.scopeUnmatched',
          path: `scope.${side}.${criterion}`,
          summary: `No ${this.noun} that was read has the ${NOUNS[criterion]} ${names}.`,
          detail: leavesNothing
            ? 'So nothing is in scope. Look for a typing error.'
            : 'If there should be some, look for a typing error.',
        };
      });
  }
}
