export {MeProvider, useMe, type Viewer} from './me'
export {usePeople, type Person, type Team} from './people'
