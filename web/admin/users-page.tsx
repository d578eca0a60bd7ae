import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import { useSearchParams } from 'wouter';
import { graphql } from '../graphql/generated/gql.ts';
import { usePages } from '../graphql/use-pages.ts';
import { useFollowed } from '../organizer/use-followed.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { FaultState } from '../ui/fault-state.tsx';
import { Field } from '../ui/field.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Pager } from '../ui/pager.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Table } from '../ui/table.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { When } from '../ui/when.tsx';
import styles from './admin.module.css';
import { useRoleNames } from './role-names.ts';
import { UserDialog, type UserFound } from './user-dialog.tsx';

const UsersFound = graphql(`
  query UsersFound($search: String, $after: String) {
    users(search: $search, first: 25, after: $after) {
      nodes {
        id
        nickname
        email
        isEmailConfirmed
        role
        isBlocked
        createdAt
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

/** People by nickname or mail address: what they may do, and whether they are let in. */
export function UsersPage() {
  const { t } = useLingui();
  const roles = useRoleNames();
  const [parameters, setParameters] = useSearchParams();
  const search = parameters.get('q') ?? '';
  const [read, setRead] = useState<{ search: string; after: string | null }>({ search: '', after: null });
  const [chosen, setChosen] = useState<UserFound | null>(null);
  const after = read.search === search ? read.after : null;
  const [{ data, fetching, error }, ask, pager] = usePages(
    {
      query: UsersFound,
      variables: { search: search || null, after },
      requestPolicy: 'cache-and-network',
    },
    (found) => found.users,
  );
  const field = useFollowed(search);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const q = String(new FormData(event.currentTarget).get('q')).trim();
    setParameters(q === '' ? {} : { q });
  };
  const users = data?.users;
  return (
    <>
      <PageTitle>{t`Users`}</PageTitle>
      <form className={styles.search} onSubmit={submit}>
        <Field label={t`Nickname or e-mail address`} isFilter>
          {(props) => (
            <TextInput {...props} ref={field} name="q" type="search" defaultValue={search} maxLength={100} />
          )}
        </Field>
        <Button type="submit">
          <Trans>Search</Trans>
        </Button>
      </form>
      {error && !users && <FaultState onRetry={() => ask({ requestPolicy: 'network-only' })} />}
      {!users && fetching && <Skeleton lines={8} />}
      {users && (
        <Table
          caption={t`Users`}
          hideCaption
          rows={users.nodes}
          rowKey={({ id }) => id}
          empty={<Trans>Nobody is called that.</Trans>}
          columns={[
            { key: 'name', header: t`Nickname`, isName: true, cell: ({ nickname }) => nickname },
            {
              key: 'mail',
              header: t`E-mail address`,
              cell: ({ email, isEmailConfirmed }) => (
                <>
                  {email}{' '}
                  {isEmailConfirmed === false && (
                    <Badge tone="neutral">
                      <Trans>not confirmed</Trans>
                    </Badge>
                  )}
                </>
              ),
            },
            {
              key: 'role',
              header: t`Role`,
              cell: ({ role, isBlocked }) => (
                <>
                  {role && roles[role]}{' '}
                  {isBlocked && (
                    <Badge tone="danger">
                      <Trans>blocked</Trans>
                    </Badge>
                  )}
                </>
              ),
            },
            {
              key: 'since',
              header: t`Joined`,
              cell: ({ createdAt }) => createdAt && <When at={createdAt} format="date" />,
            },
            {
              key: 'change',
              header: t`Change`,
              isAction: true,
              cell: (user) => (
                <Button size="s" onClick={() => setChosen(user)} aria-label={t`Change ${user.nickname}`}>
                  <Trans>Change</Trans>
                </Button>
              ),
            },
          ]}
        />
      )}
      {users?.pageInfo.hasNextPage && (
        <Pager
          hasNext
          {...pager}
          onNext={() => setRead({ search, after: users.pageInfo.endCursor ?? null })}
        />
      )}
      {chosen && <UserDialog user={chosen} onClose={() => setChosen(null)} />}
    </>
  );
}
