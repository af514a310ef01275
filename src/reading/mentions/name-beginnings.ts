/** What is before a name within its capitals: "China's", "Governor of the", "Professor". */
import { properName as name } from './name-types.js';

/** What ministries are for: after their commas, no other name begins. */
export const field = String.raw`(?:Affairs|Agriculture|Agrifood|Arts|Climate|Commerce|Communications?|Competition|Construction|Consumers?|Culture|Defen[cs]e|Development|Digital|Econom(?:y|ic)|Education|Employment|Energy|Enterprises?|Environment|Family|Finance|Fisheries|Food|Foreign|Forestry|Health|Housing|Industr(?:y|ies|ial)|Information|Infrastructure|Innovation|Interior|Investment|Justice|Labou?r|Land|Media|Mines|Mining|Natural|Nature|Petroleum|Planning|Power|Public|Research|Resources|Rural|Science|Security|Social|Sports?|Technology|Telecommunications|Tourism|Trade|Transport(?:ation)?|Urban|Utilities|Water|Welfare|Works|Youth|Services|Business|Budget|Cooperation|Integration|Regional|Women|Children|Sustainability|Mobility|Local|Government|Equality|Heritage|Immigration|Citizenship|Veterans|Insurance|Pensions|Ecology|Oceans|Space|Aviation|Railways|Ports|Shipping|Cities|Territorial|Religious|Supply|Internal|External|International|Higher|Vocational|Training|Skills|Urbanism|Forests|Livestock|Wildlife|Hydrocarbons|Minerals?|Electricity|Renewable|Data|Posts?|Electronics|Treasury|Investments|Maritime|Irrigation|Population|Human)`;
/** The "China's" of "China's Ministry of Commerce". */
export const owner = /^(?:[\p{L}\p{N}-]+ ){0,2}[\p{L}\p{N}-]+['’]s (?=\p{Lu})/u;

/** The "Governor of the" of "Governor of the People's Bank of China". */
export const office =
  /^(?:(?:Vice|Deputy|Former|General|Prime) )*(?:Governor|President|Director|Minister|Secretary|Chairman|Chairwoman|Chair|Head|Premier|Mayor|Officials?|Critics|Spokes\p{Ll}+|Representatives?|Members?|Experts?|Analysts?|Researchers?|Employees|Supporters|Leaders|Residents|Citizens|Users|Data|Figures|Exports|Imports|Sales) (?:of|for) (?:the )?/u;

/** The "Minister of Finance" of "Minister of Finance Jane Doe". */
export const ministerOf = new RegExp(
  String.raw`^(?:(?:Vice|Deputy|Former|State|Junior) )*(?:Minister|Secretary)(?: of State)? (?:of|for) (?:the )?${field}(?:(?:, | and |, and | ){1}${field}){0,4} (?=${name} ${name}$)`,
  'u',
);

/** "Mr", "Professor": what is before the name of a person. */
export const honorific =
  /^(?:(?:Mr|Mrs|Ms|Dr|Prof|Professor|Sir|Dame|Madam|Sheikh|Tan Sri|Puan Sri|Datuk|Datuk Seri|Dato|Tun|Haji|Shri|Judge|General|Colonel|Captain|Admiral|Senator|Archbishop|Cardinal|Prince|Princess|Chief) )+(?=\p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]+$)/u;

/** The "Analyst" of "Analyst Jane Doe of Diagon Bank". */
export const profession =
  /^(?:(?:Senior|Chief|Associate|Assistant|Vice|Deputy) )?(?:Chief executive|Executive|Analyst|Economist|Professor|Researcher|Engineer|Lawyer|Trader|Reporter|Correspondent|Spokesman|Spokeswoman|Spokesperson|Founder|Farmer|Doctor) (?=\p{Lu}[\p{L}’'-]+ \p{Lu})/u;

/** The "Commerce Minister" of "Commerce Minister Jane Doe". */
export const title =
  /^(?:[\p{L}’'-]+ ){0,3}?(?:Minister|President|Premier|Chancellor|Governor|Secretary|Secretary-General|Chairman|Chairwoman|Director|Director-General|Mayor|Spokesman|Spokeswoman|Spokesperson|Commissioner|Ambassador) (?=\p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]+$)/u;

/** "The", "In" and the like, which a sentence begins with: their length. */
export const withoutOpening = (raw: string): number =>
  /^(?:The|A|An|In|On|At|By|As|For|From|To|With|This|That|These|Those|It|Its|He|She|They|We|But|And|Or|So|If|When|While|Since|After|Before|According|Among|Meanwhile|However|Currently|Now|Some|Many|Most|Only|All|Both|Also|Besides|Earlier|Last|Take|Well-known|Will|Would|Has|Have|Had|Is|Are|Was|Were|Do|Does|Did|Can|Could|Should|How|What|Why|Who|Where|Which|Your|Our|My|His|Her|Their|No|Not|Yes|There|Here|Under|During|Through|Despite|Although|Though|Because|Until|Once|Instead|Unlike|Like|Between|Across|Over|About|Around|More|Another|Each|Every|Such|Other|Then|Today|Yesterday|Still|Yet|Even|Asked|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Half|Several|Nearly|Almost|Roughly|Just|Neither|Either|Within|Following|Apart|Except|Rival|Rivals|Carmaker|Automaker|Chipmaker|Retailer|Newspaper) /u.exec(
    raw,
  )?.[0].length ?? 0;
