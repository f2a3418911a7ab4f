import './console.css'
import {Trans, useLingui} from '@lingui/react/macro'
import {IconBuildingOff} from '@tabler/icons-react'
import {useParams} from '@tanstack/react-router'
import {useQuery} from 'urql'
import {Bone, Empty, Failed} from '../ui/empty'
import {Paper} from '../ui/paper'
import {Section} from '../ui/section'
import {ConsoleCompanyDocument} from './graphql'
import {useLooking} from './looking'
import {HealthTag, StatusTag} from './names'
import {Backups} from './parts/backups'
import {Book} from './parts/book'
import {Deeds} from './parts/deeds'
import {ErrandList} from './parts/errand_list'
import {Facts} from './parts/facts'

/** One company: how it stands, what can be done with it, and what was. */
export function OneCompany() {
  const {t} = useLingui()
  const {slug = ''} = useParams({strict: false})
  const [{data, error}, again] = useQuery({
    query: ConsoleCompanyDocument,
    variables: {slug},
    requestPolicy: 'cache-and-network',
  })
  const company = data?.company
  useLooking(company?.errands ?? [], again)
  if (data && !company)
    return (
      <Empty icon={<IconBuildingOff size={32} stroke={1.5} />} title={t`There is no such company`}>
        <Trans>It may have another address now, or be gone for good.</Trans>
      </Empty>
    )
  return (
    <Paper
      wide
      title={<bdi>{company?.name ?? slug}</bdi>}
      tags={
        company ? (
          <>
            <StatusTag status={company.status} />
            <HealthTag health={company.health} />
          </>
        ) : null
      }
      lead={<span className="ltr">{slug}</span>}
    >
      {error ? <Failed error={error} retry={() => again({requestPolicy: 'network-only'})} /> : null}
      {company ? (
        <>
          <Deeds company={company} done={() => again({requestPolicy: 'network-only'})} />
          <div className="console-halves">
            <div>
              <Facts company={company} />
              <Backups company={company} done={() => again({requestPolicy: 'network-only'})} />
            </div>
            <div>
              {company.errands.length ? (
                <Section title={<Trans>Actions</Trans>}>
                  <div className="inside">
                    <ErrandList errands={company.errands} />
                  </div>
                </Section>
              ) : null}
              <Book operations={company.operations} />
            </div>
          </div>
        </>
      ) : error ? null : (
        <Bone inline="60%" />
      )}
    </Paper>
  )
}
