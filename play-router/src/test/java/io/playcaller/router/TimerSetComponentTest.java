package io.playcaller.router;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Timers that fire together. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "router"))
@WithTestResource(RouterSettings.class)
class TimerSetComponentTest {

    private final MeterRegistry meters;
    private RouterWorld world;

    @Inject
    TimerSetComponentTest(MeterRegistry meters) {
        this.meters = meters;
    }

    @BeforeEach
    void open() {
        world = new RouterWorld();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whatIsTriedAgainBecauseOfAnotherIsLateOnce() {
        // Given: the ledger says that the acceptance of one has warned already, which its task does not know
        world.say(Signals.of("late-1").build());
        String stuck = world.awaitTask("late-1").get("taskId").asText();
        world.say(Signals.of("late-2").build());
        String other = world.awaitTask("late-2").get("taskId").asText();
        world.execute("insert into timer_fired select task_id, clock, cycle, level, due_at, due_at from timer"
                + " where clock = 'ACCEPT' and task_id = '" + stuck + "'");
        Stand before = stand();

        // When
        world.advance(Duration.ofHours(5));

        // Then: each that fired was measured, and none that did not
        RouterWorld.await(
                () -> world.count(
                        "select count(*) from timer_fired where clock = 'ACCEPT' and task_id = '" + other + "'"),
                count -> count >= 2);
        RouterWorld.await(
                () -> world.count(
                        "select count(*) from timer where retry_at is not null and task_id = '" + stuck + "'"),
                count -> count == 1L);
        assertThat(RouterWorld.await(() -> measured() - before.measured(), count -> count == fired() - before.fired()))
                .isGreaterThanOrEqualTo(2);
        world.execute("delete from timer_fired where task_id = '" + stuck + "'");
    }

    /** What fired, and how much of it was measured. */
    private record Stand(long fired, long measured) {}

    /** While nothing fires: what tests before this left behind is over. What fired is measured a moment after its commit. */
    private Stand stand() {
        AtomicReference<Stand> before = new AtomicReference<>();
        return RouterWorld.await(
                        () -> {
                            Stand stand = new Stand(fired(), measured());
                            boolean isStill = due() == 0 && stand.equals(before.getAndSet(stand));
                            return Optional.of(stand).filter(still -> isStill);
                        },
                        Optional::isPresent)
                .orElseThrow();
    }

    private long due() {
        return world.count("select count(*) from timer where due_at <= playcaller_now() and retry_at is null");
    }

    private long fired() {
        return world.count("select count(*) from timer_fired");
    }

    private long measured() {
        return meters.find("router.timers.lateness").timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }
}
