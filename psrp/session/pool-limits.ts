import { DEFAULT_CLIXML_LIMITS, type ClixmlLimits } from '../clixml/clixml-limits';
import type { DefragmenterLimits } from '../wire/defragmenter';

/** How much the other side may make this one keep: see ClixmlLimits and DefragmenterLimits. */
export type PoolLimits = ClixmlLimits & DefragmenterLimits;

/** About what PowerShell takes. */
export const DEFAULT_POOL_LIMITS: PoolLimits = {
  ...DEFAULT_CLIXML_LIMITS,
  maxMessageBytes: 200 * 1024 * 1024,
  maxBufferedBytes: 256 * 1024 * 1024,
  maxOpenMessages: 1024,
};
