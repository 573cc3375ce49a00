package io.playcaller.router.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A wish that messages for one tool that were given up are sent once more: under the ids they had, so that a receiver that has one after
 * all can tell, and by the pace and the order of everything else. Wished again, what waits since is left alone.
 */
public sealed interface Replay {

    /** Messages that one wish begins at most, the longest given up first; wished again, the next ones, and then what failed anew. */
    int MOST = 1_000;

    /** How far a wish may reach back. */
    Duration REACH = Duration.ofDays(30);

    /**
     * What is answered before any message is looked for; empty where it is to be looked.
     *
     * @param now business time
     * @param stopped whether the tool said stop and nobody has enabled it since
     * @param found the one message that is wished for; empty where there is none
     */
    Optional<Answer> answered(Instant now, boolean stopped, Optional<Found> found);

    /** The one message that is wished for, as it stands in the ledger. */
    record Found(String state, boolean isDigest) {}

    /** All that was written at that instant or later. */
    record Since(Instant at) implements Replay {

        @Override
        public Optional<Answer> answered(Instant now, boolean stopped, Optional<Found> found) {
            if (at.isAfter(now) || at.isBefore(now.minus(REACH))) {
                return Optional.of(new Answer.OutOfReach(now));
            }
            return stopped ? Optional.of(new Answer.Stopped()) : Optional.empty();
        }
    }

    /** One message, however old. */
    record One(UUID deliveryId) implements Replay {

        private static final Set<String> WAITS = Set.of("pending", "undecided");
        private static final Set<String> GIVEN_UP = Set.of("failed", "disabled");

        @Override
        public Optional<Answer> answered(Instant now, boolean stopped, Optional<Found> found) {
            if (found.isEmpty()) {
                return Optional.of(new Answer.Unknown());
            }
            String state = found.get().state();
            if (WAITS.contains(state)) {
                return Optional.of(Answer.Begun.NOTHING);
            }
            if (!GIVEN_UP.contains(state)) {
                return Optional.of(new Answer.NotGivenUp(state));
            }
            if (found.get().isDigest()) {
                return Optional.of(new Answer.OfItsDay());
            }
            return stopped ? Optional.of(new Answer.Stopped()) : Optional.empty();
        }
    }

    /** What became of a wish. */
    sealed interface Answer {

        /**
         * Messages wait to be sent.
         *
         * @param again how many, that did not before
         * @param left how many more could be, beyond what one wish begins; what fails anew is among them the next time
         * @param overtaken not sent again: who was to get them has got later news of the task, or is about to
         * @param ended not sent again: they were for a person or a channel, and the task is over
         */
        record Begun(int again, long left, long overtaken, long ended) implements Answer {

            static final Begun NOTHING = new Begun(0, 0, 0, 0);
        }

        /** It reaches back too far, or begins in the future. */
        record OutOfReach(Instant now) implements Answer {}

        /** The tool said stop: it is to be enabled first. */
        record Stopped() implements Answer {}

        /** The tool has no such message. */
        record Unknown() implements Answer {}

        /** That message was sent, or was never to be. */
        record NotGivenUp(String state) implements Answer {}

        /** That message is a digest, and the next one says what is open. */
        record OfItsDay() implements Answer {}
    }
}
