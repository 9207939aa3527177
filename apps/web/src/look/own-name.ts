/** A team's name where it has one of its own: the number alone, which stands beside it anyway, is none. */
export const ownName = ({ number, name }: { number: number; name: string }): string => (new RegExp(`^(チーム|Team)\\s*${number}$`, 'i').test(name.trim()) ? '' : name);
