import { Badge, makeStyles, type BadgeProps } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { spoken } from '../words';

const useStyles = makeStyles({ badge: { whiteSpace: 'nowrap' } });

type Color = NonNullable<BadgeProps['color']>;

const ACCESS: Readonly<Record<string, Color>> = {
  Allowed: 'success',
  Blocked: 'danger',
  Quarantined: 'warning',
  DeviceDiscovery: 'informative',
};

/** An access state. */
export function AccessBadge({ access }: { readonly access: string }): ReactNode {
  if (access === '')
    return (
      <Badge appearance="tint" color="subtle">
        Unknown
      </Badge>
    );
  return (
    <Badge appearance="tint" color={ACCESS[access] ?? 'informative'}>
      {access === 'DeviceDiscovery' ? 'Discovery' : access}
    </Badge>
  );
}

const STATES: Readonly<Record<string, Color>> = {
  SUCCEEDED: 'success',
  NOTHING_TO_DO: 'success',
  PENDING: 'brand',
  APPLIED_UNCONFIRMED: 'brand',
  AWAITING_APPROVAL: 'warning',
  WAITING: 'informative',
  QUEUED: 'informative',
  REFUSED: 'danger',
  FAILED: 'danger',
  WOULD_BE_DONE: 'informative',
};

/** What has become of an order. */
export function StateBadge({
  state,
  isApproved = false,
}: {
  readonly state: string;
  readonly isApproved?: boolean;
}): ReactNode {
  const words = isApproved && state === 'AWAITING_APPROVAL' ? 'Approved, next run' : spoken(state);
  const color = isApproved && state === 'AWAITING_APPROVAL' ? 'brand' : (STATES[state] ?? 'subtle');
  return (
    <Badge appearance="tint" color={color}>
      {words}
    </Badge>
  );
}

const OUTCOMES: Readonly<Record<string, Color>> = {
  succeeded: 'success',
  partial: 'warning',
  failed: 'danger',
  cancelled: 'informative',
};

/** How a run ended. */
export function OutcomeBadge({ outcome }: { readonly outcome: string }): ReactNode {
  const styles = useStyles();
  const words: Readonly<Record<string, string>> = { partial: 'Succeeded in part', notRun: 'Did not run' };
  return (
    <Badge className={styles.badge} appearance="tint" color={OUTCOMES[outcome] ?? 'subtle'}>
      {words[outcome] ?? spoken(outcome)}
    </Badge>
  );
}

const SEVERITIES: Readonly<Record<string, Color>> = { error: 'danger', warning: 'warning', info: 'informative' };

/** How bad something is. */
export function SeverityBadge({ severity }: { readonly severity: string }): ReactNode {
  return (
    <Badge appearance="tint" color={SEVERITIES[severity] ?? 'informative'}>
      {spoken(severity || 'info')}
    </Badge>
  );
}
