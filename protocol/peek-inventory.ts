import { Reader } from 'protobufjs/minimal';
import { easconnector } from './generated/easconnector';

import v1 = easconnector.v1;

/** What a result of EASConnectorManage says of the inventory as a whole. */
export interface InventoryPeek {
  readonly start?: {
    readonly runId: string;
    readonly isFull: boolean;
    readonly baseStateId: string;
    /** Empty unless the inventory is resumed. */
    readonly resumesRunId: string;
  };
  /** Empty unless the inventory is complete with this result. */
  readonly stateId?: string;
}

const START = 2;
const SUMMARY = 14;

/**
 * Looks at what a result of EASConnectorManage says of the inventory as a whole, without decoding the rest.
 * @throws Error if the bytes are no message
 */
export function peekInventory(result: Uint8Array): InventoryPeek {
  const reader = Reader.create(result);
  let peek: InventoryPeek = {};
  while (reader.pos < reader.len) {
    const tag = reader.uint32();
    if (tag >>> 3 === START) peek = { ...peek, start: startOf(reader.bytes()) };
    else if (tag >>> 3 === SUMMARY) peek = { ...peek, stateId: stateIdOf(reader.bytes()) };
    else reader.skipType(tag & 7);
  }
  return peek;
}

function startOf(bytes: Uint8Array): NonNullable<InventoryPeek['start']> {
  const { runId, isFull, baseStateId, resumesRunId } = v1.InventoryStart.decode(bytes);
  return { runId, isFull, baseStateId, resumesRunId };
}

function stateIdOf(bytes: Uint8Array): string {
  const { isComplete, stateId } = v1.ManageSummary.decode(bytes);
  return isComplete ? stateId : '';
}
