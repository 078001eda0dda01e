import type { Secret } from '../../protocol';

/**
 * Secrets shorter than this are not masked: they would be found inside ordinary words and numbers, and the holes would
 * tell what they are. No credential that this connector uses is that short.
 */
const MIN_LENGTH = 4;

/** Lines of a longer secret, such as a private key, are masked one by one if they have at least this length. */
const MIN_LINE_LENGTH = 16;

/** What stands in a secret's place. */
const MASK = '[secret]';

/**
 * Replaces known secrets in texts: as they are, as they look in JSON and in a URL, in base64, and line by line. It is
 * the second line of defence; the first is that secrets are Secret objects, which do not print.
 */
export class SecretMask {
  readonly #forms = new Set<string>();
  #pattern: RegExp | undefined;

  /** Masks these from now on. */
  add(secrets: readonly (Secret | undefined)[]): void {
    for (const secret of secrets) {
      if (secret) this.#add(secret.reveal());
    }
    // The longest first: a secret may contain another.
    const forms = [...this.#forms].sort((a, b) => b.length - a.length).map(escapeForPattern);
    this.#pattern = forms.length > 0 ? new RegExp(forms.join('|'), 'g') : undefined;
  }

  /** The text without the secrets. */
  apply(text: string): string {
    return this.#pattern ? text.replace(this.#pattern, MASK) : text;
  }

  #add(secret: string): void {
    if (secret.length < MIN_LENGTH) return;
    const bytes = Buffer.from(secret);
    for (const form of [secret, JSON.stringify(secret).slice(1, -1), urlForm(secret), bytes.toString('base64')]) {
      this.#forms.add(form);
    }
    for (const line of secret.split(/\r?\n/)) {
      if (line.length >= MIN_LINE_LENGTH && !line.startsWith('-----')) this.#forms.add(line);
    }
  }
}

/** The secret in a URL or form; the secret itself if it has no such form. */
function urlForm(secret: string): string {
  try {
    return encodeURIComponent(secret);
  } catch {
    return secret;
  }
}

function escapeForPattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
