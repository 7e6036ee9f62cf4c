/** How a waiver stands: "3 days left", "last day", "expired 2 days ago". */
export function standingText(daysLeft: number): string {
  if (daysLeft === 0) return 'last day';
  const days = Math.abs(daysLeft) === 1 ? '1 day' : `${Math.abs(daysLeft)} days`;
  return daysLeft > 0 ? `${days} left` : `expired ${days} ago`;
}
