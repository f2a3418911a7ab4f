import type {UnreadNotificationsQuery, UnreadNotificationsQueryVariables} from '../types';
import {trusted} from '../trusted';
export const UnreadNotificationsDocument = /* @__PURE__ */ trusted<UnreadNotificationsQuery, UnreadNotificationsQueryVariables>('d408a39c12ca98a8420aec79af9534d8eca23a64b0d53a45868cbaad78465761', "query UnreadNotifications { __typename unreadNotifications }");
