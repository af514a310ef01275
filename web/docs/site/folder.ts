/** The page of a folder: its README, then what else is in it. */
import { kindOf, namesIn, readText } from './repository.ts';

/** The title of a Markdown file, or its name. */
function titleOf(path: string, name: string): string {
  return (name.endsWith('.md') && /^# (.+)$/m.exec(readText(path))?.[1]) || `\`${name}\``;
}

export function folderMarkdown(path: string): string {
  const folder = path.replace(/\/?$/, '/');
  const names = namesIn(folder).filter((name) => name !== 'README.md' && !/\.(xlsx|gz|zip|lock)$|^package-lock/.test(name));
  const list = names.map((name) => `- [${titleOf(folder + name, name)}](${name})`).join('\n');
  const readme = `${folder}README.md`;
  if (kindOf(readme) === 'file') return `${readText(readme)}\n\n## Files\n\n${list}\n`;
  const last = folder.split('/').at(-2) ?? '';
  const title = folder.startsWith('docs/') ? last.charAt(0).toUpperCase() + last.slice(1) : `\`${folder}\``;
  return `# ${title}\n\n${list}\n`;
}
