import {describe, expect, it} from 'vitest'
import {asking, blank, draftOf, inputOf, moved} from './draft'

describe('the questions of a form', () => {
  it('are sent as they are written, with the answers of a choice one by one', () => {
    const one = {...blank(), label: ' Budget ', kind: 'CHOICE' as const, options: 'small\n\n large '}
    expect(inputOf([one])).toEqual([
      {label: 'Budget', field: null, kind: 'CHOICE', required: false, options: ['small', 'large']},
    ])
    expect(inputOf([{...one, kind: 'LINE'}])[0]).toMatchObject({options: null})
  })

  it('are moved by one place, and not over the edge', () => {
    const drafts = ['a', 'b', 'c'].map((label) => ({...blank(), label}))
    const names = (some: typeof drafts) => some.map(({label}) => label).join('')
    expect(names(moved(drafts, 0, 1))).toBe('bac')
    expect(names(moved(drafts, 2, -1))).toBe('acb')
    expect(names(moved(drafts, 0, -1))).toBe('abc')
  })

  it('ask for an address as one asks for an address', () => {
    expect(asking(blank(), 'EMAIL').kind).toBe('EMAIL')
    expect(asking({...blank(), kind: 'EMAIL'}, 'NAME').kind).toBe('LINE')
  })

  it('come back as they were kept', () => {
    const kept = {id: 'q', position: 0, label: 'E-mail', field: 'EMAIL', kind: 'EMAIL', required: true} as const
    expect(inputOf(draftOf({questions: [{__typename: 'SourceQuestion', ...kept, options: null}]}))).toEqual([
      {label: 'E-mail', field: 'EMAIL', kind: 'EMAIL', required: true, options: null},
    ])
  })
})
