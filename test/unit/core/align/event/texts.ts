/**
 * Little invented reports: two earthquakes, two strikes, two meetings of the same ministers, each event told by two or three
 * outlets in their own words. Places, people and figures do not exist.
 */
import type { AlignVersion } from '../../../../../core/align/types';
import { splitSentences } from '../../../../../core/segment/sentences';

export interface EventText {
  event: 'quake-marava' | 'quake-soltane' | 'strike-belmar' | 'strike-tarona' | 'talks-gas' | 'talks-fish';
  topic: 'quake' | 'strike' | 'talks';
  lang: 'en' | 'fr' | 'ar';
  paragraphs: string[];
}

export const eventTexts: Record<string, EventText> = {
  quakeMaravaEn: {
    event: 'quake-marava',
    topic: 'quake',
    lang: 'en',
    paragraphs: [
      'Marava quake kills at least 41, villages cut off',
      'A strong earthquake shook the mountain province of Marava before dawn on Sunday, killing at least 41 people and burying whole streets of the town of Dorsil.',
      'The tremor, of magnitude 6.2, struck at 4:17 a.m. at a depth of nine kilometres, the geological institute said. More than thirty aftershocks followed.',
      '“We ran out barefoot, and behind us the house folded like paper,” said Lina Orsay, a baker in Dorsil, whose two neighbours are missing.',
      'The road to the upper valley is blocked by rockfalls, and helicopters are the only way to reach six villages, the governor, Tomas Berin, told reporters.',
      'The government declared three days of mourning and released 25 million crowns for tents, blankets and field hospitals.',
      'Marava was last hit by a comparable earthquake in 1974, when more than 300 people died.',
    ],
  },
  quakeMaravaFr: {
    event: 'quake-marava',
    topic: 'quake',
    lang: 'fr',
    paragraphs: [
      'Séisme en Marava : plus de quarante morts, des vallées isolées',
      'Le bilan du tremblement de terre qui a frappé dimanche la province montagneuse de Marava s’élève à au moins 41 morts, selon les secours ; à Dorsil, des rues entières ont disparu sous les décombres.',
      'Six villages ne sont plus accessibles que par hélicoptère, des éboulements ayant coupé la route de la haute vallée, a expliqué le gouverneur Tomas Berin.',
      'L’institut de géologie a mesuré une magnitude de 6,2 et situe le foyer à neuf kilomètres de profondeur. La secousse a eu lieu à 4 h 17 ; une trentaine de répliques ont suivi.',
      'Des équipes cynophiles venues de trois pays voisins sont attendues ce soir à l’aéroport de la capitale.',
      'Un deuil national de trois jours a été décrété. Le gouvernement débloque 25 millions de couronnes pour des tentes, des couvertures et des hôpitaux de campagne.',
    ],
  },
  quakeMaravaAr: {
    event: 'quake-marava',
    topic: 'quake',
    lang: 'ar',
    paragraphs: [
      'زلزال مارافا يودي بحياة العشرات ويعزل قرى بأكملها',
      'أعلنت الحكومة الحداد ثلاثة أيام وخصصت ٢٥ مليون كرونة لشراء الخيام والبطانيات وإقامة مستشفيات ميدانية، بعد الزلزال الذي ضرب إقليم مارافا الجبلي فجر الأحد.',
      'وقالت فرق الإنقاذ إن ٤١ شخصاً على الأقل قتلوا، وإن شوارع كاملة في بلدة دورسيل دفنت تحت الأنقاض.',
      'وبلغت قوة الهزة ٦٫٢ درجات، ووقعت على عمق تسعة كيلومترات بحسب معهد الجيولوجيا الذي سجل أكثر من ثلاثين هزة ارتدادية.',
      'وأوضح المحافظ توماس بيرين أن الانهيارات الصخرية قطعت الطريق إلى الوادي الأعلى، وأن الوصول إلى ست قرى لا يتم إلا بالمروحيات.',
      'وتعود آخر كارثة مماثلة في الإقليم إلى عام ١٩٧٤، حين قضى أكثر من ٣٠٠ شخص.',
    ],
  },
  quakeSoltaneEn: {
    event: 'quake-soltane',
    topic: 'quake',
    lang: 'en',
    paragraphs: [
      'Earthquake off Soltane coast sends thousands to higher ground',
      'An undersea earthquake of magnitude 7.1 rattled the port of Soltane on Wednesday evening and prompted a tsunami warning that was lifted two hours later.',
      'No deaths were reported, but eleven people were treated for cuts and broken bones, the health ministry said.',
      'Thousands of residents spent the night in schools and on the hills above the harbour. “My grandmother taught us: when the sea goes quiet, climb,” said Idris Calo, a fisherman.',
      'Cracks appeared in the runway of the airport, which was closed to large aircraft, and two hotels on the seafront were evacuated.',
      'The national seismological centre placed the epicentre 60 kilometres offshore and said that further tremors were likely.',
    ],
  },
  quakeSoltaneAr: {
    event: 'quake-soltane',
    topic: 'quake',
    lang: 'ar',
    paragraphs: [
      'زلزال قبالة سواحل سلطان يدفع الآلاف إلى المرتفعات',
      'ضرب زلزال بحري بلغت قوته ٧٫١ درجات قبالة ميناء سلطان مساء الأربعاء، وصدر تحذير من موجات تسونامي ألغي بعد ساعتين.',
      'وأمضى آلاف السكان ليلتهم في المدارس وعلى التلال المطلة على المرفأ.',
      'ولم تسجل وفيات، لكن وزارة الصحة أعلنت علاج أحد عشر شخصاً من جروح وكسور.',
      'وظهرت تشققات في مدرج المطار فأغلق أمام الطائرات الكبيرة، وأخلي فندقان على الواجهة البحرية.',
    ],
  },
  strikeBelmarEn: {
    event: 'strike-belmar',
    topic: 'strike',
    lang: 'en',
    paragraphs: [
      'Belmar teachers vote to walk out over class sizes',
      'Schools in Belmar will close for two days next week after teachers voted by 87 per cent to strike over crowded classrooms, their union announced on Thursday.',
      'Some classes have 38 pupils, said Carla Winn, who leads the Belmar Teachers’ Federation. “You cannot teach reading in a railway station,” she said.',
      'The city’s education office called the walkout irresponsible and said that 120 new posts would be filled by September.',
      'Parents will find child care in eleven community centres, which open at seven in the morning.',
      'A meeting between both sides broke up on Wednesday without a result.',
    ],
  },
  strikeBelmarFr: {
    event: 'strike-belmar',
    topic: 'strike',
    lang: 'fr',
    paragraphs: [
      'À Belmar, les enseignants en grève contre les classes surchargées',
      'Les enseignants de Belmar cesseront le travail pendant deux jours la semaine prochaine : 87 % d’entre eux ont voté la grève, a annoncé jeudi leur syndicat.',
      'La direction municipale de l’éducation juge ce mouvement irresponsable ; elle promet de pourvoir 120 postes supplémentaires d’ici à septembre.',
      '« On n’apprend pas à lire dans un hall de gare », résume Carla Winn, présidente de la fédération, qui cite des classes de 38 élèves.',
      'Les discussions de mercredi entre les deux parties n’ont rien donné.',
      'Le syndicat n’exclut pas de reconduire le mouvement après les vacances.',
    ],
  },
  strikeTaronaEn: {
    event: 'strike-tarona',
    topic: 'strike',
    lang: 'en',
    paragraphs: [
      'Nurses in Tarona end three-week strike',
      'Nurses at the four public hospitals of Tarona return to work on Monday after their union accepted a pay rise of 6 per cent, ending a strike that had lasted three weeks.',
      'The agreement, reached after a night of talks under the mediator Ruth Halvor, also limits night shifts to ten a month.',
      '“It is not everything we asked for, but it is more than a thank-you card,” said Jonas Petrie of the nurses’ union.',
      'Some 900 operations had to be put off during the walkout. Hospitals expect to clear the waiting list by the summer.',
      'The regional health minister said that the rise would cost 14 million a year.',
    ],
  },
  strikeTaronaAr: {
    event: 'strike-tarona',
    topic: 'strike',
    lang: 'ar',
    paragraphs: [
      'ممرضو تارونا ينهون إضراباً استمر ثلاثة أسابيع',
      'يعود الممرضون في المستشفيات الحكومية الأربعة في تارونا إلى العمل يوم الاثنين، بعد أن قبلت نقابتهم زيادة في الأجور نسبتها ٦ في المئة.',
      'وقال وزير الصحة في الإقليم إن الزيادة ستكلف ١٤ مليوناً في السنة.',
      'ونص الاتفاق، الذي تم التوصل إليه بعد ليلة من المفاوضات قادتها الوسيطة روث هالفور، على ألا تتجاوز نوبات الليل عشراً في الشهر.',
      'وأدى الإضراب إلى تأجيل نحو ٩٠٠ عملية جراحية.',
    ],
  },
  talksGasEn: {
    event: 'talks-gas',
    topic: 'talks',
    lang: 'en',
    paragraphs: [
      'Norvia and Kesh agree on gas pipeline after ministers meet',
      'The foreign ministers of Norvia and Kesh, Anna Velt and Sami Dorran, signed an outline agreement on a gas pipeline in the border town of Rusk on Tuesday.',
      'The pipe, 240 kilometres long, is to carry four billion cubic metres a year from the Keshi fields to Norvia’s factories from 2029.',
      'Velt spoke of “a bridge that happens to be made of steel”. Dorran said that the price would be reviewed every three years.',
      'Environmental groups announced that they would go to court over the route, which crosses the Illen marshes.',
      'Relations between the neighbours had been tense since the closing of the border in 2021.',
    ],
  },
  talksGasFr: {
    event: 'talks-gas',
    topic: 'talks',
    lang: 'fr',
    paragraphs: [
      'Gazoduc : la Norvie et le Kesh s’entendent',
      'Un accord de principe sur la construction d’un gazoduc a été signé mardi à Rusk, ville frontalière, par les ministres des affaires étrangères Anna Velt et Sami Dorran.',
      'Les associations écologistes saisiront la justice : le tracé traverse les marais de l’Illen.',
      'Long de 240 kilomètres, l’ouvrage doit livrer à partir de 2029 quatre milliards de mètres cubes par an aux usines de Norvie.',
      'Le prix sera révisé tous les trois ans, a précisé M. Dorran. Mme Velt a salué « un pont qui se trouve être en acier ».',
    ],
  },
  talksFishEn: {
    event: 'talks-fish',
    topic: 'talks',
    lang: 'en',
    paragraphs: [
      'Norvia and Kesh ministers fail to settle fishing row',
      'The foreign ministers of Norvia and Kesh, Anna Velt and Sami Dorran, parted without an agreement on fishing quotas after four hours of talks in the capital on Friday.',
      'Keshi trawlers had been turned back by the Norvian coast guard last month, and two skippers are still in custody.',
      '“The herring does not read treaties,” Dorran said. Velt answered that treaties were written for those who can read.',
      'The two sides will try again in October, when the scientific council presents its count of the stocks.',
      'Relations between the neighbours had been tense since the closing of the border in 2021.',
    ],
  },
  talksFishAr: {
    event: 'talks-fish',
    topic: 'talks',
    lang: 'ar',
    paragraphs: [
      'وزيرا خارجية نورفيا وكيش يخفقان في تسوية خلاف الصيد',
      'افترق وزيرا خارجية نورفيا وكيش، آنا فيلت وسامي دوران، يوم الجمعة من دون اتفاق على حصص الصيد بعد محادثات استمرت أربع ساعات في العاصمة.',
      'وسيحاول الجانبان من جديد في أكتوبر، حين يعرض المجلس العلمي تقديراته لمخزون الأسماك.',
      'وكان خفر السواحل النورفي قد أعاد سفن صيد كيشية الشهر الماضي، ولا يزال قبطانان قيد الاحتجاز.',
    ],
  },
};

