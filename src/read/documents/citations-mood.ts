/** A sentence that begins by telling what to do. */
const imperative =
  /^[^\w]*(?:\d+[.)]\s*|T\d+\s*(?:\[\w+\]\s*)*)?(?:[A-Z][\w ]{0,24}:\s*)?(?:please\s|then\s|to\s)?(?:edit|update|change|add|append|replace|modify|create|write|implement|introduce|extend|fix|apply|insert|remove|delete|drop|rewrite|rename|move|port|extract|split|refactor|integrate|initiali[sz]e|configure|migrate|wire|consider|try)(?=\s(?!:))/i;
/** Words of plans, and of what is not there. */
const plan =
  /\b(?:should|could|would|proposed|suggested|recommended|planned|todo|tbd|to\sbe\s\w+ed|will\sbe|to\sadd|new\scode|instead\sof|not\sfound|missing|does\snot\sexist|doesn't\sexist|no\slonger|deleted|removed|gone|aspirational|future|upcoming|not\syet|example\sfor|sketch|pseudo-?code)\b|\(new\)|,\s(?:add|modify|insert|replace|change|comment\sout|remove)\b/i;

/** A step of a scenario: it sets up or expects files, wherever the program runs. */
const step = /^[^\w]*(?:GIVEN|WHEN|THEN|AND|BUT)\b/;

/** A sentence need not be read further than this to tell. */
const longest = 600;

/** True for a sentence (its code made unreadable) that says what is to be done, what is missing or what would be, and so not what the code is. */
export function isProposal(sentence: string): boolean {
  const text = sentence.slice(0, longest).trimStart();
  return imperative.test(text) || plan.test(text) || step.test(text);
}
