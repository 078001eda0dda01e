import type { Noted } from '../attention';
import { enumName } from '../enum-name';
import type { InventoryDigest } from '../inventory-digest';
import { count, timeElement } from './format';
import { foreign, html, type Html } from './markup';

/** The partnerships that deserve attention most. */
export function partnershipsSection(digest: InventoryDigest): Html {
  const noted = digest.noted();
  const total = digest.notedTotal;
  const opening =
    total === 0
      ? html`<p class="card">No partnership deserves attention.</p>`
      : html`<p class="note">
          ${count(total)} of ${count(digest.partnerships)} partnerships deserve
          attention${total > noted.length ? `; these are the first ${count(noted.length)}, those with the most reasons first. The CSV has all of them` : ''}.
        </p>`;
  return html`<section>
    <h2 id="partnerships">Partnerships that deserve attention</h2>
    ${opening}${noted.length > 0 ? table(noted) : ''}
  </section> `;
}

function table(noted: readonly Noted[]): Html {
  return html`<div class="card scroll" role="region" aria-labelledby="partnerships" tabindex="0">
    <table class="partnerships">
      <caption class="hidden">
        Partnerships that deserve attention
      </caption>
      <thead>
        <tr>
          <th scope="col">Mailbox</th>
          <th scope="col">Device</th>
          <th scope="col">System</th>
          <th scope="col">Client</th>
          <th scope="col">Access</th>
          <th scope="col">Last sync (UTC)</th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        ${noted.map(row)}
      </tbody>
    </table>
  </div>`;
}

function row({ partnership, reasons }: Noted): Html {
  const { friendlyName, deviceModel, deviceType, clientVersion, deviceAccessStateReason: reason } = partnership;
  const name = friendlyName ?? deviceModel ?? deviceType ?? 'not stated';
  const model = [deviceModel, deviceType].filter((part) => part !== undefined && part !== name).join(', ');
  const client = enumName('CLIENT_FAMILY', partnership.clientFamily) || 'Not recognized';
  const state = enumName('DEVICE_ACCESS_STATE', partnership.deviceAccessState) || 'Unknown';
  return html`<tr>
    <th scope="row">${foreign(partnership.mailboxPrimarySmtpAddress ?? partnership.userDisplayName ?? '–', 80)}</th>
    <td>${foreign(name, 60)}${second(model)}</td>
    <td>${foreign(partnership.deviceOs ?? '–', 40)}</td>
    <td>${client}${second(clientVersion ?? '')}</td>
    <td>${state}${second(reason ?? '')}</td>
    <td class="time">${timeElement(partnership.statistics?.lastSuccessSync)}</td>
    <td>${reasons.map(({ words }) => words).join(', ')}</td>
  </tr> `;
}

/** A second, fainter line in a cell. */
const second = (text: string): Html => (text === '' ? html`` : html`<span class="second">${foreign(text, 60)}</span>`);
