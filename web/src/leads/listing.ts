import {formatsOf, nextDay, startOf} from '../ui/formats'
import {type Vocabulary, whose} from '../views'

const open = ['NEW', 'WORKING', 'QUALIFIED']
const one = (eq: string) => ({eq})
const dayOf = (iso: string) => formatsOf('en').dayOf(iso)

/** How the address speaks of the list of leads. */
export const leadList: Vocabulary = {
  object: 'Lead',
  peek: 'lead',
  places: {
    ...whose,
    nobody: {field: 'owner', choices: {1: {id: {isNull: true}}}},
    status: {
      field: 'status',
      choices: {
        OPEN: {in: open},
        NEW: one('NEW'),
        WORKING: one('WORKING'),
        QUALIFIED: one('QUALIFIED'),
        CONVERTED: one('CONVERTED'),
        UNFIT: one('UNFIT'),
      },
    },
    answer: {
      field: 'responseEvents',
      choices: {
        WAITING: {none: {kind: {in: ['ATTEMPTED', 'CONTACTED']}}},
        ESCALATED: {some: {kind: one('ESCALATED')}},
        REACHED: {some: {kind: one('CONTACTED')}},
      },
    },
    source: {at: ['source.id.eq']},
    channel: {at: ['channel.eq']},
    score: {field: 'score', choices: {HIGH: {gte: 60}, LOW: {lt: 30}}},
    ripe: {field: 'ripeAt', choices: {YES: {isNull: false}, NO: {isNull: true}}},
    since: {at: ['receivedAt.gte'], write: startOf, read: dayOf},
    until: {
      at: ['receivedAt.lt'],
      write: (day) => startOf(nextDay(day)),
      read: (moment) => dayOf(new Date(Date.parse(moment) - 1).toISOString()),
    },
  },
  sortable: ['name', 'company', 'status', 'score', 'ripeAt', 'receivedAt', 'createdAt', 'updatedAt'],
  plain: '-receivedAt',
}
