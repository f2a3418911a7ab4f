import {buildSchema} from 'graphql'
import sdl from '../../../graphql/schema.graphql?raw'

/** The contract that this client was built with, as the editor completes and checks by it. */
export const schema = buildSchema(sdl, {assumeValid: true, noLocation: true})
