/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** Date with time (isoformat) */
  DateTime: { input: string; output: string; }
};

/** The latest backup; `failure` is why a later one is missing. */
export type Backup = {
  __typename?: 'Backup';
  failedAt?: Maybe<Scalars['DateTime']['output']>;
  failure?: Maybe<Scalars['String']['output']>;
  places: Scalars['Int']['output'];
  size: Scalars['Float']['output'];
  takenAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A company with all that the operator knows of it. */
export type Company = {
  __typename?: 'Company';
  backup?: Maybe<Backup>;
  cell: Scalars['String']['output'];
  createdAt: Scalars['DateTime']['output'];
  currency: Scalars['String']['output'];
  /** The latest twenty, those under way first. */
  errands: Array<Errand>;
  /** The revision that this version of the product wants. */
  head: Scalars['String']['output'];
  health: CompanyHealth;
  id: Scalars['ID']['output'];
  lastBackupAt?: Maybe<Scalars['DateTime']['output']>;
  locale: Scalars['String']['output'];
  movingTo?: Maybe<Scalars['String']['output']>;
  name: Scalars['String']['output'];
  namespace: Scalars['String']['output'];
  /** The cell where an old copy waits to be taken away. */
  oldCopyIn?: Maybe<Scalars['String']['output']>;
  /** The latest hundred, the newest first. */
  operations: Array<Operation>;
  /** Of one that is being deleted. */
  restorableUntil?: Maybe<Scalars['DateTime']['output']>;
  /** Null until a worker has looked. */
  revision?: Maybe<Scalars['String']['output']>;
  /** Bytes with indexes, null until a worker has looked. */
  size?: Maybe<Scalars['Float']['output']>;
  slug: Scalars['String']['output'];
  status: CompanyStatus;
  survey?: Maybe<Survey>;
  timeZone: Scalars['String']['output'];
};

export type CompanyConnection = {
  __typename?: 'CompanyConnection';
  edges: Array<CompanyEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type CompanyEdge = {
  __typename?: 'CompanyEdge';
  cursor: Scalars['String']['output'];
  node: CompanySummary;
};

/** UNKNOWN until a worker has looked. */
export type CompanyHealth =
  | 'ATTENTION'
  | 'GOOD'
  | 'UNKNOWN';

/** Size and age from the largest and newest, health and backups from the worst. */
export type CompanySort =
  | 'CREATED'
  | 'HEALTH'
  | 'LAST_BACKUP'
  | 'NAME'
  | 'SIZE';

/** How far the life of a company has come. */
export type CompanyStatus =
  | 'ACTIVE'
  | 'DELETED'
  | 'DELETING'
  | 'PROVISIONING'
  | 'PURGING'
  | 'SUSPENDED';

/** A company from outside. */
export type CompanySummary = {
  __typename?: 'CompanySummary';
  cell: Scalars['String']['output'];
  createdAt: Scalars['DateTime']['output'];
  /** The revision that this version of the product wants. */
  head: Scalars['String']['output'];
  health: CompanyHealth;
  id: Scalars['ID']['output'];
  lastBackupAt?: Maybe<Scalars['DateTime']['output']>;
  movingTo?: Maybe<Scalars['String']['output']>;
  name: Scalars['String']['output'];
  /** Null until a worker has looked. */
  revision?: Maybe<Scalars['String']['output']>;
  /** Bytes with indexes, null until a worker has looked. */
  size?: Maybe<Scalars['Float']['output']>;
  slug: Scalars['String']['output'];
  status: CompanyStatus;
};

/** A company that is made for its owner. */
export type CreateCompanyInput = {
  currency?: Scalars['String']['input'];
  locale?: Scalars['String']['input'];
  name: Scalars['String']['input'];
  ownerEmail: Scalars['String']['input'];
  reason: Scalars['String']['input'];
  slug: Scalars['String']['input'];
  timeZone?: Scalars['String']['input'];
};

/** An action that was asked for; a worker carries it out. */
export type Errand = {
  __typename?: 'Errand';
  /** The e-mail address of who asked. */
  admin: Scalars['String']['output'];
  askedAt: Scalars['DateTime']['output'];
  beganAt?: Maybe<Scalars['DateTime']['output']>;
  /** How much of that step is done. */
  count: Scalars['Int']['output'];
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  kind: ErrandKind;
  reason: Scalars['String']['output'];
  slug: Scalars['String']['output'];
  state: ErrandState;
  /** What is being done. */
  step?: Maybe<Scalars['String']['output']>;
  /** Of a move the cell it goes to. */
  target?: Maybe<Scalars['String']['output']>;
  /** Why it failed. */
  trouble?: Maybe<Scalars['String']['output']>;
};

export type ErrandConnection = {
  __typename?: 'ErrandConnection';
  nodes: Array<Errand>;
};

/** What an admin may ask for. */
export type ErrandKind =
  | 'BACK_UP'
  | 'CONFIRM_MOVE'
  | 'CREATE'
  | 'DELETE'
  | 'MOVE'
  | 'RESTORE'
  | 'RESUME'
  | 'SUSPEND';

/** The errand that a worker now carries out, or what is to be mended. */
export type ErrandPayload = {
  __typename?: 'ErrandPayload';
  errand?: Maybe<Errand>;
  problems: Array<Problem>;
};

/** How far an errand has come. */
export type ErrandState =
  | 'DONE'
  | 'FAILED'
  | 'RUNNING'
  | 'WAITING';

export type Mutation = {
  __typename?: 'Mutation';
  /** A backup at once, sealed, in each of the places. */
  backUpCompany: ErrandPayload;
  /** Takes the old copy of a moved company away. */
  confirmMove: ErrandPayload;
  /** Makes a company with its owner, a pipeline and reasons for losses. */
  createCompany: ErrandPayload;
  /** Nobody is answered any more; after the grace, 30 days if not said, all is gone. */
  deleteCompany: ErrandPayload;
  /** To another cell, while it is used; the old copy stays until it is confirmed. */
  moveCompany: ErrandPayload;
  /** As it was before it was deleted, while the grace lasts. */
  restoreCompany: ErrandPayload;
  /** Lets a suspended company go on. */
  resumeCompany: ErrandPayload;
  /** Nobody of the company is answered until it is resumed; its data stay. */
  suspendCompany: ErrandPayload;
};


export type MutationBackUpCompanyArgs = {
  reason: Scalars['String']['input'];
  slug: Scalars['String']['input'];
};


export type MutationConfirmMoveArgs = {
  reason: Scalars['String']['input'];
  slug: Scalars['String']['input'];
};


export type MutationCreateCompanyArgs = {
  input: CreateCompanyInput;
};


export type MutationDeleteCompanyArgs = {
  graceDays?: InputMaybe<Scalars['Int']['input']>;
  reason: Scalars['String']['input'];
  slug: Scalars['String']['input'];
};


export type MutationMoveCompanyArgs = {
  reason: Scalars['String']['input'];
  slug: Scalars['String']['input'];
  to: Scalars['String']['input'];
};


export type MutationRestoreCompanyArgs = {
  reason: Scalars['String']['input'];
  slug: Scalars['String']['input'];
};


export type MutationResumeCompanyArgs = {
  reason: Scalars['String']['input'];
  slug: Scalars['String']['input'];
};


export type MutationSuspendCompanyArgs = {
  reason: Scalars['String']['input'];
  slug: Scalars['String']['input'];
};

/** A line of the operator's book, of which nothing is ever changed. */
export type Operation = {
  __typename?: 'Operation';
  at: Scalars['DateTime']['output'];
  kind: OperationKind;
  operator: Scalars['String']['output'];
  reason: Scalars['String']['output'];
};

/** What was done with a company. */
export type OperationKind =
  | 'BACK_UP'
  | 'CONFIRM_MOVE'
  | 'CREATE'
  | 'DELETE'
  | 'EXPORT'
  | 'IMPORT'
  | 'MOVE'
  | 'PURGE'
  | 'RESTORE'
  | 'RESUME'
  | 'SUSPEND';

export type PageInfo = {
  __typename?: 'PageInfo';
  endCursor?: Maybe<Scalars['String']['output']>;
  hasNextPage: Scalars['Boolean']['output'];
};

/** What was wrong; nothing has been changed. */
export type Problem = {
  __typename?: 'Problem';
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type Query = {
  __typename?: 'Query';
  /** The Postgres servers that companies live in; home is the first. */
  cells: Array<Scalars['String']['output']>;
  /** All companies, but for those that are gone. */
  companies: CompanyConnection;
  /** One company, by its address; null where there is none. */
  company?: Maybe<Company>;
  /** One errand; null where there is none. */
  errand?: Maybe<Errand>;
  /** What admins have asked for, the latest first; those under way before all. */
  errands: ErrandConnection;
  /** Whoever is signed in here. */
  viewer: Viewer;
};


export type QueryCompaniesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  search?: InputMaybe<Scalars['String']['input']>;
  sort?: CompanySort;
  status?: InputMaybe<CompanyStatus>;
};


export type QueryCompanyArgs = {
  slug: Scalars['String']['input'];
};


export type QueryErrandArgs = {
  id: Scalars['ID']['input'];
};


export type QueryErrandsArgs = {
  first?: Scalars['Int']['input'];
};

/** How a company stood when a worker looked last. */
export type Survey = {
  __typename?: 'Survey';
  at: Scalars['DateTime']['output'];
  jobsFailed: Scalars['Int']['output'];
  jobsWaiting: Scalars['Int']['output'];
  members: Scalars['Int']['output'];
  /** Rows as Postgres estimates them. */
  records: Scalars['Int']['output'];
  seenAt?: Maybe<Scalars['DateTime']['output']>;
  sessions: Scalars['Int']['output'];
  tables: Scalars['Int']['output'];
  /** Why its last upgrade failed. */
  trouble?: Maybe<Scalars['String']['output']>;
};

/** Whoever is signed in here. */
export type Viewer = {
  __typename?: 'Viewer';
  email: Scalars['String']['output'];
  name: Scalars['String']['output'];
};

/** UNKNOWN until a worker has looked. */
export type CompanyHealth =
  | 'ATTENTION'
  | 'GOOD'
  | 'UNKNOWN';

/** Size and age from the largest and newest, health and backups from the worst. */
export type CompanySort =
  | 'CREATED'
  | 'HEALTH'
  | 'LAST_BACKUP'
  | 'NAME'
  | 'SIZE';

/** How far the life of a company has come. */
export type CompanyStatus =
  | 'ACTIVE'
  | 'DELETED'
  | 'DELETING'
  | 'PROVISIONING'
  | 'PURGING'
  | 'SUSPENDED';

/** A company that is made for its owner. */
export type CreateCompanyInput = {
  currency?: string;
  locale?: string;
  name: string;
  ownerEmail: string;
  reason: string;
  slug: string;
  timeZone?: string;
};

/** What an admin may ask for. */
export type ErrandKind =
  | 'BACK_UP'
  | 'CONFIRM_MOVE'
  | 'CREATE'
  | 'DELETE'
  | 'MOVE'
  | 'RESTORE'
  | 'RESUME'
  | 'SUSPEND';

/** How far an errand has come. */
export type ErrandState =
  | 'DONE'
  | 'FAILED'
  | 'RUNNING'
  | 'WAITING';

/** What was done with a company. */
export type OperationKind =
  | 'BACK_UP'
  | 'CONFIRM_MOVE'
  | 'CREATE'
  | 'DELETE'
  | 'EXPORT'
  | 'IMPORT'
  | 'MOVE'
  | 'PURGE'
  | 'RESTORE'
  | 'RESUME'
  | 'SUSPEND';

export type ErrandFactsFragment = { id: string, kind: ErrandKind, slug: string, reason: string, admin: string, state: ErrandState, step: string | null, count: number, target: string | null, trouble: string | null, askedAt: string, beganAt: string | null, endedAt: string | null };

export type CompanyLineFragment = { id: string, slug: string, name: string, status: CompanyStatus, cell: string, movingTo: string | null, createdAt: string, revision: string | null, head: string, size: number | null, lastBackupAt: string | null, health: CompanyHealth };

export type ConsoleViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ConsoleViewerQuery = { cells: Array<string>, viewer: { email: string, name: string } };

export type ConsoleCompaniesQueryVariables = Exact<{
  search?: string | null | undefined;
  status?: CompanyStatus | null | undefined;
  sort: CompanySort;
  after?: string | null | undefined;
}>;


export type ConsoleCompaniesQuery = { companies: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, slug: string, name: string, status: CompanyStatus, cell: string, movingTo: string | null, createdAt: string, revision: string | null, head: string, size: number | null, lastBackupAt: string | null, health: CompanyHealth } }> } };

