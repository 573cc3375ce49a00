package io.playcaller.router.digital;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * When people of customers are written to by no person of ours: with their consent, seldom, by day, and not while somebody speaks with
 * their company about something worse.
 *
 * @param atMost messages to one person
 * @param within any stretch of this length
 * @param quietFrom time of the account's day from which nobody is written to
 * @param quietUntil time of the account's next day until which nobody is; earlier in the day than {@code quietFrom}
 */
public record ContactPolicy(int atMost, Duration within, LocalTime quietFrom, LocalTime quietUntil) {

    /** What holds. */
    public static final ContactPolicy STANDARD =
            new ContactPolicy(2, Duration.ofDays(7), LocalTime.of(18, 0), LocalTime.of(8, 0));

    public Permission judge(Contact contact, Instant now) {
        if (contact.refused()) {
            return Permission.no("unsubscribed", "They said that they want no messages.");
        }
        if (!contact.mayContact()) {
            return Permission.no("no-consent", "The register does not say that they may be written to.");
        }
        if (contact.accountId() == null) {
            return Permission.no(
                    "no-account", "They belong to no account, so that nobody knows what is going on there.");
        }
        if (contact.severeTicket()) {
            return Permission.no("severe-ticket", "A severe ticket of their company is open.");
        }
        if (contact.humanRiskPlay()) {
            return Permission.no("human-play", "One of ours works on a risk of their company.");
        }
        return inTime(contact, now);
    }

    private Permission inTime(Contact contact, Instant now) {
        Instant free = free(contact.written(), now);
        Instant next = awake(free.atZone(contact.zone()));
        if (free.isAfter(now)) {
            return Permission.notBefore(
                    next, "too-many", "They had %d messages within %d days.".formatted(atMost, within.toDays()));
        }
        return next.isAfter(now)
                ? Permission.notBefore(
                        next,
                        "quiet-hours",
                        "Between %s and %s of their day nobody is written to.".formatted(quietFrom, quietUntil))
                : Permission.GRANTED;
    }

    /** From when on fewer than the most lie in the stretch before; now, or later. */
    private Instant free(List<Instant> newestFirst, Instant now) {
        if (newestFirst.size() < atMost) {
            return now;
        }
        Instant over = newestFirst.get(atMost - 1).plus(within);
        return over.isAfter(now) ? over : now;
    }

    /** The first instant from {@code at} on that is not quiet. */
    private Instant awake(ZonedDateTime at) {
        LocalTime time = at.toLocalTime();
        if (time.isBefore(quietUntil)) {
            return at.toLocalDate().atTime(quietUntil).atZone(at.getZone()).toInstant();
        }
        return time.isBefore(quietFrom)
                ? at.toInstant()
                : at.toLocalDate()
                        .plusDays(1)
                        .atTime(quietUntil)
                        .atZone(at.getZone())
                        .toInstant();
    }
}
