package io.playcaller.testkit.arch;

/** What a pure core must not know. */
final class Outside {

    static final String[] PACKAGES = {
        "io.quarkus..",
        "io.smallrye..",
        "io.vertx..",
        "io.netty..",
        "io.micrometer..",
        "io.opentelemetry..",
        "com.fasterxml.jackson..",
        "jakarta.persistence..",
        "jakarta.transaction..",
        "jakarta.ws.rs..",
        "jakarta.enterprise..",
        "jakarta.inject..",
        "jakarta.annotation..",
        "jakarta.validation..",
        "org.hibernate..",
        "org.apache.kafka..",
        "org.eclipse.microprofile..",
        "org.jboss..",
        "org.slf4j..",
        "org.flywaydb..",
        "org.postgresql..",
        "io.playcaller.chassis..",
        "io.playcaller.outbox..",
        "java.sql..",
        "javax.sql..",
        "java.net.http..",
        "java.util.logging.."
    };

    private Outside() {}
}
