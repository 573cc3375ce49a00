package io.playcaller.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The backing services of the test JVM: one Kafka, one PostgreSQL, one Redis, started on first use and stopped at its exit.
 * They are embedded ones, or containers with {@code -Dplaycaller.test.backing=containers}, or containers where Docker
 * answers with {@code auto}; one line of the output says which and why.
 *
 * <p>A Quarkus test names its schema:
 *
 * <pre>
 * &#64;QuarkusTest
 * &#64;WithTestResource(value = PlaycallerStack.class, initArgs = &#64;ResourceArg(name = "schema", value = "router"))
 * class PlayRunComponentTest
 * </pre>
 *
 * <p>The schema is created in the database {@code playcaller}. JDBC (Flyway) enters it by {@code ?currentSchema=}, the
 * reactive client by {@code ?search_path=}, which it sends as a parameter of the session when it connects; production
 * URLs have the same form. Topics carry a prefix of this JVM ({@code playcaller.topic-prefix}). Tokens of
 * {@link TestTokens} are trusted.
 *
 * <p>Plain tests use {@link #shared()}.
 */
public final class PlaycallerStack implements QuarkusTestResourceLifecycleManager {

    private static final String SCHEMA = "schema";
    private static final String PREFIX_PROPERTY = "playcaller.test.topic-prefix";

    private String schema = "public";

    /** The running stack, started if necessary. */
    public static PlaycallerStack shared() {
        return new PlaycallerStack();
    }

    /** The prefix of all topics of this JVM's tests. */
    public static String topicPrefix() {
        return (String) System.getProperties()
                .computeIfAbsent(
                        PREFIX_PROPERTY,
                        key -> "t" + UUID.randomUUID().toString().substring(0, 6) + "-");
    }

    @Override
    public void init(Map<String, String> initArgs) {
        schema = initArgs.getOrDefault(SCHEMA, schema);
    }

    @Override
    public Map<String, String> start() {
        createSchema(schema);
        return config(schema);
    }

    /** The stack outlives the test: the JVM's exit stops it. */
    @Override
    public void stop() {}

    /** The configuration of a service that owns the schema. */
    public Map<String, String> config(String ownSchema) {
        StackAddresses at = addresses();
        Map<String, String> config = new HashMap<>(TestTokens.config());
        config.put("kafka.bootstrap.servers", at.kafka());
        config.put("quarkus.datasource.jdbc.url", at.jdbcUrl(ownSchema));
        config.put("quarkus.datasource.reactive.url", at.reactiveUrl(ownSchema));
        config.put("quarkus.datasource.username", at.user());
        config.put("quarkus.datasource.password", at.password());
        config.put("quarkus.redis.hosts", at.redisUrl());
        config.put("playcaller.topic-prefix", topicPrefix());
        config.put("quarkus.devservices.enabled", "false");
        return Map.copyOf(config);
    }

    /** Where the services listen. */
    public StackAddresses addresses() {
        return RunningBacking.shared();
    }

    /** Opens a new connection on each request, in the schema. */
    public DataSource dataSource(String inSchema) {
        StackAddresses at = addresses();
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(at.jdbcUrl(inSchema));
        dataSource.setUser(at.user());
        dataSource.setPassword(at.password());
        return dataSource;
    }

    /** A client for topics and groups; the caller closes it. */
    public Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", addresses().kafka()));
    }

    /** Topics to create, write and read; the caller closes it. */
    public TestTopics topics() {
        return new TestTopics(addresses().kafka());
    }

    /** Reads a topic for tests that look at it again and again; the caller closes it. */
    public TopicReader reader(String topic) {
        return new TopicReader(addresses().kafka(), topic);
    }

    /** Creates an empty schema that no other test uses, and returns its name. */
    public String freshSchema() {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        createSchema(name);
        return name;
    }

    private void createSchema(String name) {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("schema: expected lower-case letters, digits and _, got " + name);
        }
        try (Connection connection = dataSource("public").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema if not exists " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("schema " + name + " cannot be created", e);
        }
    }
}
