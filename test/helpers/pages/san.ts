/** As the pages call somebody: nobody is called さんさん. */
export const san = (nickname: string): string => `${nickname.replace(/さん$/u, '')}さん`;
