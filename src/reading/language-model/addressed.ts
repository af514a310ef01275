/** Passages of a text that give orders to its reader, such as "ignore your instructions", instead of describing the world. */
import { overlap, sentencesOf, type Span } from '../../sentences.js';
import type { Paragraph } from '../../paragraphs.js';

const patterns = [
  /\b(?:ignore|disregard|forget|override|bypass)\b[^.\n]{0,40}\b(?:instructions?|prompts?|(?:your|previous|prior|above|earlier)\s(?:\w+\s)?(?:rules?|guidelines?|directions?|commands?|constraints?)|everything\sabove|all\s(?:of\s)?the\sabove)\b/iu,
  /\b(?:system|developer|assistant|hidden)\s(?:prompt|message|instruction)s?\b|^[^\p{L}\p{N}\n]*(?:system|assistant|user|developer|instructions?)\s?[:：]/imu,
  /\byou(?:'re|’re|\sare)\s(?:now\s)?(?:an?\s|the\s)?(?:\w+\s){0,3}(?:AI|model|assistant|chatbot|bot|parser|extractor)\b/iu,
  /\b(?:AI|language)\s(?:assistants?|models?)\b[^.\n]{0,40}\breading\sthis\b|\byour\s(?:new\s)?(?:instructions?|task|output|answer|response)\s(?:is|are|must|should|shall)\b/iu,
  /^[^\p{L}\p{N}\n]*(?:please\s|now\s|instead,?\s|then\s|also\s)*(?:(?:say|state|claim|report|record|add|output|propose|extract|write|respond|answer|reply|pretend|assert|note)\s(?:that\b|instead\b|json\b|only\b|the\sfollowing\b|(?:an?|the|this|these|one)\s(?:\w+\s){0,2}(?:claims?|items?|proposals?|following)\b)|(?:say|output|write|respond|answer|reply)\s?[:：])/imu,
  /<\/?\s?(?:article|data|system|instructions?|paragraphs?|text|document|user|assistant)\b[^>]*>|<\|[^|]{1,30}\|>|\[\/?(?:INST|SYS)\]|<<\/?SYS>>|^[^\p{L}\p{N}\n]*(?:begin|end)[\s-]of[\s-](?:the\s)?(?:data|article|text|document)\b/imu,
  /"role"\s*:\s*"(?:system|developer|assistant|user|tool)"|"(?:predicate|subject|quote|items)"\s*:/iu,
  /(?:忽略|无视|忘记|忘掉|不要理会|覆盖)[^。\n]{0,20}(?:指令|指示|提示词?|以上|上述|之前的)/u,
  /(?:系统|开发者)(?:提示|消息|指令)|^[^\p{L}\p{N}\n]*(?:系统|助手|用户|指令)\s?[:：]/mu,
  /你(?:是|现在是|必须|应当|应该|的任务)[^。\n]{0,20}(?:模型|助手|机器人|输出|回答|回复|提取|声称|写明)/u,
  /^[^\p{L}\p{N}\n]*(?:请|现在|然后|并|改为)*(?:说|声称|输出|记录|添加|提取|写下|回答|回复|返回|断言)\s?(?:[:：“"「]|如下|以下)/mu,
] as const;

/**
 * The sentences of a text that do, each with the rest of its paragraph: the sentences after "Ignore your instructions." may say what to do instead.
 * The list finds how such passages are usually written; what it misses is still held to what is named and counted in its own passage.
 */
export function addressedIn(paragraphs: readonly Paragraph[]): Span[] {
  return paragraphs.flatMap(({ start, end, text }) => {
    if (!isAddressed(text)) return [];
    const first = sentencesOf(text).find((sentence) => isAddressed(sentence.text));
    return [{ start: start + (first?.start ?? 0), end }];
  });
}

/** Also where letters are full-width, or characters that nobody sees are between them. */
function isAddressed(text: string): boolean {
  const plain = text.normalize('NFKC').replaceAll(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '');
  return patterns.some((pattern) => pattern.test(text) || pattern.test(plain));
}

export const isWithin = (span: Span, addressed: readonly Span[]): boolean => addressed.some((each) => overlap(each, span));
