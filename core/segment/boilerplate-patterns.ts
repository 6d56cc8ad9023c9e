/** The patterns behind the boilerplate marks, in English, French and Arabic; each takes a whole short block. */

const arabicTail = '[\\s:.…\\u061F!-]*';

/** Only addresses: web, mail, or a bare domain with a path. */
export const addressLine =
  /^[<([\s]*(?:(?:https?:\/\/|www\.|mailto:)[^\s<>]{3,}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})(?:[\s,;|]+(?:https?:\/\/|www\.)[^\s<>]{3,})*[>)\].\s]*$/i;

const relatedWords = [
  '(?:related|similar|other|more|recommended|trending|popular|latest)(?: (?:top|latest|news))? (?:articles?|stories|story|news|topics?|posts?|content|links?|coverage|reading|videos?)',
  '(?:see|read|watch|view)(?: it)? also',
  'also (?:read|see|watch|in the news)',
  'read (?:more|next|the full (?:story|article))',
  'more (?:on|about) this (?:story|topic|subject)',
  'more (?:from|in) (?:this|our) (?:section|site|category|author|series|reporters?)',
  'you (?:may|might) (?:also )?(?:like|be interested in)',
  "(?:don[’']t miss|most read|most popular|editors?[’']s? picks?|what to read next|must read|up next|further reading)",
  '(?:à|a) (?:lire|voir|découvrir|écouter)(?: (?:aussi|également|sur le même sujet))?',
  "(?:lire|voir|écouter|regarder)(?: (?:aussi|également|la suite|plus|l[’']article complet))",
  'sur le même (?:sujet|thème)',
  'dans la même (?:rubrique|catégorie)',
  '(?:articles?|contenus?|sujets?|actualités?) (?:liés?|liées?|similaires?|connexes?|associés?|associées?|recommandés?|recommandées?|en relation)',
  '(?:les )?plus (?:lus|populaires|récents)',
  'vous (?:aimerez|pourriez aimer)(?: aussi)?',
  'pour aller plus loin',
  '[إا]قر[أا]ي?و?ا? ?(?:أيضا|أيضاً|ايضا|ايضاً|أيضًا|ايضًا|المزيد|كذلك)',
  'شاهد(?:وا)? (?:أيضا|أيضاً|أيضًا|ايضا|ايضاً|المزيد)',
  '(?:أخبار|مواضيع|مقالات|موضوعات|مواد|تقارير|روابط) (?:ذات صلة|متعلقة|مشابهة|مرتبطة|أخرى)',
  '(?:ذات صلة|قد يهمك(?: أيضا| أيضاً| أيضًا)?|الأكثر قراءة|الأكثر مشاهدة|للمزيد|المزيد من الأخبار|طالع أيضا|طالع أيضاً|تابع أيضا|تابع أيضاً)',
].join('|');

/** "Related articles", "Lire aussi : …", "اقرأ أيضاً": alone, or with a colon and a headline. */
export const relatedLead = new RegExp(
  `^[\\s>»•▪*+-]*(?:${relatedWords})(?:${arabicTail}|\\s{0,3}[:|–—-]\\s{0,3}[^\\n]{1,220})$`,
  'iu',
);

