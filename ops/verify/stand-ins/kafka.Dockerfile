# Stands in for Apache Kafka's official image: the jars of ops/kafka, Debian's Java, and settings from KAFKA_ variables.
FROM parterre-verify/debian:services
RUN useradd --uid 1000 --user-group appuser && install -d -o appuser -g appuser /var/lib/kafka/data /opt/kafka/settings
COPY libs /opt/kafka/libs
COPY --chmod=755 kafka-entrypoint.sh /opt/kafka/run
USER appuser
VOLUME /var/lib/kafka/data
CMD ["/opt/kafka/run"]
