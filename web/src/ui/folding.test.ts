import {describe, expect, it} from 'vitest'
import {fold, isOneSlip, resembles} from './folding'
import {otherLayouts} from './layouts'
import {marksOf} from './marks'

const marked = (text: string, asked: string) => marksOf(text, asked).map(([from, to]) => text.slice(from, to))

describe('what a text is compared by', () => {
  it('knows no points, marks, final letters or case', () => {
    expect(fold('רוֹנִית  כָּהֵן')).toBe('רונית כהנ')
    expect(fold('أحمد يحيى')).toBe('احمد يحيي')
    expect(fold('Zoë O’Müller')).toBe('zoe omuller')
  })
  it('forgives one slip', () => {
    expect(isOneSlip('cohen', 'choen')).toBe(true)
    expect(isOneSlip('cohen', 'cohn')).toBe(true)
    expect(isOneSlip('cohen', 'cohan')).toBe(true)
    expect(isOneSlip('cohen', 'levin')).toBe(false)
    expect(isOneSlip('cohen', 'hocen')).toBe(false)
  })
  it('finds an action by the beginnings of its words', () => {
    expect(resembles('go to deals', 'deals go')).toBe(true)
    expect(resembles('go to deals', 'gtd')).toBe(true)
    expect(resembles('go to deals', 'daels')).toBe(true)
    expect(resembles('go to deals', 'zebra')).toBe(false)
  })
})

describe('keys under another layout', () => {
  it('says what was meant', () => {
    expect(otherLayouts('akuo')).toContain('שלום')
    expect(otherLayouts('hpl]')).toContain('احمد')
    expect(otherLayouts('גקשךד')).toEqual(['deals'])
    expect(otherLayouts('12')).toEqual([])
  })
})

describe('what is marked', () => {
  it('is the part that was asked for, as it was written', () => {
    expect(marked('Dana Cohen', 'coh')).toEqual(['Coh'])
    expect(marked('רוֹנִית כָּהֵן', 'כהן')).toEqual(['כָּהֵן'])
    expect(marked('Dana Cohen', 'choen')).toEqual(['Cohen'])
    expect(marked('Alabama Banana', 'ban')).toEqual(['Ban'])
    expect(marked('+972521234567', '052-123 4567')).toEqual(['521234567'])
    expect(marked('Dana', '<b>')).toEqual([])
  })
})
