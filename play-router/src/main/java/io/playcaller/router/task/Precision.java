package io.playcaller.router.task;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How often a reason was right, by the closing answers of those who worked on it. Right is what was so, whether or not
 * working on it helped; an answer that the task came to the wrong person says nothing about that and is left out.
 *
 * @param reason code
 * @param answers how many of each came; none of an answer that is missing
 */
public record Precision(String reason, Map<Closing, Long> answers) {

    /** How long an answer counts. */
    public static final Duration WINDOW = Duration.ofDays(180);

    private static final int ENOUGH = 20;
    private static final int LEAST_PERCENT = 40;
    private static final Set<Closing> RIGHT = Set.of(Closing.HELPED, Closing.NO_EFFECT, Closing.ALREADY_KNEW);

    public Precision {
        answers = Map.copyOf(answers);
    }

    /** Every answer with its number, in the order of {@link Closing}. */
    public Map<Closing, Long> counts() {
        Map<Closing, Long> counts = new EnumMap<>(Closing.class);
        for (Closing closing : Closing.values()) {
            counts.put(closing, answers.getOrDefault(closing, 0L));
        }
        return counts;
    }

    /** Answers that say whether it was right. */
    public long judged() {
        return right() + answers.getOrDefault(Closing.FALSE_ALARM, 0L);
    }

    /** Answers that say that it was. */
    public long right() {
        return RIGHT.stream()
                .mapToLong(closing -> answers.getOrDefault(closing, 0L))
                .sum();
    }

    /** The share of right ones, rounded down; empty while nobody has judged it. */
    public Optional<Integer> percent() {
        return judged() == 0 ? Optional.empty() : Optional.of((int) (right() * 100 / judged()));
    }

    /** For people, beside the reason. */
    public String words() {
        return "This reason was right %d of %d times in %d days.".formatted(right(), judged(), WINDOW.toDays());
    }

    /** What to do about a reason that is wrong too often; empty while it is not, or too few have judged it. */
    public Optional<String> proposal() {
        if (judged() < ENOUGH || right() * 100 >= judged() * LEAST_PERCENT) {
            return Optional.empty();
        }
        return Optional.of(
                ("%d of %d answers in %d days were false alarms; at least %d%% should be right. Raise the threshold of"
                                + " %s, have it hold for longer before it opens, or lower its severity.")
                        .formatted(judged() - right(), judged(), WINDOW.toDays(), LEAST_PERCENT, reason));
    }
}
