#!/bin/bash
# KAFKA_LOG_DIRS=/x becomes log.dirs=/x, as in the official image; then the node is formatted, once, and started.
set -eu
properties=/opt/kafka/settings/server.properties
env | grep '^KAFKA_' | grep -v '^KAFKA_HEAP_OPTS=' | while IFS='=' read -r name value; do
  key=$(echo "${name#KAFKA_}" | tr 'A-Z_' 'a-z.')
  echo "$key=$value"
done > "$properties"
java=(java ${KAFKA_HEAP_OPTS:-} -XX:+UseSerialGC -Dorg.slf4j.simpleLogger.defaultLogLevel=warn -cp '/opt/kafka/libs/*')
"${java[@]}" kafka.tools.StorageTool format -t 5L6g3nShT-eMCtK--X86sw -c "$properties" --ignore-formatted
exec "${java[@]}" kafka.Kafka "$properties"
