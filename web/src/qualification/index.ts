export {useQualificationWords} from './words'
