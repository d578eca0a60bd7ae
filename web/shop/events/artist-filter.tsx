import { Trans, useLingui } from '@lingui/react/macro';
import { useSearchParams } from 'wouter';
import { graphql } from '../../graphql/generated/gql.ts';
import { useQuery } from '../../graphql/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './events-page.module.css';

const ArtistName = graphql(`
  query ArtistName($id: ID!) {
    artist(id: $id) {
      id
      name
    }
  }
`);

/** Says that the list has one artist only, and takes that back. */
export function ArtistFilter({ id }: { readonly id: string }) {
  const { t } = useLingui();
  const [parameters, setParameters] = useSearchParams();
  const [{ data }] = useQuery({ query: ArtistName, variables: { id } });
  const name = data?.artist?.name ?? '…';
  const letGo = () => {
    const next = new URLSearchParams(parameters);
    next.delete('artist');
    setParameters(next);
  };
  return (
    <p className={styles.artist}>
      <Trans>
        Only with <strong>{name}</strong>
      </Trans>
      <Button size="s" variant="quiet" aria-label={t`Show all artists`} onClick={letGo}>
        <Icon name="close" size={16} />
      </Button>
    </p>
  );
}
