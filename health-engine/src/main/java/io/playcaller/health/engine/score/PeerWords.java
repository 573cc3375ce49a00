package io.playcaller.health.engine.score;

import io.playcaller.health.engine.measure.Reading;
import io.playcaller.health.engine.measure.Words;
import io.playcaller.health.engine.model.Measure;
import io.playcaller.health.engine.peer.Baseline;
import io.playcaller.health.engine.peer.Histogram;

/** With whom a measure is compared, and how it stands beside them. */
final class PeerWords {

    private PeerWords() {}

    /** Goes on after the sentence of the measure; empty where nothing is to be compared. */
    static String of(Measure measure, Assessment assessment) {
        long value = assessment.values()[measure.kind().position()];
        if (measure.relative() == null || value == Reading.MISSING) {
            return "";
        }
        String segment = assessment.profile().segment();
        Histogram among = assessment.peers().peers(segment, measure.id());
        if (among == null) {
            return alone(assessment.peers().customers(segment, measure.id()), segment);
        }
        return ", higher than " + among.place(value) / 10 + "% compared with "
                + Words.count(among.customers(), segment + " customer");
    }

    private static String alone(long customers, String segment) {
        return customers == 0
                ? ", compared with nobody: nothing is known of its peers yet"
                : ", compared with nobody: " + Words.count(customers, segment + " customer") + " of " + Baseline.LEAST
                        + " that are needed";
    }
}
