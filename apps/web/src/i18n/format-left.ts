const SECOND_MS = 1_000;
const HOUR_S = 3_600;
const DAY_S = 86_400;

/** "4:59", "1:00:00", "3 days"; null when there is no time left. */
export function formatLeft(ms: number, language: string): string | null {
  if (ms <= 0) return null;
  const seconds = Math.ceil(ms / SECOND_MS);
  if (seconds > 2 * DAY_S) {
    return new Intl.NumberFormat(language, { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(
      Math.floor(seconds / DAY_S),
    );
  }
  const pair = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / HOUR_S), Math.floor((seconds % HOUR_S) / 60)];
  const clock = `${pair(minutes)}:${pair(seconds % 60)}`;
  return hours === 0 ? clock.replace(/^0/, '') : `${hours}:${clock}`;
}
