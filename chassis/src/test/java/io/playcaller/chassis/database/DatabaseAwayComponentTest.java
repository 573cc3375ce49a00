package io.playcaller.chassis.database;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;

import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.Wire;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(DatabaseAwayComponentTest.WiredDatabase.class)
class DatabaseAwayComponentTest {

    private static final Duration SOON = Duration.ofMinutes(2);

    @Inject
    Pool pool;

    Wire wire;

    @AfterEach
    void mend() {
        wire.mend();
        awaitReady();
    }

    @Test
    void aDatabaseThatRefusesIsSaidAtOnceAndComesBackByItself() {
        awaitReady();

        wire.cut();

        ready().statusCode(503);
        awaitUnready("cannot be asked: Connection refused");
        get("/q/health/live").then().statusCode(200);
        wire.mend();
        awaitReady();
    }

    @Test
    void aDatabaseThatNeverAnswersIsSaidWithinTheLimitByEveryProbe() {
        awaitReady();

        wire.stall();

        for (int probe = 0; probe < 3; probe++) {
            ready().statusCode(503);
            awaitUnready("has not answered within 1000 ms");
        }
        get("/q/health/live").then().statusCode(200);
        wire.mend();
        awaitReady();
    }

    @Test
    void aServiceWhoseConnectionsAreAllAtWorkStaysReady() {
        Awaitility.await("a probe that is back before the work is done")
                .atMost(SOON)
                .untilAsserted(() -> {
                    List<CompletableFuture<?>> work = IntStream.range(0, 20)
                            .<CompletableFuture<?>>mapToObj(i -> query("select pg_sleep(2)"))
                            .toList();

                    ready().statusCode(200);

                    assertThat(work).anyMatch(one -> !one.isDone());
                });
    }

    @Test
    void aConnectionWhoseServerVanishedIsGivenUpAndAnotherOneMade() {
        // Given: a query whose answer never comes, on a connection that stands
        awaitAnswer();
        CompletableFuture<?> lost = query("select pg_sleep(60)");
        wire.stall();

        // When: new connections reach the database
        wire.forget();

        // Then
        Awaitility.await().atMost(SOON).until(lost::isCompletedExceptionally);
        awaitReady();
        awaitAnswer();
    }

    private CompletableFuture<?> query(String sql) {
        return pool.query(sql).execute().subscribeAsCompletionStage();
    }

    /** Another connection of the pool may have to be found lost before. */
    private void awaitAnswer() {
        Awaitility.await()
                .atMost(SOON)
                .ignoreExceptions()
                .until(() -> query("select 1").get(SOON.toSeconds(), TimeUnit.SECONDS) != null);
    }

    private static ValidatableResponse ready() {
        return get("/q/health/ready").then();
    }

    /**
     * The reason tells which limit was kept; the time that nothing hung. A machine that stands still keeps a probe waiting too, but
     * not one after the other.
     */
    private static void awaitUnready(String reason) {
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> ready().time(lessThan(10L), TimeUnit.SECONDS)
                        .statusCode(503)
                        .body("checks.findAll { it.name == 'database' }.data.reason", hasItem(containsString(reason))));
    }

    private static void awaitReady() {
        Awaitility.await().atMost(SOON).untilAsserted(() -> ready().statusCode(200));
    }

    /** A database at the end of a wire, and connections that are given up after 5 s of silence. */
    public static final class WiredDatabase implements QuarkusTestResourceLifecycleManager {

        private Wire wire;

        @Override
        public Map<String, String> start() {
            PlaycallerStack stack = PlaycallerStack.shared();
            String schema = stack.freshSchema();
            wire = Wire.to(stack.addresses().postgres());
            Map<String, String> config = new HashMap<>(stack.config(schema));
            config.put(
                    "quarkus.datasource.reactive.url",
                    stack.addresses().withPostgres(wire.address()).reactiveUrl(schema));
            config.put("playcaller.database.silence-limit", "5s");
            return config;
        }

        @Override
        public void inject(TestInjector injector) {
            injector.injectIntoFields(wire, new TestInjector.MatchesType(Wire.class));
        }

        @Override
        public void stop() {
            wire.close();
        }
    }
}
