comment on table users is 'kept: an account is blocked, not deleted';
comment on table sessions is 'pruned by forget-the-past: when its last refresh token has expired';
comment on table refresh_tokens is 'pruned by forget-the-past: with its session';
comment on table failed_sign_ins is 'pruned by forget-the-past: when no limit counts it any more';
comment on table sign_in_addresses is 'pruned by forget-the-past: 30 days after the last sign-in from there';
comment on table password_resets is 'pruned by forget-the-past: an hour after the mail';
comment on table mail_requests is 'pruned by forget-the-past: after an hour';
