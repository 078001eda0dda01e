import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CmdletRunner } from '../../lab/cmdlets';
import { Journal } from '../../lab/control/journal';
import { FaultBook } from '../../lab/faults/fault-book';
import { Organization } from '../../lab/organization/organization';
import { PowerShellFront } from '../../lab/powershell';
import { loadReference } from '../../lab/reference/reference';
import type { ExchangeSession } from '../../plugin/exchange/exchange-session';
import type { ExchangeVersion } from '../../plugin/exchange/exchange-version';
import type { Carrier } from './lab-session';
import { openFromSettings } from './open-from-settings';

/**
 * One real PowerShell for many organizations, one after another: the plugin's own session over `child`, whose cmdlets
 * reach the organization that was named last.
 */
export class ChildLab {
  #runner: CmdletRunner;

  private constructor(
    private readonly folder: string,
    private readonly front: PowerShellFront,
    runner: CmdletRunner,
  ) {
    this.#runner = runner;
  }

  /** How many commands have gone through PowerShell. */
  commands = 0;
  /** The session; set when it is open. */
  #session: ExchangeSession | undefined;

  static async open(version: Exclude<ExchangeVersion, 'Online'>): Promise<ChildLab> {
    const organization = new Organization({ devices: 1, seed: 1, version, realNow: Date.now });
    const folder = mkdtempSync(join(tmpdir(), 'eas-child-'));
    const reference = loadReference();
    const lab: { current?: ChildLab } = {};
    const first = new CmdletRunner(organization, reference);
    // The front is made for one runner; this one is whichever is current.
    const runner = new Proxy(first, {
      get: (_, name) => {
        const current = lab.current?.runner ?? first;
        const member: unknown = Reflect.get(current, name, current);
        return typeof member === 'function' ? (member.bind(current) as unknown) : member;
      },
    });
    const front = new PowerShellFront({
      organization,
      runner,
      reference,
      faults: new FaultBook(Date.now),
      journal: new Journal(Date.now, undefined),
      application: { clientId: '', certificate: '', tenants: [] },
      folder,
      environment: process.env,
    });
    const { executable } = await front.open();
    const opened = new ChildLab(folder, front, first);
    lab.current = opened;
    const managementTools = { load: 'MANAGEMENT_TOOLS_LOAD_SNAP_IN' };
    const connection = { id: 'lab', transport: 'TRANSPORT_CHILD', managementTools, powerShell: { executable } };
    opened.#session = await openFromSettings({ contractVersion: '1.0', host: { enabled: true }, connection });
    return opened;
  }

  get runner(): CmdletRunner {
    return this.#runner;
  }

  /** Carries commands to an organization through PowerShell; the deadlines are of real time. */
  get carrier(): Carrier {
    return (organization) => {
      this.#runner = new CmdletRunner(organization, loadReference());
      const session = this.#session;
      if (!session) throw new Error('the session is not open');
      return {
        invoke: (command, options) => {
          this.commands += 1;
          return session.invoke(command, { ...options, deadline: Date.now() + 60_000 });
        },
      };
    };
  }

  async close(): Promise<void> {
    await this.#session?.close();
    await this.front.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
