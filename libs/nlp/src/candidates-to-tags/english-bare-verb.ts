/** Verbs and adjectives behind which "to" begins a doing; behind others it leads somewhere (go to church). */
const TO_DO = 'able|how|happy|glad|willing|ready|free|keen|eager|love|loves|like|likes|want|wants|hope|hopes|hoping|plan|plans|planning|try|trying|tried|learn|learns|learning|learnt|learned|need|needs|know|knows|used|going|have|has|had|prefer|hate|afford|begin|began|start|started|continue|decided|agreed|promised|offer|allowed|asked|invited|trained|enough|place|room|space|time|way|chance';
const SMALL = 'also|even|still|really|often|sometimes|always|just|only|mostly|usually|never|rather';
/** Right before a verb in its plain form, or before a verb in a chain of such: I can dance and … */
const VERB_BEFORE = new RegExp(String.raw`(?:\b(?:can|could|cannot|i|we|they|who|let me|let['’]s|(?:${TO_DO}) to)|['’](?:ll|d|t))\s+(?:(?:${SMALL})\s+)*(?:\p{Ll}+(?:, (?:(?:and|or) )?| (?:and|or) ))*$`, 'iu');
/** No plain form: what ends so, or begins with a capital, is a thing even there ("I can Excel"). */
const PLAIN_FORM = /^\p{Ll}+(?<!ing|[^s]s)$/u;

/** Whether a word is a verb with no noun to it, by what stands before it in its sentence: "cook" of "I can cook". */
export const isBareVerb = (word: string, before: string): boolean => PLAIN_FORM.test(word) && VERB_BEFORE.test(before);

/** What the doing of a verb may be written like: bake → bakeing, baking; swim → swiming, swimming. */
export const gerundsOf = (verb: string): string[] => [`${verb}ing`, `${verb.replace(/(?<!e)e$/, '')}ing`, `${verb}${verb.at(-1)}ing`];
