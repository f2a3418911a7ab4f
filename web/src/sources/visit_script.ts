/** The line that stands on each page of one's site, so that visits are told of. */
export const visitScript = (key: string) => `<script async src="${location.origin}/visits/${key}/visit.js"></script>`
