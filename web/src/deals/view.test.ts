import {expect, test} from 'vitest'
import {filterBy} from '../views'
import {dealListBy, filterOf, listOrderOf, readView, sortOf} from './view'

test('what makes no sense in an address is left out', () => {
  expect(
    readView({q: 'x', status: 'MAYBE', min: '-1', from: '2026-02-31', to: '2026-02-28', deal: 7, other: 1}),
  ).toEqual({
    q: 'x',
    to: '2026-02-28',
    deal: '7',
  })
})

test('no filter is no filter', () => {
  expect(filterOf({q: 'x', sort: 'name', deal: 'd'})).toBeNull()
})

test('owner and team meet in one filter; closing days look at both dates', () => {
  expect(filterOf({owner: 'o', team: 't', from: '2026-01-01', min: '5'})).toEqual({
    owner: {id: {eq: 'o'}, team: {id: {eq: 't'}}},
    amount: {gte: '5'},
    or: [{closedOn: {gte: '2026-01-01'}}, {status: {eq: 'OPEN'}, expectedCloseOn: {gte: '2026-01-01'}}],
  })
})

test('the latest change comes first unless the address says otherwise', () => {
  expect(listOrderOf({})).toEqual([{updatedAt: 'DESC'}])
  expect(listOrderOf({sort: 'amount'})).toEqual([{amount: 'ASC'}])
  expect(sortOf({sort: '-amount'})).toEqual({by: 'amount', down: true})
  expect(sortOf({sort: 'secret'})).toEqual({by: 'updatedAt', down: true})
})

test('what is stalled is said by the limits, and without one nothing is', () => {
  const limits = [{stage: {id: 's'}, enteredBefore: '2026-03-01T00:00:00Z'}]
  expect(filterBy(dealListBy(limits).places, {stalled: '1'})).toEqual({
    not: {not: {status: {eq: 'OPEN'}, or: [{stage: {id: {eq: 's'}}, stageEnteredAt: {lt: '2026-03-01T00:00:00Z'}}]}},
  })
  expect(filterOf({stalled: '1'})).toEqual({not: {not: {id: {in: []}}}})
  expect(readView({stalled: 1, openedFrom: '2026-03-01', openedTo: '2026-03-01T00:00:00Z'})).toEqual({
    stalled: '1',
    openedTo: '2026-03-01T00:00:00Z',
  })
})
