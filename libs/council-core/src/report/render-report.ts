import type { Report, ReportTurn, Verdict } from '@council/contracts';
import { withoutBlock } from '../typed/typed-answer.js';
import { findingsSections } from './render-findings.js';
import { oneLine } from './one-line.js';
import { REPORT_WORDS } from './report-words.js';

type Words = (typeof REPORT_WORDS)['en'];

/** The report in Markdown, in the session's language. */
export function renderReport(report: Report): string {
  const words = REPORT_WORDS[report.language];
  const sections = [
    `# ${oneLine(report.title)}`,
    report.objective === '' ? null : `> ${words.objective}: ${oneLine(report.objective)}`,
    engineSection(report, words),
    verdictSection(report, words),
    matrixSection(report.verdict, words),
    report.synthesis === null ? null : `## ${words.summary}\n\n${demote(report.synthesis)}`,
    disputesSection(report.verdict, words),
    ordersSection(report.verdict, words),
    ...findingsSections(report),
    ...analysesSections(report, words),
    missingSection(report, words),
    referencesSection(report, words),
    closingSection(report, words),
  ];
  return `${sections.filter((section) => section !== null).join('\n\n')}\n`;
}

function engineSection({ engine }: Report, words: Words): string {
  const note = engine.kind === 'extractive' ? `\n\n> ${words.rehearsalNote}` : '';
  return `${words.engine}: ${engine.name}${note}`;
}

function verdictSection({ verdict, grade, error, outcome }: Report, words: Words): string {
  const lines: string[] = [];
  if (outcome !== null && outcome !== 'full') lines.push(`**${words.outcomes[outcome]}**`);
  if (error !== null) lines.push(`**${error.code}**: ${error.message}`);
  if (verdict === null) {
    lines.push(words.noVerdict);
  } else if (verdict.kind === 'unreadable') {
    lines.push(words.unreadable(verdict.problem ?? ''));
  } else if (verdict.kind === 'tally') {
    lines.push(words.byVotes, verdict.verdict);
  } else {
    const total = verdict.weighted_total ?? 0;
    const figure = verdict.kind === 'judged' ? words.score(total) : words.balance(total);
    lines.push(grade === null ? figure : `${figure} · ${words.grades[grade]}`, verdict.verdict);
    if (verdict.claimed_total !== null) lines.push(words.claimed(verdict.claimed_total, total));
    if (verdict.kind === 'judged') lines.push(words.exit(verdict.exit_recommendation));
  }
  return `## ${words.verdict}\n\n${lines.join('\n\n')}`;
}

function matrixSection(verdict: Verdict | null, words: Words): string | null {
  if (verdict?.scores == null) return null;
  const { strategic_alignment, practical_value, logical_consistency } = verdict.scores;
  const scores = [strategic_alignment, practical_value, logical_consistency];
  const weights = [40, 30, 30];
  const rows = words.criteria.map((name, index) => {
    const score = scores[index] ?? 0;
    const weight = weights[index] ?? 0;
    return `| ${name} | ${weight} | ${score} | ${Math.round(score * weight) / 100} |`;
  });
  const head = `| ${words.matrixHead.join(' | ')} |\n| --- | ---: | ---: | ---: |`;
  return `## ${words.matrix}\n\n${head}\n${rows.join('\n')}\n| ${words.total} | 100 | | ${verdict.weighted_total ?? ''} |`;
}

function disputesSection(verdict: Verdict | null, words: Words): string | null {
  if (verdict === null || verdict.disputes.length === 0) return null;
  const items = verdict.disputes.map(({ topic, affirmative, negative, ruling, lines }, index) =>
    [
      `### ${index + 1}. ${oneLine(topic)}${place(lines)}`,
      affirmative === '' ? null : `- ${words.affirmative}: ${oneLine(affirmative)}`,
      negative === '' ? null : `- ${words.negative}: ${oneLine(negative)}`,
      `- ${words.ruling}: ${oneLine(ruling)}`,
    ]
      .filter((line) => line !== null)
      .join('\n'),
  );
  return `## ${words.disputes}\n\n${items.join('\n\n')}`;
}

function ordersSection(verdict: Verdict | null, words: Words): string | null {
  if (verdict === null || verdict.orders.length === 0) return null;
  const items = verdict.orders.map(({ order, lines }, index) => `${index + 1}. ${oneLine(order)}${place(lines)}`);
  return `## ${words.orders}\n\n${items.join('\n')}`;
}

function analysesSections(report: Report, words: Words): string[] {
  if (report.turns.length === 0) return [];
  return [
    `## ${words.analyses}`,
    ...report.turns.map((turn) => `### ${speaker(turn, words)}\n\n${demote(withoutBlock(turn.content), 3)}`),
  ];
}

function speaker({ seat, used, wanted, stood_in }: ReportTurn, words: Words): string {
  const name = `${used.provider}/${used.model}`;
  const bound = `${wanted.provider}/${wanted.model}`;
  if (stood_in !== undefined) return `${oneLine(seat)} (${name}, ${words.stoodIn(oneLine(stood_in), bound)})`;
  const isSubstituted = used.provider !== wanted.provider || used.model !== wanted.model;
  const model = isSubstituted ? `${name}, ${words.substituted(bound)}` : name;
  return `${oneLine(seat)} (${model})`;
}

function missingSection({ missing }: Report, words: Words): string | null {
  if (missing.length === 0) return null;
  return `## ${words.missing}\n\n${missing.map(({ seat, reason }) => `- ${oneLine(seat)}: ${oneLine(reason)}`).join('\n')}`;
}

function referencesSection(report: Report, words: Words): string {
  const { references, turns } = report;
  if (references.total === 0) return `## ${words.references}\n\n${words.noReferences}`;
  const counts = (['verified', 'repaired', 'exists', 'unverified', 'missing'] as const)
    .filter((state) => references[state] > 0)
    .map((state) => `- ${words.states[state]}: ${references[state]}`);
  const doubtful = turns.flatMap((turn) =>
    turn.references
      .filter(({ state }) => state === 'unverified' || state === 'missing')
      .map(
        ({ text, quote, state }) =>
          `- ${oneLine(turn.seat)} ${text}${quote === null ? '' : ` "${oneLine(quote)}"`}: ${words.states[state]}`,
      ),
  );
  return [`## ${words.references}`, counts.join('\n'), ...(doubtful.length === 0 ? [] : [doubtful.join('\n')])].join(
    '\n\n',
  );
}

function closingSection({ usage, document }: Report, words: Words): string {
  const spent = `${words.tokens(usage.input_tokens, usage.output_tokens, usage.is_estimated)}, ${words.cost(usage.cost_usd)}`;
  const source = document === null ? '' : `\n\n${words.document(document.lines, document.version, document.sha256)}`;
  return `## ${words.price}\n\n${spent}${source}`;
}

const place = (lines: string): string => (lines.trim() === '' ? '' : ` [Ref: ${oneLine(lines)}]`);

/** An agent's own headings step down below the report's. */
const demote = (markdown: string, by = 2): string =>
  markdown.replaceAll(/^(#{1,6})(?=\s)/gm, (marks) => '#'.repeat(Math.min(6, marks.length + by)));
