export {useListening} from './listening'
export {isOutdated, watchOutdated} from './missed'
export {readMissed, watchShown} from './shown'
