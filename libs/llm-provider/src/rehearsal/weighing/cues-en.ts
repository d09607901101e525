import { cueWords } from './cues.js';

/** English hints, as lemmas or words; phrases as wink-nlp splits them. Weights are a convention, not a measurement. */
export const ENGLISH_CUES = cueWords({
  benefit: {
    1: `benefit advantage gain improve improvement save saving savings profit profitable success succeed successful
      solve solution proven prove strengthen efficient efficiency effective reliable robust secure safe opportunity
      valuable worthwhile satisfy satisfied attractive win growth break_-_even break_even outperform sustainable
      resilient beneficial rewarding trustworthy breakthrough`,
    0.6: `enable simple simplify fast faster quick quickly easy easily cheap cheaper better best good strong achieve
      guarantee ensure reversible reverse reuse praise demand scale ready realistic accurate convinced confident mature
      idempotent encrypted available consistent correctness convenient freshness comply compliant compatible automatic
      automatically flexible transparent useful promising proof liability_insurance`,
    0.3: `provide allow help support meet reach deliver grow increase revenue margin keep fund granted quality sustain
      complete replicate`,
  },
  risk: {
    1: `risk risky danger dangerous hazard threat fail failure loss lose lost breach leak leaked attack burglary liable
      liability penalty violate violation contradict contradiction unsafe wrong error mistake conflict crash outage
      downtime corrupt unlawful illegal fraud harm damage destroy death injury accident lawsuit sue complain complaint
      impossible vulnerable vulnerability overrun unacceptable insecure unreliable bankrupt bankruptcy insolvent
      collapse single_point_of_failure conflict_of_interest`,
    0.6: `delay delayed late postpone postponed expensive unclear uncertain uncertainty unknown undefined unresolved
      missing miss lack gap expose exposed fear doubt shortage stop problem difficult difficulty reject refuse block
      stale obsolete ambitious incompatible freeze frozen scarce overload bottleneck burden abandon stolen poison
      spoiled unavailable critical concern weak weakness fragile insufficient inadequate unproven untested can_not
      not_yet no_data no_experience no_figure no_capacity nobody nothing oral unfavourable unfavorable unscheduled
      not_signed not_scheduled not_included not_contained not_defined has_not_been have_not_included pressure exhaust
      understate underestimate overestimate invalid disagree`,
    0.3: `cost slow depend dependency dependent assume assumption estimate unless exceed limitation expire manual
      manually draft additional debt serious severe sensitive lag complex complexity duplicate ignore synthetic
      against churn`,
    0.2: 'only although if though',
  },
  relief: `reduce avoid prevent remove eliminate mitigate lower decrease relieve protect limit fix remedy insure detect
    recognise recognize resolve recover manageable`,
  negation: `not no never none neither nor hardly n't`,
  contrast: `but however nevertheless nonetheless`,
});
