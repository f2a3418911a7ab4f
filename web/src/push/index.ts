export {deviceHere, standingHere, subscribeHere, unsubscribeHere} from './device'
export {useTold} from './told'
