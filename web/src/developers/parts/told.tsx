/** Descriptions are the contract's own words, in English; names in them stand in backticks. */
export const Told = ({text, className = 'told'}: {text: string; className?: string}) =>
  text ? (
    <p dir="ltr" lang="en" className={className}>
      {text.split('`').map((words, nth) => (nth % 2 ? <code key={nth}>{words}</code> : words))}
    </p>
  ) : null
