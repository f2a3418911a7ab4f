export {useListening} from './listening'
export {watchShown} from './shown'
