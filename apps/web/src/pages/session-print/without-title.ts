/** The page has the title as its own heading already. */
export function withoutTitle(report: string): string {
  return report.replace(/^# .*\n+/, '');
}
