import { RECIPES, type Language, type RecipeId } from '@tsunagu/contracts';
import { say } from '../look/language.js';

/** What a facilitator walks through with this kind of event, in its order, in one line. */
export const phasesOf = (recipe: RecipeId, language: Language): string => RECIPES[recipe].phases.map((phase) => say(phase, language)).join(' → ');
