-- One database per subgraph and one for the bus. Run once, by the PostgreSQL image, on an empty volume.
CREATE DATABASE users;
CREATE DATABASE events;
CREATE DATABASE tickets;
CREATE DATABASE payments;
CREATE DATABASE loyalty;
CREATE DATABASE analytics;
CREATE DATABASE notifications;
CREATE DATABASE bus;
