import {expect, test} from 'vitest'
import {browserOf, isHandheld} from './browser'

const chrome =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36'
const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1'

test('a browser is called what people call it', () => {
  expect(browserOf(chrome)).toBe('Chrome · Windows')
  expect(browserOf(`${chrome} Edg/140.0`)).toBe('Edge · Windows')
  expect(browserOf(iphone)).toBe('Safari · iPhone')
  expect(browserOf('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0')).toBe('Firefox · Linux')
  expect(browserOf(null)).toBe('')
})

test('a telephone is told from a desk', () => {
  expect(isHandheld(iphone)).toBe(true)
  expect(isHandheld(chrome)).toBe(false)
})
