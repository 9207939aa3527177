import { SECTORS, type Sector } from './words.js';

/** What people write for a sector, NFKC and in small letters: as the pages call it in each language, and what stands in lists. */
const SECTOR_NAMES: Record<Sector, readonly string[]> = {
  citizen: ['市民・住民', '市民', '住民', '地域住民', '民', 'このまちに すむ人', 'citizen', 'resident'],
  public: ['行政', '自治体', '市役所', '役所', '公務員', '市職員', '官', '市役所など', 'public', 'government'],
  company: ['企業', '会社', '会社員', '民間企業', '産', 'company', 'business'],
  npo: ['npo・市民団体', 'npo', 'npo法人', 'ngo', '市民団体', '非営利団体', 'npo・ボランティア', 'non-profit', 'nonprofit'],
  academia: ['大学・研究', '大学', '研究', '研究者', '教員', '研究機関', '学', 'academia', 'university', 'research'],
  student: ['学生', '大学生', '高校生', '生徒', 'student'],
};

/** The sector that is meant, in Japanese or English; of any other text there is none. */
export function sectorNamed(text: string): Sector | undefined {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  return SECTORS.find((sector) => SECTOR_NAMES[sector].includes(plain));
}
