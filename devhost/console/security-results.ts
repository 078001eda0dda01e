import { messageToJson } from '../../protocol';
import { messageOf, messagesOf, textOf, type Json } from './message-json';
import { storedResults } from './stored-results';

/** The outcome of the desired access settings goes by this id, as in approvals. */
export const DESIRED_ACCESS_ID = 'desired-access';

/** What a security run has said, without the statuses of devices. */
export interface SecurityReport {
  /** The last outcome of each action, by its id; that of the desired access settings among them. */
  readonly outcomes: ReadonlyMap<string, Json>;
  readonly impact: Json;
  readonly drift: readonly Json[];
  readonly findings: readonly Json[];
  readonly summary: Json;
}

/** Takes results of a security run one by one. */
export class SecurityReportBuilder {
  readonly #outcomes = new Map<string, Json>();
  readonly #drift: Json[] = [];
  readonly #findings: Json[] = [];
  #impact: Json = {};
  #summary: Json = {};

  add(result: Uint8Array): void {
    const json = messageToJson('SecurityResult', result) as Json;
    for (const outcome of messagesOf(json, 'outcomes')) this.#outcomes.set(textOf(outcome, 'actionId'), outcome);
    if (json['desiredAccess']) this.#outcomes.set(DESIRED_ACCESS_ID, messageOf(json, 'desiredAccess'));
    if (json['accessImpact']) this.#impact = messageOf(json, 'accessImpact');
    if (json['summary']) this.#summary = messageOf(json, 'summary');
    this.#drift.push(...messagesOf(json, 'drift'));
    this.#findings.push(...messagesOf(json, 'findings'));
  }

  report(): SecurityReport {
    const [outcomes, impact, drift] = [this.#outcomes, this.#impact, this.#drift];
    return { outcomes, impact, drift, findings: this.#findings, summary: this.#summary };
  }
}

/** Reads the stored results of a security run. */
export async function readSecurityReport(path: string): Promise<SecurityReport> {
  const builder = new SecurityReportBuilder();
  for await (const result of storedResults(path)) builder.add(result);
  return builder.report();
}
