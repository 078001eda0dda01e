const MAX_COOKIES = 50;
const MAX_LENGTH = 4096;

/**
 * The cookies of one list or one session: Exchange's front end names in them the server behind it that holds the cursor
 * or the shell. They only ever go back to the origin that set them, so path and domain need not be kept.
 */
export class CookieJar {
  private readonly cookies = new Map<string, string>();

  /** Takes the Set-Cookie headers of an answer. */
  take(header: string | string[] | undefined): void {
    if (header === undefined) return;
    for (const line of Array.isArray(header) ? header : [header]) {
      const [pair = '', ...attributes] = line.split(';');
      const equals = pair.indexOf('=');
      const name = pair.slice(0, equals).trim();
      const value = pair.slice(equals + 1).trim();
      if (equals < 1 || name.length + value.length > MAX_LENGTH || !/^[\x21-\x7e]*$/.test(`${name}${value}`)) continue;
      if (attributes.some((attribute) => /^\s*max-age\s*=\s*(?:0|-\d+)\s*$/i.test(attribute)))
        this.cookies.delete(name);
      else if (this.cookies.size < MAX_COOKIES || this.cookies.has(name)) this.cookies.set(name, value);
    }
  }

  /** The Cookie header for the next request; undefined if there is none to send. */
  header(): string | undefined {
    if (this.cookies.size === 0) return undefined;
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}
