/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type AccountFilter = {
  and?: Array<AccountFilter> | null | undefined;
  attachments?: AttachmentListFilter | null | undefined;
  children?: AccountListFilter | null | undefined;
  contacts?: ContactListFilter | null | undefined;
  conversions?: LeadConversionListFilter | null | undefined;
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
  timeline?: TimelineEntryListFilter | null | undefined;
  updatedAt?: DateTimeFilter | null | undefined;
  version?: IntFilter | null | undefined;
  website?: StringFilter | null | undefined;
};

export type AccountInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  id: string;
  version?: number | null | undefined;
};

export type AccountListFilter = {
  /** None is like this. */
  none?: AccountFilter | null | undefined;
  /** At least one is like this. */
  some?: AccountFilter | null | undefined;
};

export type AccountOrder = {
  country?: OrderDirection | null | undefined;
  createdAt?: OrderDirection | null | undefined;
  externalId?: OrderDirection | null | undefined;
  foundedYear?: OrderDirection | null | undefined;
  industry?: OrderDirection | null | undefined;
  name?: OrderDirection | null | undefined;
  phone?: OrderDirection | null | undefined;
  revenue?: OrderDirection | null | undefined;
  size?: OrderDirection | null | undefined;
  updatedAt?: OrderDirection | null | undefined;
  version?: OrderDirection | null | undefined;
  website?: OrderDirection | null | undefined;
};

export type ActivityAttendeeFilter = {
  and?: Array<ActivityAttendeeFilter> | null | undefined;
  contact?: ContactFilter | null | undefined;
  id?: IdFilter | null | undefined;
  member?: MemberFilter | null | undefined;
  not?: ActivityAttendeeFilter | null | undefined;
  or?: Array<ActivityAttendeeFilter> | null | undefined;
};

export type ActivityAttendeeListFilter = {
  /** None is like this. */
  none?: ActivityAttendeeFilter | null | undefined;
  /** At least one is like this. */
  some?: ActivityAttendeeFilter | null | undefined;
};

export type ActivityFilter = {
  and?: Array<ActivityFilter> | null | undefined;
  at?: DateTimeFilter | null | undefined;
  attachments?: AttachmentListFilter | null | undefined;
  attendees?: ActivityAttendeeListFilter | null | undefined;
  author?: MemberFilter | null | undefined;
  body?: StringFilter | null | undefined;
  createdAt?: DateTimeFilter | null | undefined;
  direction?: CallDirectionFilter | null | undefined;
  doneAt?: DateTimeFilter | null | undefined;
  doneBy?: MemberFilter | null | undefined;
  dueAt?: DateTimeFilter | null | undefined;
  dueOn?: DateFilter | null | undefined;
  endsAt?: DateTimeFilter | null | undefined;
  fallsAt?: DateTimeFilter | null | undefined;
  followUpOf?: ActivityFilter | null | undefined;
  id?: IdFilter | null | undefined;
  kind?: ActivityKindFilter | null | undefined;
  links?: ActivityLinkListFilter | null | undefined;
  location?: StringFilter | null | undefined;
  mentions?: ActivityMentionListFilter | null | undefined;
  not?: ActivityFilter | null | undefined;
  or?: Array<ActivityFilter> | null | undefined;
  outcome?: CallOutcomeFilter | null | undefined;
  owner?: MemberFilter | null | undefined;
  priority?: PriorityFilter | null | undefined;
  private?: BooleanFilter | null | undefined;
  remindMinutes?: IntFilter | null | undefined;
  series?: ActivitySeriesFilter | null | undefined;
  slotAt?: DateTimeFilter | null | undefined;
  startsAt?: DateTimeFilter | null | undefined;
  status?: ActivityStatusFilter | null | undefined;
  subject?: StringFilter | null | undefined;
  updatedAt?: DateTimeFilter | null | undefined;
  version?: IntFilter | null | undefined;
};

export type ActivityInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  id: string;
  version?: number | null | undefined;
};

export type ActivityKind =
  | 'CALL'
  | 'MEETING'
  | 'NOTE'
  | 'TASK';

export type ActivityKindFilter = {
  eq?: ActivityKind | null | undefined;
  in?: Array<ActivityKind> | null | undefined;
  isNull?: boolean | null | undefined;
  ne?: ActivityKind | null | undefined;
};

export type ActivityLinkFilter = {
  account?: AccountFilter | null | undefined;
  and?: Array<ActivityLinkFilter> | null | undefined;
  awaitedAt?: DateTimeFilter | null | undefined;
  contact?: ContactFilter | null | undefined;
  deal?: DealFilter | null | undefined;
  derived?: BooleanFilter | null | undefined;
  id?: IdFilter | null | undefined;
  lead?: LeadFilter | null | undefined;
  not?: ActivityLinkFilter | null | undefined;
  or?: Array<ActivityLinkFilter> | null | undefined;
};

export type ActivityLinkListFilter = {
  /** None is like this. */
  none?: ActivityLinkFilter | null | undefined;
  /** At least one is like this. */
  some?: ActivityLinkFilter | null | undefined;
};

export type ActivityMentionFilter = {
  and?: Array<ActivityMentionFilter> | null | undefined;
  id?: IdFilter | null | undefined;
  member?: MemberFilter | null | undefined;
  not?: ActivityMentionFilter | null | undefined;
  or?: Array<ActivityMentionFilter> | null | undefined;
};

export type ActivityMentionListFilter = {
  /** None is like this. */
  none?: ActivityMentionFilter | null | undefined;
  /** At least one is like this. */
  some?: ActivityMentionFilter | null | undefined;
};

export type ActivityPriority =
  | 'HIGH'
  | 'LOW'
  | 'NORMAL';

export type ActivitySeriesFilter = {
  and?: Array<ActivitySeriesFilter> | null | undefined;
  endedAt?: DateTimeFilter | null | undefined;
  endedBy?: MemberFilter | null | undefined;
  id?: IdFilter | null | undefined;
  not?: ActivitySeriesFilter | null | undefined;
  or?: Array<ActivitySeriesFilter> | null | undefined;
  rule?: StringFilter | null | undefined;
  startsAt?: DateTimeFilter | null | undefined;
  timeZone?: StringFilter | null | undefined;
  wholeDays?: BooleanFilter | null | undefined;
};

export type ActivityStatus =
  | 'CANCELLED'
  | 'DONE'
  | 'OPEN';

export type ActivityStatusFilter = {
  eq?: ActivityStatus | null | undefined;
  in?: Array<ActivityStatus> | null | undefined;
  isNull?: boolean | null | undefined;
  ne?: ActivityStatus | null | undefined;
};

export type AddFavoriteInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  position?: number | null | undefined;
  recordId: string;
};

export type AddHolidaysInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  holidays: Array<HolidayInput>;
};

export type AssignLeadInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  id: string;
  ownerId?: string | null | undefined;
  version?: number | null | undefined;
};

export type AssignmentDecisionFilter = {
  and?: Array<AssignmentDecisionFilter> | null | undefined;
  at?: DateTimeFilter | null | undefined;
  id?: IdFilter | null | undefined;
  member?: MemberFilter | null | undefined;
  not?: AssignmentDecisionFilter | null | undefined;
  or?: Array<AssignmentDecisionFilter> | null | undefined;
  rule?: AssignmentRuleFilter | null | undefined;
};

export type AssignmentDecisionListFilter = {
  /** None is like this. */
  none?: AssignmentDecisionFilter | null | undefined;
  /** At least one is like this. */
  some?: AssignmentDecisionFilter | null | undefined;
};

export type AssignmentFactsInput = {
  answers?: Array<LeadAnswerInput> | null | undefined;
  country?: string | null | undefined;
  language?: string | null | undefined;
  leadId?: string | null | undefined;
  productId?: string | null | undefined;
  sourceId?: string | null | undefined;
};

export type AssignmentRuleFilter = {
  active?: BooleanFilter | null | undefined;
  and?: Array<AssignmentRuleFilter> | null | undefined;
  answer?: StringFilter | null | undefined;
  country?: StringFilter | null | undefined;
  createdAt?: DateTimeFilter | null | undefined;
  id?: IdFilter | null | undefined;
  language?: StringFilter | null | undefined;
  name?: StringFilter | null | undefined;
  not?: AssignmentRuleFilter | null | undefined;
  or?: Array<AssignmentRuleFilter> | null | undefined;
  pool?: AssignmentSeatListFilter | null | undefined;
  position?: IntFilter | null | undefined;
  product?: ProductFilter | null | undefined;
  question?: StringFilter | null | undefined;
  source?: SourceFilter | null | undefined;
  strategy?: StrategyFilter | null | undefined;
  updatedAt?: DateTimeFilter | null | undefined;
  version?: IntFilter | null | undefined;
  workingHours?: BooleanFilter | null | undefined;
};

export type AssignmentRuleInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  id: string;
  version?: number | null | undefined;
};

export type AssignmentSeatFilter = {
  and?: Array<AssignmentSeatFilter> | null | undefined;
  capacity?: IntFilter | null | undefined;
  id?: IdFilter | null | undefined;
  member?: MemberFilter | null | undefined;
  not?: AssignmentSeatFilter | null | undefined;
  or?: Array<AssignmentSeatFilter> | null | undefined;
  position?: IntFilter | null | undefined;
  turns?: IntFilter | null | undefined;
};

export type AssignmentSeatInput = {
  capacity?: number | null | undefined;
  memberId: string;
};

export type AssignmentSeatListFilter = {
  /** None is like this. */
  none?: AssignmentSeatFilter | null | undefined;
  /** At least one is like this. */
  some?: AssignmentSeatFilter | null | undefined;
};

export type AssignmentStep =
  | 'CHOSEN'
  | 'HAS_LEFT'
  | 'IS_FULL'
  | 'NOBODY_FREE'
  | 'NOT_AT_WORK'
  | 'OTHER_ANSWER'
  | 'OTHER_COUNTRY'
  | 'OTHER_LANGUAGE'
  | 'OTHER_PRODUCT'
  | 'OTHER_SOURCE';

export type AssignmentStrategy =
  | 'FIXED'
  | 'LEAST_BUSY'
  | 'ROUND_ROBIN';

export type AttachmentFilter = {
  addedBy?: MemberFilter | null | undefined;
  and?: Array<AttachmentFilter> | null | undefined;
  createdAt?: DateTimeFilter | null | undefined;
  id?: IdFilter | null | undefined;
  kind?: StringFilter | null | undefined;
  name?: StringFilter | null | undefined;
  not?: AttachmentFilter | null | undefined;
  or?: Array<AttachmentFilter> | null | undefined;
  size?: IntFilter | null | undefined;
  version?: IntFilter | null | undefined;
};

export type AttachmentInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  id: string;
  version?: number | null | undefined;
};

export type AttachmentListFilter = {
  /** None is like this. */
  none?: AttachmentFilter | null | undefined;
  /** At least one is like this. */
  some?: AttachmentFilter | null | undefined;
};

export type AttendeeInput = {
  contactId?: string | null | undefined;
  memberId?: string | null | undefined;
};

/** Who is offered a view: its owner, a team, the whole company. */
export type Audience =
  | 'COMPANY'
  | 'PRIVATE'
  | 'TEAM';

export type BatchInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  id: string;
};

/** KEPT: it was not taken back, for somebody has changed it since. */
export type BatchOutcome =
  | 'CHANGED'
  | 'KEPT'
  | 'REFUSED'
  | 'UNDONE'
  | 'WAITING';

export type BatchStatus =
  | 'DONE'
  | 'RUNNING'
  | 'UNDOING'
  | 'UNDONE'
  | 'WAITING';

export type BooleanFilter = {
  eq?: boolean | null | undefined;
  isNull?: boolean | null | undefined;
};

export type CallDirection =
  | 'INBOUND'
  | 'OUTBOUND';

export type CallDirectionFilter = {
  eq?: CallDirection | null | undefined;
  in?: Array<CallDirection> | null | undefined;
  isNull?: boolean | null | undefined;
  ne?: CallDirection | null | undefined;
};

export type CallOutcome =
  | 'BUSY'
  | 'CONNECTED'
  | 'LEFT_MESSAGE'
  | 'NO_ANSWER'
  | 'WRONG_NUMBER';

export type CallOutcomeFilter = {
  eq?: CallOutcome | null | undefined;
  in?: Array<CallOutcome> | null | undefined;
  isNull?: boolean | null | undefined;
  ne?: CallOutcome | null | undefined;
};

export type Captcha =
  | 'HCAPTCHA'
  | 'RECAPTCHA'
  | 'RECAPTCHA_SCORE'
  | 'TURNSTILE';

export type CaptchaFilter = {
  eq?: Captcha | null | undefined;
  in?: Array<Captcha> | null | undefined;
  isNull?: boolean | null | undefined;
  ne?: Captcha | null | undefined;
};

export type ChangeCurrencyInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  currency: string;
  version?: number | null | undefined;
};

export type ChangeQualificationInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  leastActivities?: number;
  requires?: Array<KnownField> | null | undefined;
  ripeScore?: number | null | undefined;
  rules: Array<QualificationRuleInput>;
  version?: number | null | undefined;
};

export type ChannelFilter = {
  eq?: LeadChannel | null | undefined;
  in?: Array<LeadChannel> | null | undefined;
  isNull?: boolean | null | undefined;
  ne?: LeadChannel | null | undefined;
};

export type CheckMailboxInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  id: string;
};

export type ChooseDefaultViewInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  object: string;
  viewId?: string | null | undefined;
};

export type ChooseNotificationsInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  kind: string;
  mailing: NotificationMailing;
  push?: boolean | null | undefined;
  shown?: boolean;
};

export type CompleteActivityInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  id: string;
  outcome?: CallOutcome | null | undefined;
  version?: number | null | undefined;
};

export type ConsentFilter = {
  and?: Array<ConsentFilter> | null | undefined;
  at?: DateTimeFilter | null | undefined;
  by?: MemberFilter | null | undefined;
  evidence?: StringFilter | null | undefined;
  id?: IdFilter | null | undefined;
  kind?: ConsentKindFilter | null | undefined;
  not?: ConsentFilter | null | undefined;
  or?: Array<ConsentFilter> | null | undefined;
  source?: SourceFilter | null | undefined;
  words?: StringFilter | null | undefined;
};

export type ConsentKind =
  | 'GRANTED'
  | 'WITHDRAWN';

export type ConsentKindFilter = {
  eq?: ConsentKind | null | undefined;
  in?: Array<ConsentKind> | null | undefined;
  isNull?: boolean | null | undefined;
  ne?: ConsentKind | null | undefined;
};

export type ConsentListFilter = {
  /** None is like this. */
  none?: ConsentFilter | null | undefined;
  /** At least one is like this. */
  some?: ConsentFilter | null | undefined;
};

export type ContactFilter = {
  account?: AccountFilter | null | undefined;
  and?: Array<ContactFilter> | null | undefined;
  attachments?: AttachmentListFilter | null | undefined;
  consents?: ConsentListFilter | null | undefined;
  conversions?: LeadConversionListFilter | null | undefined;
  createdAt?: DateTimeFilter | null | undefined;
  email?: StringFilter | null | undefined;
  externalId?: StringFilter | null | undefined;
  id?: IdFilter | null | undefined;
  name?: StringFilter | null | undefined;
  not?: ContactFilter | null | undefined;
  or?: Array<ContactFilter> | null | undefined;
  owner?: MemberFilter | null | undefined;
  phone?: StringFilter | null | undefined;
  timeline?: TimelineEntryListFilter | null | undefined;
  title?: StringFilter | null | undefined;
  updatedAt?: DateTimeFilter | null | undefined;
  version?: IntFilter | null | undefined;
};

export type ContactInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  id: string;
  version?: number | null | undefined;
};

export type ContactListFilter = {
  /** None is like this. */
  none?: ContactFilter | null | undefined;
  /** At least one is like this. */
  some?: ContactFilter | null | undefined;
};

export type ContactOrder = {
  createdAt?: OrderDirection | null | undefined;
  email?: OrderDirection | null | undefined;
  externalId?: OrderDirection | null | undefined;
  name?: OrderDirection | null | undefined;
  phone?: OrderDirection | null | undefined;
  title?: OrderDirection | null | undefined;
  updatedAt?: OrderDirection | null | undefined;
  version?: OrderDirection | null | undefined;
};

export type ConvertLeadInput = {
  accountId?: string | null | undefined;
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  contactId?: string | null | undefined;
  dealAmount?: MoneyInput | null | undefined;
  dealId?: string | null | undefined;
  dealName?: string | null | undefined;
  id: string;
  newAccount?: boolean | null | undefined;
  newContact?: boolean | null | undefined;
  stageId?: string | null | undefined;
  version?: number | null | undefined;
  withoutAccount?: boolean | null | undefined;
  withoutContact?: boolean | null | undefined;
  withoutDeal?: boolean | null | undefined;
};

export type CreateAccountInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  country?: string | null | undefined;
  foundedYear?: number | null | undefined;
  industry?: string | null | undefined;
  name: string;
  ownerId?: string | null | undefined;
  parentId?: string | null | undefined;
  phone?: string | null | undefined;
  revenue?: MoneyInput | null | undefined;
  size?: number | null | undefined;
  website?: string | null | undefined;
};

export type CreateActivityInput = {
  accountIds?: Array<string> | null | undefined;
  attendees?: Array<AttendeeInput> | null | undefined;
  body?: string | null | undefined;
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  contactIds?: Array<string> | null | undefined;
  dealIds?: Array<string> | null | undefined;
  direction?: CallDirection | null | undefined;
  done?: boolean | null | undefined;
  dueAt?: string | null | undefined;
  dueOn?: string | null | undefined;
  endsAt?: string | null | undefined;
  followUpOfId?: string | null | undefined;
  kind: ActivityKind;
  leadIds?: Array<string> | null | undefined;
  location?: string | null | undefined;
  mentionedIds?: Array<string> | null | undefined;
  outcome?: CallOutcome | null | undefined;
  ownerId?: string | null | undefined;
  priority?: ActivityPriority | null | undefined;
  private?: boolean | null | undefined;
  remindMinutes?: number | null | undefined;
  repeat?: string | null | undefined;
  startsAt?: string | null | undefined;
  subject: string;
};

export type CreateAssignmentRuleInput = {
  answer?: string | null | undefined;
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  country?: string | null | undefined;
  language?: string | null | undefined;
  name: string;
  pool: Array<AssignmentSeatInput>;
  productId?: string | null | undefined;
  question?: string | null | undefined;
  sourceId?: string | null | undefined;
  strategy?: AssignmentStrategy | null | undefined;
  workingHours?: boolean | null | undefined;
};

export type CreateContactInput = {
  accountId?: string | null | undefined;
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  email?: string | null | undefined;
  name: string;
  ownerId?: string | null | undefined;
  phone?: string | null | undefined;
  title?: string | null | undefined;
};

export type CreateCustomRoleInput = {
  about?: string | null | undefined;
  base: MemberRole;
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  fields?: Array<FieldRuleInput> | null | undefined;
  grants?: Array<GrantInput> | null | undefined;
  name: string;
  powers?: Array<PowerInput> | null | undefined;
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

export type CreateExchangeRateInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  currency: string;
  rate: string;
  startsOn: string;
};

export type CreateExportInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  columns: Array<ExportColumnInput>;
  filter?: unknown;
  format?: ExportFormat;
  name: string;
  object: string;
  orderBy?: Array<unknown> | null | undefined;
  search?: string | null | undefined;
};

export type CreateLeadInput = {
  answers?: Array<LeadAnswerInput> | null | undefined;
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  company?: string | null | undefined;
  country?: string | null | undefined;
  email?: string | null | undefined;
  language?: string | null | undefined;
  message?: string | null | undefined;
  name: string;
  ownerId?: string | null | undefined;
  phone?: string | null | undefined;
  productId?: string | null | undefined;
  receivedAt?: string | null | undefined;
  sourceId?: string | null | undefined;
  title?: string | null | undefined;
  visit?: LeadVisitInput | null | undefined;
};

export type CreateLossReasonInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  name: string;
};

export type CreatePipelineInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  name: string;
  stages: Array<StageDraftInput>;
};

export type CreateProductInput = {
  active?: boolean;
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  code?: string | null | undefined;
  family?: string | null | undefined;
  name: string;
  price?: MoneyInput | null | undefined;
};

export type CreateSavedViewInput = {
  audience?: Audience;
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  name: string;
  object: string;
  shown?: ShownInput | null | undefined;
  teamId?: string | null | undefined;
};

export type CreateSourceInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  consentText?: string | null | undefined;
  kind: SourceKind;
  mapping?: unknown;
  name: string;
  ownerId?: string | null | undefined;
  questions?: Array<SourceQuestionInput> | null | undefined;
};

export type CreateStageInput = {
  allowedDays?: number | null | undefined;
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  kind: StageKind;
  name: string;
  pipelineId: string;
};

export type CreateTeamInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  managerId?: string | null | undefined;
  name: string;
  office?: string | null | undefined;
  parentId?: string | null | undefined;
};

export type CustomRoleFilter = {
  about?: StringFilter | null | undefined;
  and?: Array<CustomRoleFilter> | null | undefined;
  base?: RoleFilter | null | undefined;
  createdAt?: DateTimeFilter | null | undefined;
  id?: IdFilter | null | undefined;
  name?: StringFilter | null | undefined;
  not?: CustomRoleFilter | null | undefined;
  or?: Array<CustomRoleFilter> | null | undefined;
  updatedAt?: DateTimeFilter | null | undefined;
  version?: IntFilter | null | undefined;
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

export type DayPart =
  | 'NEXT'
  | 'OVERDUE'
  | 'TODAY'
  | 'UNDATED';

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
  lossReason?: LossReasonFilter | null | undefined;
  lossRemark?: StringFilter | null | undefined;
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
  | 'LOSS_REASON'
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
  activityLinks?: ActivityLinkListFilter | null | undefined;
  amount?: DecimalFilter | null | undefined;
  amountEstimated?: BooleanFilter | null | undefined;
  and?: Array<DealFilter> | null | undefined;
  attachments?: AttachmentListFilter | null | undefined;
  closedOn?: DateFilter | null | undefined;
  contact?: ContactFilter | null | undefined;
  conversions?: LeadConversionListFilter | null | undefined;
  createdAt?: DateTimeFilter | null | undefined;
  expectedCloseOn?: DateFilter | null | undefined;
  externalId?: StringFilter | null | undefined;
  history?: DealEventListFilter | null | undefined;
  id?: IdFilter | null | undefined;
  lossReason?: LossReasonFilter | null | undefined;
  lossRemark?: StringFilter | null | undefined;
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
  timeline?: TimelineEntryListFilter | null | undefined;
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
  lossRemark?: OrderDirection | null | undefined;
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

export type DeleteCustomRoleInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  id: string;
  moveTo?: string | null | undefined;
  moveToReady?: MemberRole | null | undefined;
  version?: number | null | undefined;
};

export type DeleteManyInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  filter?: unknown;
  object: string;
  search?: string | null | undefined;
};

export type DeleteStageInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  id: string;
  moveDealsTo?: string | null | undefined;
  version?: number | null | undefined;
};

export type DisqualifyLeadInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  id: string;
  reason: UnfitReason;
  remark?: string | null | undefined;
  version?: number | null | undefined;
};

export type DistributeLeadInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  id: string;
};

export type ExchangeRateFilter = {
  against?: StringFilter | null | undefined;
  and?: Array<ExchangeRateFilter> | null | undefined;
  createdAt?: DateTimeFilter | null | undefined;
  currency?: StringFilter | null | undefined;
  id?: IdFilter | null | undefined;
  not?: ExchangeRateFilter | null | undefined;
  or?: Array<ExchangeRateFilter> | null | undefined;
  rate?: DecimalFilter | null | undefined;
  startsOn?: DateFilter | null | undefined;
  updatedAt?: DateTimeFilter | null | undefined;
  version?: IntFilter | null | undefined;
};

export type ExchangeRateInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  id: string;
  version?: number | null | undefined;
};

export type ExportColumnInput = {
  label: string;
  path: string;
};

export type ExportFormat =
  | 'CSV'
  | 'XLSX';

export type ExportInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  id: string;
};

/** GONE: the file was deleted, by its member or after a week. */
export type ExportStatus =
  | 'DONE'
  | 'FAILED'
  | 'GONE'
  | 'RUNNING'
  | 'WAITING';

export type FieldMatch =
  | 'FILLED'
  | 'HAS'
  | 'IS';

/** Hidden is null, empty, and neither filtered nor sorted by. */
export type FieldRule =
  | 'HIDDEN'
  | 'READ_ONLY';

export type FieldRuleInput = {
  field: string;
  object: string;
  rule: FieldRule;
};

/** What a reader of the forecast must know. */
export type ForecastNoteCode =
  | 'NO_AMOUNT'
  | 'NO_SHARE'
  | 'OTHER_CURRENCY'
  | 'OVERDUE'
  | 'PIPELINE_SHARE'
  | 'UNDATED';

export type GrantInput = {
  object: string;
  scope: Scope;
  verb: Verb;
};

export type HolidayInput = {
  fallsOn: string;
  halfUntil?: string | null | undefined;
  name: string;
  yearly?: boolean;
};

export type HolidaysInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  ids: Array<string>;
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

export type InviteMemberInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  customRoleId?: string | null | undefined;
  email: string;
  locale?: string | null | undefined;
  name: string;
  role: MemberRole;
  teamId?: string | null | undefined;
  timeZone?: string | null | undefined;
};

export type KnownField =
  | 'CAMPAIGN'
  | 'CHANNEL'
  | 'COMPANY'
  | 'COUNTRY'
  | 'EMAIL'
  | 'LANGUAGE'
  | 'MESSAGE'
  | 'PHONE'
  | 'PRODUCT'
  | 'TITLE';

export type LeadAnswerFilter = {
  and?: Array<LeadAnswerFilter> | null | undefined;
  answer?: StringFilter | null | undefined;
  id?: IdFilter | null | undefined;
  not?: LeadAnswerFilter | null | undefined;
  or?: Array<LeadAnswerFilter> | null | undefined;
  position?: IntFilter | null | undefined;
  question?: StringFilter | null | undefined;
};

export type LeadAnswerInput = {
  answer: string;
  question: string;
};

export type LeadAnswerListFilter = {
  /** None is like this. */
  none?: LeadAnswerFilter | null | undefined;
  /** At least one is like this. */
  some?: LeadAnswerFilter | null | undefined;
};

export type LeadChannel =
  | 'DIRECT'
  | 'EMAIL'
  | 'ORGANIC'
  | 'PAID'
  | 'REFERRAL'
  | 'SOCIAL';

export type LeadConversionFilter = {
  account?: AccountFilter | null | undefined;
  accountMade?: BooleanFilter | null | undefined;
  and?: Array<LeadConversionFilter> | null | undefined;
  at?: DateTimeFilter | null | undefined;
  by?: MemberFilter | null | undefined;
  contact?: ContactFilter | null | undefined;
  contactMade?: BooleanFilter | null | undefined;
  deal?: DealFilter | null | undefined;
  dealMade?: BooleanFilter | null | undefined;
  id?: IdFilter | null | undefined;
  lead?: LeadFilter | null | undefined;
  not?: LeadConversionFilter | null | undefined;
  or?: Array<LeadConversionFilter> | null | undefined;
  undoneAt?: DateTimeFilter | null | undefined;
  undoneBy?: MemberFilter | null | undefined;
};

export type LeadConversionListFilter = {
  /** None is like this. */
  none?: LeadConversionFilter | null | undefined;
  /** At least one is like this. */
  some?: LeadConversionFilter | null | undefined;
};

export type LeadEventFilter = {
  and?: Array<LeadEventFilter> | null | undefined;
  at?: DateTimeFilter | null | undefined;
  by?: MemberFilter | null | undefined;
  fromOwner?: MemberFilter | null | undefined;
  fromStatus?: LeadStatusFilter | null | undefined;
  id?: IdFilter | null | undefined;
  kind?: LeadEventKindFilter | null | undefined;
  not?: LeadEventFilter | null | undefined;
  or?: Array<LeadEventFilter> | null | undefined;
  seconds?: IntFilter | null | undefined;
  toOwner?: MemberFilter | null | undefined;
  toStatus?: LeadStatusFilter | null | undefined;
  unfitReason?: UnfitReasonFilter | null | undefined;
  unfitRemark?: StringFilter | null | undefined;
};

export type LeadEventKind =
  | 'CREATED'
  | 'OWNER'
  | 'RIPENED'
  | 'STATUS'
  | 'UNRIPENED';

export type LeadEventKindFilter = {
  eq?: LeadEventKind | null | undefined;
  in?: Array<LeadEventKind> | null | undefined;
  isNull?: boolean | null | undefined;
  ne?: LeadEventKind | null | undefined;
};

export type LeadEventListFilter = {
  /** None is like this. */
  none?: LeadEventFilter | null | undefined;
  /** At least one is like this. */
  some?: LeadEventFilter | null | undefined;
};

export type LeadField =
  | 'COMPANY'
  | 'COUNTRY'
  | 'EMAIL'
  | 'FIRST_NAME'
  | 'LANGUAGE'
  | 'LAST_NAME'
  | 'MESSAGE'
  | 'NAME'
  | 'PHONE'
  | 'TITLE';

export type LeadFieldFilter = {
  eq?: LeadField | null | undefined;
  in?: Array<LeadField> | null | undefined;
  isNull?: boolean | null | undefined;
  ne?: LeadField | null | undefined;
};

export type LeadFilter = {
  activityLinks?: ActivityLinkListFilter | null | undefined;
  and?: Array<LeadFilter> | null | undefined;
  answers?: LeadAnswerListFilter | null | undefined;
  assignmentDecisions?: AssignmentDecisionListFilter | null | undefined;
  attachments?: AttachmentListFilter | null | undefined;
  channel?: ChannelFilter | null | undefined;
  clickId?: StringFilter | null | undefined;
  company?: StringFilter | null | undefined;
  consents?: ConsentListFilter | null | undefined;
  conversions?: LeadConversionListFilter | null | undefined;
  country?: StringFilter | null | undefined;
  createdAt?: DateTimeFilter | null | undefined;
  email?: StringFilter | null | undefined;
  history?: LeadEventListFilter | null | undefined;
  id?: IdFilter | null | undefined;
  landingPage?: StringFilter | null | undefined;
  language?: StringFilter | null | undefined;
  merits?: LeadMeritListFilter | null | undefined;
  message?: StringFilter | null | undefined;
  name?: StringFilter | null | undefined;
  not?: LeadFilter | null | undefined;
  or?: Array<LeadFilter> | null | undefined;
  owner?: MemberFilter | null | undefined;
  phone?: StringFilter | null | undefined;
  product?: ProductFilter | null | undefined;
  receivedAt?: DateTimeFilter | null | undefined;
  referrer?: StringFilter | null | undefined;
  responseEvents?: ResponseEventListFilter | null | undefined;
  ripeAt?: DateTimeFilter | null | undefined;
  score?: IntFilter | null | undefined;
  source?: SourceFilter | null | undefined;
  status?: LeadStatusFilter | null | undefined;
  statusEnteredAt?: DateTimeFilter | null | undefined;
  timeline?: TimelineEntryListFilter | null | undefined;
  title?: StringFilter | null | undefined;
  unfitReason?: UnfitReasonFilter | null | undefined;
  unfitRemark?: StringFilter | null | undefined;
  updatedAt?: DateTimeFilter | null | undefined;
  utmCampaign?: StringFilter | null | undefined;
  utmContent?: StringFilter | null | undefined;
  utmMedium?: StringFilter | null | undefined;
  utmSource?: StringFilter | null | undefined;
  utmTerm?: StringFilter | null | undefined;
  version?: IntFilter | null | undefined;
  visits?: VisitListFilter | null | undefined;
};

export type LeadInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  id: string;
  version?: number | null | undefined;
};

export type LeadListFilter = {
  /** None is like this. */
  none?: LeadFilter | null | undefined;
  /** At least one is like this. */
  some?: LeadFilter | null | undefined;
};

export type LeadMatchReason =
  | 'ACCOUNT'
  | 'CONTACT'
  | 'DOMAIN'
  | 'EMAIL'
  | 'NAME'
  | 'PHONE';

export type LeadMeritFilter = {
  and?: Array<LeadMeritFilter> | null | undefined;
  id?: IdFilter | null | undefined;
  merit?: MeritFilter | null | undefined;
  not?: LeadMeritFilter | null | undefined;
  or?: Array<LeadMeritFilter> | null | undefined;
  points?: IntFilter | null | undefined;
  rule?: StringFilter | null | undefined;
};

export type LeadMeritKind =
  | 'ACTIVITIES'
  | 'ANSWER'
  | 'COMPANY'
  | 'CONSENT'
  | 'EMAIL'
  | 'FIELD'
  | 'MESSAGE'
  | 'PHONE'
  | 'PRODUCT'
  | 'SOUGHT_US'
  | 'SOURCE'
  | 'TALKED'
  | 'TALKED_WITHIN'
  | 'TITLE'
  | 'WORK_EMAIL';

export type LeadMeritListFilter = {
  /** None is like this. */
  none?: LeadMeritFilter | null | undefined;
  /** At least one is like this. */
  some?: LeadMeritFilter | null | undefined;
};

export type LeadMissingKind =
  | 'ACTIVITIES'
  | 'FIELD'
  | 'SCORE';

export type LeadOrder = {
  channel?: OrderDirection | null | undefined;
  clickId?: OrderDirection | null | undefined;
  company?: OrderDirection | null | undefined;
  country?: OrderDirection | null | undefined;
  createdAt?: OrderDirection | null | undefined;
  email?: OrderDirection | null | undefined;
  landingPage?: OrderDirection | null | undefined;
  language?: OrderDirection | null | undefined;
  message?: OrderDirection | null | undefined;
  name?: OrderDirection | null | undefined;
  phone?: OrderDirection | null | undefined;
  receivedAt?: OrderDirection | null | undefined;
  referrer?: OrderDirection | null | undefined;
  ripeAt?: OrderDirection | null | undefined;
  score?: OrderDirection | null | undefined;
  status?: OrderDirection | null | undefined;
  statusEnteredAt?: OrderDirection | null | undefined;
  title?: OrderDirection | null | undefined;
  unfitReason?: OrderDirection | null | undefined;
  unfitRemark?: OrderDirection | null | undefined;
  updatedAt?: OrderDirection | null | undefined;
  utmCampaign?: OrderDirection | null | undefined;
  utmContent?: OrderDirection | null | undefined;
  utmMedium?: OrderDirection | null | undefined;
  utmSource?: OrderDirection | null | undefined;
  utmTerm?: OrderDirection | null | undefined;
  version?: OrderDirection | null | undefined;
};

export type LeadStatus =
  | 'CONVERTED'
  | 'NEW'
  | 'QUALIFIED'
  | 'UNFIT'
  | 'WORKING';

export type LeadStatusFilter = {
  eq?: LeadStatus | null | undefined;
  in?: Array<LeadStatus> | null | undefined;
  isNull?: boolean | null | undefined;
  ne?: LeadStatus | null | undefined;
};

export type LeadVisitInput = {
  clickId?: string | null | undefined;
  landingPage?: string | null | undefined;
  referrer?: string | null | undefined;
  utmCampaign?: string | null | undefined;
  utmContent?: string | null | undefined;
  utmMedium?: string | null | undefined;
  utmSource?: string | null | undefined;
  utmTerm?: string | null | undefined;
};

export type LetMemberGoInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  id: string;
  past?: boolean;
  successorId?: string | null | undefined;
  version?: number | null | undefined;
};

export type LogResponseInput = {
  at?: string | null | undefined;
  channel: ResponseChannel;
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  id: string;
  kind: ResponseKind;
};

export type LossReasonFilter = {
  active?: BooleanFilter | null | undefined;
  and?: Array<LossReasonFilter> | null | undefined;
  createdAt?: DateTimeFilter | null | undefined;
  deals?: DealListFilter | null | undefined;
  id?: IdFilter | null | undefined;
  name?: StringFilter | null | undefined;
  not?: LossReasonFilter | null | undefined;
  or?: Array<LossReasonFilter> | null | undefined;
  position?: IntFilter | null | undefined;
  version?: IntFilter | null | undefined;
};

export type LossReasonInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  id: string;
  version?: number | null | undefined;
};

export type MarkAllNotificationsReadInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  until?: string | null | undefined;
};

export type MarkNotificationReadInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  id: string;
  read?: boolean;
};

export type MarkNotificationsUnreadInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  ids: Array<string>;
};

export type MemberFilter = {
  and?: Array<MemberFilter> | null | undefined;
  createdAt?: DateTimeFilter | null | undefined;
  customRole?: CustomRoleFilter | null | undefined;
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
  weekStart?: IntFilter | null | undefined;
};

export type MemberListFilter = {
  /** None is like this. */
  none?: MemberFilter | null | undefined;
  /** At least one is like this. */
  some?: MemberFilter | null | undefined;
};

export type MemberRole =
  | 'ADMIN'
  | 'AGENT'
  | 'ANALYST'
  | 'MANAGER'
  | 'MARKETER'
  | 'OWNER'
  | 'READER'
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

export type MeritFilter = {
  eq?: LeadMeritKind | null | undefined;
  in?: Array<LeadMeritKind> | null | undefined;
  isNull?: boolean | null | undefined;
  ne?: LeadMeritKind | null | undefined;
};

/** An amount; the currency is the company's where it is left out. */
export type MoneyInput = {
  amount: string;
  currency?: string | null | undefined;
};

