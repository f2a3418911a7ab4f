/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
import {createRequest} from 'urql';
function trusted<Data, Variables>(hash: string, text: string): DocumentNode<Data, Variables> {
  return Object.assign(createRequest(text, {}).query as DocumentNode<Data, Variables>, {__meta__: {hash}});
}
export type AccountFilter = {
  and?: Array<AccountFilter> | null | undefined;
  children?: AccountListFilter | null | undefined;
  contacts?: ContactListFilter | null | undefined;
  country?: StringFilter | null | undefined;
  createdAt?: DateTimeFilter | null | undefined;
  deals?: DealListFilter | null | undefined;
  externalId?: StringFilter | null | undefined;
  foundedYear?: IntFilter | null | undefined;
  id?: IdFilter | null | undefined;
  industry?: StringFilter | null | undefined;
  name?: StringFilter | null | undefined;
  not?: AccountFilter | null | undefined;
  or?: Array<AccountFilter> | null | undefined;
  owner?: MemberFilter | null | undefined;
  parent?: AccountFilter | null | undefined;
  phone?: StringFilter | null | undefined;
  revenue?: DecimalFilter | null | undefined;
  size?: IntFilter | null | undefined;
  updatedAt?: DateTimeFilter | null | undefined;
  version?: IntFilter | null | undefined;
  website?: StringFilter | null | undefined;
};

export type AccountListFilter = {
  /** None is like this. */
  none?: AccountFilter | null | undefined;
  /** At least one is like this. */
  some?: AccountFilter | null | undefined;
};

export type BooleanFilter = {
  eq?: boolean | null | undefined;
  isNull?: boolean | null | undefined;
};

export type ContactFilter = {
  account?: AccountFilter | null | undefined;
  and?: Array<ContactFilter> | null | undefined;
  createdAt?: DateTimeFilter | null | undefined;
  email?: StringFilter | null | undefined;
  externalId?: StringFilter | null | undefined;
  id?: IdFilter | null | undefined;
  name?: StringFilter | null | undefined;
  not?: ContactFilter | null | undefined;
  or?: Array<ContactFilter> | null | undefined;
  owner?: MemberFilter | null | undefined;
  phone?: StringFilter | null | undefined;
  title?: StringFilter | null | undefined;
  updatedAt?: DateTimeFilter | null | undefined;
  version?: IntFilter | null | undefined;
};

export type ContactListFilter = {
  /** None is like this. */
  none?: ContactFilter | null | undefined;
  /** At least one is like this. */
  some?: ContactFilter | null | undefined;
};

export type CreateDealInput = {
  accountId?: string | null | undefined;
  amount?: MoneyInput | null | undefined;
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  contactId?: string | null | undefined;
  expectedCloseOn?: string | null | undefined;
  name: string;
  ownerId?: string | null | undefined;
  products?: Array<DealLineInput> | null | undefined;
  stageId?: string | null | undefined;
};

export type DateFilter = {
  eq?: string | null | undefined;
  gt?: string | null | undefined;
  gte?: string | null | undefined;
  in?: Array<string> | null | undefined;
  isNull?: boolean | null | undefined;
  lt?: string | null | undefined;
  lte?: string | null | undefined;
  ne?: string | null | undefined;
};

export type DateTimeFilter = {
  eq?: string | null | undefined;
  gt?: string | null | undefined;
  gte?: string | null | undefined;
  in?: Array<string> | null | undefined;
  isNull?: boolean | null | undefined;
  lt?: string | null | undefined;
  lte?: string | null | undefined;
  ne?: string | null | undefined;
};

export type DealEventFilter = {
  and?: Array<DealEventFilter> | null | undefined;
  at?: DateTimeFilter | null | undefined;
  by?: MemberFilter | null | undefined;
  fromAmount?: DecimalFilter | null | undefined;
  fromOn?: DateFilter | null | undefined;
  fromOwner?: MemberFilter | null | undefined;
  fromStage?: StageFilter | null | undefined;
  id?: IdFilter | null | undefined;
  kind?: DealEventKindFilter | null | undefined;
  not?: DealEventFilter | null | undefined;
  or?: Array<DealEventFilter> | null | undefined;
  seconds?: IntFilter | null | undefined;
  toAmount?: DecimalFilter | null | undefined;
  toOn?: DateFilter | null | undefined;
  toOwner?: MemberFilter | null | undefined;
  toStage?: StageFilter | null | undefined;
};

export type DealEventKind =
  | 'AMOUNT'
  | 'CLOSE_DATE'
  | 'CREATED'
  | 'OWNER'
  | 'STAGE';

export type DealEventKindFilter = {
  eq?: DealEventKind | null | undefined;
  in?: Array<DealEventKind> | null | undefined;
  isNull?: boolean | null | undefined;
  ne?: DealEventKind | null | undefined;
};

export type DealEventListFilter = {
  /** None is like this. */
  none?: DealEventFilter | null | undefined;
  /** At least one is like this. */
  some?: DealEventFilter | null | undefined;
};

export type DealFilter = {
  account?: AccountFilter | null | undefined;
  amount?: DecimalFilter | null | undefined;
  amountEstimated?: BooleanFilter | null | undefined;
  and?: Array<DealFilter> | null | undefined;
  closedOn?: DateFilter | null | undefined;
  contact?: ContactFilter | null | undefined;
  createdAt?: DateTimeFilter | null | undefined;
  expectedCloseOn?: DateFilter | null | undefined;
  externalId?: StringFilter | null | undefined;
  history?: DealEventListFilter | null | undefined;
  id?: IdFilter | null | undefined;
  name?: StringFilter | null | undefined;
  not?: DealFilter | null | undefined;
  openedAt?: DateTimeFilter | null | undefined;
  or?: Array<DealFilter> | null | undefined;
  owner?: MemberFilter | null | undefined;
  pipeline?: PipelineFilter | null | undefined;
  products?: DealProductListFilter | null | undefined;
  realizedAmount?: DecimalFilter | null | undefined;
  stage?: StageFilter | null | undefined;
  stageEnteredAt?: DateTimeFilter | null | undefined;
  status?: DealStatusFilter | null | undefined;
  updatedAt?: DateTimeFilter | null | undefined;
  version?: IntFilter | null | undefined;
};

export type DealInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  id: string;
  version?: number | null | undefined;
};

export type DealLineInput = {
  productId: string;
  quantity?: string;
  unitPrice?: MoneyInput | null | undefined;
};

export type DealListFilter = {
  /** None is like this. */
  none?: DealFilter | null | undefined;
  /** At least one is like this. */
  some?: DealFilter | null | undefined;
};

export type DealOrder = {
  amount?: OrderDirection | null | undefined;
  amountEstimated?: OrderDirection | null | undefined;
  closedOn?: OrderDirection | null | undefined;
  createdAt?: OrderDirection | null | undefined;
  expectedCloseOn?: OrderDirection | null | undefined;
  externalId?: OrderDirection | null | undefined;
  name?: OrderDirection | null | undefined;
  openedAt?: OrderDirection | null | undefined;
  realizedAmount?: OrderDirection | null | undefined;
  stageEnteredAt?: OrderDirection | null | undefined;
  status?: OrderDirection | null | undefined;
  updatedAt?: OrderDirection | null | undefined;
  version?: OrderDirection | null | undefined;
};

