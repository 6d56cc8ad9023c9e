/**
 * Function words per language, written by hand (published stop lists also hold content words). They carry no evidence: the
 * aligner drops them. Words are normalised: no diacritics, Arabic letters unified.
 */

const lists: Record<string, string> = {
  en: `the a an of to in and or for on at by with from as is are was were be been being it its that this these those he she they
    we you i me him us them his her hers their theirs our your my mine has have had having do does did done not no nor but which who whom
    whose what when where while will would shall should can could may might must if than then there here so such into onto upon about
    over under out up down off also very just only own same too both each any some all more most other s t re ve ll d m am because until
    through during before after between against again further once how why per via among amid`,
  fr: `le la les l de des du d un une et ou en a au aux dans par pour sur avec sans sous que qu qui quoi dont ou ce cet cette ces ceux celui
    celle celles cela ca c se s est sont etait etaient ete etre il elle ils elles on nous vous je tu me te moi toi lui leur leurs y ne n pas
    plus non ni mais donc or car si son sa ses mon ma mes ton ta tes notre votre nos vos comme ainsi aussi tres tout tous toute toutes meme
    memes entre vers chez apres avant depuis pendant lors quand alors a ai as avait avaient aura ont eu fut soit sera seront serait j m t
    afin selon lorsque puisque quelque quelques autre autres bien deja encore`,
  ar: `في من علي الي عن ان او هذا هذه ذلك تلك هولاء التي الذي الذين اللذين اللتين و لا ما لم لن كان كانت كانوا يكون تكون قد كل بين مع هو هي هم هن
    انه انها انهم بان لان كما ثم اي ايضا حيث اذا اذ عند عندما بعد قبل حتي منذ خلال لكن بل به بها بهم له لها لهم لنا فيه فيها فيهم منه منها منهم عليه
    عليها عليهم اليه اليها اليهم عنه عنها وهو وهي وهم وقد فقد ولم ولا وما ومن وفي وعلي والي وعن وان كانه ذات غير سوف ليس ليست لو هنا هناك نحو ضد دون
    لدي لديه لديها انا نحن انت مما فيما عما كي لكي الا اما وكان وكانت فان وانه وانها تم`,
  de: `der die das den dem des ein eine einen einem einer eines und oder aber in im an am auf aus bei mit nach von vom zu zum zur fur uber unter
    vor durch gegen ohne um ist sind war waren sein seine seinen seiner ihr ihre ihren ihrer er sie es wir ihr ich du man sich nicht kein keine
    auch noch nur schon so wie als dass daß ob wenn weil da dann denn doch hat haben hatte hatten wird werden wurde wurden kann konnen soll
    sollen muss mussen dieser diese dieses diesen diesem welche welcher was wer wo hier dort sehr mehr uns unser mir mich dir dich ihn ihm
    ihnen bis ja nein zwischen`,
  es: `el la los las lo un una unos unas y e o u de del al a en con por para sin sobre entre que quien cual cuyo se su sus es son era eran fue
    fueron ser ha han habia no ni si como mas pero tambien ya muy este esta estos estas ese esa esos esas le les me te nos mi tu yo el ella
    ellos ellas hay esta estan cuando donde desde hasta`,
  it: `il lo la i gli le un uno una e ed o di del dello della dei degli delle a al allo alla ai agli alle da dal dalla in nel nella nei con su
    sul sulla per tra fra che chi cui non si se come piu ma anche e sono era erano ha hanno aveva questo questa questi queste suo sua suoi sue
    essere stato l d un c`,
  pt: `o a os as um uma uns umas e ou de do da dos das em no na nos nas ao aos por para com sem sobre que quem se seu sua seus suas e sao era eram
    foi foram ser ha nao nem como mais mas tambem ja muito este esta isto esse essa`,
  nl: `de het een en of in op aan bij met van voor naar uit over onder door is zijn was waren wordt werden worden die dat deze dit hij zij ze
    het wij we ik je u niet geen ook nog maar als dan er hun haar zich te om tot`,
};
const sets = new Map(Object.entries(lists).map(([lang, words]) => [lang, new Set(words.trim().split(/\s+/))]));
const none: ReadonlySet<string> = new Set();

/** The function words of a language (BCP 47 primary subtag); empty for a language without a list. */
export function functionWords(lang: string): ReadonlySet<string> {
  return sets.get(lang) ?? none;
}
