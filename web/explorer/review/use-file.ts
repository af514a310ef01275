import { useEffect, useRef, useState } from 'react';
import { textOfFile, type FileProblem, type FileText } from './file-text.ts';

/** The file that was chosen last, and how far its reading is. */
export interface ChosenFile {
  readonly file: File;
  readonly read?: FileText;
  readonly problem?: FileProblem;
}

interface Choosing {
  readonly chosen: ChosenFile | undefined;
  readonly choose: (file: File, encoding?: string) => Promise<void>;
}

/** Has the service read files, the last one that is chosen. */
export function useFile(onRead: (read: FileText) => void): Choosing {
  const [chosen, setChosen] = useState<ChosenFile>();
  const running = useRef<AbortController>(undefined);
  const choose = async (file: File, encoding?: string) => {
    running.current?.abort();
    const { signal } = (running.current = new AbortController());
    setChosen({ file });
    const found = await textOfFile(file, encoding, signal).catch(() => undefined);
    if (found === undefined || signal.aborted) return;
    if ('message' in found) return setChosen({ file, problem: found });
    setChosen({ file, read: found });
    onRead(found);
  };
  useEffect(() => () => running.current?.abort(), []);
  return { chosen, choose };
}
