/** Names of Chinese people in Latin letters. */

const surnames =
  /^(?:Zhong|Zhu|Li|Wang|Zhang|Liu|Chen|Yang|Zhao|Huang|Zhou|Wu|Xu|Sun|Hu|Gao|Lin|He|Guo|Luo|Bai|Pan|Xi|Han|Tang|Feng|Yu|Dong|Xiao|Cheng|Cao|Yuan|Deng|Shen|Zeng|Peng|Lu|Su|Jiang|Cai|Jia|Ding|Wei|Xue|Ye|Yan|Du|Dai|Xia|Tian|Ren|Fan|Fang|Shi|Yao|Tan|Liao|Zou|Xiong|Jin|Hao|Kong|Cui|Kang|Mao|Qiu|Qin|Gu|Hou|Shao|Meng|Long|Wan|Duan|Lei|Qian|Yin|Yi|Chang|Qiao|Lai|Gong|Wen|Ni|Ma)$/;

/** A syllable of pinyin; given names have one or two. */
const syllable =
  '(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?(?:[aeiou]|ai|ei|ao|ou|an|en|ang|eng|ong|er|ia|ie|iao|iu|ian|in|iang|ing|iong|ua|uo|uai|ui|uan|un|uang|ue)';
const given = new RegExp(`^(?=\\p{Lu})(?:${syllable}-?){1,2}$`, 'iu');

/** Surname and given name: Wang Xiaoming. */
export const looksChinese = ([surname = '', name = '', third]: readonly string[]): boolean =>
  third === undefined && surnames.test(surname) && given.test(name);
