# The service in a container: no root, no writing, rules compiled when the image is built.
#
#   docker build -t qiyue .
#   docker run --rm --read-only --tmpfs /tmp --network host -e QIYUE_TOKEN=… qiyue
#
# It listens on the loopback only: share the network of the host, or of a proxy with TLS in the same pod.
# Written without a docker at hand: it has not been built yet. Its steps were tried by hand as a user who owns neither the program nor
# its folder: compiled rules go to the cache of that user (~/.cache/qiyue), and a run that can write nothing takes them from there.

FROM maven:3-eclipse-temurin-17 AS build
WORKDIR /build
COPY . .
RUN mvn -B -ntp -q -Dmaven.test.skip=true package

FROM eclipse-temurin:17-jre
RUN useradd --system --uid 10001 --create-home --home-dir /home/qiyue qiyue
COPY --from=build /build/rules /qiyue/rules
COPY --from=build /build/samples /qiyue/samples
COPY --from=build /build/target/qiyue.jar /qiyue/target/qiyue.jar
COPY --from=build /build/target/lib /qiyue/target/lib
USER 10001
WORKDIR /qiyue
# what is kept compiled is believed only with a secret of the user who runs it, which lies beside it: so it is made by that user, here.
# Under another user (docker run --user) rules are compiled at every start.
RUN java -XX:+UseSerialGC -Dfile.encoding=UTF-8 -Dqiyue.home=/qiyue -cp target/qiyue.jar qiyue.cli.Main warm
ENV LANG=C.UTF-8
EXPOSE 8317
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=60", "-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8", "-Dqiyue.home=/qiyue", "-cp", "/qiyue/target/qiyue.jar", "qiyue.cli.Main", "serve", "--api", "--port", "8317"]
