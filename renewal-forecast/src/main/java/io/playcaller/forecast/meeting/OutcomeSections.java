package io.playcaller.forecast.meeting;

import io.playcaller.forecast.meeting.Section.Meaning;
import io.playcaller.forecast.memory.Accuracy;
import io.playcaller.forecast.memory.NotClosed;
import io.playcaller.forecast.outcome.KnownBefore;
import io.playcaller.forecast.outcome.Loss;
import io.playcaller.forecast.outcome.SaveTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was lost, what was saved, and how right forecasts were: the figures of their owners as tables. */
public final class OutcomeSections {

    private static final String CONTRACT = "contract";

    private static final Meaning LOSSES = new Meaning(
            "losses-by-reason",
            "Losses by reason",
            "what ended or shrank in the period and does not go on in another contract, by the reason of the review, else of "
                    + "the movement; without a review, avoidable is what the reason is by default",
            "reason",
            Section.EACH_BY_ITSELF);

    private OutcomeSections() {}

    private record Group(String reason, String currency) implements Comparable<Group> {

        static Group of(Loss loss) {
            return new Group(
                    loss.reason() == null ? "nobody said" : loss.reason().code(),
                    loss.lost().currency());
        }

        @Override
        public int compareTo(Group other) {
            int byReason = reason.compareTo(other.reason);
            return byReason == 0 ? currency.compareTo(other.currency) : byReason;
        }
    }

    /** What was lost, by reason and currency. */
    public static Section losses(List<Loss> losses) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        losses.stream()
                .collect(Collectors.groupingBy(Group::of, TreeMap::new, Collectors.toList()))
                .forEach((group, of) -> rows.add(Arrays.asList(
                        group.reason(),
                        group.currency(),
                        of.stream().filter(loss -> loss.kind().equals("full")).count(),
                        of.stream()
                                .filter(loss -> loss.kind().equals("partial"))
                                .count(),
                        of.stream().mapToLong(loss -> loss.lost().minor()).reduce(0, Math::addExact),
                        of.stream().filter(loss -> loss.review() != null).count(),
                        of.stream()
                                .filter(loss -> Boolean.TRUE.equals(loss.avoidable()))
                                .count())));
        return Section.of(
                LOSSES, List.of("reason", "currency", "churned", "contracted", "lost", "reviewed", "avoidable"), rows);
    }

    /** What nobody saw coming, the newest first. */
    public static Section green(List<Loss> losses, int daysBefore, Faces faces) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Loss loss : losses) {
            KnownBefore known = loss.known();
            if (known != null && known.green()) {
                rows.add(green(loss, known, faces));
            }
        }
        Meaning meaning = new Meaning(
                "green-losses",
                "Losses that were green " + daysBefore + " days before",
                "losses of the period whose final call, which is the manager's, else the CSM's, else the model's, was a commit "
                        + "or best case " + daysBefore
                        + " days before, and what was known then; losses without a snapshot of that time are not in it",
                CONTRACT,
                Section.EACH_BY_ITSELF);
        return Section.of(
                meaning,
                List.of(
                        "contractId",
                        "account",
                        "on",
                        "currency",
                        "lost",
                        "reason",
                        "knownOn",
                        "renewsThen",
                        "scoreThen",
                        "signalsThen"),
                rows);
    }

    private static List<@Nullable Object> green(Loss loss, KnownBefore known, Faces faces) {
        return Arrays.asList(
                loss.contractId(),
                faces.name(loss.accountId()),
                loss.on(),
                loss.lost().currency(),
                loss.lost().minor(),
                loss.reason() == null ? null : loss.reason().code(),
                known.day(),
                Figures.share(known.renews()),
                known.health() == null
                        ? null
                        : BigDecimal.valueOf(known.health().score(), 3).setScale(1, RoundingMode.DOWN),
                known.signals().stream().map(signal -> signal.reason().code()).collect(Collectors.joining(" ")));
    }

    /** What was saved, by reason; the totals have none. */
    public static Section saves(SaveTable table) {
        SaveTable.Definitions means = table.definitions();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        table.items()
                .forEach(row -> rows.add(Arrays.asList(
                        row.reason() == null ? "all" : row.reason().code(),
                        row.currency(),
                        row.saved().contracts(),
                        row.contracted().contracts(),
                        row.lost().contracts(),
                        row.byCount().value(),
                        row.byCount().low(),
                        row.byCount().high(),
                        row.byAmount().value())));
        Meaning meaning = new Meaning(
                "saves-by-reason",
                "Saves by reason",
                "at risk: " + means.atRisk() + "; saved: " + means.saved() + "; rate = " + means.rate() + "; interval: "
                        + means.interval(),
                means.grain(),
                means.currencyRule());
        return Section.of(
                meaning,
                List.of("reason", "currency", "saved", "contracted", "lost", "rate", "low", "high", "rateOfArr"),
                rows);
    }

    /** First what is not closed, as tables are cut at their end; then how right forecasts were, by who made them. Single persons are left out. */
    public static Section actual(Accuracy accuracy, List<NotClosed> notClosed) {
        Accuracy.Definitions means = accuracy.definitions();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        notClosed.forEach(part -> rows.add(Arrays.asList(
                null,
                part.decided() ? "not closed" : "not decided",
                part.currency(),
                part.n(),
                part.due(),
                null,
                part.kept(),
                null,
                null)));
        accuracy.items().stream()
                .filter(item -> item.author() == null)
                .forEach(item -> rows.add(Arrays.asList(
                        item.horizon(),
                        item.source(),
                        item.currency(),
                        item.n(),
                        item.due(),
                        item.forecast(),
                        item.actual(),
                        item.bias(),
                        item.accuracy())));
        Meaning meaning = new Meaning(
                "actual-against-forecast",
                "What was kept against what was forecast",
                "renewals of the quarter that are closed; those that are not stand first, without a forecast: not closed, with what is "
                        + "kept by what is known now, and not decided. forecast: " + means.horizon() + "; kept: "
                        + means.actual()
                        + "; bias = " + means.bias() + "; accuracy = " + means.accuracy(),
                means.grain(),
                means.currencyRule());
        return Section.of(
                meaning,
                List.of("daysBefore", "by", "currency", "n", "due", "forecast", "kept", "bias", "accuracy"),
                rows);
    }
}
