import type {NotificationSettingsQuery, NotificationSettingsQueryVariables} from '../types';
import {trusted} from '../trusted';
export const NotificationSettingsDocument = /* @__PURE__ */ trusted<NotificationSettingsQuery, NotificationSettingsQueryVariables>('b61cc7c317c5384b69b8d0e140cd2cca02ea91f66398550518f3ddcc8ef400e7', "query NotificationSettings { __typename notificationSettings { __typename hours { __typename digestAt id quietFrom quietUntil } kinds { __typename kind mailing push shown title } } }");
