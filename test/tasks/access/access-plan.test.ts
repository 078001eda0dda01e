import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { decideAccess as labDecides } from '../../../lab/organization/access-decision';
import type { AccessLevel, DesiredAccess } from '../../../protocol';
import { planAccess, type SeenAccess } from '../../../tasks/eas-connector-security/access/access-plan';
import {
  afterSteps,
  describeSteps,
  stepKey,
  withPreApprovals,
  type AccessStep,
} from '../../../tasks/eas-connector-security/access/access-step';
import { AccessRules } from '../../../tasks/run/access-decision';
import { desired, desiredAccess, MODELS, rule, seenAccess, settings, TYPES } from './access-samples';

const STRICTNESS = { Allowed: 0, Quarantined: 1, Blocked: 2, DeviceDiscovery: NaN } as const;

/** Every device that could tell the rules apart, those that no rule knows included. */
const DEVICES = ['other', ...TYPES].flatMap((type) => ['other', ...MODELS].map((model) => ({ type, model })));

/** What the lab, which knows nothing of this code, does with a device. */
function strictness(
  { settings: now, rules }: SeenAccess,
  { type, model }: (typeof DEVICES)[number],
  isAllowed = false,
): number {
  const { state } = labDecides({
    enabled: true,
    meetsPolicy: true,
    onBlockedList: false,
    onAllowedList: isAllowed,
    inDiscovery: false,
    inUpgrade: false,
    characteristic: (name) => (name === 'DeviceType' ? type : name === 'DeviceModel' ? model : ''),
    rules: rules.map((one) => ({
      name: one.name,
      characteristic: one.characteristic ?? '',
      queryString: one.queryString,
      accessLevel: one.accessLevel ?? '',
    })),
    defaultAccessLevel: now.defaultAccessLevel ?? '',
  });
  return STRICTNESS[state];
}

/** All points in time at which a change may be interrupted. */
function moments(seen: SeenAccess, steps: readonly AccessStep[]): SeenAccess[] {
  return Array.from({ length: steps.length + 1 }, (_, count) => afterSteps(seen, steps.slice(0, count)));
}

/** A rule that was made has a GUID when it is read again. */
function readAgain({ settings: same, rules }: SeenAccess): SeenAccess {
  return { settings: same, rules: rules.map((one, index) => ({ ...one, guid: one.guid || `n${index}` })) };
}

const words = (wanted: DesiredAccess, seen: SeenAccess): string[] => describeSteps(planAccess(wanted, seen).steps);

