const number = (value) => new Intl.NumberFormat('en').format(value);
const when = (at) => new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));
const many = (count, one, more) => `${number(count)} ${count === 1 ? one : more}`;

/** Keys are the same in every language; a value is a sentence, or makes one of parameters. */
export const ENGLISH = {
  title: 'The Council',
  claim:
    'Put a document before a council. One seat argues for it, one against it, a third rules, and every quotation is checked.',
  skip: 'Skip to the content',
  language: 'Language of this page',
  new: 'New session',

  'compose.title': 'Convene the council',
  'compose.document': 'Document',
  'compose.documentHint': 'Paste Markdown or plain text, or drop a .md or .txt file here',
  'compose.file': 'Choose a file',
  'compose.sample': 'Or try a sample:',
  'sample.product': 'a product proposal',
  'sample.design': 'a design document',
  'sample.chinese': 'a proposal in Chinese',
  'compose.objective': 'Objective',
  'compose.objectiveHint': 'What is the decision about? For example: shall we fund this pilot?',
  'compose.optional': 'optional',
  'compose.template': 'Procedure',
  'compose.language': 'Language of the session',
  'compose.auto': 'As the document',
  'compose.start': 'Start the session',
  'compose.starting': 'Starting …',
  'compose.keys': 'Ctrl + Enter starts too',
  'document.size': ({ characters, lines }) =>
    characters === 0
      ? 'Up to 2 million characters (5 MB)'
      : `${many(characters, 'character', 'characters')}, ${many(lines, 'line', 'lines')}`,
  'document.binary': ({ name }) =>
    `${name ? `“${name}”` : 'This'} holds binary data, not text. Word and PDF files cannot be read yet: save the text as .md or .txt.`,
  'document.tooLarge': ({ name }) =>
    `${name ? `“${name}”` : 'This'} is too large: a document has up to 2 million characters (5 MB).`,
  'document.sampleMissing': ({ name }) => `The sample ${name} could not be loaded.`,
  'document.lines': ({ count }) => many(count, 'line', 'lines'),
  'template.debate.name': 'Council Debate',
  'template.debate.about': 'For, against, and a ruling, with a report at the end.',
  'template.optimize.name': 'Council Optimize',
  'template.optimize.about': 'Debates, mends and reviews the document round after round.',
  'template.unavailable': 'Not available in this version.',

  'past.title': 'Sessions',
  'past.search': 'Search titles and objectives',
  'past.none': 'No session here yet.',
  'past.more': 'Show more',
  'past.delete': 'Delete',
  'past.at': ({ at }) => when(at),
  'past.total': ({ total, kind }) => (kind === 'judged' ? `${number(total)} / 100` : `balance ${number(total)}`),
  'past.rehearsal': 'rehearsal',
  'past.pending': 'waiting',
  'past.running': 'running',
  'past.paused': 'paused',
  'past.completed': 'completed',
  'past.failed': 'failed',
  'past.cancelled': 'stopped',

  'engine.rehearsal': 'Rehearsal, no language model',
  'engine.model': ({ name }) => `Speaking: ${name}`,
  'engine.configured': 'A language model is configured',
  'engine.unknown': 'The server cannot be reached',
  'rehearsal.what':
    'No language model is configured, so this is a rehearsal: the seats quote the document by rules, and the figure is a balance of quoted sentences, not a judgement.',
  'rehearsal.session':
    'No language model took part in this session, it was a rehearsal: the seats quoted the document by rules, and the figure is a balance of quoted sentences, not a judgement.',
  'rehearsal.how': 'How to let a model speak',
  'rehearsal.set': 'Set these before the start, with the provider and model of your choice:',
  'rehearsal.local':
    'A model server on this machine (Ollama, LM Studio, llama.cpp, vLLM) works too, without a key: LLM_PROVIDER=custom, LLM_MODEL and LLM_BASE_URL. “council-server doctor” says what it finds.',

  'session.objective': 'Objective',
  pause: 'Pause',
  resume: 'Resume',
  stop: 'Stop',
  'confirm.stop': 'Stop this session? Calls that are running are broken off, and it cannot be resumed.',
  'confirm.delete': ({ title }) => `Delete “${title}” with its transcript and report? This cannot be undone.`,
  'confirm.no': 'Cancel',
  'status.pending': 'Waiting to begin',
  'status.running': 'Under way',
  'status.speaking': ({ names }) =>
    `${new Intl.ListFormat('en').format(names)} ${names.length === 1 ? 'is' : 'are'} speaking`,
  'status.paused': 'Paused: calls that were running are finished, no new one begins',
  'status.completed': 'Completed',
  'status.degraded': 'Completed, but not every seat delivered',
  'status.failed': ({ error }) => `Failed: ${error?.error} (${error?.code})`,
  'status.cancelled': 'Stopped',
  'connection.connecting': 'connecting …',
  'connection.open': 'live',
  'connection.waiting': ({ seconds }) => `connection lost, trying again in ${seconds} s`,
  usage: ({ tokens, costUsd, isEstimated }) => {
    const cost = costUsd === null ? 'price unknown' : `USD ${costUsd.toFixed(4)}`;
    return `${many(tokens, 'token', 'tokens')}${isEstimated ? ' (estimated)' : ''} · ${cost}`;
  },
  'steps.label': 'Progress',
  'kind.start': 'Document',
  'kind.parallel': 'Debate',
  'kind.end': 'Report',
  'seats.label': 'Seats',
  'side.affirmative': 'for',
  'side.negative': 'against',
  'side.adjudicator': 'rules',
  'side.summariser': 'sums up',
  'seat.pending': 'waiting',
  'seat.running': 'speaking',
  'seat.thinking': 'thinking',
  'seat.completed': 'done',
  'seat.failed': 'failed',
  'seat.skipped': 'skipped',
  'seat.suspended': 'waiting for a person',
  'seat.error': ({ problem }) => `${problem.message} (${problem.code})`,
  'seat.again': ({ code, message, retryInMs }) =>
    `${message} (${code})${retryInMs === null ? '' : `, trying again in ${Math.ceil(retryInMs / 1_000)} s`}`,
  'seat.instead': ({ model }) => `in place of ${model}`,
  machineBlock: 'Machine-readable block',

  verdict: 'Verdict',
  'verdict.balance': 'Textual balance',
  'verdict.notJudged': 'Not a judgement: quoted sentences were weighed by rules, nobody reasoned about them.',
  'verdict.unreadable': 'The judge’s answer could not be read as a verdict. Nothing was concluded from it.',
  'verdict.exit': 'The judge recommends to stop here.',
  'verdict.goOn': 'The judge does not recommend to stop here.',
  'criterion.strategic_alignment': ({ weight }) => `Strategic alignment (${weight} %)`,
  'criterion.practical_value': ({ weight }) => `Practical value (${weight} %)`,
  'criterion.logical_consistency': ({ weight }) => `Logical consistency (${weight} %)`,
  'grade.pass': 'pass',
  'grade.polish': 'polish details',
  'grade.tighten': 'tighten the logic',
  'grade.rework': 'rework deeply',
  'grade.reject': 'reject',

  report: 'Report',
  'report.copy': 'Copy',
  'report.copied': 'Copied',
  'report.selected': 'Selected: press Ctrl + C',
  'report.save': 'Download .md',
  'report.references': 'References checked against the document',
  'reference.verified': 'verified word for word',
  'reference.repaired': 'verified but for spacing or punctuation',
  'reference.exists': 'the place exists, nothing was quoted',
  'reference.unverified': 'the quoted words are not at that place',
  'reference.missing': 'the document has no such lines',
  'reference.unchecked': 'the place exists, the words were not checked',
  document: 'Document',
  'document.back': 'Back to the text',

  'token.title': 'This server asks for its token',
  'token.about':
    'It is the value of COUNCIL_API_TOKEN. It is asked once; a cookie that ends with the browser’s session stands for it.',
  'token.label': 'Token',
  'token.send': 'Continue',
  noscript:
    'This page needs JavaScript. Without it: council-server run <document> writes a report from the command line.',

  'problem.NETWORK': 'The server cannot be reached. Is it running? Your input is still here; try again.',
  'problem.GRAPH.KIND_UNAVAILABLE':
    'This procedure holds steps that this version can keep but not run yet. Choose Council Debate.',
  'problem.SESSION.STOPPED': 'Stopped before it had finished.',
  'problem.SESSION.NOT_FOUND': 'There is no such session. It may have been deleted.',
};
