import { Skeleton, SkeletonList } from '@/ui/skeleton';

/** The shape of a page whose script is on its way; between pages the old one stays instead. */
export function PageSkeleton() {
  return (
    <div className="grid gap-8">
      <Skeleton className="h-12 w-full max-w-md" />
      <SkeletonList rows={4} />
    </div>
  );
}
