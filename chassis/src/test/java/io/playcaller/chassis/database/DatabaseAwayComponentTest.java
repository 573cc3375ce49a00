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
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(DatabaseAwayComponentTest.WiredDatabase.class)
class DatabaseAwayComponentTest {

    private static final Duration SOON = Duration.ofSeconds(15);

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

        ready().statusCode(503).body(reason(), hasItem(containsString("cannot be asked: Connection refused")));
        get("/q/health/live").then().statusCode(200);
        wire.mend();
        awaitReady();
    }

    @Test
    void aDatabaseThatNeverAnswersIsSaidWithinTheLimitByEveryProbe() {
        awaitReady();

        wire.stall();

        for (int probe = 0; probe < 3; probe++) {
            ready().statusCode(503).body(reason(), hasItem(containsString("has not answered within 1000 ms")));
        }
        get("/q/health/live").then().statusCode(200);
        wire.mend();
        awaitReady();
    }

    @Test
    void aServiceWhoseConnectionsAreAllAtWorkStaysReady() {
        CompletableFuture<?>[] work = new CompletableFuture<?>[20];
        for (int i = 0; i < work.length; i++) {
            work[i] = pool.query("select pg_sleep(2)").execute().subscribeAsCompletionStage();
        }

        ready().statusCode(200);

        assertThat(work).anyMatch(one -> !one.isDone());
        CompletableFuture.allOf(work).join();
    }

    @Test
    void aConnectionWhoseServerVanishedIsGivenUpAndAnotherOneMade() {
        // Given: a query whose answer never comes, on a connection that stands
        pool.query("select 1").execute().await().atMost(SOON);
        CompletableFuture<?> lost = pool.query("select pg_sleep(2)").execute().subscribeAsCompletionStage();
        wire.stall();

        // When: new connections reach the database
        wire.forget();

        // Then
        Awaitility.await().atMost(SOON).until(lost::isCompletedExceptionally);
        awaitReady();
        assertThat(pool.query("select 1").execute().subscribeAsCompletionStage())
                .succeedsWithin(SOON);
    }

    /** The reason tells which limit was kept; the time only that nothing hung, on a slow machine, too. */
    private static ValidatableResponse ready() {
        return get("/q/health/ready").then().time(lessThan(10L), TimeUnit.SECONDS);
    }

    private static String reason() {
        return "checks.findAll { it.name == 'database' }.data.reason";
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
