import type {UpdateResolver} from '@urql/exchange-graphcache'
import {forgetLists} from '../ui/cached_lists'

const forget =
  (...lists: string[]): UpdateResolver =>
  (_result, _args, cache, info) => {
    if (!info.optimistic) for (const list of lists) forgetLists(cache, list)
  }

/** Lists of sources and of what is parked are read again after a change of them. */
export const sourceRules: {updates: Record<string, UpdateResolver>} = {
  updates: {
    createSource: forget('sources'),
    deleteSource: forget('sources'),
    restoreSource: forget('sources'),
    retrySubmission: forget('submissions', 'sources'),
    discardSubmission: forget('submissions', 'sources'),
    restoreSubmission: forget('submissions', 'sources'),
    retryParked: forget('submissions', 'sources'),
    createAssignmentRule: forget('assignmentRules'),
    moveAssignmentRule: forget('assignmentRules'),
    deleteAssignmentRule: forget('assignmentRules'),
    restoreAssignmentRule: forget('assignmentRules'),
  },
}
