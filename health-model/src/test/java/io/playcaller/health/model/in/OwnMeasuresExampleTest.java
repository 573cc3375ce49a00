package io.playcaller.health.model.in;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.Event;
import io.playcaller.contracts.FactOrigin;
import io.playcaller.contracts.fact.ClockTicked;
import io.playcaller.contracts.fact.ContactChanged;
import io.playcaller.contracts.fact.ContactRole;
import io.playcaller.contracts.fact.Feed;
import io.playcaller.contracts.fact.SourceAlive;
import io.playcaller.contracts.fact.TouchKind;
import io.playcaller.contracts.fact.TouchRecorded;
import io.playcaller.contracts.fact.UsageRecorded;
import io.playcaller.contracts.health.MeasureScore;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.log.LogState;
import io.playcaller.health.engine.score.Score;
import io.playcaller.health.engine.state.AccountState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The measures of one's own in {@code docs/models.md}, put into the shipped card, score an account. */
class OwnMeasuresExampleTest {

    private static final Path PAGE = Path.of("../docs/models.md");
    private static final String FENCE = "```";
    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");

    private final HealthEngine engine = new HealthEngine(withExample().model());
    private LogState log = LogState.start();
    private AccountState state = engine.fresh("acme");

    @Test
    void theExampleScoresAnAccount() {
        tick(0);
        fact(0, new ContactChanged("acme", "ally", ContactRole.CHAMPION, true, 1));
        for (int day = 0; day < 28; day++) {
            fact(day, new UsageRecorded("acme", "did", day < 8 ? "export" : "share", null, "user", 1, true));
            tick(day + 1);
        }
        fact(28, new TouchRecorded("acme", TouchKind.MEETING, List.of("ally"), "staff-1", null, null));
        for (int day = 29; day <= 34; day++) {
            tick(day);
        }

        MeasureScore champion = measure("champion-met");
        assertThat(champion.value()).isEqualTo(6_000);
        assertThat(champion.points()).isEqualTo(100_000);
        assertThat(champion.sentence()).isEqualTo("Champion: 6 days since the last touch with a champion");
        MeasureScore exports = measure("export-days");
        // Of days 6 to 33 those on which it was exported are days 6 and 7: half of the way to the corner at 4 days,
        // which is 50.
        assertThat(exports.value()).isEqualTo(2_000);
        assertThat(exports.points()).isEqualTo(25_000);
        assertThat(exports.weight()).isPositive();
        assertThat(exports.sentence()).isEqualTo("Exports: Use of export on 2 of 28 days");
    }

    private MeasureScore measure(String id) {
        Score score = engine.score(state, log, log.now());
        return score.measures().stream()
                .filter(measure -> measure.measure().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void fact(int day, Record data) {
        Instant at = day(day).plus(Duration.ofHours(9));
        String id = data.getClass().getSimpleName() + "-" + day;
        Envelope envelope = new Envelope(id, "web", at, "acme", FactOrigin.LIVE, at, 0);
        state = engine.apply(state, log, Event.of(envelope, data)).state();
    }

    private void tick(int day) {
        SourceAlive web = new SourceAlive("web", List.of(Feed.USAGE, Feed.SUCCESS, Feed.REGISTER), day(day));
        Envelope envelope = Envelope.own("tick-" + day, "usage-ingest", day(day), null, 0);
        log = log.fold(Event.of(envelope, new ClockTicked(day(day), List.of(web))));
        state = engine.advance(state, log).state();
    }

    private static Instant day(int day) {
        return MONDAY.plus(Duration.ofDays(day));
    }

    /** The block of the page that declares them stands at the end of the measures. */
    private static ModelFiles withExample() {
        String page = page();
        int declares = page.indexOf("  - measure: champion-met");
        String block = page.substring(declares, page.indexOf(FENCE, declares));
        return OwnFiles.with(OwnFiles.SHIPPED, "scorecards.yaml", "\nscorecards:\n", "\n" + block + "scorecards:\n");
    }

    private static String page() {
        try {
            return Files.readString(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
