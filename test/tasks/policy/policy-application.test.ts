import assert from 'node:assert/strict';
import {
  countApplied,
  describeApplication,
  namesPolicy,
} from '../../../tasks/eas-connector-security/policy-application';

const POLICY = { name: 'Sales', identity: 'contoso.com/Policies/Sales', guid: '3f2504e0-4f89-41d3-9a0c-0305e82c3301' };

describe('How far a policy has come', () => {
  it('counts devices that have applied this policy, and not another one', () => {
    const statistics = [
      { devicePolicyApplied: 'Sales', devicePolicyApplicationStatus: 'AppliedInFull' },
      { devicePolicyApplied: 'Other', devicePolicyApplicationStatus: 'AppliedInFull' },
      { devicePolicyApplied: 'contoso\\Sales', devicePolicyApplicationStatus: 'PartiallyApplied' },
      { devicePolicyApplied: '', devicePolicyApplicationStatus: 'NotApplied' },
      { devicePolicyApplied: 'SALES', devicePolicyApplicationStatus: 'ExternallyManaged' },
    ] as const;
    const counts = countApplied(statistics, POLICY);
    assert.deepEqual(counts, { devices: 5, inFull: 1, inPart: 1, externally: 1 });
    const sentence =
      'Of 5 devices: 1 applied it in full, 1 applied a part of it, 1 managed by something else, 2 not yet, or not at all.';
    assert.equal(describeApplication(counts), sentence);
    assert.equal(describeApplication(countApplied([], POLICY)), 'No device synchronizes with them.');
  });

  it('knows a policy by name, path and GUID, and not by a part of its name', () => {
    for (const text of ['sales', 'contoso.com/Policies/Sales', 'Default\\Sales', POLICY.guid.toUpperCase()]) {
      assert.ok(namesPolicy(text, POLICY), text);
    }
    for (const text of ['', 'Sales 2', 'Presales']) assert.equal(namesPolicy(text, POLICY), false, text);
  });
});
