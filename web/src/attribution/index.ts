export {useChannels} from './channels'
