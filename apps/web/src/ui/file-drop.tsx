import { useEffect, useEffectEvent, useState } from 'react';

interface FileDropProps {
  /** What will happen to the file: shown while it hangs over the page. */
  readonly label: string;
  readonly onFile: (file: File) => void;
}

const hasFile = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true;

/** The whole page takes a file that is dropped on it. Always beside a `FileButton`: not everybody can drag. */
export function FileDrop({ label, onFile }: FileDropProps) {
  const [isOver, setOver] = useState(false);
  const take = useEffectEvent(onFile);
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!hasFile(event)) return;
      // Without this the browser would show the file in place of the page.
      event.preventDefault();
      setOver(true);
    };
    const leave = ({ relatedTarget }: DragEvent): void => {
      if (relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!hasFile(event)) return;
      event.preventDefault();
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (file !== undefined) take(file);
    };
    addEventListener('dragover', over);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  }, []);
  if (!isOver) return null;
  return (
    <div className="pointer-events-none fixed inset-3 z-30 grid place-items-center rounded-lg border-2 border-dashed border-accent bg-shade">
      <p className="rounded-md bg-card px-5 py-3 font-serif text-xl shadow-float">{label}</p>
    </div>
  );
}
