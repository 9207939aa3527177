/** What English verbs do to things, as the Japanese verbs that name it, so that "I fix bikes" and 自転車を直します are one tag. */
const VERBS = `
fix,repair,mend = 直す 修理する
grow,cultivate,raise = 育てる 作る 栽培する 飼う
make,craft,create,produce = 作る 制作する 開発する
build = 作る 建てる 開発する 構築する
develop,code,program = 開発する 書く
design = デザインする 設計する
write = 書く
edit = 編集する
take,shoot,photograph,film = 撮る
draw,paint,sketch = 描く 塗る
teach,coach,tutor = 教える
bake = 焼く 作る
cook = 作る 料理する
sew = 縫う
knit,crochet = 編む
weave = 織る
dye = 染める
carve = 彫る
weld = 溶接する
brew = 造る 仕込む 淹れる
roast = 焙煎する
ferment,pickle = 漬ける 仕込む
clean = 掃除する
collect,gather = 集める
pick = 拾う 摘む 採る
sell = 売る 販売する
run,manage,own = 運営する 経営する 管理する
organise,organize,host,plan,arrange = 企画する 運営する 主催する 開く
facilitate,chair,moderate = 進める 回す
translate = 翻訳する
interpret = 通訳する
analyse,analyze = 分析する
visualise,visualize = 可視化する
measure,survey = 測る 調査する 測量する
maintain,service = 整備する 管理する
drive = 運転する
ride = 乗る
fly = 飛ばす
sail,steer = 操縦する
catch = 釣る 獲る
climb = 登る
read = 読む
watch = 観る 観察する 観戦する
sing = 歌う
dance = 踊る
cut,trim,prune = 切る 剪定する
plant = 植える
keep = 飼う
train = しつける 訓練する 育てる
deliver = 届ける 配る 配送する
recycle = 回収する リサイクルする
reduce = 削減する
prevent,stop = 防止する 予防する
improve = 改善する
renovate,restore = 改修する 改装する リノベする
support,assist = 支援する
sharpen = 研ぐ
play = 演奏する
lead = 束ねる 率いる
`;

/** Everyday objects by the Japanese word for them, where the lexicon's concept of that name is another thing or none. */
const OBJECTS = `
photo,picture=写真 video=動画 vegetable=野菜 bike,bicycle=自転車 car=車 fish=魚 bread=パン tree=木 branch=枝 hair=髪 grass,weed=草 lawn=芝生 snow=雪 garbage,trash,rubbish,litter=ごみ toy=おもちゃ kimono=着物 knife=包丁
book=本 letter=手紙 song=曲 music=音楽 poem=詩 novel,story=小説 map=地図 app=アプリ website=サイト code=コード data=データ graph,chart=グラフ article=記事 furniture,chair,table=家具 house=家 garden=庭 flower=花
rice=米 bee=ミツバチ chicken=鶏 cow=牛 dog=犬 cat=猫 boat,ship=船 truck=トラック bus=バス wood=木 bowl,cup=器 miso=味噌 cake,cookie=ケーキ coffee=コーヒー beer=ビール sake=日本酒 wine=ワイン tea=お茶 event=イベント
workshop=ワークショップ meeting=会議 minutes=議事録 game=ゲーム movie,film=映画 play=芝居 clothes,dress=洋服 cloth=布 sweater,scarf=毛糸 wall=壁 drone=ドローン tractor=トラクター crane=クレーン forklift=リフト star=星 bird=鳥 insect,bug=虫
deer,boar=鹿 mushroom=キノコ mountain=山 bonsai=盆栽 community=コミュニティ company,business=会社 shop,store=店 server=サーバー robot=ロボット poster=ポスター logo=ロゴ illustration=イラスト manga,comic=漫画 blog=ブログ
sign=看板 shelf=棚 plum=梅 noodle=そば soba=そば udon=うどん sushi=寿司 lunch=弁当 bento=弁当 field=畑 people,staff=人材 shoe=靴 clock,watch=時計 computer,pc,laptop=パソコン smartphone,phone=スマホ radio=ラジオ instrument=楽器
`;

const IRREGULAR: Record<string, string> = {
  made: 'make', built: 'build', grew: 'grow', grown: 'grow', wrote: 'write', written: 'write', taught: 'teach', took: 'take', taken: 'take', drew: 'draw', drawn: 'draw', sold: 'sell', ran: 'run', drove: 'drive', driven: 'drive',
  caught: 'catch', shot: 'shoot', sang: 'sing', flew: 'fly', rode: 'ride', led: 'lead', kept: 'keep', sewn: 'sew', wove: 'weave', woven: 'weave', running: 'run', planning: 'plan', planned: 'plan', programming: 'program', knitting: 'knit',
  cutting: 'cut', stopping: 'stop', trimming: 'trim',
};

const byBase = new Map(VERBS.trim().split('\n').flatMap((line) => {
  const [bases, lemmas] = line.split(' = ');
  return bases.split(',').map((base): [string, string[]] => [base, lemmas.split(' ')]);
}));

const byObject = new Map(OBJECTS.trim().split(/\s+/).flatMap((entry) => {
  const [words, object] = entry.split('=');
  return words.split(',').map((word): [string, string] => [word, object]);
}));

/** The base forms that a form of a verb may belong to: making → make, mak. */
function basesOf(form: string): string[] {
  const bases = [IRREGULAR[form] ?? form];
  for (const ending of ['ing', 'ed', 'es', 's', 'd']) {
    if (!form.endsWith(ending)) continue;
    const stem = form.slice(0, -ending.length);
    bases.push(stem, `${stem}e`, stem.replace(/i$/, 'y'));
  }
  return bases;
}

/** The Japanese verbs for what an English one does to a thing, best first; none for other words. In any of its forms. */
export function verbsOfEnglish(word: string): string[] {
  const base = basesOf(word.toLowerCase()).find((candidate) => byBase.has(candidate));
  return base === undefined ? [] : byBase.get(base)!;
}

/** The Japanese word for an everyday object, in the singular or the plural. */
export function everydayObject(words: string): string | undefined {
  const last = words.toLowerCase().split(/\s+/).at(-1)!;
  return byObject.get(last) ?? byObject.get(last.replace(/s$/, '')) ?? byObject.get(last.replace(/es$/, '')) ?? byObject.get(last.replace(/ies$/, 'y'));
}
