export function synonymsText(): Promise<string>;
