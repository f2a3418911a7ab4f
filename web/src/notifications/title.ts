import {useEffect} from 'react'

const COUNT = /^\(\d+\+?\) /

/** The tab of the browser says how many are unread, before whatever the page calls itself. */
export function useCountInTitle(count: number) {
  useEffect(() => {
    const title = document.querySelector('title')
    if (!title) return
    const write = () => {
      const bare = document.title.replace(COUNT, '')
      const wanted = count > 0 ? `(${count > 99 ? '99+' : count}) ${bare}` : bare
      if (document.title !== wanted) document.title = wanted
    }
    write()
    const watch = new MutationObserver(write)
    watch.observe(title, {childList: true})
    return () => {
      watch.disconnect()
    }
  }, [count])
}
