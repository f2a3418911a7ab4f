import {useLingui} from '@lingui/react/macro'
import {IconLanguage, IconLogout, IconMoon, IconSun} from '@tabler/icons-react'
import type {ReactNode} from 'react'
import {useMutation} from 'urql'
import {UpdateProfileDocument} from '../gql/graphql'
import {keepLanguage, type Language, languages, pageLanguage} from '../ui/preferences'
import {problemsOf} from '../ui/problems'
import {useSay} from '../ui/say'
import {useScheme} from './scheme'

/** A line of the palette. */
export interface Entry {
  id: string
  name: string
  more?: string
  icon?: ReactNode
  keys?: string
  run: () => void
}

/** What is done about the page itself, in the palette only. */
export function useAround(): Entry[] {
  const {t} = useLingui()
  const say = useSay()
  const {shown, choose} = useScheme()
  const [, save] = useMutation(UpdateProfileDocument)
  const speak = async (locale: Language) => {
    const answer = await save({input: {locale}})
    const [problem] = problemsOf(answer, t`The server does not answer. Nothing was changed.`)
    if (problem) {
      say(problem.message)
      return
    }
    keepLanguage(locale)
    location.reload()
  }
  const others = Object.entries(languages) as [Language, string][]
  return [
    ...others
      .filter(([code]) => code !== pageLanguage())
      .map(([code, name]) => ({
        id: `language-${code}`,
        name: t`Language: ${name}`,
        icon: <IconLanguage size={16} />,
        run: () => void speak(code),
      })),
    shown === 'dark'
      ? {id: 'light', name: t`Light colours`, icon: <IconSun size={16} />, run: () => choose('light')}
      : {id: 'dark', name: t`Dark colours`, icon: <IconMoon size={16} />, run: () => choose('dark')},
    {id: 'sign-out', name: t`Sign out`, icon: <IconLogout size={16} className="mirror" />, run: signOut},
  ]
}

function signOut() {
  const form = document.createElement('form')
  form.method = 'post'
  form.action = '/sign-out'
  document.body.append(form)
  form.submit()
}
