import { heading } from './markdown.js';
import { speakOther } from './speak-other.js';
import { speakSide } from './speak-side.js';
import { speakSummary } from './speak-summary.js';
import { speakVerdict } from './speak-verdict.js';
import { leaningTo, type Turn } from './turn.js';

/** A whole turn in pieces, without its first line. */
export function speak(turn: Turn): readonly string[] {
  const { brief, reading, words } = turn;
  const said = bodyOf(turn);
  if (reading.statements.length > 0) return [...notesOf(turn), ...said];
  const reason = brief.document === null ? words.noDocument : words.nothingToQuote;
  // A judge owes its block even where there is nothing to judge.
  return brief.stance === 'adjudicator' ? [reason, heading(words.balance), words.noBasis, ...said.slice(-1)] : [reason];
}

function bodyOf(turn: Turn): readonly string[] {
  switch (turn.brief.stance) {
    case 'affirmative':
      return speakSide(turn, 'benefit');
    case 'negative':
      return speakSide(turn, 'risk');
    case 'adjudicator':
      return speakVerdict(turn);
    case 'summariser':
      return speakSummary(turn);
    case 'other':
    case 'voter':
    case 'scorer':
    case 'extractor':
      return speakOther(turn);
  }
}

function notesOf(turn: Turn): readonly string[] {
  const { reading, words } = turn;
  const { statements, found, language } = reading;
  const notes = [words.readNote(statements.length, leaningTo(turn, 'benefit').length, leaningTo(turn, 'risk').length)];
  if (found > statements.length) notes.push(words.boundNote(statements.length, found));
  if (language === 'zh') notes.push(words.lexicalNote);
  return [notes.join(' ')];
}
