package io.playcaller.contracts.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail domain that an account claims: whoever writes from it, or from below it, is of the account unless somebody said
 * which account they are of. One account at a time claims a domain.
 *
 * @param domain in lower case, its labels as DNS has them, without a trailing dot
 * @param accountId the account that claims it, or claimed it last
 * @param version of two copies the higher wins
 * @param from first day (UTC)
 * @param until first day that it is no longer so; null while it is
 */
public record DomainRecord(
        String domain,
        String accountId,
        long version,
        LocalDate from,
        @Nullable LocalDate until) {

    /** Whether the account claims it on a day. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    /** The same as another version. */
    public DomainRecord withVersion(long newVersion) {
        return new DomainRecord(domain, accountId, newVersion, from, until);
    }
}
