package io.playcaller.testkit;

import java.util.Map;
import java.util.Objects;

/**
 * Where the backing services of this test JVM listen.
 *
 * @param kafka {@code host:port}
 * @param postgres {@code host:port} of the server with the database {@code playcaller}
 * @param redis {@code host:port}
 * @param user user of PostgreSQL
 * @param password its password
 */
public record StackAddresses(String kafka, String postgres, String redis, String user, String password) {

    static final String DATABASE = "playcaller";

    /** As names and values of the JDK only, which every class loader of the JVM understands. */
    Map<String, String> toMap() {
        return Map.of("kafka", kafka, "postgres", postgres, "redis", redis, "user", user, "password", password);
    }

    static StackAddresses fromMap(Map<?, ?> map) {
        return new StackAddresses(
                value(map, "kafka"),
                value(map, "postgres"),
                value(map, "redis"),
                value(map, "user"),
                value(map, "password"));
    }

    private static String value(Map<?, ?> map, String key) {
        return (String) Objects.requireNonNull(map.get(key), key);
    }

    /** The same with PostgreSQL reached through another address. */
    public StackAddresses withPostgres(String address) {
        return new StackAddresses(kafka, address, redis, user, password);
    }

    /** For JDBC; what has no schema in its name lies in this one. */
    public String jdbcUrl(String schema) {
        return "jdbc:postgresql://%s/%s?currentSchema=%s".formatted(postgres, DATABASE, schema);
    }

    /** For the reactive client, which sends {@code search_path} when it connects. */
    public String reactiveUrl(String schema) {
        return "postgresql://%s/%s?search_path=%s".formatted(postgres, DATABASE, schema);
    }

    /** For the Redis client. */
    public String redisUrl() {
        return "redis://" + redis;
    }
}
