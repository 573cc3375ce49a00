package io.playcaller.health.engine;

import static io.playcaller.health.engine.Lives.DAYS;
import static io.playcaller.health.engine.Lives.ENGINE;
import static io.playcaller.health.engine.Lives.EVERY;
import static io.playcaller.health.engine.Lives.START;
import static io.playcaller.health.engine.Lives.life;
import static io.playcaller.health.engine.Lives.noDelay;
import static io.playcaller.health.engine.Lives.sameAccount;
import static io.playcaller.health.engine.Lives.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.playcaller.contracts.Event;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.SignalKind;
import io.playcaller.health.engine.testing.Day;
import io.playcaller.health.engine.testing.FactsOf;
import io.playcaller.health.engine.testing.Models;
import io.playcaller.health.engine.testing.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * The door, or a source, is down at the midnight at which an account would have been silent for 14 finished days, had nobody used
 * the product in the evening before. After an outage of the door its clock stands still until what waited outside has come in.
 */
class DoorOutageTest {

    private static final Instant MIDNIGHT = Day.start(34);
    private static final Duration GRACE = Duration.ofMinutes(15);

    private final FactsOf acme = FactsOf.account("acme");
    private final Event<?> evening = acme.used(MIDNIGHT.minus(Duration.ofHours(3)), "p1");
    private final Story story = new Story(new HealthEngine(Models.oneCard()), "acme").tick(Day.start(0));

    @Example
    void aUseThatWaitedInAnSdkWhileTheDoorWasDownIsNoSilence() {
        Instant up = MIDNIGHT.plus(Duration.ofMinutes(30));
        usedUntil(MIDNIGHT.minus(Duration.ofHours(4)));

        standing(up).fact(evening);
        ticks(up.plus(GRACE), MIDNIGHT.plus(Duration.ofDays(1)));

        assertThat(risksSince(MIDNIGHT.minus(Duration.ofHours(4)))).isEmpty();
    }

    /** That the night above is one in which it matters. */
    @Example
    void wereTimeToPassWithTheFirstTickItWouldAccuse() {
        Instant up = MIDNIGHT.plus(Duration.ofMinutes(30));
        usedUntil(MIDNIGHT.minus(Duration.ofHours(4)));

        story.tick(up).fact(evening).tick(up.plus(GRACE));

        assertThat(story.states(Reason.USAGE_SILENT)).containsExactly(SignalState.OPENED, SignalState.RETRACTED);
    }

    @Example
    void anHourOfTheDoorOverMidnightAccusesNobody() {
        Instant down = MIDNIGHT.minus(Duration.ofMinutes(30));
        Instant up = MIDNIGHT.plus(Duration.ofMinutes(30));
        usedUntil(down);

        standing(up).fact(acme.used(MIDNIGHT.minus(Duration.ofMinutes(5)), "p1"));
        ticks(up.plus(GRACE), MIDNIGHT.plus(Duration.ofDays(1)));

        assertThat(risksSince(down)).isEmpty();
    }

    @Example
    void whoWasNotUsedInThatHourIsSilentSinceMidnight() {
        Instant down = MIDNIGHT.minus(Duration.ofMinutes(30));
        Instant up = MIDNIGHT.plus(Duration.ofMinutes(30));
        usedUntil(down);

        standing(up);
        ticks(up.plus(GRACE), MIDNIGHT.plus(Duration.ofDays(1)));

        assertThat(story.signals(Reason.USAGE_SILENT))
                .extracting(SignalChanged::state, SignalChanged::openedAt)
                .containsExactly(tuple(SignalState.OPENED, MIDNIGHT));
    }

    /** Ticks say that it was alive until then, as they do of one that is known to be quiet. */
    @Example
    void anHourOfASourceOverMidnightAccusesNobody() {
        Instant down = MIDNIGHT.minus(Duration.ofMinutes(30));
        Instant up = MIDNIGHT.plus(Duration.ofMinutes(30));
        usedUntil(down);
        story.quietBetween("web", down, up);

        ticks(down, up.minus(Duration.ofMinutes(10)));
        story.fact(acme.used(MIDNIGHT.minus(Duration.ofMinutes(5)), "p1"));
        ticks(up, MIDNIGHT.plus(Duration.ofDays(1)));

        assertThat(risksSince(down)).isEmpty();
    }

    @Example
    void whoWasNotUsedInTheHourOfASourceIsSilentSinceMidnight() {
        Instant down = MIDNIGHT.minus(Duration.ofMinutes(30));
        Instant up = MIDNIGHT.plus(Duration.ofMinutes(30));
        usedUntil(down);
        story.quietBetween("web", down, up);

        ticks(down, up.minus(Duration.ofMinutes(10)));
        assertThat(story.signals(Reason.USAGE_SILENT)).isEmpty();
        ticks(up, MIDNIGHT.plus(Duration.ofDays(1)));

        assertThat(story.signals(Reason.USAGE_SILENT))
                .extracting(SignalChanged::state, SignalChanged::openedAt)
                .containsExactly(tuple(SignalState.OPENED, MIDNIGHT));
    }

    /** Of up to five days, in which all that happens comes in before time goes on. */
    @Property(tries = 40)
    void anOutageOfTheDoorEndsInTheSameAccount(@ForAll long seed) {
        List<Event<?>> life = life(seed);
        Instant down = START.plus(EVERY.multipliedBy(40 + Math.floorMod(seed, 30)));
        Instant up = down.plus(EVERY.multipliedBy(1 + Math.floorMod(seed, 15)));
        assertThat(up).isBefore(START.plus(Duration.ofDays(DAYS)));

        Story outage = told(new Story(ENGINE, "acme").timeStandsBetween(down, up), life, noDelay(), EVERY);

        sameAccount(told(life, noDelay()), outage);
    }

    private void usedUntil(Instant down) {
        story.fact(acme.contract(Day.start(0), "c", Day.MONDAY.minusDays(150), 3_000_000, 10, 1))
                .use(acme, Day.start(0), 20, "p1", "p2")
                .daysUntil(down);
        assertThat(story.signals(Reason.USAGE_SILENT)).isEmpty();
    }

    /** The doors are open again; ticks come, and time stands still. */
    private Story standing(Instant up) {
        for (Instant at = up; at.isBefore(up.plus(GRACE)); at = at.plus(Duration.ofMinutes(1))) {
            story.tick(story.log().now().plusMillis(1));
        }
        return story;
    }

    private void ticks(Instant first, Instant last) {
        for (Instant at = first; !at.isAfter(last); at = at.plus(Duration.ofMinutes(10))) {
            story.tick(at);
        }
    }

    private List<SignalChanged> risksSince(Instant down) {
        return story.signals().stream()
                .filter(signal ->
                        signal.kind() == SignalKind.RISK && signal.at().isAfter(down))
                .toList();
    }
}
