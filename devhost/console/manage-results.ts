import { Reader } from 'protobufjs/minimal';
import { messageToJson } from '../../protocol';
import { messageOf, messagesOf, type Json } from './message-json';
import { storedResults } from './stored-results';

/** What an inventory run has said besides the inventory itself. */
export interface ManageReport {
  readonly start: Json;
  readonly findings: readonly Json[];
  /** Empty if the run did not come to its end. */
  readonly summary: Json;
}

/** start, findings and summary of ManageResult: results without them are not decoded, however many there are. */
const REPORTED_FIELDS: ReadonlySet<number> = new Set([2, 13, 14]);

/** Reads the stored results of an inventory run. */
export async function readManageReport(path: string): Promise<ManageReport> {
  let [start, summary]: Json[] = [{}, {}];
  const findings: Json[] = [];
  for await (const result of storedResults(path)) {
    if (!hasReported(result)) continue;
    const json = messageToJson('ManageResult', result) as Json;
    if (json['start']) start = messageOf(json, 'start');
    if (json['summary']) summary = messageOf(json, 'summary');
    findings.push(...messagesOf(json, 'findings'));
  }
  return { start: start ?? {}, findings, summary: summary ?? {} };
}

function hasReported(message: Uint8Array): boolean {
  const reader = Reader.create(message);
  while (reader.pos < reader.len) {
    const tag = reader.uint32();
    if (REPORTED_FIELDS.has(tag >>> 3)) return true;
    reader.skipType(tag & 7);
  }
  return false;
}
