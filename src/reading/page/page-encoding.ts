/** The characters of a web page, in the encoding that it names. */

/** As browsers do: the byte order mark, then what its first part says, then UTF-8. Undefined where the bytes are of another encoding. */
export function decodedPage(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(markOf(bytes) ?? namedIn(bytes) ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function markOf(bytes: Uint8Array): string | undefined {
  const mark = Buffer.from(bytes.subarray(0, 3)).toString('hex');
  if (mark === 'efbbbf') return 'utf-8';
  return mark.startsWith('fffe') ? 'utf-16le' : mark.startsWith('feff') ? 'utf-16be' : undefined;
}

/** Pages that say GB2312 have characters of its successors too, which decoders know. UTF-16 cannot be named in ASCII. */
function namedIn(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 4_096)).toString('latin1');
  const name =
    /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)/i.exec(start)?.[1] ??
    /<\?xml[^>]{0,100}encoding\s*=\s*["']([\w-]+)/i.exec(start)?.[1];
  return name === undefined || /^utf-?16/i.test(name) ? undefined : name;
}
