import { createReadStream } from 'node:fs';
import { FrameDecoder, FramingError, MAX_PLUGIN_FRAME_BYTES, MessageJsonError, messageToJson } from '../../protocol';
import { CliError } from '../cli-error';
import { EXIT } from '../exit-codes';
import { hasField } from '../report/result-collector';
import type {
  DeviceAccessRuleJson,
  InventoryJson,
  OrganizationSettingsJson,
  PartnershipJson,
  PolicyJson,
  ReportedFindingJson,
  StartJson,
  SummaryJson,
} from './inventory-json';

/** What an inventory says besides its partnerships: little, however large it is. */
export interface Overview {
  readonly start: StartJson;
  readonly settings: OrganizationSettingsJson | undefined;
  readonly rules: readonly DeviceAccessRuleJson[];
  readonly policies: readonly PolicyJson[];
  readonly findings: readonly ReportedFindingJson[];
  /** Absent if the run did not come to its end. */
  readonly summary: SummaryJson | undefined;
}

/** A stored inventory, read as a stream. */
export interface StoredInventory {
  /** Where it comes from, for people. */
  readonly source: string;
  readonly overview: Overview;
  /** What a reader has to know before relying on it; empty if there is nothing. */
  readonly caveats: readonly string[];
  partnerships(): AsyncIterable<PartnershipJson>;
}

/** Fields of ManageResult: all that an overview is made of, and all that says something of partnerships. */
const OVERVIEW_FIELDS: ReadonlySet<number> = new Set([2, 3, 4, 6, 13, 14]);
const PARTNERSHIP_FIELDS: ReadonlySet<number> = new Set([8, 9, 10, 11, 15]);

/** Reads what a file of results says besides partnerships. @throws CliError if it cannot be read or is no inventory */
export async function readOverview(path: string): Promise<Overview> {
  let start: StartJson | undefined;
  let settings: OrganizationSettingsJson | undefined;
  let summary: SummaryJson | undefined;
  const rules: DeviceAccessRuleJson[] = [];
  const policies: PolicyJson[] = [];
  const findings: ReportedFindingJson[] = [];
  for await (const result of results(path, OVERVIEW_FIELDS)) {
    start ??= result.start;
    if (!start) break;
    settings ??= result.organizationSettings;
    summary = result.summary ?? summary;
    rules.push(...(result.deviceAccessRules ?? []));
    policies.push(...(result.policies ?? []));
    findings.push(...(result.findings ?? []));
  }
  if (!start) throw new CliError(EXIT.noInput, `${path} is no inventory: it does not begin with the start of one.`);
  return { start, settings, rules, policies, findings, summary };
}

/** What a file of results says of partnerships, result by result. @throws CliError if it cannot be read */
export function readPartnershipParts(path: string): AsyncGenerator<InventoryJson> {
  return results(path, PARTNERSHIP_FIELDS);
}

/** The results in a file that have one of the fields. A file that was cut off gives what is whole. */
async function* results(path: string, fields: ReadonlySet<number>): AsyncGenerator<InventoryJson> {
  const decoder = new FrameDecoder({ maxFrameBytes: MAX_PLUGIN_FRAME_BYTES });
  let number = 0;
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Uint8Array>) {
      decoder.receive(chunk);
      for (let frame = decoder.next(); frame; frame = decoder.next()) {
        number += 1;
        if (hasField(frame, fields)) yield messageToJson('ManageResult', frame) as InventoryJson;
      }
    }
  } catch (error) {
    if (error instanceof CliError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    const isContent = error instanceof FramingError || error instanceof MessageJsonError || error instanceof RangeError;
    const where = isContent ? `${path}, message ${number}` : `${path} cannot be read`;
    throw new CliError(EXIT.noInput, `${where}: ${why}`);
  }
}
