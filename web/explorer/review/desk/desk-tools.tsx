import { Discard } from './discard.tsx';
import { Help } from './help.tsx';
import { Publish } from './publish.tsx';
import { progressOf } from './toolbar.tsx';
import { TrustedRules } from './trusted-rules.tsx';
import type { Desk, Mode } from './use-desk.ts';
import type { LiveReading } from './use-live-reading.ts';
import type { useKeysSwitch } from './use-keys-switch.ts';
import type { Rereading } from './use-rereading.ts';

interface DeskToolsProps {
  readonly live: LiveReading;
  readonly desk: Desk;
  readonly rereading: Rereading;
  readonly keys: ReturnType<typeof useKeysSwitch>;
  readonly onShow: (id: string) => void;
}

/** What can be done with the whole reading, each in a dialog. */
export function DeskTools({ live, desk: { decisions, rules, actions, mode, setMode }, rereading, keys, onShow }: DeskToolsProps) {
  const { reading } = live;
  const [isOn, switchKeys] = keys;
  const dialog = (name: Mode) => ({
    isOpen: mode === name,
    onOpen: (isOpen: boolean) => setMode(isOpen ? name : 'read'),
  });
  const { accepted, rejected } = progressOf(decisions.proposals);
  return (
    <>
      <Help {...dialog('help')} isOn={isOn} onSwitch={switchKeys} />
      {reading.publishedAt === null && (
        <>
          <Discard reading={reading} decided={accepted + rejected} {...dialog('discard')} />
          <TrustedRules rules={rules} {...dialog('trusted')} onAccept={actions.acceptAllOf} />
        </>
      )}
      <Publish live={live} decisions={decisions} rereading={rereading} {...dialog('publish')} onSelect={onShow} />
    </>
  );
}
