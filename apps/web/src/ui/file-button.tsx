import { FileUp, type LucideIcon } from 'lucide-react';
import { useRef } from 'react';
import { Button, type ButtonProps } from './button';

interface FileButtonProps extends Pick<ButtonProps, 'look' | 'size' | 'isBusy' | 'disabled' | 'writes'> {
  readonly label: string;
  /** As `<input accept>` has it. */
  readonly accept: string;
  readonly icon?: LucideIcon;
  /** Several at a time. */
  readonly isMultiple?: boolean;
  /** At least one. */
  readonly onFiles: (files: readonly File[]) => void;
}

/** A button that asks for files of the disk. */
export function FileButton({
  label,
  accept,
  icon: Icon = FileUp,
  isMultiple = false,
  onFiles,
  ...props
}: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        multiple={isMultiple}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          if (files.length > 0) onFiles(files);
          // The same file may be chosen again after it was changed.
          target.value = '';
        }}
      />
      <Button {...props} onClick={() => input.current?.click()}>
        <Icon aria-hidden className="size-4" />
        {label}
      </Button>
    </>
  );
}
