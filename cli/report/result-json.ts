/** The parts of the results' JSON form that summaries are made of. What has its default value is absent. */
export interface ManageResultJson {
  readonly start?: InventoryStartJson;
  readonly findings?: readonly FindingJson[];
  readonly summary?: ManageSummaryJson;
}

/** What an inventory is. */
export interface InventoryStartJson {
  readonly exchangeVersion?: string;
  readonly transport?: string;
  readonly isFull?: boolean;
  readonly isResumed?: boolean;
}

/** Something that deserves attention. */
export interface FindingJson {
  readonly code?: string;
  readonly severity?: string;
  readonly summary?: string;
  readonly count?: number;
}

/** The end of an inventory. */
export interface ManageSummaryJson {
  readonly isComplete?: boolean;
  readonly partnerships?: number;
  readonly mailboxes?: number;
  readonly statisticsRead?: number;
  readonly byAccessState?: readonly CountJson[];
  readonly byClient?: readonly CountJson[];
  readonly byOs?: readonly CountJson[];
  readonly byEasVersion?: readonly CountJson[];
  readonly commands?: readonly CommandCountJson[];
  readonly scopeApplied?: readonly string[];
}

/** A name and how often it occurs. */
export interface CountJson {
  readonly name?: string;
  readonly count?: number;
}

/** How often a cmdlet ran. */
export interface CommandCountJson {
  readonly cmdlet?: string;
  readonly calls?: number;
}

/** One result of EASConnectorSecurity. */
export interface SecurityResultJson {
  readonly outcomes?: readonly ActionOutcomeJson[];
  readonly deviceStatuses?: readonly unknown[];
  readonly findings?: readonly FindingJson[];
  readonly desiredAccess?: ActionOutcomeJson;
  readonly accessImpact?: AccessImpactJson;
  readonly drift?: readonly DriftJson[];
  readonly summary?: SecuritySummaryJson;
}

/** What a change of the access settings does. */
export interface AccessImpactJson {
  readonly partnerships?: number;
  readonly losing?: number;
  readonly mailboxesLosing?: number;
  readonly gaining?: number;
  readonly mailboxesGaining?: number;
  readonly undecided?: number;
  readonly atRisk?: number;
  readonly preApproved?: number;
  readonly mailboxesPreApproved?: number;
  readonly examplesLosing?: readonly string[];
  readonly examplesGaining?: readonly string[];
}

/** A property that others have changed. */
export interface DriftJson {
  readonly object?: string;
  readonly property?: string;
  readonly before?: string;
  readonly after?: string;
}

/** What has become of one action. */
export interface ActionOutcomeJson {
  readonly actionId?: string;
  readonly state?: string;
  readonly summary?: string;
  readonly isFinal?: boolean;
  readonly steps?: readonly string[];
  readonly planHash?: string;
  readonly wipe?: { readonly effect?: string };
  readonly problems?: readonly ProblemJson[];
}

/** A problem. */
export interface ProblemJson {
  readonly severity?: string;
  readonly code?: string;
  readonly path?: string;
  readonly summary?: string;
  readonly detail?: string;
}

/** The end of a security run. */
export interface SecuritySummaryJson {
  readonly changes?: number;
  readonly exchangeVersion?: string;
  readonly transport?: string;
  readonly commands?: readonly CommandCountJson[];
}
