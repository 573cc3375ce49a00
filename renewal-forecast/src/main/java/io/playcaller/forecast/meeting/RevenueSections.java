package io.playcaller.forecast.meeting;

import io.playcaller.contracts.register.OpportunityRecord;
import io.playcaller.contracts.register.OpportunityStage;
import io.playcaller.forecast.ledger.Retention;
import io.playcaller.forecast.meeting.Section.Meaning;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Revenue that moved, or may come. */
public final class RevenueSections {

    private static final Meaning EXPANSION = new Meaning(
            "expansion",
            "Expansion",
            "opportunities that were open at the end of the meeting's day, or won or lost since the meeting before; the next decision "
                    + "first",
            "opportunity",
            Section.EACH_BY_ITSELF);

    private static final List<String> BRIDGE_COLUMNS = List.of(
            "currency",
            "start",
            "churn",
            "contraction",
            "expansion",
            "uplift",
            "new",
            "reactivated",
            "fx",
            "end",
            "grr",
            "nrr",
            "logosAtStart",
            "logosLost");

    private RevenueSections() {}

    /** The chances, as they stood at the end of the meeting's day. */
    public static Section expansion(List<OpportunityRecord> all, Agenda agenda, Faces faces) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        all.stream()
                .filter(chance -> !chance.openedOn().isAfter(agenda.day()))
                .filter(chance -> wasOpen(chance, agenda) || isSince(chance.closedOn(), agenda))
                .sorted(Comparator.comparing(
                                OpportunityRecord::expectedOn,
                                Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
                        .thenComparing(OpportunityRecord::opportunityId))
                .forEach(chance -> rows.add(Arrays.asList(
                        chance.opportunityId(),
                        faces.name(chance.accountId()),
                        faces.owner(chance.accountId()),
                        (wasOpen(chance, agenda) ? OpportunityStage.OPEN : chance.stage())
                                .name()
                                .toLowerCase(Locale.ROOT),
                        isSince(chance.openedOn(), agenda),
                        chance.arr().currency(),
                        chance.arr().minor(),
                        chance.expectedOn(),
                        wasOpen(chance, agenda) || chance.reason() == null
                                ? null
                                : chance.reason().code())));
        return Section.of(
                EXPANSION,
                List.of("opportunityId", "account", "owner", "stage", "new", "currency", "arr", "expectedOn", "reason"),
                rows);
    }

    /** The bridge of a period, by currency. */
    public static Section bridge(Retention retention) {
        Meaning meaning = new Meaning(
                "bridge",
                "The bridge from " + retention.from() + " to " + retention.until(),
                "ARR: start - churn - contraction + expansion + uplift + new + reactivated + fx = end; "
                        + retention.meaning().unit()
                        + (retention.closedAt() == null ? "" : "; closed at " + retention.closedAt()),
                retention.grain(),
                retention.currencyRule());
        List<List<@Nullable Object>> rows = new ArrayList<>();
        retention
                .bridges()
                .forEach(bridge -> rows.add(Arrays.asList(
                        bridge.currency(),
                        bridge.start(),
                        bridge.churn(),
                        bridge.contraction(),
                        bridge.expansion(),
                        bridge.uplift(),
                        bridge.newBusiness(),
                        bridge.reactivated(),
                        bridge.fx(),
                        bridge.end(),
                        bridge.grr(),
                        bridge.nrr(),
                        bridge.logosAtStart(),
                        bridge.logosLost())));
        return Section.of(meaning, BRIDGE_COLUMNS, rows);
    }

    private static boolean wasOpen(OpportunityRecord chance, Agenda agenda) {
        LocalDate closedOn = chance.closedOn();
        return chance.stage() == OpportunityStage.OPEN || (closedOn != null && closedOn.isAfter(agenda.day()));
    }

    private static boolean isSince(@Nullable LocalDate day, Agenda agenda) {
        return day != null && !day.isBefore(agenda.since());
    }
}
