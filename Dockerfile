# One recipe for every Java part. MODULE names it:
#   docker build --build-arg MODULE=subgraph-health -t lifeos/health .
# compose.yml builds them all.

FROM docker.io/library/eclipse-temurin:25-jre AS java

# All parts are built at once, by a layer that knows no MODULE: seven images cost one build.
FROM docker.io/library/maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -ntp -Dstyle.color=never -Dmaven.test.skip=true -am \
      -pl subgraph-auth,subgraph-health,subgraph-finance,subgraph-learning,subgraph-notification,edge,simulators \
      package

FROM build AS unpacked
ARG MODULE
# What changes seldom (other people's jars) and what changes always (ours) become layers of their own.
RUN test -n "$MODULE" || { echo "Say which part: --build-arg MODULE=subgraph-health" >&2; exit 1; } && \
    java -Djarmode=tools -jar "$(ls "$MODULE"/target/"$MODULE"-*-exec.jar)" \
      extract --layers --application-filename app.jar --destination /unpacked

# The start-up cache is trained against a real PostgreSQL, so that it knows the driver, the migrations and the mapping too; the
# same Java and the same files at the same place are what it will only be used with.
FROM docker.io/library/postgres:18 AS trained
COPY --from=java /opt/java/openjdk /opt/java/openjdk
WORKDIR /app
COPY --from=unpacked /unpacked/dependencies/ ./
COPY --from=unpacked /unpacked/snapshot-dependencies/ ./
COPY --from=unpacked /unpacked/application/ ./
COPY deploy/image/jvm.options deploy/image/train ./
ARG MODULE
RUN PATH=/opt/java/openjdk/bin:$PATH ./train "$MODULE" /app/app.aot

FROM java
WORKDIR /app
COPY --from=unpacked /unpacked/dependencies/ ./
COPY --from=unpacked /unpacked/snapshot-dependencies/ ./
COPY --from=unpacked /unpacked/application/ ./
COPY deploy/image/jvm.options deploy/image/healthy ./
COPY --from=trained /app/app.aot ./
# A cache that does not fit would only be passed over at run time, in silence; here it stops the build.
RUN java @jvm.options -XX:AOTMode=on -XX:AOTCache=app.aot -cp app.jar -version
# The one place of its own, for a volume: a new volume takes over whose it is.
RUN install -d -o 10001 -g 10001 -m 700 /data
# Nobody's number: the files are root's, and the process can change none of them.
USER 10001:10001
ENTRYPOINT ["java", "@/app/jvm.options", "-XX:AOTCache=/app/app.aot", "-jar", "app.jar"]