export type MoveActivityInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  dueAt?: string | null | undefined;
  dueOn?: string | null | undefined;
  endsAt?: string | null | undefined;
  id: string;
  startsAt?: string | null | undefined;
  version?: number | null | undefined;
};

export type MoveAssignmentRuleInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  id: string;
  position: number;
};

export type MoveDealInput = {
  amount?: MoneyInput | null | undefined;
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  closedOn?: string | null | undefined;
  dealId: string;
  lossReasonId?: string | null | undefined;
  lossRemark?: string | null | undefined;
  stageId: string;
  version?: number | null | undefined;
};

export type MoveFavoriteInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  position: number;
  recordId: string;
};

export type MoveLeadInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  id: string;
  status: LeadStatus;
  version?: number | null | undefined;
};

export type MoveLossReasonInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  id: string;
  position: number;
};

export type MoveStageInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  id: string;
  position: number;
};

export type NotificationFilter = {
  aboutType?: StringFilter | null | undefined;
  actor?: MemberFilter | null | undefined;
  and?: Array<NotificationFilter> | null | undefined;
  at?: DateTimeFilter | null | undefined;
  id?: IdFilter | null | undefined;
  kind?: StringFilter | null | undefined;
  not?: NotificationFilter | null | undefined;
  or?: Array<NotificationFilter> | null | undefined;
  readAt?: DateTimeFilter | null | undefined;
  shown?: BooleanFilter | null | undefined;
};

/** Whether a kind of notification comes by mail too. */
export type NotificationMailing =
  | 'AT_ONCE'
  | 'DIGEST'
  | 'NEVER';

export type OpenRecordInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  recordId: string;
};

/** Nulls come last in both directions. */
export type OrderDirection =
  | 'ASC'
  | 'DESC';

export type PageViewFilter = {
  and?: Array<PageViewFilter> | null | undefined;
  id?: IdFilter | null | undefined;
  intent?: VisitIntentFilter | null | undefined;
  not?: PageViewFilter | null | undefined;
  or?: Array<PageViewFilter> | null | undefined;
  path?: StringFilter | null | undefined;
  seconds?: IntFilter | null | undefined;
  title?: StringFilter | null | undefined;
  viewedAt?: DateTimeFilter | null | undefined;
};

export type PageViewListFilter = {
  /** None is like this. */
  none?: PageViewFilter | null | undefined;
  /** At least one is like this. */
  some?: PageViewFilter | null | undefined;
};

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

export type PipelineInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  id: string;
  version?: number | null | undefined;
};

export type PowerInput = {
  granted: boolean;
  power: string;
};

export type PreviewRoleInput = {
  base?: MemberRole | null | undefined;
  fields?: Array<FieldRuleInput> | null | undefined;
  grants?: Array<GrantInput> | null | undefined;
  id?: string | null | undefined;
  memberIds?: Array<string> | null | undefined;
  powers?: Array<PowerInput> | null | undefined;
};

/** Whether `GET /files/ID/preview` has a small picture. */
export type PreviewStatus =
  | 'FAILED'
  | 'NONE'
  | 'READY'
  | 'WAITING';

export type PriorityFilter = {
  eq?: ActivityPriority | null | undefined;
  in?: Array<ActivityPriority> | null | undefined;
  isNull?: boolean | null | undefined;
  ne?: ActivityPriority | null | undefined;
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

export type ProductInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  id: string;
  version?: number | null | undefined;
};

export type QualificationInput = {
  leastActivities?: number;
  requires?: Array<KnownField> | null | undefined;
  ripeScore?: number | null | undefined;
  rules: Array<QualificationRuleInput>;
};

export type QualificationRuleInput = {
  activity?: ActivityKind | null | undefined;
  field?: KnownField | null | undefined;
  key: string;
  least?: number | null | undefined;
  match?: FieldMatch | null | undefined;
  merit: LeadMeritKind;
  points: number;
  question?: string | null | undefined;
  sourceId?: string | null | undefined;
  value?: string | null | undefined;
  within?: number | null | undefined;
};

export type QuestionKind =
  | 'CHOICE'
  | 'EMAIL'
  | 'LINE'
  | 'PHONE'
  | 'TEXT';

export type QuestionKindFilter = {
  eq?: QuestionKind | null | undefined;
  in?: Array<QuestionKind> | null | undefined;
  isNull?: boolean | null | undefined;
  ne?: QuestionKind | null | undefined;
};

export type RemoveFavoriteInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  recordId: string;
};

export type RemovePushDeviceInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  id: string;
};

export type RenameAttachmentInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  id: string;
  name: string;
  version?: number | null | undefined;
};

export type ReopenDealInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  dealId: string;
  stageId: string;
  version?: number | null | undefined;
};

export type ResendInvitationInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  memberId: string;
};

export type ResponseChannel =
  | 'CALL'
  | 'CHAT'
  | 'MAIL'
  | 'MEETING';

export type ResponseChannelFilter = {
  eq?: ResponseChannel | null | undefined;
  in?: Array<ResponseChannel> | null | undefined;
  isNull?: boolean | null | undefined;
  ne?: ResponseChannel | null | undefined;
};

export type ResponseEventFilter = {
  activity?: ActivityFilter | null | undefined;
  and?: Array<ResponseEventFilter> | null | undefined;
  at?: DateTimeFilter | null | undefined;
  businessSeconds?: IntFilter | null | undefined;
  by?: MemberFilter | null | undefined;
  channel?: ResponseChannelFilter | null | undefined;
  id?: IdFilter | null | undefined;
  kind?: ResponseKindFilter | null | undefined;
  not?: ResponseEventFilter | null | undefined;
  or?: Array<ResponseEventFilter> | null | undefined;
  wallSeconds?: IntFilter | null | undefined;
};

export type ResponseEventListFilter = {
  /** None is like this. */
  none?: ResponseEventFilter | null | undefined;
  /** At least one is like this. */
  some?: ResponseEventFilter | null | undefined;
};

export type ResponseGroupInput = {
  memberId?: string | null | undefined;
  sourceId?: string | null | undefined;
  teamId?: string | null | undefined;
  word?: string | null | undefined;
};

export type ResponseGrouping =
  | 'ANSWER'
  | 'CAMPAIGN'
  | 'CHANNEL'
  | 'MEMBER'
  | 'SOURCE'
  | 'TEAM'
  | 'WEEK';

export type ResponseKind =
  | 'ASSIGNED'
  | 'ATTEMPTED'
  | 'AUTOMATIC'
  | 'CONTACTED'
  | 'ESCALATED'
  | 'RECEIVED'
  | 'SEEN';

export type ResponseKindFilter = {
  eq?: ResponseKind | null | undefined;
  in?: Array<ResponseKind> | null | undefined;
  isNull?: boolean | null | undefined;
  ne?: ResponseKind | null | undefined;
};

export type ResponseMeasure =
  | 'ATTEMPT'
  | 'CONTACT';

export type ResponseSliceInput = {
  over?: number | null | undefined;
  unit: ResponseUnit;
  within?: number | null | undefined;
};

export type ResponseState =
  | 'ANSWERED'
  | 'CLOSED'
  | 'WAITING';

export type ResponseUnit =
  | 'BUSINESS'
  | 'WALL';

export type RetryParkedInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  id: string;
};

export type RevokeInvitationInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  id: string;
};

export type RoleFilter = {
  eq?: MemberRole | null | undefined;
  in?: Array<MemberRole> | null | undefined;
  isNull?: boolean | null | undefined;
  ne?: MemberRole | null | undefined;
};

export type SavedViewInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  id: string;
  version?: number | null | undefined;
};

/** Whose records: none, one's own, one's teams', these and the teams' below, everybody's. */
export type Scope =
  | 'ALL'
  | 'BELOW'
  | 'NONE'
  | 'OWN'
  | 'TEAM';

export type SearchKind =
  | 'ACCOUNT'
  | 'ACTIVITY'
  | 'CONTACT'
  | 'DEAL'
  | 'FILE'
  | 'LEAD'
  | 'MEMBER'
  | 'PRODUCT';

export type SearchMatch =
  | 'ACCOUNT'
  | 'EXACT'
  | 'INITIALS'
  | 'PREFIX'
  | 'TYPO'
  | 'WITHIN'
  | 'WORD';

export type SeeLeadInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  id: string;
};

export type SetDealProductsInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  dealId: string;
  products: Array<DealLineInput>;
  version?: number | null | undefined;
};

export type SetImportMappingInput = {
  assignLeads?: boolean | null | undefined;
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  columns: Array<ImportColumnInput>;
  importId: string;
  leadsAreNew?: boolean | null | undefined;
  pipelineId?: string | null | undefined;
};

export type SetMailboxInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  folder?: string | null | undefined;
  host: string;
  id: string;
  port?: number | null | undefined;
  username: string;
};

export type SetNotificationHoursInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  digestAt?: string | null | undefined;
  quietFrom?: string | null | undefined;
  quietUntil?: string | null | undefined;
};

export type SetSourceCredentialsInput = {
  accessToken?: string | null | undefined;
  captchaSecret?: string | null | undefined;
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  id: string;
  signingSecret?: string | null | undefined;
  version?: number | null | undefined;
};

export type SetSourceSecretInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  id: string;
  secret?: string | null | undefined;
  version?: number | null | undefined;
};

/** EDIT lets read too; nothing lets delete, export or share on. */
export type ShareLevel =
  | 'EDIT'
  | 'READ';

export type ShareRecordInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  level: ShareLevel;
  memberId?: string | null | undefined;
  recordId: string;
  teamId?: string | null | undefined;
};

/** What of a list is kept: what it takes, and the names of the columns that are shown. */
export type ShownInput = {
  columns?: Array<string> | null | undefined;
  filter?: unknown;
  orderBy?: Array<unknown> | null | undefined;
  search?: string | null | undefined;
};

/** Why a member sees a record: he owns it, his role shows him all, … */
export type SightReason =
  | 'BELOW'
  | 'OTHER'
  | 'OWNER'
  | 'ROLE'
  | 'SHARED'
  | 'TEAM'
  | 'TEAM_SHARED';

export type SourceFilter = {
  active?: BooleanFilter | null | undefined;
  and?: Array<SourceFilter> | null | undefined;
  captcha?: CaptchaFilter | null | undefined;
  captchaSiteKey?: StringFilter | null | undefined;
  consentText?: StringFilter | null | undefined;
  createdAt?: DateTimeFilter | null | undefined;
  escalateAfter?: IntFilter | null | undefined;
  id?: IdFilter | null | undefined;
  key?: StringFilter | null | undefined;
  kind?: SourceKindFilter | null | undefined;
  leads?: LeadListFilter | null | undefined;
  name?: StringFilter | null | undefined;
  not?: SourceFilter | null | undefined;
  or?: Array<SourceFilter> | null | undefined;
  owner?: MemberFilter | null | undefined;
  questions?: SourceQuestionListFilter | null | undefined;
  submissions?: SubmissionListFilter | null | undefined;
  updatedAt?: DateTimeFilter | null | undefined;
  version?: IntFilter | null | undefined;
};

export type SourceInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  id: string;
  version?: number | null | undefined;
};

export type SourceKind =
  | 'API'
  | 'CALL'
  | 'CHAT'
  | 'EMAIL'
  | 'FACEBOOK'
  | 'GOOGLE'
  | 'HAND'
  | 'IMPORT'
  | 'LINKEDIN'
  | 'WEB_FORM'
  | 'WORKSPACE';

export type SourceKindFilter = {
  eq?: SourceKind | null | undefined;
  in?: Array<SourceKind> | null | undefined;
  isNull?: boolean | null | undefined;
  ne?: SourceKind | null | undefined;
};

export type SourceQuestionFilter = {
  and?: Array<SourceQuestionFilter> | null | undefined;
  field?: LeadFieldFilter | null | undefined;
  id?: IdFilter | null | undefined;
  kind?: QuestionKindFilter | null | undefined;
  label?: StringFilter | null | undefined;
  not?: SourceQuestionFilter | null | undefined;
  options?: StringFilter | null | undefined;
  or?: Array<SourceQuestionFilter> | null | undefined;
  position?: IntFilter | null | undefined;
  required?: BooleanFilter | null | undefined;
};

export type SourceQuestionInput = {
  field?: LeadField | null | undefined;
  kind?: QuestionKind | null | undefined;
  label: string;
  options?: Array<string> | null | undefined;
  required?: boolean | null | undefined;
};

export type SourceQuestionListFilter = {
  /** None is like this. */
  none?: SourceQuestionFilter | null | undefined;
  /** At least one is like this. */
  some?: SourceQuestionFilter | null | undefined;
};

export type StageDraftInput = {
  allowedDays?: number | null | undefined;
  kind: StageKind;
  name: string;
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

export type StageInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  id: string;
  version?: number | null | undefined;
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

/** Said by the company, or twice the median stay of deals that were won. */
export type StallBasis =
  | 'ALLOWED'
  | 'MEDIAN';

export type StrategyFilter = {
  eq?: AssignmentStrategy | null | undefined;
  in?: Array<AssignmentStrategy> | null | undefined;
  isNull?: boolean | null | undefined;
  ne?: AssignmentStrategy | null | undefined;
};

export type StringFilter = {
  contains?: string | null | undefined;
  eq?: string | null | undefined;
  in?: Array<string> | null | undefined;
  isNull?: boolean | null | undefined;
  ne?: string | null | undefined;
  startsWith?: string | null | undefined;
};

export type SubmissionFilter = {
  and?: Array<SubmissionFilter> | null | undefined;
  attempts?: IntFilter | null | undefined;
  body?: StringFilter | null | undefined;
  externalId?: StringFilter | null | undefined;
  id?: IdFilter | null | undefined;
  lead?: LeadFilter | null | undefined;
  not?: SubmissionFilter | null | undefined;
  or?: Array<SubmissionFilter> | null | undefined;
  problem?: StringFilter | null | undefined;
  problemCode?: StringFilter | null | undefined;
  problemField?: StringFilter | null | undefined;
  receivedAt?: DateTimeFilter | null | undefined;
  remote?: StringFilter | null | undefined;
  source?: SourceFilter | null | undefined;
  status?: SubmissionStatusFilter | null | undefined;
  userAgent?: StringFilter | null | undefined;
  version?: IntFilter | null | undefined;
};

export type SubmissionInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  id: string;
  version?: number | null | undefined;
};

export type SubmissionListFilter = {
  /** None is like this. */
  none?: SubmissionFilter | null | undefined;
  /** At least one is like this. */
  some?: SubmissionFilter | null | undefined;
};

export type SubmissionStatus =
  | 'ACCEPTED'
  | 'DISCARDED'
  | 'PARKED'
  | 'SPAM'
  | 'TEST'
  | 'WAITING';

export type SubmissionStatusFilter = {
  eq?: SubmissionStatus | null | undefined;
  in?: Array<SubmissionStatus> | null | undefined;
  isNull?: boolean | null | undefined;
  ne?: SubmissionStatus | null | undefined;
};

export type SubscribePushDeviceInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  endpoint: string;
  name: string;
  publicKey: string;
  secret: string;
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
  parent?: TeamFilter | null | undefined;
  teams?: TeamListFilter | null | undefined;
  version?: IntFilter | null | undefined;
};

export type TeamInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  id: string;
  version?: number | null | undefined;
};

export type TeamListFilter = {
  /** None is like this. */
  none?: TeamFilter | null | undefined;
  /** At least one is like this. */
  some?: TeamFilter | null | undefined;
};

/** Why a team counts; BELOW counts for the scope BELOW only. */
export type TeamReason =
  | 'BELOW'
  | 'MANAGER'
  | 'MEMBER';

export type TestPushDeviceInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  id: string;
};

export type TimelineEntryFilter = {
  account?: AccountFilter | null | undefined;
  activity?: ActivityFilter | null | undefined;
  and?: Array<TimelineEntryFilter> | null | undefined;
  at?: DateTimeFilter | null | undefined;
  attachment?: AttachmentFilter | null | undefined;
  by?: MemberFilter | null | undefined;
  contact?: ContactFilter | null | undefined;
  deal?: DealFilter | null | undefined;
  dealEvent?: DealEventFilter | null | undefined;
  id?: IdFilter | null | undefined;
  kind?: TimelineKindFilter | null | undefined;
  lead?: LeadFilter | null | undefined;
  leadEvent?: LeadEventFilter | null | undefined;
  not?: TimelineEntryFilter | null | undefined;
  or?: Array<TimelineEntryFilter> | null | undefined;
};

export type TimelineEntryListFilter = {
  /** None is like this. */
  none?: TimelineEntryFilter | null | undefined;
  /** At least one is like this. */
  some?: TimelineEntryFilter | null | undefined;
};

export type TimelineKind =
  | 'ACCOUNT_CREATED'
  | 'AMOUNT'
  | 'CALL'
  | 'CLOSE_DATE'
  | 'CONTACT_CREATED'
  | 'DEAL_CREATED'
  | 'FILE'
  | 'LEAD_CREATED'
  | 'LEAD_OWNER'
  | 'LEAD_STATUS'
  | 'LOSS_REASON'
  | 'MEETING'
  | 'NOTE'
  | 'OWNER'
  | 'STAGE'
  | 'TASK';

export type TimelineKindFilter = {
  eq?: TimelineKind | null | undefined;
  in?: Array<TimelineKind> | null | undefined;
  isNull?: boolean | null | undefined;
  ne?: TimelineKind | null | undefined;
};

export type UndoConversionInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  id: string;
  version?: number | null | undefined;
};

export type UnfitReason =
  | 'COMPETITOR'
  | 'DUPLICATE'
  | 'NO_BUDGET'
  | 'NO_NEED'
  | 'OTHER'
  | 'SPAM'
  | 'UNREACHABLE'
  | 'WRONG_PERSON';

export type UnfitReasonFilter = {
  eq?: UnfitReason | null | undefined;
  in?: Array<UnfitReason> | null | undefined;
  isNull?: boolean | null | undefined;
  ne?: UnfitReason | null | undefined;
};

export type UnshareRecordInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  memberId?: string | null | undefined;
  recordId: string;
  teamId?: string | null | undefined;
};

export type UpdateAccountInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  country?: string | null | undefined;
  foundedYear?: number | null | undefined;
  id: string;
  industry?: string | null | undefined;
  name?: string | null | undefined;
  ownerId?: string | null | undefined;
  parentId?: string | null | undefined;
  phone?: string | null | undefined;
  revenue?: MoneyInput | null | undefined;
  size?: number | null | undefined;
  version?: number | null | undefined;
  website?: string | null | undefined;
};

export type UpdateActivityInput = {
  accountIds?: Array<string> | null | undefined;
  attendees?: Array<AttendeeInput> | null | undefined;
  body?: string | null | undefined;
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  contactIds?: Array<string> | null | undefined;
  dealIds?: Array<string> | null | undefined;
  direction?: CallDirection | null | undefined;
  dueAt?: string | null | undefined;
  dueOn?: string | null | undefined;
  endsAt?: string | null | undefined;
  id: string;
  leadIds?: Array<string> | null | undefined;
  location?: string | null | undefined;
  mentionedIds?: Array<string> | null | undefined;
  outcome?: CallOutcome | null | undefined;
  ownerId?: string | null | undefined;
  priority?: ActivityPriority | null | undefined;
  private?: boolean | null | undefined;
  remindMinutes?: number | null | undefined;
  repeat?: string | null | undefined;
  startsAt?: string | null | undefined;
  subject?: string | null | undefined;
  version?: number | null | undefined;
};

export type UpdateAssignmentRuleInput = {
  active?: boolean | null | undefined;
  answer?: string | null | undefined;
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  country?: string | null | undefined;
  id: string;
  language?: string | null | undefined;
  name?: string | null | undefined;
  pool?: Array<AssignmentSeatInput> | null | undefined;
  productId?: string | null | undefined;
  question?: string | null | undefined;
  sourceId?: string | null | undefined;
  strategy?: AssignmentStrategy | null | undefined;
  version?: number | null | undefined;
  workingHours?: boolean | null | undefined;
};

export type UpdateCompanyInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  escalateAfter?: number | null | undefined;
  fiscalStart?: number | null | undefined;
  hours?: Array<WorkingHoursInput> | null | undefined;
  locale?: string | null | undefined;
  logo?: string | null | undefined;
  name?: string | null | undefined;
  timeZone?: string | null | undefined;
  version?: number | null | undefined;
  weekStart?: number | null | undefined;
};

export type UpdateContactInput = {
  accountId?: string | null | undefined;
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  email?: string | null | undefined;
  id: string;
  name?: string | null | undefined;
  ownerId?: string | null | undefined;
  phone?: string | null | undefined;
  title?: string | null | undefined;
  version?: number | null | undefined;
};

export type UpdateCustomRoleInput = {
  about?: string | null | undefined;
  base?: MemberRole | null | undefined;
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  fields?: Array<FieldRuleInput> | null | undefined;
  grants?: Array<GrantInput> | null | undefined;
  id: string;
  name?: string | null | undefined;
  powers?: Array<PowerInput> | null | undefined;
  version?: number | null | undefined;
};

export type UpdateDealInput = {
  accountId?: string | null | undefined;
  amount?: MoneyInput | null | undefined;
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  contactId?: string | null | undefined;
  expectedCloseOn?: string | null | undefined;
  id: string;
  lossReasonId?: string | null | undefined;
  lossRemark?: string | null | undefined;
  name?: string | null | undefined;
  ownerId?: string | null | undefined;
  version?: number | null | undefined;
};

export type UpdateLeadInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  company?: string | null | undefined;
  country?: string | null | undefined;
  email?: string | null | undefined;
  id: string;
  language?: string | null | undefined;
  message?: string | null | undefined;
  name?: string | null | undefined;
  ownerId?: string | null | undefined;
  phone?: string | null | undefined;
  productId?: string | null | undefined;
  sourceId?: string | null | undefined;
  title?: string | null | undefined;
  version?: number | null | undefined;
};

export type UpdateLossReasonInput = {
  active?: boolean | null | undefined;
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  id: string;
  name?: string | null | undefined;
  version?: number | null | undefined;
};

export type UpdateManyInput = {
  change: unknown;
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  filter?: unknown;
  object: string;
  search?: string | null | undefined;
};

export type UpdateMemberInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  customRoleId?: string | null | undefined;
  email?: string | null | undefined;
  id: string;
  name?: string | null | undefined;
  role?: MemberRole | null | undefined;
  teamId?: string | null | undefined;
  version?: number | null | undefined;
};

export type UpdatePipelineInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  id: string;
  isDefault?: boolean | null | undefined;
  name?: string | null | undefined;
  version?: number | null | undefined;
};

export type UpdateProductInput = {
  active?: boolean | null | undefined;
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  code?: string | null | undefined;
  family?: string | null | undefined;
  id: string;
  name?: string | null | undefined;
  price?: MoneyInput | null | undefined;
  version?: number | null | undefined;
};

export type UpdateProfileInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  locale?: string | null | undefined;
  timeZone?: string | null | undefined;
  weekStart?: number | null | undefined;
};

export type UpdateSavedViewInput = {
  audience?: Audience | null | undefined;
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  id: string;
  name?: string | null | undefined;
  shown?: ShownInput | null | undefined;
  teamId?: string | null | undefined;
  version?: number | null | undefined;
};

export type UpdateSourceInput = {
  active?: boolean | null | undefined;
  captcha?: Captcha | null | undefined;
  captchaSiteKey?: string | null | undefined;
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  consentText?: string | null | undefined;
  escalateAfter?: number | null | undefined;
  id: string;
  mapping?: unknown;
  name?: string | null | undefined;
  ownerId?: string | null | undefined;
  questions?: Array<SourceQuestionInput> | null | undefined;
  version?: number | null | undefined;
};

export type UpdateStageInput = {
  allowedDays?: number | null | undefined;
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  id: string;
  name?: string | null | undefined;
  version?: number | null | undefined;
};

export type UpdateTeamInput = {
  /** A name of the sender's own: a repeat under it gets the first answer. */
  clientMutationId?: string | null | undefined;
  id: string;
  managerId?: string | null | undefined;
  name?: string | null | undefined;
  office?: string | null | undefined;
  parentId?: string | null | undefined;
  version?: number | null | undefined;
};

/** What is done with records; BULK is changing many at once. */
export type Verb =
  | 'BULK'
  | 'CREATE'
  | 'DELETE'
  | 'EXPORT'
  | 'READ'
  | 'SHARE'
  | 'UPDATE';

export type VisitFilter = {
  and?: Array<VisitFilter> | null | undefined;
  id?: IdFilter | null | undefined;
  landingPage?: StringFilter | null | undefined;
  lastSeenAt?: DateTimeFilter | null | undefined;
  lead?: LeadFilter | null | undefined;
  leftAt?: DateTimeFilter | null | undefined;
  not?: VisitFilter | null | undefined;
  or?: Array<VisitFilter> | null | undefined;
  ordinal?: IntFilter | null | undefined;
  pageCount?: IntFilter | null | undefined;
  pageViews?: PageViewListFilter | null | undefined;
  path?: StringFilter | null | undefined;
  referrer?: StringFilter | null | undefined;
  seconds?: IntFilter | null | undefined;
  source?: SourceFilter | null | undefined;
  startedAt?: DateTimeFilter | null | undefined;
  title?: StringFilter | null | undefined;
};

export type VisitIntent =
  | 'CONTACT'
  | 'LONG'
  | 'PRICING'
  | 'PRODUCT'
  | 'RETURNING';

export type VisitIntentFilter = {
  eq?: VisitIntent | null | undefined;
  in?: Array<VisitIntent> | null | undefined;
  isNull?: boolean | null | undefined;
  ne?: VisitIntent | null | undefined;
};

export type VisitListFilter = {
  /** None is like this. */
  none?: VisitFilter | null | undefined;
  /** At least one is like this. */
  some?: VisitFilter | null | undefined;
};

export type WorkingHoursInput = {
  closes: string;
  opens: string;
  weekday: number;
};

export type EffectiveRightsQueryVariables = Exact<{
  member: string;
}>;


export type EffectiveRightsQuery = { __typename: 'Query', effectiveRights: { __typename: 'EffectiveRights', role: MemberRole, member: { __typename: 'Member', id: string, name: string }, customRole: { __typename: 'CustomRole', id: string, name: string } | null, grants: Array<{ __typename: 'RoleGrant', object: string, verb: Verb, scope: Scope, ready: Scope }>, fields: Array<{ __typename: 'FieldRuling', object: string, field: string, rule: FieldRule }>, powers: Array<{ __typename: 'RolePower', power: string, granted: boolean, ready: boolean }>, teams: Array<{ __typename: 'TeamReach', reason: TeamReason, team: { __typename: 'Team', id: string, name: string } }>, shared: Array<{ __typename: 'SharedRecords', object: string, records: number }> } | null };

export type OnlookersQueryVariables = Exact<{
  id: string;
}>;


export type OnlookersQuery = { __typename: 'Query', whoCanSee: { __typename: 'RecordOnlookers', total: number, onlookers: Array<{ __typename: 'RecordOnlooker', edits: boolean | null, member: { __typename: 'Member', id: string, name: string }, sights: Array<{ __typename: 'RecordSight', reason: SightReason, edits: boolean, team: { __typename: 'Team', id: string, name: string } | null }> }> } | null };

export type OneShareFragment = { __typename: 'Share', id: string, level: ShareLevel, createdAt: string, member: { __typename: 'Member', id: string, name: string } | null, team: { __typename: 'Team', id: string, name: string } | null, by: { __typename: 'Member', id: string, name: string } | null };

export type SharesQueryVariables = Exact<{
  id: string;
}>;


export type SharesQuery = { __typename: 'Query', sharesOf: Array<{ __typename: 'Share', id: string, level: ShareLevel, createdAt: string, member: { __typename: 'Member', id: string, name: string } | null, team: { __typename: 'Team', id: string, name: string } | null, by: { __typename: 'Member', id: string, name: string } | null }> | null };

export type ShareRecordMutationVariables = Exact<{
  input: ShareRecordInput;
}>;


