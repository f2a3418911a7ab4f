import type {NotificationSettingsQuery, NotificationSettingsQueryVariables} from '../types';
import {trusted} from '../trusted';
export const NotificationSettingsDocument = /* @__PURE__ */ trusted<NotificationSettingsQuery, NotificationSettingsQueryVariables>('1c202951088874ffab13c67b3a9cc4bef899587205a3d3bbce5e3723eb492289', "query NotificationSettings { __typename notificationSettings { __typename hours { __typename digestAt id quietFrom quietUntil } kinds { __typename kind mailing shown title } } }");
