import type { KindBook } from './kind-book.js';

const PASS_FAIL = 'Two: [pass, fail]. One: the result is only passed on.';
const JOIN =
  'What it waits for: "all" edges (the default), "any" one of them, or {"quorum": n}. Seats that come too late are cancelled.';

export const ENGLISH_KINDS: KindBook = {
  start: {
    name: 'Start',
    description:
      'Where every session begins: writes what the user gave to /document.md, version 1, with counted lines, and hands it on together with the objective.',
    exits: null,
    output: 'The document, the objective, the proposal and the attachments.',
    properties: {},
  },
  end: {
    name: 'End',
    description:
      'Makes the report from the log: verdict, reasons, checked quotations, dissent, price. It needs no model; naming a model or a prompt adds a closing synthesis at its head.',
    exits: null,
    output: 'The final report.',
    properties: {
      provider: "Whose model writes the synthesis; without it, the feeding seat's.",
      model: 'Adds a synthesis, written by this model.',
      system_prompt: 'Adds a synthesis, written to these instructions.',
      summary_prompt: 'An older name of system_prompt.',
    },
  },
  agent: {
    name: 'Agent',
    description:
      'One turn of one agent: it reads the document, the objective, its persona and what the seats before it said, may use the tools it was granted, and answers. Its references to lines are checked against the document.',
    exits: null,
    output: "The agent's answer; of a judge also the verdict with its scores, of a voter the ballot.",
    properties: {
      agent_uuid: 'Who sits here.',
      agent_id: 'An older name of agent_uuid.',
      role: 'What the seat is there for: affirmative, negative, adjudicator or other. Without it, it follows from the agent and the graph.',
      output_format:
        'structured_verdict makes the seat a judge whose scores are read by machine; ballot makes it a voter who answers nothing else.',
      tools: "What it may call. Tools of the web need the agent's own switch as well.",
      max_tool_turns: 'How often it may ask for tools before it has to answer; 5 unless said.',
      fallback_agent_uuid: 'Who takes the seat when its model has finally failed.',
      on_error:
        'What a failed turn means: fail ends the session (the default), continue leaves the seat empty and marks the result as degraded.',
    },
  },
  llm: {
    name: 'Model',
    description:
      'One call of a model with a prompt of your own, without an agent and its persona: for steps such as extracting a list or translating.',
    exits: null,
    output: "The model's answer.",
    properties: {
      prompt: 'What is asked. The document and earlier answers are handed over beside it, marked as data.',
      provider: 'Whose model is asked; without it, the configured default.',
      model: 'Which model is asked; without it, the configured default.',
      system_prompt: 'Instructions that stand above the prompt.',
      join: JOIN,
    },
  },
  tool: {
    name: 'Tool',
    description: 'Runs one tool once, without a model: a search, a page, a calculation, a file of the session.',
    exits: null,
    output: 'What the tool answered, or why it could not.',
    properties: {
      tool: 'Which tool is run.',
      input: "The tool's input, in the form that the tool asks for.",
      join: JOIN,
    },
  },
  parallel: {
    name: 'Parallel',
    description:
      'Opens its branches at once. Every kind of node may fan out; this one makes it visible in the graph and in the log.',
    exits: null,
    output: 'Nothing of its own: the branches read what stands before it.',
    properties: {},
  },
  sequence: {
    name: 'Sequence',
    description: 'Runs its children one after the other, each reading the one before it, and then goes on.',
    exits: null,
    output: "The last child's output.",
    properties: {
      children: 'The nodes that it runs, in order. They have no edges of their own.',
      join: JOIN,
    },
  },
  vote: {
    name: 'Vote',
    description:
      'Asks its voters for typed ballots with a reason, all at once, and counts them. What cannot be read counts for nothing; without enough valid ballots the vote does not pass. The tally shows the effective number of votes: nine voters of one model are not nine opinions.',
    exits: PASS_FAIL,
    output: 'The tally, every ballot with its reason, and whether it passed.',
    properties: {
      agent_uuids: 'Who votes. Without it, the agents that feed the node.',
      question: 'What is voted on; without it, whether the document serves the objective as it stands.',
      scale: 'yes_no (with abstentions, which leave the ratio) or score, from 1 to 10.',
      threshold:
        'What passes. yes_no: the share of yes must be greater (0.5 unless said). score: the mean must be at least this (6 unless said).',
      quorum: 'The least number of valid ballots; a majority of the voters unless said.',
      join: JOIN,
    },
  },
  loop: {
    name: 'Loop',
    description:
      'Sends its body round again until one of its conditions is met. A drop of more than 10 points restores the previous version of the document; two rounds without movement change the instruction; the best version so far is kept.',
    exits: 'Exactly two: [continue, exit].',
    output: 'What the last round said, and the history of scores.',
    properties: {
      max_rounds: 'How often the body runs at most; 3 unless said.',
      exit_on_score: 'Leaves as soon as the total reaches this score.',
      exit_on_recommendation: 'Leaves as soon as the judge recommends it.',
      exit_on_consensus: 'Leaves as soon as a vote in the body is unanimous.',
    },
  },
  fact_check: {
    name: 'Fact check',
    description:
      'Takes the claims of the seats before it and checks them against the evidence that is bound: each is verified, refuted or not checked. Without evidence sources nothing counts as checked, and the report says so.',
    exits: PASS_FAIL,
    output: 'The claims, each with its finding and its source, and the share that is verified.',
    properties: {
      threshold: 'The share of claims that has to be verified for it to pass, from 0 to 1.',
      agent_uuid: 'Who draws the claims out of the text; without it, they are drawn by rules.',
      join: JOIN,
    },
  },
  human_review: {
    name: 'Human review',
    description:
      'Stops here and asks a person: shows the draft with its conclusions, disagreements and actions, and waits for one decision (approve, modify, reject, continue, apply, exit, rollback). A restart or a late answer never decides twice.',
    exits: 'One. A decision inside a loop may also end the round or leave the loop.',
    output: 'The decision, and what the person changed.',
    properties: {
      deadline_minutes: 'How long it waits; without it, for ever.',
      allow_skip: 'At the deadline: approved automatically and recorded as such, instead of pausing the session.',
      instructions: 'What the person is asked to look at.',
      join: JOIN,
    },
  },
  memory_retrieval: {
    name: 'Memory',
    description: 'Looks up what earlier sessions of the group found, and hands it on as memories with their age.',
    exits: null,
    output: 'The memories that were found.',
    properties: {
      query: 'What is looked for; without it, the objective.',
      max_results: 'How many memories at most.',
      time_range_days: 'How old they may be.',
      relevance_threshold: 'How near to the query they have to be, from 0 to 1.',
      include_verdicts: 'Whether verdicts of earlier sessions are among them.',
      join: JOIN,
    },
  },
  context_synth: {
    name: 'Context',
    description:
      'Folds what has been said into what the next seats can read: the last rounds in full, older ones to one line each.',
    exits: null,
    output: 'The folded history.',
    properties: {
      keep_rounds: 'How many rounds stay in full; 3 unless said.',
      join: JOIN,
    },
  },
  router: {
    name: 'Router',
    description:
      'Takes one way of several by what was decided before: the first route whose condition holds, else the default. Conditions are a field, an operator and a value, never code.',
    exits: 'One for each route, and the default last.',
    output: 'Which way was taken, and why.',
    properties: {
      routes: 'The conditions, tried in order, each with the node that it leads to.',
      join: JOIN,
    },
  },
};
