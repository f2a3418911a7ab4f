/** What drags cards; it comes after the first paint, for nobody drags before he sees. */
export {autoScrollForElements} from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element'
export {combine} from '@atlaskit/pragmatic-drag-and-drop/combine'
export {draggable, dropTargetForElements, monitorForElements} from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
export {carryByTouch} from './touch'
