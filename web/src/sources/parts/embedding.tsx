import {Trans, useLingui} from '@lingui/react/macro'
import {IconExternalLink} from '@tabler/icons-react'
import {useState} from 'react'
import type {SourceRowFragment} from '../../gql/graphql'
import {languages} from '../../ui/preferences'
import {Copyable} from '../../ui/secret'
import {Section} from '../../ui/section'
import {Select} from '../../ui/select'
import {visitScript} from '../visit_script'

/** Where the form stands: on a page of its own, in a frame of another, or by a small script. */
export function Embedding({source: {key, name}}: {source: SourceRowFragment}) {
  const {t} = useLingui()
  const [language, setLanguage] = useState('')
  const asked = language ? `?lang=${language}` : ''
  const base = `${location.origin}/forms/${key}`
  const page = `${base}/page${asked}`
  const title = name.replaceAll('"', '&quot;')
  const script = `<script async src="${base}/embed.js${asked}" data-title="${title}"></script>`
  const frame = `<iframe src="${page}" title="${title}" style="width:100%;height:560px;border:0"></iframe>`
  return (
    <Section
      title={t`Where it stands`}
      lead={t`Send people to its page, or put it into your site. What led them there comes along by itself.`}
      aside={
        <a className="source-count" href={page} target="_blank" rel="noreferrer">
          <IconExternalLink size={14} className="mirror" />
          <Trans>Open the form</Trans>
        </a>
      }
    >
      <div className="inside source-places">
        <Select label={t`Language of the form`} value={language} onValue={setLanguage}>
          <option value="">{t`The company’s`}</option>
          {Object.entries(languages).map(([code, called]) => (
            <option key={code} value={code} lang={code}>
              {called}
            </option>
          ))}
        </Select>
        <Place label={t`Its page`} text={page} />
        <Place label={t`In your site, by a script: it is as high as it needs to be`} text={script} />
        <Place label={t`In your site, by a frame`} text={frame} />
        <Place label={t`On each page of your site, to see on a lead’s page what he looks at`} text={visitScript(key)} />
        <p className="quiet">
          <Trans>
            It tells nothing until somebody has agreed: call <code>kesher.consent(true)</code> when he does, or add{' '}
            <code>data-consent="given"</code> where your page asks before it loads the line.
          </Trans>
        </p>
      </div>
    </Section>
  )
}

function Place({label, text}: {label: string; text: string}) {
  return (
    <div className="field">
      <span className="label">{label}</span>
      <Copyable text={text} label={label} />
    </div>
  )
}