export type ShareRecordMutation = { __typename: 'Mutation', shareRecord: { __typename: 'ShareRecordPayload', share: { __typename: 'Share', id: string, level: ShareLevel, createdAt: string, member: { __typename: 'Member', id: string, name: string } | null, team: { __typename: 'Team', id: string, name: string } | null, by: { __typename: 'Member', id: string, name: string } | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type UnshareRecordMutationVariables = Exact<{
  input: UnshareRecordInput;
}>;


export type UnshareRecordMutation = { __typename: 'Mutation', unshareRecord: { __typename: 'UnshareRecordPayload', share: { __typename: 'Share', id: string } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type AccountSumsFragment = { __typename: 'Account', openDeals: { __typename: 'DealConnection', totalCount: number, convertedAmount: { __typename: 'ConvertedSum', total: { __typename: 'Money', amount: string, currency: string }, parts: Array<{ __typename: 'SumPart', count: number, unrated: number, sum: { __typename: 'Money', amount: string, currency: string } }> } | null }, wonDeals: { __typename: 'DealConnection', totalCount: number, convertedAmount: { __typename: 'ConvertedSum', total: { __typename: 'Money', amount: string, currency: string }, parts: Array<{ __typename: 'SumPart', count: number, unrated: number, sum: { __typename: 'Money', amount: string, currency: string } }> } | null }, lostDeals: { __typename: 'DealConnection', totalCount: number, convertedAmount: { __typename: 'ConvertedSum', total: { __typename: 'Money', amount: string, currency: string }, parts: Array<{ __typename: 'SumPart', count: number, unrated: number, sum: { __typename: 'Money', amount: string, currency: string } }> } | null } };

export type AccountQueryVariables = Exact<{
  id: string;
}>;


export type AccountQuery = { __typename: 'Query', account: { __typename: 'Account', id: string, name: string, version: number, industry: string | null, size: number | null, country: string | null, website: string | null, phone: string | null, foundedYear: number | null, externalId: string | null, createdAt: string, updatedAt: string, revenue: { __typename: 'Money', amount: string, currency: string } | null, parent: { __typename: 'Account', id: string, name: string } | null, owner: { __typename: 'Member', id: string, name: string } | null, openDeals: { __typename: 'DealConnection', totalCount: number, convertedAmount: { __typename: 'ConvertedSum', total: { __typename: 'Money', amount: string, currency: string }, parts: Array<{ __typename: 'SumPart', count: number, unrated: number, sum: { __typename: 'Money', amount: string, currency: string } }> } | null }, wonDeals: { __typename: 'DealConnection', totalCount: number, convertedAmount: { __typename: 'ConvertedSum', total: { __typename: 'Money', amount: string, currency: string }, parts: Array<{ __typename: 'SumPart', count: number, unrated: number, sum: { __typename: 'Money', amount: string, currency: string } }> } | null }, lostDeals: { __typename: 'DealConnection', totalCount: number, convertedAmount: { __typename: 'ConvertedSum', total: { __typename: 'Money', amount: string, currency: string }, parts: Array<{ __typename: 'SumPart', count: number, unrated: number, sum: { __typename: 'Money', amount: string, currency: string } }> } | null } } | null };

export type AccountAroundQueryVariables = Exact<{
  id: string;
}>;


export type AccountAroundQuery = { __typename: 'Query', account: { __typename: 'Account', id: string, parent: { __typename: 'Account', id: string, name: string, parent: { __typename: 'Account', id: string, name: string, parent: { __typename: 'Account', id: string, name: string } | null } | null } | null, children: { __typename: 'AccountConnection', totalCount: number, nodes: Array<{ __typename: 'Account', id: string, name: string, openDeals: { __typename: 'DealConnection', totalCount: number, convertedAmount: { __typename: 'ConvertedSum', total: { __typename: 'Money', amount: string, currency: string }, parts: Array<{ __typename: 'SumPart', count: number, unrated: number, sum: { __typename: 'Money', amount: string, currency: string } }> } | null } }> }, contacts: { __typename: 'ContactConnection', totalCount: number, nodes: Array<{ __typename: 'Contact', id: string, name: string, title: string | null, email: string | null, phone: string | null }> }, conversions: { __typename: 'LeadConversionConnection', totalCount: number, nodes: Array<{ __typename: 'LeadConversion', id: string, at: string, lead: { __typename: 'Lead', id: string, name: string, channel: LeadChannel | null, utmCampaign: string | null, source: { __typename: 'Source', id: string, name: string } | null } | null }> }, open: { __typename: 'DealConnection', totalCount: number, nodes: Array<{ __typename: 'Deal', id: string, name: string, status: DealStatus, expectedCloseOn: string | null, closedOn: string | null, amount: { __typename: 'Money', amount: string, currency: string } | null, stage: { __typename: 'Stage', id: string, name: string, kind: StageKind, position: number } }> }, closed: { __typename: 'DealConnection', totalCount: number, nodes: Array<{ __typename: 'Deal', id: string, name: string, status: DealStatus, expectedCloseOn: string | null, closedOn: string | null, amount: { __typename: 'Money', amount: string, currency: string } | null, stage: { __typename: 'Stage', id: string, name: string, kind: StageKind, position: number } }> } } | null };

export type CreateAccountMutationVariables = Exact<{
  input: CreateAccountInput;
}>;


export type CreateAccountMutation = { __typename: 'Mutation', createAccount: { __typename: 'CreateAccountPayload', account: { __typename: 'Account', id: string, name: string, version: number, industry: string | null, size: number | null, country: string | null, website: string | null, phone: string | null, foundedYear: number | null, externalId: string | null, createdAt: string, updatedAt: string, revenue: { __typename: 'Money', amount: string, currency: string } | null, parent: { __typename: 'Account', id: string, name: string } | null, owner: { __typename: 'Member', id: string, name: string } | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type UpdateAccountMutationVariables = Exact<{
  input: UpdateAccountInput;
}>;


export type UpdateAccountMutation = { __typename: 'Mutation', updateAccount: { __typename: 'UpdateAccountPayload', account: { __typename: 'Account', id: string, name: string, version: number, industry: string | null, size: number | null, country: string | null, website: string | null, phone: string | null, foundedYear: number | null, externalId: string | null, createdAt: string, updatedAt: string, revenue: { __typename: 'Money', amount: string, currency: string } | null, parent: { __typename: 'Account', id: string, name: string } | null, owner: { __typename: 'Member', id: string, name: string } | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type DeleteAccountMutationVariables = Exact<{
  input: AccountInput;
}>;


export type DeleteAccountMutation = { __typename: 'Mutation', deleteAccount: { __typename: 'DeleteAccountPayload', account: { __typename: 'Account', id: string } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type RestoreAccountMutationVariables = Exact<{
  input: AccountInput;
}>;


export type RestoreAccountMutation = { __typename: 'Mutation', restoreAccount: { __typename: 'RestoreAccountPayload', account: { __typename: 'Account', id: string, name: string, version: number, industry: string | null, size: number | null, country: string | null, website: string | null, phone: string | null, foundedYear: number | null, externalId: string | null, createdAt: string, updatedAt: string, revenue: { __typename: 'Money', amount: string, currency: string } | null, parent: { __typename: 'Account', id: string, name: string } | null, owner: { __typename: 'Member', id: string, name: string } | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type AccountRowFragment = { __typename: 'Account', id: string, name: string, version: number, industry: string | null, size: number | null, country: string | null, website: string | null, phone: string | null, foundedYear: number | null, externalId: string | null, createdAt: string, updatedAt: string, revenue: { __typename: 'Money', amount: string, currency: string } | null, parent: { __typename: 'Account', id: string, name: string } | null, owner: { __typename: 'Member', id: string, name: string } | null };

export type AccountListQueryVariables = Exact<{
  filter?: AccountFilter | null | undefined;
  search?: string | null | undefined;
  orderBy?: Array<AccountOrder> | AccountOrder | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type AccountListQuery = { __typename: 'Query', accounts: { __typename: 'AccountConnection', pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Account', id: string, name: string, version: number, industry: string | null, size: number | null, country: string | null, website: string | null, phone: string | null, foundedYear: number | null, externalId: string | null, createdAt: string, updatedAt: string, openDeals: { __typename: 'DealConnection', totalCount: number, convertedAmount: { __typename: 'ConvertedSum', total: { __typename: 'Money', amount: string, currency: string }, parts: Array<{ __typename: 'SumPart', count: number, unrated: number, sum: { __typename: 'Money', amount: string, currency: string } }> } | null }, revenue: { __typename: 'Money', amount: string, currency: string } | null, parent: { __typename: 'Account', id: string, name: string } | null, owner: { __typename: 'Member', id: string, name: string } | null }> } };

export type AccountListTotalsQueryVariables = Exact<{
  filter?: AccountFilter | null | undefined;
  search?: string | null | undefined;
}>;


export type AccountListTotalsQuery = { __typename: 'Query', accounts: { __typename: 'AccountConnection', totalCount: number } };

export type CreateActivityMutationVariables = Exact<{
  input: CreateActivityInput;
}>;


export type CreateActivityMutation = { __typename: 'Mutation', createActivity: { __typename: 'CreateActivityPayload', activity: { __typename: 'Activity', id: string, kind: ActivityKind, subject: string, body: string | null, status: ActivityStatus, priority: ActivityPriority, private: boolean, dueOn: string | null, dueAt: string | null, startsAt: string | null, endsAt: string | null, location: string | null, direction: CallDirection | null, outcome: CallOutcome | null, doneAt: string | null, fallsAt: string | null, at: string, version: number, createdAt: string, owner: { __typename: 'Member', id: string, name: string } | null, author: { __typename: 'Member', id: string, name: string } | null, doneBy: { __typename: 'Member', id: string, name: string } | null, series: { __typename: 'ActivitySeries', id: string, rule: string, endedAt: string | null } | null, attachments: { __typename: 'AttachmentConnection', nodes: Array<{ __typename: 'Attachment', id: string, name: string, kind: string, size: number, preview: PreviewStatus, version: number, createdAt: string, addedBy: { __typename: 'Member', id: string, name: string } | null }> }, mentions: Array<{ __typename: 'ActivityMention', id: string, member: { __typename: 'Member', id: string, name: string } }>, links: Array<{ __typename: 'ActivityLink', id: string, derived: boolean, deal: { __typename: 'Deal', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null, lead: { __typename: 'Lead', id: string, name: string } | null }> } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type UpdateActivityMutationVariables = Exact<{
  input: UpdateActivityInput;
}>;


export type UpdateActivityMutation = { __typename: 'Mutation', updateActivity: { __typename: 'UpdateActivityPayload', activity: { __typename: 'Activity', id: string, kind: ActivityKind, subject: string, body: string | null, status: ActivityStatus, priority: ActivityPriority, private: boolean, dueOn: string | null, dueAt: string | null, startsAt: string | null, endsAt: string | null, location: string | null, direction: CallDirection | null, outcome: CallOutcome | null, doneAt: string | null, fallsAt: string | null, at: string, version: number, createdAt: string, owner: { __typename: 'Member', id: string, name: string } | null, author: { __typename: 'Member', id: string, name: string } | null, doneBy: { __typename: 'Member', id: string, name: string } | null, series: { __typename: 'ActivitySeries', id: string, rule: string, endedAt: string | null } | null, attachments: { __typename: 'AttachmentConnection', nodes: Array<{ __typename: 'Attachment', id: string, name: string, kind: string, size: number, preview: PreviewStatus, version: number, createdAt: string, addedBy: { __typename: 'Member', id: string, name: string } | null }> }, mentions: Array<{ __typename: 'ActivityMention', id: string, member: { __typename: 'Member', id: string, name: string } }>, links: Array<{ __typename: 'ActivityLink', id: string, derived: boolean, deal: { __typename: 'Deal', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null, lead: { __typename: 'Lead', id: string, name: string } | null }> } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type CompleteActivityMutationVariables = Exact<{
  input: CompleteActivityInput;
}>;


export type CompleteActivityMutation = { __typename: 'Mutation', completeActivity: { __typename: 'CompleteActivityPayload', activity: { __typename: 'Activity', id: string, kind: ActivityKind, subject: string, body: string | null, status: ActivityStatus, priority: ActivityPriority, private: boolean, dueOn: string | null, dueAt: string | null, startsAt: string | null, endsAt: string | null, location: string | null, direction: CallDirection | null, outcome: CallOutcome | null, doneAt: string | null, fallsAt: string | null, at: string, version: number, createdAt: string, owner: { __typename: 'Member', id: string, name: string } | null, author: { __typename: 'Member', id: string, name: string } | null, doneBy: { __typename: 'Member', id: string, name: string } | null, series: { __typename: 'ActivitySeries', id: string, rule: string, endedAt: string | null } | null, attachments: { __typename: 'AttachmentConnection', nodes: Array<{ __typename: 'Attachment', id: string, name: string, kind: string, size: number, preview: PreviewStatus, version: number, createdAt: string, addedBy: { __typename: 'Member', id: string, name: string } | null }> }, mentions: Array<{ __typename: 'ActivityMention', id: string, member: { __typename: 'Member', id: string, name: string } }>, links: Array<{ __typename: 'ActivityLink', id: string, derived: boolean, deal: { __typename: 'Deal', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null, lead: { __typename: 'Lead', id: string, name: string } | null }> } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type CancelActivityMutationVariables = Exact<{
  input: ActivityInput;
}>;


export type CancelActivityMutation = { __typename: 'Mutation', cancelActivity: { __typename: 'CancelActivityPayload', activity: { __typename: 'Activity', id: string, kind: ActivityKind, subject: string, body: string | null, status: ActivityStatus, priority: ActivityPriority, private: boolean, dueOn: string | null, dueAt: string | null, startsAt: string | null, endsAt: string | null, location: string | null, direction: CallDirection | null, outcome: CallOutcome | null, doneAt: string | null, fallsAt: string | null, at: string, version: number, createdAt: string, owner: { __typename: 'Member', id: string, name: string } | null, author: { __typename: 'Member', id: string, name: string } | null, doneBy: { __typename: 'Member', id: string, name: string } | null, series: { __typename: 'ActivitySeries', id: string, rule: string, endedAt: string | null } | null, attachments: { __typename: 'AttachmentConnection', nodes: Array<{ __typename: 'Attachment', id: string, name: string, kind: string, size: number, preview: PreviewStatus, version: number, createdAt: string, addedBy: { __typename: 'Member', id: string, name: string } | null }> }, mentions: Array<{ __typename: 'ActivityMention', id: string, member: { __typename: 'Member', id: string, name: string } }>, links: Array<{ __typename: 'ActivityLink', id: string, derived: boolean, deal: { __typename: 'Deal', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null, lead: { __typename: 'Lead', id: string, name: string } | null }> } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type ReopenActivityMutationVariables = Exact<{
  input: ActivityInput;
}>;


export type ReopenActivityMutation = { __typename: 'Mutation', reopenActivity: { __typename: 'ReopenActivityPayload', activity: { __typename: 'Activity', id: string, kind: ActivityKind, subject: string, body: string | null, status: ActivityStatus, priority: ActivityPriority, private: boolean, dueOn: string | null, dueAt: string | null, startsAt: string | null, endsAt: string | null, location: string | null, direction: CallDirection | null, outcome: CallOutcome | null, doneAt: string | null, fallsAt: string | null, at: string, version: number, createdAt: string, owner: { __typename: 'Member', id: string, name: string } | null, author: { __typename: 'Member', id: string, name: string } | null, doneBy: { __typename: 'Member', id: string, name: string } | null, series: { __typename: 'ActivitySeries', id: string, rule: string, endedAt: string | null } | null, attachments: { __typename: 'AttachmentConnection', nodes: Array<{ __typename: 'Attachment', id: string, name: string, kind: string, size: number, preview: PreviewStatus, version: number, createdAt: string, addedBy: { __typename: 'Member', id: string, name: string } | null }> }, mentions: Array<{ __typename: 'ActivityMention', id: string, member: { __typename: 'Member', id: string, name: string } }>, links: Array<{ __typename: 'ActivityLink', id: string, derived: boolean, deal: { __typename: 'Deal', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null, lead: { __typename: 'Lead', id: string, name: string } | null }> } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type MoveActivityMutationVariables = Exact<{
  input: MoveActivityInput;
}>;


export type MoveActivityMutation = { __typename: 'Mutation', moveActivity: { __typename: 'MoveActivityPayload', activity: { __typename: 'Activity', id: string, kind: ActivityKind, subject: string, body: string | null, status: ActivityStatus, priority: ActivityPriority, private: boolean, dueOn: string | null, dueAt: string | null, startsAt: string | null, endsAt: string | null, location: string | null, direction: CallDirection | null, outcome: CallOutcome | null, doneAt: string | null, fallsAt: string | null, at: string, version: number, createdAt: string, owner: { __typename: 'Member', id: string, name: string } | null, author: { __typename: 'Member', id: string, name: string } | null, doneBy: { __typename: 'Member', id: string, name: string } | null, series: { __typename: 'ActivitySeries', id: string, rule: string, endedAt: string | null } | null, attachments: { __typename: 'AttachmentConnection', nodes: Array<{ __typename: 'Attachment', id: string, name: string, kind: string, size: number, preview: PreviewStatus, version: number, createdAt: string, addedBy: { __typename: 'Member', id: string, name: string } | null }> }, mentions: Array<{ __typename: 'ActivityMention', id: string, member: { __typename: 'Member', id: string, name: string } }>, links: Array<{ __typename: 'ActivityLink', id: string, derived: boolean, deal: { __typename: 'Deal', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null, lead: { __typename: 'Lead', id: string, name: string } | null }> } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type DeleteActivityMutationVariables = Exact<{
  input: ActivityInput;
}>;


export type DeleteActivityMutation = { __typename: 'Mutation', deleteActivity: { __typename: 'DeleteActivityPayload', activity: { __typename: 'Activity', id: string } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type RestoreActivityMutationVariables = Exact<{
  input: ActivityInput;
}>;


export type RestoreActivityMutation = { __typename: 'Mutation', restoreActivity: { __typename: 'RestoreActivityPayload', activity: { __typename: 'Activity', id: string, kind: ActivityKind, subject: string, body: string | null, status: ActivityStatus, priority: ActivityPriority, private: boolean, dueOn: string | null, dueAt: string | null, startsAt: string | null, endsAt: string | null, location: string | null, direction: CallDirection | null, outcome: CallOutcome | null, doneAt: string | null, fallsAt: string | null, at: string, version: number, createdAt: string, owner: { __typename: 'Member', id: string, name: string } | null, author: { __typename: 'Member', id: string, name: string } | null, doneBy: { __typename: 'Member', id: string, name: string } | null, series: { __typename: 'ActivitySeries', id: string, rule: string, endedAt: string | null } | null, attachments: { __typename: 'AttachmentConnection', nodes: Array<{ __typename: 'Attachment', id: string, name: string, kind: string, size: number, preview: PreviewStatus, version: number, createdAt: string, addedBy: { __typename: 'Member', id: string, name: string } | null }> }, mentions: Array<{ __typename: 'ActivityMention', id: string, member: { __typename: 'Member', id: string, name: string } }>, links: Array<{ __typename: 'ActivityLink', id: string, derived: boolean, deal: { __typename: 'Deal', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null, lead: { __typename: 'Lead', id: string, name: string } | null }> } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type DayListFragment = { __typename: 'DayPage', count: number, endCursor: string | null, hasNextPage: boolean, activities: Array<{ __typename: 'Activity', id: string, kind: ActivityKind, subject: string, body: string | null, status: ActivityStatus, priority: ActivityPriority, private: boolean, dueOn: string | null, dueAt: string | null, startsAt: string | null, endsAt: string | null, location: string | null, direction: CallDirection | null, outcome: CallOutcome | null, doneAt: string | null, fallsAt: string | null, at: string, version: number, createdAt: string, owner: { __typename: 'Member', id: string, name: string } | null, author: { __typename: 'Member', id: string, name: string } | null, doneBy: { __typename: 'Member', id: string, name: string } | null, series: { __typename: 'ActivitySeries', id: string, rule: string, endedAt: string | null } | null, attachments: { __typename: 'AttachmentConnection', nodes: Array<{ __typename: 'Attachment', id: string, name: string, kind: string, size: number, preview: PreviewStatus, version: number, createdAt: string, addedBy: { __typename: 'Member', id: string, name: string } | null }> }, mentions: Array<{ __typename: 'ActivityMention', id: string, member: { __typename: 'Member', id: string, name: string } }>, links: Array<{ __typename: 'ActivityLink', id: string, derived: boolean, deal: { __typename: 'Deal', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null, lead: { __typename: 'Lead', id: string, name: string } | null }> }> };

export type MyDayQueryVariables = Exact<{
  first: number;
}>;


export type MyDayQuery = { __typename: 'Query', myDay: { __typename: 'Day', on: string, timeZone: string, done: number, overdue: { __typename: 'DayPage', count: number, endCursor: string | null, hasNextPage: boolean, activities: Array<{ __typename: 'Activity', id: string, kind: ActivityKind, subject: string, body: string | null, status: ActivityStatus, priority: ActivityPriority, private: boolean, dueOn: string | null, dueAt: string | null, startsAt: string | null, endsAt: string | null, location: string | null, direction: CallDirection | null, outcome: CallOutcome | null, doneAt: string | null, fallsAt: string | null, at: string, version: number, createdAt: string, owner: { __typename: 'Member', id: string, name: string } | null, author: { __typename: 'Member', id: string, name: string } | null, doneBy: { __typename: 'Member', id: string, name: string } | null, series: { __typename: 'ActivitySeries', id: string, rule: string, endedAt: string | null } | null, attachments: { __typename: 'AttachmentConnection', nodes: Array<{ __typename: 'Attachment', id: string, name: string, kind: string, size: number, preview: PreviewStatus, version: number, createdAt: string, addedBy: { __typename: 'Member', id: string, name: string } | null }> }, mentions: Array<{ __typename: 'ActivityMention', id: string, member: { __typename: 'Member', id: string, name: string } }>, links: Array<{ __typename: 'ActivityLink', id: string, derived: boolean, deal: { __typename: 'Deal', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null, lead: { __typename: 'Lead', id: string, name: string } | null }> }> }, today: { __typename: 'DayPage', count: number, endCursor: string | null, hasNextPage: boolean, activities: Array<{ __typename: 'Activity', id: string, kind: ActivityKind, subject: string, body: string | null, status: ActivityStatus, priority: ActivityPriority, private: boolean, dueOn: string | null, dueAt: string | null, startsAt: string | null, endsAt: string | null, location: string | null, direction: CallDirection | null, outcome: CallOutcome | null, doneAt: string | null, fallsAt: string | null, at: string, version: number, createdAt: string, owner: { __typename: 'Member', id: string, name: string } | null, author: { __typename: 'Member', id: string, name: string } | null, doneBy: { __typename: 'Member', id: string, name: string } | null, series: { __typename: 'ActivitySeries', id: string, rule: string, endedAt: string | null } | null, attachments: { __typename: 'AttachmentConnection', nodes: Array<{ __typename: 'Attachment', id: string, name: string, kind: string, size: number, preview: PreviewStatus, version: number, createdAt: string, addedBy: { __typename: 'Member', id: string, name: string } | null }> }, mentions: Array<{ __typename: 'ActivityMention', id: string, member: { __typename: 'Member', id: string, name: string } }>, links: Array<{ __typename: 'ActivityLink', id: string, derived: boolean, deal: { __typename: 'Deal', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null, lead: { __typename: 'Lead', id: string, name: string } | null }> }> }, next: { __typename: 'DayPage', count: number, endCursor: string | null, hasNextPage: boolean, activities: Array<{ __typename: 'Activity', id: string, kind: ActivityKind, subject: string, body: string | null, status: ActivityStatus, priority: ActivityPriority, private: boolean, dueOn: string | null, dueAt: string | null, startsAt: string | null, endsAt: string | null, location: string | null, direction: CallDirection | null, outcome: CallOutcome | null, doneAt: string | null, fallsAt: string | null, at: string, version: number, createdAt: string, owner: { __typename: 'Member', id: string, name: string } | null, author: { __typename: 'Member', id: string, name: string } | null, doneBy: { __typename: 'Member', id: string, name: string } | null, series: { __typename: 'ActivitySeries', id: string, rule: string, endedAt: string | null } | null, attachments: { __typename: 'AttachmentConnection', nodes: Array<{ __typename: 'Attachment', id: string, name: string, kind: string, size: number, preview: PreviewStatus, version: number, createdAt: string, addedBy: { __typename: 'Member', id: string, name: string } | null }> }, mentions: Array<{ __typename: 'ActivityMention', id: string, member: { __typename: 'Member', id: string, name: string } }>, links: Array<{ __typename: 'ActivityLink', id: string, derived: boolean, deal: { __typename: 'Deal', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null, lead: { __typename: 'Lead', id: string, name: string } | null }> }> }, undated: { __typename: 'DayPage', count: number, endCursor: string | null, hasNextPage: boolean, activities: Array<{ __typename: 'Activity', id: string, kind: ActivityKind, subject: string, body: string | null, status: ActivityStatus, priority: ActivityPriority, private: boolean, dueOn: string | null, dueAt: string | null, startsAt: string | null, endsAt: string | null, location: string | null, direction: CallDirection | null, outcome: CallOutcome | null, doneAt: string | null, fallsAt: string | null, at: string, version: number, createdAt: string, owner: { __typename: 'Member', id: string, name: string } | null, author: { __typename: 'Member', id: string, name: string } | null, doneBy: { __typename: 'Member', id: string, name: string } | null, series: { __typename: 'ActivitySeries', id: string, rule: string, endedAt: string | null } | null, attachments: { __typename: 'AttachmentConnection', nodes: Array<{ __typename: 'Attachment', id: string, name: string, kind: string, size: number, preview: PreviewStatus, version: number, createdAt: string, addedBy: { __typename: 'Member', id: string, name: string } | null }> }, mentions: Array<{ __typename: 'ActivityMention', id: string, member: { __typename: 'Member', id: string, name: string } }>, links: Array<{ __typename: 'ActivityLink', id: string, derived: boolean, deal: { __typename: 'Deal', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null, lead: { __typename: 'Lead', id: string, name: string } | null }> }> } } | null };

export type DayPartPageQueryVariables = Exact<{
  part: DayPart;
  first: number;
  after?: string | null | undefined;
}>;


export type DayPartPageQuery = { __typename: 'Query', dayPart: { __typename: 'DayPage', count: number, endCursor: string | null, hasNextPage: boolean, activities: Array<{ __typename: 'Activity', id: string, kind: ActivityKind, subject: string, body: string | null, status: ActivityStatus, priority: ActivityPriority, private: boolean, dueOn: string | null, dueAt: string | null, startsAt: string | null, endsAt: string | null, location: string | null, direction: CallDirection | null, outcome: CallOutcome | null, doneAt: string | null, fallsAt: string | null, at: string, version: number, createdAt: string, owner: { __typename: 'Member', id: string, name: string } | null, author: { __typename: 'Member', id: string, name: string } | null, doneBy: { __typename: 'Member', id: string, name: string } | null, series: { __typename: 'ActivitySeries', id: string, rule: string, endedAt: string | null } | null, attachments: { __typename: 'AttachmentConnection', nodes: Array<{ __typename: 'Attachment', id: string, name: string, kind: string, size: number, preview: PreviewStatus, version: number, createdAt: string, addedBy: { __typename: 'Member', id: string, name: string } | null }> }, mentions: Array<{ __typename: 'ActivityMention', id: string, member: { __typename: 'Member', id: string, name: string } }>, links: Array<{ __typename: 'ActivityLink', id: string, derived: boolean, deal: { __typename: 'Deal', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null, lead: { __typename: 'Lead', id: string, name: string } | null }> }> } | null };

export type FollowUpQueryVariables = Exact<{
  id: string;
}>;


export type FollowUpQuery = { __typename: 'Query', followUpOf: { __typename: 'FollowUp', kind: ActivityKind, subject: string, dueOn: string } | null };

export type ActivityInFullQueryVariables = Exact<{
  id: string;
}>;


export type ActivityInFullQuery = { __typename: 'Query', activity: { __typename: 'Activity', remindMinutes: number | null, id: string, kind: ActivityKind, subject: string, body: string | null, status: ActivityStatus, priority: ActivityPriority, private: boolean, dueOn: string | null, dueAt: string | null, startsAt: string | null, endsAt: string | null, location: string | null, direction: CallDirection | null, outcome: CallOutcome | null, doneAt: string | null, fallsAt: string | null, at: string, version: number, createdAt: string, series: { __typename: 'ActivitySeries', id: string, rule: string, timeZone: string, endedAt: string | null } | null, attendees: Array<{ __typename: 'ActivityAttendee', id: string, member: { __typename: 'Member', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null }>, owner: { __typename: 'Member', id: string, name: string } | null, author: { __typename: 'Member', id: string, name: string } | null, doneBy: { __typename: 'Member', id: string, name: string } | null, attachments: { __typename: 'AttachmentConnection', nodes: Array<{ __typename: 'Attachment', id: string, name: string, kind: string, size: number, preview: PreviewStatus, version: number, createdAt: string, addedBy: { __typename: 'Member', id: string, name: string } | null }> }, mentions: Array<{ __typename: 'ActivityMention', id: string, member: { __typename: 'Member', id: string, name: string } }>, links: Array<{ __typename: 'ActivityLink', id: string, derived: boolean, deal: { __typename: 'Deal', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null, lead: { __typename: 'Lead', id: string, name: string } | null }> } | null };

export type DealChoicesQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type DealChoicesQuery = { __typename: 'Query', deals: { __typename: 'DealConnection', nodes: Array<{ __typename: 'Deal', id: string, name: string, account: { __typename: 'Account', id: string, name: string } | null }> } };

export type ActivityQueryVariables = Exact<{
  id: string;
}>;


export type ActivityQuery = { __typename: 'Query', activity: { __typename: 'Activity', id: string, kind: ActivityKind, subject: string, body: string | null, status: ActivityStatus, priority: ActivityPriority, private: boolean, dueOn: string | null, dueAt: string | null, startsAt: string | null, endsAt: string | null, location: string | null, direction: CallDirection | null, outcome: CallOutcome | null, doneAt: string | null, fallsAt: string | null, at: string, version: number, createdAt: string, owner: { __typename: 'Member', id: string, name: string } | null, author: { __typename: 'Member', id: string, name: string } | null, doneBy: { __typename: 'Member', id: string, name: string } | null, series: { __typename: 'ActivitySeries', id: string, rule: string, endedAt: string | null } | null, attachments: { __typename: 'AttachmentConnection', nodes: Array<{ __typename: 'Attachment', id: string, name: string, kind: string, size: number, preview: PreviewStatus, version: number, createdAt: string, addedBy: { __typename: 'Member', id: string, name: string } | null }> }, mentions: Array<{ __typename: 'ActivityMention', id: string, member: { __typename: 'Member', id: string, name: string } }>, links: Array<{ __typename: 'ActivityLink', id: string, derived: boolean, deal: { __typename: 'Deal', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null, lead: { __typename: 'Lead', id: string, name: string } | null }> } | null };

export type ActivityRowFragment = { __typename: 'Activity', id: string, kind: ActivityKind, subject: string, body: string | null, status: ActivityStatus, priority: ActivityPriority, private: boolean, dueOn: string | null, dueAt: string | null, startsAt: string | null, endsAt: string | null, location: string | null, direction: CallDirection | null, outcome: CallOutcome | null, doneAt: string | null, fallsAt: string | null, at: string, version: number, createdAt: string, owner: { __typename: 'Member', id: string, name: string } | null, author: { __typename: 'Member', id: string, name: string } | null, doneBy: { __typename: 'Member', id: string, name: string } | null, series: { __typename: 'ActivitySeries', id: string, rule: string, endedAt: string | null } | null, attachments: { __typename: 'AttachmentConnection', nodes: Array<{ __typename: 'Attachment', id: string, name: string, kind: string, size: number, preview: PreviewStatus, version: number, createdAt: string, addedBy: { __typename: 'Member', id: string, name: string } | null }> }, mentions: Array<{ __typename: 'ActivityMention', id: string, member: { __typename: 'Member', id: string, name: string } }>, links: Array<{ __typename: 'ActivityLink', id: string, derived: boolean, deal: { __typename: 'Deal', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null, lead: { __typename: 'Lead', id: string, name: string } | null }> };

export type TimelineLineFragment = { __typename: 'TimelineEntry', id: string, kind: TimelineKind, at: string, by: { __typename: 'Member', id: string, name: string } | null, activity: { __typename: 'Activity', id: string, kind: ActivityKind, subject: string, body: string | null, status: ActivityStatus, priority: ActivityPriority, private: boolean, dueOn: string | null, dueAt: string | null, startsAt: string | null, endsAt: string | null, location: string | null, direction: CallDirection | null, outcome: CallOutcome | null, doneAt: string | null, fallsAt: string | null, at: string, version: number, createdAt: string, owner: { __typename: 'Member', id: string, name: string } | null, author: { __typename: 'Member', id: string, name: string } | null, doneBy: { __typename: 'Member', id: string, name: string } | null, series: { __typename: 'ActivitySeries', id: string, rule: string, endedAt: string | null } | null, attachments: { __typename: 'AttachmentConnection', nodes: Array<{ __typename: 'Attachment', id: string, name: string, kind: string, size: number, preview: PreviewStatus, version: number, createdAt: string, addedBy: { __typename: 'Member', id: string, name: string } | null }> }, mentions: Array<{ __typename: 'ActivityMention', id: string, member: { __typename: 'Member', id: string, name: string } }>, links: Array<{ __typename: 'ActivityLink', id: string, derived: boolean, deal: { __typename: 'Deal', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null, lead: { __typename: 'Lead', id: string, name: string } | null }> } | null, attachment: { __typename: 'Attachment', id: string, name: string, kind: string, size: number, preview: PreviewStatus, version: number, createdAt: string, addedBy: { __typename: 'Member', id: string, name: string } | null } | null, deal: { __typename: 'Deal', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null, lead: { __typename: 'Lead', id: string, name: string } | null, leadEvent: { __typename: 'LeadEvent', id: string, kind: LeadEventKind, fromStatus: LeadStatus | null, toStatus: LeadStatus | null, seconds: number | null, unfitReason: UnfitReason | null, unfitRemark: string | null, toOwner: { __typename: 'Member', id: string, name: string } | null } | null, dealEvent: { __typename: 'DealEvent', id: string, kind: DealEventKind, seconds: number | null, fromOn: string | null, toOn: string | null, lossRemark: string | null, fromStage: { __typename: 'Stage', id: string, name: string } | null, toStage: { __typename: 'Stage', id: string, name: string } | null, fromAmount: { __typename: 'Money', amount: string, currency: string } | null, toAmount: { __typename: 'Money', amount: string, currency: string } | null, fromOwner: { __typename: 'Member', id: string, name: string } | null, toOwner: { __typename: 'Member', id: string, name: string } | null, lossReason: { __typename: 'LossReason', id: string, name: string } | null } | null };

export type TimelinePageFragment = { __typename: 'TimelineEntryConnection', pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'TimelineEntry', id: string, kind: TimelineKind, at: string, by: { __typename: 'Member', id: string, name: string } | null, activity: { __typename: 'Activity', id: string, kind: ActivityKind, subject: string, body: string | null, status: ActivityStatus, priority: ActivityPriority, private: boolean, dueOn: string | null, dueAt: string | null, startsAt: string | null, endsAt: string | null, location: string | null, direction: CallDirection | null, outcome: CallOutcome | null, doneAt: string | null, fallsAt: string | null, at: string, version: number, createdAt: string, owner: { __typename: 'Member', id: string, name: string } | null, author: { __typename: 'Member', id: string, name: string } | null, doneBy: { __typename: 'Member', id: string, name: string } | null, series: { __typename: 'ActivitySeries', id: string, rule: string, endedAt: string | null } | null, attachments: { __typename: 'AttachmentConnection', nodes: Array<{ __typename: 'Attachment', id: string, name: string, kind: string, size: number, preview: PreviewStatus, version: number, createdAt: string, addedBy: { __typename: 'Member', id: string, name: string } | null }> }, mentions: Array<{ __typename: 'ActivityMention', id: string, member: { __typename: 'Member', id: string, name: string } }>, links: Array<{ __typename: 'ActivityLink', id: string, derived: boolean, deal: { __typename: 'Deal', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null, lead: { __typename: 'Lead', id: string, name: string } | null }> } | null, attachment: { __typename: 'Attachment', id: string, name: string, kind: string, size: number, preview: PreviewStatus, version: number, createdAt: string, addedBy: { __typename: 'Member', id: string, name: string } | null } | null, deal: { __typename: 'Deal', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null, lead: { __typename: 'Lead', id: string, name: string } | null, leadEvent: { __typename: 'LeadEvent', id: string, kind: LeadEventKind, fromStatus: LeadStatus | null, toStatus: LeadStatus | null, seconds: number | null, unfitReason: UnfitReason | null, unfitRemark: string | null, toOwner: { __typename: 'Member', id: string, name: string } | null } | null, dealEvent: { __typename: 'DealEvent', id: string, kind: DealEventKind, seconds: number | null, fromOn: string | null, toOn: string | null, lossRemark: string | null, fromStage: { __typename: 'Stage', id: string, name: string } | null, toStage: { __typename: 'Stage', id: string, name: string } | null, fromAmount: { __typename: 'Money', amount: string, currency: string } | null, toAmount: { __typename: 'Money', amount: string, currency: string } | null, fromOwner: { __typename: 'Member', id: string, name: string } | null, toOwner: { __typename: 'Member', id: string, name: string } | null, lossReason: { __typename: 'LossReason', id: string, name: string } | null } | null }> };

export type DealTimelineQueryVariables = Exact<{
  id: string;
  filter?: TimelineEntryFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type DealTimelineQuery = { __typename: 'Query', deal: { __typename: 'Deal', id: string, timeline: { __typename: 'TimelineEntryConnection', pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'TimelineEntry', id: string, kind: TimelineKind, at: string, by: { __typename: 'Member', id: string, name: string } | null, activity: { __typename: 'Activity', id: string, kind: ActivityKind, subject: string, body: string | null, status: ActivityStatus, priority: ActivityPriority, private: boolean, dueOn: string | null, dueAt: string | null, startsAt: string | null, endsAt: string | null, location: string | null, direction: CallDirection | null, outcome: CallOutcome | null, doneAt: string | null, fallsAt: string | null, at: string, version: number, createdAt: string, owner: { __typename: 'Member', id: string, name: string } | null, author: { __typename: 'Member', id: string, name: string } | null, doneBy: { __typename: 'Member', id: string, name: string } | null, series: { __typename: 'ActivitySeries', id: string, rule: string, endedAt: string | null } | null, attachments: { __typename: 'AttachmentConnection', nodes: Array<{ __typename: 'Attachment', id: string, name: string, kind: string, size: number, preview: PreviewStatus, version: number, createdAt: string, addedBy: { __typename: 'Member', id: string, name: string } | null }> }, mentions: Array<{ __typename: 'ActivityMention', id: string, member: { __typename: 'Member', id: string, name: string } }>, links: Array<{ __typename: 'ActivityLink', id: string, derived: boolean, deal: { __typename: 'Deal', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null, lead: { __typename: 'Lead', id: string, name: string } | null }> } | null, attachment: { __typename: 'Attachment', id: string, name: string, kind: string, size: number, preview: PreviewStatus, version: number, createdAt: string, addedBy: { __typename: 'Member', id: string, name: string } | null } | null, deal: { __typename: 'Deal', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null, lead: { __typename: 'Lead', id: string, name: string } | null, leadEvent: { __typename: 'LeadEvent', id: string, kind: LeadEventKind, fromStatus: LeadStatus | null, toStatus: LeadStatus | null, seconds: number | null, unfitReason: UnfitReason | null, unfitRemark: string | null, toOwner: { __typename: 'Member', id: string, name: string } | null } | null, dealEvent: { __typename: 'DealEvent', id: string, kind: DealEventKind, seconds: number | null, fromOn: string | null, toOn: string | null, lossRemark: string | null, fromStage: { __typename: 'Stage', id: string, name: string } | null, toStage: { __typename: 'Stage', id: string, name: string } | null, fromAmount: { __typename: 'Money', amount: string, currency: string } | null, toAmount: { __typename: 'Money', amount: string, currency: string } | null, fromOwner: { __typename: 'Member', id: string, name: string } | null, toOwner: { __typename: 'Member', id: string, name: string } | null, lossReason: { __typename: 'LossReason', id: string, name: string } | null } | null }> } } | null };

export type AccountTimelineQueryVariables = Exact<{
  id: string;
  filter?: TimelineEntryFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type AccountTimelineQuery = { __typename: 'Query', account: { __typename: 'Account', id: string, timeline: { __typename: 'TimelineEntryConnection', pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'TimelineEntry', id: string, kind: TimelineKind, at: string, by: { __typename: 'Member', id: string, name: string } | null, activity: { __typename: 'Activity', id: string, kind: ActivityKind, subject: string, body: string | null, status: ActivityStatus, priority: ActivityPriority, private: boolean, dueOn: string | null, dueAt: string | null, startsAt: string | null, endsAt: string | null, location: string | null, direction: CallDirection | null, outcome: CallOutcome | null, doneAt: string | null, fallsAt: string | null, at: string, version: number, createdAt: string, owner: { __typename: 'Member', id: string, name: string } | null, author: { __typename: 'Member', id: string, name: string } | null, doneBy: { __typename: 'Member', id: string, name: string } | null, series: { __typename: 'ActivitySeries', id: string, rule: string, endedAt: string | null } | null, attachments: { __typename: 'AttachmentConnection', nodes: Array<{ __typename: 'Attachment', id: string, name: string, kind: string, size: number, preview: PreviewStatus, version: number, createdAt: string, addedBy: { __typename: 'Member', id: string, name: string } | null }> }, mentions: Array<{ __typename: 'ActivityMention', id: string, member: { __typename: 'Member', id: string, name: string } }>, links: Array<{ __typename: 'ActivityLink', id: string, derived: boolean, deal: { __typename: 'Deal', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null, lead: { __typename: 'Lead', id: string, name: string } | null }> } | null, attachment: { __typename: 'Attachment', id: string, name: string, kind: string, size: number, preview: PreviewStatus, version: number, createdAt: string, addedBy: { __typename: 'Member', id: string, name: string } | null } | null, deal: { __typename: 'Deal', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null, lead: { __typename: 'Lead', id: string, name: string } | null, leadEvent: { __typename: 'LeadEvent', id: string, kind: LeadEventKind, fromStatus: LeadStatus | null, toStatus: LeadStatus | null, seconds: number | null, unfitReason: UnfitReason | null, unfitRemark: string | null, toOwner: { __typename: 'Member', id: string, name: string } | null } | null, dealEvent: { __typename: 'DealEvent', id: string, kind: DealEventKind, seconds: number | null, fromOn: string | null, toOn: string | null, lossRemark: string | null, fromStage: { __typename: 'Stage', id: string, name: string } | null, toStage: { __typename: 'Stage', id: string, name: string } | null, fromAmount: { __typename: 'Money', amount: string, currency: string } | null, toAmount: { __typename: 'Money', amount: string, currency: string } | null, fromOwner: { __typename: 'Member', id: string, name: string } | null, toOwner: { __typename: 'Member', id: string, name: string } | null, lossReason: { __typename: 'LossReason', id: string, name: string } | null } | null }> } } | null };

export type ContactTimelineQueryVariables = Exact<{
  id: string;
  filter?: TimelineEntryFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ContactTimelineQuery = { __typename: 'Query', contact: { __typename: 'Contact', id: string, timeline: { __typename: 'TimelineEntryConnection', pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'TimelineEntry', id: string, kind: TimelineKind, at: string, by: { __typename: 'Member', id: string, name: string } | null, activity: { __typename: 'Activity', id: string, kind: ActivityKind, subject: string, body: string | null, status: ActivityStatus, priority: ActivityPriority, private: boolean, dueOn: string | null, dueAt: string | null, startsAt: string | null, endsAt: string | null, location: string | null, direction: CallDirection | null, outcome: CallOutcome | null, doneAt: string | null, fallsAt: string | null, at: string, version: number, createdAt: string, owner: { __typename: 'Member', id: string, name: string } | null, author: { __typename: 'Member', id: string, name: string } | null, doneBy: { __typename: 'Member', id: string, name: string } | null, series: { __typename: 'ActivitySeries', id: string, rule: string, endedAt: string | null } | null, attachments: { __typename: 'AttachmentConnection', nodes: Array<{ __typename: 'Attachment', id: string, name: string, kind: string, size: number, preview: PreviewStatus, version: number, createdAt: string, addedBy: { __typename: 'Member', id: string, name: string } | null }> }, mentions: Array<{ __typename: 'ActivityMention', id: string, member: { __typename: 'Member', id: string, name: string } }>, links: Array<{ __typename: 'ActivityLink', id: string, derived: boolean, deal: { __typename: 'Deal', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null, lead: { __typename: 'Lead', id: string, name: string } | null }> } | null, attachment: { __typename: 'Attachment', id: string, name: string, kind: string, size: number, preview: PreviewStatus, version: number, createdAt: string, addedBy: { __typename: 'Member', id: string, name: string } | null } | null, deal: { __typename: 'Deal', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null, lead: { __typename: 'Lead', id: string, name: string } | null, leadEvent: { __typename: 'LeadEvent', id: string, kind: LeadEventKind, fromStatus: LeadStatus | null, toStatus: LeadStatus | null, seconds: number | null, unfitReason: UnfitReason | null, unfitRemark: string | null, toOwner: { __typename: 'Member', id: string, name: string } | null } | null, dealEvent: { __typename: 'DealEvent', id: string, kind: DealEventKind, seconds: number | null, fromOn: string | null, toOn: string | null, lossRemark: string | null, fromStage: { __typename: 'Stage', id: string, name: string } | null, toStage: { __typename: 'Stage', id: string, name: string } | null, fromAmount: { __typename: 'Money', amount: string, currency: string } | null, toAmount: { __typename: 'Money', amount: string, currency: string } | null, fromOwner: { __typename: 'Member', id: string, name: string } | null, toOwner: { __typename: 'Member', id: string, name: string } | null, lossReason: { __typename: 'LossReason', id: string, name: string } | null } | null }> } } | null };

export type LeadTimelineQueryVariables = Exact<{
  id: string;
  filter?: TimelineEntryFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type LeadTimelineQuery = { __typename: 'Query', lead: { __typename: 'Lead', id: string, timeline: { __typename: 'TimelineEntryConnection', pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'TimelineEntry', id: string, kind: TimelineKind, at: string, by: { __typename: 'Member', id: string, name: string } | null, activity: { __typename: 'Activity', id: string, kind: ActivityKind, subject: string, body: string | null, status: ActivityStatus, priority: ActivityPriority, private: boolean, dueOn: string | null, dueAt: string | null, startsAt: string | null, endsAt: string | null, location: string | null, direction: CallDirection | null, outcome: CallOutcome | null, doneAt: string | null, fallsAt: string | null, at: string, version: number, createdAt: string, owner: { __typename: 'Member', id: string, name: string } | null, author: { __typename: 'Member', id: string, name: string } | null, doneBy: { __typename: 'Member', id: string, name: string } | null, series: { __typename: 'ActivitySeries', id: string, rule: string, endedAt: string | null } | null, attachments: { __typename: 'AttachmentConnection', nodes: Array<{ __typename: 'Attachment', id: string, name: string, kind: string, size: number, preview: PreviewStatus, version: number, createdAt: string, addedBy: { __typename: 'Member', id: string, name: string } | null }> }, mentions: Array<{ __typename: 'ActivityMention', id: string, member: { __typename: 'Member', id: string, name: string } }>, links: Array<{ __typename: 'ActivityLink', id: string, derived: boolean, deal: { __typename: 'Deal', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null, lead: { __typename: 'Lead', id: string, name: string } | null }> } | null, attachment: { __typename: 'Attachment', id: string, name: string, kind: string, size: number, preview: PreviewStatus, version: number, createdAt: string, addedBy: { __typename: 'Member', id: string, name: string } | null } | null, deal: { __typename: 'Deal', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null, lead: { __typename: 'Lead', id: string, name: string } | null, leadEvent: { __typename: 'LeadEvent', id: string, kind: LeadEventKind, fromStatus: LeadStatus | null, toStatus: LeadStatus | null, seconds: number | null, unfitReason: UnfitReason | null, unfitRemark: string | null, toOwner: { __typename: 'Member', id: string, name: string } | null } | null, dealEvent: { __typename: 'DealEvent', id: string, kind: DealEventKind, seconds: number | null, fromOn: string | null, toOn: string | null, lossRemark: string | null, fromStage: { __typename: 'Stage', id: string, name: string } | null, toStage: { __typename: 'Stage', id: string, name: string } | null, fromAmount: { __typename: 'Money', amount: string, currency: string } | null, toAmount: { __typename: 'Money', amount: string, currency: string } | null, fromOwner: { __typename: 'Member', id: string, name: string } | null, toOwner: { __typename: 'Member', id: string, name: string } | null, lossReason: { __typename: 'LossReason', id: string, name: string } | null } | null }> } } | null };

export type DealPlannedQueryVariables = Exact<{
  id: string;
}>;


export type DealPlannedQuery = { __typename: 'Query', deal: { __typename: 'Deal', id: string, timeline: { __typename: 'TimelineEntryConnection', pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'TimelineEntry', id: string, kind: TimelineKind, at: string, by: { __typename: 'Member', id: string, name: string } | null, activity: { __typename: 'Activity', id: string, kind: ActivityKind, subject: string, body: string | null, status: ActivityStatus, priority: ActivityPriority, private: boolean, dueOn: string | null, dueAt: string | null, startsAt: string | null, endsAt: string | null, location: string | null, direction: CallDirection | null, outcome: CallOutcome | null, doneAt: string | null, fallsAt: string | null, at: string, version: number, createdAt: string, owner: { __typename: 'Member', id: string, name: string } | null, author: { __typename: 'Member', id: string, name: string } | null, doneBy: { __typename: 'Member', id: string, name: string } | null, series: { __typename: 'ActivitySeries', id: string, rule: string, endedAt: string | null } | null, attachments: { __typename: 'AttachmentConnection', nodes: Array<{ __typename: 'Attachment', id: string, name: string, kind: string, size: number, preview: PreviewStatus, version: number, createdAt: string, addedBy: { __typename: 'Member', id: string, name: string } | null }> }, mentions: Array<{ __typename: 'ActivityMention', id: string, member: { __typename: 'Member', id: string, name: string } }>, links: Array<{ __typename: 'ActivityLink', id: string, derived: boolean, deal: { __typename: 'Deal', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null, lead: { __typename: 'Lead', id: string, name: string } | null }> } | null, attachment: { __typename: 'Attachment', id: string, name: string, kind: string, size: number, preview: PreviewStatus, version: number, createdAt: string, addedBy: { __typename: 'Member', id: string, name: string } | null } | null, deal: { __typename: 'Deal', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null, lead: { __typename: 'Lead', id: string, name: string } | null, leadEvent: { __typename: 'LeadEvent', id: string, kind: LeadEventKind, fromStatus: LeadStatus | null, toStatus: LeadStatus | null, seconds: number | null, unfitReason: UnfitReason | null, unfitRemark: string | null, toOwner: { __typename: 'Member', id: string, name: string } | null } | null, dealEvent: { __typename: 'DealEvent', id: string, kind: DealEventKind, seconds: number | null, fromOn: string | null, toOn: string | null, lossRemark: string | null, fromStage: { __typename: 'Stage', id: string, name: string } | null, toStage: { __typename: 'Stage', id: string, name: string } | null, fromAmount: { __typename: 'Money', amount: string, currency: string } | null, toAmount: { __typename: 'Money', amount: string, currency: string } | null, fromOwner: { __typename: 'Member', id: string, name: string } | null, toOwner: { __typename: 'Member', id: string, name: string } | null, lossReason: { __typename: 'LossReason', id: string, name: string } | null } | null }> } } | null };

export type AccountPlannedQueryVariables = Exact<{
  id: string;
}>;


export type AccountPlannedQuery = { __typename: 'Query', account: { __typename: 'Account', id: string, timeline: { __typename: 'TimelineEntryConnection', pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'TimelineEntry', id: string, kind: TimelineKind, at: string, by: { __typename: 'Member', id: string, name: string } | null, activity: { __typename: 'Activity', id: string, kind: ActivityKind, subject: string, body: string | null, status: ActivityStatus, priority: ActivityPriority, private: boolean, dueOn: string | null, dueAt: string | null, startsAt: string | null, endsAt: string | null, location: string | null, direction: CallDirection | null, outcome: CallOutcome | null, doneAt: string | null, fallsAt: string | null, at: string, version: number, createdAt: string, owner: { __typename: 'Member', id: string, name: string } | null, author: { __typename: 'Member', id: string, name: string } | null, doneBy: { __typename: 'Member', id: string, name: string } | null, series: { __typename: 'ActivitySeries', id: string, rule: string, endedAt: string | null } | null, attachments: { __typename: 'AttachmentConnection', nodes: Array<{ __typename: 'Attachment', id: string, name: string, kind: string, size: number, preview: PreviewStatus, version: number, createdAt: string, addedBy: { __typename: 'Member', id: string, name: string } | null }> }, mentions: Array<{ __typename: 'ActivityMention', id: string, member: { __typename: 'Member', id: string, name: string } }>, links: Array<{ __typename: 'ActivityLink', id: string, derived: boolean, deal: { __typename: 'Deal', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null, lead: { __typename: 'Lead', id: string, name: string } | null }> } | null, attachment: { __typename: 'Attachment', id: string, name: string, kind: string, size: number, preview: PreviewStatus, version: number, createdAt: string, addedBy: { __typename: 'Member', id: string, name: string } | null } | null, deal: { __typename: 'Deal', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null, lead: { __typename: 'Lead', id: string, name: string } | null, leadEvent: { __typename: 'LeadEvent', id: string, kind: LeadEventKind, fromStatus: LeadStatus | null, toStatus: LeadStatus | null, seconds: number | null, unfitReason: UnfitReason | null, unfitRemark: string | null, toOwner: { __typename: 'Member', id: string, name: string } | null } | null, dealEvent: { __typename: 'DealEvent', id: string, kind: DealEventKind, seconds: number | null, fromOn: string | null, toOn: string | null, lossRemark: string | null, fromStage: { __typename: 'Stage', id: string, name: string } | null, toStage: { __typename: 'Stage', id: string, name: string } | null, fromAmount: { __typename: 'Money', amount: string, currency: string } | null, toAmount: { __typename: 'Money', amount: string, currency: string } | null, fromOwner: { __typename: 'Member', id: string, name: string } | null, toOwner: { __typename: 'Member', id: string, name: string } | null, lossReason: { __typename: 'LossReason', id: string, name: string } | null } | null }> } } | null };

export type ContactPlannedQueryVariables = Exact<{
  id: string;
}>;


export type ContactPlannedQuery = { __typename: 'Query', contact: { __typename: 'Contact', id: string, timeline: { __typename: 'TimelineEntryConnection', pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'TimelineEntry', id: string, kind: TimelineKind, at: string, by: { __typename: 'Member', id: string, name: string } | null, activity: { __typename: 'Activity', id: string, kind: ActivityKind, subject: string, body: string | null, status: ActivityStatus, priority: ActivityPriority, private: boolean, dueOn: string | null, dueAt: string | null, startsAt: string | null, endsAt: string | null, location: string | null, direction: CallDirection | null, outcome: CallOutcome | null, doneAt: string | null, fallsAt: string | null, at: string, version: number, createdAt: string, owner: { __typename: 'Member', id: string, name: string } | null, author: { __typename: 'Member', id: string, name: string } | null, doneBy: { __typename: 'Member', id: string, name: string } | null, series: { __typename: 'ActivitySeries', id: string, rule: string, endedAt: string | null } | null, attachments: { __typename: 'AttachmentConnection', nodes: Array<{ __typename: 'Attachment', id: string, name: string, kind: string, size: number, preview: PreviewStatus, version: number, createdAt: string, addedBy: { __typename: 'Member', id: string, name: string } | null }> }, mentions: Array<{ __typename: 'ActivityMention', id: string, member: { __typename: 'Member', id: string, name: string } }>, links: Array<{ __typename: 'ActivityLink', id: string, derived: boolean, deal: { __typename: 'Deal', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null, lead: { __typename: 'Lead', id: string, name: string } | null }> } | null, attachment: { __typename: 'Attachment', id: string, name: string, kind: string, size: number, preview: PreviewStatus, version: number, createdAt: string, addedBy: { __typename: 'Member', id: string, name: string } | null } | null, deal: { __typename: 'Deal', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null, lead: { __typename: 'Lead', id: string, name: string } | null, leadEvent: { __typename: 'LeadEvent', id: string, kind: LeadEventKind, fromStatus: LeadStatus | null, toStatus: LeadStatus | null, seconds: number | null, unfitReason: UnfitReason | null, unfitRemark: string | null, toOwner: { __typename: 'Member', id: string, name: string } | null } | null, dealEvent: { __typename: 'DealEvent', id: string, kind: DealEventKind, seconds: number | null, fromOn: string | null, toOn: string | null, lossRemark: string | null, fromStage: { __typename: 'Stage', id: string, name: string } | null, toStage: { __typename: 'Stage', id: string, name: string } | null, fromAmount: { __typename: 'Money', amount: string, currency: string } | null, toAmount: { __typename: 'Money', amount: string, currency: string } | null, fromOwner: { __typename: 'Member', id: string, name: string } | null, toOwner: { __typename: 'Member', id: string, name: string } | null, lossReason: { __typename: 'LossReason', id: string, name: string } | null } | null }> } } | null };

export type LeadPlannedQueryVariables = Exact<{
  id: string;
}>;


export type LeadPlannedQuery = { __typename: 'Query', lead: { __typename: 'Lead', id: string, timeline: { __typename: 'TimelineEntryConnection', pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'TimelineEntry', id: string, kind: TimelineKind, at: string, by: { __typename: 'Member', id: string, name: string } | null, activity: { __typename: 'Activity', id: string, kind: ActivityKind, subject: string, body: string | null, status: ActivityStatus, priority: ActivityPriority, private: boolean, dueOn: string | null, dueAt: string | null, startsAt: string | null, endsAt: string | null, location: string | null, direction: CallDirection | null, outcome: CallOutcome | null, doneAt: string | null, fallsAt: string | null, at: string, version: number, createdAt: string, owner: { __typename: 'Member', id: string, name: string } | null, author: { __typename: 'Member', id: string, name: string } | null, doneBy: { __typename: 'Member', id: string, name: string } | null, series: { __typename: 'ActivitySeries', id: string, rule: string, endedAt: string | null } | null, attachments: { __typename: 'AttachmentConnection', nodes: Array<{ __typename: 'Attachment', id: string, name: string, kind: string, size: number, preview: PreviewStatus, version: number, createdAt: string, addedBy: { __typename: 'Member', id: string, name: string } | null }> }, mentions: Array<{ __typename: 'ActivityMention', id: string, member: { __typename: 'Member', id: string, name: string } }>, links: Array<{ __typename: 'ActivityLink', id: string, derived: boolean, deal: { __typename: 'Deal', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null, lead: { __typename: 'Lead', id: string, name: string } | null }> } | null, attachment: { __typename: 'Attachment', id: string, name: string, kind: string, size: number, preview: PreviewStatus, version: number, createdAt: string, addedBy: { __typename: 'Member', id: string, name: string } | null } | null, deal: { __typename: 'Deal', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null, lead: { __typename: 'Lead', id: string, name: string } | null, leadEvent: { __typename: 'LeadEvent', id: string, kind: LeadEventKind, fromStatus: LeadStatus | null, toStatus: LeadStatus | null, seconds: number | null, unfitReason: UnfitReason | null, unfitRemark: string | null, toOwner: { __typename: 'Member', id: string, name: string } | null } | null, dealEvent: { __typename: 'DealEvent', id: string, kind: DealEventKind, seconds: number | null, fromOn: string | null, toOn: string | null, lossRemark: string | null, fromStage: { __typename: 'Stage', id: string, name: string } | null, toStage: { __typename: 'Stage', id: string, name: string } | null, fromAmount: { __typename: 'Money', amount: string, currency: string } | null, toAmount: { __typename: 'Money', amount: string, currency: string } | null, fromOwner: { __typename: 'Member', id: string, name: string } | null, toOwner: { __typename: 'Member', id: string, name: string } | null, lossReason: { __typename: 'LossReason', id: string, name: string } | null } | null }> } } | null };

export type CalendarSpanQueryVariables = Exact<{
  since: string;
  until: string;
  people?: Array<string> | string | null | undefined;
}>;


export type CalendarSpanQuery = { __typename: 'Query', calendar: { __typename: 'Calendar', more: boolean, activities: Array<{ __typename: 'Activity', id: string, kind: ActivityKind, subject: string, body: string | null, status: ActivityStatus, priority: ActivityPriority, private: boolean, dueOn: string | null, dueAt: string | null, startsAt: string | null, endsAt: string | null, location: string | null, direction: CallDirection | null, outcome: CallOutcome | null, doneAt: string | null, fallsAt: string | null, at: string, version: number, createdAt: string, owner: { __typename: 'Member', id: string, name: string } | null, author: { __typename: 'Member', id: string, name: string } | null, doneBy: { __typename: 'Member', id: string, name: string } | null, series: { __typename: 'ActivitySeries', id: string, rule: string, endedAt: string | null } | null, attachments: { __typename: 'AttachmentConnection', nodes: Array<{ __typename: 'Attachment', id: string, name: string, kind: string, size: number, preview: PreviewStatus, version: number, createdAt: string, addedBy: { __typename: 'Member', id: string, name: string } | null }> }, mentions: Array<{ __typename: 'ActivityMention', id: string, member: { __typename: 'Member', id: string, name: string } }>, links: Array<{ __typename: 'ActivityLink', id: string, derived: boolean, deal: { __typename: 'Deal', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null, lead: { __typename: 'Lead', id: string, name: string } | null }> }>, occurrences: Array<{ __typename: 'Occurrence', at: string, on: string | null, activity: { __typename: 'Activity', id: string, kind: ActivityKind, subject: string, body: string | null, status: ActivityStatus, priority: ActivityPriority, private: boolean, dueOn: string | null, dueAt: string | null, startsAt: string | null, endsAt: string | null, location: string | null, direction: CallDirection | null, outcome: CallOutcome | null, doneAt: string | null, fallsAt: string | null, at: string, version: number, createdAt: string, owner: { __typename: 'Member', id: string, name: string } | null, author: { __typename: 'Member', id: string, name: string } | null, doneBy: { __typename: 'Member', id: string, name: string } | null, series: { __typename: 'ActivitySeries', id: string, rule: string, endedAt: string | null } | null, attachments: { __typename: 'AttachmentConnection', nodes: Array<{ __typename: 'Attachment', id: string, name: string, kind: string, size: number, preview: PreviewStatus, version: number, createdAt: string, addedBy: { __typename: 'Member', id: string, name: string } | null }> }, mentions: Array<{ __typename: 'ActivityMention', id: string, member: { __typename: 'Member', id: string, name: string } }>, links: Array<{ __typename: 'ActivityLink', id: string, derived: boolean, deal: { __typename: 'Deal', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null, lead: { __typename: 'Lead', id: string, name: string } | null }> } }> } | null };

export type TeamDayQueryVariables = Exact<{ [key: string]: never; }>;


export type TeamDayQuery = { __typename: 'Query', teamDay: Array<{ __typename: 'MemberLoad', overdue: number, today: number, next: number, done: number, member: { __typename: 'Member', id: string, name: string } }> | null };

export type MemberDayQueryVariables = Exact<{
  first: number;
  member: string;
}>;


export type MemberDayQuery = { __typename: 'Query', myDay: { __typename: 'Day', on: string, timeZone: string, done: number, overdue: { __typename: 'DayPage', count: number, endCursor: string | null, hasNextPage: boolean, activities: Array<{ __typename: 'Activity', id: string, kind: ActivityKind, subject: string, body: string | null, status: ActivityStatus, priority: ActivityPriority, private: boolean, dueOn: string | null, dueAt: string | null, startsAt: string | null, endsAt: string | null, location: string | null, direction: CallDirection | null, outcome: CallOutcome | null, doneAt: string | null, fallsAt: string | null, at: string, version: number, createdAt: string, owner: { __typename: 'Member', id: string, name: string } | null, author: { __typename: 'Member', id: string, name: string } | null, doneBy: { __typename: 'Member', id: string, name: string } | null, series: { __typename: 'ActivitySeries', id: string, rule: string, endedAt: string | null } | null, attachments: { __typename: 'AttachmentConnection', nodes: Array<{ __typename: 'Attachment', id: string, name: string, kind: string, size: number, preview: PreviewStatus, version: number, createdAt: string, addedBy: { __typename: 'Member', id: string, name: string } | null }> }, mentions: Array<{ __typename: 'ActivityMention', id: string, member: { __typename: 'Member', id: string, name: string } }>, links: Array<{ __typename: 'ActivityLink', id: string, derived: boolean, deal: { __typename: 'Deal', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null, lead: { __typename: 'Lead', id: string, name: string } | null }> }> }, today: { __typename: 'DayPage', count: number, endCursor: string | null, hasNextPage: boolean, activities: Array<{ __typename: 'Activity', id: string, kind: ActivityKind, subject: string, body: string | null, status: ActivityStatus, priority: ActivityPriority, private: boolean, dueOn: string | null, dueAt: string | null, startsAt: string | null, endsAt: string | null, location: string | null, direction: CallDirection | null, outcome: CallOutcome | null, doneAt: string | null, fallsAt: string | null, at: string, version: number, createdAt: string, owner: { __typename: 'Member', id: string, name: string } | null, author: { __typename: 'Member', id: string, name: string } | null, doneBy: { __typename: 'Member', id: string, name: string } | null, series: { __typename: 'ActivitySeries', id: string, rule: string, endedAt: string | null } | null, attachments: { __typename: 'AttachmentConnection', nodes: Array<{ __typename: 'Attachment', id: string, name: string, kind: string, size: number, preview: PreviewStatus, version: number, createdAt: string, addedBy: { __typename: 'Member', id: string, name: string } | null }> }, mentions: Array<{ __typename: 'ActivityMention', id: string, member: { __typename: 'Member', id: string, name: string } }>, links: Array<{ __typename: 'ActivityLink', id: string, derived: boolean, deal: { __typename: 'Deal', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null, lead: { __typename: 'Lead', id: string, name: string } | null }> }> }, next: { __typename: 'DayPage', count: number, endCursor: string | null, hasNextPage: boolean, activities: Array<{ __typename: 'Activity', id: string, kind: ActivityKind, subject: string, body: string | null, status: ActivityStatus, priority: ActivityPriority, private: boolean, dueOn: string | null, dueAt: string | null, startsAt: string | null, endsAt: string | null, location: string | null, direction: CallDirection | null, outcome: CallOutcome | null, doneAt: string | null, fallsAt: string | null, at: string, version: number, createdAt: string, owner: { __typename: 'Member', id: string, name: string } | null, author: { __typename: 'Member', id: string, name: string } | null, doneBy: { __typename: 'Member', id: string, name: string } | null, series: { __typename: 'ActivitySeries', id: string, rule: string, endedAt: string | null } | null, attachments: { __typename: 'AttachmentConnection', nodes: Array<{ __typename: 'Attachment', id: string, name: string, kind: string, size: number, preview: PreviewStatus, version: number, createdAt: string, addedBy: { __typename: 'Member', id: string, name: string } | null }> }, mentions: Array<{ __typename: 'ActivityMention', id: string, member: { __typename: 'Member', id: string, name: string } }>, links: Array<{ __typename: 'ActivityLink', id: string, derived: boolean, deal: { __typename: 'Deal', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null, lead: { __typename: 'Lead', id: string, name: string } | null }> }> }, undated: { __typename: 'DayPage', count: number, endCursor: string | null, hasNextPage: boolean, activities: Array<{ __typename: 'Activity', id: string, kind: ActivityKind, subject: string, body: string | null, status: ActivityStatus, priority: ActivityPriority, private: boolean, dueOn: string | null, dueAt: string | null, startsAt: string | null, endsAt: string | null, location: string | null, direction: CallDirection | null, outcome: CallOutcome | null, doneAt: string | null, fallsAt: string | null, at: string, version: number, createdAt: string, owner: { __typename: 'Member', id: string, name: string } | null, author: { __typename: 'Member', id: string, name: string } | null, doneBy: { __typename: 'Member', id: string, name: string } | null, series: { __typename: 'ActivitySeries', id: string, rule: string, endedAt: string | null } | null, attachments: { __typename: 'AttachmentConnection', nodes: Array<{ __typename: 'Attachment', id: string, name: string, kind: string, size: number, preview: PreviewStatus, version: number, createdAt: string, addedBy: { __typename: 'Member', id: string, name: string } | null }> }, mentions: Array<{ __typename: 'ActivityMention', id: string, member: { __typename: 'Member', id: string, name: string } }>, links: Array<{ __typename: 'ActivityLink', id: string, derived: boolean, deal: { __typename: 'Deal', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null, lead: { __typename: 'Lead', id: string, name: string } | null }> }> } } | null };

export type RuleRowFragment = { __typename: 'AssignmentRule', id: string, name: string, position: number, active: boolean, strategy: AssignmentStrategy, country: string | null, language: string | null, question: string | null, answer: string | null, workingHours: boolean, version: number, source: { __typename: 'Source', id: string, name: string } | null, product: { __typename: 'Product', id: string, name: string } | null, pool: Array<{ __typename: 'AssignmentSeat', id: string, position: number, capacity: number | null, turns: number, member: { __typename: 'Member', id: string, name: string } }> };

export type AssignmentRulesQueryVariables = Exact<{ [key: string]: never; }>;


export type AssignmentRulesQuery = { __typename: 'Query', assignmentRules: Array<{ __typename: 'AssignmentRule', id: string, name: string, position: number, active: boolean, strategy: AssignmentStrategy, country: string | null, language: string | null, question: string | null, answer: string | null, workingHours: boolean, version: number, source: { __typename: 'Source', id: string, name: string } | null, product: { __typename: 'Product', id: string, name: string } | null, pool: Array<{ __typename: 'AssignmentSeat', id: string, position: number, capacity: number | null, turns: number, member: { __typename: 'Member', id: string, name: string } }> }> };

export type AssignmentPreviewQueryVariables = Exact<{
  facts: AssignmentFactsInput;
}>;


export type AssignmentPreviewQuery = { __typename: 'Query', assignmentPreview: { __typename: 'AssignmentPreview', member: { __typename: 'Member', id: string, name: string } | null, rule: { __typename: 'AssignmentRule', id: string, name: string } | null, steps: Array<{ __typename: 'AssignmentTrace', step: AssignmentStep, rule: { __typename: 'AssignmentRule', id: string, name: string } | null, member: { __typename: 'Member', id: string, name: string } | null }> } | null };

export type CreateAssignmentRuleMutationVariables = Exact<{
  input: CreateAssignmentRuleInput;
}>;


export type CreateAssignmentRuleMutation = { __typename: 'Mutation', createAssignmentRule: { __typename: 'CreateAssignmentRulePayload', assignmentRule: { __typename: 'AssignmentRule', id: string, name: string, position: number, active: boolean, strategy: AssignmentStrategy, country: string | null, language: string | null, question: string | null, answer: string | null, workingHours: boolean, version: number, source: { __typename: 'Source', id: string, name: string } | null, product: { __typename: 'Product', id: string, name: string } | null, pool: Array<{ __typename: 'AssignmentSeat', id: string, position: number, capacity: number | null, turns: number, member: { __typename: 'Member', id: string, name: string } }> } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type UpdateAssignmentRuleMutationVariables = Exact<{
  input: UpdateAssignmentRuleInput;
}>;


export type UpdateAssignmentRuleMutation = { __typename: 'Mutation', updateAssignmentRule: { __typename: 'UpdateAssignmentRulePayload', assignmentRule: { __typename: 'AssignmentRule', id: string, name: string, position: number, active: boolean, strategy: AssignmentStrategy, country: string | null, language: string | null, question: string | null, answer: string | null, workingHours: boolean, version: number, source: { __typename: 'Source', id: string, name: string } | null, product: { __typename: 'Product', id: string, name: string } | null, pool: Array<{ __typename: 'AssignmentSeat', id: string, position: number, capacity: number | null, turns: number, member: { __typename: 'Member', id: string, name: string } }> } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type MoveAssignmentRuleMutationVariables = Exact<{
  input: MoveAssignmentRuleInput;
}>;


export type MoveAssignmentRuleMutation = { __typename: 'Mutation', moveAssignmentRule: { __typename: 'MoveAssignmentRulePayload', assignmentRule: { __typename: 'AssignmentRule', id: string, name: string, position: number, active: boolean, strategy: AssignmentStrategy, country: string | null, language: string | null, question: string | null, answer: string | null, workingHours: boolean, version: number, source: { __typename: 'Source', id: string, name: string } | null, product: { __typename: 'Product', id: string, name: string } | null, pool: Array<{ __typename: 'AssignmentSeat', id: string, position: number, capacity: number | null, turns: number, member: { __typename: 'Member', id: string, name: string } }> } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type DeleteAssignmentRuleMutationVariables = Exact<{
  input: AssignmentRuleInput;
}>;


export type DeleteAssignmentRuleMutation = { __typename: 'Mutation', deleteAssignmentRule: { __typename: 'DeleteAssignmentRulePayload', assignmentRule: { __typename: 'AssignmentRule', id: string } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type RestoreAssignmentRuleMutationVariables = Exact<{
  input: AssignmentRuleInput;
}>;


export type RestoreAssignmentRuleMutation = { __typename: 'Mutation', restoreAssignmentRule: { __typename: 'RestoreAssignmentRulePayload', assignmentRule: { __typename: 'AssignmentRule', id: string, name: string, position: number, active: boolean, strategy: AssignmentStrategy, country: string | null, language: string | null, question: string | null, answer: string | null, workingHours: boolean, version: number, source: { __typename: 'Source', id: string, name: string } | null, product: { __typename: 'Product', id: string, name: string } | null, pool: Array<{ __typename: 'AssignmentSeat', id: string, position: number, capacity: number | null, turns: number, member: { __typename: 'Member', id: string, name: string } }> } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type OneBatchFragment = { __typename: 'Batch', id: string, object: string, status: BatchStatus, total: number, done: number, refused: number, kept: number, createdAt: string, finishedAt: string | null };

export type LatestBatchesQueryVariables = Exact<{ [key: string]: never; }>;


export type LatestBatchesQuery = { __typename: 'Query', batches: { __typename: 'BatchConnection', nodes: Array<{ __typename: 'Batch', id: string, object: string, status: BatchStatus, total: number, done: number, refused: number, kept: number, createdAt: string, finishedAt: string | null }> } };

export type BatchProgressQueryVariables = Exact<{
  id: string;
}>;


export type BatchProgressQuery = { __typename: 'Query', batch: { __typename: 'Batch', id: string, object: string, status: BatchStatus, total: number, done: number, refused: number, kept: number, createdAt: string, finishedAt: string | null } | null };

export type LeftByBatchQueryVariables = Exact<{
  id: string;
}>;


export type LeftByBatchQuery = { __typename: 'Query', leftBy: Array<{ __typename: 'LeftRecord', id: string, name: string | null, outcome: BatchOutcome, code: string | null }> | null };

export type ListRightsQueryVariables = Exact<{ [key: string]: never; }>;


export type ListRightsQuery = { __typename: 'Query', me: { __typename: 'Viewer', rights: { __typename: 'Rights', grants: Array<{ __typename: 'Grant', object: string, verb: Verb, scope: Scope }>, fields: Array<{ __typename: 'FieldRuling', object: string, field: string, rule: FieldRule }> } } | null };

export type UpdateManyMutationVariables = Exact<{
  input: UpdateManyInput;
}>;


export type UpdateManyMutation = { __typename: 'Mutation', updateMany: { __typename: 'UpdateManyPayload', batch: { __typename: 'Batch', id: string, object: string, status: BatchStatus, total: number, done: number, refused: number, kept: number, createdAt: string, finishedAt: string | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type DeleteManyMutationVariables = Exact<{
  input: DeleteManyInput;
}>;


export type DeleteManyMutation = { __typename: 'Mutation', deleteMany: { __typename: 'DeleteManyPayload', batch: { __typename: 'Batch', id: string, object: string, status: BatchStatus, total: number, done: number, refused: number, kept: number, createdAt: string, finishedAt: string | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type UndoBatchMutationVariables = Exact<{
  input: BatchInput;
}>;


export type UndoBatchMutation = { __typename: 'Mutation', undoBatch: { __typename: 'UndoBatchPayload', batch: { __typename: 'Batch', id: string, object: string, status: BatchStatus, total: number, done: number, refused: number, kept: number, createdAt: string, finishedAt: string | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type HolidayLineFragment = { __typename: 'Holiday', id: string, name: string, fallsOn: string, yearly: boolean, halfUntil: string | null, version: number };

export type CompanyQueryVariables = Exact<{ [key: string]: never; }>;


export type CompanyQuery = { __typename: 'Query', company: { __typename: 'CompanyProfile', slug: string, name: string, currency: string, locale: string, timeZone: string, weekStart: number, fiscalStart: number, logo: string | null, escalateAfter: number | null, version: number, hoursSaid: boolean, hours: Array<{ __typename: 'WorkingHours', weekday: number, opens: string, closes: string }>, holidays: Array<{ __typename: 'Holiday', id: string, name: string, fallsOn: string, yearly: boolean, halfUntil: string | null, version: number }> } | null };

export type WorkingTimeQueryVariables = Exact<{
  since: string;
  until: string;
}>;


export type WorkingTimeQuery = { __typename: 'Query', workingTime: { __typename: 'WorkingTime', hours: Array<{ __typename: 'WorkingHours', weekday: number, opens: string, closes: string }>, daysOff: Array<{ __typename: 'DayOff', on: string, name: string, halfUntil: string | null }> } | null };

export type HolidayProposalsQueryVariables = Exact<{
  country: string;
  year: number;
}>;


export type HolidayProposalsQuery = { __typename: 'Query', holidayProposals: Array<{ __typename: 'HolidayProposal', on: string, name: string, known: boolean }> | null };

export type CurrencyUsesQueryVariables = Exact<{
  into: string;
}>;


export type CurrencyUsesQuery = { __typename: 'Query', currencyUses: Array<{ __typename: 'CurrencyUse', currency: string, records: number, rate: string | null }> | null };

export type UpdateCompanyMutationVariables = Exact<{
  input: UpdateCompanyInput;
}>;


export type UpdateCompanyMutation = { __typename: 'Mutation', updateCompany: { __typename: 'UpdateCompanyPayload', company: { __typename: 'Company', id: string, version: number, name: string, currency: string, locale: string, timeZone: string, weekStart: number, fiscalStart: number, logo: string | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type ChangeCurrencyMutationVariables = Exact<{
  input: ChangeCurrencyInput;
}>;


export type ChangeCurrencyMutation = { __typename: 'Mutation', changeCurrency: { __typename: 'ChangeCurrencyPayload', company: { __typename: 'Company', id: string, version: number } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type AddHolidaysMutationVariables = Exact<{
  input: AddHolidaysInput;
}>;


export type AddHolidaysMutation = { __typename: 'Mutation', addHolidays: { __typename: 'AddHolidaysPayload', company: { __typename: 'Company', id: string, version: number } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type DeleteHolidaysMutationVariables = Exact<{
  input: HolidaysInput;
}>;


export type DeleteHolidaysMutation = { __typename: 'Mutation', deleteHolidays: { __typename: 'DeleteHolidaysPayload', company: { __typename: 'Company', id: string, version: number } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type RestoreHolidaysMutationVariables = Exact<{
  input: HolidaysInput;
}>;


export type RestoreHolidaysMutation = { __typename: 'Mutation', restoreHolidays: { __typename: 'RestoreHolidaysPayload', company: { __typename: 'Company', id: string, version: number } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type ConsentLineFragment = { __typename: 'Consent', id: string, kind: ConsentKind, words: string, evidence: string | null, at: string, by: { __typename: 'Member', id: string, name: string } | null, source: { __typename: 'Source', id: string, name: string } | null };

export type CreateContactMutationVariables = Exact<{
  input: CreateContactInput;
}>;


export type CreateContactMutation = { __typename: 'Mutation', createContact: { __typename: 'CreateContactPayload', contact: { __typename: 'Contact', version: number, externalId: string | null, createdAt: string, updatedAt: string, id: string, name: string, title: string | null, email: string | null, phone: string | null, account: { __typename: 'Account', id: string, name: string } | null, owner: { __typename: 'Member', id: string, name: string } | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type UpdateContactMutationVariables = Exact<{
  input: UpdateContactInput;
}>;


export type UpdateContactMutation = { __typename: 'Mutation', updateContact: { __typename: 'UpdateContactPayload', contact: { __typename: 'Contact', version: number, externalId: string | null, createdAt: string, updatedAt: string, id: string, name: string, title: string | null, email: string | null, phone: string | null, account: { __typename: 'Account', id: string, name: string } | null, owner: { __typename: 'Member', id: string, name: string } | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type DeleteContactMutationVariables = Exact<{
  input: ContactInput;
}>;


export type DeleteContactMutation = { __typename: 'Mutation', deleteContact: { __typename: 'DeleteContactPayload', contact: { __typename: 'Contact', id: string } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type RestoreContactMutationVariables = Exact<{
  input: ContactInput;
}>;


export type RestoreContactMutation = { __typename: 'Mutation', restoreContact: { __typename: 'RestoreContactPayload', contact: { __typename: 'Contact', version: number, externalId: string | null, createdAt: string, updatedAt: string, id: string, name: string, title: string | null, email: string | null, phone: string | null, account: { __typename: 'Account', id: string, name: string } | null, owner: { __typename: 'Member', id: string, name: string } | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type ContactQueryVariables = Exact<{
  id: string;
}>;


export type ContactQuery = { __typename: 'Query', contact: { __typename: 'Contact', version: number, externalId: string | null, createdAt: string, updatedAt: string, id: string, name: string, title: string | null, email: string | null, phone: string | null, account: { __typename: 'Account', id: string, name: string } | null, owner: { __typename: 'Member', id: string, name: string } | null } | null };

export type ContactAroundQueryVariables = Exact<{
  id: string;
}>;


export type ContactAroundQuery = { __typename: 'Query', contact: { __typename: 'Contact', id: string, account: { __typename: 'Account', id: string, name: string, industry: string | null, phone: string | null, website: string | null, contacts: { __typename: 'ContactConnection', totalCount: number, nodes: Array<{ __typename: 'Contact', id: string, name: string, title: string | null, email: string | null, phone: string | null }> } } | null, conversions: { __typename: 'LeadConversionConnection', totalCount: number, nodes: Array<{ __typename: 'LeadConversion', id: string, at: string, lead: { __typename: 'Lead', id: string, name: string, channel: LeadChannel | null, utmCampaign: string | null, source: { __typename: 'Source', id: string, name: string } | null } | null }> }, consents: Array<{ __typename: 'Consent', id: string, kind: ConsentKind, words: string, evidence: string | null, at: string, by: { __typename: 'Member', id: string, name: string } | null, source: { __typename: 'Source', id: string, name: string } | null }> } | null, deals: { __typename: 'DealConnection', totalCount: number, totalAmount: Array<{ __typename: 'Money', amount: string, currency: string }>, nodes: Array<{ __typename: 'Deal', id: string, name: string, status: DealStatus, expectedCloseOn: string | null, closedOn: string | null, amount: { __typename: 'Money', amount: string, currency: string } | null, stage: { __typename: 'Stage', id: string, name: string, kind: StageKind, position: number } }> } };

export type ContactBriefFragment = { __typename: 'Contact', id: string, name: string, title: string | null, email: string | null, phone: string | null };

export type ContactRowFragment = { __typename: 'Contact', version: number, externalId: string | null, createdAt: string, updatedAt: string, id: string, name: string, title: string | null, email: string | null, phone: string | null, account: { __typename: 'Account', id: string, name: string } | null, owner: { __typename: 'Member', id: string, name: string } | null };

export type ContactListQueryVariables = Exact<{
  filter?: ContactFilter | null | undefined;
  search?: string | null | undefined;
  orderBy?: Array<ContactOrder> | ContactOrder | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ContactListQuery = { __typename: 'Query', contacts: { __typename: 'ContactConnection', pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Contact', version: number, externalId: string | null, createdAt: string, updatedAt: string, id: string, name: string, title: string | null, email: string | null, phone: string | null, account: { __typename: 'Account', id: string, name: string } | null, owner: { __typename: 'Member', id: string, name: string } | null }> } };

export type ContactListTotalsQueryVariables = Exact<{
  filter?: ContactFilter | null | undefined;
  search?: string | null | undefined;
}>;


export type ContactListTotalsQuery = { __typename: 'Query', contacts: { __typename: 'ContactConnection', totalCount: number } };

export type CameFromFragment = { __typename: 'LeadConversionConnection', totalCount: number, nodes: Array<{ __typename: 'LeadConversion', id: string, at: string, lead: { __typename: 'Lead', id: string, name: string, channel: LeadChannel | null, utmCampaign: string | null, source: { __typename: 'Source', id: string, name: string } | null } | null }> };

export type LeadConversionPreviewQueryVariables = Exact<{
  id: string;
}>;


export type LeadConversionPreviewQuery = { __typename: 'Query', leadConversionPreview: { __typename: 'LeadConversionPreview', accountName: string, contactName: string, dealName: string, activities: number, files: number, consents: number, accounts: Array<{ __typename: 'AccountMatch', reasons: Array<LeadMatchReason>, proposed: boolean, fills: Array<string>, account: { __typename: 'Account', id: string, name: string, industry: string | null, country: string | null } | null }>, contacts: Array<{ __typename: 'ContactMatch', reasons: Array<LeadMatchReason>, proposed: boolean, fills: Array<string>, contact: { __typename: 'Contact', id: string, name: string, title: string | null, account: { __typename: 'Account', id: string, name: string } | null } | null }>, deals: Array<{ __typename: 'DealMatch', reasons: Array<LeadMatchReason>, deal: { __typename: 'Deal', id: string, name: string, amount: { __typename: 'Money', amount: string, currency: string } | null, stage: { __typename: 'Stage', id: string, name: string } } | null }> } | null };

export type ConvertLeadMutationVariables = Exact<{
  input: ConvertLeadInput;
}>;


export type ConvertLeadMutation = { __typename: 'Mutation', convertLead: { __typename: 'ConvertLeadPayload', lead: { __typename: 'Lead', utmSource: string | null, utmMedium: string | null, utmCampaign: string | null, utmTerm: string | null, utmContent: string | null, clickId: string | null, landingPage: string | null, referrer: string | null, id: string, name: string, version: number, company: string | null, title: string | null, email: string | null, phone: string | null, message: string | null, country: string | null, language: string | null, status: LeadStatus, statusEnteredAt: string, receivedAt: string, unfitReason: UnfitReason | null, unfitRemark: string | null, score: number, ripeAt: string | null, channel: LeadChannel | null, createdAt: string, updatedAt: string, answers: Array<{ __typename: 'LeadAnswer', id: string, question: string, answer: string, position: number }>, merits: Array<{ __typename: 'LeadMerit', id: string, merit: LeadMeritKind, points: number, rule: string | null }>, responseEvents: Array<{ __typename: 'ResponseEvent', id: string, kind: ResponseKind, channel: ResponseChannel | null, at: string, wallSeconds: number, businessSeconds: number, by: { __typename: 'Member', id: string, name: string } | null, activity: { __typename: 'Activity', id: string, subject: string } | null }>, consents: Array<{ __typename: 'Consent', id: string, kind: ConsentKind, words: string, evidence: string | null, at: string, by: { __typename: 'Member', id: string, name: string } | null, source: { __typename: 'Source', id: string, name: string } | null }>, conversion: { __typename: 'LeadConversion', id: string, at: string, accountMade: boolean, contactMade: boolean, dealMade: boolean, by: { __typename: 'Member', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null, deal: { __typename: 'Deal', id: string, name: string } | null } | null, assignmentDecisions: Array<{ __typename: 'AssignmentDecision', id: string, at: string, rule: { __typename: 'AssignmentRule', id: string, name: string } | null, member: { __typename: 'Member', id: string, name: string } | null }>, owner: { __typename: 'Member', id: string, name: string } | null, source: { __typename: 'Source', id: string, name: string, kind: SourceKind } | null, product: { __typename: 'Product', id: string, name: string } | null, firstAttempt: { __typename: 'ResponseEvent', id: string, kind: ResponseKind, channel: ResponseChannel | null, at: string, wallSeconds: number, businessSeconds: number } | null, firstContact: { __typename: 'ResponseEvent', id: string, kind: ResponseKind, channel: ResponseChannel | null, at: string, wallSeconds: number, businessSeconds: number } | null, escalation: { __typename: 'ResponseEvent', id: string, kind: ResponseKind, channel: ResponseChannel | null, at: string, wallSeconds: number, businessSeconds: number } | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type UndoConversionMutationVariables = Exact<{
  input: UndoConversionInput;
}>;


export type UndoConversionMutation = { __typename: 'Mutation', undoConversion: { __typename: 'UndoConversionPayload', lead: { __typename: 'Lead', utmSource: string | null, utmMedium: string | null, utmCampaign: string | null, utmTerm: string | null, utmContent: string | null, clickId: string | null, landingPage: string | null, referrer: string | null, id: string, name: string, version: number, company: string | null, title: string | null, email: string | null, phone: string | null, message: string | null, country: string | null, language: string | null, status: LeadStatus, statusEnteredAt: string, receivedAt: string, unfitReason: UnfitReason | null, unfitRemark: string | null, score: number, ripeAt: string | null, channel: LeadChannel | null, createdAt: string, updatedAt: string, answers: Array<{ __typename: 'LeadAnswer', id: string, question: string, answer: string, position: number }>, merits: Array<{ __typename: 'LeadMerit', id: string, merit: LeadMeritKind, points: number, rule: string | null }>, responseEvents: Array<{ __typename: 'ResponseEvent', id: string, kind: ResponseKind, channel: ResponseChannel | null, at: string, wallSeconds: number, businessSeconds: number, by: { __typename: 'Member', id: string, name: string } | null, activity: { __typename: 'Activity', id: string, subject: string } | null }>, consents: Array<{ __typename: 'Consent', id: string, kind: ConsentKind, words: string, evidence: string | null, at: string, by: { __typename: 'Member', id: string, name: string } | null, source: { __typename: 'Source', id: string, name: string } | null }>, conversion: { __typename: 'LeadConversion', id: string, at: string, accountMade: boolean, contactMade: boolean, dealMade: boolean, by: { __typename: 'Member', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null, deal: { __typename: 'Deal', id: string, name: string } | null } | null, assignmentDecisions: Array<{ __typename: 'AssignmentDecision', id: string, at: string, rule: { __typename: 'AssignmentRule', id: string, name: string } | null, member: { __typename: 'Member', id: string, name: string } | null }>, owner: { __typename: 'Member', id: string, name: string } | null, source: { __typename: 'Source', id: string, name: string, kind: SourceKind } | null, product: { __typename: 'Product', id: string, name: string } | null, firstAttempt: { __typename: 'ResponseEvent', id: string, kind: ResponseKind, channel: ResponseChannel | null, at: string, wallSeconds: number, businessSeconds: number } | null, firstContact: { __typename: 'ResponseEvent', id: string, kind: ResponseKind, channel: ResponseChannel | null, at: string, wallSeconds: number, businessSeconds: number } | null, escalation: { __typename: 'ResponseEvent', id: string, kind: ResponseKind, channel: ResponseChannel | null, at: string, wallSeconds: number, businessSeconds: number } | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type DealBriefFragment = { __typename: 'Deal', id: string, name: string, status: DealStatus, expectedCloseOn: string | null, closedOn: string | null, amount: { __typename: 'Money', amount: string, currency: string } | null, stage: { __typename: 'Stage', id: string, name: string, kind: StageKind, position: number } };

export type AccountBriefFragment = { __typename: 'Account', id: string, name: string, industry: string | null, phone: string | null, website: string | null };

export type DealAroundQueryVariables = Exact<{
  id: string;
}>;


export type DealAroundQuery = { __typename: 'Query', deal: { __typename: 'Deal', id: string, contact: { __typename: 'Contact', id: string, name: string, title: string | null, email: string | null, phone: string | null } | null, conversions: { __typename: 'LeadConversionConnection', totalCount: number, nodes: Array<{ __typename: 'LeadConversion', id: string, at: string, lead: { __typename: 'Lead', id: string, name: string, channel: LeadChannel | null, utmCampaign: string | null, source: { __typename: 'Source', id: string, name: string } | null } | null }> }, account: { __typename: 'Account', id: string, name: string, industry: string | null, phone: string | null, website: string | null, contacts: { __typename: 'ContactConnection', totalCount: number, nodes: Array<{ __typename: 'Contact', id: string, name: string, title: string | null, email: string | null, phone: string | null }> }, deals: { __typename: 'DealConnection', totalCount: number, nodes: Array<{ __typename: 'Deal', id: string, name: string, status: DealStatus, expectedCloseOn: string | null, closedOn: string | null, amount: { __typename: 'Money', amount: string, currency: string } | null, stage: { __typename: 'Stage', id: string, name: string, kind: StageKind, position: number } }> } } | null } | null };

export type DealCardFragment = { __typename: 'Deal', id: string, name: string, status: DealStatus, version: number, amountEstimated: boolean, expectedCloseOn: string | null, closedOn: string | null, lossRemark: string | null, stageEnteredAt: string, secondsInStage: number, amount: { __typename: 'Money', amount: string, currency: string } | null, lossReason: { __typename: 'LossReason', id: string, name: string } | null, stage: { __typename: 'Stage', id: string }, owner: { __typename: 'Member', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null };

export type DealPageFragment = { __typename: 'DealConnection', pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Deal', id: string, name: string, status: DealStatus, version: number, amountEstimated: boolean, expectedCloseOn: string | null, closedOn: string | null, lossRemark: string | null, stageEnteredAt: string, secondsInStage: number, amount: { __typename: 'Money', amount: string, currency: string } | null, lossReason: { __typename: 'LossReason', id: string, name: string } | null, stage: { __typename: 'Stage', id: string }, owner: { __typename: 'Member', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null }> };

export type DealTotalsFragment = { __typename: 'DealConnection', totalCount: number, convertedAmount: { __typename: 'ConvertedSum', total: { __typename: 'Money', amount: string, currency: string }, parts: Array<{ __typename: 'SumPart', count: number, unrated: number, sum: { __typename: 'Money', amount: string, currency: string } }> } | null };

export type DealBoardQueryVariables = Exact<{
  filter?: DealFilter | null | undefined;
  search?: string | null | undefined;
  orderBy?: Array<DealOrder> | DealOrder | null | undefined;
  first: number;
}>;


export type DealBoardQuery = { __typename: 'Query', pipelines: Array<{ __typename: 'Pipeline', id: string, name: string, isDefault: boolean, position: number, stages: Array<{ __typename: 'Stage', id: string, name: string, kind: StageKind, position: number, allowedDays: number | null, totals: { __typename: 'DealConnection', totalCount: number, convertedAmount: { __typename: 'ConvertedSum', total: { __typename: 'Money', amount: string, currency: string }, parts: Array<{ __typename: 'SumPart', count: number, unrated: number, sum: { __typename: 'Money', amount: string, currency: string } }> } | null }, deals: { __typename: 'DealConnection', pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Deal', id: string, name: string, status: DealStatus, version: number, amountEstimated: boolean, expectedCloseOn: string | null, closedOn: string | null, lossRemark: string | null, stageEnteredAt: string, secondsInStage: number, amount: { __typename: 'Money', amount: string, currency: string } | null, lossReason: { __typename: 'LossReason', id: string, name: string } | null, stage: { __typename: 'Stage', id: string }, owner: { __typename: 'Member', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null }> } }> }> };

export type DealColumnQueryVariables = Exact<{
  stage: string;
  filter?: DealFilter | null | undefined;
  search?: string | null | undefined;
  orderBy?: Array<DealOrder> | DealOrder | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type DealColumnQuery = { __typename: 'Query', stage: { __typename: 'Stage', id: string, deals: { __typename: 'DealConnection', pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Deal', id: string, name: string, status: DealStatus, version: number, amountEstimated: boolean, expectedCloseOn: string | null, closedOn: string | null, lossRemark: string | null, stageEnteredAt: string, secondsInStage: number, amount: { __typename: 'Money', amount: string, currency: string } | null, lossReason: { __typename: 'LossReason', id: string, name: string } | null, stage: { __typename: 'Stage', id: string }, owner: { __typename: 'Member', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null }> } } | null };

export type ColumnTotalsQueryVariables = Exact<{
  stage: string;
  filter?: DealFilter | null | undefined;
  search?: string | null | undefined;
}>;


export type ColumnTotalsQuery = { __typename: 'Query', stage: { __typename: 'Stage', id: string, deals: { __typename: 'DealConnection', totalCount: number, convertedAmount: { __typename: 'ConvertedSum', total: { __typename: 'Money', amount: string, currency: string }, parts: Array<{ __typename: 'SumPart', count: number, unrated: number, sum: { __typename: 'Money', amount: string, currency: string } }> } | null } } | null };

export type BoardForecastQueryVariables = Exact<{
  period: Period;
}>;


export type BoardForecastQuery = { __typename: 'Query', forecast: { __typename: 'Forecast', period: Period, startsOn: string, endsOn: string, expected: { __typename: 'Money', amount: string, currency: string }, won: { __typename: 'Money', amount: string, currency: string }, stages: Array<{ __typename: 'StageShare', entered: number, closed: number, won: number, open: number, share: number | null, low: number | null, high: number | null, explanation: string, stage: { __typename: 'Stage', id: string }, openAmount: { __typename: 'Money', amount: string, currency: string }, expected: { __typename: 'Money', amount: string, currency: string } }> } | null };

export type MoveDealMutationVariables = Exact<{
  input: MoveDealInput;
}>;


export type MoveDealMutation = { __typename: 'Mutation', moveDeal: { __typename: 'MoveDealPayload', deal: { __typename: 'Deal', createdAt: string, updatedAt: string, openedAt: string, id: string, name: string, status: DealStatus, version: number, amountEstimated: boolean, expectedCloseOn: string | null, closedOn: string | null, lossRemark: string | null, stageEnteredAt: string, secondsInStage: number, stage: { __typename: 'Stage', id: string, name: string, kind: StageKind, position: number }, amount: { __typename: 'Money', amount: string, currency: string } | null, lossReason: { __typename: 'LossReason', id: string, name: string } | null, owner: { __typename: 'Member', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type ReopenDealMutationVariables = Exact<{
  input: ReopenDealInput;
}>;


export type ReopenDealMutation = { __typename: 'Mutation', reopenDeal: { __typename: 'ReopenDealPayload', deal: { __typename: 'Deal', createdAt: string, updatedAt: string, openedAt: string, id: string, name: string, status: DealStatus, version: number, amountEstimated: boolean, expectedCloseOn: string | null, closedOn: string | null, lossRemark: string | null, stageEnteredAt: string, secondsInStage: number, stage: { __typename: 'Stage', id: string, name: string, kind: StageKind, position: number }, amount: { __typename: 'Money', amount: string, currency: string } | null, lossReason: { __typename: 'LossReason', id: string, name: string } | null, owner: { __typename: 'Member', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type UpdateDealMutationVariables = Exact<{
  input: UpdateDealInput;
}>;


export type UpdateDealMutation = { __typename: 'Mutation', updateDeal: { __typename: 'UpdateDealPayload', deal: { __typename: 'Deal', createdAt: string, updatedAt: string, openedAt: string, convertedAmount: string | null, id: string, name: string, status: DealStatus, version: number, amountEstimated: boolean, expectedCloseOn: string | null, closedOn: string | null, lossRemark: string | null, stageEnteredAt: string, secondsInStage: number, contact: { __typename: 'Contact', id: string, name: string, title: string | null, email: string | null, phone: string | null } | null, stage: { __typename: 'Stage', id: string, name: string, kind: StageKind, position: number }, realizedAmount: { __typename: 'Money', amount: string, currency: string } | null, rate: { __typename: 'ExchangeRate', id: string, currency: string, against: string, startsOn: string, rate: string } | null, amount: { __typename: 'Money', amount: string, currency: string } | null, lossReason: { __typename: 'LossReason', id: string, name: string } | null, owner: { __typename: 'Member', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type SetDealProductsMutationVariables = Exact<{
  input: SetDealProductsInput;
}>;


export type SetDealProductsMutation = { __typename: 'Mutation', setDealProducts: { __typename: 'SetDealProductsPayload', deal: { __typename: 'Deal', createdAt: string, updatedAt: string, openedAt: string, convertedAmount: string | null, id: string, name: string, status: DealStatus, version: number, amountEstimated: boolean, expectedCloseOn: string | null, closedOn: string | null, lossRemark: string | null, stageEnteredAt: string, secondsInStage: number, stage: { __typename: 'Stage', id: string, name: string, kind: StageKind, position: number }, realizedAmount: { __typename: 'Money', amount: string, currency: string } | null, rate: { __typename: 'ExchangeRate', id: string, currency: string, against: string, startsOn: string, rate: string } | null, products: { __typename: 'DealProductConnection', pageInfo: { __typename: 'PageInfo', hasNextPage: boolean }, nodes: Array<{ __typename: 'DealProduct', id: string, position: number, quantity: string, unitPrice: { __typename: 'Money', amount: string, currency: string } | null, product: { __typename: 'Product', id: string, name: string, code: string | null } }> }, amount: { __typename: 'Money', amount: string, currency: string } | null, lossReason: { __typename: 'LossReason', id: string, name: string } | null, owner: { __typename: 'Member', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type CreateDealMutationVariables = Exact<{
  input: CreateDealInput;
}>;


export type CreateDealMutation = { __typename: 'Mutation', createDeal: { __typename: 'CreateDealPayload', deal: { __typename: 'Deal', createdAt: string, updatedAt: string, openedAt: string, id: string, name: string, status: DealStatus, version: number, amountEstimated: boolean, expectedCloseOn: string | null, closedOn: string | null, lossRemark: string | null, stageEnteredAt: string, secondsInStage: number, stage: { __typename: 'Stage', id: string, name: string, kind: StageKind, position: number }, amount: { __typename: 'Money', amount: string, currency: string } | null, lossReason: { __typename: 'LossReason', id: string, name: string } | null, owner: { __typename: 'Member', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type DeleteDealMutationVariables = Exact<{
  input: DealInput;
}>;


export type DeleteDealMutation = { __typename: 'Mutation', deleteDeal: { __typename: 'DeleteDealPayload', deal: { __typename: 'Deal', id: string } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type RestoreDealMutationVariables = Exact<{
  input: DealInput;
}>;


export type RestoreDealMutation = { __typename: 'Mutation', restoreDeal: { __typename: 'RestoreDealPayload', deal: { __typename: 'Deal', createdAt: string, updatedAt: string, openedAt: string, id: string, name: string, status: DealStatus, version: number, amountEstimated: boolean, expectedCloseOn: string | null, closedOn: string | null, lossRemark: string | null, stageEnteredAt: string, secondsInStage: number, stage: { __typename: 'Stage', id: string, name: string, kind: StageKind, position: number }, amount: { __typename: 'Money', amount: string, currency: string } | null, lossReason: { __typename: 'LossReason', id: string, name: string } | null, owner: { __typename: 'Member', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type DealWorthFragment = { __typename: 'Deal', convertedAmount: string | null, realizedAmount: { __typename: 'Money', amount: string, currency: string } | null, rate: { __typename: 'ExchangeRate', id: string, currency: string, against: string, startsOn: string, rate: string } | null };

export type DealLinesFragment = { __typename: 'Deal', products: { __typename: 'DealProductConnection', pageInfo: { __typename: 'PageInfo', hasNextPage: boolean }, nodes: Array<{ __typename: 'DealProduct', id: string, position: number, quantity: string, unitPrice: { __typename: 'Money', amount: string, currency: string } | null, product: { __typename: 'Product', id: string, name: string, code: string | null } }> } };

export type DealQueryVariables = Exact<{
  id: string;
}>;


export type DealQuery = { __typename: 'Query', deal: { __typename: 'Deal', externalId: string | null, createdAt: string, updatedAt: string, openedAt: string, convertedAmount: string | null, id: string, name: string, status: DealStatus, version: number, amountEstimated: boolean, expectedCloseOn: string | null, closedOn: string | null, lossRemark: string | null, stageEnteredAt: string, secondsInStage: number, contact: { __typename: 'Contact', id: string, name: string, title: string | null, email: string | null, phone: string | null } | null, pipeline: { __typename: 'Pipeline', id: string, name: string, stages: Array<{ __typename: 'Stage', id: string, name: string, kind: StageKind, position: number, allowedDays: number | null }> }, history: { __typename: 'DealEventConnection', totalCount: number, nodes: Array<{ __typename: 'DealEvent', id: string, kind: DealEventKind, at: string, seconds: number | null, fromOn: string | null, toOn: string | null, lossRemark: string | null, by: { __typename: 'Member', id: string, name: string } | null, fromStage: { __typename: 'Stage', id: string, name: string, kind: StageKind } | null, toStage: { __typename: 'Stage', id: string, name: string, kind: StageKind } | null, fromAmount: { __typename: 'Money', amount: string, currency: string } | null, toAmount: { __typename: 'Money', amount: string, currency: string } | null, lossReason: { __typename: 'LossReason', id: string, name: string } | null }> }, stage: { __typename: 'Stage', id: string, name: string, kind: StageKind, position: number }, realizedAmount: { __typename: 'Money', amount: string, currency: string } | null, rate: { __typename: 'ExchangeRate', id: string, currency: string, against: string, startsOn: string, rate: string } | null, products: { __typename: 'DealProductConnection', pageInfo: { __typename: 'PageInfo', hasNextPage: boolean }, nodes: Array<{ __typename: 'DealProduct', id: string, position: number, quantity: string, unitPrice: { __typename: 'Money', amount: string, currency: string } | null, product: { __typename: 'Product', id: string, name: string, code: string | null } }> }, amount: { __typename: 'Money', amount: string, currency: string } | null, lossReason: { __typename: 'LossReason', id: string, name: string } | null, owner: { __typename: 'Member', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null } | null };

export type DealRowFragment = { __typename: 'Deal', createdAt: string, updatedAt: string, openedAt: string, id: string, name: string, status: DealStatus, version: number, amountEstimated: boolean, expectedCloseOn: string | null, closedOn: string | null, lossRemark: string | null, stageEnteredAt: string, secondsInStage: number, stage: { __typename: 'Stage', id: string, name: string, kind: StageKind, position: number }, amount: { __typename: 'Money', amount: string, currency: string } | null, lossReason: { __typename: 'LossReason', id: string, name: string } | null, owner: { __typename: 'Member', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null };

export type NextStepFragment = { __typename: 'Activity', id: string, kind: ActivityKind, subject: string, dueOn: string | null, dueAt: string | null, startsAt: string | null, endsAt: string | null };

export type DealListQueryVariables = Exact<{
  filter?: DealFilter | null | undefined;
  search?: string | null | undefined;
  orderBy?: Array<DealOrder> | DealOrder | null | undefined;
  first: number;
  after?: string | null | undefined;
  planned?: boolean | null | undefined;
}>;


export type DealListQuery = { __typename: 'Query', deals: { __typename: 'DealConnection', pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Deal', createdAt: string, updatedAt: string, openedAt: string, id: string, name: string, status: DealStatus, version: number, amountEstimated: boolean, expectedCloseOn: string | null, closedOn: string | null, lossRemark: string | null, stageEnteredAt: string, secondsInStage: number, nextActivity?: { __typename: 'Activity', id: string, kind: ActivityKind, subject: string, dueOn: string | null, dueAt: string | null, startsAt: string | null, endsAt: string | null } | null, stage: { __typename: 'Stage', id: string, name: string, kind: StageKind, position: number }, amount: { __typename: 'Money', amount: string, currency: string } | null, lossReason: { __typename: 'LossReason', id: string, name: string } | null, owner: { __typename: 'Member', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null }> } };

export type DealListTotalsQueryVariables = Exact<{
  filter?: DealFilter | null | undefined;
  search?: string | null | undefined;
}>;


export type DealListTotalsQuery = { __typename: 'Query', deals: { __typename: 'DealConnection', totalCount: number, convertedAmount: { __typename: 'ConvertedSum', total: { __typename: 'Money', amount: string, currency: string }, parts: Array<{ __typename: 'SumPart', count: number, unrated: number, sum: { __typename: 'Money', amount: string, currency: string } }> } | null } };

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

export type OneExportFragment = { __typename: 'Export', id: string, object: string, name: string, format: ExportFormat, status: ExportStatus, total: number, done: number, size: number | null, failure: string | null, createdAt: string, expiresAt: string | null };

export type MyExportsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type MyExportsQuery = { __typename: 'Query', exports: { __typename: 'ExportConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Export', id: string, object: string, name: string, format: ExportFormat, status: ExportStatus, total: number, done: number, size: number | null, failure: string | null, createdAt: string, expiresAt: string | null }> } };

export type ExportProgressQueryVariables = Exact<{
  id: string;
}>;


export type ExportProgressQuery = { __typename: 'Query', export: { __typename: 'Export', id: string, object: string, name: string, format: ExportFormat, status: ExportStatus, total: number, done: number, size: number | null, failure: string | null, createdAt: string, expiresAt: string | null } | null };

export type CreateExportMutationVariables = Exact<{
  input: CreateExportInput;
}>;


export type CreateExportMutation = { __typename: 'Mutation', createExport: { __typename: 'CreateExportPayload', export: { __typename: 'Export', id: string, object: string, name: string, format: ExportFormat, status: ExportStatus, total: number, done: number, size: number | null, failure: string | null, createdAt: string, expiresAt: string | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type DeleteExportMutationVariables = Exact<{
  input: ExportInput;
}>;


export type DeleteExportMutation = { __typename: 'Mutation', deleteExport: { __typename: 'DeleteExportPayload', export: { __typename: 'Export', id: string, object: string, name: string, format: ExportFormat, status: ExportStatus, total: number, done: number, size: number | null, failure: string | null, createdAt: string, expiresAt: string | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type FavoritesQueryVariables = Exact<{ [key: string]: never; }>;


export type FavoritesQuery = { __typename: 'Query', favoriteRecords: Array<
    | { __typename: 'Account', name: string, industry: string | null, country: string | null, phone: string | null, id: string }
    | { __typename: 'Activity', kind: ActivityKind, subject: string, id: string, links: Array<{ __typename: 'ActivityLink', deal: { __typename: 'Deal', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null, lead: { __typename: 'Lead', id: string, name: string } | null }> }
    | { __typename: 'ActivityAttendee', id: string }
    | { __typename: 'ActivityLink', id: string }
    | { __typename: 'ActivityMention', id: string }
    | { __typename: 'ActivitySeries', id: string }
    | { __typename: 'AssignmentDecision', id: string }
    | { __typename: 'AssignmentRule', id: string }
    | { __typename: 'AssignmentSeat', id: string }
    | { __typename: 'Attachment', name: string, id: string }
    | { __typename: 'Batch', id: string }
    | { __typename: 'BatchItem', id: string }
    | { __typename: 'Company', id: string }
    | { __typename: 'Consent', id: string }
    | { __typename: 'Contact', name: string, title: string | null, email: string | null, phone: string | null, id: string, account: { __typename: 'Account', id: string, name: string } | null }
    | { __typename: 'CustomRole', id: string }
    | { __typename: 'Deal', name: string, id: string, amount: { __typename: 'Money', amount: string, currency: string } | null, account: { __typename: 'Account', id: string, name: string } | null, stage: { __typename: 'Stage', id: string, name: string, kind: StageKind } }
    | { __typename: 'DealEvent', id: string }
    | { __typename: 'DealProduct', id: string }
    | { __typename: 'DefaultView', id: string }
    | { __typename: 'ExchangeRate', id: string }
    | { __typename: 'Export', id: string }
    | { __typename: 'Favorite', id: string }
    | { __typename: 'Handover', id: string }
    | { __typename: 'Holiday', id: string }
    | { __typename: 'Import', id: string }
    | { __typename: 'ImportColumn', id: string }
    | { __typename: 'ImportFile', id: string }
    | { __typename: 'ImportNote', id: string }
    | { __typename: 'ImportRefusal', id: string }
    | { __typename: 'Invitation', id: string }
    | { __typename: 'Lead', name: string, company: string | null, email: string | null, phone: string | null, id: string }
    | { __typename: 'LeadAnswer', id: string }
    | { __typename: 'LeadConversion', id: string }
    | { __typename: 'LeadEvent', id: string }
    | { __typename: 'LeadMerit', id: string }
    | { __typename: 'LossReason', id: string }
    | { __typename: 'Mailbox', id: string }
    | { __typename: 'Member', name: string, id: string, address: string }
    | { __typename: 'Notification', id: string }
    | { __typename: 'NotificationChoice', id: string }
    | { __typename: 'NotificationHours', id: string }
    | { __typename: 'Opening', id: string }
    | { __typename: 'PageView', id: string }
    | { __typename: 'Pipeline', id: string }
    | { __typename: 'Product', name: string, code: string | null, family: string | null, id: string }
    | { __typename: 'PushDevice', id: string }
    | { __typename: 'Qualification', id: string }
    | { __typename: 'ResponseEvent', id: string }
    | { __typename: 'SavedView', id: string }
    | { __typename: 'Share', id: string }
    | { __typename: 'Source', id: string }
    | { __typename: 'SourceQuestion', id: string }
    | { __typename: 'Stage', id: string }
    | { __typename: 'Submission', id: string }
    | { __typename: 'Team', id: string }
    | { __typename: 'TimelineEntry', id: string }
    | { __typename: 'Visit', id: string }
    | { __typename: 'Weighing', id: string }
   | null> | null };

export type AddFavoriteMutationVariables = Exact<{
  input: AddFavoriteInput;
}>;


export type AddFavoriteMutation = { __typename: 'Mutation', addFavorite: { __typename: 'AddFavoritePayload', favorite: { __typename: 'Favorite', id: string, position: number } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type RemoveFavoriteMutationVariables = Exact<{
  input: RemoveFavoriteInput;
}>;


export type RemoveFavoriteMutation = { __typename: 'Mutation', removeFavorite: { __typename: 'RemoveFavoritePayload', problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type MoveFavoriteMutationVariables = Exact<{
  input: MoveFavoriteInput;
}>;


export type MoveFavoriteMutation = { __typename: 'Mutation', moveFavorite: { __typename: 'MoveFavoritePayload', favorite: { __typename: 'Favorite', id: string, position: number } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type FileLineFragment = { __typename: 'Attachment', id: string, name: string, kind: string, size: number, preview: PreviewStatus, version: number, createdAt: string, addedBy: { __typename: 'Member', id: string, name: string } | null };

export type FileLimitQueryVariables = Exact<{ [key: string]: never; }>;


export type FileLimitQuery = { __typename: 'Query', fileLimit: number | null };

export type DealFilesQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type DealFilesQuery = { __typename: 'Query', deal: { __typename: 'Deal', id: string, attachments: { __typename: 'AttachmentConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Attachment', id: string, name: string, kind: string, size: number, preview: PreviewStatus, version: number, createdAt: string, addedBy: { __typename: 'Member', id: string, name: string } | null }> } } | null };

export type AccountFilesQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type AccountFilesQuery = { __typename: 'Query', account: { __typename: 'Account', id: string, attachments: { __typename: 'AttachmentConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Attachment', id: string, name: string, kind: string, size: number, preview: PreviewStatus, version: number, createdAt: string, addedBy: { __typename: 'Member', id: string, name: string } | null }> } } | null };

export type ContactFilesQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type ContactFilesQuery = { __typename: 'Query', contact: { __typename: 'Contact', id: string, attachments: { __typename: 'AttachmentConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Attachment', id: string, name: string, kind: string, size: number, preview: PreviewStatus, version: number, createdAt: string, addedBy: { __typename: 'Member', id: string, name: string } | null }> } } | null };

export type LeadFilesQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type LeadFilesQuery = { __typename: 'Query', lead: { __typename: 'Lead', id: string, attachments: { __typename: 'AttachmentConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Attachment', id: string, name: string, kind: string, size: number, preview: PreviewStatus, version: number, createdAt: string, addedBy: { __typename: 'Member', id: string, name: string } | null }> } } | null };

export type RenameAttachmentMutationVariables = Exact<{
  input: RenameAttachmentInput;
}>;


export type RenameAttachmentMutation = { __typename: 'Mutation', renameAttachment: { __typename: 'RenameAttachmentPayload', attachment: { __typename: 'Attachment', id: string, name: string, kind: string, size: number, preview: PreviewStatus, version: number, createdAt: string, addedBy: { __typename: 'Member', id: string, name: string } | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type DeleteAttachmentMutationVariables = Exact<{
  input: AttachmentInput;
}>;


export type DeleteAttachmentMutation = { __typename: 'Mutation', deleteAttachment: { __typename: 'DeleteAttachmentPayload', attachment: { __typename: 'Attachment', id: string } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type RestoreAttachmentMutationVariables = Exact<{
  input: AttachmentInput;
}>;


export type RestoreAttachmentMutation = { __typename: 'Mutation', restoreAttachment: { __typename: 'RestoreAttachmentPayload', attachment: { __typename: 'Attachment', id: string, name: string, kind: string, size: number, preview: PreviewStatus, version: number, createdAt: string, addedBy: { __typename: 'Member', id: string, name: string } | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type ForecastedFragment = { __typename: 'ForecastRange', low: { __typename: 'Money', amount: string, currency: string }, high: { __typename: 'Money', amount: string, currency: string } };

export type ForecastPartFragment = { __typename: 'ForecastShare', wonDeals: number, openDeals: number, owner: { __typename: 'Member', id: string, name: string } | null, team: { __typename: 'Team', id: string, name: string } | null, expected: { __typename: 'Money', amount: string, currency: string }, won: { __typename: 'Money', amount: string, currency: string }, open: { __typename: 'Money', amount: string, currency: string } };

export type ForecastStageFragment = { __typename: 'StageShare', entered: number, closed: number, won: number, open: number, share: number | null, low: number | null, high: number | null, explanation: string, openDeals: number, stage: { __typename: 'Stage', id: string, name: string, pipeline: { __typename: 'Pipeline', id: string, name: string } }, openAmount: { __typename: 'Money', amount: string, currency: string }, expected: { __typename: 'Money', amount: string, currency: string }, range: { __typename: 'ForecastRange', low: { __typename: 'Money', amount: string, currency: string }, high: { __typename: 'Money', amount: string, currency: string } } };

export type ForecastPageQueryVariables = Exact<{
  period: Period;
  startsOn: string;
  begun: boolean;
}>;


export type ForecastPageQuery = { __typename: 'Query', forecast: { __typename: 'Forecast', startsOn: string, endsOn: string, on: string, wonDeals: number, openDeals: number, expected: { __typename: 'Money', amount: string, currency: string }, range: { __typename: 'ForecastRange', low: { __typename: 'Money', amount: string, currency: string }, high: { __typename: 'Money', amount: string, currency: string } }, won: { __typename: 'Money', amount: string, currency: string }, open: { __typename: 'Money', amount: string, currency: string }, stages: Array<{ __typename: 'StageShare', entered: number, closed: number, won: number, open: number, share: number | null, low: number | null, high: number | null, explanation: string, openDeals: number, stage: { __typename: 'Stage', id: string, name: string, pipeline: { __typename: 'Pipeline', id: string, name: string } }, openAmount: { __typename: 'Money', amount: string, currency: string }, expected: { __typename: 'Money', amount: string, currency: string }, range: { __typename: 'ForecastRange', low: { __typename: 'Money', amount: string, currency: string }, high: { __typename: 'Money', amount: string, currency: string } } }>, byOwner: Array<{ __typename: 'ForecastShare', wonDeals: number, openDeals: number, owner: { __typename: 'Member', id: string, name: string } | null, team: { __typename: 'Team', id: string, name: string } | null, expected: { __typename: 'Money', amount: string, currency: string }, won: { __typename: 'Money', amount: string, currency: string }, open: { __typename: 'Money', amount: string, currency: string } }>, byTeam: Array<{ __typename: 'ForecastShare', wonDeals: number, openDeals: number, owner: { __typename: 'Member', id: string, name: string } | null, team: { __typename: 'Team', id: string, name: string } | null, expected: { __typename: 'Money', amount: string, currency: string }, won: { __typename: 'Money', amount: string, currency: string }, open: { __typename: 'Money', amount: string, currency: string } }>, notes: Array<{ __typename: 'ForecastNote', code: ForecastNoteCode, message: string, deals: number }> } | null, said?: { __typename: 'Forecast', on: string, openDeals: number, expected: { __typename: 'Money', amount: string, currency: string }, range: { __typename: 'ForecastRange', low: { __typename: 'Money', amount: string, currency: string }, high: { __typename: 'Money', amount: string, currency: string } } } | null };

export type ForecastAccuracyQueryVariables = Exact<{
  period: Period;
  count: number;
}>;


export type ForecastAccuracyQuery = { __typename: 'Query', forecastAccuracy: { __typename: 'ForecastAccuracy', inside: number, error: number | null, plainError: number | null, ratio: { __typename: 'ForecastRatio', low: number, middle: number, high: number } | null, periods: Array<{ __typename: 'PastForecast', startsOn: string, endsOn: string, wonDeals: number, inside: boolean, expected: { __typename: 'Money', amount: string, currency: string }, range: { __typename: 'ForecastRange', low: { __typename: 'Money', amount: string, currency: string }, high: { __typename: 'Money', amount: string, currency: string } }, won: { __typename: 'Money', amount: string, currency: string }, wonOfKnown: { __typename: 'Money', amount: string, currency: string }, wonOfNew: { __typename: 'Money', amount: string, currency: string } }> } | null };

export type ImportRowFragment = { __typename: 'Import', id: string, name: string, status: ImportStatus, total: number, done: number, startedAt: string | null, finishedAt: string | null, undoneAt: string | null, createdAt: string, failure: string | null, version: number, by: { __typename: 'Member', id: string, name: string } | null };

export type ImportDetailFragment = { __typename: 'Import', assignLeads: boolean, leadsAreNew: boolean, id: string, name: string, status: ImportStatus, total: number, done: number, startedAt: string | null, finishedAt: string | null, undoneAt: string | null, createdAt: string, failure: string | null, version: number, files: Array<{ __typename: 'ImportFile', id: string, name: string, entity: string, rows: number, created: number, updated: number, unchanged: number, refused: number, position: number, columns: Array<{ __typename: 'ImportColumn', id: string, header: string, sample: string | null, target: string | null, guess: string | null, position: number }> }>, notes: Array<{ __typename: 'ImportNote', id: string, code: string, message: string, count: number, position: number }>, by: { __typename: 'Member', id: string, name: string } | null };

export type ImportsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type ImportsQuery = { __typename: 'Query', imports: { __typename: 'ImportConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Import', id: string, name: string, status: ImportStatus, total: number, done: number, startedAt: string | null, finishedAt: string | null, undoneAt: string | null, createdAt: string, failure: string | null, version: number, files: Array<{ __typename: 'ImportFile', id: string, name: string, entity: string, rows: number, created: number, updated: number, unchanged: number, refused: number, position: number }>, by: { __typename: 'Member', id: string, name: string } | null }> } };

export type ImportRunQueryVariables = Exact<{
  id: string;
}>;


export type ImportRunQuery = { __typename: 'Query', import: { __typename: 'Import', assignLeads: boolean, leadsAreNew: boolean, id: string, name: string, status: ImportStatus, total: number, done: number, startedAt: string | null, finishedAt: string | null, undoneAt: string | null, createdAt: string, failure: string | null, version: number, files: Array<{ __typename: 'ImportFile', id: string, name: string, entity: string, rows: number, created: number, updated: number, unchanged: number, refused: number, position: number, columns: Array<{ __typename: 'ImportColumn', id: string, header: string, sample: string | null, target: string | null, guess: string | null, position: number }> }>, notes: Array<{ __typename: 'ImportNote', id: string, code: string, message: string, count: number, position: number }>, by: { __typename: 'Member', id: string, name: string } | null } | null };

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


export type SetImportMappingMutation = { __typename: 'Mutation', setImportMapping: { __typename: 'SetImportMappingPayload', import: { __typename: 'Import', assignLeads: boolean, leadsAreNew: boolean, id: string, name: string, status: ImportStatus, total: number, done: number, startedAt: string | null, finishedAt: string | null, undoneAt: string | null, createdAt: string, failure: string | null, version: number, files: Array<{ __typename: 'ImportFile', id: string, name: string, entity: string, rows: number, created: number, updated: number, unchanged: number, refused: number, position: number, columns: Array<{ __typename: 'ImportColumn', id: string, header: string, sample: string | null, target: string | null, guess: string | null, position: number }> }>, notes: Array<{ __typename: 'ImportNote', id: string, code: string, message: string, count: number, position: number }>, by: { __typename: 'Member', id: string, name: string } | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type CheckImportMutationVariables = Exact<{
  input: ImportInput;
}>;


export type CheckImportMutation = { __typename: 'Mutation', checkImport: { __typename: 'CheckImportPayload', import: { __typename: 'Import', assignLeads: boolean, leadsAreNew: boolean, id: string, name: string, status: ImportStatus, total: number, done: number, startedAt: string | null, finishedAt: string | null, undoneAt: string | null, createdAt: string, failure: string | null, version: number, files: Array<{ __typename: 'ImportFile', id: string, name: string, entity: string, rows: number, created: number, updated: number, unchanged: number, refused: number, position: number, columns: Array<{ __typename: 'ImportColumn', id: string, header: string, sample: string | null, target: string | null, guess: string | null, position: number }> }>, notes: Array<{ __typename: 'ImportNote', id: string, code: string, message: string, count: number, position: number }>, by: { __typename: 'Member', id: string, name: string } | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type RunImportMutationVariables = Exact<{
  input: ImportInput;
}>;


export type RunImportMutation = { __typename: 'Mutation', runImport: { __typename: 'RunImportPayload', import: { __typename: 'Import', assignLeads: boolean, leadsAreNew: boolean, id: string, name: string, status: ImportStatus, total: number, done: number, startedAt: string | null, finishedAt: string | null, undoneAt: string | null, createdAt: string, failure: string | null, version: number, files: Array<{ __typename: 'ImportFile', id: string, name: string, entity: string, rows: number, created: number, updated: number, unchanged: number, refused: number, position: number, columns: Array<{ __typename: 'ImportColumn', id: string, header: string, sample: string | null, target: string | null, guess: string | null, position: number }> }>, notes: Array<{ __typename: 'ImportNote', id: string, code: string, message: string, count: number, position: number }>, by: { __typename: 'Member', id: string, name: string } | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type UndoImportMutationVariables = Exact<{
  input: ImportInput;
}>;


export type UndoImportMutation = { __typename: 'Mutation', undoImport: { __typename: 'UndoImportPayload', import: { __typename: 'Import', assignLeads: boolean, leadsAreNew: boolean, id: string, name: string, status: ImportStatus, total: number, done: number, startedAt: string | null, finishedAt: string | null, undoneAt: string | null, createdAt: string, failure: string | null, version: number, files: Array<{ __typename: 'ImportFile', id: string, name: string, entity: string, rows: number, created: number, updated: number, unchanged: number, refused: number, position: number, columns: Array<{ __typename: 'ImportColumn', id: string, header: string, sample: string | null, target: string | null, guess: string | null, position: number }> }>, notes: Array<{ __typename: 'ImportNote', id: string, code: string, message: string, count: number, position: number }>, by: { __typename: 'Member', id: string, name: string } | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type DiscardImportMutationVariables = Exact<{
  input: ImportInput;
}>;


export type DiscardImportMutation = { __typename: 'Mutation', discardImport: { __typename: 'DiscardImportPayload', import: { __typename: 'Import', id: string } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type CreateLeadMutationVariables = Exact<{
  input: CreateLeadInput;
}>;


export type CreateLeadMutation = { __typename: 'Mutation', createLead: { __typename: 'CreateLeadPayload', lead: { __typename: 'Lead', id: string, name: string, version: number, company: string | null, title: string | null, email: string | null, phone: string | null, message: string | null, country: string | null, language: string | null, status: LeadStatus, statusEnteredAt: string, receivedAt: string, unfitReason: UnfitReason | null, unfitRemark: string | null, score: number, ripeAt: string | null, channel: LeadChannel | null, createdAt: string, updatedAt: string, owner: { __typename: 'Member', id: string, name: string } | null, source: { __typename: 'Source', id: string, name: string, kind: SourceKind } | null, product: { __typename: 'Product', id: string, name: string } | null, firstAttempt: { __typename: 'ResponseEvent', id: string, kind: ResponseKind, channel: ResponseChannel | null, at: string, wallSeconds: number, businessSeconds: number } | null, firstContact: { __typename: 'ResponseEvent', id: string, kind: ResponseKind, channel: ResponseChannel | null, at: string, wallSeconds: number, businessSeconds: number } | null, escalation: { __typename: 'ResponseEvent', id: string, kind: ResponseKind, channel: ResponseChannel | null, at: string, wallSeconds: number, businessSeconds: number } | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type UpdateLeadMutationVariables = Exact<{
  input: UpdateLeadInput;
}>;


export type UpdateLeadMutation = { __typename: 'Mutation', updateLead: { __typename: 'UpdateLeadPayload', lead: { __typename: 'Lead', id: string, name: string, version: number, company: string | null, title: string | null, email: string | null, phone: string | null, message: string | null, country: string | null, language: string | null, status: LeadStatus, statusEnteredAt: string, receivedAt: string, unfitReason: UnfitReason | null, unfitRemark: string | null, score: number, ripeAt: string | null, channel: LeadChannel | null, createdAt: string, updatedAt: string, merits: Array<{ __typename: 'LeadMerit', id: string, merit: LeadMeritKind, points: number, rule: string | null }>, owner: { __typename: 'Member', id: string, name: string } | null, source: { __typename: 'Source', id: string, name: string, kind: SourceKind } | null, product: { __typename: 'Product', id: string, name: string } | null, firstAttempt: { __typename: 'ResponseEvent', id: string, kind: ResponseKind, channel: ResponseChannel | null, at: string, wallSeconds: number, businessSeconds: number } | null, firstContact: { __typename: 'ResponseEvent', id: string, kind: ResponseKind, channel: ResponseChannel | null, at: string, wallSeconds: number, businessSeconds: number } | null, escalation: { __typename: 'ResponseEvent', id: string, kind: ResponseKind, channel: ResponseChannel | null, at: string, wallSeconds: number, businessSeconds: number } | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type AssignLeadMutationVariables = Exact<{
  input: AssignLeadInput;
}>;


export type AssignLeadMutation = { __typename: 'Mutation', assignLead: { __typename: 'AssignLeadPayload', lead: { __typename: 'Lead', id: string, name: string, version: number, company: string | null, title: string | null, email: string | null, phone: string | null, message: string | null, country: string | null, language: string | null, status: LeadStatus, statusEnteredAt: string, receivedAt: string, unfitReason: UnfitReason | null, unfitRemark: string | null, score: number, ripeAt: string | null, channel: LeadChannel | null, createdAt: string, updatedAt: string, owner: { __typename: 'Member', id: string, name: string } | null, source: { __typename: 'Source', id: string, name: string, kind: SourceKind } | null, product: { __typename: 'Product', id: string, name: string } | null, firstAttempt: { __typename: 'ResponseEvent', id: string, kind: ResponseKind, channel: ResponseChannel | null, at: string, wallSeconds: number, businessSeconds: number } | null, firstContact: { __typename: 'ResponseEvent', id: string, kind: ResponseKind, channel: ResponseChannel | null, at: string, wallSeconds: number, businessSeconds: number } | null, escalation: { __typename: 'ResponseEvent', id: string, kind: ResponseKind, channel: ResponseChannel | null, at: string, wallSeconds: number, businessSeconds: number } | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type DistributeLeadMutationVariables = Exact<{
  input: DistributeLeadInput;
}>;


export type DistributeLeadMutation = { __typename: 'Mutation', distributeLead: { __typename: 'DistributeLeadPayload', lead: { __typename: 'Lead', utmSource: string | null, utmMedium: string | null, utmCampaign: string | null, utmTerm: string | null, utmContent: string | null, clickId: string | null, landingPage: string | null, referrer: string | null, id: string, name: string, version: number, company: string | null, title: string | null, email: string | null, phone: string | null, message: string | null, country: string | null, language: string | null, status: LeadStatus, statusEnteredAt: string, receivedAt: string, unfitReason: UnfitReason | null, unfitRemark: string | null, score: number, ripeAt: string | null, channel: LeadChannel | null, createdAt: string, updatedAt: string, answers: Array<{ __typename: 'LeadAnswer', id: string, question: string, answer: string, position: number }>, merits: Array<{ __typename: 'LeadMerit', id: string, merit: LeadMeritKind, points: number, rule: string | null }>, responseEvents: Array<{ __typename: 'ResponseEvent', id: string, kind: ResponseKind, channel: ResponseChannel | null, at: string, wallSeconds: number, businessSeconds: number, by: { __typename: 'Member', id: string, name: string } | null, activity: { __typename: 'Activity', id: string, subject: string } | null }>, consents: Array<{ __typename: 'Consent', id: string, kind: ConsentKind, words: string, evidence: string | null, at: string, by: { __typename: 'Member', id: string, name: string } | null, source: { __typename: 'Source', id: string, name: string } | null }>, conversion: { __typename: 'LeadConversion', id: string, at: string, accountMade: boolean, contactMade: boolean, dealMade: boolean, by: { __typename: 'Member', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null, deal: { __typename: 'Deal', id: string, name: string } | null } | null, assignmentDecisions: Array<{ __typename: 'AssignmentDecision', id: string, at: string, rule: { __typename: 'AssignmentRule', id: string, name: string } | null, member: { __typename: 'Member', id: string, name: string } | null }>, owner: { __typename: 'Member', id: string, name: string } | null, source: { __typename: 'Source', id: string, name: string, kind: SourceKind } | null, product: { __typename: 'Product', id: string, name: string } | null, firstAttempt: { __typename: 'ResponseEvent', id: string, kind: ResponseKind, channel: ResponseChannel | null, at: string, wallSeconds: number, businessSeconds: number } | null, firstContact: { __typename: 'ResponseEvent', id: string, kind: ResponseKind, channel: ResponseChannel | null, at: string, wallSeconds: number, businessSeconds: number } | null, escalation: { __typename: 'ResponseEvent', id: string, kind: ResponseKind, channel: ResponseChannel | null, at: string, wallSeconds: number, businessSeconds: number } | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type MoveLeadMutationVariables = Exact<{
  input: MoveLeadInput;
}>;


export type MoveLeadMutation = { __typename: 'Mutation', moveLead: { __typename: 'MoveLeadPayload', lead: { __typename: 'Lead', id: string, name: string, version: number, company: string | null, title: string | null, email: string | null, phone: string | null, message: string | null, country: string | null, language: string | null, status: LeadStatus, statusEnteredAt: string, receivedAt: string, unfitReason: UnfitReason | null, unfitRemark: string | null, score: number, ripeAt: string | null, channel: LeadChannel | null, createdAt: string, updatedAt: string, owner: { __typename: 'Member', id: string, name: string } | null, source: { __typename: 'Source', id: string, name: string, kind: SourceKind } | null, product: { __typename: 'Product', id: string, name: string } | null, firstAttempt: { __typename: 'ResponseEvent', id: string, kind: ResponseKind, channel: ResponseChannel | null, at: string, wallSeconds: number, businessSeconds: number } | null, firstContact: { __typename: 'ResponseEvent', id: string, kind: ResponseKind, channel: ResponseChannel | null, at: string, wallSeconds: number, businessSeconds: number } | null, escalation: { __typename: 'ResponseEvent', id: string, kind: ResponseKind, channel: ResponseChannel | null, at: string, wallSeconds: number, businessSeconds: number } | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type DisqualifyLeadMutationVariables = Exact<{
  input: DisqualifyLeadInput;
}>;


export type DisqualifyLeadMutation = { __typename: 'Mutation', disqualifyLead: { __typename: 'DisqualifyLeadPayload', lead: { __typename: 'Lead', id: string, name: string, version: number, company: string | null, title: string | null, email: string | null, phone: string | null, message: string | null, country: string | null, language: string | null, status: LeadStatus, statusEnteredAt: string, receivedAt: string, unfitReason: UnfitReason | null, unfitRemark: string | null, score: number, ripeAt: string | null, channel: LeadChannel | null, createdAt: string, updatedAt: string, owner: { __typename: 'Member', id: string, name: string } | null, source: { __typename: 'Source', id: string, name: string, kind: SourceKind } | null, product: { __typename: 'Product', id: string, name: string } | null, firstAttempt: { __typename: 'ResponseEvent', id: string, kind: ResponseKind, channel: ResponseChannel | null, at: string, wallSeconds: number, businessSeconds: number } | null, firstContact: { __typename: 'ResponseEvent', id: string, kind: ResponseKind, channel: ResponseChannel | null, at: string, wallSeconds: number, businessSeconds: number } | null, escalation: { __typename: 'ResponseEvent', id: string, kind: ResponseKind, channel: ResponseChannel | null, at: string, wallSeconds: number, businessSeconds: number } | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type ReopenLeadMutationVariables = Exact<{
  input: LeadInput;
}>;


export type ReopenLeadMutation = { __typename: 'Mutation', reopenLead: { __typename: 'ReopenLeadPayload', lead: { __typename: 'Lead', id: string, name: string, version: number, company: string | null, title: string | null, email: string | null, phone: string | null, message: string | null, country: string | null, language: string | null, status: LeadStatus, statusEnteredAt: string, receivedAt: string, unfitReason: UnfitReason | null, unfitRemark: string | null, score: number, ripeAt: string | null, channel: LeadChannel | null, createdAt: string, updatedAt: string, owner: { __typename: 'Member', id: string, name: string } | null, source: { __typename: 'Source', id: string, name: string, kind: SourceKind } | null, product: { __typename: 'Product', id: string, name: string } | null, firstAttempt: { __typename: 'ResponseEvent', id: string, kind: ResponseKind, channel: ResponseChannel | null, at: string, wallSeconds: number, businessSeconds: number } | null, firstContact: { __typename: 'ResponseEvent', id: string, kind: ResponseKind, channel: ResponseChannel | null, at: string, wallSeconds: number, businessSeconds: number } | null, escalation: { __typename: 'ResponseEvent', id: string, kind: ResponseKind, channel: ResponseChannel | null, at: string, wallSeconds: number, businessSeconds: number } | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type DeleteLeadMutationVariables = Exact<{
  input: LeadInput;
}>;


export type DeleteLeadMutation = { __typename: 'Mutation', deleteLead: { __typename: 'DeleteLeadPayload', lead: { __typename: 'Lead', id: string } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type RestoreLeadMutationVariables = Exact<{
  input: LeadInput;
}>;


export type RestoreLeadMutation = { __typename: 'Mutation', restoreLead: { __typename: 'RestoreLeadPayload', lead: { __typename: 'Lead', id: string, name: string, version: number, company: string | null, title: string | null, email: string | null, phone: string | null, message: string | null, country: string | null, language: string | null, status: LeadStatus, statusEnteredAt: string, receivedAt: string, unfitReason: UnfitReason | null, unfitRemark: string | null, score: number, ripeAt: string | null, channel: LeadChannel | null, createdAt: string, updatedAt: string, owner: { __typename: 'Member', id: string, name: string } | null, source: { __typename: 'Source', id: string, name: string, kind: SourceKind } | null, product: { __typename: 'Product', id: string, name: string } | null, firstAttempt: { __typename: 'ResponseEvent', id: string, kind: ResponseKind, channel: ResponseChannel | null, at: string, wallSeconds: number, businessSeconds: number } | null, firstContact: { __typename: 'ResponseEvent', id: string, kind: ResponseKind, channel: ResponseChannel | null, at: string, wallSeconds: number, businessSeconds: number } | null, escalation: { __typename: 'ResponseEvent', id: string, kind: ResponseKind, channel: ResponseChannel | null, at: string, wallSeconds: number, businessSeconds: number } | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type SeeLeadMutationVariables = Exact<{
  input: SeeLeadInput;
}>;


export type SeeLeadMutation = { __typename: 'Mutation', seeLead: { __typename: 'SeeLeadPayload', lead: { __typename: 'Lead', id: string, responseEvents: Array<{ __typename: 'ResponseEvent', id: string, kind: ResponseKind, channel: ResponseChannel | null, at: string, wallSeconds: number, businessSeconds: number, by: { __typename: 'Member', id: string, name: string } | null }> } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type LogResponseMutationVariables = Exact<{
  input: LogResponseInput;
}>;


export type LogResponseMutation = { __typename: 'Mutation', logResponse: { __typename: 'LogResponsePayload', lead: { __typename: 'Lead', utmSource: string | null, utmMedium: string | null, utmCampaign: string | null, utmTerm: string | null, utmContent: string | null, clickId: string | null, landingPage: string | null, referrer: string | null, id: string, name: string, version: number, company: string | null, title: string | null, email: string | null, phone: string | null, message: string | null, country: string | null, language: string | null, status: LeadStatus, statusEnteredAt: string, receivedAt: string, unfitReason: UnfitReason | null, unfitRemark: string | null, score: number, ripeAt: string | null, channel: LeadChannel | null, createdAt: string, updatedAt: string, answers: Array<{ __typename: 'LeadAnswer', id: string, question: string, answer: string, position: number }>, merits: Array<{ __typename: 'LeadMerit', id: string, merit: LeadMeritKind, points: number, rule: string | null }>, responseEvents: Array<{ __typename: 'ResponseEvent', id: string, kind: ResponseKind, channel: ResponseChannel | null, at: string, wallSeconds: number, businessSeconds: number, by: { __typename: 'Member', id: string, name: string } | null, activity: { __typename: 'Activity', id: string, subject: string } | null }>, consents: Array<{ __typename: 'Consent', id: string, kind: ConsentKind, words: string, evidence: string | null, at: string, by: { __typename: 'Member', id: string, name: string } | null, source: { __typename: 'Source', id: string, name: string } | null }>, conversion: { __typename: 'LeadConversion', id: string, at: string, accountMade: boolean, contactMade: boolean, dealMade: boolean, by: { __typename: 'Member', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null, deal: { __typename: 'Deal', id: string, name: string } | null } | null, assignmentDecisions: Array<{ __typename: 'AssignmentDecision', id: string, at: string, rule: { __typename: 'AssignmentRule', id: string, name: string } | null, member: { __typename: 'Member', id: string, name: string } | null }>, owner: { __typename: 'Member', id: string, name: string } | null, source: { __typename: 'Source', id: string, name: string, kind: SourceKind } | null, product: { __typename: 'Product', id: string, name: string } | null, firstAttempt: { __typename: 'ResponseEvent', id: string, kind: ResponseKind, channel: ResponseChannel | null, at: string, wallSeconds: number, businessSeconds: number } | null, firstContact: { __typename: 'ResponseEvent', id: string, kind: ResponseKind, channel: ResponseChannel | null, at: string, wallSeconds: number, businessSeconds: number } | null, escalation: { __typename: 'ResponseEvent', id: string, kind: ResponseKind, channel: ResponseChannel | null, at: string, wallSeconds: number, businessSeconds: number } | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type LeadWholeFragment = { __typename: 'Lead', utmSource: string | null, utmMedium: string | null, utmCampaign: string | null, utmTerm: string | null, utmContent: string | null, clickId: string | null, landingPage: string | null, referrer: string | null, id: string, name: string, version: number, company: string | null, title: string | null, email: string | null, phone: string | null, message: string | null, country: string | null, language: string | null, status: LeadStatus, statusEnteredAt: string, receivedAt: string, unfitReason: UnfitReason | null, unfitRemark: string | null, score: number, ripeAt: string | null, channel: LeadChannel | null, createdAt: string, updatedAt: string, answers: Array<{ __typename: 'LeadAnswer', id: string, question: string, answer: string, position: number }>, merits: Array<{ __typename: 'LeadMerit', id: string, merit: LeadMeritKind, points: number, rule: string | null }>, responseEvents: Array<{ __typename: 'ResponseEvent', id: string, kind: ResponseKind, channel: ResponseChannel | null, at: string, wallSeconds: number, businessSeconds: number, by: { __typename: 'Member', id: string, name: string } | null, activity: { __typename: 'Activity', id: string, subject: string } | null }>, consents: Array<{ __typename: 'Consent', id: string, kind: ConsentKind, words: string, evidence: string | null, at: string, by: { __typename: 'Member', id: string, name: string } | null, source: { __typename: 'Source', id: string, name: string } | null }>, conversion: { __typename: 'LeadConversion', id: string, at: string, accountMade: boolean, contactMade: boolean, dealMade: boolean, by: { __typename: 'Member', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null, deal: { __typename: 'Deal', id: string, name: string } | null } | null, assignmentDecisions: Array<{ __typename: 'AssignmentDecision', id: string, at: string, rule: { __typename: 'AssignmentRule', id: string, name: string } | null, member: { __typename: 'Member', id: string, name: string } | null }>, owner: { __typename: 'Member', id: string, name: string } | null, source: { __typename: 'Source', id: string, name: string, kind: SourceKind } | null, product: { __typename: 'Product', id: string, name: string } | null, firstAttempt: { __typename: 'ResponseEvent', id: string, kind: ResponseKind, channel: ResponseChannel | null, at: string, wallSeconds: number, businessSeconds: number } | null, firstContact: { __typename: 'ResponseEvent', id: string, kind: ResponseKind, channel: ResponseChannel | null, at: string, wallSeconds: number, businessSeconds: number } | null, escalation: { __typename: 'ResponseEvent', id: string, kind: ResponseKind, channel: ResponseChannel | null, at: string, wallSeconds: number, businessSeconds: number } | null };

export type LeadQueryVariables = Exact<{
  id: string;
}>;


export type LeadQuery = { __typename: 'Query', lead: { __typename: 'Lead', utmSource: string | null, utmMedium: string | null, utmCampaign: string | null, utmTerm: string | null, utmContent: string | null, clickId: string | null, landingPage: string | null, referrer: string | null, id: string, name: string, version: number, company: string | null, title: string | null, email: string | null, phone: string | null, message: string | null, country: string | null, language: string | null, status: LeadStatus, statusEnteredAt: string, receivedAt: string, unfitReason: UnfitReason | null, unfitRemark: string | null, score: number, ripeAt: string | null, channel: LeadChannel | null, createdAt: string, updatedAt: string, answers: Array<{ __typename: 'LeadAnswer', id: string, question: string, answer: string, position: number }>, merits: Array<{ __typename: 'LeadMerit', id: string, merit: LeadMeritKind, points: number, rule: string | null }>, responseEvents: Array<{ __typename: 'ResponseEvent', id: string, kind: ResponseKind, channel: ResponseChannel | null, at: string, wallSeconds: number, businessSeconds: number, by: { __typename: 'Member', id: string, name: string } | null, activity: { __typename: 'Activity', id: string, subject: string } | null }>, consents: Array<{ __typename: 'Consent', id: string, kind: ConsentKind, words: string, evidence: string | null, at: string, by: { __typename: 'Member', id: string, name: string } | null, source: { __typename: 'Source', id: string, name: string } | null }>, conversion: { __typename: 'LeadConversion', id: string, at: string, accountMade: boolean, contactMade: boolean, dealMade: boolean, by: { __typename: 'Member', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null, deal: { __typename: 'Deal', id: string, name: string } | null } | null, assignmentDecisions: Array<{ __typename: 'AssignmentDecision', id: string, at: string, rule: { __typename: 'AssignmentRule', id: string, name: string } | null, member: { __typename: 'Member', id: string, name: string } | null }>, owner: { __typename: 'Member', id: string, name: string } | null, source: { __typename: 'Source', id: string, name: string, kind: SourceKind } | null, product: { __typename: 'Product', id: string, name: string } | null, firstAttempt: { __typename: 'ResponseEvent', id: string, kind: ResponseKind, channel: ResponseChannel | null, at: string, wallSeconds: number, businessSeconds: number } | null, firstContact: { __typename: 'ResponseEvent', id: string, kind: ResponseKind, channel: ResponseChannel | null, at: string, wallSeconds: number, businessSeconds: number } | null, escalation: { __typename: 'ResponseEvent', id: string, kind: ResponseKind, channel: ResponseChannel | null, at: string, wallSeconds: number, businessSeconds: number } | null } | null };

export type LeadAssignmentStepsQueryVariables = Exact<{
  id: string;
}>;


export type LeadAssignmentStepsQuery = { __typename: 'Query', assignmentSteps: Array<{ __typename: 'AssignmentTrace', step: AssignmentStep, rule: { __typename: 'AssignmentRule', id: string, name: string } | null, member: { __typename: 'Member', id: string, name: string } | null }> | null };

export type ClockEventFragment = { __typename: 'ResponseEvent', id: string, kind: ResponseKind, channel: ResponseChannel | null, at: string, wallSeconds: number, businessSeconds: number };

export type LeadRowFragment = { __typename: 'Lead', id: string, name: string, version: number, company: string | null, title: string | null, email: string | null, phone: string | null, message: string | null, country: string | null, language: string | null, status: LeadStatus, statusEnteredAt: string, receivedAt: string, unfitReason: UnfitReason | null, unfitRemark: string | null, score: number, ripeAt: string | null, channel: LeadChannel | null, createdAt: string, updatedAt: string, owner: { __typename: 'Member', id: string, name: string } | null, source: { __typename: 'Source', id: string, name: string, kind: SourceKind } | null, product: { __typename: 'Product', id: string, name: string } | null, firstAttempt: { __typename: 'ResponseEvent', id: string, kind: ResponseKind, channel: ResponseChannel | null, at: string, wallSeconds: number, businessSeconds: number } | null, firstContact: { __typename: 'ResponseEvent', id: string, kind: ResponseKind, channel: ResponseChannel | null, at: string, wallSeconds: number, businessSeconds: number } | null, escalation: { __typename: 'ResponseEvent', id: string, kind: ResponseKind, channel: ResponseChannel | null, at: string, wallSeconds: number, businessSeconds: number } | null };

export type LeadListQueryVariables = Exact<{
  filter?: LeadFilter | null | undefined;
  search?: string | null | undefined;
  orderBy?: Array<LeadOrder> | LeadOrder | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type LeadListQuery = { __typename: 'Query', leads: { __typename: 'LeadConnection', pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Lead', id: string, name: string, version: number, company: string | null, title: string | null, email: string | null, phone: string | null, message: string | null, country: string | null, language: string | null, status: LeadStatus, statusEnteredAt: string, receivedAt: string, unfitReason: UnfitReason | null, unfitRemark: string | null, score: number, ripeAt: string | null, channel: LeadChannel | null, createdAt: string, updatedAt: string, presence: { __typename: 'Visit', id: string, path: string } | null, owner: { __typename: 'Member', id: string, name: string } | null, source: { __typename: 'Source', id: string, name: string, kind: SourceKind } | null, product: { __typename: 'Product', id: string, name: string } | null, firstAttempt: { __typename: 'ResponseEvent', id: string, kind: ResponseKind, channel: ResponseChannel | null, at: string, wallSeconds: number, businessSeconds: number } | null, firstContact: { __typename: 'ResponseEvent', id: string, kind: ResponseKind, channel: ResponseChannel | null, at: string, wallSeconds: number, businessSeconds: number } | null, escalation: { __typename: 'ResponseEvent', id: string, kind: ResponseKind, channel: ResponseChannel | null, at: string, wallSeconds: number, businessSeconds: number } | null }> } };

export type LeadListTotalsQueryVariables = Exact<{
  filter?: LeadFilter | null | undefined;
  search?: string | null | undefined;
}>;


export type LeadListTotalsQuery = { __typename: 'Query', leads: { __typename: 'LeadConnection', totalCount: number } };

export type LeadChoicesQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type LeadChoicesQuery = { __typename: 'Query', sources: Array<{ __typename: 'Source', id: string, name: string, kind: SourceKind, active: boolean }>, products: { __typename: 'ProductConnection', nodes: Array<{ __typename: 'Product', id: string, name: string }> } };

export type ChangesSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type ChangesSubscription = { changes: { __typename: 'Changes', stale: Array<string>, records: Array<{ __typename: 'Change', id: string, type: string, by:
        | { __typename: 'Account' }
        | { __typename: 'Activity' }
        | { __typename: 'ActivityAttendee' }
        | { __typename: 'ActivityLink' }
        | { __typename: 'ActivityMention' }
        | { __typename: 'ActivitySeries' }
        | { __typename: 'AssignmentDecision' }
        | { __typename: 'AssignmentRule' }
        | { __typename: 'AssignmentSeat' }
        | { __typename: 'Attachment' }
        | { __typename: 'Batch' }
        | { __typename: 'BatchItem' }
        | { __typename: 'Company' }
        | { __typename: 'Consent' }
        | { __typename: 'Contact' }
        | { __typename: 'CustomRole' }
        | { __typename: 'Deal' }
        | { __typename: 'DealEvent' }
        | { __typename: 'DealProduct' }
        | { __typename: 'DefaultView' }
        | { __typename: 'ExchangeRate' }
        | { __typename: 'Export' }
        | { __typename: 'Favorite' }
        | { __typename: 'Handover' }
        | { __typename: 'Holiday' }
        | { __typename: 'Import' }
        | { __typename: 'ImportColumn' }
        | { __typename: 'ImportFile' }
        | { __typename: 'ImportNote' }
        | { __typename: 'ImportRefusal' }
        | { __typename: 'Invitation' }
        | { __typename: 'Lead' }
        | { __typename: 'LeadAnswer' }
        | { __typename: 'LeadConversion' }
        | { __typename: 'LeadEvent' }
        | { __typename: 'LeadMerit' }
        | { __typename: 'LossReason' }
        | { __typename: 'Mailbox' }
        | { __typename: 'Member', id: string, name: string }
        | { __typename: 'Notification' }
        | { __typename: 'NotificationChoice' }
        | { __typename: 'NotificationHours' }
        | { __typename: 'Opening' }
        | { __typename: 'PageView' }
        | { __typename: 'Pipeline' }
        | { __typename: 'Product' }
        | { __typename: 'PushDevice' }
        | { __typename: 'Qualification' }
        | { __typename: 'ResponseEvent' }
        | { __typename: 'SavedView' }
        | { __typename: 'Share' }
        | { __typename: 'Source' }
        | { __typename: 'SourceQuestion' }
        | { __typename: 'Stage' }
        | { __typename: 'Submission' }
        | { __typename: 'Team' }
        | { __typename: 'TimelineEntry' }
        | { __typename: 'Visit' }
        | { __typename: 'Weighing' }
       | null, node:
        | { __typename: 'Account', version: number }
        | { __typename: 'Activity', version: number }
        | { __typename: 'ActivityAttendee' }
        | { __typename: 'ActivityLink', deal: { __typename: 'Deal', id: string } | null }
        | { __typename: 'ActivityMention' }
        | { __typename: 'ActivitySeries' }
        | { __typename: 'AssignmentDecision' }
        | { __typename: 'AssignmentRule' }
        | { __typename: 'AssignmentSeat' }
        | { __typename: 'Attachment', version: number }
        | { __typename: 'Batch' }
        | { __typename: 'BatchItem' }
        | { __typename: 'Company' }
        | { __typename: 'Consent' }
        | { __typename: 'Contact', version: number }
        | { __typename: 'CustomRole' }
        | { __typename: 'Deal', version: number }
        | { __typename: 'DealEvent' }
        | { __typename: 'DealProduct' }
        | { __typename: 'DefaultView' }
        | { __typename: 'ExchangeRate' }
        | { __typename: 'Export' }
        | { __typename: 'Favorite' }
        | { __typename: 'Handover' }
        | { __typename: 'Holiday' }
        | { __typename: 'Import' }
        | { __typename: 'ImportColumn' }
        | { __typename: 'ImportFile' }
        | { __typename: 'ImportNote' }
        | { __typename: 'ImportRefusal' }
        | { __typename: 'Invitation' }
        | { __typename: 'Lead', version: number }
        | { __typename: 'LeadAnswer' }
        | { __typename: 'LeadConversion' }
        | { __typename: 'LeadEvent' }
        | { __typename: 'LeadMerit' }
        | { __typename: 'LossReason' }
        | { __typename: 'Mailbox' }
        | { __typename: 'Member' }
        | { __typename: 'Notification' }
        | { __typename: 'NotificationChoice' }
        | { __typename: 'NotificationHours' }
        | { __typename: 'Opening' }
        | { __typename: 'PageView' }
        | { __typename: 'Pipeline' }
        | { __typename: 'Product', version: number }
        | { __typename: 'PushDevice' }
        | { __typename: 'Qualification' }
        | { __typename: 'ResponseEvent' }
        | { __typename: 'SavedView' }
        | { __typename: 'Share' }
        | { __typename: 'Source' }
        | { __typename: 'SourceQuestion' }
        | { __typename: 'Stage' }
        | { __typename: 'Submission' }
        | { __typename: 'Team' }
        | { __typename: 'TimelineEntry' }
        | { __typename: 'Visit' }
        | { __typename: 'Weighing' }
       | null }> } };

export type LossReasonsQueryVariables = Exact<{ [key: string]: never; }>;


export type LossReasonsQuery = { __typename: 'Query', lossReasons: Array<{ __typename: 'LossReason', id: string, name: string, position: number, active: boolean }> };

export type LossReasonShapeFragment = { __typename: 'LossReason', id: string, name: string, position: number, active: boolean, version: number, deals: { __typename: 'DealConnection', totalCount: number } };

export type LossReasonShapesQueryVariables = Exact<{ [key: string]: never; }>;


export type LossReasonShapesQuery = { __typename: 'Query', lossReasons: Array<{ __typename: 'LossReason', id: string, name: string, position: number, active: boolean, version: number, deals: { __typename: 'DealConnection', totalCount: number } }> };

export type CreateLossReasonMutationVariables = Exact<{
  input: CreateLossReasonInput;
}>;


export type CreateLossReasonMutation = { __typename: 'Mutation', createLossReason: { __typename: 'CreateLossReasonPayload', lossReason: { __typename: 'LossReason', id: string, name: string, position: number, active: boolean, version: number, deals: { __typename: 'DealConnection', totalCount: number } } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type UpdateLossReasonMutationVariables = Exact<{
  input: UpdateLossReasonInput;
}>;


export type UpdateLossReasonMutation = { __typename: 'Mutation', updateLossReason: { __typename: 'UpdateLossReasonPayload', lossReason: { __typename: 'LossReason', id: string, name: string, position: number, active: boolean, version: number, deals: { __typename: 'DealConnection', totalCount: number } } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type MoveLossReasonMutationVariables = Exact<{
  input: MoveLossReasonInput;
}>;


export type MoveLossReasonMutation = { __typename: 'Mutation', moveLossReason: { __typename: 'MoveLossReasonPayload', lossReason: { __typename: 'LossReason', id: string, position: number } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type DeleteLossReasonMutationVariables = Exact<{
  input: LossReasonInput;
}>;


export type DeleteLossReasonMutation = { __typename: 'Mutation', deleteLossReason: { __typename: 'DeleteLossReasonPayload', lossReason: { __typename: 'LossReason', id: string } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type RestoreLossReasonMutationVariables = Exact<{
  input: LossReasonInput;
}>;


export type RestoreLossReasonMutation = { __typename: 'Mutation', restoreLossReason: { __typename: 'RestoreLossReasonPayload', lossReason: { __typename: 'LossReason', id: string, name: string, position: number, active: boolean, version: number, deals: { __typename: 'DealConnection', totalCount: number } } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type InviteMemberMutationVariables = Exact<{
  input: InviteMemberInput;
}>;


export type InviteMemberMutation = { __typename: 'Mutation', inviteMember: { __typename: 'InviteMemberPayload', member: { __typename: 'Member', email: string, role: MemberRole, status: MemberStatus, version: number, createdAt: string, id: string, name: string, customRole: { __typename: 'CustomRole', id: string, name: string } | null, team: { __typename: 'Team', id: string, name: string } | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type UpdateMemberMutationVariables = Exact<{
  input: UpdateMemberInput;
}>;


export type UpdateMemberMutation = { __typename: 'Mutation', updateMember: { __typename: 'UpdateMemberPayload', member: { __typename: 'Member', email: string, role: MemberRole, status: MemberStatus, version: number, createdAt: string, id: string, name: string, customRole: { __typename: 'CustomRole', id: string, name: string } | null, team: { __typename: 'Team', id: string, name: string } | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type OneInvitationFragment = { __typename: 'Invitation', id: string, expiresAt: string, acceptedAt: string | null, revokedAt: string | null, createdAt: string, invitedBy: { __typename: 'Member', id: string, name: string } | null };

export type InvitationsOfQueryVariables = Exact<{
  member: string;
}>;


export type InvitationsOfQuery = { __typename: 'Query', invitations: { __typename: 'InvitationConnection', nodes: Array<{ __typename: 'Invitation', id: string, expiresAt: string, acceptedAt: string | null, revokedAt: string | null, createdAt: string, invitedBy: { __typename: 'Member', id: string, name: string } | null }> } };

export type ResendInvitationMutationVariables = Exact<{
  input: ResendInvitationInput;
}>;


export type ResendInvitationMutation = { __typename: 'Mutation', resendInvitation: { __typename: 'ResendInvitationPayload', invitation: { __typename: 'Invitation', id: string, expiresAt: string, acceptedAt: string | null, revokedAt: string | null, createdAt: string, invitedBy: { __typename: 'Member', id: string, name: string } | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type RevokeInvitationMutationVariables = Exact<{
  input: RevokeInvitationInput;
}>;


export type RevokeInvitationMutation = { __typename: 'Mutation', revokeInvitation: { __typename: 'RevokeInvitationPayload', invitation: { __typename: 'Invitation', id: string, expiresAt: string, acceptedAt: string | null, revokedAt: string | null, createdAt: string, invitedBy: { __typename: 'Member', id: string, name: string } | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type EstateQueryVariables = Exact<{
  memberId: string;
}>;


export type EstateQuery = { __typename: 'Query', handoverPreview: Array<{ __typename: 'Estate', kind: string, current: number, past: number, private: number }> | null };

export type LetMemberGoMutationVariables = Exact<{
  input: LetMemberGoInput;
}>;


export type LetMemberGoMutation = { __typename: 'Mutation', letMemberGo: { __typename: 'LetMemberGoPayload', member: { __typename: 'Member', email: string, role: MemberRole, status: MemberStatus, version: number, createdAt: string, id: string, name: string, customRole: { __typename: 'CustomRole', id: string, name: string } | null, team: { __typename: 'Team', id: string, name: string } | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type MemberRowFragment = { __typename: 'Member', email: string, role: MemberRole, status: MemberStatus, version: number, createdAt: string, id: string, name: string, customRole: { __typename: 'CustomRole', id: string, name: string } | null, team: { __typename: 'Team', id: string, name: string } | null };

export type MemberListQueryVariables = Exact<{
  filter?: MemberFilter | null | undefined;
  search?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type MemberListQuery = { __typename: 'Query', members: { __typename: 'MemberConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Member', email: string, role: MemberRole, status: MemberStatus, version: number, createdAt: string, id: string, name: string, customRole: { __typename: 'CustomRole', id: string, name: string } | null, team: { __typename: 'Team', id: string, name: string } | null }> } };

export type OneMemberQueryVariables = Exact<{
  id: string;
}>;


export type OneMemberQuery = { __typename: 'Query', member: { __typename: 'Member', locale: string, timeZone: string, email: string, role: MemberRole, status: MemberStatus, version: number, createdAt: string, id: string, name: string, customRole: { __typename: 'CustomRole', id: string, name: string } | null, team: { __typename: 'Team', id: string, name: string } | null } | null };

export type RoleChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type RoleChoicesQuery = { __typename: 'Query', customRoles: { __typename: 'CustomRoleConnection', nodes: Array<{ __typename: 'CustomRole', id: string, name: string, about: string | null, base: MemberRole }> } };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { __typename: 'Query', me: { __typename: 'Viewer', member: { __typename: 'Member', id: string, name: string, email: string, role: MemberRole, locale: string, timeZone: string, weekStart: number | null } | null, tenant: { __typename: 'Tenant', slug: string, name: string, currency: string, locale: string, timeZone: string, weekStart: number, fiscalStart: number, logo: string | null }, rights: { __typename: 'Rights', powers: Array<string>, may: Array<string> } } | null };

export type UpdateProfileMutationVariables = Exact<{
  input: UpdateProfileInput;
}>;


export type UpdateProfileMutation = { __typename: 'Mutation', updateProfile: { __typename: 'UpdateProfilePayload', member: { __typename: 'Member', id: string, locale: string, timeZone: string, weekStart: number | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type PersonFragment = { __typename: 'Member', id: string, name: string };

export type PeopleQueryVariables = Exact<{ [key: string]: never; }>;


export type PeopleQuery = { __typename: 'Query', members: { __typename: 'MemberConnection', nodes: Array<{ __typename: 'Member', status: MemberStatus, id: string, name: string, team: { __typename: 'Team', id: string, name: string } | null }> }, teams: { __typename: 'TeamConnection', nodes: Array<{ __typename: 'Team', id: string, name: string, office: string | null }> } };

export type TeamBranchFragment = { __typename: 'Team', id: string, name: string, office: string | null, version: number, parent: { __typename: 'Team', id: string } | null, manager: { __typename: 'Member', id: string, name: string } | null, members: { __typename: 'MemberConnection', totalCount: number, nodes: Array<{ __typename: 'Member', id: string, name: string }> } };

export type TeamTreeQueryVariables = Exact<{ [key: string]: never; }>;


export type TeamTreeQuery = { __typename: 'Query', teams: { __typename: 'TeamConnection', nodes: Array<{ __typename: 'Team', id: string, name: string, office: string | null, version: number, parent: { __typename: 'Team', id: string } | null, manager: { __typename: 'Member', id: string, name: string } | null, members: { __typename: 'MemberConnection', totalCount: number, nodes: Array<{ __typename: 'Member', id: string, name: string }> } }> } };

export type CreateTeamMutationVariables = Exact<{
  input: CreateTeamInput;
}>;


export type CreateTeamMutation = { __typename: 'Mutation', createTeam: { __typename: 'CreateTeamPayload', team: { __typename: 'Team', id: string, name: string, office: string | null, version: number, parent: { __typename: 'Team', id: string } | null, manager: { __typename: 'Member', id: string, name: string } | null, members: { __typename: 'MemberConnection', totalCount: number, nodes: Array<{ __typename: 'Member', id: string, name: string }> } } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type UpdateTeamMutationVariables = Exact<{
  input: UpdateTeamInput;
}>;


export type UpdateTeamMutation = { __typename: 'Mutation', updateTeam: { __typename: 'UpdateTeamPayload', team: { __typename: 'Team', id: string, name: string, office: string | null, version: number, parent: { __typename: 'Team', id: string } | null, manager: { __typename: 'Member', id: string, name: string } | null, members: { __typename: 'MemberConnection', totalCount: number, nodes: Array<{ __typename: 'Member', id: string, name: string }> } } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type DeleteTeamMutationVariables = Exact<{
  input: TeamInput;
}>;


export type DeleteTeamMutation = { __typename: 'Mutation', deleteTeam: { __typename: 'DeleteTeamPayload', team: { __typename: 'Team', id: string } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type NotificationLineFragment = { __typename: 'Notification', id: string, kind: string, text: string, at: string, aboutType: string, aboutId: string, readAt: string | null, actor: { __typename: 'Member', id: string, name: string } | null };

export type UnreadNotificationsQueryVariables = Exact<{ [key: string]: never; }>;


export type UnreadNotificationsQuery = { __typename: 'Query', unreadNotifications: number | null };

export type NotificationsQueryVariables = Exact<{
  filter?: NotificationFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type NotificationsQuery = { __typename: 'Query', notifications: { __typename: 'NotificationConnection', pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Notification', id: string, kind: string, text: string, at: string, aboutType: string, aboutId: string, readAt: string | null, actor: { __typename: 'Member', id: string, name: string } | null }> } };

export type UnreadNowQueryVariables = Exact<{ [key: string]: never; }>;


export type UnreadNowQuery = { __typename: 'Query', notifications: { __typename: 'NotificationConnection', nodes: Array<{ __typename: 'Notification', id: string }> } };

export type MarkNotificationReadMutationVariables = Exact<{
  input: MarkNotificationReadInput;
}>;


export type MarkNotificationReadMutation = { __typename: 'Mutation', markNotificationRead: { __typename: 'MarkNotificationReadPayload', notification: { __typename: 'Notification', id: string, readAt: string | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type MarkAllNotificationsReadMutationVariables = Exact<{
  input: MarkAllNotificationsReadInput;
}>;


export type MarkAllNotificationsReadMutation = { __typename: 'Mutation', markAllNotificationsRead: { __typename: 'MarkAllNotificationsReadPayload', member: { __typename: 'Member', id: string } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type MarkNotificationsUnreadMutationVariables = Exact<{
  input: MarkNotificationsUnreadInput;
}>;


export type MarkNotificationsUnreadMutation = { __typename: 'Mutation', markNotificationsUnread: { __typename: 'MarkNotificationsUnreadPayload', member: { __typename: 'Member', id: string } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type NotificationSettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type NotificationSettingsQuery = { __typename: 'Query', notificationSettings: { __typename: 'NotificationSettings', kinds: Array<{ __typename: 'NotificationKind', kind: string, title: string, shown: boolean, mailing: NotificationMailing, push: boolean }>, hours: { __typename: 'NotificationHours', id: string, digestAt: string, quietFrom: string | null, quietUntil: string | null } | null } | null };

export type ChooseNotificationsMutationVariables = Exact<{
  input: ChooseNotificationsInput;
}>;


export type ChooseNotificationsMutation = { __typename: 'Mutation', chooseNotifications: { __typename: 'ChooseNotificationsPayload', notificationChoice: { __typename: 'NotificationChoice', id: string, kind: string, shown: boolean, mailing: NotificationMailing, push: boolean | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type SetNotificationHoursMutationVariables = Exact<{
  input: SetNotificationHoursInput;
}>;


export type SetNotificationHoursMutation = { __typename: 'Mutation', setNotificationHours: { __typename: 'SetNotificationHoursPayload', notificationHours: { __typename: 'NotificationHours', id: string, digestAt: string, quietFrom: string | null, quietUntil: string | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type DeviceFragment = { __typename: 'PushDevice', id: string, name: string, createdAt: string, usedAt: string | null, problem: string | null };

export type PushDevicesQueryVariables = Exact<{ [key: string]: never; }>;


export type PushDevicesQuery = { __typename: 'Query', pushKey: string | null, pushDevices: { __typename: 'PushDeviceConnection', nodes: Array<{ __typename: 'PushDevice', id: string, name: string, createdAt: string, usedAt: string | null, problem: string | null }> } };

export type SubscribePushDeviceMutationVariables = Exact<{
  input: SubscribePushDeviceInput;
}>;


export type SubscribePushDeviceMutation = { __typename: 'Mutation', subscribePushDevice: { __typename: 'SubscribePushDevicePayload', pushDevice: { __typename: 'PushDevice', id: string, name: string, createdAt: string, usedAt: string | null, problem: string | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type RemovePushDeviceMutationVariables = Exact<{
  input: RemovePushDeviceInput;
}>;


export type RemovePushDeviceMutation = { __typename: 'Mutation', removePushDevice: { __typename: 'RemovePushDevicePayload', problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type TestPushDeviceMutationVariables = Exact<{
  input: TestPushDeviceInput;
}>;


export type TestPushDeviceMutation = { __typename: 'Mutation', testPushDevice: { __typename: 'TestPushDevicePayload', pushDevice: { __typename: 'PushDevice', id: string } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type StageShapeFragment = { __typename: 'Stage', id: string, name: string, kind: StageKind, position: number, allowedDays: number | null, version: number, deals: { __typename: 'DealConnection', totalCount: number } };

export type PipelineShapeFragment = { __typename: 'Pipeline', id: string, name: string, isDefault: boolean, position: number, version: number, stages: Array<{ __typename: 'Stage', id: string, name: string, kind: StageKind, position: number, allowedDays: number | null, version: number, deals: { __typename: 'DealConnection', totalCount: number } }> };

export type PipelineShapesQueryVariables = Exact<{ [key: string]: never; }>;


export type PipelineShapesQuery = { __typename: 'Query', pipelines: Array<{ __typename: 'Pipeline', id: string, name: string, isDefault: boolean, position: number, version: number, stages: Array<{ __typename: 'Stage', id: string, name: string, kind: StageKind, position: number, allowedDays: number | null, version: number, deals: { __typename: 'DealConnection', totalCount: number } }> }> };

export type StageSharesQueryVariables = Exact<{
  period: Period;
}>;


export type StageSharesQuery = { __typename: 'Query', forecast: { __typename: 'Forecast', stages: Array<{ __typename: 'StageShare', share: number | null, explanation: string, stage: { __typename: 'Stage', id: string } }> } | null };

export type CreatePipelineMutationVariables = Exact<{
  input: CreatePipelineInput;
}>;


export type CreatePipelineMutation = { __typename: 'Mutation', createPipeline: { __typename: 'CreatePipelinePayload', pipeline: { __typename: 'Pipeline', id: string, name: string, isDefault: boolean, position: number, version: number, stages: Array<{ __typename: 'Stage', id: string, name: string, kind: StageKind, position: number, allowedDays: number | null, version: number, deals: { __typename: 'DealConnection', totalCount: number } }> } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type UpdatePipelineMutationVariables = Exact<{
  input: UpdatePipelineInput;
}>;


export type UpdatePipelineMutation = { __typename: 'Mutation', updatePipeline: { __typename: 'UpdatePipelinePayload', pipeline: { __typename: 'Pipeline', id: string, name: string, isDefault: boolean, position: number, version: number, stages: Array<{ __typename: 'Stage', id: string, name: string, kind: StageKind, position: number, allowedDays: number | null, version: number, deals: { __typename: 'DealConnection', totalCount: number } }> } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type DeletePipelineMutationVariables = Exact<{
  input: PipelineInput;
}>;


export type DeletePipelineMutation = { __typename: 'Mutation', deletePipeline: { __typename: 'DeletePipelinePayload', pipeline: { __typename: 'Pipeline', id: string } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type RestorePipelineMutationVariables = Exact<{
  input: PipelineInput;
}>;


export type RestorePipelineMutation = { __typename: 'Mutation', restorePipeline: { __typename: 'RestorePipelinePayload', pipeline: { __typename: 'Pipeline', id: string, name: string, isDefault: boolean, position: number, version: number, stages: Array<{ __typename: 'Stage', id: string, name: string, kind: StageKind, position: number, allowedDays: number | null, version: number, deals: { __typename: 'DealConnection', totalCount: number } }> } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type CreateStageMutationVariables = Exact<{
  input: CreateStageInput;
}>;


export type CreateStageMutation = { __typename: 'Mutation', createStage: { __typename: 'CreateStagePayload', stage: { __typename: 'Stage', id: string, pipeline: { __typename: 'Pipeline', id: string, name: string, isDefault: boolean, position: number, version: number, stages: Array<{ __typename: 'Stage', id: string, name: string, kind: StageKind, position: number, allowedDays: number | null, version: number, deals: { __typename: 'DealConnection', totalCount: number } }> } } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type UpdateStageMutationVariables = Exact<{
  input: UpdateStageInput;
}>;


export type UpdateStageMutation = { __typename: 'Mutation', updateStage: { __typename: 'UpdateStagePayload', stage: { __typename: 'Stage', id: string, name: string, kind: StageKind, position: number, allowedDays: number | null, version: number, deals: { __typename: 'DealConnection', totalCount: number } } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type MoveStageMutationVariables = Exact<{
  input: MoveStageInput;
}>;


export type MoveStageMutation = { __typename: 'Mutation', moveStage: { __typename: 'MoveStagePayload', stage: { __typename: 'Stage', id: string, pipeline: { __typename: 'Pipeline', id: string, name: string, isDefault: boolean, position: number, version: number, stages: Array<{ __typename: 'Stage', id: string, name: string, kind: StageKind, position: number, allowedDays: number | null, version: number, deals: { __typename: 'DealConnection', totalCount: number } }> } } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type DeleteStageMutationVariables = Exact<{
  input: DeleteStageInput;
}>;


export type DeleteStageMutation = { __typename: 'Mutation', deleteStage: { __typename: 'DeleteStagePayload', stage: { __typename: 'Stage', id: string, pipeline: { __typename: 'Pipeline', id: string, name: string, isDefault: boolean, position: number, version: number, stages: Array<{ __typename: 'Stage', id: string, name: string, kind: StageKind, position: number, allowedDays: number | null, version: number, deals: { __typename: 'DealConnection', totalCount: number } }> } } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type RestoreStageMutationVariables = Exact<{
  input: StageInput;
}>;


export type RestoreStageMutation = { __typename: 'Mutation', restoreStage: { __typename: 'RestoreStagePayload', stage: { __typename: 'Stage', id: string, pipeline: { __typename: 'Pipeline', id: string, name: string, isDefault: boolean, position: number, version: number, stages: Array<{ __typename: 'Stage', id: string, name: string, kind: StageKind, position: number, allowedDays: number | null, version: number, deals: { __typename: 'DealConnection', totalCount: number } }> } } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type StageLabelFragment = { __typename: 'Stage', id: string, name: string, kind: StageKind, position: number, allowedDays: number | null };

export type PipelinesQueryVariables = Exact<{ [key: string]: never; }>;


export type PipelinesQuery = { __typename: 'Query', pipelines: Array<{ __typename: 'Pipeline', id: string, name: string, isDefault: boolean, position: number, stages: Array<{ __typename: 'Stage', id: string, name: string, kind: StageKind, position: number, allowedDays: number | null }> }> };

export type ProductRowFragment = { __typename: 'Product', id: string, name: string, code: string | null, family: string | null, active: boolean, version: number, price: { __typename: 'Money', amount: string, currency: string } | null };

export type ProductsQueryVariables = Exact<{
  filter?: ProductFilter | null | undefined;
  search?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ProductsQuery = { __typename: 'Query', products: { __typename: 'ProductConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Product', id: string, name: string, code: string | null, family: string | null, active: boolean, version: number, price: { __typename: 'Money', amount: string, currency: string } | null }> } };

export type CreateProductMutationVariables = Exact<{
  input: CreateProductInput;
}>;


export type CreateProductMutation = { __typename: 'Mutation', createProduct: { __typename: 'CreateProductPayload', product: { __typename: 'Product', id: string, name: string, code: string | null, family: string | null, active: boolean, version: number, price: { __typename: 'Money', amount: string, currency: string } | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type UpdateProductMutationVariables = Exact<{
  input: UpdateProductInput;
}>;


export type UpdateProductMutation = { __typename: 'Mutation', updateProduct: { __typename: 'UpdateProductPayload', product: { __typename: 'Product', id: string, name: string, code: string | null, family: string | null, active: boolean, version: number, price: { __typename: 'Money', amount: string, currency: string } | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type DeleteProductMutationVariables = Exact<{
  input: ProductInput;
}>;


export type DeleteProductMutation = { __typename: 'Mutation', deleteProduct: { __typename: 'DeleteProductPayload', product: { __typename: 'Product', id: string } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type RestoreProductMutationVariables = Exact<{
  input: ProductInput;
}>;


export type RestoreProductMutation = { __typename: 'Mutation', restoreProduct: { __typename: 'RestoreProductPayload', product: { __typename: 'Product', id: string, name: string, code: string | null, family: string | null, active: boolean, version: number, price: { __typename: 'Money', amount: string, currency: string } | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type RipenessRuleFragment = { __typename: 'QualificationRule', key: string, merit: LeadMeritKind, points: number, field: KnownField | null, match: FieldMatch | null, value: string | null, question: string | null, activity: ActivityKind | null, least: number | null, within: number | null, source: { __typename: 'Source', id: string, name: string } | null };

export type LeadRipenessQueryVariables = Exact<{
  id: string;
}>;


export type LeadRipenessQuery = { __typename: 'Query', leadRipeness: { __typename: 'LeadRipeness', told: boolean, open: Array<{ __typename: 'QualificationRule', key: string, merit: LeadMeritKind, points: number, field: KnownField | null, match: FieldMatch | null, value: string | null, question: string | null, activity: ActivityKind | null, least: number | null, within: number | null, source: { __typename: 'Source', id: string, name: string } | null }>, holding: Array<{ __typename: 'QualificationRule', key: string, merit: LeadMeritKind, points: number, field: KnownField | null, match: FieldMatch | null, value: string | null, question: string | null, activity: ActivityKind | null, least: number | null, within: number | null, source: { __typename: 'Source', id: string, name: string } | null }>, missing: Array<{ __typename: 'LeadMissing', kind: LeadMissingKind, field: KnownField | null, least: number | null }> } | null };

export type QualificationQueryVariables = Exact<{ [key: string]: never; }>;


export type QualificationQuery = { __typename: 'Query', qualification: { __typename: 'QualificationStandard', ripeScore: number | null, requires: Array<KnownField>, leastActivities: number, version: number, rules: Array<{ __typename: 'QualificationRule', key: string, merit: LeadMeritKind, points: number, field: KnownField | null, match: FieldMatch | null, value: string | null, question: string | null, activity: ActivityKind | null, least: number | null, within: number | null, source: { __typename: 'Source', id: string, name: string } | null }>, weighing: { __typename: 'Weighing', id: string, total: number, done: number, finishedAt: string | null } | null } | null };

export type QualificationTrialQueryVariables = Exact<{
  standard: QualificationInput;
  first?: number | null | undefined;
}>;


export type QualificationTrialQuery = { __typename: 'Query', qualificationTrial: { __typename: 'QualificationTrial', openLeads: number, more: boolean, ripeNow: number, ripe: number, leads: Array<{ __typename: 'Lead', id: string, name: string, company: string | null, score: number, owner: { __typename: 'Member', id: string, name: string } | null }> } | null };

export type ChangeQualificationMutationVariables = Exact<{
  input: ChangeQualificationInput;
}>;


export type ChangeQualificationMutation = { __typename: 'Mutation', changeQualification: { __typename: 'ChangeQualificationPayload', qualification: { __typename: 'Qualification', id: string, version: number } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type RateRowFragment = { __typename: 'ExchangeRate', id: string, currency: string, against: string, startsOn: string, rate: string, version: number };

export type RatesQueryVariables = Exact<{
  filter?: ExchangeRateFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type RatesQuery = { __typename: 'Query', exchangeRates: { __typename: 'ExchangeRateConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'ExchangeRate', id: string, currency: string, against: string, startsOn: string, rate: string, version: number }> } };

export type SetRateMutationVariables = Exact<{
  input: CreateExchangeRateInput;
}>;


export type SetRateMutation = { __typename: 'Mutation', createExchangeRate: { __typename: 'CreateExchangeRatePayload', exchangeRate: { __typename: 'ExchangeRate', id: string, currency: string, against: string, startsOn: string, rate: string, version: number } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type DeleteRateMutationVariables = Exact<{
  input: ExchangeRateInput;
}>;


export type DeleteRateMutation = { __typename: 'Mutation', deleteExchangeRate: { __typename: 'DeleteExchangeRatePayload', exchangeRate: { __typename: 'ExchangeRate', id: string } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type RestoreRateMutationVariables = Exact<{
  input: ExchangeRateInput;
}>;


export type RestoreRateMutation = { __typename: 'Mutation', restoreExchangeRate: { __typename: 'RestoreExchangeRatePayload', exchangeRate: { __typename: 'ExchangeRate', id: string, currency: string, against: string, startsOn: string, rate: string, version: number } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type RecentsQueryVariables = Exact<{
  first?: number | null | undefined;
}>;


export type RecentsQuery = { __typename: 'Query', recentRecords: Array<
    | { __typename: 'Account', name: string, industry: string | null, country: string | null, phone: string | null, id: string }
    | { __typename: 'Activity', kind: ActivityKind, subject: string, id: string, links: Array<{ __typename: 'ActivityLink', deal: { __typename: 'Deal', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null, lead: { __typename: 'Lead', id: string, name: string } | null }> }
    | { __typename: 'ActivityAttendee', id: string }
    | { __typename: 'ActivityLink', id: string }
    | { __typename: 'ActivityMention', id: string }
    | { __typename: 'ActivitySeries', id: string }
    | { __typename: 'AssignmentDecision', id: string }
    | { __typename: 'AssignmentRule', id: string }
    | { __typename: 'AssignmentSeat', id: string }
    | { __typename: 'Attachment', name: string, id: string }
    | { __typename: 'Batch', id: string }
    | { __typename: 'BatchItem', id: string }
    | { __typename: 'Company', id: string }
    | { __typename: 'Consent', id: string }
    | { __typename: 'Contact', name: string, title: string | null, email: string | null, phone: string | null, id: string, account: { __typename: 'Account', id: string, name: string } | null }
    | { __typename: 'CustomRole', id: string }
    | { __typename: 'Deal', name: string, id: string, amount: { __typename: 'Money', amount: string, currency: string } | null, account: { __typename: 'Account', id: string, name: string } | null, stage: { __typename: 'Stage', id: string, name: string, kind: StageKind } }
    | { __typename: 'DealEvent', id: string }
    | { __typename: 'DealProduct', id: string }
    | { __typename: 'DefaultView', id: string }
    | { __typename: 'ExchangeRate', id: string }
    | { __typename: 'Export', id: string }
    | { __typename: 'Favorite', id: string }
    | { __typename: 'Handover', id: string }
    | { __typename: 'Holiday', id: string }
    | { __typename: 'Import', id: string }
    | { __typename: 'ImportColumn', id: string }
    | { __typename: 'ImportFile', id: string }
    | { __typename: 'ImportNote', id: string }
    | { __typename: 'ImportRefusal', id: string }
    | { __typename: 'Invitation', id: string }
    | { __typename: 'Lead', name: string, company: string | null, email: string | null, phone: string | null, id: string }
    | { __typename: 'LeadAnswer', id: string }
    | { __typename: 'LeadConversion', id: string }
    | { __typename: 'LeadEvent', id: string }
    | { __typename: 'LeadMerit', id: string }
    | { __typename: 'LossReason', id: string }
    | { __typename: 'Mailbox', id: string }
    | { __typename: 'Member', name: string, id: string, address: string }
    | { __typename: 'Notification', id: string }
    | { __typename: 'NotificationChoice', id: string }
    | { __typename: 'NotificationHours', id: string }
    | { __typename: 'Opening', id: string }
    | { __typename: 'PageView', id: string }
    | { __typename: 'Pipeline', id: string }
    | { __typename: 'Product', name: string, code: string | null, family: string | null, id: string }
    | { __typename: 'PushDevice', id: string }
    | { __typename: 'Qualification', id: string }
    | { __typename: 'ResponseEvent', id: string }
    | { __typename: 'SavedView', id: string }
    | { __typename: 'Share', id: string }
    | { __typename: 'Source', id: string }
    | { __typename: 'SourceQuestion', id: string }
    | { __typename: 'Stage', id: string }
    | { __typename: 'Submission', id: string }
    | { __typename: 'Team', id: string }
    | { __typename: 'TimelineEntry', id: string }
    | { __typename: 'Visit', id: string }
    | { __typename: 'Weighing', id: string }
   | null> | null };

export type OpenRecordMutationVariables = Exact<{
  input: OpenRecordInput;
}>;


export type OpenRecordMutation = { __typename: 'Mutation', openRecord: { __typename: 'OpenRecordPayload', problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type DoneActivitiesQueryVariables = Exact<{
  filter: ActivityFilter;
  first: number;
  after?: string | null | undefined;
}>;


export type DoneActivitiesQuery = { __typename: 'Query', activities: { __typename: 'ActivityConnection', pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Activity', id: string, kind: ActivityKind, subject: string, at: string, owner: { __typename: 'Member', id: string, name: string } | null, links: Array<{ __typename: 'ActivityLink', id: string, derived: boolean, deal: { __typename: 'Deal', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null }> }> } };

export type DoneCountQueryVariables = Exact<{
  filter: ActivityFilter;
}>;


export type DoneCountQuery = { __typename: 'Query', activities: { __typename: 'ActivityConnection', totalCount: number } };

export type DealTotalFragment = { __typename: 'DealTotal', deals: number, unpriced: number, amount: { __typename: 'Money', amount: string, currency: string } | null, unrated: Array<{ __typename: 'UnratedDeals', currency: string, deals: number }> };

export type OpenPipelineQueryVariables = Exact<{
  owner?: string | null | undefined;
  team?: string | null | undefined;
}>;


export type OpenPipelineQuery = { __typename: 'Query', openPipeline: { __typename: 'OpenPipeline', total: { __typename: 'DealTotal', deals: number, unpriced: number, amount: { __typename: 'Money', amount: string, currency: string } | null, unrated: Array<{ __typename: 'UnratedDeals', currency: string, deals: number }> }, stages: Array<{ __typename: 'StageTotal', stage: { __typename: 'Stage', id: string, name: string, pipeline: { __typename: 'Pipeline', id: string, name: string } }, total: { __typename: 'DealTotal', deals: number, unpriced: number, amount: { __typename: 'Money', amount: string, currency: string } | null, unrated: Array<{ __typename: 'UnratedDeals', currency: string, deals: number }> }, owners: Array<{ __typename: 'OwnerTotal', owner: { __typename: 'Member', id: string, name: string } | null, total: { __typename: 'DealTotal', deals: number, unpriced: number, amount: { __typename: 'Money', amount: string, currency: string } | null, unrated: Array<{ __typename: 'UnratedDeals', currency: string, deals: number }> } }> }>, owners: Array<{ __typename: 'OwnerTotal', owner: { __typename: 'Member', id: string, name: string } | null, total: { __typename: 'DealTotal', deals: number, unpriced: number, amount: { __typename: 'Money', amount: string, currency: string } | null, unrated: Array<{ __typename: 'UnratedDeals', currency: string, deals: number }> } }> } | null };

export type WaitingQueryVariables = Exact<{ [key: string]: never; }>;


export type WaitingQuery = { __typename: 'Query', waitingDeals: { __typename: 'WaitingDeals', on: string, withoutNextStep: number, pastClose: number | null, stalled: number } | null, myDay: { __typename: 'Day', on: string, overdue: { __typename: 'DayPage', count: number }, today: { __typename: 'DayPage', count: number } } | null };

export type StallLimitsQueryVariables = Exact<{ [key: string]: never; }>;


export type StallLimitsQuery = { __typename: 'Query', stallLimits: Array<{ __typename: 'StallLimit', days: number, basis: StallBasis, sample: number, enteredBefore: string, stage: { __typename: 'Stage', id: string, name: string } }> | null };

export type StalledDealsQueryVariables = Exact<{
  owner?: string | null | undefined;
  team?: string | null | undefined;
  first: number;
}>;


export type StalledDealsQuery = { __typename: 'Query', stalledDeals: { __typename: 'StalledDeals', count: number, deals: Array<{ __typename: 'StalledDeal', days: number, daysOver: number, limit: { __typename: 'StallLimit', days: number, basis: StallBasis, sample: number, stage: { __typename: 'Stage', id: string, name: string } }, deal: { __typename: 'Deal', id: string, name: string, amount: { __typename: 'Money', amount: string, currency: string } | null, owner: { __typename: 'Member', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null } | null }> } | null };

export type StretchFragment = { __typename: 'ProgressStretch', startsOn: string, endsOn: string, startsAt: string, endsAt: string, activities: number, won: { __typename: 'DealTotal', deals: number, unpriced: number, amount: { __typename: 'Money', amount: string, currency: string } | null, unrated: Array<{ __typename: 'UnratedDeals', currency: string, deals: number }> }, lost: { __typename: 'DealTotal', deals: number, unpriced: number, amount: { __typename: 'Money', amount: string, currency: string } | null, unrated: Array<{ __typename: 'UnratedDeals', currency: string, deals: number }> }, opened: { __typename: 'DealTotal', deals: number, unpriced: number, amount: { __typename: 'Money', amount: string, currency: string } | null, unrated: Array<{ __typename: 'UnratedDeals', currency: string, deals: number }> }, days: Array<{ __typename: 'ProgressDay', on: string, won: { __typename: 'DealTotal', deals: number, unpriced: number, amount: { __typename: 'Money', amount: string, currency: string } | null, unrated: Array<{ __typename: 'UnratedDeals', currency: string, deals: number }> } }> };

export type ProgressQueryVariables = Exact<{
  period: Period;
  owner?: string | null | undefined;
  team?: string | null | undefined;
}>;


export type ProgressQuery = { __typename: 'Query', progress: { __typename: 'Progress', period: Period, current: { __typename: 'ProgressStretch', startsOn: string, endsOn: string, startsAt: string, endsAt: string, activities: number, won: { __typename: 'DealTotal', deals: number, unpriced: number, amount: { __typename: 'Money', amount: string, currency: string } | null, unrated: Array<{ __typename: 'UnratedDeals', currency: string, deals: number }> }, lost: { __typename: 'DealTotal', deals: number, unpriced: number, amount: { __typename: 'Money', amount: string, currency: string } | null, unrated: Array<{ __typename: 'UnratedDeals', currency: string, deals: number }> }, opened: { __typename: 'DealTotal', deals: number, unpriced: number, amount: { __typename: 'Money', amount: string, currency: string } | null, unrated: Array<{ __typename: 'UnratedDeals', currency: string, deals: number }> }, days: Array<{ __typename: 'ProgressDay', on: string, won: { __typename: 'DealTotal', deals: number, unpriced: number, amount: { __typename: 'Money', amount: string, currency: string } | null, unrated: Array<{ __typename: 'UnratedDeals', currency: string, deals: number }> } }> }, before: { __typename: 'ProgressStretch', startsOn: string, endsOn: string, startsAt: string, endsAt: string, activities: number, won: { __typename: 'DealTotal', deals: number, unpriced: number, amount: { __typename: 'Money', amount: string, currency: string } | null, unrated: Array<{ __typename: 'UnratedDeals', currency: string, deals: number }> }, lost: { __typename: 'DealTotal', deals: number, unpriced: number, amount: { __typename: 'Money', amount: string, currency: string } | null, unrated: Array<{ __typename: 'UnratedDeals', currency: string, deals: number }> }, opened: { __typename: 'DealTotal', deals: number, unpriced: number, amount: { __typename: 'Money', amount: string, currency: string } | null, unrated: Array<{ __typename: 'UnratedDeals', currency: string, deals: number }> }, days: Array<{ __typename: 'ProgressDay', on: string, won: { __typename: 'DealTotal', deals: number, unpriced: number, amount: { __typename: 'Money', amount: string, currency: string } | null, unrated: Array<{ __typename: 'UnratedDeals', currency: string, deals: number }> } }> } } | null };

export type ClosingsQueryVariables = Exact<{
  since: string;
  until: string;
  owner?: string | null | undefined;
  team?: string | null | undefined;
}>;


export type ClosingsQuery = { __typename: 'Query', closings: { __typename: 'Closings', since: string, until: string, won: { __typename: 'DealTotal', deals: number, unpriced: number, amount: { __typename: 'Money', amount: string, currency: string } | null, unrated: Array<{ __typename: 'UnratedDeals', currency: string, deals: number }> }, lost: { __typename: 'DealTotal', deals: number, unpriced: number, amount: { __typename: 'Money', amount: string, currency: string } | null, unrated: Array<{ __typename: 'UnratedDeals', currency: string, deals: number }> }, owners: Array<{ __typename: 'OwnerClosings', owner: { __typename: 'Member', id: string, name: string } | null, won: { __typename: 'DealTotal', deals: number, unpriced: number, amount: { __typename: 'Money', amount: string, currency: string } | null, unrated: Array<{ __typename: 'UnratedDeals', currency: string, deals: number }> }, lost: { __typename: 'DealTotal', deals: number, unpriced: number, amount: { __typename: 'Money', amount: string, currency: string } | null, unrated: Array<{ __typename: 'UnratedDeals', currency: string, deals: number }> } }>, reasons: Array<{ __typename: 'LossTotal', reason: { __typename: 'LossReason', id: string, name: string } | null, total: { __typename: 'DealTotal', deals: number, unpriced: number, amount: { __typename: 'Money', amount: string, currency: string } | null, unrated: Array<{ __typename: 'UnratedDeals', currency: string, deals: number }> } }> | null } | null };

export type ActivityCountsQueryVariables = Exact<{
  since: string;
  until: string;
  owner?: string | null | undefined;
  team?: string | null | undefined;
}>;


export type ActivityCountsQuery = { __typename: 'Query', activityCounts: { __typename: 'ActivityCounts', startsAt: string, endsAt: string, count: number, counts: Array<{ __typename: 'ActivityCount', kind: ActivityKind, count: number, owner: { __typename: 'Member', id: string, name: string } | null }> } | null };

export type ReachQueryVariables = Exact<{ [key: string]: never; }>;


export type ReachQuery = { __typename: 'Query', me: { __typename: 'Viewer', rights: { __typename: 'Rights', grants: Array<{ __typename: 'Grant', object: string, verb: Verb, scope: Scope }>, fields: Array<{ __typename: 'FieldRuling', object: string, field: string, rule: FieldRule }> } } | null };

export type LeadQualityQueryVariables = Exact<{
  since: string;
  until: string;
  by: ResponseGrouping;
}>;


export type LeadQualityQuery = { __typename: 'Query', leadQuality: Array<{ __typename: 'LeadQuality', word: string | null, leads: number, qualified: number, converted: number, unfit: number, wonDeals: number, firstContactSeconds: number | null, firstContactBusinessSeconds: number | null, source: { __typename: 'Source', id: string, name: string } | null, reasons: Array<{ __typename: 'UnfitCount', reason: UnfitReason, leads: number }>, won: Array<{ __typename: 'Money', amount: string, currency: string }> }> | null };

export type ResponseSpanFragment = { __typename: 'ResponseSpan', p50: number | null, p95: number | null, p50OfAll: number | null, p95OfAll: number | null, longest: number | null, slices: Array<{ __typename: 'ResponseSlice', over: number | null, within: number | null, leads: number }> };

export type ResponseTotalFragment = { __typename: 'ResponseTotal', leads: number, answered: number, waiting: number, wall: { __typename: 'ResponseSpan', p50: number | null, p95: number | null, p50OfAll: number | null, p95OfAll: number | null, longest: number | null, slices: Array<{ __typename: 'ResponseSlice', over: number | null, within: number | null, leads: number }> }, business: { __typename: 'ResponseSpan', p50: number | null, p95: number | null, p50OfAll: number | null, p95OfAll: number | null, longest: number | null, slices: Array<{ __typename: 'ResponseSlice', over: number | null, within: number | null, leads: number }> } };

export type ResponseTimesQueryVariables = Exact<{
  since: string;
  until: string;
  by: ResponseGrouping;
  measure: ResponseMeasure;
  question?: string | null | undefined;
}>;


export type ResponseTimesQuery = { __typename: 'Query', responseTimes: { __typename: 'ResponseTimes', total: { __typename: 'ResponseTotal', leads: number, answered: number, waiting: number, wall: { __typename: 'ResponseSpan', p50: number | null, p95: number | null, p50OfAll: number | null, p95OfAll: number | null, longest: number | null, slices: Array<{ __typename: 'ResponseSlice', over: number | null, within: number | null, leads: number }> }, business: { __typename: 'ResponseSpan', p50: number | null, p95: number | null, p50OfAll: number | null, p95OfAll: number | null, longest: number | null, slices: Array<{ __typename: 'ResponseSlice', over: number | null, within: number | null, leads: number }> } }, groups: Array<{ __typename: 'ResponseGroup', word: string | null, source: { __typename: 'Source', id: string, name: string } | null, member: { __typename: 'Member', id: string, name: string } | null, team: { __typename: 'Team', id: string, name: string } | null, total: { __typename: 'ResponseTotal', leads: number, answered: number, waiting: number, wall: { __typename: 'ResponseSpan', p50: number | null, p95: number | null, p50OfAll: number | null, p95OfAll: number | null, longest: number | null, slices: Array<{ __typename: 'ResponseSlice', over: number | null, within: number | null, leads: number }> }, business: { __typename: 'ResponseSpan', p50: number | null, p95: number | null, p50OfAll: number | null, p95OfAll: number | null, longest: number | null, slices: Array<{ __typename: 'ResponseSlice', over: number | null, within: number | null, leads: number }> } } }> } | null };

export type ResponseQuestionsQueryVariables = Exact<{
  since: string;
  until: string;
}>;


export type ResponseQuestionsQuery = { __typename: 'Query', responseQuestions: Array<string> | null };

export type ResponseWaitQueryVariables = Exact<{
  leadId: string;
}>;


export type ResponseWaitQuery = { __typename: 'Query', responseWait: { __typename: 'ResponseWait', waits: boolean, wallSeconds: number, businessSeconds: number, escalatesAfter: number | null } | null };

export type ResponseLeadsQueryVariables = Exact<{
  since: string;
  until: string;
  by: ResponseGrouping;
  measure: ResponseMeasure;
  question?: string | null | undefined;
  group?: ResponseGroupInput | null | undefined;
  state?: ResponseState | null | undefined;
  took?: ResponseSliceInput | null | undefined;
  stands?: Array<LeadStatus> | LeadStatus | null | undefined;
  reason?: UnfitReason | null | undefined;
}>;


export type ResponseLeadsQuery = { __typename: 'Query', responseLeads: Array<{ __typename: 'ResponseLead', wallSeconds: number | null, wallSoFar: number, businessSoFar: number, lead: { __typename: 'Lead', id: string, name: string, company: string | null, status: LeadStatus, receivedAt: string, owner: { __typename: 'Member', id: string, name: string } | null, source: { __typename: 'Source', id: string, name: string } | null } | null }> | null };

export type RoleWholeFragment = { __typename: 'RoleMatrix', role: MemberRole, members: number, customRole: { __typename: 'CustomRole', id: string, name: string, about: string | null, base: MemberRole, version: number } | null, grants: Array<{ __typename: 'RoleGrant', object: string, verb: Verb, scope: Scope, ready: Scope }>, fields: Array<{ __typename: 'FieldRuling', object: string, field: string, rule: FieldRule }>, powers: Array<{ __typename: 'RolePower', power: string, granted: boolean, ready: boolean }> };

export type RolesQueryVariables = Exact<{ [key: string]: never; }>;


export type RolesQuery = { __typename: 'Query', roles: Array<{ __typename: 'RoleMatrix', role: MemberRole, members: number, customRole: { __typename: 'CustomRole', id: string, name: string, about: string | null, base: MemberRole, version: number } | null, grants: Array<{ __typename: 'RoleGrant', object: string, verb: Verb, scope: Scope, ready: Scope }>, fields: Array<{ __typename: 'FieldRuling', object: string, field: string, rule: FieldRule }>, powers: Array<{ __typename: 'RolePower', power: string, granted: boolean, ready: boolean }> }> | null, rightsCatalogue: { __typename: 'RightsCatalogue', bases: Array<MemberRole>, powers: Array<string>, objects: Array<{ __typename: 'GovernedObject', object: string, verbs: Array<Verb>, scopes: Array<Scope>, alwaysRead: boolean, fields: Array<{ __typename: 'FieldOfObject', field: string, hideable: boolean, lockable: boolean }> }> } | null };

export type PreviewRoleQueryVariables = Exact<{
  input: PreviewRoleInput;
}>;


export type PreviewRoleQuery = { __typename: 'Query', previewRole: { __typename: 'RolePreview', total: number, grants: Array<{ __typename: 'GrantChange', object: string, verb: Verb, before: Scope, after: Scope }>, fields: Array<{ __typename: 'FieldChange', object: string, field: string, before: FieldRule | null, after: FieldRule | null }>, powers: Array<{ __typename: 'PowerChange', power: string, before: boolean, after: boolean }>, members: Array<{ __typename: 'MemberPreview', member: { __typename: 'Member', id: string, name: string }, seen: Array<{ __typename: 'RecordsSeen', object: string, before: number, after: number }> }> } | null };

export type CreateCustomRoleMutationVariables = Exact<{
  input: CreateCustomRoleInput;
}>;


export type CreateCustomRoleMutation = { __typename: 'Mutation', createCustomRole: { __typename: 'CreateCustomRolePayload', customRole: { __typename: 'CustomRole', id: string, name: string, about: string | null, base: MemberRole, version: number } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type UpdateCustomRoleMutationVariables = Exact<{
  input: UpdateCustomRoleInput;
}>;


export type UpdateCustomRoleMutation = { __typename: 'Mutation', updateCustomRole: { __typename: 'UpdateCustomRolePayload', customRole: { __typename: 'CustomRole', id: string, name: string, about: string | null, base: MemberRole, version: number } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type DeleteCustomRoleMutationVariables = Exact<{
  input: DeleteCustomRoleInput;
}>;


export type DeleteCustomRoleMutation = { __typename: 'Mutation', deleteCustomRole: { __typename: 'DeleteCustomRolePayload', customRole: { __typename: 'CustomRole', id: string } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type ProductChoicesQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type ProductChoicesQuery = { __typename: 'Query', products: { __typename: 'ProductConnection', nodes: Array<{ __typename: 'Product', id: string, name: string, code: string | null, price: { __typename: 'Money', amount: string, currency: string } | null }> } };

export type ContactChoicesQueryVariables = Exact<{
  search?: string | null | undefined;
  filter?: ContactFilter | null | undefined;
}>;


export type ContactChoicesQuery = { __typename: 'Query', contacts: { __typename: 'ContactConnection', nodes: Array<{ __typename: 'Contact', id: string, name: string, title: string | null, account: { __typename: 'Account', id: string, name: string } | null }> } };

type Hit_Account_Fragment = { __typename: 'Account', name: string, industry: string | null, country: string | null, phone: string | null, id: string };

type Hit_Activity_Fragment = { __typename: 'Activity', kind: ActivityKind, subject: string, id: string, links: Array<{ __typename: 'ActivityLink', deal: { __typename: 'Deal', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null, lead: { __typename: 'Lead', id: string, name: string } | null }> };

type Hit_ActivityAttendee_Fragment = { __typename: 'ActivityAttendee', id: string };

type Hit_ActivityLink_Fragment = { __typename: 'ActivityLink', id: string };

type Hit_ActivityMention_Fragment = { __typename: 'ActivityMention', id: string };

type Hit_ActivitySeries_Fragment = { __typename: 'ActivitySeries', id: string };

type Hit_AssignmentDecision_Fragment = { __typename: 'AssignmentDecision', id: string };

type Hit_AssignmentRule_Fragment = { __typename: 'AssignmentRule', id: string };

type Hit_AssignmentSeat_Fragment = { __typename: 'AssignmentSeat', id: string };

type Hit_Attachment_Fragment = { __typename: 'Attachment', name: string, id: string };

type Hit_Batch_Fragment = { __typename: 'Batch', id: string };

type Hit_BatchItem_Fragment = { __typename: 'BatchItem', id: string };

type Hit_Company_Fragment = { __typename: 'Company', id: string };

type Hit_Consent_Fragment = { __typename: 'Consent', id: string };

type Hit_Contact_Fragment = { __typename: 'Contact', name: string, title: string | null, email: string | null, phone: string | null, id: string, account: { __typename: 'Account', id: string, name: string } | null };

type Hit_CustomRole_Fragment = { __typename: 'CustomRole', id: string };

type Hit_Deal_Fragment = { __typename: 'Deal', name: string, id: string, amount: { __typename: 'Money', amount: string, currency: string } | null, account: { __typename: 'Account', id: string, name: string } | null, stage: { __typename: 'Stage', id: string, name: string, kind: StageKind } };

type Hit_DealEvent_Fragment = { __typename: 'DealEvent', id: string };

type Hit_DealProduct_Fragment = { __typename: 'DealProduct', id: string };

type Hit_DefaultView_Fragment = { __typename: 'DefaultView', id: string };

type Hit_ExchangeRate_Fragment = { __typename: 'ExchangeRate', id: string };

type Hit_Export_Fragment = { __typename: 'Export', id: string };

type Hit_Favorite_Fragment = { __typename: 'Favorite', id: string };

type Hit_Handover_Fragment = { __typename: 'Handover', id: string };

type Hit_Holiday_Fragment = { __typename: 'Holiday', id: string };

type Hit_Import_Fragment = { __typename: 'Import', id: string };

type Hit_ImportColumn_Fragment = { __typename: 'ImportColumn', id: string };

type Hit_ImportFile_Fragment = { __typename: 'ImportFile', id: string };

type Hit_ImportNote_Fragment = { __typename: 'ImportNote', id: string };

type Hit_ImportRefusal_Fragment = { __typename: 'ImportRefusal', id: string };

type Hit_Invitation_Fragment = { __typename: 'Invitation', id: string };

type Hit_Lead_Fragment = { __typename: 'Lead', name: string, company: string | null, email: string | null, phone: string | null, id: string };

type Hit_LeadAnswer_Fragment = { __typename: 'LeadAnswer', id: string };

type Hit_LeadConversion_Fragment = { __typename: 'LeadConversion', id: string };

type Hit_LeadEvent_Fragment = { __typename: 'LeadEvent', id: string };

type Hit_LeadMerit_Fragment = { __typename: 'LeadMerit', id: string };

type Hit_LossReason_Fragment = { __typename: 'LossReason', id: string };

type Hit_Mailbox_Fragment = { __typename: 'Mailbox', id: string };

type Hit_Member_Fragment = { __typename: 'Member', name: string, id: string, address: string };

type Hit_Notification_Fragment = { __typename: 'Notification', id: string };

type Hit_NotificationChoice_Fragment = { __typename: 'NotificationChoice', id: string };

type Hit_NotificationHours_Fragment = { __typename: 'NotificationHours', id: string };

type Hit_Opening_Fragment = { __typename: 'Opening', id: string };

type Hit_PageView_Fragment = { __typename: 'PageView', id: string };

type Hit_Pipeline_Fragment = { __typename: 'Pipeline', id: string };

type Hit_Product_Fragment = { __typename: 'Product', name: string, code: string | null, family: string | null, id: string };

type Hit_PushDevice_Fragment = { __typename: 'PushDevice', id: string };

type Hit_Qualification_Fragment = { __typename: 'Qualification', id: string };

type Hit_ResponseEvent_Fragment = { __typename: 'ResponseEvent', id: string };

type Hit_SavedView_Fragment = { __typename: 'SavedView', id: string };

type Hit_Share_Fragment = { __typename: 'Share', id: string };

type Hit_Source_Fragment = { __typename: 'Source', id: string };

type Hit_SourceQuestion_Fragment = { __typename: 'SourceQuestion', id: string };

type Hit_Stage_Fragment = { __typename: 'Stage', id: string };

type Hit_Submission_Fragment = { __typename: 'Submission', id: string };

type Hit_Team_Fragment = { __typename: 'Team', id: string };

type Hit_TimelineEntry_Fragment = { __typename: 'TimelineEntry', id: string };

type Hit_Visit_Fragment = { __typename: 'Visit', id: string };

type Hit_Weighing_Fragment = { __typename: 'Weighing', id: string };

export type HitFragment =
  | Hit_Account_Fragment
  | Hit_Activity_Fragment
  | Hit_ActivityAttendee_Fragment
  | Hit_ActivityLink_Fragment
  | Hit_ActivityMention_Fragment
  | Hit_ActivitySeries_Fragment
  | Hit_AssignmentDecision_Fragment
  | Hit_AssignmentRule_Fragment
  | Hit_AssignmentSeat_Fragment
  | Hit_Attachment_Fragment
  | Hit_Batch_Fragment
  | Hit_BatchItem_Fragment
  | Hit_Company_Fragment
  | Hit_Consent_Fragment
  | Hit_Contact_Fragment
  | Hit_CustomRole_Fragment
  | Hit_Deal_Fragment
  | Hit_DealEvent_Fragment
  | Hit_DealProduct_Fragment
  | Hit_DefaultView_Fragment
  | Hit_ExchangeRate_Fragment
  | Hit_Export_Fragment
  | Hit_Favorite_Fragment
  | Hit_Handover_Fragment
  | Hit_Holiday_Fragment
  | Hit_Import_Fragment
  | Hit_ImportColumn_Fragment
  | Hit_ImportFile_Fragment
  | Hit_ImportNote_Fragment
  | Hit_ImportRefusal_Fragment
  | Hit_Invitation_Fragment
  | Hit_Lead_Fragment
  | Hit_LeadAnswer_Fragment
  | Hit_LeadConversion_Fragment
  | Hit_LeadEvent_Fragment
  | Hit_LeadMerit_Fragment
  | Hit_LossReason_Fragment
  | Hit_Mailbox_Fragment
  | Hit_Member_Fragment
  | Hit_Notification_Fragment
  | Hit_NotificationChoice_Fragment
  | Hit_NotificationHours_Fragment
  | Hit_Opening_Fragment
  | Hit_PageView_Fragment
  | Hit_Pipeline_Fragment
  | Hit_Product_Fragment
  | Hit_PushDevice_Fragment
  | Hit_Qualification_Fragment
  | Hit_ResponseEvent_Fragment
  | Hit_SavedView_Fragment
  | Hit_Share_Fragment
  | Hit_Source_Fragment
  | Hit_SourceQuestion_Fragment
  | Hit_Stage_Fragment
  | Hit_Submission_Fragment
  | Hit_Team_Fragment
  | Hit_TimelineEntry_Fragment
  | Hit_Visit_Fragment
  | Hit_Weighing_Fragment
;

export type SearchQueryVariables = Exact<{
  text: string;
  kinds?: Array<SearchKind> | SearchKind | null | undefined;
  first?: number | null | undefined;
}>;


export type SearchQuery = { __typename: 'Query', search: { __typename: 'SearchResults', text: string, switched: boolean, groups: Array<{ __typename: 'SearchGroup', kind: SearchKind, count: number, more: boolean, hits: Array<{ __typename: 'SearchHit', match: SearchMatch, record:
          | { __typename: 'Account', name: string, industry: string | null, country: string | null, phone: string | null, id: string }
          | { __typename: 'Activity', kind: ActivityKind, subject: string, id: string, links: Array<{ __typename: 'ActivityLink', deal: { __typename: 'Deal', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, contact: { __typename: 'Contact', id: string, name: string } | null, lead: { __typename: 'Lead', id: string, name: string } | null }> }
          | { __typename: 'ActivityAttendee', id: string }
          | { __typename: 'ActivityLink', id: string }
          | { __typename: 'ActivityMention', id: string }
          | { __typename: 'ActivitySeries', id: string }
          | { __typename: 'AssignmentDecision', id: string }
          | { __typename: 'AssignmentRule', id: string }
          | { __typename: 'AssignmentSeat', id: string }
          | { __typename: 'Attachment', name: string, id: string }
          | { __typename: 'Batch', id: string }
          | { __typename: 'BatchItem', id: string }
          | { __typename: 'Company', id: string }
          | { __typename: 'Consent', id: string }
          | { __typename: 'Contact', name: string, title: string | null, email: string | null, phone: string | null, id: string, account: { __typename: 'Account', id: string, name: string } | null }
          | { __typename: 'CustomRole', id: string }
          | { __typename: 'Deal', name: string, id: string, amount: { __typename: 'Money', amount: string, currency: string } | null, account: { __typename: 'Account', id: string, name: string } | null, stage: { __typename: 'Stage', id: string, name: string, kind: StageKind } }
          | { __typename: 'DealEvent', id: string }
          | { __typename: 'DealProduct', id: string }
          | { __typename: 'DefaultView', id: string }
          | { __typename: 'ExchangeRate', id: string }
          | { __typename: 'Export', id: string }
          | { __typename: 'Favorite', id: string }
          | { __typename: 'Handover', id: string }
          | { __typename: 'Holiday', id: string }
          | { __typename: 'Import', id: string }
          | { __typename: 'ImportColumn', id: string }
          | { __typename: 'ImportFile', id: string }
          | { __typename: 'ImportNote', id: string }
          | { __typename: 'ImportRefusal', id: string }
          | { __typename: 'Invitation', id: string }
          | { __typename: 'Lead', name: string, company: string | null, email: string | null, phone: string | null, id: string }
          | { __typename: 'LeadAnswer', id: string }
          | { __typename: 'LeadConversion', id: string }
          | { __typename: 'LeadEvent', id: string }
          | { __typename: 'LeadMerit', id: string }
          | { __typename: 'LossReason', id: string }
          | { __typename: 'Mailbox', id: string }
          | { __typename: 'Member', name: string, id: string, address: string }
          | { __typename: 'Notification', id: string }
          | { __typename: 'NotificationChoice', id: string }
          | { __typename: 'NotificationHours', id: string }
          | { __typename: 'Opening', id: string }
          | { __typename: 'PageView', id: string }
          | { __typename: 'Pipeline', id: string }
          | { __typename: 'Product', name: string, code: string | null, family: string | null, id: string }
          | { __typename: 'PushDevice', id: string }
          | { __typename: 'Qualification', id: string }
          | { __typename: 'ResponseEvent', id: string }
          | { __typename: 'SavedView', id: string }
          | { __typename: 'Share', id: string }
          | { __typename: 'Source', id: string }
          | { __typename: 'SourceQuestion', id: string }
          | { __typename: 'Stage', id: string }
          | { __typename: 'Submission', id: string }
          | { __typename: 'Team', id: string }
          | { __typename: 'TimelineEntry', id: string }
          | { __typename: 'Visit', id: string }
          | { __typename: 'Weighing', id: string }
         | null }> }> } | null };

export type TroubleFragment = { __typename: 'Problem', code: string, message: string, field: string | null };

export type CashFragment = { __typename: 'Money', amount: string, currency: string };

export type TotalFragment = { __typename: 'ConvertedSum', total: { __typename: 'Money', amount: string, currency: string }, parts: Array<{ __typename: 'SumPart', count: number, unrated: number, sum: { __typename: 'Money', amount: string, currency: string } }> };

export type SourceRowFragment = { __typename: 'Source', id: string, name: string, kind: SourceKind, active: boolean, key: string, hasSecret: boolean, hasSigningSecret: boolean, hasAccessToken: boolean, captcha: Captcha | null, captchaSiteKey: string | null, hasCaptchaSecret: boolean, consentText: string | null, escalateAfter: number | null, version: number, updatedAt: string, owner: { __typename: 'Member', id: string, name: string } | null, questions: Array<{ __typename: 'SourceQuestion', id: string, position: number, label: string, field: LeadField | null, kind: QuestionKind, required: boolean, options: string | null }> };

export type SourcesQueryVariables = Exact<{ [key: string]: never; }>;


export type SourcesQuery = { __typename: 'Query', sources: Array<{ __typename: 'Source', id: string, name: string, kind: SourceKind, active: boolean, key: string, hasSecret: boolean, hasSigningSecret: boolean, hasAccessToken: boolean, captcha: Captcha | null, captchaSiteKey: string | null, hasCaptchaSecret: boolean, consentText: string | null, escalateAfter: number | null, version: number, updatedAt: string, leads: { __typename: 'LeadConnection', totalCount: number }, parked: { __typename: 'SubmissionConnection', totalCount: number }, owner: { __typename: 'Member', id: string, name: string } | null, questions: Array<{ __typename: 'SourceQuestion', id: string, position: number, label: string, field: LeadField | null, kind: QuestionKind, required: boolean, options: string | null }> }> };

export type SourceQueryVariables = Exact<{
  id: string;
}>;


export type SourceQuery = { __typename: 'Query', source: { __typename: 'Source', id: string, name: string, kind: SourceKind, active: boolean, key: string, hasSecret: boolean, hasSigningSecret: boolean, hasAccessToken: boolean, captcha: Captcha | null, captchaSiteKey: string | null, hasCaptchaSecret: boolean, consentText: string | null, escalateAfter: number | null, version: number, updatedAt: string, leads: { __typename: 'LeadConnection', totalCount: number }, mailbox: { __typename: 'Mailbox', id: string, host: string, port: number, username: string, folder: string, checkedAt: string | null, problemCode: string | null, problem: string | null } | null, owner: { __typename: 'Member', id: string, name: string } | null, questions: Array<{ __typename: 'SourceQuestion', id: string, position: number, label: string, field: LeadField | null, kind: QuestionKind, required: boolean, options: string | null }> } | null };

export type MailboxStateFragment = { __typename: 'Mailbox', id: string, host: string, port: number, username: string, folder: string, checkedAt: string | null, problemCode: string | null, problem: string | null };

export type ParkedSubmissionsQueryVariables = Exact<{
  filter?: SubmissionFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ParkedSubmissionsQuery = { __typename: 'Query', submissions: { __typename: 'SubmissionConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Submission', id: string, receivedAt: string, status: SubmissionStatus, body: string, attempts: number, problem: string | null, problemField: string | null, version: number, source: { __typename: 'Source', id: string, name: string }, lead: { __typename: 'Lead', id: string, name: string } | null }> } };

export type CreateSourceMutationVariables = Exact<{
  input: CreateSourceInput;
}>;


export type CreateSourceMutation = { __typename: 'Mutation', createSource: { __typename: 'CreateSourcePayload', source: { __typename: 'Source', id: string, name: string, kind: SourceKind, active: boolean, key: string, hasSecret: boolean, hasSigningSecret: boolean, hasAccessToken: boolean, captcha: Captcha | null, captchaSiteKey: string | null, hasCaptchaSecret: boolean, consentText: string | null, escalateAfter: number | null, version: number, updatedAt: string, owner: { __typename: 'Member', id: string, name: string } | null, questions: Array<{ __typename: 'SourceQuestion', id: string, position: number, label: string, field: LeadField | null, kind: QuestionKind, required: boolean, options: string | null }> } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type UpdateSourceMutationVariables = Exact<{
  input: UpdateSourceInput;
}>;


export type UpdateSourceMutation = { __typename: 'Mutation', updateSource: { __typename: 'UpdateSourcePayload', source: { __typename: 'Source', id: string, name: string, kind: SourceKind, active: boolean, key: string, hasSecret: boolean, hasSigningSecret: boolean, hasAccessToken: boolean, captcha: Captcha | null, captchaSiteKey: string | null, hasCaptchaSecret: boolean, consentText: string | null, escalateAfter: number | null, version: number, updatedAt: string, owner: { __typename: 'Member', id: string, name: string } | null, questions: Array<{ __typename: 'SourceQuestion', id: string, position: number, label: string, field: LeadField | null, kind: QuestionKind, required: boolean, options: string | null }> } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type SetSourceSecretMutationVariables = Exact<{
  input: SetSourceSecretInput;
}>;


export type SetSourceSecretMutation = { __typename: 'Mutation', setSourceSecret: { __typename: 'SetSourceSecretPayload', source: { __typename: 'Source', id: string, name: string, kind: SourceKind, active: boolean, key: string, hasSecret: boolean, hasSigningSecret: boolean, hasAccessToken: boolean, captcha: Captcha | null, captchaSiteKey: string | null, hasCaptchaSecret: boolean, consentText: string | null, escalateAfter: number | null, version: number, updatedAt: string, owner: { __typename: 'Member', id: string, name: string } | null, questions: Array<{ __typename: 'SourceQuestion', id: string, position: number, label: string, field: LeadField | null, kind: QuestionKind, required: boolean, options: string | null }> } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type SetSourceCredentialsMutationVariables = Exact<{
  input: SetSourceCredentialsInput;
}>;


export type SetSourceCredentialsMutation = { __typename: 'Mutation', setSourceCredentials: { __typename: 'SetSourceCredentialsPayload', source: { __typename: 'Source', id: string, name: string, kind: SourceKind, active: boolean, key: string, hasSecret: boolean, hasSigningSecret: boolean, hasAccessToken: boolean, captcha: Captcha | null, captchaSiteKey: string | null, hasCaptchaSecret: boolean, consentText: string | null, escalateAfter: number | null, version: number, updatedAt: string, owner: { __typename: 'Member', id: string, name: string } | null, questions: Array<{ __typename: 'SourceQuestion', id: string, position: number, label: string, field: LeadField | null, kind: QuestionKind, required: boolean, options: string | null }> } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type SetMailboxMutationVariables = Exact<{
  input: SetMailboxInput;
}>;


export type SetMailboxMutation = { __typename: 'Mutation', setMailbox: { __typename: 'SetMailboxPayload', source: { __typename: 'Source', id: string, name: string, kind: SourceKind, active: boolean, key: string, hasSecret: boolean, hasSigningSecret: boolean, hasAccessToken: boolean, captcha: Captcha | null, captchaSiteKey: string | null, hasCaptchaSecret: boolean, consentText: string | null, escalateAfter: number | null, version: number, updatedAt: string, mailbox: { __typename: 'Mailbox', id: string, host: string, port: number, username: string, folder: string, checkedAt: string | null, problemCode: string | null, problem: string | null } | null, owner: { __typename: 'Member', id: string, name: string } | null, questions: Array<{ __typename: 'SourceQuestion', id: string, position: number, label: string, field: LeadField | null, kind: QuestionKind, required: boolean, options: string | null }> } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type CheckMailboxMutationVariables = Exact<{
  input: CheckMailboxInput;
}>;


export type CheckMailboxMutation = { __typename: 'Mutation', checkMailbox: { __typename: 'CheckMailboxPayload', source: { __typename: 'Source', id: string, mailbox: { __typename: 'Mailbox', id: string, host: string, port: number, username: string, folder: string, checkedAt: string | null, problemCode: string | null, problem: string | null } | null } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type DeleteSourceMutationVariables = Exact<{
  input: SourceInput;
}>;


export type DeleteSourceMutation = { __typename: 'Mutation', deleteSource: { __typename: 'DeleteSourcePayload', source: { __typename: 'Source', id: string } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type RestoreSourceMutationVariables = Exact<{
  input: SourceInput;
}>;


export type RestoreSourceMutation = { __typename: 'Mutation', restoreSource: { __typename: 'RestoreSourcePayload', source: { __typename: 'Source', id: string, name: string, kind: SourceKind, active: boolean, key: string, hasSecret: boolean, hasSigningSecret: boolean, hasAccessToken: boolean, captcha: Captcha | null, captchaSiteKey: string | null, hasCaptchaSecret: boolean, consentText: string | null, escalateAfter: number | null, version: number, updatedAt: string, owner: { __typename: 'Member', id: string, name: string } | null, questions: Array<{ __typename: 'SourceQuestion', id: string, position: number, label: string, field: LeadField | null, kind: QuestionKind, required: boolean, options: string | null }> } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type RetrySubmissionMutationVariables = Exact<{
  input: SubmissionInput;
}>;


export type RetrySubmissionMutation = { __typename: 'Mutation', retrySubmission: { __typename: 'RetrySubmissionPayload', submission: { __typename: 'Submission', id: string, status: SubmissionStatus, version: number } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type DiscardSubmissionMutationVariables = Exact<{
  input: SubmissionInput;
}>;


export type DiscardSubmissionMutation = { __typename: 'Mutation', discardSubmission: { __typename: 'DiscardSubmissionPayload', submission: { __typename: 'Submission', id: string, status: SubmissionStatus, version: number } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type RestoreSubmissionMutationVariables = Exact<{
  input: SubmissionInput;
}>;


export type RestoreSubmissionMutation = { __typename: 'Mutation', restoreSubmission: { __typename: 'RestoreSubmissionPayload', submission: { __typename: 'Submission', id: string, status: SubmissionStatus, version: number } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type RetryParkedMutationVariables = Exact<{
  input: RetryParkedInput;
}>;


export type RetryParkedMutation = { __typename: 'Mutation', retryParked: { __typename: 'RetryParkedPayload', source: { __typename: 'Source', id: string, version: number } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type OneViewFragment = { __typename: 'OfferedView', filter: unknown, search: string | null, orderBy: Array<unknown> | null, columns: Array<string> | null, isDefault: boolean, mayChange: boolean, lost: Array<string>, view: { __typename: 'SavedView', id: string, name: string, audience: Audience, version: number, team: { __typename: 'Team', id: string, name: string } | null, owner: { __typename: 'Member', id: string, name: string } | null } };

export type ViewsOfQueryVariables = Exact<{
  object: string;
}>;


export type ViewsOfQuery = { __typename: 'Query', viewsOf: Array<{ __typename: 'OfferedView', filter: unknown, search: string | null, orderBy: Array<unknown> | null, columns: Array<string> | null, isDefault: boolean, mayChange: boolean, lost: Array<string>, view: { __typename: 'SavedView', id: string, name: string, audience: Audience, version: number, team: { __typename: 'Team', id: string, name: string } | null, owner: { __typename: 'Member', id: string, name: string } | null } }> | null };

export type CreateSavedViewMutationVariables = Exact<{
  input: CreateSavedViewInput;
}>;


export type CreateSavedViewMutation = { __typename: 'Mutation', createSavedView: { __typename: 'CreateSavedViewPayload', savedView: { __typename: 'SavedView', id: string } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type UpdateSavedViewMutationVariables = Exact<{
  input: UpdateSavedViewInput;
}>;


export type UpdateSavedViewMutation = { __typename: 'Mutation', updateSavedView: { __typename: 'UpdateSavedViewPayload', savedView: { __typename: 'SavedView', id: string, name: string, audience: Audience, version: number } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type DeleteSavedViewMutationVariables = Exact<{
  input: SavedViewInput;
}>;


export type DeleteSavedViewMutation = { __typename: 'Mutation', deleteSavedView: { __typename: 'DeleteSavedViewPayload', savedView: { __typename: 'SavedView', id: string } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type RestoreSavedViewMutationVariables = Exact<{
  input: SavedViewInput;
}>;


export type RestoreSavedViewMutation = { __typename: 'Mutation', restoreSavedView: { __typename: 'RestoreSavedViewPayload', savedView: { __typename: 'SavedView', id: string } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type ChooseDefaultViewMutationVariables = Exact<{
  input: ChooseDefaultViewInput;
}>;


export type ChooseDefaultViewMutation = { __typename: 'Mutation', chooseDefaultView: { __typename: 'ChooseDefaultViewPayload', defaultView: { __typename: 'DefaultView', id: string } | null, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> } };

export type VisitLineFragment = { __typename: 'Visit', id: string, ordinal: number, path: string, title: string | null, pageCount: number, seconds: number, intents: Array<VisitIntent>, startedAt: string, isHere: boolean };

export type LeadVisitsQueryVariables = Exact<{
  id: string;
  first: number;
}>;


export type LeadVisitsQuery = { __typename: 'Query', lead: { __typename: 'Lead', id: string, presence: { __typename: 'Visit', lastSeenAt: string, id: string, ordinal: number, path: string, title: string | null, pageCount: number, seconds: number, intents: Array<VisitIntent>, startedAt: string, isHere: boolean } | null, visits: { __typename: 'VisitConnection', totalCount: number, nodes: Array<{ __typename: 'Visit', id: string, ordinal: number, path: string, title: string | null, pageCount: number, seconds: number, intents: Array<VisitIntent>, startedAt: string, isHere: boolean }> } } | null };

export type VisitPagesQueryVariables = Exact<{
  id: string;
}>;


export type VisitPagesQuery = { __typename: 'Query', node:
    | { __typename: 'Account' }
    | { __typename: 'Activity' }
    | { __typename: 'ActivityAttendee' }
    | { __typename: 'ActivityLink' }
    | { __typename: 'ActivityMention' }
    | { __typename: 'ActivitySeries' }
    | { __typename: 'AssignmentDecision' }
    | { __typename: 'AssignmentRule' }
    | { __typename: 'AssignmentSeat' }
    | { __typename: 'Attachment' }
    | { __typename: 'Batch' }
    | { __typename: 'BatchItem' }
    | { __typename: 'Company' }
    | { __typename: 'Consent' }
    | { __typename: 'Contact' }
    | { __typename: 'CustomRole' }
    | { __typename: 'Deal' }
    | { __typename: 'DealEvent' }
    | { __typename: 'DealProduct' }
    | { __typename: 'DefaultView' }
    | { __typename: 'ExchangeRate' }
    | { __typename: 'Export' }
    | { __typename: 'Favorite' }
    | { __typename: 'Handover' }
    | { __typename: 'Holiday' }
    | { __typename: 'Import' }
    | { __typename: 'ImportColumn' }
    | { __typename: 'ImportFile' }
    | { __typename: 'ImportNote' }
    | { __typename: 'ImportRefusal' }
    | { __typename: 'Invitation' }
    | { __typename: 'Lead' }
    | { __typename: 'LeadAnswer' }
    | { __typename: 'LeadConversion' }
    | { __typename: 'LeadEvent' }
    | { __typename: 'LeadMerit' }
    | { __typename: 'LossReason' }
    | { __typename: 'Mailbox' }
    | { __typename: 'Member' }
    | { __typename: 'Notification' }
    | { __typename: 'NotificationChoice' }
    | { __typename: 'NotificationHours' }
    | { __typename: 'Opening' }
    | { __typename: 'PageView' }
    | { __typename: 'Pipeline' }
    | { __typename: 'Product' }
    | { __typename: 'PushDevice' }
    | { __typename: 'Qualification' }
    | { __typename: 'ResponseEvent' }
    | { __typename: 'SavedView' }
    | { __typename: 'Share' }
    | { __typename: 'Source' }
    | { __typename: 'SourceQuestion' }
    | { __typename: 'Stage' }
    | { __typename: 'Submission' }
    | { __typename: 'Team' }
    | { __typename: 'TimelineEntry' }
    | { __typename: 'Visit', id: string, pageViews: { __typename: 'PageViewConnection', totalCount: number, nodes: Array<{ __typename: 'PageView', id: string, path: string, title: string | null, viewedAt: string, seconds: number }> } }
    | { __typename: 'Weighing' }
   | null };

export type VisitSourcesQueryVariables = Exact<{ [key: string]: never; }>;


export type VisitSourcesQuery = { __typename: 'Query', sources: Array<{ __typename: 'Source', id: string, kind: SourceKind, active: boolean, key: string }> };
