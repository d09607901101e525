import type { Report } from '@council/contracts';
import { RESULT_WORDS } from '../prompts/result-words.js';
import { tallyText } from '../session/result-text.js';
import { oneLine } from './one-line.js';
import { FINDING_WORDS } from './finding-words.js';

/** Votes, fact checks, decisions and rounds: what was found beside the analyses. */
export function findingsSections(report: Report): string[] {
  return [votesSection(report), factsSection(report), roundsSection(report), decisionsSection(report)].filter(
    (section) => section !== null,
  );
}

function votesSection({ votes, ballots, language }: Report): string | null {
  if (votes.length === 0) return null;
  const words = FINDING_WORDS[language];
  const choices = RESULT_WORDS[language].choices;
  const parts = votes.map((vote) => {
    const cast = ballots.filter(({ node_id }) => node_id === vote.node_id);
    const rows = cast.map(({ seat, choice, score, reason, problem }) => {
      const said = choice === 'scored' ? `${score ?? ''} / 10` : choices[choice];
      return `- ${oneLine(seat)}: ${said}. ${oneLine(problem ?? reason)}`;
    });
    return [
      `### ${oneLine(vote.name)}`,
      vote.question === '' ? null : `> ${oneLine(vote.question)}`,
      `**${tallyText(vote, language)}** ${words.worth(vote.effective_votes, vote.is_one_model)}`,
      rows.join('\n'),
    ]
      .filter((part) => part !== null && part !== '')
      .join('\n\n');
  });
  return `## ${words.votes}\n\n${parts.join('\n\n')}`;
}

function factsSection({ fact_checks: checks, language }: Report): string | null {
  if (checks.length === 0) return null;
  const words = RESULT_WORDS[language];
  const parts = checks.map((check) => {
    if (check.status === 'not_checked') return `**${words.notChecked}** ${oneLine(check.reason)}`;
    const rows = check.claims.map(({ claim, state, sources }) => {
      const where = sources.map(({ title, address }) => `${oneLine(title)} ${oneLine(address)}`.trim()).join('; ');
      return `- ${words.claimStates[state]}: ${oneLine(claim)}${where === '' ? '' : ` (${where})`}`;
    });
    return [words.checked(check), rows.join('\n')].join('\n\n');
  });
  return `## ${FINDING_WORDS[language].facts}\n\n${parts.join('\n\n')}`;
}

function roundsSection({ rounds, language }: Report): string | null {
  if (rounds.length === 0) return null;
  const words = FINDING_WORDS[language];
  const rows = rounds.map(({ round, score, delta, version, decision, reason }) => {
    const moved = delta === null ? '' : delta > 0 ? `+${delta}` : String(delta);
    return `| ${round} | ${score ?? '-'} | ${moved} | ${version ?? '-'} | ${words.reasons[reason]}${decision === 'exit' ? '' : ' …'} |`;
  });
  return `## ${words.rounds}\n\n| ${words.roundsHead.join(' | ')} |\n| ---: | ---: | ---: | ---: | --- |\n${rows.join('\n')}`;
}

function decisionsSection({ decisions, language }: Report): string | null {
  if (decisions.length === 0) return null;
  const words = RESULT_WORDS[language];
  const rows = decisions.map(({ name, action, is_automatic, by, comment }) => {
    const who = is_automatic ? words.automatically : `${words.aPerson} (${oneLine(by)})`;
    return `- ${oneLine(name)}: ${who}: ${words.actions[action]}${comment === '' ? '' : `. ${oneLine(comment)}`}`;
  });
  return `## ${FINDING_WORDS[language].decisions}\n\n${rows.join('\n')}`;
}