export type DealProductFilter = {
  and?: Array<DealProductFilter> | null | undefined;
  id?: IdFilter | null | undefined;
  not?: DealProductFilter | null | undefined;
  or?: Array<DealProductFilter> | null | undefined;
  position?: IntFilter | null | undefined;
  product?: ProductFilter | null | undefined;
  quantity?: DecimalFilter | null | undefined;
  unitPrice?: DecimalFilter | null | undefined;
};

export type DealProductListFilter = {
  /** None is like this. */
  none?: DealProductFilter | null | undefined;
  /** At least one is like this. */
  some?: DealProductFilter | null | undefined;
};

export type DealStatus =
  | 'LOST'
  | 'OPEN'
  | 'WON';

export type DealStatusFilter = {
  eq?: DealStatus | null | undefined;
  in?: Array<DealStatus> | null | undefined;
  isNull?: boolean | null | undefined;
  ne?: DealStatus | null | undefined;
};

export type DecimalFilter = {
  eq?: string | null | undefined;
  gt?: string | null | undefined;
  gte?: string | null | undefined;
  in?: Array<string> | null | undefined;
  isNull?: boolean | null | undefined;
  lt?: string | null | undefined;
  lte?: string | null | undefined;
  ne?: string | null | undefined;
};

export type IdFilter = {
  eq?: string | null | undefined;
  in?: Array<string> | null | undefined;
  isNull?: boolean | null | undefined;
  ne?: string | null | undefined;
};

export type ImportColumnInput = {
  id: string;
  target?: string | null | undefined;
};

export type ImportInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  importId: string;
};

/** DRAFT and CHECKED wait for a person; CHECKING, RUNNING and UNDOING are at work. */
export type ImportStatus =
  | 'CHECKED'
  | 'CHECKING'
  | 'DONE'
  | 'DRAFT'
  | 'FAILED'
  | 'RUNNING'
  | 'UNDOING'
  | 'UNDONE';

export type IntFilter = {
  eq?: number | null | undefined;
  gt?: number | null | undefined;
  gte?: number | null | undefined;
  in?: Array<number> | null | undefined;
  isNull?: boolean | null | undefined;
  lt?: number | null | undefined;
  lte?: number | null | undefined;
  ne?: number | null | undefined;
};

export type MemberFilter = {
  and?: Array<MemberFilter> | null | undefined;
  createdAt?: DateTimeFilter | null | undefined;
  email?: StringFilter | null | undefined;
  id?: IdFilter | null | undefined;
  locale?: StringFilter | null | undefined;
  name?: StringFilter | null | undefined;
  not?: MemberFilter | null | undefined;
  or?: Array<MemberFilter> | null | undefined;
  role?: RoleFilter | null | undefined;
  status?: MemberStatusFilter | null | undefined;
  team?: TeamFilter | null | undefined;
  timeZone?: StringFilter | null | undefined;
  updatedAt?: DateTimeFilter | null | undefined;
  version?: IntFilter | null | undefined;
};

export type MemberListFilter = {
  /** None is like this. */
  none?: MemberFilter | null | undefined;
  /** At least one is like this. */
  some?: MemberFilter | null | undefined;
};

export type MemberRole =
  | 'ADMIN'
  | 'MANAGER'
  | 'OWNER'
  | 'REP';

export type MemberStatus =
  | 'ACTIVE'
  | 'DISABLED'
  | 'INVITED'
  | 'PLACEHOLDER';

export type MemberStatusFilter = {
  eq?: MemberStatus | null | undefined;
  in?: Array<MemberStatus> | null | undefined;
  isNull?: boolean | null | undefined;
  ne?: MemberStatus | null | undefined;
};

/** An amount; the currency is the company's where it is left out. */
export type MoneyInput = {
  amount: string;
  currency?: string | null | undefined;
};

export type MoveDealInput = {
  amount?: MoneyInput | null | undefined;
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  closedOn?: string | null | undefined;
  dealId: string;
  stageId: string;
  version?: number | null | undefined;
};

/** Nulls come last in both directions. */
export type OrderDirection =
  | 'ASC'
  | 'DESC';

/** How long a forecast reaches: a calendar month or quarter. */
export type Period =
  | 'MONTH'
  | 'QUARTER';

export type PipelineFilter = {
  and?: Array<PipelineFilter> | null | undefined;
  createdAt?: DateTimeFilter | null | undefined;
  id?: IdFilter | null | undefined;
  isDefault?: BooleanFilter | null | undefined;
  name?: StringFilter | null | undefined;
  not?: PipelineFilter | null | undefined;
  or?: Array<PipelineFilter> | null | undefined;
  position?: IntFilter | null | undefined;
  stages?: StageListFilter | null | undefined;
  version?: IntFilter | null | undefined;
};

export type ProductFilter = {
  active?: BooleanFilter | null | undefined;
  and?: Array<ProductFilter> | null | undefined;
  code?: StringFilter | null | undefined;
  createdAt?: DateTimeFilter | null | undefined;
  family?: StringFilter | null | undefined;
  id?: IdFilter | null | undefined;
  name?: StringFilter | null | undefined;
  not?: ProductFilter | null | undefined;
  or?: Array<ProductFilter> | null | undefined;
  price?: DecimalFilter | null | undefined;
  updatedAt?: DateTimeFilter | null | undefined;
  version?: IntFilter | null | undefined;
};

export type ReopenDealInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  dealId: string;
  stageId: string;
  version?: number | null | undefined;
};

export type RoleFilter = {
  eq?: MemberRole | null | undefined;
  in?: Array<MemberRole> | null | undefined;
  isNull?: boolean | null | undefined;
  ne?: MemberRole | null | undefined;
};

export type SetImportMappingInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  columns: Array<ImportColumnInput>;
  importId: string;
  pipelineId?: string | null | undefined;
};

export type StageFilter = {
  allowedDays?: IntFilter | null | undefined;
  and?: Array<StageFilter> | null | undefined;
  deals?: DealListFilter | null | undefined;
  id?: IdFilter | null | undefined;
  kind?: StageKindFilter | null | undefined;
  name?: StringFilter | null | undefined;
  not?: StageFilter | null | undefined;
  or?: Array<StageFilter> | null | undefined;
  pipeline?: PipelineFilter | null | undefined;
  position?: IntFilter | null | undefined;
  version?: IntFilter | null | undefined;
};

export type StageKind =
  | 'LOST'
  | 'OPEN'
  | 'WON';

export type StageKindFilter = {
  eq?: StageKind | null | undefined;
  in?: Array<StageKind> | null | undefined;
  isNull?: boolean | null | undefined;
  ne?: StageKind | null | undefined;
};

export type StageListFilter = {
  /** None is like this. */
  none?: StageFilter | null | undefined;
  /** At least one is like this. */
  some?: StageFilter | null | undefined;
};

export type StringFilter = {
  contains?: string | null | undefined;
  eq?: string | null | undefined;
  in?: Array<string> | null | undefined;
  isNull?: boolean | null | undefined;
  ne?: string | null | undefined;
  startsWith?: string | null | undefined;
};

export type TeamFilter = {
  and?: Array<TeamFilter> | null | undefined;
  createdAt?: DateTimeFilter | null | undefined;
  id?: IdFilter | null | undefined;
  manager?: MemberFilter | null | undefined;
  members?: MemberListFilter | null | undefined;
  name?: StringFilter | null | undefined;
  not?: TeamFilter | null | undefined;
  office?: StringFilter | null | undefined;
  or?: Array<TeamFilter> | null | undefined;
  version?: IntFilter | null | undefined;
};

