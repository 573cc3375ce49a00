package io.playcaller.forecast.engine.lift;

import io.playcaller.contracts.work.Arm;
import java.util.SplittableRandom;

/**
 * How long runs of a play last, which differs by arm: a treated one ends when its person completes it, one that is held out when the customer
 * comes back by itself or the play gives up.
 *
 * @param treatedDays on average; lengths are spread evenly from none to twice that
 * @param holdoutDays likewise
 * @param countedFrom what the days of a look back count from
 */
public record RunLengths(double treatedDays, double holdoutDays, CountedFrom countedFrom) {

    /** What the days of a look back count from. */
    public enum CountedFrom {
        /** As looks are made: after times of one length in both arms, however long runs last. */
        START,
        /** As they must not be made: the arm whose runs last longer has had more time for everything. */
        END
    }

    /** Ten days with a person, sixty without; looked back at from the start. */
    public static RunLengths defaults() {
        return new RunLengths(10, 60, CountedFrom.START);
    }

    /** The same runs, looked back at from their end. */
    public RunLengths fromTheEnd() {
        return new RunLengths(treatedDays, holdoutDays, CountedFrom.END);
    }

    /** How many days after its start an account is looked at, {@code daysAfter} days after what they count from. */
    double seenFor(int daysAfter, Arm arm, SplittableRandom random) {
        return switch (countedFrom) {
            case START -> daysAfter;
            case END -> daysAfter + 2 * (arm == Arm.TREATED ? treatedDays : holdoutDays) * random.nextDouble();
        };
    }
}
