import {
  getDeviceAccessRules,
  getOrganizationSettings,
  type OnDomainController,
} from '../../../plugin/exchange/cmdlets';
import type { Exchange } from '../../../plugin/exchange/exchange';
import { ExchangeError } from '../../../plugin/exchange/exchange-error';
import { text } from '../../../plugin/exchange/properties';
import { readDeviceAccessRule, readOrganizationSettings } from '../../../plugin/exchange/read-organization';
import type { SeenAccess } from './access-plan';

/** What a look at the access settings gave, and which domain controller to go on with. */
export interface Look {
  readonly seen: SeenAccess;
  /** On-premises, the domain controller that answered: all reads and writes of one change go to the same. */
  readonly at: OnDomainController;
}

/**
 * Reads the organization's access settings: two short lists.
 * @throws ExchangeError also if there are no settings, which happens only to an account that may not see them
 */
export async function lookAtAccess(exchange: Exchange, at: OnDomainController): Promise<Look> {
  const object = await exchange.one(getOrganizationSettings(at));
  if (!object) {
    const summary = "Exchange shows no ActiveSync settings of the organization, so they can't be compared.";
    throw new ExchangeError({
      code: 'rights.missing',
      summary,
      detail: 'The account may lack the right to read them.',
    });
  }
  const server = exchange.version === 'Online' ? '' : text(object, 'OriginatingServer');
  const next = server === '' ? at : { domainController: server };
  const rules = (await exchange.all(getDeviceAccessRules(next))).map(readDeviceAccessRule);
  return { seen: { settings: readOrganizationSettings(object), rules }, at: next };
}
