package io.playcaller.forecast.outcome;

import java.util.Collection;

/**
 * How many runs of a play ended, or how many that used some content.
 *
 * @param subject key of the play or of the content
 * @param retracted of them, whose signal never held
 */
public record RunCount(String subject, long ended, long retracted) {

    /** That of {@code subject}; none ended where it has none. */
    public static RunCount of(Collection<RunCount> all, String subject) {
        return all.stream()
                .filter(count -> count.subject.equals(subject))
                .findFirst()
                .orElse(new RunCount(subject, 0, 0));
    }
}