export type ConsoleCompanyQueryVariables = Exact<{
  slug: string;
}>;


export type ConsoleCompanyQuery = { company: { id: string, slug: string, name: string, status: CompanyStatus, cell: string, movingTo: string | null, createdAt: string, revision: string | null, head: string, size: number | null, lastBackupAt: string | null, health: CompanyHealth, currency: string, locale: string, timeZone: string, namespace: string, restorableUntil: string | null, oldCopyIn: string | null, survey: { at: string, tables: number, records: number, members: number, sessions: number, seenAt: string | null, jobsWaiting: number, jobsFailed: number, trouble: string | null } | null, backup: { takenAt: string | null, size: number, places: number, failedAt: string | null, failure: string | null } | null, operations: Array<{ at: string, kind: OperationKind, reason: string, operator: string }>, errands: Array<{ id: string, kind: ErrandKind, slug: string, reason: string, admin: string, state: ErrandState, step: string | null, count: number, target: string | null, trouble: string | null, askedAt: string, beganAt: string | null, endedAt: string | null }> } | null };

export type ConsoleErrandsQueryVariables = Exact<{ [key: string]: never; }>;


export type ConsoleErrandsQuery = { errands: { nodes: Array<{ id: string, kind: ErrandKind, slug: string, reason: string, admin: string, state: ErrandState, step: string | null, count: number, target: string | null, trouble: string | null, askedAt: string, beganAt: string | null, endedAt: string | null }> } };

