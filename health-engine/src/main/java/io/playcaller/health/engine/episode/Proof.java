package io.playcaller.health.engine.episode;

import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.health.Contribution;
import io.playcaller.contracts.health.Evidence;
import io.playcaller.health.engine.fact.View;
import io.playcaller.health.engine.measure.Reading;
import io.playcaller.health.engine.model.HealthModel;
import io.playcaller.health.engine.model.Measure;
import io.playcaller.health.engine.model.Yardstick;
import java.util.ArrayList;
import java.util.List;

/**
 * What shows that an episode is as it says: the fact that caused the transition, then the measures that cost most, each with the
 * fact that moved it last. A frozen measure shows nothing.
 */
final class Proof {

    /** A measure of the whole score must cost so much, milli-points. */
    private static final long WORTH_NAMING = 2_000;

    private static final int MOST = 4;

    private final HealthModel model;

    Proof(HealthModel model) {
        this.model = model;
    }

    List<Evidence> of(Finding finding, Turn turn) {
        List<Evidence> evidence = new ArrayList<>();
        Envelope envelope = turn.envelope();
        if (envelope != null) {
            String reported = "Reported by " + envelope.source();
            evidence.add(new Evidence(reported, envelope.id(), envelope.time(), envelope.source()));
        }
        View view = turn.now().context().view();
        finding.contributions().stream()
                .filter(loss -> loss.points() <= -WORTH_NAMING)
                .flatMap(loss -> model.scoring().measures().stream().filter(measure -> of(measure, loss)))
                .filter(measure -> !view.frozen(measure.kind().feed()))
                .limit(MOST)
                .forEach(measure -> evidence.add(shown(measure.kind(), turn)));
        return evidence;
    }

    private static boolean of(Measure measure, Contribution loss) {
        return measure.id().equals(loss.measure());
    }

    private static Evidence shown(Yardstick kind, Turn turn) {
        long value = turn.now().values()[kind.position()];
        String sentence = Reading.sentence(kind, turn.now().context(), value)
                + turn.now().overridden().words(kind.id());
        return Evidence.of(sentence, turn.readings().movers().get(kind.id()));
    }
}
