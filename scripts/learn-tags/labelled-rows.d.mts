interface Annotated {
  tags: { kind: string; label: string; aliases: string[] }[];
  optional?: string[][];
  forbidden_skill?: string[];
}
export function targetOf(label: string, introduction: Annotated): { shares: number[]; weight: number } | undefined;
