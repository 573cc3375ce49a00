package io.playcaller.forecast.meeting;

import io.playcaller.forecast.kpi.ContentReview;
import io.playcaller.forecast.kpi.Decision;
import io.playcaller.forecast.kpi.Programme;
import io.playcaller.forecast.meeting.Section.Meaning;
import io.playcaller.forecast.outcome.LiftTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the review of plays and content proposes, and what was decided. */
public final class ProgrammeSection {

    /** What asks for a decision first. */
    private static final List<String> ORDER = List.of("rethink", "optimize", "keep", "collect");

    private static final Meaning MEANING = new Meaning(
            "programme",
            "Plays and content",
            "what /v1/programme proposes of the quarter, with the difference that the lot tells and its interval; rethink and "
                    + "optimize first",
            "play, or text that customers are sent",
            Section.NONE);

    private static final int PROPOSAL = 2;

    private ProgrammeSection() {}

    /** A row per play, and per text. */
    public static Section of(Programme programme) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        programme.items().forEach(row -> rows.add(play(row)));
        programme.content().forEach(review -> rows.add(content(review)));
        rows.sort(Comparator.comparingInt(row -> ORDER.indexOf(String.valueOf(row.get(PROPOSAL)))));
        return Section.of(
                MEANING,
                List.of(
                        "kind",
                        "key",
                        "proposal",
                        "because",
                        "treated",
                        "holdout",
                        "difference",
                        "low",
                        "high",
                        "runs",
                        "decided"),
                rows);
    }

    private static List<@Nullable Object> play(Programme.Row row) {
        LiftTable.Row lift = row.lift();
        return Arrays.asList(
                "play",
                row.play(),
                row.proposal(),
                row.because(),
                lift == null ? null : (Long) lift.treated(),
                lift == null ? null : (Long) lift.holdout(),
                lift == null ? null : lift.difference(),
                lift == null ? null : lift.low(),
                lift == null ? null : lift.high(),
                row.runsEnded(),
                word(row.decision()));
    }

    private static List<@Nullable Object> content(ContentReview review) {
        ContentReview.Compared lift = review.lift();
        return Arrays.asList(
                "content",
                review.content(),
                review.proposal(),
                review.because(),
                lift == null ? null : (Long) lift.treated(),
                lift == null ? null : (Long) lift.holdout(),
                lift == null ? null : lift.difference(),
                lift == null ? null : lift.low(),
                lift == null ? null : lift.high(),
                review.runsEnded(),
                word(review.decision()));
    }

    private static @Nullable String word(@Nullable Decision decision) {
        return decision == null ? null : decision.decision().name().toLowerCase(Locale.ROOT);
    }
}
