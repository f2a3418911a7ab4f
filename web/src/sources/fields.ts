/** The fields of what was sent, by the names of the sender: our own forms' and Google's. */
export function fieldsOf(body: string): [string, string][] {
  let said: unknown
  try {
    said = JSON.parse(body)
  } catch {
    return []
  }
  if (!said || typeof said !== 'object') return []
  const {fields, user_column_data: columns} = said as {fields?: unknown; user_column_data?: unknown}
  if (Array.isArray(columns)) {
    return (columns as Record<string, unknown>[]).map((one) => [
      textOf(one.column_id ?? one.column_name),
      textOf(one.string_value),
    ])
  }
  if (!fields || typeof fields !== 'object') return []
  return Object.entries(fields).map(([name, value]) => [name, textOf(value)])
}

const textOf = (value: unknown) =>
  typeof value === 'string' ? value : Array.isArray(value) ? value.join(', ') : JSON.stringify(value ?? '')
