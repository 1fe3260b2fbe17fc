# The service in a container: no root, no writing, rules compiled when the image is built.
#
#   docker build -t qiyue .
#   docker run --rm --read-only --tmpfs /tmp --network host -e QIYUE_TOKEN=… qiyue
#
# It listens on the loopback only: share the network of the host, or of a proxy with TLS in the same pod.
# Written without a docker at hand: it has not been built yet.

FROM maven:3-eclipse-temurin-17 AS build
WORKDIR /build
COPY . .
RUN mvn -B -ntp -q -Dmaven.test.skip=true package \
 && rm -rf target/classes target/generated-sources target/maven-* target/test-classes \
 && java -XX:+UseSerialGC -Dfile.encoding=UTF-8 -Dqiyue.home=/build -cp target/qiyue.jar qiyue.cli.Main warm

FROM eclipse-temurin:17-jre
RUN useradd --system --uid 10001 --no-create-home qiyue
COPY --from=build /build/rules /qiyue/rules
COPY --from=build /build/target /qiyue/target
USER 10001
WORKDIR /qiyue
ENV LANG=C.UTF-8
EXPOSE 8317
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=60", "-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8", "-Dqiyue.home=/qiyue", "-cp", "/qiyue/target/qiyue.jar", "qiyue.cli.Main", "serve", "--api", "--port", "8317"]
