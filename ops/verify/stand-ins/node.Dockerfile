# Stands in for Node's official image where no registry of images is reached: Debian, Node, npm, and npm's cache, since
# there is no network while an image is built.
FROM parterre-verify/debian:slim
RUN useradd --uid 1000 --user-group node
COPY node /usr/local/bin/node
COPY npm /usr/local/lib/node_modules/npm
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
COPY npm-cache /root/.npm
