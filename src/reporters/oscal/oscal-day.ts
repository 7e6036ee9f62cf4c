/** The first second of an ISO date: what is known as of a day says nothing of the hour. */
export function oscalDay(date: string): string {
  return `${date}T00:00:00Z`;
}

/** The last second of an ISO date, for what holds until a day is over. */
export function oscalDayEnd(date: string): string {
  return `${date}T23:59:59Z`;
}
