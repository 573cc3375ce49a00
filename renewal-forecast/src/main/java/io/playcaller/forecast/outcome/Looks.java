package io.playcaller.forecast.outcome;

import io.playcaller.contracts.reason.SignalKind;
import io.playcaller.contracts.work.AccountAfter;
import io.playcaller.contracts.work.PlayEnded;
import io.playcaller.forecast.engine.lift.LiftMetric;
import io.playcaller.forecast.engine.lift.Look;
import io.playcaller.forecast.engine.lift.Look.Seen;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Reads looks back at runs of plays as what the arms are compared by. */
public final class Looks {

    private static final double MILLI = 1_000.0;

    private Looks() {}

    /** Those of {@code told} that are looks back at an account of its own; what was merged away has no outcome of its own. */
    public static List<Look> of(Collection<PlayEnded> told, AccountArr arr) {
        List<Look> looks = new ArrayList<>();
        for (PlayEnded ended : told) {
            AccountAfter after = ended.after();
            String account = ended.accountId();
            if (ended.daysAfter() > 0 && account != null && after != null && after.mergedInto() == null) {
                looks.add(new Look(
                        ended.play(),
                        ended.reason(),
                        ended.playRunId().toString(),
                        account,
                        ended.arm(),
                        ended.startedAt(),
                        ended.daysAfter(),
                        seen(ended, account, after, arr)));
            }
        }
        return looks;
    }

    private static List<Seen> seen(PlayEnded ended, String account, AccountAfter after, AccountArr arr) {
        List<Seen> seen = new ArrayList<>();
        if (after.renewed() != null) {
            seen.add(Seen.that(LiftMetric.RENEWED, after.renewed()));
        }
        if (after.churned() != null) {
            seen.add(Seen.that(LiftMetric.CHURNED, after.churned()));
        }
        if (ended.reason().kind() == SignalKind.RISK) {
            seen.add(Seen.that(LiftMetric.RECOVERED, !after.openRisks().contains(ended.reason())));
        }
        if (ended.score() != null && ended.scoreAtStart() != null) {
            seen.add(new Seen(LiftMetric.SCORE, "", (ended.score() - ended.scoreAtStart()) / MILLI));
        }
        arr.change(account, day(ended.startedAt()), day(ended.at()))
                .forEach((currency, minor) -> seen.add(new Seen(LiftMetric.ARR, currency, minor.doubleValue())));
        return seen;
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
