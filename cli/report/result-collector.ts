import { Reader } from 'protobufjs/minimal';
import { messageToJson, type TaskName } from '../../protocol';
import type {
  AccessImpactJson,
  ActionOutcomeJson,
  DriftJson,
  FindingJson,
  InventoryStartJson,
  ManageResultJson,
  ManageSummaryJson,
  SecurityResultJson,
  SecuritySummaryJson,
} from './result-json';

/** What a person wants to know of a run's results. */
export type RunReport = ManageReport | SecurityReport;

/** Of an inventory. */
export interface ManageReport {
  readonly task: 'EASConnectorManage';
  readonly start: InventoryStartJson;
  readonly findings: readonly FindingJson[];
  /** Absent if the run did not come to its end. */
  readonly summary: ManageSummaryJson | undefined;
}

/** Of a security run. */
export interface SecurityReport {
  readonly task: 'EASConnectorSecurity';
  /** The last outcome of each action, in the order in which they came. */
  readonly outcomes: readonly ActionOutcomeJson[];
  readonly desiredAccess: ActionOutcomeJson | undefined;
  readonly accessImpact: AccessImpactJson | undefined;
  readonly drift: readonly DriftJson[];
  readonly deviceStatuses: number;
  readonly findings: readonly FindingJson[];
  readonly summary: SecuritySummaryJson | undefined;
}

/** Takes the results of a run one by one and keeps what the report needs: little, however large the inventory is. */
export interface ResultCollector {
  add(result: Uint8Array): void;
  report(): RunReport;
}

/** A collector for the results of `task`. */
export function collectResults(task: TaskName): ResultCollector {
  return task === 'EASConnectorManage' ? new ManageCollector() : new SecurityCollector();
}

/** The fields of ManageResult that a report needs: start, findings, summary. Parts without them are not decoded. */
const REPORTED_FIELDS: ReadonlySet<number> = new Set([2, 13, 14]);

class ManageCollector implements ResultCollector {
  #start: InventoryStartJson = {};
  #summary: ManageSummaryJson | undefined;
  readonly #findings: FindingJson[] = [];

  add(result: Uint8Array): void {
    if (!hasField(result, REPORTED_FIELDS)) return;
    const { start, findings, summary } = messageToJson('ManageResult', result) as ManageResultJson;
    this.#start = start ?? this.#start;
    this.#summary = summary ?? this.#summary;
    this.#findings.push(...(findings ?? []));
  }

  report(): ManageReport {
    return { task: 'EASConnectorManage', start: this.#start, findings: this.#findings, summary: this.#summary };
  }
}

class SecurityCollector implements ResultCollector {
  readonly #outcomes = new Map<string, ActionOutcomeJson>();
  readonly #findings: FindingJson[] = [];
  #desiredAccess: ActionOutcomeJson | undefined;
  #accessImpact: AccessImpactJson | undefined;
  readonly #drift: DriftJson[] = [];
  #summary: SecuritySummaryJson | undefined;
  #deviceStatuses = 0;

  add(result: Uint8Array): void {
    const json = messageToJson('SecurityResult', result) as SecurityResultJson;
    for (const outcome of json.outcomes ?? []) this.#outcomes.set(outcome.actionId ?? '', outcome);
    this.#findings.push(...(json.findings ?? []));
    this.#deviceStatuses += json.deviceStatuses?.length ?? 0;
    this.#desiredAccess = json.desiredAccess ?? this.#desiredAccess;
    this.#accessImpact = json.accessImpact ?? this.#accessImpact;
    this.#drift.push(...(json.drift ?? []));
    this.#summary = json.summary ?? this.#summary;
  }

  report(): SecurityReport {
    return {
      task: 'EASConnectorSecurity',
      outcomes: [...this.#outcomes.values()],
      desiredAccess: this.#desiredAccess,
      accessImpact: this.#accessImpact,
      drift: this.#drift,
      deviceStatuses: this.#deviceStatuses,
      findings: this.#findings,
      summary: this.#summary,
    };
  }
}

/** Whether a message has one of the fields at its top level. */
export function hasField(message: Uint8Array, fields: ReadonlySet<number>): boolean {
  const reader = Reader.create(message);
  while (reader.pos < reader.len) {
    const tag = reader.uint32();
    if (fields.has(tag >>> 3)) return true;
    reader.skipType(tag & 7);
  }
  return false;
}
