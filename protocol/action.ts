import type { Problem } from './problem';
import type { Timestamp } from './timestamp';

/** Names one partnership for ever: its GUID, and the first synchronization that the order was given for. */
export interface PartnershipRef {
  /** In lower case. */
  readonly guid: string;
  readonly firstSyncTime: Timestamp;
}

/** What a wipe may erase. */
export type WipeKind = 'wholeDevice' | 'accountOnly';

/** How a wipe's standing order is ended. */
export type StandingOrderEnd = 'removePartnership' | 'cancelWipe' | 'keep';

/** A device and a mailbox, for the personal lists. */
export interface DeviceOfMailbox {
  readonly mailbox: string;
  readonly deviceId: string;
}

/** What is to be done. */
export type ActionKind =
  | {
      readonly kind: 'wipe';
      readonly partnership: PartnershipRef;
      readonly wipeKind: WipeKind;
      readonly notificationEmailAddresses: readonly string[];
      readonly standingOrderEnd: StandingOrderEnd;
      readonly blockAfterwards: boolean;
    }
  | { readonly kind: 'cancelWipe'; readonly partnership: PartnershipRef }
  | { readonly kind: 'allowDevice'; readonly device: DeviceOfMailbox }
  | { readonly kind: 'blockDevice'; readonly device: DeviceOfMailbox }
  | {
      readonly kind: 'removePartnership';
      readonly partnership: PartnershipRef;
      readonly clearBlockedList: boolean;
      readonly evenIfWipeUnfinished: boolean;
    }
  | {
      readonly kind: 'assignPolicy';
      /** Empty: the default policy. */
      readonly policy: string;
      readonly mailboxes: readonly string[];
      readonly groups: readonly string[];
      readonly organizationalUnits: readonly string[];
    }
  | {
      readonly kind: 'refreshStatus';
      readonly partnershipGuids: readonly string[];
      readonly mailboxes: readonly string[];
    }
  /** Never of a host: what hygiene orders itself, to be written down and carried out as everything else is. */
  | { readonly kind: 'clearDeadIds'; readonly mailboxGuid: string; readonly deviceIds: readonly string[] };

/** An action of one kind. */
export type ActionOf<K extends ActionKind['kind']> = Extract<ActionKind, { kind: K }>;

/** One order of the host. */
export interface Action {
  readonly id: string;
  readonly orderedAt: Timestamp | undefined;
  readonly expiresAt: Timestamp | undefined;
  readonly orderedBy: string;
  readonly what: ActionKind;
}

/** The host's answer to an outcome `awaitingApproval`. */
export interface Approval {
  readonly actionId: string;
  readonly planHash: string;
  readonly approvedBy: string;
  readonly approvedAt: Timestamp | undefined;
}

/** What has become of an action. */
export type ActionState =
  | 'succeeded'
  | 'nothingToDo'
  | 'pending'
  | 'appliedUnconfirmed'
  | 'awaitingApproval'
  | 'waiting'
  | 'refused'
  | 'superseded'
  | 'expired'
  | 'cancelled'
  | 'failed'
  | 'notInThisOrganization'
  | 'wouldBeDone';

/** The phases of a wipe. */
export type WipePhase =
  | 'requested'
  | 'issued'
  | 'pending'
  | 'sent'
  | 'acknowledged'
  | 'standingOrderEnded'
  | 'cancelled'
  | 'superseded'
  | 'expired';

/** What a wipe erases on a given client. */
export type WipeEffect = 'wholeDevice' | 'account' | 'appData';

/** How far a wipe has come. */
export interface WipeStatus {
  readonly phase: WipePhase;
  readonly kind: WipeKind;
  readonly effect: WipeEffect | undefined;
  readonly requestedAt: Timestamp | undefined;
  readonly sentAt: Timestamp | undefined;
  readonly acknowledgedAt: Timestamp | undefined;
  readonly endedAt: Timestamp | undefined;
  readonly lastSyncAttemptAt: Timestamp | undefined;
  /** What is really known, in one sentence. */
  readonly known: string;
  readonly partnership: PartnershipRef | undefined;
}

/** One attempt at an action. */
export interface Attempt {
  readonly at: Timestamp;
  readonly problem: Problem | undefined;
}

/** The outcome of an action for one of its mailboxes. */
export interface MailboxOutcome {
  readonly mailboxGuid: string;
  readonly mailbox: string;
  readonly state: ActionState;
  readonly problems: readonly Problem[];
}

/** What has become of one action. */
export interface ActionOutcome {
  readonly actionId: string;
  readonly state: ActionState;
  readonly summary: string;
  readonly problems: readonly Problem[];
  /** True when the host need not send the action again. */
  readonly isFinal: boolean;
  /** What was sent, or would be, in words: one entry a step. */
  readonly steps: readonly string[];
  readonly planHash: string;
  readonly wipe: WipeStatus | undefined;
  readonly attempts: readonly Attempt[];
  readonly mailboxes: readonly MailboxOutcome[];
  readonly at: Timestamp;
  readonly nextAttemptAt: Timestamp | undefined;
}
