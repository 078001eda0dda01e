import type { Mailbox } from './mailbox';
import { DEPARTMENTS } from './mailbox';

/** A recipient without a mailbox here: in a hybrid organization its mailbox is on the other side. */
export interface RemoteRecipient {
  readonly number: number;
  readonly name: string;
  readonly alias: string;
}

/** A member of a group. */
export type GroupMember =
  | { readonly kind: 'mailbox'; readonly mailbox: Mailbox }
  | { readonly kind: 'group'; readonly group: Group }
  | { readonly kind: 'remote'; readonly recipient: RemoteRecipient };

/** A distribution group. */
export interface Group {
  readonly number: number;
  readonly name: string;
  readonly alias: string;
  readonly isSecurityGroup: boolean;
  /** Names of the groups that are members. */
  readonly groups: readonly string[];
  /** Whether a mailbox is a member. */
  readonly hasMailbox: (mailbox: Mailbox) => boolean;
  readonly remotes: readonly RemoteRecipient[];
  /** Only of a dynamic distribution group: who is a member is what this says when it is asked. */
  readonly dynamic?: DynamicMembership;
}

/** The rule by which a dynamic distribution group has members. */
export interface DynamicMembership {
  /** RecipientFilter, in OPATH. */
  readonly recipientFilter: string;
  /** The organizational unit under which the members are, by its plain name; the whole organization if undefined. */
  readonly unit?: string;
}

/** Recipients whose mailboxes are on the other side of a hybrid organization. */
export function remoteRecipients(): readonly RemoteRecipient[] {
  return ['Robin Cloud', 'Sam Elsewhere', 'Kim Remote'].map((name, number) => ({
    number,
    name,
    alias: name.toLowerCase().replace(' ', '.'),
  }));
}

type Draft = Omit<Group, 'number' | 'alias'>;

const nobody = (): boolean => false;

/**
 * The organization's groups: one for each department, one of all departments, some small ones, one with members whose
 * mailboxes are elsewhere, two that contain each other, as directories allow, and dynamic ones.
 */
export function organizationGroups(): readonly Group[] {
  const drafts: Draft[] = [
    ...DEPARTMENTS.map((department) => ({
      name: department,
      isSecurityGroup: true,
      groups: department === 'Sales' ? ['Sales Managers'] : [],
      hasMailbox: (mailbox: Mailbox): boolean => mailbox.department === department,
      remotes: [],
    })),
    { name: 'All Staff', isSecurityGroup: false, groups: [...DEPARTMENTS], hasMailbox: nobody, remotes: [] },
    {
      name: 'Sales Managers',
      isSecurityGroup: false,
      groups: [],
      hasMailbox: (mailbox) => mailbox.department === 'Sales' && mailbox.index % 10 === 0,
      remotes: [],
    },
    { name: 'VIP', isSecurityGroup: true, groups: [], hasMailbox: (mailbox) => mailbox.index % 97 === 3, remotes: [] },
    {
      name: 'Hybrid Pilot',
      isSecurityGroup: false,
      groups: ['VIP'],
      hasMailbox: (mailbox) => mailbox.index % 211 === 7,
      remotes: remoteRecipients(),
    },
    { name: 'Project Alpha', isSecurityGroup: false, groups: ['Project Beta'], hasMailbox: nobody, remotes: [] },
    {
      name: 'Project Beta',
      isSecurityGroup: false,
      groups: ['Project Alpha'],
      hasMailbox: (mailbox) => mailbox.index % 25 === 8 && mailbox.index < 250,
      remotes: [],
    },
    { name: 'Empty', isSecurityGroup: false, groups: [], hasMailbox: nobody, remotes: [] },
    ...dynamicGroups(),
  ];
  return drafts.map((draft, number) => ({ ...draft, number, alias: draft.name.toLowerCase().replace(/ /g, '-') }));
}

/** Groups whose members a filter finds, and one that has such a group as a member. */
function dynamicGroups(): readonly Draft[] {
  return [
    {
      name: 'Engineers',
      isSecurityGroup: false,
      groups: [],
      hasMailbox: nobody,
      remotes: [],
      dynamic: {
        recipientFilter: "(RecipientTypeDetails -eq 'UserMailbox') -and (CustomAttribute1 -eq 'Engineering')",
      },
    },
    {
      // The unit is one of the on-premises organizations; Exchange Online has a single one, and so no such group.
      name: 'Sales Unit',
      isSecurityGroup: false,
      groups: [],
      hasMailbox: nobody,
      remotes: [],
      dynamic: { recipientFilter: "RecipientTypeDetails -eq 'UserMailbox'", unit: 'Sales' },
    },
    {
      name: 'Engineering Forum',
      isSecurityGroup: false,
      groups: ['Engineers', 'VIP'],
      hasMailbox: nobody,
      remotes: [],
    },
  ];
}
