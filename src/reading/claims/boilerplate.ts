/** Sentences of a page that state no fact: headlines, bylines, captions, navigation, questions. */
import type { TypedSentence } from './typed-sentence.js';

/** A line that does not end like a sentence: headlines, labels, bylines. */
export const isHeadline = ({ text }: Pick<TypedSentence, 'text'>): boolean =>
  !/[.!?…:;,。！？；：，]["”’'）)]*$|[”"]$/u.test(text);

const boilerplate: readonly RegExp[] = [
  /^(?:Sources?|Photo|Picture|Image|Caption|Edition|Published?(?: on)?|Publishtime|Updated?|Editor|Author|Reporter|Contact|Tags?|Keywords|Related|Share|Print|Views|Copyright)\s?[:：]/iu,
  /^(?:来源|作者|编辑|责任编辑|责编|图片|摄影|记者|发布时间|更新时间|字号|分享|打印|关键词|相关阅读|版权)\s?[:：]/u,
  /\[(?:Photo|Picture|Image)\b|（(?:图|摄|资料图)[^）]*）$|\bphoto by\b|^(?:File )?photo:/iu,
  /^(?:By|Reported by|Edited by|Translated by|Photograph by)\s[\p{Lu}<]/u,
  /^(?:Skip to|Follow us|Click|Please (?:scan|enter|subscribe|read|see)|Read more|Sign (?:up|in)|Log in|Subscribe|Share (?:this|on)|Home(?:page)?\b|All rights reserved|We recommend|Latest|You may also like|Scan\b|Download\b|Advertisement|Thank you|Thanks\b|Welcome\b|Back to)/iu,
  /^(?:点击|扫码|扫一扫|关注我们|订阅|登录|注册|返回|首页|上一篇|下一篇|免责声明|请)/u,
  /[|｜>›»]\s.*[|｜>›»]|\s>\s|©/u,
  /^[QA]\d*[.:：]?$|^(?:问|答)[：:]?$|^[•·▪●*-]\s/u,
];

/** After the caption of a picture. */
const caption = /^\s*[[(（](?:Photo|Picture|Image|File photo|图|摄)/iu;

/** Questions, and phrases that only introduce what follows. */
const rhetoric: readonly RegExp[] = [
  /[?？]["”’)）]*$/u,
  /^(?:That['’]s right|Let me start|Let['’]s|Walk us through|Take [^,]{2,40} as an example|For more|As follows|Here (?:is|are) |Stay tuned|How is that)/iu,
  /^(?:下面|以下|请看|例如：|那么)/u,
];

/** A question, or words that only introduce what follows. */
export const isRhetoric = ({ text }: Pick<TypedSentence, 'text'>): boolean =>
  rhetoric.some((pattern) => pattern.test(text.replace(/^(?:[QA]\d*[.:：]|[问答][:：])\s?/u, '')));

/** Whether a sentence has nothing to propose. */
export function isBoilerplate(sentence: TypedSentence, characters: readonly string[]): boolean {
  const { text, end } = sentence;
  if (caption.test(characters.slice(end, end + 12).join(''))) return true;
  if (isHeadline(sentence) || boilerplate.some((pattern) => pattern.test(text))) return true;
  if (isRhetoric(sentence)) return true;
  return (text.match(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu) ?? []).length < 4;
}
