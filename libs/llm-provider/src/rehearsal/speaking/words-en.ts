import { REHEARSAL_NAME } from '../engine-name.js';
import type { Words } from './words.js';

export const ENGLISH_WORDS: Words = {
  opening: `*${REHEARSAL_NAME.en}: words in quotation marks are the document's own, all others are templates.*`,
  noDocument: 'There is no document. The rehearsal can only read one, so it has nothing to say.',
  nothingToQuote:
    'The document holds no sentence that can be quoted: headings, tables, code and fragments of a few words are not read.',
  speaksFor: 'What the document says for itself',
  speaksAgainst: 'What the document says against itself',
  noBenefit: 'No sentence of the document reads as a benefit.',
  noRisk: 'No sentence of the document reads as a risk.',
  risksAndAnswers: 'Risks, and the nearest answer in the document',
  benefitsAndDoubts: 'Benefits, and the nearest doubt in the document',
  risk: 'Risk',
  benefit: 'Benefit',
  answer: 'Nearest answer',
  doubt: 'Nearest doubt',
  unanswered: 'Unanswered in the document.',
  undoubted: 'Not doubted in the document.',
  onSubject: 'What the document says, nearest to this seat and the objective',
  labels: { benefit: 'Reads as a benefit', risk: 'Reads as a risk', neutral: 'Takes no side' },
  quotedUnanswered: 'Quoted before, and unanswered in the document',
  openQuestions: 'Questions that the document leaves open',
  readNote: (read, benefits, risks) =>
    `Read: ${read} sentences; ${benefits} read as a benefit, ${risks} as a risk, by the words in them.`,
  boundNote: (weighed, found) =>
    `The document is long: of ${found} different sentences only ${weighed} were weighed, the clearest of each side in its share.`,
  lexicalNote:
    'The document is in Chinese, which the sentence encoder cannot read: likeness was measured by shared words only.',
  disputes: 'Points in dispute',
  noDispute: 'The quotations hold no benefit beside a risk: there is nothing to set against each other.',
  heaviest: 'the heaviest quotation of either side',
  ruling: 'Balance of the words',
  rulings: {
    benefit: 'The words of the benefit weigh more.',
    even: 'Both quotations weigh about the same.',
    risk: 'The words of the risk weigh more.',
  },
  listing: ', ',
  colon: ': ',
  orders: 'To mend',
  noOrders: 'Every quoted risk has a near answer in the document, and no question is left open.',
  answerRisk: 'Answer this risk in the document, or say that it remains: ',
  answerQuestion: 'Answer this open question: ',
  balance: 'Textual balance',
  basis: (quotations, benefits, risks) =>
    `Counted from ${quotations} quoted sentences, of which ${benefits} read as a benefit and ${risks} as a risk; the document's other sentences count a third. This is arithmetic on words, not a judgement.`,
  ownQuotations: 'No earlier turn quoted the document, so the sentences are the own choice of this seat.',
  noJudgement: 'No language model took part: the rehearsal engine reads and quotes, and does not judge.',
  noBasis: 'Nothing was quoted: the figures stay at the middle and say nothing about the document.',
  score: (name, points, weight) => `${name}: ${points} of 100, weight ${weight}`,
  criteria: ['Strategic alignment', 'Practical value', 'Logical consistency'],
  verdict: (tendency, total, unanswered) => {
    const side = {
      benefit: 'the quoted benefits outweigh the quoted risks',
      even: 'quoted benefits and risks are near to a balance',
      risk: 'the quoted risks outweigh the quoted benefits',
    }[tendency];
    return `Textual balance ${total} of 100: ${side}; quoted risks without a near answer in the document: ${unanswered}. Counted, not judged.`;
  },
  noVerdict: 'Nothing in the document could be quoted, so the balance says nothing about it.',
  mostWeightFor: 'Quoted for the document, by weight',
  mostWeightAgainst: 'Quoted against the document, by weight',
};
