import type { Language, Named } from '@tsunagu/contracts';

/** What a tag is called on a page of this language: its label, or in English its English name where it has one. */
export const nameOf = ({ label, en }: Named, language: Language): string => (language === 'en' && en) || label;
