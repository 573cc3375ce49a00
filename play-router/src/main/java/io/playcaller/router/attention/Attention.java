package io.playcaller.router.attention;

import io.playcaller.router.calendar.BusinessCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/**
 * What may be said to one person, and when.
 *
 * @param calendar theirs, without the days on which they are away
 */
public record Attention(AttentionPolicy policy, BusinessCalendar calendar) {

    /**
     * Whether something is told now.
     *
     * @param told interruptions of the person's day so far, critical ones not counted
     */
    public Verdict decide(Press press, int told, Instant now) {
        if (press == Press.CRITICAL) {
            return new Verdict.AtOnce(false, "It is critical: told at once.");
        }
        return whyNot(press, told, now)
                .<Verdict>map(because -> new Verdict.InDigest(because + "; the next digest says it."))
                .orElseGet(() -> new Verdict.AtOnce(
                        true, "Interruption " + (told + 1) + " of " + policy.interruptions() + " today."));
    }

    private Optional<String> whyNot(Press press, int told, Instant now) {
        if (press == Press.NONE) {
            return Optional.of("It can wait");
        }
        Optional<String> off = calendar.whyOff(calendar.dayOf(now));
        if (off.isPresent()) {
            return Optional.of("No working day (" + off.get() + ")");
        }
        if (isQuiet(timeOf(now))) {
            return Optional.of("Quiet from " + policy.quietFrom() + " to " + policy.quietUntil());
        }
        return told < policy.interruptions()
                ? Optional.empty()
                : Optional.of("Interrupted " + told + " times today already");
    }

    /**
     * The local day whose digest is due: from the hour of the digest until the quiet begins, on a working day. Who was not
     * reached in these hours reads it on the next one.
     */
    public Optional<LocalDate> digestDue(Instant now) {
        LocalDate day = calendar.dayOf(now);
        LocalTime time = timeOf(now);
        boolean due = calendar.whyOff(day).isEmpty() && !time.isBefore(policy.digestAt()) && !isQuiet(time);
        return due ? Optional.of(day) : Optional.empty();
    }

    private boolean isQuiet(LocalTime time) {
        return time.isBefore(policy.quietUntil()) || !time.isBefore(policy.quietFrom());
    }

    private LocalTime timeOf(Instant now) {
        return LocalTime.ofInstant(now, calendar.zone());
    }
}
