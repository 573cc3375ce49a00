package io.playcaller.health.engine.episode;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.testing.Day;
import io.playcaller.health.engine.testing.FactsOf;
import io.playcaller.health.engine.testing.Models;
import io.playcaller.health.engine.testing.Story;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a silence is said to be: true at the time at which it is said. Day 0 is a Monday. */
class SilenceTest {

    private final FactsOf acme = FactsOf.account("acme");
    private final Story story = new Story(new HealthEngine(Models.oneCard()), "acme").tick(Day.start(0));

    @Test
    void itBeginsWithTheLastUse() {
        usedFor(20).daysUntil(Day.start(34));

        assertThat(last().sentence())
                .isEqualTo("Last meaningful use 15 days ago, on 2026-03-21; the source of usage is alive");
    }

    @Test
    void useThatCameBackIsSaidAndWhatItTakes() {
        usedFor(20).daysUntil(Day.start(34)).fact(acme.used(Day.at(34, 9), "p1"));
        assertThat(grown(Day.at(34, 10), 2)).isEqualTo("In use again today; over with use on 3 of 7 finished days");

        story.tick(Day.start(35));
        assertThat(grown(Day.at(35, 10), 3))
                .isEqualTo("In use again, on 1 of the last 7 finished days; over with use on 3");
    }

    @Test
    void useThatCameBackAndWentAgainIsNoUseOfToday() {
        usedFor(20)
                .daysUntil(Day.start(34))
                .fact(acme.used(Day.at(34, 9), "p1"))
                .daysUntil(Day.start(46));

        assertThat(grown(Day.at(46, 1), 2))
                .isEqualTo("Used again, last 12 days ago; over with use on 3 of 7 finished days");
    }

    @Test
    void whileItsSourceIsQuietNothingIsSaidToBeAlive() {
        usedFor(20).daysUntil(Day.start(36)).quiet("web", Day.start(36)).daysUntil(Day.start(40));

        assertThat(grown(Day.at(40, 1), 2))
                .isEqualTo("Last meaningful use on 2026-03-21, 17 days before its source went quiet on 2026-04-07");
    }

    @Test
    void whereAllUseWasWithdrawnNoNumberIsMadeUp() {
        usedFor(20).daysUntil(Day.start(70)).fact(acme.withdrawn(Day.at(70, 1), Day.MONDAY, Day.MONDAY.plusDays(30)));

        assertThat(grown(Day.at(70, 2), 2)).doesNotContain("9223");
    }

    @Test
    void ofAnAccountThatWasMergedItCountsFromThere() {
        usedFor(20)
                .fact(acme.merged(Day.at(25, 0), "globex", 2))
                .fact(acme.unmerged(Day.at(40, 0), "globex", Day.at(25, 0), 3))
                .daysUntil(Day.start(55));

        assertThat(last().sentence())
                .isEqualTo(
                        "No meaningful use for 14 days since it was separated from another account on 2026-04-11; the source of usage is alive");
    }

    /** The revenue grows, so that the severity does, which is told. */
    private String grown(Instant at, int version) {
        int told = story.signals(Reason.USAGE_SILENT).size();
        story.fact(acme.contract(at, "c", Day.MONDAY, version % 2 == 0 ? 300_000 : 3_000_000, 10, version));
        assertThat(story.signals(Reason.USAGE_SILENT)).hasSizeGreaterThan(told);
        return last().sentence();
    }

    private Story usedFor(int days) {
        return story.fact(acme.contract(Day.start(0), "c", Day.MONDAY, 3_000_000, 10, 1))
                .use(acme, Day.start(0), days, "p1", "p2", "p3", "p4", "p5", "p6");
    }

    private SignalChanged last() {
        List<SignalChanged> silent = story.signals(Reason.USAGE_SILENT);
        return silent.get(silent.size() - 1);
    }
}
