package io.playcaller.health.engine.measure;

import io.playcaller.contracts.fact.Feed;
import io.playcaller.health.engine.fact.Answer;
import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.fact.Engagement;
import io.playcaller.health.engine.fact.Fingerprint;
import io.playcaller.health.engine.fact.View;
import io.playcaller.health.engine.model.MeasureKind;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the customer's people answered. Answers go stale by whole UTC days. */
public final class Feedback {

    private static final int PROMOTED_DAYS = 180;
    private static final int DETRACTOR_DAYS = 90;

    /** Answers that a sentence names. */
    private static final int NAMED = 5;

    private Feedback() {}

    static long csat(Context context) {
        View view = context.view();
        int days = context.days(MeasureKind.CSAT);
        long sum = 0;
        int answers = 0;
        for (Answer answer : view.facts().engagement().csat().newest().list()) {
            if (answer.at() <= view.seen() && fresh(answer, view, days)) {
                sum += answer.score();
                answers++;
            }
        }
        return answers == 0 ? Reading.MISSING : sum * 1000 / answers;
    }

    static long nps(Context context) {
        Answer newest = newestNps(context.view(), context.days(MeasureKind.NPS));
        return newest == null ? Reading.MISSING : newest.score() * 1000L;
    }

    private static @Nullable Answer newestNps(View view, int days) {
        Answer newest = view.facts().engagement().nps().newest().newest(view.seen());
        return newest != null && fresh(newest, view, days) ? newest : null;
    }

    /**
     * An answer that is a detractor's.
     *
     * @param key by which it is told from others
     * @param words what people read of it
     */
    private record Bad(String key, long at, String words) {}

    /** Of each person the newest answer to either question, where that is a bad one and not old; by their keys, the newest first. */
    public static List<String> detractors(View view) {
        return bad(view).map(Bad::key).toList();
    }

    private static Stream<Bad> bad(View view) {
        Engagement engagement = view.facts().engagement();
        return Stream.concat(
                        bad("NPS", 10, engagement.nps().bad(Engagement.DETRACTOR, view.seen()), view),
                        bad("CSAT", 5, engagement.csat().bad(Engagement.UNHAPPY, view.seen()), view))
                .sorted(Comparator.comparingLong(Bad::at).reversed());
    }

    private static Stream<Bad> bad(String survey, int best, List<Answer> answers, View view) {
        return answers.stream()
                .filter(answer -> fresh(answer, view, DETRACTOR_DAYS))
                .map(answer -> new Bad(
                        survey + ' ' + answer.at() + ' ' + answer.tie(),
                        answer.at(),
                        survey + ' ' + answer.score() + " of " + best + " on " + Days.date(Days.of(answer.at()))));
    }

    /** @param known fingerprints of the answers that were told */
    public static String detractorsSentence(View view, Set<Long> known) {
        List<Bad> told = bad(view)
                .filter(bad -> known.contains(Fingerprint.of(bad.key())))
                .toList();
        List<Bad> fresh = bad(view).filter(bad -> !told.contains(bad)).toList();
        if (told.isEmpty() && fresh.isEmpty()) {
            return "No detractor is known any more";
        }
        return told.isEmpty() || fresh.isEmpty()
                ? "A detractor answered: " + words(told.isEmpty() ? fresh : told)
                : "Another detractor answered: " + words(fresh) + "; before: " + words(told);
    }

    private static String words(List<Bad> answers) {
        String named = answers.stream().limit(NAMED).map(Bad::words).collect(Collectors.joining(", "));
        int more = answers.size() - NAMED;
        return more > 0 ? named + " and " + Words.count(more, "more answer") : named;
    }

    /** The newest NPS answer of 180 days; missing without one, and while somebody is a detractor. */
    public static long promoted(View view) {
        Answer newest = newestNps(view, PROMOTED_DAYS);
        return newest == null || !detractors(view).isEmpty() ? Reading.MISSING : newest.score();
    }

    private static boolean fresh(Answer answer, View view, int days) {
        return view.day(Feed.FEEDBACK) - Days.of(answer.at()) <= days;
    }

    static String sentence(MeasureKind kind, Context context, long value) {
        String days = Words.count(context.days(kind), "day");
        if (kind == MeasureKind.CSAT) {
            return value == Reading.MISSING
                    ? "No CSAT answer in " + days
                    : "CSAT is " + Words.decimal(value) + " of 5 over " + days;
        }
        return value == Reading.MISSING
                ? "No NPS answer in " + days
                : "The newest NPS answer is " + value / 1000 + " of 10";
    }
}
