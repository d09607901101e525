/** SIGKILL for these processes at once. Answers between which two moments they died. */
export async function killNow({ server = null, pids = [] }) {
  const from = Date.now();
  for (const pid of pids) process.kill(pid, 'SIGKILL');
  await server?.kill('SIGKILL');
  while (pids.some(isThere)) await new Promise((resolve) => setTimeout(resolve, 1));
  return { from, to: Date.now() };
}

function isThere(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
