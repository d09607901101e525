interface RawDataProps {
  /** What it is: the summary that opens it. */
  readonly title: string;
  readonly data: unknown;
}

/** An answer of the server as it came. */
export function RawData({ title, data }: RawDataProps) {
  return (
    <details className="min-w-0">
      <summary className="cursor-pointer py-1 text-sm font-medium">{title}</summary>
      <pre
        role="region"
        aria-label={title}
        // It scrolls within itself, and the keyboard has to reach it.
        tabIndex={0}
        className="max-h-96 overflow-auto rounded-md border border-line bg-sunken p-3 font-mono text-xs"
      >
        {JSON.stringify(data, null, 2)}
      </pre>
    </details>
  );
}