export type SuspendCompanyMutationVariables = Exact<{
  slug: string;
  reason: string;
}>;


export type SuspendCompanyMutation = { asked: { errand: { id: string, kind: ErrandKind, slug: string, reason: string, admin: string, state: ErrandState, step: string | null, count: number, target: string | null, trouble: string | null, askedAt: string, beganAt: string | null, endedAt: string | null } | null, problems: Array<{ code: string, message: string, field: string | null }> } };

export type ResumeCompanyMutationVariables = Exact<{
  slug: string;
  reason: string;
}>;


export type ResumeCompanyMutation = { asked: { errand: { id: string, kind: ErrandKind, slug: string, reason: string, admin: string, state: ErrandState, step: string | null, count: number, target: string | null, trouble: string | null, askedAt: string, beganAt: string | null, endedAt: string | null } | null, problems: Array<{ code: string, message: string, field: string | null }> } };

export type DeleteCompanyMutationVariables = Exact<{
  slug: string;
  reason: string;
  graceDays?: number | null | undefined;
}>;


export type DeleteCompanyMutation = { asked: { errand: { id: string, kind: ErrandKind, slug: string, reason: string, admin: string, state: ErrandState, step: string | null, count: number, target: string | null, trouble: string | null, askedAt: string, beganAt: string | null, endedAt: string | null } | null, problems: Array<{ code: string, message: string, field: string | null }> } };

