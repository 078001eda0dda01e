import { styleText } from 'node:util';

/** Styles text. */
export type Paint = (text: string) => string;

/** The few styles that the output has. Meaning never depends on them alone. */
export interface Style {
  readonly strong: Paint;
  readonly faint: Paint;
  readonly good: Paint;
  readonly doubtful: Paint;
  readonly bad: Paint;
}

/** Where text goes. */
export interface Terminal {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** No styles. */
export const PLAIN: Style = { strong: same, faint: same, good: same, doubtful: same, bad: same };

/** styleText would look at stdout itself; whether the stream that is written to is a terminal is decided in styleFor. */
function painter(format: Parameters<typeof styleText>[0]): Paint {
  return (text) => styleText(format, text, { validateStream: false });
}

const COLOURED: Style = {
  strong: painter('bold'),
  faint: painter('dim'),
  good: painter('green'),
  doubtful: painter('yellow'),
  bad: painter('red'),
};

/** Styles for a terminal that a person looks at, unless NO_COLOR asks for none (https://no-color.org). */
export function styleFor(terminal: Terminal, environment: NodeJS.ProcessEnv): Style {
  const isWanted = (environment['NO_COLOR'] ?? '') === '' && environment['TERM'] !== 'dumb';
  return terminal.isTTY === true && isWanted ? COLOURED : PLAIN;
}

function same(text: string): string {
  return text;
}
