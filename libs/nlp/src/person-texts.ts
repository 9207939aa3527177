/** What is known of a person in their own words. */
export interface PersonTexts {
  introduction?: string;
  affiliation?: string;
  jackets?: readonly string[];
}
