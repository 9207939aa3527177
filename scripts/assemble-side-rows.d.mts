export function assembleSideRows(): Promise<string>;
