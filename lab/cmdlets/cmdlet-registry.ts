import {
  getAccessRule,
  getDeviceClass,
  getOrganizationSettings,
  newAccessRule,
  removeAccessRule,
  removeDeviceClass,
  setAccessRule,
  setOrganizationSettings,
} from './access-cmdlets';
import type { Cmdlet } from './cmdlet';
import {
  clearMobileDevice,
  getActiveSyncDevice,
  getActiveSyncDeviceStatistics,
  getMobileDevice,
  getMobileDeviceStatistics,
  removeMobileDevice,
} from './device-cmdlets';
import { getCasMailbox, getMailbox, getUser, setCasMailbox } from './mailbox-cmdlets';
import {
  getAcceptedDomain,
  getExchangeServer,
  getManagementRoleAssignment,
  getOrganizationalUnit,
  getOrganizationConfig,
  getThrottlingPolicy,
  getThrottlingPolicyAssociation,
  setAdServerSettings,
} from './organization-cmdlets';
import { getPolicy, newPolicy, removePolicy, setPolicy } from './policy-cmdlets';
import {
  getDistributionGroupMember,
  getDynamicDistributionGroup,
  getDynamicDistributionGroupMember,
  getGroup,
  getRecipient,
} from './recipient-cmdlets';

/** The cmdlets that the lab carries out, by lower-case name. The old names are the same functions. */
export function cmdletRegistry(): ReadonlyMap<string, Cmdlet> {
  const cmdlets: Record<string, Cmdlet> = {
    'Get-MobileDevice': getMobileDevice,
    'Get-MobileDeviceStatistics': getMobileDeviceStatistics,
    'Get-EXOMobileDeviceStatistics': getMobileDeviceStatistics,
    'Clear-MobileDevice': clearMobileDevice,
    'Remove-MobileDevice': removeMobileDevice,
    'Get-ActiveSyncDevice': getActiveSyncDevice,
    'Get-ActiveSyncDeviceStatistics': getActiveSyncDeviceStatistics,
    'Clear-ActiveSyncDevice': clearMobileDevice,
    'Remove-ActiveSyncDevice': removeMobileDevice,
    'Get-Mailbox': getMailbox,
    'Get-EXOMailbox': getMailbox,
    'Get-User': getUser,
    'Get-CASMailbox': getCasMailbox,
    'Get-EXOCasMailbox': getCasMailbox,
    'Set-CASMailbox': setCasMailbox,
    'Get-Recipient': getRecipient,
    'Get-EXORecipient': getRecipient,
    'Get-Group': getGroup,
    'Get-DistributionGroup': getGroup,
    'Get-DistributionGroupMember': getDistributionGroupMember,
    'Get-DynamicDistributionGroup': getDynamicDistributionGroup,
    'Get-DynamicDistributionGroupMember': getDynamicDistributionGroupMember,
    'Get-MobileDeviceMailboxPolicy': getPolicy,
    'New-MobileDeviceMailboxPolicy': newPolicy,
    'Set-MobileDeviceMailboxPolicy': setPolicy,
    'Remove-MobileDeviceMailboxPolicy': removePolicy,
    'Get-ActiveSyncMailboxPolicy': getPolicy,
    'New-ActiveSyncMailboxPolicy': newPolicy,
    'Set-ActiveSyncMailboxPolicy': setPolicy,
    'Remove-ActiveSyncMailboxPolicy': removePolicy,
    'Get-ActiveSyncOrganizationSettings': getOrganizationSettings,
    'Set-ActiveSyncOrganizationSettings': setOrganizationSettings,
    'Get-ActiveSyncDeviceAccessRule': getAccessRule,
    'New-ActiveSyncDeviceAccessRule': newAccessRule,
    'Set-ActiveSyncDeviceAccessRule': setAccessRule,
    'Remove-ActiveSyncDeviceAccessRule': removeAccessRule,
    'Get-ActiveSyncDeviceClass': getDeviceClass,
    'Remove-ActiveSyncDeviceClass': removeDeviceClass,
    'Get-OrganizationalUnit': getOrganizationalUnit,
    'Get-OrganizationConfig': getOrganizationConfig,
    'Get-AcceptedDomain': getAcceptedDomain,
    'Get-ExchangeServer': getExchangeServer,
    'Get-ThrottlingPolicy': getThrottlingPolicy,
    'Get-ThrottlingPolicyAssociation': getThrottlingPolicyAssociation,
    'Get-ManagementRoleAssignment': getManagementRoleAssignment,
    'Set-ADServerSettings': setAdServerSettings,
  };
  return new Map(Object.entries(cmdlets).map(([name, cmdlet]) => [name.toLowerCase(), cmdlet]));
}
