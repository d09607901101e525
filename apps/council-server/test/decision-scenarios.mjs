// The decision matrix: each scenario takes councils, random moments, and answers what was wrong. `all` holds what every
// decision was answered.
import { setTimeout as sleep } from 'node:timers/promises';
import { gatedGraph } from './decided-councils.mjs';

const REJECTIONS = { comment: 'Not like this.' };
const edited = (text) => ({ modified_content: `# Move the archive\n${text}\n` });
const ms = (random, most) => Math.round(random() * most);
/** About the deadline, before and behind it. */
const SHORT_MINUTES = 0.01;
const SHORT_MS = 600;
const later = async (delayMs, act) => {
  await sleep(delayMs);
  return act();
};

/** `wants`: what must be true of the session at its end, beside what is true of all. */
export const SCENARIOS = {
  'twice, the same': async (councils, random) => {
    const council = await councils.open(gatedGraph());
    const one = () => councils.decide(0, council.review, 'approve');
    const answers = await Promise.all([one(), later(ms(random, 80), one)]);
    return { council, answers, taken: 1, status: 'completed' };
  },
  'twice, different': async (councils, random) => {
    const council = await councils.open(gatedGraph());
    const answers = await Promise.all([
      councils.decide(0, council.review, 'approve'),
      later(ms(random, 80), () => councils.decide(0, council.review, 'reject', REJECTIONS)),
    ]);
    return { council, answers, taken: 1 };
  },
  'from two clients at once': async (councils, random) => {
    const council = await councils.open(gatedGraph());
    const answers = await Promise.all(
      ['approve', 'approve', 'reject', 'modify'].map((action, client) =>
        later(ms(random, 12), () =>
          councils.decide(client, council.review, action, action === 'modify' ? edited('Later.') : undefined),
        ),
      ),
    );
    return { council, answers, taken: 1 };
  },
  'with edited text': async (councils, random) => {
    const council = await councils.open(gatedGraph());
    const answers = await Promise.all(
      ['First.', 'Second.'].map((text, client) =>
        later(ms(random, 30), () => councils.decide(client, council.review, 'modify', edited(text))),
      ),
    );
    const winner = answers.findIndex(({ status }) => status === 200);
    return {
      council,
      answers,
      taken: 1,
      status: 'completed',
      document: edited(['First.', 'Second.'][winner]).modified_content,
    };
  },
  'against a stop': (councils, random) => against(councils, random, 'stop', 'cancelled'),
  'against an early end': (councils, random) => against(councils, random, 'finish', 'completed'),
  'about the deadline, which approves': async (councils, random) => {
    const council = await councils.open(gatedGraph({ timeout_minutes: SHORT_MINUTES, allow_skip: true }));
    const answers = [await later(ms(random, SHORT_MS * 2), () => councils.decide(1, council.review, 'approve'))];
    return { council, answers, status: 'completed' };
  },
  'about the deadline, which pauses': async (councils, random) => {
    const council = await councils.open(gatedGraph({ timeout_minutes: SHORT_MINUTES }));
    const decide = () => councils.decide(1, council.review, 'approve');
    const answers = await later(ms(random, SHORT_MS * 2), () => Promise.all([decide(), later(ms(random, 20), decide)]));
    return { council, answers, taken: 1, status: 'completed' };
  },
  'in round 3 of 5, with a late one of round 2': async (councils, random) => {
    const council = await councils.open(gatedGraph({}, 5));
    const answers = [await councils.decide(0, council.review, 'continue')];
    const second = await councils.asked(council.id, 2);
    answers.push(await councils.decide(1, second, 'continue'));
    const third = await councils.asked(council.id, 3);
    const unnamed = await councils.ask(0, 'POST', `/sessions/${council.id}/review`, {
      node_id: 'gate',
      action: 'apply',
    });
    if (unnamed.status !== 409 || unnamed.body.pending_review_uuid !== third.review_uuid) {
      throw new Error(`a decision that names no review was answered ${JSON.stringify(unnamed)}`);
    }
    const named = () =>
      councils.ask(1, 'POST', `/sessions/${council.id}/review`, {
        node_id: 'gate',
        review_uuid: third.review_uuid,
        action: 'apply',
      });
    const late = () => councils.decide(0, second, 'continue');
    answers.push(
      ...(await Promise.all([later(ms(random, 20), named), later(ms(random, 20), named), later(ms(random, 20), late)])),
    );
    return { council, answers, taken: 3, status: 'completed' };
  },
};

async function against(councils, random, action, status) {
  const council = await councils.open(gatedGraph());
  const control = () => councils.ask(0, 'POST', `/sessions/${council.id}/control`, { action });
  const [answer, steered] = await Promise.all([
    later(ms(random, 60), () => councils.decide(1, council.review, 'approve')),
    later(ms(random, 60), control),
  ]);
  const hasEnded = steered.status === 409 && answer.status === 200;
  if (steered.status !== 200 && !hasEnded) throw new Error(`${action} was answered ${JSON.stringify(steered)}`);
  return { council, answers: [answer], status: hasEnded ? 'completed' : status };
}

/** Plays one and answers what was wrong. */
export async function play(scenario, councils, random) {
  const { council, answers, taken, status, document } = await scenario(councils, random);
  const session = await councils.ended(council.id);
  const faults = await councils.faults(council, answers);
  const took = answers.filter((answer) => answer.status === 200).length;
  if (taken !== undefined && took !== taken) faults.push(`${took} decisions were taken, not ${taken}`);
  if (status !== undefined && session.status !== status)
    faults.push(`the session ended ${session.status}, not ${status}`);
  if (document !== undefined) {
    const written = await councils.document(council.id);
    if (written !== document) faults.push(`the document reads ${JSON.stringify(written)}`);
  }
  return faults.map((fault) => `${fault} (${council.id})`);
}