/** Paragraphs that say the same, counted from 0: sure ones, and such as a judge may see either way. */
export const eventGold: { a: string; b: string; sure: [number, number][]; possible: [number, number][] }[] = [
  {
    a: 'quakeMaravaEn',
    b: 'quakeMaravaFr',
    sure: [
      [0, 0],
      [1, 1],
      [2, 3],
      [4, 2],
      [5, 5],
    ],
    possible: [
      [0, 1],
      [1, 0],
      [0, 2],
    ],
  },
  {
    a: 'quakeMaravaEn',
    b: 'quakeMaravaAr',
    sure: [
      [0, 0],
      [1, 2],
      [2, 3],
      [4, 4],
      [5, 1],
      [6, 5],
    ],
    possible: [
      [1, 1],
      [0, 2],
      [1, 0],
      [0, 1],
    ],
  },
  {
    a: 'quakeMaravaFr',
    b: 'quakeMaravaAr',
    sure: [
      [0, 0],
      [1, 2],
      [2, 4],
      [3, 3],
      [5, 1],
    ],
    possible: [
      [1, 1],
      [0, 4],
      [0, 1],
      [0, 2],
      [1, 0],
    ],
  },
  {
    a: 'quakeSoltaneEn',
    b: 'quakeSoltaneAr',
    sure: [
      [0, 0],
      [1, 1],
      [2, 3],
      [3, 2],
      [4, 4],
    ],
    possible: [
      [0, 1],
      [1, 0],
      [0, 2],
      [3, 0],
    ],
  },
  {
    a: 'strikeBelmarEn',
    b: 'strikeBelmarFr',
    sure: [
      [0, 0],
      [1, 1],
      [2, 3],
      [3, 2],
      [5, 4],
    ],
    possible: [
      [0, 1],
      [1, 0],
    ],
  },
  {
    a: 'strikeTaronaEn',
    b: 'strikeTaronaAr',
    sure: [
      [0, 0],
      [1, 1],
      [2, 3],
      [4, 4],
      [5, 2],
    ],
    possible: [
      [0, 1],
      [1, 0],
      [5, 1],
    ],
  },
  {
    a: 'talksGasEn',
    b: 'talksGasFr',
    sure: [
      [0, 0],
      [1, 1],
      [2, 3],
      [3, 4],
      [4, 2],
    ],
    possible: [
      [0, 1],
      [1, 0],
    ],
  },
  {
    a: 'talksFishEn',
    b: 'talksFishAr',
    sure: [
      [0, 0],
      [1, 1],
      [2, 3],
      [4, 2],
    ],
    possible: [
      [0, 1],
      [1, 0],
    ],
  },
];

/** One segment a paragraph, with its sentences. */
export function versionOf(text: Pick<EventText, 'lang' | 'paragraphs'>): AlignVersion {
  return {
    lang: text.lang,
    segments: text.paragraphs.map((paragraph) => ({
      text: paragraph,
      sentences: splitSentences(paragraph, text.lang),
      boilerplate: false,
    })),
  };
}
