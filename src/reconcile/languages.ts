/** The languages of Accept-Language, the most wanted first: "zh" of "en;q=0.5, zh-CN". */
export function languagesOf(header = ''): string[] {
  const wanted = header.split(',').map((part) => {
    const [tag = '', ...parameters] = part.split(';').map((each) => each.trim());
    const q = parameters.find((each) => each.startsWith('q='))?.slice(2);
    return { language: tag.toLowerCase().split('-')[0] ?? '', weight: q === undefined ? 1 : Number(q) };
  });
  const usable = wanted.filter(({ language, weight }) => /^[a-z]{2,3}$/.test(language) && weight > 0);
  return usable.toSorted((a, b) => b.weight - a.weight).map(({ language }) => language);
}
