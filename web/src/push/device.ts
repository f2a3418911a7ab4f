import type {Client} from 'urql'
import {PushDevicesDocument, SubscribePushDeviceDocument} from '../gql/graphql'
import {type Problem, problemsOf} from '../ui/problems'

const STORE = 'kesher.push'

/** This browser as it is known to the server: whose device, and where it is told. */
interface Here {
  id: string
  member: string
  endpoint: string
}

export type Standing = 'unsupported' | 'install' | 'denied' | 'ready'

/** Whether this browser can be told; one of Apple's small devices only as an app of the home screen. */
export function standingHere(): Standing {
  const can = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window
  if (!can) return /iPhone|iPad/.test(navigator.userAgent) ? 'install' : 'unsupported'
  return Notification.permission === 'denied' ? 'denied' : 'ready'
}

export function deviceHere(member: string): string | null {
  const here = read()
  return here?.member === member ? here.id : null
}

/** Subscribes at the browser's push service and tells the server; raises what the browser says. */
export async function subscribeHere(
  client: Client,
  {key, member, name, unanswered}: {key: string; member: string; name: string; unanswered: string},
): Promise<Problem[]> {
  const {pushManager} = await navigator.serviceWorker.ready
  const before = await pushManager.getSubscription()
  if (before && keyOf(before) !== key) await before.unsubscribe()
  const {endpoint, keys} = (
    await pushManager.subscribe({userVisibleOnly: true, applicationServerKey: key})
  ).toJSON() as {endpoint: string; keys: {p256dh: string; auth: string}}
  const input = {name, endpoint, publicKey: keys.p256dh, secret: keys.auth}
  const answer = await client.mutation(SubscribePushDeviceDocument, {input}).toPromise()
  const problems = problemsOf(answer, unanswered)
  const id = answer.data?.subscribePushDevice.pushDevice?.id
  if (!problems.length && id) localStorage.setItem(STORE, JSON.stringify({id, member, endpoint} satisfies Here))
  return problems
}

export async function unsubscribeHere() {
  localStorage.removeItem(STORE)
  const kept = await navigator.serviceWorker.getRegistration()
  const subscription = await kept?.pushManager.getSubscription()
  await subscription?.unsubscribe()
}

/** Told on each visit, as it goes with this sign-in from now on, and may have been made anew, or be for a key of before;
 * one that was removed elsewhere, or is another member's, ends. */
export async function mendHere(client: Client, member: string, name: string) {
  const here = read()
  if (!here || standingHere() !== 'ready') return
  if (here.member !== member) return unsubscribeHere()
  const {data} = await client.query(PushDevicesDocument, {}, {requestPolicy: 'network-only'}).toPromise()
  if (!data?.pushKey) return
  const subscription = await (await navigator.serviceWorker.ready).pushManager.getSubscription()
  const same = subscription?.endpoint === here.endpoint && keyOf(subscription) === data.pushKey
  if (same && !data.pushDevices.nodes.some(({id}) => id === here.id)) await unsubscribeHere()
  else if (Notification.permission === 'granted')
    await subscribeHere(client, {key: data.pushKey, member, name, unanswered: ''})
}

function read(): Here | null {
  try {
    return JSON.parse(localStorage.getItem(STORE) ?? 'null') as Here | null
  } catch {
    return null
  }
}

function keyOf({options: {applicationServerKey: key}}: PushSubscription): string {
  const text = btoa(String.fromCharCode(...new Uint8Array(key ?? new ArrayBuffer(0))))
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}
