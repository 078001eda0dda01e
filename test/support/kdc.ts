import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const PROGRAMS = ['krb5kdc', 'kdb5_util', 'kadmin.local', 'kinit'] as const;
type Program = (typeof PROGRAMS)[number];

/** MIT's programs of a KDC (Debian: krb5-kdc, krb5-admin-server, krb5-user); undefined if one is not here. */
export function findKdcPrograms(): ReadonlyMap<Program, string> | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  const found = PROGRAMS.map((name) => [name, folders.map((one) => join(one, name)).find((path) => existsSync(path))]);
  return found.every(([, path]) => path !== undefined) ? new Map(found as [Program, string][]) : undefined;
}

/** A real KDC of a realm of its own, in a temporary folder, on a port of this computer that was free. */
export class Kdc {
  readonly realm = 'CONTOSO.TEST';

  private constructor(
    private readonly programs: ReadonlyMap<Program, string>,
    private readonly folder: string,
    private readonly child: ChildProcess,
    /** What tells the Kerberos library of this realm, and the server's part of it of its keytab. */
    readonly environment: Readonly<Record<string, string>>,
  ) {}

  /** Starts it with the service HTTP/localhost, whose key is in the keytab that KRB5_KTNAME names. */
  static async start(programs: ReadonlyMap<Program, string>): Promise<Kdc> {
    const folder = mkdtempSync(join(tmpdir(), 'eas-kdc-'));
    const port = await freePort();
    const environment = {
      KRB5_CONFIG: join(folder, 'krb5.conf'),
      KRB5_KDC_PROFILE: join(folder, 'kdc.conf'),
      KRB5_KTNAME: `FILE:${join(folder, 'server.keytab')}`,
    };
    writeFileSync(environment.KRB5_CONFIG, krb5Conf(port));
    writeFileSync(environment.KRB5_KDC_PROFILE, kdcConf(folder, port));
    const env = { ...process.env, ...environment };
    const options = { env, stdio: 'ignore', timeout: 15_000 } as const;
    execFileSync(programs.get('kdb5_util') ?? '', ['create', '-s', '-r', 'CONTOSO.TEST', '-P', 'master'], options);
    const child = spawn(programs.get('krb5kdc') ?? '', ['-n'], { env, stdio: 'ignore' });
    const kdc = new Kdc(programs, folder, child, environment);
    kdc.admin('addprinc -randkey HTTP/localhost');
    kdc.renewServiceKey();
    return kdc;
  }

  /** Gives the service another key, and puts that into a keytab: the server's, if no other is named. */
  renewServiceKey(keytab = join(this.folder, 'server.keytab')): void {
    this.admin(`ktadd -k ${keytab} HTTP/localhost`);
  }

  /** Adds a user, and gives the path of a keytab with its key. */
  addUser(name: string): string {
    const keytab = join(this.folder, `${name}.keytab`);
    this.admin(`addprinc -randkey ${name}`);
    this.admin(`ktadd -k ${keytab} ${name}`);
    return keytab;
  }

  /** Gets a ticket for a user into a ticket cache of its own, and gives the cache's name. */
  async signIn(name: string, keytab: string): Promise<string> {
    const cache = `FILE:${join(this.folder, `${name}.ccache`)}`;
    const env = { ...process.env, ...this.environment };
    // The KDC has only just been started.
    for (let left = 50; ; left--) {
      try {
        execFileSync(this.programs.get('kinit') ?? '', ['-k', '-t', keytab, '-c', cache, name], {
          env,
          stdio: 'ignore',
        });
        return cache;
      } catch (error) {
        if (left === 0) throw error;
        await sleep(100);
      }
    }
  }

  /** A file in the KDC's folder. */
  path(name: string): string {
    return join(this.folder, name);
  }

  /** Ends it, and removes everything of it. */
  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once('close', resolve));
    if (this.child.exitCode === null) {
      this.child.kill('SIGKILL');
      await ended;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  private admin(query: string): void {
    const env = { ...process.env, ...this.environment };
    const args = ['-r', this.realm, '-q', query];
    execFileSync(this.programs.get('kadmin.local') ?? '', args, { env, stdio: 'ignore', timeout: 15_000 });
  }
}

const krb5Conf = (port: number): string => `[libdefaults]
  default_realm = CONTOSO.TEST
  dns_lookup_kdc = false
  dns_lookup_realm = false
  dns_canonicalize_hostname = false
  rdns = false
[realms]
  CONTOSO.TEST = {
    kdc = 127.0.0.1:${port}
  }
[domain_realm]
  localhost = CONTOSO.TEST
`;

const kdcConf = (folder: string, port: number): string => `[realms]
  CONTOSO.TEST = {
    database_name = ${join(folder, 'principal')}
    key_stash_file = ${join(folder, 'stash')}
    acl_file = ${join(folder, 'kadm5.acl')}
    kdc_listen = 127.0.0.1:${port}
    kdc_tcp_listen = 127.0.0.1:${port}
    max_life = 1h
  }
`;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
