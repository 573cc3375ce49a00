package io.playcaller.health.engine.measure;

import io.playcaller.contracts.fact.Feed;
import io.playcaller.health.engine.fact.Answer;
import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.fact.Marks;
import io.playcaller.health.engine.fact.View;
import io.playcaller.health.engine.model.MeasureKind;
import org.jspecify.annotations.Nullable;

/** What the customer's people answered. Answers go stale by whole UTC days. */
public final class Feedback {

    private static final int PROMOTED_DAYS = 180;
    private static final int DETRACTOR_DAYS = 90;
    private static final int DETRACTOR_NPS = 6;
    private static final int UNHAPPY_CSAT = 2;

    private Feedback() {}

    static long csat(Context context) {
        View view = context.view();
        int days = context.days(MeasureKind.CSAT);
        long sum = 0;
        int answers = 0;
        for (Answer answer : view.facts().engagement().csat().list()) {
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
        Answer newest = view.facts().engagement().nps().newest(view.seen());
        return newest != null && fresh(newest, view, days) ? newest : null;
    }

    /** Whether the newest answer to either question is a bad one and not old. */
    public static boolean detractor(View view) {
        return bad(view.facts().engagement().nps(), view, DETRACTOR_NPS)
                || bad(view.facts().engagement().csat(), view, UNHAPPY_CSAT);
    }

    /** The newest NPS answer of 180 days; missing without one, and while somebody is a detractor. */
    public static long promoted(View view) {
        Answer newest = newestNps(view, PROMOTED_DAYS);
        return newest == null || detractor(view) ? Reading.MISSING : newest.score();
    }

    private static boolean bad(Marks<Answer> answers, View view, int atMost) {
        Answer newest = answers.newest(view.seen());
        return newest != null && newest.score() <= atMost && fresh(newest, view, DETRACTOR_DAYS);
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
