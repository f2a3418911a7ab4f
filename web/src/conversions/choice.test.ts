import {describe, expect, it} from 'vitest'
import {inputOf, type Preview, proposed} from './choice'

const preview: Preview = {
  __typename: 'LeadConversionPreview',
  accounts: [
    {
      __typename: 'AccountMatch',
      account: {__typename: 'Account', id: 'a1', name: 'Levi', industry: null, country: null},
      reasons: ['NAME'],
      proposed: false,
      fills: [],
    },
    {
      __typename: 'AccountMatch',
      account: {__typename: 'Account', id: 'a2', name: 'Levi Ltd', industry: null, country: null},
      reasons: [],
      proposed: true,
      fills: [],
    },
  ],
  contacts: [],
  deals: [],
  accountName: 'Levi',
  contactName: 'Dana Levi',
  dealName: 'Levi',
  activities: 0,
  files: 0,
  consents: 0,
}

describe('a conversion', () => {
  it('begins with what is proposed', () => {
    expect(proposed(preview, 'ILS')).toMatchObject({
      account: {id: 'a2'},
      contact: 'new',
      deal: 'new',
      dealName: 'Levi',
    })
  })

  it('says each of the three', () => {
    const choice = proposed(preview, 'ILS')
    expect(inputOf(choice)).toEqual({accountId: 'a2', newContact: true, dealName: 'Levi', dealAmount: null})
    expect(inputOf({...choice, account: 'none', contact: {id: 'c1'}, amount: '1200,50', currency: 'EUR'})).toEqual({
      withoutAccount: true,
      contactId: 'c1',
      dealName: 'Levi',
      dealAmount: {amount: '1200.50', currency: 'EUR'},
    })
    expect(inputOf({...choice, deal: {id: 'd1'}})).toMatchObject({dealId: 'd1'})
    expect(inputOf({...choice, deal: 'none'})).toMatchObject({withoutDeal: true})
  })
})
