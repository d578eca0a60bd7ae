-- A database and a role for each service, which may connect to that database alone. Run once by the PostgreSQL image, on an
-- empty volume. The passwords are variables of its environment: without one its statement does not parse, and it ends.

\getenv password GATEWAY_DATABASE_PASSWORD
CREATE ROLE parterre_gateway LOGIN PASSWORD :'password';
CREATE DATABASE gateway OWNER parterre_gateway;
REVOKE CONNECT ON DATABASE gateway FROM PUBLIC;

\getenv password USERS_DATABASE_PASSWORD
CREATE ROLE parterre_users LOGIN PASSWORD :'password';
CREATE DATABASE users OWNER parterre_users;
REVOKE CONNECT ON DATABASE users FROM PUBLIC;

\getenv password EVENTS_DATABASE_PASSWORD
CREATE ROLE parterre_events LOGIN PASSWORD :'password';
CREATE DATABASE events OWNER parterre_events;
REVOKE CONNECT ON DATABASE events FROM PUBLIC;

\getenv password TICKETS_DATABASE_PASSWORD
CREATE ROLE parterre_tickets LOGIN PASSWORD :'password';
CREATE DATABASE tickets OWNER parterre_tickets;
REVOKE CONNECT ON DATABASE tickets FROM PUBLIC;

\getenv password PAYMENTS_DATABASE_PASSWORD
CREATE ROLE parterre_payments LOGIN PASSWORD :'password';
CREATE DATABASE payments OWNER parterre_payments;
REVOKE CONNECT ON DATABASE payments FROM PUBLIC;

\getenv password LOYALTY_DATABASE_PASSWORD
CREATE ROLE parterre_loyalty LOGIN PASSWORD :'password';
CREATE DATABASE loyalty OWNER parterre_loyalty;
REVOKE CONNECT ON DATABASE loyalty FROM PUBLIC;

\getenv password ANALYTICS_DATABASE_PASSWORD
CREATE ROLE parterre_analytics LOGIN PASSWORD :'password';
CREATE DATABASE analytics OWNER parterre_analytics;
REVOKE CONNECT ON DATABASE analytics FROM PUBLIC;

\getenv password NOTIFICATIONS_DATABASE_PASSWORD
CREATE ROLE parterre_notifications LOGIN PASSWORD :'password';
CREATE DATABASE notifications OWNER parterre_notifications;
REVOKE CONNECT ON DATABASE notifications FROM PUBLIC;
