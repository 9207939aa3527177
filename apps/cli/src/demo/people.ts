import type { Language, Sector } from '@tsunagu/contracts';

export interface DemoPerson {
  nickname: string;
  affiliation?: string;
  sector: Sector;
  language?: Language;
  introduction: string;
  jacket?: { title: string; description: string; sharing: 'open' | 'negotiable' | 'closed' };
}

const ja = (nickname: string, sector: Sector, affiliation: string, introduction: string, jacket?: DemoPerson['jacket']): DemoPerson => ({ nickname, sector, affiliation: affiliation || undefined, introduction, jacket });
const en = (nickname: string, sector: Sector, affiliation: string, introduction: string): DemoPerson => ({ nickname, sector, affiliation, introduction, language: 'en' });

/** Invented people of the demo event 「坂のまち・ひなた地区 ご近所ラボ」. Nobody of them exists. */
export const DEMO_PEOPLE: DemoPerson[] = [
  ja('みさき', 'citizen', 'ひなた3丁目', '小学生ふたりの母です。保護者会の広報紙をIllustratorで作っています。坂が多くて、荷物を持って帰るのが大変な方をよく見かけるので、買い物の手助けの仕組みを考えたいです。'),
  ja('げんさん', 'citizen', 'ひなた自治会', '自治会で防災担当をして12年になります。元は消防団で、救命講習の指導ができます。若い人がなかなか会合に来てくれないのが悩みです。スマホに詳しい方を探しています。'),
  ja('ゆうた', 'student', 'みなと工科大学', '情報工学科の3年です。ReactとTypeScriptでWebアプリを作れます。授業以外で誰かの役に立つものを作ってみたいです。デザインは苦手なので、デザイナーの方と組みたいです。'),
  ja('さなえ', 'npo', 'NPO法人ひだまり食堂', '子ども食堂を月2回開いています。調理と献立づくりができます。食材は余りがちなのに、配達する車と運転手が足りません。'),
  ja('くどう', 'company', '相武交通', '路線バスの運行計画を担当しています。坂の上の停留所が廃止になり、交通空白地の移動をどうするか考えています。', { title: '停留所別の乗降者数', description: '平日1時間ごと、過去3年分', sharing: 'negotiable' }),
  ja('はるか', 'public', '市役所 高齢福祉課', '地域包括支援センターと一緒に見守りの体制づくりを進めています。一人暮らしの高齢者は増えているのに、担い手が足りません。データで優先順位を考えられる方に会いたいです。'),
  ja('マサ', 'company', 'マサ電機商会', '商店街の電器屋です。家電の修理と配線工事ができます。第二種電気工事士です。閉店後の店先を集まりの場所に使ってもらってかまいません。'),
  ja('りん', 'student', 'ひなた高校', '高校2年、写真部です。まちの坂道を撮っています。動画編集もできます。お年寄りに昔の話を聞いてみたいです。'),
  ja('おおつか', 'academia', 'みなと工科大学 都市計画研究室', '歩きやすさの研究をしています。GISと空間分析が専門です。住民の実感とデータを結びつけるワークショップを開きたいと思っています。', { title: '歩行空間の勾配データ', description: '区内の道路の勾配と段差', sharing: 'open' }),
  ja('よしえ', 'citizen', '', '退職した保健師です。血圧測定や健康相談ならお手伝いできます。体操教室もやっています。パソコンはできません。'),
  ja('ケンジ', 'company', 'フリーランス', 'UI/UXデザイナーです。Figmaで画面設計からプロトタイプまで作ります。福祉の分野は未経験ですが興味があります。エンジニアを探しています。'),
  ja('とも', 'company', '丘の上ベーカリー', 'パン屋です。毎日どうしても売れ残りが出るのがもったいなくて、食品ロスを減らす方法を探しています。朝の4時から昼までは厨房を使いますが、午後は空いています。'),
  ja('あきら', 'npo', '移動サポートひなた', '福祉有償運送のドライバーをしています。車いすの方の送迎ができます。予約の電話対応に追われているので、予約システムを作れる方に助けてほしいです。'),
  ja('なつき', 'public', '市役所 デジタル推進課', 'オープンデータの公開を担当しています。Pythonで簡単な集計はできます。シビックテックの仲間を増やしたいです。', { title: '避難所と備蓄の一覧', description: '市内の指定避難所、CSV', sharing: 'open' }),
  ja('ふみ', 'citizen', '', '図書館で読み聞かせのボランティアをしています。絵本が大好きです。子どもと高齢者が一緒に過ごせる場所を作りたいです。'),
  ja('だいち', 'company', 'ひなたファーム', '農家です。規格外の野菜が毎週コンテナに3つほど余ります。軽トラックはあります。使ってくれるところを探しています。'),
  ja('しんじ', 'citizen', '', '大工を45年。手すりの取り付けや住宅改修は任せてください。道具はひととおりあります。力仕事を手伝ってくれる若い人がほしいです。'),
  ja('えり', 'academia', 'みなと工科大学 情報学部', '自然言語処理の研究をしています。アンケートの自由記述の分析が得意です。現場の困りごとを聞かせてください。'),
  ja('まりこ', 'npo', '多文化ハウスひなた', '日本語教室を運営しています。英語と中国語の通訳ができます。外国人の家族が防災訓練に参加できるように、やさしい日本語の資料を作りたいです。'),
  ja('たける', 'company', 'センサー工房', 'IoT機器の試作をしています。Arduinoと電子工作が得意です。見守りや防災に使えるセンサーを、実際の家で試せる場所を探しています。'),
  ja('ちひろ', 'company', '湾岸電力', '電力データの活用を担当しています。使用量の変化から生活のリズムが分かるので、安否確認に使えないか考えています。', { title: '世帯の電力使用量（30分値）', description: '同意を得た200世帯の統計', sharing: 'negotiable' }),
  ja('こうへい', 'student', 'みなと工科大学大学院', '修士1年です。機械学習で人流データを分析しています。発表資料づくりも得意です。趣味はボルダリングとコーヒーです。'),
  ja('すみれ', 'citizen', 'ひなた民生委員', '民生委員になって3年目です。担当の80世帯を一人で訪ねきれません。訪ねなくても様子が分かる方法があれば知りたいです。'),
  ja('ひろし', 'company', 'ひなた信用金庫', '創業支援と補助金の申請のお手伝いをしています。中小企業診断士です。空き店舗を活用したい方の相談に乗れます。'),
  ja('かな', 'npo', 'NPOあおぞら保育', '保育士です。子育てサロンを開く場所がなくて困っています。ピアノが弾けます。'),
  ja('れん', 'company', 'スタートアップ', 'Flutterでモバイルアプリを開発しています。決済まわりの経験があります。地域通貨やポイントの仕組みに関心があります。'),
  ja('きよし', 'citizen', '', '元は経理部長です。会計や助成金の報告書づくりができます。囲碁の相手も探しています。'),
  ja('まい', 'public', '社会福祉協議会', 'ボランティアのコーディネートをしています。ファシリテーションの経験があります。活動したい人と困っている人がうまく出会えないのが課題です。'),
  ja('じゅん', 'company', '坂道メディア', 'ライターです。取材と記事の執筆、SNSの発信ができます。まちで活動している人を紹介したいです。'),
  ja('さくら', 'student', 'ひなた看護専門学校', '看護学生です。認知症カフェに興味があります。手話を勉強中です。'),
  ja('たかこ', 'citizen', 'ひなた商店街 銭湯「松の湯」', '銭湯をやっています。開店前の午前中は脱衣場が空いています。体操でも集まりでも使ってください。常連さんの見守りも自然にしています。'),
  ja('りょう', 'academia', 'みなと工科大学 機械工学科', '電動アシストのカートを開発しています。3Dプリンターと機械設計ができます。坂のまちで実証実験をさせてくれる方を募集しています。'),
  en('Lucas', 'academia', 'Minato Institute of Technology', 'I am a postdoc working on public transport simulation. I can do data analysis in Python and R. I am interested in how older people get around on steep hills, and I am looking for bus ridership data.'),
  en('Priya', 'company', 'Harbor Labs', 'Product manager. I have run user interviews for eight years and can facilitate workshops in English. I want to learn more about Japanese community work. Looking for someone who speaks both Japanese and English.'),
  en('Mei', 'student', 'Minato Institute of Technology', 'Exchange student from Taiwan. I speak Chinese, English and a little Japanese. I like illustration and graphic design, and I want to make signs that everyone can understand.'),
  ja('いちろう', 'citizen', '', 'よろしくお願いします。まだ何ができるか分かりません。'),
];

export const DEMO_EVENT = {
  recipe: 'living-lab' as const,
  title: '坂のまち・ひなた地区 ご近所ラボ',
  theme: '坂の多いまちで、買い物・移動・見守りをみんなで支えるには？ 高齢者の暮らし、食品ロス、空いている場所の活用、地域のデータ活用を考えます。',
  place: 'ひなた地区センター 大会議室',
};