const screen = [
  'back to top(?: button)?',
  '(?:go|return|scroll) to top',
  'skip to (?:main )?content',
  'haut de page',
  'retour (?:en |au )haut(?: de (?:la )?page)?',
  'aller au contenu',
  '(?:العودة|الرجوع|الذهاب) (?:إلى|الى|ل)\\s?(?:ال)?(?:أعلى|اعلى|بداية)(?: الصفحة)?',
  '(?:إلى الأعلى|زر الذهاب إلى الأعلى)',
  'ad[- ]?bloc?k(?:er)?s? (?:detected|détecté)',
  'bloqueur de publicités? détecté',
  'تم (?:رصد|اكتشاف|كشف) مانع (?:ال)?إعلانات?',
  '(?:please|kindly|merci|veuillez|يرجى|الرجاء)[^.]{0,160}(?:ad[- ]?block|bloqueur|مانع (?:ال)?إعلان)[^.]{0,100}\\.?',
  '(?:we|this (?:web)?site|our (?:web)?site) uses? cookies[^\\n]{0,220}',
  '(?:nous utilisons|ce site utilise) des cookies[^\\n]{0,220}',
  '(?:نحن )?(?:نستخدم|يستخدم هذا الموقع|يستخدم موقعنا) (?:ملفات )?(?:تعريف الارتباط|الكوكيز|كوكيز)[^\\n]{0,220}',
  '(?:accept|reject)(?: all)?(?: cookies)?',
  '(?:tout )?(?:accepter|refuser)',
  'cookie (?:policy|settings)',
  'privacy policy',
  'politique de confidentialité',
  'سياسة الخصوصية',
  'share(?: (?:this|on|via|with)[^.!?]{0,60})?',
  'share',
  "partager?(?: (?:sur|cet article|l[’']article|par)[^.!?]{0,60})?",
  '(?:شارك|شاركها|مشاركة|شارك المقال|شارك الخبر|شارك هذا المقال)(?: (?:على|عبر|مع)[^.!]{0,60})?',
  '(?:facebook|twitter|whatsapp|telegram|linkedin|pinterest|e-?mail|messenger|instagram|copy link|copier le lien|x|reddit|فيسبوك|تويتر|واتساب|تيليجرام|تلغرام|نسخ الرابط)(?:[\\s,|/·•]+(?:facebook|twitter|whatsapp|telegram|linkedin|pinterest|e-?mail|messenger|instagram|copy link|copier le lien|x|reddit|فيسبوك|تويتر|واتساب|تيليجرام|تلغرام|نسخ الرابط)){0,9}',
  'tweet',
  'print(?: (?:this )?(?:page|article))?',
  'imprimer',
  'طباعة',
  'follow us(?: on)?[^.!?]{0,60}',
  'suivez-nous[^.!?]{0,60}',
  'تابعونا?(?: على| عبر)?[^.!]{0,60}',
  '(?:subscribe|sign up|log in|sign in|register)(?: (?:now|here|for|to)[^.!?]{0,80})?[.!]?',
  "(?:abonnez-vous|s[’']abonner|inscrivez-vous|se connecter)[^.?]{0,80}[.!]?",
  '(?:اشترك|سجل|اشتركوا)(?: (?:الآن|في|معنا|هنا))[^.]{0,80}',
  'advertisement',
  'sponsored(?: content)?',
  'publicité',
  'annonce',
  'contenu sponsorisé',
  '(?:إعلان|إعلانات|اعلان|محتوى ممول)',
  '(?:leave|post|write|add) a (?:comment|reply)',
  '(?:\\d{1,5} )?comments?',
  'comments? \\(\\d{1,5}\\)',
  'laisser un commentaire',
  '(?:\\d{1,5} )?commentaires?',
  '(?:اترك|أضف|اكتب) (?:تعليقا|تعليقاً|تعليقًا|رد[اً]{0,2})',
  '(?:التعليقات|تعليقات|تعليق)(?: \\(\\d{1,5}\\))?',
  '(?:©|copyright|\\(c\\))[^\\n]{0,160}',
  '(?:all rights reserved|tous droits réservés|(?:جميع|كافة|كل) الحقوق محفوظة)[^\\n]{0,120}',
  '(?:tags?|topics|keywords|mots[- ]clés|étiquettes|الوسوم|كلمات (?:مفتاحية|دلالية|دليلية)|وسوم)\\s{0,3}:[^\\n]{0,220}',
  'tags',
  'mots[- ]clés',
  '(?:الوسوم|كلمات مفتاحية|كلمات دلالية)',
  '(?:loading|chargement(?: en cours)?|جار[ٍي]? التحميل)[.…]{0,3}',
  '(?:previous|next)(?: (?:article|post|story))',
  'article (?:précédent|suivant)',
  '(?:المقال|الخبر|الموضوع) (?:السابق|التالي)',
];
/** Buttons, notices and labels of the screen. */
export const screenWords = new RegExp(`^[\\s>»•▪*+↑▲-]*(?:${screen.join('|')})[\\s:…»↑▲→]*$`, 'iu');

