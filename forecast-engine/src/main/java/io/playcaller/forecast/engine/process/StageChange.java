package io.playcaller.forecast.engine.process;

import io.playcaller.forecast.engine.contract.RenewalStage;
import java.util.List;
import java.util.stream.Stream;

/** Whether a renewal may go to another stage. */
public sealed interface StageChange {

    /**
     * It may.
     *
     * @param despite what was missing and a lead let pass; stands in the history
     */
    record Allowed(List<String> despite) implements StageChange {}

    /** It may not, and why. */
    record Refused(List<String> missing) implements StageChange {}

    /**
     * Forward needs the exit criteria of every stage that is left, the ones in between among them; a lead may let them
     * pass. Back needs nothing.
     *
     * @param facts with what is confirmed together with the change
     */
    static StageChange of(RenewalProcess process, RenewalFacts facts, RenewalStage to, boolean leading) {
        List<String> missing = Stream.of(RenewalStage.values())
                .filter(stage -> stage.compareTo(facts.stage()) >= 0 && stage.compareTo(to) < 0)
                .flatMap(stage -> Criterion.missing(process.rule(stage).exit(), facts).stream())
                .distinct()
                .toList();
        return missing.isEmpty() || leading ? new Allowed(missing) : new Refused(missing);
    }
}
