// The room with 10,000 messages and a stream of 500 tokens a second: frames a second and the heap, over 5 minutes
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { CouncilClient } from '../apps/council-server/test/council-client.mjs';
import { SpawnedServer } from '../apps/council-server/test/spawned-server.mjs';
import { longLog, SpokenTurns } from './room/long-session.mjs';
import { ScriptedFront } from './room/scripted-front.mjs';

const MESSAGES = 10_000;
const TOKENS_A_SECOND = 500;
const MINUTES = Number(process.env.MINUTES ?? 5);
const WINDOW_S = 10;
const MIN_FPS = 50;
/** What is spoken meanwhile stays in the page, and nothing else does: twice its size is allowed. */
const MAX_GROWTH_MB = 25;
/** A turn is 2,000 tokens long. */
const WORDS = `${readFileSync('examples/product-proposal.md', 'utf8').slice(0, 8_000)}\n`;
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

const folder = mkdtempSync(join(tmpdir(), 'council-room-'));
const server = await SpawnedServer.start({ environment: { COUNCIL_DATA_DIR: folder } });
let front;
let browser;
try {
  const client = new CouncilClient(() => server.url);
  const id = await client.convene({ document: readFileSync('examples/decision-memo.md', 'utf8'), objective: '' });
  const session = await client.untilEnded(id, 60_000);
  const log = longLog(await client.events(id), MESSAGES);
  front = new ScriptedFront(server.url, { ...session, status: 'running', ended_at: null, last_seq: log.length }, log);
  const url = await front.listen();
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
  process.exitCode = (await watch(
    await browser.newPage({ viewport: { width: 1440, height: 900 } }),
    `${url}/sessions/${id}`,
    new SpokenTurns(id, log, WORDS),
  ))
    ? 0
    : 1;
} finally {
  await browser?.close();
  front?.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function watch(page, address, turns) {
  const cdp = await page.context().newCDPSession(page);
  const heapMb = async () => {
    await cdp.send('HeapProfiler.collectGarbage');
    return (await cdp.send('Runtime.getHeapUsage')).usedSize / 2 ** 20;
  };
  const opened = Date.now();
  await page.goto(address);
  await page.getByRole('article').first().waitFor();
  while (front.watchers === 0) await sleep(50);
  console.log(
    `${MESSAGES} messages: the first is drawn after ${Date.now() - opened} ms, ${await page.getByRole('article').count()} cards are in the page`,
  );
  await page.evaluate(countFrames);
  const speaking = speak(turns);
  await sleep(10_000);
  const heapAtBegin = await heapMb();
  let slowest = Infinity;
  for (let second = 0; second < MINUTES * 60; second += WINDOW_S) {
    // Every other window somebody scrolls up and reads what was said before; then follows again.
    const isReading = (second / WINDOW_S) % 2 === 1;
    const from = await page.evaluate(() => ({ frames: globalThis.frames_, at: performance.now() }));
    await (isReading ? read(page) : sleep(WINDOW_S * 1_000));
    const to = await page.evaluate(() => ({ frames: globalThis.frames_, at: performance.now() }));
    if (!isReading && !(await isFollowing(page))) {
      console.log('WRONG: what is being said is out of sight');
      return false;
    }
    const fps = ((to.frames - from.frames) * 1_000) / (to.at - from.at);
    slowest = Math.min(slowest, fps);
    console.log(
      `${String(second + WINDOW_S).padStart(4)} s  ${fps.toFixed(1)} frames/s  ${isReading ? 'scrolling' : 'following'}  load ${loadavg()[0].toFixed(1)}`,
    );
  }
  const heapAtEnd = await heapMb();
  const { sent, seconds, late } = speaking.stop();
  console.log(`${sent} tokens sent, ${(sent / seconds).toFixed(0)} a second (${late} ms of lateness at worst)`);
  console.log(`slowest ${WINDOW_S} s: ${slowest.toFixed(1)} frames/s (at least ${MIN_FPS})`);
  console.log(
    `heap after collection: ${heapAtBegin.toFixed(1)} MB at the begin, ${heapAtEnd.toFixed(1)} MB at the end (at most ${MAX_GROWTH_MB} MB more)`,
  );
  return slowest >= MIN_FPS && heapAtEnd - heapAtBegin <= MAX_GROWTH_MB;
}

function countFrames() {
  globalThis.frames_ = 0;
  const count = () => {
    globalThis.frames_ += 1;
    globalThis.requestAnimationFrame(count);
  };
  globalThis.requestAnimationFrame(count);
}

/** The seat that speaks is in sight. */
async function isFollowing(page) {
  const { y } = (await page.getByText('speaking', { exact: true }).boundingBox()) ?? { y: -1 };
  const { height } = page.viewportSize();
  // A turn that is longer than the window has its head above it, and its end in sight.
  return y < height && !(await page.getByRole('button', { name: 'To the newest' }).isVisible());
}

async function read(page) {
  const conversation = page.getByRole('region', { name: 'Conversation' });
  await conversation.hover();
  const until = Date.now() + WINDOW_S * 1_000;
  while (Date.now() < until - 500) {
    await page.mouse.wheel(0, -240);
    await sleep(60);
  }
  await page.getByRole('button', { name: 'To the newest' }).click();
}

/** Sends pieces as the clock says, whatever was missed: the rate is that of the clock. */
function speak(turns) {
  const begin = performance.now();
  let sent = 0;
  let late = 0;
  let last = begin;
  const timer = setInterval(() => {
    const now = performance.now();
    late = Math.max(late, Math.round(now - last));
    last = now;
    const due = ((now - begin) / 1_000) * TOKENS_A_SECOND;
    for (; sent < due; sent += 1) for (const frame of turns.next()) front.send(frame);
  }, 4);
  return {
    stop: () => {
      clearInterval(timer);
      return { sent, seconds: (performance.now() - begin) / 1_000, late };
    },
  };
}

function sleep(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
