package io.playcaller.forecast.outcome;

import io.playcaller.contracts.reason.SignalKind;
import io.playcaller.contracts.work.AccountAfter;
import io.playcaller.contracts.work.PlayLookedBack;
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

    /** Those of {@code told} that are of an account of its own; what was merged away has no outcome of its own. */
    public static List<Look> of(Collection<PlayLookedBack> told, AccountArr arr) {
        List<Look> looks = new ArrayList<>();
        for (PlayLookedBack look : told) {
            AccountAfter after = look.after();
            String account = look.accountId();
            if (account != null && after.mergedInto() == null) {
                looks.add(new Look(
                        look.play(),
                        look.reason(),
                        look.playRunId().toString(),
                        account,
                        look.arm(),
                        look.holdoutPercent(),
                        look.startedAt(),
                        look.daysAfter(),
                        seen(look, account, after, arr)));
            }
        }
        return looks;
    }

    private static List<Seen> seen(PlayLookedBack look, String account, AccountAfter after, AccountArr arr) {
        List<Seen> seen = new ArrayList<>();
        if (after.renewed() != null) {
            seen.add(Seen.that(LiftMetric.RENEWED, after.renewed()));
        }
        if (after.churned() != null) {
            seen.add(Seen.that(LiftMetric.CHURNED, after.churned()));
        }
        if (look.reason().kind() == SignalKind.RISK) {
            seen.add(Seen.that(LiftMetric.RECOVERED, !after.openRisks().contains(look.reason())));
        }
        if (look.score() != null && look.scoreAtStart() != null) {
            seen.add(new Seen(LiftMetric.SCORE, "", (look.score() - look.scoreAtStart()) / MILLI));
        }
        arr.change(account, day(look.startedAt()), day(look.at()))
                .forEach((currency, minor) -> seen.add(new Seen(LiftMetric.ARR, currency, minor.doubleValue())));
        return seen;
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
