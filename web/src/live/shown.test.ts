import {cacheExchange} from '@urql/exchange-graphcache'
import {parse} from 'graphql'
import {Client, fetchExchange, type OperationResult, type TypedDocumentNode} from 'urql'
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest'
import {pipe, subscribe} from 'wonka'
import {isOutdated} from './missed'
import {close, read, readMissed, shown, watchShown} from './shown'

const LONGEST = 8_000
const document = parse('query { deal(id: "d1") { id name } }') as TypedDocumentNode<{deal: {name: string}}>
const deal = (name: string) => answer(200, {data: {deal: {__typename: 'Deal', id: 'd1', name}}})
const refused = answer(200, {errors: [{message: 'No.', extensions: {code: 'FORBIDDEN'}}]})

function answer(status: number, body: unknown) {
  return () => new Response(JSON.stringify(body), {status, headers: {'content-type': 'application/json'}})
}

/** A deal on the screen of a page whose server gives these answers, one after the other. */
async function show(...answers: (() => Response)[]) {
  const client = new Client({
    url: 'http://localhost/graphql',
    preferGetMethod: false,
    fetch: () => new Promise((resolve) => resolve((answers.shift() ?? deal('unasked'))())),
    exchanges: [watchShown, cacheExchange({}), fetchExchange],
  })
  const seen: OperationResult<{deal: {name: string}}>[] = []
  const subscription = pipe(
    client.query(document, {}),
    subscribe((result) => {
      seen.push(result)
    }),
  )
  await vi.advanceTimersByTimeAsync(0)
  const [one] = [...shown.values()]
  if (!one) throw new Error('nothing is shown')
  const again = async () => {
    read(client, one)
    await vi.advanceTimersByTimeAsync(0)
  }
  return {
    again,
    tryNow: async () => {
      readMissed(client)
      await vi.advanceTimersByTimeAsync(0)
    },
    leave: () => subscription.unsubscribe(),
    answers,
    last: () => seen.at(-1),
    names: () => seen.map(({data}) => data?.deal.name),
  }
}

describe('what is on the screen', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
    shown.clear()
  })

  it.each([
    ['the server has fallen over', answer(503, {})],
    ['too much was asked', answer(429, {errors: [{message: 'Later.', extensions: {code: 'BUDGET_SPENT'}}]})],
    ['the server has a fault', answer(200, {errors: [{message: 'Oh.', extensions: {code: 'INTERNAL'}}]})],
    [
      'the line is gone',
      () => {
        throw new TypeError('Failed to fetch')
      },
    ],
  ])('stays while %s, and is read again by itself', async (_, failing) => {
    const page = await show(deal('Press'), failing, failing, deal('Large press'))
    await page.again()
    expect(page.last()?.error).toBeDefined()
    expect(page.names()).not.toContain(undefined)
    await vi.advanceTimersByTimeAsync(2 * LONGEST)
    expect(page.last()?.error).toBeUndefined()
    expect(page.names()).not.toContain(undefined)
    expect(page.names().at(-1)).toBe('Large press')
    page.leave()
  })

  it('is said to be old until it is read, at once where one wishes', async () => {
    const page = await show(deal('Press'), answer(503, {}), answer(503, {}), deal('Large press'))
    expect(isOutdated()).toBe(false)
    await page.again()
    expect(isOutdated()).toBe(true)
    await page.tryNow()
    expect(isOutdated()).toBe(true)
    await page.tryNow()
    expect(isOutdated()).toBe(false)
    expect(page.names().at(-1)).toBe('Large press')
    page.leave()
  })

  it('is not said to be old once it is left', async () => {
    const page = await show(deal('Press'), answer(503, {}))
    await page.again()
    page.leave()
    expect(isOutdated()).toBe(false)
  })

  it('goes when it may no longer be read', async () => {
    const page = await show(deal('Press'), refused, deal('unasked'))
    await page.again()
    await vi.advanceTimersByTimeAsync(2 * LONGEST)
    expect(page.last()?.data).toBeUndefined()
    expect(page.answers).toHaveLength(1)
    page.leave()
  })

  it('goes when rights are others and it could not be read with these', async () => {
    const page = await show(deal('Press'), answer(503, {}))
    close()
    await page.again()
    expect(page.last()?.data).toBeUndefined()
    page.leave()
  })

  it('is asked for no more once it is left', async () => {
    const page = await show(deal('Press'), answer(503, {}), deal('unasked'))
    await page.again()
    page.leave()
    await vi.advanceTimersByTimeAsync(2 * LONGEST)
    expect(page.answers).toHaveLength(1)
  })
})
