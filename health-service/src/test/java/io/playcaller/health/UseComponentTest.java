package io.playcaller.health;

import static io.playcaller.health.HealthHttp.get;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.playcaller.contracts.fact.UsageRecorded;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How much an account uses the product, over HTTP. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "health"))
class UseComponentTest {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final LogWriter log = new LogWriter();
    private final String account = "acme-" + UUID.randomUUID();

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void useIsShownByDayAndWhatWasToldTooLateForItsDayByMonth() {
        Instant now = LogTime.advance(Duration.ofSeconds(10));
        Instant yesterday = now.minus(Duration.ofDays(1));
        Instant longAgo = now.minus(Duration.ofDays(200));
        log.baseline(account, yesterday, use(4));
        log.baseline(account, longAgo, use(7));
        log.tick(now);

        await().atMost(LIMIT)
                .untilAsserted(() -> usage(account).statusCode(200).body("months.uses", equalTo(List.of(7))));

        usage(account)
                .body("days.uses", equalTo(List.of(4)))
                .body("days.day", equalTo(List.of(yesterday.toString().substring(0, 10))))
                .body("months.month", equalTo(List.of(longAgo.toString().substring(0, 7))));
    }

    @Test
    void nobodyKnowsAnAccountOfWhichNothingCame() {
        usage("nobody").statusCode(404).body("type", notNullValue());
    }

    private UsageRecorded use(long times) {
        return new UsageRecorded(account, "report", null, null, "ann", times, true);
    }

    private static ValidatableResponse usage(String id) {
        return get("/v1/accounts/" + id + "/usage");
    }
}
