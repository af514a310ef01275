/** The text of a response up to so many bytes, unpacked; the rest is not read. What is no UTF-8 becomes replacement characters. */
export async function bodyOf(response: Response, most: number): Promise<{ readonly text: string; readonly isWhole: boolean }> {
  const decoder = new TextDecoder();
  let [size, text] = [0, ''];
  for await (const piece of response.body ?? []) {
    size += piece.length;
    if (size > most) return { text, isWhole: false }; // which ends the response too
    text += decoder.decode(piece, { stream: true });
  }
  return { text: text + decoder.decode(), isWhole: true };
}