describe('The order of steps', () => {
  it('never lets in, and never cuts off, a device more than what was or what is wanted does', () => {
    fc.assert(
      fc.property(desiredAccess, seenAccess, (wanted, seen) => {
        const { steps } = planAccess(wanted, seen);
        const all = moments(seen, steps);
        for (const device of DEVICES) {
          const [was, willBe] = [strictness(all[0]!, device), strictness(all.at(-1)!, device)];
          for (const [index, moment] of all.entries()) {
            const now = strictness(moment, device);
            const isBetween = now >= Math.min(was, willBe) && now <= Math.max(was, willBe);
            assert.ok(
              isBetween,
              `${device.type}/${device.model} after ${index} of: ${describeSteps(steps).join('; ')}`,
            );
          }
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('keeps that promise when a run is interrupted and the next one plans anew', () => {
    fc.assert(
      fc.property(desiredAccess, seenAccess, fc.nat(12), (wanted, seen, cut) => {
        const first = planAccess(wanted, seen).steps;
        const interrupted = readAgain(afterSteps(seen, first.slice(0, cut)));
        const end = afterSteps(seen, first);
        for (const moment of moments(interrupted, planAccess(wanted, interrupted).steps)) {
          for (const device of DEVICES) {
            const [was, now, willBe] = [seen, moment, end].map((one) => strictness(one, device)) as [
              number,
              number,
              number,
            ];
            assert.ok(now >= Math.min(was, willBe) && now <= Math.max(was, willBe));
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('could not be any order: with the steps turned round a device gets in, or is cut off', () => {
    const isBroken = ([wanted, seen]: [DesiredAccess, SeenAccess]): boolean => {
      const all = moments(seen, [...planAccess(wanted, seen).steps].reverse());
      return DEVICES.some((device) => {
        const [was, willBe] = [strictness(all[0]!, device), strictness(all.at(-1)!, device)];
        return all.some((moment) => {
          const now = strictness(moment, device);
          return now < Math.min(was, willBe) || now > Math.max(was, willBe);
        });
      });
    };
    assert.ok(fc.sample(fc.tuple(desiredAccess, seenAccess), { numRuns: 500, seed: 1 }).some(isBroken));
  });

  it('puts devices on allowed lists before anything becomes stricter, so they never lose access', () => {
    fc.assert(
      fc.property(desiredAccess, seenAccess, (wanted, seen) => {
        const { steps } = planAccess(wanted, seen);
        const saved = DEVICES.filter((device) => {
          return strictness(seen, device) === 0 && strictness(afterSteps(seen, steps), device) > 0;
        });
        const approvals = saved.map((_, index) => ({ mailboxGuid: `m${index}`, mailbox: '', deviceIds: ['d'] }));
        const all = withPreApprovals(steps, approvals);
        for (const [index, device] of saved.entries()) {
          for (let count = 0; count <= all.length; count += 1) {
            const done = all.slice(0, count);
            const isAllowed = done.some(
              (step) => step.kind === 'preApprove' && step.devices.mailboxGuid === `m${index}`,
            );
            assert.equal(strictness(afterSteps(seen, done), device, isAllowed), 0);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('puts notices first, so that whoever is quarantined reads the new text', () => {
    const wanted = desired({ defaultAccessLevel: 'Quarantine', userMailInsert: 'Call us.' });
    assert.deepEqual(words(wanted, { settings: settings(), rules: [] }), [
      `change the organization's notices: UserMailInsert to "Call us."`,
      "change the organization's default access level from Allow to Quarantine",
    ]);
  });
});

describe('The plan of the access settings', () => {
  it('leads to what is wanted, and is empty then', () => {
    fc.assert(
      fc.property(desiredAccess, seenAccess, (wanted, seen) => {
        const { steps, others } = planAccess(wanted, seen);
        assert.equal(new Set(steps.map(stepKey)).size, steps.length, 'no step comes twice');
        const end = readAgain(afterSteps(seen, steps));
        const { rules } = end;
        assert.deepEqual(planAccess(wanted, end).steps, []);
        const wantedRules = wanted.rules ?? [];
        for (const { characteristic, queryString, accessLevel } of wantedRules) {
          const same = rules.filter(
            (one) =>
              one.characteristic === characteristic && one.queryString.toLowerCase() === queryString.toLowerCase(),
          );
          assert.deepEqual(
            same.map((one) => one.accessLevel),
            [accessLevel],
          );
        }
        assert.equal(rules.length, wantedRules.length + others.length);
        assert.ok(!wanted.removeOtherRules || others.length === 0);
      }),
      { numRuns: 1000 },
    );
  });

  it('compares rules by meaning: another name, another case, another order are no difference', () => {
    const seen = {
      settings: settings(),
      rules: [rule('2', 'DeviceModel', 'a', 'Block'), rule('1', 'DeviceType', 'IPHONE', 'Allow')],
    };
    const rules = [
      { characteristic: 'DeviceType', queryString: 'iPhone', accessLevel: 'Allow' },
      { characteristic: 'DeviceModel', queryString: 'A', accessLevel: 'Block' },
    ] as const;
    assert.deepEqual(words(desired({ rules, removeOtherRules: true }), seen), []);
  });

  it('changes the level of a rule in place, and makes a new rule for anything else', () => {
    const seen = {
      settings: settings(),
      rules: [rule('1', 'DeviceType', 'iPhone', 'Allow'), rule('2', 'DeviceModel', 'A', 'Block')],
    };
    const rules = [
      { characteristic: 'DeviceType', queryString: 'iPhone', accessLevel: 'Quarantine' },
      { characteristic: 'DeviceModel', queryString: 'B', accessLevel: 'Block' },
    ] as const;
    assert.deepEqual(words(desired({ rules, removeOtherRules: true }), seen), [
      'add the rule DeviceModel "B": Block',
      'change the rule DeviceType "iPhone" from Allow to Quarantine',
      'remove the rule DeviceModel "A" (Block)',
    ]);
  });

  it('keeps one of several rules that mean the same, the one that is right if there is one', () => {
    const seen = {
      settings: settings(),
      rules: [
        rule('1', 'DeviceType', 'iphone', 'Block'),
        rule('2', 'DeviceType', 'iPhone', 'Allow'),
        rule('3', 'DeviceType', 'IPHONE', 'Allow'),
      ],
    };
    const rules = [{ characteristic: 'DeviceType', queryString: 'iPhone', accessLevel: 'Allow' }] as const;
    assert.deepEqual(
      planAccess(desired({ rules }), seen).steps.map((step) => step.kind === 'removeRule' && step.rule.guid),
      ['3', '1'],
    );
  });

  it('leaves rules that it cannot read, and makes none beside them', () => {
    const odd = [rule('1', undefined, 'x', 'Block'), rule('2', 'DeviceType', 'iPhone', undefined)];
    const rules = [{ characteristic: 'DeviceType', queryString: 'iPhone', accessLevel: 'Allow' }] as const;
    const plan = planAccess(desired({ rules, removeOtherRules: true }), { settings: settings(), rules: odd });
    assert.deepEqual([plan.steps, plan.unreadable], [[], odd]);
  });

  it('does not touch what is left out', () => {
    const seen = {
      settings: settings({ userMailInsert: 'x', adminMailRecipients: ['a@b.c'] }),
      rules: [rule('1', 'DeviceType', 'iPhone', 'Block')],
    };
    assert.deepEqual(words(desired(), seen), []);
    assert.deepEqual(words(desired({ rules: [] }), seen), []);
    assert.deepEqual(words(desired({ rules: [], removeOtherRules: true }), seen), [
      'remove the rule DeviceType "iPhone" (Block)',
    ]);
  });

  it('compares recipients as a set, and texts without line ends and blanks at the end', () => {
    const seen = {
      settings: settings({ userMailInsert: 'a\r\nb ', adminMailRecipients: ['b@x.fi', 'A@x.fi'] }),
      rules: [],
    };
    assert.deepEqual(words(desired({ userMailInsert: 'a\nb', adminMailRecipients: ['a@x.fi', 'B@x.fi'] }), seen), []);
    assert.deepEqual(words(desired({ userMailInsert: '', adminMailRecipients: [] }), seen), [
      "change the organization's notices: UserMailInsert to nothing; AdminMailRecipients to nobody",
    ]);
  });

  it('takes time in proportion to the rules', () => {
    const many = Array.from({ length: 4000 }, (_, index) => `model ${index}`);
    const seen = {
      settings: settings(),
      rules: many.map((name, index) => rule(String(index), 'DeviceModel', name, 'Block')),
    };
    const rules = many.map(
      (queryString) => ({ characteristic: 'DeviceModel', queryString, accessLevel: 'Allow' }) as const,
    );
    const begun = performance.now();
    assert.equal(planAccess(desired({ rules }), seen).steps.length, 4000);
    const index = new AccessRules('Allow', seen.rules);
    const device = { DeviceType: '', DeviceModel: 'model 77', DeviceOS: '', UserAgent: '', XMSWLHeader: undefined };
    for (let count = 0; count < 20_000; count += 1) index.possibleLevels(device);
    assert.ok(performance.now() - begun < 1000);
    assert.deepEqual([...index.possibleLevels(device)], ['Block'] satisfies AccessLevel[]);
  });
});