export type UpdateDealInput = {
  accountId?: string | null | undefined;
  amount?: MoneyInput | null | undefined;
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  contactId?: string | null | undefined;
  expectedCloseOn?: string | null | undefined;
  id: string;
  name?: string | null | undefined;
  ownerId?: string | null | undefined;
  version?: number | null | undefined;
};

export type UpdateProfileInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  locale?: string | null | undefined;
  timeZone?: string | null | undefined;
};

export type DealCardFragment = { __typename: 'Deal', id: string, name: string, status: DealStatus, version: number, amountEstimated: boolean, expectedCloseOn: string | null, closedOn: string | null, stageEnteredAt: string, secondsInStage: number, amount: { __typename: 'Money', amount: string, currency: string } | null, stage: { __typename: 'Stage', id: string }, owner: { __typename: 'Member', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null };

export type DealPageFragment = { __typename: 'DealConnection', pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Deal', id: string, name: string, status: DealStatus, version: number, amountEstimated: boolean, expectedCloseOn: string | null, closedOn: string | null, stageEnteredAt: string, secondsInStage: number, amount: { __typename: 'Money', amount: string, currency: string } | null, stage: { __typename: 'Stage', id: string }, owner: { __typename: 'Member', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null }> };

export type DealTotalsFragment = { __typename: 'DealConnection', totalCount: number, totalAmount: Array<{ __typename: 'Money', amount: string, currency: string }> };

export type DealBoardQueryVariables = Exact<{
  filter?: DealFilter | null | undefined;
  search?: string | null | undefined;
  orderBy?: Array<DealOrder> | DealOrder | null | undefined;
  first: number;
}>;


export type DealBoardQuery = { __typename: 'Query', pipelines: Array<{ __typename: 'Pipeline', id: string, name: string, isDefault: boolean, position: number, stages: Array<{ __typename: 'Stage', id: string, name: string, kind: StageKind, position: number, allowedDays: number | null, totals: { __typename: 'DealConnection', totalCount: number, totalAmount: Array<{ __typename: 'Money', amount: string, currency: string }> }, deals: { __typename: 'DealConnection', pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Deal', id: string, name: string, status: DealStatus, version: number, amountEstimated: boolean, expectedCloseOn: string | null, closedOn: string | null, stageEnteredAt: string, secondsInStage: number, amount: { __typename: 'Money', amount: string, currency: string } | null, stage: { __typename: 'Stage', id: string }, owner: { __typename: 'Member', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null }> } }> }> };

export type DealColumnQueryVariables = Exact<{
  stage: string;
  filter?: DealFilter | null | undefined;
  search?: string | null | undefined;
  orderBy?: Array<DealOrder> | DealOrder | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type DealColumnQuery = { __typename: 'Query', stage: { __typename: 'Stage', id: string, deals: { __typename: 'DealConnection', pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Deal', id: string, name: string, status: DealStatus, version: number, amountEstimated: boolean, expectedCloseOn: string | null, closedOn: string | null, stageEnteredAt: string, secondsInStage: number, amount: { __typename: 'Money', amount: string, currency: string } | null, stage: { __typename: 'Stage', id: string }, owner: { __typename: 'Member', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null }> } } | null };

export type ColumnTotalsQueryVariables = Exact<{
  stage: string;
  filter?: DealFilter | null | undefined;
  search?: string | null | undefined;
}>;


export type ColumnTotalsQuery = { __typename: 'Query', stage: { __typename: 'Stage', id: string, deals: { __typename: 'DealConnection', totalCount: number, totalAmount: Array<{ __typename: 'Money', amount: string, currency: string }> } } | null };

export type BoardForecastQueryVariables = Exact<{
  period: Period;
}>;


export type BoardForecastQuery = { __typename: 'Query', forecast: { __typename: 'Forecast', period: Period, startsOn: string, endsOn: string, expected: { __typename: 'Money', amount: string, currency: string }, won: { __typename: 'Money', amount: string, currency: string }, stages: Array<{ __typename: 'StageShare', entered: number, closed: number, won: number, open: number, share: number | null, low: number | null, high: number | null, explanation: string, stage: { __typename: 'Stage', id: string }, openAmount: { __typename: 'Money', amount: string, currency: string }, expected: { __typename: 'Money', amount: string, currency: string } }> } | null };

export type MoveDealMutationVariables = Exact<{
  input: MoveDealInput;
}>;


export type MoveDealMutation = { __typename: 'Mutation', moveDeal: { __typename: 'MoveDealPayload', deal: { __typename: 'Deal', createdAt: string, updatedAt: string, openedAt: string, id: string, name: string, status: DealStatus, version: number, amountEstimated: boolean, expectedCloseOn: string | null, closedOn: string | null, stageEnteredAt: string, secondsInStage: number, stage: { __typename: 'Stage', id: string, name: string, kind: StageKind, position: number }, amount: { __typename: 'Money', amount: string, currency: string } | null, owner: { __typename: 'Member', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type ReopenDealMutationVariables = Exact<{
  input: ReopenDealInput;
}>;


export type ReopenDealMutation = { __typename: 'Mutation', reopenDeal: { __typename: 'ReopenDealPayload', deal: { __typename: 'Deal', createdAt: string, updatedAt: string, openedAt: string, id: string, name: string, status: DealStatus, version: number, amountEstimated: boolean, expectedCloseOn: string | null, closedOn: string | null, stageEnteredAt: string, secondsInStage: number, stage: { __typename: 'Stage', id: string, name: string, kind: StageKind, position: number }, amount: { __typename: 'Money', amount: string, currency: string } | null, owner: { __typename: 'Member', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type UpdateDealMutationVariables = Exact<{
  input: UpdateDealInput;
}>;


export type UpdateDealMutation = { __typename: 'Mutation', updateDeal: { __typename: 'UpdateDealPayload', deal: { __typename: 'Deal', createdAt: string, updatedAt: string, openedAt: string, id: string, name: string, status: DealStatus, version: number, amountEstimated: boolean, expectedCloseOn: string | null, closedOn: string | null, stageEnteredAt: string, secondsInStage: number, stage: { __typename: 'Stage', id: string, name: string, kind: StageKind, position: number }, amount: { __typename: 'Money', amount: string, currency: string } | null, owner: { __typename: 'Member', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type CreateDealMutationVariables = Exact<{
  input: CreateDealInput;
}>;


export type CreateDealMutation = { __typename: 'Mutation', createDeal: { __typename: 'CreateDealPayload', deal: { __typename: 'Deal', createdAt: string, updatedAt: string, openedAt: string, id: string, name: string, status: DealStatus, version: number, amountEstimated: boolean, expectedCloseOn: string | null, closedOn: string | null, stageEnteredAt: string, secondsInStage: number, stage: { __typename: 'Stage', id: string, name: string, kind: StageKind, position: number }, amount: { __typename: 'Money', amount: string, currency: string } | null, owner: { __typename: 'Member', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type DeleteDealMutationVariables = Exact<{
  input: DealInput;
}>;


export type DeleteDealMutation = { __typename: 'Mutation', deleteDeal: { __typename: 'DeleteDealPayload', deal: { __typename: 'Deal', id: string } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type RestoreDealMutationVariables = Exact<{
  input: DealInput;
}>;


export type RestoreDealMutation = { __typename: 'Mutation', restoreDeal: { __typename: 'RestoreDealPayload', deal: { __typename: 'Deal', createdAt: string, updatedAt: string, openedAt: string, id: string, name: string, status: DealStatus, version: number, amountEstimated: boolean, expectedCloseOn: string | null, closedOn: string | null, stageEnteredAt: string, secondsInStage: number, stage: { __typename: 'Stage', id: string, name: string, kind: StageKind, position: number }, amount: { __typename: 'Money', amount: string, currency: string } | null, owner: { __typename: 'Member', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type DealQueryVariables = Exact<{
  id: string;
}>;


export type DealQuery = { __typename: 'Query', deal: { __typename: 'Deal', externalId: string | null, createdAt: string, updatedAt: string, openedAt: string, id: string, name: string, status: DealStatus, version: number, amountEstimated: boolean, expectedCloseOn: string | null, closedOn: string | null, stageEnteredAt: string, secondsInStage: number, realizedAmount: { __typename: 'Money', amount: string, currency: string } | null, contact: { __typename: 'Contact', id: string, name: string, email: string | null, phone: string | null } | null, pipeline: { __typename: 'Pipeline', id: string, name: string, stages: Array<{ __typename: 'Stage', id: string, name: string, kind: StageKind, position: number, allowedDays: number | null }> }, products: { __typename: 'DealProductConnection', nodes: Array<{ __typename: 'DealProduct', id: string, position: number, quantity: string, unitPrice: { __typename: 'Money', amount: string, currency: string }, product: { __typename: 'Product', id: string, name: string, code: string | null } }> }, history: { __typename: 'DealEventConnection', totalCount: number, nodes: Array<{ __typename: 'DealEvent', id: string, kind: DealEventKind, at: string, seconds: number | null, fromOn: string | null, toOn: string | null, by: { __typename: 'Member', id: string, name: string } | null, fromStage: { __typename: 'Stage', id: string, name: string, kind: StageKind } | null, toStage: { __typename: 'Stage', id: string, name: string, kind: StageKind } | null, fromAmount: { __typename: 'Money', amount: string, currency: string } | null, toAmount: { __typename: 'Money', amount: string, currency: string } | null }> }, stage: { __typename: 'Stage', id: string, name: string, kind: StageKind, position: number }, amount: { __typename: 'Money', amount: string, currency: string } | null, owner: { __typename: 'Member', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null } | null };

export type DealRowFragment = { __typename: 'Deal', createdAt: string, updatedAt: string, openedAt: string, id: string, name: string, status: DealStatus, version: number, amountEstimated: boolean, expectedCloseOn: string | null, closedOn: string | null, stageEnteredAt: string, secondsInStage: number, stage: { __typename: 'Stage', id: string, name: string, kind: StageKind, position: number }, amount: { __typename: 'Money', amount: string, currency: string } | null, owner: { __typename: 'Member', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null };

export type DealListQueryVariables = Exact<{
  filter?: DealFilter | null | undefined;
  search?: string | null | undefined;
  orderBy?: Array<DealOrder> | DealOrder | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type DealListQuery = { __typename: 'Query', deals: { __typename: 'DealConnection', pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Deal', createdAt: string, updatedAt: string, openedAt: string, id: string, name: string, status: DealStatus, version: number, amountEstimated: boolean, expectedCloseOn: string | null, closedOn: string | null, stageEnteredAt: string, secondsInStage: number, stage: { __typename: 'Stage', id: string, name: string, kind: StageKind, position: number }, amount: { __typename: 'Money', amount: string, currency: string } | null, owner: { __typename: 'Member', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null }> } };

export type DealListTotalsQueryVariables = Exact<{
  filter?: DealFilter | null | undefined;
  search?: string | null | undefined;
}>;


export type DealListTotalsQuery = { __typename: 'Query', deals: { __typename: 'DealConnection', totalCount: number, totalAmount: Array<{ __typename: 'Money', amount: string, currency: string }> } };

export type FilterNamesQueryVariables = Exact<{
  account: string;
  withAccount: boolean;
  contact: string;
  withContact: boolean;
}>;


export type FilterNamesQuery = { __typename: 'Query', account?: { __typename: 'Account', id: string, name: string } | null, contact?: { __typename: 'Contact', id: string, name: string } | null };

export type AccountChoicesQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type AccountChoicesQuery = { __typename: 'Query', accounts: { __typename: 'AccountConnection', nodes: Array<{ __typename: 'Account', id: string, name: string, industry: string | null }> } };

export type ImportRowFragment = { __typename: 'Import', id: string, name: string, status: ImportStatus, total: number, done: number, startedAt: string | null, finishedAt: string | null, undoneAt: string | null, createdAt: string, failure: string | null, version: number, by: { __typename: 'Member', id: string, name: string } | null };

export type ImportDetailFragment = { __typename: 'Import', id: string, name: string, status: ImportStatus, total: number, done: number, startedAt: string | null, finishedAt: string | null, undoneAt: string | null, createdAt: string, failure: string | null, version: number, files: Array<{ __typename: 'ImportFile', id: string, name: string, entity: string, rows: number, created: number, updated: number, unchanged: number, refused: number, position: number, columns: Array<{ __typename: 'ImportColumn', id: string, header: string, sample: string | null, target: string | null, guess: string | null, position: number }> }>, notes: Array<{ __typename: 'ImportNote', id: string, code: string, message: string, count: number, position: number }>, by: { __typename: 'Member', id: string, name: string } | null };

export type ImportsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type ImportsQuery = { __typename: 'Query', imports: { __typename: 'ImportConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Import', id: string, name: string, status: ImportStatus, total: number, done: number, startedAt: string | null, finishedAt: string | null, undoneAt: string | null, createdAt: string, failure: string | null, version: number, files: Array<{ __typename: 'ImportFile', id: string, name: string, entity: string, rows: number, created: number, updated: number, unchanged: number, refused: number, position: number }>, by: { __typename: 'Member', id: string, name: string } | null }> } };

export type ImportRunQueryVariables = Exact<{
  id: string;
}>;


export type ImportRunQuery = { __typename: 'Query', import: { __typename: 'Import', id: string, name: string, status: ImportStatus, total: number, done: number, startedAt: string | null, finishedAt: string | null, undoneAt: string | null, createdAt: string, failure: string | null, version: number, files: Array<{ __typename: 'ImportFile', id: string, name: string, entity: string, rows: number, created: number, updated: number, unchanged: number, refused: number, position: number, columns: Array<{ __typename: 'ImportColumn', id: string, header: string, sample: string | null, target: string | null, guess: string | null, position: number }> }>, notes: Array<{ __typename: 'ImportNote', id: string, code: string, message: string, count: number, position: number }>, by: { __typename: 'Member', id: string, name: string } | null } | null };

export type ImportRefusalsQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;


export type ImportRefusalsQuery = { __typename: 'Query', import: { __typename: 'Import', id: string, refusals: { __typename: 'ImportRefusalConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'ImportRefusal', id: string, line: number, column: string | null, code: string, message: string, value: string | null, file: { __typename: 'ImportFile', id: string, name: string } }> } } | null };

export type ImportTargetsQueryVariables = Exact<{ [key: string]: never; }>;


export type ImportTargetsQuery = { __typename: 'Query', importTargets: Array<{ __typename: 'ImportTarget', path: string, entity: string, field: string, label: string, required: boolean }> | null };

export type SetImportMappingMutationVariables = Exact<{
  input: SetImportMappingInput;
}>;


export type SetImportMappingMutation = { __typename: 'Mutation', setImportMapping: { __typename: 'SetImportMappingPayload', import: { __typename: 'Import', id: string, name: string, status: ImportStatus, total: number, done: number, startedAt: string | null, finishedAt: string | null, undoneAt: string | null, createdAt: string, failure: string | null, version: number, files: Array<{ __typename: 'ImportFile', id: string, name: string, entity: string, rows: number, created: number, updated: number, unchanged: number, refused: number, position: number, columns: Array<{ __typename: 'ImportColumn', id: string, header: string, sample: string | null, target: string | null, guess: string | null, position: number }> }>, notes: Array<{ __typename: 'ImportNote', id: string, code: string, message: string, count: number, position: number }>, by: { __typename: 'Member', id: string, name: string } | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type CheckImportMutationVariables = Exact<{
  input: ImportInput;
}>;


export type CheckImportMutation = { __typename: 'Mutation', checkImport: { __typename: 'CheckImportPayload', import: { __typename: 'Import', id: string, name: string, status: ImportStatus, total: number, done: number, startedAt: string | null, finishedAt: string | null, undoneAt: string | null, createdAt: string, failure: string | null, version: number, files: Array<{ __typename: 'ImportFile', id: string, name: string, entity: string, rows: number, created: number, updated: number, unchanged: number, refused: number, position: number, columns: Array<{ __typename: 'ImportColumn', id: string, header: string, sample: string | null, target: string | null, guess: string | null, position: number }> }>, notes: Array<{ __typename: 'ImportNote', id: string, code: string, message: string, count: number, position: number }>, by: { __typename: 'Member', id: string, name: string } | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type RunImportMutationVariables = Exact<{
  input: ImportInput;
}>;


export type RunImportMutation = { __typename: 'Mutation', runImport: { __typename: 'RunImportPayload', import: { __typename: 'Import', id: string, name: string, status: ImportStatus, total: number, done: number, startedAt: string | null, finishedAt: string | null, undoneAt: string | null, createdAt: string, failure: string | null, version: number, files: Array<{ __typename: 'ImportFile', id: string, name: string, entity: string, rows: number, created: number, updated: number, unchanged: number, refused: number, position: number, columns: Array<{ __typename: 'ImportColumn', id: string, header: string, sample: string | null, target: string | null, guess: string | null, position: number }> }>, notes: Array<{ __typename: 'ImportNote', id: string, code: string, message: string, count: number, position: number }>, by: { __typename: 'Member', id: string, name: string } | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type UndoImportMutationVariables = Exact<{
  input: ImportInput;
}>;


export type UndoImportMutation = { __typename: 'Mutation', undoImport: { __typename: 'UndoImportPayload', import: { __typename: 'Import', id: string, name: string, status: ImportStatus, total: number, done: number, startedAt: string | null, finishedAt: string | null, undoneAt: string | null, createdAt: string, failure: string | null, version: number, files: Array<{ __typename: 'ImportFile', id: string, name: string, entity: string, rows: number, created: number, updated: number, unchanged: number, refused: number, position: number, columns: Array<{ __typename: 'ImportColumn', id: string, header: string, sample: string | null, target: string | null, guess: string | null, position: number }> }>, notes: Array<{ __typename: 'ImportNote', id: string, code: string, message: string, count: number, position: number }>, by: { __typename: 'Member', id: string, name: string } | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type DiscardImportMutationVariables = Exact<{
  input: ImportInput;
}>;


export type DiscardImportMutation = { __typename: 'Mutation', discardImport: { __typename: 'DiscardImportPayload', import: { __typename: 'Import', id: string } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { __typename: 'Query', me: { __typename: 'Viewer', member: { __typename: 'Member', id: string, name: string, email: string, role: MemberRole, locale: string, timeZone: string } | null, tenant: { __typename: 'Tenant', slug: string, name: string, currency: string, locale: string, timeZone: string } } | null };

export type UpdateProfileMutationVariables = Exact<{
  input: UpdateProfileInput;
}>;


export type UpdateProfileMutation = { __typename: 'Mutation', updateProfile: { __typename: 'UpdateProfilePayload', member: { __typename: 'Member', id: string, locale: string, timeZone: string } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type PersonFragment = { __typename: 'Member', id: string, name: string };

export type PeopleQueryVariables = Exact<{ [key: string]: never; }>;


export type PeopleQuery = { __typename: 'Query', members: { __typename: 'MemberConnection', nodes: Array<{ __typename: 'Member', status: MemberStatus, id: string, name: string, team: { __typename: 'Team', id: string, name: string } | null }> }, teams: { __typename: 'TeamConnection', nodes: Array<{ __typename: 'Team', id: string, name: string, office: string | null }> } };

export type StageLabelFragment = { __typename: 'Stage', id: string, name: string, kind: StageKind, position: number, allowedDays: number | null };

export type PipelinesQueryVariables = Exact<{ [key: string]: never; }>;


export type PipelinesQuery = { __typename: 'Query', pipelines: Array<{ __typename: 'Pipeline', id: string, name: string, isDefault: boolean, position: number, stages: Array<{ __typename: 'Stage', id: string, name: string, kind: StageKind, position: number, allowedDays: number | null }> }> };

export type FindQueryVariables = Exact<{
  search: string;
}>;


export type FindQuery = { __typename: 'Query', deals: { __typename: 'DealConnection', nodes: Array<{ __typename: 'Deal', id: string, name: string, status: DealStatus, amount: { __typename: 'Money', amount: string, currency: string } | null, account: { __typename: 'Account', id: string, name: string } | null, stage: { __typename: 'Stage', id: string, name: string, kind: StageKind } }> }, accounts: { __typename: 'AccountConnection', nodes: Array<{ __typename: 'Account', id: string, name: string, industry: string | null }> }, contacts: { __typename: 'ContactConnection', nodes: Array<{ __typename: 'Contact', id: string, name: string, email: string | null, account: { __typename: 'Account', id: string, name: string } | null }> } };

export type TroubleFragment = { __typename: 'Problem', code: string, message: string, field: string | null };

export type CashFragment = { __typename: 'Money', amount: string, currency: string };

export const CashFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Cash"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]} as unknown as DocumentNode<CashFragment, unknown>;
export const PersonFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Person"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Member"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]} as unknown as DocumentNode<PersonFragment, unknown>;
export const DealCardFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DealCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Deal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Cash"}}]}},{"kind":"Field","name":{"kind":"Name","value":"amountEstimated"}},{"kind":"Field","name":{"kind":"Name","value":"expectedCloseOn"}},{"kind":"Field","name":{"kind":"Name","value":"closedOn"}},{"kind":"Field","name":{"kind":"Name","value":"stageEnteredAt"}},{"kind":"Field","name":{"kind":"Name","value":"secondsInStage"}},{"kind":"Field","name":{"kind":"Name","value":"stage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Person"}}]}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Cash"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Person"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Member"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]} as unknown as DocumentNode<DealCardFragment, unknown>;
export const DealPageFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DealPage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DealConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"DealCard"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Cash"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Person"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Member"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DealCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Deal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Cash"}}]}},{"kind":"Field","name":{"kind":"Name","value":"amountEstimated"}},{"kind":"Field","name":{"kind":"Name","value":"expectedCloseOn"}},{"kind":"Field","name":{"kind":"Name","value":"closedOn"}},{"kind":"Field","name":{"kind":"Name","value":"stageEnteredAt"}},{"kind":"Field","name":{"kind":"Name","value":"secondsInStage"}},{"kind":"Field","name":{"kind":"Name","value":"stage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Person"}}]}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<DealPageFragment, unknown>;
export const DealTotalsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DealTotals"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DealConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"totalAmount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Cash"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Cash"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]} as unknown as DocumentNode<DealTotalsFragment, unknown>;
export const DealRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DealRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Deal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"DealCard"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"stage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"position"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Cash"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Person"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Member"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DealCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Deal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Cash"}}]}},{"kind":"Field","name":{"kind":"Name","value":"amountEstimated"}},{"kind":"Field","name":{"kind":"Name","value":"expectedCloseOn"}},{"kind":"Field","name":{"kind":"Name","value":"closedOn"}},{"kind":"Field","name":{"kind":"Name","value":"stageEnteredAt"}},{"kind":"Field","name":{"kind":"Name","value":"secondsInStage"}},{"kind":"Field","name":{"kind":"Name","value":"stage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Person"}}]}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<DealRowFragment, unknown>;
export const ImportRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ImportRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Import"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"done"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"undoneAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"failure"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"by"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Person"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Person"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Member"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]} as unknown as DocumentNode<ImportRowFragment, unknown>;
export const ImportDetailFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ImportDetail"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Import"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ImportRow"}},{"kind":"Field","name":{"kind":"Name","value":"files"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"entity"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}},{"kind":"Field","name":{"kind":"Name","value":"created"}},{"kind":"Field","name":{"kind":"Name","value":"updated"}},{"kind":"Field","name":{"kind":"Name","value":"unchanged"}},{"kind":"Field","name":{"kind":"Name","value":"refused"}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"columns"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"header"}},{"kind":"Field","name":{"kind":"Name","value":"sample"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"guess"}},{"kind":"Field","name":{"kind":"Name","value":"position"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"notes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"position"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Person"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Member"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ImportRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Import"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"done"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"undoneAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"failure"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"by"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Person"}}]}}]}}]} as unknown as DocumentNode<ImportDetailFragment, unknown>;
export const StageLabelFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StageLabel"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Stage"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"allowedDays"}}]}}]} as unknown as DocumentNode<StageLabelFragment, unknown>;
export const TroubleFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Trouble"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Problem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]} as unknown as DocumentNode<TroubleFragment, unknown>;
export const DealBoardDocument = trusted<DealBoardQuery, DealBoardQueryVariables>('429870ba6533e44b9dc01ca723f247f20fbd58655d28f749ccea2cecf743c976', "fragment Cash on Money { __typename amount currency } fragment DealCard on Deal { __typename account { __typename id name } amount { __typename ...Cash } amountEstimated closedOn expectedCloseOn id name owner { __typename ...Person } secondsInStage stage { __typename id } stageEnteredAt status version } fragment DealPage on DealConnection { __typename nodes { __typename ...DealCard } pageInfo { __typename endCursor hasNextPage } } fragment DealTotals on DealConnection { __typename totalAmount { __typename ...Cash } totalCount } fragment Person on Member { __typename id name } fragment StageLabel on Stage { __typename allowedDays id kind name position } query DealBoard($filter: DealFilter, $first: Int!, $orderBy: [DealOrder!], $search: String) { __typename pipelines { __typename id isDefault name position stages { __typename totals: deals(filter: $filter, search: $search) { __typename ...DealTotals } deals(filter: $filter, search: $search, orderBy: $orderBy, first: $first) { __typename ...DealPage } ...StageLabel } } }");
export const DealColumnDocument = trusted<DealColumnQuery, DealColumnQueryVariables>('9c16cae562a87e6d977801cc34346fcb108e5d975d516e72b6cf5d455fb7a06e', "fragment Cash on Money { __typename amount currency } fragment DealCard on Deal { __typename account { __typename id name } amount { __typename ...Cash } amountEstimated closedOn expectedCloseOn id name owner { __typename ...Person } secondsInStage stage { __typename id } stageEnteredAt status version } fragment DealPage on DealConnection { __typename nodes { __typename ...DealCard } pageInfo { __typename endCursor hasNextPage } } fragment Person on Member { __typename id name } query DealColumn($after: String, $filter: DealFilter, $first: Int!, $orderBy: [DealOrder!], $search: String, $stage: ID!) { __typename stage(id: $stage) { __typename deals( filter: $filter search: $search orderBy: $orderBy first: $first after: $after ) { __typename ...DealPage } id } }");
export const ColumnTotalsDocument = trusted<ColumnTotalsQuery, ColumnTotalsQueryVariables>('eab78601c4f9f651ff573f933f8e8033e751ad3c7e55b56abf20d6f6832cc95c', "fragment Cash on Money { __typename amount currency } fragment DealTotals on DealConnection { __typename totalAmount { __typename ...Cash } totalCount } query ColumnTotals($filter: DealFilter, $search: String, $stage: ID!) { __typename stage(id: $stage) { __typename deals(filter: $filter, search: $search) { __typename ...DealTotals } id } }");
export const BoardForecastDocument = trusted<BoardForecastQuery, BoardForecastQueryVariables>('2ac03cc4acd7728a262a9296dca3cfa5ab5848dad9a719015d07298dcb8b8199', "fragment Cash on Money { __typename amount currency } query BoardForecast($period: Period!) { __typename forecast(period: $period) { __typename endsOn expected { __typename ...Cash } period stages { __typename closed entered expected { __typename ...Cash } explanation high low open openAmount { __typename ...Cash } share stage { __typename id } won } startsOn won { __typename ...Cash } } }");
export const MoveDealDocument = trusted<MoveDealMutation, MoveDealMutationVariables>('9a2e4c4870eb65b6016614678cebe9d11100ac692bae89c73ddc49a2770f6251', "fragment Cash on Money { __typename amount currency } fragment DealCard on Deal { __typename account { __typename id name } amount { __typename ...Cash } amountEstimated closedOn expectedCloseOn id name owner { __typename ...Person } secondsInStage stage { __typename id } stageEnteredAt status version } fragment DealRow on Deal { __typename createdAt openedAt stage { __typename id kind name position } updatedAt ...DealCard } fragment Person on Member { __typename id name } fragment Trouble on Problem { __typename code field message } mutation MoveDeal($input: MoveDealInput!) { __typename moveDeal(input: $input) { __typename deal { __typename ...DealRow } problems { __typename ...Trouble } } }");
export const ReopenDealDocument = trusted<ReopenDealMutation, ReopenDealMutationVariables>('825fa2f2386709b5ca03ad1e9b4f4a1d9c3171b76153a78d99e782c2feb4f7e2', "fragment Cash on Money { __typename amount currency } fragment DealCard on Deal { __typename account { __typename id name } amount { __typename ...Cash } amountEstimated closedOn expectedCloseOn id name owner { __typename ...Person } secondsInStage stage { __typename id } stageEnteredAt status version } fragment DealRow on Deal { __typename createdAt openedAt stage { __typename id kind name position } updatedAt ...DealCard } fragment Person on Member { __typename id name } fragment Trouble on Problem { __typename code field message } mutation ReopenDeal($input: ReopenDealInput!) { __typename reopenDeal(input: $input) { __typename deal { __typename ...DealRow } problems { __typename ...Trouble } } }");
export const UpdateDealDocument = trusted<UpdateDealMutation, UpdateDealMutationVariables>('6e14aa45bbfaed7ca9b730eea4fe78bd067b93508cbfbb1350baa6cb18516142', "fragment Cash on Money { __typename amount currency } fragment DealCard on Deal { __typename account { __typename id name } amount { __typename ...Cash } amountEstimated closedOn expectedCloseOn id name owner { __typename ...Person } secondsInStage stage { __typename id } stageEnteredAt status version } fragment DealRow on Deal { __typename createdAt openedAt stage { __typename id kind name position } updatedAt ...DealCard } fragment Person on Member { __typename id name } fragment Trouble on Problem { __typename code field message } mutation UpdateDeal($input: UpdateDealInput!) { __typename updateDeal(input: $input) { __typename deal { __typename ...DealRow } problems { __typename ...Trouble } } }");
export const CreateDealDocument = trusted<CreateDealMutation, CreateDealMutationVariables>('f48f01495ba9908e30b7690c30cafbe471d4cbbf116b6473b23ffec85420c759', "fragment Cash on Money { __typename amount currency } fragment DealCard on Deal { __typename account { __typename id name } amount { __typename ...Cash } amountEstimated closedOn expectedCloseOn id name owner { __typename ...Person } secondsInStage stage { __typename id } stageEnteredAt status version } fragment DealRow on Deal { __typename createdAt openedAt stage { __typename id kind name position } updatedAt ...DealCard } fragment Person on Member { __typename id name } fragment Trouble on Problem { __typename code field message } mutation CreateDeal($input: CreateDealInput!) { __typename createDeal(input: $input) { __typename deal { __typename ...DealRow } problems { __typename ...Trouble } } }");
export const DeleteDealDocument = trusted<DeleteDealMutation, DeleteDealMutationVariables>('b6dd96584a4a31393ef30d870a48ab56d986022fd257ad45a751552a0b00b554', "fragment Trouble on Problem { __typename code field message } mutation DeleteDeal($input: DealInput!) { __typename deleteDeal(input: $input) { __typename deal { __typename id } problems { __typename ...Trouble } } }");
export const RestoreDealDocument = trusted<RestoreDealMutation, RestoreDealMutationVariables>('8298366f8ed49452eb9382fd0d8a5669af2ee04ccdfb58fdf6483509925e46d9', "fragment Cash on Money { __typename amount currency } fragment DealCard on Deal { __typename account { __typename id name } amount { __typename ...Cash } amountEstimated closedOn expectedCloseOn id name owner { __typename ...Person } secondsInStage stage { __typename id } stageEnteredAt status version } fragment DealRow on Deal { __typename createdAt openedAt stage { __typename id kind name position } updatedAt ...DealCard } fragment Person on Member { __typename id name } fragment Trouble on Problem { __typename code field message } mutation RestoreDeal($input: DealInput!) { __typename restoreDeal(input: $input) { __typename deal { __typename ...DealRow } problems { __typename ...Trouble } } }");
export const DealDocument = trusted<DealQuery, DealQueryVariables>('841bf72eb6fff0b7338b78db37dfe6fdcccd2b22b5dc774d802f49c6b58c97ec', "fragment Cash on Money { __typename amount currency } fragment DealCard on Deal { __typename account { __typename id name } amount { __typename ...Cash } amountEstimated closedOn expectedCloseOn id name owner { __typename ...Person } secondsInStage stage { __typename id } stageEnteredAt status version } fragment DealRow on Deal { __typename createdAt openedAt stage { __typename id kind name position } updatedAt ...DealCard } fragment Person on Member { __typename id name } fragment StageLabel on Stage { __typename allowedDays id kind name position } query Deal($id: ID!) { __typename deal(id: $id) { __typename contact { __typename email id name phone } externalId history(first: 100) { __typename nodes { __typename at by { __typename ...Person } fromAmount { __typename ...Cash } fromOn fromStage { __typename id kind name } id kind seconds toAmount { __typename ...Cash } toOn toStage { __typename id kind name } } totalCount } pipeline { __typename id name stages { __typename ...StageLabel } } products(first: 50) { __typename nodes { __typename id position product { __typename code id name } quantity unitPrice { __typename ...Cash } } } realizedAmount { __typename ...Cash } ...DealRow } }");
export const DealListDocument = trusted<DealListQuery, DealListQueryVariables>('af81a22252a9e1302cdba42d1db04cd6a9f149b57135c1f73e4fd0ef203824db', "fragment Cash on Money { __typename amount currency } fragment DealCard on Deal { __typename account { __typename id name } amount { __typename ...Cash } amountEstimated closedOn expectedCloseOn id name owner { __typename ...Person } secondsInStage stage { __typename id } stageEnteredAt status version } fragment DealRow on Deal { __typename createdAt openedAt stage { __typename id kind name position } updatedAt ...DealCard } fragment Person on Member { __typename id name } query DealList($after: String, $filter: DealFilter, $first: Int!, $orderBy: [DealOrder!], $search: String) { __typename deals( filter: $filter search: $search orderBy: $orderBy first: $first after: $after ) { __typename nodes { __typename ...DealRow } pageInfo { __typename endCursor hasNextPage } } }");
export const DealListTotalsDocument = trusted<DealListTotalsQuery, DealListTotalsQueryVariables>('13c2d8b6c08ff15413947acfe0097bbb1706a7f24afed23051fa12be959b3bf1', "fragment Cash on Money { __typename amount currency } fragment DealTotals on DealConnection { __typename totalAmount { __typename ...Cash } totalCount } query DealListTotals($filter: DealFilter, $search: String) { __typename deals(filter: $filter, search: $search) { __typename ...DealTotals } }");
export const FilterNamesDocument = trusted<FilterNamesQuery, FilterNamesQueryVariables>('62018230c6eb2502bdea40472e848ffda0f946b8e6d56216fa5bc503e9c2d9af', "query FilterNames($account: ID!, $contact: ID!, $withAccount: Boolean!, $withContact: Boolean!) { __typename account(id: $account) @include(if: $withAccount) { __typename id name } contact(id: $contact) @include(if: $withContact) { __typename id name } }");
export const AccountChoicesDocument = trusted<AccountChoicesQuery, AccountChoicesQueryVariables>('7ec94fb963b83407fdc7390a2f00dd01ccb82c47d2bedb85af4d3b2d9392c2a2', "query AccountChoices($search: String) { __typename accounts(first: 20, search: $search, orderBy: [{name: ASC}]) { __typename nodes { __typename id industry name } } }");
export const ImportsDocument = trusted<ImportsQuery, ImportsQueryVariables>('c764bfa44609451d7f464c6f6f77b17610a73a79a34d1e231adfc8550615756c', "fragment ImportRow on Import { __typename by { __typename ...Person } createdAt done failure finishedAt id name startedAt status total undoneAt version } fragment Person on Member { __typename id name } query Imports($after: String, $first: Int!) { __typename imports(first: $first, after: $after, orderBy: [{createdAt: DESC}]) { __typename nodes { __typename files { __typename created entity id name position refused rows unchanged updated } ...ImportRow } pageInfo { __typename endCursor hasNextPage } totalCount } }");
export const ImportRunDocument = trusted<ImportRunQuery, ImportRunQueryVariables>('eb93cf27911af913fd0e7e0fd3455ab469f16174ae37b237c78cf9d484791116', "fragment ImportDetail on Import { __typename files { __typename columns { __typename guess header id position sample target } created entity id name position refused rows unchanged updated } notes { __typename code count id message position } ...ImportRow } fragment ImportRow on Import { __typename by { __typename ...Person } createdAt done failure finishedAt id name startedAt status total undoneAt version } fragment Person on Member { __typename id name } query ImportRun($id: ID!) { __typename import(id: $id) { __typename ...ImportDetail } }");
export const ImportRefusalsDocument = trusted<ImportRefusalsQuery, ImportRefusalsQueryVariables>('52b690f43b2ec532e7114d8e322b9b009456ecae0aeae5536f3199daf51492c6', "query ImportRefusals($after: String, $first: Int!, $id: ID!) { __typename import(id: $id) { __typename id refusals(first: $first, after: $after) { __typename nodes { __typename code column file { __typename id name } id line message value } pageInfo { __typename endCursor hasNextPage } totalCount } } }");
export const ImportTargetsDocument = trusted<ImportTargetsQuery, ImportTargetsQueryVariables>('5dbb81ade87bacfc2afce18bfa58a59cad4e7ec2bf4a0badf54ab0fd7b15ed88', "query ImportTargets { __typename importTargets { __typename entity field label path required } }");
export const SetImportMappingDocument = trusted<SetImportMappingMutation, SetImportMappingMutationVariables>('86ebd0835be77a07b8e590a6aee092b381c66cd45162136dfb292a6a8bb6b380', "fragment ImportDetail on Import { __typename files { __typename columns { __typename guess header id position sample target } created entity id name position refused rows unchanged updated } notes { __typename code count id message position } ...ImportRow } fragment ImportRow on Import { __typename by { __typename ...Person } createdAt done failure finishedAt id name startedAt status total undoneAt version } fragment Person on Member { __typename id name } fragment Trouble on Problem { __typename code field message } mutation SetImportMapping($input: SetImportMappingInput!) { __typename setImportMapping(input: $input) { __typename import { __typename ...ImportDetail } problems { __typename ...Trouble } } }");
export const CheckImportDocument = trusted<CheckImportMutation, CheckImportMutationVariables>('4df8a1827671bdcafdb8286de43fab8b1dab7b46a8f3edff423ea2e47204619c', "fragment ImportDetail on Import { __typename files { __typename columns { __typename guess header id position sample target } created entity id name position refused rows unchanged updated } notes { __typename code count id message position } ...ImportRow } fragment ImportRow on Import { __typename by { __typename ...Person } createdAt done failure finishedAt id name startedAt status total undoneAt version } fragment Person on Member { __typename id name } fragment Trouble on Problem { __typename code field message } mutation CheckImport($input: ImportInput!) { __typename checkImport(input: $input) { __typename import { __typename ...ImportDetail } problems { __typename ...Trouble } } }");
export const RunImportDocument = trusted<RunImportMutation, RunImportMutationVariables>('3abab818c82993c13ce5e44832bf789a0d8976c7cbcba2e54eee0ead3b3c94ac', "fragment ImportDetail on Import { __typename files { __typename columns { __typename guess header id position sample target } created entity id name position refused rows unchanged updated } notes { __typename code count id message position } ...ImportRow } fragment ImportRow on Import { __typename by { __typename ...Person } createdAt done failure finishedAt id name startedAt status total undoneAt version } fragment Person on Member { __typename id name } fragment Trouble on Problem { __typename code field message } mutation RunImport($input: ImportInput!) { __typename runImport(input: $input) { __typename import { __typename ...ImportDetail } problems { __typename ...Trouble } } }");
export const UndoImportDocument = trusted<UndoImportMutation, UndoImportMutationVariables>('72fd366e70c0ac3877fa82670c4edb42ac69c11af5896b044c26eb4cf22b288f', "fragment ImportDetail on Import { __typename files { __typename columns { __typename guess header id position sample target } created entity id name position refused rows unchanged updated } notes { __typename code count id message position } ...ImportRow } fragment ImportRow on Import { __typename by { __typename ...Person } createdAt done failure finishedAt id name startedAt status total undoneAt version } fragment Person on Member { __typename id name } fragment Trouble on Problem { __typename code field message } mutation UndoImport($input: ImportInput!) { __typename undoImport(input: $input) { __typename import { __typename ...ImportDetail } problems { __typename ...Trouble } } }");
export const DiscardImportDocument = trusted<DiscardImportMutation, DiscardImportMutationVariables>('2327a51e715a4bd2b3efebf8cd5f695924feaff462dc71184e754faead935c8e', "fragment Trouble on Problem { __typename code field message } mutation DiscardImport($input: ImportInput!) { __typename discardImport(input: $input) { __typename import { __typename id } problems { __typename ...Trouble } } }");
export const MeDocument = trusted<MeQuery, MeQueryVariables>('df7d545ffa46a9c64f1344b09a39d84b4e61ce0e48cfe7da9d2f1bd01763e292', "query Me { __typename me { __typename member { __typename email id locale name role timeZone } tenant { __typename currency locale name slug timeZone } } }");
export const UpdateProfileDocument = trusted<UpdateProfileMutation, UpdateProfileMutationVariables>('39dbba6830ca81b29b247b5a164d8e583844cb68a377e9d0d06dad710f66020f', "fragment Trouble on Problem { __typename code field message } mutation UpdateProfile($input: UpdateProfileInput!) { __typename updateProfile(input: $input) { __typename member { __typename id locale timeZone } problems { __typename ...Trouble } } }");
export const PeopleDocument = trusted<PeopleQuery, PeopleQueryVariables>('b479dfdbe6528748252f82e9f5c5f7dd6b4e3a6428c1bdd6708b27e4c8ea2159', "fragment Person on Member { __typename id name } query People { __typename members(first: 200, orderBy: [{name: ASC}]) { __typename nodes { __typename status team { __typename id name } ...Person } } teams(first: 200, orderBy: [{name: ASC}]) { __typename nodes { __typename id name office } } }");
export const PipelinesDocument = trusted<PipelinesQuery, PipelinesQueryVariables>('7fd4f0aa6d700e30ed6c71cf5d34150d898fadc5595e1dc30fdb209d4a91b06c', "fragment StageLabel on Stage { __typename allowedDays id kind name position } query Pipelines { __typename pipelines { __typename id isDefault name position stages { __typename ...StageLabel } } }");
export const FindDocument = trusted<FindQuery, FindQueryVariables>('e21e64ffb7f017f30c87f7b59e1258ef30290f3909340442c738b8af0cd182a1', "fragment Cash on Money { __typename amount currency } query Find($search: String!) { __typename accounts(first: 5, search: $search, orderBy: [{name: ASC}]) { __typename nodes { __typename id industry name } } contacts(first: 5, search: $search, orderBy: [{name: ASC}]) { __typename nodes { __typename account { __typename id name } email id name } } deals(first: 6, search: $search, orderBy: [{updatedAt: DESC}]) { __typename nodes { __typename account { __typename id name } amount { __typename ...Cash } id name stage { __typename id kind name } status } } }");