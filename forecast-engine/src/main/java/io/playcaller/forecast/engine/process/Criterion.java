package io.playcaller.forecast.engine.process;

import io.playcaller.contracts.forecast.Category;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.forecast.engine.contract.RenewalStage;
import java.util.Collection;
import java.util.List;

/** Something that must be true of a renewal, to leave a stage or at a checkpoint. */
public sealed interface Criterion {

    /** Whether it is. */
    boolean met(RenewalFacts facts);

    /** What is missing where it is not, as the rest of a sentence. */
    String missing();

    /** What is missing of all {@code criteria}, in their order. */
    static List<String> missing(Collection<Criterion> criteria, RenewalFacts facts) {
        return criteria.stream()
                .filter(criterion -> !criterion.met(facts))
                .map(Criterion::missing)
                .toList();
    }

    /** The stage is reached. */
    record StageReached(RenewalStage stage) implements Criterion {
        @Override
        public boolean met(RenewalFacts facts) {
            return facts.stage().compareTo(stage) >= 0;
        }

        @Override
        public String missing() {
            return "stage " + stage.key() + " is not reached";
        }
    }

    /** Somebody of that role has judged, and it still counts. */
    record Judged(JudgeRole role) implements Criterion {
        @Override
        public boolean met(RenewalFacts facts) {
            return facts.calls().by(role) != null;
        }

        @Override
        public String missing() {
            return "no judgement of the " + role.key() + " counts";
        }
    }

    /** The final call is another one. */
    record NotCalled(Category category) implements Criterion {
        @Override
        public boolean met(RenewalFacts facts) {
            return facts.calls().finalCall().category() != category;
        }

        @Override
        public String missing() {
            return "it is still called " + Words.of(category);
        }
    }

    /** One of ours was in touch with the customer in the last days. */
    record TouchWithin(int days) implements Criterion {
        @Override
        public boolean met(RenewalFacts facts) {
            return facts.lastTouchOn() != null
                    && !facts.lastTouchOn().isBefore(facts.today().minusDays(days));
        }

        @Override
        public String missing() {
            return "nobody was in touch with the customer for " + days + " days";
        }
    }

    /** The account has reached a milestone. */
    record MilestoneReached(String milestone) implements Criterion {
        @Override
        public boolean met(RenewalFacts facts) {
            return facts.milestones().contains(milestone);
        }

        @Override
        public String missing() {
            return "milestone " + milestone + " is not reached";
        }
    }

    /** The health score is at least so many points. */
    record HealthAtLeast(int points) implements Criterion {
        private static final long MILLI = 1_000;

        @Override
        public boolean met(RenewalFacts facts) {
            return facts.health() != null && facts.health().score() >= points * MILLI;
        }

        @Override
        public String missing() {
            return "the health score is below " + points;
        }
    }

    /** A signal is open, such as the one of an objective that was achieved. */
    record SignalOpen(Reason reason) implements Criterion {
        @Override
        public boolean met(RenewalFacts facts) {
            return facts.openReasons().contains(reason);
        }

        @Override
        public String missing() {
            return "there is no signal " + reason.code();
        }
    }

    /** Somebody said that it was done, such as that the proposal was sent. */
    record Confirmed(String word) implements Criterion {
        @Override
        public boolean met(RenewalFacts facts) {
            return facts.confirmed().contains(word);
        }

        @Override
        public String missing() {
            return "nobody confirmed " + word;
        }
    }
}
