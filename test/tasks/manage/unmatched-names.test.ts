import assert from 'node:assert/strict';
import type { ExchangeVersion } from '../../../plugin/exchange/exchange-version';
import type { Json } from '../security-harness';
import { ManageHarness } from './manage-harness';

describe('Names of a scope that nothing has', () => {
  let lab: ManageHarness;
  afterEach(() => {
    lab.close();
  });

  /** What an inventory says about its scope. */
  async function told(scope: Json, version: ExchangeVersion = 'SE'): Promise<{ said: string[]; partnerships: number }> {
    lab = new ManageHarness({ version });
    const { completed, summary } = await lab.run({ scope });
    assert.equal(completed.outcome, 'succeeded');
    assert.deepEqual(
      (summary['problems'] as Json[] | undefined)?.map(({ path }) => path) ?? [],
      completed.problems.map(({ path }) => path),
      'the host has it in the summary as well',
    );
    const said = completed.problems.map(
      ({ severity, code, path, summary: text, detail }) => `${severity} ${code} ${path}: ${text} ${detail}`,
    );
    return { said, partnerships: Number(summary['partnerships'] ?? 0) };
  }

  it('are a warning where they leave nothing in scope', async () => {
    const { said, partnerships } = await told({ include: { recipientTypes: ['UserMailbx'], domains: ['contso.com'] } });
    assert.equal(partnerships, 0);
    assert.deepEqual(said, [
      'warning settings.scopeUnmatched scope.include.domains: No mailbox that was read has the domain “contso.com”. ' +
        'So nothing is in scope. Look for a typing error.',
      'warning settings.scopeUnmatched scope.include.recipientTypes: No mailbox that was read has the recipient type ' +
        '“UserMailbx”. So nothing is in scope. Look for a typing error.',
    ]);
  });

  it('are worth a word where others of their list are right', async () => {
    const { said, partnerships } = await told({
      include: { recipientTypes: ['UserMailbox', 'SharedMailbx', 'RomMailbox'], clientTypes: ['EAS', 'Outlok'] },
    });
    assert.ok(partnerships > 0);
    assert.deepEqual(said, [
      'info settings.scopeUnmatched scope.include.recipientTypes: No mailbox that was read has the recipient type ' +
        '“SharedMailbx”, “RomMailbox”. If there should be some, look for a typing error.',
      'info settings.scopeUnmatched scope.include.clientTypes: No partnership that was read has the client type ' +
        '“Outlok”. If there should be some, look for a typing error.',
    ]);
  });

  it('are worth a word in an exclusion, which leaves out too little', async () => {
    const { said } = await told({ exclude: { mailboxServers: ['ex99'], clientTypes: ['eas', 'MOVA'] } });
    assert.deepEqual(
      said.map((line) => line.slice(0, line.indexOf(':'))),
      [
        'info settings.scopeUnmatched scope.exclude.mailboxServers',
        'info settings.scopeUnmatched scope.exclude.clientTypes',
      ],
    );
  });

  it('are told of Exchange Online, whose server narrows by names that it knows', async () => {
    const { said, partnerships } = await told({ include: { recipientTypes: ['LegacyMailbox'] } }, 'Online');
    assert.equal(partnerships, 0);
    assert.match(said.join(), /^warning settings\.scopeUnmatched scope\.include\.recipientTypes/);
  });

  it('are not told of names that somebody has, in whatever letters', async () => {
    const include = { recipientTypes: ['usermailbox'], domains: ['CONTOSO.com'], mailboxServers: ['EX01.contoso.com'] };
    const { said } = await told({ include, exclude: { organizationalUnits: ['contoso.com/sales/'] } });
    assert.deepEqual(said, []);
  });

  it('are still told by the run that goes on where another one ended', async () => {
    lab = new ManageHarness();
    const scope = { include: { domains: ['contoso.com', 'contso.com'] } };
    const broken = await lab.run({
      scope,
      onEmit: (number) => {
        if (number === 2) throw new Error('the disk is full');
      },
    });
    assert.equal(broken.completed.outcome, 'failed');
    const { completed, start } = await lab.run({ scope });
    assert.equal(start['isResumed'], true);
    assert.equal(lab.calls('Get-CASMailbox'), 0, 'the lists are not read again');
    assert.deepEqual(
      completed.problems.map(({ code }) => code),
      ['settings.scopeUnmatched'],
    );
    const next = await lab.run();
    assert.deepEqual(next.completed.problems, [], 'it is not told of another scope');
  });
});
