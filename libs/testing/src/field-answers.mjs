// How models of the field answer, drawn from a seed; for specs and for proofs (which are not TypeScript). What is taken
// from where, and what is assumed, stands in docs/money.md.

/** Mean characters of an answer to one of 1,024 real tasks (WildBench v2, allenai/WildBench, leaderboard/data_dir/score.json). */
const WILDBENCH_CHARACTERS = {
  'gpt-4o-2024-05-13': 3_724,
  'gpt-4o-mini-2024-07-18': 3_648,
  'gpt-4-turbo-2024-04-09': 3_093,
  'claude-3-5-sonnet-20240620': 2_912,
  'claude-3-opus-20240229': 2_686,
  'deepseekv2-chat': 2_897,
  'Meta-Llama-3-70B-Instruct': 3_047,
  'gemini-1.5-pro': 3_248,
  'gemini-1.5-flash': 3_654,
  'Qwen2-72B-Instruct': 2_856,
  'mistral-large-2402': 2_515,
  'command-r-plus': 3_294,
  'glm-4-9b-chat': 3_692,
};
const MODELS = Object.values(WILDBENCH_CHARACTERS);
const MEAN_CHARACTERS = MODELS.reduce((sum, length) => sum + length, 0) / MODELS.length;

/** Tokens of a median answer: 700 is that mean; seats that are asked for sections, quotations or data write more or less. */
const MEDIAN_TOKENS = { affirmative: 950, negative: 950, adjudicator: 1_130, other: 700, voter: 100, summariser: 320 };
/** Of the logarithm of an answer's length, within one model: less where the prompt prescribes the parts of the answer. */
const SPREAD = { affirmative: 0.25, negative: 0.25, adjudicator: 0.25, other: 0.35, voter: 0.35, summariser: 0.25 };

/** What a tokenizer counts, as a part of the estimate by bytes: measured with o200k_base, cl100k_base and p50k_base. */
const TOKENIZERS = { en: [0.84, 1.1], zh: [0.65, 1.08] };

/** Parts of all attempts. `busy` is answered with an error and used nothing; `cut` breaks off, and nobody counts. */
const MISHAPS = { busy: 0.015, cut: 0.003 };
/** Parts of all typed answers that have to be asked for once more. */
const UNREADABLE = 0.03;
/** How often a seat with tools calls some before it answers: parts of all turns with 0, 1, 2, 3 of them. */
const TOOL_TURNS = [0.25, 0.45, 0.2, 0.1];

export const pick = (random, items) => items[Math.floor(random() * items.length)];

/** One model for one session: how much it says, and how it counts. */
export function drawModel(random, language) {
  const [least, most] = TOKENIZERS[language];
  return { verbosity: pick(random, MODELS) / MEAN_CHARACTERS, tokenizer: least + (most - least) * random() };
}

export const drawAnswerTokens = (random, model, stance) =>
  Math.max(1, Math.round(MEDIAN_TOKENS[stance] * model.verbosity * Math.exp(SPREAD[stance] * gaussian(random))));

/** What befalls the next attempt; null: nothing. */
export function drawMishap(random) {
  const drawn = random();
  if (drawn < MISHAPS.busy) return 'busy';
  return drawn < MISHAPS.busy + MISHAPS.cut ? 'cut' : null;
}

export const isUnreadable = (random) => random() < UNREADABLE;

export function drawToolTurns(random) {
  let left = random();
  return TOOL_TURNS.findIndex((part) => (left -= part) < 0);
}

/** Box and Muller. */
const gaussian = (random) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** A text that a model of this tokenizer counts as so many tokens, where the estimate goes by bytes. */
export function textOf(tokens, { tokenizer }, language) {
  const estimated = Math.round(tokens / tokenizer);
  return language === 'zh' ? '议'.repeat(estimated) : 'word'.repeat(estimated);
}
