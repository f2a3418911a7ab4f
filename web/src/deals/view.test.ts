import {expect, test} from 'vitest'
import {filterOf, listOrderOf, readView, sortOf} from './view'

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
