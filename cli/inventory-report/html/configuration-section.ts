import { enumName } from '../enum-name';
import type { DeviceAccessRuleJson, PolicyJson } from '../inventory-json';
import type { Overview } from '../stored-inventory';
import { foreign, html, type Html } from './markup';

/** Default access level, rules and policies, as the inventory has them. */
export function configurationSection({ settings, rules, policies }: Overview): Html {
  const level = enumName('ACCESS_LEVEL', settings?.defaultAccessLevel) || 'not stated';
  return html`<section>
    <h2 id="configuration">Access and policies</h2>
    <div class="columns">
      <div class="card">
        <h3>Access</h3>
        <p>Default access level: <strong>${level}</strong></p>
        ${rules.length === 0 ? html`<p class="note">There are no device access rules.</p>` : ruleTable(rules)}
      </div>
      <div class="card">
        <h3>Mailbox policies</h3>
        ${policies.length === 0 ? html`<p class="note">No policy was read.</p>` : policyTable(policies)}
      </div>
    </div>
  </section> `;
}

function ruleTable(rules: readonly DeviceAccessRuleJson[]): Html {
  const rows = rules.map(
    ({ characteristic, queryString, accessLevel }) =>
      html`<tr>
        <th scope="row">${foreign(queryString ?? '')}</th>
        <td>${enumName('CHARACTERISTIC', characteristic)}</td>
        <td>${enumName('ACCESS_LEVEL', accessLevel)}</td>
      </tr>`,
  );
  return html`<table>
    <caption class="hidden">
      Device access rules
    </caption>
    <thead>
      <tr>
        <th scope="col">Device access rule</th>
        <th scope="col">Compares</th>
        <th scope="col">Level</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

function policyTable(policies: readonly PolicyJson[]): Html {
  const rows = policies.map(
    (policy) =>
      html`<tr>
        <th scope="row">
          ${foreign(policy.name ?? '')}${policy.isDefault ? html`<span class="second">default</span>` : ''}
        </th>
        <td>${password(policy)}</td>
        <td>${yesNo(policy.requireDeviceEncryption)}</td>
        <td>${yesNo(policy.allowNonProvisionableDevices)}</td>
      </tr>`,
  );
  return html`<table>
    <caption class="hidden">
      Mailbox policies
    </caption>
    <thead>
      <tr>
        <th scope="col">Policy</th>
        <th scope="col">Password</th>
        <th scope="col">Encryption required</th>
        <th scope="col">Lets in clients without policies</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

function password({ passwordEnabled, minPasswordLength }: PolicyJson): string {
  if (passwordEnabled === undefined) return '–';
  if (!passwordEnabled) return 'Not required';
  return minPasswordLength === undefined ? 'Required' : `Required, ${minPasswordLength} characters`;
}

const yesNo = (value: boolean | undefined): string => (value === undefined ? '–' : value ? 'Yes' : 'No');
