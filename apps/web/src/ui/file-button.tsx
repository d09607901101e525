import { FileUp } from 'lucide-react';
import { useRef } from 'react';
import { Button, type ButtonProps } from './button';

interface FileButtonProps extends Pick<ButtonProps, 'look' | 'size' | 'isBusy'> {
  readonly label: string;
  /** As `<input accept>` has it. */
  readonly accept: string;
  readonly onFile: (file: File) => void;
}

/** A button that asks for one file of the disk. */
export function FileButton({ label, accept, onFile, ...props }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file !== undefined) onFile(file);
          // The same file may be chosen again after it was changed.
          target.value = '';
        }}
      />
      <Button {...props} onClick={() => input.current?.click()}>
        <FileUp aria-hidden className="size-4" />
        {label}
      </Button>
    </>
  );
}