export type RestoreCompanyMutationVariables = Exact<{
  slug: string;
  reason: string;
}>;


export type RestoreCompanyMutation = { asked: { errand: { id: string, kind: ErrandKind, slug: string, reason: string, admin: string, state: ErrandState, step: string | null, count: number, target: string | null, trouble: string | null, askedAt: string, beganAt: string | null, endedAt: string | null } | null, problems: Array<{ code: string, message: string, field: string | null }> } };

export type MoveCompanyMutationVariables = Exact<{
  slug: string;
  reason: string;
  to: string;
}>;


export type MoveCompanyMutation = { asked: { errand: { id: string, kind: ErrandKind, slug: string, reason: string, admin: string, state: ErrandState, step: string | null, count: number, target: string | null, trouble: string | null, askedAt: string, beganAt: string | null, endedAt: string | null } | null, problems: Array<{ code: string, message: string, field: string | null }> } };

export type ConfirmMoveMutationVariables = Exact<{
  slug: string;
  reason: string;
}>;


export type ConfirmMoveMutation = { asked: { errand: { id: string, kind: ErrandKind, slug: string, reason: string, admin: string, state: ErrandState, step: string | null, count: number, target: string | null, trouble: string | null, askedAt: string, beganAt: string | null, endedAt: string | null } | null, problems: Array<{ code: string, message: string, field: string | null }> } };

