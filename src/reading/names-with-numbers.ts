/** Numbers that are part of a name, an address or a reference: they are neither dates nor amounts. */
const count = String.raw`(?:\d+|[一二三四五六七八九十百]+)`;

const patterns = [
  /https?:\/\/[^\s，。）)]+|www\.[^\s，。）)]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/g, // addresses
  /(?:\+\d{1,3}[\s-]?)?(?:\(0?\d{2,4}\)[\s-]?|\b0\d{2,3}[\s-])\d{3,4}[\s-]?\d{4}\b/g, // telephones
  /\+\d{1,3}(?:[\s-]\d{2,4}){2,4}\b|\b1[3-9]\d{9}\b|\b\d{3}-\d{3}-\d{4}\b|\b1-\d{3}-\d{3}-\d{4}\b|\b400-\d{3,4}-\d{3,4}\b/g,
  /\b(?:[Vv]ersion|[Rr]elease|[Vv]er\.?)\s?\d+(?:\.\d+)*\b|\b[Vv]\d+(?:\.\d+)*\b|\b(?!(?:19|20)\d\d\.|\d\d?\.\d\d?\.(?:19|20)\d\d\b)\d+\.\d+\.\d+(?:\.\d+)*\b/g,
  /\b[A-Z][A-Za-z]+\s\d\.0\b|\b(?:[Ww]eb|[Ii]ndustry|工业|互联网)\s?\d\.0\b|\d\.0(?=版)/g, // Industry 4.0
  /\b(?:Documents?|Orders?|Decrees?|Announcements?|Circulars?|Notices?|Bulletins?|Resolutions?|Laws?|Directives?|Regulations?)\s(?:No\.?\s?|Number\s|№\s?)?\[?\d{1,4}\]?(?:[/-]\d+)*\b(?!,)/g,
  /\b(?:Nos?\.|№|#)\s?\d+(?:[/-]\d+)*(?:\sof\s\d{4})?/g,
  /\b(?:[Aa]rticles?|[Ss]ections?|[Cc]hapters?|[Pp]ages?|[Pp]p?\.|[Pp]aragraphs?|[Cc]lauses?|[Aa]nnex|[Aa]ppendix|[Tt]ables?|[Ff]igures?|[Ff]ig\.|[Pp]arts?|[Pp]hases?|[Ll]evels?|[Tt]ier|[Gg]rade|[Rr]oom|[Ff]light|[Rr]oute|[Hh]ighway|[Ll]ine|[Cc]lass|[Ss]tage|[Ee]pisode|[Vv]ol\.|[Vv]olume|[Ii]ssue|[Ii]tem)\s(?:No\.\s?)?\d+(?:\.\d+)*\b(?:\s?(?:and|to|[-–,])\s?\d+\b)*(?![,.]?\d|\s?%|\s(?:percent|million|billion|trillion))/g,
  /\b\d*(?:1st|2nd|3rd|\dth)\b(?=\s(?:[A-Z]|(?:five|meeting|session|anniversary|edition|round|time|century|largest|place|consecutive|batch|plenary)))/g,
  /\b(?:ISO|IEC|GB(?:\/T)?|RFC|IEEE|HS|CAS|ISBN|ISSN|EN|DIN)[\s-]?\d[\d.:-]*/g,
  /\b(?:COVID|H\d+N|SARS-CoV|G|B|C|P|F|J|MH|CZ|CA|MU|HD|4K|iPhone|Windows|Android|Boeing|Airbus|A|Galaxy|GPT|Mate)[\s-]?\d{1,4}\b(?!年)/g,
  /\b[A-Z]{2,}[+-]\d+\b|\b\d+[GDK]\b(?![\w.])|\b[A-Z]\d+[A-Z]?\b(?<!\b[QH][1-4])/g, // ASEAN+3, 5G, B2B
  /(?<=^[^\S\n]{0,20})[QA]\d+\.(?=\s)/gm, // questions and answers
  /\b\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?|\b\d{1,2}\s?o'clock/gi, // times of day
  /[\p{Script=Han}]{1,8}[〔[(（【]\s?(?:19|20)\d{2}\s?[〕\])）】]\s?(?:第\s?)?\d+\s?号/gu, // 国发〔2024〕7号
  /(?:19|20)\d\d年第\d+号(?=公告|令|通告)|(?<=公告|令|通告)(?:19|20)\d\d年第\d+号/g,
  new RegExp(
    `第\\s?${count}\\s?(?:条|章|款|项|号|届|次|批|期|版|页|节|位|名|轮|个|大|代|部|卷|篇|编|集|阶段|产业|财季|方|者)`,
    'g',
  ),
  /(?:No\.?\s?)?\d+号(?=文|令|公告|线|楼|院|馆|店|[)）])|一号文件/g,
  /[一二三四五六七八九十]{1,4}五(?=规划|计划|["”」])(?!["”」]?(?:末|初|期|时期))|[“"][一二三四五六七八九十]+五[”"](?!末|初|期|时期)/g,
  /一带一路|三农|三中全会|[一二三四五六]中全会|二十大|十[一二三四五六七八九]大|两会|双十一|(?:六一八)|一些|一定|一样|一般|一旦|一方面|一直|一致|一体|统一|唯一|进一步|万一|千万别|万科|万达|百度|千方百计|百姓|百货|亿万|万众|万物|万象|四川|三亚|九江|两岸|四大行|五四|三峡|三星|一汽|十堰|百年|千年/g,
];

/** ８５％: digits of full width are read as others, at the same positions. */
const ofFullWidth = (text: string): string =>
  text.replaceAll(/[０-９％．]/gu, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0xfee0));

/** The text with such numbers as signs that no rule reads, at the same positions. */
export function withoutNamesWithNumbers(text: string): string {
  return patterns.reduce((masked, pattern) => masked.replace(pattern, (name) => '\uFFFC'.repeat(name.length)), ofFullWidth(text));
}
