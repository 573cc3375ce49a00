package io.playcaller.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlaycallerStackTest {

    private final PlaycallerStack stack = PlaycallerStack.shared();

    @Test
    void jdbcAndTheReactiveClientEnterTheSchemaByTheirUrls() throws Exception {
        PlaycallerStack router = new PlaycallerStack();
        router.init(Map.of("schema", "router"));
        Map<String, String> config = router.start();

        execute("create table router.play (name text)");
        execute("insert into router.play values ('usage-drop')");

        assertThat(config.get("quarkus.datasource.jdbc.url")).endsWith("/playcaller?currentSchema=router");
        assertThat(askJdbc("router", "select name from play")).isEqualTo("usage-drop");
        assertThat(askReactive(config, "select name from play")).isEqualTo("usage-drop");
        assertThat(askReactive(config, "show search_path")).isEqualTo("router");
    }

    @Test
    void sessionsAreOutsideUtc() throws Exception {
        Map<String, String> config = stack.config("public");

        assertThat(askReactive(config, "show timezone")).isEqualTo("Asia/Kathmandu");
    }

    @Test
    void theConfigurationCoversEveryBackingServiceAndTokens() {
        assertThat(stack.config("router"))
                .containsKeys(
                        "kafka.bootstrap.servers",
                        "quarkus.datasource.jdbc.url",
                        "quarkus.datasource.reactive.url",
                        "quarkus.datasource.username",
                        "quarkus.datasource.password",
                        "quarkus.redis.hosts",
                        "mp.jwt.verify.publickey.location",
                        "mp.jwt.verify.issuer")
                .containsEntry("quarkus.devservices.enabled", "false")
                .containsEntry("playcaller.topic-prefix", PlaycallerStack.topicPrefix());
    }

    @Test
    void freshSchemasAreEmptyAndDiffer() throws Exception {
        String one = stack.freshSchema();
        String other = stack.freshSchema();

        assertThat(one).isNotEqualTo(other);
        assertThat(askJdbc(one, "select current_schema()")).isEqualTo(one);
        assertThat(askJdbc(one, "select count(*) from pg_tables where schemaname = current_schema()"))
                .isEqualTo("0");
    }

    @Test
    void aSchemaThatIsNoNameIsRefused() {
        PlaycallerStack wrong = new PlaycallerStack();
        wrong.init(Map.of("schema", "Router; drop"));

        assertThatThrownBy(wrong::start).hasMessageContaining("expected lower-case letters, digits and _");
    }

    @Test
    void aTestInAnotherClassLoaderMeetsTheSameServices() throws Exception {
        try (URLClassLoader other = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            Class<?> foreign = other.loadClass(PlaycallerStack.class.getName());
            assertThat(foreign).isNotEqualTo(PlaycallerStack.class);

            Object foreignStack = foreign.getMethod("shared").invoke(null);
            Object addresses = foreign.getMethod("addresses").invoke(foreignStack);

            assertThat(addresses).hasToString(stack.addresses().toString());
            assertThat(foreign.getMethod("topicPrefix").invoke(null)).isEqualTo(PlaycallerStack.topicPrefix());
        }
    }

    private static URL[] classPath() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Stream<String> entries = Arrays.stream(path.split(System.getProperty("path.separator")));
        return entries.map(PlaycallerStackTest::url).toArray(URL[]::new);
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(entry, e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = stack.dataSource("public").getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String askJdbc(String schema, String sql) throws SQLException {
        try (var connection = stack.dataSource(schema).getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String askReactive(Map<String, String> config, String sql) throws Exception {
        PgConnectOptions options = PgConnectOptions.fromUri(config.get("quarkus.datasource.reactive.url"))
                .setUser(config.get("quarkus.datasource.username"))
                .setPassword(config.get("quarkus.datasource.password"));
        Pool pool = PgBuilder.pool().connectingTo(options).build();
        try {
            RowSet<Row> rows = pool.query(sql)
                    .execute()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(60, TimeUnit.SECONDS);
            return rows.iterator().next().getString(0);
        } finally {
            pool.close().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
        }
    }
}
