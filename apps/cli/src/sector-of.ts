import type { Sector } from '@tsunagu/contracts';

/** What people write for a sector, NFKC and in small letters; the first is what the pages call it. */
const SECTOR_NAMES: Record<Sector, readonly string[]> = {
  citizen: ['市民・住民', '市民', '住民', '地域住民', '民', 'citizen', 'resident'],
  public: ['行政', '自治体', '市役所', '役所', '公務員', '市職員', '官', 'public', 'government'],
  company: ['企業', '会社', '会社員', '民間企業', '産', 'company', 'business'],
  npo: ['npo・市民団体', 'npo', 'npo法人', 'ngo', '市民団体', '非営利団体', 'non-profit', 'nonprofit'],
  academia: ['大学・研究', '大学', '研究', '研究者', '教員', '研究機関', '学', 'academia', 'university', 'research'],
  student: ['学生', '大学生', '高校生', '生徒', 'student'],
};

const sectors = new Map(Object.entries(SECTOR_NAMES).flatMap(([sector, names]) => names.map((name) => [name, sector])));

/** The sector that is meant, in Japanese or English; any other text stands as it is, since exports of other tools have sectors of their own. */
export const sectorOf = (text: string | null | undefined): string | undefined => (text ? sectors.get(text.normalize('NFKC').trim().toLowerCase()) ?? text : undefined);
