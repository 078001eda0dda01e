/** Text that is HTML already. Nothing else gets into a page unescaped. */
export class Html {
  constructor(readonly text: string) {}
}

/** What a template takes. */
export type Part = Html | string | number | undefined | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * A template of HTML: every value is escaped, for content and for quoted attributes alike, unless it is HTML already.
 * Control characters, which no HTML may have, become spaces.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Part[]): Html {
  // Where the templates are indented says nothing to a browser, and would be half of the page.
  return new Html(strings.map((text, index) => text.replace(/\n\s+/g, '\n') + render(values[index])).join(''));
}

function render(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(render).join('');
  return String(part)
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFFFE\uFFFF]|\p{Surrogate}/gu, ' ')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** Text that comes from a device or a person: its direction of writing does not reach beyond it. */
export function foreign(text: string, maxLength = 160): Html {
  const characters = Array.from(text);
  const shown = characters.length <= maxLength ? text : `${characters.slice(0, maxLength - 1).join('')}…`;
  return html`<bdi>${shown}</bdi>`;
}
