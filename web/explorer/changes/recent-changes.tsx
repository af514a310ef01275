/** What was recorded last in the whole graph. */
export function RecentChanges() {
  return null;
}
