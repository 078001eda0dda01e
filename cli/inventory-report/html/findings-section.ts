import type { InventoryDigest } from '../inventory-digest';
import type { DriftJson, PartnershipJson, ReportedFindingJson } from '../inventory-json';
import { count } from './format';
import { foreign, html, type Html } from './markup';

const SEVERITIES: ReadonlyMap<string, readonly [word: string, style: string]> = new Map([
  ['SEVERITY_ERROR', ['Error', 'bad']],
  ['SEVERITY_WARNING', ['Warning', 'warning']],
  ['SEVERITY_INFO', ['Information', 'info']],
] as const);

/** What deserves attention, with examples and what has changed. */
export function findingsSection(findings: readonly ReportedFindingJson[], digest: InventoryDigest): Html {
  const body =
    findings.length === 0
      ? html`<p class="card">Nothing was found that deserves attention.</p>`
      : html`<div class="card scroll" role="region" aria-labelledby="findings" tabindex="0">
          <table class="findings">
            <caption class="hidden">
              Findings
            </caption>
            <thead>
              <tr>
                <th scope="col">Severity</th>
                <th scope="col">Finding</th>
                <th scope="col" class="number">Count</th>
              </tr>
            </thead>
            <tbody>
              ${findings.map((finding) => row(finding, digest))}
            </tbody>
          </table>
        </div>`;
  return html`<section>
    <h2 id="findings">Findings</h2>
    ${body}
  </section> `;
}

function row(
  { severity, code, summary, count: times, examples, drift }: ReportedFindingJson,
  digest: InventoryDigest,
): Html {
  const [word, style] = SEVERITIES.get(severity ?? '') ?? ['Information', 'info'];
  return html`<tr>
    <td><span class="badge ${style}">${word}</span></td>
    <td>
      <p class="sentence">${foreign(summary ?? '', 600)}</p>
      <div class="meta">
        <span class="code">${code ?? ''}</span
        >${drift === undefined ? exampleList(examples ?? [], times ?? 0, digest) : ''}
      </div>
      ${driftTable(drift ?? [], times ?? 0)}
    </td>
    <td class="number">${count(times ?? 0)}</td>
  </tr> `;
}

function exampleList(examples: readonly string[], times: number, digest: InventoryDigest): Html {
  if (examples.length === 0) return html``;
  const label = times > examples.length ? `The first ${examples.length}` : `All ${examples.length}`;
  const items = examples.map((example) => html`<li>${exampleName(example, digest.named(example))}</li>`);
  return html`<details>
    <summary>${times === 1 ? 'Which one' : label}</summary>
    <ul>
      ${items}
    </ul>
  </details>`;
}

/** A partnership goes by its mailbox and device; anything else by the name that it has. */
function exampleName(example: string, partnership: PartnershipJson | undefined): Html {
  if (!partnership) return foreign(example);
  const { mailboxPrimarySmtpAddress, userDisplayName, friendlyName, deviceModel, deviceType } = partnership;
  const owner = mailboxPrimarySmtpAddress ?? userDisplayName ?? 'mailbox not in sight';
  return html`${foreign(owner)} · ${foreign(friendlyName ?? deviceModel ?? deviceType ?? 'device')}
    <span class="code">${example}</span>`;
}

function driftTable(drift: readonly DriftJson[], times: number): Html {
  if (drift.length === 0) return html``;
  const rows = drift.map(
    ({ object, property, before, after }) =>
      html`<tr>
        <th scope="row">${foreign(object ?? '')}</th>
        <td>
          ${property === undefined ? html`<em>${before === undefined ? 'added' : 'removed'}</em>` : foreign(property)}
        </td>
        <td>${value(before)}</td>
        <td>${value(after)}</td>
      </tr>`,
  );
  const more = times > drift.length ? html`<p class="note">and ${count(times - drift.length)} more changes</p>` : '';
  return html`<table class="drift">
      <caption class="hidden">
        Changes
      </caption>
      <thead>
        <tr>
          <th scope="col">Object</th>
          <th scope="col">Property</th>
          <th scope="col">Before</th>
          <th scope="col">Now</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
    ${more}`;
}

const value = (text: string | undefined): Html => (text === undefined ? html`–` : foreign(text, 400));
