import { Link } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ApiExample } from '../../../api-types';
import { href } from '../use-route';

/** An example, which leads to the partnership that it is. */
export function Example({ example: { text, guid } }: { readonly example: ApiExample }): ReactNode {
  if (guid === '') return <bdi>{text}</bdi>;
  return (
    <Link href={href('partnerships', guid)}>
      <bdi>{text}</bdi>
    </Link>
  );
}
