import './account_menu.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {Button} from '@mantine/core'
import {IconDeviceDesktop, IconKeyboard, IconLogout, IconMoon, IconSettings, IconSun} from '@tabler/icons-react'
import {Link} from '@tanstack/react-router'
import {useState} from 'react'
import {useMutation} from 'urql'
import {UpdateProfileDocument} from '../gql/graphql'
import {useMe} from '../members'
import {Avatar} from '../ui/avatar'
import {Dialog} from '../ui/dialog'
import {problemsOf} from '../ui/problems'
import {isLanguage, keepLanguage, type Language, languages, pageLanguage, type Scheme} from '../ui/preferences'
import {FarPlaces} from './far_places'
import {useScheme} from './scheme'

export default function AccountMenu({close, openHelp}: {close: () => void; openHelp: () => void}) {
  const {t} = useLingui()
  const {member, tenant} = useMe()
  const {scheme, choose} = useScheme()
  const [language, setLanguage] = useState(pageLanguage)
  const [refused, setRefused] = useState('')
  const [, save] = useMutation(UpdateProfileDocument)
  const speak = async (next: Language) => {
    setLanguage(next)
    const [problem] = problemsOf(
      await save({input: {locale: next}}),
      t`The server does not answer. Nothing was changed.`,
    )
    if (problem) {
      setLanguage(pageLanguage())
      setRefused(problem.message)
      return
    }
    keepLanguage(next)
    location.reload()
  }
  const schemes: {value: Scheme; label: string; icon: typeof IconSun}[] = [
    {value: 'light', label: t`Light`, icon: IconSun},
    {value: 'dark', label: t`Dark`, icon: IconMoon},
    {value: 'auto', label: t`Like the system`, icon: IconDeviceDesktop},
  ]
  return (
    <Dialog title={t`You and this page`} width={420} onClose={close}>
      <div className="account-menu">
        <div className="who">
          <Avatar name={member.name} size={36} plain />
          <div>
            <strong className="clip">
              <bdi>{member.name}</bdi>
            </strong>
            <div className="quiet clip">
              <span className="ltr">{member.email}</span> · <bdi>{tenant.name}</bdi>
            </div>
          </div>
        </div>
        <FarPlaces close={close} />
        <fieldset>
          <legend>
            <Trans>Language</Trans>
          </legend>
          <div className="options">
            {Object.entries(languages).map(([code, name]) => (
              <label key={code} lang={code}>
                <input
                  type="radio"
                  name="language"
                  checked={language === code}
                  onChange={() => {
                    if (isLanguage(code)) void speak(code)
                  }}
                />
                {name}
              </label>
            ))}
          </div>
          {refused ? (
            <p className="trouble" role="alert">
              {refused}
            </p>
          ) : null}
        </fieldset>
        <fieldset>
          <legend>
            <Trans>Colours</Trans>
          </legend>
          <div className="options">
            {schemes.map(({value, label, icon: Icon}) => (
              <label key={value}>
                <input type="radio" name="scheme" checked={scheme === value} onChange={() => choose(value)} />
                <Icon size={14} />
                {label}
              </label>
            ))}
          </div>
        </fieldset>
        <div className="last">
          <Button
            variant="subtle"
            color="gray"
            size="compact-md"
            leftSection={<IconSettings size={14} />}
            renderRoot={(props) => <Link to="/settings" onClick={close} {...props} />}
          >
            <Trans>Settings</Trans>
          </Button>
          <Button
            variant="subtle"
            color="gray"
            size="compact-md"
            leftSection={<IconKeyboard size={14} />}
            onClick={() => {
              close()
              openHelp()
            }}
          >
            <Trans>Keyboard</Trans>
          </Button>
          <form method="post" action="/sign-out">
            <Button
              type="submit"
              variant="subtle"
              color="gray"
              size="compact-md"
              leftSection={<IconLogout size={14} className="mirror" />}
            >
              <Trans>Sign out</Trans>
            </Button>
          </form>
        </div>
      </div>
    </Dialog>
  )
}
