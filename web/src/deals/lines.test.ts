import {describe, expect, it} from 'vitest'
import {costOf, inputsOf, lineFor, linesOf, wrongIn} from './lines'

const lamp = {id: 'p1', name: 'Lamp', price: {amount: '12.50', currency: 'EUR'}}
const talk = {id: 'p2', name: 'Talk', price: null}

describe('a line', () => {
  it('is one at the list price, or at nothing in the currency of the company', () => {
    expect(inputsOf([lineFor(lamp, 'ILS'), lineFor(talk, 'ILS')])).toEqual([
      {productId: 'p1', quantity: '1', unitPrice: {amount: '12.50', currency: 'EUR'}},
      {productId: 'p2', quantity: '1', unitPrice: {amount: '0', currency: 'ILS'}},
    ])
  })

  it('is written as it stands', () => {
    const unitPrice = {__typename: 'Money' as const, amount: '4821.00', currency: 'EUR'}
    const node = {__typename: 'DealProduct' as const, id: 'l1', position: 0, quantity: '2.00', unitPrice}
    const product = {__typename: 'Product' as const, id: 'p1', name: 'Lamp', code: null}
    const lines = linesOf(
      {
        __typename: 'Deal',
        products: {
          __typename: 'DealProductConnection',
          pageInfo: {__typename: 'PageInfo', hasNextPage: false},
          nodes: [{...node, product}],
        },
      },
      'ILS',
    )
    expect(lines[0]).toMatchObject({key: 'l1', quantity: '2', price: '4821', currency: 'EUR'})
  })

  it('says which of its numbers is none', () => {
    const line = lineFor(lamp, 'ILS')
    expect(['1', '0,25', ' 12.5 ', '999999999999.99'].map((quantity) => wrongIn({...line, quantity}))).toEqual(
      Array(4).fill(null),
    )
    for (const quantity of ['', '0', '0.00', '-1', '1.005', 'x', '1e3', '1000000000000'])
      expect(wrongIn({...line, quantity})).toBe('quantity')
    expect(['0', '12', '12,5'].map((price) => wrongIn({...line, price}))).toEqual(Array(3).fill(null))
    for (const price of ['', '-1', '1.234', 'free']) expect(wrongIn({...line, price})).toBe('price')
  })

  it('costs so many times its price, with a comma as with a point', () => {
    const line = lineFor(lamp, 'ILS')
    expect(costOf({...line, quantity: '1,5'})).toEqual({amount: '18.75', currency: 'EUR'})
    expect(costOf({...line, quantity: 'x'})).toBeNull()
  })
})
