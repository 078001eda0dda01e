import { ExchangeError } from '../../exchange/exchange-error';
import { quoteForeign } from './redaction';

/** More pages than any organization has: 20 million objects. */
const MAX_PAGES = 20_000;
/** Pages without an object, one after the other, that are put up with. */
const MAX_EMPTY_PAGES = 100;

/** Follows the links of one list, and notices when they do not lead to an end. */
export class PageLinks {
  private readonly seen = new Set<string>();
  private emptyPages = 0;

  /** @param aliases other origins that mean the same service; what they hold is asked of `origin` all the same */
  constructor(
    private readonly origin: string,
    private readonly aliases: readonly string[],
    private readonly cmdlet: string,
  ) {}

  /**
   * The address of the next page.
   * @throws ExchangeError `protocol.malformed` if the link leads to another server, where the token must not go, or
   * nowhere
   */
  follow(link: string, objectsOnPage: number): URL {
    const given = URL.canParse(link, this.origin) ? new URL(link, this.origin) : undefined;
    if (!given) throw this.malformed('is no address');
    const known = given.origin === this.origin || this.aliases.includes(given.origin);
    if (!known || given.username !== '')
      throw this.malformed(`leads to another server, ${quoteForeign(given.host, [], 100)}`);
    const url = new URL(`${given.pathname}${given.search}`, this.origin);
    this.emptyPages = objectsOnPage === 0 ? this.emptyPages + 1 : 0;
    if (this.seen.has(url.href)) throw this.malformed('was given before: the list goes round in a circle');
    this.seen.add(url.href);
    if (this.seen.size >= MAX_PAGES || this.emptyPages >= MAX_EMPTY_PAGES) {
      throw this.malformed('is one too many: the list does not end');
    }
    return url;
  }

  private malformed(what: string): ExchangeError {
    return new ExchangeError({
      code: 'protocol.malformed',
      summary: `The link to the next page of ${this.cmdlet} ${what}.`,
      detail: 'It was not followed, and what was read is not used.',
      cmdlet: this.cmdlet,
    });
  }
}
