import { h } from './dom.js';
import { placesOf, stateOf } from './references.js';
import { sayAttribute, say } from './words.js';

/** Shown by shape as well as by colour. */
const MARKS = { verified: '✓', repaired: '≈', exists: '·', unverified: '?', missing: '✕', unchecked: '' };

/** What makes the buttons of references: each says what became of its check, and leads to its lines. */
export function referenceMaker(reader, checkedReferences) {
  return ({ text, before }) => {
    const places = placesOf(text);
    const state = stateOf(checkedReferences(), text, before, reader.lineCount);
    const label = places.map(([first, last]) => (first === last ? `L${first}` : `L${first}–${last}`)).join(', ');
    const button = h(
      'button',
      { type: 'button', class: `reference is-${state}`, onclick: () => reader.show(places, button) },
      label,
      h('span', { class: 'mark', 'aria-hidden': 'true' }, MARKS[state]),
      h('span', { class: 'for-ears' }, ' ', say(`reference.${state}`)),
    );
    return sayAttribute(button, 'title', `reference.${state}`);
  };
}
