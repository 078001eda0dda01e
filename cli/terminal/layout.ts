import type { Layout } from '../report/run-lines';
import { styleFor, type Terminal } from './style';

const DEFAULT_WIDTH = 100;
const MIN_WIDTH = 60;
const MAX_WIDTH = 120;

/** How to lay out text for a stream. */
export function layoutFor(terminal: Terminal, environment: NodeJS.ProcessEnv): Layout {
  const { columns = 0 } = terminal;
  // Some terminals say 0.
  const width = columns > 0 ? columns : DEFAULT_WIDTH;
  return { style: styleFor(terminal, environment), width: Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, width)) };
}