export type BackUpCompanyMutationVariables = Exact<{
  slug: string;
  reason: string;
}>;


export type BackUpCompanyMutation = { asked: { errand: { id: string, kind: ErrandKind, slug: string, reason: string, admin: string, state: ErrandState, step: string | null, count: number, target: string | null, trouble: string | null, askedAt: string, beganAt: string | null, endedAt: string | null } | null, problems: Array<{ code: string, message: string, field: string | null }> } };

export type CreateCompanyMutationVariables = Exact<{
  input: CreateCompanyInput;
}>;


export type CreateCompanyMutation = { asked: { errand: { id: string, kind: ErrandKind, slug: string, reason: string, admin: string, state: ErrandState, step: string | null, count: number, target: string | null, trouble: string | null, askedAt: string, beganAt: string | null, endedAt: string | null } | null, problems: Array<{ code: string, message: string, field: string | null }> } };

export type AskedFactsFragment = { errand: { id: string, kind: ErrandKind, slug: string, reason: string, admin: string, state: ErrandState, step: string | null, count: number, target: string | null, trouble: string | null, askedAt: string, beganAt: string | null, endedAt: string | null } | null, problems: Array<{ code: string, message: string, field: string | null }> };

export const CompanyLineFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CompanyLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CompanySummary"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"cell"}},{"kind":"Field","name":{"kind":"Name","value":"movingTo"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"head"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"lastBackupAt"}},{"kind":"Field","name":{"kind":"Name","value":"health"}}]}}]} as unknown as DocumentNode<CompanyLineFragment, unknown>;
export const ErrandFactsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrandFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Errand"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"admin"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"trouble"}},{"kind":"Field","name":{"kind":"Name","value":"askedAt"}},{"kind":"Field","name":{"kind":"Name","value":"beganAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}}]}}]} as unknown as DocumentNode<ErrandFactsFragment, unknown>;
export const AskedFactsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AskedFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ErrandPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"errand"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrandFacts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrandFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Errand"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"admin"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"trouble"}},{"kind":"Field","name":{"kind":"Name","value":"askedAt"}},{"kind":"Field","name":{"kind":"Name","value":"beganAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}}]}}]} as unknown as DocumentNode<AskedFactsFragment, unknown>;
export const ConsoleViewerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ConsoleViewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cells"}}]}}]} as unknown as DocumentNode<ConsoleViewerQuery, ConsoleViewerQueryVariables>;
export const ConsoleCompaniesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ConsoleCompanies"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"status"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CompanyStatus"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"sort"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CompanySort"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"companies"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}},{"kind":"Argument","name":{"kind":"Name","value":"status"},"value":{"kind":"Variable","name":{"kind":"Name","value":"status"}}},{"kind":"Argument","name":{"kind":"Name","value":"sort"},"value":{"kind":"Variable","name":{"kind":"Name","value":"sort"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CompanyLine"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CompanyLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CompanySummary"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"cell"}},{"kind":"Field","name":{"kind":"Name","value":"movingTo"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"head"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"lastBackupAt"}},{"kind":"Field","name":{"kind":"Name","value":"health"}}]}}]} as unknown as DocumentNode<ConsoleCompaniesQuery, ConsoleCompaniesQueryVariables>;
export const ConsoleCompanyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ConsoleCompany"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"slug"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"company"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"Variable","name":{"kind":"Name","value":"slug"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"cell"}},{"kind":"Field","name":{"kind":"Name","value":"movingTo"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"head"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"lastBackupAt"}},{"kind":"Field","name":{"kind":"Name","value":"health"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"namespace"}},{"kind":"Field","name":{"kind":"Name","value":"restorableUntil"}},{"kind":"Field","name":{"kind":"Name","value":"oldCopyIn"}},{"kind":"Field","name":{"kind":"Name","value":"survey"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"tables"}},{"kind":"Field","name":{"kind":"Name","value":"records"}},{"kind":"Field","name":{"kind":"Name","value":"members"}},{"kind":"Field","name":{"kind":"Name","value":"sessions"}},{"kind":"Field","name":{"kind":"Name","value":"seenAt"}},{"kind":"Field","name":{"kind":"Name","value":"jobsWaiting"}},{"kind":"Field","name":{"kind":"Name","value":"jobsFailed"}},{"kind":"Field","name":{"kind":"Name","value":"trouble"}}]}},{"kind":"Field","name":{"kind":"Name","value":"backup"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"takenAt"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"places"}},{"kind":"Field","name":{"kind":"Name","value":"failedAt"}},{"kind":"Field","name":{"kind":"Name","value":"failure"}}]}},{"kind":"Field","name":{"kind":"Name","value":"operations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"operator"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errands"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrandFacts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrandFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Errand"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"admin"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"trouble"}},{"kind":"Field","name":{"kind":"Name","value":"askedAt"}},{"kind":"Field","name":{"kind":"Name","value":"beganAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}}]}}]} as unknown as DocumentNode<ConsoleCompanyQuery, ConsoleCompanyQueryVariables>;
export const ConsoleErrandsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ConsoleErrands"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"errands"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrandFacts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrandFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Errand"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"admin"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"trouble"}},{"kind":"Field","name":{"kind":"Name","value":"askedAt"}},{"kind":"Field","name":{"kind":"Name","value":"beganAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}}]}}]} as unknown as DocumentNode<ConsoleErrandsQuery, ConsoleErrandsQueryVariables>;
export const SuspendCompanyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SuspendCompany"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"slug"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"reason"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"asked"},"name":{"kind":"Name","value":"suspendCompany"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"Variable","name":{"kind":"Name","value":"slug"}}},{"kind":"Argument","name":{"kind":"Name","value":"reason"},"value":{"kind":"Variable","name":{"kind":"Name","value":"reason"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AskedFacts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrandFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Errand"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"admin"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"trouble"}},{"kind":"Field","name":{"kind":"Name","value":"askedAt"}},{"kind":"Field","name":{"kind":"Name","value":"beganAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AskedFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ErrandPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"errand"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrandFacts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]} as unknown as DocumentNode<SuspendCompanyMutation, SuspendCompanyMutationVariables>;
export const ResumeCompanyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResumeCompany"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"slug"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"reason"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"asked"},"name":{"kind":"Name","value":"resumeCompany"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"Variable","name":{"kind":"Name","value":"slug"}}},{"kind":"Argument","name":{"kind":"Name","value":"reason"},"value":{"kind":"Variable","name":{"kind":"Name","value":"reason"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AskedFacts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrandFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Errand"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"admin"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"trouble"}},{"kind":"Field","name":{"kind":"Name","value":"askedAt"}},{"kind":"Field","name":{"kind":"Name","value":"beganAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AskedFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ErrandPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"errand"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrandFacts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]} as unknown as DocumentNode<ResumeCompanyMutation, ResumeCompanyMutationVariables>;
export const DeleteCompanyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteCompany"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"slug"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"reason"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"graceDays"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"asked"},"name":{"kind":"Name","value":"deleteCompany"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"Variable","name":{"kind":"Name","value":"slug"}}},{"kind":"Argument","name":{"kind":"Name","value":"reason"},"value":{"kind":"Variable","name":{"kind":"Name","value":"reason"}}},{"kind":"Argument","name":{"kind":"Name","value":"graceDays"},"value":{"kind":"Variable","name":{"kind":"Name","value":"graceDays"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AskedFacts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrandFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Errand"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"admin"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"trouble"}},{"kind":"Field","name":{"kind":"Name","value":"askedAt"}},{"kind":"Field","name":{"kind":"Name","value":"beganAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AskedFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ErrandPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"errand"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrandFacts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]} as unknown as DocumentNode<DeleteCompanyMutation, DeleteCompanyMutationVariables>;
export const RestoreCompanyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RestoreCompany"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"slug"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"reason"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"asked"},"name":{"kind":"Name","value":"restoreCompany"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"Variable","name":{"kind":"Name","value":"slug"}}},{"kind":"Argument","name":{"kind":"Name","value":"reason"},"value":{"kind":"Variable","name":{"kind":"Name","value":"reason"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AskedFacts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrandFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Errand"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"admin"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"trouble"}},{"kind":"Field","name":{"kind":"Name","value":"askedAt"}},{"kind":"Field","name":{"kind":"Name","value":"beganAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AskedFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ErrandPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"errand"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrandFacts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]} as unknown as DocumentNode<RestoreCompanyMutation, RestoreCompanyMutationVariables>;
export const MoveCompanyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MoveCompany"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"slug"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"reason"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"asked"},"name":{"kind":"Name","value":"moveCompany"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"Variable","name":{"kind":"Name","value":"slug"}}},{"kind":"Argument","name":{"kind":"Name","value":"reason"},"value":{"kind":"Variable","name":{"kind":"Name","value":"reason"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AskedFacts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrandFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Errand"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"admin"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"trouble"}},{"kind":"Field","name":{"kind":"Name","value":"askedAt"}},{"kind":"Field","name":{"kind":"Name","value":"beganAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AskedFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ErrandPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"errand"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrandFacts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]} as unknown as DocumentNode<MoveCompanyMutation, MoveCompanyMutationVariables>;
export const ConfirmMoveDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConfirmMove"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"slug"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"reason"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"asked"},"name":{"kind":"Name","value":"confirmMove"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"Variable","name":{"kind":"Name","value":"slug"}}},{"kind":"Argument","name":{"kind":"Name","value":"reason"},"value":{"kind":"Variable","name":{"kind":"Name","value":"reason"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AskedFacts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrandFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Errand"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"admin"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"trouble"}},{"kind":"Field","name":{"kind":"Name","value":"askedAt"}},{"kind":"Field","name":{"kind":"Name","value":"beganAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AskedFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ErrandPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"errand"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrandFacts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]} as unknown as DocumentNode<ConfirmMoveMutation, ConfirmMoveMutationVariables>;
export const BackUpCompanyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"BackUpCompany"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"slug"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"reason"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"asked"},"name":{"kind":"Name","value":"backUpCompany"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"Variable","name":{"kind":"Name","value":"slug"}}},{"kind":"Argument","name":{"kind":"Name","value":"reason"},"value":{"kind":"Variable","name":{"kind":"Name","value":"reason"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AskedFacts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrandFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Errand"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"admin"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"trouble"}},{"kind":"Field","name":{"kind":"Name","value":"askedAt"}},{"kind":"Field","name":{"kind":"Name","value":"beganAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AskedFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ErrandPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"errand"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrandFacts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]} as unknown as DocumentNode<BackUpCompanyMutation, BackUpCompanyMutationVariables>;
export const CreateCompanyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateCompany"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateCompanyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"asked"},"name":{"kind":"Name","value":"createCompany"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AskedFacts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ErrandFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Errand"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"admin"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"trouble"}},{"kind":"Field","name":{"kind":"Name","value":"askedAt"}},{"kind":"Field","name":{"kind":"Name","value":"beganAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AskedFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ErrandPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"errand"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ErrandFacts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]} as unknown as DocumentNode<CreateCompanyMutation, CreateCompanyMutationVariables>;