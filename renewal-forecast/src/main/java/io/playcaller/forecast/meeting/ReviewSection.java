package io.playcaller.forecast.meeting;

import io.playcaller.forecast.meeting.Section.Meaning;
import io.playcaller.forecast.outcome.Loss;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Losses whose review is overdue. */
public final class ReviewSection {

    /** Losses of so many days before a meeting are looked at. */
    public static final int DAYS = 365;

    private static final Meaning MEANING = new Meaning(
            "overdue-loss-reviews",
            "Loss reviews that are overdue",
            "contracts that ended or shrank in the year before, whose review was overdue on the meeting's day and is when the packet is made; "
                    + "the longest overdue first",
            "contract and day of the loss",
            Section.EACH_BY_ITSELF);

    private ReviewSection() {}

    /** Of {@code losses} those that are overdue. */
    public static Section of(List<Loss> losses, Agenda agenda, Faces faces) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        losses.stream()
                .filter(loss -> loss.state().equals("overdue") && loss.dueOn().isBefore(agenda.day()))
                .sorted(Comparator.comparing(Loss::dueOn).thenComparing(Loss::contractId))
                .forEach(loss -> rows.add(Arrays.asList(
                        loss.contractId(),
                        faces.name(loss.accountId()),
                        faces.owner(loss.accountId()),
                        loss.on(),
                        loss.kind(),
                        loss.lost().currency(),
                        loss.lost().minor(),
                        loss.dueOn())));
        return Section.of(
                MEANING, List.of("contractId", "account", "owner", "on", "kind", "currency", "lost", "dueOn"), rows);
    }
}
