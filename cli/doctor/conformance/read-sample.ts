import {
  getCasMailboxes,
  getDeviceAccessRules,
  getDeviceClasses,
  getDeviceStatistics,
  getMailboxPolicies,
  getMailboxes,
  getOrganizationSettings,
  getPartnerships,
} from '../../../plugin/exchange/cmdlets';
import type { Command } from '../../../plugin/exchange/command';
import type { Exchange } from '../../../plugin/exchange/exchange';
import { guid } from '../../../plugin/exchange/properties';
import { readMailbox } from '../../../plugin/exchange/read-mailbox';
import {
  readDeviceAccessRule,
  readDeviceClass,
  readOrganizationSettings,
} from '../../../plugin/exchange/read-organization';
import { readPartnership, readStatistics } from '../../../plugin/exchange/read-partnership';
import { readPolicy } from '../../../plugin/exchange/read-policy';

/** Which partnerships and mailboxes every transport reads, by GUID. */
export interface Sample {
  readonly partnerships: readonly string[];
  readonly mailboxes: readonly string[];
}

/** What one transport gave: the connector's own objects, by kind and by what names them. */
export type Reading = ReadonlyMap<string, ReadonlyMap<string, unknown>>;

/** Chooses the first partnerships and mailboxes that Exchange gives, and reads no further. */
export async function chooseSample(exchange: Exchange, size: number): Promise<Sample> {
  const first = async (command: Command): Promise<string[]> => {
    const guids: string[] = [];
    if (size === 0) return guids;
    for await (const object of exchange.stream(command)) {
      const found = guid(object, 'Guid');
      if (found !== '') guids.push(found);
      if (guids.length >= size) break;
    }
    return guids;
  };
  return { partnerships: await first(getPartnerships(exchange.version)), mailboxes: await first(getCasMailboxes()) };
}

/**
 * Reads the organization's settings, rules, device classes and policies, and each object of the sample.
 * @throws ExchangeError
 */
export async function readSample(exchange: Exchange, sample: Sample): Promise<Reading> {
  const { version } = exchange;
  const settings = await exchange.one(getOrganizationSettings());
  const rules = (await exchange.all(getDeviceAccessRules())).map(readDeviceAccessRule);
  const classes = (await exchange.all(getDeviceClasses())).map(readDeviceClass);
  const policies = (await exchange.all(getMailboxPolicies(version))).map(readPolicy);
  return new Map<string, ReadonlyMap<string, unknown>>([
    ['organization settings', new Map(settings ? [['', readOrganizationSettings(settings)]] : [])],
    ['device access rule', new Map(rules.map((rule) => [rule.guid, rule]))],
    ['device class', new Map(classes.map((one) => [`${one.deviceType}\n${one.deviceModel}`, one]))],
    ['mailbox policy', new Map(policies.map((policy) => [policy.guid, policy]))],
    ['partnership', await readEach(sample.partnerships, (identity) => readOnePartnership(exchange, identity))],
    ['statistics', await readEach(sample.partnerships, (identity) => readOneStatistics(exchange, identity))],
    ['mailbox', await readEach(sample.mailboxes, (identity) => readOneMailbox(exchange, identity))],
  ]);
}

async function readEach(
  identities: readonly string[],
  read: (identity: string) => Promise<unknown>,
): Promise<ReadonlyMap<string, unknown>> {
  const found = new Map<string, unknown>();
  for (const identity of identities) {
    const object = await read(identity);
    if (object !== undefined) found.set(identity, object);
  }
  return found;
}

async function readOnePartnership(exchange: Exchange, identity: string): Promise<unknown> {
  const object = await exchange.one(getPartnerships(exchange.version, { identity }));
  return object && readPartnership(object, exchange.version);
}

async function readOneStatistics(exchange: Exchange, identity: string): Promise<unknown> {
  const object = await exchange.one(getDeviceStatistics(exchange.version, { identity }));
  // When it was read is ours, not Exchange's.
  return object && readStatistics(object, { seconds: 0, nanos: 0 });
}

async function readOneMailbox(exchange: Exchange, identity: string): Promise<unknown> {
  const cas = await exchange.one(getCasMailboxes({ identity }));
  return cas && readMailbox(cas, await exchange.one(getMailboxes({ identity })));
}
