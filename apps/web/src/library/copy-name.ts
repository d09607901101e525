/** "Board" → "Board (copy)", "Board (copy 2)" …: as the server names the copies of agents. Ends within `max` letters. */
export function copyName(name: string, taken: readonly string[], max: number): string {
  for (let number = 1; ; number += 1) {
    const end = number === 1 ? ' (copy)' : ` (copy ${number})`;
    const copy = `${name.slice(0, max - end.length)}${end}`;
    if (!taken.includes(copy)) return copy;
  }
}
