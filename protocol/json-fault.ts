/** How many characters of the text the engine shows before and after what it did not expect. */
const SHOWN = 10;

/**
 * What is wrong with a text that is not JSON, and where, without any of the text itself: it may be a piece of a secret,
 * which the engine's own words would quote.
 */
export function jsonFault(text: string, error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  const [, what, position] = /^(.*?)(?: in JSON)? at position (\d+)/s.exec(message) ?? [];
  if (what !== undefined) return `${what} ${placeIn(text, Number(position))}.`;
  const [, before, shown] = /^Unexpected token .*?, (\.\.\.)?"(.*)"(?:\.\.\.)? is not valid JSON$/s.exec(message) ?? [];
  if (message === 'Unexpected end of JSON input') return `${message}.`;
  const at = shown === undefined ? -1 : text.indexOf(shown);
  // A short text is shown whole, and where in it the fault is, nobody says.
  if (shown === undefined || at < 0 || shown === text) return 'There is something that JSON does not have.';
  const offset = before === undefined ? shown.length - SHOWN : SHOWN;
  return `There is something that JSON does not have ${placeIn(text, at + offset)}.`;
}

function placeIn(text: string, position: number): string {
  const lines = text.slice(0, position).split('\n');
  return `at line ${String(lines.length)}, column ${String((lines.at(-1) ?? '').length + 1)}`;
}
