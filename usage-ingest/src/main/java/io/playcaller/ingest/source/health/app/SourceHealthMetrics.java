package io.playcaller.ingest.source.health.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.playcaller.ingest.source.health.JudgedSource;
import io.playcaller.ingest.source.health.SourceState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;

/** How many sources are how, and which are not well: of these {@value #NAMED} at most are named. */
@ApplicationScoped
public class SourceHealthMetrics {

    private static final int NAMED = 100;

    private final MultiGauge states;
    private final MultiGauge unwell;

    SourceHealthMetrics(MeterRegistry meters) {
        this.states = MultiGauge.builder("playcaller.ingest.sources")
                .description("sources by how they are, where this replica holds the log's clock")
                .register(meters);
        this.unwell = MultiGauge.builder("playcaller.ingest.source.unwell")
                .description("1 for a source that is quiet or sends rubbish; 100 at most")
                .register(meters);
    }

    /** Shows what was judged now, and nothing else. */
    public void show(List<JudgedSource> judged) {
        states.register(
                Arrays.stream(SourceState.values())
                        .map(state -> Row.of(Tags.of("state", state.word()), count(judged, state)))
                        .toList(),
                true);
        unwell.register(
                judged.stream()
                        .filter(one -> one.verdict().trouble().isPresent())
                        .limit(NAMED)
                        .map(one -> Row.of(
                                Tags.of(
                                        "source",
                                        one.source().name(),
                                        "state",
                                        one.verdict().state().word()),
                                1))
                        .toList(),
                true);
    }

    /** Another replica judges. */
    public void clear() {
        states.register(List.of(), true);
        unwell.register(List.of(), true);
    }

    private static long count(List<JudgedSource> judged, SourceState state) {
        return judged.stream().filter(one -> one.verdict().state() == state).count();
    }
}
