export {type Found, useFound} from './found'