const agency =
  "(?:reuters|a\\.?f\\.?p\\.?|afp|ap|associated press|agence france[- ]presse|agencies|news agencies|the news agencies|staff|staff (?:writers?|reporters?)|newsroom|wires?|upi|xinhua|tass|efe|dpa|ansa|anadolu(?: agency)?|aa|wafa|sana|irna|saba|spa|mena|nna|news desk|web desk|agences?|la rédaction|rédaction|avec agences?|avec (?:l[’']?)?afp|(?:ال)?وكالات|رويترز|فرانس برس|أ ?ف ?ب|ا ?ف ?ب|أسوشيتد برس|أ ?ب|الأناضول|متابعات|خاص|سانا|وفا|سبأ|واس|شينخوا|تاس|(?:قسم )?التحرير|فريق التحرير|هيئة التحرير)";
const agencies = `${agency}(?:\\s{0,3}(?:[,،/|+&–—-]|and|et|و)\\s{0,3}${agency}){0,5}`;

/** "(Reuters)", "وكالات", "Outlet / AFP": an agency alone, or behind the outlet's name and a stroke. */
export const signatureLine = new RegExp(
  `^[\\s(\\[–—-]*(?:[^.!?؟:،,]{2,40}\\s{0,2}[/|–—-]\\s{0,2})?${agencies}[\\s)\\].]*$`,
  'iu',
);

const name = "[\\p{Lu}][\\p{L}.'’-]{0,30}";
const names = `${name}(?: (?:de|du|des|al|el|van|von|bin|ibn|da|la|le) ${name}| ${name}){0,4}`;
/** By-lines: "By Staff, Agencies", "Par Jeanne Martin", "بقلم فلان", "كتب: فلان". Case counts: names are capitalised. */
export const byLine = new RegExp(
  `^\\s*(?:(?:[Bb]y|BY|[Pp]ar|PAR|Written by|Reported by|Reporting by|Editing by|Propos recueillis par)\\s{1,3}:?\\s{0,3}${names}(?:\\s{0,2}(?:[,،|&/–—]\\s{0,2}(?:and |et |with |avec )?|(?:and|et|with|avec|in|à) )${names}){0,5}\\s{0,3}(?:\\|[^.]{0,60})?|(?:بقلم|تحرير|إعداد|ترجمة|مراسلنا)\\s{0,3}:?\\s{0,3}[^.!؟،]{2,60}|(?:كتب|كتبت|تقرير|رصد|متابعة)\\s{0,3}[:/]\\s{0,3}[^.!؟،]{2,60})\\s*$`,
  'u',
);

/** Who wrote it together with the agencies: "Gazette staff and agencies", "Par Jeanne Martin, avec agences", "… ووكالات". */
export const creditLine =
  /^[^.!?؟:]{2,80}?(?:[\s,]{1,3}(?:and|with|&|,)\s{1,3}(?:news )?(?:agencies|wires|wire services|agency reports)|[\s,]{1,3}(?:avec|et|,)\s{1,3}(?:les )?(?:agences?|afp|reuters)|[\s,،–—-]{1,4}و?(?:ال)?وكالات(?: الأنباء)?)\s*$/iu;

/** When the page was put out or changed, or a date alone. */
export const stampLine =
  /^\s*(?:(?:last )?(?:published|updated|posted|modified)(?: (?:on|at|date))?\s{0,3}[::-]?\s{0,3}[^.!?]{0,60}\d[^.!?]{0,40}|(?:publiée?|mise? à jour|modifiée?|posté)\s{0,3}(?:le|:)[^.!?]{0,60}\d[^.!?]{0,40}|(?:تاريخ النشر|نشر(?:ت)? في|آخر تحديث|تم التحديث|تاريخ التحديث)\s{0,3}:?[^.!؟]{0,60}[\d٠-٩][^.!؟]{0,40}|(?:[\p{L}]{3,12},? {0,2})?\d{1,2}(?:er|st|nd|rd|th)?[\s./-]{1,3}[\p{L}\d]{1,12}[\s./,-]{1,3}(?:19|20)\d\d(?:[\s,–—|-]{1,4}\d{1,2}[:h]\d\d[^.!?]{0,20})?|(?:\d+|one|two|three) (?:min(?:ute)?s?|hours?|days?) (?:read|ago)|\d+ min(?:utes)? de lecture|il y a \d+ (?:minutes?|heures?|jours?))\s*$/iu;

/** Where the text is from, as a line of its own. */
export const sourceLine =
  /^[\s([–—*-]*(?:sources?|via|crédits?|credits?|المصدر|مصدر|المصادر|نقلا عن|نقلاً عن)\s{0,3}[::]\s{0,3}[^\n]{1,120}$/iu;
