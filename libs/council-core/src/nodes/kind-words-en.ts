import type { KindBook } from './kind-book.js';

const PASS_FAIL = 'Two: [pass, fail]. One: the result is only passed on.';
const JOIN = {
  join: 'What it waits for: "all" edges (the default), "any" one of them, or {"quorum": n}. Seats that come too late are cancelled.',
};
const PATIENCE = {
  timeout_seconds: 'After this long a turn has failed, whatever it is doing.',
  retries: 'How often a failed turn is spoken once more, after what the gateway tries by itself.',
};
const SPEAKING = {
  ...PATIENCE,
  on_error:
    'What a failed turn means: fail ends the session (the default), continue leaves the place empty and marks the result as degraded.',
};

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
      ...JOIN,
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
      ...SPEAKING,
      ...JOIN,
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
      system_prompt: 'Instructions that stand above the prompt.',
      provider: 'Whose model is asked; without it, that of the seat that feeds the node.',
      model: 'Which model is asked; without it, that of the seat that feeds the node.',
      temperature: 'How freely it answers.',
      max_tokens: 'How long its answer may be.',
      ...SPEAKING,
      ...JOIN,
    },
  },
  tool: {
    name: 'Tool',
    description: 'Runs one tool once, without a model: a search, a page, a calculation, a file of the session.',
    exits: null,
    output: 'What the tool answered, or why it could not.',
    properties: {
      tool: 'Which tool is run.',
      input:
        "The tool's input, in the form that the tool asks for. In its texts {{document}}, {{objective}} and {{previous}} stand for what they say.",
      on_error:
        'What a failure means: fail ends the session (the default), continue leaves the place empty and marks the result as degraded.',
      ...JOIN,
    },
  },
  parallel: {
    name: 'Parallel',
    description:
      'Opens its branches at once. Every kind of node may fan out; this one makes it visible in the graph and in the log.',
    exits: null,
    output: 'Nothing of its own: the branches read what stands before it.',
    properties: { ...JOIN },
  },
  sequence: {
    name: 'Sequence',
    description: 'Runs its children one after the other, each reading the one before it, and then goes on.',
    exits: null,
    output: "The last child's output.",
    properties: {
      children: 'The nodes that it runs, in order. They have no edges of their own.',
      ...JOIN,
    },
  },
  vote: {
    name: 'Vote',
    description:
      'Asks its voters for typed ballots with a reason, all at once and none of them shown another ballot, and counts them. What cannot be read counts for nothing; without enough valid ballots the vote does not pass. The tally shows the effective number of votes: nine voters of one model are not nine opinions.',
    exits: PASS_FAIL,
    output: 'The tally, every ballot with its reason, and whether it passed.',
    properties: {
      agent_uuids: 'Who votes. Without it, the agents that lead to the node.',
      question: 'What is voted on; without it, the document, measured against the objective.',
      vote_type: 'yes_no (with abstentions, which leave the ratio) or score_1_10.',
      threshold:
        'What passes. yes_no: the share of yes must be greater (0.5 unless said). score_1_10: the mean must be at least this (6 unless said).',
      quorum: 'The least number of valid ballots; more than half of the voters unless said.',
      ...PATIENCE,
      ...JOIN,
    },
  },
  loop: {
    name: 'Loop',
    description:
      'Sends its body round again until one of its conditions is met. A drop of more than 10 points restores the previous version of the document; two rounds without movement change the instruction; the best version so far is kept.',
    exits: 'Exactly two: [continue, exit].',
    output: 'What the last round said, and the history of scores.',
    properties: {
      max_rounds: 'How often the body runs at most.',
      exit_on_score: 'Leaves as soon as the judge of a round gives this total.',
      exit_on_recommendation: 'Leaves as soon as the judge recommends it.',
      exit_on_consensus: 'Leaves as soon as a vote of a round passes without a no.',
      ...JOIN,
    },
  },
  fact_check: {
    name: 'Fact check',
    description:
      'Has the claims of the seats before it named, and holds them against the sources of evidence that are bound: each is supported, refuted or unclear. Without a source nothing is checked, what is not checked does not pass, and the report says so.',
    exits: PASS_FAIL,
    output: 'The claims, each with its finding and its sources, and the share that is supported.',
    properties: {
      agent_uuid: 'Who names the claims; without it, the first agent that leads to the node.',
      verify_threshold: 'The least share of supported claims that passes.',
      max_queries: 'How many claims are checked at most, in the order in which they were named.',
      ...PATIENCE,
      ...JOIN,
    },
  },
  human_review: {
    name: 'Human review',
    description:
      'Stops and asks a person: shows a draft with conclusions, disagreements and actions, and waits for one decision. A restart or a late answer never decides twice.',
    exits: 'A decision inside a loop may also ask for another round or leave the loop.',
    output: 'The decision, and what the person changed.',
    properties: {
      timeout_minutes: 'How long it waits; 0 is for ever. A reminder goes out five minutes before.',
      allow_skip: 'When the time is over: approved and recorded as automatic, instead of pausing the session.',
      actions:
        'What may be decided: approve, modify, reject; inside a loop also continue, apply, exit, rollback. Without it, all that is possible where the node stands.',
      show_score: "Whether the judge's total is part of what is shown.",
      instructions: 'What the person is asked to look at.',
      ...JOIN,
    },
  },
  memory_retrieval: {
    name: 'Memory',
    description:
      'Looks up what earlier sessions of the group left, and hands it on with its date. Without a group it finds nothing; a memory that cannot be read stops nobody.',
    exits: null,
    output: 'The memories that were found.',
    properties: {
      query: 'What is looked for; without it, the objective and the beginning of the document.',
      max_results: 'How many memories at most.',
      time_range_days: 'How old they may be; without it, any age.',
      relevance_threshold: 'How near to the query they have to be.',
      include_verdicts: 'Whether verdicts of earlier sessions are among them.',
      ...JOIN,
    },
  },
  context_synth: {
    name: 'Context',
    description:
      'Within a loop: folds the rounds before into what the next seats can read, the last verdicts in full and older ones in one line each. It asks no model.',
    exits: null,
    output: 'The folded history.',
    properties: {
      max_recent_rounds: 'How many verdicts stay in full.',
      ...JOIN,
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
      ...JOIN,
    },
  },
};
