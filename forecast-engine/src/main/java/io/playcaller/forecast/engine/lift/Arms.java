package io.playcaller.forecast.engine.lift;

import io.playcaller.contracts.work.Arm;
import io.playcaller.forecast.engine.estimate.Moments;
import java.util.List;

/** What is known of accounts for which the lot was drawn with one share. */
public record Arms(Moments treated, Moments holdout) {

    /** Of no accounts. */
    static Arms none() {
        return new Arms(Moments.none(), Moments.none());
    }

    /** With one more account. */
    Arms plus(Arm arm, double value) {
        return arm == Arm.TREATED ? new Arms(treated.plus(value), holdout) : new Arms(treated, holdout.plus(value));
    }

    /** Those of which both arms have somebody: the others compare nothing. */
    static List<Arms> compared(List<Arms> shares) {
        return shares.stream()
                .filter(arms -> arms.treated.n() > 0 && arms.holdout.n() > 0)
                .toList();
    }

    /** Accounts of both arms. */
    static long accounts(List<Arms> shares) {
        return shares.stream().mapToLong(Arms::accounts).sum();
    }

    long accounts() {
        return treated.n() + holdout.n();
    }

    double difference() {
        return treated.mean() - holdout.mean();
    }
}
