/** A team's question to begin with; its opening words stand above it already. */
export const bareQuestion = (question: string): string => question.replace(/^[^「“、,]{2,16}[：:]\s*/u, '');
