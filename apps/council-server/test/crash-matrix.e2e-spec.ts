import { openTestDatabase, pick, seededRandom, type TestDatabase } from '@council/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { judgeKilledCouncil } from './judge-killed-council.mjs';
import { KilledCouncils, type KillPoint } from './killed-councils.mjs';
import { SteadyModel } from './steady-model.mjs';

// Servers are started anew; what is asserted is what they leave, not how fast.
jest.setTimeout(900_000);

const SAMPLE = 6;
const SEED = 4;
let database: TestDatabase;
let model: SteadyModel;
let councils: KilledCouncils;

beforeAll(async () => {
  database = await openTestDatabase();
  model = await SteadyModel.start(10);
  councils = new KilledCouncils(database.environment, model);
});

afterAll(async () => {
  await councils.server?.kill();
  await model.stop();
  await database.close();
});

/** `npm run prove crash-matrix` kills after every event. */
describe('councils whose server is killed after one of their events', () => {
  it(`end as if nothing had happened, at ${SAMPLE} places`, async () => {
    const undisturbed = await councils.undisturbed(['debate', 'optimize']);
    const random = seededRandom(SEED);
    const points = Array.from({ length: SAMPLE }, (_, at): KillPoint => {
      const council = at % 5 === 0 ? 'debate' : 'optimize';
      return { council, place: pick(random, undisturbed[council].log).seq };
    });
    const seen: string[] = [];
    await councils.killAt(points, ({ council, place }, result) => {
      const { problems } = judgeKilledCouncil(result, undisturbed[council]);
      seen.push(`${council} after ${place}: ${result.isKilled ? 'killed' : 'not killed'}`);
      expect({ council, place, problems }).toEqual({ council, place, problems: [] });
    });
    expect(seen.filter((line) => line.endsWith(': killed'))).toHaveLength(SAMPLE);
  });
});
